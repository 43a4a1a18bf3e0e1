//! Going back to a point of the journal: ordinary undos, recorded one after the other.
//!
//! Each is an entry of its own, and the next is asked for once the one before is on the disk: cut short anywhere, what was
//! recorded is a sitting. A failed write stops the way back.

use crate::council::history::Entry;
use crate::council::sitting::Sitting;
use crate::french::screen::{journal as words, taken_back};

use super::journal::{Ahead, Journal};
use super::step::Said;
use super::{App, Effect, Moment, Panel};

/// How long the question whether to go back takes no answer: the key that asked it may be kept down.
const ANSWER_HELD_MS: u64 = 400;

/// A way back that is under way.
#[derive(Clone, Debug)]
pub(super) struct GoingBack {
    /// How many actions it takes back.
    all: usize,
    /// How many of them are left.
    left: usize,
    /// The sitting as it stood before.
    stood: Box<Sitting>,
}

impl App {
    /// Opens the journal.
    pub(super) fn open_journal(&mut self) {
        self.panels.push(Panel::Journal(Box::new(Journal::of(&self.history, self.size))));
    }

    /// Asks whether to go back to where the journal's cursor stands; or says why that cannot be.
    pub(super) fn ask_to_go_back(&mut self, now: &Moment) {
        let read_only = self.read_only();
        let Some(Panel::Journal(journal)) = self.panels.last_mut() else { return };
        match (journal.ahead(), read_only) {
            (Ahead::Barred(barrier), _) => self.said = Some(Said::refused(words::barred(barrier))),
            (Ahead::Here, _) => self.said = Some(Said::plain(words::HERE)),
            (Ahead::Back(_), Some(refusal)) => self.said = Some(refusal),
            (Ahead::Back(_), None) => journal.asked_until_ms = Some(now.elapsed_ms + ANSWER_HELD_MS),
        }
    }

    /// The answer is yes: the first undo is asked for, and the journal gives way to what comes back.
    pub(super) fn go_back(&mut self, now: &Moment) -> Vec<Effect> {
        let Some(Panel::Journal(journal)) = self.panels.last_mut() else { return vec![] };
        match (journal.asked_until_ms, journal.ahead()) {
            (Some(until), _) if now.elapsed_ms < until => {
                journal.asked_until_ms = Some(now.elapsed_ms + ANSWER_HELD_MS);
                return vec![];
            }
            (Some(_), Ahead::Back(back)) => {
                let all = back.count;
                let stood = Box::new(self.history.sitting().clone());
                self.going_back = Some(GoingBack { all, left: all, stood });
            }
            _ => return vec![],
        }
        self.panels.pop();
        self.next_step_back(now)
    }

    /// Asks for the next undo of a way back; once there is none left, says what changed.
    pub(super) fn next_step_back(&mut self, now: &Moment) -> Vec<Effect> {
        let Some(going) = &mut self.going_back else { return vec![] };
        if let (Some(number), true) = (self.history.undo_target(), going.left > 0) {
            going.left -= 1;
            return self.record(Entry::Undo(number));
        }
        if let Some(going) = self.going_back.take() {
            let done = going.all - going.left;
            self.said = Some(Said::done(taken_back::gone_back(done, &going.stood, self.sitting())));
            // Enter has answered: pressed once too often, it would proclaim what comes back.
            self.hold_enter(false, now);
        }
        vec![]
    }

    /// An undo of a way back could not be recorded: the way ends there, and that is said.
    pub(super) fn stop_going_back(&mut self) {
        if let Some(going) = self.going_back.take() {
            // The one that failed is not on the disk.
            let done = (going.all - going.left).saturating_sub(1);
            self.said = Some(Said::refused(words::stopped(done, going.all)));
        }
    }
}
