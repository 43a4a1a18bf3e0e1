//! A disk that takes its time to sync, below the real loop and the real writer: every frame is held against what is on that
//! disk at that instant. Simulated: a sync lasts until the test lets it end.

#[path = "evening/mod.rs"]
mod evening;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use evening::{NOW, PATH, beside, entries, session};
use hemicycle::app::{Access, App, Key, Moment, Msg, Size, Writing};
use hemicycle::council::history::Entry;
use hemicycle::council::hour::Hour;
use hemicycle::council::id::MemberId;
use hemicycle::open::writer::{self, Refuge};
use hemicycle::run::{Channels, Clock, Ending, Face, Incoming, Stage, hold};
use hemicycle::store::disk::{Disk, Found, OpenFile};
use hemicycle::store::memory_disk::{MemoryDisk, Survivors};
use hemicycle::store::record;
use hemicycle::tui::theme::{Palette, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How long a state may take to come: only a failure waits that long.
const CEILING: Duration = Duration::from_secs(20);

/// How a sync of the journal behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sync {
    /// It lasts until it is let end.
    Slow,
    /// It says that it is done, and is not: the broken variant.
    Lies,
}

/// Syncs that were begun and those that may end.
#[derive(Default)]
struct Gate {
    counts: Mutex<(usize, usize)>,
    moved: Condvar,
}

impl Gate {
    fn pass(&self) {
        let mut counts = self.counts.lock().expect("counts");
        counts.0 += 1;
        let own = counts.0;
        self.moved.notify_all();
        let closed = |counts: &mut (usize, usize)| counts.1 < own;
        drop(self.moved.wait_while(counts, closed).expect("counts"));
    }

    fn wait_for_a_sync(&self, number: usize) {
        let counts = self.counts.lock().expect("counts");
        let fewer = |counts: &mut (usize, usize)| counts.0 < number;
        let (_counts, waited) = self.moved.wait_timeout_while(counts, CEILING, fewer).expect("counts");
        assert!(!waited.timed_out(), "sync {number} never began");
    }

    fn let_end(&self, number: usize) {
        self.counts.lock().expect("counts").1 = number;
        self.moved.notify_all();
    }
}

struct SlowDisk(MemoryDisk, Arc<Gate>, Sync);
struct SlowFile(Box<dyn OpenFile>, Arc<Gate>, Sync);

impl SlowDisk {
    fn slow(&self, path: &Path, file: Box<dyn OpenFile>) -> Box<dyn OpenFile> {
        if path == beside("journal") { Box::new(SlowFile(file, self.1.clone(), self.2)) } else { file }
    }
}

impl Disk for SlowDisk {
    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        self.0.look(path)
    }
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.0.read(path, limit)
    }
    fn read_synced(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.0.read_synced(path, limit)
    }
    fn create_new(&self, path: &Path, mode: u32) -> io::Result<Box<dyn OpenFile>> {
        Ok(self.slow(path, self.0.create_new(path, mode)?))
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.0.create_folder(path)
    }
    fn open(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        Ok(self.slow(path, self.0.open(path)?))
    }
    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()> {
        self.0.rename(from, to, over)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.0.remove(path)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.0.sync_folder(folder)
    }
    fn names(&self, folder: &Path) -> io::Result<Vec<std::path::PathBuf>> {
        self.0.names(folder)
    }
}

impl OpenFile for SlowFile {
    fn look(&self) -> io::Result<Found> {
        self.0.look()
    }
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.append(bytes)
    }
    fn sync_data(&mut self) -> io::Result<()> {
        self.1.pass();
        if self.2 == Sync::Lies { Ok(()) } else { self.0.sync_data() }
    }
    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.0.truncate(length)
    }
    fn try_lock(&self) -> io::Result<bool> {
        self.0.try_lock()
    }
}

/// What is on the disk if the power goes now.
fn durable(memory: &MemoryDisk) -> Vec<Entry> {
    let left = memory.after_power_cut(Survivors { steps: 0, names: false });
    record::read(&left, session()).map(|read| entries(&read.history)).unwrap_or_default()
}

