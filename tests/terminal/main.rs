//! The real binary in a pseudo-terminal: a whole séance by keys, signals, small windows, two instances, pastes, the end of
//! the terminal.

#[path = "../common/all_kinds.rs"]
mod all_kinds;
#[path = "../common/contexts.rs"]
mod contexts;
#[path = "../common/evening.rs"]
mod evening;
#[path = "../common/paper.rs"]
mod paper;
#[path = "../common/skip.rs"]
mod skip;
#[path = "../common/terminal.rs"]
mod terminal;

mod by_keys;
mod clocks;
mod instances;
mod panics;
mod pastes;
mod signals;
mod sizes;
mod stops;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;
use terminal::Terminal;

/// A copy of the sessions in a folder of its own, with the path of one.
fn session(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions"), folder.path());
    let path = folder.path().join(name);
    (folder, path)
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            fs::create_dir(&target).expect("a folder");
            copy_folder(&path, &target);
        } else if path.extension().is_some_and(|extension| ["ron", "md", "csv"].iter().any(|known| extension == *known))
        {
            fs::copy(&path, target).expect("a copy");
        }
    }
}

const SEED: &str = "2022-03-03-pays-d-aix.ron";
const COMMUNE: &str = "exemple-commune.ron";

fn hemicycle() -> Command {
    Command::new(env!("CARGO_BIN_EXE_hemicycle"))
}

fn output(command: &mut Command) -> String {
    String::from_utf8(command.assert().success().get_output().stdout.clone()).expect("UTF-8")
}

/// Opens the sitting and its first report.
fn open_first_report(terminal: &mut Terminal) {
    terminal.wait_for("Appel des");
    terminal.type_keys("\r");
    terminal.wait_for("ouverte");
    terminal.wait_for("Ordre du jour");
    terminal.type_keys("\r");
    terminal.wait_for("À proclamer");
}

const QUIT: &str = "\x11";
