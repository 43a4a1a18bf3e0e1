//! The help of the screen one is on, and the five lines of the first time.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::help::{HelpPanel, HelpRow};
use crate::french::screen::{first_time, help as words, titles};
use crate::tui::keys::name;
use crate::tui::text::{below, cells, from_column, put, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::panel;

/// Columns of the keys before what they do.
const KEYS: u16 = 17;

/// Draws the help.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, shown: &HelpPanel, theme: Theme) {
    let rows = shown.rows();
    let height = cells(rows.len().min(HelpPanel::rows_shown(app.size()))) + 2;
    let inside = panel::over(buf, area, 84, height, &words::title(shown.screen()), theme);
    let mut rest = inside;
    for row in rows.iter().skip(shown.scroll).take(usize::from(inside.height)) {
        match row {
            HelpRow::About(line) => {
                put(buf, rest, line, theme.plain());
            }
            HelpRow::Blank => {}
            HelpRow::Heading(purpose) => {
                put(buf, rest, purpose.name(), theme.accent());
            }
            HelpRow::Key(binding) => {
                let keys: Vec<_> = binding.strokes.iter().map(|stroke| name(*stroke)).collect();
                put(buf, Rect { width: (KEYS - 1).min(rest.width), ..rest }, &keys.join("  "), theme.key());
                put(buf, from_column(rest, rest.x + KEYS), binding.label.long(), theme.plain());
            }
        }
        rest = below(rest, 1);
    }
    if shown.scroll + usize::from(inside.height) < rows.len() {
        let edge =
            Rect { y: inside.bottom(), height: 1, ..from_column(inside, inside.right() - width(titles::MORE) - 2) };
        panel::heading_on(buf, edge, &[(titles::MORE, theme.accent())]);
    }
}

/// Draws the five lines of the first time at the bottom of the roll call: with air between them where there is room.
pub fn first_time(buf: &mut Buffer, area: Rect, theme: Theme) {
    let lines = cells(first_time::LINES.len());
    let step = if area.height >= 2 * lines + 14 { 2 } else { 1 };
    let rows = (lines * step + 3).min(area.height);
    let inside = panel::over(buf, below(area, area.height - rows), 80, rows, first_time::TITLE, theme);
    let keys = first_time::LINES.iter().map(|(key, _)| width(key)).max().unwrap_or(0) + 2;
    let mut rest = inside;
    for (key, line) in first_time::LINES {
        put(buf, rest, key, theme.key());
        put(buf, from_column(rest, rest.x + keys), line, theme.plain());
        rest = below(rest, step);
    }
    put(buf, rest, first_time::UNTIL, theme.dim());
}
