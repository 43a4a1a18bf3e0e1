//! The urn of a secret ballot, from its events: who may sign, who signed, what was found in it, and what a text gets of it.

use std::collections::{BTreeMap, BTreeSet};

use super::election::{Contest, Round};
use super::room::Room;
use crate::council::election::CandidateList;
use crate::council::id::MemberId;
use crate::council::secret::{Count as Totals, Ticket};

/// The rounds of a secret ballot, the one that is held last.
#[derive(Clone)]
pub(super) struct Urn<'a> {
    pub rounds: Vec<Round<'a>>,
    /// Whose voice was heard since the urn of the last round was opened: by himself, or by whom.
    heard: BTreeMap<&'a MemberId, Option<&'a MemberId>>,
}

/// For and against, and the ballots that are neither.
pub(super) struct OfAText {
    pub in_urn: u32,
    pub unvoiced: u32,
    pub for_: u32,
    pub against: u32,
    /// Members who put none into the urn, and were heard while it was open or when it was closed.
    pub without_a_ballot: u32,
    pub in_office: u32,
}

impl<'a> Urn<'a> {
    pub fn opened() -> Self {
        Self { rounds: vec![Round::first()], heard: BTreeMap::new() }
    }

    pub fn is_closed(&self) -> bool {
        self.rounds.last().is_some_and(|round| round.signed.is_some())
    }

    /// The room moved while the urn is open: who was heard may have put a ballot into it, as long as he may take part and the
    /// seat is his.
    pub fn hear(&mut self, room: &Room<'a>, barred: &BTreeSet<&'a MemberId>) {
        let is_free = |id: &MemberId| !barred.contains(id) && room.holds_a_seat(id);
        self.heard.retain(|member, by| is_free(member) && by.is_none_or(is_free));
        for member in room.voices(barred) {
            let by = room.away.contains(member).then(|| room.powers.get(member).copied()).flatten();
            self.heard.insert(member, by);
        }
    }

    pub fn may_hold_a_ballot_of(&self, member: &MemberId) -> bool {
        self.heard.contains_key(member)
    }

    /// The urn is closed. Who signed for another and left was there too.
    pub fn close(
        &mut self,
        signed: BTreeSet<&'a MemberId>,
        stood: &'a [CandidateList],
        room: &Room<'a>,
        barred: &BTreeSet<&'a MemberId>,
    ) {
        let mut voices = room.voices(barred);
        for member in signed.iter().copied().filter(|member| !voices.clone().contains(member)).collect::<Vec<_>>() {
            voices.insert(member);
            voices.extend(self.heard.get(member).copied().flatten());
        }
        let in_office = u32::try_from(room.seats.len()).unwrap_or(u32::MAX);
        if let Some(round) = self.rounds.last_mut() {
            round.without_a_ballot = u32::try_from(voices.difference(&signed).count()).unwrap_or(u32::MAX);
            round.signed = Some(signed);
            round.in_office = in_office;
            round.stood = stood;
        }
    }

    /// Another round: in a post that nobody has yet, or in the next one.
    pub fn go_on(&mut self, contest: &Contest<'a>) {
        let next = self.rounds.last().map(|last| match last.gives(contest) {
            Some(super::election::Gives::Filled(_)) => Round { post: last.post + 1, ..Round::first() },
            _ => Round { post: last.post, number: last.number + 1, ..Round::first() },
        });
        self.rounds.extend(next);
        self.heard.clear();
    }

    /// What the ballots on a text said; `None` before they are counted.
    pub fn of_a_text(&self) -> Option<OfAText> {
        let round = self.rounds.last()?;
        let totals = round.totals.as_ref()?;
        Some(OfAText {
            in_urn: totals.in_urn,
            unvoiced: totals.blank.checked_add(totals.null)?,
            for_: votes_for(totals, &Ticket::For),
            against: votes_for(totals, &Ticket::Against),
            without_a_ballot: round.without_a_ballot,
            in_office: round.in_office,
        })
    }
}

/// How many ballots said that.
pub(super) fn votes_for(totals: &Totals, ticket: &Ticket) -> u32 {
    totals.votes.iter().find(|(of, _)| of == ticket).map_or(0, |(_, votes)| *votes)
}

/// Whether every ballot that was found is counted once, and nothing else is; each name at most once.
pub(super) fn add_up(totals: &Totals) -> bool {
    let names: BTreeSet<&Ticket> = totals.votes.iter().map(|(ticket, _)| ticket).collect();
    let mut left = i128::from(totals.in_urn) - i128::from(totals.blank) - i128::from(totals.null);
    for (_, votes) in &totals.votes {
        left -= i128::from(*votes);
    }
    left == 0 && names.len() == totals.votes.len()
}
