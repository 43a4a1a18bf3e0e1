//! The notes of a sitting, `NAME.notes/NUMERO.md`: one small Markdown file a report, beside the session file.
//!
//! Any editor may change them, at any time. So they are read anew whenever they are looked at, and a file that changed
//! since it was read is never written over: both texts are kept in it, with a mark between them. Links are not followed.

pub mod file_name;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::disk::{Disk, Kind, folder_of, if_there};
use super::fault::DiskError;
use super::replace::{NotWritten, TEMPORARY, replace_private};
use super::session_file::files::text_of;
use super::session_file::problem::Unreadable;
use crate::council::docket::Docket;
use crate::council::id::ReportId;
use crate::council::notes::{LONGEST, NoteSums, Notes, both, normal};

/// The longest notes of a report, in bytes.
pub const LIMIT: usize = LONGEST;

/// What is wrong with a file of notes, or with their folder. None of them is ever touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteProblem {
    /// What should be the folder is something else: there are no notes, and none can be written.
    NotAFolder {
        /// Where.
        path: PathBuf,
        /// What it is.
        kind: Kind,
    },
    /// The folder cannot be looked into.
    FolderUnreadable {
        /// Where.
        path: PathBuf,
        /// What the system answered.
        error: DiskError,
    },
    /// What should be the notes of a report is a link, a folder or a device.
    NotAFile {
        /// Where.
        path: PathBuf,
        /// What it is.
        kind: Kind,
    },
    /// The notes of a report are longer than [`LIMIT`].
    TooLong {
        /// Where.
        path: PathBuf,
    },
    /// The notes of a report are not a text.
    NotText {
        /// Where.
        path: PathBuf,
        /// What they are.
        why: Unreadable,
    },
    /// The disk refuses to read the notes of a report.
    Unreachable {
        /// Where.
        path: PathBuf,
        /// What the system answered.
        error: DiskError,
    },
    /// No report of the agenda has that name.
    UnknownReport {
        /// Where.
        path: PathBuf,
        /// The name that the file would have, if it is the number of a report written otherwise.
        meant: Option<String>,
    },
    /// Notes that were being written when the program was cut short. They are never read.
    LeftOver {
        /// Where.
        path: PathBuf,
    },
}

/// The notes as they stand on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// What can be read of them.
    pub notes: Notes,
    /// The SHA-256, in hexadecimal, of the bytes of each file that is not blank.
    pub sums: NoteSums,
    /// The reports whose notes cannot be read, each with its reason.
    pub unreadable: BTreeMap<ReportId, NoteProblem>,
    /// What is wrong besides: with the folder, or with a file that is of no report.
    pub problems: Vec<NoteProblem>,
}

/// The folder of the notes of that session file.
#[must_use]
pub fn folder(session_file: &Path) -> PathBuf {
    session_file.with_extension("notes")
}

/// The file of a report's notes.
#[must_use]
pub fn path(session_file: &Path, report: &ReportId) -> PathBuf {
    folder(session_file).join(file_name::of(report))
}

/// Reads the notes of every report. Where there is no folder there are none, and that is nothing wrong.
#[must_use]
pub fn load(disk: &dyn Disk, session_file: &Path, docket: &Docket) -> Kept {
    let mut kept = Kept::default();
    let folder = folder(session_file);
    let unreadable =
        |error: std::io::Error| NoteProblem::FolderUnreadable { path: folder.clone(), error: error.into() };
    match disk.look(&folder) {
        Ok(None) => return kept,
        Ok(Some(found)) if found.kind != Kind::Folder => {
            kept.problems.push(NoteProblem::NotAFolder { path: folder, kind: found.kind });
            return kept;
        }
        Ok(Some(_)) => {}
        Err(error) => {
            kept.problems.push(unreadable(error));
            return kept;
        }
    }
    let files = match disk.names(&folder) {
        Ok(files) => files,
        Err(error) => {
            kept.problems.push(unreadable(error));
            return kept;
        }
    };
    let reports: BTreeMap<String, &ReportId> =
        docket.agenda.reports().map(|report| (file_name::of(&report.id), &report.id)).collect();
    for file in files {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match reports.get(&name) {
            Some(report) => take(disk, &file, report, &mut kept),
            None => kept.problems.extend(stranger(&file, &name, &reports)),
        }
    }
    kept
}

/// The sums of the notes as they stand on the disk at this moment.
#[must_use]
pub fn sums(disk: &dyn Disk, session_file: &Path, docket: &Docket) -> NoteSums {
    load(disk, session_file, docket).sums
}

fn take(disk: &dyn Disk, file: &Path, report: &ReportId, kept: &mut Kept) {
    match bytes(disk, file) {
        Ok(None) => {}
        Ok(Some(bytes)) => {
            let own = sum(&bytes);
            match text(file, bytes) {
                Ok(text) if text.trim().is_empty() => {}
                Ok(text) => {
                    kept.sums.insert(report.clone(), own);
                    kept.notes.set(report.clone(), text);
                }
                Err(why) => {
                    kept.sums.insert(report.clone(), own);
                    kept.unreadable.insert(report.clone(), why);
                }
            }
        }
        Err(why) => {
            kept.unreadable.insert(report.clone(), why);
        }
    }
}

