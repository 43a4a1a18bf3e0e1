//! The words of the preview.

/// « lignes 1 à 34 sur 120 ».
#[must_use]
pub fn rows(first: usize, last: usize, all: usize) -> String {
    format!("lignes {first} à {last} sur {all}")
}

/// Nothing is marked as missing in the paper shown.
pub const NOTHING_MISSING: &str = "Rien ne manque dans ce papier.";
/// The title of the paper beside the vote, while the vote is open.
pub const AS_IF_PROCLAIMED: &str = "Délibération, si le vote est proclamé maintenant";
/// The same, of a vote that is over.
pub const AS_PROCLAIMED: &str = "Délibération";
/// Over what the minutes would miss of the report.
pub const MISSING: &str = "Manque encore au procès-verbal";
