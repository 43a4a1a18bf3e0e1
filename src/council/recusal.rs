//! The *déport*: a member who must not take part in a report, and why.

use serde::{Deserialize, Serialize};

/// On what ground a member stays out of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ground {
    /// An interest in the matter (CGCT, art. L.2131-11).
    #[serde(rename = "Interet")]
    Interest,
    /// Represents the council in the body concerned (CGCT, art. L.1111-6, II): leaves both sides of the quorum.
    #[serde(rename = "Representant")]
    Representative,
    /// Answers for the accounts that are voted (CGCT, art. L.2121-14): leaves the room for the vote.
    #[serde(rename = "Comptes")]
    Accounts,
}

impl Ground {
    /// Every ground.
    pub const ALL: [Self; 3] = [Self::Interest, Self::Representative, Self::Accounts];
}

/// How a member stays out of a report.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Recusal {
    /// On what ground.
    pub ground: Ground,
    /// Whether the member leaves the room for it.
    pub left_room: bool,
    /// Why, in the words of the secretary: « présidente de l'association ».
    pub note: Option<String>,
}
