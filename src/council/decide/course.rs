//! The course of the sitting: opened, suspended, in camera, adjourned, closed.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Consequences;
use crate::council::command::Command;
use crate::council::event::Event;
use crate::council::finding::Finding;
use crate::council::hour::Hour;
use crate::council::id::MemberId;
use crate::council::in_camera::InCameraVote;
use crate::council::law::{Subject, Value};
use crate::council::notes::NoteSums;
use crate::council::quorum::Quorum;
use crate::council::room::{Room, Seat};
use crate::council::sitting::{Sitting, Stage};

impl Sitting {
    pub(super) fn open(&self, at: Option<Hour>) -> Consequences {
        self.at_roll_call()?;
        Ok((vec![Event::SittingOpened { at }], self.irregular_at_opening()))
    }

    /// What is irregular if the sitting opens as the room stands. `verifier` shows it before the day.
    #[must_use]
    pub fn irregular_at_opening(&self) -> Vec<Finding> {
        let rules = self.rules();
        let roster = &self.docket().roster;
        let mut findings = Vec::new();
        if rules.proxies_per_holder().is_none() || self.quorum().needed.is_none() {
            findings.push(Finding::DisputedLaw(rules.article(Subject::Quorum)));
        }
        findings.extend(roster.everyone().filter_map(|member| self.too_many_proxies(self.attendance(), &member.id)));
        let givers = self.docket().proxy_runs.keys();
        let represented = givers.filter(|giver| self.attendance().holder_of(giver).is_some());
        findings.extend(represented.filter_map(|giver| self.proxy_too_long(giver)));
        findings.extend(self.missing_quorum(self.quorum_at_opening(), &self.room()));
        findings.extend(self.chair_away(None));
        findings.extend(self.secretaries_away(self.secretaries()));
        findings.extend(
            roster.everyone().filter_map(|member| self.too_far(&member.id, self.attendance().presence(&member.id))),
        );
        findings.extend(self.convened_too_late());
        findings.extend(self.second_too_soon());
        findings
    }

    /// Source: CGCT, art. L.2121-20: three sittings in a row, illness aside.
    pub(super) fn proxy_too_long(&self, giver: &MemberId) -> Option<Finding> {
        let rules = self.rules();
        let limit = rules.longest_proxy_run()?;
        let run = self.docket().proxy_runs.get(giver)?;
        (run.sittings > limit && !run.illness).then(|| Finding::ProxyTooLong {
            giver: giver.clone(),
            sittings: run.sittings,
            limit,
            article: rules.article(Subject::ProxyRun),
        })
    }

    /// Source: CGCT, art. L.2121-11 and L.2121-12.
    fn convened_too_late(&self) -> Option<Finding> {
        let rules = self.rules();
        let meeting = &self.docket().meeting;
        // Where the population is not known, the delay of the smallest holds for certain.
        let needed = rules.clear_days_of_notice(self.docket().body.population.unwrap_or(0))?;
        let days = clear_days(meeting.convened_on?, meeting.date);
        let article = rules.article(Subject::Notice);
        // A second convocation has its own delay.
        (days < needed && meeting.second_of.is_none()).then_some(Finding::ShortNotice { days, needed, article })
    }

    /// Source: CGCT, art. L.2121-17.
    fn second_too_soon(&self) -> Option<Finding> {
        let rules = self.rules();
        let meeting = &self.docket().meeting;
        let needed = rules.clear_days_before_second()?;
        let days = clear_days(meeting.second_of?, meeting.date);
        let article = rules.article(Subject::SecondConvocation);
        (days < needed).then_some(Finding::SecondTooSoon { days, needed, article })
    }

    /// The quorum is missed in that room; who is not there is named in the order of the table.
    pub(super) fn missing_quorum(&self, quorum: Quorum, room: &Room) -> Option<Finding> {
        // Where those represented count, they are not missing.
        let rule = self.rules().row(Subject::Quorum).map(|ruling| ruling.value);
        let do_powers_count = rule == Some(Value::MoreThanHalfWithRepresented);
        let is_away = |seat: &Seat| match seat {
            Seat::Withdrawn => false,
            Seat::Represented(_) => !do_powers_count,
            _ => !seat.is_present(),
        };
        let members = self.docket().roster.everyone().map(|member| &member.id);
        let missing = members.filter(|id| room.seat(id).is_some_and(is_away));
        (quorum.is_met() == Some(false)).then(|| Finding::QuorumMissing { quorum, missing: missing.cloned().collect() })
    }

