//! Powers: who may give one to whom, how many, for how long, and what ends them.

use hemicycle::council::attendance::Presence::{Absent, Excused, Left, Out, Present, Remote};
use hemicycle::council::docket::{BodyKind, Docket, ProxyRun};
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

fn holder(room: &Room, giver: u32) -> Option<u32> {
    let holder = room.sitting().attendance().holder_of(&member(giver))?;
    (1..=99).find(|number| member(*number) == *holder)
}

#[test]
fn a_power_is_given_to_another_than_oneself_l_2121_20() {
    let room = Room::of(docket(5, 1));
    assert_eq!(room.wrong(&power(5, 5, NEVER)), ["E011"]);
    assert!(room.wrong(&power(5, 4, NEVER)).is_empty());
}

#[test]
fn a_power_is_not_handed_on_l_2121_20() {
    let mut room = Room::of(with_away(docket(6, 1), &[], &[(5, 2)]));
    assert_eq!(room.wrong(&power(6, 5, NEVER)), ["E015"]);
    // Whoever gives a power ends those he held: they are not handed on with it.
    room.must(&power(2, 3, NEVER));
    assert_eq!((holder(&room, 2), holder(&room, 5)), (Some(3), None));
}

#[test]
fn the_holder_of_a_power_is_in_the_room_or_takes_part_from_afar_l_2121_20() {
    let mut room = Room::of(with_away(docket(6, 1), &[(3, Excused), (4, Absent), (2, Remote)], &[]));
    assert_eq!(room.wrong(&power(6, 3, NEVER)), ["E012"]);
    assert_eq!(room.wrong(&power(6, 4, NEVER)), ["E012"]);
    room.must(&power(6, 2, NEVER));
}

#[test]
fn a_power_is_given_by_one_member_to_another_and_not_by_or_to_one_who_has_no_seat_l_2121_20() {
    let file = with_person(with_away(docket(5, 1), &[(4, Absent)], &[]), 9, Standing::SubstituteOf(member(4)));
    let mut room = Room::of(file);
    assert_eq!(room.wrong(&power(9, 2, NEVER)), ["E017"]);
    assert_eq!(room.wrong(&power(5, 9, NEVER)), ["E017"]);
    assert_eq!(room.wrong(&power(5, 77, NEVER)), ["E001"]);
    room.must(&sit(9, NEVER));
    room.must(&power(5, 9, NEVER));
    assert_eq!(room.wrong(&power(4, 9, NEVER)), ["E017"], "nor by one whose seat is taken");
}

fn second_power(kind: BodyKind, on: jiff::civil::Date) -> Vec<(String, &'static str)> {
    let mut council = with_away(docket(9, 1), &[], &[(8, 2)]);
    council.body.kind = kind;
    council.meeting.date = on;
    Room::of(council).articles(&power(9, 2, NEVER))
}

#[test]
fn a_member_holds_one_power_and_two_in_the_windows_of_exception_in_every_body() {
    let too_many = |article| vec![("W001".to_owned(), article)];
    for (kind, article) in [
        (BodyKind::Commune, "art. L.2121-20 du CGCT"),
        (BodyKind::Epci, "art. L.2121-20 du CGCT"),
        (BodyKind::Departement, "art. L.3121-16 du CGCT"),
        (BodyKind::Region, "art. L.4132-15 du CGCT"),
        (BodyKind::Ccas, "art. R.123-18 du CASF"),
    ] {
        assert_eq!(second_power(kind, date(2025, 3, 3)), too_many(article));
        assert_eq!(second_power(kind, date(2021, 11, 9)), too_many(article));
        assert!(second_power(kind, date(2021, 11, 10)).is_empty(), "{kind:?}");
    }
}

#[test]
fn a_third_power_is_too_many_in_the_windows_too_loi_2021_1465() {
    let mut council = with_away(docket(9, 1), &[], &[(8, 2), (7, 2)]);
    council.meeting.date = date(2022, 3, 3);
    let article = "loi n° 2021-1465 du 10 novembre 2021, art. 10";
    assert_eq!(Room::of(council).articles(&power(9, 2, NEVER)), [("W001".to_owned(), article)]);
}

#[test]
fn a_body_may_settle_how_many_powers_a_member_holds() {
    let mut council = with_away(docket(9, 1), &[], &[(8, 2)]);
    council.body.settings.proxies_per_holder = Some(Setting { value: 2, reason: "art. 9 des statuts".into() });
    let mut room = Room::of(council);
    room.must(&power(9, 2, NEVER));
    assert_eq!(room.wrong(&power(7, 2, NEVER)), ["W001"]);
}

