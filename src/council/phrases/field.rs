//! What stands between braces in a sentence of the assembly.

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
    /// The majority that the report takes.
    RequiredMajority,
    /// How many voices for it that majority takes.
    RequiredVotes,
    /// How many voices for it were missing.
    MissingVotes,
    /// What is put to the vote, as it was amended.
    Matter,
    /// The same, contracted with « de ».
    OfMatter,
    /// That its text was amended, or changed on the table.
    Amended,
    /// The amendment, the part, the postponement that is put to the vote.
    Proposal,
    /// Who stands for the posts.
    Candidates,
    /// Who was elected.
    Elected,
    /// Who was elected to what and is installed, as it is proclaimed.
    Proclamation,
    /// Whoever presides.
    Chair,
}

impl PhraseField {
    /// Every field, in the order of the documentation.
    pub const ALL: [Self; 33] = [
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
        Self::RequiredMajority,
        Self::RequiredVotes,
        Self::MissingVotes,
        Self::Matter,
        Self::OfMatter,
        Self::Amended,
        Self::Proposal,
        Self::Candidates,
        Self::Elected,
        Self::Proclamation,
        Self::Chair,
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
            Self::RequiredMajority => "majorite_requise",
            Self::RequiredVotes => "voix_requises",
            Self::MissingVotes => "voix_manquantes",
            Self::Matter => "rapport",
            Self::OfMatter => "du_rapport",
            Self::Amended => "amende",
            Self::Proposal => "proposition",
            Self::Candidates => "candidats",
            Self::Elected => "elus",
            Self::Proclamation => "proclamation",
            Self::Chair => "presidence",
        }
    }

    /// The field of that word, accents and capitals aside.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| {
            field.word() == word || crate::council::name::fold(word) == crate::council::name::fold(field.word())
        })
    }
}
