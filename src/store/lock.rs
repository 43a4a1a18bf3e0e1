//! One instance writes a sitting at a time; the others say who has it.
//!
//! The lock is the system's, on the file `NAME.lock`: it goes with the process that holds it, however that ends, so a
//! file left by a dead one means nothing. The file is never removed, for another may hold it by then. What it holds is
//! for people only: the process, the machine, and since when. Where a disk has no locks, the file holds claims.

mod claims;

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use super::disk::{Disk, OWNER_ONLY, OpenFile, append_all};
use crate::council::plain::plain;

/// The largest lock file that is read, in bytes.
const LIMIT: u64 = 1024;

/// Where Linux says the name of the machine.
const HOST_FILES: [&str; 2] = ["/proc/sys/kernel/hostname", "/etc/hostname"];

/// Who holds a sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The number of the process.
    pub pid: u32,
    /// The name of the machine; empty if it has none.
    pub host: String,
    /// Since when, as the clock of that machine had it (RFC 3339).
    pub since: String,
}

impl Holder {
    /// This process, from now on.
    #[must_use]
    pub fn here(disk: &dyn Disk, now: &str) -> Self {
        let host = HOST_FILES.iter().find_map(|path| disk.read(Path::new(path), LIMIT).ok()).unwrap_or_default();
        Self { pid: std::process::id(), host: one_line(&String::from_utf8_lossy(&host)), since: one_line(now) }
    }

    fn to_text(&self) -> String {
        let mut text = String::new();
        // Writing to a String does not fail.
        let _ = write!(text, "pid {}\nhost {}\nsince {}\n", self.pid, self.host, self.since);
        text
    }

    /// Reads what another instance wrote; `None` if it is not whole, as when it is being written.
    fn parse(text: &str) -> Option<Self> {
        let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        Some(Self {
            pid: field("pid")?.parse().ok()?,
            host: one_line(field("host")?),
            since: one_line(field("since")?),
        })
    }
}

/// A text that any program may have written, fit to be shown: nothing hidden, and not long.
fn one_line(text: &str) -> String {
    plain(text.trim()).chars().take(80).collect()
}

/// The lock, held until this is dropped.
pub struct Lock {
    file: Box<dyn OpenFile>,
    /// The mark of the claim that stands for it, on a disk without locks.
    claim: Option<String>,
}

impl Lock {
    /// Whether the system keeps it; otherwise a claim in the file stands for it.
    #[must_use]
    pub fn is_of_the_system(&self) -> bool {
        self.claim.is_none()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(claim) = &self.claim {
            claims::give_back(&mut *self.file, claim);
        }
    }
}

/// Whether the lock was taken.
pub enum Taking {
    /// It was.
    Taken(Lock),
    /// Another holds it; who, if its file says so.
    Held(Option<Holder>),
    /// There are no locks on this disk, and another claims the sitting.
    Marked(Holder),
}

/// Takes the lock, or says who has it.
///
/// # Errors
/// The lock file cannot be created or opened.
pub fn take(disk: &dyn Disk, path: &Path, now: &str) -> io::Result<Taking> {
    let mut file = match disk.create_new(path, OWNER_ONLY) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => disk.open(path)?,
        created => created?,
    };
    match file.try_lock() {
        Ok(true) => {}
        Ok(false) => {
            let text = disk.read(path, LIMIT).unwrap_or_default();
            return Ok(Taking::Held(Holder::parse(&String::from_utf8_lossy(&text))));
        }
        Err(error) if claims::has_no_locks(&error) => {
            return Ok(match claims::take(disk, path, &mut *file, now)? {
                Ok(claim) => Taking::Taken(Lock { file, claim: Some(claim) }),
                Err(holder) => Taking::Marked(holder),
            });
        }
        Err(error) => return Err(error),
    }
    // What the file says helps people; the lock holds without it, so a full disk must not stop anything here.
    let text = Holder::here(disk, now).to_text();
    let _ = file.truncate(0).and_then(|()| append_all(&mut *file, text.as_bytes()));
    Ok(Taking::Taken(Lock { file, claim: None }))
}

/// Where Linux lists the locks that are held, each with the inode of its file.
const LOCKS: &str = "/proc/locks";

/// Who holds the lock of that path now, as far as this machine can tell without asking for it: nothing is opened for
/// writing, created or locked, and a file that a dead instance left is nobody's.
#[must_use]
pub fn holder_of(disk: &dyn Disk, path: &Path) -> Option<Holder> {
    let found = disk.look(path).ok().flatten()?;
    let locks = disk.read(Path::new(LOCKS), 64 * LIMIT * LIMIT).ok()?;
    // « 1: FLOCK  ADVISORY  WRITE 4242 08:01:131077 0 EOF »; one that waits for another has « -> » in it.
    let is_it = |line: &str| {
        let place = line.split_whitespace().nth(5).unwrap_or_default();
        line.contains("FLOCK") && place.rsplit(':').next() == Some(found.inode.to_string().as_str())
    };
    if !String::from_utf8_lossy(&locks).lines().any(is_it) {
        return claims::holder(disk, path);
    }
    let text = disk.read(path, LIMIT).unwrap_or_default();
    Holder::parse(&String::from_utf8_lossy(&text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::memory_disk::MemoryDisk;

    const PATH: &str = "/seance/x.lock";

    fn holder(taking: Taking) -> Option<Holder> {
        match taking {
            Taking::Taken(_) => None,
            Taking::Held(holder) => holder,
            Taking::Marked(holder) => Some(holder),
        }
    }

    #[test]
    fn case_25_the_second_to_come_is_told_process_machine_and_since_when() {
        let disk = MemoryDisk::new();
        disk.put(Path::new("/etc/hostname"), b"mairie-01\n");
        let Taking::Taken(lock) = take(&disk, Path::new(PATH), "2025-03-03T18:00:00+01:00").unwrap() else {
            panic!("the lock is free")
        };
        let holder = holder(take(&disk, Path::new(PATH), "later").unwrap()).unwrap();
        assert_eq!(holder.pid, std::process::id());
        assert_eq!(holder.host, "mairie-01");
        assert_eq!(holder.since, "2025-03-03T18:00:00+01:00");
        drop(lock);
        assert!(matches!(take(&disk, Path::new(PATH), "later").unwrap(), Taking::Taken(_)));
    }

    #[test]
    fn case_26_what_a_dead_holder_left_is_overwritten_without_a_question() {
        let disk = MemoryDisk::new();
        disk.put(
            Path::new(PATH),
            b"pid 1\nhost far-away\nsince 1999-12-31T23:59:59+01:00\n and much more than is needed",
        );
        let _lock = take(&disk, Path::new(PATH), "now").unwrap();
        assert_eq!(
            String::from_utf8(disk.content(Path::new(PATH)).unwrap()).unwrap(),
            format!("pid {}\nhost \nsince now\n", std::process::id())
        );
    }

    #[test]
    fn case_51_what_a_lock_file_says_never_reaches_the_screen_with_control_characters() {
        let said = Holder::parse("pid 7\nhost \u{1b}]0;pwned\u{7}\nsince \u{9b}2J\n").unwrap();
        assert_eq!((said.host.as_str(), said.since.as_str()), ("‹U+001B›]0;pwned‹U+0007›", "‹U+009B›2J"));
        assert_eq!(Holder::parse("pid 7\nhost a"), None);
        assert_eq!(Holder::parse("\u{0}\u{0}"), None);
    }
}
