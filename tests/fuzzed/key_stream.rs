//! Any keys on any screen of any séance, on a disk that takes, refuses or keeps waiting: nothing panics, what is shown is
//! what is on the disk, and nothing is recorded where it may not be.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use hemicycle::app::keymap;
use hemicycle::app::shelter::{Rescue, Sheltered, Unrecorded};
use hemicycle::app::{Access, App, Effect, Key, Moment, Msg};
use hemicycle::council::docket::Docket;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::hour::Hour;
use hemicycle::council::id::MemberId;
use hemicycle::council::notes::{Notes, normal};
use hemicycle::linear::Speaker;
use hemicycle::tui::{self, theme::Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::clean::is_clean;
use crate::draws::Draws;
use crate::keyboard::{KEYS, LETTERS, PASTES, SIZES, stroke};
use crate::samples::{SESSIONS, docket};

/// What came of some keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Came {
    /// How many entries were recorded.
    pub recorded: u64,
    /// How many were refused by the disk.
    pub refused: u64,
}

/// What the disk does with what it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    Prompt,
    Held,
    Refusing,
}

const MOODS: &[Mood] = &[Mood::Prompt, Mood::Prompt, Mood::Prompt, Mood::Prompt, Mood::Held, Mood::Refusing];

struct Evening {
    app: App,
    /// What is on the disk.
    kept: History,
    notes: Notes,
    asked: VecDeque<Effect>,
    mood: Mood,
    elapsed_ms: u64,
    minute: u16,
    on_the_day: bool,
    /// The entry that the disk refused last: tried again, it is the same.
    refused: Option<Entry>,
    may_write: bool,
    is_seen_again: bool,
    speaker: Option<Speaker>,
    came: Came,
}

/// The bytes: the séance, who may write in it and how it is met, then what happens, one thing after another.
pub fn holds(bytes: &[u8]) -> Came {
    let mut draws = Draws::of(bytes);
    let docket = docket(draws.below(SESSIONS.len() * 2) % SESSIONS.len());
    let mut evening = Evening::begun(docket, &mut draws);
    if draws.once_in(2) {
        // Opened, on its first report.
        evening.key(Key::Enter);
        evening.key(Key::Enter);
    }
    let mut step = 0_u32;
    while !draws.is_over() {
        evening.step(&mut draws);
        step += 1;
        if step.is_multiple_of(8) {
            evening.is_drawn(&mut draws);
        }
    }
    evening.is_drawn(&mut draws);
    evening.send(Msg::Ending);
    evening.reads_back();
    evening.came
}

impl Evening {
    fn begun(docket: Arc<Docket>, draws: &mut Draws) -> Self {
        let kept = History::new(docket);
        let kind = draws.below(8);
        let why = || "ouverte ailleurs".to_owned();
        let access = match kind {
            0 => Access::ReadOnly { why: why() },
            1 => Access::Rehearsal,
            _ => Access::Write,
        };
        let may_write = access.may_write();
        let notices = ["Un avis.".to_owned(), "Un autre.".to_owned()];
        let mut app = App::new(kept.clone(), access, &notices[..draws.below(3)]);
        let met = draws.below(8);
        if met == 0 {
            app = app.read_aloud();
        }
        if met == 1 {
            app = app.greeted();
        }
        let speaker = (met == 0).then(Speaker::default);
        Self {
            app,
            kept,
            notes: Notes::default(),
            asked: VecDeque::new(),
            mood: Mood::Prompt,
            elapsed_ms: 10_000,
            minute: 18 * 60,
            on_the_day: !draws.once_in(8),
            refused: None,
            may_write,
            is_seen_again: false,
            speaker,
            came: Came::default(),
        }
    }

    fn now(&self) -> Moment {
        let minute = self.minute % (24 * 60);
        let [hour, minute] = [minute / 60, minute % 60].map(|part| u8::try_from(part).expect("of a day"));
        Moment {
            elapsed_ms: self.elapsed_ms,
            stamp: format!("2025-03-03T{hour:02}:{minute:02}:00+01:00"),
            hour: Hour::new(hour, minute).expect("of a day"),
            on_the_day: self.on_the_day,
        }
    }

