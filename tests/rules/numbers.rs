//! The numbers of the acts: provisional, fixed, typed, withdrawn; and the minutes settled.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::common::ask::*;
use crate::common::{Room, docket, report, with_report};
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::correction::{Correction, Field};
use hemicycle::council::docket::Docket;
use hemicycle::council::event::Event;
use hemicycle::council::notes::NoteSums;
use hemicycle::council::numbering::{NumberKind, Numbering, Pattern};
use hemicycle::council::receipt::{self, Discord, Part};
use jiff::civil::date;

fn council(rejected: bool) -> Docket {
    let mut docket = docket(5, 4);
    docket.body.numbering = Some(Numbering { pattern: Pattern::read("{annee}_{rang:03}").unwrap(), rejected });
    docket.meeting.first_number = Some(10);
    docket
}

fn opened(docket: Docket) -> Room {
    let mut room = Room::of(docket);
    room.must(&open(NEVER));
    room
}

/// The number of each report, with `?` while it is provisional and `=` if it is typed.
fn numbers(room: &Room) -> Vec<String> {
    let of = |report| match room.sitting().act_number(report) {
        None => "-".to_owned(),
        Some(number) => match number.kind {
            NumberKind::Provisional => format!("{}?", number.text),
            NumberKind::Typed => format!("{}=", number.text),
            NumberKind::Fixed => number.text,
        },
    };
    room.sitting().docket().agenda.reports().map(of).collect()
}

fn vote(room: &mut Room, number: u32, against: &[u32]) -> Vec<Event> {
    room.must(&open_report(number));
    if !against.is_empty() {
        let said: Vec<(u32, Choice)> = against.iter().map(|who| (*who, Choice::Against)).collect();
        room.must(&voices(number, &said));
    }
    room.ask(&proclaim(number, NEVER)).expect("proclaimed")
}

/// The file changed and taken over as the store does it.
fn taken_over(room: &mut Room, docket: Docket, corrections: Vec<Correction>) {
    room.history.set_docket(Arc::new(docket));
    room.must(&Command::TakeOver { corrections, session_file: String::new(), sums: BTreeMap::new() });
}

#[test]
fn numbers_are_provisional_by_the_order_of_the_agenda_until_proclaimed_and_fixed_in_the_same_action() {
    let mut room = opened(council(true));
    assert_eq!(numbers(&room), ["2025_010?", "2025_011?", "2025_012?", "2025_013?"]);
    let events = vote(&mut room, 3, &[]);
    assert!(
        matches!(&events[..], [Event::Proclaimed { .. }, Event::ActNumbered(numbered)] if numbered.act == "2025_012")
    );
    assert_eq!(numbers(&room), ["2025_010?", "2025_011?", "2025_012", "2025_013?"]);
    room.undo();
    assert_eq!(
        numbers(&room),
        ["2025_010?", "2025_011?", "2025_012?", "2025_013?"],
        "taken back with its proclamation"
    );
    room.redo();
    vote(&mut room, 1, &[1, 2, 3]);
    assert_eq!(numbers(&room), ["2025_010", "2025_011?", "2025_012", "2025_013?"], "a rejection is an act");
    room.must(&close(NEVER));
    assert_eq!(numbers(&room), ["2025_010", "-", "2025_012", "-"], "what was not voted is no act");
}

#[test]
fn a_rejected_report_takes_no_number_where_the_assembly_says_so_and_a_withdrawn_one_is_never_given_again() {
    let mut room = opened(council(false));
    vote(&mut room, 1, &[1, 2, 3]);
    assert_eq!(numbers(&room), ["-", "2025_010?", "2025_011?", "2025_012?"]);
    vote(&mut room, 2, &[]);
    room.must(&rectify(2, "mal noté", &[], &[(1, Choice::Against), (2, Choice::Against), (3, Choice::Against)]));
    assert_eq!(numbers(&room), ["-", "-", "2025_011?", "2025_012?"]);
    room.must(&rectify(1, "mal noté", &[], &[(1, Choice::For), (2, Choice::For), (3, Choice::For)]));
    assert_eq!(numbers(&room), ["2025_011", "-", "2025_012?", "2025_013?"]);
    room.must(&rectify(2, "bien noté", &[], &[(1, Choice::For), (2, Choice::For), (3, Choice::For)]));
    assert_eq!(numbers(&room), ["2025_011", "2025_012", "2025_013?", "2025_014?"], "not 2025_010, which was its own");
}

#[test]
fn a_number_typed_in_the_file_wins_and_is_never_given_to_another_whatever_its_capitals() {
    let mut room = opened(with_report(council(true), 3, |report| report.act = Some("2025_010".to_owned())));
    assert_eq!(numbers(&room), ["2025_011?", "2025_012?", "2025_010=", "2025_013?"]);
    let events = vote(&mut room, 3, &[]);
    assert_eq!(events.len(), 1, "it is the file's, not the record's");
    let mut docket = council(true);
    docket.body.numbering = Some(Numbering { pattern: Pattern::read("del_{rang}").unwrap(), rejected: true });
    let room = opened(with_report(docket, 3, |report| report.act = Some("DEL_11".to_owned())));
    assert_eq!(numbers(&room), ["del_10?", "del_12?", "DEL_11=", "del_13?"]);
}

