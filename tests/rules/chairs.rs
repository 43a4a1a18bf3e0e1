//! Who presides, who writes, who presents; the casting vote, and the accounts.

use hemicycle::council::attendance::Presence::{Absent, Remote};
use hemicycle::council::ballot::Choice::{self, Abstain, Against};
use hemicycle::council::docket::{BodyKind, Docket};
use hemicycle::council::kind::ReportKind;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::recusal::Ground::{Accounts, Interest};
use hemicycle::council::settings::Setting;
use hemicycle::french;

use crate::common::ask::*;
use crate::common::{Room, docket, member, report, with_away, with_report, with_role};

fn opened(docket: Docket) -> Room {
    let mut room = Room::of(docket);
    room.must(&open(NEVER));
    room
}

/// Eight members: 1 is mayor, 4 the first deputy, 3 the second, in another order than the table's.
fn with_deputies() -> Docket {
    with_role(with_role(with_role(docket(8, 3), 1, "Maire"), 4, "1er adjoint"), 3, "2e adjointe")
}

#[test]
fn a_president_who_is_away_is_replaced_before_the_sitting_goes_on_l_2122_17() {
    let mut room = Room::of(with_away(with_deputies(), &[(1, Absent)], &[]));
    assert_eq!(room.articles(&open(NEVER)), [("W004".to_owned(), "art. L.2122-17 du CGCT")]);
    room.must(&preside(4, None, false));
    room.must(&open(NEVER));
    room.must(&open_report(1));
    assert_eq!(room.vote(1).chair, Some(member(4)));
    assert_eq!(room.sitting().opening().expect("opened").chair, Some(member(4)));
}

#[test]
fn the_first_deputy_comes_before_the_second_and_a_councillor_after_both_l_2122_17() {
    let mut room = Room::of(with_away(with_deputies(), &[(1, Absent)], &[]));
    assert_eq!(room.articles(&preside(3, None, false)), [("W012".to_owned(), "art. L.2122-17 du CGCT")]);
    assert_eq!(room.wrong(&preside(5, None, false)), ["W012"]);
    assert!(room.wrong(&preside(4, None, false)).is_empty());
    room.must(&mark(4, Absent, NEVER));
    assert!(room.wrong(&preside(3, None, false)).is_empty(), "the first is away");
    room.must(&mark(3, Absent, NEVER));
    assert!(room.wrong(&preside(7, None, false)).is_empty(), "the council names one");
}

#[test]
fn nobody_takes_the_chair_from_a_president_who_is_there_without_a_reason_l_2122_17() {
    assert_eq!(opened(with_deputies()).wrong(&preside(4, None, false)), ["W012"]);
}

#[test]
fn whoever_presides_is_in_the_room_and_takes_part_in_the_report_l_2122_17() {
    let mut room = opened(with_away(with_deputies(), &[(3, Absent)], &[]));
    assert_eq!(room.wrong(&preside(3, None, false)), ["E016"]);
    room.must(&recuse(1, 4, Interest, false));
    assert_eq!(room.wrong(&preside(4, Some(1), false)), ["E016"]);
    assert_eq!(room.wrong(&preside(77, None, false)), ["E001"]);
    assert_eq!(room.wrong(&preside(1, None, false)), ["E014"]);
}

#[test]
fn a_recused_president_is_replaced_for_that_report_alone_l_2122_17() {
    let mut room = opened(with_deputies());
    room.must(&recuse(1, 1, Interest, true));
    assert_eq!(room.wrong(&open_report(1)), ["W004"]);
    room.must(&preside(4, Some(1), false));
    room.must(&open_report(1));
    assert_eq!(room.vote(1).chair, Some(member(4)));
    room.must(&proclaim_then(1, 2));
    assert_eq!(room.vote(2).chair, Some(member(1)));
    assert_eq!(room.wrong(&preside(4, Some(1), false)), ["E008"]);
}

#[test]
fn a_president_who_comes_back_takes_the_chair_again_l_2122_17() {
    use hemicycle::council::chair::ChairTitle;
    use hemicycle::council::event::Event;
    let mut room = opened(with_deputies());
    room.must(&leave(1, NEVER));
    let taken = room.ask(&preside(4, None, false)).expect("taken");
    assert!(matches!(&taken[0], Event::ChairTaken { title: ChairTitle::Replacing, .. }));
    room.must(&arrive(1, NEVER));
    assert_eq!(room.sitting().chair(), Some(&member(4)), "not by himself");
    let taken = room.ask(&preside(1, None, false)).expect("taken");
    assert!(matches!(&taken[0], Event::ChairTaken { title: ChairTitle::Returning, .. }));
}

#[test]
fn a_president_who_goes_in_the_middle_of_a_report_is_replaced_before_its_result_is_proclaimed_l_2122_17() {
    let mut room = opened(with_deputies());
    room.must(&open_report(1));
    room.must(&leave(1, NEVER));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["W004"]);
    room.must(&preside(4, None, false));
    assert_eq!(room.vote(1).chair, Some(member(4)), "the vote that is open follows");
    room.must(&proclaim(1, NEVER));
    // Not said again where the report was opened so.
    room.must(&leave(4, NEVER));
    room.irregular(&open_report(2), "W004");
    room.must(&proclaim(2, NEVER));
}

