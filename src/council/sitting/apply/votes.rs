//! What a fact makes of a vote: opened, said, recorded in another way, proclaimed, rectified.

use std::sync::Arc;

use crate::council::ballot::{Ballot, Vote};
use crate::council::chronicle::What;
use crate::council::event::{Event, Rectified};
use crate::council::hour::Hour;
use crate::council::id::ReportId;
use crate::council::outcome::Outcome;
use crate::council::proposal::{Dropped, ProposalId, ProposalState};
use crate::council::sitting::{Done, Progress, Rectification, Sitting};
use crate::council::tally::Tally;
use crate::council::way::{Said, Way};

impl Sitting {
    pub(super) fn apply_to_a_vote(&mut self, event: &Event) {
        match event {
            Event::ReportOpened { report, with } => self.open_the_text(report, with.as_ref()),
            Event::VoiceSet { report, on, member, choice } => {
                if let Some(vote) = self.open_vote_mut(report, on.as_ref()) {
                    vote.set(member, *choice);
                }
            }
            Event::WayChosen(chosen) => {
                if let Some(vote) = self.open_vote_mut(&chosen.report, chosen.on.as_ref()) {
                    // The only candidates take office at once: the urn is put away empty.
                    if chosen.way == Way::WithoutVote && vote.ballot.is_secret() && !vote.urn_is_closed() {
                        vote.speak_aloud(chosen.way, Ballot::Ordinary);
                    }
                    vote.record_by(chosen.way);
                }
            }
            Event::VoicesCounted(counted) => {
                if let Some(vote) = self.open_vote_mut(&counted.report, counted.on.as_ref()) {
                    vote.count_aloud(counted.counts(), counted.chair);
                }
            }
            Event::ResultStated(stated) => {
                if let Some(vote) = self.open_vote_mut(&stated.report, stated.on.as_ref()) {
                    vote.state(stated.result);
                }
            }
            Event::Proclaimed { report, on, tally, outcome, note, at } => {
                if *outcome == Outcome::Withdrawn {
                    self.handlings.entry(report.clone()).or_default().withdrawn_because.clone_from(note);
                }
                match on {
                    Some(id) => self.end_the_proposal(report, id, *tally, *outcome, *at),
                    None => self.end_the_report(report, *tally, *outcome, *at),
                }
            }
            Event::Rectified(_) => self.apply_rectification(event),
            _ => {}
        }
    }

    fn open_the_text(&mut self, report: &ReportId, with: Option<&ReportId>) {
        let terms = self.terms_of_the_text(report);
        let mut vote = Vote::open(&self.attendance, &self.docket.roster, self.recusals(report).clone(), terms);
        // Taken out of a vote that it shared, it is opened anew: the ballot that was asked for on it stays asked for.
        let mut requests = self.handling(report).requests.iter().rev();
        if let Some(asked) =
            requests.find(|it| it.on.is_none() && it.granted && !it.secret).filter(|_| vote.way.names())
        {
            vote.ballot = Ballot::Public { asked_by: asked.asked_by.clone() };
        }
        self.progress.insert(report.clone(), Progress::Opened(Arc::new(vote)));
        if with.is_some() {
            self.join_the_open_reports();
        }
        self.tell(None, What::ReportOpened(report.clone()));
    }

    /// Those that are open are put to one vote; one that is left alone is not.
    pub(super) fn join_the_open_reports(&mut self) {
        let open: Vec<ReportId> = self.open_reports().map(|(report, _)| report.id.clone()).collect();
        let together = if open.len() > 1 { open.clone() } else { Vec::new() };
        for report in &open {
            if let Some(vote) = self.open_vote_mut(report, None) {
                vote.together.clone_from(&together);
            }
        }
    }

    fn end_the_proposal(
        &mut self,
        report: &ReportId,
        id: &ProposalId,
        tally: Option<Tally>,
        outcome: Outcome,
        at: Option<Hour>,
    ) {
        let Some(proposed) = self.proposed_mut(report, id) else { return };
        if let ProposalState::Opened(vote) = &proposed.state {
            let done = Done { vote: vote.clone(), tally, outcome, at, rectifications: Vec::new() };
            proposed.state = ProposalState::Done(done);
            self.tell(at, What::ProposalProclaimed(report.clone(), id.clone()));
        }
    }

    fn end_the_report(&mut self, report: &ReportId, tally: Option<Tally>, outcome: Outcome, at: Option<Hour>) {
        let opened = match self.progress.get(report) {
            Some(Progress::Opened(vote)) => Some(vote.clone()),
            Some(Progress::Done(_)) => return,
            None => None,
        };
        // A report may be withdrawn before it is opened: its room is then that of this moment.
        let mut vote = opened.unwrap_or_else(|| {
            let mut terms = self.terms_of_the_text(report);
            terms.way = Way::WithoutVote;
            Arc::new(Vote::open(&self.attendance, &self.docket.roster, self.recusals(report).clone(), terms))
        });
        // One that leaves the agenda is not voted with the others.
        if outcome.is_left() && !vote.together.is_empty() {
            Arc::make_mut(&mut vote).together.clear();
        }
        let done = Done { vote, tally, outcome, at, rectifications: Vec::new() };
        self.progress.insert(report.clone(), Progress::Done(done));
        if outcome.is_left() {
            self.leave_the_proposals(report, at);
            self.join_the_open_reports();
        }
        self.tell(at, What::Proclaimed(report.clone()));
    }

    /// A report that leaves the agenda takes with it what was put before its text.
    fn leave_the_proposals(&mut self, report: &ReportId, at: Option<Hour>) {
        for proposed in self.handlings.get_mut(report).into_iter().flat_map(|handling| &mut handling.proposals) {
            if proposed.state.is_pending() {
                proposed.state = ProposalState::Dropped(Dropped::Moot, at);
            }
        }
    }

    fn apply_rectification(&mut self, event: &Event) {
        let Event::Rectified(Rectified {
            report,
            on,
            reason,
            presences,
            voices,
            counts,
            chair,
            stated,
            urn,
            tally,
            outcome,
            at,
        }) = event
        else {
            return;
        };
        let (rules, docket) = (self.rules(), self.docket.clone());
        let said = Said { voices: voices.clone(), counts: *counts, chair: *chair, stated: *stated, urn: urn.clone() };
        if let Some(done) = self.done_on_mut(report, on.as_ref()) {
            let vote = Arc::new(done.vote.rectified(&docket.roster, &rules, presences, &said));
            done.rectifications.push(Rectification {
                reason: reason.clone(),
                vote: std::mem::replace(&mut done.vote, vote),
                tally: done.tally,
                outcome: done.outcome,
                at: *at,
            });
            done.tally = *tally;
            done.outcome = *outcome;
            self.tell(*at, What::Rectified(report.clone(), on.clone()));
        }
    }
}
