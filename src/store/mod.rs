//! The disk: session file, journal, lock. Only the rim calls it.

pub mod session_file;
