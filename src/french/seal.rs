//! What the seal (*sceau*) says of a record, in French.

pub mod paper;

use std::path::Path;

use super::numbers::{count, date};
use super::program;
use super::record::{self, number};
use crate::council::docket::Docket;
use crate::council::plain::plain;
use crate::store::fault::Fault;
use crate::store::seal::noted::Found;
use crate::store::seal::{Chain, SealReport, Verdict};

/// What the seal found, in one sentence that comes first; none where the record cannot be read.
#[must_use]
pub fn verdict(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Closed => Some("Valide et clos."),
        Verdict::NotClosed => Some("Valide, pas encore clos."),
        Verdict::Torn => Some("Valide, sauf sa fin, coupée en cours d’écriture."),
        Verdict::Truncated => Some("Tronqué : des lignes de sa fin manquent."),
        Verdict::OtherFile => Some("Fait pour un autre fichier de séance."),
        // The line is said with it, or why it cannot be read.
        Verdict::Altered | Verdict::Unreadable => None,
    }
}

/// What the seal found wrong: its verdict, the sentence, what to do next.
#[must_use]
pub fn refused(fault: &Fault) -> Vec<String> {
    let first = match (Verdict::of_fault(fault), fault.itself()) {
        (
            Verdict::Altered,
            Fault::Altered { line, .. } | Fault::DoesNotFit { line, .. } | Fault::Miscounted { line, .. },
        ) => Some(format!("Modifié à la ligne {line}.")),
        (found, _) => verdict(found).map(str::to_owned),
    };
    let said = [record::sentence(fault), record::next_step(fault).to_owned()];
    first.into_iter().chain(said).chain(program::seen_before(fault)).collect()
}

/// Of which sitting a journal is that is not the one of the file beside it.
#[must_use]
pub fn sitting_of(docket: &Docket) -> String {
    format!("Ce journal est celui de la séance du {}, {}.", date(docket.meeting.date), plain(&docket.body.name))
}

/// What the seal says of a record in which nothing is wrong, a sentence a line; and of a head that was noted, if it is there.
#[must_use]
pub fn sentences(report: &SealReport, found: Option<Found>) -> Vec<String> {
    let mut lines: Vec<String> = verdict(Verdict::of(report)).map(str::to_owned).into_iter().collect();
    lines.push(format!("Le journal est intact : {}.", chain(&report.journal)));
    lines.extend(report.afterwards.map(|after| format!("La suite est intacte : {}.", chain(&after))));
    let torn = report.journal.torn + report.afterwards.map_or(0, |after| after.torn);
    if torn > 0 {
        let bytes = number(torn, "octet", "octets");
        lines.push(format!(
            "À la fin, {bytes} d’une action coupée en cours d’écriture, jamais affichée comme enregistrée. \
             Ouvrez la séance : ils seront mis de côté. Refaites cette action si elle manque."
        ));
    }
    lines.push(match report.votes {
        0 => "Aucun résultat n’est proclamé.".to_owned(),
        // Proclamations, rectifications, votes sur le huis clos.
        results => format!(
            "{} une seconde fois, d’une autre façon : les chiffres sont justes.",
            count(results, "résultat est compté", "résultats sont comptés")
        ),
    });
    lines.extend(found.and_then(noted_head));
    lines.extend(completeness(report));
    lines
}

/// Where the noted head is, if it is anywhere.
#[must_use]
pub fn noted_head(found: Found) -> Option<String> {
    let (of, line, after) = match found {
        Found::InTheJournal { line, after } => ("du journal", line, after),
        Found::Afterwards { line, after } => ("de la suite", line, after),
        Found::Nowhere { .. } => return None,
    };
    Some(if after == 0 {
        format!("La tête notée est celle de la dernière ligne {of} : rien n’y manque, rien n’y a été ajouté depuis.")
    } else {
        let followed = number(after, "ligne a suivi", "lignes ont suivi");
        format!("La tête notée est celle de la ligne {line} {of} : rien ne manque jusque-là, et {followed}.")
    })
}

