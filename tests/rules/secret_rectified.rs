//! A text that was voted by secret ballot is rectified by its totals alone; an election never is.

use hemicycle::council::attendance::Presence::{Absent, Present};
use hemicycle::council::ballot::Choice::{Against, For};
use hemicycle::council::outcome::Outcome;
use hemicycle::council::secret::{Count, Ticket};
use hemicycle::council::way::Stated;

use crate::common::ask::*;
use crate::common::{Room, docket, report, with_away};

use super::reports::{appointment, of_kind, opened};
use super::secret_urn::{curtain, urn};

/// Six of seven voices voted: four for, one against, one blank. Then 7 arrived.
fn proclaimed() -> Room {
    let mut room = curtain(with_away(docket(7, 2), &[(7, Absent)], &[]));
    room.must(&close_urn_but(1, &[]));
    room.must(&count(1, [4, 1, 1, 0]));
    room.must(&proclaim(1, NEVER));
    room.must(&arrive(7, NEVER));
    room
}

#[test]
fn totals_are_rectified_for_a_reason_and_those_before_are_kept() {
    let mut room = proclaimed();
    room.must(&rectify_urn(1, of_a_text([2, 3, 0, 1])));
    assert_eq!(room.outcome(1), Outcome::Rejected);
    assert_eq!((room.tally(1).for_, room.tally(1).against, room.tally(1).blank_null), (2, 3, 1));
    let done = room.sitting().done_on(&report(1), None).expect("done");
    assert_eq!(done.rectifications[0].tally.map(|it| it.for_), Some(4));
    assert_eq!(done.rectifications[0].vote.secret().and_then(|it| it.count()).map(|it| it.blank), Some(1));
    assert_eq!(done.rectifications[0].reason, "recomptage");
}

#[test]
fn rectified_totals_are_checked_as_the_first_ones_were_e061_e062_w031_w032() {
    let mut room = proclaimed();
    let wrong = Count { in_urn: 6, ..of_a_text([4, 1, 0, 0]) };
    assert_eq!(room.wrong(&rectify_urn(1, wrong)), ["E061"]);
    assert_eq!(room.wrong(&rectify_urn(1, totals(0, 0, &[(Ticket::For, 5), (named(2), 1)]))), ["E062"]);
    assert_eq!(
        room.wrong(&rectify_urn(1, of_a_text([4, 3, 0, 0]))),
        ["W031"],
        "as many as signed, not as are there now"
    );
    assert_eq!(room.wrong(&rectify_urn(1, of_a_text([4, 1, 0, 0]))), ["W032"]);
    assert_eq!(room.wrong(&rectify_urn(1, of_a_text([4, 1, 1, 0]))), ["E014"], "nothing changes");
    assert!(room.wrong(&rectify_urn(1, of_a_text([3, 3, 0, 0]))).is_empty());
    room.irregular(&rectify_urn(1, of_a_text([0, 0, 6, 0])), "W006");
    assert_eq!(room.outcome(1), Outcome::RejectedNothingCast);
}

#[test]
fn no_presence_no_voice_and_no_figure_changes_a_closed_urn_e058_e044_e052() {
    let room = proclaimed();
    assert_eq!(room.wrong(&rectify(1, "motif", &[(3, Absent)], &[])), ["E058"]);
    assert_eq!(room.wrong(&rectify(1, "motif", &[(7, Present)], &[])), ["E058"]);
    assert_eq!(room.wrong(&rectify(1, "motif", &[], &[(3, Against)])), ["E044"]);
    assert_eq!(room.wrong(&rectify_figures(1, None, Some([4, 2, 0, 0]), None)), ["E052"]);
    assert_eq!(room.wrong(&rectify_figures(1, None, None, Some(Stated::Rejected))), ["E052"]);
    assert_eq!(urn(&room).signed.len(), 6);
}

#[test]
fn a_vote_that_was_not_secret_has_no_urn_to_rectify_e052() {
    let mut room = opened(docket(7, 1));
    room.must(&open_report(1));
    room.must(&voices(1, &[(2, Against), (3, For)]));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.wrong(&rectify_urn(1, of_a_text([4, 3, 0, 0]))), ["E052"]);
}

#[test]
fn a_tie_found_by_a_rectification_is_rejected_as_any_other_l_2121_20() {
    let mut room = proclaimed();
    room.must(&rectify_urn(1, of_a_text([3, 3, 0, 0])));
    assert_eq!(room.outcome(1), Outcome::RejectedByTie);
}

#[test]
fn an_election_that_was_proclaimed_stands_e070() {
    let mut room = opened(of_kind(docket(7, 1), 1, appointment(1, true)));
    room.must(&open_report(1));
    room.must(&ask_secret(1, &[]));
    room.must(&close_urn_but(1, &[]));
    room.must(&elect(1, &[(2, 4), (3, 3)]));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.outcome(1), Outcome::Elected);
    assert_eq!(room.wrong(&rectify_urn(1, totals(0, 0, &[(named(3), 7)]))), ["E070"]);
    room.undo();
    assert!(room.wrong(&elect(1, &[(3, 7)])) == ["E060"], "before the next result it is taken back like any other");
}

#[test]
fn a_secret_result_is_rectified_after_the_close() {
    let mut room = proclaimed();
    room.must(&close(at(21, 0)));
    room.must(&rectify_urn(1, of_a_text([1, 5, 0, 0])));
    assert_eq!(room.outcome(1), Outcome::Rejected);
}
