//! When the place of a séance fails, its record goes on in the second copy; once the place is there again, it is put back.
//!
//! What is written elsewhere comes from memory, never from a descriptor that failed: whole in a fresh file, synced, read
//! again, and only then gone on with. Nothing is ever written over what is not the beginning of what was acknowledged.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use super::Recorder;
use crate::store::disk::{Disk, if_there};
use crate::store::fault::{DiskError, Fault, Notice};
use crate::store::journal::LIMIT;
use crate::store::kept::Place;
use crate::store::lock::{self, Holder, Taking};
use crate::store::sealed_file::SealedFile;

/// The number that Linux gives to a link that is not followed (`ELOOP`).
const LINK: i32 = 40;

/// What was left at the place of a séance that goes on elsewhere.
pub(super) struct Left {
    journal: LeftFile,
    afterwards: LeftFile,
}

/// What was left of one file.
struct LeftFile {
    /// How many bytes were acknowledged there.
    length: usize,
    /// What was being added when it failed: it may stand behind them, in part or in full.
    attempted: Vec<u8>,
}

impl LeftFile {
    fn of(file: &SealedFile) -> Self {
        Self { length: file.written().len(), attempted: file.attempted().to_vec() }
    }

    /// Whether what stands there is the beginning of what was acknowledged, with or without what was being added.
    fn is_beginning(&self, standing: &[u8], written: &[u8]) -> bool {
        let tail = || standing.strip_prefix(written.get(..self.length)?);
        written.starts_with(standing) || tail().is_some_and(|tail| self.attempted.starts_with(tail))
    }
}

/// What can be done about an action that is not recorded, besides trying again and giving it up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WaysOut {
    /// The séance may go on elsewhere: in its second copy, or back at its place.
    pub elsewhere: bool,
    /// The file may be written anew where another program took it away.
    pub anew: bool,
}

/// Why a record was not put back. Nothing was changed that stands at its place, and it goes on where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotPutBack {
    /// The place is not there: no session file stands in it.
    NotThere(Place),
    /// What stands at its place is not the beginning of what was acknowledged.
    Other(Place),
    /// Another instance holds the séance there.
    Held(Option<Holder>),
    /// The disk refuses.
    Refused(Place, DiskError),
}

/// Whether a disk that answers so is to be left at once: it is gone or broken. A full one may have room again, and what
/// another program did to a file is for a person to judge.
#[must_use]
pub fn is_to_be_left(fault: &Fault) -> bool {
    let Fault::NotRecorded { error, .. } = fault else { return false };
    let is_full = matches!(error.kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge);
    let is_another = matches!(error.kind, ErrorKind::InvalidInput | ErrorKind::IsADirectory | ErrorKind::AlreadyExists);
    !is_full && !is_another && error.code != Some(LINK)
}

impl Recorder {
    /// The place of the séance, and the place where it is recorded instead; `None` while both are one.
    #[must_use]
    pub fn sheltered(&self) -> Option<(&Place, &Place)> {
        self.left.as_ref()?;
        Some((&self.place, self.copy.as_ref()?.place()))
    }

    /// What can be done about that fault.
    #[must_use]
    pub fn ways_out(&self, fault: &Fault) -> WaysOut {
        let elsewhere = if self.left.is_some() { self.place_is_back() } else { self.copy.is_some() };
        let anew = match fault {
            Fault::Displaced { path } => matches!(self.disk.look(path), Ok(None)),
            _ => false,
        };
        WaysOut { elsewhere, anew }
    }

    /// Leaves a place that failed: a fresh file in the folder of the second copy, from what was acknowledged, is what is
    /// added to from now on.
    ///
    /// # Errors
    /// There is no second copy, it cannot be written, or what stands there is not the beginning of what was acknowledged.
    /// The record stays where it is, frozen if it was.
    pub fn take_shelter(&mut self) -> Result<(), Fault> {
        let Some(copy) = self.copy.as_mut().filter(|_| self.left.is_none()) else { return Err(Fault::Frozen) };
        let to = copy.place().clone();
        let refused = |error: io::Error| Fault::NotRecorded { path: to.journal.clone(), error: error.into() };
        copy.lend(self.journal.written(), self.afterwards.written()).map_err(refused)?;
        let moved = fresh_beginning(&self.disk, &self.journal, &to.journal)
            .and_then(|journal| Ok((journal, fresh_beginning(&self.disk, &self.afterwards, &to.afterwards)?)));
        let (journal, afterwards) = match moved {
            Ok(files) => files,
            Err(fault) => {
                // Should it not follow again, its next writing says so.
                let _ = copy.follow_again(self.journal.written(), self.afterwards.written());
                return Err(fault);
            }
        };
        self.left = Some(Left { journal: LeftFile::of(&self.journal), afterwards: LeftFile::of(&self.afterwards) });
        (self.journal, self.afterwards) = (journal, afterwards);
        Ok(())
    }

    /// Lets go of the lock of a place that was left: while it is held, a dead stick can be neither ejected nor mounted again.
    /// What keeps a second window of this computer from going on there is the lock of the copy.
    pub fn let_go_of_the_place(&mut self) {
        if self.left.is_some() {
            self.lock = None;
        }
    }

    /// Writes the files anew that another program took away, from what was acknowledged.
    ///
    /// # Errors
    /// Something stands there, which is not overwritten, or the disk refuses.
    pub fn write_anew(&mut self) -> Result<(), Fault> {
        self.journal.write_anew()?;
        self.afterwards.write_anew()
    }

