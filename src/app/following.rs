//! The screens follow the sitting: what it is at decides which one is shown.

use crate::council::event::Event;
use crate::council::history::{Entry, History};
use crate::council::id::ReportId;
use crate::council::proposal::ProposalId;
use crate::council::sitting::Stage;
use crate::seating::Seating;

use super::vote::VoteScreen;
use super::{App, Place};

/// What one action ended: a report, several at once, or what was put before a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The reports, in the order of the agenda.
    pub reports: Vec<ReportId>,
    /// The proposal, if its vote is what ended.
    pub on: Option<ProposalId>,
}

impl App {
    /// Shows what the sitting is at: roll call, the vote being taken, or the agenda.
    pub(super) fn follow_the_sitting(&mut self) {
        let sitting = self.history.sitting();
        let floor = sitting.floor().map(|floor| (floor.report.id.clone(), floor.on.cloned()));
        let holders = || sitting.attendance().holders(&sitting.docket().roster);
        // Seats change hands once in an evening; names are copied then, not at each vote.
        if !self.directory.is_of(holders()) {
            self.directory = self.everyone.among(holders());
            self.seating = Seating::of(&sitting.docket().roster, holders());
        }
        // Judged of the whole room: once an action, not for each of those who ask while a frame is drawn.
        self.at_opening = if sitting.stage() == Stage::RollCall { sitting.irregular_at_opening() } else { Vec::new() };
        self.agenda.aim(sitting);
        self.proclaimed = last_proclaimed(&self.history);
        self.place = match (sitting.stage(), &floor) {
            (Stage::RollCall, _) => Place::RollCall,
            (_, Some(_)) => Place::Vote,
            (_, None) => Place::Agenda,
        };
        let is_shown = |vote: &VoteScreen, (report, on): &(ReportId, Option<ProposalId>)| {
            let together = sitting.vote_on(report, None).map_or(&[] as &[ReportId], |vote| &vote.together);
            let has_left = vote.only.as_ref().is_some_and(|only| !together.contains(only));
            vote.report == *report && vote.on == *on && !has_left
        };
        let stays = match (&self.vote, &floor) {
            (Some(vote), Some(floor)) => is_shown(vote, floor),
            (None, None) => true,
            _ => false,
        };
        if !stays {
            let put_by = self.put_by.take().filter(|vote| floor.as_ref().is_some_and(|floor| is_shown(vote, floor)));
            self.vote = put_by.map(|vote| *vote).or_else(|| floor.map(|(report, on)| VoteScreen::on(report, on)));
        }
        self.follow_the_urn();
    }

    /// What is in memory of the urn is that of the round that is held; says whether that is another than before.
    fn follow_the_urn(&mut self) -> bool {
        let sitting = self.history.sitting();
        let Some(vote) = &mut self.vote else { return false };
        let is_held = self.access.may_write() && self.replay.is_none() && !vote.is_done(sitting);
        let secret = sitting.secret_vote(vote.shown(), vote.on.as_ref()).filter(|_| is_held);
        let is_another = vote.urn.follow(secret);
        vote.urn.stage = vote.stage(sitting).unwrap_or_default();
        is_another
    }

    /// Shows the vote of a report: what is on the floor if it is of that report. What is in memory of an urn is not lost by
    /// looking at another report.
    pub(super) fn show_the_vote_of(&mut self, report: ReportId) {
        let sitting = self.history.sitting();
        let floor = sitting.floor();
        let together = floor.map(|floor| floor.vote.together.clone()).unwrap_or_default();
        let on_the_floor = floor.map(|floor| (floor.report.id.clone(), floor.on.cloned()));
        let wanted = match &on_the_floor {
            Some((open, on)) if *open == report || together.contains(&report) => {
                VoteScreen::on(open.clone(), on.clone())
            }
            _ => VoteScreen::of(report),
        };
        let is_wanted = |vote: &VoteScreen| vote.report == wanted.report && vote.on == wanted.on;
        if self.vote.as_ref().is_some_and(|vote| is_wanted(vote) && vote.urn.is_begun()) {
            return;
        }
        let is_of_the_floor =
            |vote: &VoteScreen| on_the_floor.as_ref().is_some_and(|(open, on)| vote.report == *open && vote.on == *on);
        if let Some(vote) = self.vote.take().filter(is_of_the_floor) {
            self.put_by = Some(Box::new(vote));
        }
        self.vote = Some(match self.put_by.take() {
            Some(vote) if is_wanted(&vote) => *vote,
            other => {
                self.put_by = other;
                wanted
            }
        });
        self.follow_the_urn();
    }
}

/// What the last proclamation that holds ended.
pub(super) fn last_proclaimed(history: &History) -> Option<Ended> {
    history.entries().rev().filter(|(_, _, live)| *live).find_map(|(_, entry, _)| match entry {
        Entry::Action { events, .. } => {
            let ended = events.iter().filter_map(|event| match event {
                Event::Proclaimed { report, on, .. } => Some((report.clone(), on.clone())),
                _ => None,
            });
            let ended: Vec<_> = ended.collect();
            let texts = ended.iter().filter(|(_, on)| on.is_none()).map(|(report, _)| report.clone());
            let reports: Vec<ReportId> = texts.collect();
            match (ended.first()?, reports.is_empty()) {
                ((report, on), true) => Some(Ended { reports: vec![report.clone()], on: on.clone() }),
                (_, false) => Some(Ended { reports, on: None }),
            }
        }
        Entry::Undo(_) => None,
    })
}
