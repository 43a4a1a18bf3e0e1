//! Small elections, all of them: five voters, three candidates, blank and null ballots, three rounds, against a reading of the
//! law that knows nothing of the code: it goes through the ballots one by one. Source: CGCT, art. L.2122-7, L.3122-1.

use std::collections::BTreeSet;

use hemicycle::council::docket::BodyKind;
use hemicycle::council::election::{Contest, ElectedBy, Form, Office, RoundResult, Secrecy};
use hemicycle::council::majority::Base;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::secret::{ClosedUrn, Count, Round, Ticket};
use jiff::civil::{Date, date};

use super::common::{Room, member, report};
use super::election_hall::{born, candidates, commune, next_round, proclaim, to};

/// What a ballot paper says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Paper {
    Name(u32),
    Blank,
    Null,
}

const PAPERS: [Paper; 5] = [Paper::Name(1), Paper::Name(2), Paper::Name(3), Paper::Blank, Paper::Null];

/// Every urn of that many ballots: what each of them says, in an order that tells nothing.
fn urns(ballots: usize) -> BTreeSet<Vec<Paper>> {
    let mut urns = BTreeSet::from([vec![]]);
    for _ in 0..ballots {
        let longer = urns.iter().flat_map(|urn| PAPERS.map(|paper| [urn.as_slice(), &[paper]].concat()));
        urns = longer
            .map(|mut urn| {
                urn.sort();
                urn
            })
            .collect();
    }
    urns
}

/// What the law says of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    Elected(u32),
    NextRound,
    /// Equal votes of those, in the third round: the eldest of them.
    TheEldestOf(Vec<u32>),
    NobodyGotAVote,
}

/// « Au scrutin secret et à la majorité absolue. Si, après deux tours de scrutin, aucun candidat n'a obtenu la majorité absolue, il
/// est procédé à un troisième tour de scrutin et l'élection a lieu à la majorité relative. En cas d'égalité de suffrages, le plus
/// âgé est déclaré élu. » Of the members where `of` says how many they are, and not of the ballots that say a name.
fn law(urn: &[Paper], round: u32, of: Option<usize>) -> Said {
    let named: Vec<u32> =
        urn.iter().filter_map(|paper| if let Paper::Name(name) = paper { Some(*name) } else { None }).collect();
    let votes = |name: u32| named.iter().filter(|it| **it == name).count();
    if round <= 2 {
        let whole = of.unwrap_or(named.len());
        let absolute = (1..=3).find(|name| votes(*name) > whole - votes(*name).min(whole));
        return absolute.map_or(Said::NextRound, Said::Elected);
    }
    if named.is_empty() {
        return Said::NobodyGotAVote;
    }
    let beaten = |name: u32| (1..=3).any(|other| votes(other) > votes(name));
    match (1..=3).filter(|name| !beaten(*name)).collect::<Vec<u32>>().as_slice() {
        [one] => Said::Elected(*one),
        tied => Said::TheEldestOf(tied.to_vec()),
    }
}

fn totals(urn: &[Paper]) -> Count {
    let of = |paper: Paper| u32::try_from(urn.iter().filter(|it| **it == paper).count()).unwrap();
    let votes = (1..=3).map(|name| (to(name), of(Paper::Name(name)))).filter(|(_, votes)| *votes > 0);
    Count {
        in_urn: u32::try_from(urn.len()).unwrap(),
        blank: of(Paper::Blank),
        null: of(Paper::Null),
        votes: votes.collect(),
    }
}

fn contest(base: Base) -> Contest {
    Contest {
        office: Office::Mayor,
        form: Form::ByName,
        posts: Some(1),
        base,
        secrecy: Secrecy::Required,
        article: None,
    }
}

fn round(urn: &[Paper], number: u32, in_office: u32, preferred: &[u32]) -> Round {
    Round {
        post: 1,
        number,
        urn: Some(ClosedUrn {
            signed: (1..=5).map(member).collect(),
            unsigned: BTreeSet::new(),
            carried: std::collections::BTreeMap::new(),
            in_office,
            standing: (1..=3).map(to).collect(),
            lists: vec![],
            opened_at: None,
            closed_at: None,
        }),
        count: Some(totals(urn)),
        preferred: preferred.iter().map(|number| to(*number)).collect(),
    }
}

/// The years in which the three candidates were born: every order, every two on one day, and none known.
fn ages() -> Vec<[Option<i16>; 3]> {
    let years = [None, Some(1950), Some(1960), Some(1970)];
    let mut all = Vec::new();
    for first in years {
        for second in years {
            all.extend(years.map(|third| [first, second, third]));
        }
    }
    all
}

fn births(years: [Option<i16>; 3]) -> impl Fn(&Ticket) -> Vec<Option<Date>> {
    move |ticket| {
        let place = (1..=3_u32).position(|number| *ticket == to(number)).unwrap();
        vec![years[place].map(|year| date(year, 1, 1))]
    }
}

/// Who of them may be the eldest, as far as the years are known.
fn may_be_eldest(tied: &[u32], years: [Option<i16>; 3]) -> Vec<u32> {
    let year = |name: u32| years[name as usize - 1];
    let is_younger = |name: &u32| {
        tied.iter().any(|other| matches!((year(*other), year(*name)), (Some(other), Some(own)) if other < own))
    };
    tied.iter().copied().filter(|name| !is_younger(name)).collect()
}

