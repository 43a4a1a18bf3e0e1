//! A paper laid out in rows, to be looked at before it is printed: one more writer of the same document.

mod table;

use unicode_width::UnicodeWidthStr;

use crate::french::papers::NOBODY;
use crate::papers::document::{Block, Inline, Line, Signatory, Style};

/// Columns of the sheet: what the narrowest window shows.
pub const COLUMNS: usize = 74;

/// How a piece of a row looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    /// Running text.
    Plain,
    /// Bold.
    Bold,
    /// Italics.
    Italic,
    /// A heading.
    Heading,
    /// The decision.
    Decision,
    /// What is to be completed.
    Missing,
    /// Frames and leaders.
    Frame,
}

/// A row of the sheet: pieces one after another.
pub type Row = Vec<(Look, String)>;

/// Lays blocks out on a sheet of so many columns, parted by an empty row.
#[must_use]
pub fn lay_out(all: &[Block], columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for block in all.iter().filter(|block| !block.is_only_drawn()) {
        if !rows.is_empty() {
            rows.push(Row::new());
        }
        rows.extend(rows_of(block, columns));
    }
    rows
}

fn rows_of(block: &Block, columns: usize) -> Vec<Row> {
    match block {
        Block::Heading(1, line) => {
            wrapped(line, columns, Some(Look::Heading)).into_iter().map(|row| centred(row, columns)).collect()
        }
        Block::Heading(_, line) => wrapped(line, columns, Some(Look::Heading)),
        Block::Paragraph(Style::Text, line) => wrapped(line, columns, None),
        Block::Paragraph(Style::Object, line) => wrapped(line, columns, Some(Look::Bold)),
        Block::Paragraph(Style::Decision, line) => wrapped(line, columns, Some(Look::Decision)),
        Block::Names(names) => wrapped(&names.line(NOBODY), columns, None),
        Block::List(first, items) => list(*first, items, columns),
        Block::Table(table) => table::rows(table, columns),
        Block::NewSheet => vec![],
        Block::VoteTable(figures) => vote_table(figures),
        Block::Hemicycle(picture) => picture.caption.iter().flat_map(|line| wrapped(line, columns, None)).collect(),
        Block::Signatures(signatories) => signatures(signatories, columns),
        Block::Stamp(lines) => {
            let inside = lines.iter().flat_map(|line| wrapped(line, columns.saturating_sub(2), None));
            inside.map(|row| behind("▏ ", row)).collect()
        }
        Block::Enclosed(inside) => {
            lay_out(inside, columns.saturating_sub(2)).into_iter().map(|row| behind("│ ", row)).collect()
        }
        Block::KeepTogether(inside) => lay_out(inside, columns),
    }
}

fn behind(mark: &str, mut row: Row) -> Row {
    row.insert(0, (Look::Frame, mark.to_owned()));
    row
}

fn centred(row: Row, columns: usize) -> Row {
    let taken: usize = row.iter().map(|(_, text)| text.width()).sum();
    behind(&" ".repeat(columns.saturating_sub(taken) / 2), row)
}

fn list(first: Option<u64>, items: &[Vec<Block>], columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for (place, item) in (0u64..).zip(items) {
        let mark = first.map_or_else(|| "– ".to_owned(), |first| format!("{}. ", first.saturating_add(place)));
        let margin = " ".repeat(mark.width());
        let inside = lay_out(item, columns.saturating_sub(mark.width()));
        for (number, row) in inside.into_iter().enumerate() {
            rows.push(behind(if number == 0 { &mark } else { &margin }, row));
        }
    }
    rows
}

/// The figures line up on the right, led to by dots.
fn vote_table(figures: &[(Line, Line)]) -> Vec<Row> {
    const TABLE: usize = 44;
    let row = |(label, value): &(Line, Line)| {
        let (label, value) = (label.text(), value.text());
        let dots = TABLE.saturating_sub(label.width() + value.width() + 2);
        vec![(Look::Plain, format!("  {label} ")), (Look::Frame, "·".repeat(dots)), (Look::Bold, format!(" {value}"))]
    };
    figures.iter().map(row).collect()
}

