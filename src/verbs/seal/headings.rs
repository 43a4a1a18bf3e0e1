//! Under which headings of a paper a word stands.

use crate::papers::document::{Block, Document, Line};

/// How far ahead a text is looked for, in words: farther than the longest table goes.
const AHEAD: usize = 20_000;

/// A heading of a paper.
pub struct Heading {
    /// Where it begins among the words.
    begins: usize,
    level: u8,
    text: String,
}

/// Each heading of a paper, in order, of the words of its pages.
///
/// Paragraphs are looked for too: an agenda says beforehand what the headings say after it.
pub fn headings(document: &Document, words: &[(usize, &str)]) -> Vec<Heading> {
    let mut from = 0;
    let mut found = Vec::new();
    let mut blocks: Vec<&Block> = document.blocks.iter().rev().collect();
    while let Some(block) = blocks.pop() {
        match block {
            Block::Heading(level, line) => {
                if let Some((begins, text)) = place(line, words, from) {
                    from = begins + text.len();
                    found.push(Heading { begins, level: *level, text: text.join(" ") });
                }
            }
            Block::Paragraph(_, line) => {
                from = place(line, words, from).map_or(from, |(begins, text)| begins + text.len());
            }
            Block::List(_, items) => blocks.extend(items.iter().rev().flat_map(|item| item.iter().rev())),
            Block::Enclosed(inside) | Block::KeepTogether(inside) => blocks.extend(inside.iter().rev()),
            _ => {}
        }
    }
    found
}

/// Where a line begins, and its words.
fn place(line: &Line, words: &[(usize, &str)], from: usize) -> Option<(usize, Vec<String>)> {
    let text: Vec<String> = line.text().split_whitespace().map(str::to_owned).collect();
    let mut near = words.get(from..)?.windows(text.len().max(1)).take(AHEAD);
    let begins = near.position(|window| window.iter().map(|(_, word)| *word).eq(text.iter().map(String::as_str)))?;
    Some((from + begins, text))
}

/// The headings under which a place stands, the highest first; that of the whole paper says nothing.
pub fn over(place: usize, headings: &[Heading]) -> String {
    let mut over: Vec<&str> = Vec::new();
    let mut level = u8::MAX;
    for heading in headings.iter().rev().filter(|heading| heading.begins <= place) {
        if heading.level < level && heading.level > 1 {
            level = heading.level;
            over.push(&heading.text);
        }
    }
    over.reverse();
    over.join(" › ")
}
