//! A bar in eighths of a cell, with a mark: the tally against its majority, the room against its quorum.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::theme::over;

const EIGHTHS: [&str; 9] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];
/// Where the mark stands, over and beside the bar.
pub const MARK: &str = "┆";

/// A bar to draw.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    /// How much.
    pub value: u32,
    /// What the whole width stands for.
    pub whole: u32,
    /// The value that has to be reached.
    pub mark: Option<u32>,
}

impl Bar {
    /// The column of the mark in a bar of so many columns: the cell in which the value that reaches it ends.
    #[must_use]
    pub fn mark_column(&self, columns: u16) -> Option<u16> {
        let mark = self.mark?.clamp(1, self.whole.max(1));
        let end = (u64::from(mark) * u64::from(columns)).div_ceil(u64::from(self.whole.max(1)));
        u16::try_from(end.saturating_sub(1)).ok().filter(|column| *column < columns)
    }

    /// Draws the mark alone, between two bars.
    pub fn draw_mark(&self, buf: &mut Buffer, area: Rect, mark: Style) {
        if let (Some(column), true) = (self.mark_column(area.width), area.height > 0) {
            buf[(area.x + column, area.y)].set_symbol(MARK).set_style(mark);
        }
    }

    /// Draws the bar on the first row of the area.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, style: Style, mark: Style) {
        if area.height == 0 {
            return;
        }
        let eighths = u64::from(self.value.min(self.whole)) * u64::from(area.width) * 8 / u64::from(self.whole.max(1));
        // One voice is always seen.
        let eighths = if self.value > 0 { eighths.max(1) } else { 0 };
        for column in 0..area.width {
            let filled = eighths.saturating_sub(u64::from(column) * 8).min(8);
            let symbol = usize::try_from(filled).ok().and_then(|filled| EIGHTHS.get(filled)).copied().unwrap_or("█");
            let cell = &mut buf[(area.x + column, area.y)];
            // The empty part of a bar has no look: a plate would fill it.
            if filled > 0 {
                cell.set_symbol(symbol).set_style(style);
            } else {
                cell.set_symbol(" ");
            }
            if self.mark_column(area.width) == Some(column) {
                let look = if filled >= 4 { over(style) } else { mark };
                cell.set_symbol(MARK).set_style(look);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(value: u32, whole: u32, mark: Option<u32>) -> String {
        let area = Rect::new(0, 0, 10, 1);
        let mut buf = Buffer::empty(area);
        Bar { value, whole, mark }.draw(&mut buf, area, Style::new(), Style::new());
        (0..10).map(|x| buf[(x, 0)].symbol()).collect()
    }

    #[test]
    fn a_bar_is_drawn_in_eighths_and_one_voice_is_always_seen() {
        assert_eq!(drawn(10, 10, None), "██████████");
        assert_eq!(drawn(5, 20, None), "██▌       ");
        assert_eq!(drawn(1, 4000, None), "▏         ");
        assert_eq!(drawn(0, 10, None), "          ");
        assert_eq!(drawn(0, 0, None), "          ");
    }

    #[test]
    fn the_mark_stands_where_the_value_that_reaches_it_ends() {
        assert_eq!(drawn(3, 10, Some(6)), "███  ┆    ");
        assert_eq!(drawn(6, 10, Some(6)), "█████┆    ");
        assert_eq!(drawn(10, 10, Some(10)), "█████████┆");
    }
}
