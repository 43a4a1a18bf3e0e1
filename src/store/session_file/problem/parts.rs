//! What a finding is about: a column, a person, a kind of value.

/// A column of the members' file whose words are fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordColumn {
    /// *Civilité*.
    Civility,
    /// *État*.
    Presence,
    /// *Rang*.
    Rank,
    /// *Voix*.
    Voices,
    /// *Séances*: for how many in a row a power was given.
    Sittings,
    /// *Maladie*.
    Illness,
}

/// Whom a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// `president`.
    President,
    /// `secretaire`.
    Secretary,
    /// `rapporteur` of a report.
    Rapporteur,
    /// `pouvoir_a` of a member, by name.
    HolderFor(String),
    /// `suppleant_de` of a person, by name.
    TitularFor(String),
    /// `remplace` of a person, by name.
    ReplacedBy(String),
    /// `membre` of a *déport*.
    Recused,
    /// One of `auteurs` of a report.
    Author,
    /// One of `par` of an amendment.
    Mover,
    /// One of `candidats` of a report or of a list.
    Candidate,
}

/// What kind of value belongs somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A text in straight quotes.
    Text,
    /// A text in straight quotes, or `Fichier("x.md")`.
    TextOrFile,
    /// A whole number without quotes.
    Number,
    /// A number without quotes, with a decimal point or without.
    Decimal,
    /// `true` or `false`.
    YesNo,
    /// A list in square brackets.
    List,
    /// A list in square brackets, or `Fichier("elus.csv")`.
    ListOrFile,
    /// Values in parentheses within the list, not bare fields.
    Items,
    /// Fields in parentheses, without a word before them.
    Fields,
    /// A word without quotes.
    Word,
    /// A text in straight quotes, or a word without.
    TextOrWord,
}
