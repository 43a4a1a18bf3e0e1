//! The fixed words of the papers.

use crate::council::agenda::Report;
use crate::council::docket::Docket;
use crate::council::finding::Code;
use crate::council::name::{Civility, Name};

use super::sentences;

/// The mark of a paper that may still change.
pub const DRAFT: &str = "PROJET";
/// An empty list of names.
pub const NOBODY: &str = "Néant";
/// Before the number of an act.
pub const DELIBERATION_OF_NUMBER: &str = "Délibération n° ";
/// After a number that may still be another.
pub const PROVISIONAL: &str = " (numéro provisoire)";
/// Before the number of a report whose act has no number yet.
pub const DELIBERATION_OF_REPORT: &str = "Délibération sur le rapport n° ";
/// Before the name of the secretary.
pub const SECRETARY: &str = "Secrétaire de séance";
/// Before the names of several secretaries.
pub const SECRETARIES: &str = "Secrétaires de séance";
/// Before the staff who help them.
pub const ASSISTANT: &str = "Auxiliaire de séance";
/// The same for several.
pub const ASSISTANTS: &str = "Auxiliaires de séance";
/// Before the body to which a report is made.
pub const REPORT: &str = "Rapport";
/// Before the number of a report.
pub const REPORT_OF_NUMBER: &str = "Rapport n° ";
/// Over the articles that the council itself votes.
pub const TEXT_VOTED: &str = "Texte soumis au vote";
/// The same of an election: its recitals, and what it fixes beside the names.
pub const TEXT_OF_THE_ACT: &str = "Texte de la délibération";
/// The same, where no vote was taken on it.
pub const TEXT_PROPOSED: &str = "Texte proposé";
/// Over the vote.
pub const VOTE_ON_THE_REPORT: &str = "Vote sur le rapport";
/// In the place of a result that is not known yet.
pub const NOT_PROCLAIMED: &str = "Vote non proclamé.";
/// Over the number that the prefecture gave.
pub const RECEIPT: &str = "Accusé de réception en préfecture";

/// « Délibération n° 12 », as plain words.
#[must_use]
pub fn deliberation(act: Option<&str>, report: &str) -> String {
    match act {
        Some(act) => format!("{DELIBERATION_OF_NUMBER}{act}"),
        None => format!("{DELIBERATION_OF_REPORT}{report}"),
    }
}

/// « page 2 / 5 », at the foot of a page.
#[must_use]
pub fn page_of(page: usize, pages: usize) -> String {
    format!("page\u{a0}{page}\u{a0}/\u{a0}{pages}")
}

/// « OBJET : … ».
#[must_use]
pub fn object(object: &str) -> String {
    format!("OBJET : {object}")
}

/// « Séance du 3 mars 2022 ».
#[must_use]
pub fn sitting_of(date: &str) -> String {
    format!("Séance du {date}")
}

/// « Signé, le 09 MARS 2022 ».
#[must_use]
pub fn signed_on(date: &str) -> String {
    format!("Signé, le {date}")
}

/// « Date de télétransmission : 11/03/2022 ».
#[must_use]
pub fn transmitted_on(date: &str) -> String {
    format!("Date de télétransmission : {date}")
}

/// « Date de réception préfecture : 11/03/2022 ».
#[must_use]
pub fn received_on(date: &str) -> String {
    format!("Date de réception préfecture : {date}")
}

/// « Le secrétaire de séance » or « La secrétaire de séance ».
#[must_use]
pub fn the_secretary(civility: Option<Civility>) -> &'static str {
    match civility {
        Some(Civility::Mrs) => "La secrétaire de séance",
        _ => "Le secrétaire de séance",
    }
}

/// « La présidente de séance », for whoever presides in place of the president.
#[must_use]
pub fn presiding(civility: Option<Civility>) -> &'static str {
    match civility {
        Some(Civility::Mrs) => "la présidente de séance",
        _ => "le président de séance",
    }
}

/// « Irrégularité : le quorum n’est pas atteint (art. …). Motif retenu pour passer outre : … »
#[must_use]
pub fn irregularity(
    code: Code,
    about: Option<&Name>,
    report: Option<&Report>,
    reason: &str,
    docket: &Docket,
) -> String {
    let reason = reason.trim().trim_end_matches('.');
    let rule = sentences::irregularity(code, about, report, docket);
    format!("Irrégularité : {rule}. Motif retenu pour passer outre : {reason}.")
}
