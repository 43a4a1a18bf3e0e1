//! Who may ask for a secret ballot, which ballot prevails, what the asking voids.

use hemicycle::council::attendance::Presence::{Absent, Remote};
use hemicycle::council::ballot::Choice::{Abstain, Against, For};
use hemicycle::council::docket::{BodyKind, Docket};
use hemicycle::council::kind::ReportKind;
use hemicycle::council::proposal::ProposalId;
use hemicycle::council::recusal::Ground::Interest;
use hemicycle::council::way::{Stated, Way};

use crate::common::ask::*;
use crate::common::{Room, docket, report, with_away};

use super::reports::{DELIBERATION, NOTED, TOLD, appointment, of_kind, on_the_floor, opened};

/// A council of seven of that kind, its first report opened.
fn of_body(kind: BodyKind) -> Room {
    let mut council = docket(7, 2);
    council.body.kind = kind;
    let mut room = Room::of(council);
    // The quorum of a body of which no text is known is disputed.
    room.ask_because(&open(NEVER), "motif").expect("opened");
    room.ask_because(&open_report(1), "motif").expect("opened");
    room
}

fn fitted(mut council: Docket, kind: BodyKind) -> Docket {
    council.body.kind = kind;
    council
}

const LIKE_COMMUNES: [BodyKind; 6] = [
    BodyKind::Commune,
    BodyKind::Epci,
    BodyKind::Metropole,
    BodyKind::ConseilDeTerritoire,
    BodyKind::ConseilArrondissement,
    BodyKind::Syndicat,
];

#[test]
fn a_third_of_those_present_may_ask_powers_aside_w028_l_2121_21() {
    // Of eight members six are present, one is represented: a third of six.
    let council = || with_away(docket(8, 1), &[(8, Absent)], &[(7, 2)]);
    let mut room = opened(council());
    room.must(&open_report(1));
    assert_eq!(room.articles(&ask_secret(1, &[2])), [("W028".to_owned(), "art. L.2121-21 du CGCT")]);
    assert!(room.wrong(&ask_secret(1, &[2, 3])).is_empty());
    assert_eq!(room.wrong(&ask_secret(1, &[2, 7])), ["E009"], "who gave a power is not present");
    assert_eq!(room.wrong(&ask_secret(1, &[2, 2])), ["E010"]);
    assert_eq!(room.wrong(&ask_secret(1, &[2, 99])), ["E001"]);
    assert_eq!(room.wrong(&ask_secret(1, &[])), ["E014"], "somebody asks");
    room.irregular(&ask_secret(1, &[2]), "W028");
    assert!(room.vote(1).ballot.is_secret());
    assert_eq!(room.sitting().irregularities()[0].report, Some(report(1)), "the reason stands beside that vote");
}

#[test]
fn the_third_is_rounded_up_for_every_room_l_2121_21() {
    for present in 1..=30 {
        let needed = (1..=present).find(|askers| askers * 3 >= present).unwrap();
        let mut room = opened(docket(present, 1));
        room.must(&open_report(1));
        let askers: Vec<u32> = (1..=needed).collect();
        assert!(room.wrong(&ask_secret(1, &askers)).is_empty(), "{needed} of {present}");
        if needed > 1 {
            assert_eq!(room.wrong(&ask_secret(1, &askers[1..])), ["W028"], "{} of {present}", needed - 1);
        }
    }
}

#[test]
fn in_a_ccas_a_third_of_those_present_may_ask_too_r_123_18() {
    let room = of_body(BodyKind::Ccas);
    assert_eq!(room.articles(&ask_secret(1, &[2, 3])), [("W028".to_owned(), "art. R.123-18 du CASF")]);
    assert!(room.wrong(&ask_secret(1, &[2, 3, 4])).is_empty());
}

#[test]
fn a_departement_and_a_region_have_it_for_appointments_alone_w030() {
    for (kind, article) in [
        (BodyKind::Departement, "art. L.3121-15 du CGCT"),
        (BodyKind::Region, "art. L.4132-14 du CGCT"),
        (BodyKind::CommissionPermanente, "art. L.3121-15 et L.4132-14 du CGCT"),
    ] {
        let room = of_body(kind);
        assert_eq!(room.articles(&ask_secret(1, &[1, 2, 3, 4, 5, 6, 7])), [("W030".to_owned(), article)]);
        let mut room = opened(fitted(of_kind(docket(7, 1), 1, appointment(1, false)), kind));
        room.must(&open_report(1));
        assert!(room.wrong(&ask_secret(1, &[])).is_empty(), "an appointment is secret of right");
    }
}

#[test]
fn where_no_text_is_known_nothing_is_judged() {
    let room = of_body(BodyKind::Autre);
    assert!(room.wrong(&ask_secret(1, &[2])).is_empty());
}

