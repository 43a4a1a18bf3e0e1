//! What a power cut may leave: every subset of what was not synced.
//!
//! What was written since the last sync is cut in [sectors](SECTOR) of the file. Each is on the disk or not, whatever
//! happened to the others: a disk, and the system above it, write them in the order that they like. The length of a file
//! is written apart from its content: a sector that is missing below the end of the file reads as zeros, and the length
//! itself may be the new one though no sector behind it is there. A cut of the length is done or not, and before what was
//! written after it. Each change of a name is there or not, a new name for a file at once with the loss of the old one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::MemoryDisk;
use super::node::{Change, Node, place_of, sector_of};
use super::state::State;
use crate::store::torn::SECTOR;

/// How many subsets are tried where there are more: 2^12.
pub const MOST_TRIED: usize = 1 << 12;

/// Beyond so many sectors of one file that were not synced, the last ones go together.
const MOST_SECTORS: usize = 40;

/// One length that a file may have, and the sectors of which each is there or not.
#[derive(Clone, Debug)]
struct Version {
    /// What is there in any case.
    base: Vec<u8>,
    /// What would be there if all survived.
    whole: Vec<u8>,
    /// The sectors in which the two differ.
    dirty: Vec<usize>,
}

impl Version {
    fn new(node: &Node, changes: usize) -> Self {
        let mut whole = node.synced.clone();
        let mut base = node.durable.clone();
        for change in node.pending.iter().take(changes) {
            change.apply(&mut whole, usize::MAX);
            if let Change::Truncate(length) = change {
                base.truncate(usize::try_from(*length).unwrap_or(usize::MAX));
            }
        }
        let sectors = whole.len().max(base.len()).div_ceil(SECTOR);
        let dirty = (0..sectors).filter(|sector| sector_of(&whole, *sector) != sector_of(&base, *sector)).collect();
        Self { base, whole, dirty }
    }

    fn bits(&self) -> usize {
        self.dirty.len().min(MOST_SECTORS)
    }

    /// Subsets of the sectors, times two: the length that the last one gives, or that of all.
    fn ways(&self) -> u128 {
        2 << self.bits()
    }

    fn left(&self, way: u128) -> Vec<u8> {
        let (subset, is_long) = (way >> 1, way & 1 == 1);
        let is_kept = |bit: usize| subset >> bit.min(MOST_SECTORS - 1) & 1 == 1;
        let kept: Vec<usize> =
            self.dirty.iter().enumerate().filter(|(bit, _)| is_kept(*bit)).map(|(_, s)| *s).collect();
        let end = kept.last().map_or(0, |sector| place_of(*sector, self.whole.len()).end);
        let length = if is_long { self.whole.len() } else { end.max(self.base.len().min(self.whole.len())) };
        let mut left = self.base.clone();
        left.resize(length, 0);
        for sector in kept {
            let bytes = sector_of(&self.whole, sector);
            if let Some(place) = left.get_mut(sector * SECTOR..sector * SECTOR + bytes.len()) {
                place.copy_from_slice(bytes);
            }
        }
        left
    }
}

/// The lengths that a file may have: as it is now, and before each cut that was not synced.
fn versions(node: &Node) -> Vec<Version> {
    let all = node.pending.len();
    let is_cut = |place: &usize| matches!(node.pending.get(*place), Some(Change::Truncate(_)));
    (0..all).filter(is_cut).chain([all]).map(|changes| Version::new(node, changes)).collect()
}

/// The disks that a power cut may leave.
pub struct PowerCuts {
    state: State,
    /// The files of which something may be missing.
    files: BTreeMap<usize, Vec<Version>>,
    ways: u128,
    most: usize,
}

impl PowerCuts {
    pub(super) fn new(state: State, of: impl Fn(&Path) -> bool, most: usize) -> Self {
        let now = state.names.iter().chain(&state.durable_names);
        let varied: BTreeSet<usize> = now.filter(|(path, _)| of(path)).map(|(_, node)| *node).collect();
        let is_unsynced = |node: &Node| !node.pending.is_empty() || node.content != node.durable;
        let files: BTreeMap<usize, Vec<Version>> = varied
            .into_iter()
            .filter_map(|place| {
                state.nodes.get(place).filter(|node| is_unsynced(node)).map(|node| (place, versions(node)))
            })
            .collect();
        let of_names = 1_u128 << state.pending_names.len().min(20);
        let ways = files.values().map(|versions| ways_of(versions)).fold(of_names, u128::saturating_mul);
        Self { state, files, ways, most }
    }

