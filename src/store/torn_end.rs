//! What a crash cut short is never thrown away: before it is cut off, it stands in a file of its own beside the one it was in.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, OWNER_ONLY, append_all, folder_of};

/// How many torn ends are kept beside a file before somebody should look.
const MOST_TORN: u32 = 999;

/// Puts bytes into a new file beside that one, `.torn`, `.torn-2`…, never over another. Says where they are.
///
/// # Errors
/// They could not be put there, durably.
pub fn set_aside(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let name = path.as_os_str();
    for number in 1..=MOST_TORN {
        let mut aside = name.to_owned();
        aside.push(".torn");
        if number > 1 {
            aside.push(format!("-{number}"));
        }
        let aside = PathBuf::from(aside);
        let mut file = match disk.create_new(&aside, OWNER_ONLY) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            created => created?,
        };
        append_all(&mut *file, bytes)?;
        file.sync_data()?;
        disk.sync_folder(folder_of(path))?;
        return Ok(aside);
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
