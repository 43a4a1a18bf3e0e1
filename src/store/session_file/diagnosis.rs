//! Everything that is wrong with a file, each at its place, in the order of the file.
//!
//! When ron refuses, the scan says what is badly written, the schema what does not belong there, and the same copy
//! mended goes through ron again, so that what makes no sense is said in the same run. Such a file never loads.

use std::ops::Range;

use ron::error::SpannedError;

use super::at::{Spot, Step};
use super::hostile::has_tower;
use super::making;
use super::placing::{self, Page, Reached};
use super::problem::{FORMAT, Problem, ProblemKind};
use super::reading::{Found, Reading};
use super::room::RoomProblem;
use super::scanner;
use super::schema::{Fields, Kind, SESSION};
use super::shape::{self, SessionShape};
use super::slip::Slip;
use super::spans::{self, Node, Scan};
use super::structure::{self, Structure};

/// How many problems are listed: a clerk mends the first ones and checks again.
const LISTED: usize = 100;

/// A file of a format that is yet to come: nothing else can be said of it.
#[must_use]
pub fn newer_format(format: u32) -> Problem {
    Problem { kind: ProblemKind::NewerFormat(format), place: None }
}

/// What is wrong with a file that ron has read.
#[must_use]
pub fn of_meaning(text: &str, reading: &Reading<'_>) -> Vec<Problem> {
    let scan = scanner::scan(text);
    let structure = &Structure::default();
    let known = Known { text, root: scan.root.as_ref(), structure, cut_short: false, refused: false };
    list(text, known.placed(&reading.found), reading)
}

/// What is wrong with a session file that ron refuses.
#[must_use]
pub fn of_refusal(text: &str, refusal: &SpannedError, reading: Reading<'_>) -> Vec<Problem> {
    of_refusal_as(&SESSION, text, refusal, reading, |mended, reading| {
        if let Ok(session) = shape::options().from_str::<SessionShape>(mended) {
            making::docket(session, reading);
        }
    })
}

/// What is wrong with a file of that schema that ron refuses; `remake` reads the mended text for what it means.
pub fn of_refusal_as(
    schema: &'static Fields,
    text: &str,
    refusal: &SpannedError,
    mut reading: Reading<'_>,
    remake: impl FnOnce(&str, &mut Reading<'_>),
) -> Vec<Problem> {
    let Scan { root, slips, mut edits, open_at_end } = scanner::scan(text);
    if let Some(format) = root.as_ref().and_then(|root| format_of(text, root)).filter(|format| *format > FORMAT) {
        return vec![newer_format(format)];
    }
    let too_deep = slips.iter().any(|(slip, _)| *slip == Slip::TooDeep);
    let structure = match &root {
        Some(root) if !too_deep => structure::check_value(text, root, &Kind::Fields(schema), ""),
        _ => Structure::default(),
    };
    if root.is_none() && slips.is_empty() && reading.found.is_empty() {
        return vec![Problem { kind: ProblemKind::Empty, place: None }];
    }
    edits.extend(structure.edits.iter().cloned());
    // In a file that breaks off within its lists, whoever is missing may stand in the part that is lost.
    let cut_short = open_at_end > 1 || too_deep;
    if root.is_some() && !cut_short {
        remake(&spans::mend(text, edits), &mut reading);
    }
    let known = Known { text, root: root.as_ref(), structure: &structure, cut_short: open_at_end > 0, refused: true };
    let mut placed = known.placed(&reading.found);
    let here = |(kind, range)| Placed { kind, file: None, range };
    placed.extend(structure.found.iter().cloned().map(here));
    placed.extend(slips.into_iter().map(|(slip, range)| here((ProblemKind::Slip(slip), range))));
    if placed.is_empty() {
        placed.push(here((ProblemKind::Reader(refusal.code.to_string()), byte_of(text, refusal))));
    }
    list(text, placed, &reading)
}

/// The `format` that the file gives, read by ron.
fn format_of(text: &str, root: &Node) -> Option<u32> {
    let format = &placing::field(text, root, "format")?.value;
    shape::options().from_str(text.get(format.span.clone())?).ok()
}

fn byte_of(text: &str, refusal: &SpannedError) -> Range<usize> {
    let position = refusal.span.start;
    let mut start = 0;
    for line in text.split_inclusive('\n').take(position.line.saturating_sub(1)) {
        start += line.len();
    }
    let rest = text.get(start..).unwrap_or("");
    let column = rest.char_indices().nth(position.col.saturating_sub(1)).map_or(rest.len(), |(place, _)| place);
    start + column..start + column
}

/// Something wrong and the bytes where it is.
struct Placed {
    kind: ProblemKind,
    file: Option<String>,
    range: Range<usize>,
}

/// What is known of the file when places are looked for.
struct Known<'a> {
    text: &'a str,
    root: Option<&'a Node>,
    structure: &'a Structure,
    /// The file ends within brackets.
    cut_short: bool,
    /// ron refused it: some of what is found may only follow from that.
    refused: bool,
}

