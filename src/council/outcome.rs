//! What a vote decides.

use serde::{Deserialize, Serialize};

use super::ballot::{Choice, Vote};
use super::id::MemberId;
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
    /// Nothing was cast: everybody abstained or took no part. Not adopted.
    #[serde(rename = "RejeteSansSuffrage")]
    RejectedNothingCast,
}

impl Outcome {
    /// The outcome of those figures; `chair` is what the one who presides said for himself, if he has a voice.
    ///
    /// Source: CGCT, art. L.2121-20. The casting vote is his own, never one that he carries.
    #[must_use]
    pub fn of(tally: &Tally, chair: Option<Choice>) -> Self {
        match (tally.for_, tally.against) {
            (0, 0) => Self::RejectedNothingCast,
            (_, 0) => Self::AdoptedUnanimously,
            (for_, against) if for_ > against => Self::Adopted,
            (for_, against) if for_ < against => Self::Rejected,
            _ => match chair {
                Some(Choice::For) => Self::AdoptedByCastingVote,
                Some(Choice::Against) => Self::RejectedByCastingVote,
                _ => Self::RejectedByTie,
            },
        }
    }

    /// The outcome of a vote under that president.
    #[must_use]
    pub fn of_vote(vote: &Vote, president: Option<&MemberId>) -> Self {
        let in_the_chair = president.filter(|id| vote.room.seat(id) == Some(&super::attendance::Seat::Present));
        Self::of(&Tally::of(vote), in_the_chair.and_then(|id| vote.choice(id)))
    }

    /// Whether the report is adopted.
    #[must_use]
    pub fn is_adopted(self) -> bool {
        matches!(self, Self::AdoptedUnanimously | Self::Adopted | Self::AdoptedByCastingVote)
    }
}
