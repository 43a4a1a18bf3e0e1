//! The commands that are made most often, in few words.

use super::{Command, Voices};
use crate::council::ballot::Choice;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};

impl Command {
    /// The command that records what voices say.
    #[must_use]
    pub fn voices(report: &ReportId, voices: Vec<(MemberId, Choice)>) -> Self {
        Self::SetVoices(Voices::on_the_text(report, voices))
    }

    /// The command that opens a report alone.
    #[must_use]
    pub fn open_report(report: &ReportId) -> Self {
        Self::OpenReport { report: report.clone(), with: Vec::new() }
    }

    /// The command that proclaims the result of a report, and opens another alone if one is given.
    #[must_use]
    pub fn proclaim(report: &ReportId, at: Option<Hour>, then_open: Option<ReportId>) -> Self {
        Self::Proclaim { report: report.clone(), on: None, at, then_open, then_with: Vec::new() }
    }
}

/// What is not said is so.
pub(super) fn yes() -> bool {
    true
}
