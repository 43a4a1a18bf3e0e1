//! The disk fails or the program is killed while papers are written: each is whole, and its own are known again.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::ops::ControlFlow;
use std::path::Path;

use hemicycle::cli::AllAsked;
use hemicycle::french::writing as words;
use hemicycle::papers::Format;
use hemicycle::store::disk::RealDisk;
use hemicycle::store::memory_disk::{Failure, MemoryDisk, Survivors};
use hemicycle::store::papers_folder::PapersFolder;
use hemicycle::verbs::{gather, write_all};

use crate::desk::Desk;

const FOLDER: &str = "/papers";
const NAMES: [&str; 3] = ["a.txt", "b.txt", "c.txt"];

/// Writes three papers of that edition; says whether all of them are.
fn write(disk: &MemoryDisk, edition: &str) -> bool {
    let Ok(mut folder) = PapersFolder::open(disk, Path::new(FOLDER), "x", false) else { return false };
    let written = NAMES.iter().all(|name| folder.put(name, format!("{edition} {name}").as_bytes(), false).is_ok());
    folder.finish().is_ok() && written
}

fn content(disk: &MemoryDisk, name: &str) -> Option<String> {
    disk.content(&Path::new(FOLDER).join(name)).map(|bytes| String::from_utf8(bytes).unwrap())
}

/// A disk on which the first edition is written.
fn first() -> MemoryDisk {
    let disk = MemoryDisk::new();
    disk.put_folder(Path::new(FOLDER));
    assert!(write(&disk, "first"));
    disk
}

#[test]
fn a_program_killed_at_any_operation_leaves_whole_papers_and_finds_its_own_again() {
    for operation in 0..200 {
        let disk = first();
        disk.fail(Some(Failure { operation: disk.operations() + operation, kind: ErrorKind::Other, for_good: true }));
        let done = write(&disk, "second");
        disk.fail(None);
        for name in NAMES {
            let there = content(&disk, name).expect("it stood there");
            assert!([format!("first {name}"), format!("second {name}")].contains(&there), "{operation}: {there}");
        }
        assert!(write(&disk, "third"), "operation {operation}: its own papers are not known again");
        if done {
            assert!(operation > 10);
            return;
        }
    }
    panic!("it is never done");
}

#[test]
fn after_a_power_cut_each_paper_is_the_old_one_or_the_new_one() {
    for operation in 0..60 {
        let disk = first();
        disk.fail(Some(Failure { operation: disk.operations() + operation, kind: ErrorKind::Other, for_good: true }));
        write(&disk, "second");
        for steps in 0..=disk.pending_steps() {
            for names in [false, true] {
                let left = disk.after_power_cut(Survivors { steps, names });
                for name in NAMES {
                    let there = content(&left, name).expect("it stood there");
                    assert!([format!("first {name}"), format!("second {name}")].contains(&there), "{there}");
                }
            }
        }
    }
}

/// Writes the papers of the evening on a disk in memory.
fn on(disk: &MemoryDisk, table: &Desk) -> words::Written {
    let sitting = gather(&RealDisk, &table.at("x.ron")).unwrap_or_else(|exit| panic!("{exit:?}"));
    let asked = AllAsked { folder: Some(FOLDER.into()), formats: vec![Format::Text], force: false };
    write_all(disk, &sitting, &asked, &mut |_, _| ControlFlow::Continue(())).unwrap_or_else(|exit| panic!("{exit:?}"))
}

#[test]
fn a_full_disk_is_said_with_what_was_written_and_what_is_left() {
    let table = Desk::after();
    let disk = MemoryDisk::new();
    disk.put_folder(Path::new(FOLDER));
    disk.fail(Some(Failure { operation: 30, kind: ErrorKind::StorageFull, for_good: true }));
    let outcome = on(&disk, &table);
    assert!(outcome.written > 0 && outcome.written < 9 && outcome.stopped.is_some(), "{outcome:?}");
    let said = words::not_all_written(&outcome);
    let left = 9 - outcome.written;
    assert!(said.contains("le disque est plein"), "{said}");
    assert!(said.contains(&format!("Il reste {left} papiers à écrire. Ce qui est écrit est entier.")), "{said}");
    assert!(said.ends_with("Libérez de la place sur ce disque, puis réessayez."), "{said}");
    disk.fail(None);
    let outcome = on(&disk, &table);
    assert!(outcome.is_whole() && outcome.written + outcome.same == 9, "{outcome:?}");
}

#[test]
fn whoever_leaves_meanwhile_leaves_whole_papers_and_an_ordered_list() {
    let table = Desk::after();
    let disk = MemoryDisk::new();
    disk.put_folder(Path::new(FOLDER));
    let sitting = gather(&RealDisk, &table.at("x.ron")).unwrap_or_else(|exit| panic!("{exit:?}"));
    let asked = AllAsked { folder: Some(FOLDER.into()), formats: vec![Format::Text], force: false };
    let mut stop_at_three = |done, _| if done == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    let done = write_all(&disk, &sitting, &asked, &mut stop_at_three).unwrap_or_else(|exit| panic!("{exit:?}"));
    assert!(done.given_up && done.written == 3 && !done.is_whole());
    let list = String::from_utf8(disk.content(&Path::new(FOLDER).join("x.sha256")).unwrap()).unwrap();
    let by_name: BTreeMap<&str, &str> =
        list.lines().filter_map(|line| line.split_once("  ")).map(|(a, b)| (b, a)).collect();
    assert_eq!((by_name.len(), list.lines().count()), (3, 3), "{list}");
}

#[test]
fn progress_is_told_before_each_paper() {
    let table = Desk::after();
    let disk = MemoryDisk::new();
    disk.put_folder(Path::new(FOLDER));
    let sitting = gather(&RealDisk, &table.at("x.ron")).unwrap_or_else(|exit| panic!("{exit:?}"));
    let asked = AllAsked { folder: Some(FOLDER.into()), formats: vec![Format::Text], force: false };
    let mut told = Vec::new();
    let mut tell = |done, all| {
        told.push((done, all));
        ControlFlow::Continue(())
    };
    write_all(&disk, &sitting, &asked, &mut tell).unwrap_or_else(|exit| panic!("{exit:?}"));
    assert_eq!(told, (0..9).map(|done| (done, 9)).collect::<Vec<_>>());
}
