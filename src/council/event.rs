//! What happened: the facts that the journal keeps. Their names and fields are the journal's format, version 0.
//!
//! New events and new optional fields may come; from version 1 on, nothing here changes name or meaning.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::attendance::Presence;
use super::ballot::Choice;
use super::correction::Correction;
use super::finding::Code;
use super::hour::Hour;
use super::id::{MemberId, ReportId};
use super::outcome::Outcome;
use super::tally::Tally;

/// One fact. A command makes one or several, kept together in one line of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Event {
    /// An irregular step was gone through with, for a reason.
    #[serde(rename = "Irregularite")]
    Irregularity {
        /// Which rule.
        code: Code,
        /// In which report; none at the roll call or at the opening.
        #[serde(rename = "rapport", default, skip_serializing_if = "Option::is_none")]
        report: Option<ReportId>,
        /// Why the president went on, in the words of the secretary.
        #[serde(rename = "motif")]
        reason: String,
    },
    /// A member was marked at the roll call.
    #[serde(rename = "Presence")]
    PresenceSet {
        /// Who.
        #[serde(rename = "membre")]
        member: MemberId,
        /// Where.
        #[serde(rename = "etat")]
        presence: Presence,
    },
    /// A power was given.
    #[serde(rename = "Pouvoir")]
    ProxyGiven {
        /// By whom (*mandant*).
        #[serde(rename = "mandant")]
        giver: MemberId,
        /// To whom (*mandataire*).
        #[serde(rename = "mandataire")]
        holder: MemberId,
    },
    /// A power ended: its giver arrived, its holder is away, or it was taken back.
    #[serde(rename = "PouvoirFini")]
    ProxyEnded {
        /// Whose power.
        #[serde(rename = "mandant")]
        giver: MemberId,
    },
    /// The sitting was opened.
    #[serde(rename = "SeanceOuverte")]
    SittingOpened {
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// A report was opened: its room and quorum are those of this moment, everyone is presumed for.
    #[serde(rename = "RapportOuvert")]
    ReportOpened {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
    },
    /// A voice was recorded.
    #[serde(rename = "Voix")]
    VoiceSet {
        /// For which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// Whose voice, spoken or carried.
        #[serde(rename = "membre")]
        member: MemberId,
        /// What it says.
        #[serde(rename = "choix")]
        choice: Choice,
    },
    /// The result of a report was proclaimed.
    #[serde(rename = "Proclame")]
    Proclaimed {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// The nine figures as proclaimed.
        #[serde(rename = "chiffres")]
        tally: Tally,
        /// The outcome as proclaimed.
        #[serde(rename = "resultat")]
        outcome: Outcome,
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// The sitting was closed (*séance levée*). Ends the journal.
    #[serde(rename = "SeanceLevee")]
    SittingClosed {
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Fields of a session file changed by hand were taken over.
    #[serde(rename = "FichierRepris")]
    FileTakenOver {
        /// Which fields, from what to what.
        #[serde(rename = "champs")]
        corrections: Vec<Correction>,
        /// The whole session file as it is now, so that the journal stays complete by itself.
        #[serde(rename = "seance")]
        session_file: String,
        /// The SHA-256 of each text beside it, by name.
        #[serde(rename = "textes")]
        sums: BTreeMap<String, String>,
    },
}
