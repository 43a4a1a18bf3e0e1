//! The notes beside a real session file: typed in the program, changed in another editor, printed, summed, checked.

#[path = "common/terminal.rs"]
mod terminal;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;
use terminal::Terminal;

/// The made-up commune in a folder of its own.
fn commune() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let path = folder.path().join("conseil.ron");
    fs::copy(sessions.join("exemple-commune.ron"), &path).expect("a copy");
    fs::create_dir(folder.path().join("exemple-commune")).expect("a folder");
    for text in fs::read_dir(sessions.join("exemple-commune")).expect("its texts").flatten() {
        fs::copy(text.path(), folder.path().join("exemple-commune").join(text.file_name())).expect("a copy");
    }
    (folder, path)
}

/// The notes of a report, as another editor writes them.
fn note(session: &Path, name: &str, text: &str) {
    fs::create_dir_all(session.with_extension("notes")).expect("the folder of the notes");
    fs::write(session.with_extension("notes").join(name), text).expect("notes");
}

fn hemicycle() -> Command {
    Command::new(env!("CARGO_BIN_EXE_hemicycle"))
}

/// What a verb says, and how it ends.
fn said(command: &mut Command) -> (String, Option<i32>) {
    let output = command.output().expect("the program");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (said, output.status.code())
}

fn check(session: &Path) -> (String, Option<i32>) {
    said(hemicycle().arg("verifier").arg(session))
}

/// Records a whole evening from its course.
fn hold(session: &Path) {
    let course = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/deroules/exemple-commune.ron");
    let (words, code) = said(hemicycle().arg("saisir").arg(session).arg(course));
    assert_eq!(code, Some(0), "{words}");
}

/// Records that the minutes are settled.
fn settle(session: &Path) {
    let course = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/deroules/exemple-commune.ron");
    let steps = fs::read_to_string(course).expect("the course");
    let end = steps.rfind(']').expect("a list");
    let again = session.with_file_name("suite.ron");
    fs::write(&again, format!("{}    Arreter(le: \"2025-04-07\"),\n]\n", &steps[..end])).expect("a course");
    let (words, code) = said(hemicycle().args(["saisir", "--suite"]).arg(session).arg(&again));
    assert_eq!(code, Some(0), "{words}");
}

#[test]
fn a_course_that_is_typed_in_records_the_sums_and_the_minutes_print_what_was_said() {
    let (_folder, session) = commune();
    note(&session, "01.md", "M. Paul AUBRY : je m’en **étonne**.\n\nMme Léa MARTINET : moi *aussi*.\n");
    hold(&session);
    let journal = fs::read_to_string(session.with_extension("journal")).expect("the journal");
    let close = journal.lines().last().expect("the close");
    // `sha256sum conseil.notes/01.md`
    assert!(close.contains("e79dd9b19ccbe7bf086d39a7c9622856a3474f110b0e2e4f10bafcbe916076e4"), "{close}");
    let (minutes, _) = said(hemicycle().args(["pv", "--format", "txt"]).arg(&session));
    let (first, second) = (minutes.find("je m’en étonne."), minutes.find("moi aussi."));
    assert!(first.is_some() && first < second, "{minutes}");
}

#[test]
fn after_the_close_notes_may_change_and_it_is_said_and_after_the_settlement_they_may_not() {
    let (_folder, session) = commune();
    note(&session, "01.md", "dit\n");
    hold(&session);
    assert!(!check(&session).0.contains("notes"), "{}", check(&session).0);
    note(&session, "01.md", "dit, et complété\n");
    note(&session, "07.md", "ajouté\n");
    let (words, code) = check(&session);
    assert!(words.contains("Les notes des rapports n° 01 et n° 07 ont changé depuis la fin de la séance"), "{words}");
    assert_eq!(code, Some(0), "it is allowed");
    settle(&session);
    assert!(!check(&session).0.contains("notes"), "{}", check(&session).0);
    note(&session, "07.md", "ajouté après\n");
    let (words, code) = check(&session);
    assert!(words.contains("Les notes du rapport n° 07 ont changé depuis que le procès-verbal est arrêté"), "{words}");
    assert_eq!(code, Some(1));
}

