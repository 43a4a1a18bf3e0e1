//! From a message to what it does: the queue of keys, the steps of the screens, undo and redo, the record.

use crate::council::command::Command;
use crate::council::decide::Reasons;
use crate::council::event::Event;
use crate::council::finding::Finding;
use crate::council::history::Entry;
use crate::council::hour::Hour;
use crate::council::id::ReportId;
use crate::council::sitting::Stage;
use crate::french::screen::{actions, said};

use super::card::Card;
use super::keymap::{self, Action};
use super::panels::{HelpPanel, ReasonPanel, WhyPanel};
use super::preview::Preview;
use super::roll_call::RollCall;
use super::step::{Said, Step, Tone};
use super::vote::VoteScreen;
use super::{Access, App, Effect, Key, Moment, Msg, Panel, Place, Size, Writing};

/// How long Enter is held back after a proclamation: a key that is pressed twice, or kept down, proclaims once.
const ENTER_HELD_MS: u64 = 400;
/// How long the panel of a reason takes no key: what was typed ahead is not a reason.
const REASON_HELD_MS: u64 = 400;
/// How long Backspace does not undo after it erased a letter: a key kept down stops at the end of the search.
const ERASE_HELD_MS: u64 = 400;

impl App {
    /// Takes a message; says what is to be done outside.
    pub fn update(&mut self, msg: Msg, now: &Moment) -> Vec<Effect> {
        self.hour = Some(now.hour);
        match msg {
            Msg::Key(key) if self.recording.is_writing() => self.recording.wait(key, now.clone()),
            Msg::Key(key) => {
                let effects = self.press(key, now);
                self.say_next_notice();
                return effects;
            }
            Msg::Paste(text) => self.paste(&text),
            Msg::Resized { columns, rows } => self.size = Size { columns, rows },
            Msg::Tick => {}
            Msg::Recorded => return self.recorded(now),
            Msg::NotRecorded(why) => self.recording.set(Writing::Failed(why)),
            Msg::StillWriting => self.recording.set(Writing::Slow),
        }
        vec![]
    }

