//! A message comes: keys wait for the disk, are held back, or are looked up in the table.

use crate::council::command::Command;
use crate::council::id::MemberId;
use crate::council::notes::NoteSums;
use crate::council::sitting::Stage;
use crate::french::screen::{at_the_urn, rehearsal, said, shelter, told, where_we_are};

use super::context::Context;
use super::display::DisplayPanel;
use super::help::HelpPanel;
use super::keymap::{self, Action};
use super::movement::Movement;
use super::notes::Afterwards;
use super::preview::Preview;
use super::step::{Said, Step, Tone};
use super::vote::VoteScreen;
use super::{Access, App, Effect, Key, LEAST, Met, Moment, Msg, Panel, Place, Size, Writing};

/// How long Enter is held back after a proclamation: a key that is pressed twice, or kept down, proclaims once.
pub(super) const ENTER_HELD_MS: u64 = 400;
/// How long Ctrl-P writes no papers once it has shown one.
const PAPERS_HELD_MS: u64 = 1000;
/// How long Backspace does not undo after it erased a letter: a key kept down stops at the end of the search.
const ERASE_HELD_MS: u64 = 400;

impl App {
    /// Takes a message; says what is to be done outside.
    pub fn update(&mut self, msg: Msg, now: &Moment) -> Vec<Effect> {
        let effects = self.take(msg, now);
        self.follow_the_guide();
        effects
    }

    fn take(&mut self, msg: Msg, now: &Moment) -> Vec<Effect> {
        self.hour = Some(now.hour);
        self.hour_of_the_sitting = now.hour_of_the_sitting();
        if let Some(replay) = &self.replay {
            (self.hour, self.hour_of_the_sitting) = (replay.hour(), None);
        }
        if matches!(msg, Msg::Key(_) | Msg::Paste(_)) {
            self.presses.add();
        }
        match msg {
            Msg::Key(key) if self.recording.is_writing() || matches!(self.afterwards, Some(Afterwards::Ask(_))) => {
                self.recording.wait(key, now.clone());
            }
            // She leaves, and the disk does not answer: asked once more, she leaves all the same.
            Msg::Key(key) if self.afterwards.is_some() => {
                return if key == Key::Ctrl('q') { vec![Effect::Quit] } else { vec![] };
            }
            Msg::Key(key) => {
                let effects = self.press(key, now);
                self.say_next_notice();
                return effects;
            }
            // Of a séance that is seen again nothing is changed.
            Msg::SeatPointed(_) | Msg::Paste(_) | Msg::Ending if self.replay.is_some() => {}
            Msg::Tick if self.replay.is_some() => self.play_what_is_due(now),
            Msg::SeatPointed(member) => self.point(&member),
            Msg::Paste(text) => self.paste(&text, now),
            Msg::Resized { columns, rows } if self.met == Met::LineByLine => {
                self.size = Size { columns: columns.max(LEAST.columns), rows: rows.max(LEAST.rows) };
            }
            Msg::Resized { columns, rows } => {
                self.size = Size { columns, rows };
                if let Some(Panel::Journal(journal)) = self.panels.last_mut() {
                    journal.look(&self.history, self.size);
                }
            }
            Msg::Tick => return self.save_notes_in_time(now),
            Msg::Recorded => return self.recorded(now),
            Msg::NotRecorded(failed) => {
                self.recording.set(Writing::Failed(failed));
                self.stop_going_back();
            }
            Msg::Sheltered(sheltered, sentence) => self.shelter(sheltered, sentence),
            Msg::PlaceIsBack => self.place_is_back(),
            Msg::PutBack(sentence) => return self.put_back(sentence),
            Msg::NotPutBack(why) => self.not_put_back(why),
            Msg::StillWriting => self.recording.set(Writing::Slow),
            Msg::Warned(what) => self.said = Some(Said { tone: Tone::Alarm, text: what }),
            Msg::PapersWritten(where_) => self.papers_written(Said::done(where_)),
            Msg::PapersNotWritten(why) => self.papers_written(Said::refused(why)),
            Msg::NotesSaved(stands) => return self.notes_saved(stands),
            Msg::NotesNotSaved(why) => return self.notes_not_saved(why),
            Msg::NotesRead { notes, unreadable, remarks } => self.notes_read(&notes, unreadable, remarks),
            Msg::NotesSummed(sums) => return self.notes_summed(sums, now),
            Msg::Projected(control) => self.projected(control),
            Msg::NotProjected(why) => self.not_projected(&why),
            Msg::Ending => return self.save_notes(),
        }
        vec![]
    }

