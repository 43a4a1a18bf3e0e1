//! The real program in a terminal, killed while ballots are read: nothing of them is on the disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use portable_pty::CommandBuilder;

use crate::is_of_kind;
use crate::terminal::Terminal;
use crate::unanimous::files;

fn begin(folder: &Path) -> Terminal {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/2026-03-22-installation.ron");
    if !folder.join("soir.ron").exists() {
        fs::copy(sample, folder.join("soir.ron")).expect("copied");
        fs::create_dir_all(folder.join("state/hemicycle")).expect("a folder");
        fs::write(folder.join("state/hemicycle/bienvenue"), "").expect("the mark");
    }
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.args(["ouvrir", "soir.ron"]);
    command.cwd(folder);
    command.env("XDG_STATE_HOME", folder.join("state"));
    command.env("XDG_CONFIG_HOME", folder.join("config"));
    Terminal::run_with_its_memory(command, 120, 40)
}

/// The files, without those whose bytes are of the process itself.
fn kept(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().filter(|(name, _)| !is_of_kind(name, "lock")).collect()
}

#[test]
fn case_62_and_64_killed_in_the_middle_of_a_count_the_program_leaves_nothing_of_it_anywhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = begin(folder.path());
    terminal.wait_for("Appel des");
    terminal.type_keys("\r");
    terminal.wait_for("ouverte");
    terminal.type_keys("\r");
    terminal.wait_for("margement");
    let before = kept(folder.path());
    // Two who did not sign, one of them marked by mistake.
    terminal.type_keys("vaud,");
    terminal.wait_for("VAUDRANGE");
    terminal.type_keys("flav,");
    terminal.wait_for("FLAVIGNET");
    terminal.type_keys("flav!");
    terminal.read_for(std::time::Duration::from_millis(400));
    assert!(kept(folder.path()) == before, "who signs is in memory alone");
    terminal.type_keys("\r");
    terminal.wait_for("bulletins");
    // Enter is held for a moment behind what was recorded.
    terminal.type_keys("\r");
    while !terminal.shows_within("Lisez-les", std::time::Duration::from_millis(500)) {
        terminal.type_keys("\r");
    }
    let closed = kept(folder.path());
    assert_ne!(closed, before, "the closing is on the disk");
    terminal.type_keys("aba;a:");
    terminal.wait_until("ballots read", |screen| screen.contains("6 bulletins lus"));
    // Bit by bit the kinds of pages that a dump of the memory would hold: none.
    if let Ok(kinds) = fs::read_to_string(format!("/proc/{}/coredump_filter", terminal.process_id())) {
        assert_eq!(u32::from_str_radix(kinds.trim(), 16), Ok(0), "{kinds}");
    }
    terminal.signal("KILL");
    terminal.wait_end();
    let after = kept(folder.path());
    let changed: Vec<&String> =
        after.iter().filter(|(name, bytes)| closed.get(*name) != Some(bytes)).map(|it| it.0).collect();
    assert_eq!(changed, Vec::<&String>::new(), "nothing is written while ballots are read");
    for (name, bytes) in &after {
        let text = String::from_utf8_lossy(bytes);
        let lines = text.lines().filter(|line| !line.contains("\"seance\":"));
        assert!(!lines.into_iter().any(|line| line.contains("\"bulletins\"")) || is_of_kind(name, "ron"), "{name}");
    }
    // Opened again: the urn is closed, and its ballots are read from the first.
    let mut again = begin(folder.path());
    again.wait_for("17 ");
    let screen = again.screen();
    assert!(!screen.contains("6 bulletins lus"), "{screen}");
    again.type_keys("\x11");
    again.wait_end();
}
