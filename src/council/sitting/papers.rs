//! What the papers of the sitting bear: the numbers of its acts, and whether the minutes are settled.

use std::borrow::Cow;

use super::Sitting;
use crate::council::agenda::Report;
use crate::council::notes::NoteSums;
use crate::council::settlement::Settlement;

impl Sitting {
    /// The number of a report's act as it stands: typed in the file, fixed at the proclamation, or provisional.
    #[must_use]
    pub fn act<'a>(&'a self, report: &'a Report) -> Option<Cow<'a, str>> {
        report.act.as_deref().map(Cow::Borrowed)
    }

    /// The sums of the notes when the sitting was closed or adjourned; empty if there were none.
    #[must_use]
    pub fn notes_at_close(&self) -> &NoteSums {
        &self.notes_at_close
    }

    /// When the minutes were settled, once they are.
    #[must_use]
    pub fn settlement(&self) -> Option<&Settlement> {
        self.settlement.as_ref()
    }
}
