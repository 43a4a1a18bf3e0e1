//! The loop: one channel for keys, signals and the disk; on the disk first, then on the screen.
//!
//! Generic over what it is shown on, the clock and what records, so that a test holds an evening without terminal or disk.

mod face;

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use crate::app::shelter::Rescue;
use crate::app::{App, Effect, Moment, Msg, Size, Writing};
use crate::council::docket::Docket;
use crate::council::history::Entry;
use crate::council::id::ReportId;
use crate::council::public::Control;
use crate::signals::Asked;

pub use self::face::{Face, Lines, Screen};

/// What reaches the loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// The person at the keyboard, the window, or the disk.
    Message(Msg),
    /// A button of the mouse was pressed on that cell.
    Pointed {
        /// Column, from 0.
        column: u16,
        /// Row, from 0.
        row: u16,
    },
    /// A signal.
    Signal(Asked),
    /// The keyboard is gone: nobody can answer any more.
    KeyboardLost,
}

/// Why the loop ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// She left.
    Quit,
    /// A signal, by its number.
    Signal(i32),
    /// The keyboard or the screen is gone.
    TerminalLost,
}

/// The clocks. The loop is told the time by whoever starts it, so that a test has a time of its own.
pub trait Clock {
    /// The moment.
    fn now(&self) -> Moment;
    /// How long until the hour on the screen changes.
    fn until_next_minute(&self) -> Duration;
}

/// The terminal outside the frame: given back while the program is stopped, taken again when it is woken.
pub trait Stage {
    /// Gives the terminal back and stops until woken.
    fn stop(&mut self);
    /// Takes the terminal again.
    fn wake(&mut self);
}

/// What the loop listens to and writes to.
pub struct Channels {
    /// Keys, signals, answers of the disk.
    pub inbox: Receiver<Incoming>,
    /// Entries to be recorded; each is answered by [`Msg::Recorded`] or [`Msg::NotRecorded`].
    pub record: Sender<RecordWork>,
    /// Asks for every paper; answered by [`Msg::PapersWritten`] or [`Msg::PapersNotWritten`].
    pub papers: Sender<()>,
    /// What is asked of the notes. They have a thread of their own: a vote never waits for what was said in it.
    pub notes: Sender<NotesWork>,
}

/// What is asked of the record on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordWork {
    /// Record an entry.
    Record(Entry),
    /// Do what can be done where the disk failed.
    Rescue(Rescue),
}

/// What is asked of the notes on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotesWork {
    /// Save them: answered by [`Msg::NotesSaved`] or [`Msg::NotesNotSaved`].
    Save {
        /// Whose.
        report: ReportId,
        /// As they are to stand.
        text: String,
        /// As they stood when they were last seen.
        base: String,
    },
    /// Read them: answered by [`Msg::NotesRead`].
    Read(Box<Docket>),
    /// Tell the public display: answered by [`Msg::Projected`] or [`Msg::NotProjected`]. Its file is a small one beside
    /// the session file, and no vote waits for it either.
    Project(Control),
    /// Sum them: answered by [`Msg::NotesSummed`].
    Sum(Box<Docket>),
}

/// How long a write may last before the frame says so.
const SLOW_WRITE: Duration = Duration::from_millis(150);
/// How long nothing comes before the paper beside the vote is composed anew: no key of a hand that is typing waits for it.
const PAUSE: Duration = Duration::from_millis(150);
/// How long the end waits for a write that is under way.
const LAST_WRITE: Duration = Duration::from_secs(10);

/// Holds the sitting until the secretary leaves, a signal comes, or the terminal is gone; a write that is under way then
/// reaches the disk first.
///
/// A frame is drawn when everything that has come was taken, and never while an action is being written: the frame
/// after a vote shows it recorded, or says that the disk is slow.
pub fn hold(
    face: &mut dyn Face,
    app: &mut App,
    channels: &Channels,
    clock: &dyn Clock,
    stage: &mut dyn Stage,
) -> Ending {
    let mut write_began = None;
    let ending = 'evening: loop {
        // Asked here too: while a key is held down, the inbox is never silent.
        if is_writing_quietly(app) && time_left(write_began).is_zero() {
            app.update(Msg::StillWriting, &clock.now());
        }
        if app.notebook().due_ms().is_some_and(|due| due <= clock.now().elapsed_ms) {
            let effects = app.update(Msg::Tick, &clock.now());
            if let Some(ending) = act(effects, app, channels, &mut write_began) {
                break 'evening ending;
            }
        }
        if !is_writing_quietly(app) {
            match face.show(app) {
                // The window is smaller or larger than was told so far: what can be seen decides what may be pressed.
                Ok(Some(Size { columns, rows })) if app.size() != (Size { columns, rows }) => {
                    app.update(Msg::Resized { columns, rows }, &clock.now());
                    continue;
                }
                Ok(_) => {}
                Err(_) => break 'evening Ending::TerminalLost,
            }
        }
        let mut next = channels.inbox.try_recv().ok();
        if next.is_none() && !is_writing_quietly(app) && app.is_behind() {
            // A paper that is shown already may be a moment older than the vote; none at all is composed at once.
            let pause = if app.beside().is_some() { PAUSE } else { Duration::ZERO };
            next = channels.inbox.recv_timeout(pause).ok();
            if next.is_none() && app.catch_up() {
                continue;
            }
        }
        next = next.or_else(|| Some(wait(&channels.inbox, app, write_began, clock)));
        let mut grown = None;
        while let Some(incoming) = next {
            match incoming {
                // What was pressed before the larger window is seen was pressed where nothing could be: it does not vote.
                Incoming::Message(msg @ Msg::Resized { .. }) if app.is_too_small() => grown = Some(msg),
                Incoming::Message(msg) => {
                    let effects = app.update(msg, &clock.now());
                    if let Some(ending) = act(effects, app, channels, &mut write_began) {
                        break 'evening ending;
                    }
                }
                Incoming::Pointed { column, row } => {
                    if let Some(member) = face.seat_at(app, column, row) {
                        app.update(Msg::SeatPointed(member), &clock.now());
                    }
                }
                Incoming::Signal(Asked::Stop) => stage.stop(),
                Incoming::Signal(Asked::Wake) => {
                    stage.wake();
                    if face.forget().is_err() {
                        break 'evening Ending::TerminalLost;
                    }
                }
                Incoming::Signal(Asked::End(signal)) => break 'evening Ending::Signal(signal),
                Incoming::KeyboardLost => break 'evening Ending::TerminalLost,
            }
            next = channels.inbox.try_recv().ok();
        }
        if let Some(resized) = grown {
            app.update(resized, &clock.now());
        }
    };
    finish_writing(channels, app, clock);
    ending
}

