//! One file of sealed lines, open for adding: on the disk first, or not at all.
//!
//! An action costs a look at the name, one write and one sync. When any of them fails the file is cut back to its last
//! whole line and frozen. [`SealedFile::reopen`] opens another descriptor, reads all of the file, and goes on only if it is
//! what was acknowledged.
//!
//! After a sync that failed the system holds the lost bytes for written: what is read may not be on the disk, and another
//! descriptor of the same file would say yes to the next sync. So that file is not added to any more: what was
//! acknowledged is written anew from memory beside it, and takes its name.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::chain::Seal;
use super::disk::{Disk, Found, Kind, OWNER_ONLY, OpenFile, append_all, folder_of};
use super::fault::Fault;
use super::journal::{FirstLine, LIMIT, Pen};
use super::replace;
use crate::council::history::Entry;

/// A buffer beyond this many bytes, which held a whole session file, is not kept for the next action.
const LARGE: usize = 64 * 1024;

/// The file, and where its chain stands.
pub struct SealedFile {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    /// `None` until the first action.
    held: Option<Held>,
    /// After the last line that was acknowledged, whatever stands in the file.
    pen: Pen,
    /// Every byte that was acknowledged: a fresh file is written from them wherever the disk failed, and never from what
    /// a descriptor that failed would give.
    written: Vec<u8>,
    /// The most bytes that the file may hold.
    limit: u64,
    /// Something failed: nothing goes through `held` any more.
    frozen: bool,
    /// A sync failed: the file is not gone on with, whatever it reads as.
    in_doubt: bool,
    /// A file whose creation failed and which could not be removed: ours to remove later.
    leftover: Option<Found>,
    /// The lines of one action; kept, so that an action allocates nothing for them.
    buffer: Vec<u8>,
}

/// The descriptor, and what it led to when it was opened.
struct Held {
    file: Box<dyn OpenFile>,
    found: Found,
}

impl Held {
    /// Cuts off what comes after that many bytes, and syncs the rest.
    fn cut_to(&mut self, length: u64) -> io::Result<()> {
        if self.file.look()?.length > length {
            self.file.truncate(length)?;
        }
        self.file.sync_data()
    }
}

impl SealedFile {
    /// A file that is not there yet: its first action creates it.
    #[must_use]
    pub fn absent(disk: Arc<dyn Disk>, path: PathBuf) -> Self {
        Self {
            disk,
            path,
            held: None,
            pen: Pen::NEW,
            written: Vec::new(),
            limit: LIMIT,
            frozen: false,
            in_doubt: false,
            leftover: None,
            buffer: Vec::new(),
        }
    }

    /// Opens a file that was read, to go on after its whole lines, which are `written`; what comes after them is cut off.
    ///
    /// What was read may be in the memory of the system only: a program that was killed between writing and syncing
    /// leaves it there. It is about to be shown as recorded, so content and name are synced first.
    ///
    /// # Errors
    /// It cannot be opened to be written, cut or synced: nothing may be added to it.
    pub fn resume(disk: Arc<dyn Disk>, path: PathBuf, pen: Pen, written: Vec<u8>) -> io::Result<Self> {
        let file = disk.open(&path)?;
        let found = file.look()?;
        let mut held = Held { file, found };
        held.cut_to(written.len() as u64)?;
        disk.sync_folder(folder_of(&path))?;
        Ok(Self { held: Some(held), pen, written, ..Self::absent(disk, path) })
    }

    /// Writes a file that holds those bytes, whole or not at all, reads it again, and opens it to go on after them. With
    /// `over`, what stands there is replaced; else the system refuses.
    ///
    /// # Errors
    /// It could not be written, or is not read as it was written ([`InvalidData`](io::ErrorKind::InvalidData)).
    pub fn fresh(disk: Arc<dyn Disk>, path: PathBuf, pen: Pen, written: Vec<u8>, over: bool) -> io::Result<Self> {
        let is_whole = |disk: &dyn Disk, path: &Path| match disk.read(path, LIMIT) {
            Ok(read) if read == written => Ok(()),
            Ok(_) => Err(io::ErrorKind::InvalidData.into()),
            Err(error) => Err(error),
        };
        let (unfinished, mut file) = replace::beside(&*disk, &path, OWNER_ONLY)?;
        let renamed = append_all(&mut *file, &written)
            .and_then(|()| file.sync_data())
            .and_then(|()| is_whole(&*disk, &unfinished))
            .and_then(|()| disk.rename(&unfinished, &path, over));
        if let Err(error) = renamed {
            let _ = disk.remove(&unfinished);
            return Err(error);
        }
        disk.sync_folder(folder_of(&path))?;
        is_whole(&*disk, &path)?;
        Self::resume(disk, path, pen, written)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What was being added when something failed: it may stand behind what was acknowledged, in part or in full.
    #[must_use]
    pub fn attempted(&self) -> &[u8] {
        if self.frozen { &self.buffer } else { &[] }
    }

    /// Every byte that was acknowledged.
    #[must_use]
    pub fn written(&self) -> &[u8] {
        &self.written
    }

    /// Where the chain stands.
    #[must_use]
    pub fn pen(&self) -> Pen {
        self.pen
    }

    /// Whether the file has its line 0.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        self.held.is_some()
    }

