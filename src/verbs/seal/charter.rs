//! The look and the sentences of the assembly, of what a paper encloses. The journal seals neither: that is said.

use std::path::Path;

use super::super::Exit;
use crate::council::phrases::Phrases;
use crate::french::seal::paper as said;
use crate::look::Look;
use crate::papers::enclosed::{Enclosed, Role};
use crate::store::charter;
use crate::store::session_file::files::{BesideAsBytes, text_of};
use crate::store::session_file::problem::Unreadable;

/// The pictures that a paper encloses.
struct InThePaper<'a>(&'a [Enclosed]);

impl BesideAsBytes for InThePaper<'_> {
    fn bytes(&self, name: &str) -> Result<Vec<u8>, Unreadable> {
        let name = format!("{}/{name}", charter::FOLDER);
        let logo = self.0.iter().find(|file| file.role == Role::Logo && file.name == name);
        logo.map(|file| file.bytes.clone()).ok_or(Unreadable::Missing)
    }

    fn holds_fonts(&self) -> bool {
        false
    }
}

/// The look of the assembly; that of the program if none is enclosed.
///
/// # Errors
/// How the verb ends: it cannot be read.
pub fn look(path: &Path, enclosed: &[Enclosed]) -> Result<Look, Exit> {
    let Some(file) = enclosed.iter().find(|file| file.role == Role::Look) else { return Ok(Look::default()) };
    let lacks = || Exit::Refused(said::lacks(path, &file.name));
    let source = text_of(file.bytes.clone()).map_err(|_| lacks())?;
    charter::look_of(&source, &InThePaper(enclosed)).map_err(|_| lacks())
}

/// The sentences of the assembly: those of the session file before those enclosed.
///
/// # Errors
/// How the verb ends: they cannot be read.
pub fn phrases(path: &Path, own: &Phrases, enclosed: &[Enclosed]) -> Result<Phrases, Exit> {
    let Some(file) = enclosed.iter().find(|file| file.role == Role::Phrases) else { return Ok(own.clone()) };
    let lacks = || Exit::Refused(said::lacks(path, &file.name));
    let source = text_of(file.bytes.clone()).map_err(|_| lacks())?;
    charter::phrases_of(&source).map(|phrases| own.over(&phrases)).map_err(|_| lacks())
}

/// What of the words that are printed is not sealed by the journal.
#[must_use]
pub fn not_sealed(look: &Look, enclosed: &[Enclosed]) -> Vec<String> {
    let has = |role: Role| enclosed.iter().any(|file| file.role == role);
    let letterhead = (!look.letterhead.is_empty()).then(|| said::letterhead(&look.letterhead.join(" ")));
    let phrases = has(Role::Phrases).then(|| said::SENTENCES_OF_THE_ASSEMBLY.to_owned());
    letterhead.into_iter().chain(phrases).collect()
}
