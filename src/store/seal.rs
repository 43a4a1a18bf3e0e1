//! Checks a record from its files alone (*sceau*): the chain, the rules, and every proclaimed vote counted again.

mod elected;
pub mod noted;

use std::path::Path;
use std::sync::Arc;

use self::elected::otherwise_elected;
use super::chain::Seal;
use super::disk::Disk;
use super::fault::Fault;
use super::journal::{Flaw, Lines};
use super::kept::{Kept, Place};
use super::recount::{Miscount, recount_with_the_elected};
use super::session_file::SessionFile;
use crate::council::docket::Docket;
use crate::council::event::Event;
use crate::council::history::Entry;

/// A chain whose every seal is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chain {
    /// How many whole lines it has, line 0 included.
    pub lines: u64,
    /// The seal of the last one.
    pub head: Seal,
    /// How many bytes come after it: the beginning of a line that a crash cut short, never shown as recorded.
    pub torn: u64,
}

impl Chain {
    fn of<Z>(lines: &Lines<Z>) -> Self {
        Self { lines: lines.pen.next, head: lines.pen.head, torn: lines.torn }
    }
}

/// A record in which nothing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealReport {
    /// The journal.
    pub journal: Chain,
    /// What was recorded after the close.
    pub afterwards: Option<Chain>,
    /// Whether the sitting is closed, or adjourned. If it is not, lines may have been cut from the end: only a head that
    /// somebody noted can tell.
    pub closed: bool,
    /// How many proclaimed votes were counted again.
    pub votes: u32,
}

/// Checks the record that goes with a session file, whose own content is not looked at: the journal holds it. `None` if
/// nothing was recorded.
///
/// # Errors
/// What is wrong, with the file and the line.
pub fn verify(disk: &dyn Disk, session_file: &Path) -> Result<Option<SealReport>, Fault> {
    let place = Place::of(session_file)?;
    let kept = Kept::load(disk, &place)?;
    let (Some(lines), Some(docket)) = (kept.lines(), kept.docket()?) else { return Ok(None) };
    let history = kept.replay(docket.clone())?;
    let entries: Vec<_> = kept.entries().collect();
    let at = |entry: usize| entries.get(entry).map_or((&*place.journal, 0), |(path, line, _)| (*path, *line));
    let fault = |Miscount { entry, report }| {
        let (path, line) = at(entry);
        Fault::Miscounted { path: path.to_owned(), line, report }
    };
    let counted = recount_with_the_elected(&docket, entries.iter().map(|(_, _, entry)| *entry));
    let (votes, elected) = counted.map_err(fault)?;
    if let Some(report) = otherwise_elected(history.sitting(), &elected) {
        let proclaims =
            |event: &Event| matches!(event, Event::Proclaimed { report: of, on: None, .. } if *of == report);
        let is_it = |entry: &Entry| matches!(entry, Entry::Action { events, .. } if events.iter().any(proclaims));
        let entry = entries.iter().rposition(|(_, _, entry)| is_it(entry)).unwrap_or(usize::MAX);
        return Err(fault(Miscount { entry, report: Some(report) }));
    }
    Ok(Some(SealReport {
        journal: Chain::of(lines),
        afterwards: kept.lines_afterwards().map(Chain::of),
        closed: lines.is_closed(),
        votes,
    }))
}

/// Holds the record against the session file that lies beside it now: it must be the one on which the votes were counted.
///
/// # Errors
/// [`Fault::Changed`] if it is another; what is wrong with the record, as [`verify`].
pub fn belongs(disk: &dyn Disk, session: &SessionFile) -> Result<(), Fault> {
    let kept = Kept::load(disk, &Place::of(&session.path)?)?;
    kept.changes(session).map(|_| ())
}

/// What the votes of a record were counted on, as the record itself holds it; `None` if nothing was recorded.
///
/// # Errors
/// As [`verify`].
pub fn docket_of(disk: &dyn Disk, session_file: &Path) -> Result<Option<Arc<Docket>>, Fault> {
    Kept::load(disk, &Place::of(session_file)?)?.docket()
}

/// What the seal says of a record, in one word. Each has an exit code, which `docs/journal.md` documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing is wrong, and nothing can be missing at its end.
    Closed,
    /// A line is not what was written, or says what those before it do not give.
    Altered,
    /// It cannot be read by this version.
    Unreadable,
    /// Nothing is wrong as far as it goes: the sitting is not closed.
    NotClosed,
    /// Nothing is wrong but that a crash cut its last line short.
    Torn,
    /// Lines that it had are missing at its end.
    Truncated,
    /// It is that of another sitting than the file beside it.
    OtherFile,
}

impl Verdict {
    /// Every one of them.
    pub const ALL: [Self; 7] =
        [Self::Closed, Self::Altered, Self::Unreadable, Self::NotClosed, Self::Torn, Self::Truncated, Self::OtherFile];

    /// That of a record in which nothing is wrong.
    #[must_use]
    pub fn of(report: &SealReport) -> Self {
        let torn = report.journal.torn + report.afterwards.map_or(0, |after| after.torn);
        match report.closed {
            _ if torn > 0 => Self::Torn,
            true => Self::Closed,
            false => Self::NotClosed,
        }
    }

    /// That of a record with that fault.
    #[must_use]
    pub fn of_fault(fault: &Fault) -> Self {
        match fault.itself() {
            Fault::Altered { flaw: Flaw::CutShort, .. } | Fault::JournalMissing { .. } => Self::Truncated,
            Fault::Altered { flaw: Flaw::OtherJournal, .. } | Fault::Changed { .. } => Self::OtherFile,
            Fault::Altered { .. } | Fault::DoesNotFit { .. } | Fault::Miscounted { .. } | Fault::NumberTaken { .. } => {
                Self::Altered
            }
            _ => Self::Unreadable,
        }
    }

    /// With which code `sceau` ends.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Closed => 0,
            Self::Altered => 1,
            Self::Unreadable => 2,
            Self::NotClosed => 3,
            Self::Torn => 4,
            Self::Truncated => 5,
            Self::OtherFile => 6,
        }
    }
}
