//! What may be done next: the only place where a rule of the room is checked.
//!
//! [`Sitting::decide`] turns a command into events, or says what is impossible, or irregular without a reason.

use std::collections::{BTreeMap, BTreeSet};

use super::command::Command;
use super::event::Event;
use super::finding::{Code, Finding, ReportFinding, SecretFinding, Severity};
use super::id::{MemberId, ReportId};
use super::sitting::{Sitting, Stage};

mod agenda;
mod course;
mod election;
mod hours;
mod in_question;
mod minutes;
mod officers;
mod proposals;
mod recording;
mod rectify;
mod room;
mod secret;
mod vote;

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

impl From<SecretFinding> for Refused {
    fn from(finding: SecretFinding) -> Self {
        Finding::from(finding).into()
    }
}

impl From<ReportFinding> for Refused {
    fn from(finding: ReportFinding) -> Self {
        Finding::from(finding).into()
    }
}

/// The facts that a command makes, and what is irregular in them.
type Consequences = Result<(Vec<Event>, Vec<Finding>), Refused>;

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
        let mut events = Vec::new();
        for code in codes {
            let reason = reasons.get(&code).map_or("", |reason| reason.trim()).to_owned();
            for (report, on) in self.in_question(command, code, &facts) {
                events.push(Event::Irregularity { code, report, on, reason: reason.clone() });
            }
        }
        events.extend(facts);
        Ok(Accepted { events, warnings })
    }

    /// The facts that a command makes and what is irregular in them.
    fn consequences(&self, command: &Command) -> Consequences {
        let after_the_end = matches!(
            command,
            Command::TakeOver { .. }
                | Command::Rectify { .. }
                | Command::MendHour { .. }
                | Command::SettleMinutes { .. }
        );
        if self.stage().is_over() && !after_the_end {
            return Err(Finding::SittingClosed.into());
        }
        let (facts, mut warnings) = match command {
            Command::SetPresence { member, presence, at } => self.set_presence(member, *presence, *at),
            Command::GiveProxy { giver, holder, at } => self.give_proxy(giver, holder, *at),
            Command::EndProxy { giver } => self.end_proxy(giver),
            Command::TakeSeat { member, at } => self.take_seat(member, *at),
            Command::Recuse { .. } => self.recuse(command),
            Command::EndRecusal { report, member } => self.end_recusal(report, member),
            Command::MendHour { of, at } => self.mend_hour_command(of, *at),
            Command::TakeChair { member, report, elected, at } => {
                self.take_chair_command(member, report.as_ref(), *elected, *at)
            }
            Command::NameSecretaries { secretaries, assistants, at } => {
                self.name_secretaries(secretaries, assistants, *at)
            }
            Command::ReplaceRapporteur { report, member } => self.replace_rapporteur(report, member.as_ref()),
            Command::Open { at } => self.open(*at),
            Command::Suspend { at } => self.suspend(*at),
            Command::Resume { at } => self.resume(*at),
            Command::GoInCamera { .. } => self.go_in_camera(command),
            Command::GoPublic { at } => self.go_public(*at),
            Command::Adjourn { at, notes } => self.adjourn(*at, notes),
            Command::Close { at, notes } => self.close(*at, notes),
            Command::SettleMinutes { on, remarks, notes } => self.settle_minutes(*on, remarks.as_deref(), notes),
            Command::OpenReport { report, with } => self.open_report_command(report, with),
            Command::LeaveGroup(left) => self.leave_group(left),
            Command::SetVoices(voices) => self.set_voices(voices),
            Command::ChooseWay(chosen) => self.choose_way(chosen),
            Command::CountVoices(counted) => self.count_voices(counted),
            Command::StateResult(stated) => self.state_result(stated),
            Command::AskBallot(asked) => self.ask_ballot(asked),
            Command::AskSecret(asked) => self.ask_secret(asked),
            Command::NameTellers(named) => self.name_tellers(named),
            Command::FileLists(filed) => self.file_lists(filed),
            Command::FixPosts(fixed) => self.fix_posts(fixed),
            Command::ChooseForm(chosen) => self.choose_form(chosen),
            Command::WaiveSecrecy(waived) => self.waive_secrecy(waived),
            Command::CloseUrn(closing) => self.close_urn(closing),
            Command::CountBallots(counted) => self.count_ballots(counted),
            Command::SettleTie(settled) => self.settle_tie(settled),
            Command::NextRound(next) => self.next_round(next),
            Command::ChooseMajority(chosen) => self.choose_majority(chosen),
            Command::FileProposal(filed) => self.file_proposal(filed),
            Command::OpenProposal(opened) => self.open_proposal(opened),
            Command::DropProposal(dropped) => self.drop_proposal(dropped),
            Command::ChangeText(changed) => self.change_text(changed),
            Command::AddReport(added) => self.add_report(added),
            Command::MakeRemark(made) => self.make_remark(made),
            Command::NameCandidates(named) => self.name_candidates(named),
            Command::Withdraw { report, note, at } => self.withdraw(report, note.as_deref(), *at),
            Command::Proclaim { .. } => self.proclaim(command),
            Command::Rectify { .. } => self.rectify(command),
            Command::TakeOver { corrections, .. } if corrections.is_empty() => Err(Finding::NothingToDo.into()),
            Command::TakeOver { .. } => Ok((self.take_over(command), vec![])),
        }?;
        warnings.extend(self.hour_out_of_order(command));
        Ok((facts, warnings))
    }

    /// The file as it is now; what it says of numbers holds for the acts that have none.
    fn take_over(&self, command: &Command) -> Vec<Event> {
        let Command::TakeOver { corrections, session_file, sums } = command else { return vec![] };
        let taken_over = Event::FileTakenOver {
            corrections: corrections.clone(),
            session_file: session_file.clone(),
            sums: sums.clone(),
        };
        let mut after = self.clone();
        after.apply(&taken_over);
        [taken_over].into_iter().chain(after.numbered_late()).collect()
    }

    fn at_roll_call(&self) -> Result<(), Refused> {
        match self.stage() {
            Stage::RollCall => Ok(()),
            _ => Err(Finding::AlreadyOpen.into()),
        }
    }

    /// Opened, and not suspended.
    fn in_session(&self) -> Result<(), Refused> {
        match self.stage() {
            Stage::RollCall => Err(Finding::NotOpen.into()),
            Stage::Suspended => Err(Finding::SittingSuspended.into()),
            Stage::Open | Stage::Closed | Stage::Adjourned => Ok(()),
        }
    }

    fn no_report_open(&self) -> Result<(), Refused> {
        match self.open_report() {
            Some((report, _)) => Err(Finding::ReportStillOpen(report.id.clone()).into()),
            None => Ok(()),
        }
    }

    fn known(&self, member: &MemberId) -> Result<(), Refused> {
        if self.docket().roster.contains(member) {
            return Ok(());
        }
        Err(Finding::UnknownMember(member.clone()).into())
    }

    /// A member who holds a seat now.
    fn seated(&self, member: &MemberId) -> Result<(), Refused> {
        self.known(member)?;
        if self.attendance().holds_seat(member, &self.docket().roster) {
            return Ok(());
        }
        Err(Finding::NoSeat(member.clone()).into())
    }

    fn on_the_agenda(&self, report: &ReportId) -> Result<(), Refused> {
        match self.docket().agenda.report(report) {
            Some(_) => Ok(()),
            None => Err(Finding::UnknownReport(report.clone()).into()),
        }
    }
}
