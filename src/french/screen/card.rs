//! The words of a member's card.

use crate::council::attendance::Presence;
use crate::council::ballot::Vote;
use crate::council::id::{MemberId, ReportId};
use crate::council::room::Seat;
use crate::council::roster::Roster;
use crate::council::sitting::Sitting;
use crate::french::figures;
use crate::french::numbers::enumerate;

use super::actions::presence_word;
use super::gesture::ground;

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

/// What else there is to know: who sits in his stead, that he stepped out, presides, must not take part and why.
#[must_use]
pub fn standing(member: &MemberId, report: Option<&ReportId>, sitting: &Sitting) -> Vec<String> {
    let (attendance, roster) = (sitting.attendance(), &sitting.docket().roster);
    let e = ending(member, roster);
    let mut lines = Vec::new();
    if let Some(sits) = attendance.sits_for(member) {
        lines.push(format!("{} siège à sa place", roster.listed(sits)));
    }
    if let Some(Some(titular)) = attendance.seat_taken_by(member) {
        lines.push(format!("siège à la place {}", of(&roster.listed(titular))));
    }
    let presence = attendance.presence(member);
    if presence.is_of_the_sitting() {
        lines.push(match presence {
            Presence::Out => format!("{}, doit revenir", presence_word(presence, e)),
            _ => presence_word(presence, e),
        });
    }
    let chair = report.map_or_else(|| sitting.chair(), |report| sitting.chair_of(report));
    if chair == Some(member) {
        lines.push("préside".to_owned());
    }
    if let Some(recusal) = report.and_then(|report| sitting.recusals(report).get(member)) {
        let note = recusal.note.as_ref().map(|note| format!(" : {note}")).unwrap_or_default();
        lines.push(format!("déport, {}{note}", ground(recusal.ground)));
    }
    lines
}

/// Those whom a rectification counts otherwise than before: « LE GOFFIC Ronan (avant : pour) ».
#[must_use]
pub fn counted_otherwise(before: &Vote, now: &Vote, roster: &Roster) -> Vec<String> {
    let word = |vote: &Vote, id: &MemberId| match (vote.choice(id), vote.room.seat(id)) {
        (Some(choice), _) => figures::choice(choice).to_owned(),
        (None, Some(own)) => seat(id, own, roster),
        (None, None) => String::new(),
    };
    let counted = |vote: &Vote, id: &MemberId| (vote.choice(id), vote.room.seat(id).cloned());
    let otherwise = |id: &&MemberId| counted(before, id) != counted(now, id);
    let in_order = roster.everyone().map(|member| &member.id);
    in_order.filter(otherwise).map(|id| format!("{} (avant : {})", roster.listed(id), word(before, id))).collect()
}

/// Those who must take no part in that vote: « AUBRY Paul (déport) », « … (retiré) ».
#[must_use]
pub fn without_a_voice(vote: &Vote, roster: &Roster) -> Vec<String> {
    let in_order = roster.everyone().map(|member| &member.id);
    let word = |id: &MemberId| match vote.room.seat(id) {
        Some(Seat::Recused) => Some("sans voix".to_owned()),
        Some(Seat::Withdrawn) => Some(format!("retiré{}", ending(id, roster))),
        _ => None,
    };
    in_order.filter_map(|id| word(id).map(|word| format!("{} ({word})", roster.listed(id)))).collect()
}
