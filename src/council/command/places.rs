//! Where each command keeps its hour, and the sums of the notes: what the rim fills in.

use super::Command;
use crate::council::hour::Hour;
use crate::council::notes::NoteSums;
use crate::council::step::{
    AddedReport, AskedBallot, ChangedText, CloseUrn, DroppedProposal, FiledProposal, WaivedSecrecy,
};

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
            | Self::Withdraw { at, .. }
            | Self::FileProposal(FiledProposal { at, .. })
            | Self::DropProposal(DroppedProposal { at, .. })
            | Self::AskBallot(AskedBallot { at, .. })
            | Self::AskSecret(AskedBallot { at, .. })
            | Self::WaiveSecrecy(WaivedSecrecy { at, .. })
            | Self::CloseUrn(CloseUrn { at, .. })
            | Self::ChangeText(ChangedText { at, .. })
            | Self::AddReport(AddedReport { at, .. })
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
            | Self::LeaveGroup(_)
            | Self::OpenProposal(_)
            | Self::SetVoices(_)
            | Self::ChooseWay(_)
            | Self::CountVoices(_)
            | Self::StateResult(_)
            | Self::ChooseMajority(_)
            | Self::NameTellers(_)
            | Self::FileLists(_)
            | Self::FixPosts(_)
            | Self::ChooseForm(_)
            | Self::CountBallots(_)
            | Self::SettleTie(_)
            | Self::NextRound(_)
            | Self::MakeRemark(_)
            | Self::NameCandidates(_)
            | Self::SettleMinutes { .. }
            | Self::TakeOver { .. } => None,
        }
    };
}

impl Command {
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
