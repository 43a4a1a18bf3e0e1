//! Plain text, 80 columns wide. Lines break at plain spaces only; a name that is wider than the page is not cut.

mod table;

use textwrap::core::{Word, display_width};
use textwrap::wrap_algorithms::wrap_first_fit;

use crate::french::papers::{DRAFT, NOBODY};
use crate::papers::columns::words;
use crate::papers::document::{Block, Document, Line, Signatory, Status, Style};

/// Width of the page, in columns.
const WIDTH: usize = 80;
/// Width of one of two signatures side by side.
const HALF: usize = WIDTH / 2 - 1;

/// Writes the paper, blocks parted by one empty line.
pub fn write(document: &Document) -> String {
    let mut parts = Vec::new();
    if document.status == Status::Draft {
        parts.push(centred(DRAFT, WIDTH));
    }
    parts.push(all_lines(&document.blocks, WIDTH).join("\n"));
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

fn lines(block: &Block, width: usize) -> Vec<String> {
    match block {
        Block::Heading(level, line) => heading(*level, line, width),
        Block::Paragraph(Style::Text | Style::Object | Style::Decision, line) => wrapped(line, width),
        Block::Names(names) => wrapped(&names.line(NOBODY), width),
        Block::List(first, items) => list(*first, items, width),
        Block::Table(table) => table::lines(table, width),
        Block::NewSheet => vec![],
        Block::VoteTable(rows) => vote_table(rows),
        Block::Hemicycle(picture) => picture.caption.iter().flat_map(|line| wrapped(line, width)).collect(),
        Block::Signatures(signatories) => signatures(signatories, width),
        Block::Stamp(stamped) => stamp(stamped, width),
        Block::Enclosed(blocks) => {
            let rule = "─".repeat(width);
            std::iter::once(rule.clone())
                .chain([String::new()])
                .chain(all_lines(blocks, width))
                .chain([String::new(), rule])
                .collect()
        }
        Block::KeepTogether(blocks) => all_lines(blocks, width),
    }
}

/// Blocks parted by one empty line. One rule is enough between two texts that are set apart.
fn all_lines(blocks: &[Block], width: usize) -> Vec<String> {
    let mut all = Vec::new();
    let mut before: Option<&Block> = None;
    for block in blocks.iter().filter(|block| !block.is_only_drawn()) {
        let mut lines = lines(block, width);
        if matches!((before, block), (Some(Block::Enclosed(_)), Block::Enclosed(_))) {
            lines.drain(..2);
        }
        if !all.is_empty() {
            all.push(String::new());
        }
        all.extend(lines);
        before = Some(block);
    }
    all
}

fn heading(level: u8, line: &Line, width: usize) -> Vec<String> {
    let mut heading = wrapped(line, width);
    let underline = match level {
        1 => "=",
        2 => "-",
        3 => "·",
        _ => return heading,
    };
    let longest = heading.iter().map(|line| display_width(line)).max().unwrap_or(0);
    heading.push(underline.repeat(longest));
    heading
}

fn list(first: Option<u64>, items: &[Vec<Block>], width: usize) -> Vec<String> {
    let mut all = Vec::new();
    for (place, item) in (0u64..).zip(items) {
        let mark = first.map_or_else(|| "- ".to_owned(), |first| format!("{}. ", first.saturating_add(place)));
        let margin = " ".repeat(mark.len());
        let inside = all_lines(item, width.saturating_sub(mark.len()));
        if inside.is_empty() {
            all.push(mark.trim_end().to_owned());
        }
        for (number, line) in inside.iter().enumerate() {
            let before = if number == 0 { &mark } else { &margin };
            all.push(format!("{before}{line}").trim_end().to_owned());
        }
    }
    all
}

/// The figures line up on the right of their labels.
fn vote_table(rows: &[(Line, Line)]) -> Vec<String> {
    let rows: Vec<(String, String)> = rows.iter().map(|(label, value)| (label.text(), value.text())).collect();
    let widest =
        |side: fn(&(String, String)) -> &String| rows.iter().map(|row| display_width(side(row))).max().unwrap_or(0);
    let (label_width, value_width) = (widest(|row| &row.0), widest(|row| &row.1));
    let row = |(label, value): &(String, String)| {
        let gap = label_width - display_width(label) + 3 + value_width - display_width(value);
        format!("  {label}{}{value}", " ".repeat(gap))
    };
    rows.iter().map(row).collect()
}

/// Two signatories stand side by side, so that their names line up.
/// One alone; more of them two by two, names lined up under titles.
fn signatures(signatories: &[Signatory], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for row in signatories.chunks(2) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        match row {
            [left, right] => {
                lines.extend(side_by_side(&wrapped(&left.title, HALF), &wrapped(&right.title, HALF)));
                lines.push(String::new());
                lines.extend(side_by_side(&wrapped(&left.name, HALF), &wrapped(&right.name, HALF)));
            }
            alone => {
                for signatory in alone {
                    lines.extend(wrapped(&signatory.title, width));
                    // In a row of its own, under others, it has the same space to sign in.
                    lines.extend((signatories.len() > 1).then(String::new));
                    lines.extend(wrapped(&signatory.name, width));
                }
            }
        }
    }
    lines
}

