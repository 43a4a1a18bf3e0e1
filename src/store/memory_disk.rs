//! A disk in memory that forgets what was not synced, and fails at the operation of a test's choice.
//!
//! What a program writes is seen by it at once, but is durable only once synced: the content of a file by
//! [`OpenFile::sync_data`], a name in a folder by [`Disk::sync_folder`]. After a power cut a file holds what was
//! synced plus any first part of what was done since, and a name that was not synced may or may not be there:
//! [`MemoryDisk::after_power_cut`] gives the disk of each case.

mod node;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use self::node::{Change, Node};
use super::disk::{Disk, Found, Kind, OWNER_ONLY, OpenFile, folder_of};

/// The number that Linux gives to a disk that does not answer (`EIO`): the library has no name for it.
const INPUT_OUTPUT: i32 = 5;

/// What fails, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The operation that fails, counted from 0.
    pub operation: usize,
    /// What it fails with.
    pub kind: io::ErrorKind,
    /// Whether every operation after it fails too: the disk is gone, or the power is.
    pub for_good: bool,
}

/// What survives a power cut besides what was synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Survivors {
    /// Of the unsynced changes of each file, how many steps: bytes added, or cuts of its length.
    pub steps: usize,
    /// Whether names that were created or removed and not synced are as the program left them.
    pub names: bool,
}

#[derive(Debug, Default)]
struct State {
    nodes: Vec<Node>,
    names: BTreeMap<PathBuf, usize>,
    durable_names: BTreeMap<PathBuf, usize>,
    operations: usize,
    failure: Option<Failure>,
    largest_append: Option<usize>,
    read_only: bool,
    /// The folders whose disk was pulled out.
    pulled_out: BTreeSet<PathBuf>,
}

impl State {
    /// Counts an operation; says whether it is the one that fails.
    fn step(&mut self) -> io::Result<()> {
        let operation = self.operations;
        self.operations += 1;
        match self.failure {
            Some(failure) if operation == failure.operation || failure.for_good && operation > failure.operation => {
                Err(failure.kind.into())
            }
            _ => Ok(()),
        }
    }

    /// As [`step`](Self::step), for an operation on that path: on a disk that was pulled out it fails.
    fn step_at(&mut self, path: &Path) -> io::Result<()> {
        self.step()?;
        if self.pulled_out.iter().any(|folder| path.starts_with(folder)) {
            return Err(io::Error::from_raw_os_error(INPUT_OUTPUT));
        }
        Ok(())
    }

