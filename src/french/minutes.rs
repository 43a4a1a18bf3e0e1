//! The words of the *procès-verbal*.

use crate::council::hour::Hour;
use crate::council::law::Article;
use crate::council::name::{Civility, Name};
use crate::council::roster::Member;

use super::articles::in_brackets;
use super::grammar::{Agreement, addressed, of_name};
use super::numbers::{count, hour};

/// Over the lists of names.
pub const ATTENDANCE: &str = "Présences";
/// Over the agenda.
pub const AGENDA: &str = "Ordre du jour";
/// Over reports that stand under no chapter.
pub const REPORTS: &str = "Rapports";
/// Over the results that were rectified, with what they were before.
pub const RECTIFIED: &str = "Annexe : résultats rectifiés";
/// A sitting adjourned at the roll call, for want of a quorum.
pub const NEVER_OPENED: &str = "Le quorum n’étant pas atteint à l’appel, la séance n’est pas ouverte.";
/// Over the close.
pub const END: &str = "Fin de la séance";
/// Before the number of a report.
pub const NUMBER: &str = "N° ";
/// A report that was never opened.
pub const NOT_EXAMINED: &str = "Rapport non examiné.";
/// A report whose vote is being taken.
pub const STILL_OPEN: &str = "Vote en cours, non proclamé.";
/// A sitting whose roll call is not done.
pub const NOT_OPENED: &str = "La séance n’est pas ouverte.";
/// A sitting that goes on.
pub const NOT_CLOSED: &str = "La séance n’est pas levée.";
/// A sitting that is closed, at an hour that is not known.
pub const CLOSED: &str = "La séance est levée.";
/// Before the head of the record.
pub const RECORD: &str = "Empreinte du registre de la séance : ";

// The mentions of art. L.2121-15 of the CGCT, as « à compléter » names them.
/// Where the council met.
pub const PLACE: &str = "lieu de la séance";
/// When the sitting was opened.
pub const OPENING_HOUR: &str = "heure d’ouverture";
/// When the sitting was closed.
pub const CLOSING_HOUR: &str = "heure de levée de la séance";
/// Who presided.
pub const PRESIDENT: &str = "nom du président de séance";
/// Who kept the minutes.
pub const THE_SECRETARY: &str = "nom du secrétaire de séance";
/// An agenda without reports.
pub const REPORTS_OF_THE_AGENDA: &str = "rapports de l’ordre du jour";
/// The report on which an act was adopted.
pub const REPORT_TEXT: &str = "rapport au vu duquel la délibération a été adoptée";
/// What was said.
pub const DISCUSSIONS: &str = "teneur des discussions";

/// Requests for a public or a secret ballot, where none is recorded.
pub const NO_PARTICULAR_BALLOT: &str = "Aucune demande de scrutin particulier (public ou secret) n’est enregistrée.";
/// Over what was said in a report.
pub const WHAT_WAS_SAID: &str = "Teneur des discussions";
/// In place of the text of a report, in abridged minutes.
pub const TEXT_OF_THE_REPORT: &str = "Le texte du rapport est joint à la délibération.";
/// Over what is still to be completed.
pub const TO_BE_COMPLETED: &str = "Mentions à compléter";

/// « [à compléter : heure d’ouverture] ».
#[must_use]
pub fn to_be_completed(what: &str) -> String {
    format!("[à compléter : {what}]")
}

/// « qui a présidé, Madame Léa MARTINET étant absente », as « à compléter » names it.
#[must_use]
pub fn who_presided(named: &Name) -> String {
    format!("qui a présidé, {}", being_absent(named))
}

/// « secrétaire de séance, Monsieur Paul AUBRY étant absent », as « à compléter » names it.
#[must_use]
pub fn who_was_secretary(named: &Name) -> String {
    format!("secrétaire de séance, {}", being_absent(named))
}

fn being_absent(named: &Name) -> String {
    format!("{} étant {}", addressed(named), Agreement::with([named]).agreed("absent"))
}

