//! Two real processes in two terminals: one records, the other shows.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::terminal::Terminal;

fn commune() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("exemple-commune.ron");
    crate::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions"), folder.path());
    (folder, path)
}

fn display(path: &Path, columns: u16, rows: u16) -> Terminal {
    Terminal::start(&[Path::new("projeter"), path], columns, rows)
}

/// Over a figure: nothing of it stands on the display before a proclamation.
const FIGURES: &str = "Pour";

#[test]
fn one_terminal_votes_and_the_other_shows_the_result_and_nothing_before() {
    let (_folder, path) = commune();
    let mut room = display(&path, 120, 40);
    room.wait_for("Quorum");
    let mut desk = Terminal::start(&[&path], 120, 40);
    desk.wait_for("Appel des");
    desk.type_keys("\r");
    desk.wait_for("ouverte");
    desk.type_keys("\r");
    desk.wait_for("À proclamer");
    room.wait_for("Présents");
    room.wait_until("a report", |screen| screen.contains("Rapporteur"));
    desk.type_keys("boi,");
    desk.wait_for("BOISSEAU Hakim + 1 pouvoir");
    desk.type_keys("\x05");
    desk.wait_for("Le public suit la séance");
    desk.type_keys(":");
    desk.wait_for("VOIX EN DIRECT");
    room.wait_for("Voix en direct");
    room.wait_for("Contre");
    assert!(!room.screen().contains("BOISSEAU"), "{}", room.screen());
    desk.type_keys("\x05:");
    room.wait_until("no voices", |screen| !screen.contains("Voix en direct") && !screen.contains(FIGURES));
    desk.type_keys("\r");
    desk.wait_for("proclamé");
    room.wait_for(FIGURES);
    desk.type_keys("\x05,");
    desk.wait_for("ÉCRAN PUBLIC EFFACÉ");
    room.wait_until("nothing", |screen| !screen.contains(FIGURES) && !screen.contains("Présents"));
    desk.type_keys("\x05!");
    desk.wait_for("suit la séance");
    room.wait_until("the sitting", |screen| screen.contains("Présents") || screen.contains(FIGURES));
    desk.type_keys("\x05;");
    desk.wait_for("ÉCRAN PUBLIC FIGÉ");
    let text = fs::read_to_string(path.with_extension("affichage")).expect("the file of the display");
    assert!(text.contains("figer"), "{text}");
    room.type_keys("x");
    room.wait_for("quitter l’affichage");
    room.type_keys("q");
    assert_eq!(room.wait_end().exit_code(), 0);
    assert_eq!(room.left_on(), Vec::<&str>::new());
    desk.type_keys("\x11");
    desk.wait_end();
}

#[test]
fn a_signal_gives_the_terminal_back_and_nothing_was_written_beside_the_session_file() {
    let (folder, path) = commune();
    let before = names(folder.path());
    for signal in ["TERM", "HUP"] {
        let mut room = display(&path, 80, 24);
        room.wait_for("Quorum");
        room.resize(300, 80);
        room.signal(signal);
        room.wait_end();
        assert_eq!(room.left_on(), Vec::<&str>::new(), "{signal}");
    }
    assert_eq!(names(folder.path()), before);
}

fn names(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|it| it.expect("an entry").path()).collect();
    names.sort();
    names
}
