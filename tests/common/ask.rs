//! Commands of a made-up council in few words.

pub use super::ask_secret::*;
use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::chronicle::HourOf;
use hemicycle::council::command::{Command, Voices};
use hemicycle::council::hour::Hour;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::majority::Majority;
use hemicycle::council::notes::NoteSums;
use hemicycle::council::proposal::{Dropped, ProposalId};
use hemicycle::council::recusal::Ground;
use hemicycle::council::step::{
    AddedReport, AskedBallot, ChangedText, ChosenMajority, ChosenWay, CountedVoices, DroppedProposal, FiledProposal,
    LeftGroup, MadeRemark, NamedCandidates, OpenedProposal, StatedResult,
};
use hemicycle::council::way::{Counts, Stated, Way};

use super::{member, report};

/// No hour.
pub const NEVER: Option<Hour> = None;

pub fn at(hour: u8, minute: u8) -> Option<Hour> {
    let hour = Hour::new(hour, minute);
    assert!(hour.is_some());
    hour
}

pub fn mark(who: u32, presence: Presence, at: Option<Hour>) -> Command {
    Command::SetPresence { member: member(who), presence, at }
}

pub fn arrive(who: u32, at: Option<Hour>) -> Command {
    mark(who, Presence::Present, at)
}

pub fn leave(who: u32, at: Option<Hour>) -> Command {
    mark(who, Presence::Left, at)
}

pub fn power(giver: u32, holder: u32, at: Option<Hour>) -> Command {
    Command::GiveProxy { giver: member(giver), holder: member(holder), at }
}

pub fn end_power(giver: u32) -> Command {
    Command::EndProxy { giver: member(giver) }
}

pub fn sit(who: u32, at: Option<Hour>) -> Command {
    Command::TakeSeat { member: member(who), at }
}

pub fn mend(of: HourOf, hour: u8, minute: u8) -> Command {
    Command::MendHour { of, at: Hour::new(hour, minute).expect("an hour") }
}

pub fn open(at: Option<Hour>) -> Command {
    Command::Open { at }
}

pub fn preside(who: u32, over: Option<u32>, elected: bool) -> Command {
    Command::TakeChair { member: member(who), report: over.map(report), elected, at: None }
}

pub fn secretaries(who: &[u32]) -> Command {
    let secretaries = who.iter().map(|number| member(*number)).collect();
    Command::NameSecretaries { secretaries, assistants: vec![], at: None }
}

pub fn rapporteur(number: u32, who: Option<u32>) -> Command {
    Command::ReplaceRapporteur { report: report(number), member: who.map(member) }
}

pub fn recuse(number: u32, who: u32, ground: Ground, left_room: bool) -> Command {
    Command::Recuse { report: report(number), member: member(who), ground, left_room, note: None, at: None }
}

pub fn end_recusal(number: u32, who: u32) -> Command {
    Command::EndRecusal { report: report(number), member: member(who) }
}

pub fn open_report(number: u32) -> Command {
    Command::OpenReport { report: report(number), with: vec![] }
}

pub fn voices(number: u32, said: &[(u32, Choice)]) -> Command {
    Command::voices(&report(number), said.iter().map(|(who, choice)| (member(*who), *choice)).collect())
}

pub fn proclaim(number: u32, at: Option<Hour>) -> Command {
    Command::Proclaim { report: report(number), at, then_open: None, on: None, then_with: vec![] }
}

pub fn proclaim_then(number: u32, next: u32) -> Command {
    Command::Proclaim { report: report(number), at: None, then_open: Some(report(next)), on: None, then_with: vec![] }
}

pub fn rectify(number: u32, reason: &str, presences: &[(u32, Presence)], said: &[(u32, Choice)]) -> Command {
    Command::Rectify {
        report: report(number),
        reason: reason.to_owned(),
        presences: presences.iter().map(|(who, presence)| (member(*who), *presence)).collect(),
        voices: said.iter().map(|(who, choice)| (member(*who), *choice)).collect(),
        at: None,
        on: None,
        counts: None,
        chair: None,
        stated: None,
        urn: None,
    }
}

pub fn in_camera(askers: &[u32], for_: u32, against: u32, abstentions: u32) -> Command {
    let asked_by = askers.iter().map(|number| member(*number)).collect();
    Command::GoInCamera { asked_by, for_, against, abstentions, at: None }
}

pub fn public() -> Command {
    Command::GoPublic { at: None }
}

pub fn suspend(at: Option<Hour>) -> Command {
    Command::Suspend { at }
}

pub fn resume(at: Option<Hour>) -> Command {
    Command::Resume { at }
}

pub fn adjourn(at: Option<Hour>) -> Command {
    Command::Adjourn { at, notes: NoteSums::new() }
}

pub fn close(at: Option<Hour>) -> Command {
    Command::Close { at, notes: NoteSums::new() }
}

