//! What may be taken back: the last action that holds, until something makes it final.
//!
//! A proclamation is final once the next one is recorded; an urn stays closed once its ballots were counted; everything is
//! final after the close.

use super::void::Voted;
use super::{Entry, History, Origin};
use crate::council::event::Event;
use crate::council::id::ReportId;
use crate::council::numbering::{NumberedAct, key};
use crate::council::step::{CountedBallots, SignedOff};

impl History {
    /// The entry that « défaire » takes back: the last action that holds. After the close nothing is taken back, nor is a
    /// proclamation after which another was recorded, nor the closing of an urn whose ballots were counted.
    #[must_use]
    pub fn undo_target(&self) -> Option<u64> {
        if self.sitting.stage().is_over() || self.settled_proclamation().is_some() || self.counted_urn().is_some() {
            return None;
        }
        self.last_that_holds().map(|place| place as u64 + 1)
    }

    /// The report whose proclamation comes next to be taken back and cannot be, for another was recorded since: its result
    /// is rectified. What ended without a vote has no figure to rectify, and may always be taken back.
    #[must_use]
    pub fn settled_proclamation(&self) -> Option<&ReportId> {
        let place = self.last_that_holds()?;
        let is_settled = self.proclamations.last().is_some_and(|last| *last > place);
        voted(&self.entries[place]).filter(|_| is_settled)
    }

    /// The report whose urn comes next to be opened again and cannot be, for its ballots were counted, even if that count is
    /// taken back: one more signature and another count would tell in the record, by what the totals differ, who voted what.
    #[must_use]
    pub fn counted_urn(&self) -> Option<&ReportId> {
        self.last_that_holds().and_then(|place| self.counted_urn_at(place))
    }

    /// The report of the urn that is closed at that place, if its ballots were counted since.
    pub(super) fn counted_urn_at(&self, place: usize) -> Option<&ReportId> {
        let closed = closes(&self.entries[place])?;
        let is_of_it = |(at, vote): &(usize, Voted)| *at > place && vote.0 == closed.report && vote.1 == closed.on;
        self.counts.iter().any(is_of_it).then_some(&closed.report)
    }

    fn last_that_holds(&self) -> Option<usize> {
        (0..self.entries.len()).rev().find(|place| self.live[*place] && is_undoable(&self.entries[*place]))
    }

    /// The entry that « rétablir » takes back: the last undo, if nothing was recorded since.
    #[must_use]
    pub fn redo_target(&self) -> Option<u64> {
        self.redoable.last().copied().filter(|undo| !self.number_is_taken(*undo))
    }

    /// Whether giving that undone action again would give a number that was typed for another report meanwhile.
    fn number_is_taken(&self, undo: u64) -> bool {
        let Some(Entry::Undo(action)) = self.get(undo) else { return false };
        let agenda = &self.sitting.docket().agenda;
        self.action(*action).unwrap_or_default().iter().any(|event| match event {
            Event::ActNumbered(NumberedAct { report, act }) => agenda
                .reports()
                .any(|other| other.id != *report && other.act.as_deref().is_some_and(|typed| key(typed) == key(act))),
            _ => false,
        })
    }

    /// Whether that entry is what may be taken back now.
    pub(super) fn is_undoable_now(&self, target: u64, origin: Origin) -> bool {
        let settled = || self.last_that_holds().filter(|_| !self.sitting.stage().is_over());
        self.undo_target() == Some(target)
            || self.redo_target() == Some(target)
            || (origin == Origin::Journal && self.redoable.last() == Some(&target))
            || (origin == Origin::Journal && settled().is_some_and(|place| place as u64 + 1 == target))
    }
}

/// The report of which an entry proclaims the result of a vote: on its text, or on what was put before it.
pub(super) fn voted(entry: &Entry) -> Option<&ReportId> {
    let Entry::Action { events, .. } = entry else { return None };
    events.iter().find_map(|event| match event {
        Event::Proclaimed { report, outcome, .. } if outcome.is_voted() => Some(report),
        _ => None,
    })
}

/// The urn that an entry closes.
fn closes(entry: &Entry) -> Option<&SignedOff> {
    let Entry::Action { events, .. } = entry else { return None };
    events.iter().find_map(|event| if let Event::UrnClosed(closed) = event { Some(closed) } else { None })
}

/// The ballots that an entry counts.
pub(super) fn counts(entry: &Entry) -> Option<&CountedBallots> {
    let Entry::Action { events, .. } = entry else { return None };
    events.iter().find_map(|event| if let Event::BallotsCounted(counted) = event { Some(counted) } else { None })
}

/// A file taken over is a fact about the file, not about the sitting: putting the file back is its undo.
pub(super) fn is_undoable(entry: &Entry) -> bool {
    matches!(entry, Entry::Action { events, .. } if !events.iter().any(|e| matches!(e, Event::FileTakenOver { .. })))
}
