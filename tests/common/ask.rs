//! Commands of a made-up council in few words.

use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::chronicle::HourOf;
use hemicycle::council::command::Command;
use hemicycle::council::hour::Hour;
use hemicycle::council::notes::NoteSums;
use hemicycle::council::recusal::Ground;

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
