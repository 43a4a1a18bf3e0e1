//! The ordinary vote, by exception: everyone is presumed for, and the others are marked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::attendance::Room;
use super::id::MemberId;
use super::quorum::Quorum;

/// What a voice says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Choice {
    /// *Pour*.
    #[serde(rename = "Pour")]
    For,
    /// *Contre*.
    #[serde(rename = "Contre")]
    Against,
    /// *Abstention*.
    #[serde(rename = "Abstention")]
    Abstain,
    /// *Ne prend pas part au vote* (NPPV).
    #[serde(rename = "NePrendPasPart")]
    NotTakingPart,
}

impl Choice {
    /// Every choice, in the order in which the next one is taken.
    pub const ALL: [Self; 4] = [Self::For, Self::Against, Self::Abstain, Self::NotTakingPart];
}

/// A vote: its room and quorum, taken when the report was opened, and the voices that are not for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Vote {
    /// Who was there and by whom represented.
    pub room: Room,
    /// The quorum when the report was opened.
    pub quorum: Quorum,
    exceptions: BTreeMap<MemberId, Choice>,
}

impl Vote {
    /// Opens a vote on that room: every voice is presumed for.
    #[must_use]
    pub fn open(room: Room, quorum: Quorum) -> Self {
        Self { room, quorum, exceptions: BTreeMap::new() }
    }

    /// What that member's voice says; `None` if it is not in the room.
    #[must_use]
    pub fn choice(&self, member: &MemberId) -> Option<Choice> {
        self.room.has_voice(member).then(|| self.exceptions.get(member).copied().unwrap_or(Choice::For))
    }

    /// Records what a voice says. A voice that is not in the room is left out: `decide` has refused it before.
    pub fn set(&mut self, member: &MemberId, choice: Choice) {
        if choice == Choice::For {
            self.exceptions.remove(member);
        } else if self.room.has_voice(member) {
            self.exceptions.insert(member.clone(), choice);
        }
    }

    /// Every voice in the room and what it says, by identity.
    pub fn choices(&self) -> impl Iterator<Item = (&MemberId, Choice)> {
        self.room.voices().map(|member| (member, self.exceptions.get(member).copied().unwrap_or(Choice::For)))
    }

    /// The voices that say so, by identity.
    pub fn saying(&self, choice: Choice) -> impl Iterator<Item = &MemberId> {
        self.choices().filter(move |(_, said)| *said == choice).map(|(member, _)| member)
    }
}
