//! The terminal while it is held: taken and given back whichever way the program ends, its keys, its stops.

pub mod hangup;

use std::io::{self, BufWriter, stdout};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};
use std::thread;

use ratatui::Terminal;
use ratatui::crossterm::event::{self, Event, MouseButton, MouseEventKind};

use crate::app::Msg;
use crate::caught::would_be_caught;
use crate::cli::{ScreenAsked, asks_for_no_colour, places_no_cursor, writes_another_coding};
use crate::french::{preferences as preferences_words, program as words};
use crate::run::{Face, Incoming, Lines, Screen, Stage};
use crate::signals;
use crate::store::preferences::{self, Palette as Preferred, Preferences};
use crate::tui::economy::Economical;
use crate::tui::theme::{Palette, Theme};
use crate::tui::{keys, terminal};
use crate::verbs::{complain, config_dir};

/// Room for the bytes of a whole frame, so that it reaches the terminal in one write and is never seen half drawn.
const FRAME: usize = 64 * 1024;

/// How the program shows itself, as the user asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The colours and the signs of the screen.
    pub theme: Theme,
    /// Lines that are read aloud instead of a screen.
    pub is_linear: bool,
    /// The mouse is the program's: seats may be clicked. Else it is the terminal's, to select text.
    pub has_mouse: bool,
    /// The user's preferences cannot be followed, and that is to be said.
    pub is_misread: bool,
}

impl Look {
    /// What the flags of the command ask for, then `NO_COLOR`, then the user's preferences. Preferences that cannot be
    /// followed are said on standard error, where they stay when the screen is given back. A terminal that places no cursor
    /// is given lines, one that writes another coding than UTF-8 the signs of ASCII.
    #[must_use]
    pub fn asked(asked: &ScreenAsked) -> Self {
        let asked = ScreenAsked {
            ascii: asked.ascii || writes_another_coding(),
            is_linear: asked.is_linear || places_no_cursor(),
            ..*asked
        };
        let read = preferences::load(config_dir().as_deref());
        if let Err(unread) = &read {
            complain(&preferences_words::unread(unread));
        }
        let is_misread = read.is_err();
        Self { is_misread, ..Self::merged(asked, asks_for_no_colour(), read.unwrap_or_default()) }
    }

    /// The nearer wins: the command, then the environment of the shell, then the file of every evening.
    fn merged(asked: ScreenAsked, no_colour: bool, preferred: Preferences) -> Self {
        let palette = match preferred.palette {
            _ if asked.no_colour => Palette::NoColour,
            _ if asked.high_contrast => Palette::HighContrast,
            _ if no_colour => Palette::NoColour,
            Some(Preferred::NoColour) => Palette::NoColour,
            Some(Preferred::HighContrast) => Palette::HighContrast,
            Some(Preferred::Usual) | None => Palette::Usual,
        };
        Self {
            theme: Theme::of(palette, asked.ascii || preferred.ascii == Some(true)),
            is_linear: asked.is_linear || preferred.linear == Some(true),
            has_mouse: preferred.mouse != Some(false),
            is_misread: false,
        }
    }

    /// What the program is shown on.
    ///
    /// # Errors
    /// If the terminal cannot be asked its size.
    pub fn face(self) -> io::Result<Box<dyn Face>> {
        if self.is_linear {
            return Ok(Box::new(Lines::to(stdout()).with_aside(!places_no_cursor())));
        }
        let terminal = Terminal::new(Economical::new(BufWriter::with_capacity(FRAME, stdout())))?;
        Ok(Box::new(Screen::on(terminal, self.theme)))
    }
}

/// What is to be said on the screen of preferences that cannot be followed, in one line.
#[must_use]
pub fn misread_preferences() -> Option<String> {
    preferences_words::notice(&preferences::load(config_dir().as_deref()).err()?)
}

/// The terminal, taken; given back when this goes, whichever way.
#[derive(Debug)]
pub struct Taken {
    /// Another screen of this program had it before: what it showed stands there still.
    pub is_painted: bool,
}

impl Taken {
    /// Takes it.
    ///
    /// # Errors
    /// If the terminal cannot be set up.
    pub fn by(look: Look) -> io::Result<Self> {
        let is_painted = terminal::is_taken();
        terminal::ask_for_clicks(look.has_mouse && !look.is_linear);
        // Locked to the end: a panic of another thread gives back what is taken, or comes before anything is.
        let mut out = stdout().lock();
        if look.is_linear {
            terminal::take_for_lines(&mut out)?;
        } else {
            terminal::take(&mut out)?;
        }
        Ok(Self { is_painted })
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        // A terminal that is gone cannot be given back, and nobody sees it. Locked: a panic of another thread waits for it.
        let _ = terminal::give_back(&mut stdout().lock());
    }
}

