//! The reports: which is open, what is put to the vote in it, what comes next, and what happened to each.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Done, Progress, Sitting};
use crate::council::agenda::{Agenda, AgendaItem, Report};
use crate::council::ballot::{Terms, Vote};
use crate::council::handling::Handling;
use crate::council::id::ReportId;
use crate::council::kind::ReportKind;
use crate::council::majority::{DecisionRule, Majority};
use crate::council::proposal::{Proposal, ProposalId, ProposalState, Proposed};
use crate::council::settings::Setting;
use crate::council::way::Way;

/// What is on the floor: the report that is open, and what is put to the vote in it now.
#[derive(Clone, Copy, Debug)]
pub struct Floor<'a> {
    /// The report; of those put to one vote, the first of the agenda.
    pub report: &'a Report,
    /// The proposal; none for the text.
    pub on: Option<&'a ProposalId>,
    /// Its vote.
    pub vote: &'a Vote,
}

impl Sitting {
    /// The reports whose result was proclaimed, by number.
    pub fn done(&self) -> impl Iterator<Item = (&ReportId, &Done)> {
        self.progress.iter().filter_map(|(id, progress)| Some((id, progress.done()?)))
    }

    /// The first report of the agenda that was not opened yet.
    #[must_use]
    pub fn next_report(&self) -> Option<&Report> {
        self.docket.agenda.reports().find(|report| !self.progress.contains_key(&report.id))
    }

    /// The first report after that one that was not opened yet, or failing that the first of the agenda.
    #[must_use]
    pub fn report_after(&self, id: &ReportId) -> Option<&Report> {
        let unopened = |report: &&Report| report.id != *id && !self.progress.contains_key(&report.id);
        self.docket
            .agenda
            .reports()
            .skip_while(|report| report.id != *id)
            .find(unopened)
            .or_else(|| self.docket.agenda.reports().find(unopened))
    }

    /// The report that is open, and the vote on its text; of those put to one vote, the first of the agenda.
    #[must_use]
    pub fn open_report(&self) -> Option<(&Report, &Vote)> {
        self.open_reports().next()
    }

    /// The reports that are open, in the order of the agenda: one, or those put to one vote.
    pub fn open_reports(&self) -> impl Iterator<Item = (&Report, &Vote)> {
        // Asked on every frame and in most checks: an evening without an open report must not walk its agenda.
        let is_any = self.progress.values().any(|progress| matches!(progress, Progress::Opened(_)));
        let reports = is_any.then(|| self.docket.agenda.reports()).into_iter().flatten();
        reports.filter_map(|report| match self.progress.get(&report.id)? {
            Progress::Opened(vote) => Some((report, &**vote)),
            Progress::Done(_) => None,
        })
    }

