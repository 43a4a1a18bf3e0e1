//! The words of the agenda and of the title of a report.

use crate::council::agenda::ReportKind;
use crate::council::hour::Hour;
use crate::council::id::ReportId;
use crate::council::sitting::Rectification;
use crate::french::kinds;
use crate::french::kinds::About;
use crate::french::numbers::hour;

use super::said::result;

/// Before the rapporteur's name.
pub const RAPPORTEUR: &str = "Rapporteur : ";
/// Before the number of the act.
pub const ACT: &str = "Acte : ";
/// Behind a number that is not fixed before the proclamation.
pub const PROVISIONAL: &str = " (provisoire)";

/// « 07 · délibération ».
#[must_use]
pub fn number(report: &ReportId, kind: ReportKind) -> String {
    let kind = kinds::kind(kind);
    format!("{report} · {kind}")
}

/// « rapporteur Léa MARTINET ».
#[must_use]
pub fn presented_by(name: &str) -> String {
    format!("rapporteur {name}")
}

/// « 07 · délibération · rapporteur Léa MARTINET ».
#[must_use]
pub fn heading(report: &ReportId, kind: ReportKind, rapporteur: Option<&str>) -> String {
    let number = number(report, kind);
    rapporteur.map_or_else(|| number.clone(), |name| format!("{number} · {}", presented_by(name)))
}

/// « adopté 26-3-1 à 20 h 17 ».
#[must_use]
pub fn done(result: &str, at: Option<Hour>) -> String {
    at.map_or_else(|| result.to_owned(), |at| format!("{result}, à {}", hour(at)))
}

/// Under the result of a report.
pub const TO_RECTIFY: &str = "F9 : rectifier";

/// « Rectifié à 20 h 30 : avant, adopté 26-3-1. Motif : … »
#[must_use]
pub fn rectified(about: About<'_>, before: &Rectification) -> String {
    let at = before.at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    let result = result(about, before.tally.as_ref(), before.outcome);
    format!("Rectifié{at} ; avant : {result}. Motif : {}", before.reason)
}

/// The draft of another body.
#[must_use]
pub fn submitted(to: &str) -> String {
    format!("Projet soumis à : {to}")
}