    fn paste(&mut self, text: &str) {
        match self.panels.last_mut() {
            Some(Panel::Reason(panel)) => {
                let on_one_line: String =
                    text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }).collect();
                self.said = panel.write(&on_one_line).err();
            }
            _ => self.said = Some(Said::plain(said::PASTE_IGNORED)),
        }
    }

    fn press(&mut self, key: Key, now: &Moment) -> Vec<Effect> {
        let Some(action) = keymap::action(self.context(), key) else { return vec![] };
        if let Some(Panel::Reason(panel)) = self.panels.last()
            && now.elapsed_ms < panel.held_until_ms
            && action != Action::Quit
        {
            return vec![];
        }
        self.said = None;
        if key == Key::Enter && now.elapsed_ms < self.enter_held_until_ms {
            self.enter_held_until_ms = now.elapsed_ms + ENTER_HELD_MS;
            self.said = Some(Said::plain(said::enter_ignored(self.proclaimed.as_ref())));
            return vec![];
        }
        if self.is_kept_down(key, action, now) {
            return vec![];
        }
        let step = match action {
            Action::Quit => return vec![Effect::Quit],
            Action::HowToQuit => Step::Say(Said::plain(match self.recording.state() {
                Some(Writing::Failed(_)) => said::ANSWER_FIRST,
                _ => said::HOW_TO_QUIT,
            })),
            Action::AlreadySaved => Step::Say(Said::plain(said::ALREADY_SAVED)),
            Action::Retry => return self.recording.again().into_iter().map(Effect::Record).collect(),
            Action::GiveUp => Step::Say(Said::refused(said::given_up(self.recording.give_up()))),
            Action::Undo => Step::Undo,
            Action::Redo => return self.redo(),
            Action::Help if !matches!(self.panels.last(), Some(Panel::Help(_))) => {
                self.panels.push(Panel::Help(HelpPanel { of: self.context(), scroll: 0 }));
                Step::Stay
            }
            Action::HowToClose => Step::Say(Said::plain(said::HOW_TO_CLOSE)),
            Action::Attendance if self.sitting().stage() == Stage::RollCall => Step::ToRollCall,
            Action::Attendance => {
                self.panels.push(Panel::Attendance(RollCall::default()));
                Step::Stay
            }
            Action::Why => {
                self.panels.push(Panel::Why(WhyPanel { report: self.report_with_figures(), at: 0 }));
                Step::Stay
            }
            Action::Paper => {
                self.panels.push(Panel::Paper(Preview::of(self.report_in_front(), self.sitting())));
                Step::Stay
            }
            Action::Confirm if matches!(self.panels.last(), Some(Panel::Closing)) => {
                Step::Ask(Command::Close { at: None })
            }
            _ => self.step(action, key),
        };
        self.perform(step, now)
    }

    /// Whether Backspace is the key that has just erased the search, kept down.
    fn is_kept_down(&mut self, key: Key, action: Action, now: &Moment) -> bool {
        let erased_at = self.erased_at_ms.take();
        if key == Key::Backspace && action == Action::Erase {
            self.erased_at_ms = Some(now.elapsed_ms);
        }
        let held = key == Key::Backspace
            && action == Action::Undo
            && erased_at.is_some_and(|at| now.elapsed_ms.saturating_sub(at) < ERASE_HELD_MS);
        if held {
            self.erased_at_ms = Some(now.elapsed_ms);
        }
        held
    }

    /// The screen or panel on top says what the key does.
    fn step(&mut self, action: Action, key: Key) -> Step {
        let view = super::View { sitting: self.history.sitting(), directory: &self.directory, size: self.size };
        match self.panels.last_mut() {
            Some(Panel::Card(card)) => card.update(action, &view),
            Some(Panel::Attendance(roll_call)) => match roll_call.update(action, key, &view) {
                Step::ToAgenda => Step::Back,
                step => step,
            },
            Some(Panel::Why(panel)) => panel.update(action),
            Some(Panel::Paper(preview)) => preview.update(action, view.sitting, view.size),
            Some(Panel::Help(panel)) => panel.update(action, HelpPanel::rows_shown(self.size)),
            Some(Panel::Reason(panel)) => panel.update(action, key),
            Some(Panel::Closing) => Step::Back,
            None => match (self.place, &mut self.vote) {
                (Place::RollCall, _) => self.roll_call.update(action, key, &view),
                (Place::Vote, Some(vote)) => vote.update(action, key, &view),
                (Place::Agenda, _) | (Place::Vote, None) => self.agenda.update(action, key, &view),
            },
        }
    }

    fn perform(&mut self, step: Step, now: &Moment) -> Vec<Effect> {
        match step {
            Step::Stay => {}
            Step::Say(said) => self.said = Some(said),
            Step::Back => {
                self.panels.pop();
            }
            Step::ToAgenda => self.place = Place::Agenda,
            Step::ToRollCall => self.place = Place::RollCall,
            Step::ToVote(report) => {
                self.vote = Some(VoteScreen::of(report));
                self.place = Place::Vote;
            }
            Step::ToCard(member) => {
                let report = (self.place == Place::Vote).then(|| self.vote.as_ref().map(|vote| vote.report.clone()));
                let card = Card::of(member, report.flatten(), &self.view());
                self.panels.push(Panel::Card(card));
            }
            Step::ToClosing => match self.sitting().decide(&Command::Close { at: None }, &Reasons::new()) {
                Ok(_) => self.panels.push(Panel::Closing),
                Err(refused) => self.refuse(&refused.findings),
            },
            Step::Ask(command) => return self.ask(command, &Reasons::new(), now),
            Step::GoOn(command, reason) => {
                let codes = match self.panels.last() {
                    Some(Panel::Reason(panel)) => panel.findings.iter().map(Finding::code).collect(),
                    _ => vec![],
                };
                let reasons = codes.into_iter().map(|code| (code, reason.clone())).collect();
                return self.ask(command, &reasons, now);
            }
            Step::Undo => return self.undo(),
        }
        vec![]
    }

    fn ask(&mut self, command: Command, reasons: &Reasons, now: &Moment) -> Vec<Effect> {
        if let Some(refusal) = self.read_only() {
            self.said = Some(refusal);
            self.settle_refused();
            return vec![];
        }
        let command = self.within_the_law(at_hour(command, now.hour_of_the_sitting()));
        match self.sitting().decide(&command, reasons) {
            Ok(accepted) => {
                if matches!(self.panels.last(), Some(Panel::Reason(_) | Panel::Closing)) {
                    self.panels.pop();
                }
                self.roll_call.settle();
                if let Some(vote) = &mut self.vote {
                    vote.settle();
                }
                self.record(Entry::Action { at: now.stamp.clone(), events: accepted.events })
            }
            Err(refused) if refused.needs_only_a_reason() => {
                let text = self.last_reason(&refused.findings);
                let held_until_ms = now.elapsed_ms + REASON_HELD_MS;
                self.panels.push(Panel::Reason(ReasonPanel {
                    command,
                    findings: refused.findings,
                    text,
                    held_until_ms,
                }));
                vec![]
            }
            Err(refused) => {
                self.refuse(&refused.findings);
                self.settle_refused();
                vec![]
            }
        }
    }

    /// The reason given last in this sitting for one of these codes: an evening repeats its irregularities.
    fn last_reason(&self, findings: &[Finding]) -> String {
        let same = |code| findings.iter().any(|finding| finding.code() == code);
        let mut before = self.sitting().irregularities().iter().rev();
        before.find(|one| same(one.code)).map(|one| one.reason.clone()).unwrap_or_default()
    }

    /// The name was found and the answer given: the next letters are those of another name.
    fn settle_refused(&mut self) {
        self.roll_call.settle_refused();
        if let Some(vote) = &mut self.vote {
            vote.settle();
        }
    }

    /// A proclamation goes on to the next report only if that one may be opened without a reason.
    fn within_the_law(&self, command: Command) -> Command {
        let Command::Proclaim { report, at, then_open: Some(_) } = &command else { return command };
        match self.sitting().decide(&command, &Reasons::new()) {
            Err(refused)
                if refused.findings.iter().any(|finding| Finding::OF_THE_OPENING.contains(&finding.code())) =>
            {
                Command::Proclaim { report: report.clone(), at: *at, then_open: None }
            }
            _ => command,
        }
    }

    fn refuse(&mut self, findings: &[Finding]) {
        let Some(first) = findings.first() else { return };
        self.said = Some(match first {
            Finding::NothingToDo => Said::plain(said::finding(first, &self.sitting().docket().roster)),
            _ => Said::refused(said::refusal(first, &self.sitting().docket().roster)),
        });
    }

    fn read_only(&self) -> Option<Said> {
        match &self.access {
            Access::Write => None,
            Access::ReadOnly { why } => Some(Said::refused(said::read_only(why))),
        }
    }

    fn record(&mut self, entry: Entry) -> Vec<Effect> {
        self.recording.begin(entry.clone());
        vec![Effect::Record(entry)]
    }

    fn undo(&mut self) -> Vec<Effect> {
        match (self.read_only(), self.history.undo_target()) {
            (Some(refusal), _) => self.said = Some(refusal),
            (None, Some(number)) => return self.record(Entry::Undo(number)),
            (None, None) => self.said = Some(Said::plain(said::nothing_to_undo(self.sitting().stage()))),
        }
        vec![]
    }

    fn redo(&mut self) -> Vec<Effect> {
        match (self.read_only(), self.history.redo_target()) {
            (Some(refusal), _) => self.said = Some(refusal),
            (None, Some(number)) => return self.record(Entry::Undo(number)),
            (None, None) => self.said = Some(Said::plain(said::NOTHING_TO_REDO)),
        }
        vec![]
    }

    /// The pending entry is on the disk: it is applied, said, and the keys that waited are taken in order.
    fn recorded(&mut self, now: &Moment) -> Vec<Effect> {
        if let Some(entry) = self.recording.finish() {
            self.take_in(&entry, now);
        }
        while let Some(waiting) = self.recording.next() {
            let effects = self.press(waiting.key, &waiting.moment);
            if let Some(Panel::Reason(panel)) = self.panels.last_mut() {
                // It is seen only now, whenever the key was pressed that brought it.
                panel.held_until_ms = now.elapsed_ms + REASON_HELD_MS;
            }
            if !effects.is_empty() {
                return effects;
            }
        }
        vec![]
    }

    fn take_in(&mut self, entry: &Entry, now: &Moment) {
        // What is undone is described as it stood before, what is done as it stands after.
        let undone = self.words_of_undo(entry);
        let before = (self.place, self.vote.as_ref().map(|vote| vote.report.clone()));
        if self.history.push(entry.clone()).is_err() {
            // What is decided on a screen that does not follow may be wrong: nothing more is.
            self.access = Access::ReadOnly { why: said::MISFIT.to_owned() };
            self.recording.give_up();
            self.said = Some(Said { tone: Tone::Alarm, text: said::MISFIT.to_owned() });
            return;
        }
        self.follow_the_sitting();
        if before != (self.place, self.vote.as_ref().map(|vote| vote.report.clone())) {
            self.panels.clear();
        }
        let proclaims = |event: &Event| matches!(event, Event::Proclaimed { .. });
        self.said = match entry {
            Entry::Action { events, .. } if events.iter().any(proclaims) => {
                self.enter_held_until_ms = now.elapsed_ms + ENTER_HELD_MS;
                None
            }
            Entry::Action { events, .. } => Some(Said::done(said::sentence(&actions::action(events, self.sitting())))),
            Entry::Undo(_) => undone.map(Said::done),
        };
    }

    /// « Défait : … » or « Rétabli : … ».
    fn words_of_undo(&self, entry: &Entry) -> Option<String> {
        let Entry::Undo(target) = entry else { return None };
        if let Some(events) = self.history.action(*target) {
            return Some(said::undone(&actions::action(events, self.sitting())));
        }
        let undo = self.history.entries().find(|(number, ..)| number == target)?;
        let Entry::Undo(action) = undo.1 else { return None };
        Some(said::redone(&actions::action(self.history.action(*action)?, self.sitting())))
    }

    /// The report in front of her, if it has figures to explain.
    fn report_with_figures(&self) -> Option<ReportId> {
        self.report_in_front().filter(|report| self.sitting().progress(report).is_some())
    }

    /// The report in front of her: the one voted on, or the one under the agenda's cursor.
    fn report_in_front(&self) -> Option<ReportId> {
        let mut reports = self.sitting().docket().agenda.reports();
        match self.place {
            Place::Vote => self.vote.as_ref().map(|vote| vote.report.clone()),
            Place::Agenda => reports.nth(self.agenda.place()).map(|report| report.id.clone()),
            Place::RollCall => None,
        }
    }
}

/// The command with the hour at which it is gone through with.
fn at_hour(command: Command, hour: Option<Hour>) -> Command {
    let mut command = command;
    if let Some(at) = command.hour_mut() {
        *at = at.or(hour);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::history::History;

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