    /// What is put to the vote now.
    #[must_use]
    pub fn floor(&self) -> Option<Floor<'_>> {
        let (report, vote) = self.open_report()?;
        let put = self.handling(&report.id).proposals.iter().find_map(|proposed| match &proposed.state {
            ProposalState::Opened(vote) => Some(Floor { report, on: Some(&proposed.proposal.id), vote }),
            _ => None,
        });
        Some(put.unwrap_or(Floor { report, on: None, vote }))
    }

    /// What happened to a report beside the vote on its text.
    #[must_use]
    pub fn handling(&self, report: &ReportId) -> &Handling {
        static NOTHING: Handling = Handling {
            proposals: Vec::new(),
            changes: Vec::new(),
            remarks: Vec::new(),
            candidates: Vec::new(),
            lists: Vec::new(),
            posts: None,
            form: None,
            secrecy_waived: false,
            requests: Vec::new(),
            majority: None,
            withdrawn_because: None,
        };
        self.handlings.get(report).unwrap_or(&NOTHING)
    }

    /// The vote on the text of a report, or on a proposal in it; open or done.
    #[must_use]
    pub fn vote_on(&self, report: &ReportId, on: Option<&ProposalId>) -> Option<&Vote> {
        match on {
            None => self.progress.get(report).map(Progress::vote),
            Some(id) => self.handling(report).proposal(id)?.state.vote(),
        }
    }

    /// The result of the vote on the text of a report, or on a proposal in it.
    #[must_use]
    pub fn done_on(&self, report: &ReportId, on: Option<&ProposalId>) -> Option<&Done> {
        match on {
            None => self.progress.get(report)?.done(),
            Some(id) => self.handling(report).proposal(id)?.state.done(),
        }
    }

    /// Every vote of a report whose result was proclaimed: those on its proposals in the order of filing, then that on its
    /// text.
    pub fn votes_done(&self, report: &ReportId) -> impl Iterator<Item = (Option<&ProposalId>, &Done)> {
        let proposals = self.handling(report).proposals.iter();
        let on_proposals = proposals.filter_map(|it| Some((Some(&it.proposal.id), it.state.done()?)));
        let on_the_text = self.progress.get(report).and_then(Progress::done).map(|done| (None, done));
        on_proposals.chain(on_the_text)
    }

    /// Those of them in which a vote was taken: what ends without one is none.
    pub fn votes_taken(&self, report: &ReportId) -> impl Iterator<Item = (Option<&ProposalId>, &Done)> {
        self.votes_done(report).filter(|(on, done)| on.is_some() || done.outcome.is_voted())
    }

    /// The reports of the agenda that the session file puts to one vote with that one, itself included, and that were not
    /// opened yet.
    pub fn announced_with<'a>(&'a self, report: &'a Report) -> impl Iterator<Item = &'a ReportId> {
        let is_announced = |other: &&Report| !self.progress.contains_key(&other.id);
        let is_with = |other: &&Report| report.voted_with.is_some() && other.voted_with == report.voted_with;
        self.docket.agenda.reports().filter(is_with).filter(is_announced).map(|other| &other.id)
    }

    /// The majority that a report takes, and by which text: as announced in the sitting, as its file says, as its kind has
    /// it. No text of its own for that of the votes cast.
    #[must_use]
    pub fn majority(&self, report: &ReportId) -> (Majority, Option<&str>) {
        let of_the_agenda = self.docket.agenda.report(report);
        let kind = of_the_agenda.map(|report| report.kind);
        let of_its_kind = || {
            let settings = self.docket.body.settings.majorities.iter();
            settings
                .filter(|(of, _)| kind.is_some_and(|kind| kind.is_like(*of)))
                .map(|(_, setting)| setting)
                .next_back()
        };
        // The accounts have the rule of the law, whatever a body settles, and nothing else has it.
        if kind.is_some_and(ReportKind::is_accounts) {
            return (Majority::NoneAgainst, None);
        }
        let announced = self.handling(report).majority.as_ref();
        let chosen = announced.or_else(|| of_the_agenda?.majority.as_ref()).or_else(of_its_kind);
        match chosen.filter(|setting| setting.value != Majority::NoneAgainst) {
            Some(Setting { value, reason }) => (*value, Some(reason)),
            None => (Majority::OfCast, None),
        }
    }

    /// By which rule the figures of a report decide.
    #[must_use]
    pub fn decision_rule(&self, report: &ReportId) -> DecisionRule {
        match self.majority(report).0 {
            Majority::NoneAgainst => DecisionRule::ACCOUNTS,
            majority => DecisionRule { majority, casting_vote: self.rules().has_casting_vote() },
        }
    }

    /// The terms on which the text of a report is voted if it is opened now.
    pub(super) fn terms_of_the_text(&self, report: &ReportId) -> Terms {
        let (chair, chair_title) = self.chair_now(report);
        Terms {
            chair,
            chair_title,
            quorum: self.quorum_for(report),
            rule: self.decision_rule(report),
            way: self.docket.agenda.report(report).map_or(Way::ByException, |report| report.kind.first_way()),
            nppv_in_voters: self.docket.body.settings.nppv_in_voters,
        }
    }

    /// The terms on which a proposal in an open report is voted: the ordinary majority, in the room and under the quorum of
    /// the report.
    pub(super) fn terms_of_a_proposal(&self, report: &ReportId) -> Terms {
        let text = self.terms_of_the_text(report);
        Terms {
            quorum: self.vote_on(report, None).map_or(text.quorum, |vote| vote.quorum),
            rule: DecisionRule { majority: Majority::OfCast, casting_vote: self.rules().has_casting_vote() },
            way: Way::ByException,
            ..text
        }
    }

    /// Every vote that is being taken, with its report: the texts, and what is put before one of them.
    pub(super) fn open_votes_mut(&mut self) -> impl Iterator<Item = (&ReportId, &mut Vote)> {
        let texts = self.progress.iter_mut().filter_map(|(report, progress)| match progress {
            Progress::Opened(vote) => Some((report, Arc::make_mut(vote))),
            Progress::Done(_) => None,
        });
        let proposals = self.handlings.iter_mut().flat_map(|(report, handling)| {
            handling.proposals.iter_mut().filter_map(move |proposed| match &mut proposed.state {
                ProposalState::Opened(vote) => Some((report, Arc::make_mut(vote))),
                _ => None,
            })
        });
        texts.chain(proposals)
    }

    /// The vote that is being taken there.
    pub(super) fn open_vote_mut(&mut self, report: &ReportId, on: Option<&ProposalId>) -> Option<&mut Vote> {
        match on {
            None => match self.progress.get_mut(report)? {
                Progress::Opened(vote) => Some(Arc::make_mut(vote)),
                Progress::Done(_) => None,
            },
            Some(id) => match &mut self.proposed_mut(report, id)?.state {
                ProposalState::Opened(vote) => Some(Arc::make_mut(vote)),
                _ => None,
            },
        }
    }

    /// The result that was proclaimed there.
    pub(super) fn done_on_mut(&mut self, report: &ReportId, on: Option<&ProposalId>) -> Option<&mut Done> {
        match on {
            None => match self.progress.get_mut(report)? {
                Progress::Done(done) => Some(done),
                Progress::Opened(_) => None,
            },
            Some(id) => match &mut self.proposed_mut(report, id)?.state {
                ProposalState::Done(done) => Some(done),
                _ => None,
            },
        }
    }

    pub(super) fn proposed_mut(&mut self, report: &ReportId, id: &ProposalId) -> Option<&mut Proposed> {
        self.handlings.get_mut(report)?.proposals.iter_mut().find(|proposed| proposed.proposal.id == *id)
    }

    /// Puts a report on the agenda behind another, or at its end.
    pub(super) fn put_on_the_agenda(&mut self, after: Option<&ReportId>, report: Report) {
        if self.docket.agenda.report(&report.id).is_some() {
            return;
        }
        let items = &mut Arc::make_mut(&mut self.docket).agenda.items;
        let is_it = |item: &AgendaItem| matches!(item, AgendaItem::Report(report) if Some(&report.id) == after);
        let place = items.iter().position(is_it).map_or(items.len(), |place| place + 1);
        items.insert(place, AgendaItem::Report(Box::new(report)));
    }

    /// The words of the amendments are those of the file as it is now; how far each is does not change.
    pub(super) fn follow_the_amendments_of_the_file(&mut self) {
        let docket = self.docket.clone();
        for report in docket.agenda.reports() {
            for amendment in &report.amendments {
                if let Some(proposed) = self.proposed_mut(&report.id, &amendment.id) {
                    proposed.proposal = amendment.clone();
                }
            }
        }
    }
}

/// What the session file holds is there from the beginning: the amendments, who stands, how the posts are filled.
pub(super) fn filed_beforehand(agenda: &Agenda) -> BTreeMap<ReportId, Handling> {
    let waiting = |proposal: &Proposal| Proposed { proposal: proposal.clone(), state: ProposalState::Waiting };
    let handlings = agenda.reports().map(|report| {
        let handling = Handling {
            proposals: report.amendments.iter().map(waiting).collect(),
            candidates: report.candidates.clone(),
            lists: report.lists.clone(),
            form: report.form,
            ..Handling::default()
        };
        (report.id.clone(), handling)
    });
    handlings.filter(|(_, handling)| *handling != Handling::default()).collect()
}
