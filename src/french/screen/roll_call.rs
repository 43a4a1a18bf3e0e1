//! The words of the roll call.

use crate::french::numbers::count;

/// The signs, in words: present, represented, excused, absent.
pub const LEGEND: [&str; 4] = [" présent  ", " pouvoir  ", " excusé  ", " absent "];

/// « Appel des 33 membres en exercice ».
#[must_use]
pub fn title(members: u32) -> String {
    format!("Appel des {}", count(members, "membre en exercice", "membres en exercice"))
}

/// « AMIEL Michel donne pouvoir à… »
#[must_use]
pub fn gives_to(giver: &str) -> String {
    format!("{giver} donne pouvoir à…")
}

/// « et 3 autres irrégularités, dites à l’ouverture ».
#[must_use]
pub fn more_findings(number: usize) -> String {
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    format!("et {}, dites à l’ouverture", count(number, "autre irrégularité", "autres irrégularités"))
}
