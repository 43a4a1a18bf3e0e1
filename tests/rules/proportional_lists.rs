//! Seats in proportion, held against their definition: of all ways to share the seats, the one in which no list could take a
//! seat from another with a better claim. Nothing here gives seats one after the other, as the code does.
//! Source: CGCT, art. D.1411-3, D.1411-4, L.3122-5 and L.5211-6-2; CASF, art. R.123-8.

use std::cmp::Reverse;

use hemicycle::council::proportional::{Allocation, GivenBy, Method, TieBreak, allocate};
use hemicycle::council::secret::Ticket;
use jiff::civil::{Date, date};

use super::election_hall::for_list;

const METHODS: [Method; 2] = [Method::HighestRemainder, Method::HighestAverage];

/// Lists that stand: their votes, and how many candidates each has.
#[derive(Clone, Debug)]
struct Lists {
    votes: Vec<u32>,
    lengths: Vec<u32>,
}

/// A fraction, compared by what it is worth.
#[derive(Clone, Copy, Debug)]
struct Share(u32, u32);

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.0 * other.1 == other.0 * self.1
    }
}
impl Eq for Share {}
impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Share {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.0 * other.1).cmp(&(other.0 * self.1))
    }
}

/// How strong a claim is: the later it asks for its remainder the weaker; its remainder or its average; its votes; and the day
/// of birth of its candidate, the earlier the stronger, where it counts.
type Strength = (Reverse<u32>, Share, u32, Reverse<u32>);

/// No two candidates are born on one day, and the eldest is not on the list that stands first.
fn born(list: usize, place: u32) -> u32 {
    let list = u32::try_from(list).unwrap();
    (list * 7 + place * 5 + 3) % 31 * 4 + list
}

impl Lists {
    fn cast(&self) -> u32 {
        self.votes.iter().sum()
    }

    /// As many seats as the votes of the list hold the quotient, and no more than it has candidates.
    fn whole(&self, list: usize, seats: u32) -> u32 {
        (self.votes[list] * seats / self.cast()).min(self.lengths[list])
    }

    /// The claim of a list to its seat of that place, from 1. None to what the quotient gives: nobody takes that away.
    fn claim(&self, method: Method, list: usize, place: u32, seats: u32, by_age: bool) -> Strength {
        let age = Reverse(if by_age { born(list, place - 1) } else { 0 });
        let votes = self.votes[list];
        match method {
            Method::HighestAverage => (Reverse(0), Share(votes, place), votes, age),
            Method::HighestRemainder => {
                let beyond = place - self.whole(list, seats);
                (Reverse(beyond), Share(votes * seats % self.cast(), 1), votes, age)
            }
        }
    }

    /// Whether the seats are shared as the text wants it.
    fn is_lawful(&self, method: Method, shared: &[u32], seats: u32, by_age: bool) -> bool {
        let lists = 0..self.votes.len();
        let may_have = |list: usize| if self.votes[list] > 0 { self.lengths[list] } else { 0 };
        let given: u32 = shared.iter().sum();
        let most: u32 = lists.clone().map(may_have).sum::<u32>().min(seats);
        let fits = lists.clone().all(|list| shared[list] <= may_have(list));
        if !fits || given != most {
            return false;
        }
        let of_right = |list: usize| match method {
            Method::HighestRemainder => self.whole(list, seats),
            Method::HighestAverage => 0,
        };
        if lists.clone().any(|list| shared[list] < of_right(list)) {
            return false;
        }
        // Nobody has a seat to which somebody who could take it has a better claim.
        lists.clone().filter(|holder| shared[*holder] > of_right(*holder)).all(|holder| {
            let held = self.claim(method, holder, shared[holder], seats, by_age);
            lists
                .clone()
                .filter(|other| *other != holder && shared[*other] < may_have(*other))
                .all(|other| held >= self.claim(method, other, shared[other] + 1, seats, by_age))
        })
    }

    /// Every lawful way to share the seats.
    fn lawful(&self, method: Method, seats: u32, by_age: bool) -> Vec<Vec<u32>> {
        let mut ways = vec![vec![]];
        for list in 0..self.votes.len() {
            let more = |way: &Vec<u32>| {
                let left = seats - way.iter().sum::<u32>();
                (0..=left.min(self.lengths[list])).map(|of| [way.as_slice(), &[of]].concat()).collect::<Vec<_>>()
            };
            ways = ways.iter().flat_map(more).collect();
        }
        ways.retain(|way| self.is_lawful(method, way, seats, by_age));
        ways
    }

    fn tickets(&self) -> Vec<(Ticket, u32)> {
        let name = |list: usize| for_list(&format!("{}", char::from(b'A' + u8::try_from(list).unwrap())));
        self.votes.iter().enumerate().map(|(list, votes)| (name(list), *votes)).collect()
    }