    fn node(&self, path: &Path) -> io::Result<usize> {
        self.names.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn at(&mut self, node: usize) -> io::Result<&mut Node> {
        self.nodes.get_mut(node).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn writable(&self) -> io::Result<()> {
        if self.read_only { Err(io::ErrorKind::ReadOnlyFilesystem.into()) } else { Ok(()) }
    }

    fn found(&self, node: usize) -> Option<Found> {
        let Node { content, mode, is_folder, .. } = self.nodes.get(node)?;
        let kind = if *is_folder { Kind::Folder } else { Kind::File };
        Some(Found { kind, device: 1, inode: node as u64, length: content.len() as u64, mode: *mode })
    }
}

/// The disk. Clones are the same disk.
#[derive(Clone, Debug, Default)]
pub struct MemoryDisk(Arc<Mutex<State>>);

impl MemoryDisk {
    /// An empty disk.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a durable file there, in place of what was there.
    pub fn put(&self, path: &Path, content: &[u8]) {
        let mut state = self.state();
        let node = state.nodes.len();
        let mode = OWNER_ONLY;
        state.nodes.push(Node { content: content.to_vec(), durable: content.to_vec(), mode, ..Node::default() });
        state.names.insert(path.to_owned(), node);
        state.durable_names.insert(path.to_owned(), node);
    }

    /// The content of a file as a program sees it, without counting an operation.
    #[must_use]
    pub fn content(&self, path: &Path) -> Option<Vec<u8>> {
        let state = self.state();
        state.nodes.get(*state.names.get(path)?).map(|node| node.content.clone())
    }

    /// Puts a durable folder there.
    pub fn put_folder(&self, path: &Path) {
        let mut state = self.state();
        let node = state.nodes.len();
        state.nodes.push(Node { is_folder: true, ..Node::default() });
        state.names.insert(path.to_owned(), node);
        state.durable_names.insert(path.to_owned(), node);
    }

    /// Takes a name away, as another program would, without counting an operation.
    pub fn take_away(&self, path: &Path) {
        self.state().names.remove(path);
    }

    /// Pulls out the disk on which a folder stands, as a stick: every operation there fails, through files that are open
    /// too.
    pub fn pull_out(&self, folder: &Path) {
        self.state().pulled_out.insert(folder.to_owned());
    }

    /// Puts that disk back in, as it was.
    pub fn plug_in(&self, folder: &Path) {
        self.state().pulled_out.remove(folder);
    }

    /// How many operations were asked so far.
    #[must_use]
    pub fn operations(&self) -> usize {
        self.state().operations
    }

    /// Makes an operation fail; `None` heals the disk.
    pub fn fail(&self, failure: Option<Failure>) {
        self.state().failure = failure;
    }

    /// Takes at most that many bytes at a time, as a full pipe or a signal makes a real disk do.
    pub fn take_at_most(&self, bytes: usize) {
        self.state().largest_append = Some(bytes);
    }

    /// Refuses every write from now on.
    pub fn set_read_only(&self, read_only: bool) {
        self.state().read_only = read_only;
    }

    /// The most steps that a file has pending: beyond it, [`Survivors::steps`] makes no difference.
    #[must_use]
    pub fn pending_steps(&self) -> usize {
        let state = self.state();
        state.nodes.iter().map(|node| node.pending.iter().map(Change::steps).sum()).max().unwrap_or(0)
    }

    /// The disk as the next start finds it if the power goes now.
    #[must_use]
    pub fn after_power_cut(&self, survivors: Survivors) -> Self {
        let state = self.state();
        let nodes = state.nodes.iter().map(|node| {
            let content = node.surviving(survivors.steps);
            Node { durable: content.clone(), content, mode: node.mode, is_folder: node.is_folder, ..Node::default() }
        });
        let mut names = if survivors.names { state.names.clone() } else { state.durable_names.clone() };
        // What stands in a folder that is gone is gone with it.
        let was_folder = |path: &Path| {
            state.names.get(path).and_then(|node| state.nodes.get(*node)).is_some_and(|node| node.is_folder)
        };
        let gone: Vec<PathBuf> = names
            .keys()
            .filter(|path| was_folder(folder_of(path)) && !names.contains_key(folder_of(path)))
            .cloned()
            .collect();
        names.retain(|path, _| !gone.contains(path));
        let left = State {
            nodes: nodes.collect(),
            names: names.clone(),
            durable_names: names,
            read_only: state.read_only,
            ..State::default()
        };
        Self(Arc::new(Mutex::new(left)))
    }

    fn opened(&self, path: &Path, node: usize) -> Box<dyn OpenFile> {
        Box::new(MemoryFile { disk: self.clone(), path: path.to_owned(), node, holds_lock: Mutex::new(false) })
    }
}

impl MemoryDisk {
    /// One operation that gives a name to something new: its place among the nodes.
    fn add(&self, path: &Path, node: Node) -> io::Result<usize> {
        let mut state = self.state();
        state.step_at(path)?;
        state.writable()?;
        if state.names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let place = state.nodes.len();
        state.nodes.push(node);
        state.names.insert(path.to_owned(), place);
        Ok(place)
    }
}

impl Disk for MemoryDisk {
    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        let mut state = self.state();
        state.step_at(path)?;
        Ok(state.names.get(path).and_then(|node| state.found(*node)))
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        state.step_at(path)?;
        let node = state.node(path)?;
        let content = state.at(node)?.content.clone();
        if content.len() as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(content) }
    }

    fn read_synced(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let bytes = self.read(path, limit)?;
        let mut state = self.state();
        let node = state.node(path)?;
        state.at(node)?.sync();
        Ok(bytes)
    }

