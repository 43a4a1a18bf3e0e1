//! Makes the docket of what the file says, and finds what is wrong with its meaning.

use std::collections::{BTreeMap, BTreeSet};

use crate::council::agenda::{Agenda, AgendaItem, OpinionSense, Report, ReportKind, Submitted};
use crate::council::attendance::Presence;
use crate::council::docket::{Body, BodyKind, Docket, Meeting};
use crate::council::id::{MemberId, ReportId};
use crate::council::settings::Settings;

use super::at::{At, Spot};
use super::members::{Draft, Members, Origin, name};
use super::members_csv;
use super::problem::{Part, ProblemKind};
use super::reading::Reading;
use super::shape::{
    BodyKindShape, BodyShape, Given, ItemShape, MeetingShape, MemberShape, ReportKindShape, SenseShape, SessionShape,
    StateShape, SubmittedShape,
};

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
    let members = Members::gather(drafts.unwrap_or_default(), reading);
    if members_known && members.directory.is_empty() {
        reading.wrong(ProblemKind::NoMembers, &at.field("membres"));
    }
    let meeting = meeting.and_then(|shape| meeting_of(shape, &members, reading));
    let agenda = agenda(session.ordre_du_jour.unwrap_or_default(), &members, reading);
    let docket = body.zip(meeting).map(|(body, meeting)| Docket {
        body,
        meeting,
        roster: members.roster,
        expected: members.expected,
        agenda,
        proxy_runs: BTreeMap::new(),
    });
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
    Some(Body {
        name: name?,
        kind: kind_of_body(shape.genre?),
        siren,
        department,
        population: shape.population,
        settings: Settings::default(),
    })
}

fn kind_of_body(shape: BodyKindShape) -> BodyKind {
    match shape {
        BodyKindShape::Commune => BodyKind::Commune,
        BodyKindShape::Epci => BodyKind::Epci,
        BodyKindShape::Metropole => BodyKind::Metropole,
        BodyKindShape::ConseilDeTerritoire => BodyKind::ConseilDeTerritoire,
        BodyKindShape::Departement => BodyKind::Departement,
        BodyKindShape::Region => BodyKind::Region,
        BodyKindShape::CommissionPermanente => BodyKind::CommissionPermanente,
        BodyKindShape::Ccas => BodyKind::Ccas,
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
    let place = reading.line(shape.lieu, &at.field("lieu"));
    let convened_on = reading.date(shape.convocation, &at.field("convocation"));
    if date.zip(convened_on).is_some_and(|(date, convened_on)| convened_on > date) {
        reading.wrong(ProblemKind::ConvenedAfter, &at.field("convocation"));
    }
    let convened_by = reading.line(shape.convoque_par, &at.field("convoque_par"));
    let president = person(shape.president, Part::President, &at.field("president"), members, reading);
    let secretary = person(shape.secretaire, Part::Secretary, &at.field("secretaire"), members, reading);
    Some(Meeting {
        date: date?,
        place,
        convened_on,
        convened_by,
        president,
        secretaries: secretary.into_iter().collect(),
        assistants: Vec::new(),
        second_of: None,
    })
}

fn person(
    text: Option<String>,
    part: Part,
    at: &At<'_>,
    members: &Members,
    reading: &mut Reading<'_>,
) -> Option<MemberId> {
    let text = reading.line(text, at)?;
    members.person(&text, part, Spot::Value(at.path()), reading)
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
        let state = shape.etat.unwrap_or(StateShape { presence: Presence::Present, pouvoir_a: None });
        let draft = Draft {
            name: name(surname, first, shape.civilite),
            id: reading.line(shape.id, &at.field("id")),
            group: reading.line(shape.groupe, &at.field("groupe")),
            role: reading.line(shape.fonction, &at.field("fonction")),
            presence: state.presence,
            power: reading.line(state.pouvoir_a, &at.field("etat").field("pouvoir_a")),
            origin: Origin::List(place),
        };
        drafts.push(draft);
    }
    drafts
}

