//! What the person at the laptop meets: a screen of cells, or lines that are read aloud. The loop knows only this.

use std::borrow::Cow;
use std::io::{self, Write};

use ratatui::Terminal;
use ratatui::backend::Backend;

use crate::app::{App, Size};
use crate::council::id::MemberId;
use crate::council::plain::plain;
use crate::linear::Speaker;
use crate::tui::theme::Theme;
use crate::tui::{self, terminal};

/// What the program shows itself on.
pub trait Face {
    /// Shows the program as it stands; the window that it is shown in, where that has a size.
    ///
    /// # Errors
    /// If nobody can see it any more: the terminal is gone.
    fn show(&mut self, app: &App) -> io::Result<Option<Size>>;

    /// Forgets what was shown, so that all of it is shown again: the terminal was used by another program.
    ///
    /// # Errors
    /// If nobody can see it any more.
    fn forget(&mut self) -> io::Result<()>;

    /// Whose seat is drawn in that cell.
    fn seat_at(&self, app: &App, column: u16, row: u16) -> Option<MemberId>;
}

/// The screen of cells.
#[derive(Debug)]
pub struct Screen<B: Backend> {
    terminal: Terminal<B>,
    theme: Theme,
}

impl<B: Backend> Screen<B> {
    /// On that terminal, in those colours.
    #[must_use]
    pub fn on(terminal: Terminal<B>, theme: Theme) -> Self {
        Self { terminal, theme }
    }
}

impl<B: Backend> Face for Screen<B> {
    fn show(&mut self, app: &App) -> io::Result<Option<Size>> {
        let drawn = self.terminal.draw(|frame| tui::draw(frame, app, self.theme));
        drawn.map(|frame| Some(Size { columns: frame.area.width, rows: frame.area.height })).map_err(|_| gone())
    }

    /// Not `Terminal::clear`: that one asks the terminal where the cursor is, and the answer would be read as keys.
    fn forget(&mut self) -> io::Result<()> {
        let area = self.terminal.get_frame().area();
        self.terminal.resize(area).map_err(|_| gone())
    }

    fn seat_at(&self, app: &App, column: u16, row: u16) -> Option<MemberId> {
        let size = app.size();
        tui::seat_at(app, ratatui::layout::Rect::new(0, 0, size.columns, size.rows), column, row)
    }
}

/// Lines that are read aloud, or under the fingers (*mode linéaire*): what changed is written below what was, and nothing is
/// ever drawn, moved or cleared.
///
/// Each ballot that is read out is said, and who signs: a letter typed for another must be heard. A terminal keeps its lines,
/// so those are written on its alternate screen, and are gone with it once the totals are final.
#[derive(Debug)]
pub struct Lines<W: Write> {
    out: W,
    speaker: Speaker,
    /// Whether the terminal has an alternate screen.
    has_aside: bool,
    is_aside: bool,
}

impl<W: Write> Lines<W> {
    /// Written there.
    #[must_use]
    pub fn to(out: W) -> Self {
        Self { out, speaker: Speaker::default(), has_aside: false, is_aside: false }
    }

    /// On a terminal that has an alternate screen, or not.
    #[must_use]
    pub fn with_aside(self, has_aside: bool) -> Self {
        Self { has_aside, ..self }
    }

    /// While members sign and ballots are read, nothing of it stays on the terminal.
    fn step_aside(&mut self, app: &App) -> io::Result<()> {
        let is_aside = self.has_aside && app.is_at_an_urn();
        if is_aside != self.is_aside {
            self.is_aside = is_aside;
            terminal::write_aside(&mut self.out, is_aside)?;
            self.out.flush()?;
        }
        Ok(())
    }
}

impl<W: Write> Face for Lines<W> {
    fn show(&mut self, app: &App) -> io::Result<Option<Size>> {
        let lines = self.speaker.say(app);
        self.step_aside(app)?;
        if lines.is_empty() {
            return Ok(None);
        }
        // In raw mode a line feed alone does not begin a line. One write, so that a reader is not cut in the middle.
        let text: String = lines.iter().flat_map(|line| [plain(line), Cow::Borrowed("\r\n")]).collect();
        self.out.write_all(text.as_bytes())?;
        self.out.flush()?;
        Ok(None)
    }

    fn forget(&mut self) -> io::Result<()> {
        self.speaker.forget();
        // The terminal was given back, as it is kept.
        self.is_aside = false;
        Ok(())
    }

    fn seat_at(&self, _app: &App, _column: u16, _row: u16) -> Option<MemberId> {
        None
    }
}

/// The loop asks only whether the terminal is there.
fn gone() -> io::Error {
    io::Error::from(io::ErrorKind::BrokenPipe)
}
