//! What is wrong with the receipts of the prefecture that a session file gives, in French.

use crate::council::id::ReportId;
use crate::council::plain::plain;
use crate::council::receipt::{Discord, Part};

/// What is wrong, in one sentence.
#[must_use]
pub fn sentence(report: &ReportId, discord: &Discord) -> String {
    let report = plain(report.as_str());
    match discord {
        Discord::Form => format!("L’accusé du rapport n° {report} n’a pas la forme d’un accusé de réception."),
        Discord::Part { part, found, expected } => format!(
            "L’accusé du rapport n° {report} a {} {} au lieu de {}.",
            named(*part),
            plain(found),
            plain(expected)
        ),
    }
}

/// What to do next, in one sentence.
#[must_use]
pub fn next_step(discord: &Discord) -> &'static str {
    match discord {
        Discord::Form => "Recopiez-le, par exemple 013-200054807-20220303-2022_CT2_010-DE.",
        Discord::Part { part: Part::Date, .. } => "La date est celle de la séance : vérifiez l’accusé.",
        Discord::Part { .. } => "Vérifiez l’accusé et le fichier de séance.",
    }
}

fn named(part: Part) -> &'static str {
    match part {
        Part::Department => "le département",
        Part::Siren => "le SIREN",
        Part::Date => "la date",
        Part::Number => "le numéro d’acte",
        Part::Nature => "la nature",
    }
}
