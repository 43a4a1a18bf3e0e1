//! The disk: session file, journal, lock. Only the rim calls it.

pub mod chain;
pub mod disk;
pub mod fault;
pub mod journal;
pub mod lock;
pub mod memory_disk;
pub mod replace;
pub mod sealed_file;
