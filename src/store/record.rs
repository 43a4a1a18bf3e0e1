//! The record of a sitting: opened where it was left, then added to, action by action.
//!
//! On the disk first, then on the screen: an entry counts once [`Recorder::append`] has returned its seal.

pub mod doubled;
pub mod shelter;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use self::shelter::Left;
use super::chain::Seal;
use super::disk::{Disk, folder_of};
use super::exposure::{self, Exposure};
use super::fault::{Fault, Notice};
use super::journal::{Beginning, Continuation, FirstLine, Lines, Reading, closes};
use super::kept::{Kept, KeptFile, Place};
use super::lock::{self, Lock, Taking};
use super::lost_byte;
use super::replace;
use super::sealed_file::SealedFile;
use super::second_copy::{Copies, SecondCopy};
use super::session_file::SessionFile;
use super::torn_end::set_aside;
use super::unsynced;
use crate::council::command::Command;
use crate::council::correction::Correction;
use crate::council::decide::Reasons;
use crate::council::history::{Entry, History};

/// A record that was opened.
pub struct Opened {
    /// What was recorded so far, and the sitting that it makes.
    pub history: History,
    /// What adds to it; `None` if it can only be read.
    pub recorder: Option<Recorder>,
    /// The seal of the last line of the journal; `None` while nothing is recorded.
    pub head: Option<Seal>,
    /// What is to be said.
    pub notices: Vec<Notice>,
}

/// Opens a record to go on with it: takes the lock, sets a torn end aside, takes over what changed in the session file.
///
/// `now` is the time to write beside what is done here (RFC 3339). Who cannot write gets the record to read, and a
/// notice that says why.
///
/// # Errors
/// The record cannot be trusted or read, or the session file was changed in what the votes were counted on.
pub fn open(disk: &Arc<dyn Disk>, session: &SessionFile, now: &str) -> Result<Opened, Fault> {
    open_at(disk, session, now, None)
}

/// As [`open`], with a second copy that follows the record. Where that one holds more than the place, because the place
/// lost something or was away, what is missing is put back first.
///
/// # Errors
/// As [`open`]; [`Fault::IntactCopy`] if the copy is sound and the record is not. Where there can be no second copy the
/// sitting is held without it, and a notice says so.
pub fn open_doubled(disk: &Arc<dyn Disk>, session: &SessionFile, now: &str, copies: &Copies) -> Result<Opened, Fault> {
    // A copy that is opened itself has none of its own.
    open_at(disk, session, now, Some(copies).filter(|copies| !copies.holds_it()))
}

fn open_at(disk: &Arc<dyn Disk>, session: &SessionFile, now: &str, copies: Option<&Copies>) -> Result<Opened, Fault> {
    let place = Place::of(&session.path)?;
    let mut notices = Vec::new();
    let mut lock = take_lock(&**disk, &place.lock, now, &mut notices);
    let mut loaded = Kept::load(&**disk, &place);
    // A reading stops at the first file that cannot be synced: each of the two may have to be written anew.
    for _ in [&place.journal, &place.afterwards] {
        if lock.is_some() && loaded.as_ref().is_err_and(|fault| unsynced::write_anew(&**disk, fault)) {
            loaded = Kept::load(&**disk, &place);
        }
    }
    if lock.is_some()
        && let Some(put_right) = loaded.as_ref().err().and_then(|fault| lost_byte::put_right(&**disk, fault))
    {
        notices.push(put_right);
        loaded = Kept::load(&**disk, &place);
    }
    // What became of the copy is said first: it is about what was recorded.
    let mut said = Vec::new();
    let (kept, copy) = match copies {
        None => (loaded?, None),
        Some(copies) => {
            let met = doubled::met(disk, &place, session, copies, lock.is_some().then_some(now), loaded)?;
            said = met.notices;
            if !met.may_write {
                lock = None;
            }
            (met.kept, met.copy)
        }
    };
    let (mut opened, corrections) = opened(&kept, session)?;
    if let Some(lock) = lock {
        notices.extend(exposure::of(&**disk, &place, opened.history.sitting()).map(Notice::OfThePlace));
        opened.recorder = Recorder::ready(disk, &place, &kept, session, lock, &mut notices);
        if let Some(recorder) = &mut opened.recorder {
            recorder.copy = copy;
            notices.extend(recorder.catch_up().err());
        }
    }
    notices.extend(replace::left_in(&**disk, folder_of(&place.session_file)).into_iter().map(Notice::LeftOver));
    said.append(&mut opened.notices);
    said.append(&mut notices);
    opened.notices = said;
    if !corrections.is_empty() {
        take_over(&mut opened, corrections, session, now);
    }
    Ok(opened)
}

