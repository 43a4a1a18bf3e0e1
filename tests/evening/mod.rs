//! A small made-up evening, played on any disk: five members, one power, three reports, something taken back.
#![allow(dead_code, reason = "each test binary that shares this module uses a part of it")]

pub mod process;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::notes::NoteSums;
use hemicycle::store::disk::Disk;
use hemicycle::store::fault::Fault;
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::record::{self, Opened};
use hemicycle::store::session_file::files::Beside;
use hemicycle::store::session_file::problem::Unreadable;
use hemicycle::store::session_file::{SessionFile, parse};

pub const SESSION: &str = r#"// La séance d'essai.
(
    format: 1,
    assemblee: (nom: "Conseil municipal de Saint-Exemple", genre: Commune),
    seance: (date: "2025-03-03", president: "MARTINET Léa", secretaire: "AUBRY Paul"),
    membres: [
        (nom: "MARTINET", prenom: "Léa"),
        (nom: "AUBRY", prenom: "Paul"),
        (nom: "BRETON", prenom: "Alix"),
        (nom: "CHEVAL", prenom: "Rose", etat: Excuse(pouvoir_a: "AUBRY Paul")),
        (nom: "DUVAL", prenom: "Jean"),
    ],
    ordre_du_jour: [
        Rapport(numero: "1", objet: "Tarifs de la cantine"),
        Rapport(numero: "2", objet: "Convention avec l'école", texte: Fichier("ecole.md")),
        Rapport(numero: "3", objet: "Vœu"),
    ],
)
"#;

/// The same evening, its members in a table beside the session file.
pub const TABLE: &str = "nom;prénom\nMARTINET;Léa\nAUBRY;Paul\nBRETON;Alix\nCHEVAL;Rose\nDUVAL;Jean\n";

pub const PATH: &str = "/seance/x.ron";
pub const NOW: &str = "2025-03-03T18:04:10+01:00";

/// Files beside a session file, by name.
#[derive(Clone, Default)]
pub struct Files(pub BTreeMap<String, String>);

impl Beside for Files {
    fn text(&self, name: &str) -> Result<String, Unreadable> {
        self.0.get(name).cloned().ok_or(Unreadable::Missing)
    }
}

pub fn session_of(source: &str, files: &[(&str, &str)]) -> SessionFile {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let parsed = parse(source, &Files(files)).unwrap_or_else(|problems| panic!("{problems:?}"));
    SessionFile {
        path: PathBuf::from(PATH),
        source: source.to_owned(),
        docket: parsed.docket,
        sums: parsed.sums,
        data_files: parsed.data_files,
        remarks: parsed.remarks,
    }
}

pub fn session() -> &'static SessionFile {
    static SESSION_FILE: OnceLock<SessionFile> = OnceLock::new();
    SESSION_FILE.get_or_init(|| session_of(SESSION, &[("ecole.md", "La convention.\n")]))
}

/// The session file with one text in place of another.
pub fn edited(from: &str, to: &str) -> SessionFile {
    assert!(SESSION.contains(from), "{from}");
    session_of(&SESSION.replace(from, to), &[("ecole.md", "La convention.\n")])
}

pub fn beside(end: &str) -> PathBuf {
    Path::new(PATH).with_extension(end)
}

#[derive(Clone, Debug)]
pub enum Step {
    Do(Command),
    Undo,
    Redo,
}

fn member(id: &str) -> MemberId {
    MemberId::new(id)
}

fn report(number: &str) -> ReportId {
    ReportId::new(number)
}

fn voices(number: &str, voices: &[(&str, Choice)]) -> Step {
    let voices = voices.iter().map(|(id, choice)| (member(id), *choice)).collect();
    Step::Do(Command::voices(&report(number), voices))
}

/// Thirteen steps, the close last.
pub fn evening() -> Vec<Step> {
    let proclaim = |number, next: Option<&str>| {
        Step::Do(Command::Proclaim {
            report: report(number),
            at: Hour::new(20, 17),
            then_open: next.map(report),
            on: None,
            then_with: vec![],
        })
    };
    vec![
        Step::Do(Command::SetPresence { member: member("duval-jean"), presence: Presence::Absent, at: None }),
        Step::Do(Command::Open { at: Hour::new(18, 4) }),
        Step::Do(Command::OpenReport { report: report("1"), with: vec![] }),
        voices("1", &[("aubry-paul", Choice::Against), ("breton-alix", Choice::Abstain)]),
        Step::Undo,
        Step::Redo,
        voices("1", &[("cheval-rose", Choice::NotTakingPart)]),
        proclaim("1", Some("2")),
        voices("2", &[("aubry-paul", Choice::Against), ("cheval-rose", Choice::Against)]),
        proclaim("2", Some("3")),
        Step::Undo,
        proclaim("2", None),
        Step::Do(Command::Close { at: Hour::new(21, 0), notes: NoteSums::new() }),
    ]
}

