//! What is made of a record is the same bytes wherever it is made, and what it says can be checked anywhere from its files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use hemicycle::exchange::pdf;
use hemicycle::store::chain::Seal;
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::seal::{Verdict, verify};

const NAME: &str = "exemple-commune";

/// A machine: a folder, and all that a program can ask of its surroundings.
struct Machine {
    home: tempfile::TempDir,
    folder: &'static str,
    surroundings: [(&'static str, &'static str); 7],
}

impl Machine {
    fn of_the_town_hall() -> Self {
        Self {
            home: tempfile::tempdir().expect("a folder"),
            folder: "seances/2025",
            surroundings: [
                ("TZ", "Europe/Paris"),
                ("LANG", "fr_FR.UTF-8"),
                ("LC_ALL", ""),
                ("USER", "secretariat"),
                ("LOGNAME", "secretariat"),
                ("HOSTNAME", "mairie-01"),
                ("TERM", "xterm-256color"),
            ],
        }
    }

    fn of_a_stranger() -> Self {
        Self {
            home: tempfile::tempdir().expect("a folder"),
            folder: "Téléchargements/reçu d’une mairie",
            surroundings: [
                ("TZ", "Pacific/Auckland"),
                ("LANG", "tr_TR.UTF-8"),
                ("LC_ALL", "C"),
                ("USER", "root"),
                ("LOGNAME", "nobody"),
                ("HOSTNAME", "elsewhere"),
                ("TERM", "dumb"),
            ],
        }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.home.path().join(self.folder).join(name)
    }

    /// How the program ended, and all that it said.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        fs::create_dir_all(self.at("")).expect("a folder");
        let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
        command.args(arguments).current_dir(self.at("")).env_clear().envs(self.surroundings);
        let output = command.env("HOME", self.home.path()).output().expect("it runs");
        (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).expect("text"))
    }

    /// The evening of the made-up commune, recorded.
    fn record(&self) {
        let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
        fs::create_dir_all(self.at(NAME)).expect("a folder");
        for file in ["03-budget-primitif.md", "07-dispositif.md", "07-tarifs.md"] {
            fs::copy(sessions.join(NAME).join(file), self.at(NAME).join(file)).expect("copied");
        }
        fs::copy(sessions.join(format!("{NAME}.ron")), self.at("seance.ron")).expect("copied");
        fs::copy(sessions.join(format!("deroules/{NAME}.ron")), self.at("d.ron")).expect("copied");
        let (code, said) = self.run(&["saisir", "seance.ron", "d.ron"]);
        assert_eq!(code, Some(0), "{said}");
    }

    /// Takes the record of another machine, its texts with it.
    fn receive(&self, from: &Self) {
        for (name, bytes) in from.files("") {
            let path = self.at(&name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("written");
        }
    }

    /// Every paper in those formats, the register and the data.
    fn make(&self, into: &str, formats: &str) -> BTreeMap<String, Vec<u8>> {
        for command in [
            &["pv", "--tout", "--format", formats, "seance.ron", "-o", into][..],
            &["registre", "seance.ron", "-o", &format!("{into}/registre.pdf")],
            &["exporter", "seance.ron", "-o", &format!("{into}/seance.json")],
        ] {
            let (code, said) = self.run(command);
            assert_eq!(code, Some(0), "{command:?}: {said}");
        }
        self.files(into)
    }

    /// The files of a folder, those below it too, by name.
    fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.at(folder)];
        while let Some(folder_now) = folders.pop() {
            for entry in fs::read_dir(folder_now).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(self.at(folder)).expect("below").display().to_string();
                    found.insert(name, fs::read(path).expect("read"));
                }
            }
        }
        found
    }
}

#[test]
fn case_71_papers_register_and_data_made_twice_and_on_another_machine_are_the_same_bytes() {
    let (here, there) = (Machine::of_the_town_hall(), Machine::of_a_stranger());
    here.record();
    there.receive(&here);
    let formats = "txt,md,html,docx,odt,pdf";
    let made = here.make("papiers", formats);
    assert!(made.len() > 40 && made.keys().any(|name| name.ends_with("proces-verbal.pdf")), "{:?}", made.keys());
    for (what, again) in [("once more", here.make("encore", "odt")), ("elsewhere", there.make("autres", formats))] {
        assert_eq!(again.len() == made.len(), what == "elsewhere", "{what}");
        // The list of what was written is shorter where less was.
        let whole = |name: &str| what == "elsewhere" || !name.ends_with(".sha256");
        for (name, bytes) in again.iter().filter(|(name, _)| whole(name)) {
            assert!(made[name] == *bytes, "{name}, made {what}, differs");
        }
    }
}