    fn step(&mut self, draws: &mut Draws) {
        match draws.byte() {
            // A key that means something here.
            0..=0x8f => {
                let rows: Vec<_> = keymap::rows(self.app.context()).collect();
                let key = if rows.is_empty() { Key::Enter } else { stroke(draws.one(&rows).strokes, draws) };
                self.key(key);
            }
            0x90..=0xa7 => self.key(draws.one(KEYS)),
            0xa8..=0xc7 => self.key(Key::Char(draws.one(LETTERS))),
            0xc8..=0xcf => self.elapsed_ms += draws.one(&[1, 399, 500, 2_000, 70_000]),
            0xd0..=0xd3 => {
                self.minute = self.minute.wrapping_add(u16::from(draws.byte()));
                self.elapsed_ms += 60_000;
                self.send(Msg::Tick);
            }
            0xd4..=0xdb => {
                let (columns, rows) = draws.one(SIZES);
                self.send(Msg::Resized { columns, rows });
            }
            0xdc..=0xdf => self.send(Msg::Paste(draws.one(PASTES).to_owned())),
            0xe0..=0xe6 => self.mood = draws.one(MOODS),
            0xe7..=0xf0 => self.answer_one(draws.once_in(3)),
            0xf1 => self.point(draws),
            0xf2 => self.send(Msg::StillWriting),
            0xf3 => self.send(Msg::Warned("La seconde copie ne peut plus être écrite.".to_owned())),
            0xf4 => self.send(Msg::Ending),
            0xf7 => self.send(sheltered()),
            0xf8 => self.send(Msg::PlaceIsBack),
            0xf5 => self.see_again(draws),
            // The notes were changed by another editor.
            0xf6 => {
                let report = self.kept.docket().agenda.reports().next().map(|report| report.id.clone());
                if let Some(report) = report {
                    self.notes.set(report, draws.one(PASTES).to_owned());
                }
            }
            _ => self.key(Key::Enter),
        }
    }

    fn key(&mut self, key: Key) {
        self.elapsed_ms += 450;
        self.send(Msg::Key(key));
    }

    fn point(&mut self, draws: &mut Draws) {
        let members: Vec<MemberId> = self.kept.docket().roster.everyone().map(|member| member.id.clone()).collect();
        if !members.is_empty() {
            let member = members[draws.below(members.len())].clone();
            self.send(Msg::SeatPointed(member));
        }
    }

    fn see_again(&mut self, draws: &mut Draws) {
        // One that is seen again records nothing, so the rest of the bytes look at it.
        if !self.is_seen_again && self.asked.is_empty() && draws.once_in(4) {
            let speed = draws.one(&[0, 1, 20, 1_000, u16::MAX]);
            self.app = App::seen_again(self.kept.clone(), speed, &self.now());
            self.is_seen_again = true;
        }
    }

    fn send(&mut self, msg: Msg) {
        let may_record = match &msg {
            // Nothing is recorded in a window in which the vote cannot be seen, save what was asked before it shrank.
            Msg::Key(_) => !self.app.is_too_small(),
            Msg::Recorded | Msg::NotesSummed(_) | Msg::NotesSaved(_) | Msg::NotesNotSaved(_) => true,
            _ => false,
        };
        let told = msg.clone();
        let effects = self.app.update(msg, &self.now());
        for effect in effects {
            if let Some(entry) = to_record(&effect) {
                assert!(may_record, "{told:?} records {entry:?}");
                assert!(self.may_write && !self.is_seen_again, "recorded where nothing may be: {entry:?}");
                let waits = self.asked.iter().any(|effect| to_record(effect).is_some());
                assert!(!waits, "decided before what was asked last is on the disk: {entry:?}");
                let tried = self.refused.take();
                let is_again = tried.as_ref() == Some(entry);
                // Asked of the state that is on the disk: nothing else would be read back.
                assert!(is_again || self.kept.clone().push(entry.clone()).is_ok(), "{entry:?}");
            }
            if matches!(effect, Effect::SaveNotes { .. }) {
                assert!(self.may_write && !self.is_seen_again, "notes saved where nothing may be");
            }
            if !matches!(effect, Effect::Quit) {
                self.asked.push_back(effect);
            }
        }
        self.is_what_is_kept();
        if self.mood != Mood::Held {
            while !self.asked.is_empty() {
                self.answer_one(self.mood == Mood::Refusing);
            }
        }
    }

