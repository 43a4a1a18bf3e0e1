//! An evening with everything that may happen in a room, made by commands.

use std::sync::Arc;

use hemicycle::council::agenda::{AgendaItem, Report};
use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::docket::Docket;
use hemicycle::council::finding::Code;
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::kind::ReportKind;
use hemicycle::council::name::{Civility, Name};
use hemicycle::council::notes::NoteSums;
use hemicycle::council::recusal::Ground;
use hemicycle::council::roster::{Member, Roster, Standing};
use hemicycle::council::sitting::Sitting;

use super::evening::{docket, run_with};

pub fn person(surname: &str, first: &str, civility: Option<Civility>, standing: Standing) -> Member {
    let name = Name { surname: surname.to_owned(), first: first.to_owned(), civility };
    Member { id: name.slug(), name, group: None, role: None, rank: None, birth: None, standing }
}

/// The council of the evening with a substitute, a new member to install, staff, and accounts to vote.
pub fn council() -> Docket {
    let mut council = docket();
    let substitute = Standing::SubstituteOf(id("jouve-claire"));
    let successor = Standing::SuccessorOf(Some(id("koenig-marc")));
    let mut people: Vec<Member> = council.roster.everyone().cloned().collect();
    people.push(person("LE BRIS", "Odile", Some(Civility::Mrs), substitute));
    people.push(person("D'ARTOIS", "Yann", Some(Civility::Mr), successor));
    council.roster = Roster::new(people);
    council.meeting.assistants = vec!["Madame Solène ROY, directrice générale des services".to_owned()];
    report_of(&mut council, "02").kind = ReportKind::AdministrativeAccounts;
    council
}

pub fn report_of<'a>(council: &'a mut Docket, number: &str) -> &'a mut Report {
    let reports = council.agenda.items.iter_mut().filter_map(|item| match item {
        AgendaItem::Report(report) => Some(&mut **report),
        AgendaItem::Chapter(_) => None,
    });
    reports.into_iter().find(|report| report.id.as_str() == number).expect("a report of the agenda")
}

pub fn id(member: &str) -> MemberId {
    MemberId::new(member)
}

pub fn at(hour: u8, minute: u8) -> Option<Hour> {
    Hour::new(hour, minute)
}

pub fn presence(member: &str, presence: Presence, at: Option<Hour>) -> Command {
    Command::SetPresence { member: id(member), presence, at }
}

pub fn recuse(report: &str, member: &str, ground: Ground, left_room: bool, note: &str, at: Option<Hour>) -> Command {
    let note = Some(note.to_owned()).filter(|note| !note.is_empty());
    Command::Recuse { report: ReportId::new(report), member: id(member), ground, left_room, note, at }
}

pub fn chair(member: &str, report: Option<&str>, elected: bool, at: Option<Hour>) -> Command {
    Command::TakeChair { member: id(member), report: report.map(ReportId::new), elected, at }
}

pub fn open(report: &str) -> Command {
    Command::OpenReport { report: ReportId::new(report), with: vec![] }
}

pub fn proclaim(report: &str, at: Option<Hour>, then_open: Option<&str>) -> Command {
    Command::Proclaim {
        report: ReportId::new(report),
        at,
        then_open: then_open.map(ReportId::new),
        on: None,
        then_with: vec![],
    }
}

pub fn voices(report: &str, voices: &[(&str, Choice)]) -> Command {
    Command::voices(&ReportId::new(report), voices.iter().map(|(member, choice)| (id(member), *choice)).collect())
}

pub fn in_camera(asked_by: &[&str], for_: u32, against: u32, abstentions: u32, at: Option<Hour>) -> Command {
    Command::GoInCamera { asked_by: asked_by.iter().map(|it| id(it)).collect(), for_, against, abstentions, at }
}

