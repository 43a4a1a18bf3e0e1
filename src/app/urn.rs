//! The urn of a secret ballot while it is held: who put no ballot into it, and the ballots as they are read out. All of it is
//! in memory alone until it is final: nothing of its course is written, printed or told, and of its order nothing is kept but
//! the last ballot, so that one key takes it back.

mod in_hand;
mod keys;
mod seen;
mod signing;

pub(in crate::app) use in_hand::goes_on_at_the_urn;
pub use seen::{Line, Missing};

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::council::hour::Hour;
use crate::council::id::MemberId;
use crate::council::secret::{Count, SecretVote, Ticket};

use super::Key;
use super::keymap::Action;
use super::picker::Picker;

/// How long a key that read a ballot out reads no other: keyboards repeat a key kept down faster, fingers slower.
const BALLOT_HELD_MS: u64 = 100;

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

/// What one ballot says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// A valid one.
    Ticket(Ticket),
    /// *Blanc*.
    Blank,
    /// *Nul*.
    Null,
}

/// What a ballot says that needs no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sense {
    /// *Pour* the text.
    For,
    /// *Contre* the text.
    Against,
    /// *Blanc*.
    Blank,
    /// *Nul*.
    Null,
}

/// The urn as the tellers see it. It prints as its bare name: a panic report must not say what was read.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Urn {
    /// Of which round all this is, by how many there are.
    rounds: usize,
    /// How far the tellers are.
    pub stage: Stage,
    /// Those for whom no ballot was put into the urn; everyone else of the room is taken to have signed.
    pub unsigned: BTreeSet<MemberId>,
    /// Those marked last, so that one key takes that back.
    marked: Vec<MemberId>,
    /// When the urn was opened, if known.
    pub opened_at: Option<Hour>,
    /// The digits of a number that is being typed.
    pub typed: String,
    /// How many ballots were found in it, once that is said.
    pub in_urn: Option<u32>,
    /// How many ballots of each ticket were read out.
    pub read: BTreeMap<Ticket, u32>,
    /// Blank ones.
    pub blank: u32,
    /// Null ones.
    pub null: u32,
    /// The one read out last; no other is remembered.
    pub last: Option<Read>,
    /// Members who got ballots. Those who are no candidates keep the letter with which they came.
    pub others: Vec<MemberId>,
    /// The first totals, while the ballots are read out again.
    pub before: Option<Count>,
    /// The line whose total is typed.
    pub at: Option<usize>,
    /// The search for a member who is no candidate.
    pub seeking: Option<Picker>,
    /// What was asked last and takes a second time to be done.
    warned: Option<Action>,
    /// The key of the ballot read last, and when it came: a key kept down reads no ballots unseen.
    pressed: Option<(Key, u64)>,
}

impl fmt::Debug for Urn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Urn")
    }
}

impl Urn {
    /// How many ballots say so.
    #[must_use]
    pub fn ballots(&self, read: &Read) -> u32 {
        match read {
            Read::Ticket(ticket) => self.read.get(ticket).copied().unwrap_or(0),
            Read::Blank => self.blank,
            Read::Null => self.null,
        }
    }

    fn ballots_mut(&mut self, read: &Read) -> &mut u32 {
        match read {
            Read::Ticket(ticket) => self.read.entry(ticket.clone()).or_default(),
            Read::Blank => &mut self.blank,
            Read::Null => &mut self.null,
        }
    }

    /// What the last ballot said, of those read out one by one.
    #[must_use]
    pub fn last(&self) -> Option<&Read> {
        self.last.as_ref()
    }

    /// The totals as they stand.
    #[must_use]
    pub fn count(&self) -> Count {
        let votes = self.read.iter().map(|(ticket, number)| (ticket.clone(), *number)).collect();
        let in_urn = self.in_urn.unwrap_or(0);
        Count { in_urn, blank: self.blank, null: self.null, votes }.in_order()
    }

    /// How many ballots were read out.
    #[must_use]
    pub fn counted(&self) -> u32 {
        self.count().counted()
    }

    /// How many are left to read; none where more were read than found.
    #[must_use]
    pub fn left(&self) -> u32 {
        self.in_urn.unwrap_or(0).saturating_sub(self.counted())
    }