/// Two signatories stand side by side.
fn signatures(signatories: &[Signatory], columns: usize) -> Vec<Row> {
    let half = columns / 2;
    let row = |part: fn(&Signatory) -> &Line| -> Row {
        signatories
            .iter()
            .map(|signatory| {
                let text = part(signatory).text();
                let gap = " ".repeat(half.saturating_sub(text.width()).max(1));
                (Look::Plain, format!("{text}{gap}"))
            })
            .collect()
    };
    vec![row(|signatory| &signatory.title), Row::new(), row(|signatory| &signatory.name)]
}

/// A line broken at its plain spaces; what is kept whole stays in one piece.
fn wrapped(line: &Line, columns: usize, look: Option<Look>) -> Vec<Row> {
    let mut sheet = Sheet { rows: vec![Row::new()], taken: 0, columns };
    let mut word = Row::new();
    for inline in &line.0 {
        let Inline::Run(run) = inline else {
            sheet.take(&mut word);
            sheet.rows.push(Row::new());
            sheet.taken = 0;
            continue;
        };
        let look = match (run.missing, look, run.emphasis.bold, run.emphasis.italic) {
            (true, ..) => Look::Missing,
            (false, Some(look), ..) => look,
            (false, None, true, _) => Look::Bold,
            (false, None, false, true) => Look::Italic,
            (false, None, false, false) => Look::Plain,
        };
        if run.kept_whole {
            word.push((look, run.text().to_owned()));
            continue;
        }
        for (place, part) in run.text().split(' ').enumerate() {
            if place > 0 {
                sheet.take(&mut word);
            }
            if !part.is_empty() {
                word.push((look, part.to_owned()));
            }
        }
    }
    sheet.take(&mut word);
    sheet.rows
}

/// Rows being filled.
struct Sheet {
    rows: Vec<Row>,
    taken: usize,
    columns: usize,
}

impl Sheet {
    fn take(&mut self, word: &mut Row) {
        let width: usize = word.iter().map(|(_, text)| text.width()).sum();
        if width == 0 {
            word.clear();
            return;
        }
        if self.taken > 0 && self.taken + 1 + width > self.columns {
            self.rows.push(Row::new());
            self.taken = 0;
        }
        let Some(row) = self.rows.last_mut() else { return };
        let gap = usize::from(self.taken > 0);
        for (place, (look, text)) in word.drain(..).enumerate() {
            let spaced = if place == 0 && gap > 0 { format!(" {text}") } else { text };
            match row.last_mut() {
                Some((before, so_far)) if *before == look => so_far.push_str(&spaced),
                _ => row.push((look, spaced)),
            }
        }
        self.taken += gap + width;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::document::{Emphasis, Run};

    fn text(rows: &[Row]) -> Vec<String> {
        rows.iter().map(|row| row.iter().map(|(_, text)| text.as_str()).collect()).collect()
    }

    #[test]
    fn a_line_breaks_at_plain_spaces_and_a_name_stays_whole() {
        let line = Line::prose("Étaient présents : ").then(Run::name("SICARD-DESNUELLE Marie-Pierre"));
        assert_eq!(text(&wrapped(&line, 24, None)), ["Étaient présents\u{a0}:", "SICARD-DESNUELLE Marie-Pierre"]);
    }

    #[test]
    fn bold_words_stay_bold_and_are_parted_from_the_others_by_one_space() {
        let bold = Run::prose("Article 1").emphasised(Emphasis { bold: true, italic: false });
        let line = Line::from(bold).then(Run::prose(" : le tarif est fixé"));
        let rows = wrapped(&line, 74, None);
        assert_eq!(text(&rows), ["Article\u{a0}1\u{a0}: le tarif est fixé"]);
        assert_eq!(rows[0][0], (Look::Bold, "Article\u{a0}1".to_owned()));
    }
}
