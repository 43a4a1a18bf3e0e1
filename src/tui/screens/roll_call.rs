//! The roll call, and who comes and goes later: every member with a sign, in the order of the table, and what is irregular if the sitting opens now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::roll_call::{Grid, RollCall, findings_rows};
use crate::app::typed_hour::TypedHour;
use crate::council::finding::Finding;
use crate::council::room::{Room, Seat};
use crate::council::roster::Member;
use crate::council::sitting::Stage;
use crate::french::findings;
use crate::french::screen::{names, roll_call as words, titles};
use crate::tui::screens::help;
use crate::tui::text::{below, cells, from_column, inset, put, put_all, put_lines, put_right, top, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::hemicycle::groups;
use crate::tui::widgets::seat::Sign;
use crate::tui::widgets::{apart, panel, search};

/// The columns of the search.
const SEARCH: u16 = 46;
/// The columns of « → » before the holder of a power.
const ARROW: u16 = 3;
/// From how many rows below the names on the room is drawn.
const ROOM_FOR_THE_ROOM: u16 = 8;

/// Draws the roll call, or the attendance when the sitting is open.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, roll_call: &RollCall, hour: Option<&TypedHour>, theme: Theme) {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    let room = sitting.attendance().room(roster);
    let title = match sitting.stage() {
        Stage::RollCall => words::title(roster.in_office()),
        _ => titles::ATTENDANCE.to_owned(),
    };
    let inside = panel::screen(buf, area, &title, theme);
    let legend: Vec<(&str, _)> = words::LEGEND
        .iter()
        .zip([Sign::Present, Sign::Represented, Sign::Excused, Sign::Absent])
        .flat_map(|(word, sign)| [(sign.symbol(), sign.style(theme)), (*word, theme.dim())])
        .collect();
    let legend_width: u16 = legend.iter().map(|(text, _)| width(text)).sum();
    if legend_width + width(&title) + 8 < area.width {
        panel::heading_on(buf, Rect { height: 1, ..from_column(area, area.right() - legend_width - 4) }, &legend);
    }
    let list = list_in(area, app, hour.is_some());
    members(buf, list, app, roll_call, &room, theme);
    if let Some(place) = seats_below(list, app) {
        let picked = roll_call.picker.picked();
        groups::room(buf, place, app.seating(), &room, |member| Some(member) == picked, theme);
    }
    let rest = below(inside, list.height);
    if sitting.stage() == Stage::RollCall {
        at_opening(buf, rest, app, theme);
    } else if let Some(hour) = hour.filter(|_| !sitting.stage().is_over()) {
        at_what_hour(buf, rest, app, hour, theme);
    }
    if app.greets() {
        help::first_time(buf, list, theme);
    }
    if !roll_call.picker.query().is_empty() || roll_call.giver().is_some() {
        looking(buf, list, app, roll_call, theme);
    }
}

/// Where the seats are laid out in the area of the roll call.
pub fn seats_in(area: Rect, app: &App) -> Option<Rect> {
    groups::seats_in(seats_below(list_in(area, app, false), app)?, app.seating())
}

/// Where the names stand; below them the findings at the opening, or the hour of a movement.
fn list_in(area: Rect, app: &App, has_hour: bool) -> Rect {
    let inside = panel::inside(area);
    let view = app.view();
    // The rows that the names leave free are for the findings, which then need not be cut.
    let free = inside.height.saturating_sub(cells(Grid::of(&view).rows));
    let findings = match findings_rows(&view) {
        0 => 0,
        least => cells(least).max(free.min(at_opening_rows(app, inside.width))).min(inside.height),
    };
    // The hour of a movement stands below the names.
    let findings = if has_hour { 1.min(inside.height) } else { findings };
    top(inside, inside.height - findings)
}

/// Where the seats stand below the names, beside the place of the search.
fn seats_below(list: Rect, app: &App) -> Option<Rect> {
    let names = cells(Grid::of(&app.view()).rows);
    let place = below(list, names + 1);
    let columns = list.width.saturating_sub(SEARCH + 2);
    (place.height >= ROOM_FOR_THE_ROOM).then_some(Rect { width: columns, ..place })
}

fn members(buf: &mut Buffer, area: Rect, app: &App, roll_call: &RollCall, room: &Room, theme: Theme) {
    let roster = &app.sitting().docket().roster;
    let carried = room.carried();
    let grid = Grid::of(&app.view());
    let shown = usize::from(area.height);
    let picked = roll_call.picker.picked();
    let at_row = roster.everyone().position(|member| Some(&member.id) == picked).map_or(0, |place| place % grid.rows);
    // The picked one stays in sight, with a row of context below.
    let first = (at_row + 2).saturating_sub(shown).min(grid.rows.saturating_sub(shown));
    let columns = cells(grid.columns).max(1);
    let column_width = area.width / columns;
    for (place, member) in roster.everyone().enumerate() {
        let (column, row) = (place / grid.rows, place % grid.rows);
        if row < first || row >= first + shown {
            continue;
        }
        let cell = Rect {
            x: area.x + cells(column) * column_width,
            y: area.y + cells(row - first),
            width: column_width.saturating_sub(2),
            height: 1,
        };
        let powers = carried.get(&member.id).copied().unwrap_or(0);
        draw_member(buf, cell, app, member, room, powers, theme);
        if Some(&member.id) == picked {
            buf.set_style(cell, theme.picked());
        } else if Some(&member.id) == roll_call.giver() {
            buf.set_style(cell, theme.accent());
        }
    }
    if first + shown < grid.rows {
        put_right(buf, below(area, area.height.saturating_sub(1)), "↓", theme.dim());
    }
}

