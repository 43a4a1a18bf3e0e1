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

/// The séance goes on elsewhere: what failed, and what to do; without a fault she chose to, and the reason was said. Where
/// it is recorded now stands above it.
#[must_use]
pub fn goes_on(fault: Option<&Fault>) -> String {
    const GOES_ON: &str = "La séance continue sur cet ordinateur : rien n’est perdu.";
    match fault {
        Some(Fault::NotRecorded { path, error }) => {
            format!("{} : {}. {GOES_ON} Rebranchez le disque, puis Ctrl-T.", shown(folder_of(path)), reason(*error))
        }
        _ => format!("{GOES_ON} Quand elle peut de nouveau être écrite à sa place, Ctrl-T l’y remet."),
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::fault::DiskError;
    use crate::store::kept::Place;

    #[test]
    fn every_sentence_ends_as_one_and_says_what_to_do() {
        let place = Place::of(Path::new("/media/\u{1b}[2J/x.ron")).unwrap_or_else(|fault| panic!("{fault:?}"));
        let error = DiskError { kind: std::io::ErrorKind::ReadOnlyFilesystem, code: Some(30) };
        let gone = Fault::NotRecorded { path: place.journal.clone(), error };
        let refusals = [
            NotPutBack::NotThere(place.clone()),
            NotPutBack::Other(place.clone()),
            NotPutBack::Held(None),
            NotPutBack::Refused(place.clone(), error),
        ];
        let mut said = vec![LEAVING.to_owned(), NOWHERE.to_owned(), goes_on(Some(&gone)), goes_on(None)];
        said.extend([neither(&gone, &gone), is_back(&place.journal)]);
        for refusal in refusals.iter().map(not_put_back) {
            assert!(refusal.contains("puis Ctrl-T."), "{refusal}");
            said.push(refusal);
        }
        for sentence in said {
            assert!(sentence.ends_with('.') && !sentence.contains("  ") && !sentence.contains('\''), "{sentence}");
            assert!(!sentence.contains('\u{1b}'), "{sentence}");
        }
    }
}