    /// The member of a seat that was pointed at is picked, where one may be.
    fn point(&mut self, member: &MemberId) {
        // What cannot be seen is not pointed at: in a window that is too small, or below what is not recorded.
        let is_seen = self.context() != Context::TooSmall && !self.has_failed();
        let is_free = is_seen && self.panels.is_empty() && !self.recording.is_writing();
        if self.place == Place::RollCall && is_free && self.roll_call.giver().is_none() {
            self.roll_call.picker.point(member, &self.everyone);
        }
        let is_free = is_free && self.place == Place::Vote;
        let signs = self.urn_stage() == Some(super::urn::Stage::Signing);
        let names =
            self.vote.as_ref().and_then(|vote| vote.vote(self.history.sitting())).is_some_and(|it| it.way.names());
        let names = names || signs;
        if let (Some(vote), true) = (self.vote.as_mut(), is_free && names) {
            vote.picker.point(member, &self.directory);
        }
    }

    fn paste(&mut self, text: &str, now: &Moment) {
        match self.panels.last_mut() {
            Some(Panel::Notes(_)) => self.paste_notes(text, now),
            Some(Panel::Reason(panel)) => self.said = panel.write(&on_one_line(text)).err(),
            Some(Panel::Gesture(gesture)) => self.said = gesture.paste(&on_one_line(text)).err(),
            _ => self.said = Some(Said::plain(said::PASTE_IGNORED)),
        }
    }

    /// Whether a key does nothing because of what came just before it, or is one of a séance that is seen again.
    fn is_held_back(&mut self, key: Key, action: Action, now: &Moment) -> bool {
        if let Some(Panel::Reason(panel)) = self.panels.last()
            && now.elapsed_ms < panel.held_until_ms
            && action != Action::Quit
        {
            return true;
        }
        if self.key_of_the_replay(action, now) {
            return true;
        }
        self.said = None;
        if action != Action::Quit {
            self.told_before_leaving.clear();
        }
        if key == Key::Enter && action != Action::NewLine && now.elapsed_ms < self.enter_held_until_ms {
            self.enter_held_until_ms = now.elapsed_ms + ENTER_HELD_MS;
            self.said = Some(Said::plain(said::enter_ignored(
                self.proclaimed
                    .as_ref()
                    .filter(|_| self.held_by_a_result)
                    .map(|ended| (&*ended.reports, ended.on.as_ref())),
            )));
            return true;
        }
        // She typed figures, and looks at the room: what would be proclaimed is not what she typed.
        if self.before.replace(action) == Some(Action::NoFigures) && action == Action::Proclaim {
            self.said = Some(Said::plain(told::ENTER_BEHIND_FIGURES));
            return true;
        }
        self.is_kept_down(key, action, now)
    }

