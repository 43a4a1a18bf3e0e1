//! Hours: told in order, mended later, past midnight; and the votes that an hour does not change by itself.

use hemicycle::council::attendance::Presence::Absent;
use hemicycle::council::chronicle::HourOf;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::finding::Finding;
use hemicycle::council::id::ReportId;

use crate::common::ask::*;
use crate::common::{Room, docket, member, report, with_away, with_person};

/// Opened at 18:00; reports 1, 2 and 3 proclaimed at 19:00, 20:00 and 21:00.
fn evening() -> Room {
    let mut room = Room::of(with_away(docket(7, 4), &[(7, Absent)], &[]));
    room.must(&open(at(18, 0)));
    for (number, hour) in [(1, 19), (2, 20), (3, 21)] {
        room.must(&open_report(number));
        room.must(&proclaim(number, at(hour, 0)));
    }
    room
}

/// The reports that the finding W009 names; none if there is no such finding.
fn reaching_back(room: &Room, command: &Command) -> Vec<ReportId> {
    let decided = room.sitting().decide(command, &Reasons::new());
    let findings = decided.err().map(|refused| refused.findings).unwrap_or_default();
    let named = findings.into_iter().find_map(|finding| match finding {
        Finding::HourReachesBack { reports, .. } => Some(reports),
        _ => None,
    });
    named.unwrap_or_default()
}

fn reports(numbers: &[u32]) -> Vec<ReportId> {
    numbers.iter().map(|number| report(*number)).collect()
}

#[test]
fn an_hour_before_the_one_recorded_last_is_said() {
    let mut room = evening();
    room.must(&open_report(4));
    assert_eq!(room.wrong(&proclaim(4, at(20, 59))), ["W008"]);
    assert!(room.wrong(&proclaim(4, at(21, 0))).is_empty());
    assert!(room.wrong(&proclaim(4, NEVER)).is_empty());
    assert_eq!(room.wrong(&suspend(at(17, 0))), ["W008"]);
}

#[test]
fn a_movement_may_be_told_late_but_not_before_the_opening() {
    let room = evening();
    assert!(room.wrong(&leave(6, at(17, 59))).contains(&"W008".to_owned()));
    assert!(!room.wrong(&leave(6, at(18, 1))).contains(&"W008".to_owned()));
}

#[test]
fn a_movement_told_late_names_exactly_the_votes_that_counted_the_member_otherwise() {
    let room = evening();
    for (hour, minute, named) in
        [(18, 30, &[1, 2, 3][..]), (19, 0, &[2, 3]), (19, 30, &[2, 3]), (20, 59, &[3]), (21, 0, &[])]
    {
        assert_eq!(reaching_back(&room, &leave(6, at(hour, minute))), reports(named), "left at {hour} h {minute}");
        assert_eq!(reaching_back(&room, &arrive(7, at(hour, minute))), reports(named), "arrived at {hour} h {minute}");
    }
    assert!(room.wrong(&leave(6, NEVER)).is_empty(), "no hour says nothing");
}

#[test]
fn a_movement_told_late_changes_no_figure_by_itself() {
    let mut room = evening();
    let before = [1, 2, 3].map(|number| room.tally(number));
    room.irregular(&leave(6, at(19, 30)), "W009");
    assert_eq!([1, 2, 3].map(|number| room.tally(number)), before);
}

#[test]
fn a_power_told_late_names_the_votes_in_which_it_was_not_carried() {
    let room = evening();
    assert_eq!(reaching_back(&room, &power(7, 2, at(19, 30))), reports(&[2, 3]));
    assert_eq!(reaching_back(&room, &power(7, 2, at(21, 30))), reports(&[]));
}

#[test]
fn a_seat_taken_late_names_the_votes_in_which_its_holder_was_not() {
    use hemicycle::council::roster::Standing;
    let mut room = Room::of(with_person(docket(7, 2), 9, Standing::SuccessorOf(None)));
    room.must(&open(at(18, 0)));
    room.must(&open_report(1));
    room.must(&proclaim(1, at(19, 0)));
    assert_eq!(reaching_back(&room, &sit(9, at(18, 30))), reports(&[1]));
    room.must(&sit(9, at(19, 30)));
    room.must(&open_report(2));
    room.must(&proclaim(2, at(20, 0)));
    let mended = |hour, minute| mend(HourOf::Movement(member(9)), hour, minute);
    assert_eq!(reaching_back(&room, &mended(18, 30)), reports(&[1]));
    assert_eq!(reaching_back(&room, &mended(20, 30)), reports(&[2]));
    assert!(room.wrong(&mended(19, 45)).is_empty());
}

/// 6 left between the reports 2 and 3: at 20:30, or at an hour that was not noted.
fn left_after_two(hour: Option<hemicycle::council::hour::Hour>) -> Room {
    let mut room = Room::of(docket(7, 4));
    room.must(&open(at(18, 0)));
    for (number, proclaimed) in [(1, 19), (2, 20), (3, 21)] {
        if number == 3 {
            room.must(&leave(6, hour));
        }
        room.must(&open_report(number));
        room.must(&proclaim(number, at(proclaimed, 0)));
    }
    room
}

