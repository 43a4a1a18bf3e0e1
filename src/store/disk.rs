//! The disk as the record needs it: few operations, each of which may fail, none of which follows a link.
//!
//! Everything that must survive a crash goes through [`Disk`], so that a test can put a disk there that forgets what
//! was not synced, or that fails at the operation of its choice (see [`super::memory_disk`]).

use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::interrupted::again;

/// What stands at a path. Links are not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// The device on which it is; with `inode`, its identity whatever its name.
    pub device: u64,
    /// Its number on that device.
    pub inode: u64,
    /// Its length in bytes.
    pub length: u64,
    /// Who may read and write it: the nine permission bits.
    pub mode: u32,
}

/// The permissions of the record: only its owner reads and writes it.
pub const OWNER_ONLY: u32 = 0o600;
/// The permissions of a folder of the record.
pub const OWNER_ENTERS: u32 = 0o700;

impl Found {
    /// Whether both are the same file, whatever was written to it.
    #[must_use]
    pub fn is_same_file(&self, other: &Self) -> bool {
        (self.kind, self.device, self.inode) == (other.kind, other.device, other.inode)
    }
}

/// The kinds of things that a path may lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A pipe, a device, a socket.
    Special,
}

/// The operations on which the record rests. Every error is the system's own.
pub trait Disk: Send + Sync {
    /// What stands at the path; `None` if nothing does.
    ///
    /// # Errors
    /// The path cannot be looked at.
    fn look(&self, path: &Path) -> io::Result<Option<Found>>;

    /// All the bytes of an ordinary file.
    ///
    /// # Errors
    /// It is not there, is not an ordinary file, or holds more than `limit` bytes
    /// ([`FileTooLarge`](io::ErrorKind::FileTooLarge)).
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// The first bytes of an ordinary file, at most that many.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    fn read_beginning(&self, path: &Path, length: u64) -> io::Result<Vec<u8>> {
        let mut bytes = self.read(path, u64::MAX)?;
        bytes.truncate(usize::try_from(length).unwrap_or(usize::MAX));
        Ok(bytes)
    }

    /// As [`read`](Self::read), and what was read is on the disk: a program that was killed between writing and syncing
    /// leaves bytes in the memory of the system only, and these are about to be shown as recorded.
    ///
    /// # Errors
    /// As [`read`](Self::read); or the content cannot be synced, where it could be written.
    fn read_synced(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// Creates a file with those permissions, whatever the `umask`.
    ///
    /// # Errors
    /// Something stands there already, or it cannot be created.
    fn create_new(&self, path: &Path, mode: u32) -> io::Result<Box<dyn OpenFile>>;

    /// Creates a folder that only its owner enters.
    ///
    /// # Errors
    /// Something stands there already, or it cannot be created.
    fn create_folder(&self, path: &Path) -> io::Result<()>;

    /// Opens an ordinary file to add to its end.
    ///
    /// # Errors
    /// It is not there, is not an ordinary file, or cannot be opened.
    fn open(&self, path: &Path) -> io::Result<Box<dyn OpenFile>>;

    /// Gives a file another name in the same folder, at once: under the new name stands the old file or the new one.
    ///
    /// # Errors
    /// It has the name it had; without `over`, also if something stands under the new name.
    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// It cannot be removed.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes the names in a folder durable: a new file may vanish in a power cut until then.
    ///
    /// # Errors
    /// The folder cannot be synced.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// The names in a folder, sorted; at most 10 000 of them.
    ///
    /// # Errors
    /// The folder cannot be listed.
    fn names(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
}

/// What was done or read; `None` if nothing stands at the path.
///
/// # Errors
/// Every other refusal, as it was.
pub fn if_there<T>(done: io::Result<T>) -> io::Result<Option<T>> {
    match done {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        done => done.map(Some),
    }
}

/// A file open for adding to its end.
pub trait OpenFile: Send {
    /// What this descriptor leads to, whatever happened to the name.
    ///
    /// # Errors
    /// The system cannot say.
    fn look(&self) -> io::Result<Found>;

    /// Adds bytes to the end; may take only the first of them, as the system does. Says how many.
    ///
    /// # Errors
    /// None was taken.
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// Makes the content durable.
    ///
    /// # Errors
    /// It may or may not be: the descriptor must not be trusted any more, for the system reports a loss only once.
    fn sync_data(&mut self) -> io::Result<()>;

    /// Cuts the file to that many bytes.
    ///
    /// # Errors
    /// It is as it was.
    fn truncate(&mut self, length: u64) -> io::Result<()>;

    /// Takes the lock that the system keeps until this file is closed or its process ends; false if another has it.
    ///
    /// # Errors
    /// There are no locks on this file system.
    fn try_lock(&self) -> io::Result<bool>;
}

/// Adds all the bytes, however few at a time the system takes.
///
/// # Errors
/// As [`OpenFile::append`]; some bytes may have been added.
pub fn append_all(file: &mut dyn OpenFile, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match again(|| file.append(bytes))? {
            0 => return Err(io::ErrorKind::WriteZero.into()),
            taken => bytes = bytes.get(taken..).unwrap_or_default(),
        }
    }
    Ok(())
}

