//! The list of the séances: those of this folder, then the recent ones elsewhere; below, all about the one chosen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::LEAST;
use crate::app::help::about;
use crate::app::home::{Home, Over, Row, Target, Weight};
use crate::app::keymap;
use crate::french::creation::kind_of_body;
use crate::french::screen::{help as help_words, home as words, titles};
use crate::tui::keys::name;
use crate::tui::text::{
    below, cells, fit_end, from_column, inset, put, put_all, put_lines, put_right, put_wrapped, top, width, wrap,
};
use crate::tui::theme::Theme;
use crate::tui::widgets::panel;
use crate::tui::{foot, settle};

/// Rows of the frame about the one chosen.
const CHOSEN: u16 = 5;

/// The columns that a state keeps where the names of the councils are long: « en cours : rapport 07 ».
const STATE: u16 = 24;

/// A line of the list.
enum Listed<'a> {
    Heading(&'static str),
    Row(&'a Row),
    Act(Target),
    Gap,
}

/// Draws the whole screen.
pub fn draw(buf: &mut Buffer, area: Rect, home: &mut Home, theme: Theme) {
    lay(buf, area, home, theme);
    settle(buf, area, theme);
}

fn lay(buf: &mut Buffer, area: Rect, home: &mut Home, theme: Theme) {
    if area.width < LEAST.columns || area.height < LEAST.rows {
        let said = titles::too_small(area.width, area.height, LEAST.columns, LEAST.rows);
        put_wrapped(buf, below(area, area.height / 2), &said, 3, theme.strong());
        return;
    }
    let head = inset(top(area, 1), 1);
    let x = put_right(buf, head, &words::day(home.today()), theme.plain());
    put(buf, Rect { width: x.saturating_sub(head.x + 1), ..head }, words::TITLE, theme.strong());
    let body = below(area, 1);
    let body = top(body, body.height - 1);
    let list = top(body, body.height - CHOSEN);
    sittings(buf, list, home, theme);
    chosen(buf, below(body, list.height), home, theme);
    match home.over().cloned() {
        Some(Over::Findings { number, scroll }) => findings(buf, body, home, number, scroll, theme),
        Some(Over::Help { of }) => help(buf, body, of, theme),
        None => {}
    }
    foot::keys(buf, inset(below(area, area.height - 1), 1), home.context(), false, theme);
}

fn sittings(buf: &mut Buffer, area: Rect, home: &Home, theme: Theme) {
    let inside = panel::screen(buf, area, words::SITTINGS, theme);
    if home.unread() > 0 {
        let told = words::still_reading(home.unread());
        let edge =
            Rect { x: area.right().saturating_sub(width(&told) + 4), height: 1, width: width(&told) + 2, ..area };
        panel::heading_on(buf, edge, &[(&told, theme.dim())]);
    }
    if !home.query().is_empty() {
        let line = Rect { y: area.bottom() - 1, x: area.x + 2, width: area.width - 4, height: 1 };
        let room = line.width.saturating_sub(width(titles::SEARCH) + 4);
        let parts = [
            (" ", theme.plain()),
            (titles::SEARCH, theme.accent()),
            (" ", theme.plain()),
            (&*fit_end(home.query(), room), theme.strong()),
            ("▏ ", theme.accent()),
        ];
        put_all(buf, line, &parts);
    }
    let lines = lines(home);
    let at = lines.iter().position(|line| is_picked(line, home)).unwrap_or(0);
    let mut rest = inside;
    if home.rows().is_empty() && home.unread() == 0 {
        for line in words::EMPTY {
            rest = if line.is_empty() { below(rest, 1) } else { put_wrapped(buf, rest, line, 3, theme.plain()) };
        }
        rest = below(rest, 1);
    } else if home.shown().next().is_none() && !home.query().is_empty() {
        put_wrapped(buf, rest, words::NOTHING_FOUND, 2, theme.plain());
        return;
    }
    let shown = usize::from(rest.height);
    // The cursor keeps a line below it while there are more.
    let first = (at + 2).saturating_sub(shown).min(lines.len().saturating_sub(shown));
    let columns = Columns::of(home, rest.width);
    for line in lines.iter().skip(first).take(shown) {
        one(buf, top(rest, 1), line, home, &columns, theme);
        rest = below(rest, 1);
    }
}

/// The list, line by line: a heading over each part, if there is more than one.
fn lines(home: &Home) -> Vec<Listed<'_>> {
    let mut lines = Vec::new();
    for (is_here, heading) in [(true, words::HERE), (false, words::ELSEWHERE)] {
        let mut rows = home.shown().filter(|row| row.is_here == is_here).map(Listed::Row).peekable();
        if rows.peek().is_some() {
            if !lines.is_empty() {
                lines.push(Listed::Gap);
            }
            lines.push(Listed::Heading(heading));
            lines.extend(rows);
        }
    }
    if home.query().is_empty() {
        if !lines.is_empty() {
            lines.extend([Listed::Gap, Listed::Heading(words::BESIDES)]);
        }
        lines.extend([Listed::Act(Target::Create), Listed::Act(Target::Rehearse)]);
    }
    lines
}

