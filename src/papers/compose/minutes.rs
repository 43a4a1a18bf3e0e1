//! The *procès-verbal*: the whole sitting, each report in the order of the agenda.
//!
//! It is a draft until it is settled (*arrêté*) at the next sitting, and nothing settles it yet. What the law wants in it
//! and the sitting does not know is marked « [à compléter : …] » (CGCT, art. L.2121-15).

use crate::council::agenda::{AgendaItem, Report};
use crate::council::id::MemberId;
use crate::council::roster::Member;
use crate::council::sitting::{Done, Progress, Sitting, Stage};
use crate::french::findings;
use crate::french::grammar::{addressed, the_named_body};
use crate::french::minutes as words;
use crate::french::numbers::date;
use crate::french::papers::deliberation;
use crate::french::sentences::{convening, decision, result};
use crate::papers::document::{Block, Document, Line, Run, Status, Style};

use super::officers::{Officer, chair_and_secretary, secretary_line};
use super::{attendance, missing, texts, vote};

/// Composes the minutes; `seal` is the head of the record.
pub fn compose(sitting: &Sitting, seal: Option<&str>) -> Document {
    let docket = sitting.docket();
    let title = words::title(&the_named_body(&docket.body), &date(docket.meeting.date));
    let mut blocks = vec![Block::Heading(1, Line::prose(&title))];
    blocks.extend(opening(sitting));
    blocks.extend(who_was_there(sitting));
    blocks.extend(agenda(sitting));
    blocks.extend(reports(sitting));
    blocks.extend(closing(sitting, seal));
    Document { title, status: Status::Draft, blocks }
}

fn text(sentence: &str) -> Block {
    Block::Paragraph(Style::Text, Line::prose(sentence))
}

fn missing_text(what: &str) -> Block {
    Block::Paragraph(Style::Text, missing(what))
}

fn member<'a>(sitting: &'a Sitting, id: Option<&MemberId>) -> Option<&'a Member> {
    id.and_then(|id| sitting.docket().roster.get(id))
}

/// Day, place, convocation, hour, president, secretary.
fn opening(sitting: &Sitting) -> Vec<Block> {
    let docket = sitting.docket();
    let mut blocks = vec![text(&convening(docket, &sitting.rules()))];
    if docket.meeting.place.is_none() {
        blocks.push(missing_text(words::PLACE));
    }
    match (sitting.stage(), sitting.opened_at()) {
        (Stage::RollCall, _) => blocks.push(text(words::NOT_OPENED)),
        (_, Some(hour)) => blocks.push(text(&words::opened_at(hour))),
        (_, None) => blocks.push(missing_text(words::OPENING_HOUR)),
    }
    let room = sitting.attendance().room(&docket.roster);
    blocks.push(match Officer::president(docket, &room) {
        Officer::Here(president) => text(&words::presided_by(&addressed(&president.name), president.role.as_deref())),
        Officer::Away(president) => missing_text(&words::who_presided(&president.name)),
        Officer::Unnamed => missing_text(words::PRESIDENT),
    });
    blocks.push(secretary_line(docket, &room).unwrap_or_else(|| missing_text(words::THE_SECRETARY)));
    blocks
}

