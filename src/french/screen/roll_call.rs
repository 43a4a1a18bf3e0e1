//! The words of the roll call.

use crate::council::attendance::Presence;
use crate::council::hour::Hour;
use crate::council::id::MemberId;
use crate::council::room::Seat;
use crate::council::roster::{Member, Standing};
use crate::council::sitting::Sitting;
use crate::french::numbers::{count, hour};

use super::actions::presence_word;
use super::names::short;
use super::said::ending;

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
    format!("et {}, dites à l’ouverture", count(number, "autre irrégularité", "autres irrégularités"))
}

/// What stands beside a name, when the sign does not say it all: « sortie », « à distance », « suppléante d’AUBRY ».
#[must_use]
pub fn beside(member: &Member, sitting: &Sitting) -> Option<String> {
    let (attendance, roster) = (sitting.attendance(), &sitting.docket().roster);
    if let Some(sits) = attendance.sits_for(&member.id) {
        return Some(format!("↔ {}", short(sits, roster)));
    }
    match (&member.standing, attendance.seat_taken_by(&member.id)) {
        (Standing::SubstituteOf(titular), None) => return Some(format!("supplée {}", short(titular, roster))),
        (Standing::SuccessorOf(Some(of)), None) => return Some(format!("remplace {}", short(of, roster))),
        (Standing::SuccessorOf(None), None) => return Some("à installer".to_owned()),
        _ => {}
    }
    match attendance.presence(&member.id) {
        Presence::Present | Presence::Remote if seat_out_of_the_report(&member.id, sitting).is_some() => {
            Some("déport".to_owned())
        }
        presence @ (Presence::Remote | Presence::Out | Presence::Left) => {
            Some(presence_word(presence, ending(&member.id, roster)))
        }
        Presence::Present | Presence::Excused | Presence::Absent => None,
    }
}

/// The seat of a member who must take no part in the report that is being voted: in the room, and not counted as the
/// others are.
#[must_use]
pub fn seat_out_of_the_report<'a>(member: &MemberId, sitting: &'a Sitting) -> Option<&'a Seat> {
    let (_, vote) = sitting.open_report()?;
    vote.room.seat(member).filter(|seat| matches!(seat, Seat::Recused | Seat::Withdrawn))
}

/// Before the hour typed.
pub const HOUR: &str = "Heure : ";
/// Behind the hour typed.
pub const HOUR_OF_THE_NEXT: &str = "pour la prochaine action ; tapez maintenant le nom";

/// No other hour is typed: « Heure : 20 h 17. Une autre ? Quatre chiffres d’abord, sans Maj : 1842 ».
#[must_use]
pub fn hour_now(now: Option<Hour>) -> String {
    let now = now.map_or_else(|| "non notée".to_owned(), hour);
    format!("{HOUR}{now}. Une autre ? D’abord quatre chiffres, sans Maj : 1842")
}

/// « 18 h 4 », as far as it is typed.
#[must_use]
pub fn typed_hour(digits: &[u8]) -> String {
    let written: String = digits.iter().map(ToString::to_string).collect();
    match written.split_at_checked(2) {
        Some((hours, minutes)) => format!("{hours} h {minutes}"),
        None => written,
    }
}
