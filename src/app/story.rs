//! A story (*histoire*): an evening told in a text – what happens in the room, the keys, what the screen then shows.
//!
//! The same file is a test, a moving picture, a transcript and the guide of the rehearsal. It is read whole, with all its
//! mistakes at once, each with its line:
//!
//! ```text
//! # Une soirée ordinaire
//! fichier : exemple-commune.ron
//! heure : 18 h 04
//!
//! Tout le monde est là.
//! > Entrée
//! < Séance ouverte
//! ```
//!
//! Prose is what happens before the keys; `> ` types keys, by their names (`Entrée`, `F3`, `Ctrl-Z`) or their characters;
//! `< ` is a text that must stand on the screen after. Between guillemets, a text is typed with its spaces.

mod keys;
mod line;
#[cfg(test)]
mod tests;

pub use keys::{key_of, name_of};

use crate::council::hour::Hour;
use crate::french::screen::story as words;

use super::Key;
use line::Line;

/// An evening told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Its title.
    pub title: String,
    /// The session file, by its name in the folder of the examples.
    pub file: String,
    /// What is typed in the shell, when the story begins there: it is then told on the real program.
    pub command: Option<String>,
    /// Whether every key pressed must stand on the screen at that moment.
    pub keys_are_shown: bool,
    /// The name of its moving picture, if it makes one.
    pub film: Option<String>,
    /// What is typed and seen, in order.
    pub steps: Vec<Step>,
    /// What is told after the last keys.
    pub epilogue: Vec<String>,
}

/// Before, keys, after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Its line in the file: that of its keys.
    pub line: usize,
    /// The hour on the wall from now on, if it changes.
    pub hour: Option<Hour>,
    /// What happens in the room: paragraphs.
    pub prose: Vec<String>,
    /// What is typed, word by word; nothing where the screen is only looked at.
    pub typed: Vec<Typed>,
    /// What must be seen after.
    pub sights: Vec<Sight>,
    /// The name of the picture that is made of the screen after.
    pub picture: Option<String>,
    /// Whether the moving picture shows this screen where nothing moves.
    pub is_poster: bool,
}

impl Step {
    /// Its keys, one after another.
    pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
        self.typed.iter().flat_map(|typed| typed.keys.iter().copied())
    }
}

/// A word of a line of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// As it is written.
    pub word: String,
    /// The keys that it stands for.
    pub keys: Vec<Key>,
}

/// A text that must stand on the screen, or in a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// Its line in the file.
    pub line: usize,
    /// The text.
    pub text: String,
    /// The paper in which it must stand: its name on the command line, and the number of its report if it is of one. On the
    /// screen if none.
    pub paper: Option<String>,
}

/// What is wrong in a story, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, in French.
    pub sentence: String,
}

impl Mistake {
    /// « FILE, ligne 12 : … ».
    #[must_use]
    pub fn told(&self, file: &str) -> String {
        words::mistake(file, self.line, &self.sentence)
    }
}

/// Reads a story.
///
/// # Errors
/// Every mistake of the text, in the order of its lines.
pub fn read(text: &str) -> Result<Story, Vec<Mistake>> {
    let mut reader = Reader::default();
    for (number, row) in (1..).zip(text.lines()) {
        reader.number = number;
        match line::read(row, reader.begins_a_paragraph) {
            Ok(line) => reader.take(line),
            Err(sentence) => reader.wrong(sentence),
        }
    }
    reader.finish()
}

/// What is read so far.
#[derive(Debug, Default)]
struct Reader {
    story: Story,
    /// What is told before the next keys.
    next: Step,
    number: usize,
    begins_a_paragraph: bool,
    /// The paper that the texts are looked for in.
    paper: Option<String>,
    mistakes: Vec<Mistake>,
}

impl Reader {
    fn wrong(&mut self, sentence: impl Into<String>) {
        self.mistakes.push(Mistake { line: self.number, sentence: sentence.into() });
    }

    fn take(&mut self, line: Line) {
        if self.story.title.is_empty() {
            match line {
                Line::Empty => return,
                Line::Title(title) => self.story.title = title,
                _ => {
                    self.wrong(words::NO_TITLE);
                    // Said once: whatever comes first stands for the title.
                    words::NO_TITLE.clone_into(&mut self.story.title);
                    self.take(line);
                }
            }
            return;
        }
        self.begins_a_paragraph = line == Line::Empty;
        match line {
            Line::Empty => {
                if self.next.prose.last().is_some_and(|paragraph| !paragraph.is_empty()) {
                    self.next.prose.push(String::new());
                }
            }
            Line::Title(text) | Line::Prose(text) => self.tell(&text),
            Line::Keys(typed) => self.type_keys(typed),
            Line::Sight(text) => self.see(text),
            Line::Hour(hour) => self.next.hour = Some(hour),
            Line::File(name) => self.header(|story| story.file = name),
            Line::Command(text) => self.header(|story| story.command = Some(text)),
            Line::KeysAreShown => self.header(|story| story.keys_are_shown = true),
            Line::Film(name) => self.header(|story| story.film = Some(name)),
            Line::Picture(name) => self.after(|step| step.picture = Some(name)),
            Line::Poster => self.after(|step| step.is_poster = true),
            Line::Paper(name) => {
                self.paper = Some(name);
                self.after(|_| ());
            }
        }
    }

    fn header(&mut self, set: impl FnOnce(&mut Story)) {
        if self.story.steps.is_empty() {
            set(&mut self.story);
        } else {
            self.wrong(words::TOO_LATE);
        }
    }

    fn after(&mut self, set: impl FnOnce(&mut Step)) {
        match self.story.steps.last_mut() {
            Some(step) => set(step),
            None => self.wrong(words::NO_STEP),
        }
    }

    /// Adds a row of prose: to the paragraph that goes on, or a new one.
    fn tell(&mut self, text: &str) {
        match self.next.prose.last_mut() {
            Some(paragraph) if paragraph.is_empty() => text.clone_into(paragraph),
            Some(paragraph) => {
                paragraph.push(' ');
                paragraph.push_str(text);
            }
            None => self.next.prose.push(text.to_owned()),
        }
    }

    fn type_keys(&mut self, typed: Vec<Typed>) {
        let mut step = std::mem::take(&mut self.next);
        step.line = self.number;
        step.typed = typed;
        step.prose.retain(|paragraph| !paragraph.is_empty());
        self.paper = None;
        self.story.steps.push(step);
    }

    fn see(&mut self, text: String) {
        // Told, then seen, with no key between: the screen is only looked at.
        if self.story.steps.is_empty() || !self.next.prose.is_empty() {
            self.type_keys(vec![]);
        }
        let sight = Sight { line: self.number, text, paper: self.paper.clone() };
        self.after(|step| step.sights.push(sight));
    }

    fn finish(mut self) -> Result<Story, Vec<Mistake>> {
        self.next.prose.retain(|paragraph| !paragraph.is_empty());
        self.story.epilogue = std::mem::take(&mut self.next.prose);
        self.number = self.number.max(1);
        if self.story.title.is_empty() {
            self.wrong(words::NO_TITLE);
        }
        if self.story.file.is_empty() {
            self.wrong(words::NO_FILE);
        }
        if self.story.steps.iter().all(|step| step.typed.is_empty()) {
            self.wrong(words::NO_KEYS);
        }
        if self.mistakes.is_empty() { Ok(self.story) } else { Err(self.mistakes) }
    }
}
