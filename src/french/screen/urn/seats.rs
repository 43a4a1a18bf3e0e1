//! How seats go to lists in proportion, step by step: the number that decided each.

use crate::council::proportional::{Allocation, Given, GivenBy, Method, TieBreak};
use crate::council::roster::Roster;
use crate::french::numbers::count;

use super::ticket;

/// A number of votes that need not be whole: « 7 », « 7,5 », « 6,67 ».
#[must_use]
pub fn fraction(number: u64, of: u64) -> String {
    let of = of.max(1);
    let (whole, rest) = (number / of, number % of);
    if rest == 0 {
        return whole.to_string();
    }
    // Two decimals, cut: what is told never rounds a number over another.
    let hundredths = rest * 100 / of;
    let decimals = format!("{hundredths:02}");
    let decimals = if rest * 100 % of == 0 { decimals.trim_end_matches('0') } else { &decimals };
    let is_cut = rest * 100 % of != 0;
    if is_cut { format!("{whole},{decimals}…") } else { format!("{whole},{decimals}") }
}

/// « Plus fort reste », « Plus forte moyenne ».
#[must_use]
pub fn method(method: Method) -> &'static str {
    match method {
        Method::HighestRemainder => "Plus fort reste",
        Method::HighestAverage => "Plus forte moyenne",
    }
}

/// « au plus fort reste », « à la plus forte moyenne ».
#[must_use]
pub fn method_in_words(method: Method) -> &'static str {
    match method {
        Method::HighestRemainder => "à la proportionnelle, au plus fort reste",
        Method::HighestAverage => "à la proportionnelle, à la plus forte moyenne",
    }
}

/// The first step: « Quotient : 50 suffrages ÷ 5 sièges = 10 »; none where seats are given one by one from the first.
#[must_use]
pub fn quotient(allocation: &Allocation) -> Option<String> {
    let cast: u64 = allocation.lists.iter().map(|(_, votes)| u64::from(*votes)).sum();
    (allocation.method == Method::HighestRemainder).then(|| {
        format!(
            "Quotient : {} ÷ {} = {}",
            count(u32::try_from(cast).unwrap_or(u32::MAX), "suffrage", "suffrages"),
            count(allocation.seats, "siège", "sièges"),
            fraction(cast, u64::from(allocation.seats))
        )
    })
}

/// « Siège 4 », « Sièges 1 à 3 ».
#[must_use]
pub fn places(first: usize, last: usize) -> String {
    match last.saturating_sub(first) {
        0 => format!("Siège {first}"),
        1 => format!("Sièges {first} et {last}"),
        _ => format!("Sièges {first} à {last}"),
    }
}

/// The number by which a seat went to a list: « quotient », « reste 4 », « 30 ÷ 2 = 15 ».
#[must_use]
pub fn decided_by(given: &Given, allocation: &Allocation) -> String {
    match given.by {
        GivenBy::Quotient => "quotient".to_owned(),
        GivenBy::Remainder(rest) => format!("reste {}", fraction(u64::from(rest), u64::from(allocation.seats))),
        GivenBy::Average { divisor } => {
            let votes = allocation.lists.iter().find(|(list, _)| *list == given.list).map_or(0, |(_, votes)| *votes);
            format!("{votes} ÷ {divisor} = {}", fraction(u64::from(votes), u64::from(divisor)))
        }
    }
}

/// What decided between equal numbers: « égalité : plus de suffrages ».
#[must_use]
pub fn tie(tie: TieBreak) -> &'static str {
    match tie {
        TieBreak::Votes => "égalité : la liste aux plus nombreux suffrages",
        TieBreak::Age => "égalité : les plus âgés",
    }
}

/// A step as one line: « Siège 4 : A Ensemble, reste 4 ; égalité : les plus âgés ».
#[must_use]
pub fn step_of(places: &str, list: &str, given: &Given, allocation: &Allocation) -> String {
    let tie = given.tie.map(|it| format!(" ; {}", tie(it))).unwrap_or_default();
    format!("{places} : {list}, {}{tie}", decided_by(given, allocation))
}

/// The same with the name of the list alone, for who hears it.
#[must_use]
pub fn step(places: &str, given: &Given, allocation: &Allocation, roster: &Roster) -> String {
    step_of(places, &ticket(&given.list, roster), given, allocation)
}

/// Over the votes and the seats of the lists.
pub const LIST_HEADING: &str = "voix   sièges";

/// « 30        3 », under that heading.
#[must_use]
pub fn votes_and_seats(votes: u32, seats: u32) -> String {
    format!("{votes:>4} {seats:>8}")
}

/// « Restes : A 0, B 4, C 6 ».
#[must_use]
pub fn remainders(rests: &[String]) -> String {
    format!("Restes : {}", rests.join(" · "))
}

/// « ↓ 4 autres sièges ».
#[must_use]
pub fn more_seats(number: usize) -> String {
    format!("↓ {}", count(number, "autre étape", "autres étapes"))
}

/// « 3 sièges ».
#[must_use]
pub fn seats(seats: u32) -> String {
    count(seats, "siège", "sièges")
}

/// What is left to a list behind its whole seats, in votes: « 4 ».
#[must_use]
pub fn remainder(votes: u32, allocation: &Allocation) -> String {
    let cast: u64 = allocation.lists.iter().map(|(_, votes)| u64::from(*votes)).sum();
    let rest = (u64::from(votes) * u64::from(allocation.seats)).checked_rem(cast).unwrap_or(0);
    fraction(rest, u64::from(allocation.seats))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fraction_of_votes_is_never_rounded_up() {
        assert_eq!(fraction(15, 1), "15");
        assert_eq!(fraction(15, 2), "7,5");
        assert_eq!(fraction(20, 3), "6,66…");
        assert_eq!(fraction(1, 4), "0,25");
        assert_eq!(fraction(61, 20), "3,05");
    }
}