impl Known<'_> {
    fn placed(&self, found: &[Found]) -> Vec<Placed> {
        found.iter().filter_map(|found| self.place(found)).collect()
    }

    /// Where something is; nothing if it only follows from another mistake.
    fn place(&self, found: &Found) -> Option<Placed> {
        let kind = found.kind.clone();
        match &found.spot {
            Spot::Bytes(range) => Some(Placed { kind, file: None, range: range.clone() }),
            Spot::Beside(file, range) => Some(Placed { kind, file: Some(file.clone()), range: range.clone() }),
            Spot::Value(path) => {
                let range = self.range(&found.kind, path)?;
                Some(Placed { kind, file: None, range })
            }
            Spot::Within(path, read, part) => {
                let whole = self.range(&found.kind, path)?;
                let range = part_of(self.text, whole, read, part);
                Some(Placed { kind, file: None, range })
            }
        }
    }

    /// Whether the field is there under a name that is none, or under no name: that is said already.
    fn is_misnamed(&self, name: &str, node: &Node) -> bool {
        self.structure.found.iter().any(|(kind, range)| {
            let means_it = match kind {
                ProblemKind::UnknownField { nearest, .. } => *nearest == Some(name),
                ProblemKind::Nameless { .. } => true,
                _ => false,
            };
            means_it && node.span.start <= range.start && range.end <= node.span.end
        })
    }

    /// Whether the kind of the report to which a way leads could not be read: what follows from it is not known.
    fn kind_is_lost(&self, root: &Node, path: &[Step]) -> bool {
        let report = placing::reach(self.text, root, path.get(..2).unwrap_or(path)).node;
        let kind = placing::field(self.text, report, "genre").map(|kind| &kind.value.span);
        let is_spoiled = |kind: &Range<usize>| {
            self.structure.spoiled.iter().any(|lost| kind.start <= lost.start && lost.end <= kind.end)
        };
        kind.is_some_and(is_spoiled) || self.is_misnamed("genre", report)
    }

    fn range(&self, kind: &ProblemKind, path: &[Step]) -> Option<Range<usize>> {
        let Some(root) = self.root else { return Some(0..0) };
        let Reached { node, whole } = placing::reach(self.text, root, path);
        let spoiled = &self.structure.spoiled;
        if spoiled.iter().any(|spoiled| spoiled.start <= node.span.start && node.span.end <= spoiled.end) {
            return None;
        }
        let is_lost = |node: &Node| {
            let inside = |lost: &Range<usize>| node.span.start <= lost.start && lost.end <= node.span.end;
            spoiled.iter().any(inside)
        };
        match kind {
            ProblemKind::Room(problem) if self.refused && problem.is_an_absence() => {
                (!self.cut_short && !is_lost(node)).then(|| placing::head(node))
            }
            ProblemKind::Room(RoomProblem::AddedWithoutSecond(_)) if self.refused => {
                let meeting = placing::reach(self.text, root, &[Step::Field("seance")]).node;
                let name = "seconde_convocation";
                let is_there = placing::field(self.text, meeting, name).is_some() || self.is_misnamed(name, meeting);
                (!self.cut_short && !is_there).then(|| placing::head(node))
            }
            ProblemKind::Asked(problem) if self.refused && problem.is_an_absence() => {
                (!self.cut_short && !is_lost(node)).then(|| placing::head(node))
            }
            ProblemKind::Asked(problem) if self.refused && problem.follows_from_the_others() => {
                (!self.cut_short && spoiled.is_empty()).then(|| placing::head(node))
            }
            ProblemKind::Asked(problem) if self.refused && problem.follows_from_the_kind() => {
                (!self.cut_short && !self.kind_is_lost(root, path)).then(|| placing::head(node))
            }
            ProblemKind::MissingField(name) if self.refused => {
                let is_there = placing::field(self.text, node, name).is_some() || self.is_misnamed(name, node);
                (whole && !is_there && !self.cut_short).then(|| placing::head(node))
            }
            ProblemKind::NoMembers | ProblemKind::NoReports if self.refused => {
                (!self.cut_short && (!whole || !is_lost(node))).then(|| placing::head(node))
            }
            ProblemKind::HiddenCharacter { character, .. } => {
                let written = self.text.get(node.span.clone())?;
                // Raw, it was found in the text itself, at its own place.
                (!written.contains(*character)).then(|| escape_of(*character, written, &node.span))
            }
            ProblemKind::StackedMarks(_) => {
                let is_raw = has_tower(self.text.get(node.span.clone())?);
                (!is_raw).then(|| node.span.clone())
            }
            // The name in `Fichier("x.md")`.
            ProblemKind::Beside { .. } => match node.items() {
                [name] => Some(name.value.span.clone()),
                _ => Some(node.span.clone()),
            },
            _ => Some(placing::head(node)),
        }
    }
}

