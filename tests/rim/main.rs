//! The rim with the real binary: what a file is called, what lies beside a session file, two windows on one séance.

#[path = "../common/evening.rs"]
mod evening;
#[path = "../common/terminal.rs"]
mod terminal;

mod beside;
mod file_names;
mod questions;
mod remembered;
mod small_window;
mod two_windows;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use portable_pty::CommandBuilder;
use terminal::Terminal;

const SESSIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sessions");

/// A folder with the small made-up evening under that name, and its path.
fn evening_called(name: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::copy(Path::new(SESSIONS).join("exemple-repetition.ron"), &path).expect("a copy");
    (folder, path)
}

/// The real binary without a terminal, in that folder, remembering nothing of elsewhere.
fn run(folder: &Path, arguments: &[&Path]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.current_dir(folder).args(arguments).stdin(Stdio::null());
    command.env("XDG_STATE_HOME", folder.join("state")).env("XDG_CONFIG_HOME", folder.join("config"));
    command.output().expect("it runs")
}

/// The real binary in a terminal of that size, for somebody who has opened it before.
fn start(folder: &Path, arguments: &[&Path], columns: u16, rows: u16) -> Terminal {
    let state = folder.join("state");
    fs::create_dir_all(state.join("hemicycle")).expect("a folder");
    fs::write(state.join("hemicycle/bienvenue"), "").expect("the mark");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.args(arguments);
    command.cwd(folder);
    command.env("XDG_STATE_HOME", &state);
    command.env("XDG_CONFIG_HOME", folder.join("config"));
    Terminal::run_with_its_memory(command, columns, rows)
}

/// Every file below a folder, by its bytes; what the program remembers of its user is no part of it.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "state") {
            found.extend(files(&path));
        } else if path.is_file() {
            found.insert(path.clone(), fs::read(&path).expect("its bytes"));
        }
    }
    found
}
