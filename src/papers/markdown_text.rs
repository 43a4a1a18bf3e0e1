//! The small Markdown of the session file's texts, as blocks: headings, paragraphs, lists, bold, italics, line ends.
//!
//! Anything else that Markdown knows (HTML and its entities, links, images, code, quotations, tables) is printed as it was typed: nothing
//! is lost and nothing is live. Its marks are hidden from the parser behind characters that no text holds, and put back.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::council::plain::plain;

use super::document::{Block, Emphasis, Inline, Line, Run, Style};

/// The marks that are not part of the small Markdown, and the character behind which each is hidden.
///
/// The stand-ins are noncharacters; [`plain`] leaves none of them in a text.
const HIDDEN_MARKS: [(char, char); 6] = [
    ('[', '\u{fdd0}'),
    ('<', '\u{fdd1}'),
    ('`', '\u{fdd2}'),
    ('~', '\u{fdd3}'),
    ('>', '\u{fdd4}'),
    // « &amp; » is five letters that somebody typed.
    ('&', '\u{fdd5}'),
];

/// Lists inside lists, at most: what is deeper stays in the deepest item. No act has so many, and a file may hold
/// thousands.
const DEEPEST_LIST: usize = 16;

/// Reads a text that stands under a heading of that level: its own highest heading comes just below, the others keep
/// their distance from it.
#[must_use]
pub fn blocks(markdown: &str, under: u8) -> Vec<Block> {
    let hidden = hide_marks(markdown);
    let mut reader = Reader::default();
    for (event, range) in Parser::new_ext(&hidden, Options::empty()).into_offset_iter() {
        match event {
            Event::Rule => reader.take_rule(hidden.get(range).unwrap_or("")),
            other => reader.take(other),
        }
    }
    let mut blocks = reader.finish();
    let highest = highest_heading(&blocks).unwrap_or(1);
    put_headings_under(&mut blocks, under, highest);
    blocks
}

fn highest_heading(blocks: &[Block]) -> Option<u8> {
    let heading = |block: &Block| match block {
        Block::Heading(level, _) => Some(*level),
        Block::List(_, items) => items.iter().filter_map(|item| highest_heading(item)).min(),
        _ => None,
    };
    blocks.iter().filter_map(heading).min()
}

fn put_headings_under(blocks: &mut [Block], under: u8, highest: u8) {
    for block in blocks {
        match block {
            Block::Heading(level, _) => *level = (*level - highest + under + 1).min(6),
            Block::List(_, items) => items.iter_mut().for_each(|item| put_headings_under(item, under, highest)),
            _ => {}
        }
    }
}

fn hide_marks(markdown: &str) -> String {
    let mut hidden = String::with_capacity(markdown.len());
    for line in markdown.lines() {
        let line = line.replace('\t', "    ");
        let shown = plain(&line);
        let mut characters = shown.chars().peekable();
        while let Some(character) = characters.next() {
            // A mark escaped by the clerk stands for itself already.
            let stand_in = |mark: char| HIDDEN_MARKS.iter().find(|(known, _)| *known == mark).map(|(_, it)| *it);
            match (character, characters.peek().copied()) {
                ('\\', Some(next)) => {
                    characters.next();
                    match stand_in(next) {
                        Some(it) => hidden.push(it),
                        None => hidden.extend([character, next]),
                    }
                }
                (mark, _) => hidden.push(stand_in(mark).unwrap_or(mark)),
            }
        }
        hidden.push('\n');
    }
    hidden
}

fn show_marks(text: &str) -> String {
    let mark = |c: char| HIDDEN_MARKS.iter().find(|(_, it)| *it == c).map_or(c, |(mark, _)| *mark);
    text.chars().map(mark).collect()
}

/// What is being read: the line, and the blocks of each list item that it is in.
#[derive(Default)]
struct Reader {
    /// Blocks read so far: of the text itself, then of each open item.
    open: Vec<Vec<Block>>,
    /// Lists that are open: their first number, their items.
    lists: Vec<(Option<u64>, Vec<Vec<Block>>)>,
    blocks: Vec<Block>,
    line: Vec<Piece>,
    bold: u32,
    italic: u32,
    /// Lists and items that are open and left out, for they are too deep.
    too_deep: u32,
}

