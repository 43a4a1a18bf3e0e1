//! `hemicycle` alone: the séances that are here, and the recent ones.

use crate::desk::Look;
use crate::verbs::Exit;

/// Lists them, and opens the one that is chosen.
#[must_use]
pub fn home(_look: Look) -> Exit {
    Exit::unreadable("")
}
