//! The nth call of every kind is refused, for every n, with each error that a disk gives: what the next start finds is the
//! state before or the one after.

use std::path::{Path, PathBuf};

use hemicycle::council::id::ReportId;
use hemicycle::store::fault::Fault;
use hemicycle::store::memory_disk::{
    Call, FailingCall, INPUT_OUTPUT, INTERRUPTED, MemoryDisk, NO_SPACE, NOT_ALLOWED, READ_ONLY,
};
use hemicycle::store::notes::{self, Draft};
use hemicycle::store::record;
use hemicycle::store::replace::{left_in, replace};

use crate::broken::{Breakage, Watched};
use crate::evening::{NOW, PATH, Shared, Step, beside, entries, evening as steps, open, play, session, take, whole};
use crate::walk::copies;
use crate::{run, shared};

const ERRORS: [i32; 4] = [NO_SPACE, INPUT_OUTPUT, READ_ONLY, NOT_ALLOWED];

/// At most so many disks that a power cut leaves are opened after each failure.
const CUTS: usize = 24;

/// Each call that `undisturbed` makes on a new disk, to be refused with each error, once or for good.
fn each_failure(errors: &[i32], undisturbed: impl Fn(&MemoryDisk)) -> Vec<FailingCall> {
    let disk = MemoryDisk::new();
    undisturbed(&disk);
    let mut failures = Vec::new();
    for call in Call::ALL {
        for nth in 0..disk.calls(call) {
            for code in errors {
                failures.extend([false, true].map(|for_good| FailingCall { call, nth, code: *code, for_good }));
            }
        }
    }
    failures
}

/// What is wrong at the next start: at once, and after each power cut.
fn wrong_at_the_next_start(memory: &MemoryDisk, acknowledged: usize) -> Option<String> {
    memory.fail_call(None);
    let (_, all) = whole();
    let cuts = memory.power_cuts(|path| path.extension().is_none_or(|end| end != "lock"), CUTS);
    let left: Vec<MemoryDisk> = cuts.disks().collect();
    for disk in left.iter().chain([memory]) {
        let opened = match record::open(&shared(disk), session(), NOW) {
            Ok(opened) if opened.recorder.is_some() => opened,
            Ok(opened) => return Some(format!("opens read-only: {:?}", opened.notices)),
            Err(fault) => return Some(format!("does not open: {fault:?}")),
        };
        let there = entries(&opened.history);
        if !(acknowledged..=acknowledged + 1).contains(&there.len()) || !all.starts_with(&there) {
            return Some(format!("{acknowledged} acknowledged, {} there", there.len()));
        }
    }
    None
}

/// Records until something fails, with that promise broken. Says what is wrong afterwards.
fn wrong_after(breakage: Breakage, failing: FailingCall) -> Option<String> {
    let watched = Watched::default();
    watched.memory.fail_call(Some(failing));
    let acknowledged = run(&watched.with(breakage), &steps());
    wrong_at_the_next_start(&watched.memory, acknowledged)
}

#[test]
fn case_07_09_10_and_14_whichever_call_is_refused_the_next_start_finds_the_state_before_or_after() {
    let failures = each_failure(&ERRORS, |disk| drop(play(&shared(disk), &steps())));
    println!("{} failures of a call", failures.len());
    assert!(failures.len() >= 400, "{}", failures.len());
    for failing in failures {
        assert_eq!(wrong_after(Breakage::None, failing), None, "{failing:?}");
    }
}

/// Records with a second copy until something fails; the copy may fail and is then done without.
fn run_doubled(disk: &Shared, steps: &[Step]) -> usize {
    let Ok(mut opened) = record::open_doubled(disk, session(), NOW, &copies()) else { return 0 };
    for (acknowledged, step) in steps.iter().enumerate() {
        if opened.recorder.is_none() || take(&mut opened, step).is_err() {
            return acknowledged;
        }
        let proclaims = opened.history.entries().last().is_some_and(|(_, entry, _)| entry.proclaims());
        let Some(recorder) = &mut opened.recorder else { continue };
        let _ = if proclaims { recorder.sync_copy() } else { recorder.follow() };
    }
    steps.len()
}

