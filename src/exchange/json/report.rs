//! A report in the export: what it is, who takes no part, its texts.

use jiff::civil::Date;
use serde::Serialize;

use crate::council::agenda::{OpinionSense, Report, ReportKind, Submitted, Text};
use crate::council::election::Office;
use crate::council::id::{MemberId, ReportId};
use crate::council::numbering::NumberKind;
use crate::council::receipt;
use crate::council::sitting::{Progress, Sitting};

use super::election::ElectionOut;
use super::handling::{ChangeOut, DecisionOut, MajorityOut, ProposalOut, RemarkOut, RequestOut};
use super::vote::{RecusalOut, VoteOut};

#[derive(Serialize)]
pub(super) struct ReportOut<'a> {
    numero: &'a ReportId,
    chapitre: Option<&'a str>,
    acte: Option<String>,
    acte_origine: Option<&'static str>,
    objet: &'a str,
    genre: &'static str,
    sens: Option<&'static str>,
    rapporteur: Option<&'a MemberId>,
    comptes: bool,
    ajoute: bool,
    deports: Vec<RecusalOut<'a>>,
    etat: &'static str,
    vote: Option<VoteOut<'a>>,
    textes: TextsOut<'a>,
    signe: Option<Date>,
    transmis: Option<Date>,
    recu: Option<Date>,
    accuse: Option<&'a str>,
    accuse_attendu: Option<String>,
    particularites: ParticularsOut,
    auteurs: &'a [MemberId],
    decisions: Vec<DecisionOut<'a>>,
    majorite: Option<MajorityOut<'a>>,
    vote_groupe: Option<&'a str>,
    ajoute_en_seance: bool,
    propositions: Vec<ProposalOut<'a>>,
    scrutins_demandes: Vec<RequestOut<'a>>,
    modifications: Vec<ChangeOut<'a>>,
    remarques: Vec<RemarkOut<'a>>,
    candidats: &'a [MemberId],
    motif_du_retrait: Option<&'a str>,
    election: Option<ElectionOut<'a>>,
}

/// What the kind of a report leaves open, `None` where it is of another kind or the file does not say.
#[derive(Default, Serialize)]
struct ParticularsOut {
    vote: Option<bool>,
    du: Option<Date>,
    postes: Option<u32>,
    secret: Option<bool>,
    mandat: Option<Office>,
}

#[derive(Serialize)]
struct TextsOut<'a> {
    texte: Option<TextOut<'a>>,
    dispositif: Option<TextOut<'a>>,
    soumis: Option<SubmittedOut<'a>>,
    annexes: Vec<TextOut<'a>>,
}

#[derive(Serialize)]
struct TextOut<'a> {
    fichier: Option<&'a str>,
    markdown: &'a str,
}

#[derive(Serialize)]
struct SubmittedOut<'a> {
    a: &'a str,
    seance: Option<Date>,
    numero: Option<&'a str>,
    texte: TextOut<'a>,
}

