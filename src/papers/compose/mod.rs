//! From the sitting to a document, one file a paper. What is missing is missing in the paper, never invented.

mod attendance;
mod course;
mod deliberation;
mod minutes;
mod officers;
mod rectified;
mod recusals;
mod texts;
mod vote;

use crate::council::sitting::Sitting;
use crate::french::minutes::to_be_completed;

use super::document::{Document, Line, Paper, Run};

/// Composes a paper of the sitting as it stands: same state, same document.
///
/// `seal` is the head of the record as four groups of four digits, printed in the minutes; `None` where there is no
/// record. Gives `None` for a report that is not on the agenda.
#[must_use]
pub fn compose(sitting: &Sitting, paper: &Paper, seal: Option<&str>) -> Option<Document> {
    match paper {
        Paper::Minutes => Some(minutes::compose(sitting, seal)),
        Paper::Deliberation(report) => deliberation::compose(sitting, report),
    }
}

/// A mention that nobody has given yet: « [à compléter : heure d’ouverture] ».
fn missing(what: &str) -> Line {
    Run::prose(&to_be_completed(what)).bold().into()
}