fn side_by_side(left: &[String], right: &[String]) -> Vec<String> {
    let height = left.len().max(right.len());
    let cell = |side: &[String], row: usize| side.get(row).cloned().unwrap_or_default();
    (0..height)
        .map(|row| {
            let left = cell(left, row);
            let gap = " ".repeat((HALF + 2).saturating_sub(display_width(&left)));
            format!("{left}{gap}{}", cell(right, row)).trim_end().to_owned()
        })
        .collect()
}

fn stamp(stamped: &[Line], width: usize) -> Vec<String> {
    let inside: Vec<String> = stamped.iter().flat_map(|line| wrapped(line, width.saturating_sub(4))).collect();
    let widest = inside.iter().map(|line| display_width(line)).max().unwrap_or(0);
    let edge = "─".repeat(widest + 2);
    let row = |line: &String| format!("│ {line}{} │", " ".repeat(widest - display_width(line)));
    std::iter::once(format!("┌{edge}┐")).chain(inside.iter().map(row)).chain([format!("└{edge}┘")]).collect()
}

fn centred(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(display_width(text)) / 2))
}

/// A line broken at its plain spaces and at its own line ends.
fn wrapped(line: &Line, width: usize) -> Vec<String> {
    words(line)
        .iter()
        .flat_map(|words| {
            let fragments: Vec<Word<'_>> = words.iter().map(|word| spaced(word)).collect();
            #[allow(clippy::cast_precision_loss, reason = "a width of a page, in columns")]
            let rows = wrap_first_fit(&fragments, &[width as f64]);
            rows.iter().map(|row| row.iter().map(|word| word.word).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
        })
        .collect()
}

/// A word of the wrapper, parted from the next by one space.
fn spaced(word: &str) -> Word<'_> {
    Word { whitespace: " ", ..Word::from(word) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::document::Run;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_never_broken_and_a_dash_stays_with_the_name_before_it() {
        let name = "SICARD-DESNUELLE Marie-Pierre";
        let mut line = Line::prose("Étaient présents : ");
        for _ in 0..8 {
            line = line.then(Run::name(name)).then(Run::prose("\u{a0}– "));
        }
        let rows = wrapped(&line, WIDTH);
        assert!(rows.len() > 2);
        for row in rows {
            assert!(display_width(&row) <= WIDTH);
            assert!(!row.starts_with('–') && !row.ends_with("SICARD-DESNUELLE"), "{row}");
        }
    }

    #[test]
    fn figures_line_up_on_the_right() {
        let row = |label: &str, value: &str| (Line::prose(label), Line::prose(value));
        assert_eq!(vote_table(&[row("Votants", "9"), row("Pour", "10")]), ["  Votants    9", "  Pour      10"]);
    }

    #[test]
    fn two_signatories_stand_side_by_side() {
        let signatory = |title: &str, name: &str| Signatory { title: Line::prose(title), name: Run::name(name).into() };
        let rows = signatures(&[signatory("Le Président", "A B"), signatory("Le secrétaire", "C D")], WIDTH);
        assert_eq!(rows.iter().filter_map(|row| row.find(['L', 'A'])).collect::<Vec<_>>(), [0, 0]);
        assert!(rows.iter().any(|row| row.contains("A B") && row.contains("C D")));
    }

    proptest! {
        #[test]
        fn wrapping_keeps_every_word_and_breaks_at_plain_spaces_only(text in "[a-zé :;«»°n0-9-]{0,200}", width in 1usize..90) {
            let line = Line::prose(&text);
            let rows = wrapped(&line, width);
            let joined: Vec<&str> = rows.iter().flat_map(|row| row.split(' ')).filter(|word| !word.is_empty()).collect();
            let words: Vec<String> = line.text().split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect();
            prop_assert_eq!(joined, words);
            for row in rows {
                prop_assert!(display_width(&row) <= width || !row.contains(' '), "{}", row);
            }
        }
    }
}
