//! Where the record is when it is not at its place, and what can be done about an action that is not recorded.

use crate::council::history::Entry;
use crate::french::screen::shelter as words;

use super::step::{Said, Tone};
use super::{App, Effect, Met, Moment, Writing};

/// Why an action is not recorded, and what can be done besides trying again and giving it up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unrecorded {
    /// A French sentence.
    pub why: String,
    /// The séance may go on elsewhere.
    pub elsewhere: bool,
    /// The file may be written anew where another program took it away.
    pub anew: bool,
}

impl From<String> for Unrecorded {
    fn from(why: String) -> Self {
        Self { why, ..Self::default() }
    }
}

impl From<&str> for Unrecorded {
    fn from(why: &str) -> Self {
        why.to_owned().into()
    }
}

/// What is asked of the disk where it failed. Each carries the time, to be written beside what is done (RFC 3339).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rescue {
    /// Go on elsewhere, and record that entry there.
    Elsewhere {
        /// The entry.
        entry: Entry,
        /// The time.
        at: String,
    },
    /// Write the files anew that another program took away, then record that entry.
    Anew(Entry),
    /// Put the record back at its place.
    PutBack {
        /// The time.
        at: String,
    },
}

/// Where the record is while it is not at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheltered {
    /// The folder of the séance, which failed.
    pub place: String,
    /// The folder where it is recorded now.
    pub here: String,
    /// Its place is there again.
    pub is_back: bool,
}

impl App {
    /// Where the record is, if it is not at its place.
    #[must_use]
    pub fn sheltered(&self) -> Option<&Sheltered> {
        self.sheltered.as_ref()
    }

    /// The record goes on elsewhere; the sentence is said behind the action that waits for it.
    pub(super) fn shelter(&mut self, sheltered: Sheltered, sentence: String) {
        self.sheltered = Some(sheltered);
        if self.recording.is_writing() {
            self.alarm_behind = Some(sentence);
        } else {
            self.said = Some(Said { tone: Tone::Alarm, text: sentence });
        }
    }

    /// The place is there again.
    pub(super) fn place_is_back(&mut self) {
        let Some(sheltered) = &mut self.sheltered else { return };
        sheltered.is_back = true;
        // On a screen the banner says it too; what is only heard is said whatever was said before.
        if self.said.is_none() || self.met == Met::LineByLine {
            self.said = Some(Said::plain(words::IS_BACK));
        }
    }

    /// The record is at its place again; the notes that could not be saved there follow it.
    pub(super) fn put_back(&mut self, sentence: String) -> Vec<Effect> {
        self.sheltered = None;
        if self.recording.is_writing() {
            self.afterword = Some(sentence);
        } else {
            self.said = Some(Said::done(sentence));
        }
        self.save_notes()
    }

    /// It is not, and this is why.
    pub(super) fn not_put_back(&mut self, why: String) {
        if let Some(sheltered) = &mut self.sheltered {
            sheltered.is_back = false;
        }
        self.said = Some(Said::refused(why));
    }

    /// Asks for the record to be put back at its place.
    pub(super) fn ask_to_put_back(&mut self, now: &Moment) -> Vec<Effect> {
        if self.sheltered.is_none() {
            self.said = Some(Said::plain(words::AT_ITS_PLACE));
            return vec![];
        }
        self.said = Some(Said::plain(words::PUTTING_BACK));
        vec![rescue(Rescue::PutBack { at: now.stamp.clone() })]
    }

    /// The action that is not recorded is recorded elsewhere.
    pub(super) fn go_on_elsewhere(&mut self, now: &Moment) -> Vec<Effect> {
        let at = now.stamp.clone();
        self.once_more().into_iter().map(|entry| rescue(Rescue::Elsewhere { entry, at: at.clone() })).collect()
    }

    /// The files that were taken away are written anew, and the action behind them.
    pub(super) fn write_anew(&mut self) -> Vec<Effect> {
        self.once_more().into_iter().map(|entry| rescue(Rescue::Anew(entry))).collect()
    }

    /// The action that failed, to be tried again. Enter pressed twice on its panel would proclaim what lies below.
    pub(super) fn once_more(&mut self) -> Option<Entry> {
        self.answered = true;
        self.recording.again()
    }

    /// Whether an action could not be recorded, and waits for her answer.
    pub(super) fn has_failed(&self) -> bool {
        matches!(self.recording.state(), Some(Writing::Failed(_)))
    }
}

fn rescue(rescue: Rescue) -> Effect {
    Effect::Rescue(rescue)
}
