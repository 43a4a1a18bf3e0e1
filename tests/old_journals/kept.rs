//! Journals kept as files: written once, by the version that had that format, and never again. Every one must open for
//! ever, with the figures that it had, and be gone on with.
//!
//! `format-0` and `format-1` hold the same evenings: the courses of `sessions/deroules`, with what was recorded the day
//! after, and made-up evenings on which whatever may happen does (`soiree-…`). Beside each journal, what it said.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;
use hemicycle::council::hour::Hour;
use hemicycle::council::sitting::{Sitting, Stage};
use hemicycle::store::disk::Disk;
use hemicycle::store::fault::Notice;
use hemicycle::store::journal::{self, Beginning, Reading};
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::record::{self, Opened};
use hemicycle::store::seal::{self, SealReport};
use hemicycle::store::session_file::{self, SessionFile};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::evening::NOW;

/// The SHA-256 of the list of the sums of these files, which `sha256sum -c` reads. Never changed: whoever has another kind
/// of event to keep makes a new folder.
const LISTS: [(&str, &str); 2] = [
    ("format-0", "4338157f7749bc523e71129f37678e873e6a5fd3d52baef0f7d417c03cc60b6d"),
    ("format-1", "f7e1370b1416292d05ef3981bbeacee35b3b6cadd2060397de2e8b2091ca7369"),
];

fn folder(format: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old_journals").join(format)
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The journals of a folder.
fn journals(format: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder(format)).expect("the folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let journals: BTreeSet<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|end| end == "journal")).collect();
    assert!(journals.len() > 20, "the journals of {format} were not found");
    journals.into_iter().collect()
}

fn every_journal() -> impl Iterator<Item = PathBuf> {
    LISTS.iter().flat_map(|(format, _)| journals(format))
}

/// A record of these files alone: the session file is the one that the journal holds, or the last that was taken over.
struct Kept {
    memory: MemoryDisk,
    disk: Arc<dyn Disk>,
    session: SessionFile,
    journal: Vec<u8>,
}

impl Kept {
    fn of(journal: &Path) -> Self {
        let (memory, path) = (MemoryDisk::new(), PathBuf::from("/seance/x.ron"));
        memory.put(&path.with_extension("journal"), &read(journal));
        let suites = journal.with_extension("suites");
        if suites.exists() {
            memory.put(&path.with_extension("suites"), &read(&suites));
        }
        let Ok(Reading::Started(lines)) = journal::read::<Beginning>(&read(journal)) else {
            panic!("{}", journal.display())
        };
        let Beginning { session_file, sums, data_files } = lines.beginning;
        let mut now = (session_file, sums);
        let afterwards = if suites.exists() {
            journal::read::<journal::Continuation>(&read(&suites)).unwrap()
        } else {
            Reading::NotStarted { torn: 0 }
        };
        let after = match afterwards {
            Reading::Started(lines) => lines.entries,
            Reading::NotStarted { .. } => vec![],
        };
        for event in lines.entries.iter().chain(&after).flat_map(events) {
            if let Event::FileTakenOver { session_file, sums, .. } = event {
                now = (session_file.clone(), sums.clone());
            }
        }
        let (source, sums) = now;
        let session = session(path, source, sums, data_files);
        Self { disk: Arc::new(memory.clone()), memory, session, journal: read(journal) }
    }

    fn verified(&self) -> SealReport {
        let verified = seal::verify(&*self.disk, &self.session.path);
        verified.unwrap_or_else(|fault| panic!("{fault:?}")).expect("a record")
    }

    fn open(&self, session: &SessionFile) -> Opened {
        record::open(&self.disk, session, NOW).unwrap_or_else(|fault| panic!("{fault:?}"))
    }
}

fn session(
    path: PathBuf,
    source: String,
    sums: BTreeMap<String, String>,
    data_files: BTreeMap<String, String>,
) -> SessionFile {
    let beside = |name: &str| Ok(data_files.get(name).cloned().unwrap_or_else(|| "-\n".to_owned()));
    let parsed = session_file::parse(&source, &beside).unwrap_or_else(|problems| panic!("{problems:?}"));
    SessionFile { path, source, docket: parsed.docket, sums, data_files, remarks: parsed.remarks }
}

fn events(entry: &Entry) -> &[Event] {
    match entry {
        Entry::Action { events, .. } => events,
        Entry::Undo(_) => &[],
    }
}

/// What a record says, in the words of its format: the chain, how far it is, and how each report ended.
fn told(report: &SealReport, sitting: &Sitting) -> String {
    let stage = match sitting.stage() {
        Stage::RollCall => "appel",
        Stage::Open => "séance ouverte",
        Stage::Suspended => "séance suspendue",
        Stage::Closed => "séance levée",
        Stage::Adjourned => "séance ajournée",
    };
    let chain = |chain: &seal::Chain| format!("{} lignes, tête {}", chain.lines, chain.head);
    let mut text = format!("journal : {}\n", chain(&report.journal));
    if let Some(afterwards) = &report.afterwards {
        writeln!(text, "suites : {}", chain(afterwards)).unwrap();
    }
    let hour = |at: Option<Hour>| at.map_or_else(|| "–".to_owned(), |at| at.to_string());
    writeln!(text, "{stage}, ouverte {}, levée {}", hour(sitting.opened_at()), hour(sitting.closed_at())).unwrap();
    writeln!(text, "{} résultats comptés une seconde fois", report.votes).unwrap();
    for report in sitting.docket().agenda.reports() {
        let act = sitting.act(report).unwrap_or_default();
        for (on, done) in sitting.votes_done(&report.id) {
            let on = on.map_or_else(String::new, |on| format!(" {}", json(on)));
            let figures = done.tally.as_ref().map_or_else(|| "sans chiffres".to_owned(), json);
            let (outcome, at, rectified) = (json(&done.outcome), hour(done.at), done.rectifications.len());
            writeln!(
                text,
                "{}{on} : {outcome} à {at}, acte « {act} », {figures}, rectifié {rectified} fois",
                report.id
            )
            .unwrap();
        }
    }
    text
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("JSON")
}

#[test]
fn not_one_byte_of_the_journals_that_are_kept_was_written_again() {
    for (format, list) in LISTS {
        let listed = String::from_utf8(read(&folder(format).join("SHA256SUMS"))).expect("text");
        let mut there: BTreeMap<String, String> = BTreeMap::new();
        for entry in fs::read_dir(folder(format)).expect("the folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            if name != "SHA256SUMS" {
                there.insert(name, sum(&read(&path)));
            }
        }
        let found = there.iter().map(|(name, sum)| [sum, "  ", name, "\n"].concat()).collect::<String>();
        assert_eq!(found, listed, "{format}: these files are never written again");
        assert_eq!(sum(listed.as_bytes()), list, "{format}: nor is their list");
    }
}

