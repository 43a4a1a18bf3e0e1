//! The whole sitting as JSON, documented in `docs/export-json.md`.
//!
//! The field names below are the format, version 1: new optional fields may come, nothing changes name or meaning.
//! Texts are those of the clerk, as they were typed: typography is for papers.

use jiff::civil::Date;
use serde::Serialize;

use crate::council::agenda::{OpinionSense, Report, ReportKind, Submitted, Text};
use crate::council::attendance::Presence;
use crate::council::ballot::{Choice, Vote};
use crate::council::docket::BodyKind;
use crate::council::finding::Code;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::name::Civility;
use crate::council::outcome::Outcome;
use crate::council::quorum::{Fraction, Quorum};
use crate::council::room::{Room, Seat};
use crate::council::sitting::{Progress, Sitting, Stage};
use crate::council::tally::Tally;

/// Writes everything recorded of a sitting; `seal` is the head of its record, if there is one.
///
/// # Errors
/// Those of the serialiser; none is known for these types.
pub fn json(sitting: &Sitting, seal: Option<&str>) -> Result<String, serde_json::Error> {
    let mut written = serde_json::to_string_pretty(&Export::of(sitting, seal))?;
    written.push('\n');
    Ok(written)
}

#[derive(Serialize)]
struct Export<'a> {
    format: &'static str,
    version: u32,
    empreinte: Option<&'a str>,
    assemblee: BodyOut<'a>,
    seance: MeetingOut<'a>,
    membres: Vec<MemberOut<'a>>,
    presences: Vec<PresenceOut<'a>>,
    quorum_ouverture: Option<QuorumOut>,
    rapports: Vec<ReportOut<'a>>,
    irregularites: Vec<IrregularityOut<'a>>,
}

#[derive(Serialize)]
struct BodyOut<'a> {
    nom: &'a str,
    genre: &'static str,
    siren: Option<&'a str>,
    departement: Option<&'a str>,
    population: Option<u32>,
}

#[derive(Serialize)]
struct MeetingOut<'a> {
    date: Date,
    lieu: Option<&'a str>,
    convocation: Option<Date>,
    convoque_par: Option<&'a str>,
    president: Option<&'a MemberId>,
    secretaire: Option<&'a MemberId>,
    etat: &'static str,
    ouverte_a: Option<Hour>,
    levee_a: Option<Hour>,
}

#[derive(Serialize)]
struct MemberOut<'a> {
    id: &'a MemberId,
    nom: &'a str,
    prenom: &'a str,
    civilite: Option<Civility>,
    groupe: Option<&'a str>,
    fonction: Option<&'a str>,
}

#[derive(Serialize)]
struct PresenceOut<'a> {
    membre: &'a MemberId,
    etat: Presence,
    pouvoir_a: Option<&'a MemberId>,
}

#[derive(Serialize)]
struct QuorumOut {
    en_exercice: u32,
    comptes: u32,
    necessaires: Option<u32>,
    regle: &'static str,
    article: Option<&'static str>,
    atteint: Option<bool>,
}

#[derive(Serialize)]
struct ReportOut<'a> {
    numero: &'a ReportId,
    chapitre: Option<&'a str>,
    acte: Option<&'a str>,
    objet: &'a str,
    genre: &'static str,
    sens: Option<&'static str>,
    rapporteur: Option<&'a MemberId>,
    etat: &'static str,
    vote: Option<VoteOut<'a>>,
    textes: TextsOut<'a>,
    signe: Option<Date>,
    transmis: Option<Date>,
    recu: Option<Date>,
    accuse: Option<&'a str>,
}

#[derive(Serialize)]
struct VoteOut<'a> {
    mode: &'static str,
    quorum: QuorumOut,
    chiffres: Option<Tally>,
    resultat: Option<Outcome>,
    adopte: Option<bool>,
    heure: Option<Hour>,
    voix: Vec<VoiceOut<'a>>,
}

#[derive(Serialize)]
struct VoiceOut<'a> {
    membre: &'a MemberId,
    place: &'static str,
    par: Option<&'a MemberId>,
    choix: Option<Choice>,
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

#[derive(Serialize)]
struct IrregularityOut<'a> {
    code: Code,
    rapport: Option<&'a ReportId>,
    motif: &'a str,
}

impl<'a> Export<'a> {
    fn of(sitting: &'a Sitting, seal: Option<&'a str>) -> Self {
        let docket = sitting.docket();
        let members = || docket.roster.iter();
        Self {
            format: "hemicycle-seance",
            version: 1,
            empreinte: seal,
            assemblee: BodyOut {
                nom: &docket.body.name,
                genre: body_kind(docket.body.kind),
                siren: docket.body.siren.as_deref(),
                departement: docket.body.department.as_deref(),
                population: docket.body.population,
            },
            seance: MeetingOut::of(sitting),
            membres: members()
                .map(|member| MemberOut {
                    id: &member.id,
                    nom: &member.name.surname,
                    prenom: &member.name.first,
                    civilite: member.name.civility,
                    groupe: member.group.as_deref(),
                    fonction: member.role.as_deref(),
                })
                .collect(),
            presences: members()
                .map(|member| PresenceOut {
                    membre: &member.id,
                    etat: sitting.attendance().presence(&member.id),
                    pouvoir_a: sitting.attendance().holder_of(&member.id),
                })
                .collect(),
            quorum_ouverture: sitting.opening_quorum().map(QuorumOut::of),
            rapports: docket.agenda.reports().map(|report| ReportOut::of(sitting, report)).collect(),
            irregularites: sitting
                .irregularities()
                .iter()
                .map(|it| IrregularityOut { code: it.code, rapport: it.report.as_ref(), motif: &it.reason })
                .collect(),
        }
    }
}