#[test]
fn case_72_from_the_journal_and_the_session_file_alone_another_computer_finds_every_figure_and_the_printed_head() {
    let (here, there) = (Machine::of_the_town_hall(), Machine::of_a_stranger());
    here.record();
    let (code, said) = here.run(&["pv", "seance.ron", "-o", "pv.pdf"]);
    assert_eq!(code, Some(0), "{said}");
    fs::create_dir_all(there.at("")).expect("a folder");
    for name in ["seance.ron", "seance.journal"] {
        fs::copy(here.at(name), there.at(name)).expect("copied");
    }
    let (code, of_the_record) = there.run(&["sceau", "seance.ron"]);
    assert_eq!(code, Some(0), "{of_the_record}");
    assert!(of_the_record.contains("8 résultats sont comptés une seconde fois"), "{of_the_record}");
    let (_, head) = of_the_record.split_once("tête ").expect("a head");
    let head = head.get(..19).expect("four groups");

    // The paper, received by itself, says the same figures as its journal, and prints that head.
    fs::remove_file(there.at("seance.ron")).expect("removed");
    fs::remove_file(there.at("seance.journal")).expect("removed");
    fs::copy(here.at("pv.pdf"), there.at("recu.pdf")).expect("copied");
    let (code, of_the_paper) = there.run(&["sceau", "recu.pdf"]);
    assert!(code == Some(0) && of_the_paper.contains(head), "{of_the_paper}");
    let read = pdf::read(&fs::read(there.at("recu.pdf")).expect("read")).expect("a PDF");
    let words = format!("{:?}", read.pages);
    let groups: Vec<&str> = head.split(' ').collect();
    assert!(groups.iter().all(|group| words.contains(group)), "{head}: {words}");
    let (code, found) = there.run(&["sceau", "recu.pdf", "--tete", head]);
    assert!(code == Some(0) && found.contains("rien n’y manque"), "{found}");
    let (code, _) = there.run(&["sceau", "recu.pdf", "--tete", "0000 0000 0000 0001"]);
    assert_eq!(code, Some(5));
}

#[test]
fn case_72_any_proclaimed_figure_that_is_changed_ends_with_1_though_every_seal_was_made_again() {
    let here = Machine::of_the_town_hall();
    here.record();
    let journal = fs::read_to_string(here.at("seance.journal")).expect("a journal");
    let verdict = |journal: &str| {
        let disk = MemoryDisk::new();
        disk.put(Path::new("/s/seance.journal"), journal.as_bytes());
        match verify(&disk, Path::new("/s/seance.ron")) {
            Ok(report) => Verdict::of(&report.expect("a record")),
            Err(fault) => Verdict::of_fault(&fault),
        }
    };
    assert_eq!(verdict(&resealed(&journal)), Verdict::Closed);
    let mut changed = 0;
    for figure in ["inscrits", "votants", "abstentions", "exprimes", "majorite_absolue", "pour", "contre"] {
        let before = format!("\"{figure}\":");
        for (at, _) in journal.match_indices(&before) {
            let digits = at + before.len();
            let end = digits + journal[digits..].find(|it: char| !it.is_ascii_digit()).expect("an end");
            let Ok(count) = journal[digits..end].parse::<u32>() else { continue };
            let other = format!("{}{}{}", &journal[..digits], count + 1, &journal[end..]);
            assert_eq!(verdict(&resealed(&other)), Verdict::Altered, "{figure} at {at}");
            changed += 1;
        }
    }
    assert!(changed >= 49, "{changed}");
    assert_eq!(Verdict::Altered.code(), 1);
}

/// All seals made again, as somebody would who knows the format.
fn resealed(journal: &str) -> String {
    let mut head = Seal::FIRST;
    let mut reseal = |line: &str| {
        head = head.then(&line.as_bytes()[65..]);
        format!("{head}{}\n", &line[64..])
    };
    journal.lines().map(&mut reseal).collect()
}
