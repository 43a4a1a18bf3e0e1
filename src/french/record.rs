//! What happened to the record on the disk, in French: one sentence for what it is, one for what to do next.

mod altered;
mod copy;
mod fields;
mod not_written;
mod notes;
mod place;
pub mod shelter;

use std::io::ErrorKind;
use std::path::Path;

use jiff::civil::DateTime;

use self::altered::altered;
pub use self::altered::why_seen_only;
pub use self::copy::{IN_THE_COPY, only_the_copy, read_me};
use self::fields::fields;
pub use self::not_written::{not_written, not_written_next_step};
pub use self::notes::{changed_since_the_close, changed_since_the_settlement, not_saved, note_problem};
pub use self::place::read_only;
use super::numbers::{count, date, enumerate, hour};
use crate::council::correction::FixedField;
use crate::council::history::Misfit;
use crate::council::hour::Hour;
use crate::council::plain::plain;
use crate::store::fault::{DiskError, Fault, Notice};
use crate::store::journal::Flaw;
use crate::store::lock::Holder;

/// The number that Linux gives to a link that is not followed (`ELOOP`): the library has no name for it.
const LINK: i32 = 40;

/// How many members a sentence names.
const NAMED: usize = 5;

/// What is wrong, in one sentence.
#[must_use]
pub fn sentence(fault: &Fault) -> String {
    match fault {
        Fault::NotRecorded { path, error } => format!("Pas enregistré : {} ({}).", reason(*error), shown(path)),
        Fault::Displaced { path } => {
            format!("Pas enregistré : un autre programme a supprimé, déplacé ou modifié {}.", shown(path))
        }
        Fault::Frozen => "Pas enregistré : rien ne l’est plus depuis l’échec précédent.".to_owned(),
        Fault::Full { path } => {
            format!("Pas enregistré : {} dépasserait la longueur que le programme relit.", shown(path))
        }
        Fault::Unreachable { path, error } => format!("{} ne peut pas être lu : {}.", shown(path), reason(*error)),
        Fault::Altered { path, line, flaw } => altered(&shown(path), *line, *flaw),
        Fault::Newer { path, format } => {
            format!("{} a été fait par une version plus récente du programme (format {format}).", shown(path))
        }
        Fault::Unknown { path, line } => format!(
            "{}, ligne {line} : une version plus récente du programme y a écrit ce que celle-ci ne connaît pas ; rien n’est \
             modifié.",
            shown(path)
        ),
        Fault::DoesNotFit { path, line, why } => {
            let why = match why {
                Misfit::Refused => "cette action n’est pas possible après les précédentes",
                Misfit::Differs => "cette action ne dit pas ce que donnent les précédentes",
                Misfit::NotUndoable => "il n’y a rien à défaire sous ce numéro à cet endroit",
            };
            format!("{}, ligne {line} : {why}.", shown(path))
        }
        Fault::Miscounted { path, line, report: None } => {
            format!(
                "{}, ligne {line} : la majorité du vote de huis clos n’est pas celle d’un second décompte.",
                shown(path)
            )
        }
        Fault::Miscounted { path, line, report: Some(report) } => format!(
            "{}, ligne {line} : le résultat proclamé du rapport n° {} n’est pas celui d’un second décompte.",
            shown(path),
            plain(report.as_str())
        ),
        Fault::JournalMissing { path } => {
            format!("{} manque, alors que ce qui a suivi la levée de la séance est là.", shown(path))
        }
        Fault::Unreread { path } => {
            format!("Le fichier de séance gardé dans {} n’est pas lisible par cette version du programme.", shown(path))
        }
        Fault::Changed { path, fields, members, .. } => {
            let fields: Vec<String> = fields.iter().map(|field| fixed_field(*field).to_owned()).collect();
            let fields = enumerate(&fields);
            let whose = match members.len() {
                0 => String::new(),
                1..=NAMED => format!(" ({})", plain(&members.join(", "))),
                _ => format!(" ({}…)", plain(&members.get(..NAMED).unwrap_or_default().join(", "))),
            };
            format!("{} a changé depuis le début de la séance : {fields}{whose}. Des votes en dépendent.", shown(path))
        }
        Fault::NumberTaken { path, number, report, by } => format!(
            "{} donne au rapport n° {} le numéro d’acte {}, qui est ou a été celui du rapport n° {}.",
            shown(path),
            plain(report.as_str()),
            plain(number),
            plain(by.as_str())
        ),
        Fault::ReservedName { path } => {
            format!("{} porte le nom d’un fichier que le programme écrit lui-même.", shown(path))
        }
        Fault::IntactCopy { of, copy, entries } => format!(
            "{} Une copie intacte de {} est sur cet ordinateur : {}.",
            sentence(of),
            number(*entries, "action", "actions"),
            shown(copy)
        ),
    }
}

