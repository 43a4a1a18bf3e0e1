//! The whole program without a terminal, a disk or a clock: keys in, screens out.
#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use hemicycle::app::shelter::Rescue;
use hemicycle::app::{Access, App, Effect, Key, Moment, Msg};
use hemicycle::council::docket::Docket;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::notes::{NoteSums, Notes, normal};
use hemicycle::council::tally::Tally;
use hemicycle::store::session_file;
use hemicycle::tui::{self, theme::Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What becomes of an entry to be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disk {
    /// It is recorded at once.
    Prompt,
    /// It is neither recorded nor refused until the test says so.
    Held,
    /// It is refused.
    Refusing,
}

/// An evening at the laptop.
#[derive(Clone)]
pub struct Evening {
    pub app: App,
    pub disk: Disk,
    /// Milliseconds since the program began.
    pub elapsed_ms: u64,
    /// Minutes since midnight on the wall.
    pub minute: u16,
    /// Milliseconds between two keys.
    pub pace_ms: u64,
    /// Whether the clock is on the sitting's day.
    pub on_the_day: bool,
    /// The entries that were given to the disk, and quits.
    pub effects: Vec<Effect>,
    /// The notes on the disk.
    pub notes: Notes,
}

/// The docket of a session file in `sessions/`.
pub fn docket(name: &str) -> Arc<Docket> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(name);
    session_file::load(&path).unwrap_or_else(|unread| panic!("{unread:?}")).docket
}

impl Evening {
    /// The made-up commune, before its roll call.
    pub fn commune() -> Self {
        Self::of(docket("exemple-commune.ron"))
    }

    /// The made-up commune, opened, on its first report.
    pub fn first_vote() -> Self {
        let mut evening = Self::commune();
        evening.keys("<enter> <enter>");
        evening
    }

    /// The made-up commune on its seventh report: some are against, some abstain, a carried voice parts from its holder.
    pub fn tariffs() -> Self {
        let mut evening = Self::first_vote();
        evening.minute = 18 * 60 + 12;
        evening.keys(&"<enter> ".repeat(6));
        evening.minute = 20 * 60 + 17;
        evening.keys("bois , evr , carp ; guer ; goff : hame <enter> <down> , <esc>");
        evening
    }

    /// A sitting, before its roll call.
    pub fn of(docket: Arc<Docket>) -> Self {
        Self::with(docket, Access::Write, &[])
    }

    /// A sitting, before its roll call.
    pub fn with(docket: Arc<Docket>, access: Access, notices: &[String]) -> Self {
        let app = App::new(History::new(docket), access, notices);
        let mut evening = Self {
            app,
            disk: Disk::Prompt,
            elapsed_ms: 10_000,
            minute: 18 * 60 + 4,
            pace_ms: 1_000,
            on_the_day: true,
            effects: vec![],
            notes: Notes::default(),
        };
        evening.resized(120, 40);
        evening
    }

    pub fn now(&self) -> Moment {
        let (hour, minute) = (self.minute / 60, self.minute % 60);
        Moment {
            elapsed_ms: self.elapsed_ms,
            stamp: format!("2025-03-03T{hour:02}:{minute:02}:00+01:00"),
            hour: Hour::new(u8::try_from(hour).unwrap(), u8::try_from(minute).unwrap()).unwrap(),
            on_the_day: self.on_the_day,
        }
    }

