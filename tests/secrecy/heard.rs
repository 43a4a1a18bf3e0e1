//! The lines that are read aloud: each ballot is heard, and the terminal keeps none of them.

use std::fs;
use std::path::Path;

use portable_pty::CommandBuilder;

use crate::terminal::Terminal;

const ASIDE: &str = "\u{1b}[?1049h";
const BACK: &str = "\u{1b}[?1049l";

fn begin(folder: &Path, name: &str) -> Terminal {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/2026-03-22-installation.ron");
    fs::copy(sample, folder.join("soir.ron")).expect("copied");
    fs::create_dir_all(folder.join("state/hemicycle")).expect("a folder");
    fs::write(folder.join("state/hemicycle/bienvenue"), "").expect("the mark");
    let mut command = CommandBuilder::new("env");
    command.args([&format!("TERM={name}"), env!("CARGO_BIN_EXE_hemicycle"), "ouvrir", "--lineaire", "soir.ron"]);
    command.cwd(folder);
    command.env("XDG_STATE_HOME", folder.join("state"));
    command.env("XDG_CONFIG_HOME", folder.join("config"));
    Terminal::run_with_its_memory(command, 120, 40)
}

/// Somebody signs late, the urn is closed, two ballots are read.
fn two_ballots(terminal: &mut Terminal) {
    terminal.wait_for("Appel des");
    terminal.type_keys("\r");
    terminal.wait_for("ouverte");
    terminal.type_keys("\r");
    terminal.wait_for("margement");
    terminal.type_keys("flav,");
    terminal.wait_for("pas de bulletin");
    terminal.type_keys("flav!");
    terminal.wait_for("FLAVIGNET Sandrine : émargé");
    terminal.type_keys("\r");
    terminal.wait_for("combien de bulletins");
    // Enter is held for a moment behind what was recorded.
    terminal.type_keys("\r");
    while !terminal.shows_within("épouillement", std::time::Duration::from_millis(500)) {
        terminal.type_keys("\r");
    }
    terminal.type_keys("a");
    terminal.wait_for("Totaux : A 1");
    terminal.type_keys("b");
    terminal.wait_for("B 1");
}

/// What was written where the terminal keeps it, and what was not.
fn kept_and_not(terminal: &Terminal) -> (String, String) {
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    let (mut kept, mut gone) = (String::new(), String::new());
    for (place, part) in written.split(ASIDE).enumerate() {
        let (aside, after) = part.split_once(BACK).unwrap_or(if place == 0 { ("", part) } else { (part, "") });
        gone.push_str(aside);
        kept.push_str(after);
    }
    (kept, gone)
}

#[test]
fn case_63_and_64_lines_that_tell_who_signs_and_each_ballot_are_none_that_the_terminal_keeps() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = begin(folder.path(), "xterm-256color");
    two_ballots(&mut terminal);
    // The others at once, as totals; they are final.
    terminal.type_keys("a;a;a;a;a;a;a;a;");
    terminal.wait_for("concordent");
    terminal.type_keys("\r");
    terminal.wait_for("élue");
    terminal.type_keys("\x11");
    terminal.wait_end();
    let (kept, gone) = kept_and_not(&terminal);
    for heard in ["pas de bulletin", ": émargé", "Encore", "Totaux : A 1", "A 1, B 1"] {
        assert!(gone.contains(heard), "{heard} is heard: {gone}");
        assert!(!kept.contains(heard), "{heard} is kept: {kept}");
    }
    assert!(kept.contains("Appel des") && kept.contains("TRÉVILLARD Solange"), "what is recorded is kept: {kept}");
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
}

#[test]
fn case_64_stopped_in_the_middle_of_a_count_that_is_heard_the_terminal_is_given_back_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = begin(folder.path(), "xterm-256color");
    two_ballots(&mut terminal);
    terminal.signal("TERM");
    terminal.wait_end();
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
    assert!(!kept_and_not(&terminal).0.contains("Totaux"));
}

#[test]
fn a_terminal_without_an_alternate_screen_is_never_asked_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = begin(folder.path(), "dumb");
    two_ballots(&mut terminal);
    terminal.type_keys("\x11\x11");
    terminal.wait_end();
    assert!(!String::from_utf8_lossy(&terminal.written).contains(ASIDE));
}
