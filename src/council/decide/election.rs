//! An election: who stands, its rounds, its ties, its end.

use super::{Consequences, Refused};
use crate::council::chair::ChairTitle;
use crate::council::election::{Contest, RoundResult};
use crate::council::event::Event;
use crate::council::finding::{Finding, ReportFinding, SecretFinding};
use crate::council::hour::Hour;
use crate::council::id::ReportId;
use crate::council::outcome::Outcome;
use crate::council::secret::SecretVote;
use crate::council::sitting::Sitting;
use crate::council::step::{ChosenForm, FiledLists, FixedPosts, NextRound, SettledTie};

impl Sitting {
    fn contest_of(&self, report: &ReportId) -> Result<Contest, Refused> {
        self.on_the_agenda(report)?;
        self.contest(report).ok_or_else(|| ReportFinding::OfAnotherKind(report.clone()).into())
    }

    /// Who stands, and for what, is settled once the urn of a round is closed, until the next round.
    pub(super) fn urn_not_closed(&self, report: &ReportId) -> Result<(), Refused> {
        let round = self.secret_vote(report, None).and_then(SecretVote::last);
        if round.is_some_and(|round| round.urn.is_some()) {
            return Err(SecretFinding::UrnClosed(report.clone()).into());
        }
        Ok(())
    }

    pub(super) fn file_lists(&self, filed: &FiledLists) -> Consequences {
        let report = &filed.report;
        self.contest_of(report)?;
        self.not_done(report)?;
        self.urn_not_closed(report)?;
        for member in filed.lists.iter().flat_map(|list| &list.candidates) {
            self.seated(member)?;
        }
        if self.handling(report).lists == filed.lists {
            return Err(Finding::NothingToDo.into());
        }
        Ok((vec![Event::ListsFiled(filed.clone())], vec![]))
    }

    pub(super) fn fix_posts(&self, fixed: &FixedPosts) -> Consequences {
        let contest = self.contest_of(&fixed.report)?;
        self.not_done(&fixed.report)?;
        self.urn_not_closed(&fixed.report)?;
        if contest.posts == Some(fixed.posts) || fixed.posts == 0 {
            return Err(Finding::NothingToDo.into());
        }
        Ok((vec![Event::PostsFixed(fixed.clone())], vec![]))
    }

    pub(super) fn choose_form(&self, chosen: &ChosenForm) -> Consequences {
        let contest = self.contest_of(&chosen.report)?;
        self.not_done(&chosen.report)?;
        self.urn_not_closed(&chosen.report)?;
        if contest.form == chosen.form {
            return Err(Finding::NothingToDo.into());
        }
        Ok((vec![Event::FormChosen(chosen.clone())], vec![]))
    }

    /// What must be known of an election before its urn is closed.
    pub(super) fn may_be_elected(&self, report: &ReportId) -> Result<(), Refused> {
        let Some(contest) = self.contest(report) else { return Ok(()) };
        if contest.form.is_by_list() && self.handling(report).lists.is_empty() {
            return Err(SecretFinding::NoList(report.clone()).into());
        }
        if contest.form.is_by_list() && contest.posts.is_none() {
            return Err(SecretFinding::PostsUnknown(report.clone()).into());
        }
        Ok(())
    }

    /// What is irregular in an election as it is held.
    pub(super) fn irregular_election(&self, _report: &ReportId) -> Vec<Finding> {
        vec![]
    }

    pub(super) fn settle_tie(&self, settled: &SettledTie) -> Consequences {
        let secret = self.open_urn(&settled.report, None)?.1;
        let result = secret.last().and_then(|round| self.round_result(&settled.report, round));
        match result {
            Some(RoundResult::Tied(tied)) if tied.contains(&settled.ticket) => {
                Ok((vec![Event::TieSettled(settled.clone())], vec![]))
            }
            _ => Err(SecretFinding::NoTie(settled.report.clone()).into()),
        }
    }

    /// Another round, if the last one elected nobody; the next post, if it elected somebody and one is left.
    pub(super) fn next_round(&self, next: &NextRound) -> Consequences {
        let report = &next.report;
        let contest = self.contest_of(report)?;
        let secret = self.open_urn(report, None)?.1;
        let result = secret.last().and_then(|round| self.round_result(report, round));
        match result {
            None => Err(SecretFinding::NotCounted(report.clone()).into()),
            Some(RoundResult::Tied(tied)) => Err(SecretFinding::TieToSettle { tied, article: contest.article }.into()),
            Some(_) if self.election_is_over(report) => Err(SecretFinding::NoRoundToCome(report.clone()).into()),
            Some(_) => Ok((vec![Event::RoundOpened(next.clone())], vec![])),
        }
    }

    /// Whoever is elected mayor or president takes the chair at once, if he is there.
    pub(super) fn takes_the_chair(&self, report: &ReportId, outcome: Outcome, at: Option<Hour>) -> Option<Event> {
        let presides = self.contest(report).is_some_and(|contest| contest.office.presides());
        let elected = self.elected(report).into_iter().next().filter(|_| presides && outcome == Outcome::Elected)?;
        let is_there = self.attendance().is_present(&elected.member) && self.chair() != Some(&elected.member);
        let member = elected.member;
        is_there.then_some(Event::ChairTaken { member, report: None, title: ChairTitle::Installed, at })
    }

    /// How an election ends, or why it is not over.
    pub(super) fn outcome_of_the_election(&self, report: &ReportId, secret: &SecretVote) -> Result<Outcome, Refused> {
        let contest = self.contest_of(report)?;
        let result = secret.last().and_then(|round| self.round_result(report, round));
        match result {
            None => Err(SecretFinding::NotCounted(report.clone()).into()),
            Some(RoundResult::Tied(tied)) => Err(SecretFinding::TieToSettle { tied, article: contest.article }.into()),
            Some(RoundResult::Nobody) => Ok(Outcome::NobodyElected),
            Some(_) if !self.election_is_over(report) => Err(SecretFinding::RoundToCome(report.clone()).into()),
            Some(_) => Ok(Outcome::Elected),
        }
    }
}