/// Where the noted head is in a record in which something is wrong behind it.
#[must_use]
pub fn noted_head_before_a_fault(found: Found) -> Option<String> {
    let (of, line) = match found {
        Found::InTheJournal { line, .. } => ("du journal", line),
        Found::Afterwards { line, .. } => ("de la suite", line),
        Found::Nowhere { .. } => {
            return Some("La tête notée n’est celle d’aucune des lignes intactes.".to_owned());
        }
    };
    Some(format!("La tête notée est celle de la ligne {line} {of} : jusque-là, rien n’a changé."))
}

/// The head that was noted is none of those of the record, which is intact as far as it goes.
#[must_use]
pub fn noted_head_is_gone(lines: u64, report: &SealReport) -> Vec<String> {
    let all = number(lines, "ligne", "lignes");
    vec![
        "La tête notée n’est plus là.".to_owned(),
        format!(
            "Le journal a {all}, qui se suivent, et elle n’est celle d’aucune : des lignes de sa fin manquent depuis \
             qu’elle a été notée, ou elle est celle d’un autre journal."
        ),
        "Relisez la tête notée. Si elle est juste, gardez ce fichier à part, et remettez en place une copie plus longue : \
         la seconde copie ou une sauvegarde."
            .to_owned(),
        format!("Tête de ce journal : {}", report.journal.head.spoken()),
    ]
}

/// The session file is not there: the record was checked by what it holds.
#[must_use]
pub fn session_file_missing(path: &Path) -> String {
    format!("{} n’est pas là : le journal, qui le contient, a été vérifié seul.", plain(&path.display().to_string()))
}

/// The session file cannot be read: it was not compared.
#[must_use]
pub fn session_file_unread(path: &Path) -> String {
    format!(
        "{} n’est pas lisible et n’a pas été comparé : « hemicycle verifier » dit pourquoi. Le journal, qui le contient, a \
         été vérifié seul.",
        plain(&path.display().to_string())
    )
}

/// Whether the journal is complete, and its whole head.
fn completeness(report: &SealReport) -> [String; 2] {
    let complete = if report.closed {
        "La séance est close : le journal est complet.".to_owned()
    } else {
        "La séance n’est pas close : seule une tête notée auparavant peut dire s’il manque des lignes à la fin. Notez \
         celle-ci ; « --tete » dira plus tard si elle y est encore."
            .to_owned()
    };
    [complete, format!("Tête entière : {}", report.journal.head)]
}

/// What the seal says where there is no journal.
#[must_use]
pub fn nothing_recorded() -> &'static str {
    "Rien n’est encore enregistré pour cette séance : il n’y a pas de journal à vérifier."
}

/// Nothing stands where the seal is to look.
#[must_use]
pub fn no_such_file(path: &Path) -> String {
    format!("{} n’existe pas : vérifiez le nom et le dossier.", plain(&path.display().to_string()))
}

/// The seal is to look at a file that holds no record.
#[must_use]
pub fn another_file(path: &Path) -> String {
    format!(
        "{} n’est ni un fichier de séance (.ron), ni un journal (.journal), ni un papier en PDF. Donnez l’un de ceux-là.",
        plain(&path.display().to_string())
    )
}

fn chain(chain: &Chain) -> String {
    format!("{}, tête {}", number(chain.lines, "ligne", "lignes"), chain.head.spoken())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::chain::Seal;

    #[test]
    fn the_seal_gives_the_number_of_lines_and_a_head_to_read_aloud() {
        let chain = Chain { lines: 14, head: Seal::FIRST, torn: 0 };
        let report = SealReport { journal: chain, afterwards: None, closed: true, votes: 1 };
        assert_eq!(
            sentences(&report, None),
            [
                "Valide et clos.",
                "Le journal est intact : 14 lignes, tête 0000 0000 0000 0000.",
                "1 résultat est compté une seconde fois, d’une autre façon : les chiffres sont justes.",
                "La séance est close : le journal est complet.",
                &format!("Tête entière : {}", "0".repeat(64)),
            ]
        );
    }
}