    /// The disk answers what was asked of it first.
    fn answer_one(&mut self, refuses: bool) {
        let Some(effect) = self.asked.pop_front() else { return };
        let full = || "Le disque est plein.".to_owned();
        let answer = match effect {
            Effect::Record(entry) | Effect::Rescue(Rescue::Elsewhere { entry, .. } | Rescue::Anew(entry))
                if refuses =>
            {
                self.came.refused += 1;
                self.refused = Some(entry);
                // What may be done besides is another thing each time.
                let (elsewhere, anew) = (self.came.refused % 3 == 1, self.came.refused % 4 == 1);
                Msg::NotRecorded(Unrecorded { why: full(), elsewhere, anew })
            }
            Effect::Record(entry) | Effect::Rescue(Rescue::Anew(entry)) => {
                self.keep(entry);
                Msg::Recorded
            }
            Effect::Rescue(Rescue::Elsewhere { entry, .. }) => {
                self.send(sheltered());
                self.keep(entry);
                Msg::Recorded
            }
            Effect::Rescue(Rescue::PutBack { .. }) if refuses => Msg::NotPutBack(full()),
            Effect::Rescue(Rescue::PutBack { .. }) => Msg::PutBack("Remis à sa place.".to_owned()),
            Effect::SaveNotes { .. } if refuses => Msg::NotesNotSaved(full()),
            Effect::SaveNotes { report, text, .. } => {
                self.notes.set(report, text.clone());
                Msg::NotesSaved(normal(&text))
            }
            Effect::ReadNotes => {
                let unreadable = match self.kept.docket().agenda.reports().next() {
                    Some(report) if refuses => BTreeMap::from([(report.id.clone(), full())]),
                    _ => BTreeMap::new(),
                };
                Msg::NotesRead { notes: self.notes.clone(), unreadable, remarks: vec!["Une remarque.".to_owned()] }
            }
            Effect::SumNotes => {
                Msg::NotesSummed(self.notes.iter().map(|(report, text)| (report.clone(), text.to_owned())).collect())
            }
            Effect::Project(_) if refuses => Msg::NotProjected(full()),
            Effect::Project(control) => Msg::Projected(control),
            Effect::WritePapers if refuses => Msg::PapersNotWritten(full()),
            Effect::WritePapers => Msg::PapersWritten("Les pièces sont écrites.".to_owned()),
            Effect::Quit => return,
        };
        self.send(answer);
    }

    fn keep(&mut self, entry: Entry) {
        self.came.recorded += 1;
        self.kept.push(entry).expect("decided from what is on the disk");
    }

    /// What is shown as recorded is on the disk, and nothing else is.
    fn is_what_is_kept(&self) {
        if !self.is_seen_again {
            assert_eq!(self.app.history().next_number(), self.kept.next_number(), "as many entries as on the disk");
            assert!(self.app.sitting() == self.kept.sitting(), "the sitting is what is on the disk");
        }
    }

    fn is_drawn(&mut self, draws: &mut Draws) {
        let size = self.app.size();
        let area = Rect::new(0, 0, size.columns.min(200), size.rows.min(200));
        self.app.catch_up();
        tui::paint(&mut Buffer::empty(area), area, &self.app, Theme::new(draws.once_in(2)));
        if let Some(speaker) = &mut self.speaker {
            for line in speaker.say(&self.app) {
                is_clean(&line);
            }
        }
    }

    /// What was recorded, pushed anew.
    fn reads_back(&self) {
        let mut again = History::new(self.kept.docket().clone());
        for (_, entry, _) in self.kept.entries() {
            again.read_back(entry.clone()).unwrap_or_else(|why| panic!("{why:?}: {entry:?}"));
        }
        assert!(again.sitting() == self.kept.sitting(), "read back as it was");
    }
}

/// What the effect wants on the disk.
fn to_record(effect: &Effect) -> Option<&Entry> {
    match effect {
        Effect::Record(entry) | Effect::Rescue(Rescue::Elsewhere { entry, .. } | Rescue::Anew(entry)) => Some(entry),
        _ => None,
    }
}

fn sheltered() -> Msg {
    let sheltered = Sheltered { place: "/cle".to_owned(), here: "/etat".to_owned(), is_back: false };
    Msg::Sheltered(sheltered, "La séance continue dans un autre dossier.".to_owned())
}