    /// Whether what was left stands at its place again. Nothing is changed by looking.
    #[must_use]
    pub fn place_is_back(&self) -> bool {
        let Some(left) = &self.left else { return false };
        let fits = |path: &Path, file: &SealedFile, left: &LeftFile| match if_there(self.disk.read(path, LIMIT)) {
            // Opened as it would be to be added to: a disk that can only be read is not back.
            Ok(Some(bytes)) => left.is_beginning(&bytes, file.written()) && self.disk.open(path).is_ok(),
            Ok(None) => true,
            Err(_) => false,
        };
        matches!(self.disk.look(&self.place.session_file), Ok(Some(_)))
            && fits(&self.place.journal, &self.journal, &left.journal)
            && fits(&self.place.afterwards, &self.afterwards, &left.afterwards)
    }

    /// Puts the record back at its place: writes it there whole, syncs, reads it again, and goes on there. The second
    /// copy follows again; if it cannot, the notice says so.
    ///
    /// # Errors
    /// [`NotPutBack`]: it goes on where it is, and nothing is lost.
    pub fn put_back(&mut self, now: &str) -> Result<Option<Notice>, NotPutBack> {
        let Some(left) = &self.left else { return Ok(None) };
        let (disk, place) = (self.disk.clone(), self.place.clone());
        if !matches!(disk.look(&place.session_file), Ok(Some(_))) {
            return Err(NotPutBack::NotThere(place));
        }
        // All of it is looked at before anything is written.
        for (path, file, left) in
            [(&place.journal, &self.journal, &left.journal), (&place.afterwards, &self.afterwards, &left.afterwards)]
        {
            stands_to_be_completed(&*disk, path, file, left).map_err(|error| not_put_back(error, &place))?;
        }
        // Where it was not let go of, our own would stand in the way.
        let was_held = self.lock.take().is_some();
        let lock = match lock::take(&*disk, &place.lock, now) {
            Ok(Taking::Taken(lock)) => lock,
            Ok(Taking::Held(holder)) => return Err(NotPutBack::Held(holder)),
            Ok(Taking::Marked(holder)) => return Err(NotPutBack::Held(Some(holder))),
            Err(error) => return Err(NotPutBack::Refused(place, error.into())),
        };
        let both = completed(&disk, &place.journal, &self.journal, &left.journal).and_then(|journal| {
            Ok((journal, completed(&disk, &place.afterwards, &self.afterwards, &left.afterwards)?))
        });
        let (journal, afterwards) = match both {
            Ok(both) => both,
            Err(error) => {
                self.lock = was_held.then_some(lock);
                return Err(not_put_back(error, &place));
            }
        };
        (self.journal, self.afterwards, self.left, self.lock) = (journal, afterwards, None, Some(lock));
        let (journal, afterwards) = (self.journal.written(), self.afterwards.written());
        let followed = self.copy.as_mut().map_or(Ok(()), |copy| copy.follow_again(journal, afterwards));
        Ok(self.keep_or_leave_the_copy(followed).and_then(|()| self.follow()).err())
    }
}

fn not_put_back(error: io::Error, place: &Place) -> NotPutBack {
    match error.kind() {
        ErrorKind::InvalidData | ErrorKind::AlreadyExists => NotPutBack::Other(place.clone()),
        _ => NotPutBack::Refused(place.clone(), error.into()),
    }
}

/// A file that holds what was acknowledged, in place of the beginning of it that stands there.
fn fresh_beginning(disk: &Arc<dyn Disk>, file: &SealedFile, to: &Path) -> Result<SealedFile, Fault> {
    let refused = |error: io::Error| Fault::NotRecorded { path: to.to_owned(), error: error.into() };
    let standing = if_there(disk.read(to, LIMIT)).map_err(refused)?;
    let written = file.written();
    if standing.as_ref().is_some_and(|bytes| !written.starts_with(bytes)) {
        return Err(Fault::Displaced { path: to.to_owned() });
    }
    if written.is_empty() {
        if standing.is_some() {
            disk.remove(to).map_err(refused)?;
        }
        return Ok(SealedFile::absent(disk.clone(), to.to_owned()));
    }
    SealedFile::fresh(disk.clone(), to.to_owned(), file.pen(), written.to_vec(), standing.is_some()).map_err(refused)
}

/// Whether anything stands at the place of a file.
///
/// # Errors
/// It cannot be read, or is not the beginning of what was acknowledged ([`InvalidData`](ErrorKind::InvalidData)).
fn stands_to_be_completed(disk: &dyn Disk, path: &Path, file: &SealedFile, left: &LeftFile) -> io::Result<bool> {
    match if_there(disk.read(path, LIMIT))? {
        Some(bytes) if left.is_beginning(&bytes, file.written()) => Ok(true),
        Some(_) => Err(ErrorKind::InvalidData.into()),
        None => Ok(false),
    }
}

/// A file that holds what was acknowledged, in place of the beginning of it that stands there, opened to go on.
///
/// Nothing is added to what was left: it reads whole where a sync failed too, and is not on the disk.
fn completed(disk: &Arc<dyn Disk>, path: &Path, file: &SealedFile, left: &LeftFile) -> io::Result<SealedFile> {
    let written = file.written();
    let stands_there = stands_to_be_completed(&**disk, path, file, left)?;
    if written.is_empty() {
        if stands_there {
            disk.remove(path)?;
        }
        return Ok(SealedFile::absent(disk.clone(), path.to_owned()));
    }
    SealedFile::fresh(disk.clone(), path.to_owned(), file.pen(), written.to_vec(), stands_there)
}
