//! How a vote is recorded (*manière de relever le vote*). It may change until the result is proclaimed: what was typed in one
//! way is kept beside the others.

use serde::{Deserialize, Serialize};

use super::ballot::Choice;
use super::id::MemberId;
use super::outcome::Outcome;
use super::secret::Count;

/// How a vote is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Way {
    /// By exception: everyone is presumed for, and the others are marked, by name or by group.
    #[serde(rename = "ParException")]
    ByException,
    /// By roll call (*appel nominal*): nobody is presumed anything, and each is called.
    #[serde(rename = "ParAppel")]
    RollCall,
    /// The figures alone: the names are not recorded.
    #[serde(rename = "EnChiffres")]
    Figures,
    /// The result alone: neither figures nor names are recorded.
    #[serde(rename = "ResultatSeul")]
    Result,
    /// No vote is taken: the council takes note, or hears, or settles, or appoints the only candidates.
    #[serde(rename = "SansVote")]
    WithoutVote,
    /// By secret ballot (*scrutin secret*): an urn, and totals. It is asked for, or wanted by a text, and never chosen as the
    /// others are.
    #[serde(rename = "Secret")]
    Secret,
}

impl Way {
    /// Every way that may be chosen, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::ByException, Self::RollCall, Self::Figures, Self::Result, Self::WithoutVote];

    /// Whether it records who said what.
    #[must_use]
    pub fn names(self) -> bool {
        matches!(self, Self::ByException | Self::RollCall)
    }

    /// Whether a vote is taken at all.
    #[must_use]
    pub fn is_a_vote(self) -> bool {
        self != Self::WithoutVote
    }
}

/// Voices counted without their names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// *Pour*.
    #[serde(rename = "pour", default)]
    pub for_: u32,
    /// *Contre*.
    #[serde(rename = "contre", default)]
    pub against: u32,
    /// *Abstentions*.
    #[serde(default)]
    pub abstentions: u32,
    /// *Ne prennent pas part au vote*.
    #[serde(rename = "ne_prennent_pas_part", default)]
    pub not_taking_part: u32,
}

impl Counts {
    /// The count of those who say so.
    pub fn of_mut(&mut self, choice: Choice) -> &mut u32 {
        match choice {
            Choice::For => &mut self.for_,
            Choice::Against => &mut self.against,
            Choice::Abstain => &mut self.abstentions,
            Choice::NotTakingPart => &mut self.not_taking_part,
        }
    }

    /// All of them.
    #[must_use]
    pub fn sum(self) -> u32 {
        let counted = [self.for_, self.against, self.abstentions, self.not_taking_part];
        counted.into_iter().fold(0, u32::saturating_add)
    }
}

/// A result that was stated without its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stated {
    /// *Adopté à l'unanimité*.
    #[serde(rename = "Unanimite")]
    Unanimously,
    /// *Adopté*.
    #[serde(rename = "Adopte")]
    Adopted,
    /// *Rejeté*.
    #[serde(rename = "Rejete")]
    Rejected,
}

impl Stated {
    /// Every result that may be stated, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Unanimously, Self::Adopted, Self::Rejected];

    /// The outcome that it states.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        match self {
            Self::Unanimously => Outcome::AdoptedUnanimously,
            Self::Adopted => Outcome::Adopted,
            Self::Rejected => Outcome::Rejected,
        }
    }
}

/// What was said in a vote, as a rectification gives it: by name, in figures, or as a result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Said {
    /// What voices said.
    pub voices: Vec<(MemberId, Choice)>,
    /// The figures, where the names are not recorded.
    pub counts: Option<Counts>,
    /// What whoever presides said, where the names are not recorded.
    pub chair: Option<Choice>,
    /// The result, where the figures are not recorded.
    pub stated: Option<Stated>,
    /// What was in the urn, in a secret ballot.
    pub urn: Option<Count>,
}
