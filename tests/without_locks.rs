//! Case 21, simulated through the disk seam: a share that keeps no locks. What the lock file says counts there, as far as
//! this machine can tell, and the user is told once.

mod evening;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use evening::{NOW, beside, session};
use hemicycle::store::disk::{Disk, Found, OpenFile};
use hemicycle::store::fault::Notice;
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::record::{self, Opened};

/// What Linux answers where there are no locks, and what others do.
const ENOLCK: i32 = 37;
const EOPNOTSUPP: i32 = 95;
/// What it answers on a share whose server has forgotten the file.
const ESTALE: i32 = 116;

/// A disk in memory whose files answer that to whoever asks for their lock.
#[derive(Clone)]
struct Share(MemoryDisk, i32);

struct File(Box<dyn OpenFile>, i32);

impl OpenFile for File {
    fn look(&self) -> io::Result<Found> {
        self.0.look()
    }
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.append(bytes)
    }
    fn sync_data(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }
    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.0.truncate(length)
    }
    fn try_lock(&self) -> io::Result<bool> {
        Err(io::Error::from_raw_os_error(self.1))
    }
}

impl Disk for Share {
    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        self.0.look(path)
    }
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.0.read(path, limit)
    }
    fn read_synced(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.0.read_synced(path, limit)
    }
    fn create_new(&self, path: &Path, mode: u32) -> io::Result<Box<dyn OpenFile>> {
        Ok(Box::new(File(self.0.create_new(path, mode)?, self.1)))
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.0.create_folder(path)
    }
    fn open(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        Ok(Box::new(File(self.0.open(path)?, self.1)))
    }
    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()> {
        self.0.rename(from, to, over)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.0.remove(path)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.0.sync_folder(folder)
    }
    fn names(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.0.names(folder)
    }
}

const BOOT: &str = "/proc/sys/kernel/random/boot_id";

/// What Linux says of a process: its name may hold anything, its beginning is the twentieth field behind it.
fn stat(pid: u32, began: u32) -> String {
    format!("{pid} (a) b) S 1 1 1 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 {began} 1 1\n")
}

/// A share seen from a machine of that name, started then, on which this process began at the tick 500.
fn share(code: i32) -> Share {
    let memory = MemoryDisk::new();
    memory.put_folder(Path::new("/seance"));
    seen_from(&memory, "mairie-01", "boot-a");
    Share(memory, code)
}

fn seen_from(memory: &MemoryDisk, host: &str, boot: &str) {
    let put = |path: &str, text: &str| memory.put(Path::new(path), text.as_bytes());
    put("/etc/hostname", host);
    put(BOOT, boot);
    let itself = std::process::id();
    put("/proc/self/stat", &stat(itself, 500));
    put(&format!("/proc/{itself}/stat"), &stat(itself, 500));
}

fn open(share: &Share) -> Opened {
    let disk: Arc<dyn Disk> = Arc::new(share.clone());
    record::open(&disk, session(), NOW).expect("a record")
}

fn writes(opened: &Opened) -> bool {
    opened.recorder.is_some()
}

#[test]
fn case_21_by_the_disk_seam_where_there_are_no_locks_the_lock_file_holds_the_seance_and_that_is_said_once() {
    for code in [ENOLCK, EOPNOTSUPP] {
        let share = share(code);
        let first = open(&share);
        assert!(writes(&first));
        let path = beside("lock");
        assert_eq!(first.notices, [Notice::NoLocks { path: path.clone() }]);
        let held = String::from_utf8(share.0.content(&path).expect("the lock file")).expect("text");
        for part in [&format!("\"pid\":{},", std::process::id()), "\"host\":\"mairie-01\"", "\"start\":\"boot-a\"", NOW]
        {
            assert!(held.contains(part), "{part}: {held}");
        }
        let second = open(&share);
        assert!(!writes(&second), "two write one séance");
        assert!(matches!(&second.notices[..], [Notice::MarkedElsewhere { holder, .. }] if holder.host == "mairie-01"));
        drop(first);
        assert!(writes(&open(&share)), "who left the séance holds it no more");
    }
}

#[test]
fn case_21_by_the_disk_seam_a_share_that_has_forgotten_the_file_is_read_only_and_says_so() {
    let opened = open(&share(ESTALE));
    assert!(!writes(&opened));
    assert!(matches!(&opened.notices[..], [Notice::ReadOnly { .. }]), "{:?}", opened.notices);
}
