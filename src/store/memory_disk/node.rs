//! A file of the disk in memory: what a program sees of it, and what is on the disk.

use std::collections::BTreeSet;

use crate::store::torn::SECTOR;

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

    pub fn apply(&self, content: &mut Vec<u8>, steps: usize) {
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
    /// What a program saw when the file was last synced: what is on the disk, but for the sectors in doubt.
    pub synced: Vec<u8>,
    /// What is on the disk.
    pub durable: Vec<u8>,
    /// What was done since the last sync, in order.
    pub pending: Vec<Change>,
    /// The sectors that the system failed to write once: it holds them for written and writes them no more, unless they
    /// are written to again.
    pub doubtful: BTreeSet<usize>,
    /// Whether somebody holds its lock.
    pub locked: bool,
    /// Its permissions.
    pub mode: u32,
    /// Whether it is a folder.
    pub is_folder: bool,
}

impl Node {
    /// A file that is on the disk as it is seen.
    pub fn durable(content: Vec<u8>, mode: u32) -> Self {
        Self { durable: content.clone(), synced: content.clone(), content, mode, ..Self::default() }
    }

    /// Does it, for the program to see.
    pub fn change(&mut self, change: Change) {
        if let Change::Append(bytes) = &change {
            let end = self.content.len() + bytes.len();
            for sector in self.content.len() / SECTOR..end.div_ceil(SECTOR) {
                self.doubtful.remove(&sector);
            }
        }
        change.apply(&mut self.content, usize::MAX);
        self.pending.push(change);
    }

    /// Makes all of it durable, but for what is in doubt.
    pub fn sync(&mut self) {
        let doubtful: Vec<usize> = self.doubtful.iter().copied().filter(|sector| self.differs(*sector)).collect();
        let mut durable = self.content.clone();
        for sector in &doubtful {
            let place = place_of(*sector, durable.len());
            let old = sector_of(&self.durable, *sector);
            for (at, byte) in durable.get_mut(place).into_iter().flatten().enumerate() {
                *byte = old.get(at).copied().unwrap_or(0);
            }
        }
        self.doubtful = doubtful.into_iter().collect();
        self.durable = durable;
        self.synced = self.content.clone();
        self.pending.clear();
    }

    /// The system failed to write what was not synced yet, and holds it for written.
    pub fn fail_to_sync(&mut self) {
        let sectors = self.content.len().div_ceil(SECTOR);
        self.doubtful = (0..sectors).filter(|sector| self.differs(*sector)).collect();
    }

    fn differs(&self, sector: usize) -> bool {
        sector_of(&self.content, sector) != sector_of(&self.durable, sector)
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

/// Where a sector of a file of that length is.
pub fn place_of(sector: usize, length: usize) -> std::ops::Range<usize> {
    (sector * SECTOR).min(length)..((sector + 1) * SECTOR).min(length)
}

/// The bytes of a sector.
pub fn sector_of(content: &[u8], sector: usize) -> &[u8] {
    content.get(place_of(sector, content.len())).unwrap_or_default()
}
