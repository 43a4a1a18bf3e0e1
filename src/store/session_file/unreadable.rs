//! Why a file on the disk cannot be read as a text.

/// What the bytes look like if they are not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, as the old Notepad saves « Unicode ».
    Utf16,
    /// Latin-1 or Windows-1252, « ANSI ».
    Latin1,
    /// No text at all.
    Binary,
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is no such file.
    Missing,
    /// The rights are missing.
    Denied,
    /// It is a folder.
    Folder,
    /// It is a device, such as `/dev/zero`.
    Device,
    /// It is a pipe.
    Pipe,
    /// It is a socket.
    Socket,
    /// It is longer than [`LIMIT`](super::files::LIMIT).
    TooLong,
    /// Its name leads out of the folder of the session file.
    Outside,
    /// It is not UTF-8.
    Encoding {
        /// What it looks like.
        encoding: Encoding,
        /// The line of the first byte that is not UTF-8.
        line: usize,
    },
    /// The disk refuses, in the system's words.
    Disk(String),
}