impl<'a> ReportOut<'a> {
    pub(super) fn of(sitting: &'a Sitting, report: &'a Report) -> Self {
        let progress = sitting.progress(&report.id);
        let (kind, sense) = report_kind(report.kind);
        let act = sitting.act_number(report);
        let handling = sitting.handling(&report.id);
        Self {
            numero: &report.id,
            chapitre: sitting.docket().agenda.chapter_of(&report.id),
            acte_origine: act.as_ref().map(|act| match act.kind {
                NumberKind::Typed => "Saisi",
                NumberKind::Fixed => "Fixe",
                NumberKind::Provisional => "Provisoire",
            }),
            acte: act.map(|act| act.text),
            objet: &report.object,
            genre: kind,
            sens: sense,
            rapporteur: sitting.rapporteur(report),
            comptes: report.is_accounts(),
            ajoute: report.added,
            deports: RecusalOut::all(sitting.recusals(&report.id)),
            etat: match progress {
                None => "Annonce",
                Some(Progress::Opened(_)) => "Ouvert",
                Some(Progress::Done(_)) => "Proclame",
            },
            vote: progress.map(|it| VoteOut::of(sitting, &report.id, None, it.vote(), it.done())),
            textes: TextsOut::of(report),
            signe: report.signed,
            transmis: report.transmitted,
            recu: report.received,
            accuse: report.receipt_id.as_deref(),
            accuse_attendu: receipt::expected(sitting, report),
            particularites: ParticularsOut::of(report.kind),
            auteurs: &report.authors,
            decisions: report.decisions.iter().map(DecisionOut::of).collect(),
            majorite: MajorityOut::of(sitting, report),
            vote_groupe: report.voted_with.as_deref(),
            ajoute_en_seance: report.in_the_sitting,
            propositions: ProposalOut::all(sitting, report),
            scrutins_demandes: handling.requests.iter().map(RequestOut::of).collect(),
            modifications: handling.changes.iter().map(ChangeOut::of).collect(),
            remarques: handling.remarks.iter().map(RemarkOut::of).collect(),
            candidats: &handling.candidates,
            motif_du_retrait: handling.withdrawn_because.as_deref(),
            election: ElectionOut::of(sitting, report),
        }
    }
}

impl ParticularsOut {
    fn of(kind: ReportKind) -> Self {
        match kind {
            ReportKind::Acknowledgement { voted } => Self { vote: Some(voted), ..Self::default() },
            ReportKind::PreviousMinutes { of, voted } => Self { vote: Some(voted), du: of, ..Self::default() },
            ReportKind::Appointment { posts, secret } => {
                Self { postes: posts, secret: Some(secret), ..Self::default() }
            }
            ReportKind::Election { office, posts } => Self { postes: posts, mandat: Some(office), ..Self::default() },
            _ => Self::default(),
        }
    }
}

impl<'a> TextsOut<'a> {
    fn of(report: &'a Report) -> Self {
        Self {
            texte: report.exposition.as_ref().map(TextOut::of),
            dispositif: report.operative_part.as_ref().map(TextOut::of),
            soumis: report.submitted.as_ref().map(SubmittedOut::of),
            annexes: report.annexes.iter().map(TextOut::of).collect(),
        }
    }
}

impl<'a> TextOut<'a> {
    fn of(text: &'a Text) -> Self {
        Self { fichier: text.file.as_deref(), markdown: &text.markdown }
    }
}

impl<'a> SubmittedOut<'a> {
    fn of(submitted: &'a Submitted) -> Self {
        Self {
            a: &submitted.to,
            seance: submitted.sitting,
            numero: submitted.number.as_deref(),
            texte: TextOut::of(&submitted.text),
        }
    }
}

/// The words of the session file for a kind of report, and the sense of an opinion.
pub(super) fn report_kind(kind: ReportKind) -> (&'static str, Option<&'static str>) {
    match kind {
        ReportKind::Deliberation => ("Deliberation", None),
        ReportKind::Opinion { sense } => {
            let sense = match sense {
                OpinionSense::Favourable => "Favorable",
                OpinionSense::Unfavourable => "Defavorable",
                OpinionSense::Reserved => "Reserve",
            };
            ("Avis", Some(sense))
        }
        ReportKind::Acknowledgement { .. } => ("DonneActe", None),
        ReportKind::Information => ("Information", None),
        ReportKind::Communication => ("Communication", None),
        ReportKind::Decisions => ("Decisions", None),
        ReportKind::OralQuestion => ("QuestionOrale", None),
        ReportKind::Wish => ("Voeu", None),
        ReportKind::Motion => ("Motion", None),
        ReportKind::PreviousMinutes { .. } => ("ProcesVerbal", None),
        ReportKind::AdministrativeAccounts => ("CompteAdministratif", None),
        ReportKind::UnifiedAccounts => ("CompteFinancierUnique", None),
        ReportKind::Appointment { .. } => ("Designation", None),
        ReportKind::Election { .. } => ("Election", None),
    }
}