#[test]
fn a_request_that_enough_made_is_refused_only_for_a_reason_and_stays_recorded_w029_l_2121_15() {
    let mut room = on_the_floor(DELIBERATION);
    assert_eq!(room.articles(&refuse_secret(1, &[2, 3, 4])), [("W029".to_owned(), "art. L.2121-21 du CGCT")]);
    assert!(room.wrong(&refuse_secret(1, &[2, 3])).is_empty(), "too few: it may be refused");
    assert_eq!(room.wrong(&refuse_secret(1, &[])), ["E014"]);
    room.must(&refuse_secret(1, &[2, 3]));
    assert!(!room.vote(1).ballot.is_secret());
    room.must(&ask_secret(1, &[2, 3, 4]));
    let requests: Vec<_> =
        room.sitting().handling(&report(1)).requests.iter().map(|it| (it.secret, it.granted, it.voided)).collect();
    assert_eq!(requests, [(true, false, false), (true, true, false)]);
    assert_eq!(room.wrong(&ask_secret(1, &[2, 3, 4])), ["E014"], "it is secret already");
    assert_eq!(room.wrong(&refuse_secret(1, &[2, 3, 4])), ["E014"]);
}

#[test]
fn an_appointment_needs_nobody_to_ask_and_refusing_it_asks_for_a_reason_l_2121_21() {
    let mut room = on_the_floor(appointment(2, false));
    assert_eq!(room.wrong(&refuse_secret(1, &[2, 3, 4])), ["W029"]);
    room.must(&ask_secret(1, &[]));
    assert!(room.vote(1).ballot.is_secret());
}

#[test]
fn what_is_only_told_is_not_put_to_a_secret_ballot_e045() {
    assert_eq!(on_the_floor(TOLD).wrong(&ask_secret(1, &[2, 3, 4])), ["E045"]);
    let mut room = on_the_floor(NOTED);
    room.must(&ask_secret(1, &[2, 3, 4]));
    assert_eq!(room.vote(1).way, Way::Secret);
}

#[test]
fn a_secret_ballot_is_asked_of_a_vote_that_is_open() {
    let mut room = opened(docket(7, 2));
    assert_eq!(room.wrong(&ask_secret(1, &[2, 3, 4])), ["E007"]);
    room.must(&open_report(1));
    room.must(&suspend(NEVER));
    assert_eq!(room.wrong(&ask_secret(1, &[2, 3, 4])), ["E020"]);
    room.must(&resume(NEVER));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.wrong(&ask_secret(1, &[2, 3, 4])), ["E008"]);
}

#[test]
fn who_must_take_no_part_does_not_ask_but_is_present_l_2131_11() {
    let mut room = opened(docket(7, 1));
    room.must(&recuse(1, 7, Interest, false));
    room.must(&open_report(1));
    assert_eq!(room.wrong(&ask_secret(1, &[2, 3, 7])), ["E009"]);
    assert_eq!(room.wrong(&ask_secret(1, &[2, 3])), ["W028"], "seven are present, one of them without a voice");
}

#[test]
fn both_asked_for_the_secret_one_prevails_in_a_commune_and_its_likes_e072_l_2121_21() {
    for kind in LIKE_COMMUNES {
        let mut room = of_body(kind);
        room.must(&ask_ballot(1, None, &[2, 3], false));
        room.must(&ask_secret(1, &[4, 5, 6]));
        assert!(room.vote(1).ballot.is_secret(), "{kind:?}");
        let of_the_law = [("E072".to_owned(), "art. L.2121-21 du CGCT")];
        assert_eq!(room.articles(&ask_ballot(1, None, &[2, 3], false)), of_the_law, "{kind:?}");
        room.irregular(&ask_ballot(1, None, &[2, 3], true), "W027");
        assert!(room.vote(1).ballot.is_secret(), "the request is recorded, and the ballot stays secret");
    }
}

#[test]
fn both_asked_for_the_public_one_prevails_in_a_departement_and_a_region_e071() {
    for (kind, article) in [
        (BodyKind::Departement, "art. L.3121-15 du CGCT"),
        (BodyKind::Region, "art. L.4132-14 du CGCT"),
        (BodyKind::CommissionPermanente, "art. L.3121-15 et L.4132-14 du CGCT"),
    ] {
        let mut room = of_body(kind);
        room.must(&ask_ballot(1, None, &[2, 3], false));
        assert_eq!(room.articles(&ask_secret(1, &[1, 2, 3, 4])), [("E071".to_owned(), article)]);
        // Asked the other way round, the urn is put away.
        let mut room = of_body(kind);
        room.irregular(&ask_secret(1, &[1, 2, 3, 4]), "W030");
        room.must(&ask_ballot(1, None, &[5, 6], false));
        assert!(room.vote(1).ballot.is_public() && room.vote(1).secret().is_none());
        assert_eq!(room.vote(1).saying(For).count(), 7, "everybody is presumed for, and nothing is left of the urn");
        assert!(room.sitting().handling(&report(1)).requests[1].voided);
        room.must(&voices(1, &[(2, Against)]));
    }
}