/// Who is told of the keys, and whether there are any more.
struct Listener {
    tell: Option<Sender<Incoming>>,
    is_asked: bool,
    is_lost: bool,
}

/// One program has one keyboard: where a screen goes on into another (the list of the séances into one of them), the
/// thread that waits for the next key tells it to the new one.
static LISTENER: Mutex<Listener> = Mutex::new(Listener { tell: None, is_asked: false, is_lost: false });

/// Reads keys, pastes, clicks and sizes for as long as there is a keyboard, for whoever asked last.
///
/// # Errors
/// If the system gives no thread.
pub fn spawn_keyboard(tell: Sender<Incoming>) -> io::Result<()> {
    let mut listener = LISTENER.lock().unwrap_or_else(PoisonError::into_inner);
    if listener.is_lost {
        // Whoever is gone hears nothing.
        let _ = tell.send(Incoming::KeyboardLost);
    }
    listener.tell = Some(tell);
    if std::mem::replace(&mut listener.is_asked, true) {
        return Ok(());
    }
    drop(listener);
    hangup::of_the_keys(keyboard_lost)?;
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
                Err(_) => return keyboard_lost(),
            };
            let listener = LISTENER.lock().unwrap_or_else(PoisonError::into_inner);
            // Whoever is gone hears nothing: the next one may be there before the next key.
            let _ = listener.tell.as_ref().map(|tell| tell.send(incoming));
        }
    })?;
    Ok(())
}

fn keyboard_lost() {
    let mut listener = LISTENER.lock().unwrap_or_else(PoisonError::into_inner);
    listener.is_lost = true;
    let _ = listener.tell.as_ref().map(|tell| tell.send(Incoming::KeyboardLost));
}

/// A panic, in whichever thread, gives the terminal back before it says anything, says it in French without control
/// characters, and ends the program with 101. One that is caught where it comes from ends nothing and says nothing: a broken
/// font of a charter costs a paper, never the sitting.
pub fn give_back_on_panic() {
    std::panic::set_hook(Box::new(|info| {
        if would_be_caught() {
            return;
        }
        // Kept until the end: no other thread draws on a terminal that was given back.
        let mut out = stdout().lock();
        let _ = terminal::give_back(&mut out);
        let place = info.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        complain(&words::panic(&place));
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
        let _ = terminal::give_back(&mut stdout().lock());
        // If the system refuses to stop, the program goes on: the terminal is taken again just below.
        let _ = signals::stop_here();
        self.wake();
    }

    fn wake(&mut self) {
        let _ = terminal::take_again(&mut stdout().lock());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn palette(flags: ScreenAsked, no_colour: bool, preferred: Option<Preferred>) -> Palette {
        let preferred = Preferences { palette: preferred, ..Preferences::default() };
        Look::merged(flags, no_colour, preferred).theme.palette()
    }

    #[test]
    fn a_flag_wins_over_no_color_and_no_color_over_the_preferences() {
        let none = ScreenAsked::default();
        let contrast = ScreenAsked { high_contrast: true, ..none };
        let no_colour = ScreenAsked { no_colour: true, ..none };
        assert_eq!(palette(none, false, None), Palette::Usual);
        assert_eq!(palette(none, false, Some(Preferred::HighContrast)), Palette::HighContrast);
        assert_eq!(palette(none, true, Some(Preferred::HighContrast)), Palette::NoColour);
        assert_eq!(palette(contrast, true, Some(Preferred::NoColour)), Palette::HighContrast);
        assert_eq!(palette(no_colour, false, Some(Preferred::HighContrast)), Palette::NoColour);
    }

    #[test]
    fn signs_lines_and_the_mouse_are_as_the_flags_or_the_preferences_ask() {
        let none = ScreenAsked::default();
        let plain = Look::merged(none, false, Preferences::default());
        assert_eq!((plain.theme.is_ascii(), plain.is_linear, plain.has_mouse), (false, false, true));
        let all = Preferences { ascii: Some(true), linear: Some(true), mouse: Some(false), palette: None };
        let all = Look::merged(none, false, all);
        assert_eq!((all.theme.is_ascii(), all.is_linear, all.has_mouse), (true, true, false));
        let asked = Look::merged(ScreenAsked { ascii: true, ..none }, false, Preferences::default());
        assert!(asked.theme.is_ascii());
    }
}
