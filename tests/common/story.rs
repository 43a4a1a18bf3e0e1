//! The stories of `tests/histoires/`, and how one is told to the program without a terminal: a key at a time, each looked at.
#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::fs;
use std::path::{Path, PathBuf};

use hemicycle::app::story::{Sight, Step, Story, name_of, read};
use hemicycle::app::{Effect, Key, Msg, keymap};
use hemicycle::council::id::ReportId;
use hemicycle::council::notes::Notes;
use hemicycle::council::phrases::Phrases;
use hemicycle::look::Look;
use hemicycle::papers::{Dressing, Format, Paper, Sources, compose, render};

use crate::evening::{Evening, docket};

/// The folder of the stories.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/histoires")
}

/// The names of the stories, in order.
pub fn names() -> Vec<String> {
    let files = fs::read_dir(folder()).expect("the stories").map(|entry| entry.expect("an entry").file_name());
    let names = files.filter_map(|file| {
        let name = file.to_str()?.strip_suffix(".txt")?.to_owned();
        (!name.contains('.')).then_some(name)
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// The story of that name; fails with all that is wrong in it.
pub fn story(name: &str) -> Story {
    let file = format!("{name}.txt");
    let text = fs::read_to_string(folder().join(&file)).expect("a story");
    read(&text).unwrap_or_else(|mistakes| {
        let told: Vec<String> = mistakes.iter().map(|mistake| mistake.told(&file)).collect();
        panic!("{}", told.join("\n"))
    })
}

/// An evening that follows a story, in a window of that size.
pub struct Teller {
    pub evening: Evening,
    columns: u16,
    rows: u16,
    /// What was not as told, each with its line.
    pub wrong: Vec<String>,
}

impl Teller {
    /// The laptop open on the story's session file, before its first step.
    pub fn new(story: &Story, columns: u16, rows: u16) -> Self {
        let mut evening = Evening::of(docket(&story.file));
        evening.resized(columns, rows);
        Self { evening, columns, rows, wrong: vec![] }
    }

    /// What happens before the keys.
    pub fn begin(&mut self, step: &Step) {
        if let Some(hour) = step.hour {
            self.evening.minute = u16::from(hour.hour()) * 60 + u16::from(hour.minute());
            self.evening.send(Msg::Tick);
        }
    }

    /// Types a key, if the table knows it where it is typed.
    pub fn key(&mut self, step: &Step, key: Key) {
        let context = self.evening.app.context();
        if keymap::action(context, key).is_none() {
            self.wrong.push(format!("ligne {} : « {} » ne fait rien ({context:?})", step.line, name_of(key)));
        }
        let effects = self.evening.effects.len();
        self.evening.key(key);
        if self.evening.effects[effects..].contains(&Effect::WritePapers) {
            self.evening.send(Msg::PapersWritten("Papiers écrits.".to_owned()));
        }
    }

    /// Plays a whole step, and looks at what must be seen after.
    pub fn play(&mut self, step: &Step) {
        self.begin(step);
        for key in step.keys() {
            self.key(step, key);
        }
        self.look(step);
    }

    /// Looks at what must be seen after a step.
    pub fn look(&mut self, step: &Step) {
        for sight in &step.sights {
            let text = match &sight.paper {
                None => self.evening.screen(self.columns, self.rows),
                Some(name) => self.paper(name),
            };
            if !shows(&text, &sight.text) {
                self.wrong.push(missing(sight, &text));
            }
        }
    }

    /// A paper as it stands now, as text.
    pub fn paper(&self, name: &str) -> String {
        let (name, report) = name.split_once(' ').unwrap_or((name, ""));
        let paper = match name {
            "pv" => Paper::Minutes,
            "abrégé" => Paper::ShortMinutes,
            "liste" => Paper::Examined,
            "présence" => Paper::AttendanceSheet,
            "relevé" => Paper::NominalRecord(ReportId::new(report)),
            _ => Paper::Deliberation(ReportId::new(report)),
        };
        let sitting = self.evening.app.sitting();
        let sources = Sources { sitting, seal: None, notes: &Notes::default(), phrases: &Phrases::default() };
        let document = compose(&sources, &paper).unwrap_or_else(|| panic!("no paper {name} {report}"));
        let dressing = Dressing { look: &Look::default(), attached: &[], model: None };
        String::from_utf8(render(&document, Format::Text, &dressing).expect("a paper").bytes).expect("text")
    }
}

fn missing(sight: &Sight, text: &str) -> String {
    format!("ligne {} : on ne voit pas « {} » :\n{text}", sight.line, sight.text)
}

/// Whether a text stands on a screen: whole words, whatever the lines, the frames, the leaders and the bars between them.
pub fn shows(screen: &str, text: &str) -> bool {
    stands(&plain(screen), &plain(text))
}

/// The same of two texts that are plain already.
pub fn stands(screen: &str, text: &str) -> bool {
    let is_word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let parts = |one: Option<char>, other: Option<char>| !(is_word(one) && is_word(other));
    screen.match_indices(text).any(|(at, _)| {
        let (before, after) = (&screen[..at], &screen[at + text.len()..]);
        parts(before.chars().next_back(), text.chars().next()) && parts(text.chars().next_back(), after.chars().next())
    })
}

/// The words alone, parted by one space.
pub fn plain(text: &str) -> String {
    let drawn = |character: char| matches!(character, '\u{2500}'..='\u{259f}');
    let spaced = text.replace("··", "").replace(|c: char| drawn(c) || c.is_whitespace(), " ");
    spaced.split_whitespace().filter(|word| *word != "·").collect::<Vec<_>>().join(" ")
}
