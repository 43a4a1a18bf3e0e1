//! The linear mode on a real terminal: lines, and nothing else; the same séance as by the screen.

#[path = "common/terminal.rs"]
mod terminal;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use portable_pty::CommandBuilder;
use terminal::Terminal;

/// Starts the linear mode on the small council of the rehearsal, in a folder of its own.
fn start(columns: u16, rows: u16) -> (tempfile::TempDir, Terminal) {
    let folder = tempfile::tempdir().unwrap();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/exemple-repetition.ron");
    fs::copy(source, folder.path().join("soir.ron")).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.args(["ouvrir", "--lineaire", "soir.ron"]);
    command.cwd(folder.path());
    for variable in ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
        command.env(variable, folder.path());
    }
    (folder, Terminal::run(command, columns, rows))
}

/// What was written, without the one mode that is switched on and off again: that of pasted text.
fn written(terminal: &Terminal) -> String {
    let written = String::from_utf8(terminal.written.clone()).expect("whole characters");
    written.replacen("\x1b[?2004h", "", 1).replacen("\x1b[?2004l", "", 1)
}

#[test]
fn a_seance_is_held_by_lines_alone_and_its_papers_are_those_of_the_screen() {
    let (folder, mut terminal) = start(120, 40);
    terminal.wait_for("Rien à signaler");
    terminal.type_keys("pons,");
    terminal.wait_for("PONSARD Rose : absente");
    terminal.type_keys("\r");
    terminal.wait_for("Séance ouverte");
    terminal.type_keys("\r");
    terminal.wait_for("Qui est contre ?");
    terminal.type_keys("aub,");
    terminal.wait_for("AUBRY Paul : contre. Contre 1, pour 9.");
    terminal.type_keys("\r");
    terminal.wait_for("rapport n° 01 proclamé");
    terminal.wait_for("02, délibération");
    terminal.type_keys("\x0f");
    terminal.wait_for("Quorum 6, atteint : 10 comptés.");
    terminal.type_keys("\x11");
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
    let written = written(&terminal);
    let is_of_a_line = |character: char| !character.is_control() || matches!(character, '\r' | '\n');
    assert!(written.chars().all(is_of_a_line), "{written:?}");
    assert_eq!(
        written.matches('\n').count(),
        written.matches("\r\n").count(),
        "a line that does not begin at its left"
    );
    assert!(!written.contains("\r\n\r\n"), "an empty line");

    let paper = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .args(["pv", "--rapport", "01", "soir.ron"])
        .current_dir(folder.path())
        .assert()
        .success();
    let paper = String::from_utf8(paper.get_output().stdout.clone()).unwrap();
    assert!(paper.contains("AUBRY"), "{paper}");
}

#[test]
fn a_window_too_small_for_the_screen_holds_the_seance_all_the_same_and_says_nothing_when_it_changes() {
    let (_folder, mut terminal) = start(40, 10);
    terminal.wait_for("Rien à signaler");
    terminal.resize(30, 6);
    terminal.type_keys("pons,");
    terminal.wait_for("PONSARD Rose : absente");
    assert!(!written(&terminal).contains("trop petite"));
    terminal.type_keys("\x11");
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

#[test]
fn a_pasted_text_never_votes() {
    let (_folder, mut terminal) = start(120, 40);
    terminal.wait_for("Rien à signaler");
    terminal.type_keys("\x1b[200~pons,\x1b[201~");
    terminal.wait_for("Le texte collé est ignoré");
    terminal.type_keys("\x11");
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert!(!written(&terminal).contains("absente"));
}
