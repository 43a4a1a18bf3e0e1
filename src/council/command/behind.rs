//! Which command an action of the journal comes from.

use super::{Command, Voices};
use crate::council::ballot::Choice;
use crate::council::chair::ChairTitle;
use crate::council::event::{Event, Rectified};
use crate::council::id::{MemberId, ReportId};
use crate::council::outcome::Outcome;
use crate::council::step::{CloseUrn, SignedOff};

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
            // Others are put to one vote with a report that is open already.
            Event::ReportOpened { report, with: Some(lead) } => {
                let others = facts.filter_map(opened).map(|(report, _)| report.clone());
                Self::OpenReport { report: lead, with: std::iter::once(report).chain(others).collect() }
            }
            Event::ReportOpened { report, with: None } => {
                Self::OpenReport { report, with: facts.filter_map(opened).map(|(report, _)| report.clone()).collect() }
            }
            Event::VoiceSet { .. } => Self::SetVoices(voices_in(events)?),
            Event::Proclaimed { report, outcome: Outcome::Withdrawn, note, at, .. } => {
                Self::Withdraw { report, note, at }
            }
            Event::Proclaimed { report, on, at, .. } => {
                let mut opened = facts.filter_map(opened).map(|(report, _)| report.clone());
                Self::Proclaim { report, on, at, then_open: opened.next(), then_with: opened.collect() }
            }
            Event::GroupLeft(left) => Self::LeaveGroup(left),
            Event::ProposalFiled(filed) => Self::FileProposal(filed),
            Event::ProposalOpened(opened) => Self::OpenProposal(opened),
            Event::ProposalDropped(dropped) => Self::DropProposal(dropped),
            Event::WayChosen(chosen) => Self::ChooseWay(chosen),
            Event::VoicesCounted(counted) => Self::CountVoices(counted),
            Event::ResultStated(stated) => Self::StateResult(stated),
            Event::BallotAsked(asked) => Self::AskBallot(asked),
            Event::SecretAsked(asked) => Self::AskSecret(asked),
            Event::TellersNamed(named) => Self::NameTellers(named),
            Event::ListsFiled(filed) => Self::FileLists(filed),
            Event::PostsFixed(fixed) => Self::FixPosts(fixed),
            Event::FormChosen(chosen) => Self::ChooseForm(chosen),
            Event::SecrecyWaived(waived) => Self::WaiveSecrecy(waived),
            Event::UrnClosed(SignedOff { report, on, voters, opened_at, at }) => {
                Self::CloseUrn(CloseUrn { report, on, voters: Some(voters), all_but: vec![], opened_at, at })
            }
            Event::BallotsCounted(counted) => Self::CountBallots(counted),
            Event::TieSettled(settled) => Self::SettleTie(settled),
            Event::RoundOpened(next) => Self::NextRound(next),
            Event::MajorityChosen(chosen) => Self::ChooseMajority(chosen),
            Event::TextChanged(changed) => Self::ChangeText(changed),
            Event::ReportAdded(added) => Self::AddReport(added),
            Event::RemarkMade(made) => Self::MakeRemark(made),
            Event::CandidatesNamed(named) => Self::NameCandidates(named),
            Event::Rectified(Rectified {
                report,
                on,
                reason,
                presences,
                voices,
                counts,
                chair,
                stated,
                urn,
                at,
                ..
            }) => Self::Rectify { report, on, reason, presences, voices, counts, chair, stated, urn, at },
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
            Event::Irregularity { .. } | Event::SeatLeft { .. } | Event::ActNumbered(_) | Event::ActWithdrawn(_) => {
                return None;
            }
        })
    }
}

/// The report that an event opens, and with which.
fn opened(event: &Event) -> Option<(&ReportId, Option<&ReportId>)> {
    match event {
        Event::ReportOpened { report, with } => Some((report, with.as_ref())),
        _ => None,
    }
}

/// What voices say in those events: in one vote, or in all the reports that are put to one.
fn voices_in(events: &[Event]) -> Option<Voices> {
    let said = || {
        events.iter().filter_map(|event| match event {
            Event::VoiceSet { report, on, member, choice } => Some((report, on, member, *choice)),
            _ => None,
        })
    };
    let (report, on, ..) = said().next()?;
    let everywhere = said().any(|(other, ..)| other != report);
    let mut voices: Vec<(MemberId, Choice)> = Vec::new();
    for (.., member, choice) in said() {
        if !voices.iter().any(|(known, _)| known == member) {
            voices.push((member.clone(), choice));
        }
    }
    Some(Voices { report: report.clone(), on: on.clone(), everywhere, voices })
}