fn agenda(items: Vec<ItemShape>, members: &Members, reading: &mut Reading<'_>) -> Agenda {
    let root = At::ROOT;
    let all = root.field("ordre_du_jour");
    let mut numbers = BTreeSet::new();
    let mut agenda = Agenda::default();
    let mut reports = 0;
    for (place, item) in items.into_iter().enumerate() {
        let at = all.item(place);
        match item {
            ItemShape::Chapitre(title) => {
                agenda.items.extend(reading.line(Some(title), &at).map(AgendaItem::Chapter));
            }
            report @ ItemShape::Rapport { .. } => {
                reports += 1;
                if let Some(report) = report_of(report, &at, members, reading) {
                    if !numbers.insert(report.id.clone()) {
                        reading.wrong(ProblemKind::ReportTwice(report.id.to_string()), &at.field("numero"));
                    }
                    agenda.items.push(AgendaItem::Report(Box::new(report)));
                }
            }
        }
    }
    if reports == 0 {
        reading.wrong(ProblemKind::NoReports, &all);
    }
    agenda
}

fn report_of(item: ItemShape, at: &At<'_>, members: &Members, reading: &mut Reading<'_>) -> Option<Report> {
    let ItemShape::Rapport {
        numero,
        acte,
        objet,
        genre,
        rapporteur,
        texte,
        dispositif,
        soumis,
        annexes,
        signe,
        transmis,
        recu,
        accuse,
    } = item
    else {
        return None;
    };
    let number = reading.required(numero, at, "numero");
    let act = reading.line(acte, &at.field("acte"));
    let object = reading.required(objet, at, "objet");
    let kind = kind_of_report(genre, at, reading);
    let rapporteur = person(rapporteur, Part::Rapporteur, &at.field("rapporteur"), members, reading);
    let exposition = reading.text(texte, &at.field("texte"));
    let operative_part = reading.text(dispositif, &at.field("dispositif"));
    let submitted = soumis.and_then(|shape| submitted_of(shape, &at.field("soumis"), reading));
    let mut annexed = Vec::new();
    // An annex is always a file: its name is enough.
    for (place, Given::Here(file) | Given::File(file)) in annexes.unwrap_or_default().into_iter().enumerate() {
        annexed.extend(reading.text_file(file, &at.field("annexes").item(place)));
    }
    let signed = reading.date(signe, &at.field("signe"));
    let transmitted = reading.date(transmis, &at.field("transmis"));
    // The prefecture receives on the day of transmission unless the file says otherwise.
    let received = reading.date(recu, &at.field("recu")).or(transmitted);
    Some(Report {
        id: ReportId::new(&number?),
        act,
        object: object?,
        kind: kind?,
        rapporteur,
        exposition,
        operative_part,
        submitted,
        annexes: annexed,
        signed,
        transmitted,
        received,
        receipt_id: reading.line(accuse, &at.field("accuse")),
        recusals: Vec::new(),
        accounts: false,
        added: false,
    })
}

fn kind_of_report(shape: Option<ReportKindShape>, at: &At<'_>, reading: &mut Reading<'_>) -> Option<ReportKind> {
    match shape {
        None | Some(ReportKindShape::Deliberation) => Some(ReportKind::Deliberation),
        Some(ReportKindShape::Avis { sens: None }) => {
            reading.wrong(ProblemKind::MissingField("sens"), &at.field("genre"));
            None
        }
        Some(ReportKindShape::Avis { sens: Some(sense) }) => Some(ReportKind::Opinion(match sense {
            SenseShape::Favorable => OpinionSense::Favourable,
            SenseShape::Defavorable => OpinionSense::Unfavourable,
            SenseShape::Reserve => OpinionSense::Reserved,
        })),
    }
}

fn submitted_of(shape: SubmittedShape, at: &At<'_>, reading: &mut Reading<'_>) -> Option<Submitted> {
    let to = reading.required(shape.a, at, "a");
    let sitting = reading.date(shape.seance, &at.field("seance"));
    let number = reading.line(shape.numero, &at.field("numero"));
    if shape.texte.is_none() {
        reading.wrong(ProblemKind::MissingField("texte"), at);
    }
    let text = reading.text(shape.texte, &at.field("texte"));
    Some(Submitted { to: to?, sitting, number, text: text? })
}
