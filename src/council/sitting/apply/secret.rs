//! What a fact makes of a secret ballot and of an election.

use crate::council::ballot::{Ballot, Vote};
use crate::council::chronicle::What;
use crate::council::event::Event;
use crate::council::handling::BallotRequest;
use crate::council::id::ReportId;
use crate::council::proposal::ProposalId;
use crate::council::secret::{Round, SecretVote};
use crate::council::sitting::Sitting;
use crate::council::step::{AskedBallot, SignedOff};
use crate::council::way::Way;

impl Sitting {
    pub(super) fn apply_to_a_secret(&mut self, event: &Event) {
        match event {
            Event::SecretAsked(asked) => self.ask_for_an_urn(asked),
            Event::TellersNamed(named) => {
                if let Some(secret) = self.secret_vote_mut(&named.report, named.on.as_ref()) {
                    secret.tellers.clone_from(&named.tellers);
                }
            }
            Event::ListsFiled(filed) => self.handling_mut(&filed.report).lists.clone_from(&filed.lists),
            Event::PostsFixed(fixed) => self.handling_mut(&fixed.report).posts = Some(fixed.posts),
            Event::FormChosen(chosen) => self.handling_mut(&chosen.report).form = Some(chosen.form),
            Event::SecrecyWaived(waived) => {
                self.handling_mut(&waived.report).secrecy_waived = true;
                // What is said aloud already stays said.
                let in_another_way = |vote: &&mut Vote| vote.ballot.is_secret() || !vote.way.is_a_vote();
                if let Some(vote) = self.open_vote_mut(&waived.report, None).filter(in_another_way) {
                    vote.speak_aloud(Way::ByException, Ballot::Ordinary);
                }
                self.tell(waived.at, What::SecrecyWaived(waived.report.clone()));
            }
            Event::UrnClosed(signed) => self.close_the_urn(signed),
            Event::BallotsCounted(counted) => {
                if let Some(round) = self.last_round_mut(&counted.report, counted.on.as_ref()) {
                    round.count = Some(counted.count.in_order());
                }
            }
            Event::TieSettled(settled) => {
                if let Some(round) = self.last_round_mut(&settled.report, None) {
                    round.preferred.push(settled.ticket.clone());
                }
            }
            Event::RoundOpened(next) => self.open_a_round(&next.report),
            _ => {}
        }
    }

    fn ask_for_an_urn(&mut self, asked: &AskedBallot) {
        let (on, asked_by) = (asked.on.clone(), asked.asked_by.clone());
        let mut voided = false;
        if !asked.refused
            && let Some(vote) = self.open_vote_mut(&asked.report, asked.on.as_ref())
        {
            voided = vote.was_begun();
            vote.draw_the_curtain(asked_by.clone());
        }
        let request = BallotRequest { on, asked_by, secret: true, granted: !asked.refused, voided, at: asked.at };
        self.handling_mut(&asked.report).requests.push(request);
        self.tell(asked.at, What::SecretAsked(asked.report.clone(), asked.on.clone()));
    }

    fn close_the_urn(&mut self, signed: &SignedOff) {
        let standing = self.standing(&signed.report, signed.on.as_ref());
        let lists = match self.contest(&signed.report).filter(|_| signed.on.is_none()) {
            Some(contest) if contest.form.is_by_list() => self.handling(&signed.report).lists.clone(),
            _ => Vec::new(),
        };
        let (docket, hours) = (self.docket.clone(), (signed.opened_at, signed.at));
        if let Some(vote) = self.open_vote_mut(&signed.report, signed.on.as_ref()) {
            vote.close_the_urn(&docket.roster, signed.voters.iter().cloned().collect(), (standing, lists), hours);
        }
    }

    fn open_a_round(&mut self, report: &ReportId) {
        let last = self.secret_vote(report, None).and_then(SecretVote::last);
        let Some((post, number)) = last.map(|last| (last.post, last.number)) else { return };
        let elects = last.and_then(|last| self.round_result(report, last)).is_some_and(|result| result.elects());
        let next = if elects { Round::new(post + 1, 1) } else { Round::new(post, number + 1) };
        let (attendance, docket) = (self.attendance.clone(), self.docket.clone());
        if let Some(vote) = self.open_vote_mut(report, None) {
            vote.open_a_round(next, &attendance, &docket.roster);
        }
    }

    fn last_round_mut(&mut self, report: &ReportId, on: Option<&ProposalId>) -> Option<&mut Round> {
        self.secret_vote_mut(report, on)?.last_mut()
    }

    fn secret_vote_mut(&mut self, report: &ReportId, on: Option<&ProposalId>) -> Option<&mut SecretVote> {
        self.open_vote_mut(report, on)?.secret_mut()
    }
}
