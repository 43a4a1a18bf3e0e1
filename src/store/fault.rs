//! What goes wrong with the record on the disk, and what is to be said when it goes well. The sentences are in `french`.

use std::io;
use std::path::PathBuf;

use super::exposure::Exposure;
use super::journal::{Broken, Flaw};
use super::lock::Holder;
use crate::council::correction::{Correction, FixedField};
use crate::council::history::Misfit;
use crate::council::id::ReportId;

/// What the system answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DiskError {
    /// What kind of error.
    pub kind: io::ErrorKind,
    /// The system's number for it (`errno`), if it gave one: for whoever looks after the machine.
    pub code: Option<i32>,
}

impl From<io::Error> for DiskError {
    fn from(error: io::Error) -> Self {
        Self { kind: error.kind(), code: error.raw_os_error() }
    }
}

/// Why the record cannot be opened, or an action not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The disk refused: the action is *not recorded*. The recorder is frozen until it is reopened.
    NotRecorded {
        /// Which file.
        path: PathBuf,
        /// What the system answered.
        error: DiskError,
    },
    /// Another program deleted, moved, replaced or changed the file: the action is *not recorded*.
    Displaced {
        /// Which file.
        path: PathBuf,
    },
    /// An earlier action was not recorded: nothing is until the recorder is reopened.
    Frozen,
    /// The file of the record would become larger than what is read back: the action is *not recorded*.
    Full {
        /// Which file.
        path: PathBuf,
    },
    /// A file of the record is there but cannot be read.
    Unreachable {
        /// Which file.
        path: PathBuf,
        /// What the system answered.
        error: DiskError,
    },
    /// A line is not what was written.
    Altered {
        /// Which file.
        path: PathBuf,
        /// Which line, from 0.
        line: u64,
        /// Why.
        flaw: Flaw,
    },
    /// A more recent version of the program made the file.
    Newer {
        /// Which file.
        path: PathBuf,
        /// The version of its format.
        format: u32,
    },
    /// The seal of a line is right, and it holds what this version does not know: a more recent one wrote it.
    Unknown {
        /// Which file.
        path: PathBuf,
        /// Which line, from 0.
        line: u64,
    },
    /// The seals are right but an action does not follow from those before it.
    DoesNotFit {
        /// Which file.
        path: PathBuf,
        /// Which line, from 0.
        line: u64,
        /// Why.
        why: Misfit,
    },
    /// A proclaimed figure or outcome is not what the votes before it give, counted a second way.
    Miscounted {
        /// Which file.
        path: PathBuf,
        /// Which line, from 0.
        line: u64,
        /// Which report; `None` for a vote on sitting in camera.
        report: Option<ReportId>,
    },
    /// There are actions after the close, but the journal that was closed is not there.
    JournalMissing {
        /// Where the journal should be.
        path: PathBuf,
    },
    /// The session file that the journal holds is not one that this version reads.
    Unreread {
        /// Which file holds it.
        path: PathBuf,
    },
    /// The session file was changed in what the votes were counted on.
    Changed {
        /// The session file.
        path: PathBuf,
        /// What changed.
        fields: Vec<FixedField>,
        /// The members whom it is about, surname first; none if it is about nobody, or only about their order.
        members: Vec<String>,
        /// Whether the sitting is closed: nothing can be changed in it any more.
        closed: bool,
    },
    /// A number typed in the session file is that of another act already, or was.
    NumberTaken {
        /// The session file.
        path: PathBuf,
        /// The number.
        number: String,
        /// The report for which it is typed.
        report: ReportId,
        /// The report whose act bears it, or bore it.
        by: ReportId,
    },
    /// The session file has the name of a file of the record.
    ReservedName {
        /// The session file.
        path: PathBuf,
    },
    /// The record cannot be gone on with, but its second copy holds more than what is right of it, and is intact.
    IntactCopy {
        /// What is wrong with the record.
        of: Box<Fault>,
        /// The session file of the copy.
        copy: PathBuf,
        /// How many entries the copy has.
        entries: u64,
    },
}

