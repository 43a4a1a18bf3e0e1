//! What may be done next: the only place where a rule of the room is checked.
//!
//! [`Sitting::decide`] turns a command into events, or says what is impossible, or irregular without a reason.

use std::collections::{BTreeMap, BTreeSet};

use super::attendance::{Attendance, Presence};
use super::ballot::{Choice, Vote};
use super::command::Command;
use super::event::Event;
use super::finding::{Code, Finding, Severity};
use super::hour::Hour;
use super::id::{MemberId, ReportId};
use super::law::Subject;
use super::outcome::Outcome;
use super::sitting::{Progress, Sitting, Stage};
use super::tally::Tally;

/// Reasons given for irregular findings, by code.
pub type Reasons = BTreeMap<Code, String>;

/// A command that may go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// What happens, in order.
    pub events: Vec<Event>,
    /// The irregular findings that a reason covers.
    pub warnings: Vec<Finding>,
}

/// A command that may not go on: something is impossible, or irregular and without a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong, impossible ones first.
    pub findings: Vec<Finding>,
}

impl Refused {
    /// Whether a reason is all that is missing.
    #[must_use]
    pub fn needs_only_a_reason(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity() == Severity::Irregular)
    }
}

impl From<Finding> for Refused {
    fn from(finding: Finding) -> Self {
        Self { findings: vec![finding] }
    }
}

impl Sitting {
    /// Says what a command would do, or why it may not.
    ///
    /// # Errors
    /// What is impossible; failing that, what is irregular and has no reason in `reasons`.
    pub fn decide(&self, command: &Command, reasons: &Reasons) -> Result<Accepted, Refused> {
        let (facts, warnings) = self.consequences(command)?;
        let unexplained = |finding: &Finding| reasons.get(&finding.code()).is_none_or(|why| why.trim().is_empty());
        if warnings.iter().any(unexplained) {
            return Err(Refused { findings: warnings });
        }
        let codes: BTreeSet<Code> = warnings.iter().map(Finding::code).collect();
        let explained = codes.iter().filter_map(|code| {
            let report = report_in_question(command, *code).cloned();
            reasons.get(code).map(|reason| Event::Irregularity {
                code: *code,
                report,
                reason: reason.trim().to_owned(),
            })
        });
        Ok(Accepted { events: explained.chain(facts).collect(), warnings })
    }

    /// The facts that a command makes and what is irregular in them.
    fn consequences(&self, command: &Command) -> Result<(Vec<Event>, Vec<Finding>), Refused> {
        if self.stage() == Stage::Closed && !matches!(command, Command::TakeOver { .. }) {
            return Err(Finding::SittingClosed.into());
        }
        match command {
            Command::SetPresence { member, presence } => Ok((self.set_presence(member, *presence)?, vec![])),
            Command::GiveProxy { giver, holder } => self.give_proxy(giver, holder),
            Command::EndProxy { giver } => Ok((self.end_proxy(giver)?, vec![])),
            Command::Open { at } => {
                self.at_roll_call()?;
                Ok((vec![Event::SittingOpened { at: *at }], self.irregular_at_opening()))
            }
            Command::OpenReport { report } => self.open_report_command(report),
            Command::SetVoices { report, voices } => Ok((self.set_voices(report, voices)?, vec![])),
            Command::Proclaim { report, at, then_open } => self.proclaim(report, *at, then_open.as_ref()),
            Command::Close { at } => {
                self.in_session()?;
                match self.open_report() {
                    Some((report, _)) => Err(Finding::ReportStillOpen(report.id.clone()).into()),
                    None => Ok((vec![Event::SittingClosed { at: *at }], vec![])),
                }
            }
            Command::TakeOver { corrections, .. } if corrections.is_empty() => Err(Finding::NothingToDo.into()),
            Command::TakeOver { corrections, session_file, sums } => {
                let taken_over = Event::FileTakenOver {
                    corrections: corrections.clone(),
                    session_file: session_file.clone(),
                    sums: sums.clone(),
                };
                Ok((vec![taken_over], vec![]))
            }
        }
    }

    fn at_roll_call(&self) -> Result<(), Refused> {
        match self.stage() {
            Stage::RollCall => Ok(()),
            _ => Err(Finding::AlreadyOpen.into()),
        }
    }

