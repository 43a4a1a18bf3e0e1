//! The place of a séance fails: it goes on in its second copy, and is put back once the place is there again. On a disk in
//! memory, at every operation.

mod evening;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use evening::{NOW, PATH, Shared, Step, beside, entries, entry, evening as steps, memory, session, take, whole};
use hemicycle::council::history::Entry;
use hemicycle::store::fault::{DiskError, Fault};
use hemicycle::store::lock;
use hemicycle::store::memory_disk::{Failure, MemoryDisk, Survivors};
use hemicycle::store::record::shelter::{NotPutBack, is_to_be_left};
use hemicycle::store::record::{self, Opened};
use hemicycle::store::second_copy::Copies;
use hemicycle::store::{seal, second_copy};

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
    let copies = Copies { folder: COPIES.into(), of: PATH.into(), read_me: "À lire.\n".into() };
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

#[test]
fn case_15_a_stick_pulled_out_at_any_action_the_seance_goes_on_in_its_copy_and_nothing_is_lost() {
    let steps = steps();
    for pulled in 0..steps.len() {
        let (memory, mut opened) = held(&steps[..pulled]);
        let left = memory.content(&beside("journal"));
        memory.pull_out(Path::new(STICK));
        for step in &steps[pulled..] {
            record_anyhow(&mut opened, step).unwrap_or_else(|fault| panic!("{pulled}: {step:?}: {fault:?}"));
        }
        let (place, here) = opened.recorder.as_ref().unwrap().sheltered().unwrap();
        assert_eq!((&*place.journal, &*here.journal), (&*beside("journal"), &*copy("journal")));
        assert_eq!(memory.content(&copy("journal")).unwrap(), whole().0, "pulled out before step {pulled}");
        assert_eq!(memory.content(&beside("journal")), left, "the stick is as it was");
        assert_eq!(read_at(&memory, &copy("ron")), all_entries());
        // What is acknowledged elsewhere is on that disk, whatever happens to its power.
        let cut = memory.after_power_cut(Survivors { steps: 0, names: false });
        assert_eq!(read_at(&cut, &copy("ron")), all_entries(), "pulled out before step {pulled}");
    }
}

#[test]
fn case_09_and_14_after_a_failure_of_the_disk_a_fresh_journal_is_written_elsewhere_and_read_again() {
    for kind in [ErrorKind::Other, ErrorKind::ReadOnlyFilesystem, ErrorKind::StaleNetworkFileHandle] {
        // The look, the write, the sync of one action.
        for operation in 0..3 {
            let steps = steps();
            let (memory, mut opened) = held(&steps[..6]);
            let operation = memory.operations() + operation;
            memory.fail(Some(Failure { operation, kind, for_good: false }));
            for step in &steps[6..] {
                record_anyhow(&mut opened, step).unwrap_or_else(|fault| panic!("{fault:?}"));
            }
            assert!(opened.recorder.as_ref().unwrap().sheltered().is_some(), "{kind:?} at {operation}");
            assert_eq!(memory.content(&copy("journal")).unwrap(), whole().0);
        }
    }
}

#[test]
fn case_09_a_fresh_journal_that_is_not_read_as_it_was_written_is_not_gone_on_with() {
    // A file that another program, or a bad disk, put where the copy is: longer than what was acknowledged, or different.
    for (what, other) in [("longer", [whole().0, b"more\n".to_vec()].concat()), ("different", b"other\n".to_vec())] {
        let (memory, mut opened) = held(&steps()[..6]);
        memory.put(&copy("journal"), &other);
        memory.pull_out(Path::new(STICK));
        let fault = take(&mut opened, &steps()[6]).unwrap_err();
        assert!(is_to_be_left(&fault));
        let refused = opened.recorder.as_mut().unwrap().take_shelter().unwrap_err();
        assert_eq!(refused, Fault::Displaced { path: copy("journal") }, "{what}");
        assert_eq!(memory.content(&copy("journal")).unwrap(), other, "{what}: not written over");
        // Back in, it goes on at its place as if nothing had been.
        memory.plug_in(Path::new(STICK));
        opened.recorder.as_mut().unwrap().reopen().unwrap();
        take(&mut opened, &steps()[6]).unwrap();
    }
}

#[test]
fn case_15_what_follows_the_close_goes_on_elsewhere_too() {
    let (memory, mut opened) = held(&steps());
    memory.pull_out(Path::new(STICK));
    let settle = Step::Do(hemicycle::council::command::Command::SettleMinutes {
        on: "2025-04-07".parse().unwrap(),
        remarks: None,
        notes: hemicycle::council::notes::NoteSums::new(),
    });
    record_anyhow(&mut opened, &settle).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert!(memory.content(&copy("suites")).is_some() && memory.content(&beside("suites")).is_none());
    memory.plug_in(Path::new(STICK));
    assert_eq!(opened.recorder.as_mut().unwrap().put_back(NOW), Ok(None));
    assert_eq!(memory.content(&copy("suites")), memory.content(&beside("suites")));
    assert!(seal::verify(&memory, Path::new(PATH)).unwrap().is_some());
}

