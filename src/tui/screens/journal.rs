//! The journal: the list of what was recorded, and what going back to the cursor would change.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::journal::{Ahead, Back, Journal, ROOM_BESIDE, Row, Section, hour_of};
use crate::council::history::Entry;
use crate::french::numbers::hour;
use crate::french::screen::{journal as words, titles};
use crate::tui::text::{below, cells, from_column, put, put_lines, put_right, put_wrapped, top, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::panel;

/// The columns of the list when what would change stands beside it.
const LIST: u16 = 58;
/// The columns of an hour: « 20 h 17 ».
const HOUR: u16 = 7;

/// Draws the journal.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, journal: &Journal, theme: Theme) {
    let (left, right) = if area.width >= ROOM_BESIDE {
        let columns = (area.width * 11 / 20).max(LIST);
        (Rect { width: columns, ..area }, from_column(area, area.x + columns))
    } else {
        let rows = (area.height / 2).max(6);
        (top(area, rows), below(area, rows))
    };
    list(buf, left, app, journal, theme);
    beside(buf, right, app, journal, theme);
    if let (true, Ahead::Back(back)) = (journal.is_asking(), journal.ahead()) {
        question(buf, area, back, theme);
    }
}

/// The rows, the newest at the bottom.
fn list(buf: &mut Buffer, area: Rect, app: &App, journal: &Journal, theme: Theme) {
    let inside = panel::screen(buf, area, words::JOURNAL, theme);
    let rows = journal.rows();
    let shown = usize::from(inside.height);
    // The window may show more rows than the screen as data counts on: the list then ends at the bottom.
    let first = journal.scroll().min(rows.len().saturating_sub(shown));
    let numbers = width(&(app.history().next_number().saturating_sub(1)).to_string()).max(2);
    let goes_back = matches!(journal.ahead(), Ahead::Back(_));
    let mut rest = inside;
    for (place, row) in rows.iter().enumerate().skip(first).take(shown) {
        let line = top(rest, 1);
        match row {
            Row::Start => {
                put(buf, line, &format!("  {}", words::START), theme.dim());
            }
            Row::Heading(section) => panel::rule(buf, line, &[(&heading(section, app), theme.accent())], theme),
            Row::Entry(number) => {
                entry(buf, line, app, journal, *number, numbers, goes_back && *number > journal.number(), theme);
            }
        }
        if place == journal.place() {
            buf.set_style(line, theme.picked());
        }
        rest = below(rest, 1);
    }
    let edge = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    let all = words::how_many(app.history().next_number() - 1);
    let foot = from_column(edge, edge.right().saturating_sub(width(&all) + 4));
    panel::heading_on(buf, foot, &[(&all, theme.dim())]);
    if !journal.query().is_empty() {
        let typed = format!("{} : {}", titles::SEARCH, journal.query());
        panel::heading_on(
            buf,
            Rect { width: edge.width / 2, ..from_column(edge, edge.x + 1) },
            &[(&typed, theme.accent())],
        );
    }
}

/// « Rapport n° 07 · Tarifs de la restauration scolaire ».
fn heading(section: &Section, app: &App) -> String {
    match section {
        Section::RollCall => words::ROLL_CALL.to_owned(),
        Section::Between => words::BETWEEN.to_owned(),
        Section::After => words::AFTER.to_owned(),
        Section::Report(id) => {
            let object = app.sitting().docket().agenda.report(id).map(|report| report.object.as_str());
            words::report(id.as_str(), object)
        }
    }
}

/// « 31  20 h 17  AUBRY Paul + 1 pouvoir : contre ».
#[allow(clippy::too_many_arguments, reason = "one row: where it stands, what it is, how it looks")]
fn entry(
    buf: &mut Buffer,
    line: Rect,
    app: &App,
    journal: &Journal,
    number: u64,
    numbers: u16,
    would_go: bool,
    theme: Theme,
) {
    let (at, state) = state(app, number);
    let (sign, style) = match state {
        State::Holds if would_go => ("‹", theme.caution()),
        State::Holds => (" ", theme.plain()),
        State::Undone => ("✗", theme.dim()),
        State::Undo => ("⌫", theme.dim()),
    };
    put(buf, line, sign, style);
    put_right(buf, Rect { width: numbers, ..from_column(line, line.x + 2) }, &number.to_string(), theme.dim());
    let x = line.x + 2 + numbers + 1;
    if let Some(at) = at {
        put_right(buf, Rect { width: HOUR, ..from_column(line, x) }, &at, theme.dim());
    }
    let mut words = from_column(line, x + HOUR + 2);
    if state == State::Undone {
        let x = put_right(buf, words, words::UNDONE, theme.dim());
        words.width = x.saturating_sub(words.x + 1);
    }
    put(buf, words, journal.words(number), style);
}

/// What became of an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Holds,
    Undone,
    Undo,
}

fn state(app: &App, number: u64) -> (Option<String>, State) {
    match app.history().get(number) {
        Some(Entry::Action { at, .. }) => {
            let state = if app.history().holds(number) { State::Holds } else { State::Undone };
            (hour_of(at).map(hour), state)
        }
        _ => (None, State::Undo),
    }
}

