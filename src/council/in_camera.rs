//! The vote on sitting in camera (*huis clos*).

use serde::{Deserialize, Serialize};

use super::id::MemberId;

/// A vote on sitting in camera: without debate, by more than half of the members present or represented.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct InCameraVote {
    /// Who asked for it.
    #[serde(rename = "demandeurs")]
    pub asked_by: Vec<MemberId>,
    /// *Pour*.
    #[serde(rename = "pour")]
    pub for_: u32,
    /// *Contre*.
    #[serde(rename = "contre")]
    pub against: u32,
    /// *Abstentions*.
    pub abstentions: u32,
    /// How many voices for it were needed.
    #[serde(rename = "majorite")]
    pub needed: u32,
}

impl InCameraVote {
    /// Whether the council sits in camera.
    #[must_use]
    pub fn is_adopted(&self) -> bool {
        self.for_ >= self.needed
    }
}
