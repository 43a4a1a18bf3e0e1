//! An installation by keys, its mayor elected by ballots that are read out in some order, on a disk in memory with the clock
//! fixed: what stands on that disk afterwards, byte by byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hemicycle::app::Effect;
use hemicycle::council::history::Entry;
use hemicycle::council::sitting::Sitting;
use hemicycle::exchange;
use hemicycle::papers::{Format, names};
use hemicycle::store::disk::Disk;
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::record;
use hemicycle::store::second_copy::Copies;
use hemicycle::store::session_file::files::Beside;
use hemicycle::store::session_file::problem::Unreadable;
use hemicycle::store::session_file::{SessionFile, parse};

use crate::evening::Evening;
use crate::paper::{composed, written};

const PATH: &str = "/seance/installation.ron";
const NOW: &str = "2026-03-22T10:34:00+01:00";

/// The texts beside the sample, which has none.
struct Nothing;

impl Beside for Nothing {
    fn text(&self, _name: &str) -> Result<String, Unreadable> {
        Err(Unreadable::Missing)
    }
}

/// The made-up council that is installed.
pub fn session() -> SessionFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/2026-03-22-installation.ron");
    let source = fs::read_to_string(path).expect("the sample");
    let parsed = parse(&source, &Nothing).unwrap_or_else(|problems| panic!("{problems:?}"));
    SessionFile {
        path: PathBuf::from(PATH),
        source,
        docket: parsed.docket,
        sums: parsed.sums,
        data_files: parsed.data_files,
        remarks: parsed.remarks,
    }
}

/// The evening up to the urn of the mayor, which is open.
pub fn at_the_urn() -> Evening {
    let mut evening = Evening::of(session().docket);
    evening.minute = 10 * 60 + 41;
    evening.keys("<enter> <enter>");
    assert_eq!(evening.open_report().as_deref(), Some("01"), "{}", evening.said());
    evening
}

/// Types keys that must each lead somewhere: the urn is closed, its ballots are read, the result is proclaimed.
pub fn counted(signs: &str, reads: &str) -> Evening {
    let mut evening = at_the_urn();
    evening.keys(signs).keys("<enter>");
    evening.keys("<enter>").keys(reads).keys("<enter>");
    evening
}

/// The entries that were given to the disk.
pub fn recorded(evening: &Evening) -> Vec<Entry> {
    let entries = evening.effects.iter().filter_map(|effect| match effect {
        Effect::Record(entry) => Some(entry.clone()),
        _ => None,
    });
    entries.collect()
}

/// Every file of the folder, of the second copy, every paper and the data, once those entries are recorded at that clock.
pub fn left_behind(entries: &[Entry]) -> BTreeMap<String, Vec<u8>> {
    let memory = MemoryDisk::new();
    for folder in ["/seance", "/etat", "/etat/copies"] {
        memory.put_folder(Path::new(folder));
    }
    let disk: Arc<dyn Disk> = Arc::new(memory.clone());
    let copies = Copies { folder: "/etat/copies".into(), of: PATH.into(), read_me: "À lire.\n".into() };
    let session = session();
    let mut opened = record::open_doubled(&disk, &session, NOW, &copies).unwrap_or_else(|fault| panic!("{fault:?}"));
    for entry in entries {
        let recorder = opened.recorder.as_mut().expect("to be written");
        recorder.append(entry).unwrap_or_else(|fault| panic!("{fault:?}"));
        // As the thread that records does: the copy afterwards.
        recorder.follow().and_then(|()| recorder.sync_copy()).unwrap_or_else(|notice| panic!("{notice:?}"));
        opened.history.push(entry.clone()).expect("what was decided is decided again");
    }
    let mut left: BTreeMap<String, Vec<u8>> = papers(opened.history.sitting());
    drop(opened);
    left.extend(memory.files().into_iter().map(|(path, bytes)| (path.display().to_string(), bytes)));
    left
}

/// Every paper whose bytes are text, and the data.
pub fn papers(sitting: &Sitting) -> BTreeMap<String, Vec<u8>> {
    let mut made = BTreeMap::new();
    for (paper, name) in names::papers(sitting) {
        let document = composed(sitting, &paper, None).expect("a paper");
        for (format, end) in [(Format::Text, "txt"), (Format::Markdown, "md"), (Format::Html, "html")] {
            made.insert(format!("{name}.{end}"), written(&document, format).into_bytes());
        }
    }
    made.insert("export.json".to_owned(), exchange::json(sitting, None).expect("data").into_bytes());
    made
}
