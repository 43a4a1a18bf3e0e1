//! Where the second copies of this user are, by the whole path of a session file.

use std::path::{Path, PathBuf, absolute};

use super::Exit;
use super::configuration::state_dir;
use crate::french::file;
use crate::french::record::{only_the_copy, read_me};
use crate::store::disk::{Disk, Kind, RealDisk};
use crate::store::fault::{Fault, Notice};
use crate::store::kept::Place;
use crate::store::record::doubled;
use crate::store::second_copy::{Copies, FOLDER, place_of};
use crate::store::session_file::SessionFile;
use crate::store::session_file::problem::{Problem, ProblemKind, Unread, Unreadable};

/// Where the second copy of that séance goes; `None` for a user without a home.
#[must_use]
pub fn copies_of(session: &SessionFile) -> Option<Copies> {
    let copies = copies_at(&session.path)?;
    Some(Copies { read_me: read_me(&copies.of, &session.docket), ..copies })
}

/// The same, for who only reads.
fn copies_at(session_file: &Path) -> Option<Copies> {
    Some(Copies { folder: folder()?, of: whole(session_file), read_me: String::new() })
}

/// What is to be said where the second copy of a séance holds more than its place.
#[must_use]
pub fn copy_holds_more(disk: &dyn Disk, session_file: &Path) -> Option<Notice> {
    doubled::copy_holds_more(disk, session_file, &copies_at(session_file)?)
}

/// What is wrong with a record, and its second copy if that one is intact and holds more.
#[must_use]
pub fn with_its_copy(disk: &dyn Disk, session_file: &Path, fault: Fault) -> Fault {
    match (Place::of(session_file), copies_at(session_file)) {
        (Ok(place), Some(copies)) if !copies.holds_it() => doubled::with_copy(disk, &place, &copies, fault),
        _ => fault,
    }
}

/// The session file of the copy of a séance whose own is gone, if there is one under that path.
#[must_use]
pub fn copy_in_its_place(disk: &dyn Disk, session_file: &Path) -> Option<PathBuf> {
    let Place { session_file, journal, .. } = place_of(&folder()?, &whole(session_file)).ok()?;
    let is_there = |path: &Path| matches!(disk.look(path), Ok(Some(found)) if found.kind == Kind::File);
    (is_there(&session_file) && is_there(&journal)).then_some(session_file)
}

/// How it ends where a session file cannot be read. Where it is gone, or lost what it held, and there is a copy of the
/// séance, that is said.
#[must_use]
pub fn unread_or_copied(path: &Path, unread: &Unread) -> Exit {
    let why = file::unread(unread);
    let is_lost = |problem: &Problem| match &problem.kind {
        ProblemKind::File(Unreadable::Missing | Unreadable::Disk(_)) | ProblemKind::Empty => true,
        _ => false,
    };
    match copy_in_its_place(&RealDisk, path).filter(|_| unread.problems.iter().any(is_lost)) {
        Some(copy) => Exit::Unusable(format!("{}\n{}", why.trim_end(), only_the_copy(&copy))),
        None => Exit::refused(&why, unread.cannot_be_read()),
    }
}

/// Whether that session file is itself one of the copies.
#[must_use]
pub fn is_copy(session_file: &Path) -> bool {
    folder().is_some_and(|folder| whole(session_file).starts_with(folder))
}

/// The folder of the copies, links followed as far as it is there.
fn folder() -> Option<PathBuf> {
    Some(whole(&state_dir()?.join(FOLDER)))
}

/// A path by which a file is the same however its path was written. Of what is not there the folder above is followed, and
/// so on: a stick that is away has the path that it had.
fn whole(path: &Path) -> PathBuf {
    let path = absolute(path).unwrap_or_else(|_| path.to_owned());
    let there = path.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    let Some((above, whole)) = there else { return path };
    match path.strip_prefix(above) {
        Ok(rest) if !rest.as_os_str().is_empty() => whole.join(rest),
        _ => whole,
    }
}
