//! The words of a member's card.

use crate::council::id::MemberId;
use crate::council::room::Seat;
use crate::council::roster::Roster;
use crate::french::numbers::enumerate;

use super::names::of;
use super::said::ending;

/// Where the member is: « représentée par SLISSA Monique ».
#[must_use]
pub fn seat(member: &MemberId, seat: &Seat, roster: &Roster) -> String {
    let e = ending(member, roster);
    match seat {
        Seat::Present => format!("présent{e}"),
        Seat::Remote => "à distance".to_owned(),
        Seat::Recused => format!("présent{e}, sans voix pour ce rapport"),
        Seat::Withdrawn => format!("retiré{e} pour ce rapport"),
        Seat::Represented(holder) => format!("représenté{e} par {}", roster.listed(holder)),
        Seat::Excused => format!("excusé{e}, sans pouvoir"),
        Seat::Absent => format!("absent{e}"),
    }
}

/// « porte le pouvoir de AMIEL Michel ».
#[must_use]
pub fn carries(givers: &[String]) -> String {
    match givers {
        [one] => format!("porte le pouvoir {}", of(one)),
        several => format!("porte les pouvoirs {}", of(&enumerate(several))),
    }
}

/// « pouvoir de AMIEL Michel ».
#[must_use]
pub fn carried_voice(giver: &str) -> String {
    format!("pouvoir {}", of(giver))
}