/// Reads a record and touches nothing: for the papers, the exports and the seal.
///
/// # Errors
/// As [`open`].
pub fn read(disk: &dyn Disk, session: &SessionFile) -> Result<Opened, Fault> {
    let place = Place::of(&session.path)?;
    let kept = Kept::load(disk, &place)?;
    let (mut opened, corrections) = opened(&kept, session)?;
    opened.notices.extend(torn_notice(&place.journal, kept.journal.as_ref(), None));
    opened.notices.extend(torn_notice(&place.afterwards, kept.afterwards.as_ref(), None));
    if !corrections.is_empty() {
        opened.notices.push(Notice::TakenOverUnrecorded(corrections));
    }
    Ok(opened)
}

/// The record as it was read, on the docket of the session file as it is now, and in what that one differs from the one
/// last recorded: only in what may be taken over, or it is refused.
fn opened(kept: &Kept, session: &SessionFile) -> Result<(Opened, Vec<Correction>), Fault> {
    let corrections = kept.changes(session)?;
    let history = kept.replay(session.docket.clone())?;
    if let Some((report, by)) = history.sitting().number_taken() {
        let number = report.act.clone().unwrap_or_default();
        let (report, by) = (report.id.clone(), by.clone());
        return Err(Fault::NumberTaken { path: session.path.clone(), number, report, by });
    }
    let entries = history.next_number() - 1;
    let notices = if entries > 0 { vec![Notice::Resumed { entries }] } else { Vec::new() };
    let head = kept.lines().map(|lines| lines.pen.head);
    Ok((Opened { history, recorder: None, head, notices }, corrections))
}

fn take_lock(disk: &dyn Disk, path: &Path, now: &str, notices: &mut Vec<Notice>) -> Option<Lock> {
    match lock::take(disk, path, now) {
        Ok(Taking::Taken(lock)) => {
            if !lock.is_of_the_system() {
                notices.push(Notice::NoLocks { path: path.to_owned() });
            }
            return Some(lock);
        }
        Ok(Taking::Held(holder)) => notices.push(Notice::HeldElsewhere(holder)),
        Ok(Taking::Marked(holder)) => notices.push(Notice::MarkedElsewhere { holder, path: path.to_owned() }),
        Err(error) => notices.push(Notice::ReadOnly { path: path.to_owned(), error: error.into() }),
    }
    None
}

/// Records what changed in the session file, as one action like any other. What cannot be recorded now is found again
/// at the next opening.
fn take_over(opened: &mut Opened, corrections: Vec<Correction>, session: &SessionFile, now: &str) {
    let notice = if record_take_over(opened, &corrections, session, now).is_some() {
        Notice::TakenOver(corrections)
    } else {
        Notice::TakenOverUnrecorded(corrections)
    };
    opened.notices.push(notice);
}

