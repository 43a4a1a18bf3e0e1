//! The sentences that an assembly writes in place of the program's own (*formules*). The defaults are in `french`.
//!
//! A sentence holds words and `{champs}`: which fields a sentence may hold is a table here, so that reading, saying and
//! documenting cannot differ.

use std::collections::BTreeMap;

mod field;
mod piece;

pub use self::field::PhraseField;
pub use self::piece::{BadPhrase, Flaw, Piece, pieces};

/// A sentence that an assembly may word in its own way: what is decided, by kind of report and outcome, then by what
/// majority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phrase {
    /// A report of the council's own, adopted.
    DeliberationAdopted,
    /// The same, rejected.
    DeliberationRejected,
    /// An opinion on the draft of another body, given.
    OpinionAdopted,
    /// The same, not given.
    OpinionRejected,
    /// The accounts, adopted.
    AccountsAdopted,
    /// The same, rejected.
    AccountsRejected,
    /// A wish or a motion, adopted.
    WishAdopted,
    /// The same, rejected.
    WishRejected,
    /// Note is taken, by a vote.
    AcknowledgedByVote,
    /// Note is not taken: the vote was against.
    AcknowledgementRefused,
    /// Those who stand are appointed, by a vote.
    AppointmentVoted,
    /// The same, refused.
    AppointmentRefused,
    /// The minutes of an earlier sitting are settled, by a vote.
    MinutesSettledByVote,
    /// The same, refused.
    MinutesNotSettled,
    /// The report is sent back to another sitting.
    Postponed,
    /// The previous question is adopted.
    SetAside,
    /// An amendment or a part of the text is adopted.
    ProposalAdopted,
    /// A proposal is rejected, whichever it is.
    ProposalRejected,
    /// Note is taken, without a vote.
    Acknowledged,
    /// The only candidates are appointed, without a vote.
    AppointedWithoutVote,
    /// The minutes of an earlier sitting are settled, without a vote.
    MinutesSettled,
    /// Something was told, read out or answered.
    Heard,
    /// Whoever was to be elected is.
    Elected,
    /// Nothing was cast in the last round: nobody is elected.
    NobodyElected,
    /// The report is withdrawn.
    Withdrawn,
    /// Everyone voted for.
    Unanimous,
    /// Every vote cast was for; others abstained.
    UnanimousOfCast,
    /// More for than against.
    ByMajority,
    /// Equal votes, and whoever presides was for.
    ByCastingVote,
    /// Accounts: no majority against, and none for.
    NoMajorityAgainst,
    /// More against than for.
    Defeated,
    /// Equal votes, and whoever presides was against.
    DefeatedByCastingVote,
    /// Equal votes that nobody decides.
    DefeatedByTie,
    /// Nobody was there to vote.
    NothingCast,
    /// Everyone abstained or took no part.
    NothingCastAllAbstained,
    /// More for than against, and as many as another majority takes.
    BySpecialMajority,
    /// No fewer for than against, and fewer than the majority takes.
    ShortOfMajority,
    /// Adopted, and no figures were recorded.
    ByMajorityUncounted,
    /// Rejected, and no figures were recorded.
    DefeatedUncounted,
}

/// What every sentence may hold.
const OF_EVERY_SENTENCE: [PhraseField; 6] = [
    PhraseField::Body,
    PhraseField::NamedBody,
    PhraseField::Object,
    PhraseField::Act,
    PhraseField::Number,
    PhraseField::Day,
];

/// What a sentence about a vote may hold beside.
const OF_A_VOTE: [PhraseField; 16] = [
    PhraseField::Votes,
    PhraseField::NamedVotes,
    PhraseField::NotCast,
    PhraseField::NamedNotCast,
    PhraseField::For,
    PhraseField::Against,
    PhraseField::Abstentions,
    PhraseField::NotTakingPart,
    PhraseField::Voters,
    PhraseField::Cast,
    PhraseField::AbsoluteMajority,
    PhraseField::NamesAgainst,
    PhraseField::NamesAbstaining,
    PhraseField::RequiredMajority,
    PhraseField::RequiredVotes,
    PhraseField::MissingVotes,
];

/// What a sentence that decides may hold beside.
const OF_A_DECISION: [PhraseField; 4] =
    [PhraseField::Matter, PhraseField::OfMatter, PhraseField::Amended, PhraseField::Chair];

