//! The majority that adopts: of which number, and how much of it.

use serde::{Deserialize, Serialize};

use super::tally::Tally;

/// A majority. Source: CGCT, art. L.2121-20 for that of the votes cast, L.1612-12 for the accounts; a text of its own for
/// each of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Majority {
    /// More than half of the votes cast (*majorité absolue des suffrages exprimés*).
    #[serde(rename = "Exprimes")]
    OfCast,
    /// More than half of the members in office (*majorité absolue des membres*).
    #[serde(rename = "Membres")]
    OfMembers,
    /// Three fifths of the votes cast, or more.
    #[serde(rename = "TroisCinquiemesExprimes")]
    ThreeFifthsOfCast,
    /// Three fifths of the members in office, or more.
    #[serde(rename = "TroisCinquiemesMembres")]
    ThreeFifthsOfMembers,
    /// Two thirds of the votes cast, or more.
    #[serde(rename = "DeuxTiersExprimes")]
    TwoThirdsOfCast,
    /// Two thirds of the members in office, or more.
    #[serde(rename = "DeuxTiersMembres")]
    TwoThirdsOfMembers,
    /// More for than against, however few (*majorité relative*).
    #[serde(rename = "Relative")]
    Relative,
    /// No majority against: that of the accounts.
    #[serde(rename = "SansMajoriteContre")]
    NoneAgainst,
}

/// The number of which a majority is a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Base {
    /// The votes cast (X).
    Cast,
    /// The members in office (E).
    Members,
}

impl Majority {
    /// Every majority, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::OfCast,
        Self::OfMembers,
        Self::ThreeFifthsOfCast,
        Self::ThreeFifthsOfMembers,
        Self::TwoThirdsOfCast,
        Self::TwoThirdsOfMembers,
        Self::Relative,
        Self::NoneAgainst,
    ];

    /// Of which number it is a share; `None` where for and against are only compared.
    #[must_use]
    pub fn base(self) -> Option<Base> {
        match self {
            Self::OfCast | Self::ThreeFifthsOfCast | Self::TwoThirdsOfCast => Some(Base::Cast),
            Self::OfMembers | Self::ThreeFifthsOfMembers | Self::TwoThirdsOfMembers => Some(Base::Members),
            Self::Relative | Self::NoneAgainst => None,
        }
    }

    /// How many voices for it takes; `None` where for and against are only compared, or nothing was cast of which to take a
    /// share.
    #[must_use]
    pub fn needed(self, tally: &Tally) -> Option<u32> {
        match self.base()? {
            Base::Cast => Some(tally.cast).filter(|cast| *cast > 0).map(|cast| self.of(cast)),
            Base::Members => Some(self.of(tally.in_office)),
        }
    }

    /// How many voices for it takes of so many members in office; `None` where it is no majority of the members.
    #[must_use]
    pub fn needed_of_members(self, in_office: u32) -> Option<u32> {
        (self.base() == Some(Base::Members)).then(|| self.of(in_office))
    }

    /// The fewest voices for that may adopt in a room of so many members in office.
    #[must_use]
    pub fn fewest_for(self, in_office: u32) -> u32 {
        match self {
            // Adopted unless a majority is against, be nobody for.
            Self::NoneAgainst => 0,
            _ => self.needed_of_members(in_office).unwrap_or(1),
        }
    }

    /// The least number of voices that is the majority of that number.
    fn of(self, number: u32) -> u32 {
        match self {
            Self::ThreeFifthsOfCast | Self::ThreeFifthsOfMembers => share(number, 3, 5),
            Self::TwoThirdsOfCast | Self::TwoThirdsOfMembers => share(number, 2, 3),
            _ => number / 2 + 1,
        }
    }

    /// Whether it is another than that of the votes cast, so that the papers must say which.
    #[must_use]
    pub fn is_special(self) -> bool {
        !matches!(self, Self::OfCast | Self::NoneAgainst)
    }
}

/// That share of a number, rounded up.
fn share(of: u32, parts: u32, whole: u32) -> u32 {
    let least = (u64::from(of) * u64::from(parts)).div_ceil(u64::from(whole));
    u32::try_from(least).unwrap_or(u32::MAX)
}

/// By which rule the figures of a vote decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DecisionRule {
    /// What adopts.
    pub majority: Majority,
    /// Whether the body lets whoever presides decide equal votes.
    pub casting_vote: bool,
}

impl DecisionRule {
    /// More for than against; equal votes are decided by whoever presides (CGCT, art. L.2121-20).
    pub const ORDINARY: Self = Self { majority: Majority::OfCast, casting_vote: true };
    /// The accounts (CGCT, art. L.1612-12).
    pub const ACCOUNTS: Self = Self { majority: Majority::NoneAgainst, casting_vote: false };

    /// Whether equal votes are decided by whoever presides: only where more for than against is enough. Of members or of a
    /// larger share, equal votes are too few; the accounts have their own rule.
    #[must_use]
    pub fn has_casting_vote(self) -> bool {
        self.casting_vote && matches!(self.majority, Majority::OfCast | Majority::Relative)
    }

    /// Whether it is that of the accounts.
    #[must_use]
    pub fn is_of_the_accounts(self) -> bool {
        self.majority == Majority::NoneAgainst
    }
}
