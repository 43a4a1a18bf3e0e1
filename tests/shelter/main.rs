//! The place of a séance fails: it goes on in its second copy, and is put back once the place is there again. On a disk in
//! memory, at every operation.

mod back;
#[path = "../evening/mod.rs"]
mod evening;
mod going;
mod real;
#[path = "../common/skip.rs"]
mod skip;
mod stick;
#[path = "../common/terminal.rs"]
mod terminal;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use evening::{NOW, PATH, Shared, Step, beside, entries, entry, evening as steps, memory, session, take, whole};
use hemicycle::council::history::Entry;
use hemicycle::store::disk::Disk;
use hemicycle::store::fault::{DiskError, Fault, Notice};
use hemicycle::store::lock;
use hemicycle::store::memory_disk::{Call, FailingCall, Failure, INPUT_OUTPUT, MOST_TRIED, MemoryDisk, Survivors};
use hemicycle::store::record::shelter::{NotPutBack, is_to_be_left};
use hemicycle::store::record::{self, Opened};
use hemicycle::store::seal;
use hemicycle::store::second_copy::{self, Copies};

const COPIES: &str = "/home/state/copies";
const STICK: &str = "/seance";

/// A séance with its second copy, after so many steps; the session file stands at its place.
fn held(steps: &[Step]) -> (MemoryDisk, Opened) {
    let (memory, disk) = memory();
    memory.put(Path::new(PATH), evening::SESSION.as_bytes());
    let mut opened = open(&disk);
    for step in steps {
        record(&mut opened, step).unwrap_or_else(|fault| panic!("{step:?}: {fault:?}"));
    }
    (memory, opened)
}

fn open(disk: &Shared) -> Opened {
    let copies = Copies { folder: COPIES.into(), of: PATH.into(), read_me: String::new() };
    record::open_doubled(disk, session(), NOW, &copies).unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// Records as the writer does: the entry, then the second copy.
fn record(opened: &mut Opened, step: &Step) -> Result<(), Fault> {
    take(opened, step)?;
    opened.recorder.as_mut().unwrap().follow().unwrap_or_else(|notice| panic!("{notice:?}"));
    Ok(())
}

/// Records; where the place fails for good, elsewhere.
fn record_anyhow(opened: &mut Opened, step: &Step) -> Result<(), Fault> {
    match record(opened, step) {
        Err(fault) if is_to_be_left(&fault) => {
            opened.recorder.as_mut().unwrap().take_shelter()?;
            record(opened, step)
        }
        outcome => outcome,
    }
}

fn copy(end: &str) -> PathBuf {
    second_copy::place_of(Path::new(COPIES), Path::new(PATH)).unwrap().session_file.with_extension(end)
}

/// The entries of the journal and of what followed it, of the séance whose session file stands there.
fn read_at(memory: &MemoryDisk, session_file: &Path) -> Vec<Entry> {
    let there = hemicycle::store::session_file::SessionFile { path: session_file.to_owned(), ..session().clone() };
    entries(&record::read(memory, &there).unwrap_or_else(|fault| panic!("{fault:?}")).history)
}

fn all_entries() -> Vec<Entry> {
    whole().1
}
