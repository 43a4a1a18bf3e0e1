//! A disk in memory that forgets what was not synced, and fails at the operation of a test's choice.
//!
//! What a program writes is seen by it at once, but is durable only once synced: the content of a file by
//! [`OpenFile::sync_data`](super::disk::OpenFile::sync_data), a name in a folder by
//! [`Disk::sync_folder`](super::disk::Disk::sync_folder). After a power cut a file holds what was synced and any of the
//! sectors written since, and each name that was not synced may or may not be there: [`MemoryDisk::power_cuts`] gives
//! the disk of each case, [`MemoryDisk::after_power_cut`] the one where writing just stopped somewhere.

mod failure;
mod node;
mod operations;
mod power_cut;
mod state;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub use self::failure::{Call, FailingCall, Failure, INPUT_OUTPUT, INTERRUPTED, NO_SPACE, NOT_ALLOWED, READ_ONLY};
use self::node::{Change, Node};
pub use self::power_cut::{MOST_TRIED, PowerCuts};
use self::state::{NameChange, State};
use super::disk::OWNER_ONLY;

/// What survives a power cut besides what was synced, if the disk writes in the order in which it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Survivors {
    /// Of the unsynced changes of each file, how many steps: bytes added, or cuts of its length.
    pub steps: usize,
    /// Whether names that were created or removed and not synced are as the program left them.
    pub names: bool,
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

    fn holding(state: State) -> Self {
        Self(Arc::new(Mutex::new(state)))
    }

    /// Another disk that is as this one is now, what is not synced included.
    #[must_use]
    pub fn twin(&self) -> Self {
        Self::holding(self.state().clone())
    }

    /// Puts a durable file there, in place of what was there.
    pub fn put(&self, path: &Path, content: &[u8]) {
        self.state().put(path, Node::durable(content.to_vec(), OWNER_ONLY));
    }

    /// The content of a file as a program sees it, without counting an operation.
    #[must_use]
    pub fn content(&self, path: &Path) -> Option<Vec<u8>> {
        let state = self.state();
        state.nodes.get(*state.names.get(path)?).map(|node| node.content.clone())
    }

    /// Puts a durable folder there.
    pub fn put_folder(&self, path: &Path) {
        self.state().put(path, Node { is_folder: true, ..Node::default() });
    }

    /// Takes a name away, as another program would, without counting an operation.
    pub fn take_away(&self, path: &Path) {
        self.state().change_name(NameChange::Unset(path.to_owned()));
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

    /// How many operations of that kind were asked so far.
    #[must_use]
    pub fn calls(&self, call: Call) -> usize {
        self.state().calls.get(&call).copied().unwrap_or(0)
    }

    /// Makes an operation fail; `None` heals the disk, of a [failing call](Self::fail_call) too.
    pub fn fail(&self, failure: Option<Failure>) {
        let mut state = self.state();
        state.failure = failure;
        state.failing_call = None;
    }

    /// Makes the system refuse a call of one kind, those made so far counted; `None` heals the disk.
    pub fn fail_call(&self, failing: Option<FailingCall>) {
        let mut state = self.state();
        state.failing_call = failing;
        state.failure = None;
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

    /// The disk as the next start finds it if the power goes now and writing stopped there.
    #[must_use]
    pub fn after_power_cut(&self, survivors: Survivors) -> Self {
        let state = self.state();
        let names = if survivors.names { &state.names } else { &state.durable_names };
        Self::holding(state.left(|_, node| node.surviving(survivors.steps), names.clone()))
    }

    /// The disks that the next start may find if the power goes now, those files varied of which `of` holds; the others
    /// are as the program left them. At most `most` of them.
    #[must_use]
    pub fn power_cuts(&self, of: impl Fn(&Path) -> bool, most: usize) -> PowerCuts {
        PowerCuts::new(self.state().clone(), of, most)
    }
}
