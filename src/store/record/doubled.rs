//! A record and its second copy when the sitting is opened: which of them holds more, and what is done about it.
//!
//! Neither is ever made shorter. What the place lacks is put back there if the copy is right, line by line and by the
//! rules; a copy that does not go with the place is set aside; a place whose journal was changed is refused, and the copy
//! named.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::torn_notice;
use crate::council::event::Event;
use crate::council::history::Entry;
use crate::store::disk::Disk;
use crate::store::fault::{Fault, Notice};
use crate::store::journal::{self, Continuation, FirstLine, LIMIT, Reading};
use crate::store::kept::{Kept, KeptFile, Place};
use crate::store::lock::Lock;
use crate::store::memory_disk::MemoryDisk;
use crate::store::second_copy::{
    Contents, Copies, Found, More, SecondCopy, Side, Stock, bring_up, drop_torn_end, holds_more, search,
    set_copy_aside, set_file_aside,
};
use crate::store::session_file::SessionFile;

/// A record whose second copy was looked at.
pub(super) struct Met {
    /// What the place holds now.
    pub kept: Kept,
    /// What is to follow it; `None` if nothing can.
    pub copy: Option<SecondCopy>,
    /// Whether the record may be added to at its place.
    pub may_write: bool,
    /// What is to be said.
    pub notices: Vec<Notice>,
}

/// Looks at the second copy of a record that was read at its place, and makes them go together. `now` is the time if
/// this instance holds the place; else nothing is written.
///
/// # Errors
/// Those of the reading; with a copy that is intact and holds more, [`Fault::IntactCopy`].
pub(super) fn met(
    disk: &Arc<dyn Disk>,
    place: &Place,
    session: &SessionFile,
    copies: &Copies,
    now: Option<&str>,
    loaded: Result<Kept, Fault>,
) -> Result<Met, Fault> {
    let here = match &loaded {
        Ok(kept) => Side::of(kept),
        // What followed the close is there, and the journal itself is not any more: it may be put back.
        Err(Fault::JournalMissing { .. }) => orphaned(&**disk, place),
        Err(_) => return loaded.map_err(|fault| with_copy(&**disk, place, copies, fault)).map(Met::alone),
    };
    let Some(now) = now else {
        let kept = loaded.map_err(|fault| with_copy(&**disk, place, copies, fault))?;
        let notices = copy_holds_more(&**disk, &place.session_file, copies).into_iter().collect();
        return Ok(Met { notices, ..Met::alone(kept) });
    };
    let contents = || Contents::of(session, &copies.read_me);
    match search(&**disk, copies, &here, now) {
        Err(error) => Ok(Met::alone(loaded?).not_doubled(&copies.folder, error)),
        Ok(Found::Nowhere(copy)) => {
            let copy = SecondCopy::absent(disk, copy, contents(), now);
            Ok(Met { copy: Some(copy), ..Met::alone(loaded?) })
        }
        Ok(Found::Held(copy, holder)) => {
            let met = Met::alone(loaded?);
            let there = Stock::read(&**disk, &copy).unwrap_or_default().judged().side;
            let is_same = !there.is_empty() && (here.is_beginning_of(&there) || there.is_beginning_of(&here));
            if is_same && fits(&copy, &there, session, here.is_empty()).is_ok() {
                // The séance is held from its copy, in another window: two would go on from the same line.
                let entries = there.more_than(&here);
                let more = (entries > 0).then_some(Notice::CopyHoldsMore { entries, copy: copy.journal });
                let notices = [Notice::HeldElsewhere(holder)].into_iter().chain(more).collect();
                return Ok(Met { may_write: false, notices, ..met });
            }
            Ok(met.not_doubled(&copy.journal, io::ErrorKind::WouldBlock.into()))
        }
        Ok(Found::Taken(copy, lock)) => {
            Meeting { disk, place, session, copy, lock, contents: contents() }.meet(loaded, &here)
        }
    }
}

impl Met {
    /// A record without a copy.
    fn alone(kept: Kept) -> Self {
        Self { kept, copy: None, may_write: true, notices: Vec::new() }
    }

    fn not_doubled(mut self, path: &Path, error: io::Error) -> Self {
        self.notices.push(Notice::NotDoubled { path: path.to_owned(), error: error.into() });
        self
    }
}

/// A place and a copy, both held by this program.
struct Meeting<'a> {
    disk: &'a Arc<dyn Disk>,
    place: &'a Place,
    session: &'a SessionFile,
    copy: Place,
    lock: Lock,
    contents: Contents,
}

