//! The papers of the two evenings that show every kind of report, as the program writes them: read by eye, kept beside.
//!
//! `HEMICYCLE_WRITE_PICTURES=1 cargo test --test sample_papers` writes them anew: look at what changed before it is committed.

#[path = "common/golden.rs"]
mod golden;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the samples") {
        let path = entry.expect("an entry").path();
        let there = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &there);
        } else {
            fs::copy(&path, &there).expect("a copy");
        }
    }
}

fn run(arguments: &[&str], paths: &[&Path]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    let done = command.args(arguments).args(paths).assert().success();
    String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8")
}

/// A sample in a folder of its own, its course recorded.
fn recorded(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions"), folder.path());
    let session = folder.path().join(name).with_extension("ron");
    let course = folder.path().join("deroules").join(name).with_extension("ron");
    assert!(run(&["verifier"], &[&session]).contains("rien à corriger"));
    run(&["saisir"], &[&session, &course]);
    (folder, session)
}

/// A paper without the sum of its journal, which holds the moment of each action.
fn paper(arguments: &[&str], session: &Path) -> String {
    let paper = run(&[&["pv"], arguments].concat(), &[session]);
    paper
        .lines()
        .filter(|line| !line.contains("Empreinte du registre"))
        .fold(String::new(), |text, line| text + line + "\n")
}

fn agrees(name: &str, arguments: &[&str], session: &Path) {
    golden::agree(&format!("tests/sample_papers/{name}.txt"), &paper(arguments, session));
}

#[test]
fn the_budget_evening_and_its_papers() {
    let (_folder, session) = recorded("exemple-budget");
    let sealed = run(&["sceau"], &[&session]);
    assert!(sealed.contains("25 résultats sont comptés une seconde fois"), "{sealed}");
    agrees("budget-proces-verbal", &[], &session);
    agrees("budget-liste", &["--document", "liste"], &session);
    for report in ["06", "08", "09", "12", "22"] {
        agrees(&format!("budget-{report}"), &["--document", "deliberation", "--rapport", report], &session);
    }
}

#[test]
fn the_metropole_and_its_papers() {
    let (_folder, session) = recorded("exemple-metropole");
    let sealed = run(&["sceau"], &[&session]);
    assert!(sealed.contains("12 résultats sont comptés une seconde fois"), "{sealed}");
    agrees("metropole-liste", &["--document", "liste"], &session);
    agrees("metropole-09", &["--document", "deliberation", "--rapport", "09"], &session);
}