fn record_take_over(opened: &mut Opened, corrections: &[Correction], session: &SessionFile, now: &str) -> Option<()> {
    let recorder = opened.recorder.as_mut()?;
    let command = Command::TakeOver {
        corrections: corrections.to_vec(),
        session_file: session.source.clone(),
        sums: session.sums.clone(),
    };
    let accepted = opened.history.sitting().decide(&command, &Reasons::new()).ok()?;
    let entry = Entry::Action { at: now.to_owned(), events: accepted.events };
    if recorder.append(&entry).is_err() {
        // A recorder that stays frozen says so at the first action, where it can be tried again.
        let _ = recorder.reopen();
        return None;
    }
    opened.head = recorder.head();
    opened.history.push(entry).ok()
}

/// Adds to a record. Holds the lock as long as it lives.
pub struct Recorder {
    disk: Arc<dyn Disk>,
    /// The place of the séance, whether it is recorded there or not.
    place: Place,
    journal: SealedFile,
    afterwards: SealedFile,
    beginning: Beginning,
    closed: bool,
    /// What follows it in another place; `None` where there is none, or where it could not be written.
    copy: Option<SecondCopy>,
    /// What was left at its place, while it is recorded in its second copy.
    left: Option<Left>,
    /// That of its place; `None` once another instance took it there, while this one records elsewhere.
    lock: Option<Lock>,
}

impl Recorder {
    /// Makes the files ready to be added to; `None`, and a notice, if they cannot be.
    fn ready(
        disk: &Arc<dyn Disk>,
        place: &Place,
        kept: &Kept,
        session: &SessionFile,
        lock: Lock,
        notices: &mut Vec<Notice>,
    ) -> Option<Self> {
        let journal = ready_file(disk, &place.journal, kept.journal.as_ref(), notices)?;
        let afterwards = ready_file(disk, &place.afterwards, kept.afterwards.as_ref(), notices)?;
        let closed = kept.lines().is_some_and(Lines::is_closed);
        // Line 0 is needed until there is one: it is a copy of the whole session file.
        let beginning = if journal.is_begun() {
            Beginning::default()
        } else {
            Beginning {
                session_file: session.source.clone(),
                sums: session.sums.clone(),
                data_files: session.data_files.clone(),
            }
        };
        let (disk, place, lock) = (disk.clone(), place.clone(), Some(lock));
        Some(Self { disk, place, journal, afterwards, beginning, closed, copy: None, left: None, lock })
    }

    /// Writes to the second copy what it lacks of what was recorded, and, with the first action, what stands beside its
    /// journal; it is synced by [`sync_copy`](Self::sync_copy).
    ///
    /// # Errors
    /// It cannot be written: there is none from now on. What was recorded is on its own disk all the same.
    pub fn follow(&mut self) -> Result<(), Notice> {
        let Some(copy) = self.copy.as_mut().filter(|_| self.left.is_none()) else { return Ok(()) };
        let followed = copy.follow_whole(self.journal.written(), self.afterwards.written());
        self.keep_or_leave_the_copy(followed)
    }

    /// As [`follow`](Self::follow), for the lines alone: the first frame waits for it.
    fn catch_up(&mut self) -> Result<(), Notice> {
        let Some(copy) = &mut self.copy else { return Ok(()) };
        let followed = copy.follow(self.journal.written(), self.afterwards.written());
        self.keep_or_leave_the_copy(followed)
    }

    /// What is to be said once a secret ballot is asked for where others may read; nothing if they cannot.
    #[must_use]
    pub fn readable_ballot(&self) -> Option<Notice> {
        let path = exposure::readable_by_others(&*self.disk, &self.place)?;
        Some(Notice::OfThePlace(Exposure::ReadableBallot { path }))
    }

    /// Makes the second copy durable.
    ///
    /// # Errors
    /// As [`follow`](Self::follow).
    pub fn sync_copy(&mut self) -> Result<(), Notice> {
        self.follow()?;
        let Some(copy) = self.copy.as_mut().filter(|_| self.left.is_none()) else { return Ok(()) };
        let synced = copy.sync();
        self.keep_or_leave_the_copy(synced)
    }

