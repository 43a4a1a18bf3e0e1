//! Makes what is filed with a report: its authors, the decisions that it lists, its amendments.

use std::collections::{BTreeMap, BTreeSet};

use crate::council::agenda::DelegatedDecision;
use crate::council::id::MemberId;
use crate::council::kind::ReportKind;
use crate::council::proposal::{Proposal, ProposalId};

use super::asked::AskedProblem;
use super::at::At;
use super::members::Members;
use super::problem::{Part, ProblemKind};
use super::reading::Reading;
use super::shape::{AmendmentShape, DecisionShape};

/// A report as far as its number and kind are known.
#[derive(Clone, Copy, Debug)]
pub struct Known<'r> {
    /// Its number; empty if the file gives none.
    pub report: &'r str,
    /// Its kind, if it could be read.
    pub kind: Option<ReportKind>,
}

/// Those named in a list, each once.
pub fn authors(
    names: Option<Vec<String>>,
    part: &Part,
    all: &At<'_>,
    members: &Members,
    reading: &mut Reading<'_>,
) -> Vec<MemberId> {
    let mut authors = Vec::new();
    for (place, name) in names.unwrap_or_default().into_iter().enumerate() {
        let at = all.item(place);
        let Some(author) = members.named(Some(name), part.clone(), &at, reading) else { continue };
        if authors.contains(&author) {
            let name = members.directory.of_identity(&author).unwrap_or_default().to_owned();
            reading.wrong(ProblemKind::Asked(AskedProblem::AuthorTwice(name)), &at);
        } else {
            authors.push(author);
        }
    }
    authors
}

/// The decisions taken by delegation that a report lists.
pub fn decisions(
    shapes: Option<Vec<DecisionShape>>,
    known: Known<'_>,
    all: &At<'_>,
    reading: &mut Reading<'_>,
) -> Vec<DelegatedDecision> {
    if shapes.is_some()
        && let Some(kind) = known.kind.filter(|kind| *kind != ReportKind::Decisions)
    {
        let problem = AskedProblem::DecisionsElsewhere { report: known.report.to_owned(), kind };
        reading.wrong(ProblemKind::Asked(problem), all);
    }
    let mut decisions = Vec::new();
    let mut numbers = BTreeSet::new();
    for (place, shape) in shapes.unwrap_or_default().into_iter().enumerate() {
        let at = all.item(place);
        let number = reading.line(shape.numero, &at.field("numero"));
        if let Some(number) = &number
            && !numbers.insert(number.clone())
        {
            let problem = AskedProblem::DecisionTwice { number: number.clone(), report: known.report.to_owned() };
            reading.wrong(ProblemKind::Asked(problem), &at.field("numero"));
        }
        let date = reading.date(shape.date, &at.field("date"));
        let object = reading.required(shape.objet, &at, "objet");
        decisions.extend(object.map(|object| DelegatedDecision { number, date, object }));
    }
    decisions
}

/// The amendments of a report.
#[derive(Debug, Default)]
pub struct Amendments {
    /// As they were filed.
    pub filed: Vec<Proposal>,
    /// The files that hold their texts.
    pub files: BTreeMap<ProposalId, String>,
}

/// The amendments filed before the sitting, in the order of their vote.
pub fn amendments(
    shapes: Option<Vec<AmendmentShape>>,
    known: Known<'_>,
    all: &At<'_>,
    members: &Members,
    reading: &mut Reading<'_>,
) -> Amendments {
    let shapes = shapes.unwrap_or_default();
    if !shapes.is_empty()
        && let Some(kind) = known.kind.filter(|kind| !kind.may_be_voted())
    {
        let problem = AskedProblem::AmendmentsNeverVoted { report: known.report.to_owned(), kind };
        reading.wrong(ProblemKind::Asked(problem), all);
    }
    let mut amendments = Amendments::default();
    let mut numbers = BTreeSet::new();
    for (place, shape) in shapes.into_iter().enumerate() {
        let at = all.item(place);
        let number = reading.required(shape.numero, &at, "numero");
        if let Some(number) = &number
            && !numbers.insert(number.clone())
        {
            let problem = AskedProblem::AmendmentTwice { number: number.clone(), report: known.report.to_owned() };
            reading.wrong(ProblemKind::Asked(problem), &at.field("numero"));
        }
        let authors = authors(shape.par, &Part::Mover, &at.field("par"), members, reading);
        let on_behalf = reading.line(shape.au_nom_de, &at.field("au_nom_de"));
        let target = reading.line(shape.cible, &at.field("cible"));
        let text = reading.text(shape.texte, &at.field("texte"));
        let Some(id) = number.map(ProposalId::Amendment) else { continue };
        amendments.files.extend(text.as_ref().and_then(|text| Some((id.clone(), text.file.clone()?))));
        let text = text.map(|text| text.markdown);
        amendments.filed.push(Proposal { id, authors, on_behalf, target, text });
    }
    amendments
}
