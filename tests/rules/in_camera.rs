//! In camera, suspended, closed.

use hemicycle::council::attendance::Presence::{Absent, Excused};
use hemicycle::council::ballot::Choice::Against;
use hemicycle::council::docket::{BodyKind, Docket};
use hemicycle::council::settings::Setting;
use hemicycle::council::sitting::Stage;

use crate::common::ask::*;
use crate::common::{Room, docket, with_away};

fn of(kind: BodyKind) -> Docket {
    // Eleven members: nine present, one represented, one absent: ten voices, six for it are needed.
    let mut council = with_away(docket(11, 2), &[(11, Absent)], &[(10, 2)]);
    council.body.kind = kind;
    council
}

fn opened(docket: Docket) -> Room {
    let mut room = Room::of(docket);
    room.must(&open(NEVER));
    room
}

#[test]
fn three_members_of_a_commune_and_five_of_a_grouping_a_departement_or_a_region_may_ask_l_2121_18_l_5211_11() {
    for (kind, needed, article) in [
        (BodyKind::Commune, 3, "art. L.2121-18 du CGCT"),
        (BodyKind::Epci, 5, "art. L.5211-11 du CGCT"),
        (BodyKind::Departement, 5, "art. L.3121-11 du CGCT"),
        (BodyKind::Region, 5, "art. L.4132-10 du CGCT"),
    ] {
        let room = opened(of(kind));
        let askers: Vec<u32> = (2..2 + needed).collect();
        assert!(room.wrong(&in_camera(&askers, 6, 4, 0)).is_empty(), "{kind:?}");
        let too_few = vec![("W017".to_owned(), article)];
        assert_eq!(room.articles(&in_camera(&askers[1..], 6, 4, 0)), too_few);
        let twice = [&askers[1..], &askers[1..]].concat();
        assert_eq!(room.articles(&in_camera(&twice, 6, 4, 0)), too_few, "each asks once");
    }
}

#[test]
fn whoever_presides_may_ask_alone_and_no_longer_when_another_does_l_2121_18() {
    let mut room = opened(of(BodyKind::Commune));
    assert!(room.wrong(&in_camera(&[1], 6, 4, 0)).is_empty());
    room.must(&leave(1, NEVER));
    room.must(&preside(2, None, false));
    room.must(&arrive(1, NEVER));
    assert_eq!(room.wrong(&in_camera(&[1], 6, 4, 0)), ["W017"]);
    assert!(room.wrong(&in_camera(&[2], 6, 4, 0)).is_empty());
}

#[test]
fn a_body_may_settle_how_many_ask_for_it() {
    let mut council = of(BodyKind::Commune);
    council.body.settings.in_camera_askers = Some(Setting { value: 2, reason: "art. 6 du règlement".into() });
    let room = opened(council);
    assert!(room.wrong(&in_camera(&[3, 4], 6, 4, 0)).is_empty());
    assert_eq!(room.wrong(&in_camera(&[3], 6, 4, 0)), ["W017"]);
}

#[test]
fn it_takes_more_than_half_of_those_present_or_represented_and_not_of_those_who_vote_l_2121_18() {
    for (for_, against, abstentions, is_secret) in
        [(6, 4, 0, true), (5, 0, 5, false), (5, 0, 0, false), (6, 0, 0, true)]
    {
        let mut room = opened(of(BodyKind::Commune));
        room.must(&in_camera(&[1], for_, against, abstentions));
        assert_eq!(room.sitting().is_in_camera(), is_secret, "{for_} of 10 voices");
    }
}

#[test]
fn no_more_voices_are_counted_than_there_are_in_the_room_l_2121_18() {
    let room = opened(of(BodyKind::Commune));
    assert_eq!(room.wrong(&in_camera(&[1], 6, 4, 1)), ["E025"]);
    assert_eq!(room.wrong(&in_camera(&[1], u32::MAX, u32::MAX, 1)), ["E025"]);
}

#[test]
fn who_asks_is_in_the_room_l_2121_18() {
    let room = opened(of(BodyKind::Commune));
    assert_eq!(room.wrong(&in_camera(&[2, 3, 10], 6, 4, 0)), ["E009"], "10 is represented");
    assert_eq!(room.wrong(&in_camera(&[2, 3, 77], 6, 4, 0)), ["E001"]);
}

#[test]
fn the_public_leaves_once_and_comes_back_once_and_at_the_close_l_2121_18() {
    let mut room = Room::of(of(BodyKind::Commune));
    assert_eq!(room.wrong(&in_camera(&[1], 6, 4, 0)), ["E003"]);
    room.must(&open(NEVER));
    assert_eq!(room.wrong(&public()), ["E023"]);
    room.must(&in_camera(&[1], 6, 4, 0));
    assert_eq!(room.wrong(&in_camera(&[1], 6, 4, 0)), ["E022"]);
    room.must(&public());
    room.must(&in_camera(&[1], 6, 4, 0));
    room.must(&close(NEVER));
    assert!(!room.sitting().is_in_camera());
}

#[test]
fn nothing_is_voted_while_the_sitting_is_suspended() {
    let mut room = opened(of(BodyKind::Commune));
    assert_eq!(room.wrong(&resume(NEVER)), ["E021"]);
    room.must(&open_report(1));
    room.must(&suspend(NEVER));
    assert_eq!(room.sitting().stage(), Stage::Suspended);
    for command in [
        open_report(2),
        voices(1, &[(3, Against)]),
        proclaim(1, NEVER),
        in_camera(&[1], 6, 4, 0),
        suspend(NEVER),
        close(NEVER),
    ] {
        assert_eq!(room.wrong(&command), ["E020"], "{command:?}");
    }
    room.must(&mark(4, Excused, NEVER));
    room.must(&resume(NEVER));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.tally(1).voters, 9, "who went during the suspension did not vote");
}

#[test]
fn a_roll_call_is_neither_suspended_nor_closed() {
    let room = Room::of(of(BodyKind::Commune));
    for command in [suspend(NEVER), resume(NEVER), close(NEVER), public(), open_report(1)] {
        assert_eq!(room.wrong(&command), ["E003"], "{command:?}");
    }
}

#[test]
fn a_sitting_is_closed_when_no_vote_is_open_and_nothing_but_mending_follows() {
    let mut room = opened(of(BodyKind::Commune));
    assert_eq!(room.wrong(&open(NEVER)), ["E004"]);
    room.must(&open_report(1));
    assert_eq!(room.wrong(&close(NEVER)), ["E006"]);
    room.must(&proclaim(1, NEVER));
    room.must(&close(at(21, 0)));
    for command in
        [open(NEVER), leave(2, NEVER), open_report(2), close(NEVER), adjourn(NEVER), public(), preside(2, None, false)]
    {
        assert_eq!(room.wrong(&command), ["E005"], "{command:?}");
    }
    room.must(&rectify(1, "oubli", &[], &[(3, Against)]));
    room.must(&mend(hemicycle::council::chronicle::HourOf::Closing, 21, 5));
    assert_eq!(room.sitting().closed_at(), at(21, 5));
}
