//! The power goes at every operation of an evening, and the disk keeps what it likes of what was not synced. Every
//! action whose recording was acknowledged is there afterwards. Recorders broken on purpose lose some: the tests tell.

mod broken;
#[path = "../evening/mod.rs"]
mod evening;
mod failing;
mod noticing;
mod reopening;
mod walk;

use std::io;
use std::path::Path;
use std::sync::Arc;

use broken::Breakage;
use evening::{NOW, PATH, Shared, Step, beside, entries, evening as steps, open, play, session, take, whole};
use hemicycle::store::fault::{Fault, Notice};
use hemicycle::store::memory_disk::{Failure, MOST_TRIED, MemoryDisk, Survivors};
use hemicycle::store::{record, seal};
use walk::{Extent, walk};

fn shared(disk: &MemoryDisk) -> Shared {
    Arc::new(disk.clone())
}

/// Plays until something fails: how many steps were acknowledged, their recording having returned without error.
fn run(disk: &Shared, steps: &[Step]) -> usize {
    let Ok(mut opened) = record::open(disk, session(), NOW) else { return 0 };
    if opened.recorder.is_none() {
        return 0;
    }
    steps.iter().take_while(|step| take(&mut opened, step).is_ok()).count()
}

/// What of the walk is done each time: the rest is in [`the_whole_walk`].
const EACH_TIME: Extent = Extent { subsets: 64, bytes: 67, doubled: false };

#[test]
fn case_02_and_04_after_a_power_cut_whatever_sectors_and_names_survive_every_acknowledged_action_is_there() {
    let walked = walk(Breakage::None, EACH_TIME);
    println!("{walked}");
    assert_eq!(walked.lost, None);
    assert!(walked.operations > 180 && walked.disks > 500, "{walked}");
}

#[test]
fn case_02_and_04_a_second_copy_that_is_cut_too_never_makes_it_worse() {
    let walked = walk(Breakage::None, Extent { subsets: 3, bytes: 9973, doubled: true });
    println!("{walked}");
    assert_eq!(walked.lost, None);
}

/// `cargo test --test crash_points -- --ignored --nocapture the_whole_walk`
#[test]
#[ignore = "minutes: every subset, and every byte of every record"]
fn case_02_and_04_the_whole_walk() {
    // What the copy holds since the last proclamation is cut too, so that there are many more of them.
    let alone = Extent { subsets: MOST_TRIED, bytes: 1, doubled: false };
    for extent in [alone, Extent { subsets: 512, bytes: 97, doubled: true }] {
        let walked = walk(Breakage::None, extent);
        println!("{walked}");
        assert_eq!(walked.lost, None);
    }
}

#[test]
fn case_02_goes_red_when_the_file_is_not_synced() {
    assert!(walk(Breakage::NoSyncOfTheFile, EACH_TIME).lost.is_some());
}

#[test]
fn case_02_goes_red_when_the_folder_is_not_synced() {
    assert!(walk(Breakage::NoSyncOfTheFolder, EACH_TIME).lost.is_some());
}

#[test]
fn case_02_goes_red_when_the_journal_is_cut_and_rewritten_in_place() {
    assert!(walk(Breakage::RewritesInPlace, EACH_TIME).lost.is_some());
}

#[test]
fn case_02_goes_red_when_an_action_is_acknowledged_before_its_sync() {
    assert!(walk(Breakage::AcknowledgesBeforeTheSync, EACH_TIME).lost.is_some());
}

/// The program dies at every operation, is started again and shows what it finds; then the power goes. Says after which
/// operation something that was shown is gone.
fn shown_after_a_death_and_lost() -> Vec<usize> {
    let steps = steps();
    let mut lost = Vec::new();
    for operation in 0..80 {
        let memory = MemoryDisk::new();
        memory.fail(Some(Failure { operation, kind: io::ErrorKind::Other, for_good: true }));
        run(&shared(&memory), &steps);
        memory.fail(None);
        let mut opened = open(&shared(&memory));
        let shown = entries(&opened.history);
        let after = |memory: &MemoryDisk| {
            let left = memory.after_power_cut(Survivors { steps: 0, names: false });
            entries(&open(&shared(&left)).history)
        };
        let kept = after(&memory) == shown;
        let one_more = match steps.get(shown.len()) {
            Some(step) => take(&mut opened, step).is_ok() && after(&memory) == entries(&opened.history),
            None => true,
        };
        if !(kept && one_more) {
            lost.push(operation);
        }
    }
    lost
}

