//! Who may read and write what an evening leaves: the record and the notes are its owner's, the papers are public.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use portable_pty::CommandBuilder;

use crate::{evening, in_terminal, leave, said, vote};

const BINARY: &str = env!("CARGO_BIN_EXE_hemicycle");

/// The permissions of everything below a folder, by its path there.
fn modes(folder: &Path) -> BTreeMap<PathBuf, u32> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop() {
        for entry in fs::read_dir(here).unwrap() {
            let path = entry.unwrap().path();
            let mode = fs::symlink_metadata(&path).unwrap().permissions().mode() & 0o777;
            found.insert(path.strip_prefix(folder).unwrap().to_owned(), mode);
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    found
}

/// An evening with a vote, notes and the public display, and all its papers, under that `umask`; what stands there then.
fn evening_under(umask: &str) -> (tempfile::TempDir, BTreeMap<PathBuf, u32>) {
    let (folder, path) = evening();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "umask $1; exec \"$2\" ouvrir \"$3\"", "sh", umask, BINARY]);
    command.arg(path.as_os_str());
    let mut terminal = in_terminal(folder.path(), command);
    vote(&mut terminal);
    terminal.type_keys("\x1bOQ");
    terminal.wait_for("Notes");
    terminal.type_keys("La salle est froide.");
    terminal.wait_for("La salle est froide.");
    terminal.wait_for("notes enregistrées");
    terminal.type_keys("\x1b");
    terminal.wait_for("F2 notes");
    terminal.type_keys("\x05");
    terminal.wait_for("Le public suit la séance");
    terminal.type_keys(",");
    terminal.wait_for("ÉCRAN PUBLIC EFFACÉ");
    leave(&mut terminal);
    let script = "umask $1; \"$2\" pv soir.ron -o pv.txt && \"$2\" pv soir.ron --tout --format txt -o papiers && \
                  chmod 640 pv.txt && \"$2\" pv soir.ron -o pv.txt --force";
    let output = Command::new("sh").args(["-c", script, "sh", umask, BINARY]).current_dir(folder.path()).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let modes = modes(folder.path());
    (folder, modes)
}

#[test]
fn case_57_and_67_whatever_the_umask_the_record_is_its_owner_s_and_the_papers_are_public() {
    for umask in ["000", "022", "077"] {
        let (folder, modes) = evening_under(umask);
        let mode = |name: &str| modes.get(Path::new(name)).copied().unwrap_or_else(|| panic!("{name}: {modes:?}"));
        for name in ["soir.journal", "soir.lock", "soir.affichage", "soir.notes/02.md"] {
            assert_eq!(mode(name), 0o600, "umask {umask}: {name}");
        }
        assert_eq!((mode("soir.notes"), mode("papiers")), (0o700, 0o700), "umask {umask}");
        assert_eq!(mode("pv.txt"), 0o640, "umask {umask}: the permissions of what is replaced are kept");
        let papers: Vec<u32> = modes
            .iter()
            .filter(|(path, _)| path.parent() == Some(Path::new("papiers")))
            .map(|(_, mode)| *mode)
            .collect();
        assert!(papers.len() > 3 && papers.iter().all(|mode| *mode == 0o644), "umask {umask}: {modes:?}");
        let own: Vec<(&PathBuf, u32)> = modes
            .iter()
            .filter(|(path, _)| path.starts_with("state/hemicycle"))
            .map(|(path, mode)| (path, *mode))
            .collect();
        for (path, mode) in &own {
            let is_mark = path.ends_with("bienvenue");
            let wanted = if folder.path().join(path).is_dir() { 0o700 } else { 0o600 };
            assert!(is_mark || *mode == wanted, "umask {umask}: {} is {mode:o}", path.display());
        }
        assert!(own.iter().any(|(path, _)| path.ends_with("soir.journal")), "no second copy: {own:?}");
        let clerk_s = fs::metadata(folder.path()).unwrap().permissions().mode() & 0o777;
        assert_eq!(clerk_s, 0o755, "the clerk's folder is hers");
    }
}

#[test]
fn case_67_what_a_crash_cut_short_and_what_follows_the_close_are_its_owner_s_too() {
    let (folder, path) = evening();
    let course = folder.path().join("deroule.ron");
    fs::write(&course, "[Ouvrir(heure: \"18 h 05\")]").unwrap();
    let recorded = crate::run(folder.path(), &["saisir", "soir.ron", "deroule.ron"]);
    assert!(recorded.status.success(), "{}", said(&recorded));
    let journal = path.with_extension("journal");
    let mut bytes = fs::read(&journal).unwrap();
    bytes.extend_from_slice(b"0123456789");
    fs::write(&journal, bytes).unwrap();
    let mut terminal = crate::start(folder.path(), &[&path]);
    terminal.wait_for("La séance reprend");
    // One thing is said a key.
    terminal.type_keys("\x1b[B");
    terminal.wait_for("coupée en cours d\u{2019}écriture");
    leave(&mut terminal);
    let modes = modes(folder.path());
    let torn: Vec<_> = modes.iter().filter(|(path, _)| path.to_string_lossy().contains("torn")).collect();
    assert!(!torn.is_empty() && torn.iter().all(|(_, mode)| **mode == 0o600), "{modes:?}");
}

#[test]
fn case_67_a_journal_that_was_opened_up_to_others_is_said_at_the_next_opening() {
    let (folder, path) = evening();
    let mut first = crate::start(folder.path(), &[&path]);
    vote(&mut first);
    leave(&mut first);
    fs::set_permissions(path.with_extension("journal"), fs::Permissions::from_mode(0o644)).unwrap();
    let mut second = crate::start(folder.path(), &[&path]);
    second.wait_for("La séance reprend");
    second.type_keys("\x1b");
    second.wait_for("peuvent lire la séance");
    leave(&mut second);
    let mode = fs::metadata(path.with_extension("journal")).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o644, "what she opened up is hers to close");
}