#[test]
fn case_16_a_stick_that_is_back_gets_what_it_lacks_and_the_seance_goes_on_there() {
    let steps = steps();
    for pulled in 0..steps.len() {
        for back in pulled + 1..=steps.len() {
            let (memory, mut opened) = held(&steps[..pulled]);
            memory.pull_out(Path::new(STICK));
            for step in &steps[pulled..back] {
                record_anyhow(&mut opened, step).unwrap();
            }
            let recorder = opened.recorder.as_mut().unwrap();
            assert!(!recorder.place_is_back());
            assert!(matches!(recorder.put_back(NOW), Err(NotPutBack::NotThere(_))));
            memory.plug_in(Path::new(STICK));
            assert!(recorder.place_is_back());
            assert_eq!(recorder.put_back(NOW), Ok(None), "{pulled} to {back}");
            assert!(recorder.sheltered().is_none());
            for step in &steps[back..] {
                record(&mut opened, step).unwrap();
            }
            assert_eq!(memory.content(&beside("journal")).unwrap(), whole().0, "{pulled} to {back}");
            assert_eq!(memory.content(&copy("journal")).unwrap(), whole().0, "{pulled} to {back}");
        }
    }
}

#[test]
fn case_16_a_half_written_action_that_the_stick_kept_is_completed_or_cut_off() {
    for given_up in [false, true] {
        let steps = steps();
        let (memory, mut opened) = held(&steps[..6]);
        let before = memory.content(&beside("journal")).unwrap();
        // The write takes half, and the disk is gone before it can be cut off.
        memory.fail(Some(Failure { operation: memory.operations() + 1, kind: ErrorKind::Other, for_good: true }));
        let entry = entry(&opened.history, &steps[6]);
        assert!(opened.recorder.as_mut().unwrap().append(&entry).is_err());
        memory.fail(None);
        assert!(memory.content(&beside("journal")).unwrap().len() > before.len(), "a part was written");
        opened.recorder.as_mut().unwrap().take_shelter().unwrap();
        let next = if given_up { &steps[7] } else { &steps[6] };
        record(&mut opened, next).unwrap();
        assert_eq!(opened.recorder.as_mut().unwrap().put_back(NOW), Ok(None), "given up: {given_up}");
        assert_eq!(memory.content(&beside("journal")), memory.content(&copy("journal")));
        assert_eq!(read_at(&memory, Path::new(PATH)), entries(&opened.history));
    }
}

#[test]
fn case_16_what_is_not_the_beginning_of_the_seance_is_refused_and_nothing_is_touched() {
    let longer = [whole().0, b"{}\n".to_vec()].concat();
    for other in [b"another evening\n".to_vec(), longer, Vec::from(&whole().0[..100]), b"\n".to_vec()] {
        let (memory, mut opened) = held(&steps()[..6]);
        memory.pull_out(Path::new(STICK));
        record_anyhow(&mut opened, &steps()[6]).unwrap();
        memory.plug_in(Path::new(STICK));
        memory.put(&beside("journal"), &other);
        let recorder = opened.recorder.as_mut().unwrap();
        // The first bytes of this very journal are its beginning, wherever they end.
        if whole().0.starts_with(&other) {
            assert_eq!(recorder.put_back(NOW), Ok(None));
            continue;
        }
        assert!(!recorder.place_is_back());
        assert!(matches!(recorder.put_back(NOW), Err(NotPutBack::Other(_))));
        assert_eq!(memory.content(&beside("journal")).unwrap(), other);
        record(&mut opened, &steps()[7]).unwrap();
        assert_eq!(read_at(&memory, &copy("ron")), entries(&opened.history), "it goes on elsewhere");
    }
}

