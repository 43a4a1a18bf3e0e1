//! The words of the *convocation* and of the power that is enclosed with it.

use jiff::civil::Date;

use crate::council::agenda::{OpinionSense, Report, ReportKind};
use crate::council::docket::{Body, Docket};
use crate::council::law::{Rules, Subject};
use crate::council::roster::Member;

use super::articles::in_brackets;
use super::grammar::{addressed, at_the_place, is_feminine, of_the_body, the_body, the_named_body};
use super::letters::weekday;
use super::numbers::{count, date, enumerate};
use super::sentences::sense_word;

/// After the name of the body.
pub const TITLE: &str = "Convocation à la séance du";
/// Over the agenda.
pub const AGENDA: &str = "Ordre du jour";
/// How the letter begins.
pub const DEAR: &str = "Madame, Monsieur,";
/// An hour that the session file does not say.
pub const HOUR: &str = "heure de la séance";
/// A place that the session file does not say.
pub const PLACE: &str = "lieu de la séance";
/// A convocation without its day.
pub const SENT_ON: &str = "date de la convocation";
/// A convocation that nobody signs yet.
pub const CONVENED_BY: &str = "qui convoque";
/// Over the power to fill.
pub const POWER: &str = "Pouvoir";
/// A line to fill by hand.
pub const BLANK: &str = "……………………………………";
/// Who gives the power.
pub const UNDERSIGNED: &str = "Je soussigné(e) : ";
/// To whom.
pub const GIVES_POWER_TO: &str = "donne pouvoir à : ";
/// Where and when it is signed.
pub const DONE_AT: &str = "Fait à ……………………………, le …………………………";
/// Under the place and the day.
pub const SIGNATURE: &str = "Signature :";

/// « Vous êtes convoqué(e) à la séance du Conseil municipal de Bourg-Exemple qui se tiendra le lundi 3 mars 2025, à », before the
/// hour.
#[must_use]
pub fn convened(body: &Body, day: Date) -> String {
    let body = the_named_body(body);
    let of = match body.strip_prefix("le ") {
        Some(masculine) => format!("du {masculine}"),
        None => format!("de {body}"),
    };
    format!("Vous êtes convoqué(e) à la séance {of} qui se tiendra le {} {}, à ", weekday(day), date(day))
}

/// « à l’hôtel de ville ».
#[must_use]
pub fn at(place: &str) -> String {
    at_the_place(place)
}

/// « Convocation adressée par Madame la Maire le 24 février 2025 (art. L.2121-10 du CGCT). »
#[must_use]
pub fn sent(docket: &Docket, rules: &Rules) -> Option<String> {
    let meeting = &docket.meeting;
    let by = meeting.convened_by.as_deref().map(|by| format!(" par {by}")).unwrap_or_default();
    let on = meeting.convened_on.map(|day| format!(" le {}", date(day))).unwrap_or_default();
    let is_known = !by.is_empty() || !on.is_empty();
    is_known.then(|| format!("Convocation adressée{by}{on}{}.", in_brackets(rules.article(Subject::Convocation))))
}

/// A second convocation, after a quorum was missed.
#[must_use]
pub fn second(first: Date, docket: &Docket, rules: &Rules) -> String {
    let body = the_body(docket.body.kind);
    format!(
        "Le quorum n’ayant pas été atteint à la séance du {}, {body} est {} une seconde fois et pourra délibérer sans \
         condition de quorum sur les affaires inscrites au premier ordre du jour{}.",
        date(first),
        if is_feminine(body) { "convoquée" } else { "convoqué" },
        in_brackets(rules.article(Subject::SecondConvocation))
    )
}

/// « Il sera procédé au cours de cette séance à l’élection du maire et à l’élection des adjoints au maire (art. L.2122-8 du
/// CGCT). »: the special mention of what is elected.
#[must_use]
pub fn elections(elections: &[&str], rules: &Rules) -> String {
    let to: Vec<String> = elections.iter().map(|election| format!("à l’{election}")).collect();
    let article = in_brackets(rules.article(Subject::EldestPresides));
    format!("Il sera procédé au cours de cette séance {}{article}.", enumerate(&to))
}

/// « délibération », « avis favorable », with who presents it: « délibération ; rapporteur : Monsieur Luc BAUDRY », and
/// whether it is meant to be put to one vote with others.
#[must_use]
pub fn what_is_asked(report: &Report, rapporteur: Option<&Member>, is_put_with_others: bool) -> String {
    let asked = match report.kind {
        ReportKind::Deliberation => "délibération".to_owned(),
        ReportKind::Opinion { sense: OpinionSense::Reserved } => "avis réservé proposé".to_owned(),
        ReportKind::Opinion { sense } => format!("avis {} proposé", sense_word(sense)),
        kind => super::kinds::kind(kind).to_owned(),
    };
    let by = rapporteur.map(|member| format!(" ; rapporteur : {}", addressed(&member.name))).unwrap_or_default();
    let with = if is_put_with_others { " ; vote groupé" } else { "" };
    format!(" ({asked}{by}{with})")
}

/// After a report that the first convocation did not announce, at the second.
pub const ADDED: &str = " – ajouté à l’ordre du jour : le quorum est exigé";

/// « membre du Conseil municipal, empêché(e) d’assister à la séance du 3 mars 2025, »
#[must_use]
pub fn prevented(docket: &Docket) -> String {
    let of = of_the_body(docket.body.kind);
    format!("membre {of}, empêché(e) d’assister à la séance du {},", date(docket.meeting.date))
}

/// « pour voter en mon nom à cette séance (art. L.2121-20 du CGCT). »
#[must_use]
pub fn to_vote(rules: &Rules) -> String {
    format!("pour voter en mon nom à cette séance{}.", in_brackets(rules.article(Subject::Proxy)))
}

/// « Un membre ne peut porter que 1 pouvoir (art. …). Ce pouvoir est toujours révocable. »
#[must_use]
pub fn limits(rules: &Rules) -> Option<String> {
    let limit = rules.proxies_per_holder()?;
    let article = in_brackets(rules.article(Subject::ProxiesPerHolder));
    Some(format!("Un même membre porte {} au plus{article}.", count(limit, "pouvoir", "pouvoirs")))
}
