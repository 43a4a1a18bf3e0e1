//! A proclaimed result is rectified, for a reason.

use std::collections::BTreeSet;

use super::recording::chair_is_counted;
use super::{Consequences, Refused};
use crate::council::command::Command;
use crate::council::event::{Event, Rectified};
use crate::council::finding::{Finding, ReportFinding, SecretFinding};
use crate::council::secret::{Count, SecretVote};
use crate::council::sitting::{Sitting, Stage};
use crate::council::tally::Tally;
use crate::council::way::{Said, Way};

impl Sitting {
    pub(super) fn rectify(&self, command: &Command) -> Consequences {
        let Command::Rectify { report, on, reason, presences, voices, counts, chair, stated, urn, at } = command else {
            return Err(Finding::NothingToDo.into());
        };
        if self.stage() == Stage::RollCall {
            return Err(Finding::NotOpen.into());
        }
        self.on_the_agenda(report)?;
        // Nothing was counted where no vote was taken: there is no figure to put right.
        let done = self.done_on(report, on.as_ref()).filter(|done| done.outcome.is_voted());
        let Some(done) = done else {
            return Err(Finding::NotProclaimed(report.clone()).into());
        };
        if on.is_none() && self.election_stands(report) {
            return Err(SecretFinding::ElectionStands(report.clone()).into());
        }
        if reason.trim().is_empty() {
            return Err(Finding::ReasonMissing.into());
        }
        let mut seen = BTreeSet::new();
        for (member, _) in presences {
            self.known(member)?;
            if !seen.insert(member) {
                return Err(Finding::VoiceTwice(member.clone()).into());
            }
            if done.vote.room.seat(member).is_none() {
                return Err(Finding::NoSeat(member.clone()).into());
            }
        }
        let said = Said { voices: voices.clone(), counts: *counts, chair: *chair, stated: *stated, urn: urn.clone() };
        let vote = done.vote.rectified(&self.docket().roster, &self.rules(), presences, &said);
        // What is given in one way says nothing of a vote that is recorded in another.
        let in_figures = counts.is_some() || chair.is_some();
        if (in_figures && vote.way != Way::Figures)
            || (stated.is_some() && vote.way != Way::Result)
            || (urn.is_some() && vote.way != Way::Secret)
        {
            return Err(ReportFinding::RecordedOtherwise(report.clone()).into());
        }
        // Who signed is settled, and where they were then with it.
        if done.vote.urn_is_closed() && !presences.is_empty() {
            return Err(SecretFinding::UrnClosed(report.clone()).into());
        }
        if let Some(counts) = vote.counts().filter(|_| in_figures) {
            chair_is_counted(counts, vote.chair_said())?;
        }
        let findings = self.impossible_voices(report, &vote, voices);
        if !findings.is_empty() {
            return Err(Refused { findings });
        }
        if vote.is_alike(&done.vote) {
            return Err(Finding::NothingToDo.into());
        }
        let outcome = self.result_of(report, on.as_ref(), &vote)?;
        let mut warnings = self.irregular_result(report, on.as_ref(), &vote, outcome);
        if let (Some(urn), Some(count)) = (vote.secret().and_then(SecretVote::urn), urn) {
            let (count, signed) = (count.in_order(), urn.signed.len());
            warnings.extend(self.impossible_count(report, on.as_ref(), &count, &urn.standing, signed)?);
        }
        if vote.quorum != done.vote.quorum {
            warnings.extend(self.missing_quorum(vote.quorum, &vote.room));
        }
        if let Some(id) = on.as_ref().filter(|id| id.ends_the_report())
            && done.outcome.is_adopted() != outcome.is_adopted()
        {
            warnings.push(ReportFinding::EndsOtherwise(report.clone(), id.clone()).into());
        }
        let rectified = Event::Rectified(Rectified {
            report: report.clone(),
            on: on.clone(),
            reason: reason.trim().to_owned(),
            presences: presences.clone(),
            voices: voices.clone(),
            counts: *counts,
            chair: *chair,
            stated: *stated,
            urn: urn.as_ref().map(Count::in_order),
            tally: Tally::of(&vote),
            outcome,
            at: *at,
        });
        let of_the_text = || self.numbered(report, outcome).or_else(|| self.unnumbered(report, outcome));
        let number = if on.is_none() { of_the_text() } else { None };
        Ok(([rectified].into_iter().chain(number).collect(), warnings))
    }
}