    /// Records an entry: when this returns, it is on the disk. The first one creates the file with that line 0.
    ///
    /// # Errors
    /// The entry is *not recorded*, and nothing will be until [`reopen`](Self::reopen).
    pub fn record<Z: FirstLine>(&mut self, beginning: &Z, entry: &Entry) -> Result<Seal, Fault> {
        if self.frozen {
            return Err(Fault::Frozen);
        }
        let outcome = self.try_record(beginning, entry);
        self.frozen = outcome.is_err();
        outcome
    }

    fn try_record<Z: FirstLine>(&mut self, beginning: &Z, entry: &Entry) -> Result<Seal, Fault> {
        let mut pen = self.pen;
        self.buffer.clear();
        if self.held.is_none() {
            pen.begin(beginning, &mut self.buffer).map_err(|error| self.refused(error))?;
        }
        pen.entry(entry, &mut self.buffer).map_err(|error| self.refused(error))?;
        if self.length().saturating_add(self.buffer.len() as u64) > self.limit {
            return Err(Fault::Full { path: self.path.clone() });
        }
        if self.held.is_some() { self.add() } else { self.create() }?;
        self.written.extend_from_slice(&self.buffer);
        self.pen = pen;
        if self.buffer.capacity() > LARGE {
            self.buffer = Vec::new();
        }
        Ok(pen.head)
    }

    fn length(&self) -> u64 {
        self.written.len() as u64
    }

    fn add(&mut self) -> Result<(), Fault> {
        let length = self.length();
        let there = self.disk.look(&self.path).map_err(|error| self.refused(error))?;
        let Some(held) = &mut self.held else { return Ok(()) };
        if there.is_none() && is_gone(&*self.disk, folder_of(&self.path), &held.found) {
            return Err(self.refused(io::Error::from_raw_os_error(NO_ENTRY)));
        }
        if !there.is_some_and(|there| there.is_same_file(&held.found) && there.length == length) {
            return Err(Fault::Displaced { path: self.path.clone() });
        }
        let in_doubt = &mut self.in_doubt;
        let written = append_all(&mut *held.file, &self.buffer)
            .and_then(|()| held.file.sync_data().inspect_err(|_| *in_doubt = true));
        if let Err(error) = written {
            // If even this fails, reading finds a torn line or a whole one that was said not to be recorded.
            let _ = held.file.truncate(length);
            return Err(self.refused(error));
        }
        Ok(())
    }

