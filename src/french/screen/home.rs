//! The words of the list of the séances.

use std::path::Path;

use jiff::civil::Date;

use crate::council::plain::plain;
use crate::french::letters::weekday;
use crate::french::numbers::{count, date, hour, short_date};
use crate::french::{file, findings, program};
use crate::store::folder_of_sittings::{Found, State};
use crate::store::lock::Holder;

/// The name of the screen.
pub const TITLE: &str = "hemicycle — les séances";
/// Over the list.
pub const SITTINGS: &str = "Séances";
/// Over those of this folder.
pub const HERE: &str = "Dans ce dossier";
/// Over those of other folders.
pub const ELSEWHERE: &str = "Ouvertes récemment, ailleurs";
/// Over what is said of the one chosen.
pub const CHOSEN: &str = "La séance choisie";
/// Over what can be done besides.
pub const BESIDES: &str = "Et aussi";
/// The séance of today.
pub const TODAY: &str = "aujourd’hui";
/// A séance whose day is not known.
pub const NO_DAY: &str = "—";
/// A new one.
pub const CREATE: &str = "Nouvelle séance…";
/// What that does.
pub const CREATE_DOES: &str = "Prépare un fichier de séance, par questions. La même chose que « hemicycle creer ».";
/// A rehearsal.
pub const REHEARSE: &str = "Répéter sur un exemple";
/// What that does.
pub const REHEARSE_DOES: &str = "Une soirée d’exemple, pour apprendre les touches. Rien n’est gardé.";
/// What Enter does on a séance.
pub const ENTER_OPENS: &str = "Entrée l’ouvre.";
/// What Enter does on a file with mistakes.
pub const ENTER_SHOWS: &str = "Entrée montre ce qui est à corriger.";
/// A file that cannot be opened any more.
pub const ENTER_NOTHING: &str = "Le fichier n’est plus là : il a été déplacé, renommé ou supprimé.";
/// Nothing is found by the letters typed.
pub const NOTHING_FOUND: &str = "Aucune séance n’a ces lettres. Échap les efface.";
/// Over the findings of a file.
pub const TO_MEND: &str = "À corriger";
/// A list without any séance.
pub const EMPTY: &[&str] = &[
    "Il n’y a pas encore de séance ici.",
    "",
    "Une séance tient dans un fichier : l’assemblée, la date, les élus, l’ordre du jour. Le programme le prépare en posant \
     des questions : choisissez « Nouvelle séance… ».",
    "",
    "Pour voir d’abord comment on vote, répétez sur un exemple : rien n’est gardé.",
];
/// The same where lines are printed.
pub const EMPTY_LINES: &str = "\
Il n’y a pas encore de séance ici.
  hemicycle creer      en prépare une, par questions
  hemicycle repeter    fait un essai sur un exemple, sans rien garder";
/// Asks which one is opened, in lines.
pub const WHICH: &str = "Numéro de la séance à ouvrir (N : une nouvelle, R : répéter, rien : quitter) : ";
/// The answer that asks for a new séance.
pub const ANSWER_NEW: &str = "n";
/// The answer that asks for a rehearsal.
pub const ANSWER_REHEARSE: &str = "r";
/// An answer that is no number of the list.
pub const NO_SUCH_NUMBER: &str = "Ce numéro n’est pas dans la liste.";
/// A file is gone.
pub const GONE: &str = "le fichier n’est plus là";

/// « lecture : encore 37 fichiers ».
#[must_use]
pub fn still_reading(files: usize) -> String {
    format!("lecture : encore {}", count(files, "fichier", "fichiers"))
}

/// « mercredi 3 mars 2027 ».
#[must_use]
pub fn day(day: Date) -> String {
    format!("{} {}", weekday(day), date(day))
}

/// « 03/03/2027 », « aujourd’hui ».
#[must_use]
pub fn when(day: Option<Date>, today: Date) -> String {
    match day {
        None => NO_DAY.to_owned(),
        Some(day) if day == today => TODAY.to_owned(),
        Some(day) => short_date(day),
    }
}

