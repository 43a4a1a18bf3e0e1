//! What a disk in memory holds, and which operation fails.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use super::super::disk::{Found, Kind, folder_of};
use super::failure::{Call, FailingCall, Failure, INPUT_OUTPUT, INTERRUPTED};
use super::node::Node;

/// What is done to the names of a folder and not synced yet.
#[derive(Clone, Debug)]
pub enum NameChange {
    /// Something has that name.
    Set(PathBuf, usize),
    /// Nothing has it any more.
    Unset(PathBuf),
    /// What had the first name has the second one, at once.
    Rename(PathBuf, PathBuf, usize),
}

impl NameChange {
    /// In which folder.
    fn folder(&self) -> &Path {
        match self {
            Self::Set(path, _) | Self::Unset(path) | Self::Rename(_, path, _) => folder_of(path),
        }
    }

    pub fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        match self {
            Self::Set(path, node) => {
                names.insert(path.clone(), *node);
            }
            Self::Unset(path) => {
                names.remove(path);
            }
            Self::Rename(from, to, node) => {
                names.remove(from);
                names.insert(to.clone(), *node);
            }
        }
    }
}

#[derive(Clone, Debug, Default)]
pub struct State {
    pub nodes: Vec<Node>,
    pub names: BTreeMap<PathBuf, usize>,
    pub durable_names: BTreeMap<PathBuf, usize>,
    /// What leads from the durable names to the names, in order.
    pub pending_names: Vec<NameChange>,
    pub operations: usize,
    pub failure: Option<Failure>,
    /// How many calls of each kind were made.
    pub calls: BTreeMap<Call, usize>,
    pub failing_call: Option<FailingCall>,
    pub largest_append: Option<usize>,
    pub read_only: bool,
    /// The folders whose disk was pulled out.
    pub pulled_out: BTreeSet<PathBuf>,
}

/// Why an operation fails.
pub enum Refusal {
    /// The power, the process or the disk is gone, or the test says so.
    Gone(io::Error),
    /// The system refuses that call.
    Call(io::Error),
}

impl From<Refusal> for io::Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Gone(error) | Refusal::Call(error) => error,
        }
    }
}

impl State {
    /// Counts an operation on that path; says whether it is the one that fails. On a disk that was pulled out all do.
    pub fn step(&mut self, call: Call, path: &Path) -> Result<(), Refusal> {
        let operation = self.operations;
        self.operations += 1;
        let calls = self.calls.entry(call).or_default();
        let nth = *calls;
        *calls += 1;
        if let Some(failure) = self.failure
            && (operation == failure.operation || failure.for_good && operation > failure.operation)
        {
            return Err(Refusal::Gone(failure.kind.into()));
        }
        if let Some(failing) = self.failing_call
            && call == failing.call
            && (nth == failing.nth || failing.for_good && nth > failing.nth)
        {
            return Err(Refusal::Call(io::Error::from_raw_os_error(failing.code)));
        }
        if self.pulled_out.iter().any(|folder| path.starts_with(folder)) {
            return Err(Refusal::Gone(io::Error::from_raw_os_error(INPUT_OUTPUT)));
        }
        Ok(())
    }

    /// Whether a write that fails took some of its bytes all the same. A signal that comes first leaves none.
    pub fn taken_in_spite_of(&self, refusal: &Refusal, bytes: usize) -> usize {
        match refusal {
            Refusal::Gone(_) if self.failure.is_some_and(|failure| failure.for_good) => bytes,
            Refusal::Call(error) if error.raw_os_error() == Some(INTERRUPTED) => 0,
            _ => bytes / 2,
        }
    }

    pub fn node(&self, path: &Path) -> io::Result<usize> {
        self.names.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    pub fn at(&mut self, node: usize) -> io::Result<&mut Node> {
        self.nodes.get_mut(node).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    pub fn writable(&self) -> io::Result<()> {
        if self.read_only { Err(io::ErrorKind::ReadOnlyFilesystem.into()) } else { Ok(()) }
    }

    pub fn found(&self, node: usize) -> Option<Found> {
        let Node { content, mode, is_folder, .. } = self.nodes.get(node)?;
        let kind = if *is_folder { Kind::Folder } else { Kind::File };
        Some(Found { kind, device: 1, inode: node as u64, length: content.len() as u64, mode: *mode })
    }

    /// Puts something durable there, in place of what was there.
    pub fn put(&mut self, path: &Path, node: Node) {
        let place = self.nodes.len();
        self.nodes.push(node);
        self.names.insert(path.to_owned(), place);
        self.durable_names.insert(path.to_owned(), place);
    }

    /// Changes a name, for the program to see.
    pub fn change_name(&mut self, change: NameChange) {
        change.apply(&mut self.names);
        self.pending_names.push(change);
    }

    /// Makes the names of a folder durable.
    pub fn sync_names(&mut self, folder: &Path) {
        let here = |path: &Path| folder_of(path) == folder;
        self.durable_names.retain(|path, _| !here(path));
        let names = self.names.iter().filter(|(path, _)| here(path)).map(|(path, node)| (path.clone(), *node));
        self.durable_names.extend(names);
        self.pending_names.retain(|change| change.folder() != folder);
    }

    /// The disk that the next start finds, with those contents and those names.
    pub fn left(&self, contents: impl Fn(usize, &Node) -> Vec<u8>, mut names: BTreeMap<PathBuf, usize>) -> Self {
        let nodes = self.nodes.iter().enumerate().map(|(place, node)| {
            let left = Node::durable(contents(place, node), node.mode);
            Node { is_folder: node.is_folder, ..left }
        });
        // What stands in a folder that is gone is gone with it.
        let was_folder = |path: &Path| {
            self.names.get(path).and_then(|node| self.nodes.get(*node)).is_some_and(|node| node.is_folder)
        };
        let is_gone = |names: &BTreeMap<PathBuf, usize>, path: &Path| {
            path.ancestors().skip(1).any(|folder| was_folder(folder) && !names.contains_key(folder))
        };
        let gone: Vec<PathBuf> = names.keys().filter(|path| is_gone(&names, path)).cloned().collect();
        names.retain(|path, _| !gone.contains(path));
        let nodes = nodes.collect();
        Self { nodes, durable_names: names.clone(), names, read_only: self.read_only, ..Self::default() }
    }
}
