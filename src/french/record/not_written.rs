//! Why a paper was not written, in French.

use std::io::ErrorKind;

use super::{reason, remedy, shown};
use crate::store::disk::Kind;
use crate::store::guard::Belonging;
use crate::store::replace::NotWritten;

/// Why a paper was not written, in one sentence or two.
#[must_use]
pub fn not_written(why: &NotWritten) -> String {
    match why {
        NotWritten::Exists { path } => format!("{} existe déjà.", shown(path)),
        NotWritten::Belongs { path, to } => {
            let to = match to {
                Belonging::SessionFile => "est le fichier de la séance",
                Belonging::Named => "est un texte ou une table de la séance",
                Belonging::SessionName => "porte le nom d’un fichier de séance",
                Belonging::Record => "porte le nom d’un fichier du journal",
                Belonging::Notes => "est dans un dossier de notes",
            };
            format!("{} {to} : rien n’y est écrit.", shown(path))
        }
        NotWritten::NotAFile { path, kind } => {
            let kind = match kind {
                Kind::Folder => "est un dossier",
                Kind::Link => "est un lien vers un autre endroit",
                Kind::File | Kind::Special => "n’est pas un fichier ordinaire",
            };
            format!("{} {kind} : rien n’y est écrit.", shown(path))
        }
        NotWritten::Changed { path } => format!("{} a été modifié depuis que le programme l’a écrit.", shown(path)),
        NotWritten::NotAFolder { path, kind } => {
            let kind = match kind {
                Kind::Link => "est un lien vers un autre endroit",
                Kind::Folder | Kind::File | Kind::Special => "n’est pas un dossier",
            };
            format!("{} {kind} : rien n’y est écrit.", shown(path))
        }
        NotWritten::NoFolder { path } => {
            format!("{} ne peut pas être créé : le dossier qui doit le contenir n’existe pas.", shown(path))
        }
        NotWritten::Unnamed { path, kept } => format!(
            "{} n’a pas reçu son nom, et ce qui le portait n’est plus là. Le nouveau est entier dans {}.",
            shown(path),
            shown(kept)
        ),
        NotWritten::Refused { path, error, .. } if error.kind == ErrorKind::NotFound => {
            format!("{} n’est pas écrit : le dossier n’existe pas.", shown(path))
        }
        NotWritten::Refused { path, error, left } => {
            let left = left.as_deref().map(|left| format!(" Un papier inachevé est resté là : {}.", shown(left)));
            format!("{} n’est pas écrit : {}.{}", shown(path), reason(*error), left.unwrap_or_default())
        }
    }
}

/// What to do next, in one sentence.
#[must_use]
pub fn not_written_next_step(why: &NotWritten) -> &'static str {
    match why {
        NotWritten::Exists { .. } => "Choisissez un autre nom, ou ajoutez --force pour le remplacer.",
        NotWritten::Belongs { .. } | NotWritten::NotAFile { .. } => "Choisissez un autre nom.",
        NotWritten::Changed { .. } => "Gardez-le sous un autre nom, ou ajoutez --force pour le remplacer.",
        NotWritten::NotAFolder { .. } => "Donnez le dossier lui-même, ou le nom d’un nouveau dossier.",
        NotWritten::NoFolder { .. } => "Créez-le, ou choisissez un autre dossier.",
        NotWritten::Unnamed { .. } => "Donnez-lui ce nom vous-même.",
        NotWritten::Refused { error, .. } if error.kind == ErrorKind::NotFound => {
            "Créez-le, ou choisissez-en un autre."
        }
        NotWritten::Refused { error, .. } => remedy(*error),
    }
}
