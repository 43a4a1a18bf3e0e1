//! What the course of an evening does to an election: it is withdrawn or put off, its lists change between rounds, nothing is cast for
//! one post of two, members come, go and are represented, the council is convened again.

use hemicycle::council::attendance::Presence::{self, Excused};
use hemicycle::council::command::Command;
use hemicycle::council::docket::BodyKind;
use hemicycle::council::election::{ElectedBy, Office, RoundResult};
use hemicycle::council::kind::ReportKind;
use hemicycle::council::law::Subject;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::proposal::ProposalId;
use hemicycle::council::quorum::Fraction;
use hemicycle::council::recusal::Ground;
use hemicycle::council::roster::Standing;
use jiff::civil::date;

use super::common::ask::{NEVER, adjourn, file_on, recuse, sit, withdraw};
use super::common::{Room, docket, member, report, with_away, with_person, with_report};
use super::election_hall::{
    born, candidates, close, commune, count, electing, for_list, list, lists, next_round, open_report, posts, proclaim,
    to, waive,
};

#[test]
fn an_election_is_not_withdrawn_or_put_off_once_a_post_is_filled_e076() {
    let mut room = Room::elects(commune(5, Office::Delegates, Some(2)));
    assert_eq!(room.wrong(&withdraw(1)), [""; 0], "before anybody is elected it may be");
    room.holds(&[(to(1), 2), (to(2), 2)], 1, 0);
    room.must(&next_round());
    assert_eq!(room.wrong(&withdraw(1)), [""; 0], "a round that elected nobody takes nothing from anybody");
    room.holds(&[(to(1), 5)], 0, 0);
    room.must(&next_round());
    for ends in [withdraw(1), file_on(1, &ProposalId::Postponement, true)] {
        assert_eq!(room.wrong(&ends), ["E076"], "{ends:?}");
    }
    // The council stops at one: the round that was opened is taken back, and one post is left.
    room.undo();
    room.must(&posts(1));
    room.must(&proclaim());
    assert_eq!((room.elected(), room.outcome(1)), (vec![1], Outcome::Elected));
}

#[test]
fn secrecy_is_not_waived_over_a_round_that_was_held_e058_l_2121_21() {
    let mut room = Room::elects(commune(5, Office::Delegates, Some(2)));
    assert_eq!(room.wrong(&waive()), [""; 0]);
    room.holds(&[(to(1), 5)], 0, 0);
    room.must(&next_round());
    assert_eq!(room.wrong(&waive()), ["E058"]);
    assert_eq!(room.elected(), [1]);
}

#[test]
fn each_round_keeps_the_lists_as_they_stood_though_the_next_ones_bear_the_same_names() {
    // M02 and M03 are old, M05 and M06 young.
    let docket = born(commune(7, Office::Deputies, Some(2)), &[(2, 1940), (3, 1941), (4, 1960), (5, 1990), (6, 1991)]);
    let mut room = Room::elects(docket);
    room.must(&lists(&[list("A", &[2, 3]), list("B", &[4])]));
    room.holds(&[(for_list("A"), 3), (for_list("B"), 3)], 1, 0);
    room.must(&next_round());
    room.must(&lists(&[list("A", &[5, 6]), list("B", &[4])]));
    room.holds(&[(for_list("A"), 3), (for_list("B"), 3)], 1, 0);
    room.must(&next_round());
    // B withdraws and comes back: the one of the third round counts.
    room.must(&lists(&[list("A", &[6, 5]), list("B", &[4, 3])]));
    let elected = RoundResult::Elected { ticket: for_list("B"), by: ElectedBy::Age };
    assert_eq!(room.holds(&[(for_list("A"), 3), (for_list("B"), 3)], 1, 0), Some(elected));
    room.must(&proclaim());
    assert_eq!(room.elected(), [4, 3]);
    let secret = room.sitting().secret_vote(&report(1), None).expect("an urn");
    let stood: Vec<_> =
        secret.rounds.iter().map(|round| round.urn.as_ref().expect("closed").on_the_list("A")).collect();
    assert_eq!(stood, [[member(2), member(3)], [member(5), member(6)], [member(6), member(5)]]);
    let ages: Vec<_> = secret.rounds.iter().map(|round| room.sitting().age_of(round, &for_list("A"))).collect();
    assert!(ages[0].unwrap().is_above(ages[1].unwrap()), "the ages are those of the round");
    assert_eq!(ages[1], ages[2]);
}

