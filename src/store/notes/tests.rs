//! The notes on a disk that fails, that is cut off, and that others write on.

use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::*;
use crate::store::disk::RealDisk;
use crate::store::memory_disk::{Failure, MemoryDisk, Survivors};
use crate::store::session_file;

const SESSION: &str = "/seance/conseil.ron";
const MARK: &str = "***";

fn id(number: &str) -> ReportId {
    ReportId::new(number)
}

fn docket() -> std::sync::Arc<Docket> {
    let source = r#"(format: 1,
        assemblee: (nom: "Conseil municipal de Saint-Exemple", genre: Commune),
        seance: (date: "2025-03-03"),
        membres: [(nom: "AUBRY", prenom: "Paul")],
        ordre_du_jour: [
            Rapport(numero: "01", objet: "Tarifs"),
            Rapport(numero: "DEL-2", objet: "Voirie"),
            Rapport(numero: "../x", objet: "Ailleurs"),
        ])"#;
    let nothing = |_: &str| Err(Unreadable::Missing);
    session_file::parse(source, &nothing).unwrap_or_else(|problems| panic!("{problems:#?}")).docket
}

fn put(disk: &dyn Disk, session: &Path, text: &str, base: &str) -> Result<String, NotSaved> {
    save(disk, session, &Draft { report: &id("01"), text, base, mark: MARK })
}

#[test]
fn the_folder_is_made_when_it_is_first_needed_and_what_is_saved_is_read_again() {
    let (disk, session) = (MemoryDisk::new(), Path::new(SESSION));
    assert_eq!(load(&disk, session, &docket()), Kept::default());
    assert_eq!(put(&disk, session, " \n", ""), Ok(String::new()));
    assert_eq!(disk.look(Path::new("/seance/conseil.notes")).unwrap(), None, "nothing was noted");
    put(&disk, session, "M. Paul AUBRY : non.", "").unwrap();
    assert_eq!(disk.content(Path::new("/seance/conseil.notes/01.md")).unwrap(), "M. Paul AUBRY : non.\n".as_bytes());
    let kept = load(&disk, session, &docket());
    assert_eq!(kept.notes.of(&id("01")), Some("M. Paul AUBRY : non."));
    // `printf 'M. Paul AUBRY : non.\n' | sha256sum`
    assert_eq!(kept.sums[&id("01")], "2486e1abce55f849953839215a82d7833ceedeb5116edde7ac0f989cea54b3ad");
    put(&disk, session, "", "M. Paul AUBRY : non.").unwrap();
    assert_eq!(load(&disk, session, &docket()), Kept::default(), "blank notes are none");
}