/// A piece of the line being read. The parser cuts a text at each escape; typography has to see the whole of it, so
/// runs are built when the line is complete.
enum Piece {
    Text(String, Emphasis),
    Break,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            // Rows of a table, typed line by line, are not run together.
            Event::SoftBreak if self.ends_a_row() => self.line.push(Piece::Break),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.line.push(Piece::Break),
            // Code comes from lines that were set in by four spaces: each stays a line.
            Event::Text(text) => {
                for (place, part) in text.split('\n').enumerate() {
                    if place > 0 {
                        self.line.push(Piece::Break);
                    }
                    self.text(part);
                }
            }
            Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::FootnoteReference(text) => self.text(&text),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::List(_) if self.lists.len() == DEEPEST_LIST => {
                self.end_paragraph();
                self.too_deep += 1;
            }
            Tag::Item if self.too_deep > 0 => {
                self.end_paragraph();
                self.too_deep += 1;
            }
            Tag::List(first) => {
                self.end_paragraph();
                self.lists.push((*first, Vec::new()));
            }
            Tag::Item => self.open.push(std::mem::take(&mut self.blocks)),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Heading(level) => {
                let line = self.end_line();
                if !line.is_blank() {
                    self.blocks.push(Block::Heading(level as u8, line));
                }
            }
            TagEnd::Item | TagEnd::List(_) if self.too_deep > 0 => {
                self.end_paragraph();
                self.too_deep -= 1;
            }
            TagEnd::Item => {
                self.end_paragraph();
                let before = self.open.pop().unwrap_or_default();
                let item = std::mem::replace(&mut self.blocks, before);
                if let Some((_, items)) = self.lists.last_mut() {
                    items.push(item);
                }
            }
            TagEnd::List(_) => {
                if let Some((first, items)) = self.lists.pop() {
                    self.blocks.push(Block::List(first, items));
                }
            }
            _ => self.end_paragraph(),
        }
    }

    /// A line of dashes, as it was typed.
    fn take_rule(&mut self, typed: &str) {
        self.end_paragraph();
        self.text(typed.trim());
        self.end_paragraph();
    }

    fn text(&mut self, text: &str) {
        let emphasis = Emphasis { bold: self.bold > 0, italic: self.italic > 0 };
        let shown = show_marks(text);
        match self.line.last_mut() {
            Some(Piece::Text(before, same)) if *same == emphasis => before.push_str(&shown),
            _ => self.line.push(Piece::Text(shown, emphasis)),
        }
    }

    fn ends_a_row(&self) -> bool {
        matches!(self.line.last(), Some(Piece::Text(text, _)) if text.trim_end().ends_with('|'))
    }

    fn end_line(&mut self) -> Line {
        while self
            .line
            .pop_if(|last| matches!(last, Piece::Break) || matches!(last, Piece::Text(text, _) if text.is_empty()))
            .is_some()
        {}
        let inline = |piece| match piece {
            Piece::Text(text, emphasis) => Inline::Run(Run::prose(&text).emphasised(emphasis)),
            Piece::Break => Inline::Break,
        };
        Line(self.line.drain(..).map(inline).collect())
    }

    fn end_paragraph(&mut self) {
        let line = self.end_line();
        if !line.is_blank() {
            self.blocks.push(Block::Paragraph(Style::Text, line));
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.end_paragraph();
        self.blocks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::french::typography::typeset;
    use proptest::prelude::*;

    /// A text as one line a block, its emphasis marked.
    fn shown(markdown: &str) -> Vec<String> {
        blocks(markdown, 2).iter().map(show_block).collect()
    }

    fn show_block(block: &Block) -> String {
        match block {
            Block::Heading(level, line) => format!("{} {}", "#".repeat((*level).into()), show_line(line)),
            Block::Paragraph(_, line) => show_line(line),
            Block::List(first, items) => {
                let items: Vec<String> =
                    items.iter().map(|item| item.iter().map(show_block).collect::<Vec<_>>().join("|")).collect();
                format!("{}({})", first.map(|n| n.to_string()).unwrap_or_default(), items.join(" • "))
            }
            other => panic!("not made from a text: {other:?}"),
        }
    }

    fn show_line(line: &Line) -> String {
        let piece = |inline: &Inline| match inline {
            Inline::Break => "⏎".to_owned(),
            Inline::Run(run) => match (run.emphasis.bold, run.emphasis.italic) {
                (false, false) => run.text().to_owned(),
                (true, false) => format!("**{}**", run.text()),
                (false, true) => format!("*{}*", run.text()),
                (true, true) => format!("***{}***", run.text()),
            },
        };
        line.0.iter().map(piece).collect()
    }

    #[test]
    fn headings_go_just_below_the_one_they_stand_under_and_no_deeper_than_six() {
        assert_eq!(shown("## Un\n\n### Deux\n\n###### Six"), ["### Un", "#### Deux", "###### Six"]);
        assert_eq!(shown("- #### Seul"), ["(### Seul)"]);
    }

    #[test]
    fn paragraphs_keep_their_emphasis_and_their_line_ends() {
        assert_eq!(shown("**Vu**\\\nle *code*\nci-joint"), ["**Vu**⏎le *code* ci-joint"]);
    }

    #[test]
    fn lists_keep_their_items_their_numbers_and_the_lists_inside() {
        assert_eq!(shown("- un\n- deux\n  1. a\n  2. b"), ["(un • deux|1(a • b))"]);
        assert_eq!(shown("3. trois\n4. quatre"), ["3(trois • quatre)"]);
    }

    #[test]
    fn what_is_not_in_the_small_markdown_is_printed_as_it_was_typed() {
        for typed in [
            "<script>alert(1)</script>",
            "<https://exemple.fr>",
            "&lt;b&gt; &amp;amp; &#60; &nbsp;R&D",
            "[cliquez](javascript:x)",
            "![image](x.png)",
            "[renvoi]: https://exemple.fr",
            "`code`",
            "> 3 500 habitants",
            "~~~ rust",
            "---",
        ] {
            assert_eq!(shown(typed), [typeset(typed)], "{typed}");
        }
        assert_eq!(shown("| a | b |\n|---|---|\n| 1 | 2 |"), ["| a | b |⏎|---|---|⏎| 1 | 2 |"]);
        assert_eq!(shown("    mis en retrait\n    deux"), ["mis en retrait⏎deux"]);
    }

    #[test]
    fn what_the_clerk_escaped_is_not_a_mark() {
        assert_eq!(shown(r"\*pas gras\* \[ni lien\] 18\:04"), ["*pas gras* [ni lien] 18:04"]);
    }

    #[test]
    fn lists_that_are_too_deep_for_any_act_are_read_without_running_out_of_memory() {
        let typed = format!("{}fin", "- ".repeat(20_000));
        let read = shown(&typed).concat();
        assert!(read.contains("fin"), "{read}");
        assert_eq!(read.matches('(').count(), DEEPEST_LIST);
    }

    fn words(text: &str) -> String {
        text.chars().filter(|c| c.is_alphanumeric()).collect()
    }

    fn words_of(blocks: &[Block]) -> String {
        blocks
            .iter()
            .map(|block| match block {
                Block::Heading(_, line) | Block::Paragraph(_, line) => words(&line.text()),
                Block::List(first, items) => {
                    // The numbers of a list are its own, not words of its items.
                    assert!(first.is_none());
                    items.iter().map(|item| words_of(item)).collect()
                }
                other => panic!("not made from a text: {other:?}"),
            })
            .collect()
    }

    proptest! {
        #[test]
        fn no_word_of_a_text_is_ever_lost(text in "[a-zé\\[\\]()<>`~*_#|!:.\\\\ \n-]{0,60}") {
            prop_assert_eq!(words_of(&blocks(&text, 2)), words(&text));
        }
    }
}