#[test]
fn every_journal_that_is_kept_opens_with_the_figures_that_it_had() {
    for journal in every_journal() {
        let kept = Kept::of(&journal);
        let opened = kept.open(&kept.session);
        let told = told(&kept.verified(), opened.history.sitting());
        let expected = String::from_utf8(read(&journal.with_extension("txt"))).expect("text");
        assert_eq!(told, expected, "{}", journal.display());
        assert_eq!(kept.memory.content(&kept.session.path.with_extension("journal")), Some(kept.journal));
    }
}

#[test]
fn every_journal_that_is_kept_is_gone_on_with_and_keeps_the_line_that_it_began_with() {
    for journal in every_journal() {
        let kept = Kept::of(&journal);
        let before = kept.verified();
        // What is recorded next stands in the suites of a sitting that is over.
        let source = kept.session.source.replacen("genre: Commune", "siren: \"200054807\", genre: Commune", 1);
        let source = source.replacen("genre: Epci", "siren: \"200054807\", genre: Epci", 1);
        let source = source.replacen("genre: Metropole", "siren: \"200054807\", genre: Metropole", 1);
        assert_ne!(source, kept.session.source, "{}", journal.display());
        let Kept { session: SessionFile { path, sums, data_files, .. }, .. } = &kept;
        let changed = session(path.clone(), source, sums.clone(), data_files.clone());
        let opened = kept.open(&changed);
        assert!(opened.recorder.is_some() && opened.notices.iter().any(|it| matches!(it, Notice::TakenOver(_))));
        drop(opened);
        let after = kept.verified();
        let now = kept.memory.content(&path.with_extension("journal")).expect("the journal");
        assert!(now.starts_with(&kept.journal), "{}", journal.display());
        let lines = |report: &SealReport| report.journal.lines + report.afterwards.map_or(0, |chain| chain.lines);
        let begins = u64::from(before.closed && before.afterwards.is_none());
        assert_eq!(lines(&after), lines(&before) + 1 + begins, "{}", journal.display());
        assert_eq!((after.votes, after.closed), (before.votes, before.closed), "{}", journal.display());
    }
}

#[test]
fn the_journals_that_are_kept_hold_every_kind_of_event_that_their_format_had() {
    // Those of the day on which the format was frozen. What came later is not in these files.
    let frozen: BTreeSet<&str> = FROZEN.iter().copied().collect();
    for (format, _) in LISTS {
        let mut met = BTreeSet::new();
        let mut undone = 0;
        for journal in journals(format) {
            let kept = Kept::of(&journal);
            for (_, entry, _) in kept.open(&kept.session).history.entries() {
                undone += usize::from(matches!(entry, Entry::Undo(_)));
                met.extend(events(entry).iter().map(kind));
            }
        }
        assert_eq!(met.iter().map(String::as_str).collect::<BTreeSet<_>>(), frozen, "{format}");
        assert!(undone > 10, "{format}");
    }
}

/// Every kind of event of format 1 on the day on which it was frozen.
const FROZEN: [&str; 40] = [
    "Abandon",
    "Annonce",
    "Candidats",
    "Decompte",
    "Deport",
    "DeportFini",
    "Depot",
    "FichierRepris",
    "HeureCorrigee",
    "HuisClosFini",
    "HuisClosVote",
    "Irregularite",
    "Majorite",
    "Maniere",
    "MisAuxVoix",
    "NumeroFixe",
    "NumeroRetire",
    "Pouvoir",
    "PouvoirFini",
    "Presence",
    "Presidence",
    "ProcesVerbalArrete",
    "Proclame",
    "RapportAjoute",
    "RapportOuvert",
    "Rapporteur",
    "Rectifie",
    "Remarque",
    "ScrutinPublic",
    "SeanceAjournee",
    "SeanceLevee",
    "SeanceOuverte",
    "SeanceReprise",
    "SeanceSuspendue",
    "Secretaires",
    "SiegeOccupe",
    "SiegeRendu",
    "SortiDuVoteGroupe",
    "TexteModifie",
    "Voix",
];

fn kind(event: &Event) -> String {
    match serde_json::to_value(event).expect("JSON") {
        serde_json::Value::Object(named) => named.keys().next().expect("a kind").clone(),
        other => panic!("{other} is no event"),
    }
}