    pub(super) fn press(&mut self, key: Key, now: &Moment) -> Vec<Effect> {
        let Some(action) = keymap::action(self.context(), key) else {
            self.presses.idle();
            return vec![];
        };
        if self.is_held_back(key, action, now) {
            return vec![];
        }
        let step = match action {
            Action::Quit => return self.quit_or_stay(),
            Action::HowToQuit => Step::Say(Said::plain(match self.recording.state() {
                Some(Writing::Failed(_)) => said::ANSWER_FIRST,
                _ if self.access == Access::Rehearsal => rehearsal::HOW_TO_QUIT,
                _ => said::HOW_TO_QUIT,
            })),
            Action::AlreadySaved if self.urn_in_hand().is_some() => Step::Say(Said::plain(at_the_urn::NOT_SAVED)),
            Action::AlreadySaved => Step::Say(Said::plain(match self.access {
                Access::Rehearsal => rehearsal::ALREADY_SAVED,
                _ => said::ALREADY_SAVED,
            })),
            Action::WhereWeAre => Step::Say(Said::plain(self.where_we_are().join(" "))),
            Action::Retry => return self.once_more().into_iter().map(Effect::Record).collect(),
            Action::GoElsewhere => return self.go_on_elsewhere(now),
            Action::WriteAnew => return self.write_anew(),
            Action::PutBack => return self.ask_to_put_back(now),
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
                self.panels.push(Panel::Movement(Movement::default()));
                Step::Stay
            }
            Action::Journal => {
                self.open_journal();
                Step::Stay
            }
            Action::GoBack => {
                self.ask_to_go_back(now);
                Step::Stay
            }
            Action::Confirm if matches!(self.panels.last(), Some(Panel::Journal(_))) => return self.go_back(now),
            Action::Display => {
                self.panels.push(Panel::Display(DisplayPanel::default()));
                Step::Stay
            }
            Action::Commands => Step::Begin(vec![]),
            Action::Why => {
                self.panels.push(Panel::Why(self.why()));
                Step::Stay
            }
            // The key that shows a paper writes them all in the preview: pressed twice, or kept down, it shows one.
            Action::WritePapers if now.elapsed_ms < self.papers_held_until_ms => {
                self.papers_held_until_ms = now.elapsed_ms + PAPERS_HELD_MS;
                Step::Say(Said::plain(said::PAPERS_NOT_YET))
            }
            Action::WritePapers => return self.write_papers(),
            // Of a vote that is over no way is chosen any more: its paper is looked at.
            Action::Paper | Action::Ways if action == Action::Paper || self.is_only_looked_at() => {
                let notes = self.notebook.notes();
                let preview = match self.met {
                    Met::OnAScreen => Preview::of,
                    Met::LineByLine => Preview::aloud,
                };
                let preview = preview(self.report_in_front(), self.sitting(), &self.phrases, &notes);
                self.panels.push(Panel::Paper(preview));
                if key == Key::Ctrl('p') {
                    self.papers_held_until_ms = now.elapsed_ms + PAPERS_HELD_MS;
                }
                return vec![Effect::ReadNotes];
            }
            Action::Notes => return self.open_notes(),
            Action::Confirm if matches!(self.panels.last(), Some(Panel::Closing)) => {
                Step::Ask(Command::Close { at: None, notes: NoteSums::new() })
            }
            Action::Confirm if matches!(self.panels.last(), Some(Panel::Adjourning)) => {
                Step::Ask(Command::Adjourn { at: None, notes: NoteSums::new() })
            }
            _ if matches!(self.panels.last(), Some(Panel::Notes(_))) => return self.note(action, key, now),
            _ => self.step(action, key),
        };
        self.perform(step, now)
    }

    /// Where the record is, if not at its place; where the sitting is: who is there, the quorum, the report, its figures and what is to be proclaimed; a line each.
    #[must_use]
    pub fn where_we_are(&self) -> Vec<String> {
        let sitting = self.history.sitting();
        let open = sitting.floor().map(|floor| VoteScreen::on(floor.report.id.clone(), floor.on.cloned()));
        let shown = self.vote.as_ref().filter(|_| self.place == Place::Vote).or(open.as_ref());
        let shown = shown.map(|vote| (vote.shown(), vote.on.as_ref()));
        let record = self.sheltered.as_ref().map(|record| shelter::where_it_is(&record.place, &record.here));
        record.into_iter().chain(where_we_are::lines(sitting, shown, &self.phrases)).collect()
    }

    /// When nothing else is said, the next notice is.
    pub(super) fn say_next_notice(&mut self) {
        if self.said.is_none() {
            self.said = self.notices.pop_front().map(Said::plain);
        }
    }

    /// Whether Backspace is the key that has just erased the search, kept down.
    fn is_kept_down(&mut self, key: Key, action: Action, now: &Moment) -> bool {
        let erased_at = self.erased_at_ms.take();
        let in_memory = self.takes_back_what_is_in_memory();
        if key == Key::Backspace && (action == Action::Erase || (action == Action::TakeBack && in_memory)) {
            self.erased_at_ms = Some(now.elapsed_ms);
        }
        let held = key == Key::Backspace
            && (action == Action::Undo || (action == Action::TakeBack && !in_memory))
            && erased_at.is_some_and(|at| now.elapsed_ms.saturating_sub(at) < ERASE_HELD_MS);
        if held {
            self.erased_at_ms = Some(now.elapsed_ms);
        }
        held
    }
}

fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }).collect()
}
