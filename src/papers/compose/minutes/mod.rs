//! The *procès-verbal*: the whole sitting, the room of its opening, each report in the order of the agenda, and between
//! them what happened.
//!
//! It is a draft until it is settled (*arrêté*) at the next sitting. What the law wants in it and the sitting does not know
//! is marked « [à compléter : …] », and a draft lists the marks with their articles (CGCT, art. L.2121-15).
//!
//! Abridged, it has every mention of the law and what was said; the texts of the reports stay with the délibérations.

pub mod matter;
mod report;
mod votes;

use crate::council::agenda::{AgendaItem, Report};
use crate::council::attendance::Presence;
use crate::council::hour::Hour;
use crate::council::id::ReportId;
use crate::council::law::Subject;
use crate::council::mentions::missing as missing_mentions;
use crate::council::sitting::{Sitting, Stage};
use crate::french::grammar::the_named_body;
use crate::french::matters;
use crate::french::mentions;
use crate::french::minutes as words;
use crate::french::numbers::date;
use crate::french::papers::sitting_of;
use crate::french::quorum;
use crate::french::sentences::convening_in_letters;
use crate::french::settings::own_rules;
use crate::french::settlement;
use crate::papers::document::{Block, Document, Fields, Line, Run, Status, Style};
use crate::papers::markdown_text;

use super::course::Course;
use super::officers::Officers;
use super::{Sources, attendance, missing, rectified, text, vote};

/// How much of the sitting the minutes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything.
    Full,
    /// Without the texts of the reports.
    Short,
}

/// Composes the minutes.
pub fn compose(sources: &Sources<'_>, extent: Extent) -> Document {
    let Sources { sitting, seal, .. } = *sources;
    let docket = sitting.docket();
    let title = words::title(&the_named_body(&docket.body), &date(docket.meeting.date), extent == Extent::Short);
    let officers = Officers::of_the_sitting(sitting);
    let course = Course::of(sitting);
    let mut blocks = vec![Block::Heading(1, Line::prose(&title))];
    blocks.extend(opening(sitting, &officers));
    blocks.extend(who_was_there(sitting));
    blocks.extend(course.before_the_reports.iter().cloned());
    blocks.extend(agenda(sitting));
    blocks.extend(report::all(sources, extent, &officers, &course));
    blocks.extend(closing(sitting, seal, &officers, &course));
    blocks.extend(rectified::annex(sitting, |id| docket.agenda.report(id).map(named).unwrap_or_default()));
    let status = if sitting.settlement().is_some() { Status::Final } else { Status::Draft };
    if status == Status::Draft {
        blocks.extend(to_be_completed(sources));
    }
    Document {
        reference: sitting_of(&date(docket.meeting.date)),
        body: docket.body.name.clone(),
        date: docket.meeting.date,
        title,
        status,
        fields: Fields::new(),
        blocks,
    }
}

fn missing_text(what: &str) -> Block {
    Block::Paragraph(Style::Text, missing(what))
}

/// Day, place, convocation, hour, president, secretaries.
fn opening(sitting: &Sitting, officers: &Officers<'_>) -> Vec<Block> {
    let docket = sitting.docket();
    let mut blocks = vec![text(&convening_in_letters(docket, &sitting.rules()))];
    if docket.meeting.place.is_none() {
        blocks.push(missing_text(words::PLACE));
    }
    match (sitting.opening(), sitting.stage()) {
        (None, Stage::Adjourned) => {
            let is_missed = sitting.quorum_at_roll_call().is_met() == Some(false);
            blocks.push(text(if is_missed { words::NEVER_OPENED } else { words::NOT_OPENED }));
        }
        (None, _) => blocks.push(text(words::NOT_OPENED)),
        (Some(opening), _) => blocks.push(match opening.at {
            Some(hour) => text(&words::opened_at(hour)),
            None => missing_text(words::OPENING_HOUR),
        }),
    }
    blocks.push(officers.presidency());
    let secretaries = officers.secretary_lines();
    if secretaries.is_empty() {
        blocks.push(missing_text(words::THE_SECRETARY));
    }
    blocks.extend(secretaries);
    blocks
}

/// The lists at the opening, the quorum with its figures and article, the rules that are the body's own, what was
/// irregular. A sitting that is not open shows the room as it stands.
fn who_was_there(sitting: &Sitting) -> Vec<Block> {
    let docket = sitting.docket();
    let rules = sitting.rules();
    let room = sitting.opening().map_or_else(|| sitting.room(), |opening| opening.room.clone());
    let mut blocks = vec![Block::Heading(2, Line::prose(words::ATTENDANCE))];
    // Nobody steps out of a sitting that is not open yet.
    blocks.extend(attendance::lists(&room, &|_| Presence::Present, &docket.roster, rules));
    blocks.push(text(&match (sitting.opening_quorum(), sitting.stage()) {
        (Some(quorum), _) => quorum::at_the_opening(quorum, &rules, docket.meeting.second_of),
        (None, Stage::Adjourned) => quorum::at_the_roll_call(&sitting.quorum_at_roll_call(), &rules),
        (None, _) => quorum::at_the_opening(&sitting.quorum_at_opening(), &rules, docket.meeting.second_of),
    }));
    blocks.extend(own_rules(&docket.body.settings).iter().map(|rule| text(rule)));
    blocks.extend(vote::irregularities_of_the_opening(sitting));
    blocks
}

