//! A record that leaves its place and comes back to it, in French.

use std::path::Path;

use super::{reason, remedy, sentence, shown};
use crate::store::disk::folder_of;
use crate::store::fault::Fault;
use crate::store::record::shelter::NotPutBack;

/// The séance is being copied elsewhere, and her vote waits for it.
pub const LEAVING: &str = "Le disque ne répond plus : la séance se recopie sur cet ordinateur. Votre vote attend.";

/// There is nowhere to go: what can be done.
pub const NOWHERE: &str =
    "Cet ordinateur n’a pas de seconde copie : notez ce vote sur papier, ou copiez la séance sur un autre disque.";

/// The séance goes on elsewhere: what failed, and what to do. Where it is recorded now stands above it.
#[must_use]
pub fn goes_on(fault: Option<&Fault>) -> String {
    let why = match fault {
        Some(Fault::NotRecorded { path, error }) => format!("{} : {}. ", shown(folder_of(path)), reason(*error)),
        _ => String::new(),
    };
    format!("{why}La séance continue sur cet ordinateur : rien n’est perdu. Rebranchez le disque, puis Ctrl-T.")
}

/// The séance cannot go on elsewhere either: both reasons.
#[must_use]
pub fn neither(first: &Fault, second: &Fault) -> String {
    format!("{} La copie de cet ordinateur ne peut pas prendre la suite : {}", sentence(first), sentence(second))
}

/// The séance is recorded at its place again.
#[must_use]
pub fn is_back(place: &Path) -> String {
    format!("La séance est de nouveau enregistrée à sa place, dans {}.", shown(folder_of(place)))
}

/// Why it is not, and what to do.
#[must_use]
pub fn not_put_back(why: &NotPutBack) -> String {
    match why {
        NotPutBack::NotThere(place) => format!(
            "{} n’est pas là : la séance continue sur cet ordinateur. Rebranchez le disque, puis Ctrl-T.",
            shown(&place.session_file)
        ),
        NotPutBack::Other(place) => format!(
            "{} n’est pas le début de cette séance : rien n’y a été touché. Mettez ce fichier à part, puis Ctrl-T.",
            shown(&place.journal)
        ),
        NotPutBack::Held(_) => "La séance est ouverte à sa place par un autre programme : rien n’y a été touché. \
                                Fermez-le, puis Ctrl-T."
            .to_owned(),
        NotPutBack::Refused(place, error) => format!(
            "La séance n’est pas remise à sa place : {} ({}). {}",
            reason(*error),
            shown(folder_of(&place.journal)),
            remedy(*error).replace("réessayez", "Ctrl-T")
        ),
    }
}

/// A folder or a file, without anything that commands a terminal.
#[must_use]
pub fn path(path: &Path) -> String {
    shown(path)
}
