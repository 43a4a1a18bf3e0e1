//! What is put to the vote, with its article, and what became of its text.

use crate::council::agenda::ReportKind;
use crate::council::proposal::ProposalId;
use crate::french::grammar::of_the;
use crate::french::kinds;
use crate::french::numbers::date;
use crate::french::proposals::without_the_rejected;

use super::facts::Facts;
use super::{Part, Sentence, enumerated};

/// As in « tel qu’amendé par … et modifié en séance ».
const MASCULINE: [&str; 3] = ["tel", "amendé", "modifié"];

/// « le rapport présenté », « la motion présentée », « le procès-verbal de la séance du 10 février 2025 ».
fn noun(kind: ReportKind) -> String {
    let noun = match kind {
        ReportKind::Deliberation
        | ReportKind::Opinion { .. }
        | ReportKind::Acknowledgement { .. }
        | ReportKind::AdministrativeAccounts
        | ReportKind::UnifiedAccounts => "le rapport présenté",
        ReportKind::Information => "l’information présentée",
        ReportKind::Communication => "la communication présentée",
        ReportKind::Decisions => "les décisions prises par délégation",
        ReportKind::OralQuestion => "la question orale et la réponse qui lui est faite",
        ReportKind::Wish => "le vœu présenté",
        ReportKind::Motion => "la motion présentée",
        ReportKind::Appointment { .. } => "la désignation proposée",
        ReportKind::Election { .. } => "l’élection",
        ReportKind::PreviousMinutes { of: None, .. } => "le procès-verbal de la séance précédente",
        ReportKind::PreviousMinutes { of: Some(day), .. } => {
            return format!("le procès-verbal de la séance du {}", date(day));
        }
    };
    noun.to_owned()
}

/// What is put to the vote, as it was amended; behind « de » if `contracted`.
pub(super) fn matter(facts: &Facts<'_>, contracted: bool, into: &mut Sentence) {
    let noun = noun(facts.report.kind);
    into.words(&if contracted { of_the(&noun) } else { noun });
    amended(facts, into);
    if facts.is_of_minutes() && facts.remarks > 0 {
        let remarks = if facts.remarks > 1 {
            "les remarques faites étant consignées"
        } else {
            "la remarque faite étant consignée"
        };
        into.words(&format!(", {remarks} au procès-verbal"));
    }
}

/// « , tel qu’amendé par l’amendement n° 1 et modifié en séance »; nothing if the text is the one that was laid.
pub(super) fn amended(facts: &Facts<'_>, into: &mut Sentence) {
    if !facts.is_amended() {
        return;
    }
    let words = match facts.report.kind {
        ReportKind::Decisions => ["telles", "amendées", "modifiées"],
        ReportKind::Motion
        | ReportKind::Appointment { .. }
        | ReportKind::Information
        | ReportKind::Communication
        | ReportKind::OralQuestion => ["telle", "amendée", "modifiée"],
        _ => MASCULINE,
    };
    into.words(", ");
    qualified(facts, words, into);
}

/// « Le texte s’entend tel qu’amendé par l’amendement n° 1. »: behind a sentence that says nothing of it.
pub(super) fn amended_apart(facts: &Facts<'_>, into: &mut Sentence) {
    into.words(" Le texte s’entend ");
    qualified(facts, MASCULINE, into);
    into.words(".");
}

fn qualified(facts: &Facts<'_>, [such, amended, changed]: [&str; 3], into: &mut Sentence) {
    if facts.amended_by.is_empty() {
        if facts.is_changed {
            into.words(&format!("{such} que {changed} en séance"));
        }
        without(facts, facts.is_changed, into);
        return;
    }
    let the = if facts.amended_by.len() > 1 { "les amendements" } else { "l’amendement" };
    into.words(&format!("{such} qu’{amended} par {the} "));
    let numbers = facts.amended_by.iter();
    let numbers = numbers.map(|it| Sentence(vec![Part::Words("n° ".to_owned()), Part::Number(it.clone())]));
    enumerated(numbers.collect(), true, into);
    if facts.is_changed {
        into.words(&format!(" et {changed} en séance"));
    }
    without(facts, true, into);
}

/// « sans la partie « article 2 » », behind what became of the rest.
fn without(facts: &Facts<'_>, is_behind: bool, into: &mut Sentence) {
    if let Some(without) = without_the_rejected(&facts.without) {
        into.words(if is_behind { ", " } else { "" });
        into.words(&without);
    }
}

/// « l’amendement n° 2 », its number kept whole.
pub(super) fn proposal(id: &ProposalId, into: &mut Sentence) {
    match id {
        ProposalId::Amendment(number) => {
            into.words("l’amendement n° ");
            into.0.push(Part::Number(number.clone()));
        }
        ProposalId::Postponement => into.words("le renvoi à une séance ultérieure"),
        other => into.words(&kinds::proposal(other)),
    }
}
