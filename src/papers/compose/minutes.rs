//! The *procès-verbal*: the whole sitting, the room of its opening, each report in the order of the agenda, and between
//! them what happened.
//!
//! It is a draft until it is settled (*arrêté*) at the next sitting, and nothing settles it yet. What the law wants in it
//! and the sitting does not know is marked « [à compléter : …] » (CGCT, art. L.2121-15).

use crate::council::agenda::{AgendaItem, Report};
use crate::council::attendance::Presence;
use crate::council::hour::Hour;
use crate::council::sitting::{Done, Progress, Sitting, Stage};
use crate::french::grammar::{addressed, the_named_body};
use crate::french::minutes as words;
use crate::french::numbers::date;
use crate::french::papers::{deliberation, sitting_of};
use crate::french::quorum;
use crate::french::sentences::{convening, result};
use crate::french::settings::own_rules;
use crate::papers::document::{Block, Document, Line, Run, Status, Style};

use super::course::Course;
use super::officers::Officers;
use super::{attendance, missing, rectified, recusals, texts, vote};

/// Composes the minutes; `seal` is the head of the record.
pub fn compose(sitting: &Sitting, seal: Option<&str>) -> Document {
    let docket = sitting.docket();
    let title = words::title(&the_named_body(&docket.body), &date(docket.meeting.date));
    let officers = Officers::of_the_sitting(sitting);
    let course = Course::of(sitting);
    let mut blocks = vec![Block::Heading(1, Line::prose(&title))];
    blocks.extend(opening(sitting, &officers));
    blocks.extend(who_was_there(sitting));
    blocks.extend(course.before_the_reports.iter().cloned());
    blocks.extend(agenda(sitting));
    blocks.extend(reports(sitting, &officers, &course));
    blocks.extend(closing(sitting, seal, &officers, &course));
    blocks.extend(rectified::annex(sitting, |id| docket.agenda.report(id).map(named).unwrap_or_default()));
    Document {
        reference: sitting_of(&date(docket.meeting.date)),
        body: docket.body.name.clone(),
        date: docket.meeting.date,
        title,
        status: Status::Draft,
        blocks,
    }
}

fn text(sentence: &str) -> Block {
    Block::Paragraph(Style::Text, Line::prose(sentence))
}

fn missing_text(what: &str) -> Block {
    Block::Paragraph(Style::Text, missing(what))
}

/// Day, place, convocation, hour, president, secretaries.
fn opening(sitting: &Sitting, officers: &Officers<'_>) -> Vec<Block> {
    let docket = sitting.docket();
    let mut blocks = vec![text(&convening(docket, &sitting.rules()))];
    if docket.meeting.place.is_none() {
        blocks.push(missing_text(words::PLACE));
    }
    match (sitting.opening(), sitting.stage()) {
        (None, Stage::Adjourned) => {
            let is_missed = sitting.quorum_at_opening().is_met() == Some(false);
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
        (None, Stage::Adjourned) => quorum::at_the_roll_call(&sitting.quorum_at_opening(), &rules),
        (None, _) => quorum::at_the_opening(&sitting.quorum_at_opening(), &rules, docket.meeting.second_of),
    }));
    blocks.extend(own_rules(&docket.body.settings).iter().map(|rule| text(rule)));
    blocks.extend(vote::irregularities_of_the_opening(sitting));
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
fn reports(sitting: &Sitting, officers: &Officers<'_>, course: &Course) -> Vec<Block> {
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
                blocks.extend(course.before(&report.id));
                blocks.extend(one_report(sitting, report, officers, course));
            }
        }
    }
    blocks
}

