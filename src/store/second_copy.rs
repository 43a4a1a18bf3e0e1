//! The second copy of a record: in the folder of what the program remembers, each action is written at once too, and
//! synced when she pauses or proclaims.
//!
//! It is a whole séance of its own: the session file and what it names stand beside the journal, so that it opens like any
//! other where the place of the séance is gone for good. It follows the record and never leads it: what stands there is the
//! beginning of what was acknowledged, or is set aside.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::disk::{Disk, Kind, OWNER_ONLY, OpenFile, append_all, folder_of};
use super::fault::Fault;
use super::journal::LIMIT;
use super::kept::Place;
use super::lock::{self, Lock, Taking};

/// The name of the folder of the copies, in the folder of what the program remembers.
pub const FOLDER: &str = "copies";

/// Where the second copy of that session file is: a folder of its own, named after the file and the path where it is, so
/// that two séances of the same name never share one.
///
/// # Errors
/// [`Fault::ReservedName`].
pub fn place_of(copies: &Path, session_file: &Path) -> Result<Place, Fault> {
    let mut hash = Sha256::new();
    hash.update(session_file.as_os_str().as_encoded_bytes());
    let hash: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let mut folder = session_file.file_stem().unwrap_or_default().to_owned();
    folder.push(format!("-{hash}"));
    let name = session_file.file_name().unwrap_or_default();
    Place::of(&copies.join(folder).join(name))
}

/// The copy, open to follow its record.
pub struct SecondCopy {
    disk: Arc<dyn Disk>,
    place: Place,
    journal: Copied,
    afterwards: Copied,
    is_synced: bool,
    _lock: Lock,
}

impl SecondCopy {
    /// Makes the folder of the copy, takes its lock and looks at what stands there.
    ///
    /// # Errors
    /// The folder cannot be made or written, or another holds it.
    pub fn open(disk: &Arc<dyn Disk>, place: Place, now: &str) -> io::Result<Self> {
        make_folder(&**disk, folder_of(&place.journal))?;
        let Taking::Taken(lock) = lock::take(&**disk, &place.lock, now)? else {
            return Err(io::ErrorKind::WouldBlock.into());
        };
        let journal = Copied::at(&**disk, &place.journal)?;
        let afterwards = Copied::at(&**disk, &place.afterwards)?;
        Ok(Self { disk: disk.clone(), place, journal, afterwards, is_synced: false, _lock: lock })
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Writes what it lacks of what was acknowledged. It is not synced by that.
    ///
    /// # Errors
    /// It cannot be written, or does not hold the beginning of that.
    pub fn follow(&mut self, journal: &[u8], afterwards: &[u8]) -> io::Result<()> {
        let more = self.journal.follow(&*self.disk, journal)? | self.afterwards.follow(&*self.disk, afterwards)?;
        self.is_synced &= !more;
        Ok(())
    }

    /// Whether something was written and not synced yet.
    #[must_use]
    pub fn waits(&self) -> bool {
        !self.is_synced
    }

    /// Lets go of its files: the séance itself goes on in them. Its lock stays.
    pub(super) fn lend(&mut self) {
        (self.journal.file, self.afterwards.file) = (None, None);
        self.is_synced = true;
    }

    /// Follows again, from what stands there now.
    ///
    /// # Errors
    /// It cannot be read or opened to be added to.
    pub(super) fn follow_again(&mut self) -> io::Result<()> {
        self.journal = Copied::at(&*self.disk, &self.place.journal)?;
        self.afterwards = Copied::at(&*self.disk, &self.place.afterwards)?;
        self.is_synced = false;
        Ok(())
    }

    /// Makes what was written durable, names included.
    ///
    /// # Errors
    /// It may or may not be: the copy must not be trusted any more.
    pub fn sync(&mut self) -> io::Result<()> {
        for copied in [&mut self.journal, &mut self.afterwards] {
            if let Some(file) = &mut copied.file {
                file.sync_data()?;
            }
        }
        self.disk.sync_folder(folder_of(&self.place.journal))?;
        self.is_synced = true;
        Ok(())
    }
}

/// One file of the copy.
struct Copied {
    path: PathBuf,
    /// `None` until there is something to write.
    file: Option<Box<dyn OpenFile>>,
    /// What stands in it.
    bytes: Vec<u8>,
}

impl Copied {
    fn at(disk: &dyn Disk, path: &Path) -> io::Result<Self> {
        let path = path.to_owned();
        if disk.look(&path)?.is_none() {
            return Ok(Self { path, file: None, bytes: Vec::new() });
        }
        let bytes = disk.read(&path, LIMIT)?;
        let file = Some(disk.open(&path)?);
        Ok(Self { path, file, bytes })
    }

    /// Says whether there was anything to write.
    fn follow(&mut self, disk: &dyn Disk, all: &[u8]) -> io::Result<bool> {
        let Some(more) = all.strip_prefix(&*self.bytes) else { return Err(io::ErrorKind::InvalidData.into()) };
        if more.is_empty() {
            return Ok(false);
        }
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(disk.create_new(&self.path, OWNER_ONLY)?),
        };
        append_all(&mut **file, more)?;
        self.bytes.extend_from_slice(more);
        Ok(true)
    }
}

/// Makes a folder and those above it.
pub(super) fn make_folder(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    let above: Vec<&Path> = folder.ancestors().filter(|above| !above.as_os_str().is_empty()).collect();
    for missing in above.iter().rev() {
        match disk.look(missing)? {
            Some(found) if found.kind == Kind::Folder => {}
            // A link above leads where its user wants it.
            Some(found) if found.kind == Kind::Link => {}
            Some(_) => return Err(io::ErrorKind::NotADirectory.into()),
            None => {
                disk.create_folder(missing)?;
                disk.sync_folder(folder_of(missing))?;
            }
        }
    }
    Ok(())
}
