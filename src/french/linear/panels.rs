//! The words of what lies over a screen, when it is heard: questions, cards, papers, notes.

use crate::french::numbers::count;

use super::keys;

/// The agenda: « Ordre du jour, 12 rapports, 3 examinés. »
#[must_use]
pub fn agenda(reports: usize, done: usize) -> String {
    let reports = count(reports, "rapport", "rapports");
    format!("Ordre du jour, {reports}, {}.", count(done, "examiné", "examinés"))
}

/// A row of a list that is ticked, or not.
#[must_use]
pub fn ticked(is_ticked: bool) -> &'static str {
    if is_ticked { "coché" } else { "non coché" }
}

/// How rows are ticked, once, under the question.
pub const HOW_TO_TICK: &str = "Espace coche, Entrée met ensemble aux voix";

/// « Coché : 09 Taux des taxes locales pour 2025 », of a row whose tick has just changed.
#[must_use]
pub fn now_ticked(row: &str, is_ticked: bool) -> String {
    if is_ticked { format!("Coché : {row}") } else { format!("Décoché : {row}") }
}

/// « Notes du rapport 07, 3 lignes. »
#[must_use]
pub fn notes(report: &str, lines: usize) -> String {
    let lines = count(lines, "ligne", "lignes");
    format!("Notes du rapport {report}, {lines}. Échap : retour au vote.")
}

/// « Délibération n° 07, projet, 64 lignes. »
#[must_use]
pub fn paper(title: &str, draft: &str, lines: usize) -> String {
    let lines = count(lines, "ligne", "lignes");
    let draft = if draft.is_empty() { String::new() } else { format!(", {}", draft.to_lowercase()) };
    format!("{title}{draft}, {lines}. Flèche bas : la suivante. Tabulation : l’autre papier.")
}

/// A line without a word.
pub const EMPTY_LINE: &str = "ligne vide";

/// What was typed is taken away: « effacé : a ».
#[must_use]
pub fn erased(text: &str) -> String {
    format!("effacé : {}", spelled(text))
}

/// A text as it is spelled: a sign alone by its name.
#[must_use]
pub fn spelled(text: &str) -> String {
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(only), None) => match keys::sign(only) {
            Some(name) => name.to_owned(),
            None if only.is_alphanumeric() => only.to_string(),
            None => format!("{} {only}", keys::SOME_SIGN),
        },
        _ => text.split('\n').collect::<Vec<_>>().join(" "),
    }
}

/// The caret is behind the last character.
pub const AT_THE_END: &str = "fin du texte";
/// What the keys do under an irregular step.
pub const GO_ON_OR_NOT: &str = "Entrée : passer outre avec ce motif. Échap : renoncer.";
/// What the keys do under the question whether to adjourn.
pub const HOW_TO_ADJOURN: &str = "! ajourne la séance, Échap renonce.";
/// Who gives a power: the next name is that of the holder.
pub const WHOSE_POWER: &str = "Tapez le nom, Entrée. Échap : pas de pouvoir.";
/// How a card is marked.
pub const CARD: &str = "Flèches : voix par voix. Échap : retour.";
/// How what the public display shows is chosen.
pub const HOW_TO_DISPLAY: &str = "Flèches : choisir. Entrée : montrer. Échap : ne rien changer.";
/// How the figures are gone through.
pub const WHY: &str = "Flèches : chiffre par chiffre. Échap : retour.";

/// « Motif : quorum vérifié à nouveau ».
#[must_use]
pub fn reason(written: &str) -> String {
    if written.is_empty() { "Motif à écrire.".to_owned() } else { format!("Motif : {written}") }
}

/// « 30 Votants »: the number first.
#[must_use]
pub fn figure(label: &str, value: &str) -> String {
    format!("{label} {value}")
}

/// « Heure : 18 h 4 ».
#[must_use]
pub fn hour(typed: &str) -> String {
    format!("Heure : {typed}")
}
