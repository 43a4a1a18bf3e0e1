//! A sitting that another program records, followed from its files: read only, no lock, nothing touched.
//!
//! Only whole sealed lines count; what a crash, or a write that is under way, leaves behind them is not there yet. What was
//! taken is kept, so that each new line is one push, whatever the length of the evening.

use std::path::PathBuf;
use std::sync::Arc;

use super::disk::{Disk, if_there};
use super::fault::Fault;
use super::journal::{self, Beginning, Broken, LIMIT, Pen, Reading};
use super::kept::{Place, Recorded};
use super::session_file::{self, Parsed, SessionFile};
use crate::council::docket::Docket;
use crate::council::event::Event;
use crate::council::history::{Entry, History};

/// A sitting that is followed.
pub struct Followed {
    journal: PathBuf,
    announced: Arc<Docket>,
    /// The bytes of the lines that were taken.
    taken: Vec<u8>,
    pen: Pen,
    history: History,
}

impl Followed {
    /// The sitting of that session file, before anything of its journal is read.
    ///
    /// # Errors
    /// [`Fault::ReservedName`].
    pub fn of(session: &SessionFile) -> Result<Self, Fault> {
        let journal = Place::of(&session.path)?.journal;
        let announced = session.docket.clone();
        let history = History::new(announced.clone());
        Ok(Self { journal, announced, taken: Vec::new(), pen: Pen::NEW, history })
    }

    /// Where its journal is.
    #[must_use]
    pub fn journal(&self) -> &std::path::Path {
        &self.journal
    }

    /// What was recorded, as far as it was read.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The number of the last entry that was read; 0 before the first.
    #[must_use]
    pub fn last(&self) -> u64 {
        self.history.next_number() - 1
    }

    /// Takes what the journal holds, up to the entry `limit` if there is one. A journal that shrank, or whose beginning is
    /// another, is read anew; one that is not there yet is no error.
    ///
    /// # Errors
    /// The journal cannot be read, is not what was written, or was there and is gone.
    pub fn read(&mut self, disk: &dyn Disk, limit: Option<u64>) -> Result<(), Fault> {
        // Synced, as for every screen: what is shown as recorded is on the disk.
        let path = self.journal.clone();
        let bytes = match if_there(disk.read_synced(&path, LIMIT)) {
            Ok(Some(bytes)) => bytes,
            Ok(None) if self.taken.is_empty() => return Ok(()),
            Ok(None) => return Err(Fault::JournalMissing { path }),
            Err(error) => return Err(Fault::Unreachable { path, error: error.into() }),
        };
        let last = limit.unwrap_or(u64::MAX);
        let goes_on = !self.taken.is_empty() && bytes.starts_with(&self.taken) && self.last() <= last;
        let read = match if goes_on { self.go_on(&bytes, last) } else { Ok(false) } {
            Ok(false) => self.begin_anew(&bytes, last),
            other => other.map(|_| ()),
        };
        if read.is_err() {
            // What was pushed of it counts no more: the next reading begins anew.
            self.forget();
        }
        read
    }

    /// Pushes the lines that are new; false if they cannot be taken one by one.
    fn go_on(&mut self, bytes: &[u8], last: u64) -> Result<bool, Fault> {
        let mut pen = self.pen;
        let mut entries = Vec::new();
        let behind = bytes.get(self.taken.len()..).unwrap_or_default();
        let length = journal::read_on(&mut pen, behind, last, &mut entries).map_err(|why| self.broken(why))?;
        // Another docket: the sitting is made on it from the start.
        if entries.iter().any(|entry| taken_over(entry).is_some()) {
            return Ok(false);
        }
        for (line, entry) in (self.pen.next..).zip(entries) {
            let path = &self.journal;
            self.history.read_back(entry).map_err(|why| Fault::DoesNotFit { path: path.clone(), line, why })?;
        }
        self.taken.extend_from_slice(behind.get(..length).unwrap_or_default());
        self.pen = pen;
        Ok(true)
    }

    fn begin_anew(&mut self, bytes: &[u8], last: u64) -> Result<(), Fault> {
        self.forget();
        let Reading::Started(lines) = journal::read::<Beginning>(bytes).map_err(|why| self.broken(why))? else {
            return Ok(());
        };
        let most = usize::try_from(last).unwrap_or(usize::MAX);
        let shown = lines.entries.get(..most.min(lines.entries.len())).unwrap_or_default();
        let source = shown.iter().rev().find_map(taken_over).unwrap_or(&lines.beginning.session_file);
        let Ok(Parsed { docket, .. }) = session_file::parse(source, &Recorded { data: &lines.beginning.data_files })
        else {
            return Err(Fault::Unreread { path: self.journal.clone() });
        };
        let mut history = History::new(docket);
        for (line, entry) in (1..).zip(shown) {
            let path = &self.journal;
            history.read_back(entry.clone()).map_err(|why| Fault::DoesNotFit { path: path.clone(), line, why })?;
        }
        // The pen stands behind what is shown, not behind what there is.
        let mut pen = Pen::NEW;
        let mut length = 0;
        for line in bytes.split_inclusive(|byte| *byte == b'\n').take(shown.len() + 1) {
            pen.follow(line.strip_suffix(b"\n").unwrap_or(line));
            length += line.len();
        }
        self.taken = bytes.get(..length).unwrap_or_default().to_vec();
        self.pen = pen;
        self.history = history;
        Ok(())
    }

    /// Nothing was read.
    fn forget(&mut self) {
        self.taken.clear();
        self.pen = Pen::NEW;
        self.history = History::new(self.announced.clone());
    }

    fn broken(&self, why: Broken) -> Fault {
        Fault::broken(self.journal.clone(), why)
    }
}

/// The session file that an entry takes over.
fn taken_over(entry: &Entry) -> Option<&String> {
    let Entry::Action { events, .. } = entry else { return None };
    events.iter().rev().find_map(|event| match event {
        Event::FileTakenOver { session_file, .. } => Some(session_file),
        _ => None,
    })
}