/// The agenda: chapters, and under each its reports.
fn agenda(sitting: &Sitting) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, Line::prose(words::AGENDA))];
    let mut reports: Vec<Vec<Block>> = Vec::new();
    for item in &sitting.docket().agenda.items {
        match item {
            AgendaItem::Chapter(title) => {
                end_list(&mut blocks, &mut reports);
                blocks.push(Block::Paragraph(Style::Text, Run::prose(title).bold().into()));
            }
            AgendaItem::Report(report) => {
                let added = report.in_the_sitting.then(|| Run::prose(matters::ADDED_TO_THE_AGENDA));
                let line = added.into_iter().fold(named(report), Line::then);
                reports.push(vec![Block::Paragraph(Style::Text, line)]);
            }
        }
    }
    end_list(&mut blocks, &mut reports);
    if sitting.docket().agenda.reports().next().is_none() {
        blocks.push(missing_text(words::REPORTS_OF_THE_AGENDA));
    }
    blocks
}

fn end_list(blocks: &mut Vec<Block>, reports: &mut Vec<Vec<Block>>) {
    if !reports.is_empty() {
        blocks.push(Block::List(None, std::mem::take(reports)));
    }
}

/// « N° 07 – Tarifs de la restauration scolaire ».
fn named(report: &Report) -> Line {
    Line::prose(words::NUMBER).then(Run::literal(report.id.as_str())).then(Run::prose(&format!(" – {}", report.object)))
}

/// The end of the sitting, the head of the record, who signs.
fn closing(sitting: &Sitting, seal: Option<&str>, officers: &Officers<'_>, course: &Course) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, Line::prose(words::END))];
    blocks.extend(particular_ballots(sitting));
    blocks.extend(course.after_the_reports.iter().cloned());
    // The end of the sitting stands on the page of those who sign it.
    let mut kept = match (sitting.stage(), sitting.closed_at()) {
        (Stage::Closed, Some(hour)) => vec![text(&words::closed_at(hour))],
        (Stage::Closed, None) => vec![text(words::CLOSED), missing_text(words::CLOSING_HOUR)],
        (Stage::Adjourned, at) => vec![text(&adjourned(sitting, at))],
        _ => vec![text(words::NOT_CLOSED)],
    };
    if let Some(seal) = seal {
        kept.push(Block::Paragraph(Style::Text, Line::prose(words::RECORD).then(Run::literal(seal))));
    }
    kept.extend(settled(sitting));
    kept.push(Block::Signatures(officers.sign()));
    blocks.push(Block::KeepTogether(kept));
    blocks
}

/// Under which reports a particular ballot was asked for, or that none was: art. L.2121-15 of the CGCT wants it said.
fn particular_ballots(sitting: &Sitting) -> Option<Block> {
    let reports = sitting.docket().agenda.reports().map(|report| &report.id);
    let asked: Vec<&ReportId> = reports.filter(|id| !sitting.handling(id).requests.is_empty()).collect();
    if !asked.is_empty() {
        let requests = asked.iter().map(|id| sitting.handling(id).requests.len()).sum();
        return Some(text(&matters::particular_ballots(&asked, requests)));
    }
    let is_wanted = sitting.done().next().is_some() && sitting.rules().article(Subject::Minutes).is_some();
    is_wanted.then(|| text(words::NO_PARTICULAR_BALLOT))
}

/// When the minutes were settled, with what was remarked.
fn settled(sitting: &Sitting) -> Vec<Block> {
    let Some(settlement) = sitting.settlement() else { return Vec::new() };
    let article = sitting.rules().article(Subject::Minutes);
    let mut blocks = vec![text(&settlement::settled(settlement.on, article))];
    match &settlement.remarks {
        Some(remarks) => {
            blocks.push(Block::Paragraph(Style::Text, Run::prose(settlement::REMARKS).bold().into()));
            blocks.extend(markdown_text::blocks(remarks, 2));
        }
        None => blocks.push(text(settlement::NO_REMARK)),
    }
    blocks
}

/// What is missing, each with its article; nothing if nothing is.
fn to_be_completed(sources: &Sources<'_>) -> Vec<Block> {
    let missing = missing_mentions(sources.sitting, sources.notes);
    if missing.is_empty() {
        return Vec::new();
    }
    let lines = mentions::list(&missing, sources.sitting.docket());
    let items = lines.iter().map(|line| vec![text(line)]).collect();
    vec![Block::Heading(2, Line::prose(words::TO_BE_COMPLETED)), Block::List(None, items)]
}

fn adjourned(sitting: &Sitting, at: Option<Hour>) -> String {
    let missed = if sitting.opening().is_some() { sitting.quorum() } else { sitting.quorum_at_roll_call() };
    quorum::adjourned(&missed, sitting.docket().body.kind, &sitting.rules(), at)
}
