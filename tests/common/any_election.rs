//! Secret ballots and elections in any evening of the made-up council.

use hemicycle::council::command::Command;
use hemicycle::council::election::{Form, RoundResult};
use hemicycle::council::history::History;
use hemicycle::council::secret::{Count, SecretVote, Ticket};
use hemicycle::council::step::CountedBallots;
use proptest::prelude::*;

use super::any_evening::{OPEN, Step};
use super::ask::{
    ask_secret, candidates, choose_form, choose_way, close_urn, close_urn_but, count, lists, next_round, open_report,
    posts, proclaim, resume, settle_tie, tellers, waive_secrecy, withdraw,
};
use super::member;

/// Whatever may be asked of an urn, at whatever time.
pub fn of_an_urn() -> impl Strategy<Value = Command> {
    let few = || proptest::collection::vec(1..=7_u32, 0..4);
    prop_oneof![
        2 => few().prop_map(|who| ask_secret(OPEN, &who)),
        1 => few().prop_map(|who| super::ask::refuse_secret(OPEN, &who)),
        2 => few().prop_map(|who| tellers(OPEN, &who)),
        2 => few().prop_map(|who| close_urn_but(OPEN, &who)),
        1 => few().prop_map(|who| close_urn(OPEN, &who)),
        3 => found(),
        2 => Just(next_round(OPEN)),
        1 => Just(settle_tie(OPEN, Ticket::Member(member(2)))),
        1 => Just(waive_secrecy(OPEN)),
        1 => (1_u32..4).prop_map(|number| posts(OPEN, number)),
        1 => proptest::sample::select(&Form::ALL).prop_map(|form| choose_form(OPEN, form)),
        1 => few().prop_map(|who| candidates(OPEN, &who)),
        1 => standing_lists(),
        1 => Just(choose_way(OPEN, None, hemicycle::council::way::Way::WithoutVote)),
        1 => (few(), 0_u32..3).prop_map(|(who, blank)| super::ask::rectify_urn(
            who.first().copied().unwrap_or(1),
            super::ask::of_a_text([who.len().try_into().unwrap(), 3, blank, 0]),
        )),
    ]
}

/// Stands for totals in which two have as many.
const EQUAL: u32 = 1;
/// Stands for totals in which every ballot is blank.
const BLANK: u32 = 2;

/// Totals that are made to fit the urn when they are told: how many for the first, blank, null; at times one too many.
fn found() -> impl Strategy<Value = Command> {
    (0_u32..6, 0_u32..2, 0_u32..2, proptest::bool::weighted(0.1))
        .prop_map(|(first, blank, null, one_more)| sketched([first, 0, blank, null], one_more))
}

/// Totals that are not those of any urn yet.
fn sketched(figures: [u32; 4], one_more: bool) -> Command {
    let mut command = count(OPEN, figures);
    if let Command::CountBallots(CountedBallots { count, .. }) = &mut command {
        count.in_urn = u32::from(one_more);
    }
    command
}

fn standing_lists() -> impl Strategy<Value = Command> {
    let two = Just(lists(OPEN, &[("Ensemble", &[2, 5]), ("Valmont", &[3, 6])]));
    let ages = Just(lists(OPEN, &[("Ensemble", &[4, 5]), ("Valmont", &[6])]));
    prop_oneof![two, ages, Just(lists(OPEN, &[("Ensemble", &[4])]))]
}

/// A vote by secret ballot from its opening to its proclamation, of a text or of an election, in up to four rounds.
pub fn secret_vote() -> impl Strategy<Value = Vec<Step>> {
    let number = prop_oneof![1 => Just(1_u32), 1 => Just(4), 2 => Just(6), 3 => Just(8), 4 => Just(9)];
    let before = proptest::collection::vec(
        prop_oneof![
            1 => standing_lists(),
            1 => proptest::sample::select(&Form::ALL).prop_map(|form| choose_form(OPEN, form)),
            1 => (1_u32..4).prop_map(|number| posts(OPEN, number)),
            1 => Just(candidates(OPEN, &[2, 3])),
            1 => Just(tellers(OPEN, &[5, 6])),
        ],
        0..4,
    );
    let few = proptest::collection::vec(1..=7_u32, 0..2);
    let round =
        (few, prop_oneof![1 => Just(sketched([3, 0, 0, 0], false)), 2 => found()]).prop_map(|(all_but, found)| {
            let settled = settle_tie(OPEN, Ticket::Member(member(2)));
            vec![close_urn_but(OPEN, &all_but), found, settled, proclaim(OPEN, None), next_round(OPEN)]
        });
    // Three rounds that nobody wins: equal votes each time, or nothing but blank ballots.
    let in_vain = prop_oneof![Just(EQUAL), Just(BLANK)].prop_map(|how| {
        let tie = settle_tie(OPEN, Ticket::Member(member(2)));
        let round = vec![close_urn_but(OPEN, &[]), sketched([0, how, 0, 0], false), tie, next_round(OPEN)];
        vec![round.clone(), round.clone(), round]
    });
    let rounds = prop_oneof![3 => proptest::collection::vec(round, 1..5), 2 => in_vain];
    (number, before, rounds).prop_map(|(number, before, rounds)| {
        // Whatever is open is ended, or left.
        let ended = [resume(None), proclaim(OPEN, None), withdraw(OPEN), open_report(number)];
        let stand = lists(OPEN, &[("Ensemble", &[2, 5]), ("Valmont", &[3, 6])]);
        let begin = ended.into_iter().chain([ask_secret(OPEN, &[1, 2, 3]), stand]);
        let all = begin.chain(before).chain(rounds.into_iter().flatten()).chain([proclaim(OPEN, None)]);
        all.map(Step::Do).collect()
    })
}

/// Totals that fit the urn that is closed, and a tie that is settled between those that are tied.
pub fn aimed_at_the_urn(command: &mut Command, history: &History) {
    let sitting = history.sitting();
    let Some(floor) = sitting.floor() else { return };
    let Some(round) = floor.vote.secret().and_then(SecretVote::last) else { return };
    match command {
        Command::CountBallots(counted) => {
            let Some(urn) = &round.urn else { return };
            let contest = sitting.contest(&floor.report.id).filter(|_| floor.on.is_none());
            let [first, other] = match contest {
                None => [Ticket::For, Ticket::Against],
                Some(contest) if !contest.form.is_by_list() => [2, 3].map(|who| Ticket::Member(member(who))),
                Some(_) => ["Ensemble", "Valmont"].map(|name| Ticket::List(name.to_owned())),
            };
            let signed = u32::try_from(urn.signed.len()).unwrap();
            match counted.count.votes.last() {
                Some((Ticket::Against, EQUAL)) => {
                    counted.count.blank = signed % 2;
                    counted.count.votes[0].1 = signed / 2;
                }
                Some((Ticket::Against, BLANK)) => counted.count.blank = signed,
                _ => {}
            }
            let blank = counted.count.blank.min(signed);
            let null = counted.count.null.min(signed - blank);
            let cast = signed - blank - null;
            let for_the_first = counted.count.votes.first().map_or(0, |(_, votes)| *votes).min(cast);
            let votes = vec![(first, for_the_first + counted.count.in_urn), (other, cast - for_the_first)];
            counted.count = Count { in_urn: signed + counted.count.in_urn, blank, null, votes };
        }
        Command::SettleTie(settled) => {
            if let Some(RoundResult::Tied(tied)) = sitting.round_result(&floor.report.id, round) {
                settled.ticket = tied[tied.len() - 1].clone();
            }
        }
        _ => {}
    }
}
