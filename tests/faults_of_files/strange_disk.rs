//! Disks as some are: shared folders of a network and sticks, simulated over the disk in memory.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use hemicycle::store::disk::{Disk, Found, Kind, OpenFile};
use hemicycle::store::memory_disk::MemoryDisk;

/// The numbers of the system.
pub const NO_LOCKS: i32 = 37;
pub const STALE: i32 = 116;

/// What is strange about a disk.
#[derive(Default)]
pub struct Habits {
    /// It has no locks: what it answers.
    pub lock_error: Mutex<Option<i32>>,
    /// What is open there answers that it is stale, until it is opened anew.
    pub is_stale: AtomicBool,
    /// To give a taken name, it takes the old file away first, and stops there.
    pub stops_in_a_rename: AtomicBool,
    /// Every file has these permissions, whatever was asked; 0 for as it was asked.
    pub mode: AtomicU32,
    /// The same for every folder.
    pub folder_mode: AtomicU32,
}

/// The disk. Clones are the same disk.
#[derive(Clone)]
pub struct StrangeDisk {
    pub memory: MemoryDisk,
    pub habits: Arc<Habits>,
}

impl StrangeDisk {
    pub fn new() -> Self {
        Self { memory: MemoryDisk::new(), habits: Arc::new(Habits::default()) }
    }

    /// A stick: permissions mean nothing there.
    pub fn stick() -> Self {
        let disk = Self::new();
        disk.habits.mode.store(0o755, Ordering::Relaxed);
        disk
    }

    /// A shared folder without locks, which answers that.
    pub fn network(lock_error: i32) -> Self {
        let disk = Self::new();
        *disk.habits.lock_error.lock().unwrap() = Some(lock_error);
        disk
    }

    fn seen(&self, found: Found) -> Found {
        let mode = match found.kind {
            Kind::Folder => self.habits.folder_mode.load(Ordering::Relaxed),
            _ => self.habits.mode.load(Ordering::Relaxed),
        };
        if mode == 0 { found } else { Found { mode, ..found } }
    }

    fn opened(&self, file: Box<dyn OpenFile>) -> Box<dyn OpenFile> {
        self.habits.is_stale.store(false, Ordering::Relaxed);
        Box::new(StrangeFile { file, disk: self.clone() })
    }
}

struct StrangeFile {
    file: Box<dyn OpenFile>,
    disk: StrangeDisk,
}

impl StrangeFile {
    fn answers(&self) -> io::Result<()> {
        if self.disk.habits.is_stale.load(Ordering::Relaxed) {
            return Err(io::Error::from_raw_os_error(STALE));
        }
        Ok(())
    }
}

impl OpenFile for StrangeFile {
    fn look(&self) -> io::Result<Found> {
        self.answers()?;
        self.file.look().map(|found| self.disk.seen(found))
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.answers()?;
        self.file.append(bytes)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        self.answers()?;
        self.file.sync_data()
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.answers()?;
        self.file.truncate(length)
    }

    fn try_lock(&self) -> io::Result<bool> {
        match *self.disk.habits.lock_error.lock().unwrap() {
            Some(number) => Err(io::Error::from_raw_os_error(number)),
            None => self.file.try_lock(),
        }
    }
}

impl Disk for StrangeDisk {
    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        Ok(self.memory.look(path)?.map(|found| self.seen(found)))
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.memory.read(path, limit)
    }

    fn read_synced(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.memory.read_synced(path, limit)
    }

    fn create_new(&self, path: &Path, mode: u32) -> io::Result<Box<dyn OpenFile>> {
        Ok(self.opened(self.memory.create_new(path, mode)?))
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.memory.create_folder(path)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        Ok(self.opened(self.memory.open(path)?))
    }

    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()> {
        if self.habits.stops_in_a_rename.load(Ordering::Relaxed) && over {
            self.memory.remove(to)?;
            return Err(io::Error::from_raw_os_error(STALE));
        }
        self.memory.rename(from, to, over)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.memory.remove(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.memory.sync_folder(folder)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.memory.names(folder)
    }
}
