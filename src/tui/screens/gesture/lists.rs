//! The lists of a gesture: the gestures themselves on their board, the answers to choose from, those to tick.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::gesture::{Board, Gesturing, Item, Row};
use crate::french::screen::{gesture as words, titles};
use crate::tui::text::{below, cells, put, put_all, put_right, top};
use crate::tui::theme::Theme;

/// Columns between the two of the board.
const BETWEEN: u16 = 2;

/// The rows that the board takes if there is room for so many.
pub(super) fn rows_of(board: &Board, room: u16) -> u16 {
    let airy = cells(board.rows + board.gaps);
    if airy <= room { airy } else { cells(board.rows) }
}

/// Draws the gestures under their headings, in two columns.
pub(super) fn board(buf: &mut Buffer, area: Rect, app: &App, shown: &Gesturing, theme: Theme) {
    let board = shown.board(app.sitting());
    let items = shown.visible(app.sitting());
    let is_airy = usize::from(area.height) >= board.rows + board.gaps;
    let [left, right] = &board.columns;
    let half = area.width.saturating_sub(BETWEEN) / 2;
    let is_alone = left.is_empty() || right.is_empty();
    let width = if is_alone { area.width } else { half };
    let beside = if left.is_empty() { area } else { Rect { x: area.x + half + BETWEEN, ..area } };
    for (rows, area) in [(left, area), (right, beside)] {
        column(buf, Rect { width, ..area }, app, (rows, &items), shown.at, is_airy, theme);
    }
    nothing(buf, area, &items, theme);
    search(buf, area, shown, theme);
}

fn column(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    (rows, items): (&[Row], &[&Item]),
    at: usize,
    is_airy: bool,
    theme: Theme,
) {
    let mut lines: Vec<Option<Row>> = Vec::new();
    for row in rows {
        if is_airy && !lines.is_empty() && matches!(row, Row::Heading(_)) {
            lines.push(None);
        }
        lines.push(Some(*row));
    }
    let picked = lines.iter().position(|row| *row == Some(Row::Item(at))).unwrap_or(0);
    let first = first_row(picked, lines.len(), usize::from(area.height));
    for (place, row) in lines.iter().skip(first).take(usize::from(area.height)).enumerate() {
        let line = top(below(area, cells(place)), 1);
        match row {
            Some(Row::Heading(matter)) => {
                put(buf, line, matter.name(), theme.accent());
            }
            Some(Row::Item(item)) => {
                let label = items.get(*item).map(|item| item.label(app.sitting())).unwrap_or_default();
                put_all(buf, line, &[("  ", theme.plain()), (&label, theme.plain())]);
                if *item == at {
                    buf.set_style(line, theme.picked());
                }
            }
            None => {}
        }
    }
    if first + usize::from(area.height) < lines.len() {
        put_right(buf, below(area, area.height.saturating_sub(1)), "↓", theme.dim());
    }
}

/// The first row that is shown, so that the one picked is.
fn first_row(picked: usize, all: usize, rows: usize) -> usize {
    (picked + 1).saturating_sub(rows).min(all.saturating_sub(rows))
}

/// Draws a list of which one is chosen.
pub(super) fn choice(buf: &mut Buffer, area: Rect, app: &App, shown: &Gesturing, theme: Theme) {
    let items = shown.visible(app.sitting());
    let marks = vec!["  "; items.len()];
    list(buf, area, app, (&items, &marks), shown.at, theme);
    nothing(buf, area, &items, theme);
    search(buf, area, shown, theme);
}

/// Draws a list in which several are ticked, under the one that goes without saying.
pub(super) fn ticks(buf: &mut Buffer, area: Rect, app: &App, shown: &Gesturing, with: Option<&Item>, theme: Theme) {
    let items = shown.visible(app.sitting());
    let mut rest = area;
    if let Some(with) = with {
        put_all(buf, rest, &[("✓ ", theme.good()), (&with.label(app.sitting()), theme.strong())]);
        rest = below(rest, 1);
    }
    let marks: Vec<&str> = items.iter().map(|item| if shown.ticked.contains(item) { "✓ " } else { "· " }).collect();
    let rows = Rect { height: rest.height.saturating_sub(2), ..rest };
    list(buf, rows, app, (&items, &marks), shown.at, theme);
    nothing(buf, rest, &items, theme);
    let ticked = words::ticked(u32::try_from(shown.ticked.len()).unwrap_or(u32::MAX));
    put(buf, below(rest, rest.height.saturating_sub(1)), &ticked, theme.dim());
    search(buf, area, shown, theme);
}

fn list(buf: &mut Buffer, area: Rect, app: &App, (items, marks): (&[&Item], &[&str]), at: usize, theme: Theme) {
    let rows = usize::from(area.height);
    let first = first_row(at, items.len(), rows);
    for (place, (item, mark)) in items.iter().zip(marks).enumerate().skip(first).take(rows) {
        let line = top(below(area, cells(place - first)), 1);
        put_all(buf, line, &[(mark, theme.good()), (&item.label(app.sitting()), theme.plain())]);
        if place == at {
            buf.set_style(line, theme.picked());
        }
    }
    if first + rows < items.len() {
        put_right(buf, below(area, area.height.saturating_sub(1)), "↓", theme.dim());
    }
}

fn nothing(buf: &mut Buffer, area: Rect, items: &[&Item], theme: Theme) {
    if items.is_empty() {
        put(buf, area, words::NO_ANSWER, theme.dim());
    }
}

fn search(buf: &mut Buffer, area: Rect, shown: &Gesturing, theme: Theme) {
    if !shown.typed.is_empty() {
        let line = Rect { y: area.y.saturating_sub(1), height: 1, ..area };
        put_right(buf, line, &format!("{} {}▏", titles::SEARCH, shown.typed), theme.accent());
    }
}
