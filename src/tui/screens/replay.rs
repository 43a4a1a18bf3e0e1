//! The line on top of a séance that is seen again.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::replay::Replay;
use crate::french::screen::replay::{self as words, Pace};
use crate::tui::text::{below, inset, put, top};
use crate::tui::theme::Theme;

/// The rows that it takes.
#[must_use]
pub fn rows(app: &App) -> u16 {
    u16::from(app.replay().is_some())
}

/// Draws it; gives what is left below.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) -> Rect {
    let Some(replay) = app.replay() else { return area };
    let line = top(area, 1);
    put(buf, inset(line, 1), &text(replay), theme.plain());
    buf.set_style(line, theme.banner());
    below(area, 1)
}

/// « REVOIR – action 12/87 – ×10 – 20 h 17 ».
#[must_use]
pub fn text(replay: &Replay) -> String {
    let pace = match (replay.is_over(), replay.is_paused()) {
        (true, _) => Pace::Over,
        (_, true) => Pace::Paused,
        _ => Pace::Playing,
    };
    words::line(replay.at(), replay.all(), replay.speed(), pace, replay.hour(), replay.shortened_minutes())
}
