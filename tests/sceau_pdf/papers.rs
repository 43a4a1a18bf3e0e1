//! A *procès-verbal* in PDF that proves itself, and what is done to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process;

use assert_cmd::Command;

use super::skip::skip;

/// The evening of the made-up commune on a disk, and its minutes.
pub struct Evening(tempfile::TempDir, &'static str);

impl Evening {
    /// Held, closed, its minutes written as `PV.pdf`.
    pub fn held() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
        fs::create_dir(folder.path().join("exemple-commune")).expect("a folder");
        for name in ["", "/03-budget-primitif.md", "/07-dispositif.md", "/07-tarifs.md"] {
            let name = if name.is_empty() { "exemple-commune.ron".into() } else { format!("exemple-commune{name}") };
            fs::copy(sessions.join(&name), folder.path().join(&name)).expect("copied");
        }
        fs::copy(sessions.join("deroules/exemple-commune.ron"), folder.path().join("d.ron")).expect("copied");
        Self(folder, "exemple-commune.ron").told()
    }

    /// The installation of the made-up council, in the same way, without the voice said aloud in a vote that went on by
    /// secret ballot: its minutes enclose their journal.
    pub fn of_an_installation() -> Self {
        let (evening, name) = Self::begun_of_an_installation();
        let course = fs::read_to_string(evening.path().join("d.ron")).expect("the course");
        let silent = course.replace("    Voix(rapport: \"05\", contre: [\"HOCHEDEAU Alain\"]),\n", "");
        assert_ne!(silent, course);
        fs::write(evening.path().join("d.ron"), silent).expect("written");
        Self(evening, name).told()
    }

    /// The same with that voice.
    pub fn of_an_installation_with_a_voided_voice() -> Self {
        let (evening, name) = Self::begun_of_an_installation();
        Self(evening, name).told()
    }

    fn begun_of_an_installation() -> (tempfile::TempDir, &'static str) {
        const NAME: &str = "2026-03-22-installation.ron";
        let folder = tempfile::tempdir().expect("a folder");
        let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
        fs::copy(sessions.join(NAME), folder.path().join(NAME)).expect("copied");
        fs::copy(sessions.join("deroules").join(NAME), folder.path().join("d.ron")).expect("copied");
        (folder, NAME)
    }

    /// Its course typed in, and its minutes written.
    fn told(self) -> Self {
        for command in [&["saisir", self.1, "d.ron"][..], &["pv", self.1, "--format", "pdf", "-o", "PV.pdf"]] {
            let (code, said) = self.run(command);
            assert_eq!(code, Some(0), "{said}");
        }
        self
    }

    /// The path of its session file.
    pub fn session(&self) -> PathBuf {
        self.path(self.1)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn minutes(&self) -> Vec<u8> {
        fs::read(self.path("PV.pdf")).expect("the minutes")
    }

    /// How the program ended, and all that it said.
    pub fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::cargo_bin("hemicycle").expect("built");
        let output = command.args(arguments).current_dir(self.0.path()).output().expect("run");
        (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).expect("text"))
    }

    /// What the seal says of these bytes.
    pub fn sealed(&self, bytes: &[u8]) -> (Option<i32>, String) {
        fs::write(self.path("autre.pdf"), bytes).expect("written");
        self.run(&["sceau", "autre.pdf"])
    }

    /// What the seal says of the minutes once qpdf wrote them anew; nothing if there is no qpdf.
    pub fn rewritten(&self, options: &[&str]) -> Option<Vec<u8>> {
        let mut qpdf = process::Command::new("qpdf");
        qpdf.args(options).args(["PV.pdf", "qpdf.pdf"]).current_dir(self.0.path());
        match qpdf.status() {
            Err(_) => {
                skip("qpdf is not there");
                None
            }
            Ok(status) => {
                assert!(status.success(), "{options:?}");
                Some(fs::read(self.path("qpdf.pdf")).expect("rewritten"))
            }
        }
    }
}

#[test]
fn case_72_minutes_say_that_they_are_what_their_journal_gives_wherever_they_are() {
    let evening = Evening::held();
    let elsewhere = tempfile::tempdir().expect("a folder");
    fs::write(elsewhere.path().join("recu"), evening.minutes()).expect("written");
    let mut command = Command::cargo_bin("hemicycle").expect("built");
    let output = command.args(["sceau", "recu"]).current_dir(elsewhere.path()).output().expect("run");
    let said = String::from_utf8(output.stdout).expect("text");
    assert!(output.status.success(), "{said}");
    let first = said.lines().next().expect("a sentence");
    assert!(
        first.starts_with("Ce document dit ce que donne le journal qu’il contient : 8 résultats sont comptés"),
        "{said}"
    );
    let (_, of_the_record) = evening.run(&["sceau", "exemple-commune.ron"]);
    let head = of_the_record.lines().find(|line| line.starts_with("Tête entière")).expect("a head");
    assert!(said.contains(head), "{said}");
    assert!(!said.contains("octet"), "nothing to remark: {said}");
    assert_eq!(fs::read_dir(elsewhere.path()).expect("a folder").count(), 1, "reading writes nothing");
}

