//! The *liste des délibérations examinées*, for the door and the site: number, object and result of each, adopted or
//! rejected, in the order of the agenda (CGCT, art. L.2121-25). Until 30 June 2022, the *compte rendu de la séance*.
//!
//! A report that was not taken is not one of them, and is said apart.

use crate::council::agenda::Report;
use crate::council::law::{Subject, Value};
use crate::council::sitting::{Progress, Sitting};
use crate::french::examined as words;
use crate::french::grammar::the_named_body;
use crate::french::minutes::{NUMBER, without_article};
use crate::french::numbers::date;
use crate::french::papers::sitting_of;
use crate::papers::document::{Block, Document, Fields, Line, Run, Status, Style};

use super::officers::Officers;
use super::{tables, text};

/// Composes the list.
pub fn compose(sitting: &Sitting) -> Document {
    let docket = sitting.docket();
    let body = without_article(&the_named_body(&docket.body));
    let is_report = is_report_of_the_sitting(sitting);
    let title = format!("{body} – {}", if is_report { words::REPORT_OF_THE_SITTING } else { words::TITLE });
    let day = sitting_of(&date(docket.meeting.date));
    let mut blocks = vec![
        Block::Heading(1, Line::prose(&title)),
        Block::Paragraph(Style::Object, Line::prose(&day)),
        Officers::of_the_sitting(sitting).presidency(),
    ];
    let examined: Vec<&Report> = reports(sitting, |progress| progress.is_some());
    let not_examined: Vec<&Report> = reports(sitting, |progress| progress.is_none());
    if examined.is_empty() {
        blocks.push(text(words::NONE));
    } else {
        blocks.extend(summary(sitting));
        blocks.push(table(sitting, &examined));
    }
    // While the sitting goes on, a report that comes later is not said to be left out.
    if sitting.stage().is_over() && !not_examined.is_empty() {
        let head = if not_examined.len() < 2 { words::ONE_NOT_EXAMINED } else { words::NOT_EXAMINED };
        blocks.push(Block::Paragraph(Style::Text, Run::prose(&format!("{head} :")).bold().into()));
        let items = not_examined.iter().map(|report| vec![Block::Paragraph(Style::Text, named(report))]);
        blocks.push(Block::List(None, items.collect()));
    }
    if let Some(article) = sitting.rules().article(Subject::ListOfActs) {
        blocks.push(text(&words::posted(Some(article))));
    }
    blocks.push(text(if is_report { words::REPORT_POSTED_ON } else { words::POSTED_ON }));
    let is_open = sitting.open_report().is_some();
    let is_complete = sitting.stage().is_over() || (not_examined.is_empty() && !examined.is_empty());
    Document {
        reference: day,
        body: docket.body.name.clone(),
        date: docket.meeting.date,
        title: format!("{title} – {}", sitting_of(&date(docket.meeting.date))),
        status: if is_complete && !is_open { Status::Final } else { Status::Draft },
        fields: Fields::new(),
        blocks,
    }
}

/// Until 30 June 2022 the *compte rendu de la séance* stood on the door in place of the list. The rule that made the list
/// came with that on signatures, and on the same day.
fn is_report_of_the_sitting(sitting: &Sitting) -> bool {
    sitting.rules().row(Subject::Signatures).map(|rule| rule.value) == Some(Value::AllPresent)
}

fn reports(sitting: &Sitting, wanted: fn(Option<&Progress>) -> bool) -> Vec<&Report> {
    sitting.docket().agenda.reports().filter(|report| wanted(sitting.progress(&report.id))).collect()
}

fn summary(sitting: &Sitting) -> Option<Block> {
    let adopted = sitting.done().filter(|(_, done)| done.outcome.is_adopted()).count();
    let all = sitting.done().count();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    (all > 0).then(|| text(&words::summary(number(adopted), number(all - adopted))))
}

fn table(sitting: &Sitting, examined: &[&Report]) -> Block {
    // A council that does not number its acts has no column for them.
    let has_numbers = examined.iter().any(|report| sitting.act(report).is_some());
    let mut columns = vec![tables::words(words::REPORT, 10)];
    columns.extend(has_numbers.then(|| tables::words(words::ACT, 18)));
    columns.extend([tables::words(words::OBJECT, 42), tables::words(words::RESULT, 30)]);
    let row = |report: &&Report| {
        let result = match sitting.progress(&report.id).and_then(Progress::done) {
            Some(done) => words::outcome(done.outcome, done.tally.as_ref()),
            None => words::STILL_OPEN.to_owned(),
        };
        let mut cells = vec![Run::literal(report.id.as_str()).into()];
        cells.extend(has_numbers.then(|| tables::act(sitting, report)));
        cells.extend([Line::prose(&report.object), Line::prose(&result)]);
        cells
    };
    tables::table(words::CAPTION, columns, examined.iter().map(row).collect())
}

/// « N° 05 – Questions diverses ».
fn named(report: &Report) -> Line {
    Line::prose(NUMBER).then(Run::literal(report.id.as_str())).then(Run::prose(&format!(" – {}", report.object)))
}
