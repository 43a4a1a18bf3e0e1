//! The words of the two lines on top.

use jiff::civil::Date;

use crate::council::hour::Hour;
use crate::council::room::Room;
use crate::french::numbers::{date, hour};
use crate::french::program::READ_ONLY;

/// The sitting is not open.
pub const BEFORE_OPENING: &str = "appel en cours";
/// No quorum can be told.
pub const QUORUM_DISPUTED: &str = "Quorum : règle discutée à cette date";

/// « — séance du 3 mars 2025 », after the name of the body.
#[must_use]
pub fn day(day: Date, full: bool) -> String {
    if full { format!(" — séance du {}", date(day)) } else { format!(" — {}", date(day)) }
}

/// « ouverte depuis 18 h 04 », or « ouverte 18 h 04 » for a narrow window.
#[must_use]
pub fn open_since(at: Option<Hour>, full: bool) -> String {
    let words = if full { "ouverte depuis" } else { "ouverte" };
    at.map_or_else(|| "ouverte".to_owned(), |at| format!("{words} {}", hour(at)))
}

/// The sitting is suspended.
pub const SUSPENDED: &str = "séance suspendue";

/// « séance ajournée à 18 h 45 ».
#[must_use]
pub fn adjourned_at(at: Option<Hour>) -> String {
    at.map_or_else(|| "séance ajournée".to_owned(), |at| format!("séance ajournée à {}", hour(at)))
}

/// « séance levée à 21 h 30 ».
#[must_use]
pub fn closed_at(at: Option<Hour>) -> String {
    at.map_or_else(|| "séance levée".to_owned(), |at| format!("séance levée à {}", hour(at)))
}

/// « Présents 24 · Pouvoirs 6 · Excusés 2 · Absents 1 », or shorter words for a narrow window.
#[must_use]
pub fn counts(room: &Room, full: bool) -> String {
    let words =
        if full { ["Présents", "Pouvoirs", "Excusés", "Absents"] } else { ["Prés.", "Pouv.", "Exc.", "Abs."] };
    let numbers = [room.present(), room.represented(), room.excused(), room.absent()];
    let parts: Vec<String> = words.iter().zip(numbers).map(|(word, number)| format!("{word} {number}")).collect();
    parts.join(" · ")
}

/// « Votants 30 », of the vote on the screen.
#[must_use]
pub fn voters(number: u32) -> String {
    format!("Votants {number}")
}

/// « Voix 31 », of the room when no vote is on the screen.
#[must_use]
pub fn voices(number: u32) -> String {
    format!("Voix {number}")
}

/// The banner of an instance that only reads.
#[must_use]
pub fn read_only(why: &str) -> String {
    match reason_alone(why) {
        "" => "LECTURE SEULE".to_owned(),
        reason => format!("LECTURE SEULE : {reason}"),
    }
}

/// Why the séance is only read, without the words « lecture seule » that stand around it already.
pub(super) fn reason_alone(why: &str) -> &str {
    if why == READ_ONLY {
        return "";
    }
    why.strip_prefix("Lecture seule : ").unwrap_or(why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_banner_says_read_only_once() {
        assert_eq!(read_only("La séance est ouverte ailleurs."), "LECTURE SEULE : La séance est ouverte ailleurs.");
        assert_eq!(read_only("Lecture seule : disque plein."), "LECTURE SEULE : disque plein.");
        assert_eq!(read_only(READ_ONLY), "LECTURE SEULE");
    }
}
