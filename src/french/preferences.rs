//! What is wrong with the preferences of the user, in French.

use std::path::Path;

use crate::store::session_file::problem::{FORMAT, Problem, ProblemKind, Unread};
use crate::store::session_file::unreadable::Unreadable;

use super::{course, file};

/// All that is wrong, as it is printed in a terminal.
#[must_use]
pub fn unread(unread: &Unread) -> String {
    let blocks: Vec<String> = unread.problems.iter().map(|problem| block(&unread.path, problem)).collect();
    format!("{}{STAND}", blocks.concat())
}

/// The first thing that is wrong, in one line: where, what, what to write.
#[must_use]
pub fn notice(unread: &Unread) -> Option<String> {
    let problem = unread.problems.first()?;
    let place = problem.place.as_ref().map(|at| format!(", ligne {}, colonne {}", at.line, at.column));
    let name = unread.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Some(format!(
        "{name}{} : {} {} {STAND}",
        place.unwrap_or_default(),
        sentence(&problem.kind),
        next_step(&problem.kind)
    ))
}

/// What happens meanwhile.
const STAND: &str = "En attendant, l’affichage d’origine sert.";

fn block(path: &Path, problem: &Problem) -> String {
    let next = next_step(&problem.kind);
    course::block(&problem.code().to_string(), path, problem.place.as_ref(), &sentence(&problem.kind), &next)
}

fn sentence(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::OutOfRange("format") => format!("Le format de ce fichier est {FORMAT}."),
        other => file::sentence(other),
    }
}

fn next_step(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::Empty | ProblemKind::Reader(_) | ProblemKind::File(Unreadable::TooLong) => {
            format!("Écrivez par exemple : {EXAMPLE}.")
        }
        ProblemKind::UnknownVariant { nearest: None, .. } | ProblemKind::WrongType { field: "palette", .. } => {
            "Écrivez : palette: Usuelle, palette: Contraste ou palette: SansCouleur.".to_owned()
        }
        other => file::next_step(other),
    }
}

/// A file of preferences.
pub const EXAMPLE: &str = "(palette: Contraste, ascii: true, lineaire: false, souris: true)";