    pub(super) fn suspend(&self, at: Option<Hour>) -> Consequences {
        self.in_session()?;
        Ok((vec![Event::Suspended { at }], vec![]))
    }

    pub(super) fn resume(&self, at: Option<Hour>) -> Consequences {
        match self.stage() {
            Stage::Suspended => Ok((vec![Event::Resumed { at }], vec![])),
            Stage::RollCall => Err(Finding::NotOpen.into()),
            _ => Err(Finding::NotSuspended.into()),
        }
    }

    /// Source: CGCT, art. L.2121-18: without debate, by more than half of the members present or represented.
    pub(super) fn go_in_camera(&self, command: &Command) -> Consequences {
        let Command::GoInCamera { asked_by, for_, against, abstentions, at } = command else {
            return Err(Finding::NothingToDo.into());
        };
        self.in_session()?;
        if self.is_in_camera() {
            return Err(Finding::InCameraAlready.into());
        }
        for member in asked_by {
            self.seated(member)?;
            if !self.attendance().is_present(member) {
                return Err(Finding::NoVoice(member.clone()).into());
            }
        }
        let voices = u32::try_from(self.room().voices().count()).unwrap_or(u32::MAX);
        let counted = for_.saturating_add(*against).saturating_add(*abstentions);
        if counted > voices {
            return Err(Finding::MoreVoicesThanRoom { counted, voices }.into());
        }
        let vote = InCameraVote {
            asked_by: asked_by.clone(),
            for_: *for_,
            against: *against,
            abstentions: *abstentions,
            needed: voices / 2 + 1,
        };
        Ok((vec![Event::InCameraVoted { vote, at: *at }], self.too_few_askers(asked_by).into_iter().collect()))
    }

    /// Whoever presides may ask alone.
    fn too_few_askers(&self, asked_by: &[MemberId]) -> Option<Finding> {
        let rules = self.rules();
        let needed = rules.in_camera_askers()?;
        let distinct: BTreeSet<_> = asked_by.iter().collect();
        let askers = u32::try_from(distinct.len()).unwrap_or(u32::MAX);
        let is_asked_by_the_chair = self.chair().is_some_and(|chair| distinct.contains(chair));
        let article = rules.article(Subject::InCameraAskers);
        (askers < needed && !is_asked_by_the_chair).then_some(Finding::TooFewAskers { askers, needed, article })
    }

    pub(super) fn go_public(&self, at: Option<Hour>) -> Consequences {
        self.in_session()?;
        if !self.is_in_camera() {
            return Err(Finding::NotInCamera.into());
        }
        Ok((vec![Event::PublicAgain { at }], vec![]))
    }

    /// For want of a quorum alone: a sitting that may go on is closed.
    pub(super) fn adjourn(&self, at: Option<Hour>, notes: &NoteSums) -> Consequences {
        self.no_report_open()?;
        let quorum = if self.stage() == Stage::RollCall { self.quorum_at_roll_call() } else { self.quorum() };
        let disputed = || Finding::DisputedLaw(self.rules().article(Subject::Quorum));
        let adjourned = Event::SittingAdjourned { at, notes: notes.clone() };
        match quorum.is_met() {
            Some(true) => Err(Finding::QuorumThere(quorum).into()),
            Some(false) => Ok((vec![adjourned], vec![])),
            None => Ok((vec![adjourned], vec![disputed()])),
        }
    }

    pub(super) fn close(&self, at: Option<Hour>, notes: &NoteSums) -> Consequences {
        self.in_session()?;
        self.no_report_open()?;
        Ok((vec![Event::SittingClosed { at, notes: notes.clone() }], vec![]))
    }
}

/// The days between two, neither of them counted.
fn clear_days(from: Date, to: Date) -> u32 {
    let days = (to - from).get_days();
    u32::try_from(days - 1).unwrap_or(0)
}
