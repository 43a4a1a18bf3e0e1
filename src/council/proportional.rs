//! Seats given to lists in proportion to their votes, step by step.
//!
//! Source: CGCT, art. D.1411-3, D.1411-4 and L.1411-5, CASF, art. R.123-8 (*plus fort reste*); CGCT, art. L.3122-5 and
//! L.5211-6-2 (*plus forte moyenne*).
//!
//! Equal remainders or averages matter only where fewer seats are left than lists that claim one: the list with more votes has
//! it, and of equal votes the eldest of the candidates to whom the seat would go (« le plus âgé des candidats susceptibles
//! d'être proclamés élus »), which is on each list the first who has none yet.
//!
//! A list has no more seats than candidates: what it cannot fill goes to the next averages, or to the next remainders; where
//! every list that is left has had a seat for its remainder, to the same remainders once more. That a list without a single
//! vote has no seat, and that order of the remainders, are known and were not read.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::election::{Age, eldest};
use super::secret::Ticket;

/// How the seats are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// *Plus fort reste*: each list as many seats as its votes hold the quotient, then the largest remainders.
    HighestRemainder,
    /// *Plus forte moyenne*: one seat after the other, to the highest votes / (seats + 1).
    HighestAverage,
}

/// By what a seat went to a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GivenBy {
    /// Its votes hold the quotient once more.
    Quotient,
    /// Its remainder: votes left, times the seats, of the votes cast: `remainder / seats` votes.
    Remainder(u32),
    /// Its average: `votes / divisor`.
    Average {
        /// The seats that it has, and one.
        divisor: u32,
    },
}

/// What decided between equal remainders or averages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TieBreak {
    /// More votes.
    Votes,
    /// The eldest candidate.
    Age,
}

/// One seat given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Given {
    /// To which list.
    pub list: Ticket,
    /// By what.
    pub by: GivenBy,
    /// What decided, if others had as much and there were fewer seats than claims.
    pub tie: Option<TieBreak>,
}

/// The seats of each list, and how they came to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Allocation {
    /// How.
    pub method: Method,
    /// How many seats there were to give.
    pub seats: u32,
    /// The votes of each list, in the order in which they stand.
    pub lists: Vec<(Ticket, u32)>,
    /// Every seat, in the order in which they were given; fewer than there were if the lists have not enough candidates.
    pub given: Vec<Given>,
}

impl Allocation {
    /// How many seats a list has.
    #[must_use]
    pub fn seats_of(&self, list: &Ticket) -> u32 {
        u32::try_from(self.given.iter().filter(|given| given.list == *list).count()).unwrap_or(u32::MAX)
    }
}

/// A list that claims seats.
struct Claimant<'a> {
    list: &'a Ticket,
    votes: u32,
    /// Its candidates in order, by their days of birth.
    births: Vec<Option<Date>>,
    /// How many seats it has.
    has: usize,
    /// How many of them for its remainder.
    for_its_remainder: usize,
}

impl Claimant<'_> {
    fn remainder(&self, seats: u32, cast: u64) -> u64 {
        u64::from(self.votes) * u64::from(seats) % cast
    }

    fn divisor(&self) -> u64 {
        self.has as u64 + 1
    }

    /// Greater if its claim to the next seat stands above that of the other.
    fn against(&self, other: &Self, method: Method, seats: u32, cast: u64) -> Ordering {
        match method {
            Method::HighestRemainder => (other.for_its_remainder.cmp(&self.for_its_remainder))
                .then_with(|| self.remainder(seats, cast).cmp(&other.remainder(seats, cast))),
            Method::HighestAverage => {
                (u64::from(self.votes) * other.divisor()).cmp(&(u64::from(other.votes) * self.divisor()))
            }
        }
    }

    /// How old the candidate is to whom its next seat would go.
    fn age(&self) -> Option<Age> {
        self.births.get(self.has).copied().flatten().and_then(|birth| Age::of(&[birth]))
    }

    fn take_a_seat(&mut self, method: Method, seats: u32, cast: u64, tie: Option<TieBreak>) -> Given {
        let by = match method {
            Method::HighestRemainder => {
                GivenBy::Remainder(u32::try_from(self.remainder(seats, cast)).unwrap_or(u32::MAX))
            }
            Method::HighestAverage => GivenBy::Average { divisor: u32::try_from(self.divisor()).unwrap_or(u32::MAX) },
        };
        self.has += 1;
        self.for_its_remainder += usize::from(method == Method::HighestRemainder);
        Given { list: self.list.clone(), by, tie }
    }
}

/// Gives the seats. `births` says who stands on a list: the days of birth of its candidates in order, as far as known;
/// `preferred` who was said to be the eldest in each tie that they leave open, in order.
///
/// # Errors
/// The lists between which only ages decide, where the ages are not known.
pub fn allocate(
    method: Method,
    lists: &[(Ticket, u32)],
    seats: u32,
    births: impl Fn(&Ticket) -> Vec<Option<Date>>,
    preferred: &[Ticket],
) -> Result<Allocation, Vec<Ticket>> {
    let cast: u64 = lists.iter().map(|(_, votes)| u64::from(*votes)).sum();
    let mut said = preferred.iter();
    let mut given: Vec<Given> = Vec::new();
    let standing = lists.iter().filter(|(_, votes)| *votes > 0);
    let mut claimants: Vec<Claimant<'_>> = standing
        .map(|(list, votes)| Claimant { list, votes: *votes, births: births(list), has: 0, for_its_remainder: 0 })
        .collect();
    if method == Method::HighestRemainder {
        for claimant in &mut claimants {
            let whole = (u64::from(claimant.votes) * u64::from(seats)).checked_div(cast).unwrap_or(0);
            claimant.has = usize::try_from(whole).unwrap_or(usize::MAX).min(claimant.births.len());
            let of_the_quotient = || Given { list: claimant.list.clone(), by: GivenBy::Quotient, tie: None };
            given.extend((0..claimant.has).map(|_| of_the_quotient()));
        }
    }
    loop {
        claimants.retain(|claimant| claimant.has < claimant.births.len());
        let left = (seats as usize).saturating_sub(given.len());
        if left == 0 || claimants.is_empty() {
            break;
        }
        let is_first = |claimant: &&Claimant<'_>| {
            claimants.iter().all(|other| other.against(claimant, method, seats, cast) != Ordering::Greater)
        };
        let first: Vec<&Claimant<'_>> = claimants.iter().filter(is_first).collect();
        let most = first.iter().map(|claimant| claimant.votes).max().unwrap_or(0);
        let by_votes: Vec<&&Claimant<'_>> = first.iter().filter(|claimant| claimant.votes == most).collect();
        let (takers, tie): (Vec<Ticket>, Option<TieBreak>) = if first.len() <= left {
            (first.iter().map(|claimant| claimant.list.clone()).collect(), None)
        } else if by_votes.len() <= left {
            (by_votes.iter().map(|claimant| claimant.list.clone()).collect(), Some(TieBreak::Votes))
        } else {
            let ages: Vec<(&Ticket, Option<Age>)> =
                by_votes.iter().map(|claimant| (claimant.list, claimant.age())).collect();
            (vec![eldest(&ages, &mut said)?.clone()], Some(TieBreak::Age))
        };
        for claimant in claimants.iter_mut().filter(|claimant| takers.contains(claimant.list)) {
            given.push(claimant.take_a_seat(method, seats, cast, tie));
        }
    }
    Ok(Allocation { method, seats, lists: lists.to_vec(), given })
}
