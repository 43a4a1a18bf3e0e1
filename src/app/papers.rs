//! Every paper written by one key of the preview, while the vote goes on.

use crate::french::screen::said;

use super::step::Said;
use super::{App, Effect};

/// How far the papers are that were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PapersAsked {
    /// None are.
    No,
    /// What was just noted is being saved first: papers are made of what is on the disk.
    AfterNotes,
    /// They are being written.
    UnderWay,
}

impl App {
    /// Asks for the papers, once at a time.
    pub(super) fn write_papers(&mut self) -> Vec<Effect> {
        if self.writing != PapersAsked::No {
            self.said = Some(Said::plain(said::PAPERS_UNDER_WAY));
            return vec![];
        }
        self.said = Some(Said::plain(said::PAPERS_BEGUN));
        self.writing = PapersAsked::AfterNotes;
        let effects = self.save_notes();
        if self.notebook.is_saving() { effects } else { self.papers_after_notes() }
    }

    /// The notes are saved, or cannot be, which is said by itself: the papers may be written.
    pub(super) fn papers_after_notes(&mut self) -> Vec<Effect> {
        if self.writing != PapersAsked::AfterNotes {
            return vec![];
        }
        self.writing = PapersAsked::UnderWay;
        vec![Effect::WritePapers]
    }

    /// Says what became of them: at once if nothing else is said, else after it.
    pub(super) fn papers_written(&mut self, said: Said) {
        self.writing = PapersAsked::No;
        let waited = [said::PAPERS_BEGUN, said::PAPERS_UNDER_WAY];
        match &self.said {
            Some(other) if !waited.contains(&other.text.as_str()) => self.notices.push_back(said.text),
            _ => self.said = Some(said),
        }
    }
}
