//! Going elsewhere: by itself where the disk is gone or broken, at her word where it is full or a file was displaced.

use super::*;

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