    fn create_new(&self, path: &Path, mode: u32) -> io::Result<Box<dyn OpenFile>> {
        self.add(path, Node { mode, ..Node::default() }).map(|node| self.opened(path, node))
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.add(path, Node { is_folder: true, ..Node::default() }).map(|_| ())
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        let mut state = self.state();
        state.step_at(path)?;
        state.writable()?;
        Ok(self.opened(path, state.node(path)?))
    }

    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()> {
        let mut state = self.state();
        state.step_at(from)?;
        state.writable()?;
        if !over && state.names.contains_key(to) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let node = state.node(from)?;
        state.names.remove(from);
        state.names.insert(to.to_owned(), node);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.step_at(path)?;
        state.writable()?;
        state.names.remove(path).map(|_| ()).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.step_at(folder)?;
        let here = |path: &Path| folder_of(path) == folder;
        let state = &mut *state;
        state.durable_names.retain(|path, _| !here(path));
        let names = state.names.iter().filter(|(path, _)| here(path)).map(|(path, node)| (path.clone(), *node));
        state.durable_names.extend(names);
        Ok(())
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut state = self.state();
        state.step_at(folder)?;
        Ok(state.names.keys().filter(|path| folder_of(path) == folder).cloned().collect())
    }
}

struct MemoryFile {
    disk: MemoryDisk,
    /// Under which name it was opened.
    path: PathBuf,
    node: usize,
    holds_lock: Mutex<bool>,
}

impl OpenFile for MemoryFile {
    fn look(&self) -> io::Result<Found> {
        let mut state = self.disk.state();
        state.step_at(&self.path)?;
        state.found(self.node).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// A write that fails takes the first half of its bytes, the most awkward thing that a real one does; one that
    /// the end of the power cuts takes all: how much of it survives is for [`Survivors`] to say.
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.disk.state();
        let outcome = state.step_at(&self.path).and_then(|()| state.writable());
        let taken = match outcome {
            Ok(()) => bytes.len().min(state.largest_append.unwrap_or(usize::MAX)),
            Err(_) if state.failure.is_some_and(|failure| failure.for_good) => bytes.len(),
            Err(_) => bytes.len() / 2,
        };
        let change = Change::Append(bytes.iter().take(taken).copied().collect());
        state.at(self.node)?.change(change);
        outcome.map(|()| taken)
    }

    /// A sync that fails leaves the content in doubt: it stays pending.
    fn sync_data(&mut self) -> io::Result<()> {
        let mut state = self.disk.state();
        state.step_at(&self.path)?;
        state.at(self.node)?.sync();
        Ok(())
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        let mut state = self.disk.state();
        state.step_at(&self.path)?;
        state.writable()?;
        state.at(self.node)?.change(Change::Truncate(length));
        Ok(())
    }

    fn try_lock(&self) -> io::Result<bool> {
        let mut state = self.disk.state();
        state.step_at(&self.path)?;
        let node = state.at(self.node)?;
        let free = !node.locked;
        node.locked = true;
        if free {
            *self.holds_lock.lock().unwrap_or_else(PoisonError::into_inner) = true;
        }
        Ok(free)
    }
}

impl Drop for MemoryFile {
    fn drop(&mut self) {
        if *self.holds_lock.get_mut().unwrap_or_else(PoisonError::into_inner)
            && let Ok(node) = self.disk.state().at(self.node)
        {
            node.locked = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "/seance";

    #[test]
    fn what_is_not_synced_survives_in_part_and_what_is_synced_in_full() {
        let disk = MemoryDisk::new();
        let path = Path::new(HERE).join("a");
        let mut file = disk.create_new(&path, OWNER_ONLY).unwrap();
        file.append(b"one ").unwrap();
        file.sync_data().unwrap();
        file.append(b"two").unwrap();
        let left = |steps, names| disk.after_power_cut(Survivors { steps, names }).content(&path);
        assert_eq!(left(0, true).unwrap(), b"one ");
        assert_eq!(left(2, true).unwrap(), b"one tw");
        assert_eq!(left(9, false), None, "the name itself was not synced");
        disk.sync_folder(Path::new(HERE)).unwrap();
        assert_eq!(left(9, false).unwrap(), b"one two");
        file.truncate(0).unwrap();
        assert_eq!(left(3, false).unwrap(), b"one two");
        assert_eq!(left(4, false).unwrap(), b"");
    }

    #[test]
    fn the_operation_of_choice_fails_and_a_write_that_fails_leaves_half() {
        let disk = MemoryDisk::new();
        let path = Path::new(HERE).join("a");
        let mut file = disk.create_new(&path, OWNER_ONLY).unwrap();
        disk.fail(Some(Failure { operation: 1, kind: io::ErrorKind::StorageFull, for_good: false }));
        assert_eq!(file.append(b"four").unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(disk.content(&path).unwrap(), b"fo");
        assert_eq!(file.append(b"ur").unwrap(), 2);
    }
}