    fn in_session(&self) -> Result<(), Refused> {
        match self.stage() {
            Stage::RollCall => Err(Finding::NotOpen.into()),
            _ => Ok(()),
        }
    }

    fn known(&self, member: &MemberId) -> Result<(), Refused> {
        if self.docket().roster.contains(member) {
            return Ok(());
        }
        Err(Finding::UnknownMember(member.clone()).into())
    }

    /// A member who arrives ends the power given; one who goes ends those held.
    fn set_presence(&self, member: &MemberId, presence: Presence) -> Result<Vec<Event>, Refused> {
        self.at_roll_call()?;
        self.known(member)?;
        if self.attendance().presence(member) == presence {
            return Err(Finding::NothingToDo.into());
        }
        let set = Event::PresenceSet { member: member.clone(), presence };
        let ended = |giver: &MemberId| Event::ProxyEnded { giver: giver.clone() };
        Ok(match presence {
            Presence::Present => {
                std::iter::once(set).chain(self.attendance().holder_of(member).map(|_| ended(member))).collect()
            }
            _ => std::iter::once(set).chain(self.attendance().givers_to(member).map(ended)).collect(),
        })
    }

    fn give_proxy(&self, giver: &MemberId, holder: &MemberId) -> Result<(Vec<Event>, Vec<Finding>), Refused> {
        self.at_roll_call()?;
        self.known(giver)?;
        self.known(holder)?;
        if giver == holder {
            return Err(Finding::ProxyToSelf(giver.clone()).into());
        }
        if !self.attendance().is_present(holder) {
            return Err(Finding::HolderAway { giver: giver.clone(), holder: holder.clone() }.into());
        }
        if self.attendance().holder_of(giver) == Some(holder) {
            return Err(Finding::NothingToDo.into());
        }
        let gift = Event::ProxyGiven { giver: giver.clone(), holder: holder.clone() };
        // Whoever leaves a power is away: one gesture marks both, and ends the powers that the giver held.
        let mut events = Vec::new();
        if self.attendance().is_present(giver) {
            events.push(Event::PresenceSet { member: giver.clone(), presence: Presence::Excused });
            events.push(gift);
            events.extend(self.attendance().givers_to(giver).map(|g| Event::ProxyEnded { giver: g.clone() }));
        } else {
            events.push(gift);
        }
        let mut after = self.attendance().clone();
        for event in &events {
            after.apply(event);
        }
        let warnings = self.too_many_proxies(&after, holder).into_iter().collect();
        Ok((events, warnings))
    }

    fn end_proxy(&self, giver: &MemberId) -> Result<Vec<Event>, Refused> {
        self.at_roll_call()?;
        self.known(giver)?;
        match self.attendance().holder_of(giver) {
            Some(_) => Ok(vec![Event::ProxyEnded { giver: giver.clone() }]),
            None => Err(Finding::NoProxy(giver.clone()).into()),
        }
    }

    fn too_many_proxies(&self, attendance: &Attendance, holder: &MemberId) -> Option<Finding> {
        let rules = self.rules();
        let limit = rules.proxies_per_holder()?;
        let givers: Vec<MemberId> = attendance.givers_to(holder).cloned().collect();
        (u32::try_from(givers.len()).unwrap_or(u32::MAX) > limit).then(|| Finding::TooManyProxies {
            holder: holder.clone(),
            givers,
            limit,
            article: rules.article(Subject::ProxiesPerHolder),
        })
    }

    /// What is irregular if the sitting opens as the room stands. `verifier` shows it before the day.
    #[must_use]
    pub fn irregular_at_opening(&self) -> Vec<Finding> {
        let rules = self.rules();
        let mut findings = Vec::new();
        if rules.proxies_per_holder().is_none() || self.quorum().needed.is_none() {
            findings.push(Finding::DisputedLaw(rules.article(Subject::Quorum)));
        }
        findings.extend(self.docket().roster.ids().filter_map(|id| self.too_many_proxies(self.attendance(), id)));
        findings.extend(self.quorum_missing());
        if let Some(president) = &self.docket().meeting.president
            && !self.attendance().is_present(president)
        {
            let article = rules.article(Subject::Chair);
            findings.push(Finding::PresidentAway { president: president.clone(), article });
        }
        if let Some(secretary) = self.docket().meeting.secretaries.first()
            && !self.attendance().is_present(secretary)
        {
            let article = rules.article(Subject::Secretary);
            findings.push(Finding::SecretaryAway { secretary: secretary.clone(), article });
        }
        findings
    }

