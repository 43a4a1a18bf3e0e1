//! What is put to the vote before a text: filed, voted, left; what it ends.

use hemicycle::council::ballot::Choice::{Abstain, Against, For};
use hemicycle::council::command::Command;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::proposal::{Dropped, ProposalId};
use hemicycle::council::way::Way;

use crate::common::ask::*;
use crate::common::{Room, docket, report};

use super::reports::{DELIBERATION, on_the_floor, proposal_outcome};

#[test]
fn a_text_waits_for_the_amendments_filed_on_it_e034() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&file_on(1, &amendment(1), false));
    room.must(&file_on(1, &ProposalId::Part("article 2".into()), false));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E034"]);
    room.must(&drop_proposal(1, &amendment(1), Dropped::Withdrawn));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E034"], "the part still waits");
    room.must(&drop_proposal(1, &ProposalId::Part("article 2".into()), Dropped::Moot));
    room.must(&proclaim(1, NEVER));
}

#[test]
fn nothing_else_is_voted_while_a_proposal_is_e035() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&file_on(1, &amendment(2), false));
    room.must(&file_on(1, &amendment(1), true));
    for command in [
        voices(1, &[(3, Against)]),
        voices_everywhere(1, &[(3, Against)]),
        proclaim(1, NEVER),
        put(1, &amendment(2)),
        put(1, &amendment(1)),
        choose_way(1, None, Way::RollCall),
        withdraw(1),
        file_on(1, &amendment(3), true),
    ] {
        assert_eq!(room.wrong(&command), ["E035"], "{command:?}");
    }
    let proclaim_and_go_on = {
        let hemicycle::council::command::Command::Proclaim { report, on, at, then_with, .. } =
            proclaim_on(1, &amendment(1))
        else {
            unreachable!()
        };
        hemicycle::council::command::Command::Proclaim { report, on, at, then_open: Some(crate::report(2)), then_with }
    };
    assert_eq!(room.wrong(&proclaim_and_go_on), ["E006"], "the report is not over");
    room.must(&proclaim_on(1, &amendment(1)));
    room.must(&put(1, &amendment(2)));
}

#[test]
fn a_proposal_is_known_once_and_voted_once_e036_to_e039() {
    let mut room = on_the_floor(DELIBERATION);
    for command in
        [put(1, &amendment(1)), drop_proposal(1, &amendment(1), Dropped::Moot), proclaim_on(1, &amendment(1))]
    {
        assert_eq!(room.wrong(&command), ["E036"], "{command:?}");
    }
    room.must(&file_on(1, &amendment(1), false));
    assert_eq!(room.wrong(&file_on(1, &amendment(1), false)), ["E037"]);
    assert_eq!(room.wrong(&voices_on(1, &amendment(1), &[(3, Against)])), ["E039"]);
    assert_eq!(room.wrong(&proclaim_on(1, &amendment(1))), ["E039"]);
    room.must(&put(1, &amendment(1)));
    room.must(&voices_on(1, &amendment(1), &[(3, Against), (4, Abstain)]));
    room.must(&proclaim_on(1, &amendment(1)));
    assert_eq!(proposal_outcome(&room, &amendment(1)), Some(Outcome::Adopted));
    for command in [
        put(1, &amendment(1)),
        drop_proposal(1, &amendment(1), Dropped::Moot),
        proclaim_on(1, &amendment(1)),
        voices_on(1, &amendment(1), &[(3, For)]),
    ] {
        assert_eq!(room.wrong(&command), ["E038"], "{command:?}");
    }
    // All are kept, in order: the amendment, then the text.
    room.must(&proclaim(1, NEVER));
    let kept: Vec<_> = room.sitting().votes_done(&report(1)).map(|(on, done)| (on.cloned(), done.outcome)).collect();
    assert_eq!(kept, [(Some(amendment(1)), Outcome::Adopted), (None, Outcome::AdoptedUnanimously)]);
}

#[test]
fn a_postponement_or_a_previous_question_that_is_adopted_ends_the_report() {
    for (id, end) in [(ProposalId::Postponement, Outcome::Postponed), (ProposalId::PreviousQuestion, Outcome::SetAside)]
    {
        let mut room = on_the_floor(DELIBERATION);
        room.must(&file_on(1, &amendment(1), false));
        room.must(&file_on(1, &id, true));
        room.must(&proclaim_on(1, &id));
        assert_eq!((room.outcome(1), proposal_outcome(&room, &id)), (end, Some(Outcome::AdoptedUnanimously)));
        assert_eq!(room.sitting().handling(&report(1)).pending().count(), 0, "the amendment has no object any more");
        assert_eq!(room.wrong(&rectify(1, "relevé", &[], &[(3, Against)])), ["E026"], "no vote was taken on the text");
        room.undo();
        room.must(&voices_on(1, &id, &[(1, Against), (2, Against), (3, Against), (4, Against)]));
        room.must(&proclaim_on(1, &id));
        assert_eq!(proposal_outcome(&room, &id), Some(Outcome::Rejected));
        assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E034"], "the debate goes on");
    }
}

#[test]
fn what_ended_a_report_and_is_rectified_to_the_contrary_is_said_w026() {
    let mut room = on_the_floor(DELIBERATION);
    let id = ProposalId::Postponement;
    room.must(&file_on(1, &id, true));
    room.must(&voices_on(1, &id, &[(1, Against), (2, Against), (3, Against)]));
    room.must(&proclaim_on(1, &id));
    let rectified = |who: u32, choice| {
        let mut command = rectify(1, "relevé", &[], &[(who, choice)]);
        if let Command::Rectify { on, .. } = &mut command {
            *on = Some(ProposalId::Postponement);
        }
        command
    };
    room.must(&rectified(3, For));
    room.must(&rectified(3, Abstain));
    assert_eq!(room.wrong(&rectified(4, Against)), ["W026"]);
    room.irregular(&rectified(4, Against), "W026");
    assert_eq!(
        (room.outcome(1), proposal_outcome(&room, &id)),
        (Outcome::Postponed, Some(Outcome::RejectedByCastingVote))
    );
}

#[test]
fn an_irregularity_of_an_amendment_stands_beside_the_amendment() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&file_on(1, &amendment(1), true));
    room.must(&voices_on(1, &amendment(1), &[(1, Abstain), (2, Against), (3, Against), (4, Against)]));
    room.irregular(&proclaim_on(1, &amendment(1)), "W007");
    let irregularity = room.sitting().irregularities().last().expect("one").clone();
    assert_eq!((irregularity.report, irregularity.on), (Some(report(1)), Some(amendment(1))));
}

#[test]
fn a_movement_told_late_names_a_report_whose_amendment_counted_the_member_otherwise_w009() {
    let mut room = Room::of(docket(7, 2));
    room.must(&open(at(18, 0)));
    room.must(&open_report(1));
    room.must(&file_on(1, &amendment(1), true));
    let hemicycle::council::command::Command::Proclaim { report: of, on, then_open, then_with, .. } =
        proclaim_on(1, &amendment(1))
    else {
        unreachable!()
    };
    room.must(&hemicycle::council::command::Command::Proclaim { report: of, on, at: at(18, 30), then_open, then_with });
    assert_eq!(room.wrong(&leave(7, at(18, 20))), ["W009"]);
    assert!(room.wrong(&leave(7, at(18, 40))).is_empty());
    room.irregular(&leave(7, at(18, 20)), "W009");
}
