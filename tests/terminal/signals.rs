//! A signal that ends the program: at every screen and in every verb, the terminal is given back, what was recorded is
//! whole, and the notes are saved.

use std::fs;
use std::path::Path;
use std::process::Command;

use portable_pty::CommandBuilder;

use crate::skip::skip;
use crate::terminal::Terminal;
use crate::{COMMUNE, hemicycle, open_first_report, session};

/// The signals that end the program, with their numbers.
const SIGNALS: [(&str, u32); 4] = [("HUP", 1), ("INT", 2), ("QUIT", 3), ("TERM", 15)];

#[test]
fn case_31_to_33_a_signal_at_any_screen_ends_the_program_with_the_terminal_put_back() {
    // From the first vote on: the keys, and what their screen shows.
    let screens = [
        ("", "À proclamer"),
        ("boi", "Chercher"),
        ("\x1bOR", "Arrivée"),
        ("\x1bOS", "Pourquoi"),
        ("\x12", "Journal"),
        ("\x10", "PROJET"),
        ("\x1b[20~", "Toutes les commandes"),
        ("?", "Aide"),
    ];
    let (_folder, path) = session(COMMUNE);
    let mut first = Terminal::start(&[&path], 120, 40);
    first.wait_for("Appel des");
    first.signal("TERM");
    assert_eq!(first.wait_end().exit_code(), 143);
    let mut first = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut first);
    first.signal("INT");
    assert_eq!(first.wait_end().exit_code(), 130);
    for ((keys, shown), (name, number)) in screens.into_iter().zip(SIGNALS.into_iter().cycle()) {
        let mut terminal = Terminal::start(&[&path], 120, 40);
        terminal.wait_for("À proclamer");
        terminal.type_keys(keys);
        terminal.wait_until(shown, |screen| screen.to_lowercase().contains(&shown.to_lowercase()));
        terminal.signal(name);
        assert_eq!(terminal.wait_end().exit_code(), 128 + number, "{shown} {name}");
        assert_eq!(terminal.left_on(), Vec::<&str>::new(), "{shown} {name}");
    }
    // Whole, and not closed.
    hemicycle().arg("sceau").arg(&path).assert().code(3);
}

#[test]
fn case_31_notes_that_are_being_typed_are_on_the_disk_when_a_signal_has_ended_the_program() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    terminal.type_keys("\x1bOQ");
    terminal.wait_for("Notes ·");
    terminal.type_keys("le maire remercie");
    terminal.wait_for("le maire remercie");
    terminal.signal("TERM");
    assert_eq!(terminal.wait_end().exit_code(), 143);
    let notes = fs::read_dir(path.with_extension("notes")).expect("a folder of notes");
    let texts: Vec<String> =
        notes.map(|note| fs::read_to_string(note.expect("a note").path()).expect("text")).collect();
    assert!(texts.iter().any(|text| text.contains("le maire remercie")), "{texts:?}");
}

#[test]
fn case_31_a_signal_during_a_slow_write_waits_until_it_is_on_the_disk() {
    if Command::new("strace").arg("-V").output().is_err() {
        return skip("strace is not there");
    }
    let (folder, path) = session(COMMUNE);
    let log = folder.path().join("calls");
    let mut slowly = CommandBuilder::new("strace");
    slowly.args(["-f", "-qq", "-e", "trace=fdatasync", "-o"]);
    slowly.arg(&log);
    slowly.args(["-e", "inject=fdatasync:delay_enter=900000", env!("CARGO_BIN_EXE_hemicycle")]);
    slowly.arg(&path);
    let mut terminal = Terminal::run(slowly, 120, 40);
    terminal.wait_for("Appel des");
    let tracer = terminal.process_id();
    let children = fs::read_to_string(format!("/proc/{tracer}/task/{tracer}/children")).expect("what strace started");
    terminal.type_keys("\r");
    terminal.wait_for("enregistrement…");
    for child in children.split_whitespace() {
        assert!(Command::new("kill").args(["-s", "TERM", child]).status().expect("kill").success());
    }
    assert_eq!(terminal.wait_end().exit_code(), 143);
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
    // What a call was cut short of is not in the memory of the system only: the call came back before the program ended.
    let calls = fs::read_to_string(&log).expect("the calls");
    assert!(calls.contains("= 0") && !calls.contains("= ?"), "{calls}");
    // Whole, and not closed.
    hemicycle().arg("sceau").arg(&path).assert().code(3);
    let mut again = Terminal::start(&[&path], 120, 40);
    again.wait_for("ouverte");
    again.signal("TERM");
    assert_eq!(again.wait_end().exit_code(), 143);
}

/// Starts a verb in that folder.
pub fn start(folder: &Path, arguments: &[&str]) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.args(arguments);
    command.cwd(folder);
    Terminal::run(command, 120, 40)
}

/// Every way to take the terminal, with what it shows.
pub const VERBS: [(&[&str], &str); 8] = [
    (&[], "Conseil"),
    (&["ouvrir", "--lineaire", COMMUNE], "séance"),
    (&["projeter", COMMUNE], "Quorum"),
    (&["projeter", "--lineaire", COMMUNE], "Rapport"),
    (&["revoir", COMMUNE], "Appel"),
    (&["revoir", "--lineaire", COMMUNE], "séance"),
    (&["repeter"], "Appel des"),
    (&["repeter", "--lineaire"], "Rien à signaler"),
];

/// A folder with a sitting whose first report is being voted.
pub fn with_a_vote() -> (tempfile::TempDir, std::path::PathBuf) {
    let (folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    terminal.type_keys("\x11");
    terminal.wait_end();
    (folder, path)
}

#[test]
fn case_31_to_34_every_verb_is_stopped_woken_and_ended_by_signals_with_the_terminal_put_back() {
    let (folder, _path) = with_a_vote();
    for ((arguments, shown), (name, number)) in VERBS.into_iter().zip(SIGNALS.into_iter().cycle()) {
        let mut terminal = start(folder.path(), arguments);
        terminal.wait_for(shown);
        terminal.signal("TSTP");
        terminal.wait_for_stop();
        assert_eq!(terminal.left_on(), Vec::<&str>::new(), "{arguments:?}");
        let before = terminal.written.len();
        terminal.signal("CONT");
        if arguments != ["projeter", "--lineaire", COMMUNE] {
            terminal.wait_to_write(shown, before);
        }
        terminal.signal(name);
        assert_eq!(terminal.wait_end().exit_code(), 128 + number, "{arguments:?} {name}");
        assert_eq!(terminal.left_on(), Vec::<&str>::new(), "{arguments:?} {name}");
    }
}

#[test]
fn case_31_a_signal_behind_the_choice_of_a_seance_ends_that_seance_too() {
    let (folder, path) = with_a_vote();
    // It is the only one of the list.
    for other in fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("a file").path()) {
        if other != path && other.extension().is_some_and(|end| end == "ron") {
            fs::remove_file(other).expect("removed");
        }
    }
    for _ in 0..3 {
        let mut terminal = start(folder.path(), &[]);
        // The one that is chosen is named below the list.
        terminal.wait_for(COMMUNE);
        terminal.type_keys("\r");
        terminal.signal("TERM");
        assert_eq!(terminal.wait_end().exit_code(), 143);
        assert_eq!(terminal.left_on(), Vec::<&str>::new());
    }
}
