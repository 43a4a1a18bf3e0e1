//! A disk that breaks its promise: what is added to a file is said to be there, and is written only when more comes.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use hemicycle::store::disk::{Disk, Found, OpenFile, RealDisk, append_all};

/// How many bytes of each file are not written yet.
type Late = Arc<Mutex<BTreeMap<PathBuf, u64>>>;

/// The real disk, one record late.
#[derive(Default)]
pub struct LateDisk(Late);

impl LateDisk {
    fn late(&self, path: &Path, file: Box<dyn OpenFile>) -> Box<dyn OpenFile> {
        Box::new(LateFile { file, path: path.to_owned(), waits: Vec::new(), late: self.0.clone() })
    }
}

/// What stands there, as if all of it were written.
fn pretended(late: &Late, path: &Path, found: Found) -> Found {
    let more = late.lock().expect("one thread").get(path).copied().unwrap_or(0);
    Found { length: found.length + more, ..found }
}

impl Disk for LateDisk {
    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        Ok(RealDisk.look(path)?.map(|found| pretended(&self.0, path, found)))
    }
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        RealDisk.read(path, limit)
    }
    fn read_synced(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        RealDisk.read_synced(path, limit)
    }
    fn create_new(&self, path: &Path, mode: u32) -> io::Result<Box<dyn OpenFile>> {
        Ok(self.late(path, RealDisk.create_new(path, mode)?))
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.create_folder(path)
    }
    fn open(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        Ok(self.late(path, RealDisk.open(path)?))
    }
    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()> {
        RealDisk.rename(from, to, over)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.sync_folder(folder)
    }
    fn names(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        RealDisk.names(folder)
    }
}

struct LateFile {
    file: Box<dyn OpenFile>,
    path: PathBuf,
    waits: Vec<u8>,
    late: Late,
}

impl OpenFile for LateFile {
    fn look(&self) -> io::Result<Found> {
        Ok(pretended(&self.late, &self.path, self.file.look()?))
    }
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        append_all(&mut *self.file, &std::mem::replace(&mut self.waits, bytes.to_vec()))?;
        self.late.lock().expect("one thread").insert(self.path.clone(), bytes.len() as u64);
        Ok(bytes.len())
    }
    fn sync_data(&mut self) -> io::Result<()> {
        self.file.sync_data()
    }
    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.file.truncate(length)
    }
    fn try_lock(&self) -> io::Result<bool> {
        self.file.try_lock()
    }
}