    /// Whether the second copy holds something that is not synced yet.
    #[must_use]
    pub fn copy_waits(&self) -> bool {
        self.left.is_none() && self.copy.as_ref().is_some_and(SecondCopy::waits)
    }

    fn keep_or_leave_the_copy(&mut self, outcome: io::Result<()>) -> Result<(), Notice> {
        outcome.map_err(|error| {
            let path = self.copy.take().map(|copy| copy.place().journal.clone()).unwrap_or_default();
            Notice::NotDoubled { path, error: error.into() }
        })
    }

    /// Records an entry: when this returns, it is on the disk, and may be applied and shown.
    ///
    /// The close ends the journal; what comes later goes to the file of what follows.
    ///
    /// # Errors
    /// The entry is *not recorded*; nothing is any more until [`reopen`](Self::reopen) succeeds.
    pub fn append(&mut self, entry: &Entry) -> Result<Seal, Fault> {
        if self.closed {
            let continuation = Continuation { of: self.journal.pen().head };
            return self.afterwards.record(&continuation, entry);
        }
        let seal = self.journal.record(&self.beginning, entry)?;
        self.beginning = Beginning::default();
        self.closed = closes(entry);
        Ok(seal)
    }

    /// Tries again after a failure: opens the files anew, and goes on if they are what was acknowledged.
    ///
    /// # Errors
    /// They are not, or the disk still refuses: nothing can be recorded.
    pub fn reopen(&mut self) -> Result<(), Fault> {
        self.journal.reopen()?;
        self.afterwards.reopen()
    }

    /// The seal of the last line of the journal; `None` while nothing is recorded.
    #[must_use]
    pub fn head(&self) -> Option<Seal> {
        self.journal.is_begun().then(|| self.journal.pen().head)
    }
}

/// Opens a file of the record to be added to, its torn end set aside; `None`, and a notice, if it cannot be.
fn ready_file<Z: FirstLine>(
    disk: &Arc<dyn Disk>,
    path: &Path,
    kept: Option<&KeptFile<Z>>,
    notices: &mut Vec<Notice>,
) -> Option<SealedFile> {
    let ready = match kept {
        None => Ok((SealedFile::absent(disk.clone(), path.to_owned()), None)),
        Some(kept) => mended(disk, path, kept),
    };
    match ready {
        Ok((file, aside)) => {
            notices.extend(torn_notice(path, kept, aside));
            Some(file)
        }
        Err(error) => {
            notices.extend(torn_notice(path, kept, None));
            notices.push(Notice::ReadOnly { path: path.to_owned(), error: error.into() });
            None
        }
    }
}

/// Sets the torn end aside, durably, before it is cut off.
fn mended<Z: FirstLine>(
    disk: &Arc<dyn Disk>,
    path: &Path,
    kept: &KeptFile<Z>,
) -> io::Result<(SealedFile, Option<PathBuf>)> {
    let aside = if kept.tail().is_empty() { None } else { Some(set_aside(&**disk, path, kept.tail())?) };
    let file = match &kept.reading {
        Reading::NotStarted { .. } => {
            // Should the name come back after a power cut, it is set aside once more.
            disk.remove(path)?;
            SealedFile::absent(disk.clone(), path.to_owned())
        }
        Reading::Started(lines) => SealedFile::resume(disk.clone(), path.to_owned(), lines.pen, kept.whole().to_vec())?,
    };
    Ok((file, aside))
}

fn torn_notice<Z: FirstLine>(path: &Path, kept: Option<&KeptFile<Z>>, set_aside: Option<PathBuf>) -> Option<Notice> {
    let kept = kept?;
    let bytes = kept.tail().len() as u64;
    match &kept.reading {
        Reading::NotStarted { .. } if Z::STARTS_THE_SITTING => Some(Notice::NotStarted { bytes, set_aside }),
        _ if bytes == 0 => None,
        _ => Some(Notice::TornTail { path: path.to_owned(), bytes, set_aside }),
    }
}
