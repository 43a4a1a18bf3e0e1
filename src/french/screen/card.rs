//! The words of a member's card.

use crate::council::attendance::Seat;
use crate::council::roster::Roster;
use crate::french::numbers::enumerate;

/// Where the member is: « représenté par SLISSA Monique ».
#[must_use]
pub fn seat(seat: &Seat, roster: &Roster) -> String {
    match seat {
        Seat::Present => "présent".to_owned(),
        Seat::Represented(holder) => format!("représenté par {}", roster.listed(holder)),
        Seat::Excused => "excusé, sans pouvoir".to_owned(),
        Seat::Absent => "absent".to_owned(),
    }
}

/// « porte le pouvoir de AMIEL Michel ».
#[must_use]
pub fn carries(givers: &[String]) -> String {
    match givers {
        [one] => format!("porte le pouvoir de {one}"),
        several => format!("porte les pouvoirs de {}", enumerate(several)),
    }
}

/// « pouvoir de AMIEL Michel ».
#[must_use]
pub fn carried_voice(giver: &str) -> String {
    format!("pouvoir de {giver}")
}
