//! What changes on the agenda in the sitting: a report withdrawn, added, changed on the table, taken out of a vote that it
//! shares; remarks, candidates.

use std::collections::BTreeSet;

use super::{Consequences, Refused};
use crate::council::event::Event;
use crate::council::finding::{Finding, ReportFinding};
use crate::council::hour::Hour;
use crate::council::id::ReportId;
use crate::council::kind::ReportKind;
use crate::council::law::Subject;
use crate::council::outcome::Outcome;
use crate::council::sitting::{Progress, Sitting};
use crate::council::step::{AddedReport, ChangedText, LeftGroup, MadeRemark, NamedCandidates};

impl Sitting {
    /// Whoever presides withdraws a report, without a vote, before its result is proclaimed.
    pub(super) fn withdraw(&self, report: &ReportId, note: Option<&str>, at: Option<Hour>) -> Consequences {
        self.in_session()?;
        self.not_done(report)?;
        self.no_proposal_open(report)?;
        self.no_closed_urn(report)?;
        self.nobody_is_elected(report)?;
        let note = note.map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned);
        let (report, outcome) = (report.clone(), Outcome::Withdrawn);
        Ok((vec![Event::Proclaimed { report, on: None, tally: None, outcome, note, at }], vec![]))
    }

    /// Source: CGCT, art. L.2121-10: the convocation tells what will be dealt with. What decides nothing may be told all the
    /// same.
    pub(super) fn add_report(&self, added: &AddedReport) -> Consequences {
        self.in_session()?;
        if added.report.as_str().trim().is_empty() || added.object.trim().is_empty() {
            return Err(ReportFinding::WordsMissing(added.report.clone()).into());
        }
        if self.docket().agenda.report(&added.report).is_some() {
            return Err(ReportFinding::NumberTaken(added.report.clone()).into());
        }
        if let Some(after) = &added.after {
            self.on_the_agenda(after)?;
        }
        if let Some(member) = &added.rapporteur {
            self.known(member)?;
        }
        let article = self.rules().article(Subject::Convocation);
        let not_convened = || ReportFinding::NotConvenedTo { report: added.report.clone(), article }.into();
        let warning = added.kind.decides().then(not_convened);
        Ok((vec![Event::ReportAdded(added.clone())], warning.into_iter().collect()))
    }

    pub(super) fn change_text(&self, changed: &ChangedText) -> Consequences {
        self.in_session()?;
        self.not_done(&changed.report)?;
        if changed.text.trim().is_empty() {
            return Err(ReportFinding::WordsMissing(changed.report.clone()).into());
        }
        Ok((vec![Event::TextChanged(changed.clone())], vec![]))
    }

    pub(super) fn make_remark(&self, made: &MadeRemark) -> Consequences {
        self.in_session()?;
        self.not_done(&made.report)?;
        if !matches!(self.kind_of(&made.report), ReportKind::PreviousMinutes { .. }) {
            return Err(ReportFinding::OfAnotherKind(made.report.clone()).into());
        }
        if let Some(member) = &made.by {
            self.known(member)?;
        }
        if made.text.trim().is_empty() {
            return Err(ReportFinding::WordsMissing(made.report.clone()).into());
        }
        Ok((vec![Event::RemarkMade(made.clone())], vec![]))
    }

    pub(super) fn name_candidates(&self, named: &NamedCandidates) -> Consequences {
        self.in_session()?;
        self.not_done(&named.report)?;
        if self.contest(&named.report).is_none() {
            return Err(ReportFinding::OfAnotherKind(named.report.clone()).into());
        }
        self.urn_not_closed(&named.report)?;
        let mut seen = BTreeSet::new();
        for member in &named.candidates {
            self.known(member)?;
            if !seen.insert(member) {
                return Err(Finding::VoiceTwice(member.clone()).into());
            }
            self.may_stand(&named.report, member)?;
        }
        if self.handling(&named.report).candidates == named.candidates {
            return Err(Finding::NothingToDo.into());
        }
        Ok((vec![Event::CandidatesNamed(named.clone())], vec![]))
    }

    /// What was said of it is taken back with it: it will be opened anew.
    pub(super) fn leave_group(&self, left: &LeftGroup) -> Consequences {
        self.in_session()?;
        self.on_the_agenda(&left.report)?;
        match self.progress(&left.report) {
            Some(Progress::Opened(vote)) if !vote.together.is_empty() => {
                Ok((vec![Event::GroupLeft(left.clone())], vec![]))
            }
            _ => Err(ReportFinding::NotInAGroup(left.report.clone()).into()),
        }
    }

    pub(super) fn not_done(&self, report: &ReportId) -> Result<(), Refused> {
        self.on_the_agenda(report)?;
        match self.progress(report) {
            Some(Progress::Done(_)) => Err(Finding::ReportDone(report.clone()).into()),
            _ => Ok(()),
        }
    }
}