#[test]
fn a_post_for_which_nothing_is_cast_stays_vacant_and_takes_nothing_from_who_has_another() {
    let mut room = Room::elects(commune(5, Office::Delegates, Some(2)));
    room.holds(&[(to(1), 5)], 0, 0);
    for round in 1..=3 {
        room.must(&next_round());
        let gives = if round < 3 { RoundResult::Another } else { RoundResult::Nobody };
        assert_eq!(room.holds(&[], 5, 0), Some(gives), "round {round}, all blank");
    }
    assert_eq!(room.wrong(&next_round()), ["E064"]);
    room.must(&proclaim());
    assert_eq!((room.elected(), room.outcome(1)), (vec![1], Outcome::Elected));
    // Of one post nobody is.
    let mut room = Room::elects(commune(5, Office::Mayor, None));
    for round in 1..=3 {
        room.holds(&[], 4, 1);
        if round < 3 {
            room.must(&next_round());
        }
    }
    room.must(&proclaim());
    assert_eq!(room.outcome(1), Outcome::NobodyElected);
    assert_eq!(room.sitting().elected_head(), None);
}

#[test]
fn a_sitting_that_begins_with_the_election_is_adjourned_at_the_roll_call_for_want_of_two_thirds_l_3122_1_l_4133_1() {
    let away = |count: u32| -> Vec<(u32, Presence)> { (1..=count).map(|it| (10 - it, Excused)).collect() };
    for kind in [BodyKind::Departement, BodyKind::Region] {
        let of = |missing| Room::of(with_away(electing(kind, 9, Office::President, None), &away(missing), &[]));
        assert_eq!(of(3).wrong(&adjourn(NEVER)), ["E024"], "six of nine are two thirds");
        let mut room = of(4);
        let quorum = room.sitting().quorum_at_roll_call();
        assert_eq!((quorum.fraction, quorum.needed, quorum.counted), (Fraction::TwoThirds, Some(6), 5));
        room.must(&adjourn(NEVER));
        assert_eq!(of(5).sitting().quorum_at_roll_call().fraction, Fraction::MoreThanHalf, "the ordinary one first");
        // Of right three days later: none is needed.
        let mut second = with_away(electing(kind, 9, Office::President, None), &away(6), &[]);
        second.meeting.second_of = Some(date(2025, 2, 27));
        assert_eq!(Room::of(second).wrong(&adjourn(NEVER)), ["E024"]);
        // A sitting that begins with something else has the ordinary one.
        let of_two = ReportKind::Election { office: Office::President, posts: None };
        let mut later = with_away(docket(9, 2), &away(4), &[]);
        later.body.kind = kind;
        let later = with_report(later, 2, |report| report.kind = of_two);
        assert_eq!(Room::of(later).wrong(&adjourn(NEVER)), ["E024"]);
    }
    let room = Room::of(with_away(commune(9, Office::Mayor, None), &away(4), &[]));
    assert_eq!(room.wrong(&adjourn(NEVER)), ["E024"], "for a mayor the ordinary quorum is enough");
}

#[test]
fn a_power_is_valid_for_an_election_and_its_holder_signs_for_both_ce_11_june_1958() {
    let mut room = Room::elects(with_away(commune(5, Office::Mayor, None), &[], &[(5, 2)]));
    room.ask_because(&close(), "motif").expect("closed");
    let urn = room.sitting().secret_vote(&report(1), None).unwrap().urn().unwrap().clone();
    assert_eq!((urn.signed.len(), urn.carried.get(&member(5))), (5, Some(&member(2))));
    assert_eq!(room.wrong(&count(&[(to(5), 6)], 0, 0)), ["W031"]);
    room.must(&count(&[(to(5), 5)], 0, 0));
    room.must(&proclaim());
    assert_eq!(room.elected(), [5], "he is represented, and elected all the same");
    // Excused without a power, he has no ballot.
    let mut room = Room::elects(with_away(commune(5, Office::Mayor, None), &[(5, Excused)], &[]));
    room.ask_because(&close(), "motif").expect("closed");
    assert_eq!(room.wrong(&count(&[(to(5), 5)], 0, 0)), ["W031"]);
}

