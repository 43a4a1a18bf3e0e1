//! The words of the notes.

use crate::council::id::ReportId;
use crate::council::name::{Civility, Name};
use crate::french::numbers::count;

/// Between the text of somebody else and ours, when both changed the notes of a report.
pub const BELOW: &str =
    "**[Ces notes ont été changées ailleurs en même temps ; ce qui suit a été tapé dans hemicycle.]**";

/// Title of the panel.
#[must_use]
pub fn title(report: &ReportId) -> String {
    format!("Notes · rapport n° {report}")
}

/// The small Markdown, in one line.
pub const MARKDOWN: &str = "**gras**   *italique*   - liste   ligne vide : paragraphe";
/// The same for a narrow window.
pub const BRIEF_MARKDOWN: &str = "**gras**   *italique*   - liste";
/// Nothing is noted yet.
pub const EMPTY: &str = "Ce qui est dit, et par qui. Le début d’un nom puis Tab : « M. Paul AUBRY : ».";
/// Nothing was noted, and nothing can be.
pub const NOTHING: &str = "Rien n’est noté sur ce rapport.";
/// The notes are on the disk.
pub const SAVED: &str = "notes enregistrées ✓";
/// They are not, and why stands above.
pub const NOT_SAVED: &str = "✗ notes pas enregistrées";
/// They will be in a moment.
pub const NOT_YET: &str = "notes pas encore enregistrées…";
/// They cannot be typed.
pub const ONLY_READ: &str = "notes à lire seulement";
/// Ctrl-S.
pub const SAVED_BY_ITSELF: &str = "Les notes s’enregistrent d’elles-mêmes, deux secondes après la dernière touche.";
/// Ctrl-S where the notes could not be saved before.
pub const TRIED_AGAIN: &str =
    "Nouvel essai : ce qui en est se lit sous les notes. Rien n’est perdu tant que le programme reste ouvert.";
/// The notes are full.
pub const TOO_LONG: &str = "Rien n’est ajouté : les notes d’un rapport ont 256 Kio au plus.";
/// No name fits.
pub const NOBODY: &str = "Tapez le début d’un nom de membre, puis Tab.";
/// F2 where no report is chosen.
pub const NO_REPORT: &str = "Les notes sont celles d’un rapport : choisissez-en un dans l’ordre du jour.";
/// The minutes are settled.
pub const SETTLED: &str = "Le procès-verbal est arrêté : les notes ne changent plus.";
/// Ctrl-Q, and the notes could not be saved.
pub const QUIT_ANYWAY: &str =
    "Les notes ne sont pas enregistrées. Ctrl-Q encore : quitter sans elles. Toute autre touche : rester.";

/// « Abst. 2 », beside the other figures of the vote.
#[must_use]
pub fn abstentions(number: u32) -> String {
    format!("Abst. {number}")
}

/// They could not be saved, where the notes are not on the screen: a path would leave no room for the cause.
#[must_use]
pub fn not_saved_of(report: &ReportId) -> String {
    format!("✗ NOTES du rapport n° {report} PAS ENREGISTRÉES : F2 dit pourquoi. Le vote continue.")
}

/// Those of another report could not be saved.
#[must_use]
pub fn not_saved_elsewhere(report: &ReportId, why: &str) -> String {
    format!("Notes du rapport n° {report} : {why}")
}

/// They cannot be read, so they are not written over.
#[must_use]
pub fn not_typed(why: &str) -> String {
    format!("Rien n’est noté : {why}")
}

/// Somebody else changed them.
#[must_use]
pub fn changed_elsewhere(report: &ReportId) -> String {
    format!(
        "Les notes du rapport n° {report} ont été changées ailleurs en même temps : les deux textes sont gardés, l’un sous \
         l’autre."
    )
}

/// Characters that nobody would see were left out of what was pasted.
#[must_use]
pub fn left_out(characters: usize) -> String {
    let was = if characters > 1 { "ont été laissés" } else { "a été laissé" };
    format!("{} {was} de côté.", count(characters, "caractère invisible", "caractères invisibles"))
}

/// A name was put, the one of so many.
#[must_use]
pub fn named(which: usize, of: usize) -> String {
    format!("{which} sur {of} : Tab pour le nom suivant.")
}

/// The civilities that she may type before a name herself.
pub const CIVILITIES: [&str; 4] = ["Mme ", "M. ", "Madame ", "Monsieur "];

/// « M. Paul AUBRY : » at the beginning of a line, « M. Paul AUBRY » inside one.
#[must_use]
pub fn speaker(name: &Name, begins_a_line: bool) -> String {
    let civility = match name.civility {
        Some(Civility::Mr) => "M. ",
        Some(Civility::Mrs) => "Mme ",
        None => "",
    };
    let end = if begins_a_line { " : " } else { "" };
    format!("{civility}{}{end}", name.spoken())
}
