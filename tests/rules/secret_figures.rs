//! What a secret ballot gives: its figures, its ties, its majorities.

use hemicycle::council::docket::BodyKind;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::majority::Majority;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::recusal::Ground::Accounts;
use hemicycle::council::settings::Setting;
use hemicycle::council::tally::{Figure, Tally, Why};
use hemicycle::french::figures::why;

use crate::common::ask::*;
use crate::common::{Room, docket};

use super::reports::{appointment, of_kind, opened};
use super::secret_urn::curtain;

/// A council of seven of that kind; its first report by secret ballot, counted so.
fn counted(kind: BodyKind, figures: [u32; 4]) -> Room {
    let mut council = docket(7, 2);
    council.body.kind = kind;
    let mut room = Room::of(council);
    // The quorum of a body of which no text is known is disputed.
    room.ask_because(&open(NEVER), "motif").expect("opened");
    room.ask_because(&open_report(1), "motif").expect("opened");
    room.ask_because(&ask_secret(1, &[1, 2, 3, 4, 5, 6, 7]), "motif").expect("secret");
    let signed: Vec<u32> = (1..=figures.iter().sum()).collect();
    room.must(&close_urn(1, &signed));
    room.must(&count(1, figures));
    room
}

#[test]
fn voters_are_the_ballots_in_the_urn_and_blank_and_null_ones_are_not_cast_l_2121_20() {
    for for_ in 0..=7_u32 {
        for against in 0..=7 - for_ {
            for blank in 0..=7 - for_ - against {
                for null in 0..=7 - for_ - against - blank {
                    let mut room = counted(BodyKind::Commune, [for_, against, blank, null]);
                    let voters = for_ + against + blank + null;
                    let cast = for_ + against;
                    let tally = room.tally(1);
                    let wanted = Tally {
                        in_office: 7,
                        voters,
                        abstentions: 0,
                        blank_null: blank + null,
                        cast,
                        absolute_majority: (1..=cast).find(|votes| votes * 2 > cast),
                        for_,
                        against,
                        not_taking_part: 7 - voters,
                    };
                    assert_eq!(tally, wanted);
                    room.ask_because(&proclaim(1, NEVER), "motif").expect("proclaimed");
                    assert_eq!(room.outcome(1).is_adopted(), for_ > against, "{tally:?}");
                    let count = room.vote(1).secret().and_then(|it| it.count()).expect("counted");
                    assert_eq!((count.blank, count.null), (blank, null), "apart");
                }
            }
        }
    }
}

#[test]
fn a_tie_by_secret_ballot_is_rejected_in_a_commune_and_its_likes_l_2121_20() {
    for kind in [
        BodyKind::Commune,
        BodyKind::Epci,
        BodyKind::Metropole,
        BodyKind::Syndicat,
        BodyKind::ConseilArrondissement,
        BodyKind::ConseilDeTerritoire,
    ] {
        let mut room = counted(kind, [3, 3, 1, 0]);
        room.must(&proclaim(1, NEVER));
        assert_eq!(room.outcome(1), Outcome::RejectedByTie, "{kind:?}: the law settles it, nobody is asked why");
    }
}

#[test]
fn where_the_text_does_not_except_secret_ballots_a_tie_is_told_and_never_decided_by_itself_w034() {
    for (kind, article) in [
        (BodyKind::Ccas, "art. R.123-18 du CASF"),
        (BodyKind::Departement, "art. L.3121-15 du CGCT"),
        (BodyKind::Region, "art. L.4132-14 du CGCT"),
        (BodyKind::CommissionPermanente, "art. L.3121-15 et L.4132-14 du CGCT"),
    ] {
        let mut room = counted(kind, [3, 3, 1, 0]);
        assert_eq!(room.articles(&proclaim(1, NEVER)), [("W034".to_owned(), article)], "{kind:?}");
        room.irregular(&proclaim(1, NEVER), "W034");
        assert_eq!(room.outcome(1), Outcome::RejectedByTie);
        let room = counted(kind, [4, 3, 0, 0]);
        assert!(room.wrong(&proclaim(1, NEVER)).is_empty());
    }
    let room = counted(BodyKind::Autre, [3, 3, 0, 0]);
    assert!(room.wrong(&proclaim(1, NEVER)).is_empty(), "a body that has no casting vote at all");
}

