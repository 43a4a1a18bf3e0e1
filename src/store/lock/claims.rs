//! What stands for the lock where a disk has none, as some shared folders of a network.
//!
//! Each instance adds a line to the lock file that claims the sitting, and reads the file back: the first claim whose
//! instance may still run has it. Whoever leaves adds a line that gives its claim back; whoever died did not, and is known
//! to be dead if it ran on this machine: by its process and the moment it began, or because the machine was started anew
//! since. Of a process on another machine nothing can be known: it holds the sitting until somebody removes the file.
//!
//! Lines are only ever added, so that two who come together see each other: whoever does not find its own claim in the
//! file does not have the sitting. A shared folder may still lose one of two lines that are added at the same instant; the
//! record is then kept by what is checked before each line of the journal (its device, number and length).

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::super::disk::{Disk, OpenFile, append_all};
use super::{Holder, one_line};

/// The largest file of claims that is read, in bytes.
const LIMIT: u64 = 1024 * 1024;
/// From that length on the file is emptied when nobody holds the sitting, in bytes.
const LONG: usize = 64 * 1024;
/// The longest file of the system that is read, in bytes.
const SYSTEM_LIMIT: u64 = 4096;

/// Where Linux says which machine this is, and which of its starts.
const MACHINE: &str = "/etc/machine-id";
const START: &str = "/proc/sys/kernel/random/boot_id";

/// The number of the system for « no locks here » (`ENOLCK`): the library has no name for it.
const NO_LOCKS: i32 = 37;

/// Whether a disk answers that it has no locks; any other error is one of the disk.
#[must_use]
pub fn has_no_locks(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported || error.raw_os_error() == Some(NO_LOCKS)
}

/// One line of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Line {
    /// An instance claims the sitting.
    Claim(Claim),
    /// It gives the claim of that mark back.
    Free(String),
}

/// Who claims the sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Claim {
    /// What tells it from every other claim.
    mark: String,
    pid: u32,
    /// When the process began, in ticks since the machine was started; empty if the system does not say.
    began: String,
    host: String,
    machine: String,
    /// Which start of the machine.
    start: String,
    since: String,
}

impl Claim {
    fn new(disk: &dyn Disk, now: &str) -> Self {
        let Holder { pid, host, since } = Holder::here(disk, now);
        let mark = format!("{:016x}", RandomState::new().build_hasher().finish());
        let (machine, start) = (system(disk, MACHINE), system(disk, START));
        Self { mark, pid, began: began(disk, pid).unwrap_or_default(), host, machine, start, since }
    }

    /// Whether the instance that claims may still run, as far as this machine can tell.
    fn may_live(&self, disk: &dyn Disk, here: &Self) -> bool {
        let is_here = (&self.host, &self.machine) == (&here.host, &here.machine);
        // Nor can anything be known where the system does not say which processes there are.
        if !is_here || here.start.is_empty() || here.began.is_empty() {
            return true;
        }
        self.start == here.start && began(disk, self.pid).is_some_and(|began| began == self.began)
    }

    fn holder(self) -> Holder {
        Holder { pid: self.pid, host: one_line(&self.host), since: one_line(&self.since) }
    }
}

/// A file of the system, as one line; empty if there is none.
fn system(disk: &dyn Disk, path: &str) -> String {
    let bytes = disk.read(Path::new(path), SYSTEM_LIMIT).unwrap_or_default();
    one_line(&String::from_utf8_lossy(&bytes))
}

/// When a process of this machine began; `None` if there is none of that number.
fn began(disk: &dyn Disk, pid: u32) -> Option<String> {
    let stat = disk.read(Path::new(&format!("/proc/{pid}/stat")), SYSTEM_LIMIT).ok()?;
    let stat = String::from_utf8_lossy(&stat).into_owned();
    // The name of the program, in brackets, may hold spaces; what is asked is the twentieth field behind it.
    stat.rsplit(')').next()?.split_whitespace().nth(19).map(str::to_owned)
}

/// The first claim that holds; those before it were given back, or their instances are dead.
fn first(disk: &dyn Disk, text: &str) -> Option<Claim> {
    let lines: Vec<Line> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let here = Claim::new(disk, "");
    let is_free = |claim: &Claim| lines.iter().any(|line| matches!(line, Line::Free(mark) if *mark == claim.mark));
    lines.iter().find_map(|line| match line {
        Line::Claim(claim) if !is_free(claim) && claim.may_live(disk, &here) => Some(claim.clone()),
        _ => None,
    })
}

fn text_of(disk: &dyn Disk, path: &Path) -> io::Result<String> {
    Ok(String::from_utf8_lossy(&disk.read(path, LIMIT)?).into_owned())
}

/// The mark of the claim if the sitting is had by it, or who has the sitting.
///
/// # Errors
/// The file cannot be written or read back.
pub fn take(disk: &dyn Disk, path: &Path, file: &mut dyn OpenFile, now: &str) -> io::Result<Result<String, Holder>> {
    let before = text_of(disk, path)?;
    if let Some(other) = first(disk, &before) {
        return Ok(Err(other.holder()));
    }
    // Looked at once more: a claim that came meanwhile is not cut off.
    if before.len() > LONG && text_of(disk, path)? == before {
        file.truncate(0)?;
    }
    let claim = Claim::new(disk, now);
    let mark = claim.mark.clone();
    add(file, &Line::Claim(claim))?;
    match first(disk, &text_of(disk, path)?) {
        Some(first) if first.mark == mark => Ok(Ok(mark)),
        Some(other) => {
            give_back(file, &mark);
            Ok(Err(other.holder()))
        }
        None => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// Gives a claim back. What cannot be written now is seen to be dead later.
pub fn give_back(file: &mut dyn OpenFile, mark: &str) {
    let _ = add(file, &Line::Free(mark.to_owned()));
}

/// Who claims the sitting, for whoever only asks: nothing is written.
#[must_use]
pub fn holder(disk: &dyn Disk, path: &Path) -> Option<Holder> {
    first(disk, &text_of(disk, path).ok()?).map(Claim::holder)
}

/// Adds a line, which begins at the start of one whatever a crash left before it.
fn add(file: &mut dyn OpenFile, line: &Line) -> io::Result<()> {
    let text = serde_json::to_string(line)?;
    append_all(file, format!("\n{text}\n").as_bytes())?;
    file.sync_data()
}

#[cfg(test)]
mod tests;
