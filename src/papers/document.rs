//! A paper as a tree: what it says, and what each part of it is. How it looks is each writer's.
//!
//! Every text goes in through a [`Run`], which shows what is hidden and sets the French typography. A writer breaks
//! lines at the plain spaces of a run, never inside a run that is kept whole.

mod hemicycle;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::council::id::ReportId;
use crate::council::plain::plain;
use crate::french::typography::{NO_BREAK, typeset};

pub use hemicycle::{Hemicycle, Said, Sign, Wedge};

/// Which paper of a sitting. The yearly register is made from several sittings: see [`super::compose_register`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// *Procès-verbal* of the whole sitting.
    Minutes,
    /// *Procès-verbal abrégé*: every mention of the law, without the texts of the reports.
    ShortMinutes,
    /// *Délibération* of one report.
    Deliberation(ReportId),
    /// *Liste des délibérations examinées*, adopted and rejected, for the door and the site.
    Examined,
    /// *Feuille de présence*, to sign.
    AttendanceSheet,
    /// *Relevé nominatif* of one vote: one line a member.
    NominalRecord(ReportId),
    /// *Procès-verbal de dépouillement* of the secret ballots of one report: totals, and the sign-off list apart.
    CountingRecord(ReportId),
    /// *Convocation*, with the agenda by chapter.
    Convocation,
}

/// A paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its title in plain words, for a file's properties or a window.
    pub title: String,
    /// The body whose paper it is, for a file's properties.
    pub body: String,
    /// The day of the sitting: the date of the file, so that the same state gives the same bytes.
    pub date: Date,
    /// What the foot of each page names it by: « `2022_CT2_010` », « Séance du 3 mars 2022 ».
    pub reference: String,
    /// Whether it may still change.
    pub status: Status,
    /// What the fields of a clerk's own model hold.
    pub fields: Fields,
    /// What it holds, in order. The first is a heading of level 1.
    pub blocks: Vec<Block>,
}

/// How far a paper is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// « PROJET » stands on it: a délibération not yet proclaimed, minutes not yet settled (*arrêté*).
    Draft,
    /// It says what was decided.
    Final,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// A text, empty if it is not known.
    Text(String),
    /// A number, if it is known.
    Number(Option<u32>),
    /// Texts, in order.
    List(Vec<String>),
    /// Lines, each with fields of its own.
    Rows(Vec<Fields>),
}

/// Fields by their names.
pub type Fields = BTreeMap<&'static str, FieldValue>;

/// A part of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading, of level 1 to 6.
    Heading(u8, Line),
    /// A paragraph.
    Paragraph(Style, Line),
    /// A list of names under its head: « Étaient présents : … ».
    Names(Names),
    /// A list; numbered from that number if it has one.
    List(Option<u64>, Vec<Vec<Block>>),
    /// A table with its head: the list for the door, an attendance sheet.
    Table(Table),
    /// What follows begins on a new sheet.
    NewSheet,
    /// The figures of a vote: each label and its value.
    VoteTable(Vec<(Line, Line)>),
    /// A public ballot, seat by seat.
    Hemicycle(Hemicycle),
    /// Who signs: title and name, side by side.
    Signatures(Vec<Signatory>),
    /// What another office stamps on the paper: the receipt of the prefecture, one line each.
    Stamp(Vec<Line>),
    /// The text of another body, or an annex: set apart, so that nobody takes it for what this body decided.
    Enclosed(Vec<Block>),
    /// Blocks that stay on one page: a signature never stands alone.
    KeepTogether(Vec<Block>),
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Running text.
    Text,
    /// *Objet*: what the act is about.
    Object,
    /// *Décision*.
    Decision,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it lists, for who hears it.
    pub caption: Line,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Line>>,
    /// How high a row is at least, in lines of text: room to sign.
    pub least_lines: u8,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub head: Line,
    /// Its share of the width, beside the shares of the others.
    pub share: u16,
    /// Whether it holds figures, which line up on the right.
    pub figures: bool,
}

/// A list of names under its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// « Étaient présents », without a colon.
    pub head: Line,
    /// The names in order, each with what is said of it; none is « Néant ».
    pub names: Vec<Line>,
}

/// Someone who signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// In what quality: « Le Président ».
    pub title: Line,
    /// The name; empty if it is not known.
    pub name: Line,
}

/// What stands between two ends of paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Inline>);

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Text of one look.
    Run(Run),
    /// A new line in the same paragraph.
    Break,
}

/// Text of one look. What is hidden in it is made visible; its typography is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    text: String,
    /// Bold, italics, both or neither.
    pub emphasis: Emphasis,
    /// Never broken over two lines, nor hyphenated: names, numbers of acts.
    pub kept_whole: bool,
    /// Stands for something that nobody has given yet: « [à compléter : …] ».
    pub missing: bool,
}

/// How a run stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Emphasis {
    /// *Gras*.
    pub bold: bool,
    /// *Italique*.
    pub italic: bool,
}

impl Run {
    /// Running text, set in French typography.
    #[must_use]
    pub fn prose(text: &str) -> Self {
        Self { text: typeset(&on_one_line(text)), emphasis: Emphasis::default(), kept_whole: false, missing: false }
    }

    /// A name: set, and kept whole.
    #[must_use]
    pub fn name(text: &str) -> Self {
        Self { kept_whole: true, ..Self::prose(text) }
    }

    /// A number of an act, a receipt, an hour in figures: kept whole and as it is, without typography.
    #[must_use]
    pub fn literal(text: &str) -> Self {
        Self { text: on_one_line(text), emphasis: Emphasis::default(), kept_whole: true, missing: false }
    }

