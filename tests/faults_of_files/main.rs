//! What may befall the files of a séance, with the real binary: the session file and how it is written, the places where
//! things are put, who may read them, and what an evening leaves behind.

#[path = "../common/skip.rs"]
mod skip;
#[path = "../common/terminal.rs"]
mod terminal;

#[path = "../evening/mod.rs"]
mod steps;

mod environment;
mod paths;
mod permissions;
mod places;
mod session_file;
mod simulated;
mod strange_disk;
mod traces;
mod untouched;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use portable_pty::CommandBuilder;
use terminal::Terminal;

const SESSIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sessions");

/// The small made-up evening, as its clerk wrote it.
fn small_evening() -> String {
    fs::read_to_string(Path::new(SESSIONS).join("exemple-repetition.ron")).expect("the sample")
}

/// A folder with the small made-up evening, and its path.
fn evening() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("soir.ron");
    fs::write(&path, small_evening()).expect("written");
    (folder, path)
}

/// The real binary without a terminal, in that folder; what it remembers is there too.
fn hemicycle(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.current_dir(folder).stdin(Stdio::null());
    command.env("XDG_STATE_HOME", folder.join("state")).env("XDG_CONFIG_HOME", folder.join("config"));
    command
}

/// What it answers to those arguments.
fn run(folder: &Path, arguments: &[&str]) -> Output {
    hemicycle(folder).args(arguments).output().expect("it runs")
}

/// Whether `sceau` finds the record of that file intact, closed (0) or not yet (3).
fn is_intact(folder: &Path, path: &Path) -> bool {
    let output = hemicycle(folder).arg("sceau").arg(path).output().expect("it runs");
    matches!(output.status.code(), Some(0 | 3))
}

/// All that it said.
fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

/// Marks the first time as over, so that no greeting stands before the roll call.
fn greeted(folder: &Path) {
    fs::create_dir_all(folder.join("state/hemicycle")).expect("a folder");
    fs::write(folder.join("state/hemicycle/bienvenue"), "").expect("the mark");
}

/// Any program in a terminal, for somebody who has opened this one before.
fn in_terminal(folder: &Path, mut command: CommandBuilder) -> Terminal {
    greeted(folder);
    command.cwd(folder);
    command.env("XDG_STATE_HOME", folder.join("state"));
    command.env("XDG_CONFIG_HOME", folder.join("config"));
    Terminal::run_with_its_memory(command, 120, 40)
}

/// The real binary in a terminal.
fn start(folder: &Path, arguments: &[&Path]) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.args(arguments);
    in_terminal(folder, command)
}

/// Opens the séance, records one voice against and proclaims; the next report is then open.
fn vote(terminal: &mut Terminal) {
    terminal.wait_for("Appel des");
    terminal.type_keys("\r");
    terminal.wait_for("ouverte");
    terminal.type_keys("\r");
    terminal.wait_for("À proclamer");
    terminal.type_keys("aub,");
    terminal.wait_for("AUBRY Paul : contre");
    terminal.type_keys("\r");
    terminal.wait_for("proclamé");
}

/// Leaves the séance.
fn leave(terminal: &mut Terminal) {
    terminal.type_keys("\x11");
    assert!(terminal.wait_end().success(), "{}", terminal.screen());
}
