//! The program itself: the stick goes, the séance is opened from its copy; it comes back, and has what it lacks.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use portable_pty::CommandBuilder;

use crate::terminal::Terminal;

/// A stick with a small made-up evening, a computer, and somebody who has opened the program before.
struct Desk {
    folder: tempfile::TempDir,
}

const QUIT: &str = "\x11";

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = Self { folder };
        fs::create_dir_all(desk.at("cle")).expect("a stick");
        fs::create_dir_all(desk.at("ici")).expect("a folder to start from");
        fs::create_dir_all(desk.at("etat/hemicycle")).expect("what is remembered");
        fs::write(desk.at("etat/hemicycle/bienvenue"), "").expect("the mark");
        let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
        fs::copy(sessions.join("exemple-repetition.ron"), desk.file()).expect("a copy");
        desk
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self) -> PathBuf {
        self.at("cle/soir.ron")
    }

    /// The session file of the copy.
    fn copy(&self) -> PathBuf {
        let mut folders = fs::read_dir(self.at("etat/hemicycle/copies")).expect("the copies");
        let folder = folders.next().expect("a copy").expect("a folder").path();
        assert!(folders.next().is_none(), "one copy");
        folder.join("soir.ron")
    }

    fn start(&self, arguments: &[&Path]) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
        command.args(arguments);
        command.cwd(self.at("ici"));
        command.env("XDG_STATE_HOME", self.at("etat"));
        command.env("XDG_CONFIG_HOME", self.at("configuration"));
        Terminal::run_with_its_memory(command, 120, 40)
    }

    fn run(&self, arguments: &[&Path]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
        command.current_dir(self.at("ici")).args(arguments).stdin(Stdio::null());
        command.env("XDG_STATE_HOME", self.at("etat")).env("XDG_CONFIG_HOME", self.at("configuration"));
        command.output().expect("it runs")
    }

    /// Every file of the stick and of the computer, by its bytes.
    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.insert(path.clone(), fs::read(&path).expect("its bytes"));
                }
            }
        }
        found
    }

    fn pull_the_stick_out(&self) {
        fs::rename(self.at("cle"), self.at("poche")).expect("pulled out");
    }

    fn put_the_stick_in(&self) {
        fs::rename(self.at("poche"), self.at("cle")).expect("put in");
    }

    /// Opens the séance and the first report, and leaves.
    fn begin(&self) {
        let mut terminal = self.start(&[Path::new("ouvrir"), &self.file()]);
        terminal.wait_for("Appel des");
        terminal.type_keys("\r");
        terminal.wait_for("ouverte");
        terminal.type_keys("\r");
        terminal.wait_for("À proclamer");
        terminal.type_keys(QUIT);
        assert!(terminal.wait_end().success());
    }

    /// Votes and proclaims in the séance that is open there, and leaves.
    fn proclaim(mut terminal: Terminal) {
        terminal.wait_for("À proclamer");
        terminal.type_keys("aub,");
        terminal.wait_for("AUBRY Paul : contre");
        terminal.type_keys("\r");
        terminal.wait_for("proclamé");
        terminal.type_keys(QUIT);
        assert!(terminal.wait_end().success());
    }
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn case_15_and_16_the_stick_goes_the_seance_is_opened_from_its_copy_and_put_back_when_it_comes() {
    let desk = Desk::new();
    desk.begin();
    desk.pull_the_stick_out();
    let copy = desk.copy();
    // Opened by its old path, it says where the copy is.
    let mut terminal = desk.start(&[Path::new("ouvrir"), &desk.file()]);
    assert_eq!(terminal.wait_end().exit_code(), 2);
    let told = said(&terminal.written).replace("\r\n", "\n");
    assert!(told.contains(&format!("hemicycle ouvrir \"{}\"", copy.display())), "{told}");
    // So does every verb that only reads.
    for verb in ["pv", "sceau", "exporter"] {
        let output = desk.run(&[Path::new(verb), &desk.file()]);
        let told = said(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{verb}: {told}");
        assert!(told.contains(&format!("hemicycle ouvrir \"{}\"", copy.display())), "{verb}: {told}");
        assert!(told.contains("existe pas") && !told.contains("journal"), "{verb}: {told}");
    }
    let mut terminal = desk.start(&[Path::new("ouvrir"), &copy]);
    terminal.wait_for("Vous tenez la séance dans la seconde copie de cet ordinateur.");
    Desk::proclaim(terminal);
    assert_eq!(desk.copy(), copy, "no copy of the copy");
    desk.put_the_stick_in();
    // A paper made of the stick as it is says what it lacks, and touches nothing.
    let before = desk.files();
    for verb in ["pv", "sceau", "exporter"] {
        let output = desk.run(&[Path::new(verb), &desk.file()]);
        let warned = said(&output.stderr);
        // A séance that is not closed is not sealed, which `sceau` says by its exit code.
        assert!(verb == "sceau" || output.status.success(), "{verb}: {warned}");
        assert!(warned.contains("La seconde copie de cet ordinateur a 2 actions de plus"), "{verb}: {warned}");
    }
    assert_eq!(desk.files(), before);
    // Opened, it has it again.
    let mut terminal = desk.start(&[Path::new("ouvrir"), &desk.file()]);
    terminal.wait_for("2 actions manquaient ici");
    terminal.type_keys(QUIT);
    assert!(terminal.wait_end().success());
    assert_eq!(fs::read(desk.at("cle/soir.journal")).unwrap(), fs::read(copy.with_extension("journal")).unwrap());
    let output = desk.run(&[Path::new("pv"), &desk.file()]);
    assert_eq!(said(&output.stderr), "");
}

#[test]
fn case_16_the_list_shows_a_seance_whose_file_is_gone_as_its_copy_and_opens_that() {
    let desk = Desk::new();
    desk.begin();
    desk.pull_the_stick_out();
    let listed = said(&desk.run(&[]).stdout);
    assert!(listed.contains("seconde copie, en cours : rapport 01"), "{listed}");
    assert!(listed.contains("cle/soir.ron"), "by the name it had: {listed}");
    let mut terminal = desk.start(&[]);
    terminal.wait_for("seconde copie");
    terminal.type_keys("\r");
    Desk::proclaim(terminal);
    assert_eq!(fs::read_dir(desk.at("etat/hemicycle/copies")).unwrap().count(), 1);
    // The stick is not listed twice.
    let listed = said(&desk.run(&[]).stdout);
    assert_eq!(listed.matches("soir.ron").count(), 1, "{listed}");
}

#[test]
fn case_05_and_16_a_journal_that_was_altered_is_refused_by_every_verb_and_its_copy_named() {
    let desk = Desk::new();
    desk.begin();
    let journal = desk.at("cle/soir.journal");
    let mut bytes = fs::read(&journal).unwrap();
    let end = bytes.len() - 30;
    bytes[end] ^= 1;
    fs::write(&journal, &bytes).unwrap();
    for verb in ["pv", "sceau"] {
        let output = desk.run(&[Path::new(verb), &desk.file()]);
        let told = said(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{verb}: {told}");
        assert!(told.contains("Une copie intacte de 2 actions est sur cet ordinateur"), "{verb}: {told}");
    }
    assert_eq!(fs::read(&journal).unwrap(), bytes);
}
