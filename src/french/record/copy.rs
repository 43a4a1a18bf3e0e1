//! The second copy of a record, in French: what is said of it, and what the note in its folder says.

use std::io::ErrorKind;
use std::path::Path;

use super::{number, reason, shown};
use crate::council::docket::Docket;
use crate::council::plain::plain;
use crate::french::numbers::date;
use crate::store::fault::{DiskError, Notice};
use crate::store::second_copy::FOLDER;

/// The user has no home.
const NOWHERE: &str = "Pas de seconde copie : ce compte n’a pas de dossier personnel. La séance n’est enregistrée \
                           qu’à sa place.";

/// Another program holds the copy.
const HELD: &str =
    "Pas de seconde copie : une autre fenêtre s’en sert déjà. La séance n’est enregistrée qu’à sa place.";

/// A byte of the last action was lost by itself in a power cut, and is there again.
pub fn put_right(line: u64, set_aside: &Path) -> String {
    format!(
        "Une coupure de courant avait effacé un octet de la dernière action (ligne {line}). Son sceau la prouve : elle est \
         rétablie. Ce qui se trouvait là est gardé dans {}.",
        shown(set_aside)
    )
}

/// What became of the copy.
pub fn of(notice: &Notice) -> String {
    match notice {
        Notice::PutBack { entries, copy, had_vanished: false, .. } => format!(
            "{} ici : {} de la seconde copie gardée dans {}.",
            number(*entries, "action manquait", "actions manquaient"),
            if *entries == 1 { "elle a été reprise" } else { "elles ont été reprises" },
            folder(copy)
        ),
        Notice::PutBack { entries, journal, copy, had_vanished: true } => format!(
            "{} n’était plus là : {} de la seconde copie. Pour recommencer la séance à neuf, quittez, puis supprimez ce \
             fichier et le dossier {}.",
            shown(journal),
            number(*entries, "action y a été remise, reprise", "actions y ont été remises, reprises"),
            folder(copy)
        ),
        Notice::CopyHadOtherFile { path } => format!(
            "Le fichier de séance avait été changé dans la seconde copie : il y est gardé à part ({}). C’est celui d’ici \
             qui est suivi.",
            shown(path)
        ),
        Notice::CopyHoldsMore { entries, copy } => format!(
            "La seconde copie de cet ordinateur a {} de plus que ce journal ({}).",
            number(*entries, "action", "actions"),
            shown(copy)
        ),
        Notice::CopySetAside { entries, altered, path } => {
            let why = match (altered, entries) {
                (Some(line), 0) => format!("La seconde copie avait été modifiée à la ligne {line}"),
                (Some(line), _) => format!(
                    "La seconde copie avait été modifiée à la ligne {line} et contient {} que ce journal n’a pas",
                    number(*entries, "action", "actions")
                ),
                (None, 0) => "La seconde copie n’allait pas avec ce journal".to_owned(),
                (None, _) => format!(
                    "La seconde copie contient {} que ce journal n’a pas",
                    number(*entries, "action", "actions")
                ),
            };
            format!("{why} : elle est gardée à part ({}), une autre est commencée.", shown(path))
        }
        Notice::NowhereToDouble => NOWHERE.to_owned(),
        Notice::NotDoubled { error: DiskError { kind: ErrorKind::WouldBlock, .. }, .. } => HELD.to_owned(),
        Notice::NotDoubled { path, error } => format!(
            "Pas de seconde copie : {} ({}). La séance n’est enregistrée qu’à sa place.",
            reason(*error),
            shown(all_the_copies(path))
        ),
        _ => String::new(),
    }
}

/// The folder of all the copies: the whole path of a file of one of them leaves no room for what is to be done.
fn all_the_copies(path: &Path) -> &Path {
    path.ancestors().find(|above| above.ends_with(FOLDER)).unwrap_or(path)
}

fn folder(copy: &Path) -> String {
    shown(copy.parent().unwrap_or(copy))
}

/// What to do where no copy can be kept. The séance goes on; the copy is looked for again at the next opening.
pub fn remedy(error: DiskError) -> &'static str {
    match error.kind {
        ErrorKind::WouldBlock => "Fermez l’autre fenêtre, puis rouvrez la séance.",
        ErrorKind::Unsupported => "Ouvrez la séance avec la version la plus récente du programme.",
        ErrorKind::InvalidData | ErrorKind::AlreadyExists => {
            "Fermez et rouvrez la séance : une autre copie sera commencée."
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "Libérez de la place, puis rouvrez la séance."
        }
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => {
            "Faites donner le droit d’y écrire, puis rouvrez la séance."
        }
        _ => "Faites vérifier ce disque, puis rouvrez la séance.",
    }
}

