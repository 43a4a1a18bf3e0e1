//! Seats given to lists in proportion to their votes, step by step.
//!
//! Source: CGCT, art. D.1411-3 and L.1411-5, CASF, art. R.123-8 (*plus fort reste*); CGCT, art. L.3122-5 and L.5211-6-2 (*plus
//! forte moyenne*). Equal remainders or averages: the list with more votes, then the eldest candidate.

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
    /// What decided, if others had as much.
    pub tie: Option<TieBreak>,
}

/// The seats of each list, and how they came to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Allocation {
    /// How.
    pub method: Method,
    /// How many seats.
    pub seats: u32,
    /// The votes of each list, in the order in which they stand.
    pub lists: Vec<(Ticket, u32)>,
    /// Every seat, in the order in which they were given.
    pub given: Vec<Given>,
}

impl Allocation {
    /// How many seats a list has.
    #[must_use]
    pub fn seats_of(&self, list: &Ticket) -> u32 {
        u32::try_from(self.given.iter().filter(|given| given.list == *list).count()).unwrap_or(u32::MAX)
    }
}

/// Gives the seats.
///
/// # Errors
/// The lists between which only ages decide, where the ages are not known.
pub fn allocate(
    method: Method,
    lists: &[(Ticket, u32)],
    seats: u32,
    age: impl Fn(&Ticket) -> Option<Age>,
    preferred: &[Ticket],
) -> Result<Allocation, Vec<Ticket>> {
    let cast: u64 = lists.iter().map(|(_, votes)| u64::from(*votes)).sum();
    let mut given: Vec<Given> = Vec::new();
    if method == Method::HighestRemainder && cast > 0 {
        for (list, votes) in lists {
            let whole = u64::from(*votes) * u64::from(seats) / cast;
            given.extend((0..whole).map(|_| Given { list: list.clone(), by: GivenBy::Quotient, tie: None }));
        }
    }
    while cast > 0 && given.len() < seats as usize {
        let of = |list: &Ticket| given.iter().filter(|it| it.list == *list).count() as u64;
        // Each claim as a fraction: what it is worth, over what.
        let claim = |(list, votes): &(Ticket, u32)| match method {
            Method::HighestRemainder if given.iter().any(|it| it.list == *list && it.by != GivenBy::Quotient) => (0, 1),
            Method::HighestRemainder => (u64::from(*votes) * u64::from(seats) % cast, 1),
            Method::HighestAverage => (u64::from(*votes), of(list) + 1),
        };
        let claims: Vec<(u64, u64)> = lists.iter().map(claim).collect();
        let is_above = |a: (u64, u64), b: (u64, u64)| a.0 * b.1 > b.0 * a.1;
        let best: Vec<usize> =
            (0..lists.len()).filter(|at| claims.iter().all(|other| !is_above(*other, claims[*at]))).collect();
        let most = best.iter().map(|at| lists[*at].1).max().unwrap_or(0);
        let by_votes: Vec<&Ticket> = best.iter().filter(|at| lists[**at].1 == most).map(|at| &lists[*at].0).collect();
        let (list, tie) = match by_votes.as_slice() {
            [] => break,
            [one] => (*one, (best.len() > 1).then_some(TieBreak::Votes)),
            tied => match eldest(tied, &age, preferred) {
                Some(list) => (list, Some(TieBreak::Age)),
                None => return Err(tied.iter().map(|list| (*list).clone()).collect()),
            },
        };
        let at = lists.iter().position(|(it, _)| it == list).unwrap_or(0);
        let by = match method {
            Method::HighestRemainder => GivenBy::Remainder(u32::try_from(claims[at].0).unwrap_or(u32::MAX)),
            Method::HighestAverage => GivenBy::Average { divisor: u32::try_from(claims[at].1).unwrap_or(u32::MAX) },
        };
        given.push(Given { list: list.clone(), by, tie });
    }
    Ok(Allocation { method, seats, lists: lists.to_vec(), given })
}
