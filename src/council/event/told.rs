//! What a fact is about, apart from what it says.

use super::Event;

impl Event {
    /// The same fact, without the sums of the notes.
    #[must_use]
    pub fn without_notes(&self) -> Self {
        let mut event = self.clone();
        if let Self::SittingAdjourned { notes, .. }
        | Self::SittingClosed { notes, .. }
        | Self::MinutesSettled { notes, .. } = &mut event
        {
            notes.clear();
        }
        event
    }

    /// Whether it is about the number of an act. Numbers follow from the session file as it was then, so that another
    /// reading of the record must take them as they are.
    #[must_use]
    pub fn is_of_a_number(&self) -> bool {
        matches!(self, Self::ActNumbered(_) | Self::ActWithdrawn(_))
    }
}
