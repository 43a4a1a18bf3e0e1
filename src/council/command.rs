//! What the secretary may ask. Its serde form is the language of a course typed afterwards (`docs/deroule.md`).

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::attendance::Presence;
use super::ballot::Choice;
use super::chronicle::HourOf;
use super::correction::Correction;
use super::hour::Hour;
use super::id::{MemberId, ReportId};
use super::notes::NoteSums;
use super::recusal::Ground;

mod behind;

/// One thing asked. [`decide`](super::sitting::Sitting::decide) turns it into events, or says why not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Command {
    /// Mark a member: at the roll call, or as he arrives, leaves, steps out, comes back. Powers that this ends are ended
    /// with it; a titular who arrives takes the seat back from the substitute.
    #[serde(rename = "Presence")]
    SetPresence {
        /// Who.
        #[serde(rename = "membre")]
        member: MemberId,
        /// Where.
        #[serde(rename = "etat")]
        presence: Presence,
        /// At what hour, if known; left out at the roll call.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Give a power. A giver who was present is marked excused at the roll call, gone in the sitting.
    #[serde(rename = "Pouvoir")]
    GiveProxy {
        /// By whom.
        #[serde(rename = "mandant")]
        giver: MemberId,
        /// To whom.
        #[serde(rename = "mandataire")]
        holder: MemberId,
        /// At what hour, if known; left out at the roll call.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Take a power back.
    #[serde(rename = "FinPouvoir")]
    EndProxy {
        /// Whose power.
        #[serde(rename = "mandant")]
        giver: MemberId,
    },
    /// Seat the substitute of a titular who is away, or install a new member.
    #[serde(rename = "Siege")]
    TakeSeat {
        /// Who sits from now on.
        #[serde(rename = "membre")]
        member: MemberId,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Mend an hour.
    #[serde(rename = "Heure")]
    MendHour {
        /// Of what.
        #[serde(rename = "de")]
        of: HourOf,
        /// The hour as it was.
        #[serde(rename = "heure")]
        at: Hour,
    },
    /// Open the sitting: the roll call is done.
    #[serde(rename = "Ouvrir")]
    Open {
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Let another preside, over one report or from now on.
    #[serde(rename = "Presidence")]
    TakeChair {
        /// Who.
        #[serde(rename = "membre")]
        member: MemberId,
        /// Over this report alone.
        #[serde(rename = "rapport", default, skip_serializing_if = "Option::is_none")]
        report: Option<ReportId>,
        /// Whether the council elected him for it, as it must at the accounts.
        #[serde(rename = "elu", default, skip_serializing_if = "std::ops::Not::not")]
        elected: bool,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Name the secretaries and the staff who help them, in place of those before.
    #[serde(rename = "Secretaires")]
    NameSecretaries {
        /// The members.
        #[serde(rename = "membres")]
        secretaries: Vec<MemberId>,
        /// The staff, as they are to be written.
        #[serde(rename = "auxiliaires", default, skip_serializing_if = "Vec::is_empty")]
        assistants: Vec<String>,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Let another member present a report, or nobody.
    #[serde(rename = "Rapporteur")]
    ReplaceRapporteur {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// Who.
        #[serde(rename = "membre", default, skip_serializing_if = "Option::is_none")]
        member: Option<MemberId>,
    },
    /// Keep a member out of a report.
    #[serde(rename = "Deport")]
    Recuse {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// Who.
        #[serde(rename = "membre")]
        member: MemberId,
        /// On what ground.
        #[serde(rename = "motif")]
        ground: Ground,
        /// Whether the member leaves the room.
        #[serde(rename = "quitte_la_salle", default = "yes")]
        left_room: bool,
        /// Why, in the words of the secretary.
        #[serde(rename = "precision", default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Let a member take part in a report after all.
    #[serde(rename = "FinDeport")]
    EndRecusal {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// Who.
        #[serde(rename = "membre")]
        member: MemberId,
    },
    /// Open a report and its vote.
    #[serde(rename = "Rapport")]
    OpenReport {
        /// Which.
        #[serde(rename = "numero")]
        report: ReportId,
    },
    /// Record what voices say, all at once.
    #[serde(rename = "Voix")]
    SetVoices(Voices),
    /// Proclaim the result, and go on to another report in the same gesture.
    #[serde(rename = "Proclamer")]
    Proclaim {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
        /// The report to open next, if any.
        #[serde(rename = "puis", default, skip_serializing_if = "Option::is_none")]
        then_open: Option<ReportId>,
    },
    /// Rectify a proclaimed result: members were elsewhere, voices said something else.
    #[serde(rename = "Rectifier")]
    Rectify {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// Why, in the words of the secretary.
        #[serde(rename = "motif")]
        reason: String,
        /// Where members were.
        #[serde(rename = "presences", default, skip_serializing_if = "Vec::is_empty")]
        presences: Vec<(MemberId, Presence)>,
        /// What voices said.
        #[serde(rename = "voix", default, skip_serializing_if = "Vec::is_empty")]
        voices: Vec<(MemberId, Choice)>,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Vote on sitting in camera.
    #[serde(rename = "HuisClos")]
    GoInCamera {
        /// Who asks for it.
        #[serde(rename = "demandeurs")]
        asked_by: Vec<MemberId>,
        /// Voices for it.
        #[serde(rename = "pour")]
        for_: u32,
        /// Voices against it.
        #[serde(rename = "contre", default)]
        against: u32,
        /// Abstentions.
        #[serde(default)]
        abstentions: u32,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Let the public in again.
    #[serde(rename = "FinHuisClos")]
    GoPublic {
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Suspend the sitting.
    #[serde(rename = "Suspendre")]
    Suspend {
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Go on with it.
    #[serde(rename = "Reprendre")]
    Resume {
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Adjourn the sitting: the quorum is missing.
    #[serde(rename = "Ajourner")]
    Adjourn {
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
        /// The sums of the notes as they stand. No word of a course: the rim reads them.
        #[serde(skip)]
        notes: NoteSums,
    },
    /// Close the sitting.
    #[serde(rename = "Lever")]
    Close {
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
        /// The sums of the notes as they stand. No word of a course: the rim reads them.
        #[serde(skip)]
        notes: NoteSums,
    },
    /// Settle the minutes (*arrêter le procès-verbal*): the sitting is over, and the next one agreed to them.
    #[serde(rename = "Arreter")]
    SettleMinutes {
        /// The day of the sitting that settles them.
        #[serde(rename = "le")]
        on: Date,
        /// What was remarked, in the words of the secretary.
        #[serde(rename = "remarques", default, skip_serializing_if = "Option::is_none")]
        remarks: Option<String>,
        /// The sums of the notes as they stand. No word of a course: the rim reads them.
        #[serde(skip)]
        notes: NoteSums,
    },
    /// Take over the changes of a session file. Not a word of a course: the reader of the files asks for it.
    #[serde(skip)]
    TakeOver {
        /// Which fields.
        corrections: Vec<Correction>,
        /// The whole session file as it is now.
        session_file: String,
        /// The SHA-256 of each text beside it, by name.
        sums: BTreeMap<String, String>,
    },
}

fn yes() -> bool {
    true
}

/// What voices say in a report. A course lists the members under each choice.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "ByChoice", into = "ByChoice")]
pub struct Voices {
    /// For which report.
    pub report: ReportId,
    /// Each voice and what it says.
    pub voices: Vec<(MemberId, Choice)>,
}

/// The same, as a course writes it.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Voix", deny_unknown_fields)]
struct ByChoice {
    rapport: ReportId,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pour: Vec<MemberId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    contre: Vec<MemberId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    abstentions: Vec<MemberId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ne_prennent_pas_part: Vec<MemberId>,
}

impl From<ByChoice> for Voices {
    fn from(written: ByChoice) -> Self {
        let saying = |members: Vec<MemberId>, choice| members.into_iter().map(move |member| (member, choice));
        let voices = saying(written.pour, Choice::For)
            .chain(saying(written.contre, Choice::Against))
            .chain(saying(written.abstentions, Choice::Abstain))
            .chain(saying(written.ne_prennent_pas_part, Choice::NotTakingPart));
        Self { report: written.rapport, voices: voices.collect() }
    }
}

impl From<Voices> for ByChoice {
    fn from(Voices { report, voices }: Voices) -> Self {
        let saying = |choice| voices.iter().filter(|(_, said)| *said == choice).map(|(id, _)| id.clone()).collect();
        Self {
            rapport: report,
            pour: saying(Choice::For),
            contre: saying(Choice::Against),
            abstentions: saying(Choice::Abstain),
            ne_prennent_pas_part: saying(Choice::NotTakingPart),
        }
    }
}

/// Where a command keeps its hour, to be read or to be changed.
macro_rules! place_of_the_hour {
    ($command:expr) => {
        match $command {
            Self::SetPresence { at, .. }
            | Self::GiveProxy { at, .. }
            | Self::TakeSeat { at, .. }
            | Self::Open { at }
            | Self::TakeChair { at, .. }
            | Self::NameSecretaries { at, .. }
            | Self::Recuse { at, .. }
            | Self::Proclaim { at, .. }
            | Self::Rectify { at, .. }
            | Self::GoInCamera { at, .. }
            | Self::GoPublic { at }
            | Self::Suspend { at }
            | Self::Resume { at }
            | Self::Adjourn { at, .. }
            | Self::Close { at, .. } => Some(at),
            Self::EndProxy { .. }
            | Self::MendHour { .. }
            | Self::ReplaceRapporteur { .. }
            | Self::EndRecusal { .. }
            | Self::OpenReport { .. }
            | Self::SetVoices(_)
            | Self::SettleMinutes { .. }
            | Self::TakeOver { .. } => None,
        }
    };
}

impl Command {
    /// The command that records what voices say.
    #[must_use]
    pub fn voices(report: &ReportId, voices: Vec<(MemberId, Choice)>) -> Self {
        Self::SetVoices(Voices { report: report.clone(), voices })
    }

    /// Where the command keeps the sums of the notes; `None` if it has no place for them.
    pub fn notes_mut(&mut self) -> Option<&mut NoteSums> {
        match self {
            Self::Adjourn { notes, .. } | Self::Close { notes, .. } | Self::SettleMinutes { notes, .. } => Some(notes),
            _ => None,
        }
    }

    /// The hour that the command carries; `None` if it has no place for one. An hour to be mended is not the hour at which
    /// that is done.
    pub fn hour_mut(&mut self) -> Option<&mut Option<Hour>> {
        place_of_the_hour!(self)
    }

    /// The hour that the command carries, if it has one.
    #[must_use]
    pub fn hour(&self) -> Option<Hour> {
        place_of_the_hour!(self).copied().flatten()
    }
}
