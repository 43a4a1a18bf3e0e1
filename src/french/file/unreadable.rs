//! Files that cannot be read, in French.

use crate::store::session_file::unreadable::{Encoding, Unreadable};

use super::short;

/// Why a file cannot be read, after its name.
#[must_use]
pub fn unreadable(why: &Unreadable) -> String {
    match why {
        Unreadable::Missing => "n’existe pas".to_owned(),
        Unreadable::Denied => "ne peut pas être lu : les droits manquent".to_owned(),
        Unreadable::Folder => "est un dossier".to_owned(),
        Unreadable::Device => "est un périphérique, non un texte".to_owned(),
        Unreadable::Pipe => "est un tube, non un texte".to_owned(),
        Unreadable::Socket => "est une prise de communication, non un texte".to_owned(),
        Unreadable::TooLong => "dépasse 8 Mo".to_owned(),
        Unreadable::Outside => "n’est pas dans le dossier du fichier de séance".to_owned(),
        Unreadable::Encoding { encoding, line } => match encoding {
            Encoding::Utf16 => "est enregistré en UTF-16 (« Unicode ») au lieu d’UTF-8".to_owned(),
            Encoding::Latin1 => format!("n’est pas en UTF-8 mais sans doute en Latin-1 (« ANSI »), voir ligne {line}"),
            Encoding::Binary => "n’est pas un texte".to_owned(),
        },
        Unreadable::Disk(words) => format!("ne peut pas être lu ({})", short(words)),
    }
}

/// What to do about it, in one sentence.
pub fn remedy(why: &Unreadable) -> String {
    match why {
        Unreadable::Missing => "Vérifiez le nom et le dossier.",
        Unreadable::Denied => "Demandez le droit de lire ce fichier.",
        Unreadable::Folder | Unreadable::Device | Unreadable::Pipe | Unreadable::Socket => {
            "Donnez le nom d’un fichier."
        }
        Unreadable::TooLong => "Joignez les longues pièces à part.",
        Unreadable::Outside => "Copiez-le à côté du fichier de séance et écrivez son nom seul.",
        Unreadable::Encoding { encoding: Encoding::Binary, .. } => "Choisissez un fichier de texte.",
        Unreadable::Encoding { .. } => "Enregistrez-le à nouveau en choisissant le codage « UTF-8 ».",
        Unreadable::Disk(_) => "Copiez le fichier ailleurs et réessayez.",
    }
    .to_owned()
}
