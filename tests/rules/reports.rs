//! What is asked of a report: its kind, how its vote is recorded, what is put before its text. Each refusal and each warning
//! by its code and its article.

use hemicycle::council::agenda::Report;
use hemicycle::council::attendance::Presence::{Absent, Excused, Remote};
use hemicycle::council::ballot::Choice::{Abstain, Against, For, NotTakingPart};
use hemicycle::council::docket::{BodyKind, Docket};
use hemicycle::council::kind::ReportKind;
use hemicycle::council::majority::Majority;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::proposal::{Dropped, ProposalId};
use hemicycle::council::recusal::Ground::{Accounts, Interest};
use hemicycle::council::settings::Setting;
use hemicycle::council::way::{Stated, Way};

use crate::common::ask::*;
use crate::common::{Room, docket, member, report, with_away, with_report};

fn opened(docket: Docket) -> Room {
    let mut room = Room::of(docket);
    room.must(&open(NEVER));
    room
}

/// A council of seven with three reports, the first of that kind, opened.
fn on_the_floor(kind: ReportKind) -> Room {
    let mut room = opened(of_kind(docket(7, 3), 1, kind));
    room.must(&open_report(1));
    room
}

fn of_kind(docket: Docket, number: u32, kind: ReportKind) -> Docket {
    with_report(docket, number, |report: &mut Report| report.kind = kind)
}

const DELIBERATION: ReportKind = ReportKind::Deliberation;
const TOLD: ReportKind = ReportKind::Information;
const NOTED: ReportKind = ReportKind::Acknowledgement { voted: false };

fn appointment(posts: u32, secret: bool) -> ReportKind {
    ReportKind::Appointment { posts: Some(posts), secret }
}

fn proposal_outcome(room: &Room, id: &ProposalId) -> Option<Outcome> {
    room.sitting().done_on(&report(1), Some(id)).map(|done| done.outcome)
}

#[test]
fn figures_that_do_not_add_up_to_the_voices_in_the_room_are_refused_e033() {
    let mut room = on_the_floor(DELIBERATION);
    assert_eq!(room.wrong(&figures(1, None, [3, 2, 1, 0], None)), ["E033"]);
    assert_eq!(room.wrong(&figures(1, None, [5, 2, 1, 0], None)), ["E033"]);
    room.must(&figures(1, None, [4, 2, 0, 1], None));
    // Somebody leaves: what added up does not any more.
    room.must(&leave(7, NEVER));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E033"]);
    room.must(&figures(1, None, [4, 2, 0, 0], None));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.outcome(1), Outcome::Adopted);
    let tally = room.tally(1);
    assert_eq!((tally.voters, tally.cast, tally.for_, tally.against), (6, 6, 4, 2));
    assert_eq!(room.vote(1).choices().count(), 0, "the names are not recorded");
}

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
        let hemicycle::council::command::Command::Rectify {
            report,
            reason,
            presences,
            voices,
            counts,
            chair,
            stated,
            at,
            ..
        } = rectify(1, "relevé", &[], &[(who, choice)])
        else {
            unreachable!()
        };
        let on = Some(ProposalId::Postponement);
        hemicycle::council::command::Command::Rectify {
            report,
            on,
            reason,
            presences,
            voices,
            counts,
            chair,
            stated,
            at,
        }
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
fn a_roll_call_is_proclaimed_only_when_everybody_was_called_e040() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&choose_way(1, None, Way::RollCall));
    assert_eq!(room.vote(1).awaited().count(), 7);
    for who in 1..=6 {
        room.must(&voices(1, &[(who, if who == 2 { Against } else { For })]));
        assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E040"]);
    }
    room.must(&voices(1, &[(7, Abstain)]));
    room.must(&proclaim(1, NEVER));
    let tally = room.tally(1);
    assert_eq!((tally.for_, tally.against, tally.abstentions), (5, 1, 1));
}

#[test]
fn who_leaves_in_a_roll_call_is_called_again_when_he_comes_back_e040() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&choose_way(1, None, Way::RollCall));
    room.must(&voices(1, &[1, 2, 3, 4, 5, 6, 7].map(|who| (who, For))));
    room.must(&leave(7, NEVER));
    assert!(room.wrong(&proclaim(1, NEVER)).is_empty());
    room.must(&arrive(7, NEVER));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E040"]);
}

#[test]
fn a_vote_in_figures_or_by_its_result_needs_them_e041() {
    for way in [Way::Figures, Way::Result] {
        let mut room = on_the_floor(DELIBERATION);
        room.must(&choose_way(1, None, way));
        assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E041"]);
    }
}

