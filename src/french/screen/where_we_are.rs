//! Where the sitting is, in few lines: who is there, the quorum, the report, its figures and what is to be proclaimed.

use crate::council::ballot::{Choice, Vote};
use crate::council::id::ReportId;
use crate::council::outcome::Outcome;
use crate::council::phrases::Phrases;
use crate::council::proposal::ProposalId;
use crate::council::quorum::{Fraction, Quorum};
use crate::council::room::Room;
use crate::council::roster::Roster;
use crate::council::sitting::{Sitting, Stage};
use crate::council::tally::Tally;
use crate::council::voices;
use crate::council::way::Way;
use crate::french::kinds::About;
use crate::french::numbers::count;
use crate::french::{figures, kinds, phrases};

use super::{head, said, titles, told};

/// Who is there, the quorum, what is not as usual, the report, its figures, the sentence to proclaim; a line each.
#[must_use]
pub fn lines(sitting: &Sitting, shown: Option<(&ReportId, Option<&ProposalId>)>, phrases: &Phrases) -> Vec<String> {
    let vote = shown.and_then(|(report, on)| sitting.vote_on(report, on));
    let room = sitting.room_of(vote);
    let quorum = sitting.quorum();
    let mut lines = vec![format!("{}.", self::room(&room))];
    lines.push(format!("{}.", self::quorum(&quorum)));
    if !sitting.stage().is_over() {
        lines.extend(head::unusual(sitting, &quorum).into_iter().map(|words| format!("{words}.")));
    }
    lines.push(match shown.and_then(|(report, on)| of_the_report(sitting, report, on)) {
        Some(report) => report,
        None => without_a_report(sitting),
    });
    let with = vote.filter(|_| shown.is_some_and(|(_, on)| on.is_none())).map_or(&[][..], |vote| &vote.together);
    let others: Vec<String> =
        with.iter().filter(|id| shown.is_some_and(|(of, _)| of != *id)).map(ToString::to_string).collect();
    if !others.is_empty() {
        lines.push(format!("{}.", told::voted_with(&others)));
    }
    let waits = shown.filter(|(report, on)| on.is_none() && sitting.done_on(report, None).is_none());
    let pending = waits.map_or(0, |(report, _)| sitting.handling(report).pending().count());
    if pending > 0 {
        // Its figures are those of a vote that is not asked for yet.
        lines.push(format!("{}.", capital(&told::waiting(pending))));
    } else if let (Some(vote), Some((report, on))) = (vote, shown) {
        lines.extend(told::of_the_urn(sitting, report, on, vote));
        lines.extend(counted(vote));
        lines.extend(otherwise(vote, &sitting.docket().roster));
        lines.extend(result(sitting, report, on, phrases));
    }
    lines
}

/// « Présents 24, pouvoirs 6, excusés 2, absents 1 ».
#[must_use]
pub fn room(room: &Room) -> String {
    capital(&head::counts(room, true).replace(" · ", ", ").to_lowercase())
}

/// « Quorum 17, atteint : 25 comptés », « Quorum 17, PAS ATTEINT : 15 comptés, il en manque 2 ».
#[must_use]
pub fn quorum(quorum: &Quorum) -> String {
    let Some(needed) = quorum.needed else { return head::QUORUM_DISPUTED.to_owned() };
    if quorum.fraction == Fraction::NoneNeeded {
        return "Quorum : aucun exigé".to_owned();
    }
    let counted = count(quorum.counted, "compté", "comptés");
    match needed.saturating_sub(quorum.counted) {
        0 => format!("Quorum {needed}, atteint : {counted}"),
        missing => format!("Quorum {needed}, pas atteint : {counted}, il en manque {missing}"),
    }
}

/// « Rapport 07, délibération : Tarifs de la restauration », and how far it is.
fn of_the_report(sitting: &Sitting, id: &ReportId, on: Option<&ProposalId>) -> Option<String> {
    let report = sitting.docket().agenda.report(id)?;
    let what = match on {
        Some(on) => crate::french::grammar::uncapitalised(&kinds::proposal_title(on)),
        None => kinds::kind(report.kind).to_owned(),
    };
    let state = match (sitting.done_on(id, on), sitting.vote_on(id, on)) {
        (Some(_), _) => ", proclamé",
        (None, Some(vote)) if matches!(vote.way, Way::WithoutVote | Way::Secret) => ", en cours",
        (None, Some(_)) => ", vote en cours",
        (None, None) => "",
    };
    Some(format!("Rapport {id}, {what}{state} : {}.", report.object.trim_end_matches('.')))
}

