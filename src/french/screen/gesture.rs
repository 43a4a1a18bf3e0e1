//! The words of the gestures that have no key of their own: their names, their questions, the answers to choose from.

use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::council::chronicle::HourOf;
use crate::council::election::Form;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::proposal::{Dropped, ProposalId};
use crate::council::recusal::Ground;
use crate::council::roster::{Roster, Standing};
use crate::council::way::Way;
use crate::french::figures;
use crate::french::grammar::capitalised;
use crate::french::kinds;
use crate::french::numbers::{count, hour as spoken};

use super::actions::presence_word;
use super::labels::Label;
use super::names::of;
use super::said::ending;

mod asks;
mod names;
mod when;

pub use asks::Ask;
pub use names::{Gesture, Matter};
pub use when::later;

/// The title of a gesture, with the report that it is about: « Amendement à déposer — rapport n° 07 ».
#[must_use]
pub fn titled(name: &str, report: Option<&ReportId>) -> String {
    report.map_or_else(|| name.to_owned(), |report| format!("{name} — rapport n° {report}"))
}

/// The same, of reports put to one vote: « Manière de relever le vote — vote groupé ».
#[must_use]
pub fn about_several(name: &str) -> String {
    format!("{name} — {}", super::told::TOGETHER)
}

/// A command by the name of its key: « Proclamer ».
#[must_use]
pub fn pressed(label: Label) -> String {
    capitalised(label.name())
}

/// What Enter does where nothing is typed: « ↵ : AUBRY Paul ».
#[must_use]
pub fn by_default(answer: &str) -> String {
    format!("Entrée : {answer}")
}

/// Nobody, as an answer.
pub const NOBODY: &str = "personne";
/// Nobody else, as an answer.
pub const THAT_IS_ALL: &str = "c’est tout";
/// Those chosen so far are all.
pub const THESE: &str = "valider";
/// Nothing, as an answer.
pub const NOTHING: &str = "rien à préciser";
/// Under a question about a member.
pub const SEARCH_HINT: &str = "Tapez le début d’un nom, ou ↑ ↓.";
/// Under a question about several members.
pub const SEVERAL_HINT: &str = "Un nom, Entrée ; puis le suivant.";
/// Before the members chosen so far.
pub const CHOSEN: &str = "Choix :";
/// Under a question about an hour.
pub const HOUR_HINT: &str = "Quatre chiffres, sans Maj : 1842 pour 18 h 42.";
/// Under a question about a day.
pub const DATE_HINT: &str = "Par exemple 7 avril 2025, ou 07/04/2025.";
/// Nothing fits the letters typed.
pub const NO_ANSWER: &str = "Rien ne répond à ces lettres.";

/// What is typed is no day.
#[must_use]
pub fn no_date(typed: &str) -> String {
    match typed.trim() {
        "" => "Il faut une date : 7 avril 2025, ou 07/04/2025.".to_owned(),
        typed => format!("« {typed} » n’est pas une date : écrivez 7 avril 2025, ou 07/04/2025."),
    }
}

/// Voices told already: « 7 voix pour », « 6 voix contre », « pour : le reste des voix ».
#[must_use]
pub fn told(place: usize, number: Option<u32>) -> String {
    match (number, place) {
        (None, _) => format!("pour : {THE_REST}"),
        (Some(number), 0) => format!("{number} voix pour"),
        (Some(number), 1) => format!("{number} voix contre"),
        (Some(number), 2) => count(number, "abstention", "abstentions"),
        (Some(number), _) => count(number, "ne prend pas part au vote", "ne prennent pas part au vote"),
    }
}

/// The voices that nothing else was said of, as an answer.
pub const THE_REST: &str = "le reste des voix";

/// « 33 voix dans la salle, 7 pas encore dites ».
#[must_use]
pub fn left(voices: u32, left: u32) -> String {
    if left == voices {
        format!("{voices} voix dans la salle")
    } else {
        format!("{voices} voix dans la salle, {left} pas encore dites")
    }
}

/// A manner of recording a vote.
#[must_use]
pub fn way(way: Way, is_now: bool) -> String {
    let words = kinds::way(way);
    if is_now { format!("{words} (à corriger)") } else { words.to_owned() }
}

/// The request is only recorded, or the ballot is public all the same.
#[must_use]
pub fn too_few(recorded_only: bool) -> &'static str {
    if recorded_only {
        "consigner la demande, garder le scrutin ordinaire"
    } else {
        "scrutin public quand même, avec un motif"
    }
}