    /// How many subsets there are.
    #[must_use]
    pub fn ways(&self) -> u128 {
        self.ways
    }

    /// How many are tried: all of them, or as many as was asked for.
    #[must_use]
    pub fn tried(&self) -> usize {
        usize::try_from(self.ways).map_or(self.most, |ways| ways.min(self.most))
    }

    /// The disks. Where there are too many: the one where nothing survives, the one where all does, and others spread
    /// evenly between, the same each time: multiples of the golden section of their number, which come near every one.
    pub fn disks(&self) -> impl Iterator<Item = MemoryDisk> + '_ {
        let all = self.tried() as u128 == self.ways;
        let golden = (self.ways / 1_000_000 * 618_034) | 1;
        (0..self.tried() as u128).map(move |place| match place {
            place if all => self.left(place),
            0 => self.left(0),
            1 => self.left(self.ways - 1),
            place => self.left(place.wrapping_mul(golden) % self.ways),
        })
    }

    /// The disks where the last thing that was added to one file is there to some byte, each byte in turn of which
    /// `telling` holds (counted from what is durable, and how many there are); all else is there, or none of it.
    pub fn torn<'a>(
        &'a self,
        telling: impl Fn(usize, usize) -> bool + Copy + 'a,
    ) -> impl Iterator<Item = MemoryDisk> + 'a {
        let torn = self.files.iter().filter_map(|(place, versions)| Some((*place, versions.last()?)));
        torn.flat_map(move |(torn, version)| {
            let more = version.whole.len().saturating_sub(version.base.len());
            let cuts = (0..=more).filter(move |cut| telling(*cut, more));
            cuts.flat_map(move |cut| [false, true].map(|kept| (cut, kept))).map(move |(cut, kept)| {
                let names = if kept { &self.state.names } else { &self.state.durable_names };
                let content = |place: usize, node: &Node| match self.files.get(&place) {
                    Some(_) if place == torn => version.whole.iter().take(version.base.len() + cut).copied().collect(),
                    Some(_) if !kept => node.durable.clone(),
                    _ => node.content.clone(),
                };
                MemoryDisk::holding(self.state.left(content, names.clone()))
            })
        })
    }

    /// One of the disks: the names are the lowest digit of its number, then each file has one.
    fn left(&self, way: u128) -> MemoryDisk {
        let mut rest = way;
        let mut digit = |base: u128| {
            let digit = rest % base;
            rest /= base;
            digit
        };
        let bits = self.state.pending_names.len().min(20);
        let subset = digit(1 << bits);
        let mut names = self.state.durable_names.clone();
        for (bit, change) in self.state.pending_names.iter().enumerate() {
            if subset >> bit.min(bits.saturating_sub(1)) & 1 == 1 {
                change.apply(&mut names);
            }
        }
        let contents: BTreeMap<usize, Vec<u8>> =
            self.files.iter().map(|(place, versions)| (*place, one_of(versions, digit(ways_of(versions))))).collect();
        let content = |place: usize, node: &Node| contents.get(&place).unwrap_or(&node.content).clone();
        MemoryDisk::holding(self.state.left(content, names))
    }
}

fn ways_of(versions: &[Version]) -> u128 {
    versions.iter().map(Version::ways).sum()
}

fn one_of(versions: &[Version], mut way: u128) -> Vec<u8> {
    for version in versions {
        if way < version.ways() {
            return version.left(way);
        }
        way -= version.ways();
    }
    Vec::new()
}

/// What stands under each name, so that two disks can be told to be the same.
impl MemoryDisk {
    /// Every file by its name, with its content; folders have none.
    #[must_use]
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let state = self.state();
        let content = |(path, node): (&PathBuf, &usize)| Some((path.clone(), state.nodes.get(*node)?.content.clone()));
        state.names.iter().filter_map(content).collect()
    }
}
