//! The session file is the clerk's: whatever is done with it, its bytes, its dates and its place on the disk stay.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::{evening, leave, run, said, start, vote};

/// Which file it is, when it was last written, and what it holds.
fn stamp(path: &Path) -> (u64, i64, i64, u32, Vec<u8>) {
    let metadata = fs::metadata(path).expect("it is there");
    (metadata.ino(), metadata.mtime(), metadata.mtime_nsec(), metadata.mode(), fs::read(path).expect("its bytes"))
}

#[test]
fn case_50_no_verb_and_no_evening_touches_the_session_file() {
    let (folder, path) = evening();
    // As a clerk leaves it: remarks, blank lines, tabs, Windows lines, no end of the last line.
    let written =
        fs::read_to_string(&path).unwrap().replace("    membres: [", "\t/* les élus */\r\n\r\n    membres: [\t");
    fs::write(&path, written.trim_end()).unwrap();
    let before = stamp(&path);
    let mut terminal = start(folder.path(), &[&path]);
    vote(&mut terminal);
    leave(&mut terminal);
    assert_eq!(stamp(&path), before, "an evening");
    let course: PathBuf = folder.path().join("deroule.ron");
    fs::write(&course, "[Ouvrir(heure: \"18 h 05\")]").unwrap();
    let name = "soir.ron";
    for arguments in [
        vec!["verifier", name],
        vec!["sceau", name],
        vec!["pv", name],
        vec!["pv", name, "-o", "pv.pdf"],
        vec!["pv", name, "--tout", "-o", "papiers"],
        vec!["registre", name, "-o", "an.txt"],
        vec!["exporter", name],
        vec!["saisir", name, "deroule.ron"],
        // What is asked to be written over it is refused, whatever is said.
        vec!["pv", name, "-o", name, "--force"],
        vec!["exporter", name, "-o", name, "--force"],
        vec!["registre", name, "-o", name, "--force"],
    ] {
        let output = run(folder.path(), &arguments);
        assert_eq!(stamp(&path), before, "{arguments:?}: {}", said(&output));
    }
    let mut again = start(folder.path(), &[Path::new("revoir"), &path]);
    again.wait_for("REV");
    leave(&mut again);
    assert_eq!(stamp(&path), before, "seen again");
    assert!(fs::exists(folder.path().join("soir.journal")).unwrap());
}
