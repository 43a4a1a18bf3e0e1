//! A file may be called anything, and a folder on a shared disk is filled by others: no name reaches a terminal as it is.

use std::fs;
use std::path::Path;

use hemicycle::cli::CreateAsked;
use hemicycle::store::disk::RealDisk;
use hemicycle::store::recent;
use hemicycle::verbs::{Exit, create_with};
use jiff::civil::date;

use crate::{SESSIONS, evening_called, run, start};

/// Sets the title of the window, rings, and begins another line.
const NAME: &str = "se\u{1b}]0;x\u{7}\n2.ron";
/// The same, made harmless.
const SHOWN: &str = "se‹U+001B›]0;x‹U+0007›‹U+000A›2";

/// Nothing that a terminal obeys but the end of a line.
fn assert_harmless(said: &str, by: &str) {
    assert!(said.chars().all(|character| character == '\n' || !character.is_control()), "{by}: {said:?}");
}

#[test]
fn case_51_no_verb_says_the_name_of_a_file_that_is_not_there_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for verb in ["verifier", "sceau", "pv", "exporter", "registre"] {
        let output = run(folder.path(), &[Path::new(verb), Path::new(NAME)]);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(!output.status.success());
        assert_harmless(&said, verb);
        assert!(verb == "sceau" || said.contains(SHOWN), "{verb}: {said}");
    }
}

#[test]
fn case_51_what_was_made_of_a_file_is_said_without_its_name_as_it_is() {
    let (folder, path) = evening_called(NAME);
    let course = folder.path().join("co\u{1b}urs.ron");
    fs::write(&course, "[Ouvrir(heure: \"18 h 05\"), Deroule()]").unwrap();
    let whole = folder.path().join("whole.ron");
    fs::write(&whole, "[Ouvrir(heure: \"18 h 05\")]").unwrap();
    let [verify, record, minutes, all] = ["verifier", "saisir", "pv", "--tout"].map(Path::new);
    for (arguments, names) in [
        (vec![verify, &path], true),
        (vec![record, &path, &course], false),
        (vec![record, &path, &whole], true),
        (vec![record, &path, &whole], true),
        (vec![minutes, all, &path], true),
        (vec![], true),
    ] {
        let output = run(folder.path(), &arguments);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_harmless(&said, &format!("{arguments:?}"));
        assert!(!names || said.contains(SHOWN), "{arguments:?}: {said}");
    }
}

#[test]
fn case_51_a_word_that_is_no_command_is_said_without_what_it_hides() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [
        vec!["--\u{1b}[31mx"],
        vec!["verifie\u{1b}"],
        vec!["pv", "a.ron", "--format", "\u{1b}[2J"],
        vec!["completions", "\u{9b}2J"],
        vec!["revoir", "a.ron", "--vitesse", "\u{1b}c"],
        vec!["sceau", "a.ron", "b\u{1b}[2J.ron"],
        vec!["registre", "a.ron", "--annee", "\u{1b}c"],
    ] {
        let arguments: Vec<&Path> = arguments.into_iter().map(Path::new).collect();
        let output = run(folder.path(), &arguments);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert_harmless(&said, &format!("{arguments:?}"));
        assert!(said.contains("‹U+00"), "{said}");
    }
}

#[test]
fn case_51_the_list_the_seance_and_the_display_show_no_name_as_it_is() {
    let (folder, path) = evening_called(NAME);
    let mut list = start(folder.path(), &[], 120, 40);
    list.wait_for("prête : appel à faire");
    list.wait_for(SHOWN);
    list.type_keys("\r");
    list.wait_for("Appel des");
    list.type_keys("\x11");
    list.wait_end();
    let mut room = start(folder.path(), &[Path::new("projeter"), &path], 80, 24);
    room.wait_for("Quorum");
    room.type_keys("q");
    room.wait_end();
    for written in [&list.written, &room.written] {
        assert!(!String::from_utf8_lossy(written).contains("\u{1b}]0;x"), "the name reached the terminal");
    }
}

#[test]
fn case_51_by_lines_the_list_the_seance_and_the_display_say_no_name_as_it_is() {
    let (folder, path) = evening_called(NAME);
    let linear = Path::new("--lineaire");
    let mut list = start(folder.path(), &[linear], 200, 40);
    list.wait_for(SHOWN);
    list.type_keys("1\n");
    list.wait_for("Appel");
    list.type_keys("\x11");
    list.wait_end();
    let mut room = start(folder.path(), &[Path::new("projeter"), linear, &path], 200, 24);
    room.wait_for("Quorum");
    room.signal("TERM");
    room.wait_end();
    for written in [&list.written, &room.written] {
        assert!(!String::from_utf8_lossy(written).contains("\u{1b}]0;x"), "the name reached the terminal");
    }
}

#[test]
fn case_51_what_is_remembered_keeps_the_name_and_says_it_harmless() {
    let (there, path) = evening_called(NAME);
    let (here, state) = (tempfile::tempdir().unwrap(), there.path().join("state/hemicycle"));
    recent::remember(&RealDisk, &state, &path);
    assert_eq!(recent::read(&RealDisk, &state), std::slice::from_ref(&path), "the file is found again under its name");
    // The list of another folder.
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.current_dir(here.path()).env("XDG_STATE_HOME", there.path().join("state"));
    let said = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert_harmless(&said, "the list");
    assert!(said.contains(SHOWN), "{said}");
}

#[test]
fn case_51_a_name_that_is_proposed_or_given_to_creer_is_said_harmless() {
    let (folder, path) = evening_called(NAME);
    let mut said = Vec::new();
    let asked = CreateAsked { file: None, from: None };
    // Enter takes the name that is proposed: it is refused, with the reason, and nothing is written.
    let exit = create_with(&asked, Some(&path), date(2027, 2, 1), &mut &b"\n"[..], &mut said, false);
    let said = String::from_utf8(said).unwrap();
    assert!(matches!(exit, Exit::Refused(_)));
    assert_harmless(&said, "the question");
    assert!(said.contains(SHOWN), "{said}");
    let output = run(folder.path(), &["creer", "--depuis", NAME].map(Path::new));
    assert_harmless(&String::from_utf8([output.stdout, output.stderr].concat()).unwrap(), "creer");
    // A table whose name hides something.
    fs::copy(Path::new(SESSIONS).join("exemple-elus.csv"), folder.path().join("el\u{1b}us.csv")).unwrap();
    let output = run(folder.path(), &["creer", "--depuis", "el\u{1b}us.csv"].map(Path::new));
    assert_harmless(&String::from_utf8([output.stdout, output.stderr].concat()).unwrap(), "creer from a table");
}
