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
        (Phrase::WishAdopted, shape.voeu_adopte),
        (Phrase::WishRejected, shape.voeu_rejete),
        (Phrase::AcknowledgedByVote, shape.acte_donne_par_vote),
        (Phrase::AcknowledgementRefused, shape.acte_refuse),
        (Phrase::AppointmentVoted, shape.designation_votee),
        (Phrase::AppointmentRefused, shape.designation_refusee),
        (Phrase::MinutesSettledByVote, shape.proces_verbal_arrete_par_vote),
        (Phrase::MinutesNotSettled, shape.proces_verbal_non_arrete),
        (Phrase::Postponed, shape.renvoi),
        (Phrase::SetAside, shape.question_prealable),
        (Phrase::ProposalAdopted, shape.proposition_adoptee),
        (Phrase::ProposalRejected, shape.proposition_rejetee),
        (Phrase::Acknowledged, shape.acte_donne),
        (Phrase::AppointedWithoutVote, shape.designation_sans_vote),
        (Phrase::MinutesSettled, shape.proces_verbal_arrete),
        (Phrase::Heard, shape.entendu),
        (Phrase::Elected, shape.election),
        (Phrase::NobodyElected, shape.election_sans_elu),
        (Phrase::Withdrawn, shape.retrait),
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
        (Phrase::BySpecialMajority, shape.majorite_requise_atteinte),
        (Phrase::ShortOfMajority, shape.majorite_requise_non_atteinte),
        (Phrase::ByMajorityUncounted, shape.a_la_majorite_sans_chiffres),
        (Phrase::DefeatedUncounted, shape.rejet_sans_chiffres),
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
