//! The second copy of a record: in the folder of what the program remembers, each action is written at once too, and
//! synced when she pauses or proclaims.
//!
//! It is a whole séance of its own: the session file and what it names stand beside the journal, so that it opens like any
//! other where the place of the séance is gone for good. It follows the record and never leads it: what stands there is the
//! beginning of what was acknowledged, or is set aside. Where it holds more, because the place lost something or was away,
//! its lines are put back at the next opening ([`super::record::open_doubled`]).
//!
//! Nothing here ever takes a line away: files are added to, or given another name.

mod aside;
mod bringing;
mod contents;
mod following;
mod searching;
mod side;

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::fault::Fault;
use super::kept::Place;

pub use self::aside::set_copy_aside;
pub use self::bringing::{bring_up, drop_torn_end};
pub use self::contents::{Contents, READ_ME, set_file_aside};
pub use self::following::SecondCopy;
pub use self::searching::{Found, More, holds_more, search};
pub use self::side::{Judged, Rest, Side, Stock};

/// The name of the folder of the copies, in the folder of what the program remembers.
pub const FOLDER: &str = "copies";

/// Where second copies are kept, and for which séance.
#[derive(Clone, Debug)]
pub struct Copies {
    /// The folder of all the copies.
    pub folder: PathBuf,
    /// The session file, by its whole path: two ways of writing a path are one séance.
    pub of: PathBuf,
    /// What [`READ_ME`] says, in the language of whoever finds it.
    pub read_me: String,
}

impl Copies {
    /// Whether that session file is itself one of the copies: it has no copy of its own.
    #[must_use]
    pub fn holds_it(&self) -> bool {
        self.of.starts_with(&self.folder)
    }

    /// Where the copy of this session file is, if it has one under its own path.
    ///
    /// # Errors
    /// [`Fault::ReservedName`].
    pub fn place(&self) -> Result<Place, Fault> {
        place_of(&self.folder, &self.of)
    }
}

/// Where the second copy of that session file is: a folder of its own, named after the file and the path where it is, so
/// that two séances of the same name never share one. The path must be whole.
///
/// # Errors
/// [`Fault::ReservedName`].
pub fn place_of(copies: &Path, session_file: &Path) -> Result<Place, Fault> {
    let hash = Sha256::digest(session_file.as_os_str().as_encoded_bytes());
    let hash = hash.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let mut folder = session_file.file_stem().unwrap_or_default().to_owned();
    folder.push(format!("-{hash:016x}"));
    let name = session_file.file_name().unwrap_or_default();
    Place::of(&copies.join(folder).join(name))
}