fn doubled() -> MemoryDisk {
    let memory = MemoryDisk::new();
    for folder in ["/", "/seance", "/etat"] {
        memory.put_folder(Path::new(folder));
    }
    memory
}

#[test]
fn case_10_and_16_whichever_call_is_refused_to_record_or_copy_both_go_on_from_what_was_acknowledged() {
    let (_, all) = whole();
    let undisturbed = |disk: &MemoryDisk| {
        for folder in ["/", "/seance", "/etat"] {
            disk.put_folder(Path::new(folder));
        }
        assert_eq!(run_doubled(&shared(disk), &steps()), steps().len());
    };
    // One error for each place of a call, in turn.
    let failures = each_failure(&[NO_SPACE, INPUT_OUTPUT, READ_ONLY, NOT_ALLOWED], undisturbed);
    let failures: Vec<FailingCall> =
        failures.into_iter().enumerate().filter(|(n, _)| n % 9 < 2).map(|(_, f)| f).collect();
    println!("{} failures of a call", failures.len());
    for failing in failures {
        let memory = doubled();
        memory.fail_call(Some(failing));
        let acknowledged = run_doubled(&shared(&memory), &steps());
        memory.fail_call(None);
        let cuts = memory.power_cuts(|path| path.extension().is_some_and(|end| end == "journal"), 4);
        let left: Vec<MemoryDisk> = cuts.disks().collect();
        for disk in left.iter().chain([&memory]) {
            let opened = record::open_doubled(&shared(disk), session(), NOW, &copies())
                .unwrap_or_else(|fault| panic!("{failing:?}: {fault:?}"));
            let there = entries(&opened.history);
            assert!(all.starts_with(&there), "{failing:?}");
            assert!(
                (acknowledged..=acknowledged + 1).contains(&there.len()),
                "{failing:?}: {acknowledged}, {}",
                there.len()
            );
        }
    }
}

#[test]
fn case_09_goes_red_when_a_sync_that_failed_is_asked_again_of_the_same_descriptor() {
    let failing = |nth| FailingCall { call: Call::SyncData, nth, code: INPUT_OUTPUT, for_good: false };
    assert!((0..5).any(|nth| wrong_after(Breakage::AsksTheSyncAgain, failing(nth)).is_some()));
}

#[test]
fn case_07_and_09_a_call_that_is_refused_once_costs_one_try_and_the_journal_is_that_of_an_undisturbed_evening() {
    let (whole, _) = whole();
    let mut tried_again = 0;
    let once = |failing: &FailingCall| !failing.for_good;
    for failing in each_failure(&ERRORS, |disk| drop(play(&shared(disk), &steps()))).into_iter().filter(once) {
        let memory = MemoryDisk::new();
        memory.fail_call(Some(failing));
        let disk = shared(&memory);
        let mut opened = match record::open(&disk, session(), NOW) {
            Ok(opened) if opened.recorder.is_some() => opened,
            _ => open(&disk),
        };
        for step in &steps() {
            if let Err(fault) = take(&mut opened, step) {
                tried_again += 1;
                assert!(
                    matches!(&fault, Fault::NotRecorded { error, .. } if error.code == Some(failing.code)),
                    "{fault:?}"
                );
                opened.recorder.as_mut().unwrap().reopen().unwrap_or_else(|fault| panic!("{failing:?}: {fault:?}"));
                take(&mut opened, step).unwrap_or_else(|fault| panic!("{failing:?}: {fault:?}"));
            }
        }
        for left in memory.power_cuts(|_| true, CUTS).disks() {
            assert_eq!(left.content(&beside("journal")).unwrap(), whole, "{failing:?}");
        }
    }
    assert!(tried_again > 100, "{tried_again}");
}