fn is_picked(line: &Listed<'_>, home: &Home) -> bool {
    match line {
        Listed::Row(row) => home.picked() == Some(Target::Sitting(row.number)),
        Listed::Act(target) => home.picked() == Some(*target),
        Listed::Heading(_) | Listed::Gap => false,
    }
}

/// How wide the columns are: the day, the council, the state.
struct Columns {
    day: u16,
    council: u16,
}

impl Columns {
    fn of(home: &Home, all: u16) -> Self {
        let widest = |text: fn(&Row) -> &str| home.rows().iter().map(|row| width(text(row))).max().unwrap_or(0);
        let day = width(words::TODAY);
        let left = all.saturating_sub(day + 6);
        // Where both do not fit the state keeps its first words: councils begin alike, and are told apart by their ends.
        let state = widest(|row| &row.state).min(STATE.max(left.saturating_sub(widest(|row| &row.council))));
        Self { day, council: widest(|row| &row.council).min(left.saturating_sub(state)) }
    }
}

fn one(buf: &mut Buffer, area: Rect, line: &Listed<'_>, home: &Home, columns: &Columns, theme: Theme) {
    match line {
        Listed::Gap => {}
        Listed::Heading(heading) => panel::rule(buf, area, &[(heading, theme.dim())], theme),
        Listed::Act(target) => {
            let (sign, text) = match target {
                Target::Create => ("+", words::CREATE),
                Target::Rehearse | Target::Sitting(_) => ("▷", words::REHEARSE),
            };
            put_all(buf, area, &[(sign, theme.accent()), (" ", theme.plain()), (text, theme.plain())]);
        }
        Listed::Row(row) => {
            let (sign, style) = sign(row.weight, theme);
            put(buf, area, sign, style);
            let day = Rect { x: area.x + 2, width: columns.day, ..area };
            let is_today = row.date == Some(home.today());
            put(buf, day, &words::when(row.date, home.today()), if is_today { theme.accent() } else { theme.plain() });
            let council = Rect { x: day.right() + 2, width: columns.council, ..area };
            let done = matches!(row.weight, Weight::Done | Weight::Gone);
            let name = if is_today {
                theme.strong()
            } else if done {
                theme.dim()
            } else {
                theme.plain()
            };
            put(buf, council, &row.council, name);
            put(buf, from_column(area, council.right() + 2), &row.state, style);
        }
    }
    if is_picked(line, home) {
        buf.set_style(area, theme.picked());
    }
}

fn sign(weight: Weight, theme: Theme) -> (&'static str, Style) {
    match weight {
        Weight::Mend => ("✗", theme.bad()),
        Weight::Ready => ("○", theme.good()),
        Weight::UnderWay => ("●", theme.caution()),
        Weight::Held => ("◆", theme.caution()),
        Weight::Done => ("■", theme.dim()),
        Weight::Gone => ("?", theme.dim()),
    }
}

