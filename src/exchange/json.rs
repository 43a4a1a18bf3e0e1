//! The whole sitting as JSON, documented in `docs/export-json.md`.
//!
//! The field names below are the format, version 1: new optional fields may come, nothing changes name or meaning.
//! Texts are those of the clerk, as they were typed: typography is for papers.

mod course;
mod election;
mod handling;
mod report;
mod settings;
mod vote;

use std::fmt::Write as _;

use jiff::civil::Date;
use serde::Serialize;

use crate::council::attendance::Presence;
use crate::council::docket::BodyKind;
use crate::council::finding::Code;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::name::Civility;
use crate::council::notes::NoteSums;
use crate::council::plain::Hidden;
use crate::council::roster::{Member, Standing};
use crate::council::settlement::Settlement;
use crate::council::sitting::{Opening, Sitting, Stage};

use self::course::HappeningOut;
use self::report::ReportOut;
use self::settings::{ConventionsOut, KindMajorityOut, SettingOut};
use self::vote::{PlaceOut, QuorumOut};

/// Writes everything recorded of a sitting; `seal` is the head of its record, if there is one.
///
/// # Errors
/// Those of the serialiser; none is known for these types.
pub fn json(sitting: &Sitting, seal: Option<&str>) -> Result<String, serde_json::Error> {
    let mut written = escape_hidden(serde_json::to_string_pretty(&Export::of(sitting, seal))?);
    written.push('\n');
    Ok(written)
}

/// Writes what is hidden in a text as the escape that JSON has for it: a reader finds the same text, and a terminal that
/// shows the file obeys nothing. JSON itself has only line feeds and printed letters of ASCII outside its texts.
fn escape_hidden(json: String) -> String {
    let is_hidden = |character: char| character != '\n' && Hidden::of(character).is_some();
    if !json.chars().any(is_hidden) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        if is_hidden(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing into a `String` cannot fail.
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(character);
        }
    }
    escaped
}

#[derive(Serialize)]
struct Export<'a> {
    format: &'static str,
    version: u32,
    empreinte: Option<&'a str>,
    assemblee: BodyOut<'a>,
    reglages: Vec<SettingOut<'a>>,
    seance: MeetingOut<'a>,
    membres: Vec<MemberOut<'a>>,
    remplacants: Vec<StandInOut<'a>>,
    presences: Vec<PresenceOut<'a>>,
    quorum_ouverture: Option<QuorumOut>,
    ouverture: Option<OpeningOut<'a>>,
    rapports: Vec<ReportOut<'a>>,
    chronique: Vec<HappeningOut<'a>>,
    irregularites: Vec<IrregularityOut<'a>>,
    notes_a_la_cloture: Vec<NoteSumOut<'a>>,
    proces_verbal: Option<SettlementOut<'a>>,
    majorites: Vec<KindMajorityOut<'a>>,
    conventions: ConventionsOut,
}

#[derive(Serialize)]
struct BodyOut<'a> {
    nom: &'a str,
    genre: &'static str,
    siren: Option<&'a str>,
    departement: Option<&'a str>,
    population: Option<u32>,
    effectif: Option<u32>,
}

#[derive(Serialize)]
struct MeetingOut<'a> {
    date: Date,
    heure: Option<Hour>,
    lieu: Option<&'a str>,
    convocation: Option<Date>,
    convoque_par: Option<&'a str>,
    president: Option<&'a MemberId>,
    secretaire: Option<&'a MemberId>,
    secretaires: &'a [MemberId],
    auxiliaires: &'a [String],
    seconde_apres: Option<Date>,
    preside: Option<&'a MemberId>,
    huis_clos: bool,
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
    naissance: Option<Date>,
}

/// Somebody who may take a seat.
#[derive(Serialize)]
struct StandInOut<'a> {
    #[serde(flatten)]
    membre: MemberOut<'a>,
    qualite: &'static str,
    de: Option<&'a MemberId>,
}

/// The sitting as it was opened, whatever came later.
#[derive(Serialize)]
struct OpeningOut<'a> {
    heure: Option<Hour>,
    president: Option<&'a MemberId>,
    secretaires: &'a [MemberId],
    auxiliaires: &'a [String],
    places: Vec<PlaceOut<'a>>,
}

#[derive(Serialize)]
struct PresenceOut<'a> {
    membre: &'a MemberId,
    etat: Presence,
    pouvoir_a: Option<&'a MemberId>,
}

