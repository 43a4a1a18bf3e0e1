//! Seats given to lists in proportion, step by step: the quotient, the whole seats, then each seat with the number that
//! decided it, and what decided between equal numbers.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::council::proportional::{Allocation, Given, GivenBy, Method};
use crate::french::screen::urn as common;
use crate::french::screen::urn::seats as words;
use crate::tui::text::{below, cells, from_column, put, put_right, top, width};
use crate::tui::theme::Theme;

use super::Held;

/// The lists with their letters, votes and seats; gives the rows taken.
pub fn lists(buf: &mut Buffer, area: Rect, held: &Held, allocation: &Allocation, theme: Theme) -> u16 {
    put_right(buf, area, words::LIST_HEADING, theme.dim());
    let room = usize::from(area.height.saturating_sub(1));
    for (place, (list, votes)) in allocation.lists.iter().enumerate().take(room) {
        let line = top(below(area, cells(place) + 1), 1);
        let seats = allocation.seats_of(list);
        let told = words::votes_and_seats(*votes, seats);
        let look = if seats > 0 { theme.good().patch(theme.strong()) } else { theme.plain() };
        let end = put_right(buf, line, &told, look);
        let x = put(buf, line, &format!(" {} ", common::letter(place)), theme.picked());
        let name = Rect { width: end.saturating_sub(x + 2), ..from_column(line, x + 1) };
        put(buf, name, &held.name(list), theme.plain());
    }
    cells(allocation.lists.len().min(room)) + 1
}

/// Seat by seat, in as many columns as there is room for.
pub fn steps(buf: &mut Buffer, area: Rect, held: &Held, allocation: &Allocation, theme: Theme) {
    if area.height == 0 {
        return;
    }
    let mut title = words::method(allocation.method).to_owned();
    if let Some(quotient) = words::quotient(allocation) {
        title = format!("{title} · {quotient}");
    }
    put(buf, area, &title, theme.accent());
    let rest = below(area, 1);
    let lines = lines(held, allocation, theme);
    let longest = lines.iter().map(|(line, _)| width(line)).max().unwrap_or(1) + 3;
    let columns = (rest.width / longest.max(1)).max(1);
    let height = usize::from(rest.height).max(1);
    let needed = cells(lines.len().div_ceil(height)).max(1);
    let columns = columns.min(needed);
    let room = usize::from(columns) * height;
    let shown = if lines.len() > room { room.saturating_sub(1) } else { lines.len() };
    let own = rest.width / columns;
    for (place, (line, look)) in lines.iter().take(shown).enumerate() {
        let (column, row) = (cells(place / height), cells(place % height));
        let cell = Rect { x: rest.x + column * own, y: rest.y + row, width: own, height: rest.height.min(1) };
        put(buf, cell, line, *look);
    }
    if let Some(left @ 1..) = lines.len().checked_sub(shown) {
        put_right(buf, below(rest, rest.height.saturating_sub(1)), &words::more_seats(left), theme.dim());
    }
}

/// A line for each seat; the whole seats of a list are told at once, and what is left to it behind them.
fn lines(held: &Held, allocation: &Allocation, theme: Theme) -> Vec<(String, Style)> {
    let letter = |given: &Given| {
        let place = allocation.lists.iter().position(|(list, _)| *list == given.list).unwrap_or(0);
        format!("{} {}", common::letter(place), held.name(&given.list))
    };
    let mut lines = Vec::new();
    let mut at = 0;
    while let Some(given) = allocation.given.get(at) {
        let alike = allocation.given.iter().skip(at).take_while(|it| it.list == given.list && it.by == given.by);
        let run = if given.by == GivenBy::Quotient { alike.count().max(1) } else { 1 };
        let places = words::places(at + 1, at + run);
        let look = if given.tie.is_some() { theme.caution() } else { theme.plain() };
        lines.push((words::step_of(&places, &letter(given), given, allocation), look));
        at += run;
    }
    if allocation.method == Method::HighestRemainder {
        // The remainders of those whom the quotient left without the next seat.
        let rests =
            allocation.lists.iter().enumerate().map(|(place, (_, votes))| {
                format!("{} {}", common::letter(place), words::remainder(*votes, allocation))
            });
        let whole = allocation.given.iter().filter(|given| given.by == GivenBy::Quotient).count();
        let line = words::remainders(&rests.collect::<Vec<_>>());
        let place = lines.len().min(groups_of_whole_seats(allocation, whole));
        lines.insert(place, (line, theme.dim()));
    }
    lines
}

/// How many lines tell the whole seats.
fn groups_of_whole_seats(allocation: &Allocation, whole: usize) -> usize {
    let given = allocation.given.get(..whole).unwrap_or_default();
    given.chunk_by(|one, other| one.list == other.list).count()
}
