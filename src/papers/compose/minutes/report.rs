//! One report in the minutes: what it is, its text, its room, what was said, its votes, how it ended.

use crate::council::agenda::{AgendaItem, Report};
use crate::council::chronicle::What;
use crate::council::law::Subject;
use crate::council::mentions::{wants_a_text, wants_discussions};
use crate::council::sitting::{Progress, Sitting};
use crate::french::ballots::{put_together, put_with};
use crate::french::minutes as words;
use crate::french::papers::DELIBERATION_OF_NUMBER;
use crate::french::quorum;
use crate::papers::compose::course::Course;
use crate::papers::compose::officers::Officers;
use crate::papers::compose::{Sources, tables, text, texts};
use crate::papers::document::{Block, Line, Run, Style};
use crate::papers::markdown_text;

use super::{Extent, matter, missing_text, named, votes};

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
    let progress = sitting.progress(&report.id);
    let mut blocks = Vec::new();
    if bears_a_number(sitting, report) {
        let number = Line::prose(DELIBERATION_OF_NUMBER);
        blocks.push(Block::Paragraph(Style::Text, joined(number, tables::act(sitting, report))));
    }
    blocks.extend(matter::what_it_is(sitting, report));
    blocks.extend(text_of(sitting, extent, report));
    blocks.extend(matter::decisions(sitting, report));
    let Some(progress) = progress else {
        blocks.extend(votes::proposals(sitting, extent, report, course));
        blocks.push(Block::Paragraph(Style::Decision, Line::prose(words::NOT_EXAMINED)));
        return blocks;
    };
    if was_opened(sitting, report) {
        blocks.extend(room_of(sitting, report, progress, officers));
    }
    blocks.extend(together(report, progress));
    blocks.extend(matter::candidates(sitting, report));
    let proposals = votes::proposals(sitting, extent, report, course);
    let has_other_votes = !proposals.is_empty();
    if !has_other_votes {
        blocks.extend(course.during(&report.id));
    }
    blocks.extend(discussions(sources, report, progress));
    blocks.extend(matter::remarks(sitting, report));
    blocks.extend(proposals);
    if has_other_votes {
        blocks.extend(course.during(&report.id));
    }
    match progress {
        Progress::Opened(_) => blocks.push(Block::Paragraph(Style::Decision, Line::prose(words::STILL_OPEN))),
        Progress::Done(done) => blocks.extend(votes::end(sitting, extent, report, done, has_other_votes)),
    }
    blocks
}

/// What the council did not examine is no délibération, whatever number was meant for it; nor is what makes no act.
fn bears_a_number(sitting: &Sitting, report: &Report) -> bool {
    let is_left = |progress: &Progress| progress.done().is_some_and(|done| done.outcome.is_left());
    let is_examined = sitting.progress(&report.id).is_some_and(|progress| !is_left(progress));
    is_examined && report.kind.makes_an_act() && sitting.act(report).is_some()
}

/// A report may be withdrawn before anybody opened it: it then has no room of its own.
fn was_opened(sitting: &Sitting, report: &Report) -> bool {
    sitting.chronicle().last(|what| matches!(what, What::ReportOpened(opened) if *opened == report.id)).is_some()
}

fn joined(mut line: Line, other: Line) -> Line {
    line.0.extend(other.0);
    line
}

/// The report on which the act was adopted: its text, or where it is; a mark where the law wants one and there is none.
fn text_of(sitting: &Sitting, extent: Extent, report: &Report) -> Vec<Block> {
    let done = sitting.progress(&report.id).and_then(Progress::done);
    let is_wanted = done.is_some_and(|done| wants_a_text(report, done.outcome));
    let mut blocks = Vec::new();
    if !report.has_text() && is_wanted && sitting.rules().article(Subject::Minutes).is_some() {
        blocks.push(missing_text(words::REPORT_TEXT));
    }
    match extent {
        Extent::Short if report.kind.makes_an_act() => {
            // No délibération comes of what was withdrawn, postponed or set aside, nor of what was never examined.
            let is_over = sitting.stage().is_over();
            let may_have_an_act = done.map_or(!is_over, |done| !done.outcome.is_left());
            blocks.extend((report.has_text() && may_have_an_act).then(|| text(words::TEXT_OF_THE_REPORT)));
        }
        // What makes no act has no other paper where its text stands.
        Extent::Full | Extent::Short => blocks.extend(texts::body(sitting, report, 3)),
    }
    if !report.annexes.is_empty() {
        blocks.push(text(&words::annexed(report.annexes.len())));
    }
    blocks
}

/// What was said, as the secretary noted it: its headings stand under that of the report.
fn discussions(sources: &Sources<'_>, report: &Report, progress: &Progress) -> Vec<Block> {
    let Some(notes) = sources.notes.of(&report.id) else {
        let is_missing = progress.done().is_some_and(|done| wants_discussions(report, done, sources.notes));
        return is_missing.then(|| missing_text(words::DISCUSSIONS)).into_iter().collect();
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

/// All of those that are put to one vote under the first; under each other, with which it is.
fn together(report: &Report, progress: &Progress) -> Option<Block> {
    let together = &progress.vote().together;
    let first = together.first()?;
    Some(text(&if *first == report.id { put_together(together) } else { put_with(&report.id, first) }))
}
