//! A proclaimed result is rectified: for a reason, with its voices and presences, and nothing of what was is lost.

use hemicycle::council::attendance::Presence::{Absent, Left, Present};
use hemicycle::council::ballot::Choice::{Abstain, Against, For};
use hemicycle::council::docket::BodyKind;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::recusal::Ground;
use hemicycle::council::room::Seat;
use hemicycle::council::sitting::{Done, Progress};

use crate::common::ask::*;
use crate::common::{Room, docket, member, report, with_away};

/// Report 1 proclaimed with two against of six voices, 6 being carried by 2; report 2 is open.
fn proclaimed() -> Room {
    let mut room = Room::of(with_away(docket(7, 3), &[(7, Absent)], &[(6, 2)]));
    room.must(&open(at(18, 0)));
    room.must(&open_report(1));
    room.must(&voices(1, &[(3, Against), (4, Against)]));
    room.must(&proclaim_then(1, 2));
    room
}

fn done(room: &Room, number: u32) -> &Done {
    room.sitting().progress(&report(number)).and_then(Progress::done).expect("done")
}

#[test]
fn a_result_is_rectified_for_a_reason_and_the_figures_before_are_kept() {
    let mut room = proclaimed();
    let before = room.tally(1);
    room.must(&rectify(1, " erreur de relevé ", &[], &[(5, Against), (4, For)]));
    room.must(&rectify(1, "encore", &[], &[(2, Against)]));
    let done = done(&room, 1);
    assert_eq!(done.tally.map(|tally| (tally.for_, tally.against)), Some((3, 3)));
    assert_eq!(done.outcome, Outcome::AdoptedByCastingVote);
    assert_eq!(done.rectifications.len(), 2);
    assert_eq!((&*done.rectifications[0].reason, done.rectifications[0].tally), ("erreur de relevé", Some(before)));
    assert_eq!(done.rectifications[1].tally.map(|tally| tally.against), Some(2));
    assert_eq!(room.vote(2).saying(Against).count(), 0, "the vote that is open is another");
}

#[test]
fn a_rectification_says_why_what_and_of_which_result() {
    let room = proclaimed();
    assert_eq!(room.wrong(&rectify(1, "  ", &[], &[(5, Against)])), ["E029"]);
    assert_eq!(room.wrong(&rectify(1, "motif", &[], &[])), ["E014"]);
    assert_eq!(room.wrong(&rectify(1, "motif", &[], &[(3, Against)])), ["E014"]);
    assert_eq!(room.wrong(&rectify(2, "motif", &[], &[(5, Against)])), ["E026"]);
    assert_eq!(room.wrong(&rectify(9, "motif", &[], &[(5, Against)])), ["E002"]);
    assert_eq!(Room::of(docket(3, 1)).wrong(&rectify(1, "motif", &[], &[(2, Against)])), ["E003"]);
}

#[test]
fn a_rectified_voice_is_one_of_that_room() {
    let room = proclaimed();
    assert_eq!(room.wrong(&rectify(1, "motif", &[], &[(7, Against)])), ["E009"]);
    assert_eq!(room.wrong(&rectify(1, "motif", &[], &[(77, Against)])), ["E001"]);
    assert_eq!(room.wrong(&rectify(1, "motif", &[], &[(5, Against), (5, For)])), ["E010"]);
    assert_eq!(room.wrong(&rectify(1, "motif", &[(5, Absent), (5, Present)], &[])), ["E010"]);
    assert_eq!(room.wrong(&rectify(1, "motif", &[(77, Absent)], &[])), ["E001"]);
    assert!(room.wrong(&rectify(1, "motif", &[(7, Present)], &[(7, Against)])).is_empty(), "he was there");
}

#[test]
fn a_rectified_presence_ends_the_powers_as_it_would_have_that_evening_l_2121_20() {
    let mut room = proclaimed();
    room.must(&rectify(1, "parti avant le vote", &[(2, Left)], &[]));
    assert_eq!(room.vote(1).room.seat(&member(6)), Some(&Seat::Excused));
    assert_eq!(room.tally(1).voters, 4);
    let mut room = proclaimed();
    room.must(&rectify(1, "arrivé avant le vote", &[(6, Present), (7, Present)], &[(7, Abstain)]));
    assert!(room.vote(1).room.speaks(&member(6)));
    assert_eq!((room.tally(1).voters, room.tally(1).abstentions), (7, 1));
    let seats = &room.vote(1).room;
    let five = seats.present() + seats.represented() + seats.withdrawn() + seats.excused() + seats.absent();
    assert_eq!(five, room.tally(1).in_office);
    assert!(room.vote(2).room.seat(&member(6)) == Some(&Seat::Represented(member(2))), "only that vote");
}

#[test]
fn a_quorum_that_is_missing_once_rectified_is_said_with_who_was_away_l_2121_17() {
    use hemicycle::council::finding::Finding;
    let mut room = proclaimed();
    let command = rectify(1, "partis avant", &[(4, Left), (5, Left)], &[]);
    let refused = room.ask(&command).unwrap_err();
    let Finding::QuorumMissing { quorum, missing } = &refused.findings[0] else { panic!("{refused:?}") };
    assert_eq!((quorum.counted, quorum.needed), (3, Some(4)));
    assert_eq!(*missing, [4, 5, 6, 7].map(member));
    room.irregular(&command, "W002");
    assert_eq!(room.vote(1).quorum.counted, 3);
    assert!(room.wrong(&rectify(1, "voix", &[], &[(1, Against)])).is_empty(), "said once");
}

#[test]
fn the_represented_count_in_the_rectified_quorum_of_a_commission_permanente_l_3121_14_1() {
    let mut council = with_away(docket(7, 1), &[(7, Absent)], &[(6, 2)]);
    council.body.kind = BodyKind::CommissionPermanente;
    let mut room = Room::of(council);
    room.must(&open(NEVER));
    room.must(&open_report(1));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.vote(1).quorum.counted, 6);
    room.must(&rectify(1, "partie avant", &[(2, Left)], &[]));
    assert_eq!(room.vote(1).quorum.counted, 4, "neither the holder nor the giver");
}

#[test]
fn a_representative_who_was_away_after_all_does_not_lower_a_quorum_in_which_he_did_not_count_l_1111_6() {
    let mut room = Room::of(docket(7, 1));
    room.must(&open(NEVER));
    room.must(&recuse(1, 5, Ground::Representative, false));
    room.must(&open_report(1));
    room.must(&proclaim(1, NEVER));
    room.must(&rectify(1, "absent", &[(5, Absent)], &[]));
    assert_eq!((room.vote(1).quorum.counted, room.vote(1).quorum.in_office), (6, 6));
}

#[test]
fn a_rectified_tie_without_the_chair_is_said_like_any_other_l_2121_20() {
    let mut room = proclaimed();
    let command = rectify(1, "relevé", &[], &[(1, Abstain), (5, Abstain)]);
    room.irregular(&command, "W007");
    assert_eq!(room.outcome(1), Outcome::RejectedByTie);
}

#[test]
fn a_result_is_rectified_while_suspended_and_after_the_close() {
    let mut room = proclaimed();
    room.must(&proclaim(2, NEVER));
    room.must(&suspend(NEVER));
    room.must(&rectify(1, "relevé", &[], &[(5, Against)]));
    room.must(&resume(NEVER));
    room.must(&close(at(21, 0)));
    room.must(&rectify(2, "relevé à la relecture", &[], &[(5, Against)]));
    assert_eq!(room.tally(2).against, 1);
}