/// What is to be said of a file that is of no report; nothing of one that an editor keeps for itself.
fn stranger(file: &Path, name: &str, reports: &BTreeMap<String, &ReportId>) -> Option<NoteProblem> {
    if name.starts_with(TEMPORARY) {
        return Some(NoteProblem::LeftOver { path: file.to_owned() });
    }
    if name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#')) {
        return None;
    }
    let alike = |known: &&String| {
        let typed = name.strip_suffix(file_name::END).unwrap_or(name).to_lowercase();
        reports.get(*known).is_some_and(|report| report.as_str().to_lowercase() == typed)
            || known.to_lowercase() == name.to_lowercase()
    };
    Some(NoteProblem::UnknownReport { path: file.to_owned(), meant: reports.keys().find(alike).cloned() })
}

/// SHA-256 of the bytes, in hexadecimal.
fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing into a `String` cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The bytes of an ordinary file that is not too long; `None` if nothing stands there.
fn bytes(disk: &dyn Disk, file: &Path) -> Result<Option<Vec<u8>>, NoteProblem> {
    let unreachable = |error: std::io::Error| NoteProblem::Unreachable { path: file.to_owned(), error: error.into() };
    match disk.look(file).map_err(unreachable)? {
        None => return Ok(None),
        Some(found) if found.kind != Kind::File => {
            return Err(NoteProblem::NotAFile { path: file.to_owned(), kind: found.kind });
        }
        Some(_) => {}
    }
    if_there(disk.read(file, LONGEST as u64)).map_err(|error| match error.kind() {
        ErrorKind::FileTooLarge => NoteProblem::TooLong { path: file.to_owned() },
        _ => unreachable(error),
    })
}

fn text(file: &Path, bytes: Vec<u8>) -> Result<String, NoteProblem> {
    let text = text_of(bytes).map_err(|why| NoteProblem::NotText { path: file.to_owned(), why })?;
    Ok(normal(&text))
}

/// Why notes were not saved. What stood there is intact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// They are longer than [`LIMIT`].
    TooLong,
    /// What stands there cannot be read, so it is not written over.
    InTheWay(NoteProblem),
    /// The folder cannot be made.
    NoFolder {
        /// Where.
        path: PathBuf,
        /// What the system answered.
        error: DiskError,
    },
    /// The disk refused.
    Refused(NotWritten),
}

/// Notes to be saved.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// Whose.
    pub report: &'a ReportId,
    /// As they are to stand.
    pub text: &'a str,
    /// As they were read, or saved last: if the file is not that any more, somebody else changed it.
    pub base: &'a str,
    /// What stands between the text of somebody else and ours.
    pub mark: &'a str,
}

/// Saves the notes of a report and gives back what now stands on the disk: that text, or that text below another's.
///
/// The folder is made when it is first needed. The file is private, and replaced at once: a crash leaves the old notes or
/// the new ones. Another program that writes in the instant between the look and the replacement is not noticed.
///
/// # Errors
/// [`NotSaved`]: what stood there is intact.
pub fn save(disk: &dyn Disk, session_file: &Path, draft: &Draft) -> Result<String, NotSaved> {
    let path = path(session_file, draft.report);
    let theirs = match disk.look(folder_of(&path)) {
        Ok(None) if draft.text.trim().is_empty() => return Ok(String::new()),
        Ok(None) => {
            disk.create_folder(folder_of(&path)).map_err(|error| no_folder(folder_of(&path), error))?;
            None
        }
        Ok(Some(found)) if found.kind == Kind::Folder => bytes(disk, &path).map_err(NotSaved::InTheWay)?,
        Ok(Some(found)) => {
            let path = folder_of(&path).to_owned();
            return Err(NotSaved::InTheWay(NoteProblem::NotAFolder { path, kind: found.kind }));
        }
        Err(error) => return Err(no_folder(folder_of(&path), error)),
    };
    let stands_there = theirs.is_some();
    let theirs = theirs.map_or(Ok(String::new()), |bytes| text(&path, bytes)).map_err(NotSaved::InTheWay)?;
    let (base, ours) = (normal(draft.base), normal(draft.text));
    let wanted = if theirs == base { ours } else { both(&base, &theirs, &ours, draft.mark) };
    if wanted == theirs {
        return Ok(wanted);
    }
    let content = if wanted.trim().is_empty() { String::new() } else { format!("{wanted}\n") };
    if content.len() > LONGEST {
        return Err(NotSaved::TooLong);
    }
    if !stands_there {
        // The folder may be new, by this save or by one that failed after it was made.
        let around = folder_of(folder_of(&path));
        disk.sync_folder(around).map_err(|error| no_folder(folder_of(&path), error))?;
    }
    replace_private(disk, &path, content.as_bytes(), stands_there).map_err(NotSaved::Refused)?;
    Ok(wanted)
}

fn no_folder(path: &Path, error: std::io::Error) -> NotSaved {
    NotSaved::NoFolder { path: path.to_owned(), error: error.into() }
}

#[cfg(test)]
mod tests;
