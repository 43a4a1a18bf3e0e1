//! A copy that another window holds, and one that cannot be written.

use super::*;
use crate::evening::entries;
use hemicycle::store::lock::{self, Taking};
use hemicycle::store::memory_disk::{Call, FailingCall};

/// Takes the lock of the copy, as another program.
fn hold_the_copy(disk: &Shared) -> hemicycle::store::lock::Lock {
    match lock::take(&**disk, &copy().lock, NOW).unwrap() {
        Taking::Taken(lock) => lock,
        Taking::Held(_) | Taking::Marked(_) => panic!("the lock is free"),
    }
}

#[test]
fn case_16_and_25_a_seance_that_goes_on_in_its_copy_is_read_only_at_its_place() {
    let (memory, disk) = with(&side(3), &side(8));
    let _other = hold_the_copy(&disk);
    let opened = open(&disk);
    assert!(opened.recorder.is_none());
    let holder = said(&opened).into_iter().find_map(|notice| match notice {
        Notice::HeldElsewhere(holder) => holder,
        _ => None,
    });
    assert_eq!(holder.unwrap().pid, std::process::id());
    let more = |notice: &Notice| matches!(notice, Notice::CopyHoldsMore { entries: 5, .. });
    assert!(said(&opened).iter().any(more), "what is shown is not all of it, and that is said");
    assert_eq!((held_at(&memory, &place()), held_at(&memory, &copy())), (side(3), side(8)));
}

#[test]
fn a_copy_of_another_evening_that_is_held_keeps_nobody_from_recording() {
    let (memory, disk) = with(&side(3), &side_at(LATER, 8));
    let _other = hold_the_copy(&disk);
    let mut opened = open(&disk);
    let [Notice::NotDoubled { error, .. }] = &said(&opened)[..] else { panic!("{:?}", opened.notices) };
    assert_eq!(error.kind, std::io::ErrorKind::WouldBlock);
    let notice = &said(&opened)[0];
    assert!(hemicycle::french::record::notice(notice).contains("une autre fenêtre s’en sert"));
    assert!(hemicycle::french::record::notice_next_step(notice).unwrap().contains("Fermez l’autre fenêtre"));
    step(&mut opened, &steps()[3]);
    assert_eq!(held_at(&memory, &place()), side(4));
    assert_eq!(held_at(&memory, &copy()), side_at(LATER, 8));
}

#[test]
fn a_copy_that_cannot_be_written_is_said_once_and_the_seance_goes_on() {
    let (memory, disk) = with(&Side::default(), &Side::default());
    let mut opened = open(&disk);
    take(&mut opened, &steps()[0]).unwrap();
    memory.pull_out(Path::new("/etat"));
    let recorder = opened.recorder.as_mut().unwrap();
    assert!(matches!(recorder.follow(), Err(Notice::NotDoubled { .. })));
    assert_eq!(recorder.follow(), Ok(()));
    assert_eq!(recorder.sync_copy(), Ok(()));
    for one in &steps()[1..5] {
        step(&mut opened, one);
    }
    drop(opened);
    assert!(matches!(&said(&open(&disk))[..], [Notice::NotDoubled { .. }]), "and at the next opening");
    memory.plug_in(Path::new("/etat"));
    let opened = open(&disk);
    assert_eq!((said(&opened), entries(&opened.history).len()), (vec![], 5));
    assert_eq!(held_at(&memory, &copy()), side(5), "begun once it can be");
}

#[test]
fn case_25_where_another_window_makes_the_folder_of_the_copies_first_each_has_its_copy() {
    const EXISTS: i32 = 17;
    let (memory, disk) = memory();
    memory.fail_call(Some(FailingCall { call: Call::CreateFolder, nth: 0, code: EXISTS, for_good: true }));
    let mut opened = open(&disk);
    step(&mut opened, &steps()[0]);
    assert_eq!(held_at(&memory, &copy()), side(1));
}
