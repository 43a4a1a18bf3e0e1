//! A result that was rectified: what is said under the report, and what the annex of the minutes tells of it.

use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::council::hour::Hour;
use crate::council::name::Name;
use crate::council::room::Seat;
use crate::council::roster::Roster;
use crate::council::sitting::Rectification;
use crate::council::tally::Tally;

use super::figures;
use super::grammar::{Agreement, uncapitalised};
use super::numbers::hour;
use super::phrases::votes;

/// When a result was rectified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// In the sitting, at that hour if it is known.
    InTheSitting(Option<Hour>),
    /// After its close.
    AfterTheSitting,
}

/// « Résultat rectifié à 21 h 05 : voix omise ; chiffres avant : 5 voix pour et 2 voix contre (adopté à la majorité). »
#[must_use]
pub fn note(rectification: &Rectification, when: When, result: &str) -> String {
    format!("{} ; {}.", head(rectification, when), before(rectification.tally.as_ref(), result))
}

/// « Résultat rectifié à 21 h 05 : voix omise ».
#[must_use]
pub fn head(rectification: &Rectification, when: When) -> String {
    let when = match when {
        When::InTheSitting(at) => at.map(|at| format!(" à {}", hour(at))).unwrap_or_default(),
        When::AfterTheSitting => " après la séance".to_owned(),
    };
    format!("Résultat rectifié{when} : {}", rectification.reason.trim().trim_end_matches('.'))
}

fn before(tally: Option<&Tally>, result: &str) -> String {
    let Some(tally) = tally else { return format!("résultat avant : {}", uncapitalised(result)) };
    format!("chiffres avant : {} ({})", votes(tally), uncapitalised(result))
}

/// « Résultat avant rectification : Adopté à la majorité. »
#[must_use]
pub fn result_before(result: &str) -> String {
    format!("Résultat avant rectification : {}.", uncapitalised(result))
}

/// Before those who were counted otherwise.
pub const COUNTED_OTHERWISE: &str = "Ont été comptés autrement :";

/// « absente ; avant rectification : représentée par ESNAULT Julie, pour », after the name of a member.
#[must_use]
pub fn counted(name: &Name, now: Counted<'_>, before: Counted<'_>, roster: &Roster) -> String {
    format!("{} ; avant rectification : {}", place(name, now, roster), place(name, before, roster))
}

/// Where a member was in a vote, and what the voice said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted<'a> {
    /// The place; nobody's seat is `None`.
    pub seat: Option<&'a Seat>,
    /// Whether the member had stepped out or left, or never came.
    pub presence: Presence,
    /// What the voice said, if it was in the room.
    pub choice: Option<Choice>,
}

fn place(name: &Name, counted: Counted<'_>, roster: &Roster) -> String {
    let agreed = |adjective: &str| Agreement::with([name]).agreed(adjective);
    let place = match counted.seat {
        Some(Seat::Present) => agreed("présent"),
        Some(Seat::Remote) => format!("{} à distance", agreed("présent")),
        Some(Seat::Recused) => format!("{}, sans voix", agreed("présent")),
        Some(Seat::Represented(holder)) => format!("{} par {}", agreed("représenté"), roster.listed(holder)),
        Some(Seat::Withdrawn) => agreed("retiré"),
        Some(Seat::Excused) => agreed("excusé"),
        Some(Seat::Absent) => agreed(match counted.presence {
            Presence::Out => "sorti",
            Presence::Left => "parti",
            _ => "absent",
        }),
        None => "sans siège".to_owned(),
    };
    counted.choice.map_or_else(|| place.clone(), |choice| format!("{place}, {}", figures::choice(choice)))
}
