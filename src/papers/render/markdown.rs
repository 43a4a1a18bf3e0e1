//! Markdown. What comes from data is escaped: read again, it gives the same text, with no mark, link or tag in it.

use crate::french::papers::{DRAFT, NOBODY};
use crate::papers::document::{Block, Document, Emphasis, Inline, Line, Signatory, Status, Style, Table};

/// Writes the paper, blocks parted by one empty line.
pub fn write(document: &Document) -> String {
    let mut lines = Vec::new();
    if document.status == Status::Draft {
        lines.extend([format!("**{DRAFT}**"), String::new()]);
    }
    lines.extend(all_lines(&document.blocks));
    lines.push(String::new());
    lines.join("\n")
}

/// Blocks parted by one empty line. A list that follows another has another mark, or they would be one; one rule is
/// enough between two texts that are set apart.
fn all_lines(blocks: &[Block]) -> Vec<String> {
    let mut all = Vec::new();
    let mut lists_in_a_row = 0;
    let mut before: Option<&Block> = None;
    for block in blocks {
        lists_in_a_row = if matches!(block, Block::List(..)) { lists_in_a_row + 1 } else { 0 };
        let mut lines = lines(block, lists_in_a_row % 2 == 0);
        if matches!((before, block), (Some(Block::Enclosed(_)), Block::Enclosed(_))) {
            lines.drain(..2);
        }
        before = Some(block);
        if lines.is_empty() {
            continue;
        }
        if !all.is_empty() {
            all.push(String::new());
        }
        all.extend(lines);
    }
    all
}

fn lines(block: &Block, other_mark: bool) -> Vec<String> {
    match block {
        Block::Heading(level, line) => match one_line(line, Emphasis::default()) {
            text if text.is_empty() => Vec::new(),
            text => vec![format!("{} {text}", "#".repeat(usize::from((*level).clamp(1, 6))))],
        },
        Block::Paragraph(Style::Text, line) => paragraph(line, Emphasis::default()),
        Block::Paragraph(Style::Object | Style::Decision, line) => {
            paragraph(line, Emphasis { bold: true, italic: false })
        }
        Block::Names(names) => paragraph(&names.line(NOBODY), Emphasis::default()),
        Block::List(first, items) => list(*first, items, other_mark),
        Block::Table(table) => data_table(table),
        Block::NewSheet => vec![],
        Block::VoteTable(rows) => vote_table(rows),
        Block::Hemicycle(picture) => {
            picture.caption.iter().flat_map(|line| paragraph(line, Emphasis::default())).collect()
        }
        Block::Signatures(signatories) => signatures(signatories),
        Block::Stamp(stamped) => {
            let last = stamped.len().saturating_sub(1);
            let line = |(place, line): (usize, &Line)| {
                format!("> {}{}", one_line(line, Emphasis::default()), if place < last { "\\" } else { "" })
            };
            stamped.iter().enumerate().map(line).collect()
        }
        Block::Enclosed(blocks) => {
            let mut all = vec!["---".to_owned(), String::new()];
            all.extend(all_lines(blocks));
            all.extend([String::new(), "---".to_owned()]);
            all
        }
        Block::KeepTogether(blocks) => all_lines(blocks),
    }
}

