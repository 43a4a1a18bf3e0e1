//! The paper as it stands, on a sheet in the middle of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::preview::Preview;
use crate::app::sheet::{COLUMNS, Look};
use crate::french::mentions::how_many;
use crate::french::papers::DRAFT;
use crate::french::screen::preview as words;
use crate::tui::text::{below, cells, fit, from_column, put, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::panel;

/// Draws the preview.
pub fn draw(buf: &mut Buffer, area: Rect, preview: &Preview, theme: Theme) {
    let columns = (cells(COLUMNS) + 4).min(area.width);
    let sheet = Rect { x: area.x + (area.width - columns) / 2, width: columns, ..area };
    let corner = width(DRAFT) + 4;
    let title = fit(&preview.title, sheet.width.saturating_sub(corner + 5));
    let inside = panel::screen(buf, sheet, &title, theme);
    if preview.draft {
        let edge = Rect { height: 1, ..from_column(sheet, sheet.right().saturating_sub(corner)) };
        panel::heading_on(buf, edge, &[(DRAFT, theme.caution().patch(theme.strong()))]);
    }
    let shown = usize::from(inside.height);
    let mut rest = inside;
    for row in preview.rows.iter().skip(preview.scroll).take(shown) {
        let mut line = rest;
        for (look, text) in row {
            let x = put(buf, line, text, style(*look, theme));
            line = from_column(line, x);
        }
        rest = below(rest, 1);
    }
    if preview.missing > 0 {
        let missing = how_many(preview.missing);
        let edge = Rect { y: sheet.bottom().saturating_sub(1), height: 1, ..from_column(sheet, sheet.left() + 2) };
        panel::heading_on(buf, edge, &[(&missing, theme.caution())]);
    }
    let last = (preview.scroll + shown).min(preview.rows.len());
    let foot = words::rows(preview.scroll + 1, last, preview.rows.len());
    let edge = Rect { y: sheet.bottom().saturating_sub(1), height: 1, ..sheet };
    let edge = from_column(edge, edge.right().saturating_sub(width(&foot) + 4));
    panel::heading_on(buf, edge, &[(&foot, theme.dim())]);
}

fn style(look: Look, theme: Theme) -> Style {
    match look {
        Look::Plain => theme.plain(),
        Look::Bold | Look::Decision => theme.strong(),
        Look::Italic => theme.italic(),
        Look::Heading => theme.accent(),
        Look::Missing => theme.caution().patch(theme.strong()),
        Look::Frame => theme.dim(),
    }
}
