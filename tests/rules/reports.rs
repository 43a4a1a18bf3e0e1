//! What is asked of a report: its kind, how it ends. Each refusal and each warning by its code and its article.

use hemicycle::council::agenda::Report;
use hemicycle::council::ballot::Choice::Abstain;
use hemicycle::council::docket::Docket;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::majority::Majority;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::proposal::ProposalId;
use hemicycle::council::way::{Stated, Way};

use crate::common::ask::*;
use crate::common::{Room, docket, report, with_report};

pub fn opened(docket: Docket) -> Room {
    let mut room = Room::of(docket);
    room.must(&open(NEVER));
    room
}

/// A council of seven with three reports, the first of that kind, opened.
pub fn on_the_floor(kind: ReportKind) -> Room {
    let mut room = opened(of_kind(docket(7, 3), 1, kind));
    room.must(&open_report(1));
    room
}

pub fn of_kind(docket: Docket, number: u32, kind: ReportKind) -> Docket {
    with_report(docket, number, |report: &mut Report| report.kind = kind)
}

pub const DELIBERATION: ReportKind = ReportKind::Deliberation;
pub const TOLD: ReportKind = ReportKind::Information;
pub const NOTED: ReportKind = ReportKind::Acknowledgement { voted: false };

pub fn appointment(posts: u32, secret: bool) -> ReportKind {
    ReportKind::Appointment { posts: Some(posts), secret }
}

pub fn proposal_outcome(room: &Room, id: &ProposalId) -> Option<Outcome> {
    room.sitting().done_on(&report(1), Some(id)).map(|done| done.outcome)
}

#[test]
fn what_decides_is_voted_e043() {
    for kind in [DELIBERATION, ReportKind::Wish, ReportKind::Motion, ReportKind::UnifiedAccounts] {
        let room = on_the_floor(kind);
        assert_eq!(room.wrong(&choose_way(1, None, Way::WithoutVote)), ["E043"], "{kind:?}");
    }
    let mut room = on_the_floor(NOTED);
    room.must(&file_on(1, &amendment(1), true));
    assert_eq!(room.wrong(&choose_way(1, Some(&amendment(1)), Way::WithoutVote)), ["E043"], "a proposal is voted");
}

#[test]
fn what_is_only_told_is_not_voted_e045() {
    for kind in [TOLD, ReportKind::Communication, ReportKind::OralQuestion] {
        let mut room = on_the_floor(kind);
        for command in [
            choose_way(1, None, Way::ByException),
            figures(1, None, [7, 0, 0, 0], None),
            state(1, None, Stated::Adopted),
            ask_ballot(1, None, &[2, 3], false),
            file_on(1, &amendment(1), false),
        ] {
            assert_eq!(room.wrong(&command), ["E045"], "{kind:?}: {command:?}");
        }
        room.must(&proclaim(1, NEVER));
        assert_eq!(room.outcome(1), Outcome::Heard);
    }
}

#[test]
fn each_kind_without_a_vote_ends_in_its_own_way() {
    let minutes = ReportKind::PreviousMinutes { of: None, voted: false };
    for (kind, end) in [
        (NOTED, Outcome::Acknowledged),
        (ReportKind::Decisions, Outcome::Acknowledged),
        (minutes, Outcome::Settled),
        (TOLD, Outcome::Heard),
    ] {
        let mut room = on_the_floor(kind);
        room.must(&proclaim(1, NEVER));
        assert_eq!(room.outcome(1), end, "{kind:?}");
        assert_eq!(room.sitting().done_on(&report(1), None).expect("done").tally, None);
    }
    // The same may be voted, if somebody wants it.
    let mut room = on_the_floor(NOTED);
    room.must(&choose_way(1, None, Way::ByException));
    room.must(&voices(1, &[(3, Abstain)]));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.outcome(1), Outcome::AdoptedUnanimously);
}

