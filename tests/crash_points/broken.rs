//! Disks that break one of the promises on which the recorder rests, and one that remembers each of its moments.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use hemicycle::store::disk::{Disk, Found, OpenFile};
use hemicycle::store::memory_disk::MemoryDisk;

use crate::evening::Shared;

/// What is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breakage {
    None,
    NoSyncOfTheFile,
    NoSyncOfTheFolder,
    RewritesInPlace,
    /// The sync is done when the next thing is asked of the file.
    AcknowledgesBeforeTheSync,
    /// A sync that failed is asked once more, of the same descriptor.
    AsksTheSyncAgain,
}

/// The disk as it was behind each operation, and how many steps were acknowledged by then.
pub struct Moment {
    pub disk: MemoryDisk,
    pub acknowledged: usize,
}

/// A disk that remembers each of its moments.
#[derive(Clone, Default)]
pub struct Watched {
    pub memory: MemoryDisk,
    pub acknowledged: Arc<AtomicUsize>,
    moments: Arc<Mutex<Vec<Moment>>>,
}

impl Watched {
    /// Remembers the disk as it is now, after what was asked of it.
    pub fn note<T>(&self, outcome: T) -> T {
        let moment = Moment { disk: self.memory.twin(), acknowledged: self.acknowledged.load(Ordering::Relaxed) };
        self.moments.lock().unwrap().push(moment);
        outcome
    }

    pub fn moments(&self) -> Vec<Moment> {
        std::mem::take(&mut *self.moments.lock().unwrap())
    }

    /// The disk as a recorder takes it, with that promise broken.
    pub fn with(&self, breakage: Breakage) -> Shared {
        Arc::new(Broken(self.clone(), breakage))
    }
}

struct Broken(Watched, Breakage);

struct BrokenFile {
    file: Box<dyn OpenFile>,
    path: PathBuf,
    watched: Watched,
    breakage: Breakage,
    /// A sync that was promised and not done.
    is_due: bool,
}

impl Broken {
    fn file(&self, path: &Path, file: Box<dyn OpenFile>) -> Box<dyn OpenFile> {
        let (watched, breakage) = (self.0.clone(), self.1);
        Box::new(BrokenFile { file, path: path.to_owned(), watched, breakage, is_due: false })
    }
}

impl Disk for Broken {
    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        self.0.note(self.0.memory.look(path))
    }
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.0.note(self.0.memory.read(path, limit))
    }
    fn read_synced(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let is_synced = self.1 != Breakage::NoSyncOfTheFile;
        let memory = &self.0.memory;
        self.0.note(if is_synced { memory.read_synced(path, limit) } else { memory.read(path, limit) })
    }
    fn create_new(&self, path: &Path, mode: u32) -> io::Result<Box<dyn OpenFile>> {
        Ok(self.file(path, self.0.note(self.0.memory.create_new(path, mode))?))
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.0.note(self.0.memory.create_folder(path))
    }
    fn open(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        Ok(self.file(path, self.0.note(self.0.memory.open(path))?))
    }
    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()> {
        self.0.note(self.0.memory.rename(from, to, over))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.0.note(self.0.memory.remove(path))
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if self.1 == Breakage::NoSyncOfTheFolder {
            return Ok(());
        }
        self.0.note(self.0.memory.sync_folder(folder))
    }
    fn names(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.0.note(self.0.memory.names(folder))
    }
}

impl BrokenFile {
    fn do_what_is_due(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.is_due) { self.watched.note(self.file.sync_data()) } else { Ok(()) }
    }
}

impl OpenFile for BrokenFile {
    fn look(&self) -> io::Result<Found> {
        self.watched.note(self.file.look())
    }
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.do_what_is_due()?;
        if self.breakage != Breakage::RewritesInPlace {
            return self.watched.note(self.file.append(bytes));
        }
        let mut all = self.watched.memory.content(&self.path).unwrap_or_default();
        all.extend(bytes);
        self.watched.note(self.file.truncate(0))?;
        self.watched.note(self.file.append(&all))?;
        Ok(bytes.len())
    }
    fn sync_data(&mut self) -> io::Result<()> {
        match self.breakage {
            Breakage::NoSyncOfTheFile => Ok(()),
            Breakage::AcknowledgesBeforeTheSync => {
                self.is_due = true;
                Ok(())
            }
            Breakage::AsksTheSyncAgain => self.file.sync_data().or_else(|_| self.file.sync_data()),
            _ => self.watched.note(self.file.sync_data()),
        }
    }
    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.watched.note(self.file.truncate(length))
    }
    fn try_lock(&self) -> io::Result<bool> {
        self.watched.note(self.file.try_lock())
    }
}