    fn allocated(&self, method: Method, seats: u32, ages: bool, said: &[Ticket]) -> Result<Allocation, Vec<Ticket>> {
        let tickets = self.tickets();
        let day = |number: u32| date(1950, 1, 1).checked_add(jiff::Span::new().days(number)).unwrap();
        let births = |ticket: &Ticket| -> Vec<Option<Date>> {
            let list = tickets.iter().position(|(of, _)| of == ticket).unwrap();
            (0..self.lengths[list]).map(|place| ages.then(|| day(born(list, place)))).collect()
        };
        allocate(method, &tickets, seats, births, said)
    }

    fn shared(&self, allocation: &Allocation) -> Vec<u32> {
        self.tickets().iter().map(|(list, _)| allocation.seats_of(list)).collect()
    }

    /// What is given with the ages known is lawful, and nothing else is; without them it is given where they are not asked,
    /// and asked between lists of equal votes; whoever is said to be the eldest, what comes of it is lawful but for the ages.
    fn check(&self, method: Method, seats: u32) {
        let told = || format!("{method:?}, {self:?}, {seats} seats");
        let given = self.allocated(method, seats, true, &[]).unwrap_or_else(|tied| panic!("{}: {tied:?}", told()));
        if self.cast() == 0 {
            assert!(given.given.is_empty(), "{}", told());
            return;
        }
        assert_eq!(self.lawful(method, seats, true), [self.shared(&given)], "{}", told());
        let without_ages = self.lawful(method, seats, false);
        match self.allocated(method, seats, false, &[]) {
            Ok(given) => assert_eq!(without_ages, [self.shared(&given)], "{}", told()),
            Err(tied) => {
                assert!(without_ages.len() > 1, "{}: nothing to ask", told());
                let votes = |ticket: &Ticket| self.tickets().iter().find(|(of, _)| of == ticket).unwrap().1;
                assert!(tied.iter().all(|list| votes(list) == votes(&tied[0])), "{}: {tied:?}", told());
                self.settle(method, seats, &without_ages, &mut vec![], &told);
            }
        }
        assert!(without_ages.contains(&self.shared(&given)), "{}", told());
    }

    /// Every answer to every question of ages.
    fn settle(
        &self,
        method: Method,
        seats: u32,
        lawful: &[Vec<u32>],
        said: &mut Vec<Ticket>,
        told: &impl Fn() -> String,
    ) {
        match self.allocated(method, seats, false, said) {
            Ok(given) => assert!(lawful.contains(&self.shared(&given)), "{} {said:?}", told()),
            Err(tied) => {
                for list in tied {
                    said.push(list);
                    self.settle(method, seats, lawful, said, told);
                    said.pop();
                }
            }
        }
    }
}

/// Every way in which up to that many voters vote for so many lists, some of them for none.
fn votes(lists: usize, voters: u32) -> Vec<Vec<u32>> {
    if lists == 0 {
        return vec![vec![]];
    }
    let more = |(first, rest): (u32, Vec<u32>)| [&[first], rest.as_slice()].concat();
    (0..=voters)
        .flat_map(|first| votes(lists - 1, voters - first).into_iter().map(move |rest| (first, rest)))
        .map(more)
        .collect()
}

#[test]
fn up_to_four_lists_with_twelve_voters_and_six_seats_have_the_seats_that_the_definition_gives_by_both_methods() {
    let mut checked = 0;
    for method in METHODS {
        for lists in 1..=4 {
            for votes in votes(lists, 12) {
                for seats in 1..=6 {
                    Lists { lengths: vec![seats; lists], votes: votes.clone() }.check(method, seats);
                    checked += 1;
                }
            }
        }
    }
    println!("{checked} elections");
}

/// Lists with fewer candidates than seats, of so many lengths.
fn short_lists(voters: u32, lengths: &[u32], every: usize) {
    let (mut drawn, mut checked) = (0, 0);
    for method in METHODS {
        for lists in 1..=4_usize {
            for votes in votes(lists, voters) {
                for seats in 1..=6 {
                    for of in 0..lengths.len().pow(u32::try_from(lists).unwrap()) {
                        drawn += 1;
                        if drawn % every != 0 {
                            continue;
                        }
                        let digit =
                            |list: usize| lengths[of / lengths.len().pow(u32::try_from(list).unwrap()) % lengths.len()];
                        Lists { votes: votes.clone(), lengths: (0..lists).map(digit).collect() }.check(method, seats);
                        checked += 1;
                    }
                }
            }
        }
    }
    println!("{checked} elections");
}

#[test]
fn a_list_that_runs_out_of_candidates_leaves_its_seats_to_the_others_as_the_definition_gives_them() {
    short_lists(12, &[1, 2, 6], 211);
}

