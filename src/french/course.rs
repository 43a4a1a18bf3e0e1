//! What is said of a course typed afterwards: how it is written, where it stopped, what came of it.

pub mod misprints;

use std::fmt::Write as _;
use std::path::Path;

use crate::council::decide::Refused;
use crate::council::plain::plain;
use crate::council::roster::Roster;
use crate::council::sitting::Sitting;
use crate::store::course::flaw::{Mistake, Unread};
use crate::store::course::recording::Recorded;
use crate::store::session_file::problem::{Place, ProblemKind};

use super::file::{self, excerpt, list, quote};
use super::findings;
use super::numbers::{count, enumerate};

pub use self::misprints::misprints;

/// The record can be read and not added to; the notice before says why.
pub const NOT_WRITABLE: &str =
    "Rien n’est enregistré.\nFermez l’autre fenêtre ou demandez le droit d’écrire, puis recommencez.";

/// How many known numbers or names a sentence lists.
const LISTED: usize = 60;

/// All that is wrong with the way a course is written, as it is printed in a terminal.
#[must_use]
pub fn unread(unread: &Unread, roster: &Roster) -> String {
    let mut blocks: Vec<String> = unread
        .flaws
        .iter()
        .map(|flaw| {
            let next = next_step(&flaw.mistake, roster);
            block(&flaw.code().to_string(), &unread.path, flaw.place.as_ref(), &sentence(&flaw.mistake), &next)
        })
        .collect();
    blocks.push("Rien n’est enregistré.".to_owned());
    blocks.join("\n")
}

/// One thing as it is printed in a terminal: code, place, sentence, the line with a caret, what to do next.
pub(super) fn block(code: &str, path: &Path, place: Option<&Place>, sentence: &str, next: &str) -> String {
    let margin = " ".repeat(code.len());
    let file = path.display().to_string();
    let at = place.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
    let mut text = format!("{code}  {}{at}  {sentence}\n", plain(&file));
    if let Some(place) = place {
        text.push_str(&excerpt(place, &margin));
    }
    // Writing into a `String` cannot fail.
    let _ = writeln!(text, "{margin}  {next}");
    text
}

/// What is wrong with the way a course is written, in one sentence.
#[must_use]
pub fn sentence(mistake: &Mistake) -> String {
    match mistake {
        Mistake::Written(ProblemKind::UnknownVariant { found, .. }) => {
            format!("{} n’est pas un mot connu ici.", quote(found))
        }
        Mistake::Written(kind) => file::sentence(kind),
        Mistake::NotAList => "Un déroulé est une liste d’étapes entre crochets.".to_owned(),
        Mistake::NotAStep { .. } => "Ceci n’est pas une étape.".to_owned(),
        Mistake::StepNotClosed => "La parenthèse de cette étape n’est pas fermée avant l’étape suivante.".to_owned(),
        Mistake::BadHour(found) => format!("{} n’est pas une heure.", quote(found)),
        Mistake::UnknownReport { found, nearest: Some(nearest), .. } => format!(
            "Le rapport n° {} n’est pas à l’ordre du jour ; vouliez-vous dire {} ?",
            plain(found),
            quote(nearest)
        ),
        Mistake::UnknownReport { found, .. } => format!("Le rapport n° {} n’est pas à l’ordre du jour.", plain(found)),
        Mistake::UnknownPerson { found, nearest: Some(nearest) } => {
            format!("{} n’est pas membre ; vouliez-vous dire {} ?", quote(found), quote(nearest))
        }
        Mistake::UnknownPerson { found, nearest: None } => format!("{} n’est pas membre.", quote(found)),
        Mistake::AmbiguousPerson { found, candidates } => {
            format!("{} peut être l’un de {} membres.", quote(found), candidates.len())
        }
        Mistake::UnknownList { found, nearest: Some(nearest), .. } => {
            format!("Il n’y a pas de liste {} ; vouliez-vous dire {} ?", quote(found), quote(nearest))
        }
        Mistake::UnknownList { found, .. } => format!("Il n’y a pas de liste {}.", quote(found)),
    }
}

