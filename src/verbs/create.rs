//! `creer`: makes a session file by questions.

use super::Exit;
use crate::cli::CreateAsked;

/// Makes a session file by questions.
#[must_use]
pub fn create(_asked: &CreateAsked) -> Exit {
    Exit::unreadable("")
}
