//! What a report lays before the council, beside its text: who brings it, decisions taken by delegation, candidates, remarks.

use crate::council::agenda::{DelegatedDecision, Report, ReportKind};
use crate::council::chronicle::What;
use crate::council::id::MemberId;
use crate::council::name::Name;
use crate::council::sitting::Sitting;
use crate::french::grammar::addressed;
use crate::french::matters as words;
use crate::french::minutes::rapporteur;
use crate::french::numbers::short_date;
use crate::papers::compose::{attendance, tables, text};
use crate::papers::document::{Block, Line, Run, Style};
use crate::papers::markdown_text;

/// Who brings it and presents it, and whether it was on the agenda.
pub fn what_it_is(sitting: &Sitting, report: &Report) -> Vec<Block> {
    let docket = sitting.docket();
    let mut blocks = Vec::new();
    if report.in_the_sitting {
        let added = sitting.chronicle().last(|what| matches!(what, What::ReportAdded(id) if *id == report.id));
        blocks.push(text(&words::added_in_the_sitting(added.and_then(|happening| happening.at))));
    }
    let presents = sitting.rapporteur(report).and_then(|id| docket.roster.get(id)).map(|member| &member.name);
    let authors = names(sitting, &report.authors);
    let brought = words::brought_by(report.kind, &authors, presents, docket.body.kind);
    blocks.extend(brought.map(|said| text(&said)));
    // Whoever answers a question is told with it.
    let is_told = report.kind == ReportKind::OralQuestion;
    blocks.extend(presents.filter(|_| !is_told).map(|name| text(&rapporteur(&addressed(name)))));
    blocks
}

fn names<'a>(sitting: &'a Sitting, members: &[MemberId]) -> Vec<&'a Name> {
    members.iter().filter_map(|id| sitting.docket().roster.get(id)).map(|member| &member.name).collect()
}

/// The decisions taken by delegation, in a table.
pub fn decisions(sitting: &Sitting, report: &Report) -> Vec<Block> {
    if report.decisions.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        tables::words(words::DECISION_NUMBER, 18),
        tables::words(words::DECISION_DATE, 16),
        tables::words(words::DECISION_OBJECT, 66),
    ];
    let row = |decision: &DelegatedDecision| {
        let number = decision.number.as_deref().unwrap_or(words::UNKNOWN);
        let date = decision.date.map_or_else(|| words::UNKNOWN.to_owned(), short_date);
        vec![Run::literal(number).into(), Run::literal(&date).into(), Line::prose(&decision.object)]
    };
    let rows = report.decisions.iter().map(row).collect();
    vec![
        text(&words::decisions_reported(sitting.docket().body.kind, &sitting.rules())),
        tables::table(words::DECISIONS, columns, rows),
    ]
}

/// Who stands for its posts.
pub fn candidates(sitting: &Sitting, report: &Report) -> Option<Block> {
    // Those of a ballot by urn may change between two rounds: each round says who stands.
    if sitting.secret_vote(&report.id, None).is_some_and(|secret| secret.urn().is_some()) {
        return None;
    }
    let candidates = &sitting.handling(&report.id).candidates;
    if candidates.is_empty() {
        return None;
    }
    let members: Vec<_> = candidates.iter().filter_map(|id| sitting.docket().roster.get(id)).collect();
    let names: Vec<&Name> = members.iter().map(|member| &member.name).collect();
    Some(attendance::list(&words::candidates(&names), attendance::names(&members, &sitting.docket().roster)))
}

/// What was remarked on the minutes that it settles.
pub fn remarks(sitting: &Sitting, report: &Report) -> Vec<Block> {
    let remarks = &sitting.handling(&report.id).remarks;
    if remarks.is_empty() {
        return Vec::new();
    }
    let item = |remark: &crate::council::handling::Remark| -> Vec<Block> {
        let by = remark.by.as_ref().and_then(|id| sitting.docket().roster.get(id));
        let mut said = markdown_text::blocks(&remark.text, 3);
        let Some(by) = by.map(|member| Run::name(&addressed(&member.name))) else { return said };
        let head = Line::from(by).then(Run::prose(" : "));
        match said.first_mut() {
            Some(Block::Paragraph(_, line)) => line.0.splice(0..0, head.0).for_each(drop),
            _ => said.insert(0, Block::Paragraph(Style::Text, head)),
        }
        said
    };
    vec![text(words::REMARKS), Block::List(None, remarks.iter().map(item).collect())]
}
