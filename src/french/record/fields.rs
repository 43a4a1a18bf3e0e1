//! The fields of a session file that were taken over, in French.

use crate::council::correction::{Correction, Field};
use crate::council::plain::plain;
use crate::french::numbers::enumerate;

/// What was taken over, as a list.
pub(super) fn fields(corrections: &[Correction]) -> String {
    let fields: Vec<String> = corrections.iter().map(|correction| field(&correction.field)).collect();
    enumerate(&fields)
}

fn field(field: &Field) -> String {
    let of = |what: &str, report: &str| format!("{what} du rapport n° {}", plain(report));
    match field {
        Field::BodyName => "nom de l’assemblée".to_owned(),
        Field::Siren => "numéro SIREN".to_owned(),
        Field::Phrase(word) => format!("formule « {} »", plain(word)),
        Field::Department => "département".to_owned(),
        Field::Unanimity => "mots de l’unanimité".to_owned(),
        Field::Names => "noms imprimés au scrutin ordinaire".to_owned(),
        Field::Zero => "façon d’écrire zéro".to_owned(),
        Field::Numbering => "numérotation des actes".to_owned(),
        Field::NumberRejected => "numérotation des rapports rejetés".to_owned(),
        Field::FirstNumber => "premier numéro d’acte".to_owned(),
        Field::Hour => "heure de la séance".to_owned(),
        Field::Place => "lieu de la séance".to_owned(),
        Field::ConvenedOn => "date de la convocation".to_owned(),
        Field::ConvenedBy => "auteur de la convocation".to_owned(),
        Field::Chapter(place) => format!("titre du chapitre {}", place.saturating_add(1)),
        Field::Act(report) => of("numéro d’acte", report.as_str()),
        Field::Object(report) => of("objet", report.as_str()),
        Field::Wording(report) => of("texte", report.as_str()),
        Field::Amendment(report, number) => {
            of(&format!("termes de l’amendement n° {}", plain(number)), report.as_str())
        }
        Field::Decisions(report) => of("liste des décisions", report.as_str()),
        Field::Signed(report) => of("date de signature", report.as_str()),
        Field::Transmitted(report) => of("date de transmission", report.as_str()),
        Field::Received(report) => of("date de réception", report.as_str()),
        Field::Receipt(report) => of("accusé de réception", report.as_str()),
        Field::TextFile(name) => format!("texte {}", plain(name)),
    }
}
