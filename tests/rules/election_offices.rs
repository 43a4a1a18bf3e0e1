//! Each office as its text has it: by name or by list, how many posts, who may stand, what may be done without a ballot.

use hemicycle::council::command::Command;
use hemicycle::council::docket::BodyKind;
use hemicycle::council::election::{ElectedBy, Form, Office, RoundResult};
use hemicycle::council::kind::ReportKind;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::roster::Standing;
use hemicycle::council::step::{ChosenForm, FixedPosts};

use super::common::{Room, docket, report, with_person, with_report, with_role};
use super::election_hall::{
    born, candidates, close, commune, count, eldest_is, electing, for_list, form, list, lists, next_round, posts,
    proclaim, to, waive,
};

#[test]
fn posts_are_filled_by_name_one_after_the_other_and_each_begins_at_a_first_round_l_2121_21() {
    let mut room = Room::elects(commune(5, Office::Delegates, Some(2)));
    room.must(&candidates(&[1, 2]));
    assert_eq!(room.holds(&[(to(1), 2), (to(2), 2)], 1, 0), Some(RoundResult::Another), "a tie leads on");
    room.must(&next_round());
    room.holds(&[(to(1), 4), (to(3), 1)], 0, 0);
    assert_eq!(room.wrong(&proclaim()), ["E063"], "a post is left");
    room.must(&next_round());
    assert_eq!(room.round(), (2, 1));
    room.must(&candidates(&[2]));
    room.holds(&[(to(2), 5)], 0, 0);
    assert_eq!(room.wrong(&next_round()), ["E064"]);
    room.must(&proclaim());
    assert_eq!((room.elected(), room.outcome(1)), (vec![1, 2], Outcome::Elected));
}

#[test]
fn who_has_a_post_is_elected_to_no_other_of_the_same_report_and_such_ballots_are_null() {
    let mut room = Room::elects(commune(5, Office::Delegates, Some(2)));
    room.holds(&[(to(1), 5)], 0, 0);
    room.must(&next_round());
    assert_eq!(room.wrong(&candidates(&[1])), ["E062"]);
    room.must(&close());
    assert_eq!(room.wrong(&count(&[(to(1), 5)], 0, 0)), ["E062"]);
    room.must(&count(&[(to(2), 3)], 0, 2));
    assert_eq!(room.elected(), [1, 2]);
}

#[test]
fn a_member_who_is_no_candidate_receives_ballots_in_every_round_and_is_elected_ce_18_nov_2024_n_494128() {
    for round in 1..=3 {
        let mut room = Room::elects(commune(5, Office::Mayor, None));
        room.must(&candidates(&[1, 2]));
        for _ in 1..round {
            room.holds(&[(to(1), 1), (to(2), 1)], 3, 0);
            room.must(&next_round());
        }
        let by = if round < 3 { ElectedBy::AbsoluteMajority } else { ElectedBy::Plurality };
        let elected = RoundResult::Elected { ticket: to(4), by };
        assert_eq!(room.holds(&[(to(4), 3), (to(1), 2)], 0, 0), Some(elected), "round {round}");
    }
}

#[test]
fn no_ballot_counts_for_a_stranger_for_who_holds_no_seat_or_for_a_list_that_does_not_stand() {
    let docket = with_person(commune(5, Office::Mayor, None), 6, Standing::SuccessorOf(None));
    let mut room = Room::elects(docket);
    room.ask_because(&close(), "motif").expect("closed");
    for ticket in [to(6), to(77), for_list("Valmont")] {
        assert_eq!(room.wrong(&count(&[(ticket, 5)], 0, 0)), ["E062"]);
    }
    room.must(&count(&[], 0, 5));
    assert_eq!(room.result(), Some(RoundResult::Another), "they are null");

    let mut room = Room::elects(commune(7, Office::Deputies, Some(2)));
    room.must(&lists(&[list("A", &[2, 3]), list("B", &[4, 5])]));
    room.must(&close());
    for ticket in [to(2), for_list("C")] {
        assert_eq!(room.wrong(&count(&[(ticket, 7)], 0, 0)), ["E062"], "lists alone, as they stand");
    }
    room.must(&count(&[(for_list("A"), 7)], 0, 0));
}

#[test]
fn candidates_and_lists_come_and_go_between_two_rounds_and_not_while_an_urn_is_closed() {
    let mut room = Room::elects(commune(7, Office::Deputies, Some(2)));
    room.must(&lists(&[list("A", &[2, 3]), list("B", &[4, 5])]));
    room.must(&close());
    assert_eq!(room.wrong(&lists(&[list("A", &[2, 3])])), ["E058"]);
    room.must(&count(&[(for_list("A"), 3), (for_list("B"), 3)], 1, 0));
    assert_eq!(room.wrong(&lists(&[list("A", &[2, 3])])), ["E058"], "until the next round is opened");
    room.must(&next_round());
    // B withdraws, C is new.
    room.must(&lists(&[list("A", &[2, 3]), list("C", &[4, 6])]));
    room.holds(&[(for_list("C"), 4), (for_list("A"), 3)], 0, 0);
    room.must(&proclaim());
    assert_eq!(room.elected(), [4, 6]);
}

