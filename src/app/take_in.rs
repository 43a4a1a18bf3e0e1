//! What is recorded: an action or an undo is written, then applied, said, and the keys that waited are taken.

use crate::council::event::{Event, Rectified};
use crate::council::history::Entry;
use crate::council::id::ReportId;
use crate::council::proposal::ProposalId;
use crate::council::sitting::Sitting;
use crate::french::screen::{actions, consequences, said, taken_back};

use super::perform::REASON_HELD_MS;
use super::step::{Said, Tone};
use super::update::ENTER_HELD_MS;
use super::urn::goes_on_at_the_urn;
use super::vote::VoteScreen;
use super::{Access, App, Effect, Moment, Panel, Place, User};

impl App {
    pub(super) fn record(&mut self, entry: Entry) -> Vec<Effect> {
        self.recording.begin(entry.clone());
        vec![Effect::Record(entry)]
    }

    pub(super) fn undo(&mut self) -> Vec<Effect> {
        match (self.read_only(), self.history.undo_target()) {
            (Some(refusal), _) => self.said = Some(refusal),
            (None, Some(number)) => return self.record(Entry::Undo(number)),
            (None, None) => self.said = Some(Said::plain(self.why_nothing_is_undone())),
        }
        vec![]
    }

    /// Nothing was done; or the last thing done is final: a result after which another was proclaimed, an urn that was counted.
    fn why_nothing_is_undone(&self) -> String {
        let stage = self.sitting().stage();
        match (self.history.settled_proclamation(), self.history.counted_urn()) {
            _ if stage.is_over() => said::nothing_to_undo(stage).to_owned(),
            (Some(report), _) if self.sitting().election_stands(report) => said::elected_for_good(report),
            (Some(report), _) => said::proclaimed_for_good(report),
            (None, Some(report)) => said::counted_for_good(report),
            (None, None) => said::nothing_to_undo(stage).to_owned(),
        }
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        match (self.read_only(), self.history.redo_target()) {
            (Some(refusal), _) => self.said = Some(refusal),
            (None, Some(number)) => return self.record(Entry::Undo(number)),
            (None, None) => self.said = Some(Said::plain(said::NOTHING_TO_REDO)),
        }
        vec![]
    }

    /// The pending entry is on the disk: it is applied, said, and the keys that waited are taken in order.
    pub(super) fn recorded(&mut self, now: &Moment) -> Vec<Effect> {
        if let Some(entry) = self.recording.finish() {
            self.user = User::Known;
            self.take_in(&entry, now);
        }
        let back = self.next_step_back(now);
        if !back.is_empty() {
            return back;
        }
        self.take_waiting(now)
    }

    /// Takes the keys that waited, in order, up to one that asks for something outside.
    pub(super) fn take_waiting(&mut self, now: &Moment) -> Vec<Effect> {
        let mut all = Vec::new();
        while let Some(waiting) = self.recording.next() {
            let effects = self.press(waiting.key, &waiting.moment);
            if let Some(Panel::Reason(panel)) = self.panels.last_mut() {
                // It is seen only now, whenever the key was pressed that brought it.
                panel.held_until_ms = now.elapsed_ms + REASON_HELD_MS;
            }
            let leaves = effects.contains(&Effect::Quit);
            all.extend(effects);
            if leaves || self.recording.is_writing() || self.afterwards.is_some() {
                break;
            }
        }
        all
    }

    fn take_in(&mut self, entry: &Entry, now: &Moment) {
        // What an undo changes is told by what stood before it.
        let stood = matches!(entry, Entry::Undo(_)).then(|| self.sitting().clone());
        let before = (self.place, self.floor_shown());
        if self.history.push(entry.clone()).is_err() {
            // What is decided on a screen that does not follow may be wrong: nothing more is.
            self.access = Access::ReadOnly { why: said::MISFIT.to_owned() };
            self.recording.give_up();
            self.said = Some(Said { tone: Tone::Alarm, text: said::MISFIT.to_owned() });
            return;
        }
        if std::mem::take(&mut self.answered) {
            self.hold_enter(false, now);
        }
        self.show_what_was_done(entry);
        self.note_when_the_urn_opened(entry, now);
        if before != (self.place, self.floor_shown()) {
            self.panels.clear();
        }
        self.said = self.said_of(entry, stood.as_ref());
        if entry.proclaims() {
            self.hold_enter(true, now);
        } else if goes_on_at_the_urn(entry) {
            self.hold_enter(false, now);
        }
        if let Some(afterword) = self.afterword.take() {
            self.said = Some(Said::plain(afterword));
        }
        if let Some(text) = self.alarm_behind.take() {
            self.said = Some(Said { tone: Tone::Alarm, text });
        }
    }

