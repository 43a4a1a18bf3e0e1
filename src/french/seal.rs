//! What the seal (*sceau*) says of a record, in French.

pub mod paper;

use std::path::Path;

use super::numbers::count;
use super::record::number;
use crate::council::plain::plain;
use crate::store::seal::{Chain, SealReport};

/// What the seal says of a record in which nothing is wrong, a sentence a line.
#[must_use]
pub fn sentences(report: &SealReport) -> Vec<String> {
    let mut lines = vec![format!("Le journal est intact : {}.", chain(&report.journal))];
    lines.extend(report.afterwards.map(|after| format!("La suite est intacte : {}.", chain(&after))));
    let torn = report.journal.torn + report.afterwards.map_or(0, |after| after.torn);
    if torn > 0 {
        let bytes = number(torn, "octet", "octets");
        lines.push(format!(
            "À la fin, {bytes} d’une action coupée en cours d’écriture, jamais affichée comme enregistrée."
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
    lines.extend(completeness(report));
    lines
}

/// Whether the journal is complete, and its whole head.
fn completeness(report: &SealReport) -> [String; 2] {
    let complete = if report.closed {
        "La séance est close : le journal est complet.".to_owned()
    } else {
        "La séance n’est pas close : seule une tête notée auparavant peut dire s’il manque des lignes à la fin."
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
            sentences(&report),
            [
                "Le journal est intact : 14 lignes, tête 0000 0000 0000 0000.",
                "1 résultat est compté une seconde fois, d’une autre façon : les chiffres sont justes.",
                "La séance est close : le journal est complet.",
                &format!("Tête entière : {}", "0".repeat(64)),
            ]
        );
    }
}
