//! The journal's lines: how they are written, and what is found when they are read back.
//!
//! ```text
//! SEAL SPACE JSON LF
//! {"n":0,"format":1,"seance":"<the whole session file>","textes":{"<name>":"<sha256>"},"fichiers":{"<name>":"<content>"}}
//! {"n":1,"a":"2025-03-03T18:04:10+01:00","fait":[ all the events of one action ]}
//! {"n":2,"annule":1}
//! ```
//! The format is version 1, frozen: new kinds of events and new optional fields may come, nothing changes name or meaning.
//! A journal of version 0 differs in nothing but that number: it is read, and gone on with, as it was begun.
//!
//! What follows the close goes to another file with its own chain, whose line 0 names the head of the closed journal:
//! `{"n":0,"format":1,"suite_de":"<seal>"}`. Its numbers are its own.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::chain::{SEAL_LENGTH, Seal};
use super::line_form::as_written;
use super::torn::{is_first_write, lost_sectors};
use crate::council::event::Event;
use crate::council::history::Entry;

/// The version of the format that this program writes, and the latest that it reads.
pub const FORMAT: u32 = 1;

/// The largest journal that is read, in bytes. A long séance makes less than one million.
pub const LIMIT: u64 = 256 * 1024 * 1024;

/// What line 0 of a file of the record may hold.
pub trait FirstLine: Serialize + DeserializeOwned {
    /// Whether the sitting is not started while there is no such file.
    const STARTS_THE_SITTING: bool;
}

/// What line 0 of a journal holds, so that the journal is complete by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beginning {
    /// The whole session file, as its text.
    #[serde(rename = "seance")]
    pub session_file: String,
    /// The SHA-256 of each text beside it, by name.
    #[serde(rename = "textes")]
    pub sums: BTreeMap<String, String>,
    /// The content of each file beside it whose data count: the members' table.
    #[serde(rename = "fichiers", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub data_files: BTreeMap<String, String>,
}

impl FirstLine for Beginning {
    const STARTS_THE_SITTING: bool = true;
}

/// What line 0 of the file of what follows the close (*suites*) holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Continuation {
    /// The head of the journal that was closed.
    #[serde(rename = "suite_de")]
    pub of: Seal,
}

impl FirstLine for Continuation {
    const STARTS_THE_SITTING: bool = false;
}

/// Line 0: the version of the format, then what this kind of file begins with.
#[derive(Serialize, Deserialize)]
struct LineZero<Z> {
    n: u64,
    format: u32,
    #[serde(flatten)]
    content: Z,
}

/// Any other line: an action (`a`, `fait`) or an undo (`annule`).
#[derive(Default, Serialize, Deserialize)]
struct Line<'a> {
    n: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    a: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fait: Option<Cow<'a, [Event]>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    annule: Option<u64>,
}

/// Where a chain stands: the seal of its last line, and the number of the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pen {
    /// The seal of the last line: the head.
    pub head: Seal,
    /// The number that the next line has.
    pub next: u64,
}

impl Pen {
    /// Before line 0.
    pub const NEW: Self = Self { head: Seal::FIRST, next: 0 };

    /// Adds line 0 to the bytes.
    ///
    /// # Errors
    /// The content has no JSON form, which no content here lacks.
    pub fn begin<Z: FirstLine>(&mut self, content: &Z, bytes: &mut Vec<u8>) -> io::Result<()> {
        self.line(&LineZero { n: self.next, format: FORMAT, content }, bytes)
    }

    /// Adds the line of an entry to the bytes.
    ///
    /// # Errors
    /// The entry has no JSON form, which no entry lacks.
    pub fn entry(&mut self, entry: &Entry, bytes: &mut Vec<u8>) -> io::Result<()> {
        let n = self.next;
        let line = match entry {
            Entry::Action { at, events } => Line {
                n,
                a: Some(Cow::Borrowed(at.as_str())),
                fait: Some(Cow::Borrowed(events.as_slice())),
                annule: None,
            },
            Entry::Undo(number) => Line { n, annule: Some(*number), ..Line::default() },
        };
        self.line(&line, bytes)
    }

