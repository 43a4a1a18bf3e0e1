//! How far a secret ballot is, as far as it is recorded: who signed, as a number; what was in the urn, as totals; what a
//! round gave. Nothing of the course of a count is here: it is in no record.

use crate::council::ballot::Vote;
use crate::council::id::ReportId;
use crate::council::proposal::ProposalId;
use crate::council::secret::{Round, SecretVote};
use crate::council::sitting::Sitting;
use crate::french::grammar::capitalised;
use crate::french::numbers::count;
use crate::french::screen::{actions, urn};

/// How far the ballot is, in few lines: « Scrutin secret, 1er tour : urne ouverte, 27 voix dans la salle. »
#[must_use]
pub fn of_the_urn(sitting: &Sitting, report: &ReportId, on: Option<&ProposalId>, vote: &Vote) -> Vec<String> {
    let Some(secret) = vote.secret() else { return vec![] };
    let contest = sitting.contest(report).filter(|_| on.is_none());
    let mut lines = Vec::new();
    let before = secret.rounds.split_last().map_or(&[][..], |(_, before)| before);
    lines.extend(before.iter().map(|round| format!("{}.", capitalised(&in_brief(sitting, report, round)))));
    let Some(round) = secret.last() else { return lines };
    let which = if contest.is_some() { format!(", {}", round_of(round)) } else { String::new() };
    let Some(closed) = &round.urn else {
        let voices = count(vote.voices(), "voix", "voix");
        lines.push(format!("Scrutin secret{which} : urne ouverte, {voices} dans la salle."));
        return lines;
    };
    let signed = count(closed.signed.len(), "émargement", "émargements");
    let Some(totals) = &round.count else {
        lines.push(format!("Scrutin secret{which} : clos, {signed} ; dépouillement à noter."));
        return lines;
    };
    let roster = &sitting.docket().roster;
    lines.push(format!("Scrutin secret{which} : {signed}, {}.", actions::totals(totals, roster)));
    let Some(contest) = contest else { return lines };
    if let Some(needed) = contest.majority(round.number, totals, closed.in_office) {
        lines.push(format!("{}.", urn::needed(urn::Needed::Exactly(needed), contest.base)));
    }
    if let Some(result) = sitting.round_result(report, round) {
        let told = urn::result(&result, round.number, roster);
        lines.push(sentence(told.trim_start_matches(|sign: char| !sign.is_alphanumeric())));
        if sitting.done_on(report, None).is_none() {
            lines.push(urn::next_step(&result, sitting.election_is_over(report)).to_owned());
        }
    }
    lines
}

fn sentence(words: &str) -> String {
    if words.ends_with('.') { words.to_owned() } else { format!("{words}.") }
}

/// « 2e tour », « 1er tour, 3e poste ».
fn round_of(round: &Round) -> String {
    crate::french::kinds::round(round.post, round.number)
}

/// « 1er tour : sans majorité », of a round that is over.
fn in_brief(sitting: &Sitting, report: &ReportId, round: &Round) -> String {
    let result = sitting.round_result(report, round);
    let told = urn::in_brief(result.as_ref(), round.number, &sitting.docket().roster);
    let post = if round.post > 1 { format!("poste {}, ", round.post) } else { String::new() };
    format!("{post}{told}")
}

/// What taking back, or giving again, an action of a secret ballot changes in it, each a sentence.
#[must_use]
pub fn changes_in_the_urn(was: Option<&SecretVote>, is: Option<&SecretVote>) -> Vec<String> {
    let (Some(was), Some(is)) = (was, is) else { return vec![] };
    let mut sentences = Vec::new();
    if was.rounds.len() != is.rounds.len() {
        sentences.extend(is.last().map(|round| format!("Tour en cours : {}.", round_of(round))));
        return sentences;
    }
    let (Some(before), Some(after)) = (was.last(), is.last()) else { return sentences };
    match (before.urn.is_some(), after.urn.is_some()) {
        (true, false) => sentences.push("L’urne est de nouveau ouverte : les émargements sont à reprendre.".to_owned()),
        (false, true) => sentences.push("Le scrutin est clos.".to_owned()),
        _ => {}
    }
    match (before.count.is_some(), after.count.is_some()) {
        (true, false) => sentences.push("Plus de totaux notés : le dépouillement est à reprendre.".to_owned()),
        (false, true) => sentences.push("Les totaux sont notés.".to_owned()),
        _ => {}
    }
    sentences
}
