//! The words of a vote that is heard: what is put to the vote, what is asked, what a voice says.

use crate::council::agenda::Report;
use crate::council::ballot::{Choice, Vote};
use crate::council::outcome::Outcome;
use crate::council::proposal::Proposed;
use crate::council::roster::Roster;
use crate::council::sitting::Sitting;
use crate::council::tally::Tally;
use crate::council::way::Way;
use crate::french::numbers::count;
use crate::french::screen::{titles, told, where_we_are};
use crate::french::{figures, grammar, kinds};

/// « 07, délibération : Tarifs de la restauration. Rapporteur Léa MARTINET. »
#[must_use]
pub fn report(report: &Report, rapporteur: Option<&str>) -> String {
    let rapporteur = rapporteur.map(|name| format!(" Rapporteur {name}.")).unwrap_or_default();
    format!("{}, {} : {}.{rapporteur}", report.id, kinds::kind(report.kind), object(report))
}

/// « 07, adopté 26-3-1, à 20 h 17, délibération : Tarifs de la restauration. Rapporteur Léa MARTINET. »
#[must_use]
pub fn report_of(of: &Report, state: &str, rapporteur: Option<&str>) -> String {
    let told = report(of, rapporteur);
    let rest = told.strip_prefix(of.id.as_str()).unwrap_or(&told);
    format!("{}, {state}{rest}", of.id)
}

fn object(report: &Report) -> &str {
    report.object.trim_end_matches('.')
}

/// « 07, amendement n° 1 à l’article 2, AUBRY Paul. Le texte attend. »
#[must_use]
pub fn proposal(report: &Report, proposed: &Proposed, roster: &Roster, waits: bool) -> String {
    let waits = if waits { format!(" {}.", grammar::capitalised(told::TEXT_WAITS)) } else { String::new() };
    format!("{}, {}.{waits}", report.id, grammar::uncapitalised(&told::proposal(&proposed.proposal, roster)))
}

/// « Scrutin public, par appel nominal. »; nothing for the ordinary way.
#[must_use]
pub fn manner(vote: &Vote) -> Option<String> {
    let mut parts = Vec::new();
    if vote.ballot.is_public() {
        parts.push(told::PUBLIC_BALLOT);
    }
    if vote.way != Way::ByException {
        parts.push(kinds::way(vote.way));
    }
    (!parts.is_empty()).then(|| format!("{}.", grammar::capitalised(&parts.join(", "))))
}

/// « Qui est contre ? Qui s’abstient ? 30 voix, majorité absolue 16. »
#[must_use]
pub fn question(vote: &Vote) -> String {
    let voices = count(vote.voices(), "voix", "voix");
    let tally = Tally::of(vote);
    let majority = tally.map(|tally| grammar::uncapitalised(&where_we_are::majority(vote, &tally)));
    let all_for = tally.is_some_and(|tally| tally.against + tally.abstentions + tally.not_taking_part == 0);
    match (vote.way, tally, majority) {
        (Way::ByException, Some(tally), Some(majority)) => {
            let told = if all_for { voices } else { grammar::uncapitalised(&where_we_are::voices(&tally)) };
            format!("{} {}, {majority}.", titles::QUESTION, grammar::capitalised(&told))
        }
        (Way::RollCall, _, _) => format!("{}.", told::called(vote.choices().count(), vote.voices())),
        (_, Some(tally), Some(majority)) => {
            format!("{}. {}.", where_we_are::voices(&tally), grammar::capitalised(&majority))
        }
        (Way::Result, ..) => match vote.stated() {
            Some(stated) => format!("{}.", told::stated(stated)),
            None => format!("{}. {}", told::NOTHING_STATED, told::TAB_TO_NOTE),
        },
        _ => format!("{}. {}", told::NOTHING_COUNTED, told::TAB_TO_NOTE),
    }
}

/// What a hit of the search says: « AUBRY Paul, pour, 1 pouvoir ; 1 sur 3 ».
#[must_use]
pub fn hit(name: &str, beside: &[String], place: &str) -> String {
    let parts: Vec<&str> = std::iter::once(name).chain(beside.iter().map(String::as_str)).collect();
    format!("{} ; {place}", parts.join(", "))
}

/// « 1 pouvoir ».
#[must_use]
pub fn carries(powers: usize) -> Option<String> {
    (powers > 0).then(|| count(powers, "pouvoir", "pouvoirs"))
}

/// « représenté par BOISSEAU Hakim », of a voice that another speaks for.
#[must_use]
pub fn carried_by(holder: &str) -> String {
    format!("par {holder}")
}

/// Nobody fits the letters: « zzz : personne ».
#[must_use]
pub fn nobody(query: &str) -> String {
    format!("{query} : {}.", titles::NOBODY)
}

/// What a voice says; that it is still to be said; that it has none.
#[must_use]
pub fn said(choice: Option<Choice>, has_voice: bool) -> &'static str {
    match choice {
        Some(choice) => figures::choice(choice),
        None if has_voice => told::NOT_SAID,
        None => titles::NO_VOICE,
    }
}

/// « Entrée : il en est donné acte, puis le rapport suivant. »
#[must_use]
pub fn enter_ends(outcome: Outcome, report: &Report, sitting: &Sitting) -> String {
    told::enter_ends(outcome, report, sitting).replacen("↵ ", "Entrée : ", 1)
}

/// « Amendement n° 1 : Remplacer « 45 000 euros » par « 60 000 euros ». »
#[must_use]
pub fn text_of(proposed: &Proposed, line: &str) -> String {
    format!("{} : {line}", kinds::proposal_title(&proposed.proposal.id))
}

/// « À appeler : AUBRY Paul. »
#[must_use]
pub fn to_call(name: &str) -> String {
    format!("À appeler : {name}.")
}

/// « Vote du rapport 07. », when she comes back to it.
#[must_use]
pub fn back_to(report: &Report, what: Option<&str>) -> String {
    let what = what.map(|what| format!(", {what}")).unwrap_or_default();
    format!("Rapport {}{what}, {}.", report.id, object(report))
}

/// « Adopté 26-3-1 ; rapport n° 07 proclamé à 20 h 17. »: what it became is under the first cells of a Braille line.
#[must_use]
pub fn result_first(told: &str) -> String {
    match told.split_once(" : ") {
        Some((what, result)) if what.contains(" proclamé") => {
            format!("{} ; {}.", grammar::capitalised(result), grammar::uncapitalised(what))
        }
        _ => format!("{told}."),
    }
}

/// What is typed, where it leads no further: « kell : KELLERMANN Yves ».
#[must_use]
pub fn still(typed: &str, line: &str) -> String {
    let name = line.split([',', ';']).next().unwrap_or_default().trim_end();
    format!("{typed} : {name}")
}

/// « Maintenant, rejeté, à la majorité. »: what is to be proclaimed is no longer what it was.
#[must_use]
pub fn would_be(outcome: &str) -> String {
    format!("À proclamer maintenant : {outcome}.")
}
