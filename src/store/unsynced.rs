//! A file of the record that reads well and cannot be synced. A program was killed between writing and syncing, and the
//! disk then failed to take what it had written.
//!
//! The system says so once and holds the lost bytes for written: the next opening would be told that all is well. So what
//! is read is written at once to a fresh file, which takes the name. It is judged after that like any other.

use super::disk::Disk;
use super::fault::Fault;
use super::journal::LIMIT;
use super::replace::replace_private;

/// Writes the file of that fault anew from what it reads as; false if that is not what is wrong, or if the disk refuses:
/// the file is then as it was.
pub fn write_anew(disk: &dyn Disk, fault: &Fault) -> bool {
    let Fault::Unreachable { path, .. } = fault else { return false };
    disk.read(path, LIMIT).is_ok_and(|bytes| replace_private(disk, path, &bytes, true).is_ok())
}
