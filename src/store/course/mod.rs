//! The course of a sitting (*déroulé*), typed afterwards from paper: a RON list of steps in order.
//!
//! A step is the serde form of a [`Command`], read by the crate `ron`. The scanner of the session file says where things
//! stand, so that all that is wrong with the writing is said at once, before anything is recorded. Two fields of a step
//! are not the command's: the reason with which it goes on, and the figures as the act printed them.

pub mod flaw;
mod language;
mod printed;
pub mod recording;
#[cfg(test)]
mod tests;
mod translation;

use std::ops::Range;
use std::path::Path;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use crate::council::command::Command;
use crate::council::docket::Docket;
use crate::council::printed::Printed;

use self::flaw::{Flaw, Mistake, Unread};
use self::language::{PRINTED, REASON, STEP, STEPS};
use self::printed::PrintedShape;
use self::translation::Translation;
use super::session_file::hostile;
use super::session_file::people::Directory;
use super::session_file::placing::{self, Page};
use super::session_file::problem::{Place, ProblemKind};
use super::session_file::schema::Kind;
use super::session_file::slip::Slip;
use super::session_file::spans::{self, Body, Edit, Item, Node, Scan};
use super::session_file::{files, scanner, structure};

/// How many flaws are listed: a clerk mends the first ones and tries again.
const LISTED: usize = 100;

/// How many hidden characters of one file are noted.
const HIDDEN: usize = 20;

/// One step of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is asked.
    pub command: Command,
    /// The reason with which it goes on if it is irregular.
    pub reason: Option<String>,
    /// The figures as the act printed them, and where they stand.
    pub printed: Option<(Printed, Place)>,
    /// Where it begins.
    pub place: Place,
}

/// Reads ron as a course is written: `Some(…)` need not be, nor a second pair of parentheses.
#[must_use]
pub fn options() -> ron::Options {
    let extensions = Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES;
    ron::Options::default().with_default_extension(extensions)
}

/// Reads a course from the disk: its people and reports are those of the docket.
///
/// # Errors
/// [`Unread`] with everything that is wrong.
pub fn load(path: &Path, docket: &Docket) -> Result<Vec<Step>, Unread> {
    let unread = |flaws| Unread { path: path.to_path_buf(), flaws };
    let of_the_disk = |why| vec![Flaw { mistake: Mistake::Written(ProblemKind::File(why)), place: None }];
    let source = files::read(path).map_err(|why| unread(of_the_disk(why)))?;
    parse(&source, docket).map_err(unread)
}

/// Reads the text of a course.
///
/// # Errors
/// Everything that is wrong, in the order of the file.
pub fn parse(source: &str, docket: &Docket) -> Result<Vec<Step>, Vec<Flaw>> {
    let text = source.strip_prefix('\u{feff}').unwrap_or(source);
    let Scan { root, slips, edits, .. } = scanner::scan(text);
    let Some(root) = root else {
        return Err(vec![Flaw { mistake: Mistake::Written(ProblemKind::Empty), place: None }]);
    };
    let page = Page::new(text, None);
    let is_list = root.word.is_none() && matches!(root.body, Body::Group { open: '[', .. });
    if !is_list {
        let place = Some(page.place(&placing::head(&root)));
        return Err(vec![Flaw { mistake: Mistake::NotAList, place }]);
    }
    let directory = Directory::of(&docket.roster);
    let mut reader = Reader {
        text,
        page,
        slips,
        mends: edits,
        translation: Translation::new(text, &directory, &docket.agenda),
        steps: Vec::new(),
        found: Vec::new(),
    };
    for item in root.items() {
        reader.step(item);
    }
    reader.end()
}

struct Reader<'a> {
    text: &'a str,
    page: Page<'a>,
    slips: Vec<(Slip, Range<usize>)>,
    mends: Vec<Edit>,
    translation: Translation<'a>,
    steps: Vec<Step>,
    found: Vec<(Mistake, Range<usize>)>,
}