/// The evening until its close, and a rectification after it.
pub fn commands() -> Vec<Command> {
    use Choice::{Abstain, Against};
    vec![
        Command::Open { at: at(18, 4) },
        Command::TakeSeat { member: id("le-bris-odile"), at: at(18, 6) },
        in_camera(&["di-meo-paolo", "esnault-julie", "chastang-rosa"], 3, 6, 1, at(18, 8)),
        open("01"),
        presence("faure-labat-hugo", Presence::Out, at(18, 20)),
        voices("01", &[("di-meo-paolo", Against), ("hennebert-omar", Against), ("icard-lea", Abstain)]),
        proclaim("01", at(18, 31), None),
        Command::Suspend { at: at(18, 32) },
        Command::Resume { at: at(18, 40) },
        presence("faure-labat-hugo", Presence::Present, at(18, 41)),
        presence("icard-lea", Presence::Present, at(18, 42)),
        recuse("02", "fournel-anne", Ground::Accounts, true, "", at(18, 45)),
        chair("baudry-luc", Some("02"), true, at(18, 45)),
        open("02"),
        voices("02", &[("di-meo-paolo", Against), ("esnault-julie", Against), ("faure-labat-hugo", Against)]),
        voices("02", &[("icard-lea", Against), ("hennebert-omar", Abstain)]),
        proclaim("02", at(18, 55), Some("03")),
        Command::ReplaceRapporteur { report: ReportId::new("03"), member: Some(id("di-meo-paolo")) },
        recuse("03", "chastang-rosa", Ground::Interest, true, "présidente de l'association", at(18, 58)),
        recuse("03", "baudry-luc", Ground::Interest, false, "", None),
        proclaim("03", at(19, 10), None),
        in_camera(&["fournel-anne"], 8, 1, 1, at(19, 12)),
        Command::GoPublic { at: at(19, 20) },
        Command::GiveProxy { giver: id("di-meo-paolo"), holder: id("icard-lea"), at: at(19, 30) },
        presence("fournel-anne", Presence::Left, at(19, 32)),
        chair("baudry-luc", None, false, at(19, 32)),
        Command::NameSecretaries {
            secretaries: vec![id("guichard-nina"), id("esnault-julie")],
            assistants: vec!["Madame Solène ROY, directrice générale des services".to_owned()],
            at: None,
        },
        Command::TakeSeat { member: id("d-artois-yann"), at: at(19, 34) },
        presence("faure-labat-hugo", Presence::Remote, at(19, 35)),
        recuse("04", "guichard-nina", Ground::Representative, true, "SEM du Val", None),
        open("04"),
        voices("04", &[("faure-labat-hugo", Against), ("di-meo-paolo", Abstain)]),
        proclaim("04", at(19, 45), None),
        presence("jouve-claire", Presence::Present, at(19, 46)),
        Command::Rectify {
            report: ReportId::new("01"),
            reason: "la voix de Madame ICARD a été mal relevée".to_owned(),
            presences: vec![(id("faure-labat-hugo"), Presence::Present)],
            voices: vec![(id("icard-lea"), Against), (id("faure-labat-hugo"), Abstain)],
            at: at(19, 50),
            on: None,
            counts: None,
            chair: None,
            urn: None,
            stated: None,
        },
        Command::Close { at: at(20, 2), notes: NoteSums::new() },
        Command::Rectify {
            report: ReportId::new("04"),
            reason: "abstention omise".to_owned(),
            presences: vec![],
            voices: vec![(id("esnault-julie"), Abstain)],
            at: None,
            on: None,
            counts: None,
            chair: None,
            urn: None,
            stated: None,
        },
    ]
}

/// The sitting that these commands make; an irregular step has its reason.
pub fn sitting_of(council: Docket, commands: &[Command]) -> Sitting {
    let mut sitting = Sitting::new(Arc::new(council));
    let reasons: Reasons = (1..=24).map(|number| (Code::irregular(number), "constaté en séance".to_owned())).collect();
    for command in commands {
        run_with(&mut sitting, command, &reasons);
    }
    sitting
}

pub fn busy_evening() -> Sitting {
    sitting_of(council(), &commands())
}
