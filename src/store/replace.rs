//! Puts a paper where it was asked for: whole or not at all, and never over something that was not meant.
//!
//! The paper is written beside its place under another name, synced, then given its name at once. A crash leaves the
//! old paper or the new one, and at worst a file that begins with [`TEMPORARY`], which nothing ever reads.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, Kind, OWNER_ONLY, OpenFile, append_all, folder_of};
use super::fault::DiskError;
use super::guard::Belonging;

/// How the name of an unfinished paper begins.
pub const TEMPORARY: &str = ".hemicycle-";

/// The permissions of a new paper: it is public.
const READABLE: u32 = 0o644;

/// How many names are tried. Two are the same once in billions of billions.
const TRIES: u32 = 4;

/// Why a paper was not written. What stood there is intact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// Something stands there, and it was not said to replace it.
    Exists {
        /// Where.
        path: PathBuf,
    },
    /// The place belongs to a sitting: no paper is ever written there.
    Belongs {
        /// Where.
        path: PathBuf,
        /// To what of it.
        to: Belonging,
    },
    /// What stands there is not an ordinary file: it is never replaced.
    NotAFile {
        /// Where.
        path: PathBuf,
        /// What it is.
        kind: Kind,
    },
    /// The program wrote it, and somebody changed it since.
    Changed {
        /// Where.
        path: PathBuf,
    },
    /// The place of a folder of papers is not a folder.
    NotAFolder {
        /// Where.
        path: PathBuf,
        /// What it is.
        kind: Kind,
    },
    /// The folder in which a folder of papers is to be created does not exist.
    NoFolder {
        /// Where the folder of papers would be.
        path: PathBuf,
    },
    /// The disk took the old paper away and did not give its name to the new one, which is whole beside its place.
    Unnamed {
        /// Where it should be.
        path: PathBuf,
        /// Where it is.
        kept: PathBuf,
    },
    /// The disk refused.
    Refused {
        /// Where.
        path: PathBuf,
        /// What the system answered.
        error: DiskError,
        /// The unfinished paper, if it could not be removed.
        left: Option<PathBuf>,
    },
}

/// Writes the paper at that path; over an ordinary file only with `over`, keeping its permissions.
///
/// # Errors
/// [`NotWritten`]: what stood at the path is intact.
pub fn replace(disk: &dyn Disk, path: &Path, content: &[u8], over: bool) -> Result<(), NotWritten> {
    put(disk, path, content, over, READABLE)
}

/// The same for what is not public: a new file is for its owner only.
///
/// # Errors
/// As [`replace`].
pub fn replace_private(disk: &dyn Disk, path: &Path, content: &[u8], over: bool) -> Result<(), NotWritten> {
    put(disk, path, content, over, OWNER_ONLY)
}

fn put(disk: &dyn Disk, path: &Path, content: &[u8], over: bool, new: u32) -> Result<(), NotWritten> {
    let refused = |error: io::Error, left| match error.kind() {
        io::ErrorKind::AlreadyExists => NotWritten::Exists { path: path.to_owned() },
        _ => NotWritten::Refused { path: path.to_owned(), error: error.into(), left },
    };
    let found = disk.look(path).map_err(|error| refused(error, None))?;
    let stood_there = found.is_some();
    let mode = match found {
        Some(found) if found.kind != Kind::File => {
            return Err(NotWritten::NotAFile { path: path.to_owned(), kind: found.kind });
        }
        Some(_) if !over => return Err(NotWritten::Exists { path: path.to_owned() }),
        Some(found) => found.mode,
        None => new,
    };
    let (temporary, mut file) = beside(disk, path, mode).map_err(|error| refused(error, None))?;
    let written = append_all(&mut *file, content)
        .and_then(|()| file.sync_data())
        .and_then(|()| disk.rename(&temporary, path, over));
    if let Err(error) = written {
        // Some shared folders take the old file away before they give its name to the new one, and stop in between. The
        // new one is then all that there is.
        if stood_there && matches!(disk.look(path), Ok(None)) {
            return Err(NotWritten::Unnamed { path: path.to_owned(), kept: temporary });
        }
        let left = disk.remove(&temporary).is_err().then_some(temporary);
        return Err(refused(error, left));
    }
    disk.sync_folder(folder_of(path)).map_err(|error| refused(error, None))
}

/// Creates the unfinished paper. The system refuses a name that is taken, link included; it cannot be guessed either, so
/// that in a folder open to others nobody takes all of them beforehand.
pub(super) fn beside(disk: &dyn Disk, path: &Path, mode: u32) -> io::Result<(PathBuf, Box<dyn OpenFile>)> {
    for _ in 0..TRIES {
        let chance = RandomState::new().build_hasher().finish();
        let temporary = folder_of(path).join(format!("{TEMPORARY}{chance:016x}.tmp"));
        match disk.create_new(&temporary, mode) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            created => return Ok((temporary, created?)),
        }
    }
    Err(io::Error::other("too many unfinished papers"))
}

/// Whether a file can be put in a folder: one is, and taken away again.
#[must_use]
pub fn takes_files(disk: &dyn Disk, folder: &Path) -> bool {
    match beside(disk, &folder.join("x"), OWNER_ONLY) {
        Ok((temporary, _)) => disk.remove(&temporary).is_ok(),
        Err(_) => false,
    }
}

