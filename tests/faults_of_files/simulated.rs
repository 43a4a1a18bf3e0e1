//! Shared folders of a network and sticks, simulated through the seam of the disk: none is here.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use hemicycle::french::program;
use hemicycle::store::exposure::Exposure;
use hemicycle::store::fault::{Fault, Notice};
use hemicycle::store::replace::{NotWritten, left_in, replace};

use crate::steps::{self, PATH, Shared, beside, take};
use crate::strange_disk::{NO_LOCKS, STALE, StrangeDisk};

fn of_the_place(notices: &[Notice]) -> Vec<Exposure> {
    let exposure = |notice: &Notice| match notice {
        Notice::OfThePlace(exposure) => Some(exposure.clone()),
        _ => None,
    };
    notices.iter().filter_map(exposure).collect()
}

#[test]
fn case_21_simulated_a_shared_folder_without_locks_is_said_once_and_keeps_one_instance_from_another() {
    for (number, what) in [(NO_LOCKS, "ENOLCK"), (95, "EOPNOTSUPP"), (38, "ENOSYS")] {
        let network = StrangeDisk::network(number);
        let disk: Shared = Arc::new(network.clone());
        let first = steps::play(&disk, &steps::evening()[..3]);
        let of_locks = |notice: &&Notice| matches!(notice, Notice::NoLocks { .. });
        assert_eq!(first.notices.iter().filter(of_locks).count(), 1, "{what}: {:?}", first.notices);
        let second = steps::open(&disk);
        assert!(second.recorder.is_none(), "{what}");
        let is_marked = |notice: &&Notice| matches!(notice, Notice::MarkedElsewhere { .. });
        let Some(said @ Notice::MarkedElsewhere { holder, .. }) = second.notices.iter().find(is_marked) else {
            panic!("{what}: {:?}", second.notices)
        };
        assert_eq!(holder.pid, std::process::id());
        assert!(program::notice(said).contains("supprimez le fichier .lock"), "{what}");
        drop(first);
        let third = steps::open(&disk);
        assert!(third.recorder.is_some(), "{what}: {:?}", third.notices);
        assert_eq!(third.history.entries().count(), 3);
    }
}

#[test]
fn case_21_simulated_any_other_answer_to_the_lock_is_a_disk_that_is_only_read() {
    let disk: Shared = Arc::new(StrangeDisk::network(5));
    assert!(steps::open(&disk).recorder.is_none());
}

#[test]
fn case_21_simulated_a_stale_file_is_not_recorded_and_trying_again_opens_it_anew() {
    let network = StrangeDisk::network(NO_LOCKS);
    let disk: Shared = Arc::new(network.clone());
    let all = steps::evening();
    let mut opened = steps::play(&disk, &all[..3]);
    for step in &all[3..] {
        network.habits.is_stale.store(true, Ordering::Relaxed);
        let Err(Fault::NotRecorded { error, .. }) = take(&mut opened, step) else { panic!("{step:?}") };
        assert_eq!(error.code, Some(STALE));
        opened.recorder.as_mut().unwrap().reopen().unwrap();
        take(&mut opened, step).unwrap();
    }
    assert_eq!(network.memory.content(&beside("journal")).unwrap(), steps::whole().0);
}

#[test]
fn case_21_simulated_where_a_rename_stops_in_between_what_is_left_is_whole_and_named() {
    let network = StrangeDisk::new();
    let path = PathBuf::from("/papers/pv.txt");
    network.memory.put(&path, b"the old paper");
    network.habits.stops_in_a_rename.store(true, Ordering::Relaxed);
    let Err(why @ NotWritten::Unnamed { .. }) = replace(&network, &path, b"the new one", true) else { panic!() };
    let NotWritten::Unnamed { kept, .. } = &why else { panic!() };
    assert_eq!(network.memory.content(&path), None);
    assert_eq!(network.memory.content(kept).unwrap(), b"the new one");
    assert_eq!(left_in(&network, Path::new("/papers")), std::slice::from_ref(kept));
    assert!(program::not_written(&why).contains(&kept.display().to_string()), "{}", program::not_written(&why));
}

#[test]
fn case_22_simulated_on_a_stick_an_evening_is_recorded_and_it_is_said_once_that_others_can_read_it() {
    let stick = StrangeDisk::stick();
    let disk: Shared = Arc::new(stick.clone());
    let opened = steps::play(&disk, &steps::evening());
    assert_eq!(of_the_place(&opened.notices), [Exposure::Readable { path: beside("lock") }]);
    assert_eq!(stick.memory.content(&beside("journal")).unwrap(), steps::whole().0);
    drop(opened);
    let again = steps::open(&disk);
    assert!(again.recorder.is_some());
    assert_eq!(of_the_place(&again.notices).len(), 1, "once an evening");
    let said = program::notice(&Notice::OfThePlace(of_the_place(&again.notices).remove(0)));
    assert!(said.contains("peuvent lire la séance"), "{said}");
    // Papers too, over an old one and anew.
    let paper = Path::new("/seance/pv.txt");
    assert_eq!(replace(&*disk, paper, b"a paper", false), Ok(()));
    assert_eq!(replace(&*disk, paper, b"another", true), Ok(()));
    assert_eq!(disk.read(paper, 100).unwrap(), b"another");
}

#[test]
fn case_58_in_a_folder_that_anyone_may_change_it_is_said_once() {
    let open_to_all = StrangeDisk::new();
    open_to_all.memory.put_folder(Path::new(PATH).parent().unwrap());
    for (mode, said) in [(0o777, 1), (0o775, 0), (0o755, 0), (0o700, 0)] {
        open_to_all.habits.folder_mode.store(mode, Ordering::Relaxed);
        let disk: Shared = Arc::new(open_to_all.clone());
        let notices = of_the_place(&steps::open(&disk).notices);
        assert_eq!(notices.len(), said, "{mode:o}: {notices:?}");
    }
}
