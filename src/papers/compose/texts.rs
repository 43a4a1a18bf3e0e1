//! The texts of a report: its own, the draft of another body, annexes, and the head that each of them has.

use jiff::civil::Date;

use crate::council::agenda::{Report, Submitted, Text};
use crate::council::kind::ReportKind;
use crate::council::sitting::{Progress, Sitting};
use crate::french::grammar::{to_the, to_the_named_body};
use crate::french::numbers::date;
use crate::french::papers::{REPORT, REPORT_OF_NUMBER, TEXT_OF_THE_ACT, TEXT_PROPOSED, TEXT_VOTED, sitting_of};
use crate::french::sentences::submits;
use crate::papers::document::{Block, Inline, Line, Run, Style};
use crate::papers::markdown_text::blocks;

use super::officers::Officers;

/// The report as it was laid before the council by whoever presides, under a heading of that level.
pub fn report_to_the_council(sitting: &Sitting, officers: &Officers<'_>, report: &Report, level: u8) -> Vec<Block> {
    let docket = sitting.docket();
    let to = format!("{REPORT} {}", to_the_named_body(&docket.body)).to_uppercase();
    let mut all = vec![Block::Heading(level, Line::prose(&to))];
    all.extend(docket.agenda.chapter_of(&report.id).map(chapter));
    // « 04 » alone would tell nothing.
    let number = Line::from(Run::prose(REPORT_OF_NUMBER).bold()).then(Run::literal(report.id.as_str()).bold());
    all.extend(identity(Some(docket.meeting.date), Some(number), &report.object));
    if report.has_text() {
        let said = submits(docket.body.kind, officers.president(), officers.has_the_eldest(), report);
        all.push(Block::Paragraph(Style::Text, Line::prose(&said)));
    }
    all.extend(body(sitting, report, level));
    all
}

/// What the report says, without its head: its exposé, the draft of another body, the text put to the vote.
pub fn body(sitting: &Sitting, report: &Report, level: u8) -> Vec<Block> {
    let mut all = Vec::new();
    all.extend(report.exposition.iter().flat_map(|text| blocks(&text.markdown, level)));
    if let Some(submitted) = &report.submitted {
        all.push(Block::Enclosed(draft_of_another(submitted, &report.object, level + 1)));
    }
    if let Some(text) = &report.operative_part {
        all.push(Block::Heading(level + 1, Line::prose(over_the_text(sitting, report))));
        all.extend(blocks(&text.markdown, level + 1));
    }
    all
}

/// What was withdrawn, postponed, noted without a vote, or never examined, was not put to the vote.
fn over_the_text(sitting: &Sitting, report: &Report) -> &'static str {
    // Names are voted on there, and no text.
    if matches!(report.kind, ReportKind::Election { .. }) {
        return TEXT_OF_THE_ACT;
    }
    let progress = sitting.progress(&report.id);
    let is_left = progress.is_none() && sitting.stage().is_over();
    let is_voted = progress.and_then(Progress::done).is_none_or(|done| done.outcome.is_voted());
    if is_left || !is_voted { TEXT_PROPOSED } else { TEXT_VOTED }
}

/// The draft of another body with the head that this body gives it. Its recitals and articles are not ours.
fn draft_of_another(submitted: &Submitted, object: &str, level: u8) -> Vec<Block> {
    let to = match to_the(&submitted.to) {
        Some(contracted) => format!("{REPORT} {contracted}"),
        None => format!("{REPORT} : {}", submitted.to),
    };
    let mut text = blocks(&submitted.text.markdown, level).into_iter().peekable();
    let mut all = vec![Block::Heading(level, Line::prose(&to.to_uppercase()))];
    // A heading that opens the text is the draft's own chapter: it stands above its number.
    all.extend(text.next_if(|block| matches!(block, Block::Heading(..))));
    all.extend(identity(
        submitted.sitting,
        submitted.number.as_deref().map(|number| Run::literal(number).bold().into()),
        object,
    ));
    all.extend(text);
    all
}

/// Each annex, set apart.
pub fn annexes(texts: &[Text], level: u8) -> impl Iterator<Item = Block> {
    texts.iter().map(move |text| Block::Enclosed(blocks(&text.markdown, level)))
}

/// Sitting, number and object of a report.
fn identity(sitting: Option<Date>, number: Option<Line>, object: &str) -> Vec<Block> {
    let paragraph = |line| Block::Paragraph(Style::Text, line);
    let sitting = sitting.map(|day| paragraph(Line::prose(&sitting_of(&date(day)))));
    let number = number.map(paragraph);
    sitting.into_iter().chain(number).chain([paragraph(Run::prose(object).bold().into())]).collect()
}

/// A chapter, each of its levels on a line of its own.
fn chapter(title: &str) -> Block {
    let mut line = Line::default();
    for (place, part) in title.split(" - ").flat_map(|part| part.split(" – ")).enumerate() {
        if place > 0 {
            line.0.push(Inline::Break);
        }
        line = line.then(Run::prose(part).bold());
    }
    Block::Paragraph(Style::Text, line)
}