    /// Types keys: letters and signs as they stand, others by name: `aub , <enter>`. Spaces only part them.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in parse(keys) {
            self.key(key);
        }
        self
    }

    pub fn key(&mut self, key: Key) {
        self.elapsed_ms += self.pace_ms;
        self.send(Msg::Key(key));
    }

    pub fn resized(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.send(Msg::Resized { columns, rows });
        self
    }

    /// Sends a message and answers what it asks of the disk.
    pub fn send(&mut self, msg: Msg) {
        let mut messages = vec![msg];
        while let Some(msg) = messages.pop() {
            let now = self.now();
            for effect in self.app.update(msg, &now) {
                match (&effect, self.disk) {
                    (_, Disk::Held) | (Effect::Quit | Effect::WritePapers, _) => {}
                    (Effect::Project(control), Disk::Prompt) => messages.push(Msg::Projected(*control)),
                    (Effect::Project(_), Disk::Refusing) => {
                        messages.push(Msg::NotProjected("Le disque est plein.".to_owned()));
                    }
                    (Effect::Rescue(Rescue::PutBack { .. }), Disk::Prompt) => {
                        messages.push(Msg::PutBack("La séance est de nouveau enregistrée à sa place.".into()));
                    }
                    (Effect::Rescue(Rescue::PutBack { .. }), Disk::Refusing) => {
                        messages.push(Msg::NotPutBack("Le disque est plein.".into()));
                    }
                    (Effect::Record(_) | Effect::Rescue(_), Disk::Prompt) => messages.push(Msg::Recorded),
                    (Effect::Record(_) | Effect::Rescue(_), Disk::Refusing) => {
                        messages.push(Msg::NotRecorded("Le disque est plein.".into()));
                    }
                    (Effect::SaveNotes { .. }, Disk::Refusing) => {
                        messages.push(Msg::NotesNotSaved("Le disque est plein.".to_owned()));
                    }
                    (Effect::SaveNotes { report, text, .. }, Disk::Prompt) => {
                        self.notes.set(report.clone(), text.clone());
                        messages.push(Msg::NotesSaved(normal(text)));
                    }
                    (Effect::ReadNotes, _) => {
                        let notes = self.notes.clone();
                        messages.push(Msg::NotesRead { notes, unreadable: BTreeMap::new(), remarks: vec![] });
                    }
                    (Effect::SumNotes, _) => messages.push(Msg::NotesSummed(self.sums())),
                }
                self.effects.push(effect);
            }
        }
    }

    /// What stands for the sums of the notes on the disk: the text itself.
    fn sums(&self) -> NoteSums {
        self.notes.iter().map(|(report, text)| (report.clone(), text.to_owned())).collect()
    }

    /// How many times notes were given to the disk.
    pub fn saves(&self) -> usize {
        self.effects.iter().filter(|effect| matches!(effect, Effect::SaveNotes { .. })).count()
    }

    /// How many entries were given to the disk.
    pub fn records(&self) -> usize {
        self.effects.iter().filter(|effect| matches!(effect, Effect::Record(_))).count()
    }

    /// The entry given to the disk last.
    pub fn last_record(&self) -> Option<&Entry> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Record(entry) => Some(entry),
            _ => None,
        })
    }

    pub fn said(&self) -> String {
        self.app.said().map(|said| said.text.clone()).unwrap_or_default()
    }

    /// The figures of a report, open or done.
    pub fn tally(&self, report: &str) -> Tally {
        Tally::of(self.app.sitting().progress(&ReportId::new(report)).expect("the report is opened").vote())
            .expect("figures")
    }

    /// The report whose vote is being taken.
    pub fn open_report(&self) -> Option<String> {
        self.app.sitting().open_report().map(|(report, _)| report.id.to_string())
    }

    /// The cells of the screen.
    pub fn cells(&self, columns: u16, rows: u16, theme: Theme) -> Buffer {
        let mut app = self.app.clone();
        app.update(Msg::Resized { columns, rows }, &self.now());
        app.catch_up();
        let area = Rect::new(0, 0, columns, rows);
        let mut cells = Buffer::empty(area);
        tui::paint(&mut cells, area, &app, theme);
        cells
    }

    /// The glyphs of the screen, a line a row.
    pub fn screen(&self, columns: u16, rows: u16) -> String {
        glyphs(&self.cells(columns, rows, Theme::new(true)))
    }
}

/// A member of the made-up commune.
pub fn member(id: &str) -> MemberId {
    MemberId::new(id)
}

/// The glyphs, a line a row, without the spaces at the ends.
pub fn glyphs(cells: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..cells.area.height {
        let mut line = String::new();
        let mut skip = 0;
        for x in 0..cells.area.width {
            let symbol = cells[(x, y)].symbol();
            if skip == 0 {
                line.push_str(symbol);
                skip = tui::text::width(symbol).max(1);
            }
            skip -= 1;
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Keys as they are written in tests.
pub fn parse(keys: &str) -> Vec<Key> {
    keys.split_whitespace()
        .flat_map(|word| match word.strip_prefix('<').and_then(|word| word.strip_suffix('>')) {
            Some(name) => vec![named(name)],
            None => word.chars().map(Key::Char).collect(),
        })
        .collect()
}

fn named(name: &str) -> Key {
    match name {
        "enter" => Key::Enter,
        "backspace" => Key::Backspace,
        "delete" => Key::Delete,
        "esc" => Key::Escape,
        "tab" => Key::Tab,
        "up" => Key::Up,
        "down" => Key::Down,
        "left" => Key::Left,
        "right" => Key::Right,
        "home" => Key::Home,
        "end" => Key::End,
        "pageup" => Key::PageUp,
        "pagedown" => Key::PageDown,
        "space" => Key::Char(' '),
        other => match (other.strip_prefix("ctrl-"), other.strip_prefix('f')) {
            (Some(letter), _) => Key::Ctrl(letter.chars().next().expect("a letter")),
            (None, Some(number)) => Key::Function(number.parse().expect("a number")),
            (None, None) => panic!("no key is called {other}"),
        },
    }
}
