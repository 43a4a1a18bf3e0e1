//! A copy that does not go with its place is given another name in its folder: it stays a whole séance, and is never
//! deleted.

use std::io;
use std::path::PathBuf;

use crate::store::disk::{Disk, folder_of, if_there};
use crate::store::free_name::under_a_free_name;
use crate::store::kept::Place;

/// What is added to the name of what is set aside, before its number.
const MARK: &str = "-ecarte-";

/// Gives the journal, what follows its close and the session file of a copy a free name, durably. Says where the journal
/// is now.
///
/// # Errors
/// One of them has the name it had; none is lost.
pub fn set_copy_aside(disk: &dyn Disk, place: &Place) -> io::Result<PathBuf> {
    let aside = free(disk, place)?;
    // The journal last: while it is there the copy is found to be set aside.
    for (from, to) in [
        (&place.session_file, &aside.session_file),
        (&place.afterwards, &aside.afterwards),
        (&place.journal, &aside.journal),
    ] {
        // A copy may lack one of them.
        if_there(disk.rename(from, to, false))?;
    }
    disk.sync_folder(folder_of(&place.journal))?;
    Ok(aside.journal)
}

/// A name under which nothing stands yet.
fn free(disk: &dyn Disk, place: &Place) -> io::Result<Place> {
    let name = |end: &str, number: u32| {
        let mut name = place.session_file.file_stem().unwrap_or_default().to_owned();
        name.push(format!("{MARK}{number}{end}"));
        place.session_file.with_file_name(name)
    };
    under_a_free_name(|number| {
        let [session_file, journal, afterwards, lock] =
            [".ron", ".journal", ".suites", ".lock"].map(|end| name(end, number));
        for path in [&session_file, &journal, &afterwards] {
            if disk.look(path)?.is_some() {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
        }
        Ok(Place { session_file, journal, afterwards, lock })
    })
}
