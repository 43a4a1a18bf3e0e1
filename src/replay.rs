//! `revoir`: a past sitting, at a chosen speed. Reads the record once, takes no lock, touches no file.

use std::io::{self, IsTerminal, stdin, stdout};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use ratatui::crossterm::terminal::size;

use crate::app::replay::Replay;
use crate::app::{App, Effect, Msg};
use crate::clock::WallClock;
use crate::council::history::History;
use crate::council::phrases::Phrases;
use crate::desk::{Look, RealStage, Taken, give_back_on_panic, spawn_keyboard};
use crate::french::program as words;
use crate::french::record::why_seen_only;
use crate::french::screen::replay::NOTHING;
use crate::run::{Clock, Ending, Face, Incoming, Stage};
use crate::signals::{self, Asked};
use crate::store::before_flaw::{before_flaw, can_be_seen};
use crate::store::charter;
use crate::store::disk::RealDisk;
use crate::store::fault::Fault;
use crate::store::record;
use crate::store::session_file::{self, SessionFile};
use crate::verbs::{Exit, config_dir, unread_or_copied};

/// Shows the sitting of that file again.
#[must_use]
pub fn replay(path: &Path, speed: u16, look: Look) -> Exit {
    let has_terminal = stdin().is_terminal() && stdout().is_terminal();
    if !has_terminal && !look.is_linear {
        return Exit::unreadable(words::NO_TERMINAL);
    }
    let session = match session_file::load(path) {
        Ok(session) => session,
        Err(unread) => return unread_or_copied(path, &unread),
    };
    let (history, fault) = match recorded(&session) {
        Ok(recorded) => recorded,
        Err(fault) => return Exit::of(&fault),
    };
    if history.next_number() == 1 {
        return Exit::Refused(NOTHING.to_owned());
    }
    let clock = WallClock::for_sitting_on(session.docket.meeting.date);
    let phrases = charter::load_phrases(path, config_dir().as_deref()).unwrap_or_else(|_| Phrases::default());
    let why = fault.as_ref().map(|fault| why_seen_only(fault, history.next_number() - 1));
    let app = App::seen_again(history, speed, &clock.now()).worded(phrases);
    let app = if look.is_linear { app.read_aloud() } else { app };
    let app = match why {
        Some(why) => app.only_to_be_seen(why),
        None => app,
    };
    match on_the_terminal(app, look, &clock) {
        Ok(Ending::Quit) => fault.map_or(Exit::Fine, |fault| Exit::of(&fault)),
        Ok(Ending::Signal(signal)) => Exit::Signal(signal),
        Ok(Ending::TerminalLost) => Exit::unreadable(words::TERMINAL_LOST),
        Err(_) => Exit::unreadable(words::NO_TERMINAL),
    }
}

/// What was recorded; with a fault, what stands before it.
fn recorded(session: &SessionFile) -> Result<(History, Option<Fault>), Fault> {
    match record::read(&RealDisk, session) {
        Ok(opened) => Ok((opened.history, None)),
        Err(fault) if can_be_seen(&fault) => match before_flaw(&RealDisk, &session.path) {
            Some(history) => Ok((history, Some(fault))),
            None => Err(fault),
        },
        Err(fault) => Err(fault),
    }
}

/// Takes the terminal, plays, gives the terminal back whatever happens.
fn on_the_terminal(mut app: App, look: Look, clock: &WallClock) -> io::Result<Ending> {
    let (tell, inbox) = channel();
    let tell_signals = tell.clone();
    signals::listen(move |asked| tell_signals.send(Incoming::Signal(asked)).is_ok())?;
    give_back_on_panic();
    let _taken = Taken::by(look)?;
    spawn_keyboard(tell)?;
    let (columns, rows) = size()?;
    app.update(Msg::Resized { columns, rows }, &clock.now());
    let mut face = look.face()?;
    Ok(play(&mut *face, &mut app, &inbox, clock, &mut RealStage))
}

/// Plays until somebody leaves. In a pause, and at the end, nothing wakes it but a key.
fn play(
    face: &mut dyn Face,
    app: &mut App,
    inbox: &Receiver<Incoming>,
    clock: &dyn Clock,
    stage: &mut dyn Stage,
) -> Ending {
    loop {
        if face.show(app).is_err() {
            return Ending::TerminalLost;
        }
        let mut next = Some(wait(inbox, app, clock));
        while let Some(incoming) = next {
            match incoming {
                Incoming::Message(msg) => {
                    if app.update(msg, &clock.now()).contains(&Effect::Quit) {
                        return Ending::Quit;
                    }
                }
                Incoming::Pointed { .. } => {}
                Incoming::Signal(Asked::Stop) => stage.stop(),
                Incoming::Signal(Asked::Wake) => {
                    stage.wake();
                    if face.forget().is_err() {
                        return Ending::TerminalLost;
                    }
                }
                Incoming::Signal(Asked::End(signal)) => return Ending::Signal(signal),
                Incoming::KeyboardLost => return Ending::TerminalLost,
            }
            next = inbox.try_recv().ok();
        }
    }
}

/// What comes next: a key, or the time of the next action.
fn wait(inbox: &Receiver<Incoming>, app: &App, clock: &dyn Clock) -> Incoming {
    let Some(due) = app.replay().and_then(Replay::due_ms) else {
        return inbox.recv().unwrap_or(Incoming::KeyboardLost);
    };
    let left = Duration::from_millis(due.saturating_sub(clock.now().elapsed_ms));
    match inbox.recv_timeout(left) {
        Ok(incoming) => incoming,
        Err(RecvTimeoutError::Timeout) => Incoming::Message(Msg::Tick),
        Err(RecvTimeoutError::Disconnected) => Incoming::KeyboardLost,
    }
}