fn one_report(sitting: &Sitting, report: &Report, officers: &Officers<'_>, course: &Course) -> Vec<Block> {
    let mut blocks = Vec::new();
    if report.act.is_some() {
        let number = Run::literal(&deliberation(report.act.as_deref(), report.id.as_str()));
        blocks.push(Block::Paragraph(Style::Text, number.into()));
    }
    if let Some(rapporteur) = sitting.rapporteur(report).and_then(|id| sitting.docket().roster.get(id)) {
        blocks.push(text(&words::rapporteur(&addressed(&rapporteur.name))));
    }
    blocks.extend(texts::body(report, 3));
    if !report.annexes.is_empty() {
        blocks.push(text(&words::annexed(report.annexes.len())));
    }
    let Some(progress) = sitting.progress(&report.id) else {
        blocks.push(Block::Paragraph(Style::Decision, Line::prose(words::NOT_EXAMINED)));
        return blocks;
    };
    blocks.extend(room_of(sitting, report, progress, officers));
    blocks.extend(course.during(&report.id));
    match progress {
        Progress::Opened(_) => blocks.push(Block::Paragraph(Style::Decision, Line::prose(words::STILL_OPEN))),
        Progress::Done(done) => {
            blocks.push(missing_text(words::DISCUSSIONS));
            blocks.extend(vote_of(sitting, report, done));
        }
    }
    blocks
}

/// Quorum of the report when it was opened, and who presides over it if it is another.
fn room_of(sitting: &Sitting, report: &Report, progress: &Progress, officers: &Officers<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if report.added && sitting.docket().meeting.second_of.is_some() {
        blocks.push(text(quorum::ADDED));
    }
    blocks.push(text(&quorum::of_the_report(&progress.vote().quorum, &sitting.rules())));
    let of_the_report = Officers::of_the_report(sitting, report);
    if of_the_report.has_another_chair_than(officers) {
        blocks.push(of_the_report.presidency());
    }
    blocks
}

/// Who took no part, result, figures, who voted how, decision, hour, what was rectified.
fn vote_of(sitting: &Sitting, report: &Report, done: &Done) -> Vec<Block> {
    let Done { vote, tally, outcome, at, .. } = done;
    let docket = sitting.docket();
    let mut blocks = recusals::sentences(sitting, &report.id, vote);
    blocks.extend(vote::irregularities(sitting, &report.id));
    let head = Run::prose(&words::vote_and_result(result(*outcome))).bold();
    blocks.push(Block::Paragraph(Style::Text, head.into()));
    blocks.push(Block::Paragraph(Style::Text, vote::figures_in_a_line(tally)));
    blocks.extend(vote::names_by_choice(vote, &docket.roster));
    blocks.push(vote::decision(sitting, report, done));
    blocks.extend(at.map(|hour| text(&words::proclaimed_at(hour))));
    blocks.extend(rectified::notes(sitting, &report.id, done));
    blocks
}

/// The end of the sitting, the head of the record, who signs.
fn closing(sitting: &Sitting, seal: Option<&str>, officers: &Officers<'_>, course: &Course) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, Line::prose(words::END))];
    blocks.extend(course.after_the_reports.iter().cloned());
    match (sitting.stage(), sitting.closed_at()) {
        (Stage::Closed, Some(hour)) => blocks.push(text(&words::closed_at(hour))),
        (Stage::Closed, None) => blocks.extend([text(words::CLOSED), missing_text(words::CLOSING_HOUR)]),
        (Stage::Adjourned, at) => blocks.push(text(&adjourned(sitting, at))),
        _ => blocks.push(text(words::NOT_CLOSED)),
    }
    if let Some(seal) = seal {
        blocks.push(Block::Paragraph(Style::Text, Line::prose(words::RECORD).then(Run::literal(seal))));
    }
    blocks.push(Block::KeepTogether(vec![Block::Signatures(officers.sign())]));
    blocks
}

fn adjourned(sitting: &Sitting, at: Option<Hour>) -> String {
    let missed = if sitting.opening().is_some() { sitting.quorum() } else { sitting.quorum_at_opening() };
    quorum::adjourned(&missed, sitting.docket().body.kind, &sitting.rules(), at)
}
