//! The files of a record as they are at one moment: read once, then replayed and enclosed from the same bytes.
//!
//! A paper that encloses its journal must be made of that very journal, while the sitting may be going on in another
//! window.

use std::path::PathBuf;

use super::disk::{Disk, if_there};
use super::fault::Fault;
use super::journal::LIMIT;
use super::kept::Place;
use super::memory_disk::MemoryDisk;
use super::record::{self, Opened};
use super::session_file::SessionFile;
use super::session_file::files::{Beside, Folder};
use super::session_file::unreadable::Unreadable;

/// The journal and what followed the close, as they were read.
#[derive(Clone, Debug)]
pub struct Snapshot {
    place: Place,
    journal: Option<Vec<u8>>,
    afterwards: Option<Vec<u8>>,
}

impl Snapshot {
    /// Reads both files, on the disk first: what is read may still be in the memory of the system only.
    ///
    /// # Errors
    /// One of them is there and cannot be read; or the session file has the name of one of them.
    pub fn take(disk: &dyn Disk, session: &SessionFile) -> Result<Self, Fault> {
        let place = Place::of(&session.path)?;
        let read = |path: &PathBuf| {
            if_there(disk.read_synced(path, LIMIT))
                .map_err(|error| Fault::Unreachable { path: path.clone(), error: error.into() })
        };
        // What follows the close is begun when the journal is over: read in this order, neither lacks the other.
        let afterwards = read(&place.afterwards)?;
        let journal = read(&place.journal)?;
        Ok(Self { place, journal, afterwards })
    }

    /// Replays what was read, as [`record::read`] does.
    ///
    /// # Errors
    /// As [`record::read`].
    pub fn open(&self, session: &SessionFile) -> Result<Opened, Fault> {
        let disk = MemoryDisk::new();
        for (path, bytes) in [(&self.place.journal, &self.journal), (&self.place.afterwards, &self.afterwards)] {
            if let Some(bytes) = bytes {
                disk.put(path, bytes);
            }
        }
        record::read(&disk, session)
    }

    /// The whole lines of the journal; `None` while nothing is recorded.
    #[must_use]
    pub fn journal(&self) -> Option<&[u8]> {
        whole_lines(self.journal.as_deref())
    }

    /// The whole lines of what was recorded after the close; `None` while nothing is.
    #[must_use]
    pub fn afterwards(&self) -> Option<&[u8]> {
        whole_lines(self.afterwards.as_deref())
    }
}

/// Without what is being written, or what a crash cut short.
fn whole_lines(bytes: Option<&[u8]>) -> Option<&[u8]> {
    let bytes = bytes?;
    let end = bytes.iter().rposition(|byte| *byte == b'\n')?;
    bytes.get(..=end)
}

/// A file that is no longer what was read with the session file: its name, and why if the disk says so.
pub type Changed = (String, Option<Unreadable>);

/// The files that a session file names, by name: what its sums are of.
///
/// # Errors
/// The name of one that cannot be read any more, or is no longer what was read with the session file, and why if the
/// disk says so.
pub fn named_files(session: &SessionFile) -> Result<Vec<(String, Vec<u8>)>, Changed> {
    let folder = Folder::of(&session.path);
    let read = |(name, sum): (&String, &String)| match folder.text(name) {
        Ok(text) if super::session_file::sum(&text) == *sum => Ok((name.clone(), text.into_bytes())),
        Ok(_) => Err((name.clone(), None)),
        Err(why) => Err((name.clone(), Some(why))),
    };
    session.sums.iter().map(read).collect()
}