/// Puts back, every operation of it failing for good or the power cut there; what was acknowledged that is in neither place.
fn lost_by_putting_back(put_back: impl Fn(&MemoryDisk, &mut Opened) -> bool) -> usize {
    let steps = steps();
    let mut lost = 0;
    for operation in 0.. {
        let (memory, mut opened) = held(&steps[..5]);
        memory.pull_out(Path::new(STICK));
        for step in &steps[5..11] {
            record_anyhow(&mut opened, step).unwrap();
        }
        memory.plug_in(Path::new(STICK));
        let all = entries(&opened.history);
        let operation = memory.operations() + operation;
        memory.fail(Some(Failure { operation, kind: ErrorKind::Other, for_good: true }));
        let done = put_back(&memory, &mut opened);
        for cut in 0..=memory.pending_steps() {
            if cut > 60 && cut % 97 > 0 && cut + 3 < memory.pending_steps() {
                continue;
            }
            for names in [false, true] {
                let left = memory.after_power_cut(Survivors { steps: cut, names });
                let holds_all = |path: &Path| {
                    let there =
                        hemicycle::store::session_file::SessionFile { path: path.to_owned(), ..session().clone() };
                    record::read(&left, &there).is_ok_and(|read| entries(&read.history) == all)
                };
                let (place, here) = (holds_all(Path::new(PATH)), holds_all(&copy("ron")));
                lost += usize::from(!place && !here || done && !place);
            }
        }
        if done {
            break;
        }
    }
    lost
}

#[test]
fn case_16_cut_at_any_operation_of_putting_back_nothing_is_lost() {
    let lost = lost_by_putting_back(|_, opened| opened.recorder.as_mut().unwrap().put_back(NOW).is_ok());
    assert_eq!(lost, 0);
}

#[test]
fn case_16_goes_red_when_a_record_is_put_back_without_being_synced() {
    let lost = lost_by_putting_back(|memory, opened| {
        // Everything is put there and nothing synced: done, says this one.
        let bytes = memory.content(&copy("journal")).unwrap();
        let there = memory.content(&beside("journal")).unwrap().len();
        let disk: Shared = Arc::new(memory.clone());
        let Ok(mut file) = disk.open(&beside("journal")) else { return false };
        drop(opened.recorder.take());
        file.append(&bytes[there..]).is_ok()
    });
    assert!(lost > 0);
}

#[test]
fn case_15_cut_at_any_operation_of_going_elsewhere_nothing_is_lost() {
    let steps = steps();
    for operation in 0.. {
        let (memory, mut opened) = held(&steps[..6]);
        memory.pull_out(Path::new(STICK));
        let entry = entry(&opened.history, &steps[6]);
        assert!(opened.recorder.as_mut().unwrap().append(&entry).is_err());
        let before = entries(&opened.history);
        let operation = memory.operations() + operation;
        memory.fail(Some(Failure { operation, kind: ErrorKind::Other, for_good: true }));
        let recorder = opened.recorder.as_mut().unwrap();
        let done = recorder.take_shelter().is_ok();
        let acknowledged = done && recorder.append(&entry).is_ok();
        for cut in [0, 1, 50, 500, memory.pending_steps()] {
            for names in [false, true] {
                let left = memory.after_power_cut(Survivors { steps: cut, names });
                left.plug_in(Path::new(STICK));
                let at_the_place = read_at(&left, Path::new(PATH));
                assert_eq!(at_the_place, before, "the stick is as it was");
                if acknowledged {
                    assert!(read_at(&left, &copy("ron")).len() > before.len(), "operation {operation}");
                }
            }
        }
        if acknowledged {
            assert!(operation > 15, "{operation} operations");
            break;
        }
    }
}

#[test]
fn case_25_who_opens_the_stick_elsewhere_meanwhile_never_holds_the_copy_and_is_not_written_over() {
    let (memory, mut opened) = held(&steps()[..6]);
    memory.pull_out(Path::new(STICK));
    record_anyhow(&mut opened, &steps()[6]).unwrap();
    memory.plug_in(Path::new(STICK));
    // The lock of the place went with the stick.
    memory.put(&beside("lock"), b"");
    let lock::Taking::Taken(theirs) = lock::take(&memory, &beside("lock"), NOW).unwrap() else { panic!("free") };
    assert!(matches!(lock::take(&memory, &copy("lock"), NOW), Ok(lock::Taking::Held(_))), "the copy is ours");
    let recorder = opened.recorder.as_mut().unwrap();
    assert!(matches!(recorder.put_back(NOW), Err(NotPutBack::Held(_))));
    drop(theirs);
    assert_eq!(recorder.put_back(NOW), Ok(None));
}

