//! The *liste des délibérations examinées*, for the door and the site: number, object and result of each, adopted or
//! rejected, in the order of the agenda (CGCT, art. L.2121-25). Until 30 June 2022, the *compte rendu de la séance*.
//!
//! Only what an act comes of stands in it: what is told, asked or settled is in the minutes. A report that was withdrawn,
//! postponed or set aside is said apart, and so is one that was not taken.

use crate::council::agenda::Report;
use crate::council::law::{Subject, Value};
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::sitting::{NoAct, Progress, Sitting};
use crate::french::elections;
use crate::french::examined::{self as words, Ends};
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
    let is_examined = |report: &Report| sitting.progress(&report.id).is_some();
    let examined = reports(sitting, |report| is_examined(report) && sitting.no_act(report).is_none());
    let not_examined = reports(sitting, |report| !is_examined(report) && sitting.no_act(report).is_none());
    let left = reports(sitting, |report| matches!(sitting.no_act(report), Some(NoAct::Left(_))));
    if examined.is_empty() {
        blocks.push(text(words::NONE));
    } else {
        blocks.extend(summary(sitting, &examined));
        blocks.push(table(sitting, &examined));
    }
    if !left.is_empty() {
        let head = if left.len() < 2 { words::ONE_LEFT } else { words::LEFT };
        let items = left.iter().map(|report| line_of_left(sitting, report)).collect();
        blocks.extend(listed(head, items));
    }
    // While the sitting goes on, a report that comes later is not said to be left out.
    if sitting.stage().is_over() && !not_examined.is_empty() {
        let head = if not_examined.len() < 2 { words::ONE_NOT_EXAMINED } else { words::NOT_EXAMINED };
        blocks.extend(listed(&format!("{head} :"), not_examined.iter().map(|report| named(report)).collect()));
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

fn reports(sitting: &Sitting, wanted: impl Fn(&Report) -> bool) -> Vec<&Report> {
    sitting.docket().agenda.reports().filter(|report| wanted(report)).collect()
}

/// Lines under a head.
fn listed(head: &str, lines: Vec<Line>) -> [Block; 2] {
    let items = lines.into_iter().map(|line| vec![Block::Paragraph(Style::Text, line)]);
    [Block::Paragraph(Style::Text, Run::prose(head).bold().into()), Block::List(None, items.collect())]
}

/// « N° 05 – Règlement : renvoyé à une séance ultérieure (6 voix pour et 3 voix contre) ».
fn line_of_left(sitting: &Sitting, report: &Report) -> Line {
    let Some(done) = sitting.progress(&report.id).and_then(Progress::done) else { return named(report) };
    let ending = |id: &ProposalId| id.ends_the_report();
    let mut votes = sitting.votes_done(&report.id);
    let by = votes.find(|(on, done)| on.is_some_and(ending) && done.outcome.is_adopted());
    let by = by.filter(|_| done.outcome != Outcome::Withdrawn).and_then(|(_, done)| done.tally);
    named(report).then(Run::prose(&format!(" : {}", words::left(done.outcome, by.as_ref()))))
}

fn summary(sitting: &Sitting, examined: &[&Report]) -> Option<Block> {
    let mut ends = Ends::default();
    let done = examined.iter().filter_map(|report| sitting.progress(&report.id).and_then(Progress::done));
    done.for_each(|done| ends.count(done.outcome));
    (ends != Ends::default()).then(|| text(&words::summary(ends)))
}

fn table(sitting: &Sitting, examined: &[&Report]) -> Block {
    let docket = sitting.docket();
    // A council that does not number its acts has no column for them.
    let has_numbers = examined.iter().any(|report| sitting.act(report).is_some());
    let mut columns = vec![tables::words(words::REPORT, 10)];
    columns.extend(has_numbers.then(|| tables::words(words::ACT, 18)));
    // Who was elected takes more room than how a text ended.
    let elected = |report: &&Report| sitting.contest(&report.id).is_some() && !sitting.elected(&report.id).is_empty();
    let (object, result) = if examined.iter().any(elected) { (30, 42) } else { (42, 30) };
    columns.extend([tables::words(words::OBJECT, object), tables::words(words::RESULT, result)]);
    let row = |report: &&Report| {
        let result = match sitting.progress(&report.id).and_then(Progress::done) {
            Some(done) if done.outcome == Outcome::Elected => elections::in_a_few_words(sitting, &report.id),
            Some(done) => words::outcome(report.kind, done.outcome, done.tally.as_ref(), docket.body.conventions),
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