/// What a frame showed, and what it showed too early.
#[derive(Default)]
struct Seen {
    frames: Vec<String>,
    early: usize,
    slow: usize,
}

/// A screen that holds each frame against the disk at that instant.
struct Watched(MemoryDisk, Arc<(Mutex<Seen>, Condvar)>);

impl Face for Watched {
    fn show(&mut self, app: &App) -> io::Result<Option<Size>> {
        let area = Rect::new(0, 0, 120, 40);
        let mut buffer = Buffer::empty(area);
        hemicycle::tui::paint(&mut buffer, area, app, Theme::of(Palette::Usual, false));
        let rows = buffer.content.chunks(usize::from(area.width));
        let frame: Vec<String> = rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect()).collect();
        let shown = entries(app.history());
        let (seen, more) = &*self.1;
        let mut seen = seen.lock().expect("frames");
        seen.early += usize::from(!durable(&self.0).starts_with(&shown));
        let frame = frame.join("\n");
        seen.slow += usize::from(app.writing() == Some(&Writing::Slow) && frame.contains("enregistrement…"));
        seen.frames.push(frame);
        more.notify_all();
        Ok(None)
    }
    fn forget(&mut self) -> io::Result<()> {
        Ok(())
    }
    fn seat_at(&self, _: &App, _: u16, _: u16) -> Option<MemberId> {
        None
    }
}

struct Standing;

impl Clock for Standing {
    fn now(&self) -> Moment {
        Moment { elapsed_ms: 0, stamp: NOW.into(), hour: Hour::MIDNIGHT, on_the_day: true }
    }
    fn until_next_minute(&self) -> Duration {
        CEILING
    }
}

struct NoStage;

impl Stage for NoStage {
    fn stop(&mut self) {}
    fn wake(&mut self) {}
}

/// An evening held on the slow disk, its keyboard in the hands of the test.
struct Held {
    memory: MemoryDisk,
    gate: Arc<Gate>,
    tell: Sender<Incoming>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    ended: Receiver<Ending>,
    threads: Vec<JoinHandle<()>>,
}

impl Held {
    fn on(sync: Sync) -> Self {
        let memory = MemoryDisk::new();
        memory.put_folder(Path::new(PATH).parent().expect("a folder"));
        let gate = Arc::new(Gate::default());
        let disk: Arc<dyn Disk> = Arc::new(SlowDisk(memory.clone(), gate.clone(), sync));
        let opened = record::open(&disk, session(), NOW).unwrap_or_else(|fault| panic!("{fault:?}"));
        let (tell, inbox) = channel();
        let (record, asked) = channel();
        let writer = writer::spawn(opened.recorder, asked, tell.clone(), Refuge::default()).expect("a thread");
        let seen = Arc::new((Mutex::new(Seen::default()), Condvar::new()));
        let mut face = Watched(memory.clone(), seen.clone());
        let (end, ended) = channel();
        let history = opened.history;
        let held = std::thread::spawn(move || {
            let mut app = App::new(history, Access::Write, &[]);
            let (notes, _notes) = channel();
            let (papers, _papers) = channel();
            app.update(Msg::Resized { columns: 120, rows: 40 }, &Standing.now());
            let channels = Channels { inbox, record, notes, papers };
            end.send(hold(&mut face, &mut app, &channels, &Standing, &mut NoStage)).expect("the test waits");
        });
        Self { memory, gate, tell, seen, ended, threads: vec![held, writer] }
    }

    fn press(&self, keys: &[Key]) {
        for key in keys {
            self.tell.send(Incoming::Message(Msg::Key(*key))).expect("the loop listens");
        }
    }

    fn wait_for(&self, text: &str) {
        self.wait_until(text, |seen| seen.frames.last().is_some_and(|frame| frame.contains(text)));
    }