/// The bytes of a part of what was read there; all of it if escapes hide where the part is.
fn part_of(text: &str, whole: Range<usize>, read: &str, part: &Range<usize>) -> Range<usize> {
    let place = text.get(whole.clone()).and_then(|written| written.find(read)).map(|place| whole.start + place);
    place.map_or(whole, |start| start + part.start..start + part.end)
}

/// The bytes of the escape that stands for a character; the whole text if it cannot be told.
fn escape_of(character: char, written: &str, span: &Range<usize>) -> Range<usize> {
    let code = u32::from(character);
    for (start, _) in written.match_indices('\\') {
        let escape = written.get(start..).unwrap_or("");
        let (digits, end) = match escape.get(..3) {
            Some("\\u{") => match escape.find('}') {
                Some(end) => (escape.get(3..end), end + 1),
                None => continue,
            },
            _ if escape.starts_with("\\x") => (escape.get(2..4), 4),
            _ if escape.starts_with("\\0") => (Some("0"), 2),
            _ if escape.starts_with("\\r") => (Some("d"), 2),
            _ => continue,
        };
        if digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) == Some(code) {
            return span.start + start..span.start + start + end;
        }
    }
    span.clone()
}

/// The problems in the order of the files: the session file first.
fn list(text: &str, mut placed: Vec<Placed>, reading: &Reading<'_>) -> Vec<Problem> {
    placed.sort_by(|a, b| (&a.file, a.range.start).cmp(&(&b.file, b.range.start)));
    placed.dedup_by(|a, b| a.kind == b.kind && a.range == b.range && a.file == b.file);
    let more = placed.len().saturating_sub(LISTED) + reading.unlisted;
    placed.truncate(LISTED);
    let mut problems = Vec::with_capacity(placed.len());
    for of_one_file in placed.chunk_by(|a, b| a.file == b.file) {
        let file = of_one_file.first().and_then(|placed| placed.file.as_deref());
        let content = file.map_or(Some(text), |file| reading.content_read(file));
        let page = content.map(|content| Page::new(content, file));
        problems.extend(of_one_file.iter().map(|placed| Problem {
            kind: placed.kind.clone(),
            place: page.as_ref().map(|page| page.place(&placed.range)),
        }));
    }
    if more > 0 {
        problems.push(Problem { kind: ProblemKind::More(more), place: None });
    }
    problems
}