#[test]
fn who_holds_no_seat_any_more_between_two_rounds_stands_no_more_and_receives_no_ballot() {
    // M06 sits for M05, who arrives after the first round.
    let of_the_evening =
        |docket| with_away(with_person(docket, 6, Standing::SubstituteOf(member(5))), &[(5, Excused)], &[]);
    let seated = |office, posts| {
        let mut room = Room::of(of_the_evening(electing(BodyKind::Epci, 5, office, posts)));
        room.must(&Command::Open { at: None });
        room.must(&sit(6, NEVER));
        room.must(&open_report(1));
        room
    };
    let arrives = Command::SetPresence { member: member(5), presence: Presence::Present, at: None };
    let mut room = seated(Office::Delegates, Some(1));
    room.must(&candidates(&[4, 6]));
    room.holds(&[(to(4), 2), (to(6), 2)], 1, 0);
    room.must(&arrives);
    room.must(&next_round());
    room.must(&close());
    assert_eq!(room.wrong(&count(&[(to(6), 5)], 0, 0)), ["E062"]);
    room.must(&count(&[(to(4), 3)], 0, 2));
    room.must(&proclaim());
    assert_eq!(room.elected(), [4]);
    // A list on which one stands who holds no seat any more is filed anew.
    let mut room = seated(Office::TenderCommittee, Some(2));
    room.must(&lists(&[list("A", &[2, 6])]));
    assert_eq!(room.wrong(&close()), [""; 0]);
    room.must(&arrives);
    assert_eq!(room.wrong(&close()).len(), 1);
    room.must(&lists(&[list("A", &[2, 5])]));
    room.must(&close());
}

#[test]
fn an_elected_head_who_is_absent_leaves_the_chair_to_who_replaces_him_and_to_nobody_of_the_file_l_2122_10() {
    let mut docket = docket(7, 3);
    docket = with_report(docket, 1, |report| report.kind = ReportKind::Election { office: Office::Mayor, posts: None });
    docket = super::common::with_role(docket, 2, "1er adjoint");
    docket = with_away(docket, &[(5, Excused)], &[]);
    let mut room = Room::elects(docket);
    room.holds(&[(to(5), 6)], 0, 0);
    room.must(&proclaim());
    assert_eq!(room.sitting().first_to_replace(None), None, "the roles of the file are over: the council names one");
    // Whoever had the sitting opened goes on, and it is said of nobody that he comes before.
    assert_eq!(room.wrong(&open_report(2)), [""; 0]);
    room.must(&Command::SetPresence { member: member(5), presence: Presence::Present, at: None });
    assert_eq!(room.sitting().first_to_replace(None), Some(&member(5)));
}

#[test]
fn who_stands_for_election_is_not_interested_in_it_and_nobody_is_out_unless_it_is_said_l_1111_6() {
    let mut room = Room::elects(commune(5, Office::Delegates, Some(1)));
    room.must(&candidates(&[2, 3]));
    room.must(&close());
    let urn = room.sitting().secret_vote(&report(1), None).unwrap().urn().unwrap();
    assert_eq!((urn.signed.len(), urn.in_office), (5, 5), "candidates vote");
    // One who is said to be has no ballot, and may receive some.
    let mut room = Room::elects(commune(5, Office::Delegates, Some(1)));
    room.must(&recuse(1, 2, Ground::Representative, true));
    room.must(&close());
    let urn = room.sitting().secret_vote(&report(1), None).unwrap().urn().unwrap();
    assert!(!urn.signed.contains(&member(2)) && !urn.unsigned.contains(&member(2)));
    room.must(&count(&[(to(2), 4)], 0, 0));
}

#[test]
fn the_president_and_the_vice_presidents_of_a_grouping_are_elected_as_a_mayor_one_by_one_l_5211_2() {
    let mut room = Room::elects(electing(BodyKind::Epci, 5, Office::President, None));
    let terms = room.sitting().contest(&report(1)).unwrap();
    assert_eq!(terms.article.map(|it| it.0), Some("art. L.5211-2 et L.2122-7 du CGCT"));
    // Three of four votes cast, not of five members.
    let elected = RoundResult::Elected { ticket: to(4), by: ElectedBy::AbsoluteMajority };
    assert_eq!(room.holds(&[(to(4), 2), (to(2), 1)], 2, 0), Some(elected));
    room.must(&proclaim());
    assert_eq!(room.sitting().chair(), Some(&member(4)), "installed");
    let mut room = Room::elects(electing(BodyKind::Epci, 5, Office::VicePresidents, Some(2)));
    room.holds(&[(to(2), 3), (to(3), 2)], 0, 0);
    room.must(&next_round());
    assert_eq!(room.round(), (2, 1), "each post has its three rounds");
    room.holds(&[(to(3), 5)], 0, 0);
    room.must(&proclaim());
    let deputies: Vec<_> = room.sitting().elected_deputies().into_iter().cloned().collect();
    assert_eq!(deputies, [member(2), member(3)]);
    assert!(room.sitting().rules().row(Subject::HeadQuorum).is_none());
}
