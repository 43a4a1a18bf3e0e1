//! A folder of papers: which of its files the program wrote for that sitting, so that those alone are written anew.
//!
//! Beside the papers stands `NAME.sha256`, NAME being that of the session file: one line a paper, its SHA-256 and its
//! name, as `sha256sum -c` reads it. A file whose sum is listed is the program's own and nobody changed it since. While
//! papers are being written lines are added before each of them, so that a program that was killed knows its own again;
//! at the end the list is put in order. A list only ever lets a file be replaced that has a sum of the list.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use super::disk::{Disk, Kind, OpenFile, append_all, folder_of};
use super::replace::{NotWritten, replace};

/// How the name of the list ends.
pub const LIST: &str = "sha256";

/// The longest paper that is compared with the one to be written, in bytes.
const LONGEST: u64 = 256 * 1024 * 1024;
/// The longest list that is read, in bytes.
const LONGEST_LIST: u64 = 8 * 1024 * 1024;

/// What became of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It was written.
    Written,
    /// It was there already, to the last byte.
    Same,
}

/// A folder in which the papers of one sitting are being written.
pub struct PapersFolder<'a> {
    disk: &'a dyn Disk,
    folder: PathBuf,
    list: PathBuf,
    /// The sums under which each name was written. More than one after a program that was killed.
    sums: BTreeMap<String, BTreeSet<String>>,
    /// The list, open to be added to; `None` before the first paper.
    adding: Option<Box<dyn OpenFile>>,
}

impl<'a> PapersFolder<'a> {
    /// Opens the folder, or creates it in one that exists; `name` is that of the session file, without its end.
    ///
    /// A link is not followed, be it the folder or its list. Where a link is above the folder is the user's own affair.
    ///
    /// # Errors
    /// [`NotWritten`]: it is no folder, cannot be created, or holds under the name of the list something else.
    pub fn open(disk: &'a dyn Disk, folder: &Path, name: &str, force: bool) -> Result<Self, NotWritten> {
        // `link/` and `link/.` would be looked at through the link.
        let folder: PathBuf = folder.components().filter(|part| *part != Component::CurDir).collect();
        let here = folder.as_os_str().is_empty();
        let folder = if here { PathBuf::from(".") } else { folder };
        let refused = |error: io::Error| NotWritten::Refused { path: folder.clone(), error: error.into(), left: None };
        match disk.look(&folder).map_err(refused)? {
            Some(found) if found.kind == Kind::Folder => {}
            Some(found) => return Err(NotWritten::NotAFolder { path: folder, kind: found.kind }),
            None => {
                let created = disk.create_folder(&folder).and_then(|()| disk.sync_folder(folder_of(&folder)));
                created.map_err(|error| match error.kind() {
                    io::ErrorKind::NotFound => NotWritten::NoFolder { path: folder.clone() },
                    _ => refused(error),
                })?;
            }
        }
        let list = folder.join(format!("{name}.{LIST}"));
        let sums = read_list(disk, &list, force)?;
        Ok(Self { disk, folder, list, sums, adding: None })
    }

