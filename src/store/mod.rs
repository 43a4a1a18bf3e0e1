//! The disk: session file, journal, lock. Only the rim calls it.
