//! `revoir`: a past sitting, at a chosen speed.

use std::path::Path;

use crate::desk::Look;
use crate::verbs::Exit;

/// Shows the sitting of that file again.
#[must_use]
pub fn replay(_file: &Path, _speed: u16, _look: Look) -> Exit {
    Exit::unreadable("")
}