    /// Creates the file with its first lines; its name is synced too, or a power cut could take it away.
    fn create(&mut self) -> Result<(), Fault> {
        let mut file = match self.disk.create_new(&self.path, OWNER_ONLY) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(Fault::Displaced { path: self.path.clone() });
            }
            created => created.map_err(|error| self.refused(error))?,
        };
        let written = append_all(&mut *file, &self.buffer)
            .and_then(|()| file.sync_data())
            .and_then(|()| self.disk.sync_folder(folder_of(&self.path)))
            .and_then(|()| file.look());
        match written {
            Ok(found) => {
                self.held = Some(Held { file, found });
                Ok(())
            }
            Err(error) => {
                self.leftover = file.look().ok();
                let _ = self.disk.remove(&self.path);
                Err(self.refused(error))
            }
        }
    }

    /// Opens the file anew after a failure, reads it, and goes on if it is what was acknowledged. What comes after
    /// that, which was said not to be recorded, is cut off. Where a sync failed another file takes its place.
    ///
    /// # Errors
    /// It is not what was acknowledged, or cannot be read or written: the file stays frozen.
    pub fn reopen(&mut self) -> Result<(), Fault> {
        if !self.frozen {
            return Ok(());
        }
        if self.held.is_some() { self.reopen_held() } else { self.clear_the_place() }?;
        self.frozen = false;
        Ok(())
    }

    fn reopen_held(&mut self) -> Result<(), Fault> {
        let displaced = || Fault::Displaced { path: self.path.clone() };
        let file = match self.disk.open(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && !self.place_is_gone() => return Err(displaced()),
            opened => opened.map_err(|error| self.refused(error))?,
        };
        let found = file.look().map_err(|error| self.refused(error))?;
        let bytes = self.disk.read(&self.path, LIMIT).map_err(|error| self.refused(error))?;
        if !bytes.starts_with(&self.written) {
            return Err(displaced());
        }
        // Bytes of another program are not ours to cut: only the file that we held may be longer than we know.
        let is_ours = self.held.as_ref().is_some_and(|held| held.found.is_same_file(&found));
        if bytes.len() > self.written.len() && !is_ours {
            return Err(displaced());
        }
        if self.in_doubt {
            let (disk, path, pen) = (self.disk.clone(), self.path.clone(), self.pen);
            let fresh = Self::fresh(disk, path, pen, self.written.clone(), true);
            *self = fresh.map_err(|error| self.refused(error))?;
            return Ok(());
        }
        let mut held = Held { file, found };
        let folder = folder_of(&self.path);
        if let Err(error) = held.cut_to(self.length()).and_then(|()| self.disk.sync_folder(folder)) {
            self.in_doubt = true;
            return Err(self.refused(error));
        }
        self.held = Some(held);
        Ok(())
    }

    /// Writes the whole file anew, where another program took it away.
    ///
    /// # Errors
    /// Something stands at its place, which is not overwritten, or the disk refuses: the file stays frozen.
    pub fn write_anew(&mut self) -> Result<(), Fault> {
        if !self.frozen {
            return Ok(());
        }
        if self.held.is_none() {
            return self.reopen();
        }
        if self.stands_there()? {
            return Err(Fault::Displaced { path: self.path.clone() });
        }
        let (disk, path, pen) = (self.disk.clone(), self.path.clone(), self.pen);
        match Self::fresh(disk, path, pen, self.written.clone(), false) {
            Ok(fresh) => {
                *self = fresh;
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(Fault::Displaced { path: self.path.clone() })
            }
            Err(error) => Err(self.refused(error)),
        }
    }

    /// Whether anything stands at its place.
    ///
    /// # Errors
    /// It cannot be looked at.
    pub fn stands_there(&self) -> Result<bool, Fault> {
        self.disk.look(&self.path).map(|there| there.is_some()).map_err(|error| self.refused(error))
    }

    fn place_is_gone(&self) -> bool {
        self.held.as_ref().is_some_and(|held| is_gone(&*self.disk, folder_of(&self.path), &held.found))
    }

    /// Makes room for the first action after the creation failed, if what stands there is what that left.
    fn clear_the_place(&mut self) -> Result<(), Fault> {
        let there = self.disk.look(&self.path).map_err(|error| self.refused(error))?;
        match (there, self.leftover) {
            (None, _) => Ok(()),
            (Some(there), Some(ours)) if there.is_same_file(&ours) => {
                self.disk.remove(&self.path).map_err(|error| self.refused(error))
            }
            _ => Err(Fault::Displaced { path: self.path.clone() }),
        }
    }

    fn refused(&self, error: io::Error) -> Fault {
        Fault::NotRecorded { path: self.path.clone(), error: error.into() }
    }
}

/// The number that Linux gives to what is not there (`ENOENT`): what a disk that was taken away answers.
const NO_ENTRY: i32 = 2;

/// Whether the folder of a file that was held there is not the one it was, or is not there: then its disk was taken away,
/// and no program deleted the file alone.
fn is_gone(disk: &dyn Disk, folder: &Path, held: &Found) -> bool {
    match disk.look(folder) {
        Ok(Some(there)) => there.kind == Kind::Folder && there.device != held.device,
        Ok(None) | Err(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::journal::Beginning;
    use super::super::memory_disk::MemoryDisk;
    use super::*;

    #[test]
    fn nothing_is_written_that_could_not_be_read_back() {
        let path = PathBuf::from("/seance/x.journal");
        let (disk, action) = (MemoryDisk::new(), Entry::Action { at: String::new(), events: vec![] });
        let record = |limit| {
            let absent = SealedFile::absent(Arc::new(disk.clone()), path.clone());
            SealedFile { limit, ..absent }.record(&Beginning::default(), &action)
        };
        assert_eq!(record(100), Err(Fault::Full { path: path.clone() }));
        assert_eq!(disk.content(&path), None);
        assert!(record(LIMIT).is_ok());
        let written = disk.content(&path).unwrap().len() as u64;
        disk.remove(&path).unwrap();
        assert!(record(written).is_ok(), "to the last byte");
        disk.remove(&path).unwrap();
        assert!(record(written - 1).is_err());
    }
}
