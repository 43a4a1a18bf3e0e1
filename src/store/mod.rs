//! The disk: session file, journal, lock. Only the rim calls it.

pub mod before_flaw;
pub mod chain;
pub mod charter;
pub mod course;
pub mod disk;
pub mod display_file;
pub mod fault;
pub mod folder_of_sittings;
pub mod followed;
pub mod guard;
pub mod journal;
pub mod kept;
mod line_form;
pub mod lock;
pub mod memory_disk;
pub mod notes;
pub mod papers_folder;
pub mod preferences;
pub mod recent;
pub mod record;
pub mod recount;
pub mod replace;
pub mod seal;
pub mod sealed_file;
pub mod second_copy;
pub mod session_file;
pub mod snapshot;