fn list(first: Option<u64>, items: &[Vec<Block>], other_mark: bool) -> Vec<String> {
    let mut all = Vec::new();
    let apart = items.iter().any(|item| item.len() > 1);
    let insides: Vec<Vec<String>> = items.iter().map(|item| all_lines(item)).collect();
    // Lists of lists of nothing: « - - - » would be read as a rule.
    let would_be_a_rule = insides.iter().filter_map(|inside| inside.first()).any(|line| is_nothing_but_marks(line));
    for (place, inside) in (0u64..).zip(insides) {
        let mark = match (first, other_mark) {
            (None, _) if would_be_a_rule => "+ ".to_owned(),
            (None, false) => "- ".to_owned(),
            (None, true) => "* ".to_owned(),
            (Some(first), false) => format!("{}. ", first.saturating_add(place)),
            (Some(first), true) => format!("{}) ", first.saturating_add(place)),
        };
        let margin = " ".repeat(mark.len());
        if apart && place > 0 {
            all.push(String::new());
        }
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

fn is_nothing_but_marks(line: &str) -> bool {
    line.chars().all(|character| matches!(character, '-' | '*' | ' '))
}

/// A table of Markdown has a head, even an empty one.
fn vote_table(rows: &[(Line, Line)]) -> Vec<String> {
    let cell = |line: &Line| one_line(line, Emphasis::default());
    let row = |(label, value): &(Line, Line)| format!("| {} | {} |", cell(label), cell(value));
    ["| | |".to_owned(), "|:---|---:|".to_owned()].into_iter().chain(rows.iter().map(row)).collect()
}

/// Figures line up on the right. A cell is on one line, and its bars are escaped.
fn data_table(table: &Table) -> Vec<String> {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let cells = |row: &Vec<Line>| row.iter().map(|cell| one_line(cell, Emphasis::default())).collect();
    let heads = table.columns.iter().map(|column| one_line(&column.head, Emphasis::default())).collect();
    let rules = table.columns.iter().map(|column| if column.figures { "---:" } else { ":---" }.to_owned()).collect();
    [row(heads), row(rules)].into_iter().chain(table.rows.iter().map(|it| row(cells(it)))).collect()
}

/// Several signatories are two rows of a table, so that their names line up.
fn signatures(signatories: &[Signatory]) -> Vec<String> {
    let bold = Emphasis { bold: true, italic: false };
    match signatories {
        [] => Vec::new(),
        [one] => {
            let parts = [one_line(&one.title, Emphasis::default()), one_line(&one.name, bold)];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            parts.join("\\\n").lines().map(str::to_owned).collect()
        }
        several => {
            let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
            let titles = several.iter().map(|one| one_line(&one.title, Emphasis::default())).collect();
            let names = several.iter().map(|one| one_line(&one.name, bold)).collect();
            vec![row(titles), row(several.iter().map(|_| "---".to_owned()).collect()), row(names)]
        }
    }
}

/// A paragraph, each of its own line ends written as `\`.
fn paragraph(line: &Line, style: Emphasis) -> Vec<String> {
    let rows: Vec<String> = rows(line, style).iter().map(|row| written(row)).filter(|row| !row.is_empty()).collect();
    let last = rows.len().saturating_sub(1);
    let ended = |(place, row): (usize, String)| if place < last { format!("{row}\\") } else { row };
    rows.into_iter().enumerate().map(ended).collect()
}

/// A line for a heading or a cell, which cannot hold a line end.
fn one_line(line: &Line, style: Emphasis) -> String {
    let rows: Vec<String> = rows(line, style).iter().map(|row| written(row)).collect();
    rows.join(" ").trim().to_owned()
}

/// The runs of each row in the style of the whole, those of one look joined.
fn rows(line: &Line, style: Emphasis) -> Vec<Vec<(String, Emphasis)>> {
    let mut rows: Vec<Vec<(String, Emphasis)>> = vec![Vec::new()];
    for inline in &line.0 {
        match (inline, rows.last_mut()) {
            (Inline::Run(run), Some(row)) if !run.text().is_empty() => {
                let (bold, italic) = (run.emphasis.bold || style.bold, run.emphasis.italic || style.italic);
                let emphasis = Emphasis { bold, italic };
                match row.last_mut() {
                    Some((text, same)) if *same == emphasis => text.push_str(run.text()),
                    _ => row.push((run.text().to_owned(), emphasis)),
                }
            }
            (Inline::Run(_), _) => {}
            (Inline::Break, _) => rows.push(Vec::new()),
        }
    }
    rows
}

/// A row of runs, escaped, with the marks of their emphasis.
fn written(row: &[(String, Emphasis)]) -> String {
    let mut written = String::new();
    let mut after_a_mark = false;
    for (place, (text, emphasis)) in row.iter().enumerate() {
        let mark = match (emphasis.bold, emphasis.italic) {
            (false, false) => "",
            (true, false) => "**",
            (false, true) => "*",
            (true, true) => "***",
        };
        // A mark holds only next to what it marks: spaces stay outside of it.
        let core = text.trim();
        let (before, after) = text.split_once(core).unwrap_or((text, ""));
        let left = if before.is_empty() { written.chars().next_back() } else { Some(' ') };
        let next = row.get(place + 1).and_then(|(text, _)| text.chars().next());
        let right = if after.is_empty() { next } else { Some(' ') };
        let touches_a_mark = after_a_mark && before.is_empty();
        let has_a_mark = !mark.is_empty() && !core.is_empty();
        let marked =
            has_a_mark && !touches_a_mark && holds(left, core.chars().next()) && holds(right, core.chars().next_back());
        written.push_str(before);
        if marked {
            written.push_str(mark);
        }
        escape_into(&mut written, core);
        if marked {
            written.push_str(mark);
        }
        written.push_str(after);
        after_a_mark = marked && after.is_empty();
    }
    escape_head(written.trim_matches([' ', '\t']))
}

/// Whether a mark between those two characters is read as one. Where it would be printed as stars, it is left out.
fn holds(outside: Option<char>, inside: Option<char>) -> bool {
    inside.is_some_and(char::is_alphanumeric) || outside.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation())
}

/// Escapes whatever Markdown, its tables, its formulas and its bare links know, wherever it stands.
fn escape_into(written: &mut String, text: &str) {
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let is_mark = matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '@' | '{' | '}'
        );
        let starts_a_link =
            (character == ':' && rest.peek() == Some(&'/')) || (character == '.' && ends_with_www(written));
        if is_mark || starts_a_link {
            written.push('\\');
        }
        written.push(character);
    }
}

