//! The words of the public display, and of the panel that decides what it shows.

use jiff::civil::Date;

use crate::council::ballot::Choice;
use crate::council::hour::Hour;
use crate::council::id::MemberId;
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::public::{Control, Showing};
use crate::council::quorum::{Fraction, Quorum};
use crate::council::roster::Roster;
use crate::french::kinds::{self, About};
use crate::french::numbers::{self, count, enumerate};
use crate::french::screen::said::ending;
use crate::french::screen::told::appointed;
use crate::french::screen::{titles, urn};

/// Before the roll call is over.
pub const NOT_OPEN: &str = "La séance n’est pas ouverte";
/// The council sits in camera.
pub const IN_CAMERA: &str = "Huis clos";
/// Why the screen is blank then.
pub const WHY_IN_CAMERA: &str = "Le conseil siège sans public. L’affichage reprend avec la séance publique.";
/// The sitting is suspended.
pub const SUSPENDED: &str = "Séance suspendue";
/// The sitting is closed.
pub const CLOSED: &str = "Séance levée";
/// The sitting is adjourned.
pub const ADJOURNED: &str = "Séance ajournée";
/// The sitting is adjourned: why.
pub const WITHOUT_QUORUM: &str = "Le quorum n’est pas atteint.";
/// A vote is being taken.
pub const VOTING: &str = "Vote en cours";
/// A secret ballot is held: nothing of an urn is shown before its result is proclaimed.
pub const SECRET: &str = "Scrutin secret en cours";
/// Members are called by name.
pub const CALLING: &str = "Vote par appel nominal en cours";
/// The text waits for its amendments.
pub const WAITS: &str = "Le texte sera mis aux voix ensuite";
/// Nothing is voted.
pub const TOLD: &str = "Sans vote";
/// Over the report that comes.
pub const NEXT: &str = "Prochain rapport";
/// The agenda is at its end.
pub const AGENDA_DONE: &str = "L’ordre du jour est épuisé";
/// Over figures that are not a result.
pub const LIVE: &str = "Voix en direct : le résultat n’est pas proclamé";

/// « Séance du 3 mars 2025 ».
#[must_use]
pub fn day(day: Date) -> String {
    format!("Séance du {}", numbers::date(day))
}

/// « depuis 20 h 17 », « à 22 h 04 ».
#[must_use]
pub fn since(at: Hour) -> String {
    format!("depuis {}", numbers::hour(at))
}

/// « à 22 h 04 ».
#[must_use]
pub fn at(at: Hour) -> String {
    format!("à {}", numbers::hour(at))
}

/// « Rapport n° 07 ».
#[must_use]
pub fn report(number: &str) -> String {
    format!("Rapport n° {number}")
}

/// « Rapports n° 07, 08 et 09 : un seul vote ».
#[must_use]
pub fn together(numbers: &[String]) -> String {
    format!("Rapports n° {} : un seul vote", enumerate(numbers))
}

/// « Rapporteur : Léa MARTINET ».
#[must_use]
pub fn rapporteur(name: &str) -> String {
    format!("Rapporteur : {name}")
}

/// « Amendement n° 2, à l’article 3 ».
#[must_use]
pub fn proposal(id: &ProposalId, target: Option<&str>) -> String {
    let title = kinds::proposal_title(id);
    target.map_or_else(|| title.clone(), |target| format!("{title} ({target})"))
}

/// « Présents 24 · Pouvoirs 6 ».
#[must_use]
pub fn attending(present: u32, represented: u32) -> String {
    format!("Présents {present} · Pouvoirs {represented}")
}

/// « Quorum 17 : atteint ✓ ».
#[must_use]
pub fn quorum(quorum: &Quorum) -> String {
    match (quorum.fraction, quorum.needed, quorum.is_met()) {
        (Fraction::NoneNeeded, ..) => "Aucun quorum exigé ✓".to_owned(),
        (_, Some(needed), Some(true)) => format!("Quorum {needed} : atteint ✓"),
        (_, Some(needed), Some(false)) => {
            let missing = count(needed.saturating_sub(quorum.counted), "présent", "présents");
            format!("Quorum {needed} : il manque {missing} ✗")
        }
        _ => "Quorum : règle discutée à cette date".to_owned(),
    }
}

/// « Rapport n° 07 · Tarifs de la restauration scolaire ».
#[must_use]
pub fn title(number: &str, object: &str) -> String {
    format!("{} · {object}", report(number))
}

/// « 07  Tarifs de la restauration scolaire ».
#[must_use]
pub fn row(number: &str, object: &str) -> String {
    format!("{number}  {object}")
}

/// « 07  ADOPTÉ  Tarifs de la restauration scolaire ».
#[must_use]
pub fn decided_row(number: &str, word: &str, object: &str) -> String {
    format!("{number}  {word}  {object}")
}

/// « Pour », « Abstentions », under a figure.
#[must_use]
pub fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::For => "Pour",
        Choice::Against => "Contre",
        Choice::Abstain => "Abstentions",
        Choice::NotTakingPart => "Ne prennent pas part",
    }
}

/// « ADOPTÉ » and « à l’unanimité »; of candidates, « DÉSIGNÉE ».
#[must_use]
pub fn outcome(about: About<'_>, outcome: Outcome, candidates: &[MemberId], roster: &Roster) -> (String, &'static str) {
    let (word, how) = titles::outcome(about, outcome);
    if outcome == Outcome::AppointedWithoutVote {
        return (appointed(candidates, roster).to_uppercase(), how);
    }
    (word, how)
}

