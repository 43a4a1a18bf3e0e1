//! The verbs that read and write files without a screen: `verifier`, `saisir`, `sceau`, `pv`, `registre`, `modeles`,
//! `exporter`.

mod all_papers;
mod configuration;
mod copies;
mod create;
mod gathered;
mod mishap;
mod models;
mod noted;
mod output;
mod papers;
pub mod progress;
mod record_course;
mod recorded;
mod register;
mod said;
mod seal;
mod shell;

use std::path::Path;

use crate::cli::Output;
use crate::council::agenda::Report;
use crate::council::id::ReportId;
use crate::council::mentions::missing;
use crate::council::notes::Notes;
use crate::council::receipt::{self, Discord};
use crate::council::sitting::Sitting;
use crate::exchange;
use crate::french::{charter as charter_words, file, mentions, preferences as preferences_words, program as words};
use crate::store::charter;
use crate::store::disk::RealDisk;
use crate::store::fault::Fault;
use crate::store::preferences;
use crate::store::record;
use crate::store::seal::Verdict;
use crate::store::session_file;

use self::recorded::recorded;

pub use self::all_papers::{all_papers, beside, folder_beside, write_all};
pub use self::configuration::{config_dir, state_dir};
pub use self::copies::{copies_of, copy_in_its_place, is_copy, unread_or_copied};
pub use self::create::{create, create_with};
pub use self::gathered::{Gathered, gather};
pub use self::mishap::unless_it_panics;
pub use self::models::models;
pub use self::papers::minutes;
pub use self::record_course::record_course;
pub use self::register::register;
pub use self::said::{ask, complain, say, tell};
pub use self::seal::seal;
pub use self::shell::{completions, manual, page, script};

/// How a verb ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0.
    Fine,
    /// 1: there is something to mend; it was said.
    Findings,
    /// 2: a file cannot be read; it was said.
    CannotBeRead,
    /// 2: the file or the terminal cannot be used, for this reason.
    Unusable(String),
    /// 1, for this reason.
    Refused(String),
    /// What `sceau` found; it was said. Each verdict has its code.
    Sealed(Verdict),
    /// 128 + the number of a signal.
    Signal(i32),
}

impl Exit {
    /// The file or the terminal cannot be used.
    #[must_use]
    pub fn unreadable(why: &str) -> Self {
        Self::Unusable(why.to_owned())
    }

    /// The graver of two, of what `verifier` says.
    fn or(self, other: Self) -> Self {
        match (&self, &other) {
            (Self::CannotBeRead, _) | (_, Self::Fine) | (Self::Findings, Self::Findings) => self,
            _ => other,
        }
    }

    /// The record is refused: 2 when a file cannot be read or is for another version, 1 when what it says is wrong. The
    /// same for every verb.
    #[must_use]
    pub fn of(fault: &Fault) -> Self {
        let why = [Some(words::fault(fault)), words::seen_before(fault)].into_iter().flatten().collect::<Vec<_>>();
        let why = why.join("\n");
        match fault.itself() {
            Fault::NotRecorded { .. }
            | Fault::Displaced { .. }
            | Fault::Frozen
            | Fault::Full { .. }
            | Fault::Unreachable { .. }
            | Fault::Newer { .. }
            | Fault::Unknown { .. }
            | Fault::Unreread { .. }
            | Fault::ReservedName { .. } => Self::Unusable(why),
            Fault::Altered { .. }
            | Fault::DoesNotFit { .. }
            | Fault::Miscounted { .. }
            | Fault::JournalMissing { .. }
            | Fault::IntactCopy { .. }
            | Fault::NumberTaken { .. }
            | Fault::Changed { .. } => Self::Refused(why),
        }
    }

    /// A session file is refused: because it cannot be read, or for what it says.
    #[must_use]
    pub fn refused(why: &str, cannot_be_read: bool) -> Self {
        if cannot_be_read { Self::Unusable(why.to_owned()) } else { Self::Refused(why.to_owned()) }
    }
}

/// `verifier`: all that is wrong with session files, on standard output.
#[must_use]
pub fn check(files: &[impl AsRef<Path>]) -> Exit {
    let mut exit = Exit::Fine;
    for path in files.iter().map(AsRef::as_ref) {
        match session_file::load(path) {
            Err(unread) => {
                say(&file::unread(&unread));
                exit = exit.or(if unread.cannot_be_read() { Exit::CannotBeRead } else { Exit::Findings });
            }
            Ok(session) => {
                let mut remarks: Vec<String> = session.remarks.iter().map(file::remark_with_code).collect();
                let sitting = Sitting::new(session.docket.clone());
                let irregular = sitting.irregular_at_opening();
                // A file in which nothing is wrong may still not be the one that the sitting was held on.
                let opened = record::read(&RealDisk, &session);
                let held = opened.as_ref().map_or(&sitting, |opened| opened.history.sitting());
                let receipts = receipts(held);
                let noted = noted::check(path, held);
                remarks.extend(noted.remarks);
                // What the minutes miss is no mistake of the file: it is said, and the exit code is not changed by it.
                remarks.extend(missing_mentions(held, &noted.kept));
                let fault = opened.err();
                let charter = charter::load(path, config_dir().as_deref()).err();
                let mut beside = noted.wrong;
                beside.extend(charter.as_ref().map(charter_words::unread));
                let is_fine = irregular.is_empty() && receipts.is_empty() && beside.is_empty() && fault.is_none();
                exit = exit.or(match &charter {
                    Some(unread) if unread.cannot_be_read() => Exit::CannotBeRead,
                    _ if is_fine => Exit::Fine,
                    _ => Exit::Findings,
                });
                say(&words::checked(
                    path,
                    &irregular,
                    &receipts,
                    fault.as_ref(),
                    &beside,
                    &session.docket.roster,
                    &remarks,
                ));
            }
        }
    }
    // What is preferred on the screen is no part of a session file: it is said, and changes no exit code.
    if let Err(unread) = preferences::load(config_dir().as_deref()) {
        complain(&preferences_words::unread(&unread));
    }
    exit
}

/// What is wrong with the receipts that the file gives.
fn receipts(sitting: &Sitting) -> Vec<(ReportId, Discord)> {
    let of = |report: &Report| {
        let id = report.id.clone();
        receipt::discords(sitting, report).into_iter().map(move |discord| (id.clone(), discord))
    };
    sitting.docket().agenda.reports().flat_map(of).collect()
}

/// What the minutes of a sitting that was held still miss, each with its article.
fn missing_mentions(sitting: &Sitting, notes: &Notes) -> Vec<String> {
    let was_held = sitting.opening().is_some() || sitting.stage().is_over();
    if !was_held || sitting.settlement().is_some() {
        return Vec::new();
    }
    mentions::in_the_minutes(&missing(sitting, notes), sitting.docket())
}

/// `exporter`: everything recorded, as JSON.
#[must_use]
pub fn export(path: &Path, output: &Output) -> Exit {
    let recorded = match recorded(&RealDisk, path) {
        Ok(recorded) => recorded,
        Err(exit) => return exit,
    };
    if let Some(refused) = recorded.belongs(output) {
        return refused;
    }
    recorded.say_notices();
    match exchange::json(recorded.sitting(), recorded.head()) {
        Ok(content) => output::put(content.as_bytes(), output),
        Err(_) => Exit::unreadable(words::NOT_EXPORTED),
    }
}

/// The newest session file of this folder or of those opened last, if there is one.
fn newest_session_file() -> Option<std::path::PathBuf> {
    crate::home::gathering::newest(&RealDisk, Path::new("."), state_dir().as_deref())
}
