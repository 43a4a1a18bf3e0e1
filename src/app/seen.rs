//! What the screens see of the program: nothing is changed by looking.

use crate::council::history::History;
use crate::council::hour::Hour;
use crate::council::phrases::Phrases;
use crate::council::sitting::Sitting;
use crate::seating::Seating;

use super::agenda::Agenda;
use super::context::Context;
use super::roll_call::RollCall;
use super::step::Said;
use super::vote::VoteScreen;
use super::{Access, App, Ended, LEAST, Met, Panel, Place, Size, User, View, Writing};

impl App {
    /// Whether the five lines of the first time are shown. They take no key: what is typed does what it always does.
    #[must_use]
    pub fn greets(&self) -> bool {
        self.user == User::New && self.context() == Context::RollCall
    }

    /// The sitting as it is recorded.
    #[must_use]
    pub fn sitting(&self) -> &Sitting {
        self.history.sitting()
    }

    /// The record.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Whether this instance may record.
    #[must_use]
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// The seats of those who sit now, from the left end of the room to the right end.
    #[must_use]
    pub fn seating(&self) -> &Seating {
        &self.seating
    }

    /// The window.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// The hour on the wall at the last message.
    #[must_use]
    pub fn hour(&self) -> Option<Hour> {
        self.hour
    }

    /// The hour that an action would have now; none on another day than the sitting's.
    #[must_use]
    pub fn hour_of_the_sitting(&self) -> Option<Hour> {
        self.hour_of_the_sitting
    }

    /// The screen below the panels.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// What lies over the screen, the top last.
    #[must_use]
    pub fn panels(&self) -> &[Panel] {
        &self.panels
    }

    /// The roll call.
    #[must_use]
    pub fn roll_call(&self) -> &RollCall {
        &self.roll_call
    }

    /// The agenda.
    #[must_use]
    pub fn agenda(&self) -> &Agenda {
        &self.agenda
    }

    /// The vote shown, if one is.
    #[must_use]
    pub fn vote(&self) -> Option<&VoteScreen> {
        self.vote.as_ref()
    }

    /// What is said now.
    #[must_use]
    pub fn said(&self) -> Option<&Said> {
        self.said.as_ref()
    }

    /// What ended last.
    #[must_use]
    pub fn proclaimed(&self) -> Option<&Ended> {
        self.proclaimed.as_ref()
    }

    /// How the writing of the pending action goes, if there is one.
    #[must_use]
    pub fn writing(&self) -> Option<&Writing> {
        self.recording.state()
    }

    /// What the screens look at.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View {
            sitting: self.history.sitting(),
            directory: &self.directory,
            everyone: &self.everyone,
            seating: &self.seating,
            at_opening: &self.at_opening,
            size: self.size,
        }
    }

    /// Whether what is on the screen is only looked at: the séance is closed or read only, or the report proclaimed.
    #[must_use]
    pub fn is_only_looked_at(&self) -> bool {
        if let Some(Panel::Notes(notes)) = self.panels.last() {
            return !self.may_note(&notes.report);
        }
        let sitting = self.history.sitting();
        if let Some(Panel::Journal(_)) = self.panels.last() {
            return !self.access.may_write() || sitting.stage().is_over();
        }
        if self.replay.is_some() {
            return false;
        }
        let done = |vote: &VoteScreen| vote.is_done(sitting);
        let acts = self.panels.last().is_some_and(Panel::is_answered);
        !self.access.may_write()
            || (!acts && self.place == Place::Vote && self.vote.as_ref().is_some_and(done))
            || (sitting.stage().is_over() && !matches!(self.panels.last(), Some(Panel::Gesture(_) | Panel::Reason(_))))
    }

    /// Whether the window is too small to vote in.
    #[must_use]
    pub fn is_too_small(&self) -> bool {
        self.met == Met::OnAScreen && (self.size.columns < LEAST.columns || self.size.rows < LEAST.rows)
    }

    /// The words of the assembly's charter.
    #[must_use]
    pub fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// How many keys came so far: a reader who hears lines is answered each of them.
    #[must_use]
    pub fn presses(&self) -> u64 {
        self.presses.count()
    }

    /// Whether the last key means nothing where it was pressed.
    #[must_use]
    pub fn is_key_idle(&self) -> bool {
        self.presses.is_idle()
    }
}
