//! Makes the sentences of the assembly (*formules*), and finds the fields in them that are none.

use crate::council::phrases::{BadPhrase, Phrase, PhraseField, Phrases, pieces};

use super::at::{At, Spot};
use super::problem::ProblemKind;
use super::reading::Reading;
use super::shape::PhrasesShape;
use super::structure::nearest;

/// One thing that is wrong with a sentence of the assembly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseProblem {
    /// Which sentence: it says what fields there are.
    pub phrase: Phrase,
    /// What.
    pub bad: BadPhrase,
    /// The field that was perhaps meant.
    pub nearest: Option<&'static str>,
}

impl PhraseProblem {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self.bad {
            BadPhrase::UnknownField(_) => 160,
            BadPhrase::Unclosed => 161,
            BadPhrase::Unopened => 162,
        }
    }
}

/// The sentences that the file gives.
pub fn of(shape: PhrasesShape, at: &At<'_>, reading: &mut Reading<'_>) -> Phrases {
    let given = [
        (Phrase::DeliberationAdopted, shape.deliberation_adoptee),
        (Phrase::DeliberationRejected, shape.deliberation_rejetee),
        (Phrase::OpinionAdopted, shape.avis_adopte),
        (Phrase::OpinionRejected, shape.avis_rejete),
        (Phrase::AccountsAdopted, shape.comptes_adoptes),
        (Phrase::AccountsRejected, shape.comptes_rejetes),
        (Phrase::Unanimous, shape.unanimite),
        (Phrase::UnanimousOfCast, shape.unanimite_des_exprimes),
        (Phrase::ByMajority, shape.a_la_majorite),
        (Phrase::ByCastingVote, shape.voix_preponderante),
        (Phrase::NoMajorityAgainst, shape.comptes_sans_majorite_contre),
        (Phrase::Defeated, shape.rejet),
        (Phrase::DefeatedByCastingVote, shape.rejet_voix_preponderante),
        (Phrase::DefeatedByTie, shape.rejet_partage),
        (Phrase::NothingCast, shape.aucun_suffrage),
        (Phrase::NothingCastAllAbstained, shape.aucun_suffrage_que_des_abstentions),
    ];
    let mut phrases = Phrases::default();
    for (phrase, text) in given {
        let Some(text) = text else { continue };
        let Some(text) = reading.required(Some(text), at, phrase.word()) else { continue };
        for flaw in pieces(phrase, &text).err().unwrap_or_default() {
            let spot = Spot::Within(at.field(phrase.word()).path(), text.clone(), flaw.range);
            let nearest = match &flaw.bad {
                BadPhrase::UnknownField(found) => {
                    nearest(found, &phrase.fields().into_iter().map(PhraseField::word).collect::<Vec<_>>())
                }
                _ => None,
            };
            reading.note(ProblemKind::Phrase(PhraseProblem { phrase, bad: flaw.bad, nearest }), spot);
        }
        phrases.0.insert(phrase, text);
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::super::schema::PHRASES;
    use super::*;

    #[test]
    fn the_file_has_every_sentence_under_its_word_and_no_other() {
        assert_eq!(PHRASES.names(), Phrase::ALL.map(Phrase::word));
    }
}