/// How far a séance is: « en cours : rapport 07 sur 12, interrompue à 20 h 17 ».
#[must_use]
pub fn state(found: &Found) -> String {
    if let Some(holder) = &found.held {
        return held(holder);
    }
    match &found.state {
        State::Gone => GONE.to_owned(),
        State::Unread(unread) if unread.cannot_be_read() => "le fichier ne se lit pas".to_owned(),
        State::Unread(unread) => to_prepare(unread.problems.len()),
        State::Prepared { irregular, .. } if irregular.is_empty() => "prête : appel à faire".to_owned(),
        State::Prepared { irregular, .. } => to_prepare(irregular.len()),
        State::RollCall => "en cours : appel commencé".to_owned(),
        State::UnderWay { place, reports, last, is_suspended } => {
            let far = match place {
                Some(place) => format!("rapport {place:02} sur {reports:02}"),
                None => "tous les rapports examinés".to_owned(),
            };
            let stopped = if *is_suspended { "suspendue" } else { "interrompue" };
            let at = last.map(|at| format!(", {stopped} à {}", hour(at))).unwrap_or_default();
            format!("en cours : {far}{at}")
        }
        State::Closed { is_settled: true, .. } => "PV arrêté".to_owned(),
        State::Closed { at, .. } => format!("levée{}", at.map(|at| format!(" à {}", hour(at))).unwrap_or_default()),
        State::Adjourned { at } => format!("ajournée{}", at.map(|at| format!(" à {}", hour(at))).unwrap_or_default()),
        State::Doubtful(_) => "à vérifier : son journal ne convient pas".to_owned(),
    }
}

/// The séance is gone from its place, and how far its second copy is.
#[must_use]
pub fn in_the_copy(state: &str) -> String {
    format!("seconde copie, {state}")
}

fn to_prepare(points: usize) -> String {
    format!("à préparer : {}", count(points, "point à corriger", "points à corriger"))
}

/// « tenue dans une autre fenêtre (mairie-01, depuis 18 h 30) ».
fn held(holder: &Holder) -> String {
    let mut since = holder.since.split_once('T').map_or("", |(_, clock)| clock).split(':');
    let at = since.next().zip(since.next()).map(|(hours, minutes)| format!("depuis {hours} h {minutes}"));
    let of: Vec<String> =
        [Some(plain(&holder.host).into_owned()).filter(|host| !host.is_empty()), at].into_iter().flatten().collect();
    let of = if of.is_empty() { String::new() } else { format!(" ({})", of.join(", ")) };
    format!("tenue dans une autre fenêtre{of}")
}

/// What is to be mended in a file, as `verifier` says it; nothing where nothing is.
#[must_use]
pub fn to_mend(found: &Found) -> Option<String> {
    match &found.state {
        State::Unread(unread) => Some(file::unread(unread)),
        State::Prepared { irregular, roster } if !irregular.is_empty() => {
            let block = |finding: &_| {
                let sentence = findings::sentence_with_article(finding, roster);
                format!("{}  {sentence}\n      {}\n", finding.code(), findings::next_step(finding))
            };
            Some(irregular.iter().map(block).collect())
        }
        State::Doubtful(fault) => Some(program::fault(fault)),
        _ => None,
    }
}

/// A séance as one line of text: day, council, state, file.
#[must_use]
pub fn line(day: Option<Date>, council: &str, state: &str, file: &str, today: Date) -> String {
    let when = match day {
        Some(day) if day == today => format!("{} ({TODAY})", short_date(day)),
        day => when(day, today),
    };
    format!("{when}  {council}  {state}  {file}")
}

/// A file as the list names it: made harmless.
#[must_use]
pub fn file_name(path: &Path) -> String {
    plain(&path.display().to_string()).into_owned()
}
