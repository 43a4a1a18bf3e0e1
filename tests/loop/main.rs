//! The loop without a terminal and without a disk: what is shown before, while and after an action is written.

#[path = "../common/mod.rs"]
mod common;

mod jumps;

use std::convert::Infallible;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use common::docket;
use hemicycle::app::{Access, App, Key, Moment, Msg};
use hemicycle::council::event::Event;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::hour::Hour;
use hemicycle::run::{self, Channels, Clock, Ending, Incoming, NotesWork, RecordWork, Stage, hold};
use hemicycle::signals::Asked;
use hemicycle::tui::theme::Theme;
use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType, TestBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

/// How long a state may take to come: only a failure waits that long.
const CEILING: Duration = Duration::from_secs(20);

/// How many loops were begun.
static BEGUN: AtomicU64 = AtomicU64::new(0);

/// The frames as they were drawn.
#[derive(Default)]
struct Frames {
    drawn: Mutex<Vec<String>>,
    more: Condvar,
}

impl Frames {
    fn wait_for(&self, text: &str) {
        let drawn = self.drawn.lock().expect("frames");
        let shows = |drawn: &mut Vec<String>| !drawn.last().is_some_and(|frame| frame.contains(text));
        let (drawn, waited) = self.more.wait_timeout_while(drawn, CEILING, shows).expect("frames");
        assert!(!waited.timed_out(), "no frame shows {text:?}; the last one:\n{}", drawn.last().expect("a frame"));
    }

    fn wait_for_count(&self, count: usize) {
        let drawn = self.drawn.lock().expect("frames");
        let fewer = |drawn: &mut Vec<String>| drawn.len() < count;
        let (drawn, waited) = self.more.wait_timeout_while(drawn, CEILING, fewer).expect("frames");
        assert!(!waited.timed_out(), "{} frames", drawn.len());
    }

    fn count(&self) -> usize {
        self.drawn.lock().expect("frames").len()
    }

    fn any_shows(&self, text: &str) -> bool {
        self.drawn.lock().expect("frames").iter().any(|frame| frame.contains(text))
    }
}

/// A screen in memory that keeps each frame.
struct Screen {
    inner: TestBackend,
    frames: Arc<Frames>,
}

impl Backend for Screen {
    type Error = Infallible;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> Result<(), Infallible> {
        self.inner.draw(content)
    }
    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.inner.hide_cursor()
    }
    fn show_cursor(&mut self) -> Result<(), Infallible> {
        self.inner.show_cursor()
    }
    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        panic!("the terminal is asked nothing: its answer would be read as keys")
    }
    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        self.inner.set_cursor_position(position)
    }
    fn clear(&mut self) -> Result<(), Infallible> {
        self.inner.clear()
    }
    fn clear_region(&mut self, region: ClearType) -> Result<(), Infallible> {
        self.inner.clear_region(region)
    }
    fn size(&self) -> Result<Size, Infallible> {
        self.inner.size()
    }
    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        self.inner.window_size()
    }
    fn flush(&mut self) -> Result<(), Infallible> {
        self.frames.drawn.lock().expect("frames").push(self.inner.to_string());
        self.frames.more.notify_all();
        self.inner.flush()
    }
}

/// A clock that stands still until the test moves it, and a minute lasts as long as it is told to.
struct Stopped {
    minute: Duration,
    elapsed_ms: Arc<AtomicU64>,
    minute_of_the_day: Arc<AtomicU64>,
    /// How often the loop waited for the end of a minute.
    waits: Arc<AtomicU64>,
}

impl Clock for Stopped {
    fn now(&self) -> Moment {
        let elapsed_ms = self.elapsed_ms.load(Ordering::SeqCst);
        let minute = self.minute_of_the_day.load(Ordering::SeqCst);
        let small = |number: u64| u8::try_from(number).expect("an hour");
        let hour = Hour::new(small(minute / 60), small(minute % 60)).expect("an hour");
        Moment { elapsed_ms, stamp: "2025-03-03T18:00:00+01:00".into(), hour, on_the_day: true }
    }
    fn until_next_minute(&self) -> Duration {
        self.waits.fetch_add(1, Ordering::SeqCst);
        self.minute
    }
}

/// A stage on which the loop stands still, when it is stopped, until the test lets it go on.
struct Gate(Receiver<()>);

impl Stage for Gate {
    fn stop(&mut self) {
        let _ = self.0.recv();
    }
    fn wake(&mut self) {}
}

/// An evening held in a thread, its keyboard and its disk in the hands of the test.
struct Evening {
    tell: Sender<Incoming>,
    disk: Receiver<RecordWork>,
    notes: Receiver<NotesWork>,
    elapsed_ms: Arc<AtomicU64>,
    minute_of_the_day: Arc<AtomicU64>,
    waits: Arc<AtomicU64>,
    frames: Arc<Frames>,
    /// Lets a loop go on that was stopped.
    go_on: Sender<()>,
    /// The name of its thread.
    thread: String,
    held: JoinHandle<Ending>,
}

