//! After a sync that failed the system holds the lost bytes for written: that file is not gone on with, whatever it reads as.

mod evening;

use std::io;

use evening::{NOW, beside, entries, evening as steps, memory, play, session, take, whole};
use hemicycle::store::fault::Fault;
use hemicycle::store::memory_disk::{Call, FailingCall, Failure, INPUT_OUTPUT, MOST_TRIED};
use hemicycle::store::record;

#[test]
fn case_09_after_a_sync_that_failed_nothing_more_goes_through_that_descriptor() {
    let (memory, disk) = memory();
    let mut opened = play(&disk, &steps()[..3]);
    let nth = memory.calls(Call::SyncData);
    memory.fail_call(Some(FailingCall { call: Call::SyncData, nth, code: INPUT_OUTPUT, for_good: false }));
    assert!(matches!(take(&mut opened, &steps()[3]), Err(Fault::NotRecorded { .. })));
    let asked = memory.operations();
    assert_eq!(take(&mut opened, &steps()[3]), Err(Fault::Frozen));
    assert_eq!(memory.operations(), asked, "the system, which holds the lost bytes for written, is not asked again");
    opened.recorder.as_mut().unwrap().reopen().unwrap();
    take(&mut opened, &steps()[3]).unwrap();
    assert!(whole().0.starts_with(&memory.content(&beside("journal")).unwrap()));
}

#[test]
fn case_09_where_there_is_no_second_copy_a_sync_that_failed_is_not_asked_again_of_that_file_but_of_a_fresh_one() {
    let steps = steps();
    for tries in 1..=3 {
        let (memory, disk) = memory();
        let mut opened = play(&disk, &steps[..6]);
        let before = disk.look(&beside("journal")).unwrap().unwrap();
        for _ in 0..tries {
            let nth = memory.calls(Call::SyncData);
            memory.fail_call(Some(FailingCall { call: Call::SyncData, nth, code: INPUT_OUTPUT, for_good: false }));
            assert!(matches!(take(&mut opened, &steps[6]), Err(Fault::NotRecorded { .. })));
            memory.fail_call(None);
            opened.recorder.as_mut().unwrap().reopen().unwrap();
        }
        let after = disk.look(&beside("journal")).unwrap().unwrap();
        assert!(!before.is_same_file(&after), "another file has its name");
        for step in &steps[6..] {
            take(&mut opened, step).unwrap();
        }
        assert_eq!(memory.content(&beside("journal")).unwrap(), whole().0);
        for left in memory.power_cuts(|_| true, MOST_TRIED).disks() {
            let read = record::read(&left, session()).unwrap();
            assert_eq!(entries(&read.history), entries(&opened.history));
        }
    }
}

#[test]
fn case_09_while_the_fresh_file_cannot_be_written_the_old_one_is_whole_and_nothing_is_recorded() {
    let steps = steps();
    for operation in 0..16 {
        let (memory, disk) = memory();
        let mut opened = play(&disk, &steps[..6]);
        let nth = memory.calls(Call::SyncData);
        memory.fail_call(Some(FailingCall { call: Call::SyncData, nth, code: INPUT_OUTPUT, for_good: false }));
        take(&mut opened, &steps[6]).unwrap_err();
        let operation = memory.operations() + operation;
        memory.fail(Some(Failure { operation, kind: io::ErrorKind::Other, for_good: false }));
        let recorder = opened.recorder.as_mut().unwrap();
        if recorder.reopen().is_err() {
            assert_eq!(record::read(&memory.twin(), session()).unwrap().history.entries().count(), 6);
            memory.fail(None);
            recorder.reopen().unwrap();
        }
        memory.fail(None);
        for step in &steps[6..] {
            take(&mut opened, step).unwrap();
        }
        assert_eq!(memory.content(&beside("journal")).unwrap(), whole().0);
    }
}

#[test]
fn case_01_and_09_what_a_killed_program_left_and_the_disk_then_lost_is_never_shown_as_recorded_and_lost_again() {
    let steps = steps();
    let (memory, disk) = memory();
    let mut opened = play(&disk, &steps[..6]);
    let before = memory.content(&beside("journal")).unwrap().len();
    take(&mut opened, &steps[6]).unwrap();
    let line = memory.content(&beside("journal")).unwrap().split_off(before);
    drop(opened);
    // It was killed between the write and the sync of that line.
    let (memory, disk) = evening::with_journal(&memory.content(&beside("journal")).unwrap()[..before]);
    disk.open(&beside("journal")).unwrap().append(&line).unwrap();
    // The disk fails to take it, which the system tells whoever asks first, and nobody else.
    let nth = memory.calls(Call::SyncData);
    memory.fail_call(Some(FailingCall { call: Call::SyncData, nth, code: INPUT_OUTPUT, for_good: false }));
    let shown =
        [0, 1].map(|_| record::open(&disk, session(), NOW).map_or(0, |opened| opened.history.entries().count()));
    assert_eq!(shown, [7, 7]);
    for left in memory.power_cuts(|_| true, MOST_TRIED).disks() {
        assert_eq!(record::read(&left, session()).unwrap().history.entries().count(), 7);
    }
}