impl Meeting<'_> {
    fn meet(self, loaded: Result<Kept, Fault>, here: &Side) -> Result<Met, Fault> {
        let disk = &**self.disk;
        let stock = match Stock::read(disk, &self.copy) {
            Ok(stock) => stock,
            Err(error) => return Ok(Met::alone(loaded?).not_doubled(&self.copy.journal, error)),
        };
        if stock.is_beginning_of(here) {
            return Ok(self.resumed(Met::alone(loaded?), &stock));
        }
        let judged = stock.judged();
        let there = &judged.side;
        if judged.is_newer() {
            return Ok(Met::alone(loaded?).not_doubled(&self.copy.journal, io::ErrorKind::Unsupported.into()));
        }
        let entries = there.more_than(here);
        if entries == 0 || !here.is_beginning_of(there) {
            return Ok(self.tidied(Met::alone(loaded?), stock, here));
        }
        let copied = match fits(&self.copy, there, self.session, here.is_empty()) {
            Err(Fault::Unreread { .. }) => {
                return Ok(Met::alone(loaded?).not_doubled(&self.copy.journal, io::ErrorKind::Unsupported.into()));
            }
            Err(_) => return Ok(self.tidied(Met::alone(loaded?), stock, here)),
            Ok(copied) => copied,
        };
        let mut notices = Vec::new();
        let put_back = self.put_back(loaded.as_ref().ok(), there, &mut notices);
        let kept = Kept::load(disk, self.place)?;
        let met = Met { notices, ..Met::alone(kept) };
        match put_back {
            Ok(()) => {
                let here = &Side::of(&met.kept);
                let notice = Notice::PutBack {
                    entries,
                    journal: self.place.journal.clone(),
                    copy: self.copy.journal.clone(),
                    had_vanished: loaded.map_or(true, |kept| kept.journal.is_none()),
                };
                let other = self.other_file(&copied, entries);
                let mut met = self.tidied(met, stock, here);
                met.notices.push(notice);
                met.notices.extend(other);
                Ok(met)
            }
            Err(error) => {
                // To go on here would be to go on from another line than the copy.
                let path = self.place.journal.clone();
                let mut met = Met { may_write: false, ..met };
                met.notices.push(Notice::ReadOnly { path, error: error.into() });
                met.notices.push(Notice::CopyHoldsMore { entries, copy: self.copy.journal.clone() });
                Ok(met)
            }
        }
    }

    /// Adds to the place what it lacks. A line that was cut short there is set aside first, unless it is the beginning of
    /// what it lacks.
    fn put_back(&self, kept: Option<&Kept>, to: &Side, notices: &mut Vec<Notice>) -> io::Result<()> {
        if let Some(kept) = kept {
            let (journal, afterwards) = (kept.journal.as_ref(), kept.afterwards.as_ref());
            self.clear_end(&self.place.journal, journal, &to.journal, notices)?;
            self.clear_end(&self.place.afterwards, afterwards, &to.afterwards, notices)?;
        }
        bring_up(&**self.disk, self.place, to)
    }

    fn clear_end<Z: FirstLine>(
        &self,
        path: &Path,
        kept: Option<&KeptFile<Z>>,
        to: &[u8],
        notices: &mut Vec<Notice>,
    ) -> io::Result<()> {
        let Some(kept) = kept.filter(|kept| !kept.tail().is_empty()) else { return Ok(()) };
        let missing = to.strip_prefix(kept.whole()).unwrap_or_default();
        if !missing.starts_with(kept.tail()) {
            let aside = drop_torn_end(&**self.disk, path, kept.whole().len() as u64, kept.tail())?;
            notices.extend(torn_notice(path, Some(kept), Some(aside)));
        }
        Ok(())
    }

    /// Sets the session file of the copy aside if it was changed there, and that was taken over, in what was put back: what
    /// somebody wrote is not written over.
    fn other_file(&self, copied: &Kept, entries: u64) -> Option<Notice> {
        let is_taken_over = |entry: &Entry| match entry {
            Entry::Action { events, .. } => events.iter().any(|event| matches!(event, Event::FileTakenOver { .. })),
            Entry::Undo(_) => false,
        };
        let all: Vec<&Entry> = copied.entries().map(|(_, _, entry)| entry).collect();
        let put_back = usize::try_from(entries).unwrap_or(usize::MAX);
        let path = &self.copy.session_file;
        let there = self.disk.read(path, LIMIT).ok()?;
        let is_other = there != self.session.source.as_bytes();
        let was_changed = all.iter().rev().take(put_back).any(|entry| is_taken_over(entry));
        if !is_other || !was_changed {
            return None;
        }
        set_file_aside(&**self.disk, path).ok().map(|path| Notice::CopyHadOtherFile { path })
    }

    /// Goes on with a copy that is a beginning of the place.
    fn resumed(self, mut met: Met, stock: &Stock) -> Met {
        let path = self.copy.journal.clone();
        match SecondCopy::resume(self.disk, self.copy, self.contents, self.lock, stock) {
            Ok(copy) => met.copy = Some(copy),
            Err(error) => return met.not_doubled(&path, error),
        }
        met
    }

    /// Makes the copy a beginning of what the place holds, and goes on with it.
    fn tidied(self, mut met: Met, stock: Stock, here: &Side) -> Met {
        match self.tidy(stock, here) {
            Ok((stock, notice)) => {
                met.notices.extend(notice);
                self.resumed(met, &stock)
            }
            Err(error) => met.not_doubled(&self.copy.journal, error),
        }
    }

    /// Drops the end of a line that was cut short, once it is set aside; sets the whole copy aside if it holds anything
    /// else that the place has not. Says what stands there now.
    fn tidy(&self, stock: Stock, here: &Side) -> io::Result<(Stock, Option<Notice>)> {
        if stock.is_beginning_of(here) {
            return Ok((stock, None));
        }
        let disk = &**self.disk;
        let judged = stock.judged();
        if judged.is_intact() && judged.side.is_beginning_of(here) {
            for (path, whole, all) in [
                (&self.copy.journal, &judged.side.journal, &stock.journal),
                (&self.copy.afterwards, &judged.side.afterwards, &stock.afterwards),
            ] {
                let tail = all.as_deref().and_then(|all| all.get(whole.len()..)).unwrap_or_default();
                if !tail.is_empty() {
                    drop_torn_end(disk, path, whole.len() as u64, tail)?;
                }
            }
            return Ok((Stock::read(disk, &self.copy)?, None));
        }
        let (entries, altered) = (judged.side.more_than(here), judged.altered());
        let path = set_copy_aside(disk, &self.copy)?;
        Ok((Stock::default(), Some(Notice::CopySetAside { entries, altered, path })))
    }
}

