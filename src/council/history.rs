//! The record of the sitting: its actions in order, which of them are undone, and the sitting that they make.
//!
//! Undo is an entry like another: it names the number of an action. Taking an undo back names the number of that undo.
//! The sitting is the fold of the actions that are not undone.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::command::Command;
use super::decide::Reasons;
use super::docket::Docket;
use super::event::Event;
use super::finding::{Code, Finding};
use super::id::ReportId;
use super::sitting::Sitting;

mod past;
mod taking_back;
mod void;

pub use self::past::{Barrier, Walk};
use self::taking_back::{counts, is_undoable};
use self::void::Voted;

/// What an entry of the record is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An action: all the events of one command, and when it was recorded (RFC 3339, opaque here).
    Action {
        /// When.
        at: String,
        /// What happened.
        events: Vec<Event>,
    },
    /// The entry of that number is undone: an action, or an earlier undo.
    Undo(u64),
}

impl Entry {
    /// Whether it proclaims a result, or ends a report without a vote.
    #[must_use]
    pub fn proclaims(&self) -> bool {
        let ends = |event: &Event| matches!(event, Event::Proclaimed { .. });
        matches!(self, Self::Action { events, .. } if events.iter().any(ends))
    }
}

/// An entry does not follow from the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// The rules refuse it in the state that the entries before make.
    #[error("the rules refuse this action here")]
    Refused,
    /// The rules make something else of it: a figure or an outcome differs.
    #[error("this action does not give what it says")]
    Differs,
    /// It undoes something that cannot be undone at this point.
    #[error("there is nothing of that number to undo here")]
    NotUndoable,
}

/// The record and the sitting that it makes.
#[derive(Clone, Debug)]
pub struct History {
    start: Arc<Docket>,
    entries: Vec<Entry>,
    live: Vec<bool>,
    redoable: Vec<u64>,
    sitting: Sitting,
    /// The sitting before some of the last entries, by place: taking one back folds from there, not from the start.
    milestones: Vec<(usize, Sitting)>,
    /// The places of the proclamations, undone ones included.
    proclamations: Vec<usize>,
    /// The counts of ballots, by place and by the vote they are of, undone ones included.
    counts: Vec<(usize, Voted)>,
    /// The secret ballots that were asked for, undone ones included.
    asked: Vec<void::Asked>,
}

/// Where an entry comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Fresh,
    Journal,
}

/// What stands for a reason while one that was never asked for is looked past; it is not recorded.
const NEVER_GIVEN: &str = "-";

/// Entries between two milestones.
const MILESTONE_EVERY: usize = 16;
/// Milestones kept: what is taken back is nearly always recent.
const MILESTONES: usize = 8;

impl History {
    /// An empty record of that docket.
    #[must_use]
    pub fn new(docket: Arc<Docket>) -> Self {
        Self {
            sitting: Sitting::new(docket.clone()),
            start: docket,
            entries: Vec::new(),
            live: Vec::new(),
            redoable: Vec::new(),
            milestones: Vec::new(),
            proclamations: Vec::new(),
            counts: Vec::new(),
            asked: Vec::new(),
        }
    }

    /// The sitting as it stands.
    #[must_use]
    pub fn sitting(&self) -> &Sitting {
        &self.sitting
    }

    /// The docket that it started from: that of the session file, without what was added in the sitting.
    #[must_use]
    pub fn docket(&self) -> &Arc<Docket> {
        &self.start
    }

    /// Hands over a docket that differs only in what may be taken over (see [`super::correction`]).
    pub fn set_docket(&mut self, docket: Arc<Docket>) {
        self.start = docket.clone();
        for (_, sitting) in &mut self.milestones {
            sitting.set_docket(docket.clone());
        }
        self.sitting.set_docket(docket);
    }

    /// The number that the next entry has. Numbers start at 1: line 0 of a journal is its session file.
    #[must_use]
    pub fn next_number(&self) -> u64 {
        self.entries.len() as u64 + 1
    }

    /// The entries with their numbers, and whether each one holds.
    #[must_use]
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (u64, &Entry, bool)> {
        (0..self.entries.len()).map(|place| (place as u64 + 1, &self.entries[place], self.live[place]))
    }

    /// The entry of that number.
    #[must_use]
    pub fn get(&self, number: u64) -> Option<&Entry> {
        place_of(number).and_then(|place| self.entries.get(place))
    }

    /// Whether the entry of that number holds: it is there, and not undone.
    #[must_use]
    pub fn holds(&self, number: u64) -> bool {
        place_of(number).and_then(|place| self.live.get(place)).copied().unwrap_or(false)
    }

    /// The events of an action.
    #[must_use]
    pub fn action(&self, number: u64) -> Option<&[Event]> {
        match self.get(number)? {
            Entry::Action { events, .. } => Some(events),
            Entry::Undo(_) => None,
        }
    }

    /// Adds an entry that follows from the ones before it.
    ///
    /// # Errors
    /// [`Misfit`] if it does not follow; the record is then unchanged.
    pub fn push(&mut self, entry: Entry) -> Result<(), Misfit> {
        self.add(entry, Origin::Fresh)
    }

    /// Adds an entry that was recorded once: the same check, but for what a program of before did not ask. What is
    /// irregular by a rule learnt since has no reason, and a settled proclamation may have been taken back.
    ///
    /// # Errors
    /// As [`push`](Self::push).
    pub fn read_back(&mut self, entry: Entry) -> Result<(), Misfit> {
        self.add(entry, Origin::Journal)
    }