impl<'a> MeetingOut<'a> {
    fn of(sitting: &'a Sitting) -> Self {
        let meeting = &sitting.docket().meeting;
        Self {
            date: meeting.date,
            lieu: meeting.place.as_deref(),
            convocation: meeting.convened_on,
            convoque_par: meeting.convened_by.as_deref(),
            president: meeting.president.as_ref(),
            secretaire: meeting.secretaries.first(),
            etat: match sitting.stage() {
                Stage::RollCall => "Appel",
                Stage::Open => "Ouverte",
                Stage::Suspended => "Suspendue",
                Stage::Closed => "Levee",
                Stage::Adjourned => "Ajournee",
            },
            ouverte_a: sitting.opened_at(),
            levee_a: sitting.closed_at(),
        }
    }
}

impl QuorumOut {
    fn of(quorum: &Quorum) -> Self {
        Self {
            en_exercice: quorum.in_office,
            comptes: quorum.counted,
            necessaires: quorum.needed,
            regle: match quorum.fraction {
                Fraction::MoreThanHalf => "PlusDeLaMoitie",
                Fraction::OneThird => "UnTiers",
                Fraction::Number(_) => "Nombre",
                Fraction::NoneNeeded => "Aucun",
                Fraction::Disputed => "Discutee",
            },
            article: quorum.article.map(|article| article.0),
            atteint: quorum.is_met(),
        }
    }
}

impl<'a> ReportOut<'a> {
    fn of(sitting: &'a Sitting, report: &'a Report) -> Self {
        let progress = sitting.progress(&report.id);
        let (kind, sense) = report_kind(report.kind);
        Self {
            numero: &report.id,
            chapitre: sitting.docket().agenda.chapter_of(&report.id),
            acte: report.act.as_deref(),
            objet: &report.object,
            genre: kind,
            sens: sense,
            rapporteur: report.rapporteur.as_ref(),
            etat: match progress {
                None => "Annonce",
                Some(Progress::Opened(_)) => "Ouvert",
                Some(Progress::Done(_)) => "Proclame",
            },
            vote: progress.map(|progress| VoteOut::of(sitting, progress)),
            textes: TextsOut::of(report),
            signe: report.signed,
            transmis: report.transmitted,
            recu: report.received,
            accuse: report.receipt_id.as_deref(),
        }
    }
}

impl<'a> VoteOut<'a> {
    /// Figures and outcome are those proclaimed; a vote that is being taken has none.
    fn of(sitting: &'a Sitting, progress: &'a Progress) -> Self {
        let vote = progress.vote();
        let (tally, outcome, at) = match progress {
            Progress::Opened(_) => (None, None, None),
            Progress::Done(done) => (Some(done.tally), Some(done.outcome), done.at),
        };
        Self {
            mode: "Ordinaire",
            quorum: QuorumOut::of(&vote.quorum),
            chiffres: tally,
            resultat: outcome,
            adopte: outcome.map(Outcome::is_adopted),
            heure: at,
            voix: sitting.docket().roster.ids().map(|member| VoiceOut::of(member, vote)).collect(),
        }
    }
}

impl<'a> VoiceOut<'a> {
    fn of(member: &'a MemberId, vote: &'a Vote) -> Self {
        let (place, par) = seat(&vote.room, member);
        Self { membre: member, place, par, choix: vote.choice(member) }
    }
}

/// Where a member was, and who spoke for him.
fn seat<'a>(room: &'a Room, member: &MemberId) -> (&'static str, Option<&'a MemberId>) {
    match room.seat(member) {
        Some(Seat::Present) => ("Present", None),
        Some(Seat::Remote) => ("ADistance", None),
        Some(Seat::Recused) => ("PresentSansVoix", None),
        Some(Seat::Withdrawn) => ("Retire", None),
        Some(Seat::Represented(holder)) => ("Represente", Some(holder)),
        Some(Seat::Excused) => ("Excuse", None),
        Some(Seat::Absent) | None => ("Absent", None),
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

/// The words of the session file for a kind of body.
fn body_kind(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Commune => "Commune",
        BodyKind::Epci => "Epci",
        BodyKind::Metropole => "Metropole",
        BodyKind::ConseilDeTerritoire => "ConseilDeTerritoire",
        BodyKind::Departement => "Departement",
        BodyKind::Region => "Region",
        BodyKind::CommissionPermanente => "CommissionPermanente",
        BodyKind::Ccas => "Ccas",
        BodyKind::ConseilArrondissement => "ConseilArrondissement",
        BodyKind::Syndicat => "Syndicat",
        BodyKind::Autre => "Autre",
    }
}

/// The words of the session file for a kind of report, and the sense of an opinion.
fn report_kind(kind: ReportKind) -> (&'static str, Option<&'static str>) {
    match kind {
        ReportKind::Deliberation => ("Deliberation", None),
        ReportKind::Opinion(sense) => {
            let sense = match sense {
                OpinionSense::Favourable => "Favorable",
                OpinionSense::Unfavourable => "Defavorable",
                OpinionSense::Reserved => "Reserve",
            };
            ("Avis", Some(sense))
        }
    }
}
