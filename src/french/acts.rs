//! The words of a délibération beside its vote: what its text became, what it was voted with, and why a report has none.

use crate::council::agenda::{Report, ReportKind};
use crate::council::plain::plain;
use crate::council::sitting::NoAct;

use super::examined::apart;
use super::kinds;
use super::numbers::{count, enumerate};

/// Over the amendments that were adopted.
pub const AMENDMENTS_ADOPTED: &str = "Amendements adoptés";
/// Over the one that was.
pub const AMENDMENT_ADOPTED: &str = "Amendement adopté";
/// Over what else was voted before the text.
pub const VOTED_BEFORE: &str = "Autres votes pris avant celui du texte";
/// Over what ends a report without a vote.
pub const DECISION: &str = "Décision";

/// Over the vote: « Vote sur le rapport », « Vote sur la motion ».
#[must_use]
pub fn vote_on(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Wish => "Vote sur le vœu",
        ReportKind::Motion => "Vote sur la motion",
        ReportKind::Appointment { .. } => "Vote sur la désignation",
        ReportKind::Election { .. } => "Élection",
        _ => super::papers::VOTE_ON_THE_REPORT,
    }
}

/// « 2 postes à pourvoir ».
#[must_use]
pub fn posts(posts: u32) -> String {
    format!("{} à pourvoir.", count(posts, "poste", "postes"))
}

/// « Le rapport n° 02 (information) ne donne pas lieu à une délibération. »
#[must_use]
pub fn has_no_act(report: &Report, why: NoAct) -> String {
    match why {
        NoAct::Told(kind) => {
            format!("Le rapport n° {} ({}) ne donne pas lieu à une délibération.", report.id, kinds::kind(kind))
        }
        NoAct::Left(outcome) => {
            format!("Le rapport n° {} n’a pas de délibération : {}.", report.id, apart(outcome))
        }
    }
}

/// What to do about it.
#[must_use]
pub fn instead_of_an_act(why: NoAct) -> &'static str {
    match why {
        NoAct::Told(_) => {
            "Le procès-verbal en rend compte. S’il doit tout de même porter un numéro, écrivez « acte » dans son Rapport."
        }
        NoAct::Left(_) => {
            "Le procès-verbal et la liste le disent. Inscrivez-le à l’ordre du jour d’une autre séance pour qu’il soit délibéré."
        }
    }
}

/// Délibérations asked for in a sitting without any.
pub const NO_ACT: &str = "Aucun rapport de l’ordre du jour ne donne lieu à une délibération.\nLe procès-verbal rend compte de tous : --document pv.";

/// A *délibération* of a report of which no act comes: why, and what to do.
#[must_use]
pub fn no_act(report: &Report, why: NoAct) -> String {
    format!("{}\n{}", plain(&has_no_act(report, why)), instead_of_an_act(why))
}

/// Before the reports that have no délibération, where all were asked for.
#[must_use]
pub fn without_act(reports: &[(&Report, NoAct)]) -> String {
    let named = |(report, why): &(&Report, NoAct)| {
        let what = match why {
            NoAct::Told(kind) => kinds::kind(*kind).to_owned(),
            NoAct::Left(outcome) => apart(*outcome),
        };
        format!("n° {} ({what})", plain(report.id.as_str()))
    };
    let all: Vec<String> = reports.iter().map(named).collect();
    let head = if all.len() < 2 { "Sans délibération : rapport" } else { "Sans délibération : rapports" };
    format!("{head} {}.", enumerate(&all))
}
