//! A record in which a line was changed is refused, and what stands before that line can be looked at: nothing is written.

#[path = "evening/mod.rs"]
mod evening;
#[path = "common/terminal.rs"]
mod terminal;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use evening::{NOW, PATH, SESSION, beside, entries, evening as steps, session_of, take, whole, with_journal};
use hemicycle::council::history::Misfit;
use hemicycle::french::program;
use hemicycle::store::before_flaw::{before_flaw, can_be_seen};
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::fault::Fault;
use hemicycle::store::journal::Flaw;
use hemicycle::store::record;
use hemicycle::store::session_file::SessionFile;
use terminal::Terminal;

/// A folder with the small evening, recorded and closed.
fn held() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.ron");
    fs::write(&path, SESSION).expect("written");
    fs::write(folder.path().join("ecole.md"), "La convention.\n").expect("written");
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let session = session_of(SESSION, &[("ecole.md", "La convention.\n")]);
    let mut opened = record::open(&disk, &SessionFile { path: path.clone(), ..session }, NOW).expect("opened");
    for step in &steps() {
        take(&mut opened, step).expect("recorded");
    }
    (folder, path)
}

/// Every file of a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    entries.map(|path| (path.clone(), fs::read(path).expect("read"))).collect()
}

#[test]
fn case_05_whichever_line_is_changed_all_that_stands_before_it_is_seen_and_nothing_behind() {
    let (whole, all) = whole();
    let mut start = 0;
    for (line, text) in whole.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let mut bytes = whole.clone();
        bytes[start + 70] ^= 1;
        start += text.len();
        let (memory, disk) = with_journal(&bytes);
        let seen = before_flaw(&*disk, Path::new(PATH)).map(|history| entries(&history));
        let expected = (line > 1).then(|| all[..line - 1].to_vec());
        assert_eq!(seen, expected, "line {line}");
        assert_eq!(memory.content(&beside("journal")), Some(bytes), "nothing is touched");
    }
}

#[test]
fn case_05_what_is_refused_and_can_be_seen_names_the_command_that_shows_it() {
    let path = PathBuf::from("/seance/x.journal");
    for fault in [
        Fault::Altered { path: path.clone(), line: 8, flaw: Flaw::Seal },
        Fault::DoesNotFit { path: path.clone(), line: 8, why: Misfit::Differs },
        Fault::Miscounted { path: path.clone(), line: 8, report: None },
        Fault::Unknown { path: path.clone(), line: 8 },
    ] {
        assert!(can_be_seen(&fault));
        let said = program::seen_before(&fault).expect("a command");
        assert!(said.ends_with("hemicycle revoir /seance/x.ron"), "{said}");
    }
    for fault in [Fault::Newer { path: path.clone(), format: 2 }, Fault::JournalMissing { path }] {
        assert!(!can_be_seen(&fault) && program::seen_before(&fault).is_none());
    }
}

#[test]
fn case_05_the_real_program_refuses_a_changed_journal_and_revoir_shows_it_up_to_the_changed_line_writing_nothing() {
    let (folder, path) = held();
    let journal = path.with_extension("journal");
    let changed = fs::read_to_string(&journal).expect("a journal").replacen("20:17", "20:18", 1);
    fs::write(&journal, changed).expect("written");

    let mut terminal = Terminal::start(&[Path::new("ouvrir"), &path], 200, 24);
    terminal.wait_for("la ligne 8 ne suit pas de celles d’avant");
    terminal.wait_for("hemicycle revoir");
    assert_eq!(terminal.wait_end().exit_code(), 1);

    fs::remove_file(path.with_extension("lock")).expect("the lock of the opening");
    let before = files(folder.path());
    for (columns, rows) in [(80, 24), (120, 40)] {
        let mut terminal = Terminal::start(&[Path::new("revoir"), &path], columns, rows);
        terminal.wait_for("LECTURE SEULE");
        terminal.wait_for("jusqu’à la ligne 7, intacte");
        terminal.type_keys("\x1b[F");
        terminal.wait_for("action 7/7");
        terminal.wait_for("la ligne 8 a été modifiée");
        terminal.type_keys("\x11");
        assert_eq!(terminal.wait_end().exit_code(), 1, "what is wrong is said once more");
        assert_eq!(terminal.left_on(), Vec::<&str>::new());
    }
    assert_eq!(files(folder.path()), before);
}