impl Phrase {
    /// Every sentence, in the order of the documentation.
    pub const ALL: [Self; 39] = [
        Self::DeliberationAdopted,
        Self::DeliberationRejected,
        Self::OpinionAdopted,
        Self::OpinionRejected,
        Self::AccountsAdopted,
        Self::AccountsRejected,
        Self::WishAdopted,
        Self::WishRejected,
        Self::AcknowledgedByVote,
        Self::AcknowledgementRefused,
        Self::AppointmentVoted,
        Self::AppointmentRefused,
        Self::MinutesSettledByVote,
        Self::MinutesNotSettled,
        Self::Postponed,
        Self::SetAside,
        Self::ProposalAdopted,
        Self::ProposalRejected,
        Self::Acknowledged,
        Self::AppointedWithoutVote,
        Self::MinutesSettled,
        Self::Heard,
        Self::Elected,
        Self::NobodyElected,
        Self::Withdrawn,
        Self::Unanimous,
        Self::UnanimousOfCast,
        Self::ByMajority,
        Self::ByCastingVote,
        Self::NoMajorityAgainst,
        Self::Defeated,
        Self::DefeatedByCastingVote,
        Self::DefeatedByTie,
        Self::NothingCast,
        Self::NothingCastAllAbstained,
        Self::BySpecialMajority,
        Self::ShortOfMajority,
        Self::ByMajorityUncounted,
        Self::DefeatedUncounted,
    ];

    /// Its word in the files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::DeliberationAdopted => "deliberation_adoptee",
            Self::DeliberationRejected => "deliberation_rejetee",
            Self::OpinionAdopted => "avis_adopte",
            Self::OpinionRejected => "avis_rejete",
            Self::AccountsAdopted => "comptes_adoptes",
            Self::AccountsRejected => "comptes_rejetes",
            Self::WishAdopted => "voeu_adopte",
            Self::WishRejected => "voeu_rejete",
            Self::AcknowledgedByVote => "acte_donne_par_vote",
            Self::AcknowledgementRefused => "acte_refuse",
            Self::AppointmentVoted => "designation_votee",
            Self::AppointmentRefused => "designation_refusee",
            Self::MinutesSettledByVote => "proces_verbal_arrete_par_vote",
            Self::MinutesNotSettled => "proces_verbal_non_arrete",
            Self::Postponed => "renvoi",
            Self::SetAside => "question_prealable",
            Self::ProposalAdopted => "proposition_adoptee",
            Self::ProposalRejected => "proposition_rejetee",
            Self::Acknowledged => "acte_donne",
            Self::AppointedWithoutVote => "designation_sans_vote",
            Self::MinutesSettled => "proces_verbal_arrete",
            Self::Heard => "entendu",
            Self::Elected => "election",
            Self::NobodyElected => "election_sans_elu",
            Self::Withdrawn => "retrait",
            Self::Unanimous => "unanimite",
            Self::UnanimousOfCast => "unanimite_des_exprimes",
            Self::ByMajority => "a_la_majorite",
            Self::ByCastingVote => "voix_preponderante",
            Self::NoMajorityAgainst => "comptes_sans_majorite_contre",
            Self::Defeated => "rejet",
            Self::DefeatedByCastingVote => "rejet_voix_preponderante",
            Self::DefeatedByTie => "rejet_partage",
            Self::NothingCast => "aucun_suffrage",
            Self::NothingCastAllAbstained => "aucun_suffrage_que_des_abstentions",
            Self::BySpecialMajority => "majorite_requise_atteinte",
            Self::ShortOfMajority => "majorite_requise_non_atteinte",
            Self::ByMajorityUncounted => "a_la_majorite_sans_chiffres",
            Self::DefeatedUncounted => "rejet_sans_chiffres",
        }
    }

    /// Whether it says what is decided; the others say by what majority, and stand inside one of these.
    #[must_use]
    pub fn is_a_decision(self) -> bool {
        self <= Self::Withdrawn
    }

    /// Whether a vote gives it, so that it may say by what majority and with what figures.
    #[must_use]
    pub fn is_voted(self) -> bool {
        !matches!(
            self,
            Self::Acknowledged
                | Self::AppointedWithoutVote
                | Self::Elected
                | Self::NobodyElected
                | Self::MinutesSettled
                | Self::Heard
                | Self::Withdrawn
        )
    }

    /// The fields that it may hold.
    #[must_use]
    pub fn fields(self) -> Vec<PhraseField> {
        let mut fields = Vec::new();
        if self.is_a_decision() && self.is_voted() {
            fields.extend([PhraseField::Majority, PhraseField::NamedMajority]);
        }
        if matches!(self, Self::OpinionAdopted | Self::OpinionRejected) {
            fields.push(PhraseField::Sense);
        }
        fields.extend(OF_EVERY_SENTENCE);
        if self.is_voted() {
            fields.extend(OF_A_VOTE);
        }
        if self.is_a_decision() {
            fields.extend(OF_A_DECISION);
        }
        if matches!(self, Self::ProposalAdopted | Self::ProposalRejected) {
            fields.push(PhraseField::Proposal);
        }
        if matches!(self, Self::AppointmentVoted | Self::AppointmentRefused | Self::AppointedWithoutVote) {
            fields.push(PhraseField::Candidates);
        }
        if self == Self::Elected {
            fields.extend([PhraseField::Elected, PhraseField::Proclamation]);
        }
        fields
    }
}