/// Gives the disk what is asked of it; says if the evening ends by it.
fn act(effects: Vec<Effect>, app: &App, channels: &Channels, write_began: &mut Option<Instant>) -> Option<Ending> {
    // A report that was added in the sitting has its notes too.
    let on_the_agenda = || Box::new(app.sitting().docket().clone());
    for effect in effects {
        let taken = match effect {
            Effect::Record(entry) => {
                *write_began = Some(instant());
                channels.record.send(RecordWork::Record(entry)).is_ok()
            }
            Effect::Rescue(rescue) => {
                *write_began = Some(instant());
                channels.record.send(RecordWork::Rescue(rescue)).is_ok()
            }
            Effect::SaveNotes { report, text, base } => {
                channels.notes.send(NotesWork::Save { report, text, base }).is_ok()
            }
            Effect::ReadNotes => channels.notes.send(NotesWork::Read(on_the_agenda())).is_ok(),
            Effect::Project(control) => channels.notes.send(NotesWork::Project(control)).is_ok(),
            Effect::WritePapers => channels.papers.send(()).is_ok(),
            Effect::SumNotes => channels.notes.send(NotesWork::Sum(on_the_agenda())).is_ok(),
            Effect::Quit => return Some(Ending::Quit),
        };
        if !taken {
            return Some(Ending::TerminalLost);
        }
    }
    None
}

/// Whether an action is being written and nothing is shown of it yet.
fn is_writing_quietly(app: &App) -> bool {
    app.writing() == Some(&Writing::Begun)
}

/// The next thing that comes; after a time without any, that the minute is over or that the disk is slow.
fn wait(inbox: &Receiver<Incoming>, app: &App, write_began: Option<Instant>, clock: &dyn Clock) -> Incoming {
    let (ceiling, after) = if is_writing_quietly(app) {
        (time_left(write_began), Msg::StillWriting)
    } else {
        let minute = clock.until_next_minute();
        // Only notes that wait to be saved wake the program before the minute is over.
        let due = app.notebook().due_ms();
        (due.map_or(minute, |due| minute.min(until(due, clock))), Msg::Tick)
    };
    match inbox.recv_timeout(ceiling) {
        Ok(incoming) => incoming,
        Err(RecvTimeoutError::Timeout) => Incoming::Message(after),
        Err(RecvTimeoutError::Disconnected) => Incoming::KeyboardLost,
    }
}

/// How long a write may still last before the frame says so.
fn time_left(write_began: Option<Instant>) -> Duration {
    let lasted = write_began.map_or(Duration::ZERO, |began| instant().saturating_duration_since(began));
    SLOW_WRITE.saturating_sub(lasted)
}

/// How long until that instant of the clock of the messages.
fn until(due_ms: u64, clock: &dyn Clock) -> Duration {
    Duration::from_millis(due_ms.saturating_sub(clock.now().elapsed_ms))
}

/// Lets what is under way reach the disk, and saves the notes; keys that come meanwhile are not taken any more.
fn finish_writing(channels: &Channels, app: &mut App, clock: &dyn Clock) {
    let end = clock.now().elapsed_ms + u64::try_from(LAST_WRITE.as_millis()).unwrap_or(u64::MAX);
    let mut records = matches!(app.writing(), Some(Writing::Begun | Writing::Slow));
    let mut effects = app.update(Msg::Ending, &clock.now());
    loop {
        effects.retain(|effect| matches!(effect, Effect::SaveNotes { .. }));
        if act(effects, app, channels, &mut None).is_some() || (!records && !app.notebook().is_saving()) {
            return;
        }
        effects = match channels.inbox.recv_timeout(until(end, clock)) {
            Ok(Incoming::Message(Msg::Recorded | Msg::NotRecorded(_))) => {
                records = false;
                vec![]
            }
            // Where the record went is said once the terminal is given back.
            Ok(Incoming::Message(
                answer @ (Msg::NotesSaved(_) | Msg::NotesNotSaved(_) | Msg::Sheltered(..) | Msg::PutBack(_)),
            )) => app.update(answer, &clock.now()),
            Err(_) => return,
            Ok(_) => vec![],
        };
    }
}

/// The monotonic clock, for what the loop itself times.
#[allow(clippy::disallowed_methods, reason = "the loop is where the clock is read")]
fn instant() -> Instant {
    Instant::now()
}