/// What to do next.
#[must_use]
pub fn next_step(mistake: &Mistake, roster: &Roster) -> String {
    match mistake {
        Mistake::Written(ProblemKind::UnknownVariant { nearest, known, .. }) => {
            format!("{}Les mots possibles sont : {}.", perhaps(*nearest), known.join(", "))
        }
        Mistake::Written(ProblemKind::UnknownField { nearest, known, .. }) => {
            format!("{}Les champs possibles sont : {}.", perhaps(*nearest), list(known))
        }
        Mistake::Written(ProblemKind::MissingField(field)) => format!("Ajoutez : {}.", example(field)),
        Mistake::Written(ProblemKind::Empty | ProblemKind::Reader(_)) => {
            "Comparez à un exemple du dossier « sessions/deroules ».".to_owned()
        }
        Mistake::Written(kind) => file::next_step(kind),
        Mistake::NotAList => "Ouvrez « [ » au début et fermez « ] » à la fin.".to_owned(),
        Mistake::NotAStep { known } => format!("Écrivez l’une de ces étapes : {}.", known.join(", ")),
        Mistake::StepNotClosed => "Fermez « ) » à la fin de l’étape.".to_owned(),
        Mistake::BadHour(_) => "Écrivez par exemple « 18:04 » ou « 18 h 04 ».".to_owned(),
        Mistake::UnknownReport { nearest: Some(nearest), .. }
        | Mistake::UnknownPerson { nearest: Some(nearest), .. }
        | Mistake::UnknownList { nearest: Some(nearest), .. } => format!("Écrivez {}.", quote(nearest)),
        Mistake::UnknownReport { known, .. } => {
            let known: Vec<&str> = known.iter().take(LISTED).map(String::as_str).collect();
            format!("Écrivez l’un de ces numéros : {}.", plain(&known.join(", ")))
        }
        Mistake::UnknownPerson { nearest: None, .. } => "Écrivez le nom comme dans la liste des membres.".to_owned(),
        Mistake::AmbiguousPerson { candidates, .. } => {
            let who = candidates.iter().take(5).map(|id| format!("{} ({})", roster.listed(id), quote(id.as_str())));
            format!("Écrivez le nom et le prénom, ou l’identité : {}.", enumerate(&who.collect::<Vec<_>>()))
        }
        Mistake::UnknownList { known, .. } if known.is_empty() => {
            "Aucune liste n’est déposée : écrivez d’abord l’étape Listes.".to_owned()
        }
        Mistake::UnknownList { known, .. } => {
            let known: Vec<String> = known.iter().take(LISTED).map(|name| quote(name)).collect();
            format!("Écrivez l’une de ces listes : {}.", enumerate(&known))
        }
    }
}

fn perhaps(nearest: Option<&str>) -> String {
    nearest.map(|nearest| format!("Écrivez « {nearest} » ? ")).unwrap_or_default()
}

/// A field of a step as it could be written.
fn example(field: &str) -> String {
    match field {
        "etat" => "etat: Absent".to_owned(),
        "heure" => "heure: \"18:04\"".to_owned(),
        "de" => "de: Ouverture".to_owned(),
        "membres" | "demandeurs" => format!("{field}: [\"NOM Prénom\"]"),
        "membre" | "mandant" | "mandataire" => format!("{field}: \"NOM Prénom\""),
        "motif" => "motif: Interet".to_owned(),
        "pour" => "pour: 12".to_owned(),
        "candidats" => "candidats: [\"NOM Prénom\"]".to_owned(),
        "listes" => "listes: [(nom: \"…\", candidats: [\"NOM Prénom\"])]".to_owned(),
        "postes" => "postes: 3".to_owned(),
        "mode" => "mode: PlusFortReste".to_owned(),
        "mandat" => "genre: Election(mandat: Maire)".to_owned(),
        "bulletins" => "bulletins: 18".to_owned(),
        "total" => "total: (bulletins: 18, blancs: 1, voix: [(Membre(\"NOM Prénom\"), 17)])".to_owned(),
        "au_benefice_de" => "au_benefice_de: Membre(\"NOM Prénom\")".to_owned(),
        "rapport" | "numero" => format!("{field}: \"05\""),
        other => format!("{other}: …"),
    }
}

