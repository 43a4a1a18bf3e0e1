//! On the disk first, then on the screen: the action being recorded, and the keys that wait for it.
//!
//! While an action is being written nothing is decided: keys wait *as keys*, with the moment at which they were
//! pressed. They are taken in order once the action is on the disk.

use std::collections::VecDeque;

use crate::council::history::Entry;

use super::shelter::Unrecorded;
use super::{Key, Moment};

/// What waits.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub key: Key,
    pub moment: Moment,
}

/// How the writing of the pending action goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writing {
    /// It began a moment ago: nothing is shown yet.
    Begun,
    /// It takes so long that the screen says so.
    Slow,
    /// It failed.
    Failed(Unrecorded),
}

/// The pending action, if there is one, and the keys that wait for it.
#[derive(Clone, Debug, Default)]
pub(super) struct Recording {
    pending: Option<(Entry, Writing)>,
    waiting: VecDeque<Waiting>,
}

impl Recording {
    pub fn begin(&mut self, entry: Entry) {
        self.pending = Some((entry, Writing::Begun));
    }

    /// Whether keys have to wait. After a failure they do not: they answer it.
    pub fn is_writing(&self) -> bool {
        matches!(self.pending, Some((_, Writing::Begun | Writing::Slow)))
    }

    pub fn state(&self) -> Option<&Writing> {
        self.pending.as_ref().map(|(_, writing)| writing)
    }

    pub fn set(&mut self, writing: Writing) {
        if let Some((_, state)) = &mut self.pending {
            *state = writing;
        }
    }

    /// The action is on the disk.
    pub fn finish(&mut self) -> Option<Entry> {
        self.pending.take().map(|(entry, _)| entry)
    }

    /// The action that failed, to be written again.
    pub fn again(&mut self) -> Option<Entry> {
        self.set(Writing::Begun);
        self.pending.as_ref().map(|(entry, _)| entry.clone())
    }

    /// Forgets the action that failed; says how many keys waited for it and are forgotten with it.
    pub fn give_up(&mut self) -> usize {
        self.pending = None;
        let waiting = self.waiting.len();
        self.waiting.clear();
        waiting
    }

    pub fn wait(&mut self, key: Key, moment: Moment) {
        self.waiting.push_back(Waiting { key, moment });
    }

    pub fn next(&mut self) -> Option<Waiting> {
        self.waiting.pop_front()
    }
}