/// The unfinished papers of a folder, which a crash left there; none if it cannot be listed.
#[must_use]
pub fn left_in(disk: &dyn Disk, folder: &Path) -> Vec<PathBuf> {
    let is_ours =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(TEMPORARY.as_bytes()));
    disk.names(folder).unwrap_or_default().into_iter().filter(is_ours).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;
    use crate::store::disk::RealDisk;
    use crate::store::memory_disk::{Failure, MemoryDisk, Survivors};

    const OLD: &[u8] = b"the old paper";
    const NEW: &[u8] = b"the new one, which is longer";

    fn papers() -> (MemoryDisk, PathBuf) {
        let (disk, path) = (MemoryDisk::new(), PathBuf::from("/papers/pv.txt"));
        disk.put(&path, OLD);
        (disk, path)
    }

    /// What a crash leaves at each operation of `write`, that is neither the old paper nor the new one.
    fn broken_papers(write: impl Fn(&dyn Disk, &Path) -> bool) -> usize {
        let mut broken = 0;
        for operation in 0..12 {
            let (disk, path) = papers();
            disk.fail(Some(Failure { operation, kind: io::ErrorKind::Other, for_good: true }));
            let done = write(&disk, &path);
            for steps in 0..=disk.pending_steps() {
                for names in [false, true] {
                    let left = disk.after_power_cut(Survivors { steps, names }).content(&path);
                    let good = left.as_deref() == Some(NEW) || !done && left.as_deref() == Some(OLD);
                    broken += usize::from(!good);
                }
            }
        }
        broken
    }

    #[test]
    fn case_08_a_crash_at_any_operation_leaves_the_old_paper_or_the_new_one() {
        assert_eq!(broken_papers(|disk, path| replace(disk, path, NEW, true).is_ok()), 0);
    }

    #[test]
    fn case_08_goes_red_if_a_paper_is_written_in_place_or_not_synced() {
        let in_place = |disk: &dyn Disk, path: &Path| {
            let written = disk.open(path).and_then(|mut file| {
                file.truncate(0)?;
                append_all(&mut *file, NEW)?;
                file.sync_data()
            });
            written.is_ok()
        };
        assert!(broken_papers(in_place) > 0);
        let unsynced = |disk: &dyn Disk, path: &Path| {
            let temporary = Path::new("/papers/tmp");
            let written = disk.create_new(temporary, READABLE).and_then(|mut file| {
                append_all(&mut *file, NEW)?;
                disk.rename(temporary, path, true)?;
                disk.sync_folder(folder_of(path))
            });
            written.is_ok()
        };
        assert!(broken_papers(unsynced) > 0);
    }

    #[test]
    fn case_19_when_an_operation_fails_the_old_paper_is_intact_and_nothing_lies_beside_it() {
        for operation in 0..5 {
            let (disk, path) = papers();
            disk.fail(Some(Failure { operation, kind: io::ErrorKind::CrossesDevices, for_good: false }));
            let NotWritten::Refused { error, left: None, .. } = replace(&disk, &path, NEW, true).unwrap_err() else {
                panic!("operation {operation}")
            };
            assert_eq!(error.kind, io::ErrorKind::CrossesDevices);
            assert_eq!(disk.content(&path).unwrap(), OLD, "operation {operation}");
            assert_eq!(left_in(&disk, Path::new("/papers")), Vec::<PathBuf>::new(), "operation {operation}");
        }
    }

    #[test]
    fn case_23_an_unfinished_paper_that_cannot_be_removed_is_named_and_found_later() {
        let (disk, path) = papers();
        disk.fail(Some(Failure { operation: 2, kind: io::ErrorKind::StorageFull, for_good: true }));
        let NotWritten::Refused { left: Some(left), .. } = replace(&disk, &path, NEW, true).unwrap_err() else {
            panic!()
        };
        disk.fail(None);
        assert_eq!(left_in(&disk, Path::new("/papers")), vec![left]);
        assert_eq!(replace(&disk, &path, NEW, true), Ok(()));
    }

    #[test]
    fn case_55_links_pipes_and_folders_are_never_replaced_and_a_file_only_when_told_to() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("mine"), "mine").unwrap();
        symlink(at("mine"), at("link")).unwrap();
        fs::create_dir(at("folder")).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(at("pipe")).status().unwrap().success());
        for (name, kind) in [("link", Kind::Link), ("folder", Kind::Folder), ("pipe", Kind::Special)] {
            let path = at(name);
            assert_eq!(replace(&RealDisk, &path, NEW, true), Err(NotWritten::NotAFile { path: path.clone(), kind }));
        }
        assert_eq!(replace(&RealDisk, &at("mine"), NEW, false), Err(NotWritten::Exists { path: at("mine") }));
        assert_eq!(fs::read(at("mine")).unwrap(), b"mine");
        fs::set_permissions(at("mine"), fs::Permissions::from_mode(0o640)).unwrap();
        assert_eq!(replace(&RealDisk, &at("mine"), NEW, true), Ok(()));
        assert_eq!(fs::read(at("mine")).unwrap(), NEW);
        assert_eq!(RealDisk.look(&at("mine")).unwrap().unwrap().mode, 0o640, "permissions are kept");
        assert_eq!(replace(&RealDisk, &at("new"), NEW, false), Ok(()));
        assert_eq!(RealDisk.look(&at("new")).unwrap().unwrap().mode, READABLE);
        assert_eq!(left_in(&RealDisk, folder.path()), Vec::<PathBuf>::new());
    }
}