/// How many ask, and how many must: « 3 demandeurs, il en faut 7 : il en manque 4 ».
#[must_use]
pub fn asked_by(askers: u32, needed: u32) -> String {
    let askers_told = count(askers, "demandeur", "demandeurs");
    match needed.saturating_sub(askers) {
        0 => format!("{askers_told}, il en faut {needed} : le scrutin est public"),
        missing => format!("{askers_told}, il en faut {needed} : il en manque {missing}"),
    }
}

/// A name in whose behalf something is filed; none for one that has to be written.
#[must_use]
pub fn behalf(name: Option<&str>) -> String {
    name.map_or_else(|| "autre, à écrire".to_owned(), str::to_owned)
}

/// A political group, as a proposal names it: « le groupe Ensemble ».
#[must_use]
pub fn of_the_group(group: &str) -> String {
    format!("le groupe {group}")
}

/// Whether a proposal is put to the vote now.
#[must_use]
pub fn when(now: bool) -> &'static str {
    if now { "oui, maintenant" } else { "plus tard, le texte attend" }
}

/// The next part of a division: « article 2 ».
#[must_use]
pub fn part(number: usize) -> String {
    format!("article {number}")
}

/// A proposal that may be put to the vote, with what it is about: « Amendement n° 1 (article 2) ».
#[must_use]
pub fn proposal(id: &ProposalId, target: Option<&str>) -> String {
    let title = kinds::proposal_title(id);
    target.map_or_else(|| title.clone(), |target| format!("{title} ({target})"))
}

/// A proposal that is not voted: « Amendement n° 1 : retiré ».
#[must_use]
pub fn dropped(id: &ProposalId, how: Dropped) -> String {
    format!("{} : {}", kinds::proposal_title(id), kinds::agreed(id, kinds::dropped(how)))
}

/// A vote of a report: on its text, or on a proposal.
#[must_use]
pub fn vote_on(on: Option<&ProposalId>) -> String {
    on.map_or_else(|| "Le texte".to_owned(), kinds::proposal_title)
}

/// No other report is ticked.
pub const NONE_TICKED: &str = "Cochez au moins un autre rapport (Espace), ou Échap.";
/// Under a list to tick in: how many are ticked, and the keys.
#[must_use]
pub fn ticked(number: u32) -> String {
    let others = count(number, "autre coché", "autres cochés");
    format!("{others}. Espace coche, Entrée les met ensemble aux voix.")
}

/// What whoever presides said, where the names are not recorded.
#[must_use]
pub fn chair_said(choice: Option<Choice>) -> String {
    choice.map_or_else(|| "son vote n’est pas relevé".to_owned(), |choice| figures::choice(choice).to_owned())
}

/// A number that was typed: « n° 3 ».
#[must_use]
pub fn number(typed: &str) -> String {
    format!("n° {typed}")
}

/// A report to choose: « 07 Tarifs de la restauration ».
#[must_use]
pub fn report(id: &ReportId, object: &str) -> String {
    format!("{id} {object}")
}

/// A ground to choose.
#[must_use]
pub fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::Interest => "intéressé à l’affaire (art. L.2131-11)",
        Ground::Representative => "représente le conseil dans l’organisme (art. L.1111-6)",
        Ground::Accounts => "répond des comptes (art. L.2121-14)",
    }
}

/// Whether he leaves the room.
#[must_use]
pub fn room(leaves: bool) -> &'static str {
    if leaves { "oui, quitte la salle" } else { "non, reste sans prendre part" }
}

/// A recusal to end: « AUBRY Paul, rapport n° 07 ».
#[must_use]
pub fn recusal(member: &str, report: &ReportId) -> String {
    format!("{member}, rapport n° {report}")
}

/// A power to end: « de DUPRAT Gérald à BOISSEAU Hakim ».
#[must_use]
pub fn proxy(giver: &str, holder: &str) -> String {
    format!("{} à {holder}", of(giver))
}

/// One who may take a seat: « ROCHE Anne, suppléante de … ».
#[must_use]
pub fn seat(member: &MemberId, roster: &Roster) -> String {
    let name = roster.listed(member);
    match roster.get(member).map(|member| &member.standing) {
        Some(Standing::SubstituteOf(titular)) => format!("{name}, supplée {}", roster.listed(titular)),
        Some(Standing::SuccessorOf(Some(titular))) => format!("{name}, remplace {}", roster.listed(titular)),
        Some(Standing::SuccessorOf(None)) => format!("{name}, siège vacant"),
        Some(Standing::InOffice) | None => name,
    }
}

