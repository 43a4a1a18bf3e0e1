//! What papers are made of, gathered from the disk once: the record, the notes, the sentences and the look.

use std::path::Path;

use super::{Exit, complain};
use crate::cli::Output;
use crate::council::history::History;
use crate::council::notes::Notes;
use crate::council::phrases::Phrases;
use crate::council::sitting::Sitting;
use crate::french::{file, program, writing as words};
use crate::look::Look;
use crate::papers::enclosed::{self, Enclosed, Role};
use crate::papers::{Attachment, Paper, Sources};
use crate::store::disk::Disk;
use crate::store::fault::Notice;
use crate::store::guard;
use crate::store::record::Opened;
use crate::store::replace::NotWritten;
use crate::store::session_file::{self, SessionFile};
use crate::store::snapshot::{self, Snapshot};

/// A sitting and everything beside it that a paper says.
pub struct Gathered {
    /// The session file.
    pub session: SessionFile,
    /// What was found in opening the record, that is to be said.
    pub notices: Vec<Notice>,
    /// How the papers look.
    pub look: Look,
    history: History,
    /// The head of the record, as four groups of four digits.
    head: Option<String>,
    notes: Notes,
    phrases: Phrases,
    snapshot: Snapshot,
}

/// Reads a record without touching it, and what goes with it.
///
/// # Errors
/// How the verb ends, and why.
pub fn gather(disk: &dyn Disk, path: &Path) -> Result<Gathered, Exit> {
    let session =
        session_file::load(path).map_err(|unread| Exit::refused(&file::unread(&unread), unread.cannot_be_read()))?;
    let snapshot = Snapshot::take(disk, &session).map_err(|fault| Exit::of(&fault))?;
    let Opened { history, head, notices, .. } = snapshot.open(&session).map_err(|fault| Exit::of(&fault))?;
    let notices = notices.into_iter().filter(|notice| !matches!(notice, Notice::Resumed { .. })).collect();
    let (notes, phrases, look) = (Notes::default(), Phrases::default(), Look::default());
    let head = head.map(|head| head.spoken());
    Ok(Gathered { session, notices, look, history, head, notes, phrases, snapshot })
}

impl Gathered {
    /// The sitting as it is recorded.
    #[must_use]
    pub fn sitting(&self) -> &Sitting {
        self.history.sitting()
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

    /// What `compose` takes.
    #[must_use]
    pub fn sources(&self) -> Sources<'_> {
        Sources { sitting: self.sitting(), seal: self.head(), notes: &self.notes, phrases: &self.phrases }
    }

    /// The assembly's own model of that paper, an ODT file.
    #[must_use]
    pub fn model(&self, _paper: &Paper) -> Option<&[u8]> {
        None
    }

    /// What a *procès-verbal* in PDF encloses, so that it proves itself; nothing while nothing is recorded.
    ///
    /// # Errors
    /// How the verb ends: a text is no longer the one that was read.
    pub fn attachments(&self) -> Result<Vec<Attachment>, Exit> {
        let Some(journal) = self.snapshot.journal() else { return Ok(Vec::new()) };
        let named = snapshot::named_files(&self.session)
            .map_err(|(name, why)| Exit::Unusable(words::text_changed(&name, why.as_ref())))?;
        let own = |end: Option<&str>| {
            let path = end.map_or_else(|| self.session.path.clone(), |end| self.session.path.with_extension(end));
            path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
        };
        let mut files = vec![
            Enclosed { role: Role::SessionFile, name: own(None), bytes: self.session.source.clone().into_bytes() },
            Enclosed { role: Role::Journal, name: own(Some("journal")), bytes: journal.to_vec() },
        ];
        if let Some(bytes) = self.snapshot.afterwards() {
            files.push(Enclosed { role: Role::Afterwards, name: own(Some("suites")), bytes: bytes.to_vec() });
        }
        files.extend(named.into_iter().map(|(name, bytes)| Enclosed { role: Role::Text, name, bytes }));
        files.extend(self.notes.iter().map(|(report, markdown)| Enclosed {
            role: Role::Notes,
            name: format!("{}/{}.md", own(Some("notes")), report.as_str()),
            bytes: markdown.as_bytes().to_vec(),
        }));
        Ok(enclosed::attachments(&files))
    }
}
