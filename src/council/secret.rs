//! A secret ballot (*scrutin secret*): who signed the list, what was in the urn. No type here has room for a voter beside a
//! choice: those who signed are a set, what the ballots said are totals, and the two are never kept together.
//!
//! Source: CGCT, art. L.2121-21. A text that is voted so has one round; an election has up to three for each post.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::election::CandidateList;
use super::hour::Hour;
use super::id::MemberId;
use super::way::Counts;

/// What a valid ballot paper says (*bulletin*).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ticket {
    /// *Pour* the text.
    #[serde(rename = "Pour")]
    For,
    /// *Contre* the text.
    #[serde(rename = "Contre")]
    Against,
    /// The name of a member: a candidate, or any other member.
    #[serde(rename = "Membre")]
    Member(MemberId),
    /// A list, by its name.
    #[serde(rename = "Liste")]
    List(String),
}

/// The totals of an urn, once the tellers agree on them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// How many ballots were found in the urn (*bulletins*): the voters.
    #[serde(rename = "bulletins")]
    pub in_urn: u32,
    /// *Bulletins blancs*.
    #[serde(rename = "blancs", default)]
    pub blank: u32,
    /// *Bulletins nuls*.
    #[serde(rename = "nuls", default)]
    pub null: u32,
    /// How many ballots each ticket got, in the order of the tickets; those that got none are not here.
    #[serde(rename = "voix", default)]
    pub votes: Vec<(Ticket, u32)>,
}

impl Count {
    /// The same totals in the one order in which they are kept: nothing tells in which they were read out.
    #[must_use]
    pub fn in_order(&self) -> Self {
        let mut votes: Vec<(Ticket, u32)> = self.votes.iter().filter(|(_, number)| *number > 0).cloned().collect();
        votes.sort();
        Self { votes, ..*self }
    }

    /// *Suffrages exprimés*: the ballots in the urn, less the blank and the null ones.
    #[must_use]
    pub fn cast(&self) -> u32 {
        self.votes.iter().fold(0, |sum, (_, number)| sum.saturating_add(*number))
    }

    /// The ballots counted: cast, blank, null. As many as there were in the urn, or the count is wrong.
    #[must_use]
    pub fn counted(&self) -> u32 {
        self.cast().saturating_add(self.blank).saturating_add(self.null)
    }

    /// Whether every ballot found in the urn was counted, and no other. Numbers that no urn holds do not add up by being large.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        let votes = self.votes.iter().map(|(_, number)| u128::from(*number)).sum::<u128>();
        votes + u128::from(self.blank) + u128::from(self.null) == u128::from(self.in_urn)
    }

    /// How many ballots that ticket got.
    #[must_use]
    pub fn of(&self, ticket: &Ticket) -> u32 {
        self.votes.iter().filter(|(of, _)| of == ticket).fold(0, |sum, (_, number)| sum.saturating_add(*number))
    }
}

/// An urn that is closed (*scrutin clos*): who signed the list, by identity, and nothing of when.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClosedUrn {
    /// Those for whom a ballot was put into the urn (*émargements*), by themselves or by the holder of their power.
    pub signed: BTreeSet<MemberId>,
    /// Those who had a voice, and for whom none was.
    pub unsigned: BTreeSet<MemberId>,
    /// Those who had a voice by power, each with the holder: the room as it was when the urn was closed.
    pub carried: BTreeMap<MemberId, MemberId>,
    /// Members in office (E).
    pub in_office: u32,
    /// Who stood, candidates or lists, in the order given; for and against for a text.
    pub standing: Vec<Ticket>,
    /// The lists as they stood, each with its candidates: those of the next round may bear the same names.
    pub lists: Vec<CandidateList>,
    /// When the urn was opened, if known.
    pub opened_at: Option<Hour>,
    /// When it was closed, if known.
    pub closed_at: Option<Hour>,
}

impl ClosedUrn {
    /// The voices of the room when it was closed, by power or not: who signed and who did not.
    #[must_use]
    pub fn voices(&self) -> u32 {
        u32::try_from(self.signed.len().saturating_add(self.unsigned.len())).unwrap_or(u32::MAX)
    }

    /// Those of them whose voice another carried.
    #[must_use]
    pub fn represented(&self) -> u32 {
        u32::try_from(self.carried.len()).unwrap_or(u32::MAX)
    }

    /// Who is on a list as it stood, in its order; nobody on one that did not stand.
    #[must_use]
    pub fn on_the_list(&self, name: &str) -> &[MemberId] {
        self.lists.iter().find(|list| list.name == name).map_or(&[], |list| &list.candidates)
    }

    /// Whether a text was voted: for and against, and nobody stood.
    #[must_use]
    pub fn is_of_a_text(&self) -> bool {
        self.standing.contains(&Ticket::For)
    }
}

/// One round (*tour de scrutin*).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Round {
    /// For which post, from 1, where several are filled one by one.
    pub post: u32,
    /// Which round, from 1.
    pub number: u32,
    /// The urn, once it is closed.
    pub urn: Option<ClosedUrn>,
    /// The totals, once they are final.
    pub count: Option<Count>,
    /// Those to whom equal votes went for their age, where the ages are not in the file, in the order in which it was said.
    pub preferred: Vec<Ticket>,
}

impl Round {
    /// A round of which nothing happened yet.
    #[must_use]
    pub fn new(post: u32, number: u32) -> Self {
        Self { post, number, urn: None, count: None, preferred: Vec::new() }
    }
}

/// A vote by secret ballot: its tellers and its rounds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SecretVote {
    /// *Scrutateurs*; *assesseurs* where a mayor is elected. In the order given.
    pub tellers: Vec<MemberId>,
    /// Its rounds in order: one for a text; never none.
    pub rounds: Vec<Round>,
}

impl Default for SecretVote {
    fn default() -> Self {
        Self { tellers: Vec::new(), rounds: vec![Round::new(1, 1)] }
    }
}

impl SecretVote {
    /// The round that is being held, or was held last.
    #[must_use]
    pub fn last(&self) -> Option<&Round> {
        self.rounds.last()
    }

    /// The same, to be changed.
    pub fn last_mut(&mut self) -> Option<&mut Round> {
        self.rounds.last_mut()
    }

    /// The last totals.
    #[must_use]
    pub fn count(&self) -> Option<&Count> {
        self.last()?.count.as_ref()
    }

    /// The last urn that was closed.
    #[must_use]
    pub fn urn(&self) -> Option<&ClosedUrn> {
        self.rounds.iter().rev().find_map(|round| round.urn.as_ref())
    }

    /// For and against, where a text is voted. Those who put no ballot into the urn take no part.
    #[must_use]
    pub fn counts(&self) -> Option<Counts> {
        let (count, urn) = (self.count()?, self.urn()?);
        let not_taking_part = u32::try_from(urn.unsigned.len()).unwrap_or(u32::MAX);
        Some(Counts {
            for_: count.of(&Ticket::For),
            against: count.of(&Ticket::Against),
            abstentions: 0,
            not_taking_part,
        })
    }
}
