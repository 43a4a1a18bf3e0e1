//! The second copy of a record, at rest and at the opening: what stands there, which side holds more, and that neither is
//! ever made shorter.

mod at_opening;
mod beside;
mod costs;
#[path = "../evening/mod.rs"]
mod evening;
mod held_elsewhere;
mod prefixes;
mod set_aside;
#[path = "../common/terminal.rs"]
mod terminal;
mod the_program;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use evening::{NOW, PATH, Shared, Step, memory, session, take};
use hemicycle::council::command::Command;
use hemicycle::council::history::Entry;
use hemicycle::council::notes::NoteSums;
use hemicycle::store::fault::{Fault, Notice};
use hemicycle::store::kept::Place;
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::record::{self, Opened};
use hemicycle::store::second_copy::{Copies, Side, place_of};
use hemicycle::store::session_file::SessionFile;

/// Where the copies are.
const COPIES: &str = "/etat/copies";
/// The clock of another evening.
const LATER: &str = "2025-03-04T18:04:10+01:00";

fn copies_at(path: &str) -> Copies {
    Copies { folder: COPIES.into(), of: path.into(), read_me: "À lire.\n".into() }
}

fn copy() -> Place {
    place_of(Path::new(COPIES), Path::new(PATH)).unwrap()
}

fn place() -> Place {
    Place::of(Path::new(PATH)).unwrap()
}

fn try_open(disk: &Shared) -> Result<Opened, Fault> {
    record::open_doubled(disk, session(), NOW, &copies_at(PATH))
}

fn open(disk: &Shared) -> Opened {
    try_open(disk).unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// The same session file at another path.
fn session_at(path: &str) -> SessionFile {
    SessionFile { path: PathBuf::from(path), ..session().clone() }
}

/// Takes a step as the thread that records does: the copy follows what was acknowledged.
fn step(opened: &mut Opened, step: &Step) {
    take(opened, step).unwrap_or_else(|fault| panic!("{step:?}: {fault:?}"));
    opened.recorder.as_mut().unwrap().follow().unwrap();
}

/// The steps of the evening, and one after its close.
fn steps() -> Vec<Step> {
    let mut steps = evening::evening();
    let on = jiff::civil::date(2025, 4, 7);
    steps.push(Step::Do(Command::SettleMinutes { on, remarks: None, notes: NoteSums::new() }));
    steps
}

/// What a place holds after so many steps, recorded at that time.
fn side_at(now: &str, count: usize) -> Side {
    let (memory, disk) = memory();
    let mut opened = record::open(&disk, session(), now).unwrap();
    for step in steps().iter().take(count) {
        let mut entry = evening::entry(&opened.history, step);
        if let Entry::Action { at, .. } = &mut entry {
            now.clone_into(at);
        }
        opened.recorder.as_mut().unwrap().append(&entry).unwrap();
        opened.history.push(entry).unwrap();
    }
    drop(opened);
    held_at(&memory, &place())
}

fn side(count: usize) -> Side {
    side_at(NOW, count)
}

/// What stands in the files of a place.
fn held_at(memory: &MemoryDisk, place: &Place) -> Side {
    let content = |path: &Path| memory.content(path).unwrap_or_default();
    Side { journal: content(&place.journal), afterwards: content(&place.afterwards) }
}

fn put(memory: &MemoryDisk, place: &Place, side: &Side) {
    for (path, bytes) in [(&place.journal, &side.journal), (&place.afterwards, &side.afterwards)] {
        if !bytes.is_empty() {
            memory.put(path, bytes);
        }
    }
}

/// A disk on which the place and the copy hold that.
fn with(here: &Side, there: &Side) -> (MemoryDisk, Shared) {
    let memory = MemoryDisk::new();
    for folder in ["/", "/etat", COPIES, "/seance"] {
        memory.put_folder(Path::new(folder));
    }
    put(&memory, &place(), here);
    if !there.is_empty() {
        memory.put_folder(copy().journal.parent().unwrap());
        put(&memory, &copy(), there);
    }
    (memory.clone(), Arc::new(memory))
}

/// What is said, but for what every opening says.
fn said(opened: &Opened) -> Vec<Notice> {
    opened.notices.iter().filter(|notice| !matches!(notice, Notice::Resumed { .. })).cloned().collect()
}

/// The files set aside in the folder of the copy whose names hold that.
fn aside(disk: &Shared, mark: &str) -> Vec<PathBuf> {
    let names = disk.names(copy().journal.parent().unwrap()).unwrap_or_default();
    names.into_iter().filter(|path| path.to_string_lossy().contains(mark)).collect()
}
