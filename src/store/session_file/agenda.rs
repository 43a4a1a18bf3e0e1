//! Makes the agenda: chapters, reports, and who stays out of which.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::council::agenda::{Agenda, AgendaItem, Report, Submitted};
use crate::council::docket::Body;
use crate::council::id::{MemberId, ReportId};
use crate::council::recusal::{Ground, Recusal};

use super::acts;
use super::at::{At, Spot};
use super::elections::{self, Written};
use super::filed::{self, Known};
use super::grouped::{self, Marked};
use super::kinds;
use super::majorities;
use super::members::Members;
use super::problem::{Part, ProblemKind};
use super::reading::Reading;
use super::room::RoomProblem;
use super::shape::{Given, GroundShape, ItemShape, RecusalShape, SubmittedShape};

/// What the rest of the file says, as far as it could be read.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The day of the sitting.
    pub date: Option<Date>,
    /// Whether it is the second meeting after one without quorum.
    pub has_second: bool,
    /// The body.
    pub body: Option<&'a Body>,
    /// The members.
    pub members: &'a Members,
}

/// The chapters and reports.
pub fn agenda(items: Vec<ItemShape>, around: Around<'_>, reading: &mut Reading<'_>) -> Agenda {
    let root = At::ROOT;
    let all = root.field("ordre_du_jour");
    let mut numbers = BTreeSet::new();
    let mut acts = BTreeMap::new();
    let mut agenda = Agenda::default();
    let mut marked = Vec::new();
    let mut reports = 0;
    for (place, item) in items.into_iter().enumerate() {
        let at = all.item(place);
        match item {
            ItemShape::Chapitre(title) => {
                agenda.items.extend(reading.line(Some(title), &at).map(AgendaItem::Chapter));
            }
            report @ ItemShape::Rapport { .. } => {
                reports += 1;
                let Read { report, mark } = report_of(report, &at, around, reading);
                marked.extend(mark.map(|mark| Marked { place, ..mark }));
                if let Some(report) = report {
                    if !numbers.insert(report.id.clone()) {
                        reading.wrong(ProblemKind::ReportTwice(report.id.to_string()), &at.field("numero"));
                    }
                    acts::typed(&report, &mut acts, &at, reading);
                    if report.added && !around.has_second {
                        let kind = RoomProblem::AddedWithoutSecond(report.id.to_string());
                        reading.wrong(ProblemKind::Room(kind), &at.field("hors_premier_ordre_du_jour"));
                    }
                    agenda.items.push(AgendaItem::Report(Box::new(report)));
                }
            }
        }
    }
    if reports == 0 {
        reading.wrong(ProblemKind::NoReports, &all);
    }
    grouped::check(&marked, around.body.map(|body| &body.settings), &all, reading);
    agenda
}

/// What could be read of a report.
#[derive(Default)]
struct Read {
    /// The report; nothing if something that it needs is missing.
    report: Option<Report>,
    /// Its mark of a *vote groupé*.
    mark: Option<Marked>,
}

fn report_of(item: ItemShape, at: &At<'_>, around: Around<'_>, reading: &mut Reading<'_>) -> Read {
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
        deports,
        comptes,
        hors_premier_ordre_du_jour,
        auteurs,
        decisions,
        amendements,
        majorite,
        vote_groupe,
        candidats,
        listes,
        mode,
    } = item
    else {
        return Read::default();
    };
    let members = around.members;
    let number = reading.required(numero, at, "numero");
    let act = reading.line(acte, &at.field("acte"));
    let object = reading.required(objet, at, "objet");
    let named = number.as_deref().unwrap_or("");
    let kind = kinds::of_report(genre, around.date, &at.field("genre"), reading);
    let kind = kind.map(|kind| kinds::with_accounts(kind, comptes, named, at, reading));
    let known = Known { report: named, kind };
    elections::fits(around.body, known, &at.field("genre"), reading);
    let written = Written { candidates: candidats, lists: listes, form: mode };
    let contenders = elections::contenders(written, known, at, members, reading);
    let rapporteur = members.named(rapporteur, Part::Rapporteur, &at.field("rapporteur"), reading);
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
    let receipt_id = reading.line(accuse, &at.field("accuse"));
    let recusals = recusals_of(deports.unwrap_or_default(), named, &at.field("deports"), members, reading);
    let authors = filed::authors(auteurs, &Part::Author, &at.field("auteurs"), members, reading);
    let decisions = filed::decisions(decisions, known, &at.field("decisions"), reading);
    let amendments = filed::amendments(amendements, known, &at.field("amendements"), members, reading);
    let majority = majorities::of_report(majorite, known, &at.field("majorite"), reading);
    let voted_with = reading.line(vote_groupe, &at.field("vote_groupe"));
    let mark = voted_with.clone().map(|mark| Marked {
        place: 0,
        mark,
        report: named.to_owned(),
        kind,
        has_amendments: !amendments.filed.is_empty(),
        majority: majority.as_ref().map(|majority| majority.value),
    });
    let needed = number.as_deref().zip(object).zip(kind);
    let report = needed.map(|((number, object), kind)| Report {
        act,
        rapporteur,
        exposition,
        operative_part,
        submitted,
        annexes: annexed,
        signed,
        transmitted,
        received,
        receipt_id,
        recusals,
        added: hors_premier_ordre_du_jour.unwrap_or(false),
        authors,
        decisions,
        amendments: amendments.filed,
        amendment_files: amendments.files,
        majority,
        voted_with,
        candidates: contenders.candidates,
        lists: contenders.lists,
        form: contenders.form,
        ..Report::named(ReportId::new(number), object, kind)
    });
    Read { report, mark }
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

/// Those who stay out of a report, each once.
fn recusals_of(
    shapes: Vec<RecusalShape>,
    report: &str,
    all: &At<'_>,
    members: &Members,
    reading: &mut Reading<'_>,
) -> Vec<(MemberId, Recusal)> {
    let mut recusals = Vec::new();
    let mut seen = BTreeSet::new();
    for (place, shape) in shapes.into_iter().enumerate() {
        let at = all.item(place);
        let name = reading.required(shape.membre, &at, "membre");
        if shape.motif.is_none() {
            let problem = RoomProblem::RecusalWithoutGround(name.clone());
            reading.wrong(ProblemKind::Room(problem), &at);
        }
        let note = reading.line(shape.precision, &at.field("precision"));
        let here = at.field("membre");
        let member = name.and_then(|name| members.person(&name, Part::Recused, Spot::Value(here.path()), reading));
        let Some(member) = member else { continue };
        if !seen.insert(member.clone()) {
            let name = members.directory.of_identity(&member).unwrap_or_default().to_owned();
            let problem = RoomProblem::RecusedTwice { name, report: report.to_owned() };
            reading.wrong(ProblemKind::Room(problem), &here);
            continue;
        }
        let ground = shape.motif.map(|ground| match ground {
            GroundShape::Interet => Ground::Interest,
            GroundShape::Representant => Ground::Representative,
            GroundShape::Comptes => Ground::Accounts,
        });
        let left_room = shape.quitte_la_salle.unwrap_or(true);
        recusals.extend(ground.map(|ground| (member, Recusal { ground, left_room, note })));
    }
    recusals
}
