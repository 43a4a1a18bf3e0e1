//! The record: what may be taken back, until when, and that the sitting is always the fold of what holds.

mod common;

use std::sync::Arc;

use common::{Room, docket, member, report, with_away};
use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::history::{Entry, Misfit};
use hemicycle::council::sitting::Sitting;
use proptest::prelude::*;

fn open(number: u32) -> Command {
    Command::OpenReport { report: report(number), with: vec![] }
}

fn proclaim(number: u32) -> Command {
    Command::Proclaim { report: report(number), at: None, then_open: None, on: None, then_with: vec![] }
}

/// A commune of five with three reports, its sitting open.
fn opened() -> Room {
    let mut room = Room::of(docket(5, 3));
    room.must(&Command::Open { at: None });
    room
}

#[test]
fn a_proclamation_is_taken_back_freely_until_the_next_one_is_recorded() {
    let mut room = opened();
    room.must(&open(1));
    room.must(&proclaim(1));
    room.must(&open(2));
    room.must(&Command::voices(&report(2), vec![(member(2), Choice::Against)]));
    room.undo();
    room.undo();
    room.undo();
    assert!(room.history.sitting().done().next().is_none());
}

#[test]
fn a_proclamation_is_no_more_taken_back_once_the_next_one_was_recorded() {
    let mut room = opened();
    room.must(&open(1));
    room.must(&proclaim(1));
    room.must(&open(2));
    room.must(&proclaim(2));
    room.undo();
    room.undo();
    assert_eq!(room.history.undo_target(), None);
    assert_eq!(room.history.settled_proclamation(), Some(&report(1)));
    assert_eq!(room.history.push(Entry::Undo(3)), Err(Misfit::NotUndoable));
}

#[test]
fn a_proclamation_taken_back_and_made_again_settles_the_one_before_and_may_be_taken_back_itself() {
    let mut room = opened();
    room.must(&open(1));
    room.must(&proclaim(1));
    room.must(&open(2));
    room.must(&proclaim(2));
    room.undo();
    room.redo();
    assert_eq!(room.history.undo_target(), Some(5));
    room.undo();
    room.must(&proclaim(2));
    assert_eq!(room.history.undo_target(), Some(9));
}

#[test]
fn a_rectification_is_taken_back_like_any_other_action() {
    let mut room = opened();
    room.must(&open(1));
    room.must(&proclaim(1));
    room.must(&open(2));
    let before = room.history.sitting().clone();
    room.must(&Command::Rectify {
        report: report(1),
        reason: "une voix mal notée".into(),
        presences: vec![],
        voices: vec![(member(2), Choice::Against)],
        at: None,
        on: None,
        counts: None,
        chair: None,
        urn: None,
        stated: None,
    });
    room.undo();
    assert_eq!(*room.history.sitting(), before);
}

/// The sitting as a plain fold of the actions that hold.
fn folded(room: &Room) -> Sitting {
    let mut sitting = Sitting::new(Arc::new(start()));
    for (_, entry, live) in room.history.entries() {
        if let (Entry::Action { events, .. }, true) = (entry, live) {
            for event in events {
                sitting.apply(event);
            }
        }
    }
    sitting
}

fn start() -> hemicycle::council::docket::Docket {
    with_away(docket(5, 9), &[], &[(5, 1)])
}

#[derive(Clone, Debug)]
enum Step {
    Ask(Command),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    let who = || (1..=5_u32).prop_map(member);
    let which = || (1..=9_u32).prop_map(report);
    let presence = prop::sample::select(Presence::ALL.to_vec());
    prop_oneof![
        4 => (who(), presence)
            .prop_map(|(member, presence)| Step::Ask(Command::SetPresence { member, presence, at: None })),
        2 => (who(), who()).prop_map(|(giver, holder)| Step::Ask(Command::GiveProxy { giver, holder, at: None })),
        3 => which().prop_map(|report| Step::Ask(Command::OpenReport { report, with: vec![] })),
        4 => (which(), who(), prop::sample::select(Choice::ALL.to_vec()))
            .prop_map(|(report, who, choice)| Step::Ask(Command::voices(&report, vec![(who, choice)]))),
        2 => which().prop_map(|report| Step::Ask(Command::Proclaim { report, at: None, then_open: None, on: None, then_with: vec![] })),
        4 => Just(Step::Undo),
        2 => Just(Step::Redo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_sitting_is_the_fold_of_the_actions_that_hold_however_many_were_taken_back(
        steps in prop::collection::vec(step(), 150..350)
    ) {
        let mut room = Room::of(start());
        room.must(&Command::Open { at: None });
        let mut taken_back = 0;
        for step in steps {
            match step {
                Step::Ask(command) => {
                    // A step that the rules refuse is no entry.
                    let _ = room.ask_because(&command, "motif");
                }
                Step::Undo if room.history.undo_target().is_some() => {
                    taken_back += 1;
                    room.undo();
                }
                Step::Redo if room.history.redo_target().is_some() => room.redo(),
                Step::Undo | Step::Redo => {}
            }
            prop_assert_eq!(room.history.sitting(), &folded(&room));
        }
        prop_assert!(taken_back > 0);
    }
}