/// `cargo test --release --test rules every_short_list -- --ignored --nocapture`
#[test]
#[ignore = "millions of elections: minutes"]
fn every_short_list_leaves_its_seats_to_the_others_as_the_definition_gives_them() {
    short_lists(12, &[1, 2, 3, 6], 1);
}

fn seats(votes: &[u32], seats: u32, method: Method) -> Vec<u32> {
    let lists = Lists { votes: votes.to_vec(), lengths: vec![seats; votes.len()] };
    lists.shared(&lists.allocated(method, seats, true, &[]).expect("the ages are known"))
}

#[test]
fn the_example_of_five_seats_for_thirty_fourteen_and_six_votes_d_1411_3_l_3122_5() {
    assert_eq!(seats(&[30, 14, 6], 5, Method::HighestRemainder), [3, 1, 1]);
    assert_eq!(seats(&[30, 14, 6], 5, Method::HighestAverage), [4, 1, 0]);
}

#[test]
fn each_seat_says_by_what_it_was_given() {
    let lists = Lists { votes: vec![30, 14, 6], lengths: vec![5; 3] };
    let by = |method| -> Vec<GivenBy> {
        lists.allocated(method, 5, true, &[]).unwrap().given.iter().map(|given| given.by).collect()
    };
    // 6 votes are left of which the quotient is 10: 30 of 5 seats.
    let remainder =
        [GivenBy::Quotient, GivenBy::Quotient, GivenBy::Quotient, GivenBy::Quotient, GivenBy::Remainder(30)];
    assert_eq!(by(Method::HighestRemainder), remainder);
    let averages = [1, 2, 1, 3, 4].map(|divisor| GivenBy::Average { divisor });
    assert_eq!(by(Method::HighestAverage), averages, "30, 15, 14, 10, 7.5");
}

#[test]
fn one_list_has_every_seat_a_list_without_a_vote_has_none_and_nobody_has_one_of_nothing() {
    for method in METHODS {
        assert_eq!(seats(&[4], 3, method), [3]);
        assert_eq!(seats(&[4, 0], 3, method), [3, 0]);
        assert_eq!(seats(&[0, 0], 3, method), [0, 0]);
        let short = Lists { votes: vec![4, 0], lengths: vec![1, 3] };
        assert_eq!(short.shared(&short.allocated(method, 3, true, &[]).unwrap()), [1, 0], "two seats stay vacant");
    }
}

#[test]
fn equal_claims_are_decided_by_votes_then_by_the_candidate_to_whom_the_seat_would_go() {
    let lists = Lists { votes: vec![4, 2], lengths: vec![3; 2] };
    let given = lists.allocated(Method::HighestAverage, 2, true, &[]).unwrap();
    assert_eq!(lists.shared(&given), [2, 0], "an average of 2 each: the list of 4 votes");
    assert_eq!(given.given[1].tie, Some(TieBreak::Votes));
    // The first candidate of each list is eldest on A, the second on B: the seat at stake is the second.
    let births = |ticket: &Ticket| {
        let years: [i16; 2] = if *ticket == for_list("A") { [1940, 1980] } else { [1950, 1960] };
        years.map(|year| Some(date(year, 1, 1))).to_vec()
    };
    let lists = [(for_list("A"), 3), (for_list("B"), 3)];
    let given = allocate(Method::HighestAverage, &lists, 3, births, &[]).expect("the ages are known");
    assert_eq!((given.seats_of(&lists[0].0), given.seats_of(&lists[1].0)), (1, 2));
    assert_eq!(given.given.iter().map(|given| given.tie).collect::<Vec<_>>(), [None, None, Some(TieBreak::Age)]);
}

#[test]
fn ages_are_asked_once_for_each_seat_that_they_decide_and_never_where_there_is_a_seat_for_all() {
    let unknown = |_: &Ticket| vec![None; 3];
    let lists = [(for_list("A"), 2), (for_list("B"), 2), (for_list("C"), 2)];
    for method in METHODS {
        assert!(allocate(method, &lists, 3, unknown, &[]).is_ok(), "one each");
        let all: Vec<Ticket> = lists.iter().map(|(list, _)| list.clone()).collect();
        assert_eq!(allocate(method, &lists, 2, unknown, &[]), Err(all));
        let rest = vec![for_list("A"), for_list("C")];
        assert_eq!(allocate(method, &lists, 2, unknown, &[for_list("B")]), Err(rest), "B has one");
        let said = [for_list("B"), for_list("C")];
        let given = allocate(method, &lists, 2, unknown, &said).expect("both are said");
        assert_eq!(lists.each_ref().map(|(list, _)| given.seats_of(list)), [0, 1, 1], "{method:?}");
    }
}