impl Evening {
    fn begin(minute: Duration) -> Self {
        let (tell, inbox) = channel();
        let (record, disk) = channel();
        let (papers, _) = channel();
        let (ask, notes) = channel();
        let (go_on, stopped) = channel();
        let frames = Arc::new(Frames::default());
        let inner = TestBackend::new(120, 40);
        let terminal = Terminal::new(Screen { inner, frames: frames.clone() }).expect("a screen");
        let elapsed_ms = Arc::new(AtomicU64::new(0));
        let moved = elapsed_ms.clone();
        let (minute_of_the_day, waits) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
        let (wall, counted) = (minute_of_the_day.clone(), waits.clone());
        let thread = format!("loop {}", BEGUN.fetch_add(1, Ordering::SeqCst));
        let named = std::thread::Builder::new().name(thread.clone());
        let held = named.spawn(move || {
            let mut app = App::new(History::new(Arc::new(docket(5, 2))), Access::Write, &[]);
            let clock = Stopped { minute, elapsed_ms: moved, minute_of_the_day: wall, waits: counted };
            app.update(Msg::Resized { columns: 120, rows: 40 }, &clock.now());
            hold(
                &mut run::Screen::on(terminal, Theme::new(true)),
                &mut app,
                &Channels { inbox, record, notes: ask, papers },
                &clock,
                &mut Gate(stopped),
            )
        });
        let held = held.expect("a thread");
        let evening = Self { tell, disk, notes, elapsed_ms, minute_of_the_day, waits, frames, go_on, thread, held };
        evening.frames.wait_for("Appel");
        evening
    }

    /// Waits until the loop sleeps: one that turns round and round wants the processor, whether or not it is given it.
    fn rests(&self) {
        let is_it = |path: &PathBuf| fs::read_to_string(path.join("comm")).is_ok_and(|name| name.trim() == self.thread);
        let mut threads = fs::read_dir("/proc/self/task").expect("the threads").flatten().map(|entry| entry.path());
        let stat = threads.find(is_it).expect("the thread of the loop").join("stat");
        let sleeps = || {
            let stat = fs::read_to_string(&stat).expect("its state");
            stat.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('S'))
        };
        let mut asleep = 0;
        for _ in 0..500_000 {
            asleep = if sleeps() { asleep + 1 } else { 0 };
            if asleep == 500 {
                return;
            }
        }
        panic!("the loop never rests: {} frames", self.frames.count());
    }

    fn press(&self, key: Key) {
        self.tell.send(Incoming::Message(Msg::Key(key))).expect("the loop listens");
    }

    fn written(&self) -> Vec<Event> {
        match self.disk.recv_timeout(CEILING).expect("an action to write") {
            RecordWork::Record(Entry::Action { events, .. }) => events,
            other => panic!("{other:?}"),
        }
    }

    fn recorded(&self) {
        self.tell.send(Incoming::Message(Msg::Recorded)).expect("the loop listens");
    }

    /// Opens the sitting and its first report, each on the disk.
    fn first_vote() -> Self {
        let evening = Self::begin(CEILING);
        evening.press(Key::Enter);
        evening.written();
        evening.recorded();
        evening.frames.wait_for("Ordre du jour");
        evening.press(Key::Enter);
        evening.written();
        evening.recorded();
        evening.frames.wait_for("À proclamer");
        evening
    }

    fn end(self) -> Ending {
        drop((self.tell, self.go_on));
        self.held.join().expect("the loop ends")
    }
}

#[test]
fn nothing_is_shown_of_a_vote_before_it_is_on_the_disk() {
    let evening = Evening::first_vote();
    evening.press(Key::Down);
    evening.press(Key::Char(','));
    assert!(matches!(evening.written().as_slice(), [Event::VoiceSet { .. }]));
    evening.frames.wait_for("enregistrement…");
    assert!(!evening.frames.any_shows("▼ Contre        1"), "a vote was shown before it was on the disk");
    evening.recorded();
    evening.frames.wait_for("▼ Contre        1");
    evening.press(Key::Ctrl('q'));
    assert_eq!(evening.end(), Ending::Quit);
}

