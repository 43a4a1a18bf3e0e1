//! The real binary on the list: printed without a terminal, opened from on a terminal and in lines.

use std::fs;
use std::path::Path;
use std::process::Command as Process;

use hemicycle::store::disk::RealDisk;
use hemicycle::store::recent;
use portable_pty::CommandBuilder;

use crate::folder;
use crate::terminal::Terminal;

#[test]
fn without_a_terminal_the_list_is_printed_a_line_each() {
    let (folder, state) = (folder(), tempfile::tempdir().unwrap());
    let run = |folder: &Path| {
        let output = Process::new(env!("CARGO_BIN_EXE_hemicycle"))
            .current_dir(folder)
            .env("XDG_STATE_HOME", state.path())
            .output()
            .unwrap();
        assert!(output.status.success() && output.stderr.is_empty());
        String::from_utf8(output.stdout).unwrap()
    };
    let said = run(folder.path());
    assert_eq!(said.lines().count(), 8, "{said}");
    assert!(said.contains("03/02/2027  Conseil d’Essai  levée à 22 h 04  levee.ron"), "{said}");
    let nothing = run(tempfile::tempdir().unwrap().path());
    assert!(nothing.contains("hemicycle creer") && nothing.contains("hemicycle repeter"), "{nothing}");
}

fn started(folder: &Path, state: &Path, arguments: &[&str]) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.args(arguments);
    command.cwd(folder);
    command.env("XDG_STATE_HOME", state);
    // Somebody who has opened it before: the five lines of the first time have a test of their own.
    fs::create_dir_all(state.join("hemicycle")).unwrap();
    fs::write(state.join("hemicycle/bienvenue"), "").unwrap();
    Terminal::run_with_its_memory(command, 80, 24)
}

#[test]
fn the_list_goes_on_into_the_seance_without_giving_the_terminal_back_and_remembers_it() {
    let (folder, state) = (folder(), tempfile::tempdir().unwrap());
    let mut terminal = started(folder.path(), state.path(), &[]);
    terminal.wait_for("prête : appel à faire");
    terminal.wait_until("all files", |screen| !screen.contains("lecture"));
    terminal.type_keys("prete");
    terminal.wait_for("Chercher prete");
    terminal.type_keys("\r");
    terminal.wait_for("Appel des 3 membres");
    // Keys reach the séance, and none is lost to the list.
    terminal.type_keys("dup");
    terminal.wait_for("Chercher dup");
    assert!(!terminal.screen().contains("Et aussi"), "nothing of the list is left:\n{}", terminal.screen());
    terminal.type_keys("\x11");
    let status = terminal.wait_end();
    assert!(status.success(), "{status:?}");
    assert!(terminal.left_on().is_empty(), "{:?}", terminal.left_on());
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    assert_eq!(written.matches("\x1b[?1049h").count(), 1, "the terminal is taken once");
    let remembered = recent::read(&RealDisk, &state.path().join("hemicycle"));
    assert_eq!(remembered, [folder.path().canonicalize().unwrap().join("prete.ron")]);
}

#[test]
fn in_lines_a_number_opens_and_nothing_leaves() {
    let (folder, state) = (folder(), tempfile::tempdir().unwrap());
    let mut terminal = started(folder.path(), state.path(), &["--lineaire"]);
    terminal.wait_for("rien : quitter");
    terminal.type_keys("99\n");
    terminal.wait_for("Ce numéro n’est pas dans la liste.");
    terminal.type_keys("8\n");
    terminal.wait_for("3 brumaire");
    terminal.type_keys("\n");
    assert!(terminal.wait_end().success());
}
