//! The words of the journal: its headings, what going back would change, why it cannot be done.

use crate::council::history::Barrier;
use crate::council::hour::Hour;
use crate::council::quorum::Quorum;
use crate::council::sitting::{Sitting, Stage};
use crate::council::standing::{OnTheFloor, Standing};
use crate::council::tally::Figure;
use crate::french::kinds::About;
use crate::french::numbers::{count, hour};
use crate::french::{figures, kinds};

use super::{said, titles};

/// Title of the journal.
pub const JOURNAL: &str = "Journal";
/// Title of what would change.
pub const WHAT_WOULD_CHANGE: &str = "Revenir à ce point ?";
/// Title of what is under the cursor where nothing would change.
pub const THIS_ACTION: &str = "Cette action";
/// Before anything was recorded.
pub const START: &str = "fichier de séance, avant toute action";
/// The sitting stands where the cursor is.
pub const HERE: &str = "La séance en est là : rien ne serait défait.";
/// Over the figures as they are.
pub const NOW: &str = "maintenant";
/// Over the figures as they would be.
pub const THEN: &str = "alors";
/// Under the question whether to go back.
pub const ONE_BY_ONE: &str = "Chaque action est défaite et enregistrée à son tour ; Ctrl-Y les rétablit une à une.";
/// The same, where it is heard.
pub const HOW_TO_ANSWER: &str = "Entrée les défait, Échap renonce.";
/// Behind an action that is undone.
pub const UNDONE: &str = "défaite";
/// In place of a voice that was noted before its vote went on by secret ballot.
pub const VOID: &str = "voix masquée : le scrutin est devenu secret";
/// The roll call.
pub const ROLL_CALL: &str = "Appel";
/// Between two reports.
pub const BETWEEN: &str = "Entre les rapports";
/// After the sitting.
pub const AFTER: &str = "Après la séance";

/// « Rapport n° 07 · Tarifs de la restauration scolaire ».
#[must_use]
pub fn report(number: &str, object: Option<&str>) -> String {
    object.map_or_else(|| format!("Rapport n° {number}"), |object| format!("Rapport n° {number} · {object}"))
}

/// « 87 actions ».
#[must_use]
pub fn how_many(entries: u64) -> String {
    count(entries, "entrée", "entrées")
}

/// « Seraient défaites 3 actions : ».
#[must_use]
pub fn would_be_taken_back(actions: usize) -> String {
    match actions {
        1 => "Serait défaite 1 action :".to_owned(),
        some => format!("Seraient défaites {some} actions :"),
    }
}

/// « et 12 autres ».
#[must_use]
pub fn and_others(actions: usize) -> String {
    format!("et {}", titles::more(actions))
}

/// « Défaire les 3 dernières actions ? »
#[must_use]
pub fn question(actions: usize) -> String {
    match actions {
        1 => "Défaire la dernière action ?".to_owned(),
        some => format!("Défaire les {some} dernières actions ?"),
    }
}

/// An entry as it is heard: « n° 31, 20 h 17 : AUBRY Paul + 1 pouvoir : contre ».
#[must_use]
pub fn heard(number: u64, at: Option<Hour>, words: &str, holds: bool) -> String {
    let at = at.map(|at| format!(", {}", hour(at))).unwrap_or_default();
    let undone = if holds { String::new() } else { format!(", {UNDONE}") };
    format!("n° {number}{at}{undone} : {words}")
}

/// « Pour : 24, puis 26 ».
#[must_use]
pub fn heard_change(figure: &Compared) -> String {
    format!("{} : {}, puis {}", figure.label, figure.now, figure.then)
}

/// Why the sitting cannot go back there, and what to do.
#[must_use]
pub fn barred(barrier: &Barrier) -> String {
    match barrier {
        Barrier::Over(stage @ (Stage::Closed | Stage::Adjourned)) => said::nothing_to_undo(*stage).to_owned(),
        Barrier::Over(_) => "Rien ne se défait ici.".to_owned(),
        Barrier::Proclaimed(report) => format!(
            "On ne revient plus ici : le rapport n° {report} est proclamé et le suivant aussi. « Rectifier » (F9) le \
             corrige, avec un motif."
        ),
        Barrier::Elected(report) => format!(
            "On ne revient plus ici : l’élection du rapport n° {report} est proclamée et un autre résultat aussi. Elle se \
             conteste devant le juge : voyez avec la préfecture."
        ),
        Barrier::Counted(report) => format!("On ne revient plus ici. {}", said::counted_for_good(report)),
        Barrier::Undone => "Cette action est défaite. Choisissez-en une qui tient.".to_owned(),
    }
}

