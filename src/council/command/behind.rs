//! Which command an action of the journal comes from.

use super::Command;
use crate::council::chair::ChairTitle;
use crate::council::event::Event;

impl Command {
    /// The command that makes those events, or `None` if no command makes them together.
    ///
    /// Reading a journal runs each action through `decide` by this, and compares.
    #[must_use]
    pub fn behind(events: &[Event]) -> Option<Self> {
        let mut facts = events.iter().filter(|event| !matches!(event, Event::Irregularity { .. }));
        let first = facts.next()?.clone();
        Some(match first {
            Event::PresenceSet { member, presence, at } => match facts.next() {
                Some(Event::ProxyGiven { giver, holder, .. }) if *giver == member => {
                    Self::GiveProxy { giver: member, holder: holder.clone(), at }
                }
                _ => Self::SetPresence { member, presence, at },
            },
            Event::ProxyGiven { giver, holder, at } => Self::GiveProxy { giver, holder, at },
            Event::ProxyEnded { giver } => Self::EndProxy { giver },
            Event::SeatTaken { member, at, .. } => Self::TakeSeat { member, at },
            Event::HourMended { of, at } => Self::MendHour { of, at },
            Event::SittingOpened { at } => Self::Open { at },
            Event::ChairTaken { member, report, title, at } => {
                Self::TakeChair { member, report, elected: title == ChairTitle::Elected, at }
            }
            Event::SecretariesNamed { secretaries, assistants, at } => {
                Self::NameSecretaries { secretaries, assistants, at }
            }
            Event::RapporteurReplaced { report, member } => Self::ReplaceRapporteur { report, member },
            Event::Recused { report, member, ground, left_room, note, at } => {
                Self::Recuse { report, member, ground, left_room, note, at }
            }
            Event::RecusalEnded { report, member } => Self::EndRecusal { report, member },
            Event::ReportOpened { report } => Self::OpenReport { report },
            Event::VoiceSet { report, .. } => {
                let voices = events.iter().filter_map(|event| match event {
                    Event::VoiceSet { member, choice, .. } => Some((member.clone(), *choice)),
                    _ => None,
                });
                Self::voices(&report, voices.collect())
            }
            Event::Proclaimed { report, at, .. } => Self::Proclaim {
                report,
                at,
                then_open: facts.find_map(|event| match event {
                    Event::ReportOpened { report } => Some(report.clone()),
                    _ => None,
                }),
            },
            Event::Rectified { report, reason, presences, voices, at, .. } => {
                Self::Rectify { report, reason, presences, voices, at }
            }
            Event::InCameraVoted { vote, at } => Self::GoInCamera {
                asked_by: vote.asked_by,
                for_: vote.for_,
                against: vote.against,
                abstentions: vote.abstentions,
                at,
            },
            Event::PublicAgain { at } => Self::GoPublic { at },
            Event::Suspended { at } => Self::Suspend { at },
            Event::Resumed { at } => Self::Resume { at },
            Event::SittingAdjourned { at, notes } => Self::Adjourn { at, notes },
            Event::SittingClosed { at, notes } => Self::Close { at, notes },
            Event::MinutesSettled { on, remarks, notes } => Self::SettleMinutes { on, remarks, notes },
            Event::FileTakenOver { corrections, session_file, sums } => {
                Self::TakeOver { corrections, session_file, sums }
            }
            Event::Irregularity { .. }
            | Event::SeatLeft { .. }
            | Event::ActNumbered { .. }
            | Event::ActWithdrawn { .. } => return None,
        })
    }
}