    fn wait_until(&self, text: &str, reached: impl Fn(&Seen) -> bool) {
        let seen = self.seen.0.lock().expect("frames");
        let hidden = |seen: &mut Seen| !reached(seen);
        let (seen, waited) = self.seen.1.wait_timeout_while(seen, CEILING, hidden).expect("frames");
        assert!(!waited.timed_out(), "{text:?} is never shown:\n{}", seen.frames.last().expect("a frame"));
    }

    /// Opens the sitting and its first report, then types three choices at once, each sync let end once it is said to be
    /// slow; then leaves in the middle of the last one.
    fn hold_an_evening(self) -> (Seen, Vec<Entry>) {
        self.press(&[Key::Enter]);
        self.let_end_when_said(1);
        self.wait_for("Ordre du jour");
        self.press(&[Key::Enter]);
        self.let_end_when_said(2);
        self.wait_for("À proclamer");
        let choices = [Key::Down, Key::Char(','), Key::Down, Key::Char(';'), Key::Down, Key::Char(':'), Key::Ctrl('q')];
        self.press(&choices);
        for number in 3..=5 {
            assert!(self.ended.try_recv().is_err(), "it leaves only behind the last key");
            self.let_end_when_said(number);
        }
        assert_eq!(self.ended.recv_timeout(CEILING), Ok(Ending::Quit));
        drop(self.tell);
        for thread in self.threads {
            thread.join().expect("it ends");
        }
        let seen = std::mem::take(&mut *self.seen.0.lock().expect("frames"));
        (seen, durable(&self.memory))
    }

    fn let_end_when_said(&self, number: usize) {
        self.gate.wait_for_a_sync(number);
        self.wait_until("enregistrement…", |seen| seen.slow >= number);
        self.gate.let_end(number);
    }
}

/// The members whose voice was set, in order.
fn voices(entries: &[Entry]) -> Vec<(String, String)> {
    let events = entries.iter().flat_map(|entry| match entry {
        Entry::Action { events, .. } => events.clone(),
        Entry::Undo(_) => vec![],
    });
    let voice = |event| match event {
        hemicycle::council::event::Event::VoiceSet { member, choice, .. } => {
            Some((member.to_string(), format!("{choice:?}")))
        }
        _ => None,
    };
    events.filter_map(voice).collect()
}

#[test]
fn case_20_simulated_on_a_slow_disk_no_frame_shows_what_is_not_on_it_and_keys_are_taken_in_order() {
    let (seen, there) = Held::on(Sync::Slow).hold_an_evening();
    assert_eq!(seen.early, 0, "frames that showed what was not on the disk");
    assert_eq!(seen.slow, 5, "each slow sync is said once");
    let choices: BTreeMap<_, _> = voices(&there).into_iter().collect();
    let said: Vec<_> = voices(&there).into_iter().map(|(_, choice)| choice).collect();
    assert_eq!(said.iter().filter(|choice| **choice != "Against").count() + 1, said.len(), "{said:?}");
    assert!(choices.len() >= 3, "three members, each once: {choices:?}");
    assert_eq!(there.len(), 5, "opened, opened, three choices, and nothing lost by leaving");
}

#[test]
fn case_20_goes_red_on_a_disk_that_says_too_early_that_it_is_synced() {
    let (seen, there) = Held::on(Sync::Lies).hold_an_evening();
    assert!(seen.early > 0, "no frame was noticed");
    assert!(there.len() < 5);
}

#[test]
fn case_20_simulated_while_one_action_is_written_no_other_is_begun() {
    let held = Held::on(Sync::Slow);
    held.press(&[Key::Enter, Key::Enter, Key::Enter]);
    held.gate.wait_for_a_sync(1);
    held.wait_for("enregistrement…");
    assert_eq!(held.ended.recv_timeout(Duration::ZERO), Err(RecvTimeoutError::Timeout));
    assert_eq!(durable(&held.memory), Vec::<Entry>::new(), "one action at a time, and that one is not on the disk");
    held.gate.let_end(usize::MAX);
    held.press(&[Key::Ctrl('q')]);
    assert_eq!(held.ended.recv_timeout(CEILING), Ok(Ending::Quit));
}
