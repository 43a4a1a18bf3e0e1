//! What is wrong with the notes, in French.

use std::collections::BTreeSet;
use std::io::ErrorKind;

use super::{not_written, not_written_next_step, reason, remedy, shown};
use crate::council::id::ReportId;
use crate::council::plain::plain;
use crate::french::file::unreadable_sentence as unreadable;
use crate::french::numbers::enumerate;
use crate::store::disk::Kind;
use crate::store::notes::{NotSaved, NoteProblem};

/// What is wrong with notes, and what to do, in one line.
#[must_use]
pub fn note_problem(problem: &NoteProblem) -> String {
    let is = |kind: &Kind| match kind {
        Kind::Folder => "est un dossier",
        Kind::Link => "est un lien vers un autre endroit",
        Kind::File => "n’est pas un dossier",
        Kind::Special => "n’est pas un fichier ordinaire",
    };
    match problem {
        NoteProblem::NotAFolder { path, kind } => {
            format!("{} {} : aucune note n’y est lue ni écrite. Déplacez-le ailleurs.", shown(path), is(kind))
        }
        NoteProblem::NotAFile { path, kind } => {
            format!("{} {} : ces notes ne sont ni lues ni écrites. Déplacez-le ailleurs.", shown(path), is(kind))
        }
        NoteProblem::FolderUnreadable { path, error } => {
            format!("Les notes ne peuvent pas être lues : {} ({}). {}", reason(*error), shown(path), remedy(*error))
        }
        NoteProblem::Unreachable { path, error } => {
            format!("Ces notes ne peuvent pas être lues : {} ({}). {}", reason(*error), shown(path), remedy(*error))
        }
        NoteProblem::TooLong { path } => {
            format!("{} dépasse 256 Kio : ces notes ne sont ni lues ni écrites. Raccourcissez-le.", shown(path))
        }
        NoteProblem::NotText { path, why } => {
            let next = "Enregistrez-le à nouveau en choisissant le codage « UTF-8 ».";
            format!("{} {} : ces notes ne sont ni lues ni écrites. {next}", shown(path), unreadable(why))
        }
        NoteProblem::UnknownReport { path, meant: Some(name) } => {
            format!("{} n’est lu pour aucun rapport. Renommez-le {}.", shown(path), plain(name))
        }
        NoteProblem::UnknownReport { path, meant: None } => {
            format!("{} n’est lu pour aucun rapport : aucun n’a ce numéro. Renommez-le.", shown(path))
        }
        NoteProblem::LeftOver { path } => {
            let what = "des notes dont l’enregistrement a été interrompu";
            format!("{} : {what}. Reprenez-en ce qui manque, puis supprimez-le.", shown(path))
        }
    }
}

/// Why notes were not saved, and what to do, in one line.
#[must_use]
pub fn not_saved(why: &NotSaved) -> String {
    match why {
        NotSaved::TooLong => "elles dépassent 256 Kio. Raccourcissez-les.".to_owned(),
        NotSaved::InTheWay(problem) => note_problem(problem),
        NotSaved::NoFolder { path, error } if error.kind == ErrorKind::NotFound => {
            format!("le dossier de {} n’est plus là. {}", shown(path), remedy(*error))
        }
        NotSaved::NoFolder { path, error } => {
            format!("{} ne peut pas être créé : {}. {}", shown(path), reason(*error), remedy(*error))
        }
        NotSaved::Refused(why) => format!("{} {}", not_written(why), not_written_next_step(why)),
    }
}

/// The notes are not those of the close, and may not be: the minutes are not settled yet.
#[must_use]
pub fn changed_since_the_close(reports: &BTreeSet<ReportId>) -> String {
    format!(
        "{} depuis la fin de la séance : c’est permis tant que le procès-verbal n’est pas arrêté.",
        have_changed(reports)
    )
}

/// The notes are not those that the minutes were settled with.
#[must_use]
pub fn changed_since_the_settlement(reports: &BTreeSet<ReportId>) -> String {
    format!(
        "{} depuis que le procès-verbal est arrêté. Reprenez le texte arrêté, ou faites arrêter le procès-verbal à nouveau.",
        have_changed(reports)
    )
}

/// « Les notes du rapport n° 07 ont changé ».
fn have_changed(reports: &BTreeSet<ReportId>) -> String {
    let numbers: Vec<String> = reports.iter().map(|report| format!("n° {}", plain(report.as_str()))).collect();
    let of = if numbers.len() > 1 { "des rapports" } else { "du rapport" };
    format!("Les notes {of} {} ont changé", enumerate(&numbers))
}