#[test]
fn a_chair_missing_for_two_reports_is_recorded_for_the_one_that_is_proclaimed() {
    let mut room = opened(with_deputies());
    room.must(&open_report(1));
    room.must(&leave(1, NEVER));
    room.ask_because(&proclaim_then(1, 2), "motif").expect("a reason is all that is missing");
    assert_eq!(room.sitting().irregularities()[0].report, Some(report(1)));
}

/// Two for and two against, of four, under that chair; `voices` against.
fn tied(mut docket: Docket, against: &[u32], abstaining: &[u32]) -> Room {
    docket.meeting.secretaries.clear();
    let mut room = opened(docket);
    room.must(&open_report(1));
    let against = against.iter().map(|who| (*who, Against));
    let said: Vec<(u32, Choice)> = against.chain(abstaining.iter().map(|who| (*who, Abstain))).collect();
    room.must(&voices(1, &said));
    room
}

#[test]
fn the_casting_vote_is_that_of_who_presides_over_that_report_and_not_the_mayors_l_2121_20() {
    // 4 presides and is for; the mayor is against.
    let mut room = tied(with_deputies(), &[1, 2, 3, 5], &[]);
    room.irregular(&preside(4, Some(1), false), "W012");
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.outcome(1), Outcome::AdoptedByCastingVote);
    let mut room = tied(with_deputies(), &[1, 2, 3, 5], &[]);
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.outcome(1), Outcome::RejectedByCastingVote);
}

#[test]
fn a_chair_from_afar_has_the_casting_vote_and_one_who_left_has_not_l_2121_20() {
    let mut council = with_away(docket(4, 1), &[(1, Remote)], &[]);
    council.body.kind = hemicycle::council::docket::BodyKind::Epci;
    let mut room = opened(council);
    room.must(&open_report(1));
    room.must(&voices(1, &[(3, Against), (4, Against)]));
    // With members from afar the ballot is public; its reason aside, nothing changes.
    room.irregular(&proclaim(1, NEVER), "W025");
    assert_eq!(room.outcome(1), Outcome::AdoptedByCastingVote);
    let mut room = opened(docket(5, 1));
    room.must(&open_report(1));
    room.must(&voices(1, &[(3, Against), (4, Against)]));
    // The power that he leaves carries his voice, not his casting vote.
    room.must(&power(1, 2, NEVER));
    room.must(&voices(1, &[(5, Abstain)]));
    assert_eq!(room.vote(1).choice(&member(1)), Some(Choice::For));
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["W007", "W004"]);
}

#[test]
fn a_body_may_have_no_casting_vote_and_a_tie_is_then_rejected_without_a_warning() {
    let mut council = docket(4, 1);
    council.body.settings.casting_vote = Some(Setting { value: false, reason: "art. 11 des statuts".into() });
    let mut room = tied(council, &[3, 4], &[]);
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.outcome(1), Outcome::RejectedByTie);
    let mut other = docket(4, 1);
    other.body.kind = BodyKind::Autre;
    other.body.settings.casting_vote = Some(Setting { value: true, reason: "art. 11 des statuts".into() });
    let mut room = Room::of(other);
    room.irregular(&open(NEVER), "W003");
    room.must(&open_report(1));
    room.must(&voices(1, &[(3, Against), (4, Against)]));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.outcome(1), Outcome::AdoptedByCastingVote);
}

/// Report 1 is the accounts; the mayor has left, 2 was elected to preside.
fn accounts() -> Room {
    let mut room = opened(with_report(docket(7, 2), 1, |report| report.kind = ReportKind::AdministrativeAccounts));
    room.must(&recuse(1, 1, Accounts, true));
    room.must(&preside(2, Some(1), true));
    room.must(&open_report(1));
    room
}

#[test]
fn the_accounts_are_adopted_unless_a_majority_is_against_l_1612_12() {
    for (against, outcome) in [
        (2, Outcome::Adopted),
        (3, Outcome::AdoptedNoMajorityAgainst),
        (4, Outcome::Rejected),
        (0, Outcome::AdoptedUnanimously),
    ] {
        let mut room = accounts();
        let said: Vec<_> = (2..2 + against).map(|who| (who, Against)).collect();
        if !said.is_empty() {
            room.must(&voices(1, &said));
        }
        room.must(&proclaim(1, NEVER));
        assert_eq!(room.outcome(1), outcome, "{against} of 6 against, who presides among them");
    }
}

#[test]
fn the_accounts_on_which_all_abstain_are_adopted_and_that_is_said_l_1612_12() {
    let mut room = accounts();
    room.must(&voices(1, &[2, 3, 4, 5, 6, 7].map(|who| (who, Abstain))));
    assert_eq!(room.articles(&proclaim(1, NEVER)), [("W006".to_owned(), "art. L.2121-14 du CGCT")]);
    room.irregular(&proclaim(1, NEVER), "W006");
    assert_eq!(room.outcome(1), Outcome::AdoptedNoMajorityAgainst);
}