#[derive(Serialize)]
struct IrregularityOut<'a> {
    code: Code,
    rapport: Option<&'a ReportId>,
    motif: &'a str,
}

/// The sum of the notes of a report.
#[derive(Serialize)]
struct NoteSumOut<'a> {
    rapport: &'a ReportId,
    sha256: &'a str,
}

/// The minutes as they were settled.
#[derive(Serialize)]
struct SettlementOut<'a> {
    arrete_le: Date,
    remarques: Option<&'a str>,
    notes: Vec<NoteSumOut<'a>>,
}

impl<'a> NoteSumOut<'a> {
    fn all(sums: &'a NoteSums) -> Vec<Self> {
        sums.iter().map(|(rapport, sha256)| Self { rapport, sha256 }).collect()
    }
}

impl<'a> SettlementOut<'a> {
    fn of(settlement: &'a Settlement) -> Self {
        Self {
            arrete_le: settlement.on,
            remarques: settlement.remarks.as_deref(),
            notes: NoteSumOut::all(&settlement.notes),
        }
    }
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
                effectif: docket.body.legal_size,
            },
            reglages: SettingOut::all(&docket.body.settings),
            seance: MeetingOut::of(sitting),
            membres: members().map(MemberOut::of).collect(),
            remplacants: docket.roster.everyone().filter_map(StandInOut::of).collect(),
            presences: sitting
                .attendance()
                .holders(&docket.roster)
                .map(|member| PresenceOut {
                    membre: member,
                    etat: sitting.attendance().presence(member),
                    pouvoir_a: sitting.attendance().holder_of(member),
                })
                .collect(),
            quorum_ouverture: sitting.opening_quorum().map(QuorumOut::of),
            ouverture: sitting.opening().map(|opening| OpeningOut::of(sitting, opening)),
            rapports: docket.agenda.reports().map(|report| ReportOut::of(sitting, report)).collect(),
            chronique: sitting.chronicle().happenings().iter().map(HappeningOut::of).collect(),
            irregularites: sitting
                .irregularities()
                .iter()
                .map(|it| IrregularityOut { code: it.code, rapport: it.report.as_ref(), motif: &it.reason })
                .collect(),
            notes_a_la_cloture: NoteSumOut::all(sitting.notes_at_close()),
            proces_verbal: sitting.settlement().map(SettlementOut::of),
            majorites: KindMajorityOut::all(&docket.body.settings),
            conventions: ConventionsOut::of(&docket.body),
        }
    }
}

impl<'a> MemberOut<'a> {
    fn of(member: &'a Member) -> Self {
        Self {
            id: &member.id,
            nom: &member.name.surname,
            prenom: &member.name.first,
            civilite: member.name.civility,
            groupe: member.group.as_deref(),
            fonction: member.role.as_deref(),
            naissance: member.birth,
        }
    }
}

impl<'a> StandInOut<'a> {
    /// `None` for a member in office.
    fn of(member: &'a Member) -> Option<Self> {
        let (qualite, de) = match &member.standing {
            Standing::InOffice => return None,
            Standing::SubstituteOf(titular) => ("Suppleant", Some(titular)),
            Standing::SuccessorOf(of) => ("Remplacant", of.as_ref()),
        };
        Some(Self { membre: MemberOut::of(member), qualite, de })
    }
}

impl<'a> OpeningOut<'a> {
    fn of(sitting: &'a Sitting, opening: &'a Opening) -> Self {
        Self {
            heure: opening.at,
            president: opening.chair.as_ref(),
            secretaires: &opening.secretaries,
            auxiliaires: &opening.assistants,
            places: PlaceOut::all(&opening.room, &sitting.docket().roster),
        }
    }
}

impl<'a> MeetingOut<'a> {
    fn of(sitting: &'a Sitting) -> Self {
        let meeting = &sitting.docket().meeting;
        Self {
            date: meeting.date,
            heure: meeting.hour,
            lieu: meeting.place.as_deref(),
            convocation: meeting.convened_on,
            convoque_par: meeting.convened_by.as_deref(),
            president: meeting.president.as_ref(),
            secretaire: meeting.secretaries.first(),
            secretaires: sitting.secretaries(),
            auxiliaires: sitting.assistants(),
            seconde_apres: meeting.second_of,
            preside: sitting.chair(),
            huis_clos: sitting.is_in_camera(),
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