#[test]
fn keys_typed_while_an_action_is_written_are_taken_in_order_once_it_is() {
    let evening = Evening::first_vote();
    for _ in 0..2 {
        evening.press(Key::Down);
        evening.press(Key::Char(','));
    }
    evening.press(Key::Char(';'));
    let first = evening.written();
    assert!(evening.disk.try_recv().is_err(), "one action at a time");
    evening.recorded();
    let second = evening.written();
    assert_ne!(first, second);
    evening.recorded();
    let third = evening.written();
    let member = |events: &[Event]| match events {
        [Event::VoiceSet { member, choice, .. }] => (member.clone(), *choice),
        other => panic!("{other:?}"),
    };
    assert_eq!(member(&second).0, member(&third).0, "the last choice is for the member picked last");
    evening.recorded();
    evening.press(Key::Ctrl('q'));
    assert_eq!(evening.end(), Ending::Quit);
}

#[test]
fn a_write_that_fails_is_said_and_nothing_of_it_is_shown() {
    let evening = Evening::first_vote();
    evening.press(Key::Down);
    evening.press(Key::Char(','));
    evening.written();
    evening.tell.send(Incoming::Message(Msg::NotRecorded("Le disque est plein.".into()))).expect("the loop listens");
    evening.frames.wait_for("PAS ENREGISTRÉ");
    assert!(!evening.frames.any_shows("▼ Contre        1"));
    evening.press(Key::Enter);
    evening.written();
    evening.recorded();
    evening.frames.wait_for("▼ Contre        1");
    assert_eq!(evening.end(), Ending::TerminalLost);
}

#[test]
fn a_signal_during_a_write_waits_for_the_disk() {
    let evening = Evening::first_vote();
    evening.press(Key::Down);
    evening.press(Key::Char(','));
    evening.written();
    evening.tell.send(Incoming::Signal(Asked::End(15))).expect("the loop listens");
    // A key after the signal is not taken any more, and ends nothing.
    evening.press(Key::Ctrl('q'));
    evening.recorded();
    assert_eq!(evening.held.join().expect("the loop ends"), Ending::Signal(15));
}

#[test]
fn an_idle_screen_is_drawn_once_a_minute_and_no_more() {
    let idle = Evening::begin(CEILING);
    idle.rests();
    assert_eq!(idle.frames.count(), 1, "nothing came, nothing is drawn");
    assert_eq!(idle.end(), Ending::TerminalLost);

    let quick = Evening::begin(Duration::from_millis(5));
    let minutes = 5;
    quick.frames.wait_for_count(minutes);
    assert_eq!(quick.end(), Ending::TerminalLost);
}

/// What is asked of the notes next, to be saved.
fn saved(evening: &Evening) -> String {
    loop {
        match evening.notes.recv_timeout(CEILING).expect("notes to save") {
            NotesWork::Save { text, .. } => return text,
            NotesWork::Read(_) | NotesWork::Sum(_) | NotesWork::Project(_) => {}
        }
    }
}

#[test]
fn notes_are_saved_when_their_time_has_come_though_keys_never_stop_and_a_vote_does_not_wait_for_them() {
    let evening = Evening::first_vote();
    evening.press(Key::Function(2));
    evening.frames.wait_for("Notes ·");
    evening.press(Key::Char('a'));
    evening.frames.wait_for("pas encore");
    assert!(!evening.notes.try_iter().any(|work| matches!(work, NotesWork::Save { .. })), "two seconds are not over");
    evening.elapsed_ms.store(2_000, Ordering::SeqCst);
    evening.press(Key::Left);
    assert_eq!(saved(&evening), "a");
    // The disk of the notes does not answer: the vote goes on.
    evening.press(Key::Escape);
    evening.press(Key::Down);
    evening.press(Key::Char(','));
    assert!(matches!(evening.written().as_slice(), [Event::VoiceSet { .. }]));
    evening.recorded();
    evening.frames.wait_for("▼ Contre        1");
    evening.tell.send(Incoming::Message(Msg::NotesSaved("a".into()))).expect("the loop listens");
    evening.press(Key::Ctrl('q'));
    assert_eq!(evening.end(), Ending::Quit);
}

#[test]
fn a_signal_waits_until_the_notes_are_on_the_disk() {
    let evening = Evening::first_vote();
    for key in [Key::Function(2), Key::Char('a'), Key::Escape, Key::Function(2), Key::Char('b')] {
        evening.press(key);
    }
    evening.frames.wait_for("ab");
    assert_eq!(saved(&evening), "a");
    evening.tell.send(Incoming::Signal(Asked::End(15))).expect("the loop listens");
    evening.tell.send(Incoming::Message(Msg::NotesSaved("a".into()))).expect("the loop listens");
    assert_eq!(saved(&evening), "ab", "what was typed since is saved too");
    assert!(!evening.held.is_finished(), "the program ended before its notes were on the disk");
    evening.tell.send(Incoming::Message(Msg::NotesSaved("ab".into()))).expect("the loop listens");
    assert_eq!(evening.held.join().expect("the loop ends"), Ending::Signal(15));
}
