//! Seats given in proportion, in words: the quotient, the remainders, the averages, step by step.

use crate::council::proportional::{Allocation, Given, GivenBy, Method, TieBreak};

use crate::french::numbers::count;

/// The number of a seat.
pub const SEAT: &str = "Siège";
/// The seats that the quotient gives.
pub const QUOTIENT_SEATS: &str = "Au quotient";
/// Votes that the quotient leaves.
pub const LEFT_OVER: &str = "Reste";
/// What the quotient gives to each list.
pub const QUOTIENT_CAPTION: &str = "Sièges attribués au quotient";
/// The lists and what each could show for a seat, where they are too many to stand side by side.
pub const LISTS_AND_CLAIMS: &str = "Listes";
/// In the place of a remainder that a seat was given for.
pub const TAKEN: &str = "–";
/// To whom a seat goes.
pub const GIVEN_TO: &str = "Attribué à";
/// What the table of the remainders lists.
pub const REMAINDERS: &str = "Sièges attribués au plus fort reste, un à un";
/// What the table of the averages lists.
pub const AVERAGES: &str = "Sièges attribués à la plus forte moyenne, un à un";

/// « 5 sièges, attribués à la représentation proportionnelle au plus fort reste. »
#[must_use]
pub fn how_seats_are_given(allocation: &Allocation) -> String {
    let how = match allocation.method {
        Method::HighestRemainder => "au plus fort reste",
        Method::HighestAverage => "à la plus forte moyenne",
    };
    format!(
        "{} à la représentation proportionnelle {how}.",
        count(allocation.seats, "siège attribué", "sièges attribués")
    )
}

/// « Quotient électoral : 50 suffrages exprimés / 5 sièges = 10. »
#[must_use]
pub fn quotient(cast: u32, seats: u32) -> String {
    format!("Quotient électoral : {cast} suffrages exprimés / {seats} sièges = {}.", decimal(cast, seats))
}

/// « 3 sièges ».
#[must_use]
pub fn seats(number: u32) -> String {
    count(number, "siège", "sièges")
}

/// « 4 », « 2,67 »: the votes that the quotient leaves to a list, from the remainder as it is kept.
#[must_use]
pub fn remainder(kept: u32, seats: u32) -> String {
    decimal(kept, seats)
}

/// « 30 / 2 = 15 », « 14 / 3 = 4,67 ».
#[must_use]
pub fn average(votes: u32, divisor: u32) -> String {
    if divisor == 1 { votes.to_string() } else { format!("{votes} / {divisor} = {}", decimal(votes, divisor)) }
}

/// « la liste « Demain », qui a plus de suffrages »: to whom a seat goes, and what decided if others had as much.
#[must_use]
pub fn given_to(list: &str, given: &Given) -> String {
    match (given.tie, given.by) {
        (None, _) => list.to_owned(),
        (Some(TieBreak::Votes), GivenBy::Remainder(_)) => format!("{list} (restes égaux : plus de suffrages)"),
        (Some(TieBreak::Votes), _) => format!("{list} (moyennes égales : plus de suffrages)"),
        (Some(TieBreak::Age), _) => format!("{list} (égalité : candidat le plus âgé)"),
    }
}

/// A quotient to two decimals, as French writes it; without any where it is whole.
fn decimal(of: u32, by: u32) -> String {
    if by == 0 {
        return "–".to_owned();
    }
    let hundredths = (u64::from(of) * 100 + u64::from(by) / 2) / u64::from(by);
    match hundredths % 100 {
        0 if of.is_multiple_of(by) => (hundredths / 100).to_string(),
        rest => format!("{},{rest:02}", hundredths / 100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotient_is_whole_or_has_two_decimals_and_a_comma() {
        assert_eq!([decimal(50, 5), decimal(8, 3), decimal(7, 2), decimal(0, 5)], ["10", "2,67", "3,50", "0"]);
        assert_eq!(average(30, 1), "30");
        assert_eq!(average(14, 3), "14 / 3 = 4,67");
    }
}
