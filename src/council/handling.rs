//! What happened to a report beside the vote on its text: proposals, changes on the table, remarks, candidates, requests for
//! a particular ballot, the majority that was announced.

use super::election::{CandidateList, Form};
use super::hour::Hour;
use super::id::MemberId;
use super::majority::Majority;
use super::proposal::{ProposalId, Proposed};
use super::settings::Setting;

/// What happened to a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handling {
    /// What is put to the vote before its text, in the order of filing.
    pub proposals: Vec<Proposed>,
    /// How its text was changed on the table (*texte modifié en séance*), in order.
    pub changes: Vec<TextChange>,
    /// What was remarked on the minutes that it settles, in order.
    pub remarks: Vec<Remark>,
    /// Who stands for its posts, in the order given.
    pub candidates: Vec<MemberId>,
    /// The lists that stand for its posts, in the order given.
    pub lists: Vec<CandidateList>,
    /// How many posts there are, as the council settled it.
    pub posts: Option<u32>,
    /// How they are filled, where that was chosen in the sitting.
    pub form: Option<Form>,
    /// Whether the council unanimously decided not to vote by secret ballot.
    pub secrecy_waived: bool,
    /// The requests for a particular ballot, in order: the minutes record them all (art. L.2121-15 of the CGCT).
    pub requests: Vec<BallotRequest>,
    /// The majority announced in the sitting, and by which text.
    pub majority: Option<Setting<Majority>>,
    /// Why it was withdrawn, in the words of the secretary, if it was and she said so.
    pub withdrawn_because: Option<String>,
}

/// A change of a text on the table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextChange {
    /// What is changed, in the small Markdown of the session file.
    pub text: String,
    /// At what hour, if known.
    pub at: Option<Hour>,
}

/// A remark on minutes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Remark {
    /// Who made it, if it is said.
    pub by: Option<MemberId>,
    /// What was remarked.
    pub text: String,
}

/// A request for a particular ballot.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BallotRequest {
    /// On which proposal; `None` for the text.
    pub on: Option<ProposalId>,
    /// Who asked, in the order given.
    pub asked_by: Vec<MemberId>,
    /// Whether it was for a secret one; for a public one if not.
    pub secret: bool,
    /// Whether the ballot was taken so for it.
    pub granted: bool,
    /// Whether a vote that had begun otherwise was void for it.
    pub voided: bool,
    /// At what hour, if known.
    pub at: Option<Hour>,
}

impl Handling {
    /// The proposal of that identity.
    #[must_use]
    pub fn proposal(&self, id: &ProposalId) -> Option<&Proposed> {
        self.proposals.iter().find(|proposed| proposed.proposal.id == *id)
    }

    /// The parts of a division that were voted down, in the order of filing.
    pub fn rejected_parts(&self) -> impl Iterator<Item = &str> {
        self.proposals.iter().filter_map(|it| match (&it.proposal.id, it.state.done()) {
            (ProposalId::Part(part), Some(done)) if !done.outcome.is_adopted() => Some(part.as_str()),
            _ => None,
        })
    }

    /// The proposals that the text waits for, in the order of filing.
    pub fn pending(&self) -> impl Iterator<Item = &Proposed> {
        self.proposals.iter().filter(|proposed| proposed.state.is_pending())
    }

    /// The amendments that were adopted, in the order of filing.
    pub fn adopted_amendments(&self) -> impl Iterator<Item = &Proposed> {
        let is_adopted = |proposed: &&Proposed| {
            matches!(proposed.proposal.id, ProposalId::Amendment(_))
                && proposed.state.done().is_some_and(|done| done.outcome.is_adopted())
        };
        self.proposals.iter().filter(is_adopted)
    }
}