/// The folder in which a path stands.
#[must_use]
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Do not follow a link at the end of the path. Linux gives it one of two values, by architecture (`fcntl.h`); the
/// crate `libc` would be a dependency for two numbers.
#[cfg(any(target_arch = "arm", target_arch = "aarch64", target_arch = "powerpc", target_arch = "powerpc64"))]
const NO_FOLLOW: i32 = 0x8000;
/// Do not follow a link at the end of the path: the value of every other architecture.
#[cfg(not(any(target_arch = "arm", target_arch = "aarch64", target_arch = "powerpc", target_arch = "powerpc64")))]
const NO_FOLLOW: i32 = 0x2_0000;
/// Do not wait for the other end of a pipe when opening it, nor for what a device may say one day. Means nothing for an
/// ordinary file.
pub(super) const NO_WAIT: i32 = 0x800;

/// How many names of a folder are looked at.
const NAMES: usize = 10_000;

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl RealDisk {
    /// Opens an ordinary file and nothing else: asked after the opening, so that nothing can come in between.
    fn open_file(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
        let file = options.custom_flags(NO_FOLLOW | NO_WAIT).open(path)?;
        if again(|| file.metadata())?.is_file() {
            return Ok(file);
        }
        Err(io::Error::new(io::ErrorKind::InvalidInput, "not an ordinary file"))
    }
}

impl Disk for RealDisk {
    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        Ok(if_there(again(|| fs::symlink_metadata(path)))?.map(|metadata| found(&metadata)))
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        bytes_of(&Self::open_file(OpenOptions::new().read(true), path)?, limit)
    }

    fn read_beginning(&self, path: &Path, length: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        Self::open_file(OpenOptions::new().read(true), path)?.take(length).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn read_synced(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let file = Self::open_file(OpenOptions::new().read(true), path)?;
        let bytes = bytes_of(&file, limit)?;
        match file.sync_data() {
            // Where nothing can be written nothing waits to be, and some file systems have no sync.
            Err(error) if !matches!(error.kind(), ErrorKind::ReadOnlyFilesystem | ErrorKind::InvalidInput) => {
                Err(error)
            }
            _ => Ok(bytes),
        }
    }

    fn create_new(&self, path: &Path, mode: u32) -> io::Result<Box<dyn OpenFile>> {
        let file = Self::open_file(OpenOptions::new().append(true).create_new(true).mode(OWNER_ONLY), path)?;
        // Some sticks have no permissions to set: the file is then as open as everything on them.
        if mode != OWNER_ONLY {
            let _ = file.set_permissions(Permissions::from_mode(mode));
        }
        Ok(Box::new(RealFile(file)))
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        again(|| fs::DirBuilder::new().mode(OWNER_ENTERS).create(path))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        Ok(Box::new(RealFile(Self::open_file(OpenOptions::new().append(true), path)?)))
    }

    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()> {
        if over {
            return again(|| fs::rename(from, to));
        }
        // A link fails if the name is taken, at whatever instant; where there are no links, a look must do.
        match again(|| fs::hard_link(from, to)) {
            Ok(()) => self.remove(from),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            Err(_) if self.look(to)?.is_some() => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => again(|| fs::rename(from, to)),
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        again(|| fs::remove_file(path))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let entries = again(|| fs::read_dir(folder))?.take(NAMES);
        let mut names = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
        names.sort();
        Ok(names)
    }
}

fn bytes_of(file: &File, limit: u64) -> io::Result<Vec<u8>> {
    let expected = usize::try_from(again(|| file.metadata())?.len().min(limit)).unwrap_or(0);
    let mut bytes = Vec::with_capacity(expected + 1);
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

fn found(metadata: &fs::Metadata) -> Found {
    let kind = match metadata.file_type() {
        t if t.is_file() => Kind::File,
        t if t.is_dir() => Kind::Folder,
        t if t.is_symlink() => Kind::Link,
        _ => Kind::Special,
    };
    let mode = metadata.permissions().mode() & 0o777;
    Found { kind, device: metadata.dev(), inode: metadata.ino(), length: metadata.len(), mode }
}

struct RealFile(File);

impl OpenFile for RealFile {
    fn look(&self) -> io::Result<Found> {
        again(|| self.0.metadata()).map(|metadata| found(&metadata))
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.0.set_len(length)
    }

    fn try_lock(&self) -> io::Result<bool> {
        again(|| match self.0.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(error),
        })
    }
}

#[cfg(test)]
mod tests;
