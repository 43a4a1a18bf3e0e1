//! What a paper is never written over, whatever is said: the session file, its record, its
//! notes, and the files that it names.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use super::disk::folder_of;
use super::kept::Place;
use super::notes;
use super::session_file::SessionFile;

/// To what a place belongs where no paper is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belonging {
    /// It is the session file itself.
    SessionFile,
    /// It is a text, an annex or the table of the members of that session file.
    Named,
    /// It has the name of a session file, perhaps of another sitting.
    SessionName,
    /// It is a file of a record, or has the name of one, perhaps of another sitting.
    Record,
    /// It stands in a folder of notes, perhaps of another sitting.
    Notes,
}

/// To what of that session the place belongs, or to what of any other by its name; `None` if a paper may stand there.
///
/// Files are known by what they are and not by how the path is written: a link or `../folder/x.ron` is the same file.
#[must_use]
pub fn belonging(session: &SessionFile, target: &Path) -> Option<Belonging> {
    let is_there = identity(target);
    let is = |path: &Path| is_there.is_some() && identity(path) == is_there;
    if is(&session.path) {
        return Some(Belonging::SessionFile);
    }
    if session.sums.keys().any(|name| is(&folder_of(&session.path).join(name))) {
        return Some(Belonging::Named);
    }
    if Place::of(&session.path).is_ok_and(|place| [place.journal, place.afterwards, place.lock].iter().any(|at| is(at)))
    {
        return Some(Belonging::Record);
    }
    let folder = folder_of(target);
    let has_the_name_of_notes = folder.extension().is_some_and(|end| end.eq_ignore_ascii_case("notes"));
    let is_of_notes = identity(folder).is_some_and(|own| identity(&notes::folder(&session.path)) == Some(own));
    if has_the_name_of_notes || is_of_notes {
        return Some(Belonging::Notes);
    }
    let end = target.extension()?.to_string_lossy().to_lowercase();
    match end.as_str() {
        "ron" => Some(Belonging::SessionName),
        "journal" | "suites" | "lock" | "torn" | "affichage" => Some(Belonging::Record),
        // The second torn end that is kept beside a journal, and those after it.
        _ if end.starts_with("torn-") => Some(Belonging::Record),
        _ => None,
    }
}

/// What makes a file the same whatever its name: its device and its number there. Links are followed.
fn identity(path: &Path) -> Option<(u64, u64)> {
    fs::metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()))
}
