//! The questions of `creer`, and what it answers.

mod written;

use std::path::Path;

use jiff::civil::Date;

use crate::council::docket::BodyKind;
use crate::council::hour::Hour;
use crate::council::law::Value;
use crate::council::name::fold;
use crate::council::plain::plain;

use super::articles::in_brackets;
use super::letters::weekday;
use super::numbers::{count, date, hour};
use crate::council::law::Article;

pub use self::written::{session_file, word_of_body};

/// What is said first.
pub const WELCOME: &str = "\
Un fichier de séance, par questions.
Entrée prend la réponse entre crochets. Ctrl-C quitte, et rien n’est écrit.";

/// The parts of the questions.
pub const ASSEMBLY: &str = "L’assemblée et ses élus";
/// The meeting.
pub const MEETING: &str = "La séance";
/// The agenda.
pub const AGENDA: &str = "L’ordre du jour";
/// The file.
pub const FILE: &str = "Le fichier";

/// Where the members come from, when there is somewhere.
pub const FROM: &str = "Reprendre les élus de quel fichier, séance .ron ou liste .csv (non : les taper)";
/// The same, when nothing is found.
pub const FROM_NOWHERE: &str = "Fichier d’où viennent les élus, séance .ron ou liste .csv (Entrée : les taper)";
/// What is typed instead of a file.
pub const NO: &str = "non";
/// Words that say the same of a file, folded.
pub const NONE: [&str; 4] = ["non", "n", "rien", "aucun"];
/// Yes.
pub const YES: &str = "oui";
/// How the members are typed.
pub const HOW_TO_TYPE: &str = "\
Un élu par ligne, dans l’ordre du tableau ; une ligne vide pour finir :
    Mme NOM Prénom ; groupe ; fonction
Le nom de famille est en capitales. La civilité, le groupe et la fonction peuvent manquer.";
/// The name of the body.
pub const BODY_NAME: &str = "Nom de l’assemblée (par exemple Conseil municipal de Saint-Exemple)";
/// Its kind.
pub const BODY_KIND: &str = "Genre de l’assemblée, un numéro ou un nom";
/// Inhabitants.
pub const POPULATION: &str = "Population, en habitants (le délai de convocation en dépend)";
/// The quorum of a body of its own rules.
pub const QUORUM: &str = "Quorum : moitié, tiers, aucun, ou un nombre de membres";
/// Its powers.
pub const POWERS: &str = "Combien de pouvoirs un membre peut-il porter";
/// Why.
pub const OWN_REASON: &str = "Où est-ce écrit (par exemple : art. 8 des statuts)";
/// The day.
pub const DATE: &str = "Date de la séance (par exemple 3 mars 2027 ou 03/03/2027)";
/// The hour.
pub const HOUR: &str = "Heure (par exemple 18 h 30)";
/// The place.
pub const PLACE: &str = "Lieu (par exemple l’hôtel de ville, salle du conseil)";
/// The convocation.
pub const CONVOCATION: &str = "Date de la convocation";
/// Who convenes.
pub const CONVENED_BY: &str = "Qui convoque (par exemple Madame la Maire)";
/// Who presides.
pub const PRESIDENT: &str = "Qui préside, quelques lettres du nom";
/// The secretary.
pub const SECRETARY: &str = "Secrétaire de séance, quelques lettres du nom";
/// The first number of the acts.
pub const FIRST_NUMBER: &str = "Premier rang des numéros d’actes";
/// How the agenda is typed.
pub const HOW_TO_LIST: &str = "Un rapport après l’autre ; un objet vide pour finir. « # Finances » ouvre un chapitre.";
/// Its number.
pub const NUMBER: &str = "    Numéro";
/// Its kind.
pub const KIND: &str = "    Genre, quelques lettres (? les montre)";
/// Who presents it.
pub const RAPPORTEUR: &str = "    Rapporteur, quelques lettres du nom";
/// The sense of an opinion.
pub const SENSE: &str = "    Sens : favorable, défavorable ou réservé";
/// What is elected.
pub const OFFICE: &str = "    Mandat, quelques lettres (? les montre)";
/// The name of the file.
pub const FILE_NAME: &str = "Nom du fichier";
/// What is not given.
pub const NOBODY: &str = "personne";
/// Which of several.
pub const WHICH: &str = "    Lequel, un numéro";
/// Keep what is late.
pub const KEEP: &str = "La garder quand même (oui, non)";

