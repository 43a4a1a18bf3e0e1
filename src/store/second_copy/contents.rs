//! What stands beside the journal of a copy, so that it opens where the place of the séance is gone: the session file, the
//! texts and tables that it names, and a note for whoever finds the folder.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::council::event::Event;
use crate::council::history::Entry;
use crate::council::plain::plain_lines;
use crate::store::disk::{Disk, OWNER_ONLY, append_all, folder_of, if_there};
use crate::store::fault::DiskError;
use crate::store::free_name::under_a_free_name;
use crate::store::journal::{self, Beginning, Continuation, FirstLine, Lines, Reading};
use crate::store::kept::Place;
use crate::store::own_folder::make_folder;
use crate::store::replace::{NotWritten, replace_private};
use crate::store::session_file::files::{Beside, Folder, LIMIT, is_outside};
use crate::store::session_file::{SessionFile, sum};

/// The name of the note.
pub const READ_ME: &str = "LISEZ-MOI.txt";

/// What is to stand there.
#[derive(Clone, Debug)]
pub struct Contents {
    session_file: String,
    /// The tables: what they hold counts, and was read with the session file.
    data: Vec<(String, String)>,
    /// The names of the texts.
    texts: Vec<String>,
    /// Where the texts are read.
    beside: Folder,
    read_me: String,
}

impl Contents {
    /// What goes with that session file, and that note.
    #[must_use]
    pub fn of(session: &SessionFile, read_me: &str) -> Self {
        let is_safe = |name: &&String| !is_outside(name);
        let data = session.data_files.iter().filter(|(name, _)| is_safe(name));
        let texts = session.sums.keys().filter(is_safe).filter(|name| !session.data_files.contains_key(*name));
        Self {
            session_file: session.source.clone(),
            data: data.map(|(name, text)| (name.clone(), text.clone())).collect(),
            texts: texts.cloned().collect(),
            beside: Folder::of(&session.path),
            read_me: plain_lines(read_me).into_owned(),
        }
    }

    /// Puts there what is not there yet; says which files are to be synced still.
    ///
    /// What stands there and differs is replaced at once, whole, if the record knows it: the journal holds each session
    /// file that counted, and the sum of each text. What it does not know somebody wrote there: that gets another name.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn put(&self, disk: &dyn Disk, place: &Place, journal: &[u8], afterwards: &[u8]) -> io::Result<Vec<PathBuf>> {
        let mut known = None;
        let mut unsynced = Vec::new();
        let mut put = |path: PathBuf, content: &[u8], is_ours: bool| -> io::Result<()> {
            let Some(there) = if_there(disk.read(&path, LIMIT))? else {
                make_folder(disk, folder_of(&path))?;
                append_all(&mut *disk.create_new(&path, OWNER_ONLY)?, content)?;
                unsynced.push(path);
                return Ok(());
            };
            if there == content {
                return Ok(());
            }
            // The beginning of it is what a crash left.
            let is_spared = is_ours || content.starts_with(&there);
            if !is_spared && !known.get_or_insert_with(|| known_to(journal, afterwards)).contains(&sum_of(&there)) {
                set_file_aside(disk, &path)?;
            }
            replace_private(disk, &path, content, true).map_err(|why| refused(&why))
        };
        let folder = folder_of(&place.session_file);
        let is_free = |path: &Path| {
            ![&place.session_file, &place.journal, &place.afterwards, &place.lock].iter().any(|own| *own == path)
        };
        for (name, text) in &self.data {
            let path = folder.join(name);
            if is_free(&path) {
                put(path, text.as_bytes(), false)?;
            }
        }
        for name in &self.texts {
            // What cannot be read any more loses no vote: the copy does without it.
            let (path, Ok(text)) = (folder.join(name), self.beside.text(name)) else { continue };
            if is_free(&path) {
                put(path, text.as_bytes(), false)?;
            }
        }
        if !self.data.iter().map(|(name, _)| name).chain(&self.texts).any(|name| name == READ_ME) {
            put(folder.join(READ_ME), self.read_me.as_bytes(), true)?;
        }
        put(place.session_file.clone(), self.session_file.as_bytes(), false)?;
        Ok(unsynced)
    }
}

/// The sums of the session files, texts and tables that a record knows.
fn known_to(journal: &[u8], afterwards: &[u8]) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    let mut taken_over = Vec::new();
    if let Some(Lines { beginning, entries, .. }) = lines::<Beginning>(journal) {
        known.insert(sum(&beginning.session_file));
        known.extend(beginning.sums.into_values());
        known.extend(beginning.data_files.values().map(|text| sum(text)));
        taken_over.extend(entries);
    }
    taken_over.extend(lines::<Continuation>(afterwards).into_iter().flat_map(|lines| lines.entries));
    for entry in taken_over {
        let Entry::Action { events, .. } = entry else { continue };
        for event in events {
            if let Event::FileTakenOver { session_file, sums, .. } = event {
                known.insert(sum(&session_file));
                known.extend(sums.into_values());
            }
        }
    }
    known
}

fn lines<Z: FirstLine>(bytes: &[u8]) -> Option<Lines<Z>> {
    match journal::read(bytes) {
        Ok(Reading::Started(lines)) => Some(lines),
        _ => None,
    }
}

fn sum_of(bytes: &[u8]) -> String {
    sum(&String::from_utf8_lossy(bytes))
}

/// Gives a file that stands beside the journal a free name: `x.ron` becomes `x-autre-1.ron`. Says which.
///
/// # Errors
/// It has the name it had.
pub fn set_file_aside(disk: &dyn Disk, path: &Path) -> io::Result<PathBuf> {
    let aside = under_a_free_name(|number| {
        let mut name = path.file_stem().unwrap_or_default().to_owned();
        name.push(format!("-autre-{number}"));
        if let Some(end) = path.extension() {
            name.push(".");
            name.push(end);
        }
        let aside = path.with_file_name(name);
        disk.rename(path, &aside, false).map(|()| aside)
    })?;
    disk.sync_folder(folder_of(path))?;
    Ok(aside)
}

fn refused(why: &NotWritten) -> io::Error {
    match why {
        NotWritten::Refused { error: DiskError { code: Some(code), .. }, .. } => io::Error::from_raw_os_error(*code),
        NotWritten::Refused { error, .. } => error.kind.into(),
        _ => io::ErrorKind::InvalidInput.into(),
    }
}
