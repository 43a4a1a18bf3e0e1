//! What papers are made of, gathered from the disk once: the record, the notes, the sentences and the look.

use std::path::Path;

use super::recorded::{Recorded, recorded};
use super::{Exit, complain, config_dir};
use crate::council::phrases::Phrases;
use crate::council::sitting::Sitting;
use crate::french::{charter as charter_words, enclosed as enclosed_words, record as record_words, writing as words};
use crate::papers::enclosed::{Enclosed, Role, attachments, sum as sum_of};
use crate::papers::{Attachment, Paper, Sources, model};
use crate::store::charter::{self, Charter};
use crate::store::disk::Disk;
use crate::store::notes;
use crate::store::session_file::files;
use crate::store::snapshot;

/// A sitting and everything beside it that a paper says.
pub struct Gathered {
    /// The record and its session file.
    pub recorded: Recorded,
    /// The look, the sentences and the models of the assembly.
    pub charter: Charter,
    kept: notes::Kept,
    phrases: Phrases,
}

/// Reads a record without touching it, and what goes with it.
///
/// # Errors
/// How the verb ends, and why.
pub fn gather(disk: &dyn Disk, path: &Path) -> Result<Gathered, Exit> {
    let recorded = recorded(disk, path)?;
    let charter = charter::load(path, config_dir().as_deref())
        .map_err(|unread| Exit::refused(&charter_words::unread(&unread), unread.cannot_be_read()))?;
    let docket = &recorded.session.docket;
    let phrases = docket.body.phrases.over(&charter.phrases);
    // A report that was added in the sitting has its notes too.
    let kept = notes::load(disk, path, recorded.sitting().docket());
    Ok(Gathered { recorded, charter, kept, phrases })
}

impl Gathered {
    /// The sitting as it is recorded.
    #[must_use]
    pub fn sitting(&self) -> &Sitting {
        self.recorded.sitting()
    }

    /// What was found in reading, on standard error.
    pub fn say_notices(&self) {
        self.recorded.say_notices();
        // A paper without what was said in it must not look as if nothing had been.
        for problem in self.kept.unreadable.values().chain(&self.kept.problems) {
            complain(&record_words::note_problem(problem));
        }
    }

    /// What `compose` takes.
    #[must_use]
    pub fn sources(&self) -> Sources<'_> {
        Sources { sitting: self.sitting(), seal: self.recorded.head(), notes: &self.kept.notes, phrases: &self.phrases }
    }

    /// The assembly's own model of that paper, an ODT file.
    #[must_use]
    pub fn model(&self, paper: &Paper) -> Option<&[u8]> {
        self.charter.models.get(model::file_name(paper)).map(Vec::as_slice)
    }

    /// The sentences of the assembly as they lie in their file, if it has one.
    fn wording(&self) -> Result<Option<Enclosed>, Exit> {
        let name = charter::WORDING_FILE;
        let Some(path) = self.charter.files.iter().find(|path| path.ends_with(name)) else { return Ok(None) };
        let changed = |why: Option<&_>| Exit::Unusable(words::text_changed(name, why));
        let text = files::read(path).map_err(|why| changed(Some(&why)))?;
        if charter::phrases_of(&text).ok().as_ref() != Some(&self.charter.phrases) {
            return Err(changed(None));
        }
        Ok(Some(Enclosed { role: Role::Phrases, name: name.to_owned(), bytes: text.into_bytes() }))
    }

    /// The look of the assembly as it lies in its file, if it has one, with its logo. Fonts are left: their licence is not
    /// ours to give away.
    fn look(&self) -> Result<Vec<Enclosed>, Exit> {
        let name = charter::CHARTER_FILE;
        let Some(path) = self.charter.files.iter().find(|path| path.ends_with(name)) else { return Ok(Vec::new()) };
        let changed = || Exit::Unusable(words::text_changed(name, None));
        let (source, look, named) = charter::look_and_what_it_names(path).map_err(|_| changed())?;
        if look != self.charter.look {
            return Err(changed());
        }
        // In the folder of models a charter is always looked for, and no text of the sitting stands in its way.
        let placed = |name: &str| format!("{}/{name}", charter::FOLDER);
        let mut enclosed = vec![Enclosed { role: Role::Look, name: placed(name), bytes: source.into_bytes() }];
        let is_logo = |bytes: &[u8]| look.logo.as_ref().is_some_and(|logo| *logo.bytes == *bytes);
        let logo = named.into_iter().find(|(_, bytes)| is_logo(bytes));
        enclosed.extend(logo.map(|(name, bytes)| Enclosed { role: Role::Logo, name: placed(&name), bytes }));
        Ok(enclosed)
    }

    /// Why a *procès-verbal* in PDF encloses nothing though something is recorded: its lines keep what members said aloud
    /// before a ballot was secret, and the paper is published.
    #[must_use]
    pub fn not_enclosed(&self) -> Option<&'static str> {
        self.recorded.keeps_what_is_void().then_some(enclosed_words::NOT_ENCLOSED)
    }

    /// What a *procès-verbal* in PDF encloses, so that it proves itself; nothing while nothing is recorded, and nothing that
    /// is [not to be enclosed](Self::not_enclosed).
    ///
    /// # Errors
    /// How the verb ends: a text is no longer the one that was read.
    pub fn attachments(&self, disk: &dyn Disk) -> Result<Vec<Attachment>, Exit> {
        let journal = self.recorded.snapshot.journal().filter(|_| self.not_enclosed().is_none());
        let Some(journal) = journal else { return Ok(Vec::new()) };
        let named = snapshot::named_files(&self.recorded.session)
            .map_err(|(name, why)| Exit::Unusable(words::text_changed(&name, why.as_ref())))?;
        let own = |end: Option<&str>| {
            let path = end.map_or_else(
                || self.recorded.session.path.clone(),
                |end| self.recorded.session.path.with_extension(end),
            );
            path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
        };
        let mut enclosed = vec![
            Enclosed {
                role: Role::SessionFile,
                name: own(None),
                bytes: self.recorded.session.source.clone().into_bytes(),
            },
            Enclosed { role: Role::Journal, name: own(Some("journal")), bytes: journal.to_vec() },
        ];
        if let Some(bytes) = self.recorded.snapshot.afterwards() {
            enclosed.push(Enclosed { role: Role::Afterwards, name: own(Some("suites")), bytes: bytes.to_vec() });
        }
        enclosed.extend(named.into_iter().map(|(name, bytes)| Enclosed { role: Role::Text, name, bytes }));
        for (report, sum) in &self.kept.sums {
            let path = notes::path(&self.recorded.session.path, report);
            let name = format!("{}/{}", own(Some("notes")), notes::file_name::of(report));
            // As the file stands, so that its sum is the one that the close and the settlement recorded.
            let bytes = disk.read(&path, notes::LIMIT as u64).ok().filter(|bytes| sum_of(bytes) == *sum);
            let bytes = bytes.ok_or_else(|| Exit::Unusable(words::text_changed(&name, None)))?;
            enclosed.push(Enclosed { role: Role::Notes, name, bytes });
        }
        enclosed.extend(self.wording()?);
        enclosed.extend(self.look()?);
        Ok(attachments(&enclosed))
    }
}