/// What to do next, in one sentence.
#[must_use]
pub fn next_step(fault: &Fault) -> &'static str {
    match fault {
        Fault::NotRecorded { error, .. } => remedy(*error),
        Fault::Displaced { .. } => "Remettez ce fichier en place tel qu’il était, puis réessayez.",
        Fault::Frozen => "Réessayez : le journal sera rouvert et relu d’abord.",
        Fault::Full { .. } => "Faites une action plus petite, ou terminez la séance sur papier et gardez ce fichier.",
        Fault::Unreachable { .. } => "Rendez ce fichier lisible, puis rouvrez la séance.",
        Fault::Altered { flaw: Flaw::CutShort, .. } => {
            "Gardez ce fichier à part, et remettez en place une copie plus longue : la seconde copie ou une sauvegarde."
        }
        Fault::Altered { flaw: Flaw::OtherJournal, .. } => {
            "Remettez ensemble le journal et les suites de la même séance, d’une même copie."
        }
        Fault::Altered { .. } | Fault::DoesNotFit { .. } | Fault::Miscounted { .. } => {
            "N’y touchez pas : gardez ce fichier à part, et remettez en place une copie saine ; les lignes d’avant sont intactes."
        }
        Fault::Unknown { .. } => "Ouvrez la séance avec cette version plus récente.",
        Fault::Newer { .. } | Fault::Unreread { .. } => "Ouvrez la séance avec la version qui l’a enregistrée.",
        Fault::JournalMissing { .. } => "Remettez le journal à côté du fichier de séance.",
        Fault::Changed { closed: true, .. } => "Remettez le fichier tel qu’il était : la séance est levée.",
        Fault::Changed { closed: false, .. } => {
            "Remettez le fichier tel qu’il était ; les présences et les pouvoirs se changent à l’appel, dans le programme."
        }
        Fault::NumberTaken { .. } => "Donnez à cet acte un autre numéro : un numéro ne sert qu’une fois.",
        Fault::ReservedName { .. } => "Donnez au fichier de séance un nom qui finit par « .ron ».",
        Fault::IntactCopy { .. } => "N’y touchez pas : gardez ce fichier à part, et ouvrez la copie.",
    }
}

/// What is to be said once the record is open, in one sentence or two.
#[must_use]
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Resumed { entries } => {
            let found = number(*entries, "action retrouvée", "actions retrouvées");
            format!("La séance reprend où elle en était : {found}.")
        }
        Notice::NotStarted { bytes, set_aside } => {
            let kept = set_aside.as_deref().map(|path| kept_in(*bytes, path)).unwrap_or_default();
            format!("Le programme avait été coupé avant la première action : la séance n’est pas commencée.{kept}")
        }
        Notice::TornTail { path, bytes, set_aside } => {
            let kept = set_aside.as_deref().map_or_else(
                || format!(" {} à la fin de {}.", number(*bytes, "octet reste", "octets restent"), shown(path)),
                |aside| kept_in(*bytes, aside),
            );
            format!("La dernière action, coupée en cours d’écriture, n’avait pas été enregistrée.{kept}")
        }
        Notice::HeldElsewhere(None) => "La séance est ouverte ailleurs.".to_owned(),
        Notice::NoLocks { path } => format!(
            "Ce support ne connaît pas les verrous ({}) : rien n’empêche un autre poste d’y écrire.",
            shown(path)
        ),
        Notice::HeldElsewhere(Some(holder)) | Notice::MarkedElsewhere { holder, .. } => {
            let Holder { pid, host, since } = holder;
            let host = if host.is_empty() { String::new() } else { format!(", poste {}", plain(host)) };
            format!("La séance est ouverte ailleurs (processus {pid}{host}, depuis {}).", moment(since))
        }
        Notice::ReadOnly { path, error } => format!("Lecture seule : {} ({}).", reason(*error), shown(path)),
        Notice::TakenOver(corrections) => {
            format!("Repris du fichier de séance et enregistré : {}.", fields(corrections))
        }
        Notice::TakenOverUnrecorded(corrections) => {
            format!("Repris du fichier de séance, pas encore enregistré : {}.", fields(corrections))
        }
        Notice::OfThePlace(exposure) => place::exposure(exposure),
        Notice::PutRight { line, set_aside, .. } => copy::put_right(*line, set_aside),
        Notice::PutBack { .. }
        | Notice::CopyHoldsMore { .. }
        | Notice::CopyHadOtherFile { .. }
        | Notice::CopySetAside { .. }
        | Notice::NowhereToDouble
        | Notice::NotDoubled { .. } => copy::of(notice),
        Notice::LeftOver(path) => format!("Un papier inachevé est resté là : {}. Il n’est jamais lu.", shown(path)),
    }
}

