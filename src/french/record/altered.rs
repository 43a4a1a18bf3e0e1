//! A line of a record that is not what was written, in French.

use crate::store::fault::Fault;
use crate::store::journal::Flaw;

/// What is wrong with that file.
pub(super) fn altered(path: &str, line: u64, flaw: Flaw) -> String {
    let why = match flaw {
        Flaw::Seal => format!("la ligne {line} ne suit pas de celles d’avant"),
        Flaw::Form => format!("la ligne {line} n’est pas de celles que ce programme écrit"),
        Flaw::Number => format!("la ligne {line} porte un autre numéro"),
        Flaw::AfterClose => format!("la ligne {line} vient après la fin de la séance, qui doit être la dernière"),
        Flaw::CutShort => {
            return format!(
                "{path} est tronqué : il s’arrête avant la ligne {line}, et ce qui a suivi la séance continue une tête \
                 qu’il n’a plus."
            );
        }
        Flaw::OtherJournal => {
            return format!(
                "{path} n’est pas le journal que continue ce qui a suivi la séance : il est clos, mais par une autre fin."
            );
        }
    };
    format!("{path} a été modifié : {why}.")
}

/// Why only what stands before a fault is shown, for the line on top of the screen.
#[must_use]
pub fn why_seen_only(fault: &Fault, last: u64) -> String {
    let until = format!("jusqu’à la ligne {last}, intacte");
    match fault.itself() {
        Fault::Altered { flaw: Flaw::CutShort, .. } => format!("{until} ; les lignes d’après manquent."),
        Fault::Altered { flaw: Flaw::OtherJournal, .. } => format!("{until} ; ce qui a suivi est d’un autre journal."),
        Fault::Unknown { line, .. } => format!("{until} ; la ligne {line} est d’une version plus récente."),
        Fault::Altered { line, .. } => format!("{until} ; la ligne {line} a été modifiée."),
        Fault::DoesNotFit { line, .. } | Fault::Miscounted { line, .. } => {
            format!("{until} ; la ligne {line} ne suit pas de celles d’avant.")
        }
        _ => format!("{until}."),
    }
}
