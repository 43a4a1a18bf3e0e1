//! The sentence of decision: the program's own wording, and that of the assembly (*formules*) filled with its facts.

use std::cell::LazyCell;
use std::fmt;

use crate::council::agenda::{Report, ReportKind};
use crate::council::ballot::{Choice, Vote};
use crate::council::outcome::Outcome;
use crate::council::phrases::{Phrase, PhraseField, Phrases, Piece, pieces};
use crate::council::sitting::Sitting;
use crate::council::tally::Tally;

use super::grammar::{the_body, the_named_body};
use super::numbers::{count, date, enumerate};
use super::papers::NOBODY;
use super::sentences::sense_word;

/// In the place of a number that the act has not got yet.
const NO_NUMBER_YET: &str = "[numéro à donner]";
/// In the place of names that nobody took down: a vote by figures only.
const NAMES_NOT_TAKEN: &str = "noms non relevés";
/// In the place of a majority where nothing was cast.
const NO_MAJORITY: &str = "sans objet";

/// The program's own wording.
#[must_use]
pub fn own(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::DeliberationAdopted | Phrase::AccountsAdopted => {
            "Après en avoir délibéré, {assemblee} décide {majorite} d’adopter le rapport présenté."
        }
        Phrase::DeliberationRejected | Phrase::AccountsRejected => {
            "Après en avoir délibéré, {assemblee} n’adopte pas le rapport présenté, {majorite}."
        }
        Phrase::OpinionAdopted => {
            "Après en avoir délibéré, {assemblee} décide {majorite} de donner un avis {sens} sur le rapport ci-joint et \
             le transforme en délibération."
        }
        // What was voted down is not decided: an opinion that is refused is not the contrary opinion.
        Phrase::OpinionRejected => {
            "Après en avoir délibéré, {assemblee} ne donne pas d’avis {sens} sur le rapport ci-joint, {majorite}."
        }
        Phrase::Unanimous => "à l’unanimité",
        Phrase::UnanimousOfCast => "à l’unanimité des suffrages exprimés ({non_exprimes})",
        Phrase::ByMajority => "à la majorité, par {voix},",
        Phrase::ByCastingVote => "par {voix}, la voix de la présidence étant prépondérante,",
        Phrase::NoMajorityAgainst => "par {voix}, aucune majorité ne s’étant dégagée contre,",
        Phrase::Defeated => "par {voix}",
        Phrase::DefeatedByCastingVote => "par {voix}, la voix de la présidence étant prépondérante",
        Phrase::DefeatedByTie => "par {voix}, sans voix prépondérante",
        Phrase::NothingCast => "faute de suffrage exprimé",
        Phrase::NothingCastAllAbstained => "faute de suffrage exprimé ({non_exprimes})",
    }
}

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

/// What a sentence of decision is made of.
///
/// What few sentences ask for is found when one does: the sentence is said anew on every frame of a vote.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The report.
    pub report: &'a Report,
    /// The body as a sentence names it.
    pub body: &'a str,
    /// The body by its full name.
    pub named_body: Asked<'a, String>,
    /// The number of the act, if it has one.
    pub act: Asked<'a, Option<String>>,
    /// The day of the sitting, in words.
    pub day: Asked<'a, String>,
    /// The nine figures.
    pub tally: Tally,
    /// What they decide.
    pub outcome: Outcome,
    /// Who was not for, surname first, in the order of the table: against, abstaining, taking no part.
    pub names: Asked<'a, [Vec<String>; 3]>,
}

/// What is found once it is asked for.
pub type Asked<'a, T> = LazyCell<T, Box<dyn FnOnce() -> T + 'a>>;

/// To be found once it is asked for.
pub fn asked<'a, T>(find: impl FnOnce() -> T + 'a) -> Asked<'a, T> {
    LazyCell::new(Box::new(find))
}

impl<'a> Facts<'a> {
    /// The facts of a vote of that sitting, proclaimed or not.
    #[must_use]
    pub fn of(sitting: &'a Sitting, report: &'a Report, vote: &'a Vote, tally: &Tally, outcome: Outcome) -> Self {
        let docket = sitting.docket();
        let saying = move |choice| {
            let everyone = docket.roster.everyone();
            let who = everyone.filter(|member| vote.choice(&member.id) == Some(choice));
            who.map(|member| member.name.listed()).collect()
        };
        Self {
            report,
            body: the_body(docket.body.kind),
            named_body: asked(|| the_named_body(&docket.body)),
            act: asked(|| sitting.act(report).map(std::borrow::Cow::into_owned)),
            day: asked(|| date(docket.meeting.date)),
            tally: *tally,
            outcome,
            names: asked(move || [Choice::Against, Choice::Abstain, Choice::NotTakingPart].map(saying)),
        }
    }
}

/// The decision as the president proclaims it and the papers print it, in the words of the assembly.
///
/// Those of the session file stand before those of the charter, one by one; the program's own stand in for the rest.
#[must_use]
pub fn decision_of(
    sitting: &Sitting,
    report: &Report,
    vote: &Vote,
    tally: Option<&Tally>,
    outcome: Outcome,
    charter: &Phrases,
) -> Sentence {
    let Some(tally) = tally else {
        return Sentence(vec![Part::Words(format!("{}.", super::sentences::result(outcome)))]);
    };
    let phrases = sitting.docket().body.phrases.over(charter);
    decision(&phrases, &Facts::of(sitting, report, vote, tally, outcome))
}

