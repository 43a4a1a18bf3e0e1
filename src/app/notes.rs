//! The notes of a report (F2): what is said and by whom, typed beside the vote. No key here ever votes.

pub mod keeping;
pub mod rows;
mod speaker;

use crate::council::id::ReportId;
use crate::council::notes::LONGEST;
use crate::council::plain::Hidden;
use crate::french::screen::notes as words;

use super::keymap::Action;
use super::step::Said;
use super::{App, Effect, Key, Lost, Moment, Panel, Size, View};
use rows::{after, before, place_at, place_of, rows};
use speaker::Speaker;

/// From how many columns on the notes stand beside the vote instead of over it.
pub const ROOM_BESIDE: u16 = 110;

/// The columns of the panel of notes in a window of that size.
#[must_use]
pub fn panel_columns(size: Size) -> u16 {
    // The names of the vote keep enough room not to be broken.
    if size.columns >= ROOM_BESIDE { size.columns * 13 / 30 } else { size.columns }
}

/// The columns of their text: less the frame, air on both sides, and the caret behind the last letter.
#[must_use]
pub fn text_columns(size: Size) -> usize {
    usize::from(panel_columns(size)).saturating_sub(5)
}

/// The panel of the notes of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesPanel {
    /// Whose notes.
    pub report: ReportId,
    /// Where the next letter comes, in bytes from the beginning.
    pub caret: usize,
    /// How many rows are scrolled away.
    pub scroll: usize,
    /// The column that « up » and « down » keep to.
    goal: Option<usize>,
    speaker: Option<Speaker>,
}

impl NotesPanel {
    fn of(report: ReportId, text: &str) -> Self {
        Self { report, caret: text.len(), scroll: 0, goal: None, speaker: None }
    }

    /// How many rows of text a window of that size shows, at least.
    #[must_use]
    pub fn rows_shown(size: Size) -> usize {
        usize::from(size.rows).saturating_sub(10)
    }

    /// Moves the caret.
    fn go(&mut self, action: Action, text: &str, size: Size) {
        let laid = rows(text, text_columns(size));
        let (row, column) = place_of(text, &laid, self.caret);
        let page = Self::rows_shown(size).saturating_sub(1);
        let last = laid.len().saturating_sub(1);
        let by_rows = match action {
            Action::Up => Some(row.saturating_sub(1)),
            Action::Down => Some((row + 1).min(last)),
            Action::PageUp => Some(row.saturating_sub(page)),
            Action::PageDown => Some((row + page).min(last)),
            _ => None,
        };
        if let Some(to) = by_rows {
            let goal = *self.goal.get_or_insert(column);
            self.caret = laid.get(to).map_or(self.caret, |row| place_at(text, *row, goal));
            return;
        }
        self.goal = None;
        self.caret = match (action, laid.get(row)) {
            (Action::Left, _) => before(text, self.caret),
            (Action::Right, _) => after(text, self.caret),
            (Action::First, Some(row)) => row.start,
            (Action::Last, Some(row)) => place_at(text, *row, usize::MAX),
            _ => self.caret,
        };
    }

    /// Writes at the caret: all of it, or nothing, and then what to say.
    fn write(&mut self, more: &str, text: &mut String) -> Result<(), Said> {
        self.speaker = None;
        self.goal = None;
        if text.len() + more.len() > LONGEST {
            return Err(Said::refused(words::TOO_LONG));
        }
        text.insert_str(self.caret, more);
        self.caret += more.len();
        Ok(())
    }

    /// Takes away what stands between a place and the caret, or the caret and a place.
    fn erase(&mut self, to: usize, text: &mut String) {
        let (from, to) = (self.caret.min(to), self.caret.max(to));
        text.replace_range(from..to, "");
        self.caret = from;
        self.goal = None;
        self.speaker = None;
    }

    /// Puts a member's name for the letters before the caret; the next one when it is asked again.
    fn name(&mut self, text: &mut String, view: &View) -> Option<Said> {
        let again = self.speaker.take().and_then(|mut speaker| speaker.next(self.caret).then_some(speaker));
        let Some(mut speaker) = again.or_else(|| Speaker::begin(text, self.caret, view)) else {
            return Some(Said::plain(words::NOBODY));
        };
        if text.len() + 300 > LONGEST {
            return Some(Said::refused(words::TOO_LONG));
        }
        self.caret = speaker.write(text, view);
        self.goal = None;
        let said = speaker.which().map(|(which, of)| Said::plain(words::named(which, of)));
        self.speaker = Some(speaker);
        said
    }

