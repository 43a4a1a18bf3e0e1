//! `NAME.affichage` lies beside a session file, whole or broken, and no verb but `projeter` knows of it.

use std::fs;
use std::path::Path;

use crate::{evening_called, files, run};

/// How a verb ended, and what it said.
type Answer = (Option<i32>, String);
/// A paper: its name, its bytes.
type Written = (String, Vec<u8>);

/// What the verbs say and write of a recorded evening beside which that file lies, if one does.
fn said(affichage: Option<&str>) -> (Vec<Answer>, Vec<Written>) {
    let (folder, path) = evening_called("soir.ron");
    let course = folder.path().join("cours.ron");
    fs::write(&course, "[Ouvrir(heure: \"18 h 05\")]").unwrap();
    assert!(run(folder.path(), &[Path::new("saisir"), &path, &course]).status.success());
    fs::remove_file(course).unwrap();
    if let Some(bytes) = affichage {
        fs::write(path.with_extension("affichage"), bytes).unwrap();
    }
    let verbs: [&[&str]; 8] = [
        &["verifier", "soir.ron"],
        &["sceau", "soir.ron"],
        &["sceau", "soir.journal"],
        &["pv", "soir.ron"],
        &["pv", "--tout", "soir.ron"],
        &["exporter", "soir.ron"],
        &["registre", "soir.ron"],
        &[],
    ];
    let mut answers = Vec::new();
    for arguments in verbs {
        let arguments: Vec<&Path> = arguments.iter().map(Path::new).collect();
        let output = run(folder.path(), &arguments);
        let mut said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        // The hour of the seal, the clock of the typing and how far the writing had come are not of this file.
        said.retain(|character| !character.is_ascii_digit());
        let said = said.lines().filter(|line| {
            !line.starts_with("Papiers :")
                && !line.contains("Tête")
                && !line.contains("tête")
                && !line.contains("empreinte")
        });
        answers.push((output.status.code(), said.collect::<Vec<_>>().join("\n")));
    }
    let papers = files(folder.path())
        .into_iter()
        .filter(|(path, _)| path.extension().is_some_and(|end| end == "txt" || end == "odt"))
        .map(|(path, bytes)| (path.strip_prefix(folder.path()).unwrap().display().to_string(), bytes))
        .collect();
    (answers, papers)
}

#[test]
fn no_other_verb_minds_the_file_of_the_display_whatever_it_holds() {
    let without = said(None);
    // The sitting is open: the seal says so, with a code of its own.
    let codes: Vec<Option<i32>> = without.0.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, [0, 3, 3, 0, 0, 0, 0, 0].map(Some), "{:?}", without.0);
    for bytes in ["{\"affichage\":1,\"montre\":\"suivre\"}\n", "{\"affichage\":9", "", "\u{1b}[2J\u{0}"] {
        assert_eq!(said(Some(bytes)), without, "{bytes:?}");
    }
}

#[test]
fn git_is_told_of_everything_that_a_seance_leaves_beside_its_file() {
    let ignored = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/.gitignore")).unwrap();
    for ending in ["journal", "suites", "lock", "affichage", "papiers/"] {
        assert!(ignored.lines().any(|line| line == format!("*.{ending}")), "{ending}");
    }
}
