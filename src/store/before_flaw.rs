//! A record in which something is wrong, read up to there: to be looked at, never to be gone on with.
//!
//! It stands on the journal alone, which holds its session file: nothing beside it is asked, and nothing is touched.

use std::path::Path;
use std::sync::Arc;

use super::disk::Disk;
use super::fault::Fault;
use super::journal::{self, Beginning, Continuation, LIMIT, closes};
use super::kept::{Place, Recorded};
use super::session_file::{self, Parsed};
use crate::council::docket::Docket;
use crate::council::event::Event;
use crate::council::history::{Entry, History};

/// Whether what stands before such a fault can still be looked at.
#[must_use]
pub fn can_be_seen(fault: &Fault) -> bool {
    matches!(fault, Fault::Altered { .. } | Fault::DoesNotFit { .. } | Fault::Miscounted { .. } | Fault::Unknown { .. })
}

/// The record that goes with a session file, up to the first line that is not what was written or does not follow from
/// those before it. `None` if nothing stands before it.
#[must_use]
pub fn before_flaw(disk: &dyn Disk, session_file: &Path) -> Option<History> {
    let place = Place::of(session_file).ok()?;
    let (beginning, mut entries, pen) = journal::before_flaw::<Beginning>(&disk.read(&place.journal, LIMIT).ok()?)?;
    if entries.last().is_some_and(closes)
        && let Ok(bytes) = disk.read(&place.afterwards, LIMIT)
        && let Some((continuation, behind, _)) = journal::before_flaw::<Continuation>(&bytes)
        && continuation.of == pen.head
    {
        entries.extend(behind);
    }
    // An entry that does not follow hides those behind it; the docket is that of the last file taken over before it.
    loop {
        let mut history = History::new(docket(&beginning, &entries)?);
        let Some(flawed) = entries.iter().position(|entry| history.read_back(entry.clone()).is_err()) else {
            return (history.next_number() > 1).then_some(history);
        };
        entries.truncate(flawed);
    }
}

/// What the votes were counted on: the session file of the first line, or the last that was taken over.
fn docket(beginning: &Beginning, entries: &[Entry]) -> Option<Arc<Docket>> {
    let taken_over = entries.iter().rev().find_map(|entry| match entry {
        Entry::Action { events, .. } => events.iter().rev().find_map(|event| match event {
            Event::FileTakenOver { session_file, .. } => Some(session_file),
            _ => None,
        }),
        Entry::Undo(_) => None,
    });
    let source = taken_over.unwrap_or(&beginning.session_file);
    let Ok(Parsed { docket, .. }) = session_file::parse(source, &Recorded { data: &beginning.data_files }) else {
        return None;
    };
    Some(docket)
}
