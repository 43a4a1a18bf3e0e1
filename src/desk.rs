//! The terminal while it is held: taken and given back whichever way the program ends, its keys, its stops.

use std::io::{self, BufWriter, Write, stdout};
use std::sync::mpsc::Sender;
use std::thread;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{self, Event, MouseButton, MouseEventKind};

use crate::app::Msg;
use crate::cli::{ScreenAsked, asks_for_no_colour};
use crate::french::program as words;
use crate::run::{Face, Incoming, Lines, Screen, Stage};
use crate::signals;
use crate::tui::theme::Theme;
use crate::tui::{keys, terminal};

/// Room for the bytes of a whole frame, so that it reaches the terminal in one write and is never seen half drawn.
const FRAME: usize = 64 * 1024;

/// How the program shows itself, as the user asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The colours and the signs of the screen.
    pub theme: Theme,
    /// Lines that are read aloud instead of a screen.
    pub is_linear: bool,
}

impl Look {
    /// What the flags of the command ask for, then the user's preferences, then `NO_COLOR`.
    #[must_use]
    pub fn asked(asked: &ScreenAsked) -> Self {
        Self { theme: Theme::new(!asked.no_colour && !asks_for_no_colour()), is_linear: asked.is_linear }
    }

    /// What the program is shown on.
    ///
    /// # Errors
    /// If the terminal cannot be asked its size.
    pub fn face(self) -> io::Result<Box<dyn Face>> {
        if self.is_linear {
            return Ok(Box::new(Lines::to(stdout())));
        }
        let terminal = Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(FRAME, stdout())))?;
        Ok(Box::new(Screen::on(terminal, self.theme)))
    }
}

/// The terminal, taken; given back when this goes, whichever way.
#[derive(Debug)]
pub struct Taken;

impl Taken {
    /// Takes it.
    ///
    /// # Errors
    /// If the terminal cannot be set up.
    pub fn by(look: Look) -> io::Result<Self> {
        if look.is_linear { terminal::take_for_lines(&mut stdout())? } else { terminal::take(&mut stdout())? }
        Ok(Self)
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        // A terminal that is gone cannot be given back, and nobody sees it.
        let _ = terminal::give_back(&mut stdout());
    }
}

/// Reads keys, pastes, clicks and sizes for as long as there is a keyboard.
///
/// # Errors
/// If the system gives no thread.
pub fn spawn_keyboard(tell: Sender<Incoming>) -> io::Result<()> {
    thread::Builder::new().name("keyboard".into()).spawn(move || {
        loop {
            let incoming = match event::read() {
                Ok(Event::Key(key)) => match keys::key(key) {
                    Some(key) => Incoming::Message(Msg::Key(key)),
                    None => continue,
                },
                Ok(Event::Paste(text)) => Incoming::Message(Msg::Paste(text)),
                Ok(Event::Mouse(mouse)) if mouse.kind == MouseEventKind::Down(MouseButton::Left) => {
                    Incoming::Pointed { column: mouse.column, row: mouse.row }
                }
                Ok(Event::Resize(columns, rows)) => Incoming::Message(Msg::Resized { columns, rows }),
                Ok(_) => continue,
                Err(_) => Incoming::KeyboardLost,
            };
            let lost = incoming == Incoming::KeyboardLost;
            if tell.send(incoming).is_err() || lost {
                break;
            }
        }
    })?;
    Ok(())
}

/// A panic, in whichever thread, gives the terminal back before it says anything, says it in French without control
/// characters, and ends the program with 101.
pub fn give_back_on_panic() {
    std::panic::set_hook(Box::new(|info| {
        let _ = terminal::give_back(&mut stdout());
        let place = info.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        let _ = writeln!(io::stderr(), "{}", words::panic(&place));
        end_after_a_panic();
    }));
}

/// Ends the program from whichever thread: another one must not go on drawing on a terminal that was given back.
#[allow(clippy::disallowed_methods, reason = "after a panic nothing else can end the program")]
fn end_after_a_panic() -> ! {
    std::process::exit(101)
}

/// The terminal of this machine, given back while the program is stopped.
#[derive(Debug)]
pub struct RealStage;

impl Stage for RealStage {
    fn stop(&mut self) {
        let _ = terminal::give_back(&mut stdout());
        // If the system refuses to stop, the program goes on: the terminal is taken again just below.
        let _ = signals::stop_here();
        self.wake();
    }

    fn wake(&mut self) {
        let _ = terminal::take(&mut stdout());
    }
}
