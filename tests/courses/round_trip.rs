//! A course is the serde form of the commands: whatever may be asked can be written down and read back.

use std::sync::Arc;

use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::chronicle::HourOf;
use hemicycle::council::command::{Command, Voices};
use hemicycle::council::decide::Reasons;
use hemicycle::council::finding::Finding;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::notes::NoteSums;
use hemicycle::council::recusal::Ground;
use hemicycle::store::course;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::common::docket_of;
use super::desk::{NOW, SESSION};

const MEMBERS: [&str; 5] = ["martinet-lea", "aubry-paul", "morel-anne", "morel-denis", "petit-jean"];

fn member() -> impl Strategy<Value = MemberId> {
    select(&MEMBERS).prop_map(MemberId::new)
}

fn report() -> impl Strategy<Value = ReportId> {
    select(&["05", "06"]).prop_map(ReportId::new)
}

fn hour() -> impl Strategy<Value = Hour> {
    (18_u8..23, 0_u8..60).prop_map(|(hour, minute)| Hour::new(hour, minute).expect("an hour"))
}

fn at() -> impl Strategy<Value = Option<Hour>> {
    of(hour())
}

fn presence() -> impl Strategy<Value = Presence> {
    select(&Presence::ALL)
}

fn words() -> impl Strategy<Value = String> {
    select(&["mal noté", "dit « non »", "a \"b\" \\ c", "l’élu"]).prop_map(str::to_owned)
}

/// Voices as a course lists them: under each choice, in the order of the choices.
fn voices(least: usize) -> impl Strategy<Value = Vec<(MemberId, Choice)>> {
    vec((member(), select(&Choice::ALL)), least..4).prop_map(|mut voices| {
        voices.sort_by_key(|(_, choice)| *choice);
        voices
    })
}

fn hour_of() -> impl Strategy<Value = HourOf> {
    prop_oneof![
        Just(HourOf::Opening),
        member().prop_map(HourOf::Movement),
        report().prop_map(HourOf::Proclamation),
        Just(HourOf::Suspension),
        Just(HourOf::Resumption),
        Just(HourOf::Closing),
    ]
}

/// Any command that a course has a word for.
fn command() -> impl Strategy<Value = Command> {
    let room = prop_oneof![
        6 => (member(), presence(), at()).prop_map(|(member, presence, at)| {
            Command::SetPresence { member, presence, at }
        }),
        3 => (member(), member(), at()).prop_map(|(giver, holder, at)| Command::GiveProxy { giver, holder, at }),
        1 => member().prop_map(|giver| Command::EndProxy { giver }),
        1 => (member(), at()).prop_map(|(member, at)| Command::TakeSeat { member, at }),
        1 => (hour_of(), hour()).prop_map(|(of, at)| Command::MendHour { of, at }),
        2 => (report(), member(), select(&Ground::ALL), any::<bool>(), of(words()), at()).prop_map(
            |(report, member, ground, left_room, note, at)| {
                Command::Recuse { report, member, ground, left_room, note, at }
            }
        ),
        1 => (report(), member()).prop_map(|(report, member)| Command::EndRecusal { report, member }),
    ];
    let officers = prop_oneof![
        (member(), of(report()), any::<bool>(), at())
            .prop_map(|(member, report, elected, at)| { Command::TakeChair { member, report, elected, at } }),
        (vec(member(), 0..3), vec(words(), 0..2), at())
            .prop_map(|(secretaries, assistants, at)| { Command::NameSecretaries { secretaries, assistants, at } }),
        (report(), of(member())).prop_map(|(report, member)| Command::ReplaceRapporteur { report, member }),
    ];
    let votes = prop_oneof![
        report().prop_map(|report| Command::OpenReport { report, with: vec![] }),
        (report(), voices(1)).prop_map(|(report, voices)| Command::SetVoices(Voices::on_the_text(&report, voices))),
        (report(), at(), of(report())).prop_map(|(report, at, then_open)| {
            Command::Proclaim { report, at, then_open, on: None, then_with: vec![] }
        }),
        (report(), words(), vec((member(), presence()), 0..2), voices(0), at()).prop_map(
            |(report, reason, presences, voices, at)| Command::Rectify {
                report,
                reason,
                presences,
                voices,
                at,
                on: None,
                counts: None,
                chair: None,
                stated: None
            }
        ),
    ];
    let course = prop_oneof![
        (vec(member(), 0..4), 0_u32..4, 0_u32..3, 0_u32..3, at()).prop_map(
            |(asked_by, for_, against, abstentions, at)| {
                Command::GoInCamera { asked_by, for_, against, abstentions, at }
            }
        ),
        at().prop_map(|at| Command::GoPublic { at }),
        at().prop_map(|at| Command::Suspend { at }),
        at().prop_map(|at| Command::Resume { at }),
        at().prop_map(|at| Command::Adjourn { at, notes: NoteSums::new() }),
        at().prop_map(|at| Command::Close { at, notes: NoteSums::new() }),
        (1_i8..=28, of(words())).prop_map(|(day, remarks)| Command::SettleMinutes {
            on: Date::constant(2025, 3, day),
            remarks,
            notes: NoteSums::new(),
        }),
    ];
    prop_oneof![5 => room, 1 => officers, 6 => votes, 1 => course]
}

fn written(command: &Command) -> String {
    course::options().to_string(command).expect("serialised")
}

/// The same step with its reason written in it.
fn with_reason(step: &str, reason: &str) -> String {
    let (before, after) = step.rsplit_once(')').expect("parentheses");
    let comma = if before.ends_with('(') { "" } else { "," };
    format!("{before}{comma}passe_outre:{reason:?}){after}")
}

proptest! {
    #[test]
    fn any_command_is_read_back_as_it_was_written(commands in vec(command(), 1..8)) {
        let text = format!("[{}]", commands.iter().map(written).collect::<Vec<_>>().join(",\n"));
        let steps = course::parse(&text, &docket_of(SESSION));
        let read: Vec<Command> = steps.expect(&text).into_iter().map(|step| step.command).collect();
        prop_assert_eq!(read, commands);
    }

    #[test]
    fn a_course_made_of_accepted_commands_makes_the_events_of_deciding_them(commands in vec(command(), 1..40)) {
        let docket = docket_of(SESSION);
        let mut direct = History::new(docket.clone());
        let mut steps = Vec::new();
        for command in commands.into_iter().chain([Command::Open { at: None }]).cycle().take(60) {
            let reason = "parce que";
            let (accepted, step) = match direct.sitting().decide(&command, &Reasons::new()) {
                Ok(accepted) => (accepted, written(&command)),
                Err(refused) => {
                    let codes = refused.findings.iter().map(Finding::code);
                    let reasons = codes.map(|code| (code, reason.to_owned())).collect();
                    match direct.sitting().decide(&command, &reasons) {
                        Ok(accepted) => (accepted, with_reason(&written(&command), reason)),
                        Err(_) => continue,
                    }
                }
            };
            direct.push(Entry::Action { at: NOW.to_owned(), events: accepted.events }).expect("accepted");
            steps.push(step);
        }
        prop_assume!(!steps.is_empty());
        let steps = course::parse(&format!("[{}]", steps.join(",")), &docket).expect("written by serde");
        let mut typed = History::new(Arc::clone(&docket));
        course::recording::play(&mut typed, &steps, NOW).expect("accepted before");
        let entries = |history: &History| history.entries().map(|(_, entry, _)| entry.clone()).collect::<Vec<_>>();
        prop_assert_eq!(entries(&typed), entries(&direct));
    }
}
