//! The habits of an assembly's papers (*conventions*): they change words, and no figure.

/// How the papers of an assembly speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Conventions {
    /// How a vote without a voice against is worded when some abstained.
    pub unanimity: UnanimityWording,
    /// Whose names are printed for an ordinary ballot.
    pub names: NamesPrinted,
    /// How nothing is written.
    pub zero: Zero,
}

/// How a vote without a voice against is worded when some abstained. Abstentions do not break unanimity; many clerks write
/// otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnanimityWording {
    /// « à l'unanimité des suffrages exprimés (6 abstentions) ».
    #[default]
    OfCast,
    /// « à l'unanimité ».
    Unanimity,
    /// « à la majorité ».
    Majority,
}

impl UnanimityWording {
    /// Its word in the session file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::OfCast => "SuffragesExprimes",
            Self::Unanimity => "Unanimite",
            Self::Majority => "Majorite",
        }
    }
}

/// Whose names are printed for an ordinary ballot. A public one names everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamesPrinted {
    /// Those against, abstaining, taking no part.
    #[default]
    OtherThanFor,
    /// Everybody, those for included.
    Everybody,
    /// Nobody: the law does not ask for names there.
    Nobody,
}

impl NamesPrinted {
    /// Its word in the session file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::OtherThanFor => "HorsPour",
            Self::Everybody => "Tous",
            Self::Nobody => "Aucun",
        }
    }
}

/// How nothing is written in lists and figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zero {
    /// As each paper is used to: « 0 » in figures, « Néant » in lists.
    #[default]
    ByPlace,
    /// « Néant ».
    Nothing,
    /// « 0 ».
    Digit,
    /// « / ».
    Slash,
}

impl Zero {
    /// Its word in the session file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::ByPlace => "Usage",
            Self::Nothing => "Neant",
            Self::Digit => "Chiffre",
            Self::Slash => "Barre",
        }
    }
}
