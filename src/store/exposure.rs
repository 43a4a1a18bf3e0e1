//! What the place of a séance cannot keep from others: who may read there, who may write there. It is said once, at the
//! opening; the clerk's folder is hers and is never changed.

use std::path::PathBuf;

use super::disk::{Disk, Found, Kind, folder_of};
use super::kept::Place;
use crate::council::kind::ReportKind;
use crate::council::sitting::Sitting;

/// The permissions by which those who are neither owner nor of the group read, and write.
const OTHERS_READ: u32 = 0o004;
const OTHERS_WRITE: u32 = 0o002;
/// The permission by which the group reads.
const GROUP_READS: u32 = 0o040;

/// What a place lets happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exposure {
    /// Its files can be read by others, whatever was asked: a stick without permissions, or a file that was opened up.
    Readable {
        /// Which file.
        path: PathBuf,
    },
    /// The same, and somebody votes by secret ballot there: who signed the list is read by others, never who voted what.
    ReadableBallot {
        /// Which file.
        path: PathBuf,
    },
    /// Anyone may put files in its folder, or take them away.
    Writable {
        /// Which folder.
        folder: PathBuf,
    },
}

/// What is to be said of a place, once its lock file is there. Each file of the record is made for its owner only: one
/// that others read stands on a disk that keeps no permissions, or was opened up by somebody.
#[must_use]
pub fn of(disk: &dyn Disk, place: &Place, sitting: &Sitting) -> Option<Exposure> {
    if let Some(path) = readable_by_others(disk, place) {
        let is_secret = votes_by_secret_ballot(sitting);
        return Some(if is_secret { Exposure::ReadableBallot { path } } else { Exposure::Readable { path } });
    }
    let folder = folder_of(&place.session_file);
    let found = disk.look(folder).ok().flatten()?;
    let is_open = found.kind == Kind::Folder && found.mode & OTHERS_WRITE != 0;
    is_open.then(|| Exposure::Writable { folder: folder.to_owned() })
}

/// The first file of the record that others may read; `None` if they can read none. A secret ballot asks this before
/// anything of it is kept.
#[must_use]
pub fn readable_by_others(disk: &dyn Disk, place: &Place) -> Option<PathBuf> {
    let is_open = |found: Found| found.kind == Kind::File && found.mode & (OTHERS_READ | GROUP_READS) != 0;
    let files = [&place.journal, &place.afterwards, &place.lock];
    files.into_iter().find(|path| disk.look(path).ok().flatten().is_some_and(is_open)).cloned()
}

/// Whether somebody is elected or appointed in that sitting, or a vote by secret ballot is being taken.
fn votes_by_secret_ballot(sitting: &Sitting) -> bool {
    let elects =
        |kind: ReportKind| matches!(kind, ReportKind::Election { .. } | ReportKind::Appointment { secret: true, .. });
    sitting.docket().agenda.reports().any(|report| elects(report.kind))
        || sitting.floor().is_some_and(|floor| floor.vote.secret().is_some())
}