fn draw_member(buf: &mut Buffer, cell: Rect, app: &App, member: &Member, room: &Room, powers: usize, theme: Theme) {
    let roster = &app.sitting().docket().roster;
    let seat = words::seat_out_of_the_report(&member.id, app.sitting()).or_else(|| room.seat(&member.id));
    let sign = Sign::of(seat);
    let name = member.name.listed();
    let style = if sign == Sign::Present { theme.plain() } else { theme.dim() };
    let x = put_all(buf, cell, &[(sign.symbol(), sign.style(theme)), (" ", theme.plain())]);
    let mut rest = from_column(cell, x);
    if let Some(Seat::Represented(holder)) = seat {
        let holder = names::short(holder, roster);
        let room_for_name = rest.width.saturating_sub(width(&holder) + ARROW).max(rest.width / 2);
        let x = put(buf, Rect { width: room_for_name, ..rest }, &apart::name(&name, roster, room_for_name), style);
        rest = from_column(rest, x);
        let holder = apart::surname(&holder, roster, rest.width.saturating_sub(ARROW));
        put(buf, rest, &format!(" → {holder}"), theme.represented());
        return;
    }
    if let Some(word) = words::beside(member, app.sitting()) {
        let word = format!(" {word}");
        let room_for_name = rest.width.saturating_sub(width(&word)).max(rest.width / 2);
        let x = put(buf, Rect { width: room_for_name, ..rest }, &apart::name(&name, roster, room_for_name), style);
        rest = from_column(rest, x);
        put(buf, rest, &word, theme.caution());
        return;
    }
    let carried = match powers {
        0 => String::new(),
        some => format!(" +{some}"),
    };
    let room_for_name = rest.width.saturating_sub(width(&carried));
    let x = put(buf, Rect { width: room_for_name, ..rest }, &apart::name(&name, roster, room_for_name), style);
    put(buf, from_column(rest, x), &carried, theme.represented());
}

/// « 18 h 42 », as far as it is typed.
#[must_use]
pub fn typed_hour(hour: &TypedHour) -> String {
    words::typed_hour(hour.digits())
}

/// The hour of the next movement: the clock's, or the one typed.
fn at_what_hour(buf: &mut Buffer, area: Rect, app: &App, hour: &TypedHour, theme: Theme) {
    if hour.is_empty() {
        put(buf, area, &words::hour_now(app.hour_of_the_sitting()), theme.dim());
        return;
    }
    let typed = typed_hour(hour);
    put_all(
        buf,
        area,
        &[
            (words::HOUR, theme.accent()),
            (&typed, theme.strong()),
            ("▏ ", theme.accent()),
            (words::HOUR_OF_THE_NEXT, theme.dim()),
        ],
    );
}

/// The rows of the findings at the opening, if none of them is cut.
fn at_opening_rows(app: &App, columns: u16) -> u16 {
    let found = app.view().at_opening;
    let lines = found.iter().map(|finding| sentence_lines(finding, app, columns, usize::MAX).len());
    2 + cells(lines.sum())
}

/// The sentence of a finding beside its code.
fn sentence_lines(finding: &Finding, app: &App, columns: u16, lines: usize) -> Vec<String> {
    let sentence = findings::sentence(finding, &app.sitting().docket().roster);
    wrap(&sentence, columns.saturating_sub(width(&finding.code().to_string()) + 1), lines)
}

fn at_opening(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    let found = app.view().at_opening;
    panel::rule(buf, area, &[(titles::AT_OPENING, theme.accent())], theme);
    let mut rest = below(area, 1);
    if found.is_empty() {
        put_all(buf, rest, &[("✓ ", theme.good()), (titles::NOTHING_IRREGULAR, theme.plain())]);
    }
    let shown = usize::from(rest.height);
    let mut spare = shown.saturating_sub(found.len());
    for (row, finding) in found.iter().take(shown).enumerate() {
        if row + 1 == shown && found.len() > shown {
            put(buf, rest, &words::more_findings(found.len() - row), theme.caution());
            break;
        }
        let code = finding.code().to_string();
        let lines = sentence_lines(finding, app, area.width, 1 + spare);
        spare = spare.saturating_sub(lines.len().saturating_sub(1));
        let x = put_all(buf, rest, &[(&code, theme.bad()), (" ", theme.plain())]);
        put_lines(buf, from_column(rest, x), &lines, theme.plain());
        rest = below(rest, cells(lines.len()));
    }
}

/// The search, over the lower right of the list: the names that it covers are those that are not looked at.
fn looking(buf: &mut Buffer, area: Rect, app: &App, roll_call: &RollCall, theme: Theme) {
    let columns = SEARCH.min(area.width);
    let rows = 10.min(area.height);
    let corner = Rect { x: area.right() - columns, y: area.bottom() - rows, width: columns, height: rows };
    let roster = &app.sitting().docket().roster;
    let title = match roll_call.giver() {
        Some(giver) => words::gives_to(&roster.listed(giver)),
        None if sitting_is_open(app) => titles::ATTENDANCE.to_owned(),
        None => titles::ROLL_CALL.to_owned(),
    };
    let inside = panel::over(buf, corner, columns, rows, &title, theme);
    search::draw(buf, inset(inside, 0), app, &roll_call.picker, None, theme);
}

fn sitting_is_open(app: &App) -> bool {
    app.sitting().stage() != Stage::RollCall
}