#[test]
fn a_power_ends_when_its_giver_arrives_in_person_or_from_afar_l_2121_20() {
    for presence in [Present, Remote] {
        let mut council = with_away(docket(5, 2), &[], &[(5, 2)]);
        council.body.kind = hemicycle::council::docket::BodyKind::Epci;
        let mut room = opened(council);
        room.must(&open_report(1));
        assert_eq!(room.vote(1).room.seat(&member(5)), Some(&Seat::Represented(member(2))));
        room.must(&mark(5, presence, at(19, 10)));
        assert_eq!(holder(&room, 5), None);
        assert!(room.vote(1).room.speaks(&member(5)));
        room.must(&leave(5, at(19, 40)));
        assert!(!room.vote(1).room.has_voice(&member(5)), "the power does not come back by itself");
    }
}

#[test]
fn a_power_ends_when_its_holder_goes_even_for_a_while_and_a_new_holder_may_be_named_l_2121_20() {
    for presence in [Left, Out] {
        let mut room = opened(with_away(docket(5, 2), &[], &[(5, 2)]));
        room.must(&open_report(1));
        room.must(&mark(2, presence, NEVER));
        assert_eq!(room.vote(1).room.seat(&member(5)), Some(&Seat::Excused));
        room.must(&power(5, 3, NEVER));
        assert_eq!(room.vote(1).room.seat(&member(5)), Some(&Seat::Represented(member(3))));
        room.must(&arrive(2, NEVER));
        assert_eq!(holder(&room, 5), Some(3));
    }
}

#[test]
fn a_power_may_be_given_in_the_sitting_by_one_who_leaves_and_taken_back_l_2121_20() {
    let mut room = opened(docket(5, 2));
    room.must(&open_report(1));
    room.must(&power(5, 2, at(20, 15)));
    assert_eq!(room.sitting().attendance().presence(&member(5)), Left);
    assert_eq!(room.tally(1).voters, 5);
    room.must(&end_power(5));
    assert_eq!(room.tally(1).voters, 4);
    assert_eq!(room.wrong(&end_power(5)), ["E013"]);
}

#[test]
fn a_power_given_anew_replaces_the_one_before_and_the_same_again_is_nothing() {
    let mut room = Room::of(with_away(docket(5, 1), &[], &[(5, 2)]));
    assert_eq!(room.wrong(&power(5, 2, NEVER)), ["E014"]);
    room.must(&power(5, 3, NEVER));
    assert_eq!(holder(&room, 5), Some(3));
}

fn run(sittings: u32, illness: bool, kind: BodyKind) -> Docket {
    let mut council = with_away(docket(5, 1), &[], &[(5, 2)]);
    council.body.kind = kind;
    council.proxy_runs.insert(member(5), ProxyRun { sittings, illness });
    council
}

#[test]
fn a_power_lasts_three_sittings_in_a_row_at_most_illness_aside_l_2121_20() {
    let wrong = |sittings, illness, kind| Room::of(run(sittings, illness, kind)).articles(&open(NEVER));
    assert!(wrong(3, false, BodyKind::Commune).is_empty());
    assert_eq!(wrong(4, false, BodyKind::Commune), [("W011".to_owned(), "art. L.2121-20 du CGCT")]);
    assert!(wrong(4, true, BodyKind::Commune).is_empty(), "illness");
}

#[test]
fn a_ccas_and_a_departement_set_no_limit_of_sittings_r_123_18_l_3121_16() {
    for kind in [BodyKind::Ccas, BodyKind::Departement] {
        assert!(Room::of(run(9, false, kind)).wrong(&open(NEVER)).is_empty(), "{kind:?}");
    }
}

#[test]
fn a_power_given_in_the_sitting_for_the_fourth_time_in_a_row_is_said_too_l_2121_20() {
    let mut council = run(4, false, BodyKind::Commune);
    council.expected.end_proxy(&member(5));
    let room = opened(council);
    assert_eq!(room.wrong(&power(5, 3, NEVER)), ["W011"]);
    assert!(room.wrong(&power(4, 3, NEVER)).is_empty());
}

#[test]
fn who_gave_a_power_too_long_and_came_himself_breaks_no_rule_l_2121_20() {
    let mut room = Room::of(run(4, false, BodyKind::Commune));
    room.must(&arrive(5, NEVER));
    room.must(&open(NEVER));
}
