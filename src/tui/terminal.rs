//! Takes the terminal over and gives it back as it was: on leaving, on a panic, before a stop.
//!
//! Nothing is asked of the terminal: an answer (colours, keyboard enhancement) would be read as keys.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};

/// Whether the terminal is taken over. A panic hook and a signal read it too, so that it is given back once.
static TAKEN: AtomicBool = AtomicBool::new(false);

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

/// Takes the terminal over: raw mode, alternate screen, bracketed paste, hidden cursor.
///
/// # Errors
/// If the terminal cannot be set up; what was set up is then put back.
pub fn take(out: &mut impl Write) -> io::Result<()> {
    // One screen goes on into the next without a flash of the shell between them.
    if is_taken() {
        return Ok(());
    }
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let drawn = if LINES.load(Ordering::SeqCst) {
        queue!(out, EnableBracketedPaste)
    } else {
        queue!(out, EnterAlternateScreen, EnableBracketedPaste, Hide)
    };
    let drawn = drawn.and_then(|()| out.flush());
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
    let written = if LINES.load(Ordering::SeqCst) {
        queue!(out, DisableBracketedPaste)
    } else {
        queue!(out, Show, DisableBracketedPaste, LeaveAlternateScreen)
    };
    let written = written.and_then(|()| out.flush());
    disable_raw_mode().and(written)
}