/// Nothing was written.
pub const NOTHING_WRITTEN: &str = "Rien n’a été écrit.";
/// An answer must be given.
pub const NEEDED: &str = "Il faut une réponse.";
/// A number is wanted.
pub const NOT_A_NUMBER: &str = "Écrivez un nombre entier, par exemple 2.";
/// A kind of body is wanted.
#[must_use]
pub fn no_such_body(kinds: usize) -> String {
    format!("Écrivez un numéro de la liste, de 1 à {kinds}, ou le début d’un nom.")
}
/// A name has letters.
pub const NOT_A_NAME: &str = "Ce nom n’a pas de lettres : écrivez-le comme dans les actes.";
/// A number of inhabitants is wanted.
pub const NOT_A_POPULATION: &str = "Écrivez un nombre d’habitants, par exemple 14200.";
/// A date is wanted.
pub const NOT_A_DATE: &str = "Ce n’est pas une date : écrivez par exemple 3 mars 2027, 03/03/2027 ou 2027-03-03.";
/// An hour is wanted.
pub const NOT_AN_HOUR: &str = "Ce n’est pas une heure : écrivez par exemple 18 h 30, ou 1830.";
/// Yes or no is wanted.
pub const NOT_YES_OR_NO: &str = "Répondez oui ou non.";
/// A quorum is wanted.
pub const NOT_A_QUORUM: &str = "Répondez moitié, tiers, aucun, ou un nombre de membres.";
/// No kind of report begins so.
pub const NO_SUCH_KIND: &str = "Aucun genre ne commence ainsi ; « ? » les montre.";
/// A sense is wanted.
pub const NOT_A_SENSE: &str = "Répondez favorable, défavorable ou réservé.";
/// No office begins so.
pub const NO_SUCH_OFFICE: &str = "Cette assemblée n’élit aucun mandat qui commence ainsi ; « ? » les montre.";
/// No surname in capitals.
pub const NO_SURNAME: &str = "Écrivez le nom de famille en capitales, puis le prénom : MARTIN Anne.";
/// Too many fields.
pub const TOO_MANY_FIELDS: &str = "Au plus trois points-virgules : nom ; groupe ; fonction ; identité.";
/// No report.
pub const NO_REPORT: &str = "Il faut au moins un rapport.";
/// No member.
pub const NO_MEMBER: &str = "Il faut au moins un élu.";
/// Too long a line.
pub const TOO_LONG: &str = "Cette ligne est trop longue.";
/// Not UTF-8.
pub const NOT_TEXT: &str = "Cette ligne n’est pas du texte en UTF-8.";
/// The convocation is after the sitting.
pub const CONVENED_AFTER: &str = "La convocation est après la séance.";
/// A name that the program keeps for itself.
pub const RESERVED_NAME: &str = "Ce nom est celui d’un réglage du programme : choisissez-en un autre.";
/// A member whom nobody is like.
pub const NOBODY_FOUND: &str = "Personne ne porte ce nom.";
/// What a list from elsewhere loses.
pub const TABLE_COPIED: &str =
    "Le tableau n’est pas dans le dossier du fichier : les élus y sont recopiés, sans leurs états ni leurs pouvoirs.";
/// The object of the report that settles the minutes.
#[must_use]
pub fn previous_minutes(day: Date) -> String {
    format!("Procès-verbal de la séance du {}", date(day))
}

/// Whether the minutes of the last sitting are put on the agenda.
#[must_use]
pub fn ask_previous_minutes(day: Date) -> String {
    format!("Commencer par l’arrêt du procès-verbal de la séance du {} (oui, non)", date(day))
}

/// The object of the report of that number.
#[must_use]
pub fn object(number: &str) -> String {
    format!("Objet du rapport {number} (vide : fini)")
}

/// A part of the questions.
#[must_use]
pub fn part(title: &str) -> String {
    format!("── {title} ──")
}

/// A question as it is asked, with the answer that Enter takes.
#[must_use]
pub fn question(text: &str, default: Option<&str>) -> String {
    match default {
        Some(default) => format!("{text} [{}] : ", plain(default)),
        None => format!("{text} : "),
    }
}

/// Something is wrong with an answer.
#[must_use]
pub fn wrong(why: &str) -> String {
    format!("    ✗ {why}")
}

/// What was understood.
#[must_use]
pub fn understood(what: &str) -> String {
    format!("    → {what}")
}

/// One of several, with its number from 1.
#[must_use]
pub fn choice(number: usize, what: &str) -> String {
    format!("    {number:>3}  {what}")
}

/// The members were taken from there.
#[must_use]
pub fn taken(name: &str, members: u32, from: &Path) -> String {
    let from = from.display().to_string();
    format!("{} : {}, de {}", plain(name), count(members, "élu", "élus"), plain(&from))
}

/// Members, of whom no assembly is known.
#[must_use]
pub fn members(members: u32) -> String {
    count(members, "élu", "élus")
}

/// « mercredi 3 mars 2027 », and that it is past.
#[must_use]
pub fn day(day: Date, is_past: bool) -> String {
    let past = if is_past { ", une date passée" } else { "" };
    format!("{} {}{past}", weekday(day), date(day))
}

/// The day of the week that was typed is not that of the date.
#[must_use]
pub fn another_weekday(day: Date, typed: &str) -> String {
    format!("Le {} est un {}, pas un {}.", date(day), weekday(day), plain(typed))
}

/// The convocation leaves too few clear days.
#[must_use]
pub fn too_late(needed: u32, latest: Date, article: Option<Article>) -> String {
    format!(
        "Trop tard : il faut {} entre la convocation et la séance{}. Dernier jour : {} {}.",
        count(needed, "jour franc", "jours francs"),
        in_brackets(article),
        weekday(latest),
        date(latest)
    )
}

