//! The steps of a secret ballot and of an election. What is recorded of a ballot is who signed, and what was in the urn: two
//! facts, of two actions.

use serde::{Deserialize, Serialize};

use crate::council::election::{CandidateList, Form};
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::proposal::ProposalId;
use crate::council::secret::{Count, Ticket};

/// Tellers (*scrutateurs*, *assesseurs*) are named, in place of those before.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedTellers {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// On which proposal; the text of the report if on none.
    #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ProposalId>,
    /// Who, in the order given.
    #[serde(rename = "membres")]
    pub tellers: Vec<MemberId>,
}

/// The lists that stand for the posts of a report, in place of those before.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiledLists {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// In the order given.
    #[serde(rename = "listes")]
    pub lists: Vec<CandidateList>,
}

/// How many posts there are to fill is settled.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedPosts {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// How many.
    #[serde(rename = "postes")]
    pub posts: u32,
}

/// How the posts of a report are filled is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChosenForm {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// How.
    #[serde(rename = "mode")]
    pub form: Form,
}

/// The council unanimously decides not to vote by secret ballot (CGCT, art. L.2121-21).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaivedSecrecy {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// At what hour, if known.
    #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Hour>,
}

/// The urn is closed (*scrutin clos*): who signed the list, by identity, with no order and no hour of anybody's own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedOff {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// On which proposal; the text of the report if on none.
    #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ProposalId>,
    /// Those for whom a ballot was put into the urn, by identity.
    #[serde(rename = "votants")]
    pub voters: Vec<MemberId>,
    /// When the urn was opened, if known.
    #[serde(rename = "ouvert", default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<Hour>,
    /// When it was closed, if known.
    #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Hour>,
}

/// Close the urn: those named put a ballot into it, or all but those named.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloseUrn {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// On which proposal; the text of the report if on none.
    #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ProposalId>,
    /// Those for whom a ballot was put into the urn; every voice of the room if it is not said.
    #[serde(rename = "votants", default, skip_serializing_if = "Option::is_none")]
    pub voters: Option<Vec<MemberId>>,
    /// Those of the room for whom none was.
    #[serde(rename = "sauf", default, skip_serializing_if = "Vec::is_empty")]
    pub all_but: Vec<MemberId>,
    /// When the urn was opened, if known.
    #[serde(rename = "ouvert", default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<Hour>,
    /// When it was closed, if known.
    #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Hour>,
}

/// The totals of the urn are final (*dépouillement*).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountedBallots {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// On which proposal; the text of the report if on none.
    #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ProposalId>,
    /// The totals.
    #[serde(rename = "total")]
    pub count: Count,
}

/// Equal votes go to the eldest, whose age is not in the file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettledTie {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// Who is the eldest; of lists, which has the highest average age.
    #[serde(rename = "au_benefice_de")]
    pub ticket: Ticket,
}

/// Another round, or the next post.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextRound {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
}