#[test]
fn a_body_that_settled_that_nobody_has_a_casting_vote_is_not_warned() {
    let mut council = docket(7, 1);
    council.body.kind = BodyKind::Ccas;
    council.body.settings.casting_vote = Some(Setting { value: false, reason: "art. 12".to_owned() });
    let mut room = curtain(council);
    room.must(&close_urn_but(1, &[7]));
    room.must(&count(1, [3, 3, 0, 0]));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.outcome(1), Outcome::RejectedByTie);
}

#[test]
fn a_tie_on_the_accounts_adopts_by_secret_ballot_too_l_1612_12() {
    for (figures, outcome) in [
        ([3, 3, 0, 0], Outcome::AdoptedNoMajorityAgainst),
        ([2, 3, 1, 0], Outcome::Rejected),
        ([4, 2, 0, 0], Outcome::Adopted),
        ([6, 0, 0, 0], Outcome::AdoptedUnanimously),
    ] {
        let mut room = accounts(figures);
        room.must(&proclaim(1, NEVER));
        assert_eq!(room.outcome(1), outcome, "{figures:?}");
    }
    let mut room = accounts([0, 0, 4, 2]);
    room.irregular(&proclaim(1, NEVER), "W006");
    assert_eq!(room.outcome(1), Outcome::AdoptedNoMajorityAgainst);
}

fn accounts(figures: [u32; 4]) -> Room {
    let mut room = opened(of_kind(docket(7, 2), 1, ReportKind::UnifiedAccounts));
    room.must(&preside(2, Some(1), true));
    room.must(&recuse(1, 1, Accounts, true));
    room.must(&open_report(1));
    room.must(&ask_secret(1, &[2, 3, 4]));
    room.must(&close_urn_but(1, &[]));
    room.must(&count(1, figures));
    room
}

#[test]
fn nothing_cast_adopts_nothing_and_asks_for_a_reason_w006() {
    let mut room = counted(BodyKind::Commune, [0, 0, 4, 3]);
    room.irregular(&proclaim(1, NEVER), "W006");
    assert_eq!(room.outcome(1), Outcome::RejectedNothingCast);
    assert_eq!(room.tally(1).absolute_majority, None);
    let mut room = counted(BodyKind::Commune, [0, 0, 0, 0]);
    room.irregular(&proclaim(1, NEVER), "W006");
    assert_eq!((room.tally(1).voters, room.tally(1).not_taking_part), (0, 7));
}

#[test]
fn a_majority_of_the_members_or_a_larger_share_is_taken_of_what_the_urn_says() {
    for (majority, for_, against, blank, outcome) in [
        (Majority::OfMembers, 3, 0, 4, Outcome::RejectedShortOfMajority),
        (Majority::OfMembers, 4, 3, 0, Outcome::Adopted),
        (Majority::TwoThirdsOfMembers, 4, 0, 3, Outcome::RejectedShortOfMajority),
        (Majority::TwoThirdsOfMembers, 5, 2, 0, Outcome::Adopted),
        (Majority::TwoThirdsOfCast, 4, 2, 1, Outcome::Adopted),
        (Majority::TwoThirdsOfCast, 4, 3, 0, Outcome::RejectedShortOfMajority),
        (Majority::ThreeFifthsOfCast, 3, 2, 2, Outcome::Adopted),
        (Majority::Relative, 1, 0, 6, Outcome::AdoptedUnanimously),
        (Majority::Relative, 3, 3, 1, Outcome::RejectedByTie),
    ] {
        let mut room = opened(docket(7, 1));
        room.must(&choose_majority(1, majority));
        room.must(&open_report(1));
        room.must(&ask_secret(1, &[2, 3, 4]));
        room.must(&close_urn_but(1, &[]));
        room.must(&count(1, [for_, against, blank, 0]));
        room.must(&proclaim(1, NEVER));
        assert_eq!(room.outcome(1), outcome, "{majority:?} {for_} {against}");
    }
}

