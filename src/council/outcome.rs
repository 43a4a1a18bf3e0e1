//! What a vote decides.

use serde::{Deserialize, Serialize};

use super::ballot::{Choice, Vote};
use super::majority::DecisionRule;
use super::tally::Tally;
use super::way::{Stated, Way};

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
    /// No fewer for than against, and fewer than the majority that this report takes (*majorité requise non atteinte*).
    #[serde(rename = "RejeteMajoriteNonAtteinte")]
    RejectedShortOfMajority,
    /// *Il en est donné acte*, without a vote.
    #[serde(rename = "DonneActe")]
    Acknowledged,
    /// Told, read out or answered: nothing was decided.
    #[serde(rename = "Entendu")]
    Heard,
    /// The minutes of an earlier sitting are settled (*arrêté*), without a vote.
    #[serde(rename = "Arrete")]
    Settled,
    /// The only candidates are appointed at once, without a vote (CGCT, art. L.2121-21).
    #[serde(rename = "NommeSansVote")]
    AppointedWithoutVote,
    /// *Retiré* by whoever presides, without a vote.
    #[serde(rename = "Retire")]
    Withdrawn,
    /// *Renvoyé* to another sitting, by a vote.
    #[serde(rename = "Renvoye")]
    Postponed,
    /// The previous question was adopted: there was no ground for deliberating.
    #[serde(rename = "SansDeliberation")]
    SetAside,
    /// Everybody who was to be elected is, or nothing was cast for the last posts in their last round.
    #[serde(rename = "Elu")]
    Elected,
    /// Nothing was cast in the last round, and nobody is elected to any post.
    #[serde(rename = "PersonneElu")]
    NobodyElected,
}

impl Outcome {
    /// The outcome of those figures; `chair` is what whoever presides said for himself, if he has a voice.
    ///
    /// Source: CGCT, art. L.2121-20 and L.1612-12. The casting vote is his own, never one that he carries.
    #[must_use]
    pub fn of(tally: &Tally, chair: Option<Choice>, rule: DecisionRule) -> Self {
        let Tally { for_, against, .. } = *tally;
        let is_equal = for_ == against;
        if rule.is_of_the_accounts() && is_equal {
            return Self::AdoptedNoMajorityAgainst;
        }
        if tally.cast == 0 {
            return Self::RejectedNothingCast;
        }
        // Of members or of a larger share, more for than against may be too few.
        let is_short = rule.majority.is_special() && rule.majority.needed(tally).is_some_and(|needed| for_ < needed);
        match (for_, against) {
            _ if for_ < against => Self::Rejected,
            _ if is_short => Self::RejectedShortOfMajority,
            (_, 0) => Self::AdoptedUnanimously,
            _ if for_ > against => Self::Adopted,
            _ => match chair.filter(|_| rule.has_casting_vote()) {
                Some(Choice::For) => Self::AdoptedByCastingVote,
                Some(Choice::Against) => Self::RejectedByCastingVote,
                _ => Self::RejectedByTie,
            },
        }
    }

    /// The outcome of a vote under whoever presides over it; `None` while figures or result are not recorded, while a roll
    /// call is not finished, or where no vote is taken.
    #[must_use]
    pub fn of_vote(vote: &Vote) -> Option<Self> {
        match vote.way {
            Way::Result => vote.stated().map(Stated::outcome),
            Way::RollCall if vote.awaited().next().is_some() => None,
            _ => Tally::of(vote).map(|tally| Self::of(&tally, vote.choice_of_the_chair(), vote.rule)),
        }
    }

    /// Whether the report is adopted.
    #[must_use]
    pub fn is_adopted(self) -> bool {
        matches!(
            self,
            Self::AdoptedUnanimously | Self::Adopted | Self::AdoptedByCastingVote | Self::AdoptedNoMajorityAgainst
        )
    }

    /// Whether a vote on the text gave it.
    #[must_use]
    pub fn is_voted(self) -> bool {
        !matches!(
            self,
            Self::Acknowledged
                | Self::Heard
                | Self::Settled
                | Self::AppointedWithoutVote
                | Self::Withdrawn
                | Self::Postponed
                | Self::SetAside
        )
    }

    /// Whether the report left the agenda with nothing decided on its text.
    #[must_use]
    pub fn is_left(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Postponed | Self::SetAside)
    }

    /// Whether an act may come of it: something was adopted, noted, or somebody appointed.
    #[must_use]
    pub fn makes_an_act(self) -> bool {
        self.is_adopted() || matches!(self, Self::Acknowledged | Self::AppointedWithoutVote | Self::Elected)
    }
}
