//! What an evening leaves behind, and what it must never: nothing of a vote but in the record and its copy, and of a vote
//! without names no name beside a choice. Secret ballots rest on it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;

use crate::skip::skip;
use crate::{evening, in_terminal, is_intact, leave, run, said, start, vote};

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// The surnames of the small evening, as they are written, and as they are in an identity.
fn surnames() -> Vec<String> {
    let source = crate::small_evening();
    let surname = |line: &str| Some(line.split_once("(nom: \"")?.1.split_once('"')?.0.to_owned());
    let surnames: Vec<String> = source.lines().filter_map(surname).collect();
    assert_eq!(surnames.len(), 11);
    surnames
}

/// Whether somebody is named there.
fn names_somebody(text: &str) -> bool {
    let text = text.to_lowercase();
    surnames().iter().any(|surname| text.contains(&surname.to_lowercase()))
}

/// An evening whose one vote was taken in figures, closed, with all its papers and its export.
fn evening_in_figures() -> (tempfile::TempDir, PathBuf) {
    let (folder, path) = evening();
    let course = "[Ouvrir(heure: \"18:05\"), Rapport(numero: \"01\"), Chiffres(rapport: \"01\", pour: 8, contre: 3), \
                  Proclamer(rapport: \"01\", heure: \"18:20\"), Lever(heure: \"20:00\")]";
    fs::write(folder.path().join("deroule.ron"), course).unwrap();
    for arguments in [
        &["saisir", "soir.ron", "deroule.ron"][..],
        &["pv", "soir.ron", "--tout", "--format", "txt,md,html", "-o", "papiers"],
        &["exporter", "soir.ron", "-o", "papiers/export.json"],
    ] {
        let output = run(folder.path(), arguments);
        assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    }
    (folder, path)
}

#[test]
fn case_61_and_62_the_record_of_a_vote_in_figures_is_its_figures_and_names_nobody() {
    let (_folder, path) = evening_in_figures();
    let journal = fs::read_to_string(path.with_extension("journal")).unwrap();
    let lines: Vec<&str> = journal.lines().collect();
    let place = lines.iter().position(|line| line.contains("\"pour\":8")).expect("the figures");
    for line in &lines[place..] {
        assert!(!names_somebody(line), "{line}");
    }
    // No record of its course: from the report's opening to its result there are the figures and nothing else.
    let counted = lines.iter().filter(|line| line.contains("\"contre\":")).count();
    assert!((1..=2).contains(&counted), "{lines:#?}");
}

#[test]
fn case_66_no_file_of_an_evening_in_figures_holds_a_name_beside_a_choice() {
    let (folder, path) = evening_in_figures();
    let mut looked_at = 0;
    for file in files(folder.path()) {
        if file == path || file.extension().is_some_and(|end| end == "lock" || end == "sha256") {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap_or_else(|_| panic!("{} is a text", file.display()));
        for line in text.lines() {
            // The first line of the journal holds the session file, where everybody is named and nobody votes.
            let is_a_choice = ["contre", "abstention"].iter().any(|choice| line.to_lowercase().contains(choice));
            let is_the_first = line.contains("\"seance\":");
            looked_at += usize::from(is_a_choice);
            assert!(is_the_first || !is_a_choice || !names_somebody(line), "{}: {line}", file.display());
        }
    }
    assert!(looked_at > 3, "nothing was looked at");
}

/// What [`case_64_a_panic_says_where_and_nothing_of_what_was_voted`] starts.
#[test]
#[ignore = "it is the process that panics"]
fn panicking_process() {
    hemicycle::desk::give_back_on_panic();
    let voice = String::from("AUBRY Paul : contre");
    let _ = std::thread::spawn(move || panic!("on purpose: {voice}")).join();
    unreachable!("a panic ends the program from whichever thread");
}

#[test]
fn case_64_a_panic_says_where_and_nothing_of_what_was_voted() {
    let (folder, _path) = evening();
    let mut itself = CommandBuilder::new(std::env::current_exe().expect("this test"));
    itself.args(["--ignored", "--exact", "--nocapture", "traces::panicking_process"]);
    let mut terminal = in_terminal(folder.path(), itself);
    assert_eq!(terminal.wait_end().exit_code(), 101);
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    assert!(written.contains("Erreur du programme (tests/faults_of_files/traces.rs:"), "{written}");
    assert!(!written.contains("AUBRY") && !written.contains("contre"), "{written}");
}

#[test]
fn case_64_nothing_of_a_vote_is_in_the_title_on_standard_error_or_in_what_the_terminal_keeps() {
    for ending in ["\x11", "TERM", "KILL"] {
        let (folder, path) = evening();
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", "exec \"$1\" ouvrir \"$2\" 2>erreurs", "sh", env!("CARGO_BIN_EXE_hemicycle")]);
        command.arg(path.as_os_str());
        let mut terminal = in_terminal(folder.path(), command);
        vote(&mut terminal);
        if ending == "\x11" {
            leave(&mut terminal);
        } else {
            terminal.signal(ending);
            terminal.wait_end();
        }
        assert_eq!(fs::read_to_string(folder.path().join("erreurs")).unwrap(), "", "{ending:?}");
        let written = String::from_utf8_lossy(&terminal.written).into_owned();
        assert!(!written.contains("\u{1b}]"), "no title is ever set");
        // All of it stands on the alternate screen, of which nothing is kept.
        let first = written.find("\u{1b}[?1049h").expect("the alternate screen");
        assert!(!names_somebody(&written[..first]));
        let after = written.rfind("\u{1b}[?1049l").map_or("", |at| &written[at..]);
        assert!(!names_somebody(after), "{ending:?}: {after:?}");
    }
}

