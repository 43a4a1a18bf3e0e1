//! The urn of a secret ballot while it is held: who has not signed yet, and the ballots as they are read out. All of it is in
//! memory alone, until it is final: nothing of its course is written anywhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::council::hour::Hour;
use crate::council::id::MemberId;
use crate::council::secret::{Count, Ticket};

/// How far the tellers are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// *Émargement*: members put their ballots into the urn, and sign.
    #[default]
    Signing,
    /// The urn is closed and opened: its ballots are counted, unread.
    Emptied,
    /// *Dépouillement*: the ballots are read out one by one.
    Reading,
    /// *Recomptage*: they are read out once more, beside the first totals.
    ReadingAgain,
    /// The totals are recorded: the result of the round is shown.
    Final,
}

/// What one ballot said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// A valid one.
    Ticket(Ticket),
    /// *Blanc*.
    Blank,
    /// *Nul*.
    Null,
}

/// The urn as the tellers see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Urn {
    /// How far they are.
    pub stage: Stage,
    /// Those for whom no ballot was put into the urn; everyone else of the room is taken to have signed.
    pub unsigned: BTreeSet<MemberId>,
    /// When the urn was opened.
    pub opened_at: Option<Hour>,
    /// How many ballots were found in it, as typed.
    pub in_urn: Option<u32>,
    /// How many ballots of each ticket were read out.
    pub read: BTreeMap<Ticket, u32>,
    /// Blank ones.
    pub blank: u32,
    /// Null ones.
    pub null: u32,
    /// The one read out last, so that one key takes it back; no other is remembered.
    pub last: Option<Read>,
    /// Members who are no candidates and got ballots, in the order of the table.
    pub others: BTreeSet<MemberId>,
    /// The first totals, while the ballots are read out again.
    pub before: Option<Count>,
}