#[test]
fn the_check_names_notes_of_no_report_and_notes_that_cannot_be_read() {
    let (folder, session) = commune();
    note(&session, "99.md", "dit\n");
    let (words, code) = check(&session);
    assert!(words.contains("99.md n’est lu pour aucun rapport") && code == Some(0), "{words}");
    fs::write(session.with_extension("notes").join("02.md"), b"\xE9t\xE9").expect("notes");
    symlink(folder.path().join("conseil.ron"), session.with_extension("notes").join("03.md")).expect("a link");
    let (words, code) = check(&session);
    assert!(words.contains("02.md n’est pas en UTF-8") && words.contains("03.md est un lien"), "{words}");
    assert_eq!(code, Some(1), "the papers would not say what was noted");
}

#[test]
fn no_paper_is_written_over_notes_even_by_force() {
    let (folder, session) = commune();
    note(&session, "01.md", "dit\n");
    let notes = session.with_extension("notes");
    symlink(&notes, folder.path().join("autre")).expect("a link");
    for target in [notes.join("01.md"), notes.join("pv.txt"), folder.path().join("autre/01.md")] {
        let (words, code) =
            said(hemicycle().args(["pv", "--format", "txt", "--force", "-o"]).arg(&target).arg(&session));
        assert!(words.contains("dossier de notes") && code == Some(2), "{words}");
    }
    assert_eq!(fs::read(notes.join("01.md")).expect("the notes"), b"dit\n");
    assert_eq!(fs::read_dir(&notes).expect("the folder").count(), 1);
}

/// Opens the sitting and its first report.
fn first_vote(terminal: &mut Terminal) {
    terminal.wait_for("Appel des");
    terminal.type_keys("\r");
    terminal.wait_for("ouverte");
    terminal.type_keys("\r");
    terminal.wait_for("À proclamer");
}

const F2: &str = "\x1bOQ";

#[test]
fn notes_typed_during_a_vote_are_saved_by_themselves_and_survive_kill_9() {
    let (_folder, session) = commune();
    let mut terminal = Terminal::start(&[&session], 80, 24);
    first_vote(&mut terminal);
    terminal.type_keys(F2);
    terminal.wait_for("Notes · rapport n° 01");
    terminal.type_keys("aub\tnon, ! ; :\r\x1b[200~un\ndeux\x1b[201~");
    terminal.wait_for("pas encore enregistrées");
    terminal.wait_for("notes enregistrées ✓");
    terminal.signal("KILL");
    terminal.wait_end();
    let kept = fs::read_to_string(session.with_extension("notes").join("01.md")).expect("the notes");
    assert_eq!(kept, "M. Paul AUBRY : non, ! ; :\nun\ndeux\n");

    let mut again = Terminal::start(&[&session], 120, 40);
    again.wait_for("À proclamer");
    again.type_keys(F2);
    again.wait_for("M. Paul AUBRY : non, ! ; :");
    again.type_keys("\x1b");
    again.wait_until("the vote alone", |screen| !screen.contains("Notes · rapport"));
    again.type_keys("evr,");
    again.wait_for("EVRARD Maïa");
    again.type_keys("\x11");
    assert_eq!(again.wait_end().exit_code(), 0);
}

#[test]
fn a_signal_saves_the_notes_before_the_program_ends() {
    for name in ["TERM", "HUP"] {
        let (_folder, session) = commune();
        let mut terminal = Terminal::start(&[&session], 80, 24);
        first_vote(&mut terminal);
        terminal.type_keys(F2);
        terminal.wait_for("Notes · rapport n° 01");
        terminal.type_keys("tout de suite");
        terminal.wait_for("tout de suite");
        terminal.signal(name);
        terminal.wait_end();
        let kept = fs::read_to_string(session.with_extension("notes").join("01.md")).expect("the notes");
        assert_eq!(kept, "tout de suite\n", "{name}");
    }
}

#[test]
fn what_another_editor_writes_meanwhile_is_kept_with_what_is_typed() {
    let (_folder, session) = commune();
    note(&session, "01.md", "début\n");
    let mut terminal = Terminal::start(&[&session], 80, 24);
    first_vote(&mut terminal);
    terminal.type_keys(F2);
    terminal.wait_for("début");
    terminal.type_keys("\rà nous");
    terminal.wait_for("à nous");
    note(&session, "01.md", "début\nà eux\n");
    terminal.type_keys("\x13");
    terminal.wait_for("changées ailleurs");
    let kept = fs::read_to_string(session.with_extension("notes").join("01.md")).expect("the notes");
    assert!(kept.starts_with("début\nà eux\n\n**[") && kept.ends_with("]**\n\nà nous\n"), "{kept}");
    terminal.type_keys("\x11");
    assert_eq!(terminal.wait_end().exit_code(), 0);
}
