//! What is put to the vote in a report before its text, or in place of it: amendments, the parts of a division, a
//! postponement, the previous question. Each has a vote of its own, kept and printed; the text waits.
//!
//! Source: a council orders its debates by its own rules (art. L.2121-8 of the CGCT); an amendment is voted before the text.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ballot::Vote;
use super::hour::Hour;
use super::id::MemberId;
use super::sitting::Done;

/// Which proposal, within its report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ProposalId {
    /// *Amendement*, by its number.
    #[serde(rename = "Amendement")]
    Amendment(String),
    /// A part of the text put to the vote apart (*vote par division*): « article 2 ».
    #[serde(rename = "Partie")]
    Part(String),
    /// *Renvoi* (*ajournement*) of the report to another sitting: adopted, it ends the report.
    #[serde(rename = "Renvoi")]
    Postponement,
    /// *Question préalable*: there is no ground for deliberating. Adopted, it ends the report.
    #[serde(rename = "QuestionPrealable")]
    PreviousQuestion,
}

impl ProposalId {
    /// Whether its adoption ends the report.
    #[must_use]
    pub fn ends_the_report(&self) -> bool {
        matches!(self, Self::Postponement | Self::PreviousQuestion)
    }
}

/// A proposal, as it was filed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Proposal {
    /// Which.
    pub id: ProposalId,
    /// Who brings it, in the order given.
    pub authors: Vec<MemberId>,
    /// In whose name, if not the authors' own: « le groupe Ensemble », « la commission des finances ».
    pub on_behalf: Option<String>,
    /// What it changes: « article 2 ».
    pub target: Option<String>,
    /// Its text, in the small Markdown of the session file; for a postponement, why and to when.
    pub text: Option<String>,
}

impl Proposal {
    /// A proposal of which nothing else is known.
    #[must_use]
    pub fn new(id: ProposalId) -> Self {
        Self { id, authors: Vec::new(), on_behalf: None, target: None, text: None }
    }
}

/// A proposal and how far it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Proposed {
    /// As it was filed.
    pub proposal: Proposal,
    /// How far it is.
    pub state: ProposalState,
}

/// How far a proposal is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ProposalState {
    /// Filed, not voted yet: the text waits for it.
    Waiting,
    /// Its vote is being taken.
    Opened(Arc<Vote>),
    /// Its result was proclaimed.
    Done(Done),
    /// Its author took it back, or it lost its object.
    Dropped(Dropped, Option<Hour>),
}

impl ProposalState {
    /// The result, once it is proclaimed.
    #[must_use]
    pub fn done(&self) -> Option<&Done> {
        match self {
            Self::Done(done) => Some(done),
            _ => None,
        }
    }

    /// The vote, open or done.
    #[must_use]
    pub fn vote(&self) -> Option<&Vote> {
        match self {
            Self::Opened(vote) => Some(vote),
            Self::Done(done) => Some(&done.vote),
            Self::Waiting | Self::Dropped(..) => None,
        }
    }

    /// Whether the text waits for it.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        matches!(self, Self::Waiting | Self::Opened(_))
    }
}

/// Why a proposal is not voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Dropped {
    /// *Retiré* by its author.
    #[serde(rename = "Retire")]
    Withdrawn,
    /// *Sans objet* (*tombé*): what it would change is gone.
    #[serde(rename = "SansObjet")]
    Moot,
}
