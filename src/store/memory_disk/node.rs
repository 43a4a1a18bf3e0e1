//! A file of the disk in memory, and what is done to it until it is synced.

/// What is done to a file and not synced yet.
#[derive(Clone, Debug)]
pub enum Change {
    /// Bytes at its end.
    Append(Vec<u8>),
    /// Its length, cut to that many bytes.
    Truncate(u64),
}

impl Change {
    /// In how many steps it may reach the disk: byte by byte, or at once.
    pub fn steps(&self) -> usize {
        match self {
            Self::Append(bytes) => bytes.len(),
            Self::Truncate(_) => 1,
        }
    }

    fn apply(&self, content: &mut Vec<u8>, steps: usize) {
        match self {
            Self::Append(bytes) => content.extend(bytes.iter().take(steps)),
            Self::Truncate(length) if steps > 0 => content.truncate(usize::try_from(*length).unwrap_or(usize::MAX)),
            Self::Truncate(_) => {}
        }
    }
}

/// A file: what a program sees, and what a power cut leaves of it.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// What a program sees.
    pub content: Vec<u8>,
    /// What is synced.
    pub durable: Vec<u8>,
    /// What was done since, in order.
    pub pending: Vec<Change>,
    /// Whether somebody holds its lock.
    pub locked: bool,
    /// Its permissions.
    pub mode: u32,
    /// Whether it is a folder.
    pub is_folder: bool,
}

impl Node {
    /// Does it, for the program to see.
    pub fn change(&mut self, change: Change) {
        change.apply(&mut self.content, usize::MAX);
        self.pending.push(change);
    }

    /// Makes all of it durable.
    pub fn sync(&mut self) {
        self.durable = self.content.clone();
        self.pending.clear();
    }

    /// What a power cut leaves: what is durable, and so many steps of what was done since.
    pub fn surviving(&self, mut steps: usize) -> Vec<u8> {
        let mut content = self.durable.clone();
        for change in &self.pending {
            change.apply(&mut content, steps);
            steps = steps.saturating_sub(change.steps());
        }
        content
    }
}
