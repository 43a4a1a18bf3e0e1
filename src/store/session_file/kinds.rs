//! Makes the kind of a report, with its particulars.

use jiff::civil::Date;

use crate::council::election::Office;
use crate::council::kind::{OpinionSense, ReportKind};

use super::asked::AskedProblem;
use super::at::At;
use super::problem::ProblemKind;
use super::reading::Reading;
use super::shape::{KindShape, OfficeShape, ReportKindShape, SenseShape};

/// The kind of a report of a sitting of that day; nothing if the file does not say enough of it.
pub fn of_report(
    shape: Option<ReportKindShape>,
    sitting: Option<Date>,
    at: &At<'_>,
    reading: &mut Reading<'_>,
) -> Option<ReportKind> {
    Some(match shape.map(|ReportKindShape(kind)| kind) {
        Some(KindShape::Avis { sens: None }) => {
            reading.wrong(ProblemKind::MissingField("sens"), at);
            return None;
        }
        Some(KindShape::ProcesVerbal { du, vote }) => {
            let of = reading.date(du, &at.field("du"));
            if of.zip(sitting).is_some_and(|(of, sitting)| of >= sitting) {
                reading.wrong(ProblemKind::Asked(AskedProblem::MinutesNotBefore), &at.field("du"));
            }
            ReportKind::PreviousMinutes { of, voted: vote.unwrap_or(false) }
        }
        Some(KindShape::Designation { postes: Some(0), .. } | KindShape::Election { postes: Some(0), .. }) => {
            reading.wrong(ProblemKind::OutOfRange("postes"), &at.field("postes"));
            return None;
        }
        Some(KindShape::Election { mandat: None, .. }) => {
            reading.wrong(ProblemKind::MissingField("mandat"), at);
            return None;
        }
        Some(kind) => named(&kind),
        None => ReportKind::Deliberation,
    })
}

/// The kind that is named; what it may leave out is not asked for.
#[must_use]
pub fn named(kind: &KindShape) -> ReportKind {
    match kind {
        KindShape::Deliberation => ReportKind::Deliberation,
        KindShape::Avis { sens } => ReportKind::Opinion {
            sense: match sens {
                Some(SenseShape::Favorable) | None => OpinionSense::Favourable,
                Some(SenseShape::Defavorable) => OpinionSense::Unfavourable,
                Some(SenseShape::Reserve) => OpinionSense::Reserved,
            },
        },
        KindShape::DonneActe { vote } => ReportKind::Acknowledgement { voted: vote.unwrap_or(false) },
        KindShape::Information => ReportKind::Information,
        KindShape::Communication => ReportKind::Communication,
        KindShape::Decisions => ReportKind::Decisions,
        KindShape::QuestionOrale => ReportKind::OralQuestion,
        KindShape::Voeu => ReportKind::Wish,
        KindShape::Motion => ReportKind::Motion,
        KindShape::ProcesVerbal { vote, .. } => ReportKind::PreviousMinutes { of: None, voted: vote.unwrap_or(false) },
        KindShape::CompteAdministratif => ReportKind::AdministrativeAccounts,
        KindShape::CompteFinancierUnique => ReportKind::UnifiedAccounts,
        KindShape::Designation { postes, secret } => {
            ReportKind::Appointment { posts: *postes, secret: secret.unwrap_or(false) }
        }
        // Where the office does not matter, as in the majority of all elections, any stands for it.
        KindShape::Election { mandat, postes } => {
            ReportKind::Election { office: mandat.map_or(Office::Delegates, office), posts: *postes }
        }
    }
}

fn office(shape: OfficeShape) -> Office {
    match shape {
        OfficeShape::Maire => Office::Mayor,
        OfficeShape::President => Office::President,
        OfficeShape::Adjoints => Office::Deputies,
        OfficeShape::Adjoint => Office::Deputy,
        OfficeShape::VicePresidents => Office::VicePresidents,
        OfficeShape::CommissionPermanente => Office::PermanentCommittee,
        OfficeShape::ConseillersCommunautaires => Office::CommunityCouncillors,
        OfficeShape::CommissionAppelOffres => Office::TenderCommittee,
        OfficeShape::ConseilDuCcas => Office::CcasBoard,
        OfficeShape::Delegues => Office::Delegates,
    }
}

/// The kind of a report of which an older file says whether it is the accounts (`comptes`).
pub fn with_accounts(
    kind: ReportKind,
    accounts: Option<bool>,
    report: &str,
    at: &At<'_>,
    reading: &mut Reading<'_>,
) -> ReportKind {
    match accounts {
        Some(true) if kind == ReportKind::Deliberation => ReportKind::AdministrativeAccounts,
        Some(accounts) if accounts != kind.is_accounts() => {
            let problem = AskedProblem::AccountsOfAnotherKind { report: report.to_owned(), kind };
            reading.wrong(ProblemKind::Asked(problem), &at.field("comptes"));
            kind
        }
        _ => kind,
    }
}