/// The lists at the opening, the quorum with its figures and article, what was irregular.
fn who_was_there(sitting: &Sitting) -> Vec<Block> {
    let docket = sitting.docket();
    let room = sitting.attendance().room(&docket.roster);
    let mut blocks = vec![Block::Heading(2, Line::prose(words::ATTENDANCE))];
    blocks.extend(attendance::lists(&room, &docket.roster, sitting.rules()));
    let quorum = sitting.opening_quorum().copied().unwrap_or_else(|| sitting.quorum());
    blocks.push(text(&words::quorum_at_the_opening(&quorum, &room, &findings::quorum(&quorum))));
    blocks.extend(vote::irregularities(sitting, None));
    blocks.push(missing_text(words::PARTICULAR_BALLOTS));
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
            AgendaItem::Report(report) => reports.push(vec![Block::Paragraph(Style::Text, named(report))]),
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

/// « N° 07 – Tarifs de la restauration scolaire ».
fn named(report: &Report) -> Line {
    Line::prose(words::NUMBER).then(Run::literal(report.id.as_str())).then(Run::prose(&format!(" – {}", report.object)))
}

/// Each report in the order of the agenda, under the heading of its chapter.
fn reports(sitting: &Sitting) -> Vec<Block> {
    let mut blocks = Vec::new();
    let items = &sitting.docket().agenda.items;
    if matches!(items.first(), Some(AgendaItem::Report(_))) {
        blocks.push(Block::Heading(2, Line::prose(words::REPORTS)));
    }
    for item in items {
        match item {
            AgendaItem::Chapter(title) => blocks.push(Block::Heading(2, Line::prose(title))),
            AgendaItem::Report(report) => {
                blocks.push(Block::Heading(3, named(report)));
                blocks.extend(one_report(sitting, report));
            }
        }
    }
    blocks
}

fn one_report(sitting: &Sitting, report: &Report) -> Vec<Block> {
    let mut blocks = Vec::new();
    if report.act.is_some() {
        let number = Run::literal(&deliberation(report.act.as_deref(), report.id.as_str()));
        blocks.push(Block::Paragraph(Style::Text, number.into()));
    }
    if let Some(rapporteur) = member(sitting, report.rapporteur.as_ref()) {
        blocks.push(text(&words::rapporteur(&addressed(&rapporteur.name))));
    }
    blocks.extend(texts::body(report, 3));
    if !report.annexes.is_empty() {
        blocks.push(text(&words::annexed(report.annexes.len())));
    }
    match sitting.progress(&report.id) {
        None => blocks.push(Block::Paragraph(Style::Decision, Line::prose(words::NOT_EXAMINED))),
        Some(Progress::Opened(_)) => blocks.push(Block::Paragraph(Style::Decision, Line::prose(words::STILL_OPEN))),
        Some(Progress::Done(_)) => {
            blocks.push(missing_text(words::DISCUSSIONS));
            blocks.extend(vote_of(sitting, report));
        }
    }
    blocks
}

/// Quorum of the report, result, figures, who voted how, decision, hour.
fn vote_of(sitting: &Sitting, report: &Report) -> Vec<Block> {
    let Some(Done { vote, tally, outcome, at, .. }) = sitting.progress(&report.id).and_then(Progress::done) else {
        return Vec::new();
    };
    let docket = sitting.docket();
    let mut blocks = vec![text(&words::quorum_of_the_report(&vote.quorum, &vote.room))];
    blocks.extend(vote::irregularities(sitting, Some(&report.id)));
    let head = Run::prose(&words::vote_and_result(result(*outcome))).bold();
    blocks.push(Block::Paragraph(Style::Text, head.into()));
    blocks.push(Block::Paragraph(Style::Text, vote::figures_in_a_line(tally)));
    blocks.extend(vote::names_by_choice(vote, &docket.roster));
    let sentence = decision(report, docket.body.kind, tally, *outcome);
    blocks.push(Block::Paragraph(Style::Decision, Line::prose(&sentence)));
    blocks.extend(at.map(|hour| text(&words::proclaimed_at(hour))));
    blocks
}

/// The end of the sitting, the head of the record, who signs.
fn closing(sitting: &Sitting, seal: Option<&str>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, Line::prose(words::END))];
    match (sitting.stage(), sitting.closed_at()) {
        (Stage::Closed, Some(hour)) => blocks.push(text(&words::closed_at(hour))),
        (Stage::Closed, None) => blocks.extend([text(words::CLOSED), missing_text(words::CLOSING_HOUR)]),
        _ => blocks.push(text(words::NOT_CLOSED)),
    }
    if let Some(seal) = seal {
        blocks.push(Block::Paragraph(Style::Text, Line::prose(words::RECORD).then(Run::literal(seal))));
    }
    let room = sitting.attendance().room(&sitting.docket().roster);
    blocks.push(Block::KeepTogether(vec![Block::Signatures(chair_and_secretary(sitting.docket(), &room))]));
    blocks
}