#[test]
fn a_list_has_a_name_and_candidates_of_its_own_and_no_more_than_there_are_posts_l_2122_7_2() {
    let mut room = Room::elects(commune(9, Office::Deputies, Some(2)));
    for bad in [
        vec![list(" ", &[2, 3])],
        vec![list("A", &[])],
        vec![list("Valmont", &[2, 3]), list("VALMONT", &[4, 5])],
        vec![list("A", &[2, 2])],
        vec![list("A", &[2, 3]), list("B", &[3, 4])],
        vec![list("A", &[2, 3, 4])],
    ] {
        assert_eq!(room.wrong(&lists(&bad)), ["E068"], "{bad:?}");
    }
    // Shorter, it stands: whoever is on it is elected, and a post stays vacant.
    room.must(&lists(&[list("A", &[2])]));
    room.holds(&[(for_list("A"), 9)], 0, 0);
    room.must(&proclaim());
    assert_eq!(room.elected(), [2]);
    // Where candidates stand by name no list does.
    let room = Room::elects(commune(9, Office::Mayor, None));
    assert_eq!(room.wrong(&lists(&[list("A", &[2])])), ["E068"]);
    // In proportion, those behind are suppléants (D.1411-3).
    let mut room = Room::elects(commune(9, Office::TenderCommittee, Some(2)));
    room.must(&lists(&[list("A", &[2, 3, 4, 5])]));
}

#[test]
fn lists_that_were_filed_before_the_posts_were_settled_are_held_against_them_when_the_urn_is_closed() {
    let mut room = Room::elects(commune(9, Office::Deputies, None));
    assert_eq!(room.wrong(&close()), ["E074"]);
    room.must(&lists(&[list("A", &[2, 3, 4])]));
    assert_eq!(room.wrong(&close()), ["E069"]);
    room.must(&posts(2));
    assert_eq!(room.wrong(&close()), ["E068"]);
    room.must(&posts(3));
    assert_eq!(room.wrong(&close()), [""; 0]);
}

#[test]
fn the_number_of_posts_does_not_change_under_those_who_are_elected() {
    let mut room = Room::elects(commune(9, Office::Deputies, Some(3)));
    assert_eq!(room.wrong(&posts(0)), ["E014"]);
    room.must(&lists(&[list("A", &[2, 3])]));
    room.holds(&[(for_list("A"), 4)], 5, 0);
    assert_eq!(room.wrong(&posts(4)), ["E058"]);
    // One by one, a post may be added; none is taken back that was filled.
    let mut room = Room::elects(commune(9, Office::Delegates, Some(2)));
    room.holds(&[(to(2), 9)], 0, 0);
    room.must(&next_round());
    room.must(&posts(3));
    room.holds(&[(to(3), 9)], 0, 0);
    assert_eq!(room.wrong(&posts(1)), ["E058"]);
    room.must(&posts(2));
    room.must(&proclaim());
    assert_eq!(room.elected(), [2, 3]);
}

#[test]
fn equal_lists_in_the_third_round_go_to_the_highest_average_age_of_the_whole_list_l_2122_7_2() {
    // A: 1950 and 1990, mean 1970. B: 1960 and 1979, a little older on average.
    let births = [(2, 1950), (3, 1990), (4, 1960), (5, 1979)];
    let third = |docket| {
        let mut room = Room::elects(docket);
        room.must(&lists(&[list("A", &[2, 3]), list("B", &[4, 5])]));
        for _ in 1..=2 {
            room.holds(&[(for_list("A"), 3), (for_list("B"), 3)], 1, 0);
            assert_eq!(room.result(), Some(RoundResult::Another));
            room.must(&next_round());
        }
        room.holds(&[(for_list("A"), 3), (for_list("B"), 3)], 1, 0);
        room
    };
    let room = third(born(commune(7, Office::Deputies, Some(2)), &births));
    let elected = RoundResult::Elected { ticket: for_list("B"), by: ElectedBy::Age };
    assert_eq!(room.result(), Some(elected));
    assert_eq!(room.wrong(&eldest_is(for_list("A"))), ["E066"], "the days of birth say otherwise");
    // One day of birth is missing: somebody says it.
    let mut room = third(born(commune(7, Office::Deputies, Some(2)), &births[..3]));
    assert_eq!(room.wrong(&proclaim()), ["E065"]);
    assert_eq!(room.wrong(&next_round()), ["E065"]);
    assert_eq!(room.wrong(&eldest_is(for_list("C"))), ["E066"]);
    room.must(&eldest_is(for_list("A")));
    assert_eq!(room.wrong(&eldest_is(for_list("B"))), ["E066"], "said once");
    room.must(&proclaim());
    assert_eq!(room.elected(), [2, 3]);
}

