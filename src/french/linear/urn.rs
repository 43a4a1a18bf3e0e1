//! The words of a secret ballot that is heard.

use crate::french::numbers::count;
use crate::french::screen::urn;

/// « Émargement, 1er tour : 29 émargements sur 31. »
#[must_use]
pub fn signing(round: Option<u32>, signed: u32, voices: u32) -> String {
    format!("{}{} : {}.", urn::SIGN_OFF, of_the_round(round), urn::signed(signed, voices))
}

fn of_the_round(round: Option<u32>) -> String {
    round.map(|round| format!(", {}", urn::round(round))).unwrap_or_default()
}

/// « Candidatures : AUBRY Paul, CHAZAL Hélène. »
#[must_use]
pub fn named(label: &str, names: &str) -> String {
    format!("{label}{}.", names.trim_end_matches('.'))
}

/// The urn is closed: how many signed, and what is asked.
#[must_use]
pub fn closed((voices, signed): (u32, u32)) -> String {
    format!("{} {}.", urn::URN_CLOSED, urn::signed(signed, voices))
}

/// « Dépouillement, 1er tour : 13 bulletins lus sur 31. »
#[must_use]
pub fn reading(title: &str, round: Option<u32>, read: u32, in_urn: Option<u32>) -> String {
    format!("{title}{} : {}.", of_the_round(round), urn::read(read, in_urn))
}

/// « A, AUBRY Paul : 7 ; première lecture 8. »
#[must_use]
pub fn total(letter: Option<char>, name: &str, ballots: u32, before: Option<u32>) -> String {
    let letter = letter.map(|letter| format!("{letter}, ")).unwrap_or_default();
    let before = before.map(|before| format!(" ; première lecture {before}")).unwrap_or_default();
    format!("{letter}{name} : {ballots}{before}.")
}

/// « A 7 », « blancs 1 »: as short as can be, it is said behind each ballot.
#[must_use]
pub fn short_total(letter: Option<char>, name: &str, ballots: u32) -> String {
    letter.map_or_else(|| format!("{} {ballots}", name.to_lowercase()), |letter| format!("{letter} {ballots}"))
}

/// « Totaux : A 7, B 3, blancs 1. »
#[must_use]
pub fn totals(told: &[String]) -> String {
    format!("Totaux : {}.", told.join(", "))
}

/// « A, AUBRY Paul : 7. Tapé : 12. »
#[must_use]
pub fn typed(total: &str, typed: &str) -> String {
    if typed.is_empty() { total.to_owned() } else { format!("{total} Tapé : {typed}.") }
}

/// « 12 bulletins », how many were typed as found.
#[must_use]
pub fn found(typed: &str) -> String {
    typed.parse::<u32>().map_or_else(|_| typed.to_owned(), |typed| count(typed, "bulletin", "bulletins"))
}
