//! Makes the docket of what the file says, and finds what is wrong with its meaning.

use std::collections::BTreeMap;

use crate::council::docket::{Body, BodyKind, Docket, Meeting};
use crate::council::id::MemberId;

use super::acts;
use super::agenda::{self, Around};
use super::at::At;
use super::births;
use super::dates;
use super::members::{Draft, Members, Origin, Replaced, State, name};
use super::members_csv;
use super::problem::{Part, ProblemKind};
use super::reading::Reading;
use super::room::RoomProblem;
use super::settings;
use super::shape::{BodyKindShape, BodyShape, Given, MeetingShape, MemberShape, SeatShape, SessionShape};
use super::wording;

/// The docket, and the members' table if there is one. It may be used only if nothing was found wrong.
pub fn docket(session: SessionShape, reading: &mut Reading<'_>) -> (Option<Docket>, BTreeMap<String, String>) {
    let mut data_files = BTreeMap::new();
    let at = At::ROOT;
    if session.format == Some(0) {
        reading.wrong(ProblemKind::OutOfRange("format"), &at.field("format"));
    }
    let body = given(session.assemblee, "assemblee", reading).and_then(|shape| body(shape, reading));
    let meeting = given(session.seance, "seance", reading);
    let drafts = match session.membres {
        Some(Given::Here(list)) => Some(listed_members(list, reading)),
        Some(Given::File(file)) => {
            let content = reading.content(&file, &at.field("membres"));
            let drafts = content.as_deref().and_then(|content| members_csv::read(&file, content, reading));
            data_files.extend(content.map(|content| (file, content.to_string())));
            drafts
        }
        None => Some(Vec::new()),
    };
    let members_known = drafts.is_some();
    let drafts = drafts.unwrap_or_default();
    let day = meeting.as_ref().and_then(|meeting| dates::read(meeting.date.as_deref()?));
    births::check(&drafts, day, reading);
    let members = Members::gather(drafts, reading);
    if members_known && members.directory.is_empty() {
        reading.wrong(ProblemKind::NoMembers, &at.field("membres"));
    }
    let has_second = meeting.as_ref().is_some_and(|meeting| meeting.seconde_convocation.is_some());
    let meeting = meeting.and_then(|shape| meeting_of(shape, &members, reading));
    if let Some(size) = body.as_ref().and_then(|body| body.legal_size).filter(|size| *size < members.roster.in_office())
    {
        let problem = RoomProblem::MoreMembersThanSeats { size, members: members.roster.in_office() };
        reading.wrong(ProblemKind::Room(problem), &at.field("assemblee").field("effectif"));
    }
    let around = Around {
        date: meeting.as_ref().map(|meeting| meeting.date),
        has_second,
        body: body.as_ref(),
        members: &members,
    };
    let agenda = agenda::agenda(session.ordre_du_jour.unwrap_or_default(), around, reading);
    let docket = body.zip(meeting).map(|(body, meeting)| Docket {
        body,
        meeting,
        roster: members.roster,
        expected: members.expected,
        agenda,
        proxy_runs: members.proxy_runs,
    });
    if let Some(docket) = &docket {
        acts::check_pattern(docket, &at.field("assemblee"), reading);
    }
    (docket, data_files)
}

fn given<T>(shape: Option<T>, field: &'static str, reading: &mut Reading<'_>) -> Option<T> {
    if shape.is_none() {
        reading.wrong(ProblemKind::MissingField(field), &At::ROOT);
    }
    shape
}

fn body(shape: BodyShape, reading: &mut Reading<'_>) -> Option<Body> {
    let root = At::ROOT;
    let at = root.field("assemblee");
    let name = reading.required(shape.nom, &at, "nom");
    if shape.genre.is_none() {
        reading.wrong(ProblemKind::MissingField("genre"), &at);
    }
    let siren = reading.line(shape.siren, &at.field("siren"));
    if let Some(siren) = &siren
        && !(siren.len() == 9 && siren.bytes().all(|byte| byte.is_ascii_digit()))
    {
        reading.wrong(ProblemKind::BadSiren(siren.clone()), &at.field("siren"));
    }
    let department = reading.line(shape.departement, &at.field("departement"));
    let kind = shape.genre.map(kind_of_body);
    if shape.effectif == Some(0) {
        reading.wrong(ProblemKind::OutOfRange("effectif"), &at.field("effectif"));
    }
    let phrases = wording::of(shape.formules.unwrap_or_default(), &at.field("formules"), reading);
    let rejected = shape.reglages.as_ref().and_then(|settings| settings.numeroter_rejetes);
    let numbering = acts::numbering(shape.numerotation, rejected, &at, reading);
    let conventions = shape.reglages.as_ref().map(settings::conventions).unwrap_or_default();
    let settings = settings::of(shape.reglages.unwrap_or_default(), kind, &at.field("reglages"), reading);
    Some(Body {
        name: name?,
        kind: kind?,
        siren,
        department,
        population: shape.population,
        legal_size: shape.effectif,
        settings,
        conventions,
        numbering,
        phrases,
    })
}

fn kind_of_body(shape: BodyKindShape) -> BodyKind {
    match shape {
        BodyKindShape::Commune => BodyKind::Commune,
        BodyKindShape::Epci => BodyKind::Epci,
        BodyKindShape::Metropole => BodyKind::Metropole,
        BodyKindShape::ConseilDeTerritoire => BodyKind::ConseilDeTerritoire,
        BodyKindShape::ConseilArrondissement => BodyKind::ConseilArrondissement,
        BodyKindShape::Departement => BodyKind::Departement,
        BodyKindShape::Region => BodyKind::Region,
        BodyKindShape::CommissionPermanente => BodyKind::CommissionPermanente,
        BodyKindShape::Ccas => BodyKind::Ccas,
        BodyKindShape::Syndicat => BodyKind::Syndicat,
        BodyKindShape::Autre => BodyKind::Autre,
    }
}

