//! One report in the minutes: its text, its room, what was said, its vote.

use crate::council::agenda::{AgendaItem, Report};
use crate::council::law::Subject;
use crate::council::sitting::{Done, Progress, Sitting};
use crate::french::grammar::addressed;
use crate::french::minutes as words;
use crate::french::papers::DELIBERATION_OF_NUMBER;
use crate::french::quorum;
use crate::papers::compose::course::Course;
use crate::papers::compose::officers::Officers;
use crate::papers::compose::{Sources, rectified, recusals, tables, text, texts, vote};
use crate::papers::document::{Block, Line, Run, Style};
use crate::papers::markdown_text;

use super::{Extent, missing_text, named};

/// Each report in the order of the agenda, under the heading of its chapter.
pub fn all(sources: &Sources<'_>, extent: Extent, officers: &Officers<'_>, course: &Course) -> Vec<Block> {
    let mut blocks = Vec::new();
    let sitting = sources.sitting;
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
                blocks.extend(one_report(sources, extent, report, officers, course));
            }
        }
    }
    blocks
}

fn one_report(
    sources: &Sources<'_>,
    extent: Extent,
    report: &Report,
    officers: &Officers<'_>,
    course: &Course,
) -> Vec<Block> {
    let sitting = sources.sitting;
    let mut blocks = Vec::new();
    // What the council did not examine is no délibération, whatever number was meant for it.
    if sitting.progress(&report.id).is_some() && sitting.act(report).is_some() {
        let number = Line::prose(DELIBERATION_OF_NUMBER);
        blocks.push(Block::Paragraph(Style::Text, joined(number, tables::act(sitting, report))));
    }
    if let Some(rapporteur) = sitting.rapporteur(report).and_then(|id| sitting.docket().roster.get(id)) {
        blocks.push(text(&words::rapporteur(&addressed(&rapporteur.name))));
    }
    blocks.extend(text_of(sitting, extent, report));
    let Some(progress) = sitting.progress(&report.id) else {
        blocks.push(Block::Paragraph(Style::Decision, Line::prose(words::NOT_EXAMINED)));
        return blocks;
    };
    blocks.extend(room_of(sitting, report, progress, officers));
    blocks.extend(course.during(&report.id));
    blocks.extend(discussions(sources, report, progress));
    match progress {
        Progress::Opened(_) => blocks.push(Block::Paragraph(Style::Decision, Line::prose(words::STILL_OPEN))),
        Progress::Done(done) => blocks.extend(vote_of(sitting, extent, report, done)),
    }
    blocks
}

fn joined(mut line: Line, other: Line) -> Line {
    line.0.extend(other.0);
    line
}

/// The report on which the act was adopted: its text, or where it is; a mark where the law wants one and there is none.
fn text_of(sitting: &Sitting, extent: Extent, report: &Report) -> Vec<Block> {
    let is_adopted = sitting.progress(&report.id).and_then(Progress::done).is_some_and(|it| it.outcome.is_adopted());
    let mut blocks = Vec::new();
    if !report.has_text() && is_adopted && sitting.rules().article(Subject::Minutes).is_some() {
        blocks.push(missing_text(words::REPORT_TEXT));
    }
    match extent {
        Extent::Full => blocks.extend(texts::body(report, 3)),
        Extent::Short => blocks.extend(report.has_text().then(|| text(words::TEXT_OF_THE_REPORT))),
    }
    if !report.annexes.is_empty() {
        blocks.push(text(&words::annexed(report.annexes.len())));
    }
    blocks
}

/// What was said, as the secretary noted it: its headings stand under that of the report.
fn discussions(sources: &Sources<'_>, report: &Report, progress: &Progress) -> Vec<Block> {
    let Some(notes) = sources.notes.of(&report.id) else {
        return progress.done().map(|_| missing_text(words::DISCUSSIONS)).into_iter().collect();
    };
    let mut blocks = vec![Block::Paragraph(Style::Text, Run::prose(words::WHAT_WAS_SAID).bold().into())];
    blocks.extend(markdown_text::blocks(notes, 3));
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
fn vote_of(sitting: &Sitting, extent: Extent, report: &Report, done: &Done) -> Vec<Block> {
    let Done { vote, at, .. } = done;
    let mut blocks = recusals::sentences(sitting, &report.id, vote);
    blocks.extend(vote::irregularities(sitting, &report.id));
    blocks.push(vote::head(sitting, done));
    blocks.extend(vote::figures(sitting, &report.id, None, done, vote::Shape::Line));
    blocks.extend(match extent {
        Extent::Full => vote::names_by_choice(sitting, vote),
        Extent::Short => vote::votes_and_names(sitting, report, done),
    });
    blocks.push(vote::decision(sitting, report, done));
    blocks.extend(at.map(|hour| text(&words::proclaimed_at(hour))));
    blocks.extend(rectified::notes(sitting, &report.id, done));
    blocks
}