/// What another presides over.
#[must_use]
pub fn over(report: Option<&ReportId>, elected: bool) -> String {
    match (report, elected) {
        (None, _) => "à partir de maintenant".to_owned(),
        (Some(report), false) => format!("le rapport n° {report} seulement"),
        (Some(report), true) => format!("le rapport n° {report}, élu par le conseil"),
    }
}

/// The vote on sitting in camera was unanimous, or counted.
#[must_use]
pub fn voted(unanimous: bool) -> &'static str {
    if unanimous { "à l’unanimité" } else { "pour, contre, abstentions : compter" }
}

/// Something that has an hour, with that hour: « fin de séance, 21 h 30 ».
#[must_use]
pub fn hour_of(of_what: &HourOf, at: Option<Hour>, roster: &Roster) -> String {
    let what = match of_what {
        HourOf::Opening => "ouverture de la séance".to_owned(),
        HourOf::Movement(member) => format!("mouvement {}", of(&roster.listed(member))),
        HourOf::Proclamation(report) => format!("proclamation du n° {report}"),
        HourOf::Suspension => "suspension".to_owned(),
        HourOf::Resumption => "reprise".to_owned(),
        HourOf::Closing => "fin de séance".to_owned(),
    };
    at.map_or_else(|| format!("{what}, sans heure"), |at| format!("{what}, {}", spoken(at)))
}

/// What a voice said: « sa voix : contre ».
#[must_use]
pub fn voice(choice: Choice) -> String {
    format!("sa voix : {}", figures::choice(choice))
}

/// Where a member was: « était absente ».
#[must_use]
pub fn presence(member: &MemberId, presence: Presence, roster: &Roster) -> String {
    format!("était {}", presence_word(presence, ending(member, roster)))
}

/// The request for a secret ballot is only recorded, or the ballot is secret all the same.
#[must_use]
pub fn too_few_for_a_secret(recorded_only: bool) -> &'static str {
    if recorded_only {
        "consigner la demande, garder le scrutin ordinaire"
    } else {
        "scrutin secret quand même, avec un motif"
    }
}

/// How many ask for a secret ballot, and how many must.
#[must_use]
pub fn secret_asked_by(askers: u32, needed: u32) -> String {
    let askers_told = count(askers, "demandeur", "demandeurs");
    match needed.saturating_sub(askers) {
        0 => format!("{askers_told}, il en faut {needed} : le scrutin est secret"),
        missing => format!("{askers_told}, il en faut {needed} : il en manque {missing}"),
    }
}

/// How many ask for a ballot, and how many must.
#[must_use]
pub fn asked(ask: Ask, askers: u32, needed: u32) -> String {
    if ask == Ask::SecretAskers { secret_asked_by(askers, needed) } else { asked_by(askers, needed) }
}

/// Under a number: how many voices are left to tell; how many members there are for posts.
#[must_use]
pub fn number_hint(ask: Ask, most: u32, not_told: u32) -> String {
    if ask == Ask::Posts { posts_among(most) } else { left(most, not_told) }
}

/// A list to change; none for another one.
#[must_use]
pub fn list(name: Option<&str>) -> String {
    name.map_or_else(|| "une liste de plus".to_owned(), str::to_owned)
}

/// Under the number of posts: how many members sit.
#[must_use]
pub fn posts_among(seated: u32) -> String {
    format!("{} en exercice", count(seated, "membre", "membres"))
}

/// A list without a name of its own is called by its first candidate: « Liste DUPRAT Gérald ».
#[must_use]
pub fn list_of(first: &str) -> String {
    format!("Liste {first}")
}

/// How an office is elected.
#[must_use]
pub fn form(form: Form, is_now: bool) -> String {
    let words = match form {
        Form::ByName => "par nom, un poste après l’autre",
        Form::ByList => "par liste : celle qui l’emporte a tous les postes",
        Form::HighestRemainder => "listes à la proportionnelle, au plus fort reste",
        Form::HighestAverage => "listes à la proportionnelle, à la plus forte moyenne",
    };
    if is_now { format!("{words} (prévu)") } else { words.to_owned() }
}

/// More posts than members.
#[must_use]
pub fn too_many_posts(most: u32) -> String {
    format!("Il y a {most} membres au plus.")
}

/// A number that does not go on like that.
#[must_use]
pub fn too_many(most: u32) -> String {
    format!("Il y a {most} voix au plus.")
}
