//! What the secretary may ask.

use std::collections::BTreeMap;

use super::attendance::Presence;
use super::ballot::Choice;
use super::correction::Correction;
use super::event::Event;
use super::hour::Hour;
use super::id::{MemberId, ReportId};

/// One thing asked. [`decide`](super::sitting::Sitting::decide) turns it into events, or says why not.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Mark a member at the roll call. Powers that this ends are ended with it.
    SetPresence {
        /// Who.
        member: MemberId,
        /// Where.
        presence: Presence,
    },
    /// Give a power at the roll call. A giver who was present is marked excused.
    GiveProxy {
        /// By whom.
        giver: MemberId,
        /// To whom.
        holder: MemberId,
    },
    /// Take a power back at the roll call.
    EndProxy {
        /// Whose power.
        giver: MemberId,
    },
    /// Open the sitting: the roll call is done.
    Open {
        /// At what hour, if known.
        at: Option<Hour>,
    },
    /// Open a report and its vote.
    OpenReport {
        /// Which.
        report: ReportId,
    },
    /// Record what voices say, all at once.
    SetVoices {
        /// For which report.
        report: ReportId,
        /// Each voice and what it says.
        voices: Vec<(MemberId, Choice)>,
    },
    /// Proclaim the result, and go on to another report in the same gesture.
    Proclaim {
        /// Which report.
        report: ReportId,
        /// At what hour, if known.
        at: Option<Hour>,
        /// The report to open next, if any.
        then_open: Option<ReportId>,
    },
    /// Close the sitting.
    Close {
        /// At what hour, if known.
        at: Option<Hour>,
    },
    /// Take over the changes of a session file.
    TakeOver {
        /// Which fields.
        corrections: Vec<Correction>,
        /// The whole session file as it is now.
        session_file: String,
        /// The SHA-256 of each text beside it, by name.
        sums: BTreeMap<String, String>,
    },
}

impl Command {
    /// The command that makes those events, or `None` if no command makes them together.
    ///
    /// Reading a journal runs each action through `decide` by this, and compares.
    #[must_use]
    pub fn behind(events: &[Event]) -> Option<Self> {
        let mut facts = events.iter().filter(|event| !matches!(event, Event::Irregularity { .. }));
        let first = facts.next()?;
        Some(match first {
            Event::Irregularity { .. } => return None,
            Event::PresenceSet { member, presence } => match facts.next() {
                Some(Event::ProxyGiven { giver, holder }) if giver == member => {
                    Self::GiveProxy { giver: giver.clone(), holder: holder.clone() }
                }
                _ => Self::SetPresence { member: member.clone(), presence: *presence },
            },
            Event::ProxyGiven { giver, holder } => Self::GiveProxy { giver: giver.clone(), holder: holder.clone() },
            Event::ProxyEnded { giver } => Self::EndProxy { giver: giver.clone() },
            Event::SittingOpened { at } => Self::Open { at: *at },
            Event::ReportOpened { report } => Self::OpenReport { report: report.clone() },
            Event::VoiceSet { report, .. } => Self::SetVoices {
                report: report.clone(),
                voices: events
                    .iter()
                    .filter_map(|event| match event {
                        Event::VoiceSet { member, choice, .. } => Some((member.clone(), *choice)),
                        _ => None,
                    })
                    .collect(),
            },
            Event::Proclaimed { report, at, .. } => Self::Proclaim {
                report: report.clone(),
                at: *at,
                then_open: facts.find_map(|event| match event {
                    Event::ReportOpened { report } => Some(report.clone()),
                    _ => None,
                }),
            },
            Event::SittingClosed { at } => Self::Close { at: *at },
            Event::FileTakenOver { corrections, session_file, sums } => Self::TakeOver {
                corrections: corrections.clone(),
                session_file: session_file.clone(),
                sums: sums.clone(),
            },
        })
    }
}
