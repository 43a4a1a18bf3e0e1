//! What a tired hand may do in the room, and how each of it is taken back: a wrong key, a result proclaimed too soon, a
//! member who leaves.

mod common;
#[path = "common/evening.rs"]
mod evening;
#[path = "common/paper.rs"]
mod paper;
#[path = "faults_of_the_room/prepared.rs"]
mod prepared;

use common::ask::*;
use common::{Room, docket, member, report, with_away};
use evening::Evening;
use hemicycle::app::{Key, Msg};
use hemicycle::council::attendance::Presence::{Absent, Excused, Left, Out};
use hemicycle::council::ballot::Choice::{Abstain, Against, For, NotTakingPart};
use hemicycle::council::room::Seat;
use hemicycle::council::way::Way;
use hemicycle::papers::Paper;

/// A commune whose sitting is open.
fn opened(size: u32, reports: u32) -> Room {
    let mut room = Room::of(docket(size, reports));
    room.must(&open(NEVER));
    room
}

#[test]
fn case_68_one_key_takes_a_result_back_until_something_is_recorded_in_the_next_report_and_then_what_was_recorded_first()
{
    let mut evening = Evening::first_vote();
    evening.keys("bois ,");
    let before = evening.tally("01");
    evening.keys("<enter>");
    assert_eq!(evening.open_report().as_deref(), Some("02"));
    // One key: the result and the opening of the next report.
    evening.keys("<backspace>");
    assert_eq!((evening.open_report().as_deref(), &evening.tally("01")), (Some("01"), &before));
    // Recorded in the next report: the key takes that back, and says so; only the next one takes the result back.
    evening.keys("<enter> evr ,");
    assert_eq!(evening.tally("02").against, 1);
    evening.keys("<backspace>");
    assert_eq!((evening.open_report().as_deref(), evening.tally("02").against), (Some("02"), 0));
    assert!(evening.app.sitting().done().any(|(report, _)| report.as_str() == "01"));
    evening.keys("<backspace>");
    assert_eq!((evening.open_report().as_deref(), &evening.tally("01")), (Some("01"), &before));
}

#[test]
fn case_68_once_the_next_result_is_proclaimed_no_key_takes_one_back_and_the_screen_says_to_rectify_it() {
    let mut evening = Evening::first_vote();
    evening.keys("bois , <enter> <enter>");
    let first = evening.tally("01");
    evening.keys("<backspace>");
    let recorded = evening.records();
    evening.keys("<backspace>");
    assert_eq!(evening.records(), recorded, "nothing is taken back");
    assert!(evening.said().contains("ectifi"), "{}", evening.said());
    assert_eq!(evening.tally("01"), first);
}

#[test]
fn case_68_a_rectification_has_a_reason_changes_the_figures_and_keeps_those_of_before() {
    let mut room = opened(5, 2);
    room.must(&open_report(1));
    room.must(&voices(1, &[(2, Against)]));
    room.must(&proclaim_then(1, 2));
    room.must(&voices(2, &[(3, Against)]));
    assert!(!room.wrong(&rectify(1, "", &[], &[(2, For)])).is_empty(), "a reason is asked for");
    room.must(&rectify(1, "la voix de M. NOM02 avait été mal notée", &[], &[(2, For)]));
    let done = room.sitting().done().find(|(it, _)| **it == report(1)).expect("it is done").1;
    assert_eq!(done.rectifications.len(), 1);
    assert_eq!(done.rectifications[0].reason, "la voix de M. NOM02 avait été mal notée");
    assert_eq!(room.tally(1).against, 0, "the figures that hold");
    // The minutes: those that hold in the text, those of before in the annex, with whose voice makes the difference.
    let minutes = paper::text_of(room.sitting(), &Paper::Minutes).split_whitespace().collect::<Vec<_>>().join(" ");
    let (body, annex) = minutes.split_once("Annexe : résultats rectifiés").unwrap_or_else(|| panic!("{minutes}"));
    assert!(body.contains("Pour : 5 – Contre : 0") && !body.contains("Contre : 1"), "{body}");
    for told in ["Pour : 4 – Contre : 1", "la voix de M. NOM02 avait été mal notée", "pour ; avant rectification"]
    {
        assert!(annex.contains(told), "{told}: {annex}");
    }
    assert_eq!(room.tally(2).against, 1, "the vote that is going on is as it was");
}

#[test]
fn case_69_every_key_of_a_vote_is_taken_back_by_one_key_whatever_it_recorded() {
    for key in [",", ";", ":", "!"] {
        let mut evening = Evening::first_vote();
        // Somebody who carries a voice, and somebody who had said something else before.
        for before in ["", "bois , ", "bois ; ", "bois : "] {
            evening.keys(before);
            let (figures, records) = (evening.tally("01"), evening.records());
            evening.keys(&format!("bois {key}"));
            if evening.records() == records {
                // The same again is nothing, and there is nothing to take back.
                assert_eq!(evening.tally("01"), figures, "{before}{key}");
            } else {
                evening.keys("<backspace>");
                assert_eq!(evening.tally("01"), figures, "{before}{key}");
            }
            evening.keys("<esc>");
        }
    }
}

