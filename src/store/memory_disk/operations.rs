//! A disk in memory as a program uses it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::super::disk::{Disk, Found, OpenFile, folder_of};
use super::MemoryDisk;
use super::failure::Call;
use super::node::{Change, Node};
use super::state::{NameChange, Refusal, State};

/// Makes the content of a file durable; if the system refuses, what is lost is held for written.
fn sync(state: &mut State, path: &Path, node: usize) -> io::Result<()> {
    let outcome = state.step(Call::SyncData, path);
    let node = state.at(node)?;
    match &outcome {
        Ok(()) => node.sync(),
        Err(Refusal::Call(_)) => node.fail_to_sync(),
        // What a program that dies had not synced the next one may sync.
        Err(Refusal::Gone(_)) => {}
    }
    Ok(outcome?)
}

impl MemoryDisk {
    fn opened(&self, path: &Path, node: usize) -> Box<dyn OpenFile> {
        Box::new(MemoryFile { disk: self.clone(), path: path.to_owned(), node, holds_lock: Mutex::new(false) })
    }

    /// One operation that gives a name to something new: its place among the nodes.
    fn add(&self, call: Call, path: &Path, node: Node) -> io::Result<usize> {
        let mut state = self.state();
        state.step(call, path)?;
        state.writable()?;
        if state.names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let place = state.nodes.len();
        state.nodes.push(node);
        state.change_name(NameChange::Set(path.to_owned(), place));
        Ok(place)
    }
}

impl Disk for MemoryDisk {
    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        let mut state = self.state();
        state.step(Call::Look, path)?;
        Ok(state.names.get(path).and_then(|node| state.found(*node)))
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        state.step(Call::Read, path)?;
        let node = state.node(path)?;
        let content = state.at(node)?.content.clone();
        if content.len() as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(content) }
    }

    fn read_synced(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let bytes = self.read(path, limit)?;
        let mut state = self.state();
        let node = state.node(path)?;
        sync(&mut state, path, node)?;
        Ok(bytes)
    }

    fn create_new(&self, path: &Path, mode: u32) -> io::Result<Box<dyn OpenFile>> {
        self.add(Call::Create, path, Node { mode, ..Node::default() }).map(|node| self.opened(path, node))
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.add(Call::CreateFolder, path, Node { is_folder: true, ..Node::default() }).map(|_| ())
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        let mut state = self.state();
        state.step(Call::Open, path)?;
        state.writable()?;
        Ok(self.opened(path, state.node(path)?))
    }

    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()> {
        let mut state = self.state();
        state.step(Call::Rename, from)?;
        state.writable()?;
        if !over && state.names.contains_key(to) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let node = state.node(from)?;
        state.change_name(NameChange::Rename(from.to_owned(), to.to_owned(), node));
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.step(Call::Remove, path)?;
        state.writable()?;
        state.node(path)?;
        state.change_name(NameChange::Unset(path.to_owned()));
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.step(Call::SyncFolder, folder)?;
        state.sync_names(folder);
        Ok(())
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut state = self.state();
        state.step(Call::List, folder)?;
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
        state.step(Call::Look, &self.path)?;
        state.found(self.node).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// A write that fails takes the first half of its bytes, the most awkward thing that a real one does; one that
    /// the end of the power cuts takes all: how much of it survives is for the power cut to say.
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.disk.state();
        let most = state.largest_append.unwrap_or(usize::MAX);
        let read_only = state.writable().map_err(Refusal::Gone);
        let outcome = state.step(Call::Append, &self.path).and(read_only);
        let taken = match &outcome {
            Ok(()) => bytes.len().min(most),
            Err(refusal) => state.taken_in_spite_of(refusal, bytes.len()),
        };
        let change = Change::Append(bytes.iter().take(taken).copied().collect());
        state.at(self.node)?.change(change);
        outcome?;
        Ok(taken)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        let mut state = self.disk.state();
        sync(&mut state, &self.path, self.node)
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        let mut state = self.disk.state();
        state.step(Call::Truncate, &self.path)?;
        state.writable()?;
        state.at(self.node)?.change(Change::Truncate(length));
        Ok(())
    }

    fn try_lock(&self) -> io::Result<bool> {
        let mut state = self.disk.state();
        state.step(Call::Lock, &self.path)?;
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