#[test]
fn case_64_an_evening_writes_to_the_record_and_its_copy_and_leaves_no_other_file_anywhere() {
    let tried = Command::new("strace").arg("-V").stdout(Stdio::null()).status();
    if !tried.is_ok_and(|status| status.success()) {
        skip("strace is not installed");
        return;
    }
    let (folder, path) = evening();
    let log = tempfile::NamedTempFile::new().unwrap();
    let mut command = CommandBuilder::new("strace");
    command.args(["-f", "-qq", "-e", "signal=none", "-e", "trace=open,openat,creat", "-o"]);
    command.arg(log.path().as_os_str());
    command.args([env!("CARGO_BIN_EXE_hemicycle"), "ouvrir", "soir.ron"]);
    let mut terminal = in_terminal(folder.path(), command);
    vote(&mut terminal);
    leave(&mut terminal);
    let calls = fs::read_to_string(log.path()).unwrap();
    let written = |line: &&str| ["O_WRONLY", "O_RDWR", "O_CREAT"].iter().any(|flag| line.contains(flag));
    let opened: BTreeSet<&str> = calls
        .lines()
        .filter(written)
        .filter(|line| !line.contains("= -1"))
        .filter_map(|line| line.split('"').nth(1))
        .collect();
    assert!(opened.len() > 3, "{calls}");
    for file in &opened {
        let is_known = file.starts_with("/dev/")
            // Where the program says what a dump of its memory holds: nothing.
            || ["soir.journal", "soir.lock", "/proc/self/coredump_filter"].contains(file)
            || Path::new(file).starts_with(folder.path().join("state/hemicycle"));
        assert!(is_known, "{file} was opened to be written: {opened:#?}");
    }
    // Of what was opened for a moment nothing is left.
    let left: Vec<PathBuf> = files(folder.path()).into_iter().filter(|path| is_unfinished(path)).collect();
    assert!(left.is_empty(), "{left:?}");
    assert!(fs::exists(path.with_extension("journal")).unwrap());
}

#[test]
fn case_64_a_dump_of_the_memory_would_hold_none_of_it() {
    let (folder, path) = evening();
    let mut terminal = start(folder.path(), &[&path]);
    vote(&mut terminal);
    let process = PathBuf::from(format!("/proc/{}", terminal.process_id()));
    match fs::read_to_string(process.join("coredump_filter")) {
        // Bit by bit the kinds of pages that are dumped: none.
        Ok(kinds) => assert_eq!(u32::from_str_radix(kinds.trim(), 16), Ok(0), "{kinds}"),
        Err(_) => skip("this system has no coredump_filter"),
    }
    leave(&mut terminal);
}

fn is_unfinished(path: &Path) -> bool {
    path.to_string_lossy().contains(".hemicycle-") || path.extension().is_some_and(|end| end == "tmp")
}

#[test]
fn case_64_killed_at_once_the_program_leaves_no_copy_of_a_vote_but_in_the_record_and_its_second_copy() {
    let (folder, path) = evening();
    let mut terminal = start(folder.path(), &[&path]);
    vote(&mut terminal);
    terminal.signal("KILL");
    terminal.wait_end();
    for file in files(folder.path()).into_iter().filter(|file| *file != path) {
        let holds = String::from_utf8_lossy(&fs::read(&file).unwrap()).contains("aubry");
        let may = file.extension().is_some_and(|end| end == "journal");
        let is_the_file = file.file_name() == path.file_name();
        assert!(!holds || may || is_the_file, "{}", file.display());
    }
    assert!(is_intact(folder.path(), &path));
}
