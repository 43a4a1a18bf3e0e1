//! A record is reopened where it was, shared by nobody, and noticed when it is moved away.

mod evening;
#[path = "common/skip.rs"]
mod skip;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::sync::Arc;

use evening::{
    NOW, PATH, SESSION, Shared, beside, entries, entry, evening as steps, memory, open, play, session, take, whole,
};
use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;
use hemicycle::council::sitting::Stage;
use hemicycle::store::disk::{Found, Kind, RealDisk};
use hemicycle::store::fault::{Fault, Notice};
use hemicycle::store::memory_disk::{MemoryDisk, Survivors};
use hemicycle::store::recount::{Miscount, recount};
use hemicycle::store::session_file::SessionFile;
use hemicycle::store::{record, seal};

#[test]
fn an_evening_reopens_where_it_was_with_what_was_taken_back_and_given_again() {
    let (_, disk) = memory();
    let all = steps();
    for stop in 0..=all.len() {
        let (_, disk) = memory();
        let before = play(&disk, &all[..stop]).history;
        let mut after = open(&disk);
        assert_eq!(after.history.sitting(), before.sitting(), "after {stop} steps");
        assert_eq!(after.history.undo_target(), before.undo_target());
        assert_eq!(after.history.redo_target(), before.redo_target());
        let resumed = after.notices.contains(&Notice::Resumed { entries: stop as u64 });
        assert_eq!(resumed, stop > 0, "{:?}", after.notices);
        for step in &all[stop..] {
            take(&mut after, step).unwrap();
        }
        assert_eq!(after.history.sitting().stage(), Stage::Closed);
    }
    let opened = open(&disk);
    assert_eq!((opened.head, opened.notices), (None, vec![]), "nothing is created before the first action");
    assert_eq!(disk.look(&beside("journal")).unwrap(), None);
}