#[test]
fn case_17_a_file_that_was_taken_away_is_written_anew_and_what_stands_there_never_is() {
    let steps = steps();
    let (memory, mut opened) = held(&steps[..6]);
    let before = memory.content(&beside("journal")).unwrap();
    memory.take_away(&beside("journal"));
    let fault = take(&mut opened, &steps[6]).unwrap_err();
    assert_eq!(fault, Fault::Displaced { path: beside("journal") });
    assert!(!is_to_be_left(&fault), "a person judges what another program did");
    let recorder = opened.recorder.as_mut().unwrap();
    let ways = recorder.ways_out(&fault);
    assert!(ways.anew && ways.elsewhere);
    // Another file stands there: it is left as it is.
    memory.put(&beside("journal"), b"mine\n");
    assert!(!recorder.ways_out(&fault).anew);
    assert_eq!(recorder.write_anew(), Err(Fault::Displaced { path: beside("journal") }));
    assert_eq!(recorder.reopen(), Err(Fault::Displaced { path: beside("journal") }));
    assert_eq!(memory.content(&beside("journal")).unwrap(), b"mine\n");
    memory.take_away(&beside("journal"));
    recorder.write_anew().unwrap();
    assert_eq!(memory.content(&beside("journal")).unwrap(), before);
    for step in &steps[6..] {
        record(&mut opened, step).unwrap();
    }
    assert_eq!(memory.content(&beside("journal")).unwrap(), whole().0);
    let cut = memory.after_power_cut(Survivors { steps: 0, names: false });
    assert_eq!(cut.content(&beside("journal")).unwrap(), whole().0, "its new name is on the disk");
}

#[test]
fn case_17_a_file_that_was_changed_is_left_and_the_seance_goes_on_in_its_copy_when_she_says_so() {
    let (memory, mut opened) = held(&steps()[..6]);
    let changed = [memory.content(&beside("journal")).unwrap(), b"theirs\n".to_vec()].concat();
    memory.put(&beside("journal"), &changed);
    let fault = take(&mut opened, &steps()[6]).unwrap_err();
    let recorder = opened.recorder.as_mut().unwrap();
    assert!(recorder.ways_out(&fault).elsewhere && !recorder.ways_out(&fault).anew);
    recorder.take_shelter().unwrap();
    record(&mut opened, &steps()[6]).unwrap();
    assert_eq!(memory.content(&beside("journal")).unwrap(), changed);
    assert!(matches!(opened.recorder.as_mut().unwrap().put_back(NOW), Err(NotPutBack::Other(_))));
}

#[test]
fn case_07_and_12_a_full_disk_is_not_left_by_itself_and_the_entry_waits_for_an_answer() {
    for kind in [ErrorKind::StorageFull, ErrorKind::QuotaExceeded, ErrorKind::FileTooLarge] {
        let (memory, mut opened) = held(&steps()[..6]);
        let before = memory.content(&beside("journal")).unwrap();
        memory.fail(Some(Failure { operation: memory.operations() + 1, kind, for_good: false }));
        let fault = take(&mut opened, &steps()[6]).unwrap_err();
        let error = DiskError { kind, code: None };
        assert_eq!(fault, Fault::NotRecorded { path: beside("journal"), error });
        assert!(!is_to_be_left(&fault));
        assert_eq!(memory.content(&beside("journal")).unwrap(), before, "the part that was written is cut off");
        let recorder = opened.recorder.as_mut().unwrap();
        assert!(recorder.ways_out(&fault).elsewhere && !recorder.ways_out(&fault).anew);
        recorder.take_shelter().unwrap();
        record(&mut opened, &steps()[6]).unwrap();
        assert_eq!(read_at(&memory, &copy("ron")), entries(&opened.history));
    }
}

#[test]
fn case_15_where_the_disk_of_the_copy_fails_the_seance_goes_on_at_its_place() {
    let steps = steps();
    let (memory, mut opened) = held(&steps[..6]);
    memory.pull_out(Path::new("/home"));
    take(&mut opened, &steps[6]).unwrap();
    assert!(opened.recorder.as_mut().unwrap().follow().is_err(), "said");
    for step in &steps[7..] {
        record(&mut opened, step).unwrap();
    }
    assert_eq!(memory.content(&beside("journal")).unwrap(), whole().0);
    assert_eq!(opened.recorder.as_mut().unwrap().take_shelter(), Err(Fault::Frozen));
}

#[test]
fn case_16_where_the_copy_fails_while_it_holds_the_seance_its_place_takes_it_back() {
    let steps = steps();
    let (memory, mut opened) = held(&steps[..6]);
    memory.pull_out(Path::new(STICK));
    record_anyhow(&mut opened, &steps[6]).unwrap();
    memory.plug_in(Path::new(STICK));
    memory.pull_out(Path::new("/home"));
    let fault = take(&mut opened, &steps[7]).unwrap_err();
    let recorder = opened.recorder.as_mut().unwrap();
    assert!(recorder.ways_out(&fault).elsewhere);
    assert!(recorder.put_back(NOW).unwrap().is_some(), "there is no second copy any more, and that is said");
    for step in &steps[7..] {
        record(&mut opened, step).unwrap();
    }
    assert_eq!(memory.content(&beside("journal")).unwrap(), whole().0);
}
