//! The délibération beside the vote, as it would stand if the result were proclaimed now.
//!
//! It is composed anew when the sitting changed, never for a frame, and once the frame that shows a vote recorded stands.

use crate::app::notes::NotesPanel;
use crate::app::sheet::{Row, lay_out};
use crate::app::{App, Panel, Place, Size};
use crate::council::command::Command;
use crate::council::decide::Reasons;
use crate::council::finding::Finding;
use crate::council::id::ReportId;
use crate::council::mentions::{self, Missing};
use crate::council::notes::Notes;
use crate::council::phrases::Phrases;
use crate::council::sitting::{Progress, Sitting};
use crate::french::mentions::list;
use crate::papers::document::Block;
use crate::papers::{Paper, Sources, compose};

/// From how many columns on it is shown.
pub const FROM_COLUMNS: u16 = 150;
/// The columns that the vote and the agenda beside it want.
const VOTE: u16 = 110;
/// The columns of the narrowest sheet, with its frame.
const NARROWEST: u16 = 54;
/// The columns of the widest: those of the whole preview.
const WIDEST: u16 = 78;
/// The columns of the frame.
const FRAME: u16 = 4;

/// What it was composed of: as long as that stays, so does the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Source {
    report: ReportId,
    entry: u64,
    is_noted: bool,
    columns: u16,
}

/// The paper in rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    source: Source,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The row at which the vote begins: before it nothing changes as voices are noted.
    pub vote: usize,
    /// The decision and who signs: they stand at the foot of the sheet, so that a name that is noted above them moves
    /// nothing.
    pub foot: Vec<Row>,
    /// Whether the result is not proclaimed yet.
    pub draft: bool,
    /// What the minutes would miss of this report, each with its article.
    pub missing: Vec<String>,
}

/// The columns that it takes of a window of that size; none where there is no room for it.
#[must_use]
pub fn columns(size: Size) -> Option<u16> {
    (size.columns >= FROM_COLUMNS).then(|| size.columns.saturating_sub(VOTE).clamp(NARROWEST, WIDEST))
}

impl App {
    /// The paper beside the vote, if there is one to show.
    #[must_use]
    pub fn beside(&self) -> Option<&Beside> {
        let wanted = self.wanted_beside()?;
        // One of another report would be read for that of this one.
        self.beside.as_ref().filter(|beside| beside.source.report == wanted.report && self.place == Place::Vote)
    }

    /// Whether the paper beside the vote is not the one that is wanted now.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        let wanted = self.wanted_beside();
        self.beside.as_ref().map(|beside| &beside.source) != wanted.as_ref()
    }

    /// Composes what can wait until the frame is drawn; says whether there is something new to draw.
    pub fn catch_up(&mut self) -> bool {
        let Some(source) = self.wanted_beside() else { return self.beside.take().is_some() };
        if self.beside.as_ref().is_some_and(|beside| beside.source == source) {
            return false;
        }
        let notes = self.notebook.notes();
        self.beside = Some(Beside::of(source, self.sitting(), &self.phrases, &notes));
        true
    }

    fn wanted_beside(&self) -> Option<Source> {
        // Lines that are read aloud have no column beside them.
        let columns = columns(self.size).filter(|_| self.met == super::super::Met::OnAScreen)?.saturating_sub(FRAME);
        let notes: Option<&NotesPanel> = self.panels.iter().find_map(|panel| match panel {
            Panel::Notes(notes) => Some(notes),
            _ => None,
        });
        let report = self.vote.as_ref().filter(|_| self.place == Place::Vote && notes.is_none())?.shown().clone();
        let is_noted = !self.notebook.text(&report).trim().is_empty();
        Some(Source { report, entry: self.history.next_number(), is_noted, columns })
    }
}

impl Beside {
    fn of(source: Source, sitting: &Sitting, phrases: &Phrases, notes: &Notes) -> Self {
        let as_if = proclaimed(sitting, &source.report);
        let draft = sitting.progress(&source.report).and_then(Progress::done).is_none();
        let sitting = as_if.as_ref().unwrap_or(sitting);
        let paper = Paper::Deliberation(source.report.clone());
        let document = compose(&Sources { sitting, seal: None, notes, phrases }, &paper);
        let blocks = document.map(|document| document.blocks).unwrap_or_default();
        // The heading of the vote is the last one.
        let heading = blocks.iter().rposition(|block| matches!(block, Block::Heading(2, _))).unwrap_or(0);
        let (before, behind) = blocks.split_at(heading);
        let is_foot = |block: &Block| matches!(block, Block::KeepTogether(_));
        let (behind, foot) = behind.split_at(behind.iter().rposition(is_foot).unwrap_or(behind.len()));
        let mut rows = lay_out(before, usize::from(source.columns));
        if !rows.is_empty() {
            rows.push(Row::new());
        }
        let vote = rows.len();
        rows.extend(lay_out(behind, usize::from(source.columns)));
        let of_it = |missing: &Missing| match missing {
            Missing::ReportText(report)
            | Missing::Discussions(report)
            | Missing::Tellers(report)
            | Missing::Candidates(report)
            | Missing::BallotHours(report) => *report == source.report,
            Missing::ClosingHour => false,
            _ => true,
        };
        let missing: Vec<_> =
            mentions::missing(sitting, notes).into_iter().filter(|mention| of_it(&mention.missing)).collect();
        let foot = lay_out(foot, usize::from(source.columns));
        Self { rows, vote, foot, draft, missing: list(&missing, sitting.docket()), source }
    }

    /// How many rows are scrolled away where so many are shown: the vote stands a fifth of the way down, and stays there
    /// while voices are noted, whatever names come below it.
    #[must_use]
    pub fn scroll(&self, shown: usize) -> usize {
        self.vote.saturating_sub(shown / 5).min(self.rows.len().saturating_sub(1))
    }
}

/// The sitting as it would be if the result of the report were proclaimed now; `None` where it cannot be.
fn proclaimed(sitting: &Sitting, report: &ReportId) -> Option<Sitting> {
    let command =
        Command::Proclaim { report: report.clone(), on: None, at: None, then_open: None, then_with: Vec::new() };
    let events = match sitting.decide(&command, &Reasons::new()) {
        Ok(accepted) => accepted.events,
        Err(refused) if refused.needs_only_a_reason() => {
            let reasons = refused.findings.iter().map(Finding::code).map(|code| (code, "…".to_owned())).collect();
            sitting.decide(&command, &reasons).ok()?.events
        }
        Err(_) => return None,
    };
    let mut as_if = sitting.clone();
    for event in &events {
        as_if.apply(event);
    }
    Some(as_if)
}
