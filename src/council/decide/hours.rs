//! Hours: told in order, mended later, and what they do not change.

use super::Consequences;
use crate::council::ballot::Vote;
use crate::council::chronicle::What;
use crate::council::command::Command;
use crate::council::event::{Event, HourOf};
use crate::council::finding::Finding;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::sitting::Sitting;

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

    /// The reports proclaimed at such an hour whose vote is such, in the order of the agenda.
    fn proclaimed(&self, when: impl Fn(Hour) -> bool, such: impl Fn(&Vote) -> bool) -> Vec<ReportId> {
        let done = |id: &ReportId| self.progress(id).and_then(|progress| progress.done());
        let reports = self.docket().agenda.reports().map(|report| &report.id);
        reports
            .filter(|id| done(id).is_some_and(|done| done.at.is_some_and(&when) && such(&done.vote)))
            .cloned()
            .collect()
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
        let warning = match (&happening.what, of) {
            (What::Moved { member, from, to }, _) => {
                self.mended_movement(member, happening.at, at, from.is_in(), to.is_in())
            }
            (_, HourOf::Movement(_)) => None,
            _ => self.between_its_neighbours(of, at),
        };
        Ok((vec![Event::HourMended { of: of.clone(), at }], warning.into_iter().collect()))
    }

    /// Of the results proclaimed between the two hours, those that counted the member as the hour mended has it not.
    fn mended_movement(
        &self,
        member: &MemberId,
        before: Option<Hour>,
        hour: Hour,
        was_in: bool,
        is_in: bool,
    ) -> Option<Finding> {
        let chronicle = self.chronicle();
        let is_later = before.is_some_and(|before| chronicle.is_before(before, hour));
        let reports = if is_later {
            let between =
                |at| chronicle.is_before(at, hour) && before.is_some_and(|before| chronicle.is_before(before, at));
            self.proclaimed(between, |vote| vote.presence(member).is_in() != was_in)
        } else {
            self.proclaimed(|at| chronicle.is_before(hour, at), |vote| vote.presence(member).is_in() != is_in)
        };
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
