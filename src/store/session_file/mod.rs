//! The session file (*fichier de séance*): read, checked, turned into the docket. Never written.
//!
//! The crate `ron` reads the values. Nothing here decides one: when ron refuses, or when a value makes no sense, the
//! text is scanned into spans to say where, and to find what else is wrong, so that a clerk mends it in one go.

pub mod acts;
mod agenda;
pub mod alphabets;
pub mod asked;
pub(super) mod at;
mod births;
pub mod dates;
pub(super) mod diagnosis;
pub mod elections;
mod filed;
pub mod files;
mod grouped;
pub(super) mod hostile;
pub(super) mod hours;
mod kinds;
pub(super) mod layout;
mod majorities;
mod making;
mod members;
mod members_csv;
pub mod people;
pub(super) mod placing;
pub mod plan;
pub mod problem;
mod quotes;
pub(super) mod reading;
pub mod room;
pub(super) mod scanner;
pub(super) mod schema;
mod settings;
pub(super) mod shape;
pub mod slip;
pub(super) mod spans;
mod standings;
pub(super) mod structure;
#[cfg(test)]
mod tests;
pub mod unreadable;
pub mod wording;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::council::docket::Docket;

use self::files::{Beside, Folder};
use self::problem::{FORMAT, Problem, ProblemKind, Remark, Unread};
use self::reading::Reading;
pub(super) use self::reading::sum;
use self::shape::SessionShape;

/// A session file read from the disk, without any finding.
#[derive(Clone, Debug)]
pub struct SessionFile {
    /// Where it is.
    pub path: PathBuf,
    /// The text as it is on the disk.
    pub source: String,
    /// What it says.
    pub docket: Arc<Docket>,
    /// SHA-256 in hexadecimal of each file beside it, by name.
    pub sums: BTreeMap<String, String>,
    /// The files beside it that hold data and not texts, by name: the table of the members, which counts.
    pub data_files: BTreeMap<String, String>,
    /// What is harmless and said.
    pub remarks: Vec<Remark>,
}

/// What a session file says.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The docket.
    pub docket: Arc<Docket>,
    /// SHA-256 in hexadecimal of each file beside it, by name.
    pub sums: BTreeMap<String, String>,
    /// The table of the members, by name.
    pub data_files: BTreeMap<String, String>,
    /// What is harmless and said.
    pub remarks: Vec<Remark>,
}

/// Reads a session file and the files beside it from the disk.
///
/// # Errors
/// [`Unread`] with everything that is wrong.
pub fn load(path: &Path) -> Result<SessionFile, Unread> {
    let unread = |problems| Unread { path: path.to_path_buf(), problems };
    let source =
        files::read(path).map_err(|why| unread(vec![Problem { kind: ProblemKind::File(why), place: None }]))?;
    let Parsed { docket, sums, data_files, remarks } = parse(&source, &Folder::of(path)).map_err(unread)?;
    Ok(SessionFile { path: path.to_path_buf(), source, docket, sums, data_files, remarks })
}

/// Reads the text of a session file; `beside` gives the files that it names.
///
/// # Errors
/// Everything that is wrong, in the order of the file.
pub fn parse(source: &str, beside: &dyn Beside) -> Result<Parsed, Vec<Problem>> {
    let mut reading = Reading::new(beside);
    let text = reading.say_marks(source, None);
    reading.hidden_characters(text);
    let session: SessionShape = match shape::options().from_str(text) {
        Ok(session) => session,
        Err(refusal) => return Err(diagnosis::of_refusal(text, &refusal, reading)),
    };
    if let Some(newer) = session.format.filter(|format| *format > FORMAT) {
        return Err(vec![diagnosis::newer_format(newer)]);
    }
    let (docket, data_files) = making::docket(session, &mut reading);
    match docket {
        Some(docket) if reading.found.is_empty() => {
            let Reading { sums, remarks, .. } = reading;
            Ok(Parsed { docket: Arc::new(docket), sums, data_files, remarks })
        }
        _ => Err(diagnosis::of_meaning(text, &reading)),
    }
}

/// An hour as a session file writes it.
#[must_use]
pub fn read_hour(text: &str) -> Option<crate::council::hour::Hour> {
    hours::read(text)
}
