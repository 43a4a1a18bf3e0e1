//! What a sitting left on the disk: its journal and what followed the close, read and checked, not touched.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{Disk, if_there};
use super::fault::Fault;
use super::journal::{self, Beginning, Continuation, FirstLine, Flaw, LIMIT, Lines, Reading};
use super::session_file::files::Beside;
use super::session_file::problem::Unreadable;
use super::session_file::{self, Parsed, SessionFile};
use crate::council::correction::{Correction, FixedField, compare, concerned};
use crate::council::docket::Docket;
use crate::council::event::Event;
use crate::council::history::{Entry, History};

/// Where the files of a record are: beside the session file, under its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The session file.
    pub session_file: PathBuf,
    /// `NAME.journal`: the sitting, until its close.
    pub journal: PathBuf,
    /// `NAME.suites`: what was recorded after the close.
    pub afterwards: PathBuf,
    /// `NAME.lock`.
    pub lock: PathBuf,
}

impl Place {
    /// The files that go with that session file.
    ///
    /// # Errors
    /// [`Fault::ReservedName`]: the session file is never written, so none of these may be the session file itself.
    pub fn of(session_file: &Path) -> Result<Self, Fault> {
        let [journal, afterwards, lock] = ["journal", "suites", "lock"].map(|end| session_file.with_extension(end));
        if [&journal, &afterwards, &lock].contains(&&session_file.to_path_buf()) {
            return Err(Fault::ReservedName { path: session_file.to_owned() });
        }
        Ok(Self { session_file: session_file.to_owned(), journal, afterwards, lock })
    }
}

/// A file of the record as it was read.
pub struct KeptFile<Z> {
    /// What it holds.
    pub reading: Reading<Z>,
    /// Every byte of it.
    bytes: Vec<u8>,
    /// How many of them its whole lines take.
    whole: usize,
}

impl<Z: FirstLine> KeptFile<Z> {
    fn load(disk: &dyn Disk, path: &Path) -> Result<Option<Self>, Fault> {
        let read = if_there(disk.read_synced(path, LIMIT));
        let Some(bytes) = read.map_err(|error| Fault::Unreachable { path: path.to_owned(), error: error.into() })?
        else {
            return Ok(None);
        };
        let reading = journal::read(&bytes).map_err(|why| Fault::broken(path.to_owned(), why))?;
        let torn = match &reading {
            Reading::NotStarted { torn } => *torn,
            Reading::Started(lines) => lines.torn,
        };
        let whole = bytes.len().saturating_sub(usize::try_from(torn).unwrap_or(0));
        Ok(Some(Self { reading, bytes, whole }))
    }

    /// The bytes of its whole lines.
    #[must_use]
    pub fn whole(&self) -> &[u8] {
        self.bytes.get(..self.whole).unwrap_or_default()
    }

    /// The bytes after its last whole line.
    #[must_use]
    pub fn tail(&self) -> &[u8] {
        self.bytes.get(self.whole..).unwrap_or_default()
    }

    /// Its whole lines, if it has any.
    #[must_use]
    pub fn lines(&self) -> Option<&Lines<Z>> {
        match &self.reading {
            Reading::NotStarted { .. } => None,
            Reading::Started(lines) => Some(lines),
        }
    }
}

/// Both files of a record.
pub struct Kept {
    place: Place,
    /// The sitting; `None` if there is no such file.
    pub journal: Option<KeptFile<Beginning>>,
    /// What was recorded after its close; `None` if there is no such file.
    pub afterwards: Option<KeptFile<Continuation>>,
}

impl Kept {
    /// Reads both files, their seals and their form.
    ///
    /// # Errors
    /// One of them cannot be read, is not what was written, or does not go with the other.
    pub fn load(disk: &dyn Disk, place: &Place) -> Result<Self, Fault> {
        let kept = Self {
            place: place.clone(),
            journal: KeptFile::load(disk, &place.journal)?,
            afterwards: KeptFile::load(disk, &place.afterwards)?,
        };
        match (kept.lines(), kept.lines_afterwards()) {
            (None, Some(_)) if kept.journal.is_none() => {
                return Err(Fault::JournalMissing { path: place.journal.clone() });
            }
            // The close is the last line of the journal: without it, or with another one, an end was cut off.
            (lines, Some(afterwards))
                if !lines.is_some_and(|lines| lines.is_closed() && lines.pen.head == afterwards.beginning.of) =>
            {
                let (path, line) = (place.journal.clone(), lines.map_or(0, |lines| lines.pen.next));
                let flaw = if lines.is_some_and(Lines::is_closed) { Flaw::OtherJournal } else { Flaw::CutShort };
                return Err(Fault::Altered { path, line, flaw });
            }
            _ => {}
        }
        Ok(kept)
    }

