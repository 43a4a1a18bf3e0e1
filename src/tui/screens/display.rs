//! The panel of the public display: what it shows, and what it may be told.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::context::Context;
use crate::app::display::{DisplayPanel, Wanted};
use crate::app::keymap::{self, Action};
use crate::council::public::Showing;
use crate::french::screen::display as words;
use crate::tui::keys::name;
use crate::tui::text::{below, put, put_all, top, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::panel;

/// Draws the panel.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, shown: DisplayPanel, theme: Theme) {
    let control = app.display();
    let inside = panel::over(buf, area, 74, 9, words::TITLE, theme);
    put(buf, inside, words::now(&control), theme.plain());
    let rows = below(inside, 2);
    let column = Wanted::ALL.iter().map(|wanted| width(wanted.row(control.live).0)).max().unwrap_or(0);
    for (place, wanted) in (0..).zip(Wanted::ALL) {
        let line = top(below(rows, place), 1);
        let (word, what) = wanted.row(control.live);
        let is_on = match wanted {
            Wanted::Follow => control.showing == Showing::Follows,
            Wanted::Clear => control.showing == Showing::Cleared,
            Wanted::Freeze => matches!(control.showing, Showing::Frozen { .. }),
            Wanted::Live => control.live,
        };
        let mark = if is_on { "✓ " } else { "  " };
        let padding = " ".repeat(usize::from(column - width(word)) + 3);
        let sign = format!("{} ", sign_of(wanted));
        let parts = [
            (mark, theme.good()),
            (&*sign, theme.key()),
            (word, theme.strong()),
            (&*padding, theme.plain()),
            (what, theme.plain()),
        ];
        put_all(buf, line, &parts);
        if usize::from(place) == shown.at {
            buf.set_style(line, theme.picked());
        }
    }
}

/// The sign of the key table that asks for it.
fn sign_of(wanted: Wanted) -> String {
    let row = keymap::rows(Context::Display).find(|row| row.action == Action::Project(wanted));
    row.and_then(|row| row.strokes.first()).map(|stroke| name(*stroke).into_owned()).unwrap_or_default()
}
