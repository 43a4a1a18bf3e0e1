//! What `verifier` says of the notes: which cannot be read, which are of no report, which changed since they were recorded.

use std::path::Path;

use crate::council::notes::{Notes, changed};
use crate::council::sitting::Sitting;
use crate::french::record as words;
use crate::store::disk::RealDisk;
use crate::store::notes;

/// What is found, in French.
pub struct Checked {
    /// What has to be mended: the papers would not be what was noted, or not what was settled.
    pub wrong: Vec<String>,
    /// What is good to know.
    pub remarks: Vec<String>,
    /// What was noted.
    pub kept: Notes,
}

/// Looks at the notes beside that session file, of that sitting as it is recorded.
pub fn check(path: &Path, sitting: &Sitting) -> Checked {
    let kept = notes::load(&RealDisk, path, sitting.docket());
    let mut wrong: Vec<String> = kept.unreadable.values().map(words::note_problem).collect();
    let mut remarks: Vec<String> = kept.problems.iter().map(words::note_problem).collect();
    if let Some(settlement) = sitting.settlement() {
        let changed = changed(&settlement.notes, &kept.sums);
        wrong.extend((!changed.is_empty()).then(|| words::changed_since_the_settlement(&changed)));
    } else if sitting.stage().is_over() {
        let changed = changed(sitting.notes_at_close(), &kept.sums);
        remarks.extend((!changed.is_empty()).then(|| words::changed_since_the_close(&changed)));
    }
    Checked { wrong, remarks, kept: kept.notes }
}