#[test]
fn the_mayor_neither_votes_nor_presides_nor_is_represented_at_the_accounts_l_2121_14() {
    let accounts = || with_report(docket(7, 2), 1, |report| report.kind = ReportKind::AdministrativeAccounts);
    let irregular = [("W014".to_owned(), "art. L.2121-14 du CGCT")];
    let mut room = opened(accounts());
    room.must(&open_report(1));
    assert_eq!(room.articles(&proclaim(1, NEVER)), irregular);
    // Another is elected to preside, the mayor votes.
    room.must(&preside(2, Some(1), true));
    assert_eq!(room.articles(&proclaim(1, NEVER)), irregular);
    // The mayor is out, and left a power.
    room.must(&power(1, 3, NEVER));
    assert_eq!(room.articles(&proclaim(1, NEVER)), irregular);
    room.must(&end_power(1));
    // He is gone, and represented by nobody: the one who presides is there.
    room.must(&proclaim(1, NEVER));
}

#[test]
fn the_council_elects_who_presides_over_the_accounts_in_any_order_l_2121_14() {
    let mut room = opened(with_report(with_deputies(), 1, |report| report.kind = ReportKind::AdministrativeAccounts));
    room.must(&recuse(1, 1, Accounts, true));
    assert_eq!(room.wrong(&preside(7, Some(1), false)), ["W012"]);
    room.must(&preside(7, Some(1), true));
}

#[test]
fn a_secretary_is_a_member_in_the_room_named_in_each_sitting_l_2121_15() {
    let mut council = docket(5, 1);
    council.meeting.secretaries = vec![member(5)];
    let mut room = Room::of(with_away(council, &[(5, Absent)], &[]));
    assert_eq!(room.articles(&open(NEVER)), [("W005".to_owned(), "art. L.2121-15 du CGCT")]);
    assert_eq!(room.wrong(&secretaries(&[])), ["E014"]);
    assert_eq!(room.wrong(&secretaries(&[77])), ["E001"]);
    room.must(&secretaries(&[3, 4]));
    room.must(&open(NEVER));
    assert_eq!(room.sitting().opening().expect("opened").secretaries, [3, 4].map(member));
    assert_eq!(room.wrong(&secretaries(&[3, 4])), ["E014"]);
    assert_eq!(room.wrong(&secretaries(&[5])), ["W005"]);
}

#[test]
fn a_rapporteur_is_replaced_by_one_who_holds_a_seat_before_the_result() {
    let mut room = opened(with_report(docket(5, 1), 1, |report| report.rapporteur = Some(member(3))));
    assert_eq!(room.wrong(&rapporteur(1, Some(3))), ["E014"]);
    assert_eq!(room.wrong(&rapporteur(9, Some(3))), ["E002"]);
    assert_eq!(room.wrong(&rapporteur(1, Some(77))), ["E001"]);
    room.must(&rapporteur(1, Some(4)));
    let of =
        |room: &Room| room.sitting().rapporteur(room.sitting().docket().agenda.report(&report(1)).unwrap()).cloned();
    assert_eq!(of(&room), Some(member(4)));
    room.must(&rapporteur(1, None));
    assert_eq!(of(&room), None);
    room.must(&open_report(1));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.wrong(&rapporteur(1, Some(3))), ["E008"]);
}

#[test]
fn a_president_who_stays_in_the_room_and_takes_no_part_is_not_said_to_be_out_of_it() {
    for stays in [true, false] {
        let mut room = opened(docket(8, 3));
        room.must(&recuse(1, 1, Interest, !stays));
        let refused = room.ask(&open_report(1)).expect_err("nobody presides");
        let [finding] = refused.findings.as_slice() else { panic!("{:?}", refused.findings) };
        let said = french::findings::sentence(finding, &room.sitting().docket().roster);
        assert_eq!(said.contains("n’est pas dans la salle"), !stays, "{said}");
        assert_eq!(said.contains("ne prend pas part au rapport"), stays, "{said}");
    }
}

#[test]
fn whoever_presides_over_the_accounts_without_being_elected_is_said_where_the_text_asks_for_it_l_2121_14() {
    let at_the_vote = |kind: BodyKind, elected: bool| {
        let mut council = with_away(
            with_report(with_deputies(), 1, |report| report.kind = ReportKind::AdministrativeAccounts),
            &[(1, Absent)],
            &[],
        );
        council.body.kind = kind;
        let mut room = Room::of(council);
        room.must(&preside(4, None, elected));
        room.must(&open(NEVER));
        room.must(&open_report(1));
        room.articles(&proclaim(1, NEVER))
    };
    assert_eq!(at_the_vote(BodyKind::Commune, false), [("W018".to_owned(), "art. L.2121-14 du CGCT")]);
    assert_eq!(at_the_vote(BodyKind::Departement, false), [("W018".to_owned(), "art. L.3312-5 du CGCT")]);
    for (kind, elected) in [(BodyKind::Commune, true), (BodyKind::Ccas, false)] {
        assert_eq!(at_the_vote(kind, elected), [], "{kind:?}");
    }
}
