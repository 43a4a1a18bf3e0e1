//! What happened, in order, in the export.

use serde::Serialize;

use crate::council::attendance::Presence;
use crate::council::chair::ChairTitle;
use crate::council::chronicle::{Happening, What};
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::in_camera::InCameraVote;
use crate::council::proposal::{Dropped, ProposalId};
use crate::council::recusal::Ground;

/// One happening and its hour.
#[derive(Serialize)]
pub(super) struct HappeningOut<'a> {
    heure: Option<Hour>,
    #[serde(flatten)]
    what: WhatOut<'a>,
}

#[derive(Serialize)]
#[serde(tag = "quoi")]
enum WhatOut<'a> {
    Ouverture,
    RapportOuvert {
        rapport: &'a ReportId,
    },
    Proclamation {
        rapport: &'a ReportId,
    },
    Mouvement {
        membre: &'a MemberId,
        de: Presence,
        vers: Presence,
    },
    PouvoirDonne {
        mandant: &'a MemberId,
        mandataire: &'a MemberId,
    },
    PouvoirFini {
        mandant: &'a MemberId,
        mandataire: &'a MemberId,
    },
    SiegeOccupe {
        membre: &'a MemberId,
        a_la_place_de: Option<&'a MemberId>,
    },
    SiegeRendu {
        membre: &'a MemberId,
    },
    Deport {
        rapport: &'a ReportId,
        membre: &'a MemberId,
        motif: Ground,
        quitte_la_salle: bool,
        precision: Option<&'a str>,
    },
    Presidence {
        membre: &'a MemberId,
        rapport: Option<&'a ReportId>,
        titre: ChairTitle,
    },
    Secretaires {
        membres: &'a [MemberId],
        auxiliaires: &'a [String],
    },
    Rapporteur {
        rapport: &'a ReportId,
        membre: Option<&'a MemberId>,
    },
    HuisClos {
        #[serde(flatten)]
        vote: &'a InCameraVote,
        adopte: bool,
    },
    FinHuisClos,
    Suspension,
    Reprise,
    SortiDuVoteGroupe {
        rapport: &'a ReportId,
    },
    Depot {
        rapport: &'a ReportId,
        sur: &'a ProposalId,
    },
    MisAuxVoix {
        rapport: &'a ReportId,
        sur: &'a ProposalId,
    },
    Abandon {
        rapport: &'a ReportId,
        sur: &'a ProposalId,
        motif: Dropped,
    },
    PropositionProclamee {
        rapport: &'a ReportId,
        sur: &'a ProposalId,
    },
    ScrutinPublic {
        rapport: &'a ReportId,
        sur: Option<&'a ProposalId>,
    },
    ScrutinSecret {
        rapport: &'a ReportId,
        sur: Option<&'a ProposalId>,
    },
    MainLevee {
        rapport: &'a ReportId,
    },
    TexteModifie {
        rapport: &'a ReportId,
    },
    RapportAjoute {
        rapport: &'a ReportId,
    },
    Rectification {
        rapport: &'a ReportId,
        sur: Option<&'a ProposalId>,
    },
    Ajournement,
    Levee,
}

impl<'a> HappeningOut<'a> {
    pub(super) fn of(happening: &'a Happening) -> Self {
        Self { heure: happening.at, what: WhatOut::of(&happening.what) }
    }
}

impl<'a> WhatOut<'a> {
    fn of(what: &'a What) -> Self {
        match what {
            What::Opened => Self::Ouverture,
            What::ReportOpened(rapport) => Self::RapportOuvert { rapport },
            What::Proclaimed(rapport) => Self::Proclamation { rapport },
            What::Moved { member, from, to } => Self::Mouvement { membre: member, de: *from, vers: *to },
            What::ProxyGiven { giver, holder } => Self::PouvoirDonne { mandant: giver, mandataire: holder },
            What::ProxyEnded { giver, holder } => Self::PouvoirFini { mandant: giver, mandataire: holder },
            What::SeatTaken { member, of } => Self::SiegeOccupe { membre: member, a_la_place_de: of.as_ref() },
            What::SeatLeft { member } => Self::SiegeRendu { membre: member },
            What::Recused { report, member, recusal } => Self::Deport {
                rapport: report,
                membre: member,
                motif: recusal.ground,
                quitte_la_salle: recusal.left_room,
                precision: recusal.note.as_deref(),
            },
            What::ChairTaken { member, report, title } => {
                Self::Presidence { membre: member, rapport: report.as_ref(), titre: *title }
            }
            What::SecretariesNamed { secretaries, assistants, .. } => {
                Self::Secretaires { membres: secretaries, auxiliaires: assistants }
            }
            What::RapporteurReplaced { report, member } => {
                Self::Rapporteur { rapport: report, membre: member.as_ref() }
            }
            What::InCameraVoted(vote) => Self::HuisClos { vote, adopte: vote.is_adopted() },
            What::PublicAgain => Self::FinHuisClos,
            What::Suspended => Self::Suspension,
            What::Resumed => Self::Reprise,
            What::GroupLeft(rapport) => Self::SortiDuVoteGroupe { rapport },
            What::ProposalFiled(rapport, sur) => Self::Depot { rapport, sur },
            What::ProposalOpened(rapport, sur) => Self::MisAuxVoix { rapport, sur },
            What::ProposalDropped(rapport, sur, motif) => Self::Abandon { rapport, sur, motif: *motif },
            What::ProposalProclaimed(rapport, sur) => Self::PropositionProclamee { rapport, sur },
            What::BallotAsked(rapport, sur) => Self::ScrutinPublic { rapport, sur: sur.as_ref() },
            What::SecretAsked(rapport, sur) => Self::ScrutinSecret { rapport, sur: sur.as_ref() },
            What::SecrecyWaived(rapport) => Self::MainLevee { rapport },
            What::TextChanged(rapport) => Self::TexteModifie { rapport },
            What::ReportAdded(rapport) => Self::RapportAjoute { rapport },
            What::Rectified(rapport, sur) => Self::Rectification { rapport, sur: sur.as_ref() },
            What::Adjourned => Self::Ajournement,
            What::Closed => Self::Levee,
        }
    }
}