/// A way back that a failed write stopped.
#[must_use]
pub fn stopped(done: usize, all: usize) -> String {
    let done = match done {
        0 => "aucune action n’est défaite".to_owned(),
        1 => format!("1 action sur {all} est défaite"),
        some => format!("{some} actions sur {all} sont défaites"),
    };
    format!("Retour arrêté, {done} : l’action suivante n’est pas enregistrée. Ensuite, Ctrl-R pour reprendre.")
}

/// A figure of the comparison: its name, as it is, as it would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Its name.
    pub label: &'static str,
    /// As it is.
    pub now: String,
    /// As it would be.
    pub then: String,
}

impl Compared {
    /// Whether it would be otherwise.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.now != self.then
    }
}

/// The figures as they are and as they would be, in the order in which they are looked at.
#[must_use]
pub fn compared(now: &Standing, then: &Standing, sitting: &Sitting) -> Vec<Compared> {
    let both = |label: &'static str, of: &dyn Fn(&Standing) -> String| Compared { label, now: of(now), then: of(then) };
    let figure = |figure: Figure| {
        move |standing: &Standing| {
            let tally = standing.floor.as_ref().and_then(|floor| floor.tally);
            tally.map_or_else(|| "–".to_owned(), |tally| figures::value(tally.value(figure)))
        }
    };
    let mut all = vec![both("Séance", &|standing| stage(standing.stage).to_owned())];
    all.push(both("Vote", &|standing| standing.floor.as_ref().map_or_else(|| "–".to_owned(), vote)));
    for (label, of) in [
        ("Pour", Figure::For),
        ("Contre", Figure::Against),
        ("Abstentions", Figure::Abstentions),
        ("NPPV", Figure::NotTakingPart),
    ] {
        all.push(both(label, &figure(of)));
    }
    all.push(both("Résultat", &|standing| {
        standing.floor.as_ref().map_or_else(|| "–".to_owned(), |floor| result(floor, sitting))
    }));
    all.push(both("Présents", &|standing| standing.present.to_string()));
    all.push(both("Pouvoirs", &|standing| standing.represented.to_string()));
    all.push(both("Quorum", &|standing| quorum(&standing.quorum)));
    // What nobody said and would not be said is left out.
    all.retain(|compared| !matches!(compared.label, "NPPV" | "Séance") || compared.changes());
    all
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::RollCall => "appel",
        Stage::Open => "ouverte",
        Stage::Suspended => "suspendue",
        Stage::Closed => "levée",
        Stage::Adjourned => "ajournée",
    }
}

/// « n° 07 », « n° 07, amendement n° 1 ».
fn vote(floor: &OnTheFloor) -> String {
    match &floor.on {
        None => format!("n° {}", floor.report),
        Some(on) => format!("n° {}, {}", floor.report, kinds::proposal(on)),
    }
}

/// « adopté 26-3-1 », as it would be proclaimed.
fn result(floor: &OnTheFloor, sitting: &Sitting) -> String {
    let kind = sitting.docket().agenda.report(&floor.report).map(|report| report.kind);
    let about = kind.map(|kind| About::of(kind, floor.on.as_ref()));
    match (about, floor.outcome) {
        (Some(about), Some(outcome)) => said::short_result(about, floor.tally.as_ref(), outcome),
        _ => "–".to_owned(),
    }
}

/// « 24 sur 17 ✓ ».
fn quorum(quorum: &Quorum) -> String {
    match (quorum.needed, quorum.is_met()) {
        (Some(needed), Some(met)) => format!("{} sur {needed} {}", quorum.counted, if met { "✓" } else { "✗" }),
        _ => "–".to_owned(),
    }
}