fn meeting_of(shape: MeetingShape, members: &Members, reading: &mut Reading<'_>) -> Option<Meeting> {
    let root = At::ROOT;
    let at = root.field("seance");
    if shape.date.is_none() {
        reading.wrong(ProblemKind::MissingField("date"), &at);
    } else if shape.date.as_deref().is_some_and(|date| date.trim().is_empty()) {
        reading.wrong(ProblemKind::EmptyText("date"), &at.field("date"));
    }
    let date = reading.date(shape.date, &at.field("date"));
    let hour = reading.hour(shape.heure, &at.field("heure"));
    let place = reading.line(shape.lieu, &at.field("lieu"));
    let convened_on = reading.date(shape.convocation, &at.field("convocation"));
    if date.zip(convened_on).is_some_and(|(date, convened_on)| convened_on > date) {
        reading.wrong(ProblemKind::ConvenedAfter, &at.field("convocation"));
    }
    let convened_by = reading.line(shape.convoque_par, &at.field("convoque_par"));
    let president = members.named(shape.president, Part::President, &at.field("president"), reading);
    let secretaries = secretaries_of(shape.secretaire, shape.secretaires, &at, members, reading);
    let mut assistants = Vec::new();
    for (place, assistant) in shape.auxiliaires.unwrap_or_default().into_iter().enumerate() {
        assistants.extend(reading.line(Some(assistant), &at.field("auxiliaires").item(place)));
    }
    let second_of = reading.date(shape.seconde_convocation, &at.field("seconde_convocation"));
    if date.zip(second_of).is_some_and(|(date, first)| first >= date) {
        reading.wrong(ProblemKind::Room(RoomProblem::FirstMeetingNotBefore), &at.field("seconde_convocation"));
    }
    if shape.premier_numero == Some(0) {
        reading.wrong(ProblemKind::OutOfRange("premier_numero"), &at.field("premier_numero"));
    }
    Some(Meeting {
        date: date?,
        hour,
        place,
        convened_on,
        convened_by,
        president,
        secretaries,
        assistants,
        second_of,
        first_number: shape.premier_numero,
    })
}

/// The secretaries, from whichever of the two fields names them.
fn secretaries_of(
    one: Option<String>,
    several: Option<Vec<String>>,
    at: &At<'_>,
    members: &Members,
    reading: &mut Reading<'_>,
) -> Vec<MemberId> {
    if one.is_some() && several.is_some() {
        reading.wrong(ProblemKind::Room(RoomProblem::TwoFieldsOfSecretaries), &at.field("secretaires"));
    }
    let mut secretaries: Vec<MemberId> =
        members.named(one, Part::Secretary, &at.field("secretaire"), reading).into_iter().collect();
    for (place, name) in several.unwrap_or_default().into_iter().enumerate() {
        let all = at.field("secretaires");
        let at = all.item(place);
        let Some(secretary) = members.named(Some(name), Part::Secretary, &at, reading) else { continue };
        if secretaries.contains(&secretary) {
            let name = members.directory.of_identity(&secretary).unwrap_or_default().to_owned();
            reading.wrong(ProblemKind::Room(RoomProblem::SecretaryTwice(name)), &at);
        } else {
            secretaries.push(secretary);
        }
    }
    secretaries
}

/// The members that the session file lists.
fn listed_members(list: Vec<MemberShape>, reading: &mut Reading<'_>) -> Vec<Draft> {
    let root = At::ROOT;
    let all = root.field("membres");
    let mut drafts = Vec::with_capacity(list.len());
    for (place, shape) in list.into_iter().enumerate() {
        let at = all.item(place);
        let surname = reading.required(shape.nom, &at, "nom");
        let first = reading.line(shape.prenom, &at.field("prenom"));
        // An empty name here is a slip and not nothing: it would change how many are in office.
        let substitute_of = shape.suppleant_de.and_then(|name| reading.required(Some(name), &at, "suppleant_de"));
        let replaces = shape.remplace.map(|seat| match seat {
            SeatShape::Vacant => Replaced::VacantSeat,
            SeatShape::Of(name) => {
                reading.required(Some(name), &at, "remplace").map_or(Replaced::VacantSeat, Replaced::Member)
            }
        });
        if shape.rang == Some(0) {
            reading.wrong(ProblemKind::OutOfRange("rang"), &at.field("rang"));
        }
        let state_at = at.field("etat");
        let state = shape.etat.map(|state| State {
            presence: state.presence,
            power: reading.line(state.pouvoir_a, &state_at.field("pouvoir_a")),
            sittings: state.seances,
            illness: state.maladie,
        });
        let draft = Draft {
            name: name(surname, first, shape.civilite),
            id: reading.line(shape.id, &at.field("id")),
            group: reading.line(shape.groupe, &at.field("groupe")),
            role: reading.line(shape.fonction, &at.field("fonction")),
            rank: shape.rang,
            voices: shape.voix,
            substitute_of,
            replaces,
            birth: reading.date(shape.naissance, &at.field("naissance")),
            state,
            origin: Origin::List(place),
        };
        drafts.push(draft);
    }
    drafts
}
