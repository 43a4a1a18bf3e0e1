//! What a report lays before the council, and how it ends without a vote, in the words of minutes.

use crate::council::agenda::ReportKind;
use crate::council::docket::BodyKind;
use crate::council::hour::Hour;
use crate::council::id::ReportId;
use crate::council::law::{Rules, Subject};
use crate::council::name::Name;
use crate::council::outcome::Outcome;
use crate::council::roster::Member;

use super::articles::in_brackets;
use super::grammar::{Agreement, addressed, the_chair, to_the_body};
use super::numbers::{enumerate, hour};

/// Over the table of the decisions.
pub const DECISIONS: &str = "Décisions prises par délégation";
/// A column of it.
pub const DECISION_NUMBER: &str = "Numéro";
/// A column of it.
pub const DECISION_DATE: &str = "Date";
/// A column of it.
pub const DECISION_OBJECT: &str = "Objet";
/// A cell of it of which nothing is known.
pub const UNKNOWN: &str = "–";
/// Over what was remarked on earlier minutes.
pub const REMARKS: &str = "Remarques :";
/// After the object of a report, on the agenda.
pub const ADDED_TO_THE_AGENDA: &str = " (ajouté en séance)";

/// « Vœu présenté par Madame Rosa CHASTANG. », « Question orale de Monsieur Paolo DI MEO, à laquelle répond Madame Anne
/// FOURNEL. »: what the report is, who brings it, who answers; nothing for what its own words say.
#[must_use]
pub fn brought_by(kind: ReportKind, authors: &[&Name], answers: Option<&Name>, body: BodyKind) -> Option<String> {
    let names: Vec<String> = authors.iter().map(|name| addressed(name)).collect();
    let by = (!names.is_empty()).then(|| enumerate(&names));
    let (what, presented) = match kind {
        ReportKind::OralQuestion => return Some(question(by, answers)),
        ReportKind::Wish => ("Vœu", "présenté"),
        ReportKind::Motion => ("Motion", "présentée"),
        _ => return by.map(|by| format!("Présenté par {by}.")),
    };
    Some(match by {
        Some(by) => format!("{what} {presented} par {by}."),
        None => format!("{what} {presented} {}.", to_the_body(body)),
    })
}

fn question(by: Option<String>, answers: Option<&Name>) -> String {
    let by = by.map(|by| format!(" posée par {by}")).unwrap_or_default();
    let answered = answers.map(|name| format!(", à laquelle répond {}", addressed(name))).unwrap_or_default();
    format!("Question orale{by}{answered}.")
}

/// « Rapport ajouté à l’ordre du jour en séance à 19 h 10. »
#[must_use]
pub fn added_in_the_sitting(at: Option<Hour>) -> String {
    let at = at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    format!("Rapport ajouté à l’ordre du jour en séance{at}.")
}

/// « Il est rendu compte au Conseil municipal des décisions suivantes, prises par délégation (art. …) : »
#[must_use]
pub fn decisions_reported(body: BodyKind, rules: &Rules) -> String {
    format!(
        "Il est rendu compte {} des décisions suivantes, prises par délégation{} :",
        to_the_body(body),
        in_brackets(rules.article(Subject::Delegation))
    )
}

/// « Candidate », « Candidats »: over the names of those who stand.
#[must_use]
pub fn candidates(names: &[&Name]) -> String {
    Agreement::with(names.iter().copied()).agreed("Candidat")
}

/// « Une seule candidature ayant été déposée pour chaque poste à pourvoir, les nominations prennent effet immédiatement et
/// il en est donné lecture par le maire (art. L.2121-21 du CGCT). »
#[must_use]
pub fn read_out(body: BodyKind, president: Option<&Member>, how_many: usize, rules: &Rules) -> String {
    let chair = the_chair(body, president);
    let article = in_brackets(rules.article(Subject::Appointment));
    let (deposited, effect) = if how_many < 2 {
        ("Une seule candidature ayant été déposée", "la nomination prend effet immédiatement")
    } else {
        (
            "Une seule candidature ayant été déposée pour chaque poste à pourvoir",
            "les nominations prennent effet immédiatement",
        )
    };
    format!("{deposited}, {effect} et il en est donné lecture par {chair}{article}.")
}

/// « Examen terminé à 19 h 10. », « Rapport retiré à 19 h 10. », for what ends without a vote on its text.
#[must_use]
pub fn ended_at(outcome: Outcome, at: Hour) -> String {
    let what = if outcome == Outcome::Withdrawn { "Rapport retiré" } else { "Examen terminé" };
    format!("{what} à {}.", hour(at))
}

/// « Les demandes de scrutin particulier sont consignées sous les rapports n° 5 et 8. »
#[must_use]
pub fn particular_ballots(reports: &[&ReportId], requests: usize) -> String {
    let numbers: Vec<String> = reports.iter().map(ToString::to_string).collect();
    match numbers.as_slice() {
        [one] if requests < 2 => {
            format!("La demande de scrutin particulier est consignée sous le rapport n° {one}.")
        }
        [one] => format!("Les demandes de scrutin particulier sont consignées sous le rapport n° {one}."),
        _ => {
            format!("Les demandes de scrutin particulier sont consignées sous les rapports n° {}.", enumerate(&numbers))
        }
    }
}
