//! What happened to a report beside the vote on its text, in the export: proposals with their votes, requests for a
//! particular ballot, changes of its text, remarks.

use jiff::civil::Date;
use serde::Serialize;

use crate::council::agenda::{DelegatedDecision, Report};
use crate::council::handling::{BallotRequest, Remark, TextChange};
use crate::council::hour::Hour;
use crate::council::id::MemberId;
use crate::council::majority::Majority;
use crate::council::proposal::{Dropped, ProposalId, ProposalState, Proposed};
use crate::council::sitting::Sitting;

use super::vote::VoteOut;

/// What was put to the vote before the text, or was to be.
#[derive(Serialize)]
pub(super) struct ProposalOut<'a> {
    sur: &'a ProposalId,
    par: &'a [MemberId],
    au_nom_de: Option<&'a str>,
    cible: Option<&'a str>,
    texte: Option<&'a str>,
    fichier: Option<&'a str>,
    etat: &'static str,
    heure: Option<Hour>,
    vote: Option<VoteOut<'a>>,
}

/// A request for a particular ballot.
#[derive(Serialize)]
pub(super) struct RequestOut<'a> {
    sur: Option<&'a ProposalId>,
    demandeurs: &'a [MemberId],
    accordee: bool,
    heure: Option<Hour>,
    secret: bool,
    vote_nul: bool,
}

/// A change of the text on the table.
#[derive(Serialize)]
pub(super) struct ChangeOut<'a> {
    texte: &'a str,
    heure: Option<Hour>,
}

/// A remark on minutes.
#[derive(Serialize)]
pub(super) struct RemarkOut<'a> {
    membre: Option<&'a MemberId>,
    texte: &'a str,
}

/// A decision taken by delegation.
#[derive(Serialize)]
pub(super) struct DecisionOut<'a> {
    numero: Option<&'a str>,
    date: Option<Date>,
    objet: &'a str,
}

/// The majority that a report takes, and the text that asks for it.
#[derive(Serialize)]
pub(super) struct MajorityOut<'a> {
    regle: Majority,
    motif: Option<&'a str>,
}

impl<'a> ProposalOut<'a> {
    pub(super) fn all(sitting: &'a Sitting, report: &'a Report) -> Vec<Self> {
        sitting.handling(&report.id).proposals.iter().map(|proposed| Self::of(sitting, report, proposed)).collect()
    }

    fn of(sitting: &'a Sitting, report: &'a Report, Proposed { proposal, state }: &'a Proposed) -> Self {
        let (etat, heure) = match state {
            ProposalState::Waiting => ("Deposee", None),
            ProposalState::Opened(_) => ("Ouverte", None),
            ProposalState::Done(done) => ("Proclamee", done.at),
            ProposalState::Dropped(Dropped::Withdrawn, at) => ("Retiree", *at),
            ProposalState::Dropped(Dropped::Moot, at) => ("SansObjet", *at),
        };
        Self {
            sur: &proposal.id,
            par: &proposal.authors,
            au_nom_de: proposal.on_behalf.as_deref(),
            cible: proposal.target.as_deref(),
            texte: proposal.text.as_deref(),
            fichier: report.amendment_files.get(&proposal.id).map(String::as_str),
            etat,
            heure,
            vote: state.vote().map(|vote| VoteOut::of(sitting, &report.id, Some(&proposal.id), vote, state.done())),
        }
    }
}

impl<'a> RequestOut<'a> {
    pub(super) fn of(request: &'a BallotRequest) -> Self {
        Self {
            sur: request.on.as_ref(),
            demandeurs: &request.asked_by,
            accordee: request.granted,
            heure: request.at,
            secret: request.secret,
            vote_nul: request.voided,
        }
    }
}

impl<'a> ChangeOut<'a> {
    pub(super) fn of(change: &'a TextChange) -> Self {
        Self { texte: &change.text, heure: change.at }
    }
}

impl<'a> RemarkOut<'a> {
    pub(super) fn of(remark: &'a Remark) -> Self {
        Self { membre: remark.by.as_ref(), texte: &remark.text }
    }
}

impl<'a> DecisionOut<'a> {
    pub(super) fn of(decision: &'a DelegatedDecision) -> Self {
        Self { numero: decision.number.as_deref(), date: decision.date, objet: &decision.object }
    }
}

impl<'a> MajorityOut<'a> {
    /// That of the report; `None` where nothing is ever voted.
    pub(super) fn of(sitting: &'a Sitting, report: &'a Report) -> Option<Self> {
        let (regle, motif) = sitting.majority(&report.id);
        report.kind.may_be_voted().then_some(Self { regle, motif })
    }
}
