//! The words of the yearly register.

use crate::council::law::Article;

use super::articles::in_brackets;
use super::letters::year as year_in_letters;
use super::numbers::count;

/// Over the closing sheet of a sitting.
pub const CLOSING_SHEET: &str = "Feuillet de clôture de la séance du";
/// Over the table by date.
pub const BY_DATE: &str = "Table par date";
/// Over the table by object.
pub const BY_OBJECT: &str = "Table par objet";
/// Over the days.
pub const DAY: &str = "Séance";
/// Over the ranks in a sitting.
pub const RANK: &str = "Rang";
/// Over the numbers of the acts.
pub const ACT: &str = "Délibération";
/// Over what they are about.
pub const OBJECT: &str = "Objet";
/// Over what was decided.
pub const RESULT: &str = "Résultat";
/// Over the names of those present.
pub const MEMBER: &str = "Membre présent";
/// Over the room to sign.
pub const SIGNATURE: &str = "Signature";
/// What the table of a sitting lists.
pub const ACTS_OF_THE_SITTING: &str = "Délibérations de la séance";
/// What the table of those present lists.
pub const WHO_WAS_PRESENT: &str = "Membres présents";
/// Above the table in which they sign.
pub const WHO_SIGNS: &str = "Signatures des membres présents :";
/// A sitting without acts.
pub const NONE: &str = "Aucune délibération n’a été prise à cette séance.";
/// Over who opens the register.
pub const NUMBERED_BY: &str = "Coté et paraphé par :";

/// « Registre des délibérations – Année 2025 ».
#[must_use]
pub fn title(body: &str, year: i16) -> String {
    format!("{body} – Registre des délibérations de l’année {year}")
}

/// « Registre de l’an deux mille vingt-cinq : 3 séances, 42 délibérations. Feuillets numérotés, cotés et paraphés (art. …). »
#[must_use]
pub fn opening(year: i16, sittings: u32, acts: u32, article: Option<Article>) -> String {
    let sittings = count(sittings, "séance", "séances");
    let acts = count(acts, "délibération", "délibérations");
    format!(
        "Registre des délibérations de l’an {} : {sittings}, {acts}. Les feuillets sont cotés et paraphés{}.",
        year_in_letters(year),
        in_brackets(article)
    )
}

/// « Rang dans la séance : 3 ».
#[must_use]
pub fn rank(rank: usize) -> String {
    format!("N° d’ordre dans la séance : {rank}")
}