#[test]
fn who_takes_no_part_is_no_voter_in_a_secret_ballot_whatever_the_convention() {
    let mut council = docket(7, 1);
    council.body.settings.nppv_in_voters = true;
    let mut room = curtain(council);
    room.must(&close_urn_but(1, &[6, 7]));
    room.must(&count(1, [3, 2, 0, 0]));
    assert_eq!((room.tally(1).voters, room.tally(1).not_taking_part), (5, 2), "a voter put a ballot into the urn");
}

#[test]
fn every_figure_of_an_urn_says_why_and_its_numbers_give_its_value() {
    let room = counted(BodyKind::Commune, [3, 1, 1, 1]);
    let rules = room.sitting().rules();
    let said = |figure| why(&Why::of(figure, room.vote(1), &rules).expect("figures"));
    for figure in Figure::ALL {
        assert_eq!(Why::of(figure, room.vote(1), &rules).unwrap().value, room.tally(1).value(figure));
        assert!(!said(figure).contains("main levée") && !said(figure).contains("voix notées"), "{}", said(figure));
    }
    assert!(said(Figure::BlankNull).contains("1 + 1 = 2"), "{}", said(Figure::BlankNull));
    assert!(said(Figure::NotTakingPart).contains("7 − 6 = 1"), "{}", said(Figure::NotTakingPart));
    assert!(said(Figure::AbsoluteMajority).contains("4 ÷ 2 + 1 = 3"), "{}", said(Figure::AbsoluteMajority));
}

#[test]
fn an_election_in_which_nothing_is_cast_has_no_figures_of_a_text() {
    let mut room = opened(of_kind(docket(7, 1), 1, appointment(1, true)));
    room.must(&open_report(1));
    room.must(&ask_secret(1, &[]));
    room.must(&close_urn_but(1, &[]));
    room.must(&count_on(1, None, totals(7, 0, &[])));
    assert_eq!(Tally::of(room.vote(1)), None);
}

#[test]
fn an_appointment_by_secret_ballot_is_regular_and_by_show_of_hands_is_not_unless_secrecy_is_waived_l_2121_21() {
    let mut room = opened(of_kind(docket(7, 1), 1, appointment(1, false)));
    room.must(&open_report(1));
    room.must(&waive_secrecy(1));
    assert_eq!(room.wrong(&waive_secrecy(1)), ["E014"]);
    room.must(&voices(1, &[(2, hemicycle::council::ballot::Choice::Against)]));
    assert!(room.wrong(&proclaim(1, NEVER)).is_empty());
    let mut room = opened(of_kind(docket(7, 1), 1, appointment(1, true)));
    room.must(&open_report(1));
    assert_eq!(room.wrong(&waive_secrecy(1)), ["E067"], "a text wants it secret");
    assert_eq!(counted(BodyKind::Commune, [7, 0, 0, 0]).wrong(&waive_secrecy(1)), ["E051"]);
}

#[test]
fn secrecy_is_not_waived_once_the_urn_is_closed_and_what_was_said_aloud_stays_said() {
    let mut room = opened(of_kind(docket(7, 1), 1, appointment(1, false)));
    room.must(&open_report(1));
    room.must(&ask_secret(1, &[]));
    room.must(&close_urn_but(1, &[]));
    assert_eq!(room.wrong(&waive_secrecy(1)), ["E058"]);
    room.undo();
    room.undo();
    room.must(&choose_way(1, None, hemicycle::council::way::Way::ByException));
    room.must(&voices(1, &[(2, hemicycle::council::ballot::Choice::Against)]));
    room.must(&waive_secrecy(1));
    assert_eq!(room.tally(1).against, 1);
}