/// Sentences of the assembly. Each was taken apart without a mistake when it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrases(pub BTreeMap<Phrase, String>);

impl Phrases {
    /// The assembly's own wording of a sentence.
    #[must_use]
    pub fn get(&self, phrase: Phrase) -> Option<&str> {
        self.0.get(&phrase).map(String::as_str)
    }

    /// These sentences, and those of `others` where these say nothing.
    #[must_use]
    pub fn over(&self, others: &Self) -> Self {
        let mut all = others.0.clone();
        all.extend(self.0.clone());
        Self(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_words_and_fields() {
        let text = "{assemblee} DÉCIDE { Majorité } : {sens}";
        let taken = pieces(Phrase::OpinionAdopted, text).unwrap();
        let field = Piece::Field;
        assert_eq!(
            taken,
            [
                field(PhraseField::Body),
                Piece::Words(" DÉCIDE "),
                field(PhraseField::Majority),
                Piece::Words(" : "),
                field(PhraseField::Sense)
            ]
        );
    }

    #[test]
    fn every_mistake_of_a_sentence_is_told() {
        let text = "a } {sens} {truc} {b {c";
        let flaws = pieces(Phrase::DeliberationAdopted, text).unwrap_err();
        let places: Vec<&str> = flaws.iter().map(|flaw| &text[flaw.range.clone()]).collect();
        assert_eq!(places, ["}", "{sens}", "{truc}", "{", "{"]);
        let wrong: Vec<BadPhrase> = flaws.into_iter().map(|flaw| flaw.bad).collect();
        let unknown = |word: &str| BadPhrase::UnknownField(word.to_owned());
        assert_eq!(
            wrong,
            [BadPhrase::Unopened, unknown("sens"), unknown("truc"), BadPhrase::Unclosed, BadPhrase::Unclosed]
        );
    }

    #[test]
    fn what_says_by_what_majority_may_not_hold_itself() {
        for phrase in Phrase::ALL.into_iter().filter(|phrase| !phrase.is_a_decision()) {
            assert!(!phrase.fields().contains(&PhraseField::Majority), "{phrase:?}");
            assert!(!phrase.fields().contains(&PhraseField::NamedMajority), "{phrase:?}");
        }
        assert_eq!(Phrase::ALL.into_iter().filter(|phrase| phrase.is_a_decision()).count(), 25);
    }

    #[test]
    fn every_word_is_of_one_sentence_and_every_field_of_some() {
        let words: std::collections::BTreeSet<&str> = Phrase::ALL.into_iter().map(Phrase::word).collect();
        assert_eq!(words.len(), Phrase::ALL.len());
        for field in PhraseField::ALL {
            assert!(Phrase::ALL.iter().any(|phrase| phrase.fields().contains(&field)), "{field:?}");
            assert_eq!(PhraseField::of_word(field.word()), Some(field));
        }
    }

    #[test]
    fn the_first_sentences_stand_before_the_others_one_by_one() {
        let of = |pairs: &[(Phrase, &str)]| Phrases(pairs.iter().map(|(p, text)| (*p, (*text).to_owned())).collect());
        let own = of(&[(Phrase::Unanimous, "A")]);
        let others = of(&[(Phrase::Unanimous, "B"), (Phrase::Defeated, "C")]);
        assert_eq!(own.over(&others), of(&[(Phrase::Unanimous, "A"), (Phrase::Defeated, "C")]));
    }
}
