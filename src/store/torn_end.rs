//! What a crash cut short is never thrown away: before it is cut off, it stands in a file of its own beside the one it was in.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, OWNER_ONLY, append_all, folder_of};
use super::free_name::under_a_free_name;

/// Puts bytes into a new file beside that one, `.torn`, `.torn-2`…, never over another. Says where they are.
///
/// # Errors
/// They could not be put there, durably.
pub fn set_aside(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let (aside, mut file) = under_a_free_name(|number| {
        let mut aside = path.as_os_str().to_owned();
        aside.push(".torn");
        if number > 1 {
            aside.push(format!("-{number}"));
        }
        let aside = PathBuf::from(aside);
        Ok((aside.clone(), disk.create_new(&aside, OWNER_ONLY)?))
    })?;
    append_all(&mut *file, bytes)?;
    file.sync_data()?;
    disk.sync_folder(folder_of(path))?;
    Ok(aside)
}
