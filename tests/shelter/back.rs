//! Putting back: only what is the beginning of the séance, and cut at any operation nothing is lost.

use super::*;

#[test]
fn case_16_a_stick_that_is_back_gets_what_it_lacks_and_the_seance_goes_on_there() {
    let steps = steps();
    for pulled in [0, 1, 5, steps.len() - 1] {
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
            if cut > 8 && cut % 197 > 0 && cut + 2 < memory.pending_steps() {
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
                lost += usize::from(!place && (!here || done));
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
    drop(theirs);
    let second = open(&(Arc::new(memory.clone()) as Shared));
    assert!(second.recorder.is_none(), "another window on the stick only reads");
    assert!(
        second.notices.iter().any(|notice| matches!(notice, Notice::HeldElsewhere(Some(_)))),
        "{:?}",
        second.notices
    );
    let lock::Taking::Taken(theirs) = lock::take(&memory, &beside("lock"), NOW).unwrap() else { panic!("free") };
    let recorder = opened.recorder.as_mut().unwrap();
    assert!(matches!(recorder.put_back(NOW), Err(NotPutBack::Held(_))));
    drop(theirs);
    assert_eq!(recorder.put_back(NOW), Ok(None));
}

#[test]
fn case_09_and_16_what_reads_whole_at_the_place_after_a_sync_that_failed_is_written_anew_when_it_is_put_back() {
    let steps = steps();
    let (memory, mut opened) = held(&steps[..6]);
    memory.pull_out(Path::new(STICK));
    record_anyhow(&mut opened, &steps[6]).unwrap();
    memory.plug_in(Path::new(STICK));
    // The disk refused to sync the action and to cut it off again: it is in the memory of the system only.
    let line = memory.content(&copy("journal")).unwrap().split_off(memory.content(&beside("journal")).unwrap().len());
    let mut refused = memory.open(&beside("journal")).unwrap();
    refused.append(&line).unwrap();
    let nth = memory.calls(Call::SyncData);
    memory.fail_call(Some(FailingCall { call: Call::SyncData, nth, code: INPUT_OUTPUT, for_good: false }));
    refused.sync_data().unwrap_err();
    assert_eq!(memory.content(&beside("journal")), memory.content(&copy("journal")), "it reads whole");
    assert_eq!(opened.recorder.as_mut().unwrap().put_back(NOW), Ok(None));
    for left in memory.power_cuts(|path| path == beside("journal"), MOST_TRIED).disks() {
        assert_eq!(read_at(&left, Path::new(PATH)), entries(&opened.history));
    }
    record(&mut opened, &steps[7]).unwrap();
}