impl Fault {
    /// What is wrong, whatever else can be said of it.
    #[must_use]
    pub fn itself(&self) -> &Self {
        match self {
            Self::IntactCopy { of, .. } => of.itself(),
            _ => self,
        }
    }

    /// The fault of bytes that cannot be gone on with.
    #[must_use]
    pub fn broken(path: PathBuf, why: Broken) -> Self {
        match why {
            Broken::Altered { line, flaw } => Self::Altered { path, line, flaw },
            Broken::Newer { format } => Self::Newer { path, format },
            Broken::Unknown { line } => Self::Unknown { path, line },
        }
    }
}

/// What is to be said once the record is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The sitting goes on where it was.
    Resumed {
        /// How many entries were found: actions, and what was taken back.
        entries: u64,
    },
    /// A crash came before the first action was recorded: the sitting is not started.
    NotStarted {
        /// How many bytes there were.
        bytes: u64,
        /// Where they were put; `None` if there were none, or if this is a reader, which touches nothing.
        set_aside: Option<PathBuf>,
    },
    /// A crash cut the last line short: that action was never shown as recorded.
    TornTail {
        /// Which file.
        path: PathBuf,
        /// How many bytes there were.
        bytes: u64,
        /// Where they were put; `None` if they could not be, or if this is a reader, which touches nothing.
        set_aside: Option<PathBuf>,
    },
    /// A power cut had lost one byte of the last line, which its seal proves: the line was written anew.
    PutRight {
        /// Which file.
        path: PathBuf,
        /// Which line, from 0.
        line: u64,
        /// Where what stood there was put.
        set_aside: PathBuf,
    },
    /// Another instance holds the sitting: this one is read-only.
    HeldElsewhere(Option<Holder>),
    /// The place has no locks, and its lock file says that another instance holds the sitting: this one is read-only.
    MarkedElsewhere {
        /// Who.
        holder: Holder,
        /// The lock file.
        path: PathBuf,
    },
    /// The place has no locks: nothing but the lock file keeps another instance from writing.
    NoLocks {
        /// The lock file.
        path: PathBuf,
    },
    /// The place cannot be written to: read-only.
    ReadOnly {
        /// What cannot be written.
        path: PathBuf,
        /// What the system answered.
        error: DiskError,
    },
    /// Changes of the session file were taken over, and recorded.
    TakenOver(Vec<Correction>),
    /// Changes of the session file are shown but not recorded yet: they will be at the next opening that can.
    TakenOverUnrecorded(Vec<Correction>),
    /// A paper that was being written when the program was cut short was left there. It is never read.
    LeftOver(PathBuf),
    /// What the place of the sitting cannot keep from others.
    OfThePlace(Exposure),
    /// The second copy had more than the place of the record: it was put back there.
    PutBack {
        /// How many entries.
        entries: u64,
        /// The journal of the place.
        journal: PathBuf,
        /// The journal of the copy.
        copy: PathBuf,
        /// Whether the place had no journal any more.
        had_vanished: bool,
    },
    /// While the séance was held from its copy the session file was changed there: it was set aside, and that of the place is
    /// followed.
    CopyHadOtherFile {
        /// Where it is.
        path: PathBuf,
    },
    /// The second copy holds more than the record that was read, and nothing was put back.
    CopyHoldsMore {
        /// How many entries more.
        entries: u64,
        /// The journal of the copy.
        copy: PathBuf,
    },
    /// The second copy did not go with the record: it was set aside, and another was begun.
    CopySetAside {
        /// How many entries it has that the record has not.
        entries: u64,
        /// The first of its lines that is not what was written, if there is one.
        altered: Option<u64>,
        /// Where its journal is.
        path: PathBuf,
    },
    /// The user has no folder for what the program remembers: there is no second copy.
    NowhereToDouble,
    /// There is no second copy of the record, or none any more: the sitting is recorded in its place only.
    NotDoubled {
        /// Where the copy would be.
        path: PathBuf,
        /// What the system answered.
        error: DiskError,
    },
}
