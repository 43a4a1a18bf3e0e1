//! What a fact makes of a report beside its vote: proposals, changes on the table, requests, candidates, the agenda itself.

use std::sync::Arc;

use crate::council::agenda::{Report, Text};
use crate::council::ballot::{Ballot, Vote};
use crate::council::chronicle::What;
use crate::council::event::Event;
use crate::council::handling::{BallotRequest, Handling, Remark, TextChange};
use crate::council::id::ReportId;
use crate::council::proposal::{Proposal, ProposalId, ProposalState, Proposed};
use crate::council::settings::Setting;
use crate::council::sitting::Sitting;
use crate::council::step::{AddedReport, AskedBallot, FiledProposal};
use crate::council::way::Way;

impl Sitting {
    pub(super) fn apply_to_a_report(&mut self, event: &Event) {
        match event {
            Event::GroupLeft(left) => {
                self.progress.remove(&left.report);
                self.join_the_open_reports();
                self.tell(None, What::GroupLeft(left.report.clone()));
            }
            Event::ProposalFiled(filed) => self.file(filed),
            Event::ProposalOpened(opened) => self.put_to_the_vote(&opened.report, &opened.id),
            Event::ProposalDropped(dropped) => {
                if let Some(proposed) = self.proposed_mut(&dropped.report, &dropped.id) {
                    proposed.state = ProposalState::Dropped(dropped.how, dropped.at);
                    let (report, id) = (dropped.report.clone(), dropped.id.clone());
                    self.tell(dropped.at, What::ProposalDropped(report, id, dropped.how));
                }
            }
            Event::BallotAsked(asked) => self.ask_for_a_ballot(asked),
            Event::MajorityChosen(chosen) => {
                let majority = Setting { value: chosen.majority, reason: chosen.reason.clone() };
                self.handling_mut(&chosen.report).majority = Some(majority);
                let rule = self.decision_rule(&chosen.report);
                if let Some(vote) = self.open_vote_mut(&chosen.report, None) {
                    vote.rule = rule;
                }
            }
            Event::TextChanged(changed) => {
                let change = TextChange { text: changed.text.clone(), at: changed.at };
                self.handling_mut(&changed.report).changes.push(change);
                self.tell(changed.at, What::TextChanged(changed.report.clone()));
            }
            Event::ReportAdded(added) => {
                let report = added_report(added);
                self.added.push((added.after.clone(), report.clone()));
                self.put_on_the_agenda(added.after.as_ref(), report);
                self.tell(added.at, What::ReportAdded(added.report.clone()));
            }
            Event::RemarkMade(made) => {
                let remark = Remark { by: made.by.clone(), text: made.text.clone() };
                self.handling_mut(&made.report).remarks.push(remark);
            }
            Event::CandidatesNamed(named) => {
                self.handling_mut(&named.report).candidates.clone_from(&named.candidates);
            }
            _ => {}
        }
    }

    pub(super) fn handling_mut(&mut self, report: &ReportId) -> &mut Handling {
        self.handlings.entry(report.clone()).or_default()
    }

    fn file(&mut self, filed: &FiledProposal) {
        let proposed = Proposed { proposal: Proposal::from(filed), state: ProposalState::Waiting };
        self.handling_mut(&filed.report).proposals.push(proposed);
        self.tell(filed.at, What::ProposalFiled(filed.report.clone(), filed.id.clone()));
        if filed.put {
            self.put_to_the_vote(&filed.report, &filed.id);
        }
    }

    fn put_to_the_vote(&mut self, report: &ReportId, id: &ProposalId) {
        let terms = self.terms_of_a_proposal(report);
        let vote = Vote::open(&self.attendance, &self.docket.roster, self.recusals(report).clone(), terms);
        if let Some(proposed) = self.proposed_mut(report, id) {
            proposed.state = ProposalState::Opened(Arc::new(vote));
            self.tell(None, What::ProposalOpened(report.clone(), id.clone()));
        }
    }

    fn ask_for_a_ballot(&mut self, asked: &AskedBallot) {
        let (on, asked_by) = (asked.on.clone(), asked.asked_by.clone());
        let mut voided = false;
        if !asked.refused {
            // Reports that are put to one vote have one ballot.
            let vote = self.vote_on(&asked.report, asked.on.as_ref());
            let together = vote.map(|vote| vote.together.clone()).filter(|together| !together.is_empty());
            for report in together.unwrap_or_else(|| vec![asked.report.clone()]) {
                if let Some(vote) = self.open_vote_mut(&report, asked.on.as_ref()) {
                    // Where the public ballot prevails, the urn is put away.
                    if vote.ballot.is_secret() {
                        vote.speak_aloud(Way::ByException, Ballot::Ordinary);
                        voided = true;
                    }
                    vote.ballot = Ballot::Public { asked_by: asked_by.clone() };
                }
            }
        }
        let request = BallotRequest { on, asked_by, secret: false, granted: !asked.refused, voided, at: asked.at };
        self.handling_mut(&asked.report).requests.push(request);
        self.tell(asked.at, What::BallotAsked(asked.report.clone(), asked.on.clone()));
    }
}

/// The report as it stands on the agenda.
fn added_report(added: &AddedReport) -> Report {
    let exposition = added.text.clone().map(|markdown| Text { file: None, markdown });
    let named = Report::named(added.report.clone(), added.object.clone(), added.kind);
    // At a second convocation, what is added was not on the agenda of the first one either.
    Report { rapporteur: added.rapporteur.clone(), exposition, added: true, in_the_sitting: true, ..named }
}