    /// Shows what the sitting is at once that entry is in the record.
    pub(super) fn show_what_was_done(&mut self, entry: &Entry) {
        self.follow_the_sitting();
        self.stay_on_what_was_rectified(entry);
    }

    /// What is said of an entry once it is in the record, if its screen does not say it; of an undo, by what stood before it.
    pub(super) fn said_of(&self, entry: &Entry, stood: Option<&Sitting>) -> Option<Said> {
        match entry {
            Entry::Action { .. } if entry.proclaims() => None,
            Entry::Action { events, .. } => {
                let done = said::sentence(&actions::action(events, self.sitting()));
                Some(Said::done(done + &consequences::of(events, self.sitting())))
            }
            Entry::Undo(_) => self.words_of_undo(entry, stood?).map(Said::done),
        }
    }

    fn floor_shown(&self) -> Option<(ReportId, Option<ProposalId>)> {
        self.vote.as_ref().map(|vote| (vote.report.clone(), vote.on.clone()))
    }

    /// Enter pressed twice, or kept down, does its work once.
    pub(super) fn hold_enter(&mut self, by_a_result: bool, now: &Moment) {
        self.enter_held_until_ms = now.elapsed_ms + ENTER_HELD_MS;
        self.held_by_a_result = by_a_result;
    }

    /// A result that was rectified is seen at once.
    fn stay_on_what_was_rectified(&mut self, entry: &Entry) {
        let Entry::Action { events, .. } = entry else { return };
        let rectified = events.iter().find_map(|event| match event {
            Event::Rectified(Rectified { report, on, .. }) => Some((report.clone(), on.clone())),
            _ => None,
        });
        if let Some((report, on)) = rectified.filter(|_| self.sitting().open_report().is_none()) {
            self.vote = Some(VoteScreen::on(report, on));
            self.place = Place::Vote;
        }
    }

    /// « Défait : … » or « Rétabli : … », and what changed by it.
    fn words_of_undo(&self, entry: &Entry, before: &Sitting) -> Option<String> {
        let Entry::Undo(target) = entry else { return None };
        if let Some(events) = self.history.action(*target) {
            return Some(taken_back::undone(events, before, self.sitting()));
        }
        let Entry::Undo(action) = self.history.get(*target)? else { return None };
        Some(taken_back::redone(self.history.action(*action)?, before, self.sitting()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Key, Msg};
    use crate::council::history::History;
    use crate::council::hour::Hour;

    #[test]
    fn an_entry_that_does_not_follow_makes_the_program_read_only_and_nothing_more_is_recorded() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/exemple-commune.ron");
        let docket = crate::store::session_file::load(&path).unwrap_or_else(|unread| panic!("{unread:?}")).docket;
        let mut app = App::new(History::new(docket), Access::Write, &[]);
        let now = Moment { elapsed_ms: 0, stamp: String::new(), hour: Hour::new(18, 4).unwrap(), on_the_day: true };
        app.recording.begin(Entry::Undo(99));
        app.recording.wait(Key::Enter, now.clone());
        assert_eq!(app.update(Msg::Recorded, &now), []);
        assert_eq!(app.access(), &Access::ReadOnly { why: said::MISFIT.to_owned() });
        assert_eq!(app.said().map(|said| said.tone), Some(Tone::Alarm));
        assert_eq!(app.update(Msg::Key(Key::Enter), &now), []);
        assert!(app.writing().is_none());
    }
}