#[test]
fn case_69_what_is_recorded_in_any_way_of_voting_is_taken_back_action_by_action_to_the_opening_of_the_report() {
    for way in [Way::ByException, Way::Figures, Way::RollCall] {
        let mut room = opened(5, 1);
        room.must(&open_report(1));
        let before = room.sitting().clone();
        if way != Way::ByException {
            room.must(&choose_way(1, None, way));
        }
        match way {
            Way::Figures => room.must(&figures(1, None, [3, 1, 1, 0], Some(For))),
            _ => room.must(&voices(1, &[(2, Against), (3, Abstain), (4, NotTakingPart)])),
        }
        room.undo();
        if way != Way::ByException {
            room.undo();
        }
        assert_eq!(room.sitting(), &before, "{way:?}");
    }
}

#[test]
fn case_69_a_roll_call_is_not_proclaimed_while_somebody_was_not_called_and_a_vote_in_figures_not_while_voices_are_missing()
 {
    let mut room = opened(5, 1);
    room.must(&open_report(1));
    room.must(&choose_way(1, None, Way::RollCall));
    room.must(&voices(1, &[(1, For), (2, Against), (3, For)]));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E040"]);
    room.must(&voices(1, &[(4, For), (5, For)]));
    assert!(room.wrong(&proclaim(1, NEVER)).is_empty());
    let mut room = opened(5, 1);
    room.must(&open_report(1));
    room.must(&choose_way(1, None, Way::Figures));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E041"]);
    assert_eq!(room.wrong(&figures(1, None, [9, 0, 0, 0], None)), ["E033"], "more voices than there are");
}

#[test]
fn case_69_where_members_are_missing_for_the_quorum_nothing_is_opened_without_a_reason_that_is_recorded() {
    let away = [(2, Absent), (3, Absent), (4, Excused)];
    let room = Room::of(with_away(docket(5, 1), &away, &[]));
    let refused = room.wrong(&open(NEVER));
    assert!(refused.iter().any(|code| code.starts_with('W')), "{refused:?}");
    // And in the middle of the evening: judged at the opening of each report.
    let mut room = opened(5, 2);
    room.must(&open_report(1));
    room.must(&proclaim(1, NEVER));
    for who in [3, 4, 5] {
        room.must(&leave(who, NEVER));
    }
    let refused = room.wrong(&open_report(2));
    assert!(refused.iter().any(|code| code.starts_with('W')), "{refused:?}");
}

#[test]
fn case_38_and_69_a_key_that_is_held_down_proclaims_one_result_and_no_other() {
    let mut evening = Evening::first_vote();
    evening.keys("<enter>");
    assert_eq!(evening.open_report().as_deref(), Some("02"));
    let records = evening.records();
    evening.pace_ms = 30;
    for _ in 0..10 {
        evening.send(Msg::Key(Key::Enter));
    }
    assert_eq!(evening.records(), records, "{}", evening.said());
}

#[test]
fn case_70_a_member_who_leaves_takes_his_voice_out_of_the_figures_and_out_of_the_quorum_of_the_next_report() {
    for presence in [Left, Out] {
        let mut room = opened(5, 2);
        room.must(&open_report(1));
        room.must(&voices(1, &[(5, Against)]));
        let quorum = room.sitting().quorum();
        room.must(&mark(5, presence, NEVER));
        assert_eq!((room.tally(1).voters, room.tally(1).against), (4, 0), "{presence:?}");
        assert_ne!(room.sitting().quorum(), quorum, "{presence:?}");
        room.must(&proclaim_then(1, 2));
        assert_eq!(room.tally(2).voters, 4);
        // The vote that was proclaimed keeps its room when he comes back.
        room.must(&arrive(5, NEVER));
        assert_eq!((room.tally(1).voters, room.tally(2).voters), (4, 5));
    }
}

#[test]
fn case_70_a_power_falls_when_its_holder_leaves_passes_to_nobody_by_itself_and_may_be_given_anew() {
    let mut room = Room::of(with_away(docket(5, 2), &[], &[(5, 2)]));
    room.must(&open(NEVER));
    room.must(&open_report(1));
    room.must(&voices(1, &[(5, Against)]));
    assert_eq!((room.tally(1).voters, room.tally(1).against), (5, 1));
    room.must(&leave(2, NEVER));
    assert_eq!(room.vote(1).room.seat(&member(5)), Some(&Seat::Excused), "it passes to nobody");
    assert_eq!((room.tally(1).voters, room.tally(1).against), (3, 0), "what was said by it is gone with it");
    room.must(&power(5, 3, NEVER));
    assert_eq!(room.vote(1).room.seat(&member(5)), Some(&Seat::Represented(member(3))));
    assert_eq!((room.tally(1).voters, room.tally(1).against), (4, 0));
    // One key takes each back, in the order of the record.
    room.undo();
    room.undo();
    assert_eq!((room.tally(1).voters, room.tally(1).against), (5, 1), "the power and what was said by it are back");
}

#[test]
fn case_70_who_came_and_went_is_in_the_record_in_the_order_of_its_numbers_whatever_the_hours_say() {
    let mut room = opened(5, 2);
    room.must(&leave(5, at(19, 30)));
    room.must(&arrive(5, at(19, 45)));
    room.must(&leave(4, at(19, 50)));
    let numbers: Vec<u64> = room.history.entries().map(|(number, ..)| number).collect();
    assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>());
    let told: Vec<String> = room
        .history
        .entries()
        .map(|(_, entry, _)| format!("{entry:?}"))
        .filter(|entry| entry.contains("m05") || entry.contains("m04"))
        .collect();
    assert_eq!(told.len(), 3);
    assert!(told[0].contains("m05") && told[1].contains("m05") && told[2].contains("m04"), "{told:?}");
}
