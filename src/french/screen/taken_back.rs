//! What changes when an action is taken back or given again: the figures of before and after, which vote comes back.

use crate::council::event::Event;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::quorum::Quorum;
use crate::council::sitting::{Sitting, Stage};
use crate::council::standing::{OnTheFloor, Standing};
use crate::council::tally::{Figure, Tally};
use crate::council::way::Way as VoteWay;
use crate::french::numbers::{enumerate, hour};
use crate::french::{figures, grammar, kinds, sentences};

use super::{actions, told};

/// The most characters of a sentence of undo: three lines of the narrowest window, less its sign.
const LONGEST: usize = 215;

/// « Défait : AUBRY Paul + 1 pouvoir : contre. Pour 24 → 26, contre 4 → 2. Ctrl-Y rétablit. »
#[must_use]
pub fn undone(events: &[Event], before: &Sitting, after: &Sitting) -> String {
    let action = actions::looked_back(&without_numbers(events), before);
    let acts = acts(events, Way::Back);
    whole("Défait", &action, &[acts, changes(before, after)].concat(), "Ctrl-Y rétablit.")
}

/// « Rétabli : AUBRY Paul + 1 pouvoir : contre. Pour 26 → 24, contre 2 → 4. »
#[must_use]
pub fn redone(events: &[Event], before: &Sitting, after: &Sitting) -> String {
    let action = actions::looked_back(&without_numbers(events), after);
    let acts = acts(events, Way::Again);
    whole("Rétabli", &action, &[acts, changes(before, after)].concat(), "")
}

/// « Défait : 3 actions. Pour 24 → 26, contre 4 → 2. Ctrl-Y rétablit la dernière. »
#[must_use]
pub fn gone_back(actions: usize, before: &Sitting, after: &Sitting) -> String {
    let (words, next) = match actions {
        1 => ("1 action".to_owned(), "Ctrl-Y la rétablit."),
        some => (format!("{some} actions"), "Ctrl-Y les rétablit une à une."),
    };
    whole("Défait", &words, &changes(before, after), next)
}

/// An action as it is looked back at, without the numbers of its acts: the change says them.
#[must_use]
pub fn without_numbers(events: &[Event]) -> Vec<Event> {
    events.iter().filter(|event| !event.is_of_a_number()).cloned().collect()
}

/// The sentence, as long as three lines hold: what was done is cut before what changed and what to do next.
fn whole(word: &str, action: &str, changes: &[String], next: &str) -> String {
    let mut changes = changes.to_vec();
    let length = |texts: &[String]| texts.iter().map(|text| text.chars().count() + 1).sum::<usize>();
    let around = word.chars().count() + 4 + next.chars().count() + 1;
    // What weighs least comes last, and goes first.
    while changes.len() > 1 && around + action.chars().count().min(60) + length(&changes) > LONGEST {
        changes.pop();
    }
    let room = LONGEST.saturating_sub(around + length(&changes)).max(40);
    let mut words = format!("{word} : {}.", shortened(action, room));
    for part in changes.iter().map(String::as_str).chain([next]).filter(|part| !part.is_empty()) {
        words.push(' ');
        words.push_str(part);
    }
    words
}

/// At most so many characters, cut between two words.
fn shortened(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let cut: String = text.chars().take(room.saturating_sub(1)).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([' ', ',', ';', ':', '(']))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

/// « Numéro d’acte 2025-012 rendu. »
fn acts(events: &[Event], way: Way) -> Vec<String> {
    let given = events.iter().filter_map(|event| match event {
        Event::ActNumbered(numbered) => Some((&numbered.act, true)),
        Event::ActWithdrawn(numbered) => Some((&numbered.act, false)),
        _ => None,
    });
    let (given, withdrawn): (Vec<_>, Vec<_>) = given.partition(|(_, is_given)| *is_given);
    let said = |acts: Vec<(&String, bool)>, is_back: bool| {
        let numbers: Vec<String> = acts.into_iter().map(|(act, _)| act.clone()).collect();
        let several = numbers.len() > 1;
        let word = match (several, is_back) {
            (false, true) => "rendu",
            (false, false) => "attribué",
            (true, true) => "rendus",
            (true, false) => "attribués",
        };
        let numbered = if several { "Numéros d’acte" } else { "Numéro d’acte" };
        (!numbers.is_empty()).then(|| format!("{numbered} {} {word}.", enumerate(&numbers)))
    };
    [said(given, way == Way::Back), said(withdrawn, way == Way::Again)].into_iter().flatten().collect()
}

