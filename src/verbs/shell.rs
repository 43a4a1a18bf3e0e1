//! `completions` and `manuel`: what the shell and `man` are told, from the one definition of the verbs.

use super::Exit;

/// Writes the completions of that shell.
#[must_use]
pub fn completions(_shell: &str) -> Exit {
    Exit::unreadable("")
}

/// Writes the manual page.
#[must_use]
pub fn manual() -> Exit {
    Exit::unreadable("")
}