    /// The JSON is written in place, and its seal then put before it: one buffer, no copy.
    fn line<L: Serialize>(&mut self, line: &L, bytes: &mut Vec<u8>) -> io::Result<()> {
        let start = bytes.len();
        bytes.extend([b' '; SEAL_LENGTH + 1]);
        let json = bytes.len();
        serde_json::to_writer(&mut *bytes, line)?;
        self.head = self.head.then(&bytes[json..]);
        bytes[start..start + SEAL_LENGTH].copy_from_slice(&self.head.hex());
        bytes.push(b'\n');
        self.next += 1;
        Ok(())
    }

    /// Reads a line without its end: its JSON if its seal follows from the lines before; the pen is then after it.
    pub fn follow<'a>(&mut self, line: &'a [u8]) -> Option<&'a [u8]> {
        let (hex, rest) = line.split_at_checked(SEAL_LENGTH)?;
        let (b' ', json) = rest.split_first()? else { return None };
        let seal = self.head.then(json);
        (Seal::try_from(hex) == Ok(seal)).then(|| {
            *self = Self { head: seal, next: self.next + 1 };
            json
        })
    }
}

/// Why a line cannot be what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Its seal does not follow from the lines before: a byte was changed, or a line moved, added or taken away.
    Seal,
    /// Its seal is right but this program does not write such a line: somebody made the seal again.
    Form,
    /// Its number is not the next one.
    Number,
    /// It stands after the close, which is the last line of a journal.
    AfterClose,
    /// It and those behind it are not there: what followed the close goes on from a head that this journal does not reach.
    CutShort,
    /// What followed the close goes on from the close of another journal.
    OtherJournal,
}

/// The bytes are not those of a journal that this program may go on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A line is not what was written.
    Altered {
        /// Which line, from 0.
        line: u64,
        /// Why.
        flaw: Flaw,
    },
    /// A more recent version of this program made it.
    Newer {
        /// The version of its format.
        format: u32,
    },
    /// The seal of a line is right, and it holds what this version does not know: a kind of event, a word or a field that
    /// a more recent one writes.
    Unknown {
        /// Which line, from 0.
        line: u64,
    },
}

/// The whole lines of a file, and what comes after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines<Z> {
    /// Line 0.
    pub beginning: Z,
    /// The other lines.
    pub entries: Vec<Entry>,
    /// Where the chain stands after them.
    pub pen: Pen,
    /// How many bytes they take.
    pub length: u64,
    /// How many bytes come after them: the beginning of a line that a crash cut short.
    pub torn: u64,
}

impl<Z> Lines<Z> {
    /// Whether the last line ends the sitting.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.entries.last().is_some_and(closes)
    }
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading<Z> {
    /// No whole action: line 0 and the first action are one write, and a crash cut it short. Nothing was recorded.
    NotStarted {
        /// How many bytes of it there are.
        torn: u64,
    },
    /// At least line 0 and one action.
    Started(Lines<Z>),
}

/// Reads a journal (`Z` = [`Beginning`]) or what follows its close (`Z` = [`Continuation`]).
///
/// Only what was written last can be torn: what comes after the last end of line, or the last line itself if sectors of it
/// are missing; line 0 and the first action are one write. Everything before was acknowledged, and must be intact.
///
/// # Errors
/// [`Broken`], with the first line that is not what was written.
pub fn read<Z: FirstLine>(bytes: &[u8]) -> Result<Reading<Z>, Broken> {
    let mut pen = Pen::NEW;
    let mut beginning = None;
    let mut rest = bytes;
    if let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let Some(json) = pen.follow(&rest[..end]) else { return first_write(bytes) };
        beginning = Some(line_zero(json)?);
        rest = &rest[end + 1..];
    }
    let mut entries = Vec::new();
    if beginning.is_some() {
        let whole = match read_on(&mut pen, rest, u64::MAX, &mut entries) {
            Err(Broken::Altered { line, flaw: Flaw::Seal }) => up_to_lost_sectors(&pen, bytes, line)?,
            whole => bytes.len() - rest.len() + whole?,
        };
        rest = &bytes[whole..];
    }
    if is_whole_line_with_another_end(pen, rest) {
        return Err(Broken::Altered { line: pen.next, flaw: Flaw::Seal });
    }
    let torn = rest.len() as u64;
    Ok(match beginning {
        Some(beginning) if !entries.is_empty() => {
            let length = bytes.len() as u64 - torn;
            Reading::Started(Lines { beginning, entries, pen, length, torn })
        }
        _ => Reading::NotStarted { torn: bytes.len() as u64 },
    })
}