#[test]
fn every_round_of_five_voters_and_three_candidates_gives_what_the_law_says_whatever_is_known_of_the_ages() {
    let mut checked = 0;
    for ballots in 0..=5 {
        for urn in urns(ballots) {
            for number in 1..=3 {
                for (base, in_office) in [(Base::Cast, 5), (Base::Members, 5), (Base::Members, 6), (Base::Members, 9)] {
                    let of = (base == Base::Members).then_some(in_office as usize);
                    let said = law(&urn, number, of);
                    for years in ages() {
                        let given = contest(base).result(&round(&urn, number, in_office, &[]), births(years)).unwrap();
                        let expected = match &said {
                            Said::Elected(name) => RoundResult::Elected {
                                ticket: to(*name),
                                by: if number < 3 { ElectedBy::AbsoluteMajority } else { ElectedBy::Plurality },
                            },
                            Said::NextRound => RoundResult::Another,
                            Said::NobodyGotAVote => RoundResult::Nobody,
                            Said::TheEldestOf(tied) => match may_be_eldest(tied, years).as_slice() {
                                [eldest] => RoundResult::Elected { ticket: to(*eldest), by: ElectedBy::Age },
                                open => RoundResult::Tied(open.iter().map(|name| to(*name)).collect()),
                            },
                        };
                        assert_eq!(given, expected, "{urn:?}, round {number}, {base:?} of {in_office}, {years:?}");
                        checked += 1;
                    }
                }
            }
        }
    }
    println!("{checked} rounds");
}

#[test]
fn equal_votes_that_the_ages_leave_open_go_to_who_is_said_to_be_the_eldest_and_to_nobody_known_to_be_younger() {
    for urn in urns(5) {
        let Said::TheEldestOf(tied) = law(&urn, 3, None) else { continue };
        for years in ages() {
            let open = may_be_eldest(&tied, years);
            for said in 1..=3 {
                let given = contest(Base::Cast).result(&round(&urn, 3, 5, &[said]), births(years)).unwrap();
                let expected = match open.as_slice() {
                    [eldest] => RoundResult::Elected { ticket: to(*eldest), by: ElectedBy::Age },
                    open if open.contains(&said) => RoundResult::Elected { ticket: to(said), by: ElectedBy::Age },
                    open => RoundResult::Tied(open.iter().map(|name| to(*name)).collect()),
                };
                assert_eq!(given, expected, "{urn:?}, {years:?}, {said} said");
            }
        }
    }
}

/// Every election of a mayor by five voters, from the opening to the proclamation: whatever is in the urn of each round.
fn whole_elections(sample: usize) {
    let urns: Vec<Vec<Paper>> = urns(5).into_iter().collect();
    let opened = || {
        let mut room = Room::elects(born(commune(5, Office::Mayor, None), &[(1, 1970), (2, 1950), (3, 1960)]));
        room.must(&candidates(&[1, 2, 3]));
        room
    };
    let mut held = 0;
    let mut play = |before: &[&Vec<Paper>], urn: &Vec<Paper>| {
        let mut room = opened();
        for earlier in before {
            room.holds(&totals(earlier).votes, totals(earlier).blank, totals(earlier).null);
            room.must(&next_round());
        }
        room.holds(&totals(urn).votes, totals(urn).blank, totals(urn).null);
        let number = u32::try_from(before.len()).unwrap() + 1;
        held += 1;
        let (elected, outcome) = match law(urn, number, None) {
            Said::NextRound => {
                assert_eq!(room.wrong(&proclaim()), ["E063"], "{urn:?}");
                assert_eq!(room.elected(), [0; 0]);
                return;
            }
            Said::Elected(name) => (vec![name], Outcome::Elected),
            // M02 is the eldest, then M03.
            Said::TheEldestOf(tied) if tied.contains(&2) => (vec![2], Outcome::Elected),
            Said::TheEldestOf(_) => (vec![3], Outcome::Elected),
            Said::NobodyGotAVote => (vec![], Outcome::NobodyElected),
        };
        assert_eq!(room.wrong(&next_round()), ["E064"], "{urn:?}");
        room.must(&proclaim());
        assert_eq!((room.elected(), room.outcome(1)), (elected, outcome), "{before:?} then {urn:?}");
    };
    let undecided = |number| urns.iter().filter(move |urn| law(urn, number, None) == Said::NextRound);
    for urn in urns.iter().step_by(sample.min(3)) {
        play(&[], urn);
    }
    for first in undecided(1).step_by(sample) {
        for urn in urns.iter().step_by(sample) {
            play(&[first], urn);
        }
        for second in undecided(2).step_by(sample) {
            for urn in urns.iter().step_by(sample) {
                play(&[first, second], urn);
            }
        }
    }
    println!("{held} elections");
}

#[test]
fn whole_elections_of_a_mayor_end_as_the_law_says_after_one_two_or_three_rounds() {
    whole_elections(13);
}

/// `cargo test --release --test rules every_whole_election -- --ignored --nocapture`
#[test]
#[ignore = "168 000 elections: minutes"]
fn every_whole_election_of_a_mayor_ends_as_the_law_says() {
    whole_elections(1);
}

#[test]
fn the_majority_of_the_members_is_not_that_of_the_votes_l_3122_1_l_4133_1() {
    for (kind, needed) in
        [(BodyKind::Departement, 5), (BodyKind::Region, 5), (BodyKind::Epci, 3), (BodyKind::Metropole, 3)]
    {
        let docket = super::election_hall::electing(kind, 9, Office::President, None);
        let room = Room::elects(docket);
        let contest = room.sitting().contest(&report(1)).expect("an election");
        let cast = Count { in_urn: 9, blank: 5, null: 0, votes: vec![(to(1), 4)] };
        assert_eq!(contest.majority(1, &cast, 9), Some(needed), "{kind:?}");
        assert_eq!(contest.majority(2, &cast, 9), Some(needed), "{kind:?}");
        assert_eq!(contest.majority(3, &cast, 9), None, "relative, {kind:?}");
    }
}
