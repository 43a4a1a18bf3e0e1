//! The *convocation*: day, place, agenda by chapter, who convenes, and a power to fill for whoever cannot come.

use crate::council::agenda::{AgendaItem, Report, ReportKind};
use crate::council::law::{Rules, Subject};
use crate::council::roster::Member;
use crate::council::sitting::Sitting;
use crate::french::convocation as words;
use crate::french::elections::election_of;
use crate::french::grammar::{capitalised, the_chair, the_named_body};
use crate::french::minutes::{NUMBER, without_article};
use crate::french::numbers::{date, hour};
use crate::french::papers::sitting_of;
use crate::papers::document::{Block, Document, Fields, Inline, Line, Run, Signatory, Status, Style};

use super::{missing, text};

/// Composes the convocation. It tells what was laid before the council, whatever happened since.
pub fn compose(sitting: &Sitting) -> Document {
    let docket = sitting.docket();
    let rules = sitting.rules();
    let meeting = &docket.meeting;
    let body = without_article(&the_named_body(&docket.body));
    let title = format!("{body} – {} {}", words::TITLE, date(meeting.date));
    let mut blocks = vec![Block::Heading(1, Line::prose(&title)), text(words::DEAR)];
    blocks.push(Block::Paragraph(Style::Object, where_and_when(sitting)));
    blocks.extend(meeting.second_of.map(|first| text(&words::second(first, docket, &rules))));
    let elections = elections(sitting);
    blocks.extend((!elections.is_empty()).then(|| text(&words::elections(&elections, &rules))));
    blocks.push(Block::Heading(2, Line::prose(words::AGENDA)));
    blocks.extend(agenda(sitting));
    blocks.push(Block::KeepTogether(convened(sitting, &rules)));
    blocks.extend(power(sitting, &rules));
    Document {
        title,
        body: docket.body.name.clone(),
        date: meeting.date,
        reference: sitting_of(&date(meeting.date)),
        // It is sent before anything is decided, and what lacks in it is marked.
        status: Status::Final,
        fields: Fields::new(),
        blocks,
    }
}

/// « Vous êtes convoqué(e) à la séance … qui se tiendra le lundi 3 mars 2025 à [à compléter : heure] à l’hôtel de ville. »
fn where_and_when(sitting: &Sitting) -> Line {
    let docket = sitting.docket();
    let line = Line::prose(&words::convened(&docket.body, docket.meeting.date));
    let line = match docket.meeting.hour {
        Some(at) => line.then(Run::name(&hour(at))),
        None => join(line, missing(words::HOUR)),
    };
    let line = line.then(Run::prose(", "));
    let line = match &docket.meeting.place {
        Some(place) => line.then(Run::prose(&words::at(place))),
        None => join(line, missing(words::PLACE)),
    };
    line.then(Run::prose("."))
}

/// What the convocation must announce by name (art. L.2122-8 of the CGCT).
fn elections(sitting: &Sitting) -> Vec<&'static str> {
    let reports = sitting.docket().agenda.reports().filter(|report| !report.in_the_sitting);
    let offices = reports.filter_map(|report| match report.kind {
        ReportKind::Election { office, .. } if office.is_taken_up_at_once() => Some(election_of(office)),
        _ => None,
    });
    offices.collect()
}

/// Whether who presides is elected in the sitting: whoever is to preside first did not convene it.
fn elects_who_presides(sitting: &Sitting) -> bool {
    let is_of_a_head =
        |report: &Report| matches!(report.kind, ReportKind::Election { office, .. } if office.presides());
    sitting.docket().agenda.reports().any(is_of_a_head)
}

fn join(mut line: Line, other: Line) -> Line {
    line.0.extend(other.0);
    line
}