    fn quorum_missing(&self) -> Option<Finding> {
        let quorum = self.quorum();
        let away = |id: &&MemberId| !self.attendance().is_present(id);
        (quorum.is_met() == Some(false)).then(|| Finding::QuorumMissing {
            quorum,
            missing: self.docket().roster.ids().filter(away).cloned().collect(),
        })
    }

    fn may_open(&self, report: &ReportId) -> Result<Vec<Finding>, Refused> {
        if self.docket().agenda.report(report).is_none() {
            return Err(Finding::UnknownReport(report.clone()).into());
        }
        match self.progress(report) {
            Some(Progress::Done { .. }) => Err(Finding::ReportDone(report.clone()).into()),
            Some(Progress::Opened(_)) => Err(Finding::ReportStillOpen(report.clone()).into()),
            None => Ok(self.quorum_missing().into_iter().collect()),
        }
    }

    fn open_report_command(&self, report: &ReportId) -> Result<(Vec<Event>, Vec<Finding>), Refused> {
        self.in_session()?;
        if let Some((open, _)) = self.open_report() {
            return Err(Finding::ReportStillOpen(open.id.clone()).into());
        }
        let warnings = self.may_open(report)?;
        Ok((vec![Event::ReportOpened { report: report.clone() }], warnings))
    }

    fn open_vote(&self, report: &ReportId) -> Result<&Vote, Refused> {
        self.in_session()?;
        match self.progress(report) {
            Some(Progress::Opened(vote)) => Ok(vote),
            Some(Progress::Done { .. }) => Err(Finding::ReportDone(report.clone()).into()),
            None if self.docket().agenda.report(report).is_none() => Err(Finding::UnknownReport(report.clone()).into()),
            None => Err(Finding::ReportNotOpen(report.clone()).into()),
        }
    }

    fn set_voices(&self, report: &ReportId, voices: &[(MemberId, Choice)]) -> Result<Vec<Event>, Refused> {
        let vote = self.open_vote(report)?;
        let mut seen = BTreeSet::new();
        let mut findings = Vec::new();
        let mut events = Vec::new();
        for (member, choice) in voices {
            if !self.docket().roster.contains(member) {
                findings.push(Finding::UnknownMember(member.clone()));
            } else if !seen.insert(member) {
                findings.push(Finding::VoiceTwice(member.clone()));
            } else if let Some(before) = vote.choice(member) {
                if before != *choice {
                    events.push(Event::VoiceSet { report: report.clone(), member: member.clone(), choice: *choice });
                }
            } else {
                findings.push(Finding::NoVoice(member.clone()));
            }
        }
        if findings.is_empty() && events.is_empty() {
            findings.push(Finding::NothingToDo);
        }
        if findings.is_empty() { Ok(events) } else { Err(Refused { findings }) }
    }

    fn proclaim(
        &self,
        report: &ReportId,
        at: Option<Hour>,
        then_open: Option<&ReportId>,
    ) -> Result<(Vec<Event>, Vec<Finding>), Refused> {
        let vote = self.open_vote(report)?;
        let tally = Tally::of(vote);
        let outcome = self.outcome_of(vote);
        let rules = self.rules();
        let mut warnings = match outcome {
            Outcome::RejectedNothingCast => vec![Finding::NothingCast(rules.article(Subject::Majority))],
            Outcome::RejectedByTie => vec![Finding::TieUndecided(rules.article(Subject::CastingVote))],
            _ => vec![],
        };
        let mut events = vec![Event::Proclaimed { report: report.clone(), tally, outcome, at }];
        if let Some(next) = then_open {
            warnings.extend(self.may_open(next)?);
            events.push(Event::ReportOpened { report: next.clone() });
        }
        Ok((events, warnings))
    }
}

/// The report that an irregular step is about: the quorum of a report that is opened by proclaiming another is its own.
fn report_in_question(command: &Command, code: Code) -> Option<&ReportId> {
    match command {
        Command::Proclaim { then_open: Some(next), .. } if code == Finding::QUORUM_MISSING => Some(next),
        Command::OpenReport { report } | Command::Proclaim { report, .. } => Some(report),
        _ => None,
    }
}
