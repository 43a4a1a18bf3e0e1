//! What a fact makes of the sitting. Cannot fail on what `decide` produced; a fact that does not fit changes nothing.

use std::sync::Arc;

use super::{Irregularity, Opening, Progress, Sitting, Stage};
use crate::council::chair::ChairTitle;
use crate::council::chronicle::{Happening, HourOf, What};
use crate::council::event::Event;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::notes::NoteSums;
use crate::council::recusal::Recusal;
use crate::council::settlement::Settlement;

mod reports;
mod secret;
mod votes;

impl Sitting {
    /// Records a fact.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Irregularity { code, report, on, reason } => {
                let is_a_step = |it: &&Happening| matches!(it.what, What::ReportOpened(_) | What::Proclaimed(_));
                let reached = (self.stage != Stage::RollCall)
                    .then(|| self.chronicle.happenings().iter().filter(is_a_step).count());
                let (code, reason) = (*code, reason.clone());
                let (report, on) = (report.clone(), on.clone());
                self.irregularities.push(Irregularity { code, reason, report, on, reached });
            }
            Event::PresenceSet { .. }
            | Event::ProxyGiven { .. }
            | Event::ProxyEnded { .. }
            | Event::SeatTaken { .. }
            | Event::SeatLeft { .. }
            | Event::Recused { .. }
            | Event::RecusalEnded { .. } => self.apply_to_the_room(event),
            Event::ChairTaken { .. } | Event::SecretariesNamed { .. } | Event::RapporteurReplaced { .. } => {
                self.apply_to_the_officers(event);
            }
            Event::ReportOpened { .. }
            | Event::VoiceSet { .. }
            | Event::WayChosen(_)
            | Event::VoicesCounted(_)
            | Event::ResultStated(_)
            | Event::Proclaimed { .. }
            | Event::Rectified(_) => self.apply_to_a_vote(event),
            Event::SecretAsked(_)
            | Event::TellersNamed(_)
            | Event::ListsFiled(_)
            | Event::PostsFixed(_)
            | Event::FormChosen(_)
            | Event::SecrecyWaived(_)
            | Event::UrnClosed(_)
            | Event::BallotsCounted(_)
            | Event::TieSettled(_)
            | Event::RoundOpened(_) => self.apply_to_a_secret(event),
            Event::GroupLeft(_)
            | Event::ProposalFiled(_)
            | Event::ProposalOpened(_)
            | Event::ProposalDropped(_)
            | Event::BallotAsked(_)
            | Event::MajorityChosen(_)
            | Event::TextChanged(_)
            | Event::ReportAdded(_)
            | Event::RemarkMade(_)
            | Event::CandidatesNamed(_) => self.apply_to_a_report(event),
            Event::SittingOpened { .. }
            | Event::Suspended { .. }
            | Event::Resumed { .. }
            | Event::InCameraVoted { .. }
            | Event::PublicAgain { .. }
            | Event::SittingAdjourned { .. }
            | Event::SittingClosed { .. } => self.apply_to_the_sitting(event),
            Event::MinutesSettled { on, remarks, notes } => {
                self.settlement = Some(Settlement { on: *on, remarks: remarks.clone(), notes: notes.clone() });
            }
            Event::HourMended { of, at } => self.mend_hour(of, *at),
            Event::ActNumbered(_) | Event::ActWithdrawn(_) => {
                self.register.follow(event);
            }
            // The reader of the files hands the docket over: see `set_docket`.
            Event::FileTakenOver { .. } => self.remember_typed_numbers(event),
        }
    }

    /// Tells the chronicle, once the sitting is open: the roll call is one list.
    pub(super) fn tell(&mut self, at: Option<Hour>, what: What) {
        if self.stage != Stage::RollCall {
            self.chronicle.add(at, what);
        }
    }

    fn apply_to_the_room(&mut self, event: &Event) {
        match event {
            Event::PresenceSet { member, presence, at } => {
                let from = self.attendance.presence(member);
                self.attendance.set_presence(member, *presence);
                self.tell(*at, What::Moved { member: member.clone(), from, to: *presence });
            }
            Event::ProxyGiven { giver, holder, at } => {
                self.attendance.give(giver, holder);
                self.tell(*at, What::ProxyGiven { giver: giver.clone(), holder: holder.clone() });
            }
            Event::ProxyEnded { giver } => {
                if let Some(holder) = self.attendance.holder_of(giver).cloned() {
                    self.attendance.end_proxy(giver);
                    self.tell(None, What::ProxyEnded { giver: giver.clone(), holder });
                }
            }
            Event::SeatTaken { member, of, at } => {
                self.attendance.take_seat(member, of.as_ref());
                self.tell(*at, What::SeatTaken { member: member.clone(), of: of.clone() });
            }
            Event::SeatLeft { member } => {
                self.attendance.leave_seat(member);
                self.tell(None, What::SeatLeft { member: member.clone() });
            }
            Event::Recused { report, member, ground, left_room, note, at } => {
                let recusal = Recusal { ground: *ground, left_room: *left_room, note: note.clone() };
                self.recusals.entry(report.clone()).or_default().insert(member.clone(), recusal.clone());
                self.tell(*at, What::Recused { report: report.clone(), member: member.clone(), recusal });
            }
            Event::RecusalEnded { report, member } => {
                if let Some(recused) = self.recusals.get_mut(report) {
                    recused.remove(member);
                }
            }
            _ => {}
        }
        self.seat_the_open_votes();
        if let Event::Recused { report, .. } | Event::RecusalEnded { report, .. } = event {
            self.judge_the_quorum_again(report);
        }
    }

    /// Who must not take part in a report that is open may never have counted in its quorum.
    fn judge_the_quorum_again(&mut self, report: &ReportId) {
        let Some(Progress::Opened(vote)) = self.progress.get(report) else { return };
        let quorum = self.quorum_in(report, vote.opened_in(), &vote.recused_in_the_quorum(&vote.recusals));
        if let Some(Progress::Opened(vote)) = self.progress.get_mut(report) {
            Arc::make_mut(vote).quorum = quorum;
        }
    }

    /// The rooms of the votes that are being taken follow who comes and goes.
    fn seat_the_open_votes(&mut self) {
        let (attendance, docket, recusals) = (self.attendance.clone(), self.docket.clone(), self.recusals.clone());
        for (report, vote) in self.open_votes_mut() {
            vote.recusals = recusals.get(report).cloned().unwrap_or_default();
            vote.seat(&attendance, &docket.roster);
        }
    }

    fn apply_to_the_officers(&mut self, event: &Event) {
        match event {
            Event::ChairTaken { member, report, title, at } => {
                self.take_chair(member, report.as_ref(), *title);
                let what = What::ChairTaken { member: member.clone(), report: report.clone(), title: *title };
                self.tell(*at, what);
            }
            Event::SecretariesNamed { secretaries, assistants, at } => {
                let staff_alone = self.secretaries == *secretaries;
                self.secretaries.clone_from(secretaries);
                self.assistants.clone_from(assistants);
                let (secretaries, assistants) = (secretaries.clone(), assistants.clone());
                self.tell(*at, What::SecretariesNamed { secretaries, assistants, staff_alone });
            }
            Event::RapporteurReplaced { report, member } => {
                self.rapporteurs.insert(report.clone(), member.clone());
                self.tell(None, What::RapporteurReplaced { report: report.clone(), member: member.clone() });
            }
            _ => {}
        }
    }

    fn take_chair(&mut self, member: &MemberId, report: Option<&ReportId>, title: ChairTitle) {
        if let Some(report) = report {
            self.report_chairs.insert(report.clone(), (member.clone(), title));
        } else {
            self.chair = Some(member.clone());
            self.chair_title = Some(title);
        }
        let open: Vec<ReportId> = self.open_reports().map(|(report, _)| report.id.clone()).collect();
        for report in open {
            let (chair, title) = self.chair_now(&report);
            for (_, vote) in self.open_votes_mut().filter(|(of, _)| **of == report) {
                vote.take_chair(chair.clone(), title);
            }
        }
    }

    /// Whoever presides over a report that is not done, and by what title; none for the president of the body.
    pub(super) fn chair_now(&self, report: &ReportId) -> (Option<MemberId>, Option<ChairTitle>) {
        match self.report_chairs.get(report) {
            Some((member, title)) => (Some(member.clone()), Some(*title)),
            None => (self.chair.clone(), self.chair_title),
        }
    }

    fn apply_to_the_sitting(&mut self, event: &Event) {
        match event {
            Event::SittingOpened { at } => {
                self.opening = Some(Opening {
                    at: *at,
                    room: self.room(),
                    quorum: self.quorum_at_opening(),
                    chair: self.chair.clone(),
                    chair_title: self.chair_title,
                    secretaries: self.secretaries.clone(),
                    assistants: self.assistants.clone(),
                });
                self.stage = Stage::Open;
                self.tell(*at, What::Opened);
            }
            Event::Suspended { at } => {
                self.stage = Stage::Suspended;
                self.tell(*at, What::Suspended);
            }
            Event::Resumed { at } => {
                self.stage = Stage::Open;
                self.tell(*at, What::Resumed);
            }
            Event::InCameraVoted { vote, at } => {
                self.in_camera = vote.is_adopted();
                self.tell(*at, What::InCameraVoted(vote.clone()));
            }
            Event::PublicAgain { at } => {
                self.in_camera = false;
                self.tell(*at, What::PublicAgain);
            }
            Event::SittingAdjourned { at, notes } => self.end(Stage::Adjourned, What::Adjourned, *at, notes),
            Event::SittingClosed { at, notes } => self.end(Stage::Closed, What::Closed, *at, notes),
            _ => {}
        }
    }

    fn end(&mut self, stage: Stage, what: What, at: Option<Hour>, notes: &NoteSums) {
        self.stage = stage;
        self.notes_at_close.clone_from(notes);
        self.closed_at = at;
        self.in_camera = false;
        self.tell(at, what);
    }

    fn mend_hour(&mut self, of: &HourOf, at: Hour) {
        match of {
            HourOf::Opening => {
                if let Some(opening) = &mut self.opening {
                    opening.at = Some(at);
                }
            }
            HourOf::Proclamation(report) => {
                if let Some(Progress::Done(done)) = self.progress.get_mut(report) {
                    done.at = Some(at);
                }
            }
            HourOf::Closing => self.closed_at = Some(at),
            HourOf::Movement(_) | HourOf::Suspension | HourOf::Resumption => {}
        }
        self.chronicle.mend_hour(|what| of.is_of(what), at);
    }
}