    /// The mark of what nobody has given yet, in bold.
    #[must_use]
    pub fn mark(text: &str) -> Self {
        Self { missing: true, ..Self::prose(text).bold() }
    }

    /// The same run, standing out.
    #[must_use]
    pub fn emphasised(self, emphasis: Emphasis) -> Self {
        Self { emphasis, ..self }
    }

    /// The same run in bold.
    #[must_use]
    pub fn bold(self) -> Self {
        self.emphasised(Emphasis { bold: true, italic: false })
    }

    /// The text as it is printed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A part of the same run, kept whole or not: its typography is that of the whole.
    pub(super) fn part(&self, text: &str, kept_whole: bool) -> Self {
        Self { text: text.to_owned(), kept_whole, ..self.clone() }
    }
}

/// A run is on one line; what is hidden is shown by its code.
fn on_one_line(text: &str) -> String {
    plain(&text.replace(['\n', '\r', '\t'], " ")).into_owned()
}

impl Line {
    /// A line of running text.
    #[must_use]
    pub fn prose(text: &str) -> Self {
        Self::from(Run::prose(text))
    }

    /// Whether nothing is printed for it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.runs().all(|run| run.text().trim().is_empty())
    }

    /// Adds a run.
    #[must_use]
    pub fn then(mut self, run: Run) -> Self {
        self.0.push(Inline::Run(run));
        self
    }

    /// The runs, in order.
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        self.0.iter().filter_map(|inline| match inline {
            Inline::Run(run) => Some(run),
            Inline::Break => None,
        })
    }

    /// Whether more than half of it stands in runs that are kept whole: they leave few spaces to stretch, and such a line
    /// is aligned on the left only.
    #[must_use]
    pub fn is_mostly_kept_whole(&self) -> bool {
        let letters = |only_kept: bool| -> usize {
            let runs = self.runs().filter(|run| run.kept_whole || !only_kept);
            runs.map(|run| run.text().chars().count()).sum()
        };
        2 * letters(true) > letters(false)
    }

    /// The words alone, on one line.
    #[must_use]
    pub fn text(&self) -> String {
        let piece = |inline: &Inline| match inline {
            Inline::Run(run) => run.text().to_owned(),
            Inline::Break => " ".to_owned(),
        };
        self.0.iter().map(piece).collect()
    }
}

impl Block {
    /// Whether nothing of it can be said where nothing is drawn: a picture without a caption.
    #[must_use]
    pub fn is_only_drawn(&self) -> bool {
        matches!(self, Self::Hemicycle(picture) if picture.caption.is_none())
    }

    /// Whether it announces the next, and stays on its page: it ends with a colon, or is bold throughout as a heading is.
    #[must_use]
    pub fn announces(&self) -> bool {
        let Self::Paragraph(Style::Text, line) = self else { return false };
        line.text().trim_end().ends_with(':') || (!line.is_blank() && line.runs().all(|run| run.emphasis.bold))
    }
}

/// The cells of a row in one line, parted by dashes.
#[must_use]
pub fn joined(cells: &[Line]) -> Line {
    let mut line = Line::default();
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            line = line.then(Run::prose(" – "));
        }
        line.0.extend(cell.0.iter().cloned());
    }
    line
}

impl From<Run> for Line {
    fn from(run: Run) -> Self {
        Self(vec![Inline::Run(run)])
    }
}

impl Names {
    /// Head and names as one line: « Étaient présents : A – B »; a name is parted from the next by « – ».
    #[must_use]
    pub fn line(&self, nobody: &str) -> Line {
        let mut line = Line(self.head.0.clone()).then(Run::prose(" : "));
        if self.names.is_empty() {
            return line.then(Run::prose(nobody));
        }
        for (place, name) in self.names.iter().enumerate() {
            if place > 0 {
                // The dash stays with the name before it.
                line = line.then(Run::prose(&format!("{NO_BREAK}– ")));
            }
            line.0.extend(name.0.iter().cloned());
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_shows_what_is_hidden_and_is_set_in_french() {
        assert_eq!(Run::prose("l'avis : oui\u{202e}").text(), "l’avis\u{a0}: oui‹U+202E›");
        assert_eq!(Run::literal("CHL-002: 10/03").text(), "CHL-002: 10/03");
        assert_eq!(Run::prose("une\nligne").text(), "une ligne");
    }

    #[test]
    fn a_line_of_figures_is_mostly_kept_whole_and_a_sentence_with_a_name_is_not() {
        let figures = Line::from(Run::name("Votants : 25")).then(Run::prose(" – ")).then(Run::name("Pour : 25"));
        let sentence = Line::from(Run::name("Madame SICRE")).then(Run::prose(" quitte la séance à 21 h 26."));
        assert_eq!([figures, sentence].map(|line| line.is_mostly_kept_whole()), [true, false]);
    }

    #[test]
    fn a_bold_lead_in_and_a_colon_announce_what_follows() {
        let text = |line: Line| Block::Paragraph(Style::Text, line);
        let lines =
            [Run::prose("Scrutin ordinaire").bold().into(), Line::prose("Ont été comptés :"), Line::prose("Fin.")];
        assert_eq!(lines.map(|line| text(line).announces()), [true, true, false]);
    }

    #[test]
    fn a_list_of_names_parts_them_by_dashes_and_says_when_it_is_empty() {
        let names = |names: &[&str]| Names {
            head: Line::prose("Étaient absents"),
            names: names.iter().map(|name| Run::name(name).into()).collect(),
        };
        assert_eq!(names(&["A B", "C D"]).line("Néant").text(), "Étaient absents\u{a0}: A B\u{a0}– C D");
        assert_eq!(names(&[]).line("Néant").text(), "Étaient absents\u{a0}: Néant");
    }
}
