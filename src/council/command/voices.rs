//! What voices say, as it is asked.

use serde::{Deserialize, Serialize};

use crate::council::ballot::Choice;
use crate::council::id::{MemberId, ReportId};
use crate::council::proposal::ProposalId;

/// What voices say in a report. A course lists the members under each choice.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "ByChoice", into = "ByChoice")]
pub struct Voices {
    /// For which report.
    pub report: ReportId,
    /// On which proposal; on the text if on none.
    pub on: Option<ProposalId>,
    /// Whether it is said in every report put to one vote with that one.
    pub everywhere: bool,
    /// Each voice and what it says.
    pub voices: Vec<(MemberId, Choice)>,
}

/// The same, as a course writes it.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Voix", deny_unknown_fields)]
struct ByChoice {
    rapport: ReportId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sur: Option<ProposalId>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    partout: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pour: Vec<MemberId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    contre: Vec<MemberId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    abstentions: Vec<MemberId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ne_prennent_pas_part: Vec<MemberId>,
}

impl Voices {
    /// What voices say on the text of a report.
    #[must_use]
    pub fn on_the_text(report: &ReportId, voices: Vec<(MemberId, Choice)>) -> Self {
        Self { report: report.clone(), on: None, everywhere: false, voices }
    }
}

impl From<ByChoice> for Voices {
    fn from(written: ByChoice) -> Self {
        let saying = |members: Vec<MemberId>, choice| members.into_iter().map(move |member| (member, choice));
        let voices = saying(written.pour, Choice::For)
            .chain(saying(written.contre, Choice::Against))
            .chain(saying(written.abstentions, Choice::Abstain))
            .chain(saying(written.ne_prennent_pas_part, Choice::NotTakingPart));
        Self { report: written.rapport, on: written.sur, everywhere: written.partout, voices: voices.collect() }
    }
}

impl From<Voices> for ByChoice {
    fn from(Voices { report, on, everywhere, voices }: Voices) -> Self {
        let saying = |choice| voices.iter().filter(|(_, said)| *said == choice).map(|(id, _)| id.clone()).collect();
        Self {
            rapport: report,
            sur: on,
            partout: everywhere,
            pour: saying(Choice::For),
            contre: saying(Choice::Against),
            abstentions: saying(Choice::Abstain),
            ne_prennent_pas_part: saying(Choice::NotTakingPart),
        }
    }
}
