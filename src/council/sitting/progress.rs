//! How far a report is, and what its vote gave.

use std::sync::Arc;

use crate::council::ballot::Vote;
use crate::council::hour::Hour;
use crate::council::outcome::Outcome;
use crate::council::tally::Tally;

/// How far a report is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Progress {
    /// It is open: its vote is being taken, or it is told without one.
    Opened(Arc<Vote>),
    /// Its result was proclaimed, or it ended without a vote on its text.
    Done(Done),
}

/// A vote whose result was proclaimed, or a report that ended without one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Done {
    /// The vote as it was proclaimed, or rectified since.
    pub vote: Arc<Vote>,
    /// The nine figures; `None` where none were recorded, or no vote was taken.
    pub tally: Option<Tally>,
    /// The outcome.
    pub outcome: Outcome,
    /// At what hour it was proclaimed, if known.
    pub at: Option<Hour>,
    /// What it was before each rectification, in order.
    pub rectifications: Vec<Rectification>,
}

/// A result that was rectified.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rectification {
    /// Why.
    pub reason: String,
    /// The vote as it was before.
    pub vote: Arc<Vote>,
    /// The figures before, if any were recorded.
    pub tally: Option<Tally>,
    /// The outcome before.
    pub outcome: Outcome,
    /// At what hour it was rectified, if in the sitting.
    pub at: Option<Hour>,
}

impl Progress {
    /// The vote, open or done.
    #[must_use]
    pub fn vote(&self) -> &Vote {
        match self {
            Self::Opened(vote) => vote,
            Self::Done(done) => &done.vote,
        }
    }

    /// The result, once it is proclaimed.
    #[must_use]
    pub fn done(&self) -> Option<&Done> {
        match self {
            Self::Opened(_) => None,
            Self::Done(done) => Some(done),
        }
    }
}
