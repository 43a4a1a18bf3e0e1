//! `projeter`: follows a sitting on a public display.

use std::path::Path;

use crate::desk::Look;
use crate::verbs::Exit;

/// Follows the sitting of that file.
#[must_use]
pub fn display(_file: &Path, _look: Look) -> Exit {
    Exit::unreadable("")
}