#[test]
fn a_number_that_would_leave_the_folder_is_noted_inside_it() {
    let folder = tempfile::tempdir().unwrap();
    let session = folder.path().join("conseil.ron");
    let draft = Draft { report: &id("../x"), text: "dit", base: "", mark: MARK };
    save(&RealDisk, &session, &draft).unwrap();
    assert_eq!(fs::read(folder.path().join("conseil.notes/%2E.%2Fx.md")).unwrap(), b"dit\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    assert_eq!(load(&RealDisk, &session, &docket()).notes.of(&id("../x")), Some("dit"));
}

/// What a crash leaves at each operation of a save, that is neither the old notes nor the new ones.
fn broken(write: impl Fn(&dyn Disk, &Path) -> bool, old: &str, new: &str) -> usize {
    let mut broken = 0;
    for operation in 0..16 {
        let (disk, session) = (MemoryDisk::new(), Path::new(SESSION));
        if !old.is_empty() {
            disk.put_folder(&folder(session));
            disk.put(&path(session, &id("01")), format!("{old}\n").as_bytes());
        }
        disk.fail(Some(Failure { operation, kind: io::ErrorKind::Other, for_good: true }));
        let done = write(&disk, session);
        for steps in 0..=disk.pending_steps() {
            for names in [false, true] {
                let kept = load(&disk.after_power_cut(Survivors { steps, names }), session, &docket());
                let left = kept.notes.of(&id("01")).unwrap_or_default();
                broken += usize::from(left != new && (done || left != old));
            }
        }
    }
    broken
}

#[test]
fn a_crash_at_any_operation_leaves_the_old_notes_or_the_new_ones() {
    assert_eq!(broken(|disk, session| put(disk, session, "nouveau", "ancien").is_ok(), "ancien", "nouveau"), 0);
    assert_eq!(broken(|disk, session| put(disk, session, "nouveau", "").is_ok(), "", "nouveau"), 0, "a new folder");
    let both = "autre\n\n***\n\nnouveau";
    assert_eq!(broken(|disk, session| put(disk, session, "nouveau", "ancien").is_ok(), "autre", both), 0);
}

#[test]
fn a_crash_is_noticed_where_the_folder_is_not_synced() {
    let unsynced = |disk: &dyn Disk, session: &Path| {
        disk.create_folder(&folder(session)).is_ok()
            && replace_private(disk, &path(session, &id("01")), b"nouveau\n", false).is_ok()
    };
    assert!(broken(unsynced, "", "nouveau") > 0);
}

#[test]
fn a_disk_that_fails_once_leaves_the_old_notes_and_takes_the_new_ones_at_another_try() {
    for operation in 0..7 {
        let (disk, session) = (MemoryDisk::new(), Path::new(SESSION));
        disk.put_folder(&folder(session));
        disk.put(&path(session, &id("01")), b"ancien\n");
        disk.fail(Some(Failure { operation, kind: io::ErrorKind::StorageFull, for_good: false }));
        assert!(put(&disk, session, "nouveau", "ancien").is_err(), "operation {operation}");
        disk.fail(None);
        assert_eq!(put(&disk, session, "nouveau", "ancien").as_deref(), Ok("nouveau"), "operation {operation}");
        assert_eq!(load(&disk, session, &docket()).notes.of(&id("01")), Some("nouveau"));
    }
}

#[test]
fn a_text_that_was_changed_elsewhere_is_kept_and_ours_stands_below_it() {
    let (disk, session) = (MemoryDisk::new(), Path::new(SESSION));
    let file = path(session, &id("01"));
    disk.put_folder(&folder(session));
    disk.put(&file, "Début\r\nleur suite\r\n".as_bytes());
    let stands = put(&disk, session, "Début\nma suite", "Début").unwrap();
    assert_eq!(stands, "Début\nleur suite\n\n***\n\nma suite");
    assert_eq!(disk.content(&file).unwrap(), format!("{stands}\n").into_bytes());
    // What stands there is now the base: saved again, nothing is doubled.
    assert_eq!(put(&disk, session, &format!("{stands} !"), &stands).unwrap(), format!("{stands} !"));
    disk.take_away(&file);
    assert_eq!(put(&disk, session, "ma suite", "Début").unwrap(), "ma suite", "nothing of theirs is left to keep");
}

#[test]
fn what_is_no_text_is_never_written_over() {
    let session = Path::new(SESSION);
    for (content, is_too_long) in [(b"\xE9t\xE9".to_vec(), false), (vec![b'a'; LONGEST + 1], true)] {
        let disk = MemoryDisk::new();
        disk.put_folder(&folder(session));
        disk.put(&path(session, &id("01")), &content);
        let kept = load(&disk, session, &docket());
        let why = &kept.unreadable[&id("01")];
        assert_eq!(matches!(why, NoteProblem::TooLong { .. }), is_too_long);
        assert_eq!(put(&disk, session, "mon texte", ""), Err(NotSaved::InTheWay(why.clone())));
        assert_eq!(disk.content(&path(session, &id("01"))).unwrap(), content);
    }
    let disk = MemoryDisk::new();
    assert_eq!(put(&disk, session, &"a".repeat(LONGEST), ""), Err(NotSaved::TooLong));
}

#[test]
fn links_are_neither_read_nor_written_whether_file_or_folder() {
    let place = tempfile::tempdir().unwrap();
    let session = place.path().join("conseil.ron");
    let elsewhere = place.path().join("ailleurs");
    fs::create_dir(&elsewhere).unwrap();
    fs::write(elsewhere.join("01.md"), "secret").unwrap();
    symlink(&elsewhere, folder(&session)).unwrap();
    let kept = load(&RealDisk, &session, &docket());
    assert_eq!(kept.problems, [NoteProblem::NotAFolder { path: folder(&session), kind: Kind::Link }]);
    assert_eq!(kept.notes, Notes::default());
    assert!(put(&RealDisk, &session, "mon texte", "").is_err());
    fs::remove_file(folder(&session)).unwrap();
    fs::create_dir(folder(&session)).unwrap();
    symlink(elsewhere.join("01.md"), path(&session, &id("01"))).unwrap();
    assert_eq!(load(&RealDisk, &session, &docket()).notes, Notes::default());
    assert!(put(&RealDisk, &session, "mon texte", "").is_err());
    assert_eq!(fs::read(elsewhere.join("01.md")).unwrap(), b"secret");
}

#[test]
fn a_file_of_no_report_is_said_with_the_name_that_was_meant_and_what_an_editor_keeps_is_not() {
    let (disk, session) = (MemoryDisk::new(), Path::new(SESSION));
    disk.put_folder(&folder(session));
    for name in ["01.md~", ".01.md.swp", "#01.md#", "99.md", "del-2.md", ".hemicycle-7-0.tmp"] {
        disk.put(&folder(session).join(name), b"x");
    }
    let at = |name: &str| folder(session).join(name);
    assert_eq!(
        load(&disk, session, &docket()).problems,
        [
            NoteProblem::LeftOver { path: at(".hemicycle-7-0.tmp") },
            NoteProblem::UnknownReport { path: at("99.md"), meant: None },
            NoteProblem::UnknownReport { path: at("del-2.md"), meant: Some("^DEL-2.md".to_owned()) },
        ]
    );
}

#[test]
fn notes_are_private_and_keep_the_permissions_that_they_were_given() {
    use std::os::unix::fs::PermissionsExt;
    let place = tempfile::tempdir().unwrap();
    let session = place.path().join("conseil.ron");
    put(&RealDisk, &session, "un", "").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&folder(&session)), mode(&path(&session, &id("01")))), (0o700, 0o600));
    fs::set_permissions(path(&session, &id("01")), fs::Permissions::from_mode(0o640)).unwrap();
    put(&RealDisk, &session, "deux", "un").unwrap();
    assert_eq!(mode(&path(&session, &id("01"))), 0o640);
}