/// « ÉLU », « ÉLUE », « ÉLUS », « ÉLUES »: those who are elected, in agreement.
#[must_use]
pub fn elected(members: &[MemberId], roster: &Roster) -> String {
    let are_women = members.iter().all(|member| ending(member, roster) == "e");
    match (members.len(), are_women) {
        (1, false) => "ÉLU",
        (1, true) => "ÉLUE",
        (0, _) | (_, false) => "ÉLUS",
        (_, true) => "ÉLUES",
    }
    .to_owned()
}

/// How somebody is elected: « à la majorité absolue, au premier tour ».
#[must_use]
pub fn elected_how(how: &str, round: Option<u32>) -> String {
    round.map_or_else(|| how.to_owned(), |round| format!("{how}, au {}", urn::round_in_full(round).to_lowercase()))
}

/// « Deuxième tour · Scrutin secret en cours ».
#[must_use]
pub fn secret(round: Option<u32>) -> String {
    round.map_or_else(|| SECRET.to_owned(), |round| format!("{} · {SECRET}", urn::round_in_full(round)))
}

/// « Léa MARTINET 20 »: a candidate, a list, blank or null ballots, and how many.
#[must_use]
pub fn ballots(what: &str, number: u32) -> String {
    format!("{what} {number}")
}

/// « Ensemble pour Valmont : 3 sièges ».
#[must_use]
pub fn seats(list: &str, seats: u32) -> String {
    format!("{list} : {}", urn::seats::seats(seats))
}

/// « ADOPTÉS »: the same result of several reports; none if it has no plural of one letter.
#[must_use]
pub fn plural(word: &str) -> Option<String> {
    (word.ends_with('É') && !word.contains(' ')).then(|| format!("{word}S"))
}

/// « Rapport n° 07 : adopté à l’unanimité », what ended before.
#[must_use]
pub fn brief(reports: &[String], about: About<'_>, outcome: Option<Outcome>) -> String {
    let what = match (about, reports) {
        (About::Proposal(id), _) => kinds::proposal_title(id),
        (About::Text(_), [one]) => report(one),
        (About::Text(_), many) => format!("Rapports n° {}", enumerate(many)),
    };
    let Some(outcome) = outcome else { return format!("{what} : résultats proclamés") };
    let (word, how) = titles::outcome(about, outcome);
    let word = word.to_lowercase();
    let word = if reports.len() > 1 && word.ends_with('é') { format!("{word}s") } else { word };
    format!("{what} : {word} {how}")
}

/// A row of the panel: its word, and what it does.
pub type Row = (&'static str, &'static str);

/// The display follows the sitting.
pub const FOLLOW: Row = ("Suivre", "le rapport, puis le résultat proclamé");
/// It is cleared.
pub const CLEAR: Row = ("Effacer", "le nom du conseil et la date");
/// It is frozen.
pub const FREEZE: Row = ("Figer", "ce qui est affiché reste");
/// The voices are shown live.
pub const SHOW_LIVE: Row = ("Voix en direct", "les montrer avant la proclamation");
/// They are, and may be hidden.
pub const HIDE_LIVE: Row = ("Voix en direct", "les cacher avant la proclamation");

/// A row of the panel as it is heard.
#[must_use]
pub fn line((word, what): Row) -> String {
    format!("{word} : {what}")
}

/// The title of the panel.
pub const TITLE: &str = "Écran public";

/// What the head says while the display does not follow as usual: « ▣ ÉCRAN PUBLIC EFFACÉ (Ctrl-E) ».
#[must_use]
pub fn unusual(control: &Control) -> Option<&'static str> {
    match (control.showing, control.live) {
        (Showing::Follows, false) => None,
        (Showing::Follows, true) => Some("▣ ÉCRAN PUBLIC : VOIX EN DIRECT (Ctrl-E)"),
        (Showing::Cleared, _) => Some("▣ ÉCRAN PUBLIC EFFACÉ (Ctrl-E)"),
        (Showing::Frozen { .. }, _) => Some("▣ ÉCRAN PUBLIC FIGÉ (Ctrl-E)"),
    }
}

/// Over the rows: what the room sees now.
#[must_use]
pub fn now(control: &Control) -> &'static str {
    match (control.showing, control.live) {
        (Showing::Follows, false) => "Le public suit la séance, sans les voix d’un vote en cours.",
        (Showing::Follows, true) => "Le public suit la séance et voit les voix avant la proclamation.",
        (Showing::Cleared, _) => "Le public voit le nom du conseil et la date.",
        (Showing::Frozen { .. }, _) => "Le public voit un écran figé.",
    }
}

/// What was just decided.
#[must_use]
pub fn decided(control: &Control) -> &'static str {
    match (control.showing, control.live) {
        (Showing::Follows, false) => "Écran public : il suit la séance ; rien des voix avant la proclamation.",
        (Showing::Follows, true) => "Écran public : les voix s’affichent en direct, sans les noms.",
        (Showing::Cleared, _) => "Écran public effacé : le nom du conseil et la date.",
        (Showing::Frozen { .. }, _) => "Écran public figé : il reste tel qu’il est.",
    }
}

/// What is frozen or cleared shows no voices.
pub const FOLLOW_FIRST: &str = "L’écran public ne suit pas la séance : choisissez d’abord « Suivre ».";

/// The file could not be written.
#[must_use]
pub fn not_decided(why: &str) -> String {
    format!("L’écran public n’a pas changé. {why}")
}

/// What is said, in a discreet line, when a key is pressed before the display.
pub const HOW_TO_LEAVE: &str = "Échap ou q : quitter l’affichage";