/// The reports under their chapters, each with what is asked of the council.
fn agenda(sitting: &Sitting) -> Vec<Block> {
    let docket = sitting.docket();
    let mut blocks = Vec::new();
    let mut reports: Vec<Vec<Block>> = Vec::new();
    for item in &docket.agenda.items {
        match item {
            AgendaItem::Chapter(title) => {
                end_list(&mut blocks, &mut reports);
                blocks.push(Block::Heading(3, Line::prose(title)));
            }
            // Nobody is convened to what is added in the sitting.
            AgendaItem::Report(report) if report.in_the_sitting => {}
            AgendaItem::Report(report) => {
                let rapporteur = report.rapporteur.as_ref().and_then(|id| docket.roster.get(id));
                let is_added = report.added && docket.meeting.second_of.is_some();
                let mark = report.voted_with.as_ref();
                let of_that_mark = docket.agenda.reports().filter(|other| other.voted_with.as_ref() == mark).count();
                let line = named(report, rapporteur, mark.is_some() && of_that_mark > 1);
                let line = if is_added { line.then(Run::prose(words::ADDED)) } else { line };
                reports.push(vec![Block::Paragraph(Style::Text, line)]);
            }
        }
    }
    end_list(&mut blocks, &mut reports);
    blocks
}

fn end_list(blocks: &mut Vec<Block>, reports: &mut Vec<Vec<Block>>) {
    if !reports.is_empty() {
        blocks.push(Block::List(None, std::mem::take(reports)));
    }
}

/// « N° 01 – Tarifs de la salle des fêtes (délibération ; rapporteur : Monsieur Luc BAUDRY) ».
fn named(report: &Report, rapporteur: Option<&Member>, is_put_with_others: bool) -> Line {
    Line::prose(NUMBER)
        .then(Run::literal(report.id.as_str()))
        .then(Run::prose(&format!(" – {}", report.object)))
        .then(Run::prose(&words::what_is_asked(report, rapporteur, is_put_with_others)))
}

/// Who convenes, and when.
fn convened(sitting: &Sitting, rules: &Rules) -> Vec<Block> {
    let docket = sitting.docket();
    let meeting = &docket.meeting;
    let mut blocks: Vec<Block> = words::sent(docket, rules).map(|sentence| text(&sentence)).into_iter().collect();
    if meeting.convened_on.is_none() {
        blocks.push(Block::Paragraph(Style::Text, missing(words::SENT_ON)));
    }
    let president = meeting.president.as_ref().and_then(|id| docket.roster.get(id));
    let name = president.map(|president| Run::name(&president.name.spoken()).into());
    blocks.push(Block::Signatures(vec![if elects_who_presides(sitting) {
        let by = meeting.convened_by.as_deref();
        let title = by.map_or_else(|| missing(words::CONVENED_BY), |by| Line::prose(&capitalised(by)));
        Signatory { title, name: Line::default() }
    } else {
        Signatory {
            title: Line::prose(&capitalised(the_chair(docket.body.kind, president))),
            name: name.unwrap_or_else(|| missing(words::CONVENED_BY)),
        }
    }]));
    blocks
}

/// The power to fill, on a sheet of its own; only where a rule allows one.
fn power(sitting: &Sitting, rules: &Rules) -> Vec<Block> {
    let docket = sitting.docket();
    if rules.article(Subject::Proxy).is_none() && rules.proxies_per_holder().is_none() {
        return Vec::new();
    }
    let mut form = Line::prose(words::UNDERSIGNED).then(Run::literal(words::BLANK));
    form.0.push(Inline::Break);
    form = form.then(Run::prose(&words::prevented(docket)));
    form.0.push(Inline::Break);
    form = form.then(Run::prose(words::GIVES_POWER_TO)).then(Run::literal(words::BLANK));
    form.0.push(Inline::Break);
    form = form.then(Run::prose(&words::to_vote(rules)));
    let mut blocks =
        vec![Block::NewSheet, Block::Heading(2, Line::prose(words::POWER)), Block::Paragraph(Style::Text, form)];
    blocks.extend(words::limits(rules).map(|sentence| text(&sentence)));
    blocks.push(Block::KeepTogether(vec![text(words::DONE_AT), text(words::SIGNATURE)]));
    blocks
}
