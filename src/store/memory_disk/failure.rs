//! What fails on a disk in memory, and when.

use std::io;

/// An operation that fails, counted among all of them: the power, the process or the disk is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The operation that fails, counted from 0.
    pub operation: usize,
    /// What it fails with.
    pub kind: io::ErrorKind,
    /// Whether every operation after it fails too: the disk is gone, or the power is.
    pub for_good: bool,
}

/// A kind of operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Call {
    /// A look at what stands at a path, or behind a descriptor.
    Look,
    /// All the bytes of a file.
    Read,
    /// A new file.
    Create,
    /// A new folder.
    CreateFolder,
    /// A file that is there, opened to add to its end.
    Open,
    /// Bytes at the end of a file.
    Append,
    /// The content of a file made durable.
    SyncData,
    /// A file cut shorter.
    Truncate,
    /// A lock.
    Lock,
    /// Another name for a file.
    Rename,
    /// A name taken away.
    Remove,
    /// The names of a folder made durable.
    SyncFolder,
    /// The names of a folder read.
    List,
}

impl Call {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Look,
        Self::Read,
        Self::Create,
        Self::CreateFolder,
        Self::Open,
        Self::Append,
        Self::SyncData,
        Self::Truncate,
        Self::Lock,
        Self::Rename,
        Self::Remove,
        Self::SyncFolder,
        Self::List,
    ];
}

/// One call of a kind that the system refuses, with the number that Linux gives the error.
///
/// As on Linux a sync that is refused so leaves what it was asked to write for written, in memory only: the next sync says
/// yes and writes none of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailingCall {
    /// Which kind of operation.
    pub call: Call,
    /// Which of that kind fails, counted from 0.
    pub nth: usize,
    /// The system's number for the error (`errno`), such as [`NO_SPACE`].
    pub code: i32,
    /// Whether every one of that kind fails after it.
    pub for_good: bool,
}

/// Not allowed (`EACCES`).
pub const NOT_ALLOWED: i32 = 13;
/// A disk that does not answer (`EIO`): the library has no name for it.
pub const INPUT_OUTPUT: i32 = 5;
/// A signal came first (`EINTR`): the call is to be made again.
pub const INTERRUPTED: i32 = 4;
/// A full disk (`ENOSPC`).
pub const NO_SPACE: i32 = 28;
/// A disk that takes no writing (`EROFS`).
pub const READ_ONLY: i32 = 30;
