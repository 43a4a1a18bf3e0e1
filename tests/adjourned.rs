//! A sitting that is adjourned for want of a quorum has ended, like one that is closed: for the journal and for every verb.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

const SESSION: &str = include_str!("courses/main_session.ron");

const ADJOURNED: &str = r#"[
    Presence(membre: "AUBRY Paul", etat: Absent),
    Presence(membre: "MOREL Anne", etat: Absent),
    Presence(membre: "MOREL Denis", etat: Absent),
    Ajourner(heure: "18:30"),
]"#;

struct Folder(tempfile::TempDir);

impl Folder {
    /// A sitting that was adjourned.
    fn adjourned() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        fs::write(folder.path("s.ron"), SESSION).expect("written");
        assert_eq!(folder.record(ADJOURNED).0, Some(0));
        folder
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        Path::new(self.0.path()).join(name)
    }

    /// How the program ended, and all that it said.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::cargo_bin("hemicycle").expect("built");
        let output = command.args(arguments).current_dir(self.0.path()).output().expect("run");
        (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).expect("text"))
    }

    fn record(&self, course: &str) -> (Option<i32>, String) {
        fs::write(self.path("d.ron"), course).expect("written");
        self.run(&["saisir", "--suite", "s.ron", "d.ron"])
    }
}

#[test]
fn the_journal_ends_there_and_a_mended_hour_goes_to_what_follows_and_is_read_back() {
    let folder = Folder::adjourned();
    let journal = fs::read(folder.path("s.journal")).expect("a journal");
    let (code, said) = folder.record(r#"[Heure(de: Cloture, heure: "18:31")]"#);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(fs::read(folder.path("s.journal")).expect("a journal"), journal);
    assert_eq!(fs::read_to_string(folder.path("s.suites")).expect("what follows").lines().count(), 2);
    let (code, minutes) = folder.run(&["pv", "s.ron"]);
    assert!(code == Some(0) && minutes.contains("18\u{a0}h\u{a0}31"), "{minutes}");
    let (_, json) = folder.run(&["exporter", "s.ron"]);
    assert!(json.contains(r#""etat": "Ajournee""#), "{json}");
}

#[test]
fn the_seal_says_that_the_journal_is_complete_and_does_not_say_that_the_sitting_was_closed() {
    let (code, said) = Folder::adjourned().run(&["sceau", "s.ron"]);
    assert!(code == Some(0) && said.contains("le journal est complet") && !said.contains("levée"), "{said}");
}

#[test]
fn nothing_else_happens_in_it() {
    let folder = Folder::adjourned();
    for step in ["Ouvrir", "Lever", r#"Rapport(numero: "05")"#, r#"Presence(membre: "AUBRY Paul", etat: Present)"#] {
        let (code, said) = folder.record(&format!("[{step}]"));
        assert!(code == Some(1) && said.contains("E005") && !said.contains("levée"), "{step}: {said}");
    }
    assert!(!folder.path("s.suites").exists());
}

#[test]
fn its_journal_takes_no_line_behind_it() {
    let folder = Folder::adjourned();
    let journal = fs::read_to_string(folder.path("s.journal")).expect("a journal");
    let last = journal.lines().last().expect("a line");
    let twice = format!("{journal}{}\n", resealed(last));
    fs::write(folder.path("s.journal"), twice).expect("written");
    let (code, said) = folder.run(&["sceau", "s.ron"]);
    assert!(code == Some(1) && said.contains("la ligne 5 vient après la fin de la séance"), "{said}");
}

/// That line once more, numbered and sealed to follow itself.
fn resealed(line: &str) -> String {
    use hemicycle::store::chain::Seal;
    let (seal, json) = line.split_once(' ').expect("a seal");
    let json = json.replace(r#"{"n":4,"#, r#"{"n":5,"#);
    let seal = Seal::try_from(seal.as_bytes()).expect("a seal");
    format!("{} {json}", seal.then(json.as_bytes()))
}
