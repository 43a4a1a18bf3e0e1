//! Reports put to one vote.

use hemicycle::council::ballot::Choice::{Abstain, Against};
use hemicycle::council::decide::Reasons;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::majority::Majority;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::recusal::Ground::Interest;
use hemicycle::french;

use crate::common::ask::*;
use crate::common::{docket, member, report};

use super::reports::{NOTED, TOLD, of_kind, opened};

#[test]
fn reports_that_cannot_be_put_to_one_vote_are_named_with_the_reason_e046() {
    let together = open_together(1, &[2]);
    let with = |kind| opened(of_kind(docket(7, 3), 2, kind)).wrong(&together);
    assert_eq!(with(ReportKind::UnifiedAccounts), ["E046"]);
    assert_eq!(with(TOLD), ["E046"]);
    assert_eq!(with(NOTED), ["E046"]);
    assert!(with(ReportKind::Wish).is_empty());
    let mut room = opened(docket(7, 3));
    assert_eq!(room.wrong(&open_together(1, &[1])), ["E046"], "twice");
    room.must(&file_on(2, &amendment(1), false));
    assert_eq!(room.wrong(&together), ["E046"], "an amendment is voted before its text");
    room.undo();
    room.must(&choose_majority(2, Majority::TwoThirdsOfMembers));
    assert_eq!(room.wrong(&together), ["E046"], "another majority");
    room.undo();
    room.must(&preside(2, Some(2), true));
    assert_eq!(room.wrong(&together), ["E046"], "another chair");
    room.undo();
    room.must(&together);
    assert_eq!(room.wrong(&preside(3, Some(2), true)), ["E046"], "one chair over all");
    assert_eq!(room.wrong(&file_on(2, &amendment(1), false)), ["E046"]);
    assert_eq!(room.wrong(&choose_majority(2, Majority::OfMembers)), ["E046"]);
    room.must(&preside(3, None, true));
    assert_eq!((room.vote(1).chair.clone(), room.vote(2).chair.clone()), (Some(member(3)), Some(member(3))));
}

#[test]
fn reports_that_join_the_one_that_is_open_are_each_held_against_it_e046() {
    let mut room = opened(docket(7, 4));
    room.must(&preside(2, Some(1), true));
    room.must(&open_report(1));
    assert_eq!(room.wrong(&open_together(1, &[2])), ["E046"], "another chair");
    assert_eq!(room.wrong(&open_together(1, &[2, 3])), ["E046"], "another chair than that of the one that is open");
    room.must(&preside(2, None, true));
    room.must(&open_together(1, &[2, 3]));
    assert_eq!(room.vote(3).chair, Some(member(2)));
}

#[test]
fn a_report_that_is_not_in_a_group_cannot_leave_it_e047() {
    let mut room = opened(docket(7, 3));
    assert_eq!(room.wrong(&leave_group(1)), ["E047"]);
    room.must(&open_together(1, &[2, 3]));
    room.must(&leave_group(1));
    assert_eq!(room.vote(2).together, [report(2), report(3)]);
    room.must(&leave_group(3));
    assert_eq!(room.wrong(&leave_group(2)), ["E047"], "it is alone");
    room.must(&proclaim(2, NEVER));
    room.must(&open_report(1));
}

#[test]
fn a_report_of_a_group_that_is_withdrawn_is_voted_with_nobody() {
    let mut room = opened(docket(7, 3));
    room.must(&open_together(1, &[2, 3]));
    room.must(&withdraw(2));
    room.must(&proclaim(1, NEVER));
    assert_eq!((room.outcome(1), room.outcome(2), room.outcome(3)), {
        (Outcome::AdoptedUnanimously, Outcome::Withdrawn, Outcome::AdoptedUnanimously)
    });
    assert_eq!(room.vote(3).together, [report(1), report(3)]);
    assert!(room.vote(2).together.is_empty());
}

#[test]
fn reports_put_to_one_vote_have_one_ballot() {
    let mut room = opened(docket(7, 3));
    room.must(&open_together(1, &[2, 3]));
    room.must(&ask_ballot(2, None, &[2, 3], false));
    assert!([1, 2, 3].iter().all(|number| room.vote(*number).ballot.is_public()));
    room.must(&leave_group(2));
    room.must(&proclaim(1, NEVER));
    room.must(&open_report(2));
    assert!(room.vote(2).ballot.is_public(), "the ballot that was asked for on it stays asked for");
}

#[test]
fn an_irregularity_of_one_report_of_a_group_stands_beside_that_one_alone() {
    let mut room = opened(docket(7, 3));
    room.must(&open_together(3, &[1, 2]));
    room.must(&voices(2, &[(1, Abstain), (2, Against), (3, Against), (4, Against)]));
    room.irregular(&proclaim(3, NEVER), "W007");
    let said: Vec<_> = room.sitting().irregularities().iter().map(|it| it.report.clone()).collect();
    assert_eq!(said, [Some(report(2))]);
    assert_eq!(room.outcome(2), Outcome::RejectedByTie);
    assert_eq!(room.outcome(1), Outcome::AdoptedUnanimously);
}

#[test]
fn whoever_presides_and_is_interested_in_one_of_them_alone_is_told_at_its_result_w004() {
    let mut room = opened(docket(7, 3));
    room.must(&open_together(1, &[2, 3]));
    room.must(&recuse(2, 1, Interest, false));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["W004"]);
    room.irregular(&proclaim(1, NEVER), "W004");
    let about: Vec<_> = room.sitting().irregularities().iter().map(|it| it.report.clone()).collect();
    assert_eq!(about, [Some(report(2))], "it is said of that one");
    // Recused before they are opened: said at the opening, of that one, and not again.
    let mut room = opened(docket(7, 3));
    room.must(&recuse(2, 1, Interest, false));
    room.irregular(&open_together(1, &[2, 3]), "W004");
    let about: Vec<_> = room.sitting().irregularities().iter().map(|it| it.report.clone()).collect();
    assert_eq!(about, [Some(report(2))]);
    assert!(room.wrong(&proclaim(1, NEVER)).is_empty());
}

#[test]
fn figures_of_a_group_that_fit_one_room_and_not_the_other_name_the_report_e033() {
    let mut room = opened(docket(7, 3));
    room.must(&open_together(1, &[2, 3]));
    room.must(&recuse(2, 4, Interest, true));
    let findings = room.sitting().decide(&figures(1, None, [7, 0, 0, 0], None), &Reasons::new()).unwrap_err().findings;
    let said = french::findings::sentence(&findings[0], &room.sitting().docket().roster);
    assert!(said.contains("pour le rapport n° 2") && said.contains("1 voix de trop"), "{said}");
    room.must(&leave_group(2));
    room.must(&figures(1, None, [7, 0, 0, 0], None));
}

#[test]
fn names_said_everywhere_in_reports_that_record_none_are_refused_e044() {
    let mut room = opened(docket(7, 2));
    room.must(&open_together(1, &[2]));
    room.must(&figures(1, None, [6, 1, 0, 0], None));
    assert_eq!(room.wrong(&voices_everywhere(1, &[(2, Against)])), ["E044"]);
}
