//! What a fact is about, apart from what it says.

use super::Event;
use crate::council::hour::Hour;

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

    /// At what hour it happened, if that was said or read from the clock of the evening.
    #[must_use]
    pub fn hour(&self) -> Option<Hour> {
        match self {
            Self::PresenceSet { at, .. }
            | Self::SeatTaken { at, .. }
            | Self::ProxyGiven { at, .. }
            | Self::SittingOpened { at }
            | Self::Recused { at, .. }
            | Self::ChairTaken { at, .. }
            | Self::SecretariesNamed { at, .. }
            | Self::InCameraVoted { at, .. }
            | Self::PublicAgain { at }
            | Self::Suspended { at }
            | Self::Resumed { at }
            | Self::Proclaimed { at, .. }
            | Self::SittingAdjourned { at, .. }
            | Self::SittingClosed { at, .. } => *at,
            Self::UrnClosed(signed) => signed.at,
            _ => None,
        }
    }

    /// Whether it is about the number of an act. Numbers follow from the session file as it was then, so that another
    /// reading of the record must take them as they are.
    #[must_use]
    pub fn is_of_a_number(&self) -> bool {
        matches!(self, Self::ActNumbered(_) | Self::ActWithdrawn(_))
    }
}
