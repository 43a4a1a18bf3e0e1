//! How a vote is recorded, and which majority it takes: each refusal and each warning by its code.

use hemicycle::council::attendance::Presence::{Absent, Excused};
use hemicycle::council::ballot::Choice::{Abstain, Against, For, NotTakingPart};
use hemicycle::council::kind::ReportKind;
use hemicycle::council::majority::Majority;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::proposal::ProposalId;
use hemicycle::council::recusal::Ground::{Accounts, Interest};
use hemicycle::council::settings::Setting;
use hemicycle::council::way::{Stated, Way};

use crate::common::ask::*;
use crate::common::{Room, docket, report, with_away, with_report};

use super::reports::{DELIBERATION, of_kind, on_the_floor, opened};

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
fn no_name_is_noted_where_names_are_not_recorded_e044() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&figures(1, None, [7, 0, 0, 0], None));
    assert_eq!(room.wrong(&voices(1, &[(3, Against)])), ["E044"]);
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
fn a_result_that_the_room_cannot_give_is_not_stated_e054() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&choose_majority(1, Majority::OfMembers));
    // Four of seven are just enough.
    for who in 5..=7 {
        room.must(&leave(who, NEVER));
    }
    room.must(&state(1, None, Stated::Adopted));
    // One less: what was stated is not proclaimed any more, nor stated again; a rejection is.
    room.must(&leave(4, NEVER));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E054"]);
    assert_eq!(room.wrong(&state(1, None, Stated::Unanimously)), ["E054"]);
    room.must(&state(1, None, Stated::Rejected));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["W021"]);
}

#[test]
fn words_that_are_missing_are_asked_for_e055() {
    let room = on_the_floor(DELIBERATION);
    for id in [ProposalId::Amendment(" ".to_owned()), ProposalId::Part(String::new())] {
        assert_eq!(room.wrong(&file_on(1, &id, false)), ["E055"]);
    }
}