/// « Procès-verbal de la séance du 3 mars 2025 – le Conseil municipal de Saint-Exemple ».
#[must_use]
pub fn title(body: &str, date: &str, short: bool) -> String {
    let abridged = if short { " abrégé" } else { "" };
    format!("{} – Procès-verbal{abridged} de la séance du {date}", without_article(body))
}

/// « Conseil municipal de Saint-Exemple », at the head of a paper.
#[must_use]
pub fn without_article(body: &str) -> String {
    let bare = ["le ", "la ", "l’"].iter().find_map(|article| body.strip_prefix(article));
    super::grammar::capitalised(bare.unwrap_or(body))
}

/// « La séance est ouverte à 18 h 04. »
#[must_use]
pub fn opened_at(at: Hour) -> String {
    format!("La séance est ouverte à {}.", hour(at))
}

/// « La séance est levée à 21 h 40. »
#[must_use]
pub fn closed_at(at: Hour) -> String {
    format!("La séance est levée à {}.", hour(at))
}

/// « Résultat proclamé à 20 h 17. »
#[must_use]
pub fn proclaimed_at(at: Hour) -> String {
    format!("Résultat proclamé à {}.", hour(at))
}

/// `then` presides from the middle of the sitting on.
///
/// « Présidence : Madame Léa MARTINET, maire. », « Présidence : Monsieur Luc BAUDRY, 1er adjoint, en remplacement de … »
#[must_use]
pub fn presided_by(chair: &Member, title: &Presiding<'_>, then: Option<&Member>) -> String {
    let by = match title {
        Presiding::Usual | Presiding::Installed | Presiding::Replacing(None) => String::new(),
        Presiding::Eldest(article) => format!(", {}{}", the_eldest(&chair.name), in_brackets(*article)),
        Presiding::Replacing(Some(usual)) => format!(", en remplacement {}", of_name(&with_role(usual))),
        Presiding::Elected(article) => {
            let elected = Agreement::with([&chair.name]).agreed("élu");
            format!(", {elected} pour présider{}", in_brackets(*article))
        }
    };
    let then = then.map(|then| format!(", puis {}", with_role(then))).unwrap_or_default();
    format!("Présidence : {}{by}{then}.", with_role(chair))
}

/// « doyenne d’âge ».
#[must_use]
pub fn the_eldest(name: &Name) -> &'static str {
    match name.civility {
        Some(Civility::Mr) => "doyen d’âge",
        Some(Civility::Mrs) => "doyenne d’âge",
        None => "doyen(ne) d’âge",
    }
}

/// By what title someone presides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presiding<'a> {
    /// The president of the body.
    Usual,
    /// In the order of replacement, in place of the president if the session file names one.
    Replacing(Option<&'a Member>),
    /// Elected by the council for it, by that article at the accounts.
    Elected(Option<Article>),
    /// The eldest member, while who presides is elected, by that article.
    Eldest(Option<Article>),
    /// Elected in the sitting to preside over the body.
    Installed,
}

/// « Madame Anne FOURNEL, maire ».
fn with_role(member: &Member) -> String {
    with_role_after(&addressed(&member.name), member)
}

/// A name and the function: « Anne FOURNEL, maire ».
#[must_use]
pub fn with_role_after(name: &str, member: &Member) -> String {
    member.role.as_deref().map_or_else(|| name.to_owned(), |role| format!("{name}, {role}"))
}

/// « Rapporteur : Monsieur Paul AUBRY. »
#[must_use]
pub fn rapporteur(name: &str) -> String {
    format!("Rapporteur : {name}.")
}

/// « 2 annexes, jointes à la délibération. »
#[must_use]
pub fn annexed(annexes: usize) -> String {
    let joined = if annexes < 2 { "jointe" } else { "jointes" };
    format!("{}, {joined} à la délibération.", count(annexes, "annexe", "annexes"))
}