/// What is under the cursor, and what going back there would change.
fn beside(buf: &mut Buffer, area: Rect, app: &App, journal: &Journal, theme: Theme) {
    let is_back = matches!(journal.ahead(), Ahead::Back(_));
    let title = if is_back { words::WHAT_WOULD_CHANGE } else { words::THIS_ACTION };
    let inside = panel::screen(buf, area, title, theme);
    let is_low = inside.height < 12;
    let mut rest = inside;
    let number = journal.number();
    let told = if number == 0 { words::START } else { journal.words(number) };
    rest = put_wrapped(buf, rest, told, if is_low { 2 } else { 5 }, theme.strong());
    match journal.ahead() {
        Ahead::Here => {
            put_wrapped(buf, below(rest, u16::from(!is_low)), words::HERE, 3, theme.plain());
        }
        Ahead::Barred(barrier) => {
            put_wrapped(buf, below(rest, u16::from(!is_low)), &words::barred(barrier), 5, theme.caution());
        }
        Ahead::Back(back) => would_change(buf, below(rest, u16::from(!is_low)), app, back, theme),
    }
}

/// The actions that would be taken back, as many as fit, and the figures as they are and as they would be: below, or beside
/// where the window is low.
fn would_change(buf: &mut Buffer, area: Rect, app: &App, back: &Back, theme: Theme) {
    let mut figures = words::compared(&back.now, &back.then, app.sitting());
    let is_low = area.height < 10;
    let beside = table_columns(&figures);
    let left = if is_low { Rect { width: area.width.saturating_sub(beside + 3), ..area } } else { area };
    put(buf, left, &words::would_be_taken_back(back.count), theme.caution());
    let rest = below(left, 1);
    if is_low {
        fewer(&mut figures, usize::from(area.height).saturating_sub(1));
        put_lines(buf, rest, &taken_back(back, rest.width, usize::from(rest.height)), theme.plain());
        table(buf, from_column(area, area.right().saturating_sub(beside)), &figures, theme);
        return;
    }
    let room = usize::from(rest.height);
    fewer(&mut figures, room.saturating_sub(2));
    let lines = room.saturating_sub(figures.len() + 2);
    let rest = put_lines(buf, rest, &taken_back(back, rest.width, lines), theme.plain());
    table(buf, below(rest, 1), &figures, theme);
}

/// At most so many figures: those that would not change go first.
fn fewer(figures: &mut Vec<words::Compared>, most: usize) {
    while figures.len() > most {
        let place = figures.iter().rposition(|figure| !figure.changes()).unwrap_or(figures.len() - 1);
        figures.remove(place);
    }
}

/// A line an action; if there are more than lines, how many others.
fn taken_back(back: &Back, columns: u16, lines: usize) -> Vec<String> {
    let named = if back.count > lines { lines.saturating_sub(1) } else { back.count };
    let line = |(number, words): &(u64, String)| {
        let text = format!("{number:>4}  {words}");
        crate::tui::text::fit(&text, columns).into_owned()
    };
    let mut all: Vec<String> = back.taken.iter().take(named).map(line).collect();
    if back.count > all.len() && lines > 0 {
        all.push(format!("      {}", words::and_others(back.count - all.len())));
    }
    all
}

/// The columns of the table: the labels, the figures as they are, as they would be.
fn columns(figures: &[words::Compared]) -> (u16, u16, u16) {
    let own = |of: fn(&words::Compared) -> &str| figures.iter().map(|figure| width(of(figure))).max().unwrap_or(0);
    (own(|figure| figure.label), own(|figure| &figure.now).max(10), own(|figure| &figure.then).max(10))
}

fn table_columns(figures: &[words::Compared]) -> u16 {
    let (label, now, then) = columns(figures);
    label + 2 + now + 3 + then
}

/// « Pour   24   →   26 ».
fn table(buf: &mut Buffer, area: Rect, figures: &[words::Compared], theme: Theme) {
    let (label, now, then) = columns(figures);
    let first = from_column(area, area.x + label + 2);
    let second = from_column(area, first.x + now + 3);
    let mut left = Rect { width: now.min(first.width), ..first };
    let mut right = Rect { width: then.min(second.width), ..second };
    let mut rest = area;
    if !figures.is_empty() {
        put_right(buf, left, words::NOW, theme.dim());
        put_right(buf, right, words::THEN, theme.dim());
    }
    for figure in figures {
        (rest, left, right) = (below(rest, 1), below(left, 1), below(right, 1));
        if rest.height == 0 {
            return;
        }
        let (style, value): (Style, Style) =
            if figure.changes() { (theme.plain(), theme.strong()) } else { (theme.dim(), theme.dim()) };
        put(buf, rest, figure.label, style);
        put_right(buf, left, &figure.now, style);
        if figure.changes() {
            put(buf, from_column(rest, left.right() + 1), "→", theme.caution());
        }
        put_right(buf, right, &figure.then, value);
    }
}

/// « Défaire les 3 dernières actions ? »
fn question(buf: &mut Buffer, area: Rect, back: &Back, theme: Theme) {
    let columns = 72.min(area.width);
    let lines = taken_back(back, columns.saturating_sub(4), 8);
    let last = wrap(words::ONE_BY_ONE, columns.saturating_sub(4), 2);
    let rows = cells(lines.len() + last.len()) + 6;
    let inside = panel::over(buf, area, columns, rows, words::WHAT_WOULD_CHANGE, theme);
    let rest = put_wrapped(buf, below(inside, 1), &words::question(back.count), 1, theme.strong());
    let rest = put_lines(buf, rest, &lines, theme.plain());
    put_lines(buf, below(rest, 1), &last, theme.dim());
}