/// What is otherwise than before, each a sentence, what weighs most first; nothing if no figure of the room changed.
#[must_use]
pub fn changes(before: &Sitting, after: &Sitting) -> Vec<String> {
    let (was, is) = (Standing::of(before), Standing::of(after));
    let mut sentences = Vec::new();
    sentences.extend(stage(was.stage, is.stage));
    sentences.extend(floor(was.floor.as_ref(), is.floor.as_ref(), before, after));
    sentences.extend(urn(was.floor.as_ref(), is.floor.as_ref(), before, after));
    let room = figures_that_changed(&[
        ("présents", was.present, is.present),
        ("pouvoirs", was.represented, is.represented),
        ("retirés", was.withdrawn, is.withdrawn),
        ("excusés", was.excused, is.excused),
        ("absents", was.absent, is.absent),
    ]);
    sentences.extend(room);
    // Who must not take part in the report that comes next may count otherwise, and nobody has moved.
    let counted = if was.present == is.present { (was.quorum.counted, is.quorum.counted) } else { (0, 0) };
    sentences.extend(figures_that_changed(&[
        ("hors quorum", was.quorum.left_out, is.quorum.left_out),
        ("présents comptés", counted.0, counted.1),
    ]));
    sentences.extend(quorum(&was.quorum, &is.quorum));
    if was.is_in_camera != is.is_in_camera {
        let word = if is.is_in_camera { "La séance est à huis clos." } else { "La séance est publique." };
        sentences.push(word.to_owned());
    }
    sentences.extend(results(before, after));
    if was.chair != is.chair {
        let roster = &after.docket().roster;
        let who = is.chair.as_ref().map_or_else(|| "personne".to_owned(), |chair| roster.listed(chair));
        sentences.push(format!("Préside : {who}."));
    }
    if before.secretaries() != after.secretaries() {
        let name = |id: &MemberId| after.docket().roster.listed(id);
        let names: Vec<String> = after.secretaries().iter().map(name).collect();
        let names = if names.is_empty() { "personne".to_owned() } else { enumerate(&names) };
        sentences.push(format!("Secrétaire : {names}."));
    }
    sentences.extend(hours(before, after));
    let (reports, now) = (before.docket().agenda.reports().count(), after.docket().agenda.reports().count());
    if reports != now {
        sentences.push(format!("Ordre du jour : {reports} → {now} rapports."));
    }
    sentences
}

/// « Retour à l’appel. »
fn stage(was: Stage, is: Stage) -> Option<String> {
    if was == is {
        return None;
    }
    Some(
        match is {
            Stage::RollCall => "Retour à l’appel.",
            Stage::Open if was == Stage::Suspended => "La séance n’est plus suspendue.",
            Stage::Open => "La séance est ouverte.",
            Stage::Suspended => "La séance est suspendue.",
            Stage::Closed => "La séance est levée.",
            Stage::Adjourned => "La séance est ajournée.",
        }
        .to_owned(),
    )
}

/// The vote that is being taken: its figures, or which one it is now.
fn floor(was: Option<&OnTheFloor>, is: Option<&OnTheFloor>, before: &Sitting, after: &Sitting) -> Vec<String> {
    match (was, is) {
        (None, None) => vec![],
        (Some(was), Some(is)) if was.is_of_the_same(is) => same_vote(was, is),
        (was, Some(is)) => {
            let comes_back =
                before.done_on(&is.report, is.on.as_ref()).is_some() || was.is_none_or(|was| was.report == is.report);
            let verb = if comes_back { "reprend" } else { "est en cours" };
            let figures = is.tally.as_ref().map(|tally| format!(" : {}", said(tally))).unwrap_or_default();
            let what = match is.way {
                VoteWay::WithoutVote => format!("Le rapport n° {}", is.report),
                _ => format!("Le vote {}", of_what(&is.report, is.on.as_ref())),
            };
            // Which report is no longer open is said by the action: it opened it.
            vec![format!("{what} {verb}{figures}.")]
        }
        (Some(was), None) => {
            let done = after.done_on(&was.report, was.on.as_ref()).is_some();
            if done { vec![] } else { vec![no_longer(was)] }
        }
    }
}

/// How far the urn is again: its course is in no record, and is to be gone through anew.
fn urn(was: Option<&OnTheFloor>, is: Option<&OnTheFloor>, before: &Sitting, after: &Sitting) -> Vec<String> {
    let (Some(was), Some(is)) = (was, is) else { return vec![] };
    if !was.is_of_the_same(is) {
        return vec![];
    }
    let secret = |sitting: &'_ Sitting| sitting.secret_vote(&is.report, is.on.as_ref()).cloned();
    told::changes_in_the_urn(secret(before).as_ref(), secret(after).as_ref())
}

/// « Le rapport n° 08 n’est plus ouvert. »
fn no_longer(was: &OnTheFloor) -> String {
    match &was.on {
        None => format!("Le rapport n° {} n’est plus ouvert.", was.report),
        Some(on) => {
            let e = kinds::ending(on);
            format!("{} n’est plus mis{e} aux voix.", grammar::capitalised(&kinds::proposal(on)))
        }
    }
}

/// « du rapport n° 07 », « de l’amendement n° 1 ».
fn of_what(report: &ReportId, on: Option<&ProposalId>) -> String {
    on.map_or_else(|| format!("du rapport n° {report}"), |on| grammar::of_the(&kinds::proposal(on)))
}