#[test]
fn nobody_who_is_known_to_be_younger_is_said_to_be_the_eldest_l_2122_7() {
    let mut room = Room::elects(born(commune(6, Office::Deputy, None), &[(1, 1950), (2, 1960)]));
    for _ in 1..=2 {
        room.holds(&[(to(1), 2), (to(2), 2), (to(3), 2)], 0, 0);
        assert_eq!(room.wrong(&eldest_is(to(3))), ["E066"], "a tie there leads to the next round");
        room.must(&next_round());
    }
    assert_eq!(room.wrong(&eldest_is(to(3))), ["E059"]);
    room.holds(&[(to(1), 2), (to(2), 2), (to(3), 2)], 0, 0);
    assert_eq!(room.result(), Some(RoundResult::Tied(vec![to(1), to(3)])), "M02 is younger than M01");
    assert_eq!(room.wrong(&eldest_is(to(2))), ["E066"]);
    room.must(&eldest_is(to(3)));
    room.must(&proclaim());
    assert_eq!(room.elected(), [3]);
}

#[test]
fn equal_lists_in_proportion_ask_for_the_eldest_candidate_where_the_ages_are_not_known() {
    let mut room = Room::elects(commune(6, Office::TenderCommittee, Some(3)));
    room.must(&lists(&[list("A", &[1, 2, 3]), list("B", &[4, 5, 6])]));
    room.holds(&[(for_list("A"), 3), (for_list("B"), 3)], 0, 0);
    assert_eq!(room.wrong(&proclaim()), ["E065"]);
    room.must(&eldest_is(for_list("B")));
    room.must(&proclaim());
    assert_eq!(room.elected(), [1, 4, 5]);
    let mut room = Room::elects(commune(6, Office::TenderCommittee, Some(3)));
    room.must(&lists(&[list("A", &[1, 2, 3])]));
    assert_eq!(room.holds(&[], 6, 0), Some(RoundResult::Nobody));
    room.must(&proclaim());
    assert_eq!(room.outcome(1), Outcome::NobodyElected);
}

#[test]
fn the_mayor_is_no_adjoint_and_an_adjoint_is_not_elected_twice_l_2122_4() {
    let mut docket = commune(7, Office::Mayor, None);
    docket =
        with_report(docket, 2, |report| report.kind = ReportKind::Election { office: Office::Deputy, posts: None });
    let mut room = Room::elects(docket);
    room.holds(&[(to(5), 7)], 0, 0);
    room.proclaims_and_opens("").expect("M05 presides");
    let of_two = |numbers: &[u32]| match candidates(numbers) {
        Command::NameCandidates(named) => {
            Command::NameCandidates(hemicycle::council::step::NamedCandidates { report: report(2), ..named })
        }
        other => other,
    };
    assert_eq!(room.wrong(&of_two(&[5])), ["E062"]);
    room.must(&of_two(&[6]));
    // In a sitting that elects no mayor, the one of the file.
    let docket = with_role(with_role(commune(7, Office::Deputies, Some(2)), 1, "Maire"), 2, "Maire adjoint honoraire");
    let room = Room::elects(docket);
    assert_eq!(room.wrong(&lists(&[list("A", &[1, 2])])), ["E062"]);
    assert_eq!(room.wrong(&lists(&[list("A", &[2, 3])])), [""; 0]);
    // A president, and the vice-presidents of a grouping.
    let docket = with_role(electing(BodyKind::Epci, 7, Office::VicePresidents, Some(2)), 1, "Présidente");
    assert_eq!(Room::elects(docket).wrong(&candidates(&[1])), ["E062"]);
    // Of a committee he may be a member.
    let docket = with_role(commune(7, Office::TenderCommittee, Some(2)), 1, "Maire");
    assert_eq!(Room::elects(docket).wrong(&lists(&[list("A", &[1, 2])])), [""; 0]);
}

#[test]
fn what_is_no_election_has_no_posts_no_form_and_no_lists() {
    let room = Room::elects(docket(5, 2));
    let of_a_text = [
        posts(2),
        form(Form::ByList),
        lists(&[list("A", &[2])]),
        candidates(&[2]),
        waive(),
        Command::FixPosts(FixedPosts { report: report(2), posts: 2 }),
        Command::ChooseForm(ChosenForm { report: report(2), form: Form::ByList }),
    ];
    let codes: Vec<Vec<String>> = of_a_text.iter().map(|command| room.wrong(command)).collect();
    assert!(codes.iter().all(|wrong| *wrong == codes[0] && wrong.len() == 1), "{codes:?}");
    assert_eq!(room.wrong(&next_round()), codes[0]);
}
