//! What the room may be shown of the sitting on a public display (*écran public*): what the secretary decided of it, and
//! the one place that says how much of a vote may be seen.

use super::ballot::{Ballot, Vote};

/// What the secretary decided of the public display.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Control {
    /// What it shows.
    pub showing: Showing,
    /// Whether the voices are shown while a vote is being taken.
    pub live: bool,
}

/// What the public display shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Showing {
    /// *Suivre*: the sitting as it goes.
    #[default]
    Follows,
    /// *Effacer*: a neutral screen, the council and the day.
    Cleared,
    /// *Figer*: the sitting as it stood after that entry of the record, whatever comes.
    Frozen {
        /// The number of the last entry that is shown; 0 before the first.
        after: u64,
    },
}

impl Control {
    /// The neutral screen: what is shown when nobody can tell what the secretary decided.
    pub const NEUTRAL: Self = Self { showing: Showing::Cleared, live: false };

    /// Whether the display does what it does when nobody touched it.
    #[must_use]
    pub fn is_ordinary(&self) -> bool {
        *self == Self::default()
    }

    /// The number of the last entry that may be shown; `None` for all.
    #[must_use]
    pub fn limit(&self) -> Option<u64> {
        match self.showing {
            Showing::Frozen { after } => Some(after),
            Showing::Follows | Showing::Cleared => None,
        }
    }
}

/// How much of a vote may be shown to the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Revealed {
    /// That it is being taken, and nothing of what is said in it.
    Nothing,
    /// Its outcome, and nothing else: a secret ballot.
    Outcome,
    /// Its figures too.
    Figures,
    /// What each seat says too, without a name.
    Seats,
}

impl Revealed {
    /// How much of that vote may be shown: nothing before its result is proclaimed, unless the secretary shows the voices
    /// live; then all that was recorded, never a name.
    ///
    /// Of a secret ballot (art. L.2121-21 of the CGCT), nothing before its result is proclaimed, live or not, and never a seat.
    #[must_use]
    pub fn of(vote: &Vote, is_proclaimed: bool, live: bool) -> Self {
        if !is_proclaimed && !live {
            return Self::Nothing;
        }
        match vote.ballot {
            Ballot::Secret { .. } if is_proclaimed => Self::Outcome,
            Ballot::Secret { .. } => Self::Nothing,
            Ballot::Ordinary | Ballot::Public { .. } if vote.way.names() => Self::Seats,
            Ballot::Ordinary | Ballot::Public { .. } => Self::Figures,
        }
    }
}
