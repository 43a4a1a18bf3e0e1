//! Who comes, goes, steps out, takes part from afar; substitutes and new members: each vote has its own room.

use hemicycle::council::attendance::Presence::{Absent, Excused, Left, Out, Remote};
use hemicycle::council::ballot::Choice::{Against, For};
use hemicycle::council::docket::Docket;
use hemicycle::council::room::Seat;
use hemicycle::council::roster::Standing;
use hemicycle::council::settings::Setting;
use jiff::civil::date;

use crate::common::ask::*;
use crate::common::{Room, docket, member, with_away, with_person};

fn opened(docket: Docket) -> Room {
    let mut room = Room::of(docket);
    room.must(&open(NEVER));
    room
}

#[test]
fn a_late_arrival_votes_from_the_report_that_is_open_and_not_in_those_before() {
    let mut room = opened(with_away(docket(5, 2), &[(5, Absent)], &[]));
    room.must(&open_report(1));
    room.must(&proclaim_then(1, 2));
    room.must(&arrive(5, at(19, 10)));
    assert_eq!((room.tally(1).voters, room.tally(2).voters), (4, 5));
    assert_eq!(room.vote(1).room.seat(&member(5)), Some(&Seat::Absent));
}

#[test]
fn who_leaves_takes_what_he_said_with_him_and_who_comes_back_says_nothing_yet() {
    for presence in [Left, Out] {
        let mut room = opened(docket(5, 1));
        room.must(&open_report(1));
        room.must(&voices(1, &[(5, Against)]));
        room.must(&mark(5, presence, NEVER));
        assert_eq!((room.tally(1).voters, room.tally(1).against), (4, 0));
        assert_eq!(room.wrong(&voices(1, &[(5, Against)])), ["E009"]);
        room.must(&arrive(5, NEVER));
        assert_eq!(room.vote(1).choice(&member(5)), Some(For));
    }
}

#[test]
fn the_room_of_a_proclaimed_vote_does_not_follow_who_goes_later() {
    let mut room = opened(docket(5, 1));
    room.must(&open_report(1));
    room.must(&proclaim(1, NEVER));
    room.must(&leave(5, NEVER));
    assert!(room.vote(1).room.speaks(&member(5)));
}

#[test]
fn stepping_out_and_leaving_are_of_the_sitting_and_not_of_the_roll_call() {
    let room = Room::of(docket(5, 1));
    assert_eq!(room.wrong(&mark(5, Out, NEVER)), ["E003"]);
    assert_eq!(room.wrong(&leave(5, NEVER)), ["E003"]);
    assert!(opened(docket(5, 1)).wrong(&mark(5, Out, NEVER)).is_empty());
}

#[test]
fn the_same_mark_again_is_nothing_and_a_stranger_has_none() {
    let room = opened(docket(5, 1));
    assert_eq!(room.wrong(&arrive(5, NEVER)), ["E014"]);
    assert_eq!(room.wrong(&arrive(77, NEVER)), ["E001"]);
}

#[test]
fn who_takes_part_from_afar_has_a_voice_where_the_body_or_the_law_allows_it_l_5211_11_1() {
    let mut allowed = docket(5, 1);
    allowed.body.kind = hemicycle::council::docket::BodyKind::Epci;
    let mut room = opened(allowed.clone());
    room.must(&mark(5, Remote, NEVER));
    room.must(&open_report(1));
    assert_eq!((room.vote(1).room.remote(), room.tally(1).voters), (1, 5));
    // By the law of 2021 everywhere, by a body's own setting on any day.
    let mut forbidden = docket(5, 1);
    forbidden.body.settings.remote = Some(Setting { value: false, reason: "art. 4 du règlement".into() });
    assert_eq!(opened(forbidden.clone()).wrong(&mark(5, Remote, NEVER)), ["W010"]);
    forbidden.body.settings.remote = None;
    forbidden.meeting.date = date(2022, 3, 3);
    assert!(opened(forbidden).wrong(&mark(5, Remote, NEVER)).is_empty());
}

#[test]
fn who_is_expected_from_afar_where_the_body_does_not_allow_it_is_said_at_the_opening() {
    let mut council = with_away(docket(5, 1), &[(5, Remote)], &[]);
    council.body.settings.remote = Some(Setting { value: false, reason: "art. 4 du règlement".into() });
    assert_eq!(Room::of(council.clone()).wrong(&open(NEVER)), ["W010"]);
    council.body.settings.remote = None;
    assert_eq!(Room::of(council.clone()).articles(&open(NEVER)), [("W010".to_owned(), "art. L.2121-17 du CGCT")]);
    council.body.kind = hemicycle::council::docket::BodyKind::Ccas;
    assert!(Room::of(council).wrong(&open(NEVER)).is_empty(), "where nothing was read, nothing is said");
}

fn with_substitute(away: &[(u32, hemicycle::council::attendance::Presence)], powers: &[(u32, u32)]) -> Docket {
    with_person(with_away(docket(5, 2), away, powers), 9, Standing::SubstituteOf(member(5)))
}

