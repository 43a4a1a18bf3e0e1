//! The questions of a gesture, each with what may be answered.

use super::Item;
use crate::council::id::MemberId;
use crate::french::screen::gesture::Ask;

/// A question of a gesture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// One of a list.
    Choice {
        /// The question.
        ask: Ask,
        /// The list; the first is the one that Enter takes.
        items: Vec<Item>,
        /// How many of them, the first, fit the moment.
        ahead: usize,
    },
    /// Several of a list, ticked.
    Ticks {
        /// The question.
        ask: Ask,
        /// The one that goes without saying.
        with: Option<Item>,
        /// The list.
        items: Vec<Item>,
        /// Those ticked from the start.
        ticked: Vec<Item>,
        /// What to say where none is ticked.
        missing: &'static str,
    },
    /// A member.
    Member {
        /// The question.
        ask: Ask,
        /// Among whom.
        among: Vec<MemberId>,
        /// The one that Enter takes.
        default: Option<MemberId>,
        /// Whether Enter says that it is nobody.
        nobody: bool,
    },
    /// Several members.
    Members {
        /// The question.
        ask: Ask,
        /// Among whom.
        among: Vec<MemberId>,
        /// Those that Enter takes.
        default: Vec<MemberId>,
        /// Whether Enter says that it is nobody.
        nobody: bool,
        /// How many it takes, said as they are named.
        needed: Option<u32>,
    },
    /// A number.
    Number {
        /// The question.
        ask: Ask,
        /// The highest.
        most: u32,
        /// How many are not told yet.
        left: u32,
        /// The one that Enter takes; none for as many as nothing else is said of.
        default: Option<u32>,
    },
    /// An hour.
    Hour {
        /// The question.
        ask: Ask,
    },
    /// A day.
    Date {
        /// The question.
        ask: Ask,
    },
    /// A text.
    Text {
        /// The question.
        ask: Ask,
        /// What stands there already.
        default: String,
        /// Whether it may be left out.
        may_be_empty: bool,
    },
}

impl Question {
    /// A member who has to be named.
    #[must_use]
    pub fn member(ask: Ask, among: Vec<MemberId>) -> Self {
        Self::Member { ask, among, default: None, nobody: false }
    }

    /// The question itself.
    #[must_use]
    pub fn ask(&self) -> Ask {
        match self {
            Self::Choice { ask, .. }
            | Self::Ticks { ask, .. }
            | Self::Member { ask, .. }
            | Self::Members { ask, .. }
            | Self::Number { ask, .. }
            | Self::Hour { ask }
            | Self::Date { ask }
            | Self::Text { ask, .. } => *ask,
        }
    }
}
