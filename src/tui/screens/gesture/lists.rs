//! The lists of a gesture: the gestures themselves on their board, the answers to choose from, those to tick.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::gesture::{Board, Gesturing, Item, Row};
use crate::app::keymap::Stroke;
use crate::french::screen::{gesture as words, titles};
use crate::tui::keys::name;
use crate::tui::text::{below, cells, from_column, put, put_all, put_right, top};
use crate::tui::theme::Theme;
use crate::tui::widgets::apart;

/// Columns between the two of the board.
const BETWEEN: u16 = 2;
/// Rows of what is said of the one under the cursor, with the one that parts it from the list.
const EXPLAINED: u16 = 2;

/// The rows that the board takes if there is room for so many.
pub(super) fn rows_of(board: &Board, room: u16) -> u16 {
    let airy = cells(board.rows + board.gaps);
    let room = room.saturating_sub(EXPLAINED);
    (if airy <= room { airy } else { cells(board.rows).min(room) }) + EXPLAINED
}

/// Draws the gestures under their headings, in two columns.
pub(super) fn board(buf: &mut Buffer, area: Rect, app: &App, shown: &Gesturing, theme: Theme) {
    let board = shown.board(app.sitting());
    let items = shown.visible(app.sitting());
    // What the one under the cursor does, in a line below.
    let list = top(area, area.height.saturating_sub(EXPLAINED));
    let is_airy = usize::from(list.height) >= board.rows + board.gaps;
    let [left, right] = &board.columns;
    let half = area.width.saturating_sub(BETWEEN) / 2;
    let is_alone = left.is_empty() || right.is_empty();
    let width = if is_alone { area.width } else { half };
    let beside = if left.is_empty() { list } else { Rect { x: area.x + half + BETWEEN, ..list } };
    for (rows, rows_area) in [(left, list), (right, beside)] {
        column(buf, Rect { width, ..rows_area }, app, shown, (rows, &items), is_airy, theme);
    }
    nothing(buf, area, &items, theme);
    search(buf, area, shown, theme);
    if let Some(item) = items.get(shown.at) {
        put(buf, below(area, area.height.saturating_sub(1)), &item.explained(), theme.dim());
    }
}

fn column(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    shown: &Gesturing,
    (rows, items): (&[Row], &[&Item]),
    is_airy: bool,
    theme: Theme,
) {
    let at = shown.at;
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
                command(buf, line, app, (shown, items.get(*item).copied()), theme);
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

/// A command: its name, and at the right the key that does the same.
fn command(buf: &mut Buffer, line: Rect, app: &App, (shown, item): (&Gesturing, Option<&Item>), theme: Theme) {
    let Some(item) = item else { return };
    let mut rest = line;
    if let Some(key) = shown.key_of(item) {
        // The last column is that of « ↓ ».
        let room = Rect { width: line.width.saturating_sub(2), ..line };
        let x = put_right(buf, room, &name(Stroke::Is(key)), theme.key());
        rest = Rect { width: x.saturating_sub(line.x + 1), ..line };
    }
    // What cannot be done now stands dim under its heading, which says so.
    let style = if matches!(item, Item::Later(_)) { theme.dim() } else { theme.plain() };
    put_all(buf, rest, &[("  ", theme.plain()), (&item.label(app.sitting()), style)]);
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
        let x = put(buf, line, mark, theme.good());
        let label = item.label(app.sitting());
        let labels = || items.iter().map(|item| item.label(app.sitting())).collect();
        put(buf, from_column(line, x), &apart::cut(&label, labels, line.right().saturating_sub(x)), theme.plain());
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