fn without_a_report(sitting: &Sitting) -> String {
    match sitting.stage() {
        Stage::RollCall => "Appel en cours.".to_owned(),
        Stage::Closed => format!("{}.", capital(&head::closed_at(sitting.closed_at(), false, true))),
        Stage::Adjourned => format!("{}.", capital(&head::adjourned_at(sitting.closed_at()))),
        Stage::Open | Stage::Suspended => match sitting.next_report() {
            Some(next) => format!("Aucun rapport ouvert. Le prochain : {}, {}.", next.id, next.object),
            None => titles::left_to_examine(0),
        },
    }
}

fn capital(words: &str) -> String {
    crate::french::grammar::capitalised(words)
}

/// « Contre 2, abstention 1, pour 27. Majorité absolue 15. »; in a roll call, how many answered.
#[must_use]
pub fn counted(vote: &Vote) -> Option<String> {
    let tally = Tally::of(vote)?;
    let counted = voices(&tally);
    if vote.way == Way::RollCall && vote.awaited().next().is_some() {
        let called = told::called(vote.choices().count(), vote.voices());
        return Some(format!("{called}. {counted}."));
    }
    Some(format!("{counted}. {}.", majority(vote, &tally)))
}

/// « Contre 2, abstention 1, pour 27 »: exceptions before what goes without saying.
#[must_use]
pub fn voices(tally: &Tally) -> String {
    let mut parts = Vec::new();
    if tally.against > 0 {
        parts.push(format!("contre {}", tally.against));
    }
    if tally.abstentions > 0 {
        parts.push(count(tally.abstentions, "abstention", "abstentions"));
    }
    if tally.not_taking_part > 0 {
        parts.push(count(tally.not_taking_part, "ne prend pas part", "ne prennent pas part"));
    }
    if tally.blank_null > 0 {
        parts.push(count(tally.blank_null, "blanc ou nul", "blancs et nuls"));
    }
    parts.push(format!("pour {}", tally.for_));
    capital(&parts.join(", "))
}

/// « Majorité absolue 16 », « 2/3 des membres : 22, il manque 3 voix ».
#[must_use]
pub fn majority(vote: &Vote, tally: &Tally) -> String {
    let majority = vote.rule.majority;
    if !majority.is_special() {
        let needed = figures::value(tally.absolute_majority);
        return format!("{} {needed}", figures::label(crate::council::tally::Figure::AbsoluteMajority));
    }
    let name = capital(told::short_majority(majority));
    match majority.needed(tally) {
        Some(needed) => format!("{name} {needed}, {}", told::reached(tally.for_, needed)),
        None => name,
    }
}

/// Who says otherwise than for, a line a choice: « Contre : AUBRY Paul + 1 pouvoir. »
#[must_use]
pub fn otherwise(vote: &Vote, roster: &Roster) -> Vec<String> {
    if !vote.way.names() {
        return vec![];
    }
    let named = [Choice::Against, Choice::Abstain, Choice::NotTakingPart].into_iter().filter_map(|choice| {
        let names = said::with_proxies(vote.saying(choice), Some(vote), roster);
        (!names.is_empty()).then(|| format!("{} : {}.", titles::choice_title(choice), names.join(", ")))
    });
    let next =
        voices::next_called(vote, roster).map(|next| format!("À appeler : {}.", told::to_call(next, vote, roster)));
    named.chain(next).collect()
}

/// What is to be proclaimed, or was: the outcome, then the sentence.
#[must_use]
pub fn result(sitting: &Sitting, id: &ReportId, on: Option<&ProposalId>, phrases: &Phrases) -> Vec<String> {
    let Some(report) = sitting.docket().agenda.report(id) else { return vec![] };
    let Some(vote) = sitting.vote_on(id, on) else { return vec![] };
    let done = sitting.done_on(id, on);
    let (tally, outcome) = match done {
        Some(done) => (done.tally, Some(done.outcome)),
        None => (Tally::of(vote), Outcome::of_vote(vote)),
    };
    let Some(outcome) = outcome else { return vec![] };
    let heading = if done.is_some() { titles::PROCLAIMED } else { titles::TO_PROCLAIM };
    let sentence = phrases::decision_on(sitting, report, on, vote, tally.as_ref(), outcome, phrases);
    vec![format!("{heading} : {}.", outcome_words(About::of(report.kind, on), outcome)), sentence.to_string()]
}

/// « adopté à la majorité », of that outcome.
#[must_use]
pub fn outcome_words(about: About<'_>, outcome: Outcome) -> String {
    let (word, how) = titles::outcome(about, outcome);
    format!("{}, {how}", word.to_lowercase()).trim_end_matches([',', ' ']).to_owned()
}
