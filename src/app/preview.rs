//! The paper as it stands: the délibération of a report, the *procès-verbal de dépouillement* of its urn, or the
//! procès-verbal. Composed when it is asked for.

mod beside;

pub use beside::{Beside, columns as columns_beside};

use crate::council::id::ReportId;
use crate::council::mentions;
use crate::council::notes::Notes;
use crate::council::phrases::Phrases;
use crate::council::sitting::Sitting;
use crate::french::screen::preview as words;
use crate::french::typography::typeset;
use crate::papers::document::Status;
use crate::papers::{Paper, Sources, compose};

use super::Size;
use super::keymap::Action;
use super::sheet::{COLUMNS, Look, Row, lay_out};
use super::step::{Said, Step};

/// The rows that stay above what is missing.
const ABOVE: usize = 2;

/// Which of the papers is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Deliberation,
    /// Of a report that is voted by urn.
    Counting,
    Minutes,
}

/// The preview of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    report: Option<ReportId>,
    shown: Shown,
    /// The paper's own title, less the name of the body.
    pub title: String,
    /// Whether « PROJET » stands on it.
    pub draft: bool,
    /// How many mentions a draft of the minutes misses; of an act, how many marks stand in it.
    pub missing: usize,
    /// The paper in rows.
    pub rows: Vec<Row>,
    /// How many rows are scrolled away.
    pub scroll: usize,
    phrases: Phrases,
    columns: usize,
}

/// Read aloud, a paragraph is heard whole as far as one line goes.
const COLUMNS_READ_ALOUD: usize = 230;

impl Preview {
    /// The délibération of that report, or the procès-verbal when there is none, in those words.
    #[must_use]
    pub fn of(report: Option<ReportId>, sitting: &Sitting, phrases: &Phrases, notes: &Notes) -> Self {
        Self::in_columns(COLUMNS, report, sitting, phrases, notes)
    }

    /// The same, to be read aloud: its paragraphs are not cut at the columns of a sheet.
    #[must_use]
    pub fn aloud(report: Option<ReportId>, sitting: &Sitting, phrases: &Phrases, notes: &Notes) -> Self {
        Self::in_columns(COLUMNS_READ_ALOUD, report, sitting, phrases, notes)
    }

    fn in_columns(
        columns: usize,
        report: Option<ReportId>,
        sitting: &Sitting,
        phrases: &Phrases,
        notes: &Notes,
    ) -> Self {
        let shown = if report.is_some() { Shown::Deliberation } else { Shown::Minutes };
        let mut preview = Self {
            report,
            shown,
            title: String::new(),
            draft: true,
            missing: 0,
            rows: Vec::new(),
            scroll: 0,
            phrases: phrases.clone(),
            columns,
        };
        preview.compose(sitting, notes);
        preview
    }

    /// Composes the paper, which may have changed while it was looked at.
    pub(super) fn compose(&mut self, sitting: &Sitting, notes: &Notes) {
        let paper = match (&self.report, self.shown) {
            (Some(report), Shown::Deliberation) => Paper::Deliberation(report.clone()),
            (Some(report), Shown::Counting) => Paper::CountingRecord(report.clone()),
            _ => Paper::Minutes,
        };
        // The seal is that of the record on the disk, which is not known here: the printed paper has it.
        if let Some(document) = compose(&Sources { sitting, seal: None, notes, phrases: &self.phrases }, &paper) {
            self.rows = lay_out(&document.blocks, self.columns);
            self.draft = document.status == Status::Draft;
            let misses_some = self.draft && paper == Paper::Minutes;
            self.missing = if misses_some { mentions::missing(sitting, notes).len() } else { self.marked().count() };
            without_body(&document.title, sitting).clone_into(&mut self.title);
        }
    }

    /// The paper that comes behind the one that is shown: the délibération, the count of the ballots if the report has an urn,
    /// the minutes, and the délibération again.
    fn other(&self, sitting: &Sitting) -> Shown {
        let Some(report) = &self.report else { return Shown::Minutes };
        let has_an_urn = sitting.votes_taken(report).any(|(_, done)| done.vote.secret().is_some())
            || sitting.secret_vote(report, None).is_some();
        match self.shown {
            Shown::Deliberation if has_an_urn => Shown::Counting,
            Shown::Deliberation | Shown::Counting => Shown::Minutes,
            Shown::Minutes => Shown::Deliberation,
        }
    }

    /// The rows in which something that is missing begins to be marked.
    fn marked(&self) -> impl Iterator<Item = usize> {
        let is_marked = |row: &Row| row.iter().any(|(look, _)| *look == Look::Missing);
        let begins = move |place: &usize| {
            let before = place.checked_sub(1).and_then(|before| self.rows.get(before));
            self.rows.get(*place).is_some_and(is_marked) && !before.is_some_and(is_marked)
        };
        (0..self.rows.len()).filter(begins)
    }

    /// The row of what is missing behind the one that is shown first, the first one again behind the last.
    fn next_missing(&self, above: usize) -> Option<usize> {
        let behind = |place: &usize| place.saturating_sub(above) > self.scroll;
        self.marked().find(behind).or_else(|| self.marked().next()).map(|place| place.saturating_sub(above))
    }

    /// How many rows of the paper a window of that size shows.
    #[must_use]
    pub fn rows_shown(size: Size) -> usize {
        usize::from(size.rows).saturating_sub(6)
    }

    /// What a key does here.
    pub(super) fn update(&mut self, action: Action, sitting: &Sitting, notes: &Notes, shown: usize) -> Step {
        let page = page_of(shown);
        let by = match action {
            Action::OtherPaper => {
                self.shown = self.other(sitting);
                self.compose(sitting, notes);
                self.scroll = 0;
                0
            }
            Action::Next => {
                // Read aloud, the row of the mark is the one that is heard.
                let above = if shown > ABOVE { ABOVE } else { 0 };
                let Some(row) = self.next_missing(above) else { return Step::Say(Said::plain(words::NOTHING_MISSING)) };
                let furthest = self.rows.len().saturating_sub(shown);
                // On the last page the mark is in sight already: the next one is the first of all.
                let row =
                    if row > furthest && self.scroll >= furthest { self.marked().next().unwrap_or(0) } else { row };
                self.scroll = row;
                0
            }
            Action::Back => return Step::Back,
            _ => action.rows(page).unwrap_or(0),
        };
        let furthest = self.rows.len().saturating_sub(shown);
        self.scroll = self.scroll.saturating_add_signed(by).min(furthest);
        Step::Stay
    }
}

/// How many rows a page of a text is, where so many are shown: the last one stays in sight. Read aloud, a row at a time is
/// shown, and a page is ten of them.
pub(super) fn page_of(shown: usize) -> isize {
    isize::try_from(shown).unwrap_or(isize::MAX).saturating_sub(1).max(10)
}

/// The title without the name of the body, which stands on top of the screen: what the paper is would be cut for it.
fn without_body<'a>(title: &'a str, sitting: &Sitting) -> &'a str {
    let body = typeset(&sitting.docket().body.name);
    match title.split_once('–') {
        Some((before, rest)) if before.trim() == body => rest.trim(),
        _ => title,
    }
}
