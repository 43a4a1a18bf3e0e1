//! The paper as it stands, on a sheet in the middle of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::preview::{Beside, Preview, columns_beside};
use crate::app::sheet::{COLUMNS, Look, Row};
use crate::french::mentions::how_many;
use crate::french::papers::DRAFT;
use crate::french::screen::preview as words;
use crate::tui::text::{below, cells, fit, from_column, put, put_all, top, width, wrap};
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
    rows(buf, inside, preview.rows.iter().skip(preview.scroll).take(shown), theme);
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

/// The part of the body that the paper beside the vote takes; empty where it takes none.
#[must_use]
pub fn area_beside(body: Rect, app: &App) -> Rect {
    let shown = app.beside().filter(|_| !super::vote::is_read_by_the_room(app));
    let columns = shown.and_then(|_| columns_beside(app.size())).unwrap_or(0);
    from_column(body, body.right().saturating_sub(columns))
}

/// Draws the paper beside the vote, and below it what the minutes would miss.
pub fn beside(buf: &mut Buffer, area: Rect, paper: &Beside, theme: Theme) {
    let title = if paper.draft { words::AS_IF_PROCLAIMED } else { words::AS_PROCLAIMED };
    let inside = panel::screen(buf, area, title, theme);
    let missing: Vec<String> = paper.missing.iter().flat_map(|line| wrap(line, inside.width - 2, 2)).collect();
    let below_it = if missing.is_empty() { 0 } else { cells(missing.len()) + 2 };
    let sheet = top(inside, inside.height.saturating_sub(below_it));
    // An empty row parts the foot of the sheet from what stands above it, or « … » where that is cut.
    let foot = if paper.foot.is_empty() { 0 } else { cells(paper.foot.len()) + 1 };
    let above = top(sheet, sheet.height.saturating_sub(foot));
    let shown = usize::from(above.height);
    let first = paper.scroll(usize::from(inside.height));
    rows(buf, above, paper.rows.iter().skip(first).take(shown), theme);
    if first + shown < paper.rows.len() {
        put(buf, below(sheet, above.height.saturating_sub(u16::from(foot == 0))), "…", theme.dim());
    }
    rows(buf, below(sheet, above.height + u16::from(foot > 0)), paper.foot.iter(), theme);
    if missing.is_empty() {
        return;
    }
    let mut rest = below(inside, sheet.height + 1);
    panel::rule(buf, rest, &[("▲ ", theme.caution()), (words::MISSING, theme.caution())], theme);
    for line in &missing {
        rest = below(rest, 1);
        put_all(buf, rest, &[("  ", theme.plain()), (line, theme.caution())]);
    }
}

/// Rows of a paper, one under the other.
fn rows<'a>(buf: &mut Buffer, area: Rect, rows: impl Iterator<Item = &'a Row>, theme: Theme) {
    let mut rest = area;
    for row in rows.take(usize::from(area.height)) {
        let mut line = rest;
        for (look, text) in row {
            let x = put(buf, line, text, style(*look, theme));
            line = from_column(line, x);
        }
        rest = below(rest, 1);
    }
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