    /// The whole lines of the journal.
    #[must_use]
    pub fn lines(&self) -> Option<&Lines<Beginning>> {
        self.journal.as_ref()?.lines()
    }

    /// The whole lines of what followed the close.
    #[must_use]
    pub fn lines_afterwards(&self) -> Option<&Lines<Continuation>> {
        self.afterwards.as_ref()?.lines()
    }

    /// Every entry, those after the close included, each with the file and the line where it stands.
    pub fn entries(&self) -> impl Iterator<Item = (&Path, u64, &Entry)> {
        let of = |path, entries: Option<_>| {
            (1_u64..).zip(entries.into_iter().flatten()).map(move |(line, entry)| (path, line, entry))
        };
        let during = of(self.place.journal.as_path(), self.lines().map(|lines| &lines.entries));
        during.chain(of(self.place.afterwards.as_path(), self.lines_afterwards().map(|lines| &lines.entries)))
    }

    /// The session file and the sums of its texts as last recorded: those of line 0, or of the last taking over.
    fn last_recorded(&self) -> Option<(&str, &BTreeMap<String, String>)> {
        let beginning = &self.lines()?.beginning;
        let taken_over = self.entries().filter_map(|(_, _, entry)| match entry {
            Entry::Action { events, .. } => events.iter().rev().find_map(|event| match event {
                Event::FileTakenOver { session_file, sums, .. } => Some((session_file.as_str(), sums)),
                _ => None,
            }),
            Entry::Undo(_) => None,
        });
        taken_over.last().or(Some((&beginning.session_file, &beginning.sums)))
    }

    /// The docket as last recorded: its data are those that the journal holds, its texts are blank.
    ///
    /// # Errors
    /// [`Fault::Unreread`].
    pub fn docket(&self) -> Result<Option<Arc<Docket>>, Fault> {
        let (Some((source, _)), Some(lines)) = (self.last_recorded(), self.lines()) else { return Ok(None) };
        let beside = Recorded { data: &lines.beginning.data_files };
        match session_file::parse(source, &beside) {
            Ok(Parsed { docket, .. }) => Ok(Some(docket)),
            Err(_) => Err(Fault::Unreread { path: self.place.journal.clone() }),
        }
    }

    /// What changed in the session file since it was last recorded.
    ///
    /// # Errors
    /// [`Fault::Changed`] if what the votes were counted on did.
    pub fn changes(&self, session: &SessionFile) -> Result<Vec<Correction>, Fault> {
        let (Some((source, sums)), Some(lines)) = (self.last_recorded(), self.lines()) else { return Ok(Vec::new()) };
        let data = &lines.beginning.data_files;
        if source == session.source && *sums == session.sums && *data == session.data_files {
            return Ok(Vec::new());
        }
        let before = self.docket()?;
        let changed = |fields| Fault::Changed {
            path: self.place.session_file.clone(),
            fields,
            members: before.as_deref().map(|before| concerned(before, &session.docket)).unwrap_or_default(),
            closed: lines.is_closed(),
        };
        // The journal is complete by itself: its table of the members stays the one of line 0.
        if session.data_files.keys().any(|name| !data.contains_key(name)) {
            return Err(changed(vec![FixedField::Members]));
        }
        let Some(before) = &before else { return Ok(Vec::new()) };
        compare(before, &session.docket, sums, &session.sums).map_err(changed)
    }

    /// Runs every entry through the rules again.
    ///
    /// # Errors
    /// [`Fault::DoesNotFit`] with the first that does not follow.
    pub fn replay(&self, docket: Arc<Docket>) -> Result<History, Fault> {
        let mut history = History::new(docket);
        for (path, line, entry) in self.entries() {
            let fault = |why| Fault::DoesNotFit { path: path.to_owned(), line, why };
            history.read_back(entry.clone()).map_err(fault)?;
        }
        Ok(history)
    }
}

/// The files beside a session file that a journal holds: those whose data count.
///
/// A text is left blank, whatever the folder has under its name now: votes are counted without it, it is by its sum
/// that it is compared, and what happened to it since must not stand between the record and who checks it.
pub(super) struct Recorded<'a> {
    /// The files, by name.
    pub data: &'a BTreeMap<String, String>,
}

impl Beside for Recorded<'_> {
    fn text(&self, name: &str) -> Result<String, Unreadable> {
        Ok(self.data.get(name).map_or(BLANK, String::as_str).to_owned())
    }
}

/// What stands for a text.
const BLANK: &str = "-\n";
