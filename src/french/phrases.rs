//! The sentence of decision: the program's own wording, and that of the assembly (*formules*) filled with its facts.
//!
//! One for every end that a report may have, and for every proposal in it; it is said on the screen before it is printed.

mod chosen;
mod facts;
mod matter;
mod own;

use std::fmt;

use crate::council::agenda::{Report, ReportKind};
use crate::council::ballot::Vote;
use crate::council::outcome::Outcome;
use crate::council::phrases::{Phrase, PhraseField, Phrases, Piece, pieces};
use crate::council::proposal::ProposalId;
use crate::council::sitting::{Done, Sitting};
use crate::council::tally::Tally;

use super::kinds;
use super::numbers::{count, enumerate};
use super::sentences::sense_word;

pub use self::facts::{Asked, Facts, asked};
pub use self::own::own;

/// In the place of a number that the act has not got yet.
const NO_NUMBER_YET: &str = "[numéro à donner]";
/// In the place of names that nobody took down: a vote by figures only.
pub const NAMES_NOT_TAKEN: &str = "noms non relevés";
/// In the place of names that nobody may know.
pub const SECRET_BALLOT: &str = "scrutin secret";
/// In the place of a majority where nothing was cast.
const NO_MAJORITY: &str = "sans objet";
/// In the place of a figure that nobody recorded: a vote by its result only.
const NOT_COUNTED: &str = "non relevé";
/// In the place of voices that nobody counted.
const VOTES_NOT_COUNTED: &str = "voix non relevées";
/// In the place of those who stand, before anybody does.
const NO_CANDIDATE_YET: &str = "[noms à donner]";

/// A sentence with its fields filled in. Names and numbers of acts are told apart from words: they are never broken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence(pub Vec<Part>);

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words.
    Words(String),
    /// The name of somebody.
    Name(String),
    /// The number of an act or of a report, as it is.
    Number(String),
}

impl Sentence {
    fn words(&mut self, words: &str) {
        match self.0.last_mut() {
            Some(Part::Words(before)) => before.push_str(words),
            _ if words.is_empty() => {}
            _ => self.0.push(Part::Words(words.to_owned())),
        }
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            Part::Words(text) | Part::Name(text) | Part::Number(text) => formatter.write_str(text),
        })
    }
}

/// The decision as the president proclaims it and the papers print it, in the words of the assembly.
///
/// Those of the session file stand before those of the charter, one by one; the program's own stand in for the rest. A
/// report that was postponed or set aside is decided by the vote on that. Without figures none are said.
#[must_use]
pub fn decision_of<'t>(
    sitting: &Sitting,
    report: &Report,
    vote: &Vote,
    tally: impl Into<Option<&'t Tally>>,
    outcome: Outcome,
    charter: &Phrases,
) -> Sentence {
    let ending = match outcome {
        Outcome::Postponed => Some(ProposalId::Postponement),
        Outcome::SetAside => Some(ProposalId::PreviousQuestion),
        _ => None,
    };
    let ended = ending.and_then(|id| sitting.handling(&report.id).proposal(&id));
    if let Some((proposed, done)) = ended.and_then(|proposed| Some((proposed, proposed.state.done()?))) {
        return decision_on_proposal(
            sitting,
            report,
            &proposed.proposal.id,
            &done.vote,
            done.tally.as_ref(),
            done.outcome,
            charter,
        );
    }
    let phrases = sitting.docket().body.phrases.over(charter);
    decision(&phrases, &Facts::of(sitting, report, vote, tally, outcome))
}

/// The same for a proposal in a report: an amendment, a part, a postponement, the previous question.
fn decision_on_proposal<'t>(
    sitting: &Sitting,
    report: &Report,
    on: &ProposalId,
    vote: &Vote,
    tally: impl Into<Option<&'t Tally>>,
    outcome: Outcome,
    charter: &Phrases,
) -> Sentence {
    let phrases = sitting.docket().body.phrases.over(charter);
    let facts = Facts::of(sitting, report, vote, tally, outcome);
    decision(&phrases, &Facts { on: Some(on), ..facts })
}

/// What a proclaimed result decides, on the text of a report or on a proposal in it.
#[must_use]
pub fn decision_done(
    sitting: &Sitting,
    report: &Report,
    on: Option<&ProposalId>,
    done: &Done,
    charter: &Phrases,
) -> Sentence {
    decision_on(sitting, report, on, &done.vote, done.tally.as_ref(), done.outcome, charter)
}

/// What would be decided by that result, on the text of a report or on a proposal in it.
#[must_use]
pub fn decision_on<'t>(
    sitting: &Sitting,
    report: &Report,
    on: Option<&ProposalId>,
    vote: &Vote,
    tally: impl Into<Option<&'t Tally>>,
    outcome: Outcome,
    charter: &Phrases,
) -> Sentence {
    match on {
        Some(on) => decision_on_proposal(sitting, report, on, vote, tally, outcome, charter),
        None => decision_of(sitting, report, vote, tally, outcome, charter),
    }
}