    /// The folder, as it is looked at.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where a paper of that name stands.
    #[must_use]
    pub fn place(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Writes a paper: over a file of that name only if it is the program's own, unchanged, or with `force`.
    ///
    /// # Errors
    /// [`NotWritten`]: what stood there is intact.
    pub fn put(&mut self, name: &str, bytes: &[u8], force: bool) -> Result<Put, NotWritten> {
        let path = self.place(name);
        let sum = sum(bytes);
        let refused = |path: &Path, error: io::Error| NotWritten::Refused {
            path: path.to_owned(),
            error: error.into(),
            left: None,
        };
        let over = match self.disk.look(&path).map_err(|error| refused(&path, error))? {
            None => false,
            Some(found) if found.kind != Kind::File => {
                return Err(NotWritten::NotAFile { path, kind: found.kind });
            }
            Some(_) => {
                let there = match self.disk.read(&path, LONGEST) {
                    Ok(there) => Some(there),
                    // What cannot be read is not the program's own.
                    Err(error)
                        if matches!(error.kind(), io::ErrorKind::FileTooLarge | io::ErrorKind::PermissionDenied) =>
                    {
                        None
                    }
                    Err(error) => return Err(refused(&path, error)),
                };
                if there.as_deref() == Some(bytes) {
                    self.sums.insert(name.to_owned(), BTreeSet::from([sum]));
                    return Ok(Put::Same);
                }
                let there = there.map(|there| self::sum(&there));
                match (self.sums.get(name), there) {
                    _ if force => {}
                    (Some(sums), Some(there)) if sums.contains(&there) => {}
                    (Some(_), _) => return Err(NotWritten::Changed { path }),
                    (None, _) => return Err(NotWritten::Exists { path }),
                }
                true
            }
        };
        self.announce(name, &sum)?;
        replace(self.disk, &path, bytes, over)?;
        self.sums.insert(name.to_owned(), BTreeSet::from([sum]));
        Ok(Put::Written)
    }

    /// Adds the line of a paper that is about to be written. Whoever is killed then finds its own papers again.
    fn announce(&mut self, name: &str, sum: &str) -> Result<(), NotWritten> {
        let refused =
            |error: io::Error| NotWritten::Refused { path: self.list.clone(), error: error.into(), left: None };
        let adding = if let Some(adding) = &mut self.adding {
            adding
        } else {
            // What a program that was killed left of a line is taken away.
            replace(self.disk, &self.list, self.lines().as_bytes(), true)?;
            self.adding.insert(self.disk.open(&self.list).map_err(refused)?)
        };
        append_all(&mut **adding, line(name, sum).as_bytes()).map_err(refused)
    }

    /// Puts the list in order: what is there no more is taken out of it.
    ///
    /// # Errors
    /// [`NotWritten`]: the papers are written; the list is as it was while they were.
    pub fn finish(mut self) -> Result<(), NotWritten> {
        self.adding = None;
        let (disk, folder) = (self.disk, self.folder.clone());
        self.sums.retain(|name, _| !matches!(disk.look(&folder.join(name)), Ok(None)));
        let lines = self.lines();
        if self.disk.read(&self.list, LONGEST_LIST).is_ok_and(|there| there == lines.as_bytes()) {
            return Ok(());
        }
        replace(self.disk, &self.list, lines.as_bytes(), true)
    }

    /// The papers that the program wrote here another time and nobody changed since, by name: with one of those ends, and
    /// none of those names.
    #[must_use]
    pub fn own_besides(&self, names: &BTreeSet<String>, ends: &BTreeSet<&str>) -> Vec<String> {
        let is_own = |(name, sums): &(&String, &BTreeSet<String>)| {
            let end = name.rsplit_once('.').map(|(_, end)| end).unwrap_or_default();
            let may_be = !names.contains(*name) && ends.contains(end);
            may_be && self.disk.read(&self.place(name), LONGEST).is_ok_and(|there| sums.contains(&sum(&there)))
        };
        self.sums.iter().filter(is_own).map(|(name, _)| name.clone()).collect()
    }

    fn lines(&self) -> String {
        self.sums.iter().flat_map(|(name, sums)| sums.iter().map(move |sum| line(name, sum))).collect()
    }
}

fn line(name: &str, sum: &str) -> String {
    format!("{sum}  {name}\n")
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        // Writing into a `String` cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The sums of a list; none if there is no list. Something that is no list is refused: it is not ours to write over.
fn read_list(disk: &dyn Disk, path: &Path, force: bool) -> Result<BTreeMap<String, BTreeSet<String>>, NotWritten> {
    let refused = |error: io::Error| NotWritten::Refused { path: path.to_owned(), error: error.into(), left: None };
    let mut sums: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    match disk.look(path).map_err(refused)? {
        None => return Ok(sums),
        Some(found) if found.kind != Kind::File => {
            return Err(NotWritten::NotAFile { path: path.to_owned(), kind: found.kind });
        }
        Some(_) => {}
    }
    let bytes = disk.read(path, LONGEST_LIST).map_err(refused)?;
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) if force => String::new(),
        Err(_) => return Err(NotWritten::Exists { path: path.to_owned() }),
    };
    for written in text.split_inclusive('\n') {
        match listed(written) {
            Some((sum, name)) => {
                sums.entry(name.to_owned()).or_default().insert(sum.to_owned());
            }
            // A line that a crash cut short is the last one.
            None if !written.ends_with('\n') => {}
            None if force => {}
            None => return Err(NotWritten::Exists { path: path.to_owned() }),
        }
    }
    // One line without an end, and nothing before it: nobody wrote that but another.
    let is_other = sums.is_empty() && !text.is_empty() && !force;
    if is_other { Err(NotWritten::Exists { path: path.to_owned() }) } else { Ok(sums) }
}

/// Sum and name of a line of the list. A name that leads elsewhere is none of ours.
fn listed(written: &str) -> Option<(&str, &str)> {
    let (sum, name) = written.strip_suffix('\n')?.split_once("  ")?;
    let is_sum = sum.len() == 64 && sum.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let is_name = !name.is_empty() && !name.contains('/') && !name.contains('\\') && name != "..";
    (is_sum && is_name).then_some((sum, name))
}