impl Reader<'_> {
    fn step(&mut self, item: &Item) {
        let node = &item.value;
        let head = placing::head(node);
        if node.body == Body::Nothing {
            return;
        }
        if item.key.is_some() || !(node.word.is_some() || node.body == Body::Word) {
            let known = STEPS.iter().map(|step| step.name).collect();
            self.found.push((Mistake::NotAStep { known }, head));
            return;
        }
        let nested: Vec<&Item> = node.items().iter().skip_while(|item| !self.is_step(item)).collect();
        if let Some(first) = nested.first() {
            // Whatever else is odd in this step follows from that.
            let own = node.span.start..first.whole.start;
            self.slips.retain(|(_, range)| !within(range, &own));
            self.found.push((Mistake::StepNotClosed, head));
            for item in nested {
                self.step(item);
            }
            return;
        }
        let structure = structure::check_value(self.text, node, &Kind::Choice(STEPS), STEP);
        let known_before = self.translation.mistakes.len();
        self.translation.step(node);
        let is_translated = self.translation.mistakes.len() == known_before;
        let is_sound = structure.found.is_empty() && structure.spoiled.is_empty();
        let is_well_written = !self.slips.iter().any(|(_, range)| within(range, &node.span));
        self.found.extend(structure.found.into_iter().map(|(kind, range)| (Mistake::Written(kind), range)));
        if is_translated && is_sound && is_well_written {
            self.read(node, head);
        }
    }

    /// Whether a value without a name is a step: within another one, whose bracket was forgotten.
    fn is_step(&self, item: &Item) -> bool {
        let value = &item.value;
        let range = value.word.clone().or((value.body == Body::Word).then(|| value.span.clone()));
        let word = range.and_then(|range| self.text.get(range)).unwrap_or("");
        item.key.is_none() && STEPS.iter().any(|step| step.name == word || step.accented == Some(word))
    }

    /// Reads a step in which nothing was found wrong.
    fn read(&mut self, node: &Node, head: Range<usize>) {
        let command = self.value::<Command>(node, &head);
        let reason = self.reason(node, &head);
        let printed = placing::field(self.text, node, PRINTED).and_then(|item| {
            let shape = self.value::<PrintedShape>(&item.value, &head)?;
            let at = item.key.clone().unwrap_or_else(|| head.clone());
            Some((Printed::from(shape), self.page.place(&at)))
        });
        if let Some(command) = command {
            self.steps.push(Step { command, reason, printed, place: self.page.place(&head) });
        }
    }

    fn reason(&mut self, node: &Node, head: &Range<usize>) -> Option<String> {
        let value = &placing::field(self.text, node, REASON)?.value;
        let reason = self.value::<String>(value, head)?;
        if reason.trim().is_empty() {
            self.found.push((Mistake::Written(ProblemKind::EmptyText(REASON)), value.span.clone()));
        }
        Some(reason)
    }

    /// Reads a value of the translated text; what ron refuses is noted at the head of the step.
    fn value<T: DeserializeOwned>(&mut self, node: &Node, head: &Range<usize>) -> Option<T> {
        let span = &node.span;
        let inside = |edit: &&Edit| span.start <= edit.range.start && edit.range.end <= span.end;
        let shifted = |edit: &Edit| Edit {
            range: edit.range.start - span.start..edit.range.end - span.start,
            by: edit.by.clone(),
        };
        let edits = self.mends.iter().chain(&self.translation.edits).filter(inside).map(shifted).collect();
        let mended = spans::mend(self.text.get(span.clone())?, edits);
        match options().from_str(&mended) {
            Ok(value) => Some(value),
            Err(error) => {
                let kind = match error.code {
                    ron::Error::MissingStructField { field, .. } => ProblemKind::MissingField(field),
                    other => ProblemKind::Reader(other.to_string()),
                };
                self.found.push((Mistake::Written(kind), head.clone()));
                None
            }
        }
    }

    fn end(mut self) -> Result<Vec<Step>, Vec<Flaw>> {
        let hidden = hostile::find_raw(self.text).take(HIDDEN);
        self.found.extend(hidden.map(|(range, kind)| (Mistake::Written(kind), range)));
        self.found.append(&mut self.translation.mistakes);
        let slips = std::mem::take(&mut self.slips);
        self.found.extend(slips.into_iter().map(|(slip, range)| (Mistake::Written(ProblemKind::Slip(slip)), range)));
        if self.found.is_empty() {
            return Ok(self.steps);
        }
        self.found.sort_by_key(|(_, range)| range.start);
        self.found.dedup();
        let more = self.found.len().saturating_sub(LISTED);
        self.found.truncate(LISTED);
        let placed = |(mistake, range): (Mistake, Range<usize>)| Flaw { mistake, place: Some(self.page.place(&range)) };
        let mut flaws: Vec<Flaw> = self.found.into_iter().map(placed).collect();
        if more > 0 {
            flaws.push(Flaw { mistake: Mistake::Written(ProblemKind::More(more)), place: None });
        }
        Err(flaws)
    }
}

fn within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.start <= outer.end
}