/// « pour 26, contre 3, abstention 1 »: those that somebody said.
fn said(tally: &Tally) -> String {
    let told = [Figure::For, Figure::Against, Figure::Abstentions, Figure::NotTakingPart];
    let told = told.into_iter().filter_map(|figure| Some((figure, tally.value(figure)?)));
    let told = told.filter(|(figure, value)| *figure == Figure::For || *value > 0);
    told.map(|(figure, value)| format!("{} {value}", word(figure))).collect::<Vec<_>>().join(", ")
}

fn word(figure: Figure) -> &'static str {
    match figure {
        Figure::For => "pour",
        Figure::Against => "contre",
        Figure::Abstentions => "abstentions",
        Figure::NotTakingPart => "ne prennent pas part",
        Figure::Voters => "votants",
        other => figures::label(other),
    }
}

/// The figures of a vote that is still the one being taken.
fn same_vote(was: &OnTheFloor, is: &OnTheFloor) -> Vec<String> {
    let mut sentences = Vec::new();
    match (&was.tally, &is.tally) {
        (Some(was), Some(is)) => {
            let told = [Figure::For, Figure::Against, Figure::Abstentions, Figure::NotTakingPart, Figure::Voters];
            let pairs: Vec<(&str, u32, u32)> = told
                .into_iter()
                .filter_map(|figure| Some((word(figure), was.value(figure)?, is.value(figure)?)))
                .collect();
            sentences.extend(figures_that_changed(&pairs));
        }
        // Of an urn, its own words say it.
        (Some(_), None) if was.way == VoteWay::Secret && is.way == VoteWay::Secret => {}
        (Some(_), None) => sentences.push("Plus de chiffres notés.".to_owned()),
        (None, Some(is)) => sentences.push(grammar::capitalised(&format!("{}.", said(is)))),
        (None, None) => {}
    }
    if was.outcome != is.outcome && was.tally == is.tally {
        sentences.push(format!("Résultat : {} → {}.", result(was.outcome), result(is.outcome)));
    }
    if was.way != is.way {
        sentences.push(format!("Le vote est relevé {}.", kinds::way(is.way)));
    }
    sentences
}

/// « rejeté », « aucun ».
fn result(outcome: Option<Outcome>) -> String {
    outcome.map_or_else(|| "aucun".to_owned(), |outcome| grammar::uncapitalised(sentences::result(outcome)))
}

/// « Pour 24 → 26, contre 4 → 2. »
fn figures_that_changed(figures: &[(&str, u32, u32)]) -> Option<String> {
    let changed = figures.iter().filter(|(_, was, is)| was != is);
    let told: Vec<String> = changed.map(|(word, was, is)| format!("{word} {was} → {is}")).collect();
    (!told.is_empty()).then(|| format!("{}.", grammar::capitalised(&told.join(", "))))
}

/// « Quorum atteint : 17 présents pour 17. »
fn quorum(was: &Quorum, is: &Quorum) -> Option<String> {
    if was.is_met() == is.is_met() && was.needed == is.needed {
        return None;
    }
    let needed = is.needed?;
    let word = if is.is_met() == Some(true) { "Quorum atteint" } else { "Quorum perdu" };
    Some(format!("{word} : {} sur {needed} exigés.", is.counted))
}

/// The results that are otherwise than before, as a rectification leaves them; those that a vote comes back for are not told.
fn results(before: &Sitting, after: &Sitting) -> Vec<String> {
    let changed = after.done().filter_map(|(report, is)| Some((report, before.progress(report)?.done()?, is)));
    changed
        .filter(|(_, was, is)| (was.tally, was.outcome) != (is.tally, is.outcome))
        .map(|(report, was, is)| {
            let figures = |tally: &Option<Tally>| tally.map(|tally| said(&tally)).unwrap_or_default();
            format!("Rapport n° {report} : {} → {}.", figures(&was.tally), figures(&is.tally))
        })
        .collect()
}

/// « Ouverture : 18 h 12 → 18 h 04. »
fn hours(before: &Sitting, after: &Sitting) -> Option<String> {
    let is_open = |sitting: &Sitting| sitting.stage() != Stage::RollCall;
    let opening = (before.opened_at(), after.opened_at());
    let opening = (is_open(before) && is_open(after)).then_some(("Ouverture".to_owned(), opening));
    let proclaimed = || {
        after.done().find_map(|(report, done)| {
            let hours = (before.progress(report)?.done()?.at, done.at);
            let differs = hours.0 != hours.1;
            differs.then(|| (format!("Proclamation du rapport n° {report}"), hours))
        })
    };
    let (what, (was, is)) = opening.filter(|(_, (was, is))| was != is).or_else(proclaimed)?;
    let told = |at: Option<Hour>| at.map_or_else(|| "sans heure".to_owned(), hour);
    Some(format!("{what} : {} → {}.", told(was), told(is)))
}
