//! The second copy of a record, at rest and at the opening: what stands there, which side holds more, and that neither is
//! ever made shorter.

#[path = "evening/mod.rs"]
mod evening;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use evening::{NOW, PATH, Shared, Step, beside, entries, memory, session, take};
use hemicycle::store::fault::{Fault, Notice};
use hemicycle::store::kept::Place;
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::record::{self, Opened};
use hemicycle::store::second_copy::{Copies, place_of};

const COPIES: &str = "/etat/copies";

fn copies() -> Copies {
    copies_of(PATH)
}

fn copies_of(path: &str) -> Copies {
    Copies { folder: COPIES.into(), of: path.into(), read_me: "À lire.\n".into() }
}

fn copy() -> Place {
    place_of(Path::new(COPIES), Path::new(PATH)).unwrap()
}

fn open(disk: &Shared) -> Opened {
    record::open_doubled(disk, session(), NOW, &copies()).unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// Takes a step as the thread that records does: the copy follows what was acknowledged.
fn step(opened: &mut Opened, step: &Step) {
    take(opened, step).unwrap_or_else(|fault| panic!("{step:?}: {fault:?}"));
    opened.recorder.as_mut().unwrap().follow().unwrap();
}

/// An evening held with its copy, and left.
fn held(disk: &Shared, steps: &[Step]) {
    let mut opened = open(disk);
    for one in steps {
        step(&mut opened, one);
    }
    opened.recorder.as_mut().unwrap().sync_copy().unwrap();
}

fn first(steps: usize) -> Vec<Step> {
    evening::evening().into_iter().take(steps).collect()
}

/// The journal after so many steps.
fn journal_of(steps: usize) -> Vec<u8> {
    let (memory, disk) = memory();
    drop(evening::play(&disk, &first(steps)));
    memory.content(&beside("journal")).unwrap_or_default()
}

/// A disk on which the place and the copy hold those bytes.
fn with(place: Option<&[u8]>, copied: Option<&[u8]>) -> (MemoryDisk, Shared) {
    let memory = MemoryDisk::new();
    for folder in ["/etat", COPIES] {
        memory.put_folder(Path::new(folder));
    }
    if let Some(bytes) = place {
        memory.put(&beside("journal"), bytes);
    }
    if let Some(bytes) = copied {
        memory.put_folder(copy().journal.parent().unwrap());
        memory.put(&copy().journal, bytes);
    }
    (memory.clone(), Arc::new(memory))
}

#[test]
fn case_16_what_the_stick_lost_is_put_back_from_the_copy_and_said_in_one_sentence() {
    let (memory, disk) = with(Some(&journal_of(3)), Some(&journal_of(8)));
    let opened = open(&disk);
    assert_eq!(entries(&opened.history).len(), 8);
    assert_eq!(memory.content(&beside("journal")).unwrap(), journal_of(8));
    assert!(
        opened.notices.contains(&Notice::PutBack {
            entries: 5,
            journal: beside("journal"),
            copy: copy().journal,
            had_vanished: false
        }),
        "{:?}",
        opened.notices
    );
}