#[test]
fn a_later_change_of_the_pattern_never_renumbers_what_is_fixed_and_numbers_what_was_proclaimed_without() {
    let mut room = opened(council(true));
    vote(&mut room, 1, &[]);
    let mut other = council(true);
    other.body.numbering = Some(Numbering { pattern: Pattern::read("D{rang}").unwrap(), rejected: true });
    let corrections = vec![Correction { field: Field::Numbering, before: None, after: None }];
    taken_over(&mut room, other, corrections.clone());
    assert_eq!(numbers(&room), ["2025_010", "D10?", "D11?", "D12?"]);
    // An old record, and a pattern that came after it.
    let mut none = council(true);
    none.body.numbering = None;
    let mut room = opened(none);
    vote(&mut room, 1, &[]);
    vote(&mut room, 2, &[]);
    assert_eq!(numbers(&room), ["-", "-", "-", "-"]);
    taken_over(&mut room, council(true), corrections);
    assert_eq!(numbers(&room), ["2025_010", "2025_011", "2025_012?", "2025_013?"]);
}

#[test]
fn a_proclamation_is_not_given_again_where_its_number_was_typed_for_another_meanwhile() {
    let mut room = opened(council(true));
    vote(&mut room, 1, &[]);
    room.undo();
    let typed = with_report(council(true), 2, |report| report.act = Some("2025_010".to_owned()));
    let corrections = vec![Correction { field: Field::Act(report(2)), before: None, after: None }];
    taken_over(&mut room, typed, corrections);
    assert_eq!(room.history.redo_target(), None);
    room.must(&proclaim(1, NEVER));
    assert_eq!(numbers(&room)[..2], ["2025_011", "2025_010="]);
}

#[test]
fn minutes_are_settled_once_the_sitting_is_over_not_before_its_day_and_again_only_for_a_reason() {
    let settle = |day: i8, remarks: Option<&str>| Command::SettleMinutes {
        on: date(2025, 3, day),
        remarks: remarks.map(str::to_owned),
        notes: NoteSums::from([(report(1), "0".repeat(64))]),
    };
    let mut room = opened(council(true));
    assert_eq!(room.wrong(&settle(4, None)), ["E031"]);
    let sums = NoteSums::from([(report(2), "1".repeat(64))]);
    room.must(&Command::Close { at: None, notes: sums.clone() });
    assert_eq!((room.sitting().notes_at_close(), room.sitting().settlement()), (&sums, None));
    assert_eq!(room.wrong(&settle(2, None)), ["E032"]);
    room.must(&settle(3, Some("  ")));
    let settlement = room.sitting().settlement().expect("settled").clone();
    assert_eq!((settlement.on, settlement.remarks), (date(2025, 3, 3), None));
    assert_eq!(settlement.notes.len(), 1);
    assert_eq!(room.wrong(&settle(3, None)), ["E014"]);
    room.irregular(&settle(4, Some("une coquille")), "W019");
    assert_eq!(room.sitting().settlement().map(|it| it.on), Some(date(2025, 3, 4)));
    assert_eq!(room.history.undo_target(), None);
}

#[test]
fn a_receipt_is_held_against_its_act_part_by_part_and_the_one_to_expect_is_made_of_the_same_parts() {
    let mut docket = council(true);
    (docket.body.siren, docket.body.department) = (Some("200054807".to_owned()), Some("13".to_owned()));
    let with = |accuse: &str| with_report(docket.clone(), 1, |report| report.receipt_id = Some(accuse.to_owned()));
    let wrong = |accuse: &str| -> Vec<Part> {
        let room = opened(with(accuse));
        let first = room.sitting().docket().agenda.reports().next().expect("a report");
        let discords = receipt::discords(room.sitting(), first);
        let part = |discord: Discord| match discord {
            Discord::Part { part, .. } => part,
            Discord::Form => panic!("{accuse}"),
        };
        discords.into_iter().map(part).collect()
    };
    assert_eq!(wrong("013-200054807-20250303-2025_010-DE"), []);
    assert_eq!(wrong("013-200054807-20250303-2025-010-de"), [], "dashes and capitals are those of the prefecture");
    let all = [Part::Department, Part::Siren, Part::Date, Part::Number, Part::Nature];
    assert_eq!(wrong("031-200054870-20250304-2025_011-AR"), all);
    assert_eq!(wrong("013-200054807-20250403-2025_010-DE"), [Part::Date]);
    let room = opened(with("n'importe quoi"));
    let first = room.sitting().docket().agenda.reports().next().expect("a report");
    assert_eq!(receipt::discords(room.sitting(), first), [Discord::Form]);
    assert_eq!(receipt::expected(room.sitting(), first).as_deref(), Some("013-200054807-20250303-2025_010-DE"));
    let room = opened(council(true));
    let first = room.sitting().docket().agenda.reports().next().expect("a report");
    assert_eq!(receipt::expected(room.sitting(), first), None, "no SIREN, no receipt to expect");
}
