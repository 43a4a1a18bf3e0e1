//! The steps that are recorded in the words in which they are asked: each of these is what a command holds, and what its
//! event keeps. Their names and fields are the journal's format, version 0, and the language of a course.

use serde::{Deserialize, Serialize};

use super::ballot::Choice;
use super::hour::Hour;
use super::id::{MemberId, ReportId};
use super::kind::ReportKind;
use super::majority::Majority;
use super::proposal::{Dropped, Proposal, ProposalId};
use super::way::{Counts, Stated, Way};

mod secret;

pub use self::secret::{
    ChosenForm, CloseUrn, CountedBallots, FiledLists, FixedPosts, NamedTellers, NextRound, SettledTie, SignedOff,
    WaivedSecrecy,
};

/// A proposal is filed (*déposée*): the text of the report waits for it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiledProposal {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// Which.
    #[serde(rename = "sur")]
    pub id: ProposalId,
    /// Who brings it, in the order given.
    #[serde(rename = "par", default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<MemberId>,
    /// In whose name, if not the authors' own: « le groupe Ensemble ».
    #[serde(rename = "au_nom_de", default, skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<String>,
    /// What it changes: « article 2 ».
    #[serde(rename = "cible", default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Its text, in the small Markdown of the session file; for a postponement, why and to when.
    #[serde(rename = "texte", default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whether it is put to the vote in the same gesture.
    #[serde(rename = "aux_voix", default, skip_serializing_if = "std::ops::Not::not")]
    pub put: bool,
    /// At what hour, if known.
    #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Hour>,
}

/// A proposal is put to the vote.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenedProposal {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// Which.
    #[serde(rename = "sur")]
    pub id: ProposalId,
}

/// A proposal will not be voted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DroppedProposal {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// Which.
    #[serde(rename = "sur")]
    pub id: ProposalId,
    /// Taken back by its author, or without an object any more.
    #[serde(rename = "motif")]
    pub how: Dropped,
    /// At what hour, if known.
    #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Hour>,
}

/// A vote is recorded in another way from now on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChosenWay {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// On which proposal; the text of the report if on none.
    #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ProposalId>,
    /// Which.
    #[serde(rename = "maniere")]
    pub way: Way,
}

/// Voices are counted without their names; the vote is recorded so from now on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountedVoices {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// On which proposal; the text of the report if on none.
    #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ProposalId>,
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
    /// What whoever presides said for himself: equal votes are decided by it.
    #[serde(rename = "presidence", default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<Choice>,
}

/// A result is stated without its figures; the vote is recorded so from now on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedResult {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// On which proposal; the text of the report if on none.
    #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ProposalId>,
    /// Which.
    #[serde(rename = "resultat")]
    pub result: Stated,
}

/// A public ballot is asked for (*scrutin public*, CGCT, art. L.2121-21).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedBallot {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// On which proposal; the text of the report if on none.
    #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ProposalId>,
    /// Who asks, in the order given; nobody has to where the law wants it.
    #[serde(rename = "demandeurs", default)]
    pub asked_by: Vec<MemberId>,
    /// Whether the request is only recorded: too few asked, and the ballot stays as it was.
    #[serde(rename = "refusee", default, skip_serializing_if = "std::ops::Not::not")]
    pub refused: bool,
    /// At what hour, if known.
    #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Hour>,
}

/// The majority that a report takes is announced, before its result is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChosenMajority {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// Which.
    #[serde(rename = "regle")]
    pub majority: Majority,
    /// By which text.
    #[serde(rename = "motif")]
    pub reason: String,
}

/// The text of a report is changed on the table (*texte modifié en séance*), before its result is proclaimed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangedText {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// What is changed, in the small Markdown of the session file.
    #[serde(rename = "texte")]
    pub text: String,
    /// At what hour, if known.
    #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Hour>,
}

/// A report is added to the agenda in the sitting.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddedReport {
    /// Its number.
    #[serde(rename = "numero")]
    pub report: ReportId,
    /// *Objet*.
    #[serde(rename = "objet")]
    pub object: String,
    /// What the council is asked for.
    #[serde(rename = "genre", default = "deliberation")]
    pub kind: ReportKind,
    /// Who presents it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rapporteur: Option<MemberId>,
    /// What is said of the matter, in the small Markdown of the session file.
    #[serde(rename = "texte", default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Behind which report it stands; at the end if behind none.
    #[serde(rename = "apres", default, skip_serializing_if = "Option::is_none")]
    pub after: Option<ReportId>,
    /// At what hour, if known.
    #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Hour>,
}

/// Something is remarked on the minutes that a report settles.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MadeRemark {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// Who remarks it, if that is said.
    #[serde(rename = "membre", default, skip_serializing_if = "Option::is_none")]
    pub by: Option<MemberId>,
    /// What.
    #[serde(rename = "texte")]
    pub text: String,
}

/// Who stands for the posts of a report, in place of those before.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedCandidates {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// In the order given.
    #[serde(rename = "candidats")]
    pub candidates: Vec<MemberId>,
}

/// A report that was put to one vote with others is taken out of it: it will be opened alone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftGroup {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
}

fn deliberation() -> ReportKind {
    ReportKind::Deliberation
}

impl CountedVoices {
    /// The voices.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts {
            for_: self.for_,
            against: self.against,
            abstentions: self.abstentions,
            not_taking_part: self.not_taking_part,
        }
    }
}

impl From<&FiledProposal> for Proposal {
    fn from(filed: &FiledProposal) -> Self {
        Self {
            id: filed.id.clone(),
            authors: filed.authors.clone(),
            on_behalf: filed.on_behalf.clone(),
            target: filed.target.clone(),
            text: filed.text.clone(),
        }
    }
}
