//! The séances of a folder, and how far each one is: looked at, and nothing touched, not even a lock.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::disk::{Disk, Kind};
use super::fault::Fault;
use super::lock::{self, Holder};
use super::record;
use super::session_file::problem::Unread;
use super::session_file::schema::{Field, SESSION};
use super::session_file::{self, SessionFile};
use crate::council::docket::BodyKind;
use crate::council::finding::Finding;
use crate::council::history::{Entry, History};
use crate::council::hour::Hour;
use crate::council::roster::Roster;
use crate::council::sitting::{Sitting, Stage};

/// The longest file that is looked into, in bytes.
const LIMIT: u64 = 8 * 1024 * 1024;

/// Files that end as a session file does and are none.
const OTHERS: [&str; 3] = ["charte.ron", "formules.ron", "config.ron"];

/// A session file as it was found.
#[derive(Debug)]
pub struct Found {
    /// Where.
    pub path: PathBuf,
    /// Which council, when; nothing if the file cannot be read.
    pub about: Option<About>,
    /// How far it is.
    pub state: State,
    /// Who has it open now.
    pub held: Option<Holder>,
}

/// Which council sits, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its name.
    pub council: String,
    /// Its kind.
    pub kind: BodyKind,
    /// The day.
    pub date: Date,
}

/// How far a séance is.
#[derive(Debug)]
pub enum State {
    /// The file is gone, or its folder cannot be reached.
    Gone,
    /// The file has mistakes, or cannot be read.
    Unread(Unread),
    /// Nothing is recorded; what is irregular as the file stands.
    Prepared {
        /// What would be said at the opening.
        irregular: Vec<Finding>,
        /// Whom it names.
        roster: Roster,
    },
    /// The roll call has begun.
    RollCall,
    /// The séance is open or suspended.
    UnderWay {
        /// The report that is voted or comes next: its place from 1; none behind the last.
        place: Option<usize>,
        /// How many reports there are.
        reports: usize,
        /// The hour of the last action, as the clock had it.
        last: Option<Hour>,
        /// Whether it is suspended.
        is_suspended: bool,
    },
    /// The séance is closed.
    Closed {
        /// When.
        at: Option<Hour>,
        /// Whether its minutes are settled.
        is_settled: bool,
    },
    /// The séance was adjourned.
    Adjourned {
        /// When.
        at: Option<Hour>,
    },
    /// The record cannot be trusted, or does not fit the file.
    Doubtful(Box<Fault>),
}

/// The files of a folder that may be session files, by name; nothing is read.
#[must_use]
pub fn candidates(disk: &dyn Disk, folder: &Path) -> Vec<PathBuf> {
    let mut paths = disk.names(folder).unwrap_or_default();
    paths.retain(|path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        path.extension().is_some_and(|ending| ending == "ron") && !name.starts_with('.') && !OTHERS.contains(&name)
    });
    paths.sort();
    paths
}

/// Whether a file is meant as a session file, mistakes or not: it speaks of a body, of a meeting or of an agenda. A course
/// and a charter do not.
#[must_use]
pub fn is_session_file(disk: &dyn Disk, path: &Path) -> bool {
    let Ok(bytes) = disk.read(path, LIMIT) else { return false };
    let text = String::from_utf8_lossy(&bytes);
    let names = |word: &str| {
        text.match_indices(word).any(|(place, _)| {
            let after = text.get(place + word.len()..).unwrap_or_default().trim_start();
            after.starts_with(':')
        })
    };
    // « assemblee », « seance » and « ordre_du_jour », with their accents or without; « membres » alone is of many files.
    let given = |field: &&Field| names(field.name) || field.accented.is_some_and(names);
    let marks = SESSION.known.iter().filter(|field| !["format", "membres"].contains(&field.name));
    marks.filter(given).count() >= 2
}

/// Looks at a session file and its record. Nothing is written, created or locked.
#[must_use]
pub fn look(disk: &dyn Disk, path: &Path) -> Found {
    let found = |about, state| Found { path: path.to_owned(), about, state, held: None };
    if !matches!(disk.look(path), Ok(Some(found)) if found.kind == Kind::File) {
        return found(None, State::Gone);
    }
    let session = match session_file::load(path) {
        Ok(session) => session,
        Err(unread) => return found(None, State::Unread(unread)),
    };
    let docket = &session.docket;
    let about = About { council: docket.body.name.clone(), kind: docket.body.kind, date: docket.meeting.date };
    let held = lock::holder_of(disk, &path.with_extension("lock"));
    Found { path: path.to_owned(), about: Some(about), state: state_of(disk, &session), held }
}

fn state_of(disk: &dyn Disk, session: &SessionFile) -> State {
    let opened = match record::read(disk, session) {
        Ok(opened) => opened,
        Err(fault) => return State::Doubtful(Box::new(fault)),
    };
    let history = &opened.history;
    let sitting = history.sitting();
    match sitting.stage() {
        Stage::RollCall if history.next_number() == 1 => {
            let irregular = Sitting::new(session.docket.clone()).irregular_at_opening();
            State::Prepared { irregular, roster: session.docket.roster.clone() }
        }
        Stage::RollCall => State::RollCall,
        stage @ (Stage::Open | Stage::Suspended) => {
            let reports = &sitting.docket().agenda;
            let current = sitting.open_report().map(|(report, _)| report).or_else(|| sitting.next_report());
            State::UnderWay {
                place: current
                    .and_then(|current| reports.reports().position(|report| report.id == current.id))
                    .map(|place| place + 1),
                reports: reports.reports().count(),
                last: last_hour(history),
                is_suspended: stage == Stage::Suspended,
            }
        }
        Stage::Closed => State::Closed { at: sitting.closed_at(), is_settled: sitting.settlement().is_some() },
        Stage::Adjourned => State::Adjourned { at: sitting.closed_at() },
    }
}

/// The hour of the wall beside the last action: « 2025-03-03T20:17:04+01:00 ».
fn last_hour(history: &History) -> Option<Hour> {
    let stamp = history.entries().rev().find_map(|(_, entry, _)| match entry {
        Entry::Action { at, .. } => Some(at),
        Entry::Undo(_) => None,
    })?;
    let clock = stamp.split_once('T')?.1;
    let mut parts = clock.split(':');
    Hour::new(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)
}
