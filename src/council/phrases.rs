//! The sentences that an assembly writes in place of the program's own (*formules*). The defaults are in `french`.
//!
//! A sentence holds words and `{champs}`: which fields a sentence may hold is a table here, so that reading, saying and
//! documenting cannot differ.

use std::collections::BTreeMap;
use std::ops::Range;

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
}

/// What a field of a sentence stands for. Its word is that of the file, between braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PhraseField {
    /// The body as a sentence names it.
    Body,
    /// The body by its full name.
    NamedBody,
    /// By what majority: one of the other sentences.
    Majority,
    /// The same, with the names of those who were not for.
    NamedMajority,
    /// *Favorable*, *défavorable*, *réservé*.
    Sense,
    /// What the report is about.
    Object,
    /// The number of the act.
    Act,
    /// The number of the report.
    Number,
    /// The day of the sitting.
    Day,
    /// All voices in words.
    Votes,
    /// The same, with names.
    NamedVotes,
    /// Voices neither for nor against, in words.
    NotCast,
    /// The same, with names.
    NamedNotCast,
    /// Figures.
    For,
    /// Figures.
    Against,
    /// Figures.
    Abstentions,
    /// Figures.
    NotTakingPart,
    /// Figures.
    Voters,
    /// Figures.
    Cast,
    /// Figures.
    AbsoluteMajority,
    /// Names.
    NamesAgainst,
    /// Names.
    NamesAbstaining,
}

/// What every sentence may hold.
const OF_EVERY_SENTENCE: [PhraseField; 19] = [
    PhraseField::Body,
    PhraseField::NamedBody,
    PhraseField::Object,
    PhraseField::Act,
    PhraseField::Number,
    PhraseField::Day,
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
];

impl Phrase {
    /// Every sentence, in the order of the documentation.
    pub const ALL: [Self; 16] = [
        Self::DeliberationAdopted,
        Self::DeliberationRejected,
        Self::OpinionAdopted,
        Self::OpinionRejected,
        Self::AccountsAdopted,
        Self::AccountsRejected,
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
        }
    }

    /// Whether it says what is decided; the others say by what majority, and stand inside one of these.
    #[must_use]
    pub fn is_a_decision(self) -> bool {
        self <= Self::AccountsRejected
    }

    /// The fields that it may hold.
    #[must_use]
    pub fn fields(self) -> Vec<PhraseField> {
        let mut fields = Vec::new();
        if self.is_a_decision() {
            fields.extend([PhraseField::Majority, PhraseField::NamedMajority]);
        }
        if matches!(self, Self::OpinionAdopted | Self::OpinionRejected) {
            fields.push(PhraseField::Sense);
        }
        fields.extend(OF_EVERY_SENTENCE);
        fields
    }
}

impl PhraseField {
    /// Every field, in the order of the documentation.
    pub const ALL: [Self; 22] = [
        Self::Body,
        Self::NamedBody,
        Self::Majority,
        Self::NamedMajority,
        Self::Sense,
        Self::Object,
        Self::Act,
        Self::Number,
        Self::Day,
        Self::Votes,
        Self::NamedVotes,
        Self::NotCast,
        Self::NamedNotCast,
        Self::For,
        Self::Against,
        Self::Abstentions,
        Self::NotTakingPart,
        Self::Voters,
        Self::Cast,
        Self::AbsoluteMajority,
        Self::NamesAgainst,
        Self::NamesAbstaining,
    ];

    /// Its word between braces.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Body => "assemblee",
            Self::NamedBody => "nom_assemblee",
            Self::Majority => "majorite",
            Self::NamedMajority => "majorite_nommee",
            Self::Sense => "sens",
            Self::Object => "objet",
            Self::Act => "acte",
            Self::Number => "numero",
            Self::Day => "date",
            Self::Votes => "voix",
            Self::NamedVotes => "voix_nommees",
            Self::NotCast => "non_exprimes",
            Self::NamedNotCast => "non_exprimes_nommes",
            Self::For => "pour",
            Self::Against => "contre",
            Self::Abstentions => "abstentions",
            Self::NotTakingPart => "ne_prennent_pas_part",
            Self::Voters => "votants",
            Self::Cast => "exprimes",
            Self::AbsoluteMajority => "majorite_absolue",
            Self::NamesAgainst => "noms_contre",
            Self::NamesAbstaining => "noms_abstentions",
        }
    }

    /// The field of that word, accents and capitals aside.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|field| field.word() == word || super::name::fold(word) == super::name::fold(field.word()))
    }
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words as they stand.
    Words(&'t str),
    /// A field.
    Field(PhraseField),
}

/// What is wrong with a sentence, and at which of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What.
    pub bad: BadPhrase,
    /// Where.
    pub range: Range<usize>,
}

/// What can be wrong with a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadPhrase {
    /// A field that is none, or that has no sense in this sentence.
    UnknownField(String),
    /// `{` without `}`.
    Unclosed,
    /// `}` without `{`.
    Unopened,
}

/// Takes a sentence apart.
///
/// # Errors
/// [`Flaw`], one for each mistake, in the order of the sentence.
pub fn pieces(phrase: Phrase, text: &str) -> Result<Vec<Piece<'_>>, Vec<Flaw>> {
    let allowed = phrase.fields();
    let (mut pieces, mut wrong) = (Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(place) = rest.find(['{', '}']) {
        let (words, after) = rest.split_at(place);
        let start = text.len() - after.len();
        let mut note = |bad, length| wrong.push(Flaw { bad, range: start..start + length });
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        let Some(inside) = after.strip_prefix('{') else {
            note(BadPhrase::Unopened, 1);
            rest = after.get(1..).unwrap_or("");
            continue;
        };
        match inside.find(['{', '}']) {
            Some(end) if inside.get(end..).is_some_and(|end| end.starts_with('}')) => {
                let (word, after) = inside.split_at(end);
                match PhraseField::of_word(word.trim()).filter(|field| allowed.contains(field)) {
                    Some(field) => pieces.push(Piece::Field(field)),
                    None => note(BadPhrase::UnknownField(word.trim().to_owned()), end + 2),
                }
                rest = after.get(1..).unwrap_or("");
            }
            _ => {
                note(BadPhrase::Unclosed, 1);
                rest = inside;
            }
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    if wrong.is_empty() { Ok(pieces) } else { Err(wrong) }
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
        assert_eq!(Phrase::ALL.into_iter().filter(|phrase| phrase.is_a_decision()).count(), 6);
    }

    #[test]
    fn every_word_is_of_one_sentence_and_every_field_of_some() {
        let words: std::collections::BTreeSet<&str> = Phrase::ALL.into_iter().map(Phrase::word).collect();
        assert_eq!(words.len(), Phrase::ALL.len());
        for field in PhraseField::ALL {
            assert!(Phrase::OpinionAdopted.fields().contains(&field), "{field:?}");
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
