//! The words of the search: who is found, and between whom what is typed does not decide.

use crate::council::id::MemberId;
use crate::council::name::{Civility, fold};
use crate::council::roster::{Member, Roster};
use crate::french::numbers::count;

/// Figures are typed where names are noted.
pub const BY_NUMBER: &str = "Numéro dans la liste. Les chiffres d’un vote se notent par Tab.";

/// The most names that are told apart in one message.
const TOLD: usize = 3;

/// « 2 homonymes : MARTIN Paul (n° 4, Ensemble), MARTIN Lucie (n° 19). Rien n’est noté. Tapez la suite… »
#[must_use]
pub fn undecided(query: &str, alike: &[(&MemberId, &str)], roster: &Roster) -> String {
    let members: Vec<(&Member, &str)> =
        alike.iter().filter_map(|(id, number)| Some((roster.get(id)?, *number))).collect();
    let first = members.first().map(|(member, _)| fold(&member.name.surname));
    let are_homonyms = members.iter().all(|(member, _)| Some(fold(&member.name.surname)) == first);
    let number = members.len();
    let who = if are_homonyms {
        count(number, "homonyme", "homonymes")
    } else {
        format!("« {query} » convient à {}", count(number, "membre", "membres"))
    };
    let named: Vec<String> = members.iter().take(TOLD).map(|(member, number)| told_apart(member, number)).collect();
    let more = if members.len() > TOLD { "…" } else { "" };
    format!("{who} : {}{more}. Rien n’est noté : continuez, tapez le numéro, ou ↑ ↓.", named.join(", "))
}

/// « MARTIN Paul (n° 4, Ensemble) ».
fn told_apart(member: &Member, number: &str) -> String {
    let name = member.name.listed();
    match member.role.as_deref().or(member.group.as_deref()) {
        Some(apart) => format!("{name} (n° {number}, {apart})"),
        None => format!("{name} (n° {number})"),
    }
}

/// What tells a member from one of the same name: « Mme · 3e adjointe · Ensemble ».
#[must_use]
pub fn namesake(member: &Member) -> String {
    let civility = match member.name.civility {
        Some(Civility::Mrs) => Some("Mme"),
        Some(Civility::Mr) => Some("M."),
        None => None,
    };
    let parts = [civility, member.role.as_deref(), member.group.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// « + 2 pouvoirs », beside who carries them.
#[must_use]
pub fn carries(powers: usize) -> String {
    format!("+ {}", count(powers, "pouvoir", "pouvoirs"))
}