#[test]
fn an_urn_that_is_closed_is_not_put_away_for_a_public_ballot_e058() {
    let mut room = of_body(BodyKind::Departement);
    room.irregular(&ask_secret(1, &[1, 2, 3, 4]), "W030");
    room.must(&close_urn_but(1, &[]));
    assert_eq!(room.wrong(&ask_ballot(1, None, &[5, 6], false)), ["E058"]);
}

#[test]
fn in_a_ccas_whose_text_knows_no_public_ballot_the_secret_one_stays_e072_r_123_18() {
    let mut room = of_body(BodyKind::Ccas);
    room.must(&ask_secret(1, &[4, 5, 6]));
    let of_the_law = [("E072".to_owned(), "art. R.123-18 du CASF")];
    assert_eq!(room.articles(&ask_ballot(1, None, &[2, 3, 4, 5], false)), of_the_law);
}

#[test]
fn an_appointment_by_secret_ballot_names_no_voters_whatever_the_body_e073() {
    for kind in [BodyKind::Commune, BodyKind::Departement, BodyKind::Ccas] {
        let mut room = opened(fitted(of_kind(docket(7, 1), 1, appointment(1, false)), kind));
        room.must(&open_report(1));
        room.must(&ask_secret(1, &[]));
        assert_eq!(room.wrong(&ask_ballot(1, None, &[2, 3, 4], false)), ["E073"], "{kind:?}");
        assert_eq!(room.wrong(&choose_way(1, None, Way::ByException)), ["E073"], "{kind:?}");
    }
}

#[test]
fn case_65_a_vote_begun_in_public_is_void_and_nothing_of_it_is_left_in_the_sitting() {
    let begin: [&dyn Fn(&mut Room); 4] = [
        &|room| room.must(&voices(1, &[(2, Against), (3, Abstain)])),
        &|room| room.must(&figures(1, None, [3, 2, 1, 1], Some(Against))),
        &|room| room.must(&state(1, None, Stated::Rejected)),
        &|room| {
            room.must(&choose_way(1, None, Way::RollCall));
            room.must(&voices(1, &[(2, Against), (3, For)]));
        },
    ];
    for say in begin {
        let mut begun_aloud = on_the_floor(DELIBERATION);
        say(&mut begun_aloud);
        let before = begun_aloud.sitting().clone();
        begun_aloud.must(&ask_secret(1, &[2, 3, 4]));
        // The same evening in which nothing had been said.
        let mut untouched = on_the_floor(DELIBERATION);
        untouched.must(&ask_secret(1, &[2, 3, 4]));
        assert_eq!(begun_aloud.vote(1), untouched.vote(1));
        assert!(begun_aloud.sitting().handling(&report(1)).requests[0].voided, "and it is told that a vote was void");
        assert!(!untouched.sitting().handling(&report(1)).requests[0].voided);
        // Taken back, the vote is where it was.
        begun_aloud.undo();
        assert_eq!(*begun_aloud.sitting(), before);
        begun_aloud.redo();
        assert_eq!(begun_aloud.vote(1), untouched.vote(1));
    }
}

#[test]
fn nothing_is_said_aloud_in_a_secret_ballot_e072_e044() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&ask_secret(1, &[2, 3, 4]));
    assert_eq!(room.wrong(&voices(1, &[(2, Against)])), ["E044"]);
    assert_eq!(room.wrong(&voices(1, &[])), ["E014"]);
    for command in [
        figures(1, None, [7, 0, 0, 0], None),
        state(1, None, Stated::Adopted),
        choose_way(1, None, Way::ByException),
        choose_way(1, None, Way::RollCall),
    ] {
        assert_eq!(room.wrong(&command), ["E072"], "{command:?}");
    }
    let room = on_the_floor(DELIBERATION);
    assert_eq!(room.wrong(&choose_way(1, None, Way::Secret)), ["E052"], "it is asked for, and never chosen");
}

