//! The séances that are listed: found in the folder and in what is remembered, read one by one.

use std::path::{Path, PathBuf};

use crate::app::home::{Row, Weight};
use crate::french::screen::home as words;
use crate::store::disk::{Disk, folder_of};
use crate::store::folder_of_sittings::{Found, State, candidates, is_session_file, look};
use crate::store::recent;
use crate::verbs::copy_in_its_place;

/// A file that may be a séance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Where.
    pub path: PathBuf,
    /// Whether it lies in the folder that is listed.
    pub is_here: bool,
}

/// The files of a folder that may be séances, the last by name first; then the recent ones elsewhere. Nothing is read.
#[must_use]
pub fn gather(disk: &dyn Disk, folder: &Path, remembered: Option<&Path>) -> Vec<Candidate> {
    let mut here = candidates(disk, folder);
    // Names often begin with their day: what is wanted is read first.
    here.reverse();
    let whole = |path: &Path| folder_of(path).canonicalize().ok();
    let this = folder.canonicalize().ok();
    let recent = remembered.map(|state| recent::read(disk, state)).unwrap_or_default();
    let is_elsewhere = |path: &PathBuf| this.is_none() || whole(path) != this || in_its_place(disk, path).is_some();
    let elsewhere = recent.into_iter().filter(is_elsewhere);
    let here = here.into_iter().map(|path| Candidate { path: bare(path), is_here: true });
    here.chain(elsewhere.map(|path| Candidate { path, is_here: false })).collect()
}

/// The row of a candidate; nothing if it is no session file.
#[must_use]
pub fn row(disk: &dyn Disk, number: usize, candidate: &Candidate) -> Option<Row> {
    if let Some(copy) = in_its_place(disk, &candidate.path) {
        let row = row_of(number, candidate, &look(disk, &copy));
        return Some(Row { state: words::in_the_copy(&row.state), ..row });
    }
    // A séance that was opened once is one, whatever became of its file.
    if candidate.is_here && !is_session_file(disk, &candidate.path) {
        return None;
    }
    Some(row_of(number, candidate, &look(disk, &candidate.path)))
}

/// The file to open for a candidate: its own, or the second copy of a séance whose own is gone.
#[must_use]
pub fn to_open(disk: &dyn Disk, candidate: &Candidate) -> PathBuf {
    in_its_place(disk, &candidate.path).unwrap_or_else(|| candidate.path.clone())
}

/// The session file of the second copy, where the séance itself is not there any more.
fn in_its_place(disk: &dyn Disk, path: &Path) -> Option<PathBuf> {
    let is_gone = !matches!(disk.look(path), Ok(Some(_)));
    if is_gone { copy_in_its_place(disk, path) } else { None }
}

/// A file as the list shows it.
fn row_of(number: usize, candidate: &Candidate, found: &Found) -> Row {
    let name = candidate.path.file_name().map_or(candidate.path.as_path(), Path::new);
    let file = words::file_name(if candidate.is_here { name } else { &candidate.path });
    let findings = words::to_mend(found);
    let opens = match &found.state {
        // Nothing irregular keeps a séance from being opened: the program asks for a reason then.
        State::Unread(_) | State::Doubtful(_) | State::Gone => false,
        _ => true,
    };
    Row {
        number,
        council: found.about.as_ref().map_or_else(|| file.clone(), |about| about.council.clone()),
        kind: found.about.as_ref().map(|about| about.kind),
        date: found.about.as_ref().map(|about| about.date),
        state: words::state(found),
        weight: weight(found),
        file,
        is_here: candidate.is_here,
        findings,
        opens,
    }
}

fn weight(found: &Found) -> Weight {
    match &found.state {
        _ if found.held.is_some() => Weight::Held,
        State::Gone => Weight::Gone,
        State::Prepared { irregular, .. } if irregular.is_empty() => Weight::Ready,
        State::Unread(_) | State::Doubtful(_) | State::Prepared { .. } => Weight::Mend,
        State::RollCall | State::UnderWay { .. } => Weight::UnderWay,
        State::Closed { .. } | State::Adjourned { .. } => Weight::Done,
    }
}

/// The newest séance of a folder, or of those opened last: the one that the next is like.
#[must_use]
pub fn newest(disk: &dyn Disk, folder: &Path, remembered: Option<&Path>) -> Option<PathBuf> {
    let dated = |path: PathBuf| {
        let about = is_session_file(disk, &path).then(|| look(disk, &path)).and_then(|found| found.about)?;
        Some((about.date, path))
    };
    let here = candidates(disk, folder).into_iter().filter_map(dated).max();
    let recent = || remembered.map(|state| recent::read(disk, state)).unwrap_or_default().into_iter().filter_map(dated);
    here.or_else(|| recent().max()).map(|(_, path)| bare(path))
}

/// A path without « ./ » before it, which is of no use to who reads it, nor to who opens it.
fn bare(path: PathBuf) -> PathBuf {
    path.strip_prefix(".").map(Path::to_path_buf).unwrap_or(path)
}
