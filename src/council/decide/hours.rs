//! Hours: told in order, mended later, and what they do not change.

use super::Consequences;
use crate::council::ballot::Vote;
use crate::council::chronicle::{HourOf, What};
use crate::council::command::Command;
use crate::council::event::Event;
use crate::council::finding::Finding;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::proposal::ProposalId;
use crate::council::sitting::{Done, Sitting};

impl Sitting {
    /// An hour before the one recorded last. A movement is placed by its hour, so only the opening is before it.
    pub(super) fn hour_out_of_order(&self, command: &Command) -> Option<Finding> {
        let hour = command.hour()?;
        let last = match command {
            Command::SetPresence { .. } | Command::GiveProxy { .. } | Command::TakeSeat { .. } => self.opened_at()?,
            _ => self.chronicle().last_hour()?,
        };
        self.chronicle().is_before(hour, last).then_some(Finding::HourBefore { hour, last })
    }

    /// A movement at an hour before results that were proclaimed `otherwise` than it would have had them.
    pub(super) fn hour_reaches_back(
        &self,
        member: &MemberId,
        hour: Hour,
        otherwise: impl Fn(&Vote) -> bool,
    ) -> Option<Finding> {
        let reports = self.proclaimed(|at| self.chronicle().is_before(hour, at), otherwise);
        (!reports.is_empty()).then(|| Finding::HourReachesBack { member: member.clone(), hour, reports })
    }

    /// The reports of which a vote, on the text or on what was put before it, was proclaimed at such an hour and is such, in
    /// the order of the agenda.
    fn proclaimed(&self, when: impl Fn(Hour) -> bool, such: impl Fn(&Vote) -> bool) -> Vec<ReportId> {
        let is_so = |done: &Done| done.outcome.is_voted() && done.at.is_some_and(&when) && such(&done.vote);
        let reports = self.docket().agenda.reports().map(|report| &report.id);
        reports.filter(|id| self.votes_done(id).any(|(_, done)| is_so(done))).cloned().collect()
    }

    pub(super) fn mend_hour_command(&self, of: &HourOf, at: Hour) -> Consequences {
        if let HourOf::Movement(member) = of {
            self.known(member)?;
        }
        let Some(happening) = self.chronicle().last(|what| of.is_of(what)) else {
            return Err(Finding::NothingToMend.into());
        };
        if happening.at == Some(at) {
            return Err(Finding::NothingToDo.into());
        }
        let warning = match of {
            HourOf::Movement(member) => self.mended_movement(member, of, at),
            _ => self.between_its_neighbours(of, at),
        };
        Ok((vec![Event::HourMended { of: of.clone(), at }], warning.into_iter().collect()))
    }

    /// The results that counted the member otherwise than the last movement does at its new hour: those proclaimed after
    /// that hour counted as after it, those proclaimed between the movement before and that hour as before it.
    fn mended_movement(&self, member: &MemberId, of: &HourOf, hour: Hour) -> Option<Finding> {
        let chronicle = self.chronicle();
        let happenings = chronicle.happenings();
        let place = happenings.iter().rposition(|happening| of.is_of(&happening.what))?;
        if let Some(opened) = self.opened_at()
            && chronicle.is_before(hour, opened)
        {
            return Some(Finding::HourBefore { hour, last: opened });
        }
        let since = happenings[..place].iter().rposition(|happening| of.is_of(&happening.what)).map_or(0, |at| at + 1);
        let later = &happenings[since..];
        let is_since = |id: &ReportId, on: Option<&ProposalId>| {
            later.iter().any(|it| match &it.what {
                What::Proclaimed(report) => report == id && on.is_none(),
                What::ProposalProclaimed(report, proposal) => report == id && on == Some(proposal),
                _ => false,
            })
        };
        let (was, is) = match &happenings[place].what {
            What::Moved { from, to, .. } => (from.is_in(), to.is_in()),
            // Who took a seat then had none before.
            _ => (false, true),
        };
        let counted = |vote: &Vote| vote.room.seat(member).is_some() && vote.presence(member).is_in();
        let otherwise = |id: &ReportId, on: Option<&ProposalId>, done: &Done| {
            let Some(at) = done.at.filter(|_| done.outcome.is_voted()) else { return false };
            let after = chronicle.is_before(hour, at) && counted(&done.vote) != is;
            let before = chronicle.is_before(at, hour) && is_since(id, on) && counted(&done.vote) != was;
            after || before
        };
        let is_any = |id: &&ReportId| self.votes_done(id).any(|(on, done)| otherwise(id, on, done));
        let reports: Vec<ReportId> =
            self.docket().agenda.reports().map(|report| &report.id).filter(is_any).cloned().collect();
        (!reports.is_empty()).then(|| Finding::HourReachesBack { member: member.clone(), hour, reports })
    }

    /// An hour before that of what came before, or after that of what came after.
    fn between_its_neighbours(&self, of: &HourOf, at: Hour) -> Option<Finding> {
        let happenings = self.chronicle().happenings();
        let place = happenings.iter().rposition(|happening| of.is_of(&happening.what))?;
        let (before, after) = happenings.split_at(place);
        let last = before.iter().rev().find_map(|happening| happening.at);
        let next = after.iter().skip(1).find_map(|happening| happening.at);
        let is_before = |one, other| self.chronicle().is_before(one, other);
        match (last, next) {
            (Some(last), _) if is_before(at, last) => Some(Finding::HourBefore { hour: at, last }),
            (_, Some(next)) if is_before(next, at) => Some(Finding::HourBefore { hour: next, last: at }),
            _ => None,
        }
    }
}
