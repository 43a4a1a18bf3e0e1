//! A sitting as it is recorded, read without touching it: all that the data of it are made of.

use std::path::Path;

use super::copies::{copy_holds_more, unread_or_copied, with_its_copy};
use super::{Exit, complain};
use crate::cli::Output;
use crate::council::history::History;
use crate::council::sitting::Sitting;
use crate::french::program;
use crate::store::disk::Disk;
use crate::store::fault::Notice;
use crate::store::guard;
use crate::store::record::Opened;
use crate::store::replace::NotWritten;
use crate::store::session_file::{self, SessionFile};
use crate::store::snapshot::Snapshot;

/// A record and its session file.
pub struct Recorded {
    /// The session file.
    pub session: SessionFile,
    /// The files of the record as they were read.
    pub snapshot: Snapshot,
    /// What was found in opening the record, that is to be said.
    notices: Vec<Notice>,
    history: History,
    /// The head of the record, as four groups of four digits.
    head: Option<String>,
}

/// Reads a record.
///
/// # Errors
/// How the verb ends, and why.
pub fn recorded(disk: &dyn Disk, path: &Path) -> Result<Recorded, Exit> {
    let session = session_file::load(path).map_err(|unread| unread_or_copied(path, &unread))?;
    let snapshot = Snapshot::take(disk, &session).map_err(|fault| Exit::of(&fault))?;
    let opened = snapshot.open(&session).map_err(|fault| Exit::of(&with_its_copy(disk, path, fault)))?;
    let Opened { history, head, notices, .. } = opened;
    let notices = notices.into_iter().filter(|notice| !matches!(notice, Notice::Resumed { .. }));
    let notices = notices.chain(copy_holds_more(disk, path)).collect();
    Ok(Recorded { session, snapshot, notices, history, head: head.map(|head| head.spoken()) })
}

impl Recorded {
    /// The sitting as it is recorded.
    #[must_use]
    pub fn sitting(&self) -> &Sitting {
        self.history.sitting()
    }

    /// Whether the record keeps what was said aloud before a ballot was secret.
    #[must_use]
    pub fn keeps_what_is_void(&self) -> bool {
        self.history.keeps_what_is_void()
    }

    /// The head of the record; `None` while nothing is recorded.
    #[must_use]
    pub fn head(&self) -> Option<&str> {
        self.head.as_deref()
    }

    /// What was found in opening the record, on standard error.
    pub fn say_notices(&self) {
        for notice in &self.notices {
            complain(&program::notice(notice));
        }
    }

    /// How the verb ends if what it would write belongs to this sitting or to another.
    #[must_use]
    pub fn belongs(&self, output: &Output) -> Option<Exit> {
        let Output::File { path, .. } = output else { return None };
        let to = guard::belonging(&self.session, path)?;
        Some(Exit::Unusable(program::not_written(&NotWritten::Belongs { path: path.clone(), to })))
    }
}