/// The decision, in those words.
#[must_use]
pub fn decision(phrases: &Phrases, facts: &Facts<'_>) -> Sentence {
    let phrase = kind_of_decision(facts);
    // Accounts are adopted like any report, unless the assembly says it otherwise.
    let like_any = match phrase {
        Phrase::AccountsAdopted => Phrase::DeliberationAdopted,
        Phrase::AccountsRejected => Phrase::DeliberationRejected,
        other => other,
    };
    let text = phrases.get(phrase).or_else(|| phrases.get(like_any)).unwrap_or_else(|| own(phrase));
    let mut sentence = Sentence::default();
    let teller = Teller { phrases, facts };
    teller.say(phrase, text, false, &mut sentence);
    sentence
}

/// « 26 voix pour, 3 voix contre (A, B et C) et 1 abstention (D) », in no sentence.
#[must_use]
pub fn votes_and_names(facts: &Facts<'_>) -> Sentence {
    let mut sentence = Sentence::default();
    Teller { phrases: &Phrases::default(), facts }.votes(true, &mut sentence);
    sentence
}

fn kind_of_decision(facts: &Facts<'_>) -> Phrase {
    let (adopted, rejected) = match facts.report.kind {
        ReportKind::Opinion { .. } => (Phrase::OpinionAdopted, Phrase::OpinionRejected),
        kind if kind.is_accounts() => (Phrase::AccountsAdopted, Phrase::AccountsRejected),
        _ => (Phrase::DeliberationAdopted, Phrase::DeliberationRejected),
    };
    if facts.outcome.is_adopted() { adopted } else { rejected }
}

fn kind_of_majority(tally: &Tally, outcome: Outcome) -> Phrase {
    let all_cast = tally.abstentions == 0 && tally.not_taking_part == 0;
    match outcome {
        Outcome::AdoptedUnanimously if all_cast => Phrase::Unanimous,
        Outcome::AdoptedUnanimously => Phrase::UnanimousOfCast,
        Outcome::Adopted => Phrase::ByMajority,
        Outcome::AdoptedByCastingVote => Phrase::ByCastingVote,
        Outcome::AdoptedNoMajorityAgainst => Phrase::NoMajorityAgainst,
        Outcome::Rejected => Phrase::Defeated,
        Outcome::RejectedByCastingVote => Phrase::DefeatedByCastingVote,
        Outcome::RejectedByTie => Phrase::DefeatedByTie,
        Outcome::RejectedNothingCast if all_cast => Phrase::NothingCast,
        Outcome::RejectedNothingCast => Phrase::NothingCastAllAbstained,
        _ => Phrase::Defeated,
    }
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
        let phrase = kind_of_majority(&self.facts.tally, self.facts.outcome);
        let text = self.phrases.get(phrase).unwrap_or_else(|| own(phrase));
        self.say(phrase, text, named, into);
    }

    fn fill(&self, field: PhraseField, named: bool, into: &mut Sentence) {
        let facts = self.facts;
        let tally = &facts.tally;
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
            PhraseField::For => into.words(&tally.for_.to_string()),
            PhraseField::Against => into.words(&tally.against.to_string()),
            PhraseField::Abstentions => into.words(&tally.abstentions.to_string()),
            PhraseField::NotTakingPart => into.words(&tally.not_taking_part.to_string()),
            PhraseField::Voters => into.words(&tally.voters.to_string()),
            PhraseField::Cast => into.words(&tally.cast.to_string()),
            PhraseField::AbsoluteMajority => {
                into.words(&tally.absolute_majority.map_or_else(|| NO_MAJORITY.to_owned(), |value| value.to_string()));
            }
            PhraseField::NamesAgainst => names_or_nobody(&facts.names[0], tally.against, into),
            PhraseField::NamesAbstaining => names_or_nobody(&facts.names[1], tally.abstentions, into),
        }
    }

    /// « 26 voix pour, 3 voix contre (A, B et C) et 1 abstention (D) ».
    fn votes(&self, named: bool, into: &mut Sentence) {
        let tally = &self.facts.tally;
        let mut parts = vec![
            Sentence(vec![Part::Words(format!("{} voix pour", tally.for_))]),
            with_names(format!("{} voix contre", tally.against), named.then(|| &self.facts.names[0])),
        ];
        parts.extend(self.not_cast(named));
        enumerated(parts, true, into);
    }

    /// The voices that are neither for nor against, if any: « 6 abstentions », « 1 membre ne prenant pas part au vote ».
    fn not_cast(&self, named: bool) -> Vec<Sentence> {
        let parts = not_cast(&self.facts.tally).into_iter().zip(1..);
        parts.filter_map(|(words, of)| Some(with_names(words?, named.then(|| &self.facts.names[of])))).collect()
    }
}

/// « 6 abstentions » and « 1 membre ne prenant pas part au vote », of what there is.
pub(super) fn not_cast(tally: &Tally) -> [Option<String>; 2] {
    let members = || count(tally.not_taking_part, "membre", "membres");
    [
        (tally.abstentions > 0).then(|| count(tally.abstentions, "abstention", "abstentions")),
        (tally.not_taking_part > 0).then(|| format!("{} ne prenant pas part au vote", members())),
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

/// Voices without names are not nobody's.
fn names_or_nobody(names: &[String], voices: u32, into: &mut Sentence) {
    match (names, voices) {
        ([], 0) => into.words(NOBODY),
        ([], _) => into.words(NAMES_NOT_TAKEN),
        _ => name_all(names, into),
    }
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