#[test]
fn a_secret_ballot_with_members_from_afar_is_told_at_the_asking_and_once_w033_l_5211_11_1() {
    for (kind, article) in [
        (BodyKind::Epci, "art. L.5211-11-1 du CGCT"),
        (BodyKind::Metropole, "art. L.5211-11-1 du CGCT"),
        (BodyKind::Syndicat, "art. L.5211-11-1 du CGCT"),
    ] {
        let mut room = opened(fitted(with_away(docket(7, 1), &[(5, Remote)], &[]), kind));
        room.must(&open_report(1));
        assert_eq!(room.articles(&ask_secret(1, &[2, 3, 5])), [("W033".to_owned(), article)], "he is present: he asks");
        room.irregular(&ask_secret(1, &[2, 3, 5]), "W033");
        assert!(room.wrong(&close_urn_but(1, &[5])).is_empty(), "said once");
    }
    // Who goes home in the middle of it is told at the closing.
    let mut room = opened(fitted(docket(7, 1), BodyKind::Epci));
    room.must(&open_report(1));
    room.must(&ask_secret(1, &[2, 3, 4]));
    room.must(&mark(5, Remote, NEVER));
    room.irregular(&close_urn_but(1, &[5]), "W033");
    let mut room = opened(docket(7, 1));
    room.must(&open_report(1));
    assert!(room.wrong(&ask_secret(1, &[2, 3, 4])).is_empty());
}

#[test]
fn reports_put_to_one_vote_are_not_voted_by_secret_ballot_e046() {
    // A paper says one thing of one text; who must take no part in one of them has a voice in the other.
    let mut room = opened(docket(7, 3));
    room.must(&open_together(1, &[2, 3]));
    assert_eq!(room.wrong(&ask_secret(2, &[2, 3, 4])), ["E046"]);
    room.irregular(&refuse_secret(2, &[2, 3, 4]), "W029");
    room.must(&leave_group(2));
    room.must(&proclaim(1, NEVER));
    room.must(&open_report(2));
    assert!(!room.vote(2).ballot.is_secret());
    room.must(&ask_secret(2, &[2, 3, 4]));
    assert_eq!(room.wrong(&open_together(2, &[3])), ["E006"], "nor are others put to one vote with it");
    assert_eq!(room.wrong(&leave_group(2)), ["E047"]);
}

#[test]
fn an_election_is_not_put_to_one_vote_with_anything_e046() {
    use hemicycle::council::election::Office;
    let election = ReportKind::Election { office: Office::Mayor, posts: None };
    let room = opened(of_kind(docket(7, 3), 1, election));
    assert_eq!(room.wrong(&open_together(1, &[2])), ["E046"]);
    let mut room = opened(of_kind(docket(7, 3), 1, election));
    room.must(&open_report(2));
    assert_eq!(room.wrong(&open_together(2, &[1])), ["E046"]);
}

#[test]
fn a_proposal_may_be_voted_by_secret_ballot_and_its_text_by_show_of_hands() {
    let mut room = on_the_floor(DELIBERATION);
    let id = amendment(1);
    room.must(&file_on(1, &id, true));
    room.must(&voices_on(1, &id, &[(2, Against)]));
    assert_eq!(room.wrong(&ask_secret(1, &[2, 3, 4])), ["E035"], "the text waits");
    room.must(&ask_secret_on(1, Some(&id), &[2, 3, 4], false));
    assert_eq!(room.sitting().handling(&report(1)).requests[0].on, Some(id.clone()));
    room.must(&close_urn_on(1, Some(&id), None, &[7]));
    room.must(&count_on(1, Some(&id), of_a_text([2, 3, 1, 0])));
    room.must(&proclaim_on(1, &id));
    let done = room.sitting().done_on(&report(1), Some(&id)).expect("voted");
    assert_eq!(done.tally.map(|it| (it.voters, it.blank_null, it.not_taking_part)), Some((6, 1, 1)));
    assert!(!done.outcome.is_adopted());
    assert!(!room.vote(1).ballot.is_secret());
    room.must(&proclaim(1, NEVER));
}

#[test]
fn a_postponement_is_voted_before_an_urn_is_closed_and_not_after_e058() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&ask_secret(1, &[2, 3, 4]));
    room.must(&file_on(1, &ProposalId::Postponement, true));
    assert_eq!(room.wrong(&close_urn_but(1, &[])), ["E035"], "the text waits for it");
    room.must(&voices_on(1, &ProposalId::Postponement, &[1, 2, 3, 4].map(|who| (who, Against))));
    room.must(&proclaim_on(1, &ProposalId::Postponement));
    assert!(room.vote(1).ballot.is_secret(), "the urn stands where it stood");
    room.must(&file_on(1, &amendment(1), false));
    room.must(&close_urn_but(1, &[]));
    assert_eq!(room.wrong(&put(1, &amendment(1))), ["E058"]);
    assert_eq!(room.wrong(&file_on(1, &ProposalId::PreviousQuestion, true)), ["E058"]);
    let mut room = on_the_floor(DELIBERATION);
    room.must(&ask_secret(1, &[2, 3, 4]));
    room.must(&file_on(1, &ProposalId::Postponement, true));
    room.must(&proclaim_on(1, &ProposalId::Postponement));
    room.must(&open_report(2));
}