/// All about the one chosen: what the narrow columns of the list cut stands whole here.
fn chosen(buf: &mut Buffer, area: Rect, home: &Home, theme: Theme) {
    let (title, does) = match home.picked() {
        Some(Target::Create) => (words::CREATE, words::CREATE_DOES),
        Some(Target::Rehearse) => (words::REHEARSE, words::REHEARSE_DOES),
        _ => (words::CHOSEN, ""),
    };
    let inside = panel::screen(buf, area, title, theme);
    if !does.is_empty() {
        put_wrapped(buf, inside, does, 3, theme.plain());
        return;
    }
    let Some(row) = home.picked_row() else { return };
    let day = row.date.map(words::day).unwrap_or_default();
    let x = put_right(buf, top(inside, 1), &day, theme.plain());
    let first = Rect { width: x.saturating_sub(inside.x + 2), ..inside };
    let end = put(buf, first, &row.council, theme.strong());
    // Most councils are called by their kind: it is said of the others, where there is room.
    let kind = row.kind.map(kind_of_body).filter(|kind| !is_called_by(&row.council, kind));
    let kind = kind.map(|kind| format!(" · {kind}")).filter(|kind| end + width(kind) <= first.right());
    put(buf, from_column(first, end), &kind.unwrap_or_default(), theme.dim());
    let (sign, style) = sign(row.weight, theme);
    put_all(buf, below(inside, 1), &[(sign, style), (" ", style), (&row.state, style)]);
    let enter = match (row.opens, row.weight, &row.findings) {
        (true, ..) => words::ENTER_OPENS,
        (false, Weight::Gone, _) => words::ENTER_NOTHING,
        (false, _, Some(_)) => words::ENTER_SHOWS,
        (false, _, None) => "",
    };
    let last = below(inside, 2);
    let x = put_right(buf, top(last, 1), enter, theme.plain());
    put(
        buf,
        Rect { width: x.saturating_sub(last.x + 2), ..last },
        &fit_end(&row.file, x.saturating_sub(last.x + 2)),
        theme.dim(),
    );
}

/// Whether a council bears the name of its kind: « Conseil communautaire du Val-d’Essai ».
fn is_called_by(council: &str, kind: &str) -> bool {
    kind.split(' ').take(2).zip(council.split(' ')).all(|(one, other)| one == other)
}

/// What is to be mended in a file.
fn findings(buf: &mut Buffer, area: Rect, home: &mut Home, number: usize, scroll: usize, theme: Theme) {
    let Some(row) = home.row(number) else { return };
    let inner = area.width.saturating_sub(4);
    let told = row.findings.clone().unwrap_or_default();
    let lines: Vec<String> = told.lines().flat_map(|line| kept(line, inner)).collect();
    let inside = panel::over(buf, area, area.width, area.height, &format!("{} · {}", words::TO_MEND, row.file), theme);
    let shown = usize::from(inside.height);
    home.reach(lines.len().saturating_sub(shown));
    let first = scroll.min(lines.len().saturating_sub(shown));
    put_lines(buf, inside, lines.get(first..).unwrap_or_default(), theme.plain());
    if first + shown < lines.len() {
        let edge =
            Rect { y: inside.bottom(), height: 1, ..from_column(inside, inside.right() - width(titles::MORE) - 2) };
        panel::heading_on(buf, edge, &[(titles::MORE, theme.accent())]);
    }
}

/// A line of `verifier` with its margin: that of an excerpt is what carets stand under, and is not wrapped.
fn kept(line: &str, columns: u16) -> Vec<String> {
    if width(line) <= columns || line.contains('│') {
        return vec![crate::tui::text::fit(line, columns).into_owned()];
    }
    let margin: String = line.chars().take_while(|character| *character == ' ').collect();
    let next = if margin.is_empty() { "      ".to_owned() } else { margin.clone() };
    let room = columns.saturating_sub(width(&next));
    let wrapped = wrap(line.trim_start(), room, usize::MAX);
    let with_margin = |(place, line): (usize, String)| format!("{}{line}", if place == 0 { &margin } else { &next });
    wrapped.into_iter().enumerate().map(with_margin).collect()
}

/// The keys of the list.
fn help(buf: &mut Buffer, area: Rect, of: crate::app::context::Context, theme: Theme) {
    let rows: Vec<_> = keymap::rows(of).collect();
    let (screen, lines) = about(of);
    let title = help_words::title(screen);
    let inside = panel::over(buf, area, 88, cells(rows.len() + lines.len() + 1) + 2, &title, theme);
    let mut rest = inside;
    for line in lines {
        put(buf, rest, line, theme.plain());
        rest = below(rest, 1);
    }
    rest = below(rest, 1);
    for row in rows {
        let keys: Vec<_> = row.strokes.iter().take(3).map(|stroke| name(*stroke)).collect();
        let more = if row.strokes.len() > 3 { " …" } else { "" };
        put(buf, Rect { width: 16.min(rest.width), ..rest }, &format!("{}{more}", keys.join("  ")), theme.key());
        put(buf, from_column(rest, rest.x + 17), row.label.long(), theme.plain());
        rest = below(rest, 1);
    }
}