    /// Whether as many were read out as were found.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.in_urn == Some(self.counted())
    }

    /// Whether the ballots read again gave other totals than the first time.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.before.as_ref().is_some_and(|before| *before != self.count())
    }

    /// Whether it is that of a round being held here: not one seen again, nor one held in another place.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.rounds > 0
    }

    /// Whether something is in memory that leaving the program would lose.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        match self.stage {
            Stage::Signing => !self.unsigned.is_empty(),
            Stage::Reading | Stage::ReadingAgain => true,
            Stage::Emptied | Stage::Final => false,
        }
    }

    /// Those marked, of those who may sign.
    pub fn unsigned_of<'a>(
        &'a self,
        voices: impl Iterator<Item = &'a MemberId> + 'a,
    ) -> impl Iterator<Item = &'a MemberId> {
        voices.filter(|voice| self.unsigned.contains(*voice))
    }

    /// One more ballot says so.
    fn read_out(&mut self, read: Read) {
        *self.ballots_mut(&read) += 1;
        if let Read::Ticket(ticket) = &read {
            self.remember(ticket);
        }
        self.last = Some(read);
    }

    fn remember(&mut self, ticket: &Ticket) {
        if let Ticket::Member(member) = ticket
            && !self.others.contains(member)
        {
            self.others.push(member.clone());
        }
    }

    /// Whether a key that reads a ballot out is the one that did so a moment ago, kept down.
    pub(super) fn is_kept_down(&mut self, key: Key, now_ms: u64) -> bool {
        let before = self.pressed.replace((key, now_ms));
        before.is_some_and(|(other, at)| other == key && now_ms.saturating_sub(at) < BALLOT_HELD_MS)
    }

    /// Takes the last ballot back; none but the last is remembered.
    fn take_back(&mut self) -> bool {
        let Some(last) = self.last.take() else { return false };
        let ballots = self.ballots_mut(&last);
        *ballots = ballots.saturating_sub(1);
        true
    }

    /// Reads again from nothing; what was read is kept beside if it was whole.
    fn read_again(&mut self) {
        self.before = if self.agrees() { Some(self.count()) } else { self.before.take() };
        self.forget_the_ballots();
    }

    /// The first totals are those of the count again, where the ballots were to be read once more.
    fn take_the_first_reading_back(&mut self) -> bool {
        let Some(before) = self.before.take() else { return false };
        (self.blank, self.null) = (before.blank, before.null);
        self.read = before.votes.into_iter().collect();
        true
    }

    fn forget_the_ballots(&mut self) {
        self.read.clear();
        (self.blank, self.null, self.last, self.at) = (0, 0, None, None);
        self.typed.clear();
    }

    /// Follows the record: what is there is taken from there, so that taking it back loses nothing; another round begins
    /// with nothing. Says whether it is another.
    pub(super) fn follow(&mut self, secret: Option<&SecretVote>) -> bool {
        let Some(secret) = secret else {
            *self = Self::default();
            return false;
        };
        let is_another = self.rounds != secret.rounds.len();
        if is_another {
            *self = Self { rounds: secret.rounds.len(), ..Self::default() };
        }
        self.typed.clear();
        (self.seeking, self.at, self.warned) = (None, None, None);
        let Some(round) = secret.last() else { return is_another };
        let Some(urn) = &round.urn else {
            // The urn is open, or open again: nothing was taken out of it.
            (self.in_urn, self.before) = (None, None);
            self.forget_the_ballots();
            return is_another;
        };
        // Who left before the closing without a ballot is in neither set, and stays marked if the urn is opened again.
        self.unsigned.retain(|voice| !urn.signed.contains(voice));
        self.unsigned.extend(urn.unsigned.iter().cloned());
        self.opened_at = urn.opened_at;
        self.marked.clear();
        let Some(count) = &round.count else { return is_another };
        self.in_urn = Some(count.in_urn);
        (self.blank, self.null, self.last, self.before) = (count.blank, count.null, None, None);
        self.read = count.votes.iter().cloned().collect();
        for (ticket, _) in &count.votes {
            self.remember(ticket);
        }
        is_another
    }
}
