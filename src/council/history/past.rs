//! Looking back: the sitting as it stood at any entry, and what going back there would take with it.
//!
//! Nothing here changes a record. Going back is a sequence of ordinary undos, each an entry of its own.

use std::collections::BTreeSet;

use super::taking_back::{is_undoable, voted};
use super::{Entry, History, place_of};
use crate::council::id::ReportId;
use crate::council::sitting::{Sitting, Stage};

/// Why the sitting cannot go back to a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// The sitting is over: nothing is taken back any more.
    Over(Stage),
    /// The result of that report stands in the way: another was proclaimed since, and it is rectified instead.
    Proclaimed(ReportId),
    /// The same of an election, which nothing but the judge changes.
    Elected(ReportId),
    /// The urn of that report stands in the way: its ballots were counted, and it is not opened again.
    Counted(ReportId),
    /// The action of that point is undone itself.
    Undone,
}

impl History {
    /// What going back to right behind the entry of that number takes back, the last action first; to the beginning with 0.
    ///
    /// # Errors
    /// [`Barrier`] if ordinary undos do not lead there.
    pub fn way_back(&self, to: u64) -> Result<Vec<u64>, Barrier> {
        if self.sitting.stage().is_over() {
            return Err(Barrier::Over(self.sitting.stage()));
        }
        let to = match place_of(to).and_then(|place| self.entries.get(place).map(|entry| (place, entry))) {
            None => 0,
            // Behind an undo the sitting stood where the last action that holds had left it.
            Some((place, Entry::Undo(_))) => place + 1,
            Some((place, Entry::Action { .. })) if self.live[place] => place + 1,
            Some(_) => return Err(Barrier::Undone),
        };
        let mut taken = Vec::new();
        for place in (to..self.entries.len()).rev() {
            if !self.live[place] || !is_undoable(&self.entries[place]) {
                continue;
            }
            if let Some(report) = voted(&self.entries[place])
                && self.proclamations.last().is_some_and(|last| *last > place)
            {
                let stands = self.sitting.election_stands(report);
                return Err(if stands { Barrier::Elected } else { Barrier::Proclaimed }(report.clone()));
            }
            // Even where the way takes the count back first.
            if let Some(report) = self.counted_urn_at(place) {
                return Err(Barrier::Counted(report.clone()));
            }
            taken.push(place as u64 + 1);
        }
        Ok(taken)
    }

    /// The sitting as it would stand without those actions.
    #[must_use]
    pub fn sitting_without(&self, taken: &[u64]) -> Sitting {
        let taken: BTreeSet<usize> = taken.iter().filter_map(|number| place_of(*number)).collect();
        let first = taken.first().copied().unwrap_or(self.entries.len());
        let held = (0..self.entries.len()).filter(|place| self.live[*place] && !taken.contains(place));
        self.fold(first, &held.collect::<Vec<_>>())
    }

    /// The sitting as it stood once that many entries were recorded.
    #[must_use]
    pub fn sitting_after(&self, count: usize) -> Sitting {
        let count = count.min(self.entries.len());
        if count == self.entries.len() {
            return self.sitting.clone();
        }
        self.fold(count, &self.held_after(count))
    }

    /// The record as it stood once that many entries were in it.
    #[must_use]
    pub fn first(&self, count: usize) -> Self {
        let mut past = Self::new(self.start.clone());
        for entry in self.entries.iter().take(count) {
            past.follow(entry.clone());
        }
        past
    }

    /// Walks through the record from there on.
    #[must_use]
    pub fn walk_from(&self, count: usize) -> Walk<'_> {
        Walk { history: self, count, sitting: self.sitting_after(count) }
    }

    /// The sitting that those actions make, all of which are before `to` or hold now: from the nearest milestone on.
    ///
    /// A milestone that is left was never undone past: what held before it when it was made holds now.
    fn fold(&self, to: usize, held: &[usize]) -> Sitting {
        let near = self.milestones.iter().rev().find(|(at, _)| *at <= to);
        let (from, mut sitting) =
            near.map_or_else(|| (0, Sitting::new(self.start.clone())), |(at, sitting)| (*at, sitting.clone()));
        for place in held.iter().filter(|place| **place >= from) {
            if let Some(Entry::Action { events, .. }) = self.entries.get(*place) {
                for event in events {
                    sitting.apply(event);
                }
            }
        }
        sitting
    }

    /// The places of the actions that held once that many entries were recorded, in order.
    fn held_after(&self, count: usize) -> Vec<usize> {
        let mut held: Vec<usize> = Vec::new();
        for (place, entry) in self.entries.iter().take(count).enumerate() {
            match entry {
                Entry::Action { .. } => held.push(place),
                Entry::Undo(target) => match place_of(*target).map(|place| (place, self.entries.get(place))) {
                    Some((struck, Some(Entry::Action { .. }))) => {
                        if let Some(at) = held.iter().rposition(|place| *place == struck) {
                            held.remove(at);
                        }
                    }
                    Some((_, Some(Entry::Undo(action)))) => {
                        let again = place_of(*action).unwrap_or_default();
                        let at = held.partition_point(|place| *place < again);
                        held.insert(at, again);
                    }
                    _ => {}
                },
            }
        }
        held
    }
}

/// A walk through a record, entry by entry, with the sitting as it stood behind each.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    history: &'a History,
    count: usize,
    sitting: Sitting,
}

impl<'a> Walk<'a> {
    /// The sitting as it stood where the walk is.
    #[must_use]
    pub fn sitting(&self) -> &Sitting {
        &self.sitting
    }

    /// Goes on by one entry, and gives it; nothing at the end.
    pub fn step(&mut self) -> Option<&'a Entry> {
        let entry = self.history.entries.get(self.count)?;
        self.count += 1;
        match entry {
            Entry::Action { events, .. } => events.iter().for_each(|event| self.sitting.apply(event)),
            Entry::Undo(_) => self.sitting = self.history.sitting_after(self.count),
        }
        Some(entry)
    }
}
