//! Takes the terminal over and gives it back as it was: on leaving, on a panic, before a stop.
//!
//! Nothing is asked of the terminal: an answer (colours, keyboard enhancement) would be read as keys.

use std::fmt;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::cursor::{Hide, MoveTo, Show};
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::crossterm::{Command, queue};

/// Whether the terminal is taken over. A panic hook and a signal read it too, so that it is given back once.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether clicks are asked of it the next time it is taken over.
static CLICKS: AtomicBool = AtomicBool::new(true);

/// Asks the terminal for the presses of the buttons, their places as numbers: never for the ways of the mouse, which would
/// wake the program for nothing.
struct EnableClicks;

impl Command for EnableClicks {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str("\x1b[?1000h\x1b[?1006h")
    }
}

/// Gives the mouse back to the terminal.
struct DisableClicks;

impl Command for DisableClicks {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str("\x1b[?1006l\x1b[?1000l")
    }
}

/// Says whether clicks are wanted; a terminal that is taken over already keeps what it has.
pub fn ask_for_clicks(asked: bool) {
    CLICKS.store(asked, Ordering::SeqCst);
}

/// Whether the terminal is taken over now.
#[must_use]
pub fn is_taken() -> bool {
    TAKEN.load(Ordering::SeqCst)
}

/// Whether lines are written below each other instead of a screen: then nothing is drawn, hidden or cleared.
static LINES: AtomicBool = AtomicBool::new(false);

/// Takes the terminal over for lines that are read aloud: raw mode, and bracketed paste, without which a text that is
/// pasted would be taken for keys that vote. Nothing else is written: a screen reader reads what stands there.
///
/// # Errors
/// If the terminal cannot be set up; what was set up is then put back.
pub fn take_for_lines(out: &mut impl Write) -> io::Result<()> {
    LINES.store(true, Ordering::SeqCst);
    take(out)
}

/// Whether lines are written on the alternate screen for a while, of which the terminal keeps nothing.
static ASIDE: AtomicBool = AtomicBool::new(false);

/// Writes the lines that follow where the terminal keeps none of them, or again below those that it keeps.
///
/// # Errors
/// If the terminal cannot be written to.
pub fn write_aside(out: &mut impl Write, is_aside: bool) -> io::Result<()> {
    ASIDE.store(is_aside, Ordering::SeqCst);
    if is_aside { queue!(out, EnterAlternateScreen, MoveTo(0, 0)) } else { queue!(out, LeaveAlternateScreen) }
}

/// Takes the terminal over: raw mode, alternate screen, bracketed paste, clicks if they are wanted, hidden cursor.
///
/// # Errors
/// If the terminal cannot be set up; what was set up is then put back.
pub fn take(out: &mut impl Write) -> io::Result<()> {
    // One screen goes on into the next without a flash of the shell between them.
    if is_taken() { Ok(()) } else { set_up(out) }
}

/// Takes the terminal over once more, though it is believed to be taken: a program that was stopped without being asked
/// finds it as the shell left it.
///
/// # Errors
/// As [`take`].
pub fn take_again(out: &mut impl Write) -> io::Result<()> {
    // Raw mode is remembered as set, and is set again only once it was left.
    disable_raw_mode()?;
    set_up(out)
}

fn set_up(out: &mut impl Write) -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let taken = if LINES.load(Ordering::SeqCst) {
        queue!(out, EnableBracketedPaste)
    } else {
        queue!(out, EnterAlternateScreen, EnableBracketedPaste, Hide)
    };
    let clicks = taken.and_then(|()| if CLICKS.load(Ordering::SeqCst) { queue!(out, EnableClicks) } else { Ok(()) });
    let drawn = clicks.and_then(|()| out.flush());
    if drawn.is_err() {
        give_back(out).ok();
    }
    drawn
}

/// Gives the terminal back. May be called any number of times, from a panic hook too: only the first one writes.
///
/// # Errors
/// If the terminal cannot be written to or left; everything is tried all the same.
pub fn give_back(out: &mut impl Write) -> io::Result<()> {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    let written = if ASIDE.swap(false, Ordering::SeqCst) {
        queue!(out, DisableBracketedPaste, LeaveAlternateScreen)
    } else if LINES.load(Ordering::SeqCst) {
        queue!(out, DisableBracketedPaste)
    } else {
        queue!(out, DisableClicks, Show, DisableBracketedPaste, LeaveAlternateScreen)
    };
    let written = written.and_then(|()| out.flush());
    disable_raw_mode().and(written)
}