/// The record holds actions and the course would start anew.
#[must_use]
pub fn recorded_already(path: &Path, course: &Path) -> String {
    let (path, course) = (path.display().to_string(), course.display().to_string());
    format!(
        "La séance est déjà commencée : son journal contient des actions, et rien n’y est ajouté.\n\
         Pour enregistrer à la suite : hemicycle saisir --suite {} {}",
        plain(&path),
        plain(&course)
    )
}

/// Why a step may not go on: each finding with its code and article, and what to do next.
#[must_use]
pub fn refused(path: &Path, place: Option<&Place>, refused: &Refused, roster: &Roster) -> String {
    let mut blocks: Vec<String> = refused
        .findings
        .iter()
        .map(|finding| {
            let sentence = findings::sentence_with_article(finding, roster);
            block(&finding.code().to_string(), path, place, &sentence, findings::next_step(finding))
        })
        .collect();
    if refused.needs_only_a_reason() {
        blocks.push("Pour passer outre, ajoutez à l’étape le motif : passe_outre: \"…\".".to_owned());
    }
    blocks.join("\n")
}

/// A step that the journal would not give back: a mistake of the program.
#[must_use]
pub fn misfit(path: &Path, place: Option<&Place>) -> String {
    let at = place.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
    let path = path.display().to_string();
    format!(
        "{}{at}  Erreur du programme : cette étape ne serait pas relue comme elle est écrite.\n\
         Merci de signaler cette ligne avec le déroulé et le fichier de séance.",
        plain(&path)
    )
}

/// How far a course came that did not go to its end. A rule stopped it, and the step is to be mended; or the disk did.
#[must_use]
pub fn stopped_there(recorded: &Recorded, is_the_step_wrong: bool) -> String {
    let kept = recorded.before + recorded.actions;
    let mend = if is_the_step_wrong { "Corrigez l’étape, puis recommencez" } else { "Recommencez ensuite" };
    match kept {
        0 => format!("Rien n’est enregistré. {mend}."),
        _ => format!(
            "{} avant cette étape : {}. Rien de ce qui suit ne l’est.\n\
             {mend} avec --suite : ce qui est enregistré n’est pas repris.",
            if kept == 1 { "Est enregistrée" } else { "Sont enregistrées" },
            count(kept, "action", "actions")
        ),
    }
}

/// A reason that was not needed: it is not recorded.
#[must_use]
pub fn idle_reason(path: &Path, place: &Place) -> String {
    let path = path.display().to_string();
    format!(
        "{}:{}:{}  Remarque : l’étape n’a rien d’irrégulier ; son « passe_outre » n’est pas enregistré.",
        plain(&path),
        place.line,
        place.column
    )
}

/// What came of a course that went to its end.
#[must_use]
pub fn summary(path: &Path, recorded: &Recorded, sitting: &Sitting, head: Option<&str>) -> String {
    let actions = match (recorded.actions, recorded.before) {
        (0, 0) => "Le déroulé est vide : rien n’est enregistré.".to_owned(),
        (0, _) => "Tout le déroulé était déjà enregistré.".to_owned(),
        (1, _) => "1 action enregistrée.".to_owned(),
        (actions, _) => format!("{actions} actions enregistrées."),
    };
    let taken: usize = sitting.docket().agenda.reports().map(|report| sitting.votes_taken(&report.id).count()).sum();
    let votes = count(taken, "vote proclamé", "votes proclamés");
    let mut lines = vec![format!("{actions} En tout : {votes}.")];
    if !recorded.misprints.is_empty() {
        let misprints = count(recorded.misprints.len(), "chiffre ou mention", "chiffres ou mentions");
        lines.push(format!("L’acte imprimé a {misprints} à corriger : voyez ci-dessus."));
    }
    lines.extend(head.map(|head| format!("Tête du journal : {head}")));
    let path = path.display().to_string();
    lines.push(format!("Ensuite : hemicycle pv {}", plain(&path)));
    lines.join("\n")
}