fn ends_with_www(written: &str) -> bool {
    written.get(written.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

/// Escapes what is a mark at the head of a line only: of a list, a title, a rule.
fn escape_head(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = &line[digits..];
    if line.starts_with(['-', '+', '=']) {
        format!("\\{line}")
    } else if digits > 0 && after.starts_with(['.', ')']) {
        format!("{}\\{after}", &line[..digits])
    } else {
        line.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::document::{Names, Run};
    use crate::papers::markdown_text;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    /// What an independent reader of the Markdown sees: the words, and whether anything in it is live.
    fn read(markdown: &str) -> (String, bool) {
        let (mut text, mut is_live) = (String::new(), false);
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::SoftBreak | Event::HardBreak | Event::End(_) => text.push(' '),
                Event::Rule => {}
                Event::Start(tag) => {
                    use pulldown_cmark::Tag::{BlockQuote, CodeBlock, HtmlBlock, Image, Link, Strikethrough};
                    is_live |= matches!(
                        tag,
                        Link { .. } | Image { .. } | HtmlBlock | CodeBlock(_) | Strikethrough | BlockQuote(_)
                    );
                }
                _ => is_live = true,
            }
        }
        (squeezed(&text), is_live)
    }

    /// Spaces of every kind left out: a mark may stand in for one.
    fn squeezed(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    fn paper(blocks: Vec<Block>) -> Document {
        Document {
            title: String::new(),
            body: String::new(),
            date: jiff::civil::date(2025, 3, 3),
            reference: String::new(),
            status: Status::Final,
            fields: std::collections::BTreeMap::new(),
            blocks,
        }
    }

    fn run() -> impl Strategy<Value = Inline> {
        let text = "[a-zé0-9 \\[\\]()<>`~*_#|!:.«»’/@&$=+{}\\\\-]{0,12}";
        prop_oneof![
            1 => Just(Inline::Break),
            9 => (text, any::<bool>(), any::<bool>()).prop_map(|(text, bold, italic)| {
                Inline::Run(Run::prose(&text).emphasised(Emphasis { bold, italic }))
            }),
        ]
    }

    fn line() -> impl Strategy<Value = Line> {
        proptest::collection::vec(run(), 0..5).prop_map(Line)
    }

    proptest! {
        #[test]
        fn any_text_read_again_is_the_same_and_nothing_in_it_is_live(line in line()) {
            for block in [
                Block::Paragraph(Style::Text, line.clone()),
                Block::Paragraph(Style::Decision, line.clone()),
                Block::Heading(2, line.clone()),
                Block::Names(Names { head: line.clone(), names: vec![line.clone()] }),
                Block::List(None, vec![vec![Block::Paragraph(Style::Text, line.clone())]]),
                Block::VoteTable(vec![(line.clone(), line.clone())]),
                Block::Enclosed(vec![Block::Paragraph(Style::Text, line.clone())]),
            ] {
                let expected = match &block {
                    Block::Names(names) => names.line(NOBODY).text(),
                    Block::VoteTable(_) => line.text().repeat(2),
                    _ => line.text(),
                };
                let markdown = write(&paper(vec![block]));
                let (text, is_live) = read(&markdown);
                prop_assert_eq!(text, squeezed(&expected), "{}", markdown);
                prop_assert!(!is_live, "{}", markdown);
            }
        }

        #[test]
        fn a_text_of_the_session_file_is_written_as_it_was_read(typed in "[a-z0-9 *_#.\\n-]{0,60}") {
            let blocks = markdown_text::blocks(&typed, 0);
            let again = markdown_text::blocks(&write(&paper(blocks.clone())), 0);
            let words = |blocks: &[Block]| squeezed(&read(&write(&paper(blocks.to_vec()))).0);
            prop_assert_eq!(words(&blocks), words(&again));
        }
    }

    #[test]
    fn emphasis_is_kept_next_to_spaces_and_letters() {
        let bold = |text: &str| Run::prose(text).bold();
        let line = Line::prose("« ").then(bold("la Convention ")).then(Run::prose("» et l’")).then(bold("État"));
        assert_eq!(paragraph(&line, Emphasis::default()), ["«\u{a0}**la Convention** » et l’**État**"]);
    }

    #[test]
    fn lists_of_lists_of_nothing_are_no_rule() {
        for typed in ["- * *", "- - *\n- a"] {
            let blocks = markdown_text::blocks(typed, 0);
            assert_eq!(markdown_text::blocks(&write(&paper(blocks.clone())), 0), blocks, "{typed}");
        }
    }

    #[test]
    fn one_list_after_another_stays_another() {
        let list = |text: &str| Block::List(None, vec![vec![Block::Paragraph(Style::Text, Line::prose(text))]]);
        assert_eq!(write(&paper(vec![list("a"), list("b")])), "- a\n\n* b\n");
    }
}