#[test]
fn a_public_ballot_takes_every_name_e042_l_2121_21() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&ask_ballot(1, None, &[2, 3], false));
    let of_the_law = [("E042".to_owned(), "art. L.2121-21 du CGCT")];
    for command in [
        figures(1, None, [7, 0, 0, 0], None),
        state(1, None, Stated::Adopted),
        choose_way(1, None, Way::Figures),
        choose_way(1, None, Way::Result),
    ] {
        assert_eq!(room.articles(&command), of_the_law, "{command:?}");
    }
    room.must(&choose_way(1, None, Way::RollCall));
    room.must(&voices(1, &[1, 2, 3, 4, 5, 6, 7].map(|who| (who, For))));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.vote(1).choices().count(), 7);
    let mut room = on_the_floor(DELIBERATION);
    room.must(&figures(1, None, [7, 0, 0, 0], None));
    assert_eq!(room.articles(&ask_ballot(1, None, &[2, 3], false)), of_the_law);
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
fn no_name_is_noted_where_names_are_not_recorded_e044() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&figures(1, None, [7, 0, 0, 0], None));
    assert_eq!(room.wrong(&voices(1, &[(3, Against)])), ["E044"]);
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
    room.must(&remark(1, Some(3)));
    room.must(&remark(1, None));
    assert_eq!(room.sitting().handling(&report(1)).remarks.len(), 2);
}

#[test]
fn a_vote_is_rectified_in_the_way_in_which_it_was_recorded_e052() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.wrong(&rectify_figures(1, None, Some([6, 1, 0, 0]), None)), ["E052"]);
    assert_eq!(room.wrong(&rectify_figures(1, None, None, Some(Stated::Rejected))), ["E052"]);
    let mut room = on_the_floor(DELIBERATION);
    room.must(&figures(1, None, [6, 1, 0, 0], None));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.wrong(&rectify(1, "relevé", &[], &[(3, Against)])), ["E044"]);
    assert_eq!(room.wrong(&rectify_figures(1, None, Some([6, 2, 0, 0]), None)), ["E033"]);
    room.must(&rectify_figures(1, None, Some([3, 4, 0, 0]), None));
    assert_eq!(room.outcome(1), Outcome::Rejected);
    let mut room = on_the_floor(DELIBERATION);
    room.must(&state(1, None, Stated::Adopted));
    room.must(&proclaim(1, NEVER));
    room.must(&rectify_figures(1, None, None, Some(Stated::Unanimously)));
    assert_eq!(room.outcome(1), Outcome::AdoptedUnanimously);
}

#[test]
fn the_voice_of_whoever_presides_is_one_of_those_counted_e053() {
    let mut room = on_the_floor(DELIBERATION);
    assert_eq!(room.wrong(&figures(1, None, [0, 4, 3, 0], Some(For))), ["E053"]);
    assert_eq!(room.wrong(&figures(1, None, [4, 0, 3, 0], Some(Against))), ["E053"]);
    room.must(&figures(1, None, [3, 3, 1, 0], Some(For)));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.outcome(1), Outcome::AdoptedByCastingVote);
}

#[test]
fn figures_without_the_side_of_the_chair_have_no_casting_vote_w007() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&figures(1, None, [3, 3, 1, 0], None));
    assert_eq!(room.articles(&proclaim(1, NEVER)), [("W007".to_owned(), "art. L.2121-20 du CGCT")]);
    room.must(&figures(1, None, [3, 3, 1, 0], Some(Against)));
    // Another takes the chair: what the mayor said is not his.
    room.must(&preside(2, None, true));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["W007"]);
}

#[test]
fn a_public_ballot_takes_a_quarter_of_those_present_w020_l_2121_21() {
    // Nine present of ten: three have to ask, and those who gave a power do not.
    let mut room = opened(with_away(docket(11, 1), &[(11, Absent)], &[(10, 1)]));
    room.must(&open_report(1));
    assert_eq!(room.articles(&ask_ballot(1, None, &[2, 3], false)), [("W020".to_owned(), "art. L.2121-21 du CGCT")]);
    assert_eq!(room.wrong(&ask_ballot(1, None, &[2, 3, 10], false)), ["E009"]);
    assert_eq!(room.wrong(&ask_ballot(1, None, &[2, 3, 3], false)), ["E010"]);
    room.must(&ask_ballot(1, None, &[2, 3], true));
    assert!(!room.vote(1).ballot.is_public(), "the request is recorded, and the ballot stays as it was");
    let refused = ask_ballot(1, None, &[2, 3, 4], true);
    assert_eq!(room.articles(&refused), [("W027".to_owned(), "art. L.2121-21 du CGCT")], "it is by right");
    room.must(&ask_ballot(1, None, &[2, 3, 4], false));
    assert!(room.vote(1).ballot.is_public());
    let asked: Vec<_> = room.sitting().handling(&report(1)).requests.iter().map(|it| it.granted).collect();
    assert_eq!(asked, [false, true]);
}