#[test]
fn minutes_rewritten_by_another_program_still_prove_themselves_and_that_is_said() {
    let evening = Evening::held();
    for options in [&["--object-streams=generate"][..], &["--linearize"], &["--qdf"], &["--compress-streams=n"]] {
        let Some(bytes) = evening.rewritten(options) else { return };
        let (code, said) = evening.sealed(&bytes);
        assert_eq!(code, Some(0), "{options:?}: {said}");
        assert!(said.contains("n’est pas, octet pour octet"), "{options:?}: {said}");
    }
}

#[test]
fn minutes_in_the_sentences_of_the_assembly_prove_themselves_with_them() {
    let evening = Evening::held();
    let phrases = "(formules: (unanimite: \"sans une voix de moins\"))";
    fs::write(evening.path("formules.ron"), phrases).expect("written");
    let (code, said) = evening.run(&["pv", "exemple-commune.ron", "--format", "pdf", "--force", "-o", "PV.pdf"]);
    assert_eq!(code, Some(0), "{said}");
    fs::remove_file(evening.path("formules.ron")).expect("removed");
    let (code, said) = evening.run(&["sceau", "PV.pdf"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("formules.ron, joint : le journal ne les scelle pas"), "{said}");
}

#[test]
fn minutes_in_the_look_of_the_assembly_prove_themselves_to_the_byte_with_its_letterhead_and_its_logo() {
    let evening = Evening::held();
    let look = r##"(entete: ["Mairie d’Essai"], couleur: "#1a3c6e", logo: (fichier: "blason.png", hauteur: 20, texte: "Blason"))"##;
    fs::write(evening.path("charte.ron"), look).expect("written");
    let logo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_charters/blason.png");
    fs::copy(logo, evening.path("blason.png")).expect("copied");
    let (code, said) = evening.run(&["pv", "exemple-commune.ron", "--format", "pdf", "--force", "-o", "PV.pdf"]);
    assert_eq!(code, Some(0), "{said}");
    for name in ["charte.ron", "blason.png"] {
        fs::remove_file(evening.path(name)).expect("removed");
    }
    let (code, said) = evening.run(&["sceau", "PV.pdf"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!said.contains("octet pour octet"), "{said}");
    assert!(said.contains("« Mairie d’Essai » vient de charte.ron"), "{said}");
}

#[test]
fn the_record_of_a_counting_is_asked_for_by_its_report_and_a_record_by_name_of_a_secret_ballot_is_refused() {
    let evening = Evening::of_an_installation();
    let asked = |document: &str, report: &str| {
        evening.run(&["pv", "2026-03-22-installation.ron", "--document", document, "--rapport", report])
    };
    let (code, said) = asked("dépouillement", "01");
    assert_eq!((code, said.trim_start().starts_with("Procès-verbal de dépouillement")), (Some(0), true), "{said}");
    let (code, said) = asked("depouillement", "02");
    assert_eq!(
        (code, said.contains("Aucun scrutin secret n’est tenu sur le rapport n° 02")),
        (Some(2), true),
        "{said}"
    );
    let (code, said) = asked("releve", "05");
    assert_eq!((code, said.contains("aucun nom n’est relevé")), (Some(2), true), "{said}");
    let (code, said) = evening.run(&["pv", "2026-03-22-installation.ron", "--document", "depouillement"]);
    assert_eq!((code, said.matches("liste d’émargement").count()), (Some(0), 4), "{said}");
}

#[test]
fn case_65_minutes_in_pdf_enclose_no_journal_that_keeps_a_voided_voice_and_that_is_said() {
    let enclosed = |evening: &Evening| hemicycle::exchange::pdf::read(&evening.minutes()).expect("read").enclosed;
    let evening = Evening::of_an_installation_with_a_voided_voice();
    assert_eq!(enclosed(&evening), vec![], "who said what aloud is not in a paper that is published");
    let name = "2026-03-22-installation.ron";
    for asked in [&["pv", name, "--format", "pdf", "-o", "2.pdf"][..], &["pv", name, "--tout", "-o", "papiers"]] {
        let (code, said) = evening.run(asked);
        assert_eq!((code, said.matches("ne contient pas le journal").count()), (Some(0), 1), "{said}");
    }
    let (code, said) = evening.run(&["sceau", "PV.pdf"]);
    assert_eq!((code, said.contains("ne contient pas de journal")), (Some(2), true), "{said}");
    assert_eq!(evening.run(&["sceau", name]).0, Some(0), "the record proves itself");
    // Nobody said anything aloud: there is nothing to keep back.
    let silent = Evening::of_an_installation();
    assert!(enclosed(&silent).len() > 2);
    let (_, said) = silent.run(&["pv", name, "--format", "pdf", "-o", "2.pdf"]);
    assert!(!said.contains("ne contient pas"), "{said}");
}
