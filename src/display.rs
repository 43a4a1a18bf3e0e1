//! `projeter`: follows a sitting on a public display, in a terminal of its own, from the files alone.
//!
//! The room sees no errors: where something cannot be read it sees a neutral screen, and what was wrong is said on leaving.

pub mod follower;
mod stamp;

use std::io::{self, BufWriter, IsTerminal, stdin, stdout};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use ratatui::Terminal;

use crate::app::context::Context;
use crate::app::display::scene::Scene;
use crate::app::keymap::{self, Action};
use crate::app::{Key, Msg};
use crate::desk::{Look, RealStage, Taken, give_back_on_panic, hangup, spawn_keyboard};
use crate::french::program as words;
use crate::french::screen::display::HOW_TO_LEAVE;
use crate::run::{Ending, Incoming, Stage};
use crate::signals::{self, Asked};
use crate::store::disk::RealDisk;
use crate::store::session_file;
use crate::tui;
use crate::tui::economy::Economical;
use crate::verbs::{Exit, tell as tell_line, unread_or_copied};

use follower::Follower;

/// How long between two looks at the files: a result is seen within a quarter of a second.
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// How long the discreet line stays.
const HINT: Duration = Duration::from_secs(4);
/// Room for the bytes of a whole frame.
const FRAME: usize = 64 * 1024;

/// Follows the sitting of that file.
#[must_use]
pub fn display(file: &Path, look: Look) -> Exit {
    let has_terminal = stdin().is_terminal() && stdout().is_terminal();
    if !look.is_linear && !has_terminal {
        return Exit::unreadable(words::NO_TERMINAL);
    }
    let session = match session_file::load(file) {
        Ok(session) => session,
        Err(unread) => return unread_or_copied(file, &unread),
    };
    let mut follower = match Follower::of(&session) {
        Ok(follower) => follower,
        Err(fault) => return Exit::of(&fault),
    };
    let ending = if look.is_linear { in_lines(&mut follower) } else { on_the_terminal(&mut follower, look) };
    match (ending, follower.trouble()) {
        (Ok(Ending::Quit), Some(fault)) => Exit::of(fault),
        (Ok(Ending::Quit), None) => Exit::Fine,
        (Ok(Ending::Signal(signal)), _) => Exit::Signal(signal),
        (Ok(Ending::TerminalLost), _) => Exit::unreadable(words::TERMINAL_LOST),
        (Err(_), _) => Exit::unreadable(words::NO_TERMINAL),
    }
}

/// Takes the terminal, follows until somebody leaves, gives the terminal back whatever happens.
fn on_the_terminal(follower: &mut Follower, look: Look) -> io::Result<Ending> {
    let (tell, inbox) = channel();
    let tell_signals = tell.clone();
    signals::listen(move |asked| tell_signals.send(Incoming::Signal(asked)).is_ok())?;
    give_back_on_panic();
    let _taken = Taken::by(look)?;
    spawn_keyboard(tell)?;
    let mut terminal = Terminal::new(Economical::new(BufWriter::with_capacity(FRAME, stdout())))?;
    let began = instant();
    let mut shown: Option<(Scene, bool)> = None;
    let mut hint_until: Option<Instant> = None;
    loop {
        let scene = follower.look(&RealDisk, elapsed_ms(began));
        let hint = hint_until.is_some_and(|until| instant() < until);
        // Drawn only when it differs: between two results the display costs a look at two names.
        if shown.as_ref() != Some(&(scene.clone(), hint)) {
            let line = hint.then_some(HOW_TO_LEAVE);
            terminal.draw(|frame| {
                let area = frame.area();
                tui::project(frame.buffer_mut(), area, &scene, line, look.theme);
            })?;
            shown = Some((scene, hint));
        }
        match next(&inbox) {
            Some(Incoming::Message(Msg::Key(key))) if leaves(key) => return Ok(Ending::Quit),
            Some(Incoming::Message(Msg::Key(_) | Msg::Paste(_))) => hint_until = Some(instant() + HINT),
            Some(Incoming::Message(Msg::Resized { .. })) => shown = None,
            None | Some(Incoming::Message(_) | Incoming::Pointed { .. }) => {}
            Some(Incoming::Signal(Asked::Stop)) => RealStage.stop(),
            Some(Incoming::Signal(Asked::Wake)) => {
                RealStage.wake();
                let area = terminal.get_frame().area();
                terminal.resize(area)?;
                shown = None;
            }
            Some(Incoming::Signal(Asked::End(signal))) => return Ok(Ending::Signal(signal)),
            Some(Incoming::KeyboardLost) => return Ok(Ending::TerminalLost),
        }
    }
}

/// Says each change as lines on standard output, for a Braille line or a caption; until a signal comes or nobody reads.
fn in_lines(follower: &mut Follower) -> io::Result<Ending> {
    let (tell, inbox) = channel();
    let tell_signals = tell.clone();
    signals::listen(move |asked| tell_signals.send(Incoming::Signal(asked)).is_ok())?;
    // Whoever is not there any more hears nothing.
    hangup::of_the_output(move || drop(tell.send(Incoming::KeyboardLost)))?;
    let began = instant();
    let mut shown: Option<Scene> = None;
    loop {
        let scene = follower.look(&RealDisk, elapsed_ms(began));
        if shown.as_ref() != Some(&scene) {
            let mut out = stdout().lock();
            if tui::projected_lines(&scene).iter().try_for_each(|line| tell_line(&mut out, line, "\n")).is_err() {
                return Ok(Ending::TerminalLost);
            }
            shown = Some(scene);
        }
        match next(&inbox) {
            Some(Incoming::Signal(Asked::End(signal))) => return Ok(Ending::Signal(signal)),
            Some(Incoming::KeyboardLost) => return Ok(Ending::TerminalLost),
            Some(Incoming::Signal(Asked::Stop)) => signals::stop_here()?,
            _ => {}
        }
    }
}

/// What comes before the next look at the files.
fn next(inbox: &Receiver<Incoming>) -> Option<Incoming> {
    match inbox.recv_timeout(LOOK_EVERY) {
        Ok(incoming) => Some(incoming),
        Err(RecvTimeoutError::Timeout) => None,
        Err(RecvTimeoutError::Disconnected) => Some(Incoming::KeyboardLost),
    }
}

fn leaves(key: Key) -> bool {
    keymap::action(Context::Projection, key) == Some(Action::Quit)
}

fn elapsed_ms(began: Instant) -> u64 {
    u64::try_from(instant().saturating_duration_since(began).as_millis()).unwrap_or(u64::MAX)
}

/// The monotonic clock, for how long a result stays.
#[allow(clippy::disallowed_methods, reason = "the loop of the display is where its clock is read")]
fn instant() -> Instant {
    Instant::now()
}