    /// Keeps the caret in sight, and where it was in a text that changed under it.
    fn follow(&mut self, old: &str, text: &str) {
        let tail = old.get(self.caret..).unwrap_or_default();
        if old != text {
            self.speaker = None;
            self.caret = if text.ends_with(tail) { text.len() - tail.len() } else { self.caret.min(text.len()) };
            while !text.is_char_boundary(self.caret) {
                self.caret -= 1;
            }
        }
    }

    fn scroll_to_the_caret(&mut self, text: &str, size: Size) {
        let (row, _) = place_of(text, &rows(text, text_columns(size)), self.caret);
        let shown = Self::rows_shown(size).max(1);
        self.scroll = self.scroll.clamp((row + 1).saturating_sub(shown), row);
    }
}

/// A text as the notes take it: line feeds alone, a tab as spaces, nothing that nobody would see. And how much was left out.
fn seen(text: &str) -> (String, usize) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ");
    let kept: String = text.chars().filter(|c| *c == '\n' || Hidden::of(*c).is_none()).collect();
    let left_out = text.chars().count() - kept.chars().count();
    (kept, left_out)
}

/// What waits until the notes are saved.
#[derive(Clone, Debug)]
pub(super) enum Afterwards {
    /// She leaves.
    Quit,
    /// Something is asked of the sitting that records what the notes are: what, the reasons given, when.
    Ask(Box<(crate::council::command::Command, crate::council::decide::Reasons, Moment)>),
}

impl App {
    /// Opens the notes of the report in front of her, and reads them anew.
    pub(super) fn open_notes(&mut self) -> Vec<Effect> {
        let Some(report) = self.report_in_front() else {
            self.said = Some(Said::plain(words::NO_REPORT));
            return vec![];
        };
        let text = self.notebook.text(&report);
        let mut panel = NotesPanel::of(report.clone(), text);
        panel.scroll_to_the_caret(text, self.size);
        self.panels.push(Panel::Notes(panel));
        vec![Effect::ReadNotes]
    }

    /// Why the notes of that report are only looked at, if they are.
    fn why_not_typed(&self, report: &ReportId) -> Option<Said> {
        if let Some(refusal) = self.read_only() {
            return Some(refusal);
        }
        if self.sitting().settlement().is_some() {
            return Some(Said::refused(words::SETTLED));
        }
        self.notebook.unreadable(report).map(|why| Said::refused(words::not_typed(why)))
    }

    /// Whether the notes of that report may be typed.
    #[must_use]
    pub fn may_note(&self, report: &ReportId) -> bool {
        self.why_not_typed(report).is_none()
    }

    /// What a key does in the notes. None of it asks anything of the sitting.
    pub(super) fn note(&mut self, action: Action, key: Key, now: &Moment) -> Vec<Effect> {
        let Some(Panel::Notes(panel)) = self.panels.last() else { return vec![] };
        let report = panel.report.clone();
        match action {
            Action::Back => {
                self.panels.pop();
                return self.save_notes();
            }
            Action::SaveNotes => {
                let failed = self.notebook.failure().is_some();
                self.said = Some(Said::plain(if failed { words::TRIED_AGAIN } else { words::SAVED_BY_ITSELF }));
                return self.save_notes();
            }
            _ => {}
        }
        let types = matches!(
            action,
            Action::Write | Action::NewLine | Action::Erase | Action::EraseAhead | Action::NameSpeaker
        );
        if let Some(refusal) = self.why_not_typed(&report).filter(|_| types) {
            self.said = Some(refusal);
            return vec![];
        }
        let view = View {
            sitting: self.history.sitting(),
            directory: &self.directory,
            everyone: &self.everyone,
            seating: &self.seating,
            at_opening: &self.at_opening,
            size: self.size,
        };
        let Some(Panel::Notes(panel)) = self.panels.last_mut() else { return vec![] };
        if !types {
            panel.speaker = None;
            panel.go(action, self.notebook.text(&report), self.size);
            panel.scroll_to_the_caret(self.notebook.text(&report), self.size);
            return vec![];
        }
        let text = self.notebook.text_mut(&report);
        self.said = match action {
            Action::Write => key.text().and_then(|character| {
                let (more, _) = seen(character.encode_utf8(&mut [0; 4]));
                panel.write(&more, text).err()
            }),
            Action::NewLine => panel.write("\n", text).err(),
            Action::Erase => {
                panel.erase(before(text, panel.caret), text);
                None
            }
            Action::EraseAhead => {
                panel.erase(after(text, panel.caret), text);
                None
            }
            _ => panel.name(text, &view),
        };
        panel.scroll_to_the_caret(text, self.size);
        self.notebook.typed(now.elapsed_ms);
        vec![]
    }