#[test]
fn a_substitute_sits_with_a_voice_while_the_titular_is_away_and_his_power_ends_l_5211_6() {
    let mut room = opened(with_substitute(&[], &[(5, 2)]));
    assert_eq!(room.wrong(&voices(1, &[(9, Against)])), ["E007"]);
    room.must(&sit(9, at(18, 10)));
    room.must(&open_report(1));
    assert_eq!(room.vote(1).room.seat(&member(5)), None);
    assert!(room.vote(1).room.speaks(&member(9)));
    assert_eq!((room.tally(1).in_office, room.tally(1).voters), (5, 5));
    assert_eq!(room.sitting().attendance().holder_of(&member(5)), None);
}

#[test]
fn a_titular_who_arrives_takes_the_seat_back_and_ends_what_the_substitute_gave_or_held_l_5211_6() {
    let mut room = opened(with_substitute(&[(5, Excused)], &[]));
    room.must(&sit(9, NEVER));
    room.must(&power(4, 9, NEVER));
    room.must(&arrive(5, NEVER));
    assert_eq!(room.sitting().attendance().holder_of(&member(4)), None);
    assert_eq!(room.sitting().attendance().seat_taken_by(&member(9)), None);
    room.must(&leave(5, NEVER));
    room.must(&sit(9, NEVER));
    room.must(&power(9, 3, NEVER));
    room.must(&arrive(5, NEVER));
    assert_eq!(room.sitting().attendance().holder_of(&member(9)), None);
    assert_eq!(room.sitting().attendance().givers_to(&member(3)).count(), 0);
}

#[test]
fn a_substitute_does_not_sit_while_the_titular_is_in_the_room_nor_twice_l_5211_6() {
    let mut room = opened(with_substitute(&[], &[]));
    assert_eq!(room.wrong(&sit(9, NEVER)), ["E019"]);
    room.must(&mark(5, Out, NEVER));
    room.must(&sit(9, NEVER));
    assert_eq!(room.wrong(&sit(9, NEVER)), ["E014"]);
    assert_eq!(room.wrong(&sit(4, NEVER)), ["E018"]);
    assert_eq!(room.wrong(&sit(77, NEVER)), ["E001"]);
}

#[test]
fn one_who_has_no_seat_yet_has_no_part_in_anything() {
    let mut room = opened(with_substitute(&[(5, Excused)], &[]));
    room.must(&open_report(1));
    assert_eq!(room.wrong(&voices(1, &[(9, Against)])), ["E009"]);
    assert_eq!(room.wrong(&arrive(9, NEVER)), ["E017"]);
    assert_eq!(room.wrong(&preside(9, None, false)), ["E017"]);
    assert_eq!(room.wrong(&secretaries(&[9])), ["E017"]);
    assert_eq!(room.wrong(&in_camera(&[9], 1, 0, 0)), ["E017"]);
}

#[test]
fn a_new_member_takes_the_seat_of_one_who_resigned_and_keeps_it() {
    let mut room = opened(with_person(docket(5, 2), 9, Standing::SuccessorOf(Some(member(5)))));
    room.must(&sit(9, NEVER));
    room.must(&open_report(1));
    assert_eq!((room.tally(1).in_office, room.tally(1).voters), (5, 5));
    assert_eq!(room.wrong(&leave(5, NEVER)), ["E017"], "the one who resigned is a member no more");
    assert_eq!(room.sitting().room().seat(&member(5)), None);
}

#[test]
fn a_vacant_seat_that_is_taken_adds_one_to_the_members_in_office_l_2121_17() {
    let mut room = opened(with_person(docket(5, 2), 9, Standing::SuccessorOf(None)));
    room.must(&open_report(1));
    assert_eq!((room.sitting().in_office(), room.sitting().quorum().needed), (5, Some(3)));
    room.must(&proclaim(1, NEVER));
    room.must(&sit(9, NEVER));
    room.must(&open_report(2));
    assert_eq!((room.tally(1).in_office, room.tally(2).in_office), (5, 6));
    assert_eq!(room.vote(2).quorum.needed, Some(4));
}

#[test]
fn each_member_is_in_exactly_one_of_five_places_and_they_add_up_to_the_members_in_office() {
    use hemicycle::council::recusal::Ground::Interest;
    let mut room = opened(with_away(docket(11, 1), &[(6, Excused), (7, Absent)], &[(8, 1), (9, 2)]));
    room.must(&recuse(1, 2, Interest, true));
    room.must(&recuse(1, 3, Interest, false));
    room.must(&open_report(1));
    let seats = &room.vote(1).room;
    let five = [seats.present(), seats.represented(), seats.withdrawn(), seats.excused(), seats.absent()];
    assert_eq!(five, [6, 1, 1, 2, 1], "3 stays and is present; 9 is represented by nobody while 2 is out");
    assert_eq!(five.iter().sum::<u32>(), 11);
    assert_eq!((seats.recused(), room.tally(1).voters), (1, 6));
}