#[test]
fn a_public_ballot_takes_a_sixth_in_a_departement_w020_l_3121_15() {
    let mut council = docket(13, 1);
    council.body.kind = BodyKind::Departement;
    let mut room = opened(council);
    room.must(&open_report(1));
    assert_eq!(room.articles(&ask_ballot(1, None, &[2, 3], false)), [("W020".to_owned(), "art. L.3121-15 du CGCT")]);
    room.must(&ask_ballot(1, None, &[2, 3, 4], false));
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
fn a_majority_of_members_that_the_room_cannot_give_says_so_w021() {
    let mut room = opened(with_away(docket(9, 2), &[(7, Absent), (8, Absent)], &[(9, 1)]));
    room.must(&choose_majority(1, Majority::TwoThirdsOfMembers));
    room.must(&open_report(1));
    room.must(&leave(6, NEVER));
    room.must(&leave(5, NEVER));
    // Four and the power: five voices where six of nine are needed.
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["W021"]);
    room.must(&state(1, None, Stated::Rejected));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["W021"], "however it is recorded");
    room.must(&choose_way(1, None, Way::ByException));
    room.irregular(&proclaim(1, NEVER), "W021");
    assert_eq!(room.outcome(1), Outcome::RejectedShortOfMajority);
}

#[test]
fn the_majority_of_a_report_is_the_announced_one_then_that_of_the_file_then_that_of_its_kind() {
    let setting = |value| Setting { value, reason: "règlement intérieur, art. 30".to_owned() };
    let mut council = of_kind(docket(9, 3), 1, ReportKind::Wish);
    council.body.settings.majorities = vec![
        (ReportKind::Wish, setting(Majority::TwoThirdsOfCast)),
        (ReportKind::UnifiedAccounts, setting(Majority::TwoThirdsOfMembers)),
    ];
    let council = of_kind(council, 2, ReportKind::UnifiedAccounts);
    let room = opened(council.clone());
    let majority = |room: &Room, number| room.sitting().majority(&report(number)).0;
    assert_eq!(majority(&room, 1), Majority::TwoThirdsOfCast);
    assert_eq!(majority(&room, 2), Majority::NoneAgainst, "no body settles that of the accounts");
    assert_eq!(majority(&room, 3), Majority::OfCast);
    let mut room = opened(with_report(council, 1, |report| report.majority = Some(setting(Majority::OfMembers))));
    assert_eq!(majority(&room, 1), Majority::OfMembers);
    room.must(&choose_majority(1, Majority::Relative));
    assert_eq!(majority(&room, 1), Majority::Relative);
}

#[test]
fn with_members_from_afar_the_ballot_is_public_w025_l_5211_11_1() {
    for (kind, article) in [
        (BodyKind::Epci, "art. L.5211-11-1 du CGCT"),
        (BodyKind::Metropole, "art. L.5211-11-1 du CGCT"),
        (BodyKind::Departement, "art. L.3121-9-1 du CGCT"),
        (BodyKind::Region, "art. L.4132-9-1 du CGCT"),
    ] {
        let mut council = with_away(docket(7, 1), &[(5, Remote)], &[]);
        council.body.kind = kind;
        let mut room = opened(council);
        room.must(&open_report(1));
        assert_eq!(room.articles(&proclaim(1, NEVER)), [("W025".to_owned(), article)]);
        // Nobody has to ask for what the law wants.
        room.must(&ask_ballot(1, None, &[], false));
        room.must(&proclaim(1, NEVER));
    }
    let mut before = with_away(docket(7, 1), &[(5, Remote)], &[]);
    before.body.kind = BodyKind::Metropole;
    before.meeting.date = jiff::civil::date(2022, 3, 3);
    let mut room = opened(before);
    room.must(&open_report(1));
    assert!(room.wrong(&proclaim(1, NEVER)).is_empty(), "before the law of that day");
    let mut room = opened(with_away(docket(7, 1), &[], &[]));
    room.must(&open_report(1));
    assert_eq!(room.wrong(&ask_ballot(1, None, &[], false)), ["E014"], "elsewhere somebody asks");
}

#[test]
fn a_recusal_is_never_a_voter_whatever_the_convention() {
    for inside in [false, true] {
        let mut council = with_away(docket(7, 1), &[(6, Excused)], &[(7, 3)]);
        council.body.settings.nppv_in_voters = inside;
        let mut room = opened(council);
        room.must(&recuse(1, 2, Interest, false));
        room.must(&recuse(1, 3, Interest, true));
        room.must(&open_report(1));
        room.must(&voices(1, &[(4, NotTakingPart)]));
        room.must(&proclaim(1, NEVER));
        // 2 stays without a voice, 3 left with the power of 7, 6 is excused: 1, 4, 5 are heard.
        let tally = room.tally(1);
        assert_eq!((tally.voters, tally.cast, tally.not_taking_part), (if inside { 3 } else { 2 }, 2, 1));
    }
}

#[test]
fn a_unified_account_is_voted_as_the_accounts_are_l_1612_12() {
    let mut room = opened(of_kind(docket(7, 2), 1, ReportKind::UnifiedAccounts));
    room.must(&recuse(1, 1, Accounts, true));
    room.must(&preside(2, Some(1), true));
    room.must(&open_report(1));
    room.must(&voices(1, &[(3, Against), (4, Against), (5, Against)]));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.outcome(1), Outcome::AdoptedNoMajorityAgainst);
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
