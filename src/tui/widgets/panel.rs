//! Frames: those of the screens, and the panels that lie over them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use crate::tui::text::{fit, inset};
use crate::tui::theme::Theme;

/// Draws a frame with a title; gives the inside, one column of air on each side.
pub fn framed(buf: &mut Buffer, area: Rect, title: &str, border: Style, heading: Style) -> Rect {
    let title = fit(title, area.width.saturating_sub(6));
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(border)
        .title(Line::styled(format!(" {title} "), heading));
    let inside = block.inner(area);
    block.render(area, buf);
    inset(inside, 1)
}

/// Draws a frame of the screen.
pub fn screen(buf: &mut Buffer, area: Rect, title: &str, theme: Theme) -> Rect {
    framed(buf, area, title, theme.frame(), theme.accent())
}

/// Clears a rectangle in the middle and frames it; gives the inside.
pub fn over(buf: &mut Buffer, area: Rect, columns: u16, rows: u16, title: &str, theme: Theme) -> Rect {
    let (columns, rows) = (columns.min(area.width), rows.min(area.height));
    let place = Rect {
        x: area.x + (area.width - columns) / 2,
        y: area.y + (area.height - rows) / 2,
        width: columns,
        height: rows,
    };
    Clear.render(place, buf);
    framed(buf, place, title, theme.panel(), theme.accent())
}