/// What to do next, where there is something to do.
#[must_use]
pub fn notice_next_step(notice: &Notice) -> Option<&'static str> {
    match notice {
        Notice::HeldElsewhere(_) => Some(
            "Cette fenêtre montre la séance telle qu’elle était à son ouverture. Fermez l’autre programme, puis rouvrez ici.",
        ),
        Notice::MarkedElsewhere { .. } => Some(
            "Fermez l’autre programme, puis rouvrez ici. S’il n’est plus ouvert nulle part, supprimez le fichier .lock à côté \
             du fichier de séance.",
        ),
        Notice::NoLocks { .. } => Some("N’ouvrez cette séance que dans une seule fenêtre, sur un seul poste."),
        Notice::ReadOnly { .. } => {
            Some("Copiez le dossier de la séance là où vous pouvez écrire, et ouvrez-la de cet endroit.")
        }
        Notice::TornTail { .. } => Some("Vérifiez la dernière action, et refaites-la si elle manque."),
        Notice::TakenOverUnrecorded(_) => Some("Ouvrez la séance là où elle peut être écrite : ce sera enregistré."),
        Notice::OfThePlace(exposure) => Some(place::exposure_next_step(exposure)),
        Notice::CopyHoldsMore { .. } => Some("Ouvrez la séance, là où elle peut être écrite, pour les remettre."),
        Notice::NotDoubled { error, .. } => Some(copy::remedy(*error)),
        Notice::LeftOver(_) => Some("Vous pouvez le supprimer."),
        _ => None,
    }
}

/// As [`count`], for a number that may be very large.
pub(super) fn number(number: u64, singular: &str, plural: &str) -> String {
    count(number, singular, plural)
}

fn kept_in(bytes: u64, path: &Path) -> String {
    format!(" {} dans {}.", number(bytes, "octet mis de côté", "octets mis de côté"), shown(path))
}

/// A path comes from outside: nothing in it may command a terminal.
fn shown(path: &Path) -> String {
    plain(&path.to_string_lossy()).into_owned()
}

/// « le 3 mars 2025 à 18 h 04 »; what is not a date is shown as it is.
fn moment(written: &str) -> String {
    let parsed: Option<DateTime> = written.parse().ok();
    let said = parsed.and_then(|at| {
        let time = Hour::new(u8::try_from(at.hour()).ok()?, u8::try_from(at.minute()).ok()?)?;
        Some(format!("le {} à {}", date(at.date()), hour(time)))
    });
    said.unwrap_or_else(|| plain(written).into_owned())
}

/// What the system answered, as the end of a sentence.
fn reason(error: DiskError) -> String {
    let why = match error.kind {
        ErrorKind::StorageFull => "le disque est plein",
        ErrorKind::QuotaExceeded => "la place accordée sur ce disque est épuisée",
        ErrorKind::FileTooLarge => "le fichier est trop grand",
        ErrorKind::ReadOnlyFilesystem => "ce disque ne peut pas être écrit",
        ErrorKind::PermissionDenied => "l’accès n’est pas permis",
        ErrorKind::NotFound => "le dossier ou le disque n’est plus là",
        ErrorKind::StaleNetworkFileHandle => "le disque du réseau n’est plus là",
        ErrorKind::CrossesDevices => "le fichier ne peut pas passer d’un disque à un autre",
        ErrorKind::Unsupported => "ce disque ne sait pas le faire",
        ErrorKind::IsADirectory | ErrorKind::InvalidInput => "ce n’est pas un fichier ordinaire",
        _ if error.code == Some(LINK) => "c’est un lien vers un autre endroit",
        _ => "le disque ne répond pas comme il faut",
    };
    let code = error.code.map(|code| format!(", erreur {code}")).unwrap_or_default();
    format!("{why}{code}")
}

/// What to do about it.
fn remedy(error: DiskError) -> &'static str {
    match error.kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "Libérez de la place sur ce disque, puis réessayez."
        }
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => {
            "Faites donner le droit d’écrire à cet endroit, puis réessayez."
        }
        ErrorKind::NotFound | ErrorKind::StaleNetworkFileHandle => "Rebranchez le disque, puis réessayez.",
        _ => "Vérifiez que le disque est bien branché, puis réessayez.",
    }
}

/// What may not change in a session file, as the item of a list.
fn fixed_field(field: FixedField) -> &'static str {
    match field {
        FixedField::Body => "le genre, la population ou l’effectif de l’assemblée",
        FixedField::Rules => "les règles de l’assemblée (« reglages »)",
        FixedField::Date => "la date de la séance",
        FixedField::Chair => "le président ou le secrétaire",
        FixedField::Members => "la liste ou les dates de naissance des membres",
        FixedField::Attendance => "les présences ou les pouvoirs",
        FixedField::Agenda => "les rapports, leur ordre, leur genre ou leur rapporteur",
        FixedField::Asked => "les auteurs d’un rapport, sa majorité, ses amendements ou son vote groupé",
        FixedField::Standing => "les candidats, les listes ou le mode d’une élection (ils se changent dans la séance)",
    }
}

#[cfg(test)]
mod tests;
