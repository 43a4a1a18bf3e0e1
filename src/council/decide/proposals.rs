//! What is put to the vote before the text of a report: filed, put to the vote, left.

use super::{Consequences, Refused};
use crate::council::ballot::Vote;
use crate::council::event::Event;
use crate::council::finding::{CannotJoin, Finding, ReportFinding, SecretFinding};
use crate::council::id::ReportId;
use crate::council::proposal::{ProposalId, ProposalState, Proposed};
use crate::council::sitting::{Progress, Sitting};
use crate::council::step::{DroppedProposal, FiledProposal, OpenedProposal};

impl Sitting {
    /// A proposal may be filed before its report is opened; it is put to the vote once it is.
    pub(super) fn file_proposal(&self, filed: &FiledProposal) -> Consequences {
        self.in_session()?;
        self.not_done(&filed.report)?;
        if let ProposalId::Amendment(words) | ProposalId::Part(words) = &filed.id
            && words.trim().is_empty()
        {
            return Err(ReportFinding::WordsMissing(filed.report.clone()).into());
        }
        if self.handling(&filed.report).proposal(&filed.id).is_some() {
            return Err(ReportFinding::ProposalTwice(filed.report.clone(), filed.id.clone()).into());
        }
        if !self.kind_of(&filed.report).may_be_voted() {
            return Err(ReportFinding::NotVoted(filed.report.clone()).into());
        }
        for member in &filed.authors {
            self.known(member)?;
        }
        self.is_alone(&filed.report)?;
        if filed.put {
            self.may_be_put(&filed.report)?;
        }
        Ok((vec![Event::ProposalFiled(filed.clone())], vec![]))
    }

    pub(super) fn open_proposal(&self, opened: &OpenedProposal) -> Consequences {
        let OpenedProposal { report, id } = opened;
        self.in_session()?;
        self.on_the_agenda(report)?;
        match &self.proposed(report, id)?.state {
            ProposalState::Waiting => {}
            ProposalState::Opened(_) => {
                return Err(ReportFinding::ProposalStillOpen(report.clone(), id.clone()).into());
            }
            ProposalState::Done(_) | ProposalState::Dropped(..) => {
                return Err(ReportFinding::ProposalEnded(report.clone(), id.clone()).into());
            }
        }
        self.may_be_put(report)?;
        Ok((vec![Event::ProposalOpened(opened.clone())], vec![]))
    }

    /// One that is being voted may still be taken back by its author.
    pub(super) fn drop_proposal(&self, dropped: &DroppedProposal) -> Consequences {
        let DroppedProposal { report, id, .. } = dropped;
        self.in_session()?;
        self.on_the_agenda(report)?;
        if !self.proposed(report, id)?.state.is_pending() {
            return Err(ReportFinding::ProposalEnded(report.clone(), id.clone()).into());
        }
        if let Ok(vote) = self.open_proposal_vote(report, id)
            && vote.urn_is_closed()
        {
            return Err(SecretFinding::UrnClosed(report.clone()).into());
        }
        Ok((vec![Event::ProposalDropped(dropped.clone())], vec![]))
    }

    fn proposed(&self, report: &ReportId, id: &ProposalId) -> Result<&Proposed, Refused> {
        let unknown = || ReportFinding::UnknownProposal(report.clone(), id.clone());
        self.handling(report).proposal(id).ok_or_else(|| unknown().into())
    }

    /// Its report is open, alone, and nothing else is put to the vote in it.
    fn may_be_put(&self, report: &ReportId) -> Result<(), Refused> {
        match self.progress(report) {
            Some(Progress::Opened(_)) => {}
            Some(Progress::Done(_)) => return Err(Finding::ReportDone(report.clone()).into()),
            None => return Err(Finding::ReportNotOpen(report.clone()).into()),
        }
        self.is_alone(report)?;
        self.no_closed_urn(report)?;
        self.nobody_is_elected(report)?;
        self.no_proposal_open(report)
    }

    /// Reports that are put to one vote are voted as they stand.
    fn is_alone(&self, report: &ReportId) -> Result<(), Refused> {
        match self.progress(report) {
            Some(Progress::Opened(vote)) if !vote.together.is_empty() => {
                Err(ReportFinding::CannotJoin(report.clone(), CannotJoin::Proposals).into())
            }
            _ => Ok(()),
        }
    }

    pub(super) fn no_proposal_open(&self, report: &ReportId) -> Result<(), Refused> {
        let open = self.handling(report).proposals.iter().find(|it| matches!(it.state, ProposalState::Opened(_)));
        match open {
            Some(open) => Err(ReportFinding::ProposalStillOpen(report.clone(), open.proposal.id.clone()).into()),
            None => Ok(()),
        }
    }

    /// The text waits for what was put before it.
    pub(super) fn nothing_waits(&self, report: &ReportId) -> Result<(), Refused> {
        let waiting: Vec<ProposalId> = self.handling(report).pending().map(|it| it.proposal.id.clone()).collect();
        if waiting.is_empty() {
            return Ok(());
        }
        Err(ReportFinding::ProposalsWait { report: report.clone(), waiting }.into())
    }

    pub(super) fn open_proposal_vote(&self, report: &ReportId, id: &ProposalId) -> Result<&Vote, Refused> {
        match &self.proposed(report, id)?.state {
            ProposalState::Opened(vote) => Ok(vote),
            ProposalState::Waiting => Err(ReportFinding::ProposalNotOpen(report.clone(), id.clone()).into()),
            ProposalState::Done(_) | ProposalState::Dropped(..) => {
                Err(ReportFinding::ProposalEnded(report.clone(), id.clone()).into())
            }
        }
    }
}
