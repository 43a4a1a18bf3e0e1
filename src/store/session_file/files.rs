//! Reading a file of the clerk's: only a regular one, never more than the limit, always as UTF-8.

use std::fs::{Metadata, OpenOptions};
use std::io::{ErrorKind, Read};
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
use std::path::{Component, Path, PathBuf};

use super::super::disk::NO_WAIT;
use super::problem::{Encoding, Unreadable};

/// The longest file that is read, in bytes: a year of a large council is a hundred times smaller.
pub const LIMIT: u64 = 8 * 1024 * 1024;

/// Where the files beside a session file come from: the folder, a journal, or the memory of a test.
pub trait Beside {
    /// The content of the file of that name, as it is: byte order mark and line ends included.
    ///
    /// # Errors
    /// [`Unreadable`] if there is no such text.
    fn text(&self, name: &str) -> Result<String, Unreadable>;
}

impl<F: Fn(&str) -> Result<String, Unreadable>> Beside for F {
    fn text(&self, name: &str) -> Result<String, Unreadable> {
        self(name)
    }
}

/// The files of one folder.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder that holds a session file.
    #[must_use]
    pub fn of(session_file: &Path) -> Self {
        Self(session_file.parent().map(Path::to_path_buf).unwrap_or_default())
    }

    /// Where the file of that name is, links followed: never out of the folder, for a séance that came by mail could
    /// otherwise have any file of its reader printed in a paper.
    fn inside(&self, name: &str) -> Result<PathBuf, Unreadable> {
        if is_outside(name) {
            return Err(Unreadable::Outside);
        }
        let here = if self.0.as_os_str().is_empty() { Path::new(".") } else { &self.0 };
        let folder = here.canonicalize().map_err(|error| from_disk(&error))?;
        let file = here.join(name).canonicalize().map_err(|error| from_disk(&error))?;
        if file.starts_with(&folder) { Ok(file) } else { Err(Unreadable::Outside) }
    }
}

impl Beside for Folder {
    fn text(&self, name: &str) -> Result<String, Unreadable> {
        read(&self.inside(name)?)
    }
}

/// Where the files beside a charter come from that are no text: the folder, or what a paper encloses.
pub trait BesideAsBytes {
    /// The bytes of a picture or of a font.
    ///
    /// # Errors
    /// [`Unreadable`] as for a text, save its encoding.
    fn bytes(&self, name: &str) -> Result<Vec<u8>, Unreadable>;

    /// Whether fonts are among them: a paper encloses none, for their licence is not ours to give away.
    fn holds_fonts(&self) -> bool {
        true
    }
}

impl<F: Fn(&str) -> Result<Vec<u8>, Unreadable>> BesideAsBytes for F {
    fn bytes(&self, name: &str) -> Result<Vec<u8>, Unreadable> {
        self(name)
    }
}

impl BesideAsBytes for Folder {
    fn bytes(&self, name: &str) -> Result<Vec<u8>, Unreadable> {
        read_bytes(&self.inside(name)?)
    }
}

/// Whether a name leads out of the folder: absolute, `..`, `~`, a drive letter or a backslash.
#[must_use]
pub fn is_outside(name: &str) -> bool {
    let below = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    name.is_empty()
        || name.starts_with('~')
        || name.contains(['\\', ':', '\0'])
        || !Path::new(name).components().all(below)
}

/// Reads a whole text file.
///
/// It is opened without waiting, and its kind is asked of what was opened: whatever takes its place meanwhile, the
/// program neither waits nor reads something else. Links are followed: a session file may be one.
///
/// # Errors
/// [`Unreadable`]: not a regular file, too long, not to be read, or not UTF-8.
pub fn read(path: &Path) -> Result<String, Unreadable> {
    text_of(read_bytes(path)?)
}

/// Reads a whole file that is no text, with the same care.
///
/// # Errors
/// [`Unreadable`]: not a regular file, too long, not to be read.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Unreadable> {
    // A socket cannot even be opened, and a device may act on it: what can be seen before is said before.
    regular(&std::fs::metadata(path).map_err(|error| from_disk(&error))?)?;
    read_opened(path)
}

fn read_opened(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let opened = OpenOptions::new().read(true).custom_flags(NO_WAIT).open(path);
    let file = opened.map_err(|error| from_disk(&error))?;
    regular(&file.metadata().map_err(|error| from_disk(&error))?)?;
    let mut bytes = Vec::new();
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| from_disk(&error))?;
    if bytes.len() as u64 > LIMIT {
        return Err(Unreadable::TooLong);
    }
    Ok(bytes)
}

fn regular(metadata: &Metadata) -> Result<(), Unreadable> {
    let kind = metadata.file_type();
    if kind.is_dir() {
        Err(Unreadable::Folder)
    } else if kind.is_fifo() {
        Err(Unreadable::Pipe)
    } else if kind.is_socket() {
        Err(Unreadable::Socket)
    } else if !kind.is_file() {
        Err(Unreadable::Device)
    } else if metadata.len() > LIMIT {
        Err(Unreadable::TooLong)
    } else {
        Ok(())
    }
}

/// Tells a folder that is not there from one that may not be looked into.
///
/// # Errors
/// [`Unreadable`] if it is there.
pub fn nothing_there(error: &std::io::Error) -> Result<(), Unreadable> {
    match from_disk(error) {
        Unreadable::Missing => Ok(()),
        why => Err(why),
    }
}

fn from_disk(error: &std::io::Error) -> Unreadable {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Unreadable::Missing,
        ErrorKind::PermissionDenied => Unreadable::Denied,
        // It says it is a file, and has nothing to read before somebody writes to it: some of /proc.
        ErrorKind::WouldBlock => Unreadable::Device,
        _ => Unreadable::Disk(error.to_string()),
    }
}

/// The text of bytes read from somewhere.
///
/// # Errors
/// [`Unreadable::Encoding`] with the encoding that it looks like, and the line of the first byte that is not UTF-8.
pub fn text_of(bytes: Vec<u8>) -> Result<String, Unreadable> {
    let marked = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    // Two bytes a character: without a mark, every other byte of a French text is zero. Three are enough to tell where the
    // first is: what is added behind them, as to the notes of another program, must not make of a text what is none.
    if marked || matches!(bytes[..], [_, 0, _, 0, ..] | [0, _, 0, ..]) {
        return Err(Unreadable::Encoding { encoding: Encoding::Utf16, line: 1 });
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        let line = 1 + bytes.iter().take(valid).filter(|byte| **byte == b'\n').count();
        let odd = |byte: &u8| matches!(byte, 0..=8 | 14..=31);
        let encoding = if bytes.iter().any(odd) { Encoding::Binary } else { Encoding::Latin1 };
        Unreadable::Encoding { encoding, line }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reads_as_a_text_still_does_when_something_is_added_behind_it() {
        for short in [&b"\0a\0"[..], b"a\0", b"\0", b"\0a", b"a\0b", b"\0\0", b"\0\0\0"] {
            let longer = [short, b"\n\n***\n"].concat();
            assert!(text_of(short.to_vec()).is_err() || text_of(longer).is_ok(), "{short:?}");
        }
    }

    #[test]
    fn a_pipe_that_takes_the_place_of_a_file_after_the_look_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert_eq!(read_opened(&pipe), Err(Unreadable::Pipe));
    }

    #[test]
    fn a_file_that_has_nothing_to_read_yet_is_not_a_text() {
        assert_eq!(from_disk(&ErrorKind::WouldBlock.into()), Unreadable::Device);
    }
}
