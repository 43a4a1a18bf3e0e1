//! The copy that goes with a record: the one of its path, or the one of another path whose journal begins with the same
//! lines. A stick that comes back is often mounted under another name.

use std::io;
use std::path::{Path, PathBuf};

use super::side::{Judged, Side, Stock};
use super::{Copies, place_of};
use crate::store::chain::SEAL_LENGTH;
use crate::store::disk::{Disk, Kind, folder_of};
use crate::store::kept::Place;
use crate::store::lock::{self, Holder, Lock, Taking};

/// How many folders of copies are looked into.
const MOST: usize = 1_000;

/// How the name of a journal ends.
const JOURNAL: &str = "journal";

/// The copy of a record, and whether it is this program's.
pub enum Found {
    /// There is none yet: it would be there.
    Nowhere(Place),
    /// It is there, and locked by this program.
    Taken(Place, Lock),
    /// Another program holds it.
    Held(Place, Option<Holder>),
}

/// Looks for the copy of a record that holds those lines, and takes its lock.
///
/// # Errors
/// The disk refuses; the name of the session file is a reserved one ([`InvalidInput`](io::ErrorKind::InvalidInput)).
pub fn search(disk: &dyn Disk, copies: &Copies, here: &Side, now: &str) -> io::Result<Found> {
    let place = place_for(disk, copies, here)?;
    if disk.look(folder_of(&place.journal))?.is_none() {
        return Ok(Found::Nowhere(place));
    }
    Ok(match lock::take(disk, &place.lock, now)? {
        Taking::Taken(lock) => Found::Taken(place, lock),
        Taking::Held(holder) => Found::Held(place, holder),
        Taking::Marked(holder) => Found::Held(place, Some(holder)),
    })
}

/// Where the copy of that record is, or would be.
fn place_for(disk: &dyn Disk, copies: &Copies, here: &Side) -> io::Result<Place> {
    let own = place_of(&copies.folder, &copies.of).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))?;
    match here.head() {
        Some(head) if !begins_with(disk, &own.journal, head) => {
            Ok(elsewhere(disk, &copies.folder, &own, head).unwrap_or(own))
        }
        _ => Ok(own),
    }
}

/// The first copy of another path whose journal begins with those lines.
fn elsewhere(disk: &dyn Disk, folder: &Path, own: &Place, head: &[u8]) -> Option<Place> {
    let folders = disk.names(folder).ok()?;
    let mut others = folders.iter().filter(|other| *other != folder_of(&own.journal)).take(MOST);
    others.find_map(|other| begun_with(disk, other, head))
}

fn begun_with(disk: &dyn Disk, folder: &Path, head: &[u8]) -> Option<Place> {
    if !disk.look(folder).ok()?.is_some_and(|found| found.kind == Kind::Folder) {
        return None;
    }
    let is_journal = |path: &&PathBuf| path.extension().is_some_and(|end| end == JOURNAL);
    let journals: Vec<PathBuf> = disk.names(folder).ok()?.iter().filter(is_journal).cloned().collect();
    // What was set aside there has the name of its folder no more, and is no copy of anything.
    let is_own = |path: &PathBuf| {
        let stem = path.file_stem().unwrap_or_default().as_encoded_bytes();
        let name = folder.file_name().unwrap_or_default().as_encoded_bytes();
        name.strip_prefix(stem).and_then(|hash| hash.strip_prefix(b"-")).is_some_and(|hash| !hash.contains(&b'-'))
    };
    let journal = journals.into_iter().find(|path| is_own(path) && begins_with(disk, path, head))?;
    Place::of(&journal.with_extension("ron")).ok()
}

/// Whether a file begins with those lines: its first seal is looked at first, which no other séance has.
fn begins_with(disk: &dyn Disk, path: &Path, head: &[u8]) -> bool {
    let begins = |length: usize| {
        let wanted = head.get(..length).unwrap_or(head);
        disk.read_beginning(path, wanted.len() as u64).is_ok_and(|bytes| bytes == wanted)
    };
    begins(SEAL_LENGTH) && begins(head.len())
}

/// A copy that holds more than what was read at the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct More {
    /// How many entries more.
    pub entries: u64,
    /// Where it is.
    pub place: Place,
    /// Whether every byte of it is right.
    pub is_intact: bool,
}

/// Whether a copy holds all of those lines and more. Nothing is written, created or locked.
#[must_use]
pub fn holds_more(disk: &dyn Disk, copies: &Copies, here: &Side) -> Option<More> {
    let place = place_for(disk, copies, here).ok()?;
    let stock = Stock::read(disk, &place).ok()?;
    if stock.is_beginning_of(here) {
        return None;
    }
    let judged: Judged = stock.judged();
    let entries = judged.side.more_than(here);
    (here.is_beginning_of(&judged.side) && entries > 0).then(|| More { entries, place, is_intact: judged.is_intact() })
}
