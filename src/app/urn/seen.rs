//! What is to be drawn of an urn: how far it is, its lines with their letters, what is missing before it is closed.

use crate::council::election::RoundResult;
use crate::council::id::MemberId;
use crate::council::secret::{Round, SecretVote, Ticket};
use crate::council::sitting::Sitting;

use super::{Read, Stage};
use crate::app::App;
use crate::app::vote::VoteScreen;

/// One line of the count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The key that reads a ballot of it out; none for blank and null ones, and behind the twenty-sixth.
    pub letter: Option<char>,
    /// What its ballots say.
    pub of: Read,
    /// How many ballots say so.
    pub ballots: u32,
    /// How many did when they were read out the first time, while they are read again.
    pub before: Option<u32>,
}

/// What an election still wants before its urn is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nobody stands by name. Any member may receive ballots all the same.
    Candidates,
    /// No list stands: nothing could be voted for.
    Lists,
    /// How many posts there are is not known.
    Posts,
    /// Nobody was named to count the ballots.
    Tellers,
}

impl VoteScreen {
    /// The urn of the vote shown, as it is recorded.
    #[must_use]
    pub fn secret<'a>(&self, sitting: &'a Sitting) -> Option<&'a SecretVote> {
        self.vote(sitting)?.secret()
    }

    /// The round that is being held.
    #[must_use]
    pub fn round<'a>(&self, sitting: &'a Sitting) -> Option<&'a Round> {
        self.secret(sitting)?.last()
    }

    /// How far the tellers are; `None` where no urn is open, closed or counted there any more.
    #[must_use]
    pub fn stage(&self, sitting: &Sitting) -> Option<Stage> {
        if self.is_done(sitting) || self.waits(sitting) {
            return None;
        }
        let round = self.round(sitting)?;
        Some(match (&round.urn, &round.count) {
            (None, _) => Stage::Signing,
            (Some(_), Some(_)) => Stage::Final,
            (Some(_), None) if self.urn.in_urn.is_none() => Stage::Emptied,
            (Some(_), None) if self.urn.before.is_some() => Stage::ReadingAgain,
            (Some(_), None) => Stage::Reading,
        })
    }

    /// Whether the ballots of an election are read, not those on a text.
    #[must_use]
    pub fn elects(&self, sitting: &Sitting) -> bool {
        self.on.is_none() && sitting.contest(self.shown()).is_some()
    }

    /// Whether ballots for any member are valid: in an election by name.
    #[must_use]
    pub fn is_by_name(&self, sitting: &Sitting) -> bool {
        self.on.is_none() && sitting.contest(self.shown()).is_some_and(|contest| !contest.form.is_by_list())
    }

    /// What ballots may say: what stands, in its order, then the other members who got some.
    #[must_use]
    pub fn tickets(&self, sitting: &Sitting) -> Vec<Ticket> {
        let recorded = self.round(sitting).and_then(|round| round.urn.as_ref()).map(|urn| urn.standing.clone());
        let mut tickets = recorded.unwrap_or_else(|| sitting.standing(self.shown(), self.on.as_ref()));
        let others: Vec<Ticket> = self.urn.others.iter().cloned().map(Ticket::Member).collect();
        tickets.extend(others.into_iter().filter(|other| !tickets.contains(other)).collect::<Vec<_>>());
        tickets
    }

    /// The lines of the count: each ticket with its letter, then the blank and the null ones.
    #[must_use]
    pub fn lines(&self, sitting: &Sitting) -> Vec<Line> {
        let before = |of: &Read| {
            self.urn.before.as_ref().map(|before| match of {
                Read::Ticket(ticket) => before.of(ticket),
                Read::Blank => before.blank,
                Read::Null => before.null,
            })
        };
        let tickets = self.tickets(sitting).into_iter().map(Read::Ticket);
        let letters = ('A'..='Z').map(Some).chain(std::iter::repeat(None));
        let lettered = tickets.zip(letters).chain([(Read::Blank, None), (Read::Null, None)]);
        lettered.map(|(of, letter)| Line { letter, ballots: self.urn.ballots(&of), before: before(&of), of }).collect()
    }

    /// How many may sign, who left since the urn was opened among them, and how many of them are taken to have signed; once
    /// the urn is closed, how many did.
    #[must_use]
    pub fn signed(&self, sitting: &Sitting) -> Option<(u32, u32)> {
        let number = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        if let Some(urn) = self.round(sitting)?.urn.as_ref() {
            return Some((number(urn.signed.len() + urn.unsigned.len()), number(urn.signed.len())));
        }
        let vote = self.vote(sitting)?;
        // Who put a ballot into the urn and left stays on the list.
        let all = number(vote.may_have_signed().count());
        let unsigned = number(self.urn.unsigned_of(vote.may_have_signed()).count());
        Some((all, all.saturating_sub(unsigned)))
    }

    /// What is to be said before the urn is closed: what the law or the count wants and nobody has given.
    #[must_use]
    pub fn missing(&self, sitting: &Sitting) -> Vec<Missing> {
        let mut missing = Vec::new();
        let Some(secret) = self.secret(sitting) else { return missing };
        if let Some(contest) = sitting.contest(self.shown()).filter(|_| self.on.is_none()) {
            let nobody_stands = sitting.standing(self.shown(), None).is_empty();
            if nobody_stands {
                missing.push(if contest.form.is_by_list() { Missing::Lists } else { Missing::Candidates });
            }
            if contest.posts.is_none() {
                missing.push(Missing::Posts);
            }
        }
        if secret.tellers.is_empty() {
            missing.push(Missing::Tellers);
        }
        missing
    }

    /// What the round that is counted gave; `None` where a text was voted.
    #[must_use]
    pub fn result(&self, sitting: &Sitting) -> Option<RoundResult> {
        self.round(sitting).filter(|_| self.elects(sitting)).and_then(|round| sitting.round_result(self.shown(), round))
    }

    /// Whether what Enter does once the totals are final is to proclaim, not to open another round.
    #[must_use]
    pub fn is_over(&self, sitting: &Sitting) -> bool {
        !self.elects(sitting) || sitting.election_is_over(self.shown())
    }

    /// Whether that voice is taken to have put no ballot into the urn.
    #[must_use]
    pub fn is_unsigned(&self, voice: &MemberId) -> bool {
        self.urn.unsigned.contains(voice)
    }
}

impl App {
    /// How far the tellers are in what is shown.
    #[must_use]
    pub fn urn_stage(&self) -> Option<Stage> {
        self.vote.as_ref()?.stage(self.sitting())
    }

    /// Whether members sign or ballots are read in what is shown: all of it is in memory alone.
    #[must_use]
    pub fn is_at_an_urn(&self) -> bool {
        self.replay.is_none() && self.urn_stage().is_some_and(|stage| stage != Stage::Final)
    }
}