#[test]
fn case_11_a_write_that_a_signal_interrupts_is_made_again_and_nobody_is_told() {
    let (whole, _) = whole();
    let interrupted = |failing: &FailingCall| failing.call == Call::Append && !failing.for_good;
    let failures = each_failure(&[INTERRUPTED], |disk| drop(play(&shared(disk), &steps())));
    let failures: Vec<FailingCall> = failures.into_iter().filter(interrupted).collect();
    assert!(failures.len() > steps().len());
    for failing in failures {
        let memory = MemoryDisk::new();
        memory.fail_call(Some(failing));
        drop(play(&shared(&memory), &steps()));
        assert_eq!(memory.content(&beside("journal")).unwrap(), whole, "{failing:?}");
    }
}

/// What is wrong with a file that was to become new in place of the old one, now and after each power cut.
fn wrong_with(memory: &MemoryDisk, path: &Path, [old, new]: [&[u8]; 2], done: bool) -> Option<String> {
    memory.fail_call(None);
    let left: Vec<MemoryDisk> = memory.power_cuts(|_| true, CUTS).disks().collect();
    let is_good = |disk: &MemoryDisk| {
        let content = disk.content(path).unwrap_or_default();
        content == new || !done && content == old
    };
    let bad = left.iter().chain([memory]).find(|disk| !is_good(disk))?;
    Some(format!("{:?}", bad.files()))
}

#[test]
fn case_08_10_and_19_whichever_call_is_refused_a_paper_is_the_old_one_or_the_new_one() {
    let (path, old, new) = (PathBuf::from("/papiers/pv.txt"), [b'o'; 700], [b'n'; 1800]);
    let put = |disk: &MemoryDisk| {
        disk.put_folder(Path::new("/papiers"));
        disk.put(&path, &old);
    };
    let failures = each_failure(&ERRORS, |disk| {
        put(disk);
        replace(disk, &path, &new, true).unwrap();
    });
    println!("{} failures of a call", failures.len());
    for failing in failures {
        let disk = MemoryDisk::new();
        put(&disk);
        disk.fail_call(Some(failing));
        let done = replace(&disk, &path, &new, true).is_ok();
        assert_eq!(wrong_with(&disk, &path, [&old, &new], done), None, "{failing:?}");
        let left = left_in(&disk, Path::new("/papiers"));
        assert!(left.is_empty() || failing.for_good && failing.call == Call::Remove, "{failing:?}: {left:?}");
        assert!(!done || failing.call == Call::Remove || failing.call == Call::Look, "{failing:?} was not noticed");
        assert_eq!(replace(&disk, &path, &new, true), Ok(()), "{failing:?}");
    }
}

#[test]
fn case_08_and_10_whichever_call_is_refused_notes_are_the_old_ones_or_the_new_ones() {
    let report = ReportId::new("1");
    let draft = Draft { report: &report, text: "dit", base: "", mark: "***" };
    let path = notes::path(Path::new(PATH), &report);
    let failures = each_failure(&ERRORS, |disk| drop(notes::save(disk, Path::new(PATH), &draft).unwrap()));
    for failing in failures {
        let disk = MemoryDisk::new();
        disk.fail_call(Some(failing));
        let done = notes::save(&disk, Path::new(PATH), &draft).is_ok();
        assert_eq!(wrong_with(&disk, &path, [b"", b"dit\n"], done), None, "{failing:?}");
    }
}

/// A first action that is refused leaves a place where the next try, or the next start, begins the séance.
#[test]
fn case_03_and_07_a_first_action_that_is_refused_leaves_a_seance_that_is_not_started() {
    let first: Vec<Step> = steps().into_iter().take(1).collect();
    let before = |disk: &Shared| drop(open(disk));
    let failures = each_failure(&ERRORS, |disk| {
        before(&shared(disk));
        drop(play(&shared(disk), &first));
    });
    for failing in failures {
        let memory = MemoryDisk::new();
        let disk = shared(&memory);
        before(&disk);
        memory.fail_call(Some(failing));
        let acknowledged = run(&disk, &first);
        assert_eq!(wrong_at_the_next_start(&memory, acknowledged), None, "{failing:?}");
        let opened = open(&disk);
        assert!(disk.look(&beside("journal")).unwrap().is_none() || opened.head.is_some(), "{failing:?}");
    }
}