#[test]
fn the_lines_are_those_of_the_format_to_the_byte() {
    let (journal, _) = whole();
    let journal = String::from_utf8(journal).unwrap();
    let json: Vec<&str> = journal.lines().map(|line| &line[65..]).collect();
    let zero: serde_json::Value = serde_json::from_str(json[0]).unwrap();
    assert_eq!(zero["n"], 0);
    assert_eq!(zero["format"], 1);
    assert_eq!(zero["seance"], SESSION);
    assert_eq!(zero["textes"]["ecole.md"].as_str().unwrap().len(), 64);
    assert_eq!(zero.get("fichiers"), None);
    assert_eq!(
        json[1],
        r#"{"n":1,"a":"2025-03-03T18:04:10+01:00","fait":[{"Presence":{"membre":"duval-jean","etat":"Absent"}}]}"#
    );
    assert_eq!(json[5], r#"{"n":5,"annule":4}"#);
    assert_eq!(json[6], r#"{"n":6,"annule":5}"#);
    assert_eq!(json[13], r#"{"n":13,"a":"2025-03-03T18:04:10+01:00","fait":[{"SeanceLevee":{"heure":"21:00"}}]}"#);
}

#[test]
fn case_72_every_proclaimed_figure_and_outcome_is_counted_a_second_way() {
    let (_, all) = whole();
    assert_eq!(recount(&session().docket, &all), Ok(3), "report 1, report 2, and report 2 again");
    for place in 0..all.len() {
        let mut entries = all.clone();
        let Entry::Action { events, .. } = &mut entries[place] else { continue };
        let Some(Event::Proclaimed { report, tally, .. }) = events.first_mut() else { continue };
        tally.as_mut().expect("figures").for_ += 1;
        let miscount = Miscount { entry: place, report: Some(report.clone()) };
        assert_eq!(recount(&session().docket, &entries), Err(miscount));
    }
    let (_, disk) = memory();
    play(&disk, &steps());
    let report = seal::verify(&*disk, Path::new(PATH)).unwrap().unwrap();
    assert_eq!((report.votes, report.closed, report.journal.lines), (3, true, 14));
    assert_eq!(report.afterwards, None);
}

#[test]
fn a_seal_is_asked_of_nothing_where_nothing_was_recorded() {
    let (_, disk) = memory();
    assert_eq!(seal::verify(&*disk, Path::new(PATH)), Ok(None));
}

#[test]
fn case_13_in_a_place_that_cannot_be_written_the_record_opens_to_be_read() {
    let (memory, disk) = memory();
    drop(play(&disk, &steps()[..3]));
    memory.set_read_only(true);
    let opened = open(&disk);
    assert!(opened.recorder.is_none());
    assert_eq!(opened.history.entries().count(), 3);
    let reason = opened.notices.iter().find_map(|notice| match notice {
        Notice::ReadOnly { error, .. } => Some(error.kind),
        _ => None,
    });
    assert_eq!(reason, Some(io::ErrorKind::ReadOnlyFilesystem));
}

#[test]
fn what_a_reader_shows_is_on_the_disk_though_whoever_wrote_it_was_killed_before_the_sync() {
    let (two, three) = (play_to(2), play_to(3));
    for reads in [true, false] {
        let (memory, disk) = evening::with_journal(&two);
        disk.open(&beside("journal")).unwrap().append(&three[two.len()..]).unwrap();
        if reads {
            assert_eq!(record::read(&*disk, session()).unwrap().history.entries().count(), 3);
        }
        let left = memory.after_power_cut(Survivors { steps: 0, names: true }).content(&beside("journal"));
        assert_eq!(left, Some(if reads { three.clone() } else { two.clone() }));
    }
}

/// The bytes of the journal after so many steps.
fn play_to(steps_taken: usize) -> Vec<u8> {
    let (memory, disk) = memory();
    drop(play(&disk, &steps()[..steps_taken]));
    memory.content(&beside("journal")).unwrap()
}

#[test]
fn case_17_a_journal_deleted_moved_or_changed_by_another_program_is_noticed_before_anything_is_written() {
    let interferences: [fn(&MemoryDisk, &[u8]); 3] = [
        |memory, _| memory.take_away(&beside("journal")),
        |memory, bytes| memory.put(&beside("journal"), bytes),
        |memory, bytes| memory.put(&beside("journal"), &[bytes, b"x"].concat()),
    ];
    for interfere in interferences {
        let (memory, disk) = memory();
        let mut opened = play(&disk, &steps()[..3]);
        let bytes = memory.content(&beside("journal")).unwrap();
        interfere(&memory, &bytes);
        let displaced = Err(Fault::Displaced { path: beside("journal") });
        assert_eq!(take(&mut opened, &steps()[3]), displaced);
        assert_eq!(take(&mut opened, &steps()[3]), Err(Fault::Frozen));
        let there = memory.content(&beside("journal"));
        let as_it_was = there.as_deref() == Some(&bytes[..]);
        let reopened = opened.recorder.as_mut().unwrap().reopen();
        assert_eq!(reopened.is_ok(), as_it_was, "only what was acknowledged is gone on with");
        if !as_it_was {
            memory.put(&beside("journal"), &bytes);
            opened.recorder.as_mut().unwrap().reopen().unwrap();
        }
        take(&mut opened, &steps()[3]).unwrap();
        assert!(memory.content(&beside("journal")).unwrap().starts_with(&bytes));
    }
}

#[test]
fn case_17_a_journal_that_another_program_wrote_into_or_cut_is_noticed_by_its_length_alone() {
    let interferences: [fn(&Shared, u64) -> io::Result<()>; 2] = [
        |disk, _| disk.open(&beside("journal"))?.append(b"x").map(|_| ()),
        |disk, length| disk.open(&beside("journal"))?.truncate(length - 1),
    ];
    for interfere in interferences {
        let (memory, disk) = memory();
        let mut opened = play(&disk, &steps()[..3]);
        let length = memory.content(&beside("journal")).unwrap().len() as u64;
        interfere(&disk, length).unwrap();
        let changed = memory.content(&beside("journal")).unwrap();
        assert_eq!(take(&mut opened, &steps()[3]), Err(Fault::Displaced { path: beside("journal") }));
        assert_eq!(memory.content(&beside("journal")).unwrap(), changed, "nothing is written or cut");
    }
}

#[test]
fn case_17_a_file_of_another_disk_number_or_kind_is_another_file_and_its_length_and_rights_make_none() {
    let found = Found { kind: Kind::File, device: 1, inode: 2, length: 3, mode: 0o600 };
    let others = [Found { device: 9, ..found }, Found { inode: 9, ..found }, Found { kind: Kind::Link, ..found }];
    assert!(others.iter().all(|other| !other.is_same_file(&found)));
    assert!(Found { length: 9, mode: 0o644, ..found }.is_same_file(&found));
}

#[test]
fn case_17_a_file_that_appears_where_the_journal_would_be_created_is_not_touched() {
    let (memory, disk) = memory();
    let mut opened = open(&disk);
    memory.put(&beside("journal"), b"somebody's");
    assert_eq!(take(&mut opened, &steps()[0]), Err(Fault::Displaced { path: beside("journal") }));
    assert!(opened.recorder.as_mut().unwrap().reopen().is_err());
    assert_eq!(memory.content(&beside("journal")).unwrap(), b"somebody's");
}

#[test]
fn the_files_of_a_record_never_have_the_name_of_the_session_file() {
    let (_, disk) = memory();
    for end in ["journal", "suites", "lock"] {
        let mut session = session().clone();
        session.path = beside(end);
        let path = beside(end);
        assert_eq!(record::open(&disk, &session, NOW).err(), Some(Fault::ReservedName { path }));
    }
}

/// A folder of the real disk, and a session file there.
fn real() -> (tempfile::TempDir, Shared, SessionFile) {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session().clone();
    session.path = folder.path().join("x.ron");
    fs::write(&session.path, SESSION).unwrap();
    fs::write(folder.path().join("ecole.md"), "La convention.\n").unwrap();
    (folder, Arc::new(RealDisk), session)
}

#[test]
fn on_a_real_disk_an_evening_is_recorded_for_its_owner_only_and_found_again() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, disk, session) = real();
    let mut opened = record::open(&disk, &session, NOW).unwrap();
    for step in &steps() {
        take(&mut opened, step).unwrap();
    }
    let all = entries(&opened.history);
    drop(opened);
    assert_eq!(entries(&record::open(&disk, &session, NOW).unwrap().history), all);
    assert_eq!(fs::read(folder.path().join("x.journal")).unwrap(), whole().0);
    for end in ["journal", "lock"] {
        let mode = fs::metadata(session.path.with_extension(end)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "case 57: {end}");
    }
    assert_eq!(fs::read_to_string(&session.path).unwrap(), SESSION, "the session file is never written");
}

#[test]
fn a_text_that_is_hostile_or_gone_since_the_sitting_does_not_stand_before_the_record() {
    let (folder, disk, session) = real();
    let mut opened = record::open(&disk, &session, NOW).unwrap();
    for step in &steps() {
        take(&mut opened, step).unwrap();
    }
    drop(opened);
    let text = folder.path().join("ecole.md");
    let befall: [fn(&Path); 3] = [
        |text| fs::write(text, "La \u{202e}convention.\n").unwrap(),
        |text| fs::remove_file(text).unwrap(),
        |text| fs::create_dir(text).unwrap(),
    ];
    for befall in befall {
        befall(&text);
        assert!(seal::verify(&*disk, &session.path).unwrap().unwrap().closed);
        let words = evening::edited(r#"texte: Fichier("ecole.md")"#, r#"texte: "La convention.""#);
        let words = SessionFile { path: session.path.clone(), ..words };
        assert_eq!(record::read(&*disk, &words).map(|opened| opened.history.entries().count()).unwrap(), 13);
    }
}

#[test]
fn case_25_a_second_instance_reads_and_says_who_holds_the_sitting() {
    let (_folder, disk, session) = real();
    let mut first = record::open(&disk, &session, NOW).unwrap();
    take(&mut first, &steps()[0]).unwrap();
    let second = record::open(&disk, &session, "2025-03-03T19:00:00+01:00").unwrap();
    assert!(second.recorder.is_none());
    assert_eq!(entries(&second.history), entries(&first.history));
    let holder = second.notices.iter().find_map(|notice| match notice {
        Notice::HeldElsewhere(holder) => holder.clone(),
        _ => None,
    });
    let holder = holder.unwrap();
    assert_eq!((holder.pid, holder.since.as_str()), (std::process::id(), NOW));
    assert_eq!(holder.host, fs::read_to_string("/proc/sys/kernel/hostname").unwrap().trim());
    drop(first);
    // A process that another test starts just now may hold a copy of the lock until it runs.
    wait_until(|| record::open(&disk, &session, NOW).unwrap().recorder.is_some());
}

#[test]
fn case_26_the_lock_of_a_process_that_was_killed_is_free_at_once() {
    let (folder, disk, session) = real();
    let path = folder.path().join("x.lock");
    fs::write(&path, "pid 1\nhost ailleurs\nsince 2025-03-03T17:00:00+01:00\n").unwrap();
    // -o: what flock runs does not hold the lock, so that it dies with flock.
    let holder = Process::new("flock").arg("-o").arg(&path).arg("cat").stdin(Stdio::piped()).spawn();
    let Ok(mut holder) = holder else {
        skip::skip("there is no flock here");
        return;
    };
    let held = || record::open(&disk, &session, NOW).unwrap().recorder.is_none();
    wait_until(held);
    holder.kill().unwrap();
    holder.wait().unwrap();
    // Another test that starts a process just now may hold a copy of the lock until that process runs.
    wait_until(|| record::open(&disk, &session, NOW).unwrap().recorder.is_some());
    assert!(fs::read_to_string(&path).unwrap().starts_with(&format!("pid {}\n", std::process::id())));
}

/// Asks again and again, with a ceiling.
fn wait_until(mut holds: impl FnMut() -> bool) {
    for _ in 0..200_000 {
        if holds() {
            return;
        }
        std::thread::yield_now();
    }
    panic!("it never came");
}

#[test]
fn case_58_links_in_the_place_of_the_record_are_not_followed() {
    for end in ["journal", "suites", "lock"] {
        let (folder, disk, session) = real();
        let target = folder.path().join("precious");
        fs::write(&target, "precious").unwrap();
        std::os::unix::fs::symlink(&target, session.path.with_extension(end)).unwrap();
        match record::open(&disk, &session, NOW) {
            Ok(opened) => assert!(opened.recorder.is_none(), "{end}"),
            Err(fault) => assert!(matches!(fault, Fault::Unreachable { .. }), "{end}: {fault:?}"),
        }
        assert_eq!(fs::read_to_string(&target).unwrap(), "precious");
    }
}

#[test]
fn case_23_an_unfinished_paper_in_the_folder_is_named_and_never_read() {
    let (folder, disk, session) = real();
    let left: PathBuf = folder.path().join(".hemicycle-4242-0.tmp");
    fs::write(&left, "PROCÈS-VER").unwrap();
    let opened = record::open(&disk, &session, NOW).unwrap();
    assert_eq!(opened.notices, [Notice::LeftOver(left)]);
}

#[test]
fn a_recorder_may_live_on_a_thread_of_its_own() {
    fn moves<T: Send>(_: Option<T>) {}
    moves(None::<record::Recorder>);
}

#[test]
fn an_action_costs_one_look_one_write_and_one_sync() {
    let (memory, disk) = memory();
    let mut opened = play(&disk, &steps()[..3]);
    let entry = entry(&opened.history, &steps()[3]);
    let before = memory.operations();
    opened.recorder.as_mut().unwrap().append(&entry).unwrap();
    assert_eq!(memory.operations() - before, 3);
}