#[test]
fn case_01_and_02_what_a_restart_shows_is_on_the_disk_even_if_the_dead_program_had_not_synced_it() {
    assert_eq!(shown_after_a_death_and_lost(), Vec::<usize>::new());
}

#[test]
fn case_02_an_action_recorded_after_the_close_survives_a_power_cut_too() {
    let before = steps().len();
    let corrected = evening::edited(r#"numero: "1""#, r#"numero: "1", accuse: "013-1""#);
    for operation in 0.. {
        let memory = MemoryDisk::new();
        let disk = shared(&memory);
        play(&disk, &steps());
        let memory = memory.after_power_cut(Survivors { steps: 0, names: true });
        memory.fail(Some(Failure { operation, kind: io::ErrorKind::Other, for_good: true }));
        let disk = shared(&memory);
        let opened = record::open(&disk, &corrected, NOW);
        let taken_over = |opened: &record::Opened| opened.notices.iter().any(|n| matches!(n, Notice::TakenOver(_)));
        let acknowledged = before + usize::from(opened.as_ref().is_ok_and(taken_over));
        for steps in (0..=memory.pending_steps()).step_by(41).chain([memory.pending_steps()]) {
            for names in [false, true] {
                let left = shared(&memory.after_power_cut(Survivors { steps, names }));
                let reopened =
                    record::open(&left, &corrected, NOW).unwrap_or_else(|f| panic!("{operation} {steps}: {f:?}"));
                assert_eq!(entries(&reopened.history).len(), before + 1, "taken over, now or at the opening before");
                let report = seal::verify(&*left, Path::new(PATH)).unwrap().unwrap();
                assert_eq!(report.afterwards.map(|chain| chain.lines), Some(2), "{operation} {steps} {names}");
            }
        }
        if acknowledged > before {
            return;
        }
    }
}

#[test]
fn case_07_and_10_whatever_operation_fails_trying_again_makes_the_journal_of_an_undisturbed_evening() {
    let (whole, _) = whole();
    for kind in [io::ErrorKind::StorageFull, io::ErrorKind::Other, io::ErrorKind::QuotaExceeded] {
        let mut failures = 0;
        for operation in 0..80 {
            let memory = MemoryDisk::new();
            memory.fail(Some(Failure { operation, kind, for_good: false }));
            let disk = shared(&memory);
            let mut opened = match record::open(&disk, session(), NOW) {
                Ok(opened) if opened.recorder.is_some() => opened,
                _ => open(&disk),
            };
            for step in &steps() {
                let before = (entries(&opened.history), memory.content(&beside("journal")));
                let Err(fault) = take(&mut opened, step) else { continue };
                failures += 1;
                assert!(matches!(fault, Fault::NotRecorded { error, .. } if error.kind == kind), "{fault:?}");
                assert_eq!(take(&mut opened, step), Err(Fault::Frozen), "nothing goes through before a reopening");
                let after = (entries(&opened.history), memory.content(&beside("journal")));
                assert_eq!(after, before, "what is not recorded is neither applied nor left in the journal");
                opened.recorder.as_mut().unwrap().reopen().unwrap();
                take(&mut opened, step).unwrap();
            }
            assert_eq!(memory.content(&beside("journal")).unwrap(), whole, "operation {operation}, {kind:?}");
        }
        assert!(failures > 30, "{failures}");
    }
}

#[test]
fn case_09_after_a_failure_the_next_start_finds_the_state_before_or_after_it() {
    for operation in 0..80 {
        let memory = MemoryDisk::new();
        memory.fail(Some(Failure { operation, kind: io::ErrorKind::Other, for_good: true }));
        let acknowledged = run(&shared(&memory), &steps());
        memory.fail(None);
        let opened = open(&shared(&memory));
        let there = opened.history.entries().count();
        assert!((acknowledged..=acknowledged + 1).contains(&there), "{operation}: {acknowledged}, {there}");
    }
}

#[test]
fn case_10_a_disk_that_takes_few_bytes_at_a_time_gets_all_of_them() {
    let memory = MemoryDisk::new();
    memory.take_at_most(7);
    play(&shared(&memory), &steps());
    assert_eq!(memory.content(&beside("journal")).unwrap(), whole().0);
}
