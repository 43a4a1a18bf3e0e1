//! A result put right: what was not as it was recorded, and what the vote gives then.

use serde::{Deserialize, Serialize};

use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::secret::Count;
use crate::council::tally::Tally;
use crate::council::way::{Counts, Stated};

/// A proclaimed result that was rectified.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rectified {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// On which proposal; on the text of the report if on none.
    #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ProposalId>,
    /// Why.
    #[serde(rename = "motif")]
    pub reason: String,
    /// Where members were when the vote was taken.
    #[serde(rename = "presences", default, skip_serializing_if = "Vec::is_empty")]
    pub presences: Vec<(MemberId, Presence)>,
    /// What voices said.
    #[serde(rename = "voix", default, skip_serializing_if = "Vec::is_empty")]
    pub voices: Vec<(MemberId, Choice)>,
    /// The voices counted without their names.
    #[serde(rename = "decompte", default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
    /// What whoever presided said, where the names were not recorded.
    #[serde(rename = "presidence", default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<Choice>,
    /// The result stated without its figures.
    #[serde(rename = "annonce", default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<Stated>,
    /// What was in the urn, where a text was voted by secret ballot.
    #[serde(rename = "depouillement", default, skip_serializing_if = "Option::is_none")]
    pub urn: Option<Count>,
    /// The nine figures as they are, if any are recorded.
    #[serde(rename = "chiffres", default, skip_serializing_if = "Option::is_none")]
    pub tally: Option<Tally>,
    /// The outcome as it is.
    #[serde(rename = "resultat")]
    pub outcome: Outcome,
    /// At what hour it was rectified, if in the sitting.
    #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Hour>,
}