/// The name of a file proposed for a sitting of that day.
#[must_use]
pub fn file_name(day: Date) -> String {
    format!("{day}.ron")
}

/// Something stands there.
#[must_use]
pub fn exists(path: &Path) -> String {
    let path = path.display().to_string();
    format!("« {} » existe déjà, et n’est jamais remplacé : choisissez un autre nom.", plain(&path))
}

/// What to do once the file is written.
#[must_use]
pub fn next_steps(path: &Path) -> String {
    let path = path.display().to_string();
    let path = plain(&path);
    let typed = if path.contains(' ') { format!("\"{path}\"") } else { path.into_owned() };
    format!(
        "\nEnsuite :\n  complétez les textes dans un éditeur de texte ; le fichier dit comment ;\n  \
         hemicycle verifier {typed}\n  hemicycle {typed}"
    )
}

/// A kind of body, in the words of its council.
#[must_use]
pub fn kind_of_body(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Commune => "Conseil municipal",
        BodyKind::Epci => "Conseil communautaire (communauté de communes ou d’agglomération)",
        BodyKind::Metropole => "Conseil de métropole",
        BodyKind::ConseilDeTerritoire => "Conseil de territoire",
        BodyKind::ConseilArrondissement => "Conseil d’arrondissement",
        BodyKind::Departement => "Conseil départemental",
        BodyKind::Region => "Conseil régional",
        BodyKind::CommissionPermanente => "Commission permanente",
        BodyKind::Ccas => "Conseil d’administration d’un CCAS",
        BodyKind::Syndicat => "Comité syndical",
        BodyKind::Autre => "Autre, dont les règles sont les statuts",
    }
}

/// The kind of body that is called so: the word of the session file, the beginning of its council's name, or what a name
/// that begins so suggests.
#[must_use]
pub fn kind_called(folded: &str) -> Option<BodyKind> {
    let by_word = BodyKind::ALL.iter().find(|kind| fold(word_of_body(**kind)) == folded);
    let begins = |kind: &&BodyKind| fold(kind_of_body(**kind)).starts_with(folded);
    let mut beginning = BodyKind::ALL.iter().filter(begins);
    let alone = beginning.next().filter(|_| !folded.is_empty() && beginning.next().is_none());
    by_word.or(alone).copied().or_else(|| suggested_kind(&format!("{folded} ")))
}

/// What was answered, in a line, before the file is written.
#[must_use]
pub fn summary(council: &str, on: Date, at: Option<Hour>, members: u32, reports: u32) -> String {
    let at = at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    let members = if members == 0 { String::new() } else { format!("{}, ", count(members, "élu", "élus")) };
    let reports = count(reports, "rapport", "rapports");
    format!("{}, {} {}{at} : {members}{reports}", plain(council), weekday(on), date(on))
}

/// The kind that the name of a body suggests.
#[must_use]
pub fn suggested_kind(folded_name: &str) -> Option<BodyKind> {
    let beginnings = [
        ("conseil municipal", BodyKind::Commune),
        ("commune ", BodyKind::Commune),
        ("ville ", BodyKind::Commune),
        ("conseil communautaire", BodyKind::Epci),
        ("communaute ", BodyKind::Epci),
        ("conseil de la metropole", BodyKind::Metropole),
        ("conseil metropolitain", BodyKind::Metropole),
        ("metropole", BodyKind::Metropole),
        ("conseil de territoire", BodyKind::ConseilDeTerritoire),
        ("conseil d arrondissement", BodyKind::ConseilArrondissement),
        ("conseil departemental", BodyKind::Departement),
        ("conseil regional", BodyKind::Region),
        ("commission permanente", BodyKind::CommissionPermanente),
        ("conseil d administration", BodyKind::Ccas),
        ("ccas", BodyKind::Ccas),
        ("comite syndical", BodyKind::Syndicat),
        ("syndicat", BodyKind::Syndicat),
    ];
    beginnings.iter().find(|(beginning, _)| folded_name.starts_with(beginning)).map(|(_, kind)| *kind)
}

/// Reads a quorum: `Some(None)` for none at all.
#[must_use]
pub fn read_quorum(folded: &str) -> Option<Option<Value>> {
    Some(match folded {
        "moitie" => Some(Value::MoreThanHalf),
        "tiers" => Some(Value::OneThird),
        "aucun" => None,
        number => Some(Value::Number(number.parse().ok()?)),
    })
}

/// The quorum that Enter takes.
pub const HALF: &str = "moitié";

/// The civilities that may stand before a name, folded.
pub const CIVILITIES: &[(&str, crate::council::name::Civility)] = &[
    ("m", crate::council::name::Civility::Mr),
    ("monsieur", crate::council::name::Civility::Mr),
    ("mme", crate::council::name::Civility::Mrs),
    ("madame", crate::council::name::Civility::Mrs),
];

/// The days of the week, as they may stand before a date.
pub const WEEKDAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