#[test]
fn an_hour_mended_earlier_names_the_votes_that_still_counted_the_member_and_later_those_that_did_not_any_more() {
    for hour in [at(20, 30), NEVER] {
        let room = left_after_two(hour);
        let mended = |hour, minute| mend(HourOf::Movement(member(6)), hour, minute);
        assert_eq!(reaching_back(&room, &mended(18, 30)), reports(&[1, 2]));
        assert_eq!(reaching_back(&room, &mended(19, 30)), reports(&[2]));
        assert_eq!(reaching_back(&room, &mended(20, 15)), reports(&[]));
        assert_eq!(reaching_back(&room, &mended(20, 45)), reports(&[]));
        assert_eq!(reaching_back(&room, &mended(21, 15)), reports(&[3]), "{hour:?}");
        assert_eq!(room.wrong(&mended(17, 0)), ["W008"]);
    }
}

#[test]
fn an_hour_mended_back_to_what_the_votes_counted_names_nothing() {
    let mut room = evening();
    room.irregular(&leave(6, at(19, 30)), "W009");
    let mended = |hour, minute| mend(HourOf::Movement(member(6)), hour, minute);
    assert_eq!(reaching_back(&room, &mended(20, 30)), reports(&[3]), "no more than it has to");
    assert!(room.wrong(&mended(21, 30)).is_empty());
    room.must(&mended(21, 30));
}

#[test]
fn a_mended_departure_does_not_name_votes_from_before_the_member_had_come() {
    let mut room = evening();
    room.must(&arrive(7, at(21, 10)));
    room.must(&open_report(4));
    room.must(&proclaim(4, at(21, 30)));
    room.must(&leave(7, at(21, 40)));
    // The reports 1 to 3 rightly did not count him.
    assert!(room.wrong(&mend(HourOf::Movement(member(7)), 21, 50)).is_empty());
    assert_eq!(reaching_back(&room, &mend(HourOf::Movement(member(7)), 21, 20)), reports(&[4]));
}

#[test]
fn the_hour_of_a_proclamation_is_mended_between_its_neighbours() {
    let mut room = evening();
    let of = || HourOf::Proclamation(report(2));
    assert_eq!(room.wrong(&mend(of(), 18, 59)), ["W008"]);
    assert_eq!(room.wrong(&mend(of(), 21, 1)), ["W008"]);
    room.must(&mend(of(), 20, 20));
    assert_eq!(room.sitting().done().nth(1).expect("report 2").1.at, at(20, 20));
    assert_eq!(room.wrong(&mend(of(), 20, 20)), ["E014"]);
    assert_eq!(room.wrong(&mend(HourOf::Proclamation(report(4)), 20, 0)), ["E028"]);
    assert_eq!(room.wrong(&mend(HourOf::Movement(member(6)), 20, 0)), ["E028"]);
    assert_eq!(room.wrong(&mend(HourOf::Movement(member(77)), 20, 0)), ["E001"]);
    assert_eq!(room.wrong(&mend(HourOf::Suspension, 20, 0)), ["E028"]);
}

#[test]
fn the_hours_of_the_opening_and_of_a_suspension_are_mended() {
    let mut room = evening();
    room.must(&mend(HourOf::Opening, 18, 4));
    assert_eq!(room.sitting().opened_at(), at(18, 4));
    assert_eq!(room.wrong(&mend(HourOf::Opening, 19, 4)), ["W008"]);
    room.must(&suspend(at(21, 5)));
    room.must(&resume(at(21, 15)));
    assert_eq!(room.wrong(&mend(HourOf::Suspension, 21, 16)), ["W008"]);
    room.must(&mend(HourOf::Suspension, 21, 10));
    assert_eq!(room.wrong(&mend(HourOf::Resumption, 21, 9)), ["W008"]);
    room.must(&mend(HourOf::Resumption, 21, 20));
}

#[test]
fn what_is_before_six_follows_midnight_in_a_sitting_that_began_before_it() {
    let mut room = evening();
    room.must(&open_report(4));
    room.must(&proclaim(4, at(0, 20)));
    assert_eq!(reaching_back(&room, &leave(6, at(23, 50))), reports(&[4]));
    assert_eq!(reaching_back(&room, &leave(6, at(0, 30))), reports(&[]));
    assert_eq!(room.wrong(&close(at(23, 59))), ["W008"]);
    room.must(&close(at(0, 45)));
}

#[test]
fn in_a_sitting_that_began_at_night_nothing_has_passed_midnight() {
    let mut room = Room::of(docket(5, 1));
    room.must(&open(at(0, 10)));
    room.must(&suspend(at(0, 30)));
    assert_eq!(room.wrong(&resume(at(0, 20))), ["W008"]);
    room.must(&resume(at(6, 30)));
}

#[test]
fn the_roll_call_has_no_hours() {
    let mut room = Room::of(docket(5, 1));
    let events = room.ask(&mark(5, Absent, at(17, 50))).expect("marked");
    assert!(format!("{events:?}").contains("at: None"), "{events:?}");
    room.must(&open(at(17, 40)));
}