/// What is to be said where the second copy of a record that is only read holds more than its place. Nothing is written,
/// created or locked.
#[must_use]
pub fn copy_holds_more(disk: &dyn Disk, session_file: &Path, copies: &Copies) -> Option<Notice> {
    let place = Place::of(session_file).ok().filter(|_| !copies.holds_it())?;
    let here = || {
        let stock = Stock::read(disk, &place).ok()?;
        let lines = stock.whole_lines();
        // A power cut leaves zeros, which no line holds, and perhaps an end of line behind them.
        Some(if lines.journal.contains(&0) || lines.afterwards.contains(&0) { stock.judged().side } else { lines })
    };
    let before = here()?;
    let More { entries, place: copy, .. } = holds_more(disk, copies, &before)?;
    // Another window may be recording: what it wrote to the copy it wrote to the place before.
    let is_behind = here()?.entries() < before.entries() + entries;
    is_behind.then_some(Notice::CopyHoldsMore { entries, copy: copy.journal })
}

/// Whether the rules give what those lines of a copy say, all of it read back. Where the place has nothing to compare with,
/// they must be of this very session file too.
fn fits(copy: &Place, lines: &Side, session: &SessionFile, is_alone: bool) -> Result<Kept, Fault> {
    let kept = verified(copy, lines)?;
    if is_alone {
        kept.changes(session)?;
    }
    Ok(kept)
}

/// Those lines, read back by the rules.
fn verified(copy: &Place, lines: &Side) -> Result<Kept, Fault> {
    let disk = MemoryDisk::new();
    for (path, bytes) in [(&copy.journal, &lines.journal), (&copy.afterwards, &lines.afterwards)] {
        if !bytes.is_empty() {
            disk.put(path, bytes);
        }
    }
    let kept = Kept::load(&disk, copy)?;
    if let Some(docket) = kept.docket()? {
        kept.replay(docket)?;
    }
    Ok(kept)
}

/// What followed a close whose journal is not there any more.
fn orphaned(disk: &dyn Disk, place: &Place) -> Side {
    let mut afterwards = disk.read(&place.afterwards, LIMIT).unwrap_or_default();
    let whole = match journal::read::<Continuation>(&afterwards) {
        Ok(Reading::Started(lines)) => usize::try_from(lines.length).unwrap_or(0),
        _ => 0,
    };
    afterwards.truncate(whole);
    Side { journal: Vec::new(), afterwards }
}

/// Names the copy with the fault, if it is intact and holds more than what is right at the place.
#[must_use]
pub fn with_copy(disk: &dyn Disk, place: &Place, copies: &Copies, fault: Fault) -> Fault {
    let here = match &fault {
        Fault::Altered { .. } => Stock::read(disk, place).unwrap_or_default().judged().side,
        Fault::Unreachable { .. } | Fault::JournalMissing { .. } => Side::default(),
        _ => return fault,
    };
    let Some(More { place: copy, is_intact: true, .. }) = holds_more(disk, copies, &here) else { return fault };
    let there = Stock::read(disk, &copy).unwrap_or_default().judged().side;
    if verified(&copy, &there).is_err() {
        return fault;
    }
    Fault::IntactCopy { of: Box::new(fault), copy: copy.session_file, entries: there.entries() }
}
