//! What is wrong with the numbers of the acts in a session file, in French.

use crate::council::numbering::{Pattern, PatternFlaw};
use crate::french::numbers::enumerate;
use crate::store::session_file::acts::ActProblem;

use super::{quote, short};

/// What is wrong, in one sentence.
#[must_use]
pub fn sentence(problem: &ActProblem) -> String {
    match problem {
        ActProblem::Pattern(PatternFlaw::UnknownField(field)) => {
            format!("La numérotation n’a pas de champ {}.", quote(field))
        }
        ActProblem::Pattern(PatternFlaw::BadWidth(field)) => {
            format!("Le nombre de chiffres de {} ne peut pas être lu.", quote(field))
        }
        ActProblem::Pattern(PatternFlaw::NotClosed(field)) => {
            format!("L’accolade de {} n’est pas refermée.", quote(field))
        }
        ActProblem::Pattern(PatternFlaw::NotOpened) => "« } » ne ferme rien ici.".to_owned(),
        ActProblem::Pattern(PatternFlaw::Repeats) => {
            "Tous les actes auraient le même numéro : il manque {rang} ou {rapport}.".to_owned()
        }
        ActProblem::Pattern(PatternFlaw::PathLike(sign)) => {
            format!("{} ferait un chemin du numéro, qui nomme aussi les fichiers.", quote(sign))
        }
        ActProblem::NumberTwice { number, first } => {
            format!("Le numéro d’acte {} est déjà celui du rapport {}.", quote(number), quote(first))
        }
        ActProblem::Repeated { number, reports: [first, second] } => {
            format!(
                "Avec cette numérotation, deux rapports porteraient {} : {} et {}.",
                quote(number),
                quote(first),
                quote(second)
            )
        }
    }
}

/// What to do next, in one sentence.
#[must_use]
pub fn next_step(problem: &ActProblem) -> String {
    match problem {
        ActProblem::Pattern(PatternFlaw::UnknownField(_)) => {
            let fields: Vec<String> = Pattern::FIELDS.iter().map(|field| format!("{{{field}}}")).collect();
            format!("Les champs possibles sont : {}.", enumerate(&fields))
        }
        ActProblem::Pattern(PatternFlaw::BadWidth(field)) if field.starts_with("{ann") => {
            "Écrivez {annee} ou {annee:02}.".to_owned()
        }
        ActProblem::Pattern(PatternFlaw::BadWidth(field)) if field.starts_with("{rapport") => {
            "Écrivez {rapport}.".to_owned()
        }
        ActProblem::Pattern(PatternFlaw::BadWidth(field)) => {
            let name = field.trim_start_matches('{').split(':').next().unwrap_or_default();
            format!("Écrivez par exemple {{{}:03}} pour trois chiffres.", short(name))
        }
        ActProblem::Pattern(PatternFlaw::NotClosed(_)) => "Ajoutez « } » après le champ.".to_owned(),
        ActProblem::Pattern(PatternFlaw::NotOpened) => "Retirez-le, ou ouvrez « { » devant le champ.".to_owned(),
        ActProblem::Pattern(PatternFlaw::Repeats) => "Écrivez par exemple {annee}_{rang:03}.".to_owned(),
        ActProblem::Pattern(PatternFlaw::PathLike(_)) => "Écrivez « _ » ou « - » à la place.".to_owned(),
        ActProblem::NumberTwice { .. } => "Donnez à chaque acte un numéro à lui.".to_owned(),
        ActProblem::Repeated { .. } => "Ajoutez {rang} à la numérotation.".to_owned(),
    }
}
