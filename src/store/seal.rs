//! Checks a record from its files alone (*sceau*): the chain, the rules, and every proclaimed vote counted again.

use std::path::Path;

use super::chain::Seal;
use super::disk::Disk;
use super::fault::Fault;
use super::journal::Lines;
use super::kept::{Kept, Place};
use super::recount::{Miscount, recount};

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
    kept.replay(docket.clone())?;
    let entries: Vec<_> = kept.entries().collect();
    let votes = recount(&docket, entries.iter().map(|(_, _, entry)| *entry)).map_err(|miscount| {
        let Miscount { entry, report } = miscount;
        let (path, line) = entries.get(entry).map_or((&*place.journal, 0), |(path, line, _)| (*path, *line));
        Fault::Miscounted { path: path.to_owned(), line, report }
    })?;
    Ok(Some(SealReport {
        journal: Chain::of(lines),
        afterwards: kept.lines_afterwards().map(Chain::of),
        closed: lines.is_closed(),
        votes,
    }))
}
