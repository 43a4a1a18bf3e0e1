//! Every paper written by one key of the preview, while the vote goes on.

use crate::french::screen::said;

use super::step::Said;
use super::{App, Effect};

impl App {
    /// Asks for the papers, once at a time.
    pub(super) fn write_papers(&mut self) -> Vec<Effect> {
        if self.writes_papers {
            self.said = Some(Said::plain(said::PAPERS_UNDER_WAY));
            return vec![];
        }
        self.writes_papers = true;
        self.said = Some(Said::plain(said::PAPERS_BEGUN));
        vec![Effect::WritePapers]
    }

    /// Says what became of them: at once if nothing else is said, else after it.
    pub(super) fn papers_written(&mut self, said: Said) {
        self.writes_papers = false;
        let waited = [said::PAPERS_BEGUN, said::PAPERS_UNDER_WAY];
        match &self.said {
            Some(other) if !waited.contains(&other.text.as_str()) => self.notices.push_back(said.text),
            _ => self.said = Some(said),
        }
    }
}