/// What stands in a file before its first flaw, if its first line is whole: to be looked at, never to be gone on with.
#[must_use]
pub fn before_flaw<Z: FirstLine>(bytes: &[u8]) -> Option<(Z, Vec<Entry>, Pen)> {
    let (mut pen, mut entries) = (Pen::NEW, Vec::new());
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let zero = line_zero(pen.follow(bytes.get(..end)?)?).ok()?;
    // What was read before the flaw is all that is wanted.
    let _ = read_on(&mut pen, bytes.get(end + 1..)?, u64::MAX, &mut entries);
    Some((zero, entries, pen))
}

/// What there is if line 0 is not what was written: nothing, if the first write is what the power cut.
fn first_write<Z>(bytes: &[u8]) -> Result<Reading<Z>, Broken> {
    if is_first_write(bytes) {
        return Ok(Reading::NotStarted { torn: bytes.len() as u64 });
    }
    Err(Broken::Altered { line: 0, flaw: Flaw::Seal })
}

/// How many bytes come before the line at which the chain breaks, if it is the last one and lost sectors.
fn up_to_lost_sectors(pen: &Pen, bytes: &[u8], line: u64) -> Result<usize, Broken> {
    let is_end = |(_, byte): &(usize, &u8)| **byte == b'\n';
    let mut ends = bytes.iter().enumerate().rev().filter(is_end).map(|(place, _)| place);
    let is_last = ends.next() == Some(bytes.len() - 1);
    let start = ends.next().map_or(0, |end| end + 1);
    let lines = bytes.split_inclusive(|byte| *byte == b'\n').count() as u64;
    if is_last && lines == pen.next + 1 && lost_sectors(bytes, start) {
        return Ok(start);
    }
    Err(Broken::Altered { line, flaw: Flaw::Seal })
}

/// Reads the whole lines that come behind the pen, up to that number, and adds their entries; says how many bytes they
/// take.
///
/// # Errors
/// [`Broken`], with the first line that is not what was written.
pub fn read_on(pen: &mut Pen, bytes: &[u8], last: u64, entries: &mut Vec<Entry>) -> Result<usize, Broken> {
    let mut rest = bytes;
    while pen.next <= last
        && let Some(end) = rest.iter().position(|byte| *byte == b'\n')
    {
        let line = pen.next;
        let altered = |flaw| Broken::Altered { line, flaw };
        let json = pen.follow(&rest[..end]).ok_or(altered(Flaw::Seal))?;
        if entries.last().is_some_and(closes) {
            return Err(altered(Flaw::AfterClose));
        }
        entries.push(entry(json, line)?);
        rest = &rest[end + 1..];
    }
    Ok(bytes.len() - rest.len())
}

/// A crash cuts a line short; it does not put another byte in the place of its end.
fn is_whole_line_with_another_end(mut pen: Pen, rest: &[u8]) -> bool {
    rest.split_last().is_some_and(|(_, line)| pen.follow(line).is_some())
}

fn line_zero<Z: FirstLine>(json: &[u8]) -> Result<Z, Broken> {
    #[derive(Deserialize)]
    struct Version {
        format: u32,
    }
    let altered = |flaw| Broken::Altered { line: 0, flaw };
    let Version { format } = serde_json::from_slice(json).map_err(|_| altered(Flaw::Form))?;
    if format > FORMAT {
        return Err(Broken::Newer { format });
    }
    let zero: LineZero<Z> = as_written(json).map_err(|why| why.at(0))?;
    if zero.n == 0 { Ok(zero.content) } else { Err(altered(Flaw::Number)) }
}

fn entry(json: &[u8], number: u64) -> Result<Entry, Broken> {
    let altered = |flaw| Broken::Altered { line: number, flaw };
    let line: Line<'_> = as_written(json).map_err(|why| why.at(number))?;
    if line.n != number {
        return Err(altered(Flaw::Number));
    }
    match (line.a, line.fait, line.annule) {
        (Some(at), Some(events), None) => Ok(Entry::Action { at: at.into_owned(), events: events.into_owned() }),
        (None, None, Some(number)) => Ok(Entry::Undo(number)),
        _ => Err(altered(Flaw::Form)),
    }
}

/// Whether an entry ends the sitting: closes it, or adjourns it.
#[must_use]
pub fn closes(entry: &Entry) -> bool {
    let ends = |event: &Event| matches!(event, Event::SittingClosed { .. } | Event::SittingAdjourned { .. });
    matches!(entry, Entry::Action { events, .. } if events.iter().any(ends))
}
