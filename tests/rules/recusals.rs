//! The *déport*: who must not take part in a report, with the powers given and held, before the sitting and in it.

use hemicycle::council::attendance::Presence::Excused;
use hemicycle::council::ballot::Choice::Against;
use hemicycle::council::recusal::Ground::{self, Accounts, Interest, Representative};
use hemicycle::council::recusal::Recusal;
use hemicycle::council::room::Seat;

use crate::common::ask::*;
use crate::common::{Room, docket, member, with_away, with_report};

/// Nine members: 9 gave a power to 2, 8 to 3.
fn opened() -> Room {
    let mut room = Room::of(with_away(docket(9, 2), &[(7, Excused)], &[(9, 2), (8, 3)]));
    room.must(&open(NEVER));
    room
}

#[test]
fn a_recused_member_has_no_voice_whether_he_stays_or_leaves_on_each_ground_l_2131_11_l_1111_6_l_2121_14() {
    for ground in Ground::ALL {
        for left_room in [true, false] {
            let mut room = opened();
            let command = recuse(1, 4, ground, left_room);
            if ground == Accounts && !left_room {
                assert_eq!(room.wrong(&command), ["E030"]);
                continue;
            }
            room.must(&command);
            room.must(&open_report(1));
            let seat = if left_room { Seat::Withdrawn } else { Seat::Recused };
            assert_eq!(room.vote(1).room.seat(&member(4)), Some(&seat), "{ground:?}");
            assert_eq!(room.tally(1).voters, 7);
            assert_eq!(room.wrong(&voices(1, &[(4, Against)])), ["E009"]);
            room.must(&proclaim_then(1, 2));
            assert_eq!(room.tally(2).voters, 8, "he takes part in the next report");
        }
    }
}

#[test]
fn the_power_held_by_a_recused_member_is_not_used_for_that_report_and_lives_for_the_next_l_2131_11() {
    for (ground, left_room) in [(Interest, true), (Interest, false), (Representative, true), (Accounts, true)] {
        let mut room = opened();
        room.must(&recuse(1, 2, ground, left_room));
        room.must(&open_report(1));
        assert_eq!(room.vote(1).room.seat(&member(9)), Some(&Seat::Excused));
        assert_eq!(room.tally(1).voters, 6);
        room.must(&proclaim_then(1, 2));
        assert_eq!(room.vote(2).room.seat(&member(9)), Some(&Seat::Represented(member(2))));
    }
}

#[test]
fn the_power_given_by_an_interested_member_is_not_used_for_that_report_l_2131_11() {
    let mut room = opened();
    room.must(&recuse(1, 9, Interest, true));
    room.must(&open_report(1));
    assert_eq!(room.vote(1).room.seat(&member(9)), Some(&Seat::Excused));
    assert_eq!(room.tally(1).voters, 7);
}

#[test]
fn a_recusal_in_the_middle_of_a_vote_takes_back_what_was_said_with_the_powers_l_2131_11() {
    let mut room = opened();
    room.must(&open_report(1));
    room.must(&voices(1, &[(2, Against), (9, Against), (5, Against)]));
    room.must(&recuse(1, 2, Interest, false));
    assert_eq!((room.tally(1).voters, room.tally(1).against), (6, 1));
    room.undo();
    assert_eq!((room.tally(1).voters, room.tally(1).against), (8, 3));
}

#[test]
fn a_recusal_declared_in_the_session_file_holds_from_the_start_l_2131_11() {
    let recusal = Recusal { ground: Interest, left_room: true, note: Some("présidente de l’association".into()) };
    let declared = with_report(docket(5, 2), 1, |report| report.recusals = vec![(member(4), recusal.clone())]);
    let mut room = Room::of(declared);
    assert_eq!(room.wrong(&recuse(1, 4, Interest, true)), [] as [&str; 0], "the note differs");
    room.must(&open(NEVER));
    room.must(&open_report(1));
    assert_eq!(room.vote(1).room.seat(&member(4)), Some(&Seat::Withdrawn));
}

#[test]
fn a_recusal_may_be_lifted_for_a_recorded_reason_l_2131_11() {
    let mut room = opened();
    assert_eq!(room.wrong(&end_recusal(1, 4)), ["E027"]);
    room.must(&recuse(1, 4, Interest, true));
    assert_eq!(room.articles(&end_recusal(1, 4)), [("W013".to_owned(), "art. L.2131-11 du CGCT")]);
    room.irregular(&end_recusal(1, 4), "W013");
    room.must(&open_report(1));
    assert!(room.vote(1).room.speaks(&member(4)));
}

#[test]
fn a_recusal_is_said_before_the_result_is_proclaimed_and_of_one_who_holds_a_seat() {
    let mut room = opened();
    assert_eq!(room.wrong(&recuse(9, 4, Interest, true)), ["E002"]);
    assert_eq!(room.wrong(&recuse(1, 77, Interest, true)), ["E001"]);
    room.must(&recuse(1, 4, Interest, true));
    assert_eq!(room.wrong(&recuse(1, 4, Interest, true)), ["E014"]);
    room.must(&recuse(1, 4, Interest, false));
    room.must(&open_report(1));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.wrong(&recuse(1, 5, Interest, true)), ["E008"]);
    assert_eq!(room.wrong(&end_recusal(1, 4)), ["E008"]);
}

#[test]
fn a_recused_member_who_is_away_stays_away_and_comes_back_without_a_voice_l_2131_11() {
    let mut room = opened();
    room.must(&recuse(1, 7, Interest, false));
    room.must(&open_report(1));
    assert_eq!(room.vote(1).room.seat(&member(7)), Some(&Seat::Excused));
    room.must(&arrive(7, NEVER));
    assert_eq!(room.vote(1).room.seat(&member(7)), Some(&Seat::Recused));
}