/// The decision, in those words.
#[must_use]
pub fn decision(phrases: &Phrases, facts: &Facts<'_>) -> Sentence {
    let (phrase, text) = chosen::decision(phrases, facts);
    let mut sentence = Sentence::default();
    let teller = Teller { phrases, facts };
    teller.say(phrase, text, false, &mut sentence);
    let is_of_the_text = facts.outcome.is_adopted() && facts.on.is_none();
    if is_of_the_text && facts.is_amended() && !tells_of_amendments(phrase, text) {
        matter::amended_apart(facts, &mut sentence);
    }
    if let Some(reason) = facts.withdrawn_because.filter(|_| facts.outcome == Outcome::Withdrawn) {
        sentence.words(&format!(" Motif : {}.", reason.trim().trim_end_matches('.')));
    }
    sentence
}

/// Whether a sentence says by itself that the text was amended.
fn tells_of_amendments(phrase: Phrase, text: &str) -> bool {
    let telling = [PhraseField::Matter, PhraseField::OfMatter, PhraseField::Amended].map(Piece::Field);
    pieces(phrase, text).is_ok_and(|pieces| pieces.iter().any(|piece| telling.contains(piece)))
}

/// « 26 voix pour, 3 voix contre (A, B et C) et 1 abstention (D) », in no sentence.
#[must_use]
pub fn votes_and_names(facts: &Facts<'_>) -> Sentence {
    let mut sentence = Sentence::default();
    Teller { phrases: &Phrases::default(), facts }.votes(true, &mut sentence);
    sentence
}

struct Teller<'a, 'facts> {
    phrases: &'a Phrases,
    facts: &'a Facts<'facts>,
}

impl Teller<'_, '_> {
    /// Says a sentence; `named` when voices are told with their names.
    fn say(&self, phrase: Phrase, text: &str, named: bool, into: &mut Sentence) {
        // What cannot be taken apart was refused when it was read; if it comes here all the same, it is said as it is.
        for piece in pieces(phrase, text).unwrap_or_else(|_| vec![Piece::Words(text)]) {
            match piece {
                Piece::Words(words) => into.words(words),
                Piece::Field(field) => self.fill(field, named, into),
            }
        }
    }

    fn majority(&self, named: bool, into: &mut Sentence) {
        let phrase = chosen::majority(self.facts);
        let text = self.phrases.get(phrase).unwrap_or_else(|| own(phrase));
        self.say(phrase, text, named, into);
    }

    fn fill(&self, field: PhraseField, named: bool, into: &mut Sentence) {
        let facts = self.facts;
        let tally = facts.tally.as_ref();
        let mut figure = |figure: fn(&Tally) -> u32| match tally {
            Some(tally) => into.words(&figure(tally).to_string()),
            None => into.words(NOT_COUNTED),
        };
        match field {
            PhraseField::Body => into.words(facts.body),
            PhraseField::NamedBody => into.words(&facts.named_body),
            PhraseField::Majority => self.majority(named, into),
            PhraseField::NamedMajority => self.majority(true, into),
            PhraseField::Sense => {
                if let ReportKind::Opinion { sense } = facts.report.kind {
                    into.words(sense_word(sense));
                }
            }
            PhraseField::Object => into.words(&facts.report.object),
            PhraseField::Act => match &*facts.act {
                Some(act) => into.0.push(Part::Number(act.clone())),
                None => into.words(NO_NUMBER_YET),
            },
            PhraseField::Number => into.0.push(Part::Number(facts.report.id.to_string())),
            PhraseField::Day => into.words(&facts.day),
            PhraseField::Votes => self.votes(named, into),
            PhraseField::NamedVotes => self.votes(true, into),
            PhraseField::NotCast => enumerated(self.not_cast(named), false, into),
            PhraseField::NamedNotCast => enumerated(self.not_cast(true), false, into),
            PhraseField::For => figure(|tally| tally.for_),
            PhraseField::Against => figure(|tally| tally.against),
            PhraseField::Abstentions => figure(|tally| tally.abstentions),
            PhraseField::NotTakingPart => figure(|tally| tally.not_taking_part),
            PhraseField::Voters => figure(|tally| tally.voters),
            PhraseField::Cast => figure(|tally| tally.cast),
            PhraseField::AbsoluteMajority => {
                let none = if tally.is_some() { NO_MAJORITY } else { NOT_COUNTED };
                let majority = tally.and_then(|tally| tally.absolute_majority);
                into.words(&majority.map_or_else(|| none.to_owned(), |value| value.to_string()));
            }
            PhraseField::NamesAgainst => self.names_or_nobody(0, tally.map(|tally| tally.against), into),
            PhraseField::NamesAbstaining => self.names_or_nobody(1, tally.map(|tally| tally.abstentions), into),
            PhraseField::RequiredMajority => into.words(kinds::majority(facts.majority)),
            PhraseField::RequiredVotes => match facts.needed() {
                Some(needed) => into.words(&needed.to_string()),
                None => into.words(NO_MAJORITY),
            },
            PhraseField::MissingVotes => {
                let missing = facts.needed().zip(tally).map(|(needed, tally)| needed.saturating_sub(tally.for_));
                into.words(&missing.map_or_else(|| NO_MAJORITY.to_owned(), |missing| missing.to_string()));
            }
            PhraseField::Matter => matter::matter(facts, false, into),
            PhraseField::OfMatter => matter::matter(facts, true, into),
            PhraseField::Amended => matter::amended(facts, into),
            PhraseField::Proposal => match facts.on {
                Some(id) => matter::proposal(id, into),
                None => matter::matter(facts, false, into),
            },
            PhraseField::Candidates if facts.is_contested || facts.candidates.is_empty() => {
                into.words(NO_CANDIDATE_YET);
            }
            PhraseField::Candidates => name_all(&facts.candidates, into),
            PhraseField::Elected => name_all(&facts.elected, into),
            PhraseField::Proclamation => into.0.extend(facts.proclamation.0.iter().cloned()),
            PhraseField::Chair => into.words(&facts.chair),
        }
    }