/// Sixty steps, the close last: voices that change at each of three reports, taken back and given again, and a result
/// too.
pub fn long_evening() -> Vec<Step> {
    let voters = ["aubry-paul", "breton-alix", "cheval-rose", "martinet-lea"];
    let proclaim = |number, next: Option<&str>| {
        let (report, then_open) = (report(number), next.map(report));
        Step::Do(Command::Proclaim { report, at: Hour::new(20, 17), then_open, on: None, then_with: vec![] })
    };
    let mut steps = evening().into_iter().take(3).collect::<Vec<_>>();
    for (number, next) in [("1", Some("2")), ("2", Some("3")), ("3", None)] {
        for turn in 1..=14 {
            let choice = Choice::ALL[(turn / voters.len() + turn) % Choice::ALL.len()];
            steps.push(voices(number, &[(voters[turn % voters.len()], choice)]));
            if turn == 9 {
                steps.extend([Step::Undo, Step::Redo]);
            }
        }
        let [aubry, breton, cheval, martinet] = voters;
        let last =
            [(aubry, Choice::Against), (breton, Choice::For), (cheval, Choice::Abstain), (martinet, Choice::For)];
        steps.extend([voices(number, &last), proclaim(number, next)]);
    }
    steps.extend([Step::Undo, proclaim("3", None)]);
    steps.push(Step::Do(Command::Close { at: Hour::new(21, 0), notes: NoteSums::new() }));
    assert_eq!(steps.len(), 60);
    steps
}

/// The entry that a step makes now.
pub fn entry(history: &History, step: &Step) -> Entry {
    match step {
        Step::Do(command) => {
            let accepted = history.sitting().decide(command, &Reasons::new());
            let accepted = accepted.unwrap_or_else(|refused| panic!("{command:?}: {refused:?}"));
            Entry::Action { at: NOW.to_owned(), events: accepted.events }
        }
        Step::Undo => Entry::Undo(history.undo_target().expect("something to undo")),
        Step::Redo => Entry::Undo(history.redo_target().expect("something to redo")),
    }
}

/// Records a step, and applies it only then.
pub fn take(opened: &mut Opened, step: &Step) -> Result<(), Fault> {
    let entry = entry(&opened.history, step);
    opened.recorder.as_mut().expect("not read-only").append(&entry)?;
    opened.history.push(entry).expect("decided by the same rules");
    Ok(())
}

pub fn open(disk: &Arc<dyn Disk>) -> Opened {
    record::open(disk, session(), NOW).unwrap_or_else(|fault| panic!("{fault:?}"))
}

pub fn play(disk: &Arc<dyn Disk>, steps: &[Step]) -> Opened {
    let mut opened = open(disk);
    for step in steps {
        take(&mut opened, step).unwrap_or_else(|fault| panic!("{step:?}: {fault:?}"));
    }
    opened
}

/// The entries of a record, without their numbers.
pub fn entries(history: &History) -> Vec<Entry> {
    history.entries().map(|(_, entry, _)| entry.clone()).collect()
}

pub type Shared = Arc<dyn Disk>;

/// An empty disk in memory, and the same disk as a recorder takes it.
pub fn memory() -> (MemoryDisk, Shared) {
    let memory = MemoryDisk::new();
    // A file that is gone was deleted where its folder is there, and pulled out where it is not.
    memory.put_folder(Path::new(PATH).parent().expect("a folder"));
    (memory.clone(), Arc::new(memory))
}

/// A disk that holds only that journal.
pub fn with_journal(bytes: &[u8]) -> (MemoryDisk, Shared) {
    let (memory, disk) = memory();
    memory.put(&beside("journal"), bytes);
    (memory, disk)
}

/// The journal of an undisturbed evening, and its entries.
pub fn whole() -> (Vec<u8>, Vec<Entry>) {
    whole_of(&evening())
}

/// The journal of those steps, and its entries.
pub fn whole_of(steps: &[Step]) -> (Vec<u8>, Vec<Entry>) {
    let (memory, disk) = memory();
    let opened = play(&disk, steps);
    (memory.content(&beside("journal")).expect("recorded"), entries(&opened.history))
}