#[test]
fn what_ended_without_a_vote_may_always_be_taken_back() {
    let mut room = on_the_floor(TOLD);
    room.must(&proclaim(1, NEVER));
    room.must(&withdraw(2));
    room.must(&open_report(3));
    room.must(&proclaim(3, NEVER));
    for _ in 0..3 {
        room.undo();
    }
    assert!(room.sitting().done_on(&report(2), None).is_none());
    room.undo();
    assert!(room.sitting().done_on(&report(1), None).is_none(), "nothing was counted that would be rectified");
}

#[test]
fn a_report_is_added_once_and_what_decides_was_convened_to_e048_w022_l_2121_10() {
    let mut room = opened(docket(7, 3));
    assert_eq!(room.wrong(&add_report(2, TOLD, None)), ["E048"]);
    assert_eq!(room.wrong(&add_report(9, TOLD, Some(8))), ["E002"]);
    room.must(&add_report(8, TOLD, Some(1)));
    let adding = add_report(9, DELIBERATION, Some(8));
    assert_eq!(room.articles(&adding), [("W022".to_owned(), "art. L.2121-10 du CGCT")]);
    room.irregular(&adding, "W022");
    let agenda: Vec<String> = room.sitting().docket().agenda.reports().map(|it| it.id.to_string()).collect();
    assert_eq!(agenda, ["1", "8", "9", "2", "3"]);
    let irregularity = room.sitting().irregularities().last().expect("one").clone();
    assert_eq!(irregularity.report, Some(report(9)));
    room.undo();
    assert!(room.sitting().docket().agenda.report(&report(9)).is_none());
}

#[test]
fn the_only_candidates_are_appointed_without_a_vote_e049_e050_l_2121_21() {
    let mut room = on_the_floor(appointment(2, false));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E050"]);
    room.must(&candidates(1, &[2, 3, 4]));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E049"]);
    room.must(&candidates(1, &[2, 3]));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.outcome(1), Outcome::AppointedWithoutVote);
}

#[test]
fn an_appointment_is_secret_unless_the_council_says_otherwise_w023_w024_l_2121_21() {
    let mut room = on_the_floor(appointment(1, false));
    room.must(&choose_way(1, None, Way::ByException));
    assert_eq!(room.articles(&proclaim(1, NEVER)), [("W024".to_owned(), "art. L.2121-21 du CGCT")]);
    let mut room = on_the_floor(appointment(1, true));
    room.must(&candidates(1, &[2]));
    let of_the_mayor = "art. L.2122-4, L.2122-7 et L.2122-7-2 du CGCT";
    assert_eq!(room.articles(&proclaim(1, NEVER)), [("W023".to_owned(), of_the_mayor)]);
    room.must(&choose_way(1, None, Way::ByException));
    assert_eq!(room.articles(&proclaim(1, NEVER)), [("W023".to_owned(), of_the_mayor)]);
}

#[test]
fn remarks_candidates_and_majorities_belong_to_their_kinds_e051() {
    let minutes = ReportKind::PreviousMinutes { of: None, voted: false };
    let mut room = opened(of_kind(of_kind(docket(7, 3), 1, minutes), 3, ReportKind::UnifiedAccounts));
    assert_eq!(room.wrong(&remark(2, Some(3))), ["E051"]);
    assert_eq!(room.wrong(&candidates(1, &[3])), ["E051"]);
    assert_eq!(room.wrong(&choose_majority(3, Majority::OfMembers)), ["E051"], "the accounts have that of the law");
    assert_eq!(room.wrong(&choose_majority(2, Majority::NoneAgainst)), ["E051"], "and nothing else has it");
    let office = hemicycle::council::election::Office::Mayor;
    let elects = on_the_floor(ReportKind::Election { office, posts: None });
    assert_eq!(elects.wrong(&choose_majority(1, Majority::OfMembers)), ["E051"], "an election has that of its rounds");
    room.must(&remark(1, Some(3)));
    room.must(&remark(1, None));
    assert_eq!(room.sitting().handling(&report(1)).remarks.len(), 2);
}
