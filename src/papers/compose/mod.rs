//! From the sitting to a document, one file a paper. What is missing is missing in the paper, never invented.

mod adopted;
mod attendance;
mod attendance_sheet;
mod convocation;
mod counting;
mod course;
mod deliberation;
mod election;
mod examined;
pub mod fields;
mod minutes;
mod nominal;
mod nothing;
mod officers;
mod rectified;
mod recusals;
mod register;
mod roles;
mod tables;
mod texts;
mod vote;

use std::borrow::Cow;
use std::sync::Arc;

use crate::council::docket::{Body, Docket};
use crate::council::notes::Notes;
use crate::council::phrases::Phrases;
use crate::council::sitting::Sitting;
use crate::french::minutes::to_be_completed;

use self::minutes::Extent;
use super::document::{Block, Document, Line, Paper, Run, Style};
use super::whole_names::keep_names_whole;

/// What papers are made of.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The sitting as it is recorded.
    pub sitting: &'a Sitting,
    /// The head of the record as four groups of four digits, printed in the minutes; `None` where there is no record.
    pub seal: Option<&'a str>,
    /// What was said, by report.
    pub notes: &'a Notes,
    /// The sentences of the assembly.
    pub phrases: &'a Phrases,
}

/// Composes a paper of the sitting as it stands: same sources, same document. Gives `None` for a report that is not on
/// the agenda.
#[must_use]
pub fn compose(sources: &Sources<'_>, paper: &Paper) -> Option<Document> {
    let sitting = &*worded(sources.sitting, sources.phrases);
    let sources = &Sources { sitting, ..*sources };
    let composed = match paper {
        Paper::Minutes => Some(minutes::compose(sources, Extent::Full)),
        Paper::ShortMinutes => Some(minutes::compose(sources, Extent::Short)),
        Paper::Deliberation(report) => deliberation::compose(sitting, report),
        Paper::Examined => Some(examined::compose(sitting)),
        Paper::AttendanceSheet => Some(attendance_sheet::compose(sitting)),
        Paper::NominalRecord(report) => nominal::compose(sitting, report),
        Paper::CountingRecord(report) => counting::compose(sitting, report),
        Paper::Convocation => Some(convocation::compose(sitting)),
    };
    composed.map(|mut document| {
        keep_names_whole(&mut document, &sitting.docket().roster);
        nothing::write_nothing(&mut document, sitting.docket().body.conventions.zero);
        document.fields = fields::of(sources, paper, &document);
        document
    })
}

/// Composes the register of a year from its sittings, in the order of their days whatever order they come in. Gives `None`
/// if none of them is of that year, or if they are not all of one body.
#[must_use]
pub fn compose_register(sittings: &[Sources<'_>], year: i16) -> Option<Document> {
    let worded: Vec<Cow<'_, Sitting>> = sittings.iter().map(|it| worded(it.sitting, it.phrases)).collect();
    let mut register = register::compose(&worded.iter().map(Cow::as_ref).collect::<Vec<_>>(), year)?;
    let zero = worded.last().map(|sitting| sitting.docket().body.conventions.zero).unwrap_or_default();
    nothing::write_nothing(&mut register, zero);
    Some(register)
}

/// A sentence in a paragraph of its own.
fn text(sentence: &str) -> Block {
    Block::Paragraph(Style::Text, Line::prose(sentence))
}

/// The sitting in the words of the assembly: those of the session file, then those of the charter. So everything that
/// composes a part of a paper finds them where the sitting has its own.
fn worded<'a>(sitting: &'a Sitting, charter: &Phrases) -> Cow<'a, Sitting> {
    if charter.0.is_empty() {
        return Cow::Borrowed(sitting);
    }
    let docket = sitting.docket().clone();
    let phrases = docket.body.phrases.over(charter);
    let mut sitting = sitting.clone();
    sitting.set_docket(Arc::new(Docket { body: Body { phrases, ..docket.body }, ..docket }));
    Cow::Owned(sitting)
}

/// A mention that nobody has given yet: « [à compléter : heure d’ouverture] ».
fn missing(what: &str) -> Line {
    Run::mark(&to_be_completed(what)).into()
}