    /// What the command of an action gives here.
    fn given_here(&self, events: &[Event], origin: Origin) -> Result<Vec<Event>, Misfit> {
        let command = Command::behind(events).ok_or(Misfit::Differs)?;
        let mut reasons = reasons_in(events);
        let refused = match self.sitting.decide(&command, &reasons) {
            Ok(accepted) => return Ok(accepted.events),
            Err(refused) => refused,
        };
        if origin == Origin::Fresh || !refused.needs_only_a_reason() {
            return Err(Misfit::Refused);
        }
        let found: BTreeSet<Code> = refused.findings.iter().map(Finding::code).collect();
        let never_asked: Vec<Code> = found.into_iter().filter(|code| !reasons.contains_key(code)).collect();
        reasons.extend(never_asked.iter().map(|code| (*code, NEVER_GIVEN.to_owned())));
        let accepted = self.sitting.decide(&command, &reasons).map_err(|_| Misfit::Refused)?;
        let is_let_be = |event: &Event| matches!(event, Event::Irregularity { code, .. } if never_asked.contains(code));
        Ok(accepted.events.into_iter().filter(|event| !is_let_be(event)).collect())
    }

    /// Whether the numbers of those events are nobody else's, and of reports that are proclaimed. Which they are follows
    /// from the session file as it was on the evening: they are taken as they stand.
    fn may_bear(&self, events: &[Event]) -> bool {
        // Most entries number nothing, and a long record has thousands.
        if !events.iter().any(Event::is_of_a_number) {
            return true;
        }
        let mut register = self.sitting.register().clone();
        let is_done = |report: &ReportId| {
            let now = |event: &Event| matches!(event, Event::Proclaimed { report: now, .. } if now == report);
            self.sitting.progress(report).is_some_and(|it| it.done().is_some()) || events.iter().any(now)
        };
        events.iter().all(|event| {
            let is_of_an_act = match event {
                Event::ActNumbered(numbered) | Event::ActWithdrawn(numbered) => is_done(&numbered.report),
                _ => true,
            };
            is_of_an_act && register.follow(event)
        })
    }

    fn add(&mut self, entry: Entry, origin: Origin) -> Result<(), Misfit> {
        match &entry {
            Entry::Action { events, .. } => {
                let given = self.given_here(events, origin)?;
                let is_as_given = match origin {
                    Origin::Fresh => given == *events,
                    Origin::Journal => alike(&given, events) && self.may_bear(events),
                };
                if !is_as_given {
                    return Err(Misfit::Differs);
                }
            }
            Entry::Undo(target) if !self.is_undoable_now(*target, origin) => return Err(Misfit::NotUndoable),
            Entry::Undo(_) => {}
        }
        self.follow(entry);
        Ok(())
    }

    /// Takes an entry in that is known to follow: it was checked here, or when it was read.
    pub(crate) fn follow(&mut self, entry: Entry) {
        match &entry {
            Entry::Action { events, .. } => {
                self.mark_the_way();
                self.note_what_is_void(events);
                for event in events {
                    self.sitting.apply(event);
                }
                if is_undoable(&entry) {
                    self.redoable.clear();
                }
                if entry.proclaims() {
                    self.proclamations.push(self.entries.len());
                }
                if let Some(counted) = counts(&entry) {
                    self.counts.push((self.entries.len(), (counted.report.clone(), counted.on.clone())));
                }
                self.entries.push(entry);
                self.live.push(true);
            }
            Entry::Undo(target) => {
                let target = *target;
                self.entries.push(entry);
                self.live.push(true);
                let changed = self.strike(target);
                self.fold_from(changed);
            }
        }
    }

    /// Marks an entry as undone; what an undone undo had struck holds again. Says from which place on the sitting changes.
    fn strike(&mut self, number: u64) -> usize {
        let Some(place) = place_of(number) else { return 0 };
        self.live[place] = false;
        if let Entry::Undo(action) = self.entries[place] {
            self.redoable.pop();
            let again = place_of(action).unwrap_or(0);
            self.live[again] = true;
            again
        } else {
            self.redoable.push(self.entries.len() as u64);
            place
        }
    }

    /// Remembers the sitting before the entry that comes, from time to time.
    fn mark_the_way(&mut self) {
        let place = self.entries.len();
        if self.milestones.last().is_some_and(|(last, _)| place < last + MILESTONE_EVERY) {
            return;
        }
        if self.milestones.len() == MILESTONES {
            self.milestones.remove(0);
        }
        self.milestones.push((place, self.sitting.clone()));
    }

    /// Makes the sitting anew: what is before that place is as it was.
    fn fold_from(&mut self, place: usize) {
        self.milestones.retain(|(at, _)| *at <= place);
        let (from, mut sitting) = match self.milestones.last() {
            Some((at, sitting)) => (*at, sitting.clone()),
            None => (0, Sitting::new(self.start.clone())),
        };
        for (entry, live) in self.entries.iter().zip(&self.live).skip(from) {
            if let (Entry::Action { events, .. }, true) = (entry, live) {
                for event in events {
                    sitting.apply(event);
                }
            }
        }
        self.sitting = sitting;
    }
}

/// Whether the facts are the same, the numbers of acts aside.
#[must_use]
pub fn alike(one: &[Event], other: &[Event]) -> bool {
    let facts = |event: &&Event| !event.is_of_a_number();
    one.iter().filter(facts).eq(other.iter().filter(facts))
}

/// The place of the entry of that number: numbers start at 1.
fn place_of(number: u64) -> Option<usize> {
    usize::try_from(number).ok()?.checked_sub(1)
}

/// The reasons that an action carries.
fn reasons_in(events: &[Event]) -> Reasons {
    events
        .iter()
        .filter_map(|event| match event {
            Event::Irregularity { code, reason, .. } => Some((*code, reason.clone())),
            _ => None,
        })
        .collect()
}
