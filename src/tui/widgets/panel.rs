//! Frames: those of the screens, and the panels that lie over them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use crate::tui::text::{fit, inset, put_all, width};
use crate::tui::theme::Theme;

/// Draws a frame with a title; gives the inside, one column of air on each side.
pub fn framed(buf: &mut Buffer, area: Rect, title: &str, border: Style, heading: Style) -> Rect {
    let title = fit(title, area.width.saturating_sub(4));
    let block = Block::bordered().border_type(BorderType::Rounded).border_style(border);
    let inside = block.inner(area);
    block.render(area, buf);
    heading_on(buf, Rect { height: 1, ..inset(area, 1) }, &[(&title, heading)]);
    inset(inside, 1)
}

/// The inside of a frame: one column of air on each side.
#[must_use]
pub fn inside(area: Rect) -> Rect {
    inset(Block::bordered().inner(area), 1)
}

/// Writes a heading on a frame, in its own style, with air on both sides.
pub fn heading_on(buf: &mut Buffer, edge: Rect, parts: &[(&str, Style)]) {
    let columns: u16 = parts.iter().map(|(text, _)| width(text)).sum();
    let place = Rect { width: columns.saturating_add(2).min(edge.width), ..edge };
    for x in place.left()..place.right() {
        buf[(x, place.y)].reset();
    }
    put_all(buf, inset(place, 1), parts);
}

/// Draws a heading, and a rule from it to the end of the row.
pub fn rule(buf: &mut Buffer, area: Rect, parts: &[(&str, Style)], theme: Theme) {
    let x = put_all(buf, area, parts);
    for x in (x + 1)..area.right() {
        buf[(x, area.y)].set_symbol("─").set_style(theme.frame());
    }
}

/// Draws a frame of the screen.
pub fn screen(buf: &mut Buffer, area: Rect, title: &str, theme: Theme) -> Rect {
    framed(buf, area, title, theme.frame(), theme.accent())
}

/// Clears a rectangle in the middle and frames it; gives the inside.
pub fn over(buf: &mut Buffer, area: Rect, columns: u16, rows: u16, title: &str, theme: Theme) -> Rect {
    let place = middle(area, columns, rows);
    Clear.render(place, buf);
    framed(buf, place, title, theme.panel(), theme.accent())
}

/// The same, for what cannot be overlooked.
pub fn alarm(buf: &mut Buffer, area: Rect, columns: u16, rows: u16, title: &str, theme: Theme) -> Rect {
    let place = middle(area, columns, rows);
    Clear.render(place, buf);
    framed(buf, place, title, theme.bad(), theme.alarm())
}

fn middle(area: Rect, columns: u16, rows: u16) -> Rect {
    let (columns, rows) = (columns.min(area.width), rows.min(area.height));
    Rect { x: area.x + (area.width - columns) / 2, y: area.y + (area.height - rows) / 2, width: columns, height: rows }
}