    /// « 26 voix pour, 3 voix contre (A, B et C) et 1 abstention (D) ».
    fn votes(&self, named: bool, into: &mut Sentence) {
        let Some(tally) = &self.facts.tally else { return into.words(VOTES_NOT_COUNTED) };
        let mut parts = vec![
            Sentence(vec![Part::Words(format!("{} voix pour", tally.for_))]),
            with_names(format!("{} voix contre", tally.against), named.then(|| &self.facts.names[0])),
        ];
        parts.extend(self.not_cast(named));
        enumerated(parts, true, into);
    }

    /// The voices that are neither for nor against, if any: « 6 abstentions », « 1 membre ne prenant pas part au vote ».
    fn not_cast(&self, named: bool) -> Vec<Sentence> {
        let Some(tally) = &self.facts.tally else { return Vec::new() };
        let parts = not_cast(tally).into_iter().zip(1..);
        // Nobody is named for what an urn held.
        parts.filter_map(|(words, of)| Some(with_names(words?, self.facts.names.get(of).filter(|_| named)))).collect()
    }

    /// Voices without names are not nobody's.
    fn names_or_nobody(&self, of: usize, voices: Option<u32>, into: &mut Sentence) {
        let names = self.facts.names.get(of).map_or(&[][..], Vec::as_slice);
        match (names, voices) {
            ([], Some(0)) => into.words(self.facts.nobody),
            ([], _) if self.facts.is_secret => into.words(SECRET_BALLOT),
            ([], _) => into.words(NAMES_NOT_TAKEN),
            _ => name_all(names, into),
        }
    }
}

/// « 6 abstentions », « 1 membre ne prenant pas part au vote » and « 2 bulletins blancs ou nuls », of what there is.
pub(super) fn not_cast(tally: &Tally) -> [Option<String>; 3] {
    let members = || count(tally.not_taking_part, "membre", "membres");
    let blank_null = || count(tally.blank_null, "bulletin blanc ou nul", "bulletins blancs ou nuls");
    [
        (tally.abstentions > 0).then(|| count(tally.abstentions, "abstention", "abstentions")),
        (tally.not_taking_part > 0).then(|| format!("{} ne prenant pas part au vote", members())),
        (tally.blank_null > 0).then(blank_null),
    ]
}

/// « 26 voix pour, 3 voix contre et 1 abstention ».
#[must_use]
pub fn votes(tally: &Tally) -> String {
    let mut parts = vec![format!("{} voix pour", tally.for_), format!("{} voix contre", tally.against)];
    parts.extend(not_cast(tally).into_iter().flatten());
    enumerate(&parts)
}

/// Words and, if there are any, the names in brackets. Voices whose names nobody took down have none.
fn with_names(words: String, names: Option<&Vec<String>>) -> Sentence {
    let mut sentence = Sentence(vec![Part::Words(words)]);
    if let Some(names) = names.filter(|names| !names.is_empty()) {
        sentence.words(" (");
        name_all(names, &mut sentence);
        sentence.words(")");
    }
    sentence
}

fn name_all(names: &[String], into: &mut Sentence) {
    let names = names.iter().map(|name| Sentence(vec![Part::Name(name.clone())])).collect();
    enumerated(names, true, into);
}

/// « A, B et C »; « A, B, C » if there is no « et ».
fn enumerated(parts: Vec<Sentence>, with_and: bool, into: &mut Sentence) {
    let last = parts.len().saturating_sub(1);
    for (place, part) in parts.into_iter().enumerate() {
        match place {
            0 => {}
            _ if place == last && with_and => into.words(" et "),
            _ => into.words(", "),
        }
        for part in part.0 {
            match part {
                Part::Words(words) => into.words(&words),
                other => into.0.push(other),
            }
        }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_kinds;