/// Of numbers, as a list of identities.
pub fn members(who: &[u32]) -> Vec<hemicycle::council::id::MemberId> {
    who.iter().map(|number| member(*number)).collect()
}

pub fn amendment(number: u32) -> ProposalId {
    ProposalId::Amendment(number.to_string())
}

pub fn open_together(number: u32, with: &[u32]) -> Command {
    Command::OpenReport { report: report(number), with: with.iter().map(|number| report(*number)).collect() }
}

pub fn leave_group(number: u32) -> Command {
    Command::LeaveGroup(LeftGroup { report: report(number) })
}

pub fn voices_on(number: u32, on: &ProposalId, said: &[(u32, Choice)]) -> Command {
    let voices = said.iter().map(|(who, choice)| (member(*who), *choice)).collect();
    Command::SetVoices(Voices { report: report(number), on: Some(on.clone()), everywhere: false, voices })
}

pub fn voices_everywhere(number: u32, said: &[(u32, Choice)]) -> Command {
    let voices = said.iter().map(|(who, choice)| (member(*who), *choice)).collect();
    Command::SetVoices(Voices { report: report(number), on: None, everywhere: true, voices })
}

pub fn proclaim_on(number: u32, on: &ProposalId) -> Command {
    Command::Proclaim { report: report(number), on: Some(on.clone()), at: None, then_open: None, then_with: vec![] }
}

pub fn file_on(number: u32, id: &ProposalId, put: bool) -> Command {
    Command::FileProposal(FiledProposal {
        report: report(number),
        id: id.clone(),
        authors: vec![],
        on_behalf: None,
        target: None,
        text: None,
        put,
        at: None,
    })
}

pub fn put(number: u32, id: &ProposalId) -> Command {
    Command::OpenProposal(OpenedProposal { report: report(number), id: id.clone() })
}

pub fn drop_proposal(number: u32, id: &ProposalId, how: Dropped) -> Command {
    Command::DropProposal(DroppedProposal { report: report(number), id: id.clone(), how, at: None })
}

pub fn choose_way(number: u32, on: Option<&ProposalId>, way: Way) -> Command {
    Command::ChooseWay(ChosenWay { report: report(number), on: on.cloned(), way })
}

/// Figures without names: for, against, abstentions, taking no part.
pub fn figures(number: u32, on: Option<&ProposalId>, counts: [u32; 4], chair: Option<Choice>) -> Command {
    let [for_, against, abstentions, not_taking_part] = counts;
    let (report, on) = (report(number), on.cloned());
    Command::CountVoices(CountedVoices { report, on, for_, against, abstentions, not_taking_part, chair })
}

pub fn state(number: u32, on: Option<&ProposalId>, result: Stated) -> Command {
    Command::StateResult(StatedResult { report: report(number), on: on.cloned(), result })
}

pub fn ask_ballot(number: u32, on: Option<&ProposalId>, who: &[u32], refused: bool) -> Command {
    let (report, on) = (report(number), on.cloned());
    Command::AskBallot(AskedBallot { report, on, asked_by: members(who), refused, at: None })
}

pub fn choose_majority(number: u32, majority: Majority) -> Command {
    Command::ChooseMajority(ChosenMajority { report: report(number), majority, reason: "art. 30".to_owned() })
}

pub fn change_text(number: u32, text: &str) -> Command {
    Command::ChangeText(ChangedText { report: report(number), text: text.to_owned(), at: None })
}

pub fn add_report(number: u32, kind: ReportKind, after: Option<u32>) -> Command {
    Command::AddReport(AddedReport {
        report: report(number),
        object: format!("Objet {number}"),
        kind,
        rapporteur: None,
        text: None,
        after: after.map(report),
        at: None,
    })
}

pub fn remark(number: u32, who: Option<u32>) -> Command {
    Command::MakeRemark(MadeRemark { report: report(number), by: who.map(member), text: "Page 2.".to_owned() })
}

pub fn candidates(number: u32, who: &[u32]) -> Command {
    Command::NameCandidates(NamedCandidates { report: report(number), candidates: members(who) })
}

pub fn withdraw(number: u32) -> Command {
    Command::Withdraw { report: report(number), note: None, at: None }
}

/// A rectification of a vote without names: its figures, or its result.
pub fn rectify_figures(
    number: u32,
    on: Option<&ProposalId>,
    counts: Option<[u32; 4]>,
    stated: Option<Stated>,
) -> Command {
    let counts = counts.map(|[for_, against, abstentions, not_taking_part]| Counts {
        for_,
        against,
        abstentions,
        not_taking_part,
    });
    Command::Rectify {
        report: report(number),
        on: on.cloned(),
        reason: "motif".to_owned(),
        presences: vec![],
        voices: vec![],
        counts,
        chair: None,
        stated,
        urn: None,
        at: None,
    }
}
