//! What a vote decides.

use serde::{Deserialize, Serialize};

use super::ballot::{Choice, DecisionRule, Vote};
use super::tally::Tally;

/// Whether the report is adopted, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// *Adopté à l'unanimité*: every vote cast is for; abstentions do not break it.
    #[serde(rename = "AdopteUnanimite")]
    AdoptedUnanimously,
    /// *Adopté à la majorité absolue* of the votes cast.
    #[serde(rename = "Adopte")]
    Adopted,
    /// *Partage égal*, adopted because whoever presides voted for (*voix prépondérante*).
    #[serde(rename = "AdopteVoixPreponderante")]
    AdoptedByCastingVote,
    /// *Rejeté*: more against than for.
    #[serde(rename = "Rejete")]
    Rejected,
    /// *Partage égal*, rejected because whoever presides voted against.
    #[serde(rename = "RejeteVoixPreponderante")]
    RejectedByCastingVote,
    /// *Partage égal* and nobody to decide it: whoever presides did not vote, or is not known. Not adopted.
    #[serde(rename = "RejetePartage")]
    RejectedByTie,
    /// The accounts, with no majority against them though none for them: *partage égal*, or nothing cast.
    #[serde(rename = "AdopteSansMajoriteContre")]
    AdoptedNoMajorityAgainst,
    /// Nothing was cast: everybody abstained or took no part. Not adopted.
    #[serde(rename = "RejeteSansSuffrage")]
    RejectedNothingCast,
}

impl Outcome {
    /// The outcome of those figures; `chair` is what whoever presides said for himself, if he has a voice.
    ///
    /// Source: CGCT, art. L.2121-20 and L.1612-12. The casting vote is his own, never one that he carries.
    #[must_use]
    pub fn of(tally: &Tally, chair: Option<Choice>, rule: DecisionRule) -> Self {
        match (tally.for_, tally.against) {
            (for_, against) if for_ == against && rule == DecisionRule::Accounts => Self::AdoptedNoMajorityAgainst,
            (0, 0) => Self::RejectedNothingCast,
            (_, 0) => Self::AdoptedUnanimously,
            (for_, against) if for_ > against => Self::Adopted,
            (for_, against) if for_ < against => Self::Rejected,
            _ => match chair.filter(|_| rule == DecisionRule::Ordinary) {
                Some(Choice::For) => Self::AdoptedByCastingVote,
                Some(Choice::Against) => Self::RejectedByCastingVote,
                _ => Self::RejectedByTie,
            },
        }
    }

    /// The outcome of a vote under whoever presides over it.
    #[must_use]
    pub fn of_vote(vote: &Vote) -> Self {
        Self::of(&Tally::of(vote), vote.choice_of_the_chair(), vote.rule)
    }

    /// Whether the report is adopted.
    #[must_use]
    pub fn is_adopted(self) -> bool {
        matches!(
            self,
            Self::AdoptedUnanimously | Self::Adopted | Self::AdoptedByCastingVote | Self::AdoptedNoMajorityAgainst
        )
    }
}
