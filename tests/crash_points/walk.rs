//! The power goes behind every operation of an evening of sixty steps, and any subset of what was not synced survives.

use std::collections::HashMap;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use hemicycle::council::history::Entry;
use hemicycle::store::fault::Fault;
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::second_copy::Copies;
use hemicycle::store::{record, seal};

use crate::broken::{Breakage, Moment, Watched};
use crate::evening::{NOW, PATH, Step, entries, long_evening, session, take, whole_of};
use crate::shared;

/// Where the second copies are.
pub fn copies() -> Copies {
    Copies { folder: "/etat/copies".into(), of: PATH.into(), read_me: "À lire.\n".into() }
}

/// How much of the walk is done.
#[derive(Clone, Copy)]
pub struct Extent {
    /// At most so many subsets at each operation.
    pub subsets: usize,
    /// The last record is cut at its first and last bytes, and at every so many between: 1 for every byte.
    pub bytes: usize,
    /// A second copy follows the record.
    pub doubled: bool,
}

/// What the walk found.
#[derive(Debug, Default)]
pub struct Walked {
    /// How many operations the evening took.
    pub operations: usize,
    /// How many subsets there are, at all of them.
    pub ways: u128,
    /// How many were tried.
    pub tried: usize,
    /// How many cuts inside a record were tried.
    pub torn: usize,
    /// How many disks were reopened: those that differ.
    pub disks: usize,
    /// The first loss.
    pub lost: Option<String>,
}

impl fmt::Display for Walked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operations, ways, tried, torn, disks, .. } = self;
        write!(f, "{operations} operations, {ways} subsets, {tried} tried, {torn} torn records, {disks} disks reopened")
    }
}

/// What a disk turned out to hold, so that the same one is not opened twice.
type Known = HashMap<u64, Result<usize, String>>;

/// Whether what the disk holds there matters: what a lock file says is read only while another holds the lock.
fn matters(path: &Path) -> bool {
    path.extension().is_none_or(|end| end != "lock")
}

fn fingerprint(disk: &MemoryDisk) -> u64 {
    let mut hasher = DefaultHasher::new();
    let files = disk.files().into_iter().filter(|(path, _)| matches!(path.extension(), Some(end) if end != "lock"));
    files.collect::<Vec<(PathBuf, Vec<u8>)>>().hash(&mut hasher);
    hasher.finish()
}

/// Plays the evening on a disk that remembers its moments.
fn moments(breakage: Breakage, steps: &[Step], doubled: bool) -> Vec<Moment> {
    let watched = Watched::default();
    for folder in ["/", "/seance", "/etat"] {
        watched.memory.put_folder(Path::new(folder));
    }
    let disk = watched.with(breakage);
    let opened = if doubled {
        record::open_doubled(&disk, session(), NOW, &copies())
    } else {
        record::open(&disk, session(), NOW)
    };
    let mut opened = opened.unwrap();
    for step in steps {
        take(&mut opened, step).unwrap();
        watched.acknowledged.fetch_add(1, Ordering::Relaxed);
        // As the thread that records does: the copy afterwards, and durable at a proclamation.
        let recorder = opened.recorder.as_mut().unwrap();
        recorder.follow().unwrap();
        if opened.history.entries().last().is_some_and(|(_, entry, _)| entry.proclaims()) {
            recorder.sync_copy().unwrap();
        }
    }
    watched.note(());
    watched.moments()
}

/// Opens what is left: how many entries are there, or what is wrong.
fn reopened(left: &MemoryDisk, all: &[Entry], doubled: bool) -> Result<usize, String> {
    let disk = shared(left);
    let said = |fault: Fault| format!("does not open: {fault:?}");
    let opened = if doubled {
        record::open_doubled(&disk, session(), NOW, &copies()).map_err(said)?
    } else {
        record::open(&disk, session(), NOW).map_err(said)?
    };
    if opened.recorder.is_none() {
        return Err(format!("opens read-only: {:?}", opened.notices));
    }
    let there = entries(&opened.history);
    drop(opened);
    if !all.starts_with(&there) {
        return Err(format!("{} entries, which are not what was asked", there.len()));
    }
    let report = seal::verify(left, Path::new(PATH)).map_err(|fault| format!("the seal is broken: {fault:?}"))?;
    let lines = report.map(|report| report.journal.lines);
    if lines != (!there.is_empty()).then_some(there.len() as u64 + 1) {
        return Err(format!("{} entries, but {lines:?} lines", there.len()));
    }
    Ok(there.len())
}

/// Cuts the power behind every operation, until something is lost.
pub fn walk(breakage: Breakage, extent: Extent) -> Walked {
    let Extent { subsets, bytes, doubled } = extent;
    let steps = long_evening();
    let (_, all) = whole_of(&steps);
    let moments = moments(breakage, &steps, doubled);
    let mut walked = Walked { operations: moments.len() - 1, ..Walked::default() };
    let mut known = Known::new();
    let telling = |cut: usize, more: usize| cut < 3 || cut + 3 > more || cut.is_multiple_of(bytes);
    for (operation, Moment { disk, acknowledged }) in moments.iter().enumerate() {
        let cuts = disk.power_cuts(matters, subsets);
        walked.ways += cuts.ways();
        walked.tried += cuts.tried();
        let torn = cuts.torn(telling).inspect(|_| walked.torn += 1);
        for left in cuts.disks().chain(torn) {
            let there = known.entry(fingerprint(&left)).or_insert_with(|| {
                walked.disks += 1;
                reopened(&left, &all, doubled)
            });
            let wrong = match there {
                Err(why) => why.clone(),
                Ok(there) if (*acknowledged..=acknowledged + 1).contains(there) => continue,
                Ok(there) => format!("{acknowledged} acknowledged, {there} there"),
            };
            let held = left.files().iter().map(|(path, bytes)| format!("{} {}", path.display(), bytes.len())).collect();
            let held: Vec<String> = held;
            walked.lost = Some(format!("operation {operation}: {wrong}; there were {held:?}"));
            return walked;
        }
    }
    walked
}