    /// Pasted text goes into the notes as it stands, several lines included.
    pub(super) fn paste_notes(&mut self, pasted: &str, now: &Moment) {
        let Some(Panel::Notes(panel)) = self.panels.last() else { return };
        let report = panel.report.clone();
        self.said = self.why_not_typed(&report);
        if self.said.is_some() {
            return;
        }
        let (more, left_out) = seen(pasted);
        let Some(Panel::Notes(panel)) = self.panels.last_mut() else { return };
        let text = self.notebook.text_mut(&report);
        self.said = match panel.write(&more, text) {
            Err(refusal) => Some(refusal),
            Ok(()) => (left_out > 0).then(|| Said::plain(words::left_out(left_out))),
        };
        panel.scroll_to_the_caret(text, self.size);
        self.notebook.typed(now.elapsed_ms);
    }

    /// Saves what is typed and not on the disk yet.
    pub(super) fn save_notes(&mut self) -> Vec<Effect> {
        if self.access.may_write() { self.notebook.save_all() } else { vec![] }
    }

    /// Saves the notes whose time has come, and tries again those that failed.
    pub(super) fn save_notes_in_time(&mut self, now: &Moment) -> Vec<Effect> {
        let is_due = self.notebook.due_ms().is_some_and(|due| due <= now.elapsed_ms);
        if is_due || self.notebook.failure().is_some() { self.save_notes() } else { vec![] }
    }

    /// Leaves, once the notes are on the disk. Asked again, it no longer waits for a disk that does not take them.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        if self.told_before_leaving.contains(&Lost::Notes) {
            return vec![Effect::Quit];
        }
        let effects = self.save_notes();
        if !self.notebook.is_saving() {
            return vec![Effect::Quit];
        }
        self.afterwards = Some(Afterwards::Quit);
        effects
    }

    /// Notes are on the disk, as they stand there now.
    pub(super) fn notes_saved(&mut self, stands: String) -> Vec<Effect> {
        let before = self.noted().map(str::to_owned);
        if let Some(report) = self.notebook.saved(stands) {
            self.said = Some(Said::refused(words::changed_elsewhere(&report)));
        }
        self.follow_the_text(before.as_deref());
        self.after_a_save()
    }

    /// Notes are not on the disk: they stay in memory, and the evening goes on.
    pub(super) fn notes_not_saved(&mut self, why: String) -> Vec<Effect> {
        self.notebook.not_saved(why);
        if matches!(self.afterwards, Some(Afterwards::Quit)) {
            self.afterwards = None;
            self.told_before_leaving.insert(Lost::Notes);
            self.said = Some(Said::refused(words::QUIT_ANYWAY));
        }
        self.after_a_save()
    }

    fn after_a_save(&mut self) -> Vec<Effect> {
        let effects = self.notebook.next();
        if !effects.is_empty() {
            return effects;
        }
        match self.afterwards {
            Some(Afterwards::Quit) => vec![Effect::Quit],
            Some(Afterwards::Ask(_)) => vec![Effect::SumNotes],
            None => self.papers_after_notes(),
        }
    }

    /// The notes as they stand on the disk, read anew.
    pub(super) fn notes_read(
        &mut self,
        notes: &crate::council::notes::Notes,
        unreadable: std::collections::BTreeMap<ReportId, String>,
        remarks: Vec<String>,
    ) {
        let before = self.noted().map(str::to_owned);
        self.notebook.read(notes, unreadable);
        self.follow_the_text(before.as_deref());
        for remark in remarks {
            if self.remarked.insert(remark.clone()) {
                self.notices.push_back(remark);
            }
        }
        self.say_next_notice();
        let notes = self.notebook.notes();
        let sitting = self.history.sitting();
        for panel in &mut self.panels {
            if let Panel::Paper(preview) = panel {
                preview.compose(sitting, &notes);
            }
        }
    }

    /// The text of the notes on the screen.
    fn noted(&self) -> Option<&str> {
        self.panels.iter().find_map(|panel| match panel {
            Panel::Notes(panel) => Some(self.notebook.text(&panel.report)),
            _ => None,
        })
    }

    fn follow_the_text(&mut self, before: Option<&str>) {
        for panel in &mut self.panels {
            if let (Panel::Notes(panel), Some(before)) = (panel, before) {
                let text = self.notebook.text(&panel.report);
                panel.follow(before, text);
                panel.scroll_to_the_caret(text, self.size);
            }
        }
    }

    /// The notes, as they are typed.
    #[must_use]
    pub fn notebook(&self) -> &keeping::Notebook {
        &self.notebook
    }
}
