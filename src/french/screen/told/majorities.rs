//! The words for the majority that a vote takes: its name in short, how far the voices are from it, why it is what it is.

use crate::council::majority::{Base, Majority};
use crate::council::tally::Tally;
use crate::french::kinds;

/// The majority, short enough for a bar: « 2/3 des membres ».
#[must_use]
pub fn short_majority(majority: Majority) -> &'static str {
    match majority {
        Majority::OfCast | Majority::NoneAgainst => "majorité absolue",
        Majority::OfMembers => "majorité des membres",
        Majority::ThreeFifthsOfCast => "3/5 des exprimés",
        Majority::ThreeFifthsOfMembers => "3/5 des membres",
        Majority::TwoThirdsOfCast => "2/3 des exprimés",
        Majority::TwoThirdsOfMembers => "2/3 des membres",
        Majority::Relative => "majorité relative",
    }
}

/// How far the voices for are from the majority that is needed: « il manque 3 voix », « majorité atteinte ».
#[must_use]
pub fn reached(for_: u32, needed: u32) -> String {
    match needed.saturating_sub(for_) {
        0 => "atteinte".to_owned(),
        1 => "il manque 1 voix".to_owned(),
        short => format!("il manque {short} voix"),
    }
}

/// The label of the tenth figure.
pub const NEEDED: &str = "Majorité requise";

/// Why so many voices are needed: formula, numbers, by which text.
#[must_use]
pub fn why_needed(majority: Majority, tally: &Tally, reason: Option<&str>) -> String {
    let name = kinds::majority(majority);
    let of = match majority.base() {
        Some(Base::Cast) => tally.cast,
        Some(Base::Members) => tally.in_office,
        None => 0,
    };
    let formula = match (majority, majority.needed(tally)) {
        (Majority::Relative, _) => format!(" : plus de pour que de contre = {} contre {}", tally.for_, tally.against),
        (Majority::NoneAgainst, _) => format!(" = {} pour, {} contre", tally.for_, tally.against),
        (_, None) => " : sans objet, aucun suffrage exprimé".to_owned(),
        (Majority::OfCast | Majority::OfMembers, Some(needed)) => format!(" = {of} ÷ 2 + 1 = {needed}"),
        (Majority::ThreeFifthsOfCast | Majority::ThreeFifthsOfMembers, Some(needed)) => {
            format!(" = {of} × 3 ÷ 5, arrondi au-dessus = {needed}")
        }
        (Majority::TwoThirdsOfCast | Majority::TwoThirdsOfMembers, Some(needed)) => {
            format!(" = {of} × 2 ÷ 3, arrondi au-dessus = {needed}")
        }
    };
    let reason = reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
    format!("{NEEDED} ({name}){formula}{reason}.")
}
