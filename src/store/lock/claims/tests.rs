//! Claims on a disk in memory, with the files of the system that say which machine and which processes there are.

use std::path::PathBuf;

use super::*;
use crate::store::disk::{Found, OWNER_ONLY};
use crate::store::lock::{Taking, take as take_lock};
use crate::store::memory_disk::MemoryDisk;

const PATH: &str = "/seance/x.lock";

/// A shared folder as a network has some: it has no locks.
#[derive(Clone)]
struct Shared(MemoryDisk);

struct SharedFile(Box<dyn OpenFile>);

impl OpenFile for SharedFile {
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
        Err(io::Error::from_raw_os_error(NO_LOCKS))
    }
}

impl Disk for Shared {
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
        Ok(Box::new(SharedFile(self.0.create_new(path, mode)?)))
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.0.create_folder(path)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        Ok(Box::new(SharedFile(self.0.open(path)?)))
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

/// The shared folder as the machine of that name sees it, where this process runs since that moment.
fn shared() -> Shared {
    let disk = MemoryDisk::new();
    this_machine(&disk, "mairie", "one", "4242");
    Shared(disk)
}

fn this_machine(disk: &MemoryDisk, host: &str, start: &str, began: &str) {
    disk.put(Path::new("/proc/sys/kernel/hostname"), host.as_bytes());
    disk.put(Path::new(MACHINE), format!("machine of {host}").as_bytes());
    disk.put(Path::new(START), start.as_bytes());
    let of_this_process = PathBuf::from(format!("/proc/{}/stat", std::process::id()));
    let fields = ["0"; 18].join(" ");
    disk.put(&of_this_process, format!("7 (a name) (x)) S {fields} {began} 0 0").as_bytes());
}

fn take(disk: &Shared) -> Taking {
    take_lock(disk, Path::new(PATH), "2025-03-03T18:00:00+01:00").unwrap()
}

#[test]
fn case_21_simulated_where_a_disk_has_no_locks_a_claim_stands_for_one_until_it_is_given_back() {
    let disk = shared();
    let Taking::Taken(lock) = take(&disk) else { panic!("it is free") };
    assert!(!lock.is_of_the_system());
    let Taking::Marked(holder) = take(&disk) else { panic!("it is claimed") };
    assert_eq!((holder.pid, holder.host.as_str()), (std::process::id(), "mairie"));
    assert_eq!(holder.since, "2025-03-03T18:00:00+01:00");
    assert_eq!(super::holder(&disk, Path::new(PATH)), Some(holder));
    drop(lock);
    assert_eq!(super::holder(&disk, Path::new(PATH)), None);
    assert!(matches!(take(&disk), Taking::Taken(_)));
}

#[test]
fn case_21_simulated_the_claim_of_a_process_that_died_or_of_a_machine_that_was_started_anew_holds_nothing() {
    // The number of the process may be that of another by then; or there is none of that number; or the machine restarted.
    for (start, began, pid) in [("one", "9999", None), ("one", "4242", Some("999999999")), ("two", "4242", None)] {
        let disk = shared();
        let Taking::Taken(lock) = take(&disk) else { panic!("it is free") };
        // As after `kill -9`: nothing is given back.
        std::mem::forget(lock);
        assert!(matches!(take(&disk), Taking::Marked(_)));
        this_machine(&disk.0, "mairie", start, began);
        if let Some(pid) = pid {
            let text = String::from_utf8(disk.0.content(Path::new(PATH)).unwrap()).unwrap();
            disk.0.put(Path::new(PATH), text.replace(&std::process::id().to_string(), pid).as_bytes());
        }
        assert!(matches!(take(&disk), Taking::Taken(_)), "{start} {began} {pid:?}");
    }
}

#[test]
fn case_21_simulated_of_a_process_on_another_machine_nothing_is_known_and_it_keeps_the_sitting() {
    let disk = shared();
    let Taking::Taken(lock) = take(&disk) else { panic!("it is free") };
    std::mem::forget(lock);
    this_machine(&disk.0, "école", "two", "4242");
    let Taking::Marked(holder) = take(&disk) else { panic!("it is claimed") };
    assert_eq!(holder.host, "mairie");
    // What the sentence says: the file is removed by hand.
    disk.0.take_away(Path::new(PATH));
    assert!(matches!(take(&disk), Taking::Taken(_)));
}

/// A line of another comes between the look and ours: it is seen when the file is read back.
struct Between<'a>(&'a mut dyn OpenFile, Option<Line>);
impl OpenFile for Between<'_> {
    fn look(&self) -> io::Result<Found> {
        self.0.look()
    }
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(line) = self.1.take() {
            add(self.0, &line)?;
        }
        self.0.append(bytes)
    }
    fn sync_data(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }
    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.0.truncate(length)
    }
    fn try_lock(&self) -> io::Result<bool> {
        self.0.try_lock()
    }
}

#[test]
fn case_21_simulated_of_two_who_come_together_the_first_in_the_file_has_the_sitting() {
    let disk = shared();
    let mut file = disk.create_new(Path::new(PATH), OWNER_ONLY).unwrap();
    let mut other = Claim::new(&disk, "before");
    other.host = "ailleurs".to_owned();
    let mut between = Between(&mut *file, Some(Line::Claim(other.clone())));
    let taken = super::take(&disk, Path::new(PATH), &mut between, "now").unwrap();
    assert_eq!(taken, Err(other.clone().holder()));
    // Ours was given back: once the other goes, the sitting is free.
    give_back(&mut *file, &other.mark);
    assert_eq!(super::holder(&disk, Path::new(PATH)), None);
}

#[test]
fn a_file_of_anything_else_claims_nothing_and_a_long_one_is_begun_anew() {
    let disk = shared();
    for text in ["pid 1\nhost far\nsince then\n", "\u{0}\u{0}\u{0}", "{\"claim\":{}}\n", "{\"free\":\"x\"}\n"] {
        disk.0.put(Path::new(PATH), text.as_bytes());
        assert!(matches!(take(&disk), Taking::Taken(_)), "{text:?}");
    }
    disk.0.put(Path::new(PATH), &b"\n".repeat(LONG + 1));
    assert!(matches!(take(&disk), Taking::Taken(_)));
    assert!(disk.0.content(Path::new(PATH)).unwrap().len() < 2_000);
}