/// What is opened is the copy itself.
pub const IN_THE_COPY: &str = "Vous tenez la séance dans la seconde copie de cet ordinateur. Dès que le disque de la séance \
                               revient, quittez et ouvrez-la là-bas : ce qui y manque y sera remis.";

/// The séance is not where it was, but there is a copy of it.
#[must_use]
pub fn only_the_copy(copy: &Path) -> String {
    format!("Une copie de cette séance est sur cet ordinateur.\nOuvrez-la : hemicycle ouvrir \"{}\"", shown(copy))
}

/// The note in the folder of a copy: what it is, of which file, what to do with it. Nothing of what was voted is in it.
#[must_use]
pub fn read_me(session_file: &Path, docket: &Docket) -> String {
    let name = session_file.file_name().map_or(session_file, Path::new);
    format!(
        "Ce dossier est la seconde copie d’une séance, tenue par le programme hemicycle.\n\
         \n\
         Assemblée : {council}\n\
         Séance : {day}\n\
         Fichier de séance : {file}\n\
         \n\
         Tant que ce fichier est à sa place, il n’y a rien à faire ici :\n\
         chaque action enregistrée là-bas l’est aussi dans ce dossier.\n\
         \n\
         Si la place de la séance est perdue (clé, disque ou dossier disparu),\n\
         ouvrez la séance d’ici, elle est complète. Dans un terminal ouvert\n\
         dans ce dossier :\n\
         \n    hemicycle ouvrir \"{name}\"\n\
         \n\
         Si la place revient ensuite, ouvrez la séance là-bas : le programme\n\
         y remet ce qui manque.\n\
         \n\
         Les fichiers dont le nom contient « -ecarte- » ou « -autre- », ou finit\n\
         par « .torn », ont été mis de côté ; le programme ne les supprime\n\
         jamais. Ce dossier peut être supprimé quand le procès-verbal est arrêté\n\
         et que la séance est gardée ailleurs.\n",
        council = plain(&docket.body.name),
        day = date(docket.meeting.date),
        file = shown(session_file),
        name = shown(name),
    )
}

#[cfg(test)]
mod tests {
    use super::super::{notice, notice_next_step};
    use super::*;

    #[test]
    fn what_became_of_the_copy_is_said_in_whole_sentences_one_action_or_many() {
        let (journal, copy) = (Path::new("/cle/x.journal"), Path::new("/etat/copies/x-0123/x.journal"));
        let put_back = |entries, had_vanished| {
            let (journal, copy) = (journal.into(), copy.into());
            notice(&Notice::PutBack { entries, journal, copy, had_vanished })
        };
        assert_eq!(
            put_back(3, false),
            "3 actions manquaient ici : elles ont été reprises de la seconde copie gardée dans /etat/copies/x-0123."
        );
        assert!(put_back(1, false).starts_with("1 action manquait ici : elle a été reprise "));
        assert_eq!(
            put_back(12, true),
            "/cle/x.journal n’était plus là : 12 actions y ont été remises, reprises de la seconde copie. Pour \
             recommencer la séance à neuf, quittez, puis supprimez ce fichier et le dossier /etat/copies/x-0123."
        );
        let aside = |entries, altered| notice(&Notice::CopySetAside { entries, altered, path: copy.into() });
        let error = |kind| DiskError { kind, code: None };
        let doubled = |kind| Notice::NotDoubled { path: copy.into(), error: error(kind) };
        let kinds = [ErrorKind::WouldBlock, ErrorKind::StorageFull, ErrorKind::Unsupported, ErrorKind::InvalidData];
        let mut said = vec![put_back(1, true), notice(&Notice::NowhereToDouble)];
        said.extend([aside(0, None), aside(0, Some(3)), aside(1, Some(3)), aside(4, None)]);
        said.push(notice(&Notice::CopyHadOtherFile { path: copy.into() }));
        said.push(notice(&Notice::CopyHoldsMore { entries: 1, copy: copy.into() }));
        said.extend(kinds.map(|kind| notice(&doubled(kind))));
        said.extend(kinds.map(|kind| notice_next_step(&doubled(kind)).unwrap().to_owned()));
        for sentence in said {
            assert!(sentence.ends_with('.'), "{sentence}");
            assert!(!sentence.contains('\'') && !sentence.contains("  ") && !sentence.contains(".."), "{sentence}");
        }
    }
}
