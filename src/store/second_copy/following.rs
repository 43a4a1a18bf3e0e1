//! The copy while the séance is held: it follows the record, one write an action.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::contents::Contents;
use super::side::Stock;
use crate::store::disk::{Disk, OWNER_ONLY, OpenFile, append_all, folder_of};
use crate::store::journal::LIMIT;
use crate::store::kept::Place;
use crate::store::lock::{self, Lock, Taking};
use crate::store::own_folder::make_folder;

/// The copy, open to follow its record.
pub struct SecondCopy {
    disk: Arc<dyn Disk>,
    place: Place,
    journal: Copied,
    afterwards: Copied,
    is_synced: bool,
    /// What goes beside the journal; `None` once it was put there.
    contents: Option<Contents>,
    /// The files beside the journal that are not synced yet.
    unsynced: Vec<PathBuf>,
    /// Since when it is held.
    now: String,
    /// `None` until there is something to write.
    lock: Option<Lock>,
}

impl SecondCopy {
    /// A copy of which nothing stands there yet: its folder is made with the first action.
    #[must_use]
    pub fn absent(disk: &Arc<dyn Disk>, place: Place, contents: Contents, now: &str) -> Self {
        let [journal, afterwards] = [&place.journal, &place.afterwards].map(|path| Copied::absent(path));
        Self {
            disk: disk.clone(),
            place,
            journal,
            afterwards,
            is_synced: true,
            contents: Some(contents),
            unsynced: Vec::new(),
            now: now.to_owned(),
            lock: None,
        }
    }

    /// A copy whose folder is there, which this program holds, and whose files hold a beginning of the record.
    ///
    /// # Errors
    /// They cannot be opened to be written.
    pub fn resume(
        disk: &Arc<dyn Disk>,
        place: Place,
        contents: Contents,
        lock: Lock,
        stock: &Stock,
    ) -> io::Result<Self> {
        let journal = Copied::resume(&**disk, &place.journal, stock.journal.as_deref())?;
        let afterwards = Copied::resume(&**disk, &place.afterwards, stock.afterwards.as_deref())?;
        let new = Self::absent(disk, place, contents, "");
        Ok(Self { journal, afterwards, is_synced: false, lock: Some(lock), ..new })
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Writes what it lacks of what was acknowledged. It is not synced by that.
    ///
    /// # Errors
    /// It cannot be written, or holds more than that.
    pub fn follow(&mut self, journal: &[u8], afterwards: &[u8]) -> io::Result<()> {
        if journal.is_empty() {
            return Ok(());
        }
        self.take_place()?;
        let more = self.journal.follow(&*self.disk, journal)? | self.afterwards.follow(&*self.disk, afterwards)?;
        self.is_synced &= !more;
        Ok(())
    }

    /// As [`follow`](Self::follow), and puts beside the journal what goes there, once: for whom no key waits.
    ///
    /// # Errors
    /// As [`follow`](Self::follow).
    pub fn follow_whole(&mut self, journal: &[u8], afterwards: &[u8]) -> io::Result<()> {
        self.follow(journal, afterwards)?;
        if journal.is_empty() {
            return Ok(());
        }
        if let Some(contents) = &self.contents {
            self.unsynced = contents.put(&*self.disk, &self.place, journal, afterwards)?;
            self.contents = None;
            self.is_synced = false;
        }
        Ok(())
    }

    /// Makes the folder and takes its lock.
    fn take_place(&mut self) -> io::Result<()> {
        if self.lock.is_none() {
            make_folder(&*self.disk, folder_of(&self.place.journal))?;
            let Taking::Taken(lock) = lock::take(&*self.disk, &self.place.lock, &self.now)? else {
                return Err(io::ErrorKind::WouldBlock.into());
            };
            self.lock = Some(lock);
        }
        Ok(())
    }

    /// Whether something was written and not synced yet, or is still to be put beside the journal.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.lock.is_some() && !self.is_synced
    }

    /// Makes what was written durable, names included.
    ///
    /// # Errors
    /// It may or may not be: the copy must not be trusted any more.
    pub fn sync(&mut self) -> io::Result<()> {
        for copied in [&mut self.journal, &mut self.afterwards] {
            if let Some(file) = &mut copied.file {
                file.sync_data()?;
            }
        }
        self.sync_beside()?;
        self.disk.sync_folder(folder_of(&self.place.journal))?;
        self.is_synced = true;
        Ok(())
    }

    fn sync_beside(&mut self) -> io::Result<()> {
        for path in self.unsynced.drain(..) {
            self.disk.open(&path)?.sync_data()?;
            self.disk.sync_folder(folder_of(&path))?;
        }
        Ok(())
    }

    /// Lets go of its files: the séance itself goes on in them. Its folder is made if nothing was recorded yet; its lock
    /// stays. What stands beside the journal is put there as far as the place of the séance can still be read.
    ///
    /// # Errors
    /// The folder cannot be made, or another holds it.
    pub(in crate::store) fn lend(&mut self, journal: &[u8], afterwards: &[u8]) -> io::Result<()> {
        self.take_place()?;
        // The votes matter more: what cannot be put beside them keeps nothing from going on.
        if let Some(contents) = self.contents.take() {
            self.unsynced = contents.put(&*self.disk, &self.place, journal, afterwards).unwrap_or_default();
        }
        let _ = self.sync_beside();
        (self.journal.file, self.afterwards.file) = (None, None);
        self.is_synced = true;
        Ok(())
    }

    /// Follows again what was acknowledged, from what stands there now.
    ///
    /// # Errors
    /// It cannot be read or opened to be added to, or is not the beginning of that.
    pub(in crate::store) fn follow_again(&mut self, journal: &[u8], afterwards: &[u8]) -> io::Result<()> {
        for (copied, all) in [(&mut self.journal, journal), (&mut self.afterwards, afterwards)] {
            *copied = Copied::again(&*self.disk, &copied.path, all)?;
        }
        self.is_synced = false;
        Ok(())
    }
}

/// One file of the copy.
struct Copied {
    path: PathBuf,
    /// `None` until there is something to write.
    file: Option<Box<dyn OpenFile>>,
    /// How many bytes of the record stand in it.
    length: usize,
}

impl Copied {
    fn absent(path: &Path) -> Self {
        Self { path: path.to_owned(), file: None, length: 0 }
    }

    fn resume(disk: &dyn Disk, path: &Path, bytes: Option<&[u8]>) -> io::Result<Self> {
        let Some(bytes) = bytes else { return Ok(Self::absent(path)) };
        Ok(Self { file: Some(disk.open(path)?), length: bytes.len(), ..Self::absent(path) })
    }

    /// A disk that failed may have left half an action there: that is no beginning to go on behind.
    fn again(disk: &dyn Disk, path: &Path, all: &[u8]) -> io::Result<Self> {
        if disk.look(path)?.is_none() {
            return Ok(Self::absent(path));
        }
        let standing = disk.read(path, LIMIT)?;
        if !all.starts_with(&standing) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(Self { file: Some(disk.open(path)?), length: standing.len(), ..Self::absent(path) })
    }

    /// Says whether there was anything to write.
    fn follow(&mut self, disk: &dyn Disk, all: &[u8]) -> io::Result<bool> {
        let Some(more) = all.get(self.length..) else { return Err(io::ErrorKind::InvalidData.into()) };
        if more.is_empty() {
            return Ok(false);
        }
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(disk.create_new(&self.path, OWNER_ONLY)?),
        };
        append_all(&mut **file, more)?;
        self.length = all.len();
        Ok(true)
    }
}
