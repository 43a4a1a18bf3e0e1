//! Lines that one place of a record lacks are brought there: added, synced, read again. None is ever taken away.

use std::io;
use std::path::{Path, PathBuf};

use super::side::Side;
use crate::store::disk::{Disk, OWNER_ONLY, append_all, folder_of, if_there};
use crate::store::journal::LIMIT;
use crate::store::kept::Place;
use crate::store::torn_end::set_aside;

/// Adds to the files of a place what they lack of those lines, the journal first; then syncs them, their names too, and
/// reads them again. A crash in between leaves a beginning of those lines, to which the rest is added the next time.
///
/// # Errors
/// What stands there is not the beginning of those lines ([`InvalidData`](io::ErrorKind::InvalidData)): nothing is
/// changed in that file. Or the disk refuses: what was added is cut off again where it can be, and is else a beginning.
pub fn bring_up(disk: &dyn Disk, place: &Place, to: &Side) -> io::Result<()> {
    let files = [(&place.journal, &to.journal), (&place.afterwards, &to.afterwards)];
    for (path, all) in files {
        if !all.starts_with(&there(disk, path)?) {
            return Err(io::ErrorKind::InvalidData.into());
        }
    }
    for (path, all) in files {
        add(disk, path, all)?;
    }
    disk.sync_folder(folder_of(&place.journal))?;
    for (path, all) in files {
        if there(disk, path)? != *all {
            return Err(io::ErrorKind::InvalidData.into());
        }
    }
    Ok(())
}

fn there(disk: &dyn Disk, path: &Path) -> io::Result<Vec<u8>> {
    Ok(if_there(disk.read(path, LIMIT))?.unwrap_or_default())
}

fn add(disk: &dyn Disk, path: &Path, all: &[u8]) -> io::Result<()> {
    let before = disk.look(path)?.map(|found| found.length);
    let kept = usize::try_from(before.unwrap_or(0)).unwrap_or(usize::MAX);
    let Some(more) = all.get(kept..) else { return Err(io::ErrorKind::InvalidData.into()) };
    if more.is_empty() && before.is_none() {
        return Ok(());
    }
    let mut file = if before.is_some() { disk.open(path)? } else { disk.create_new(path, OWNER_ONLY)? };
    let added = append_all(&mut *file, more).and_then(|()| file.sync_data());
    if added.is_err() {
        // If even this fails, a beginning stands there: every line of it is one that was recorded.
        let _ = file.truncate(kept as u64);
    }
    added
}

/// Puts what follows the whole lines of a file aside, durably, and only then cuts it off. Says where it is.
///
/// # Errors
/// It could not be put aside, or not be cut off: what is not aside is where it was.
pub fn drop_torn_end(disk: &dyn Disk, path: &Path, whole: u64, tail: &[u8]) -> io::Result<PathBuf> {
    let aside = set_aside(disk, path, tail)?;
    let mut file = disk.open(path)?;
    file.truncate(whole)?;
    file.sync_data()?;
    Ok(aside)
}
