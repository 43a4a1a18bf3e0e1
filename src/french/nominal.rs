//! The words of the *relevé nominatif d'un vote*.

use crate::council::ballot::Choice;
use crate::council::name::{Civility, Name};
use crate::council::room::Seat;

use super::grammar::Agreement;

/// At the head, before « délibération n° 12 ».
pub const TITLE: &str = "Relevé nominatif du vote – ";
/// What the table lists.
pub const CAPTION: &str = "Vote de chaque membre, dans l’ordre du tableau";
/// Over the names.
pub const MEMBER: &str = "Membre";
/// Over the groups.
pub const GROUP: &str = "Groupe";
/// Over where each is.
pub const PRESENCE: &str = "Présence";
/// Over what each said.
pub const VOTE: &str = "Vote";
/// Over who said it.
pub const BY: &str = "Par";
/// Under a head where there is nothing to say.
pub const NOTHING: &str = "–";

/// « pour », « contre », « abstention », « ne prend pas part au vote ».
#[must_use]
pub fn said(choice: Choice) -> &'static str {
    match choice {
        Choice::For => "pour",
        Choice::Against => "contre",
        Choice::Abstain => "abstention",
        Choice::NotTakingPart => "ne prend pas part au vote",
    }
}

/// Where a member is for that vote: « représentée », « présent, intéressé ».
#[must_use]
pub fn seat(seat: &Seat, name: &Name) -> String {
    let agreement = Agreement::with([name]);
    match seat {
        Seat::Present => agreement.agreed("présent"),
        Seat::Remote => "à distance".to_owned(),
        Seat::Recused => format!("{}, sans voix (déport)", agreement.agreed("présent")),
        Seat::Represented(_) => agreement.agreed("représenté"),
        // From a vote in which he is interested, or from that on his own accounts: the sentence below says which.
        Seat::Withdrawn => agreement.agreed("retiré"),
        Seat::Excused => agreement.agreed("excusé"),
        Seat::Absent => agreement.agreed("absent"),
    }
}

/// Who voted in person: « lui-même », « elle-même ».
#[must_use]
pub fn in_person(name: &Name) -> &'static str {
    match name.civility {
        Some(Civility::Mr) => "lui-même",
        Some(Civility::Mrs) => "elle-même",
        None => "en personne",
    }
}

/// In the place of a vote whose names nobody took down.
pub const NOT_TAKEN: &str = "non relevé";
/// In the place of the names of a secret ballot.
pub const SECRET: &str =
    "Scrutin secret : aucun nom n’est relevé. Le procès-verbal de dépouillement en donne les totaux.";
/// Over a table of such votes.
pub const NAMES_NOT_TAKEN: &str =
    "Noms non relevés : ce vote a été relevé sans les noms. Le tableau dit qui y avait une voix.";
/// A report that ended without any vote.
pub const NO_VOTE_TAKEN: &str = "Aucun vote n’a été pris sur ce rapport.";
/// Who has no voice in that vote.
pub const NO_VOTE: &str = "ne vote pas";
