//! What a round gave: the figures in the order of the law, what each has, who is elected and by what; the rounds before.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::council::election::{Contest, RoundResult};
use crate::council::secret::{Count, Round, Ticket};
use crate::french::screen::urn as words;
use crate::french::screen::urn::why::RoundFigure;
use crate::tui::text::{below, cells, from_column, put, put_all, put_lines, put_right, top, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::bar::{Bar, MARK};
use crate::tui::widgets::panel;

use super::tiles::{self, Tile};
use super::{Held, allocation, heading};

/// The columns of the figures.
const FIGURES: u16 = 30;

/// Draws the last round, and the others in a line each.
pub fn draw(buf: &mut Buffer, area: Rect, held: &Held, theme: Theme) {
    let (Some(contest), Some(count)) = (held.contest, held.round.count.as_ref()) else { return };
    let sitting = held.app.sitting();
    let result = sitting.round_result(&held.shown.report.id, held.round);
    let rest = heading(buf, area, held, words::RESULT, "", theme);
    let rest = below(rest, u16::from(rest.height >= 16));
    let rest = before(buf, rest, held, &contest, theme);
    let sentence = wrap(&sentence(held, result.as_ref()), area.width, if area.height >= 24 { 4 } else { 2 });
    let kept = 1 + cells(sentence.len()).max(1);
    let bottom = below(rest, rest.height.saturating_sub(kept));
    ending(buf, bottom, held, result.as_ref(), &sentence, theme);
    let body = top(rest, rest.height.saturating_sub(kept));
    let figures = Rect { width: FIGURES.min(body.width), ..body };
    self::figures(buf, figures, held.round, &contest, theme);
    let beside = from_column(body, body.x + FIGURES + 3);
    if let Some(RoundResult::Allocated(allocation)) = &result {
        let used = allocation::lists(buf, beside, held, allocation, theme);
        let rows = used.max(cells(RoundFigure::ALL.len())) + u16::from(body.height >= 12);
        allocation::steps(buf, below(body, rows), held, allocation, theme);
    } else {
        let all = in_order(held, count);
        votes(buf, beside, held, &contest, count, result.as_ref(), theme);
        // Three rows for each with its bar, and the mark under them.
        let used = cells(all.len() * 3 + 2).max(cells(RoundFigure::ALL.len()) + 1);
        large(buf, below(body, used), held, &all, theme);
    }
}

/// The six figures of a round, each behind dots.
fn figures(buf: &mut Buffer, area: Rect, round: &Round, contest: &Contest, theme: Theme) {
    for (row, figure) in RoundFigure::ALL.into_iter().enumerate() {
        let line = top(below(area, cells(row)), 1);
        if line.height == 0 {
            return;
        }
        let x = put(buf, line, figure.label(), theme.plain());
        let end = put_right(buf, line, &figure.shown(round, contest), theme.strong());
        for dot in (x + 1)..end.saturating_sub(1) {
            buf[(dot, line.y)].set_symbol("·").set_style(theme.dim());
        }
    }
}

/// Who stood and who received votes, the most votes first: the bars, with the majority marked.
fn votes(
    buf: &mut Buffer,
    area: Rect,
    held: &Held,
    contest: &Contest,
    count: &Count,
    result: Option<&RoundResult>,
    theme: Theme,
) {
    let all = in_order(held, count);
    let elected = match result {
        Some(RoundResult::Elected { ticket, .. }) => Some(ticket),
        _ => None,
    };
    let in_office = held.round.urn.as_ref().map_or(0, |urn| urn.in_office);
    let needed = contest.majority(held.round.number, count, in_office);
    let whole = count.cast().max(needed.unwrap_or(0)).max(1);
    // A bar under each where there are rows for them, beside him where there are columns.
    let is_under = all.len() * 3 < usize::from(area.height);
    let rows = if is_under { 3 } else { 1 };
    let room = usize::from(area.height) / rows;
    let shown = if all.len() > room { room.saturating_sub(1) } else { all.len() };
    let bar = if area.width >= 56 && !is_under { area.width - 40 } else { 0 };
    for (place, (ticket, votes)) in all.iter().take(shown).enumerate() {
        let line = top(below(area, cells(place * rows)), 1);
        let is_elected = elected == Some(ticket);
        let (sign, look) = if is_elected { ("✓", theme.good().patch(theme.strong())) } else { (" ", theme.plain()) };
        let x = put(buf, line, sign, look);
        let names = Rect { width: line.width.saturating_sub(bar + u16::from(bar > 0)), ..line };
        let end = put_right(buf, names, &votes.to_string(), theme.strong());
        let name = Rect { width: end.saturating_sub(x + 2), ..from_column(line, x + 1) };
        put(buf, name, &held.name(ticket), look);
        let drawn = Bar { value: *votes, whole, mark: needed };
        let look = if is_elected { theme.good() } else { theme.represented() };
        if is_under {
            let place = from_column(below(area, cells(place * rows) + 1), area.x + 2);
            drawn.draw(buf, top(place, 1), look, theme.dim());
        } else if bar > 0 {
            drawn.draw(buf, from_column(line, line.right() - bar), look, theme.dim());
        }
    }
    if let (true, Some(needed)) = (is_under, needed) {
        let place = from_column(below(area, cells(all.len() * rows)), area.x + 2);
        mark(buf, place, Bar { value: 0, whole, mark: Some(needed) }, needed, theme);
    }
    if let Some(left @ 1..) = all.len().checked_sub(shown) {
        put_right(buf, below(area, area.height.saturating_sub(1)), &words::more_names(left), theme.dim());
    }
}

/// The same in numbers that the room reads, where there is room for them under the bars.
fn large(buf: &mut Buffer, area: Rect, held: &Held, all: &[(Ticket, u32)], theme: Theme) {
    let tile = |(ticket, votes): &(Ticket, u32)| Tile {
        letter: String::new(),
        name: held.name(ticket),
        now: *votes,
        before: None,
        typed: None,
    };
    let tiles: Vec<Tile> = all.iter().map(tile).collect();
    let most = all.iter().map(|(_, votes)| *votes).max().unwrap_or(0);
    if let Some(layout) = tiles::lay(&tiles, area, most).filter(|_| area.height > 0 && !tiles.is_empty()) {
        tiles::draw(buf, area, &tiles, layout, true, theme);
    }
}

/// « ┆ majorité 15 », under the bars, at its mark.
fn mark(buf: &mut Buffer, area: Rect, bar: Bar, needed: u32, theme: Theme) {
    let Some(column) = bar.mark_column(area.width).filter(|_| area.height > 0) else { return };
    let label = words::majority_mark(needed);
    let fits = column + 2 + width(&label) <= area.width;
    let x = if fits { area.x + column } else { area.x + column.saturating_sub(width(&label) + 1) };
    let parts = if fits { [MARK, " ", &label] } else { [&label, " ", MARK] };
    put_all(buf, from_column(area, x), &parts.map(|part| (part, theme.dim())));
}

/// Those who received votes, the most first, then in the order of the letters; then those who stood and received none.
fn in_order(held: &Held, count: &Count) -> Vec<(Ticket, u32)> {
    let place = |ticket: &Ticket| held.standing.iter().position(|it| it == ticket).unwrap_or(usize::MAX);
    let mut all: Vec<(Ticket, u32)> = held.standing.iter().map(|it| (it.clone(), count.of(it))).collect();
    all.extend(count.votes.iter().filter(|(ticket, _)| !held.standing.contains(ticket)).cloned());
    all.sort_by(|(one, votes), (other, more)| more.cmp(votes).then_with(|| place(one).cmp(&place(other))));
    all
}

/// The rounds before the last, a line each, the last ones where there is little room; gives what is left below.
fn before(buf: &mut Buffer, area: Rect, held: &Held, contest: &Contest, theme: Theme) -> Rect {
    let rounds = held.secret.rounds.as_slice();
    let Some((_, before)) = rounds.split_last().filter(|(_, before)| !before.is_empty()) else { return area };
    let room = usize::from(area.height.saturating_sub(10) / 2).clamp(1, 6);
    let mut rest = area;
    for round in before.iter().skip(before.len().saturating_sub(room)) {
        rest = strip(buf, rest, held, round, contest, theme);
    }
    below(rest, u16::from(rest.height >= 12))
}

/// « 1er tour · exprimés 22 · majorité 12 · CHAZAL Hélène 11, AUBRY Paul 9 ».
fn strip(buf: &mut Buffer, area: Rect, held: &Held, round: &Round, contest: &Contest, theme: Theme) -> Rect {
    let sitting = held.app.sitting();
    let result = sitting.round_result(&held.shown.report.id, round);
    let told = words::in_brief(result.as_ref(), round.number, &sitting.docket().roster);
    let post = contest.posts.filter(|posts| *posts > 1 && !contest.form.is_by_list());
    let told = post.map_or_else(|| told.clone(), |_| format!("{} · {told}", words::post(round.post, contest.posts)));
    let x = put(buf, area, &told, theme.accent());
    let rest = from_column(area, x);
    if let Some(count) = &round.count {
        let in_office = round.urn.as_ref().map_or(0, |urn| urn.in_office);
        let majority = contest.majority(round.number, count, in_office);
        let score = |(ticket, votes): &(Ticket, u32)| format!("{} {votes}", held.name(ticket));
        let mut all = count.votes.clone();
        all.sort_by(|(one, votes), (other, more)| more.cmp(votes).then_with(|| one.cmp(other)));
        let named: Vec<String> = all.iter().map(score).collect();
        put(buf, rest, &words::strip(count, majority, &named), theme.dim());
    }
    below(area, 1)
}

/// What is to be said of the result: the sentence of the minutes once it is proclaimed, what comes next before.
fn sentence(held: &Held, result: Option<&RoundResult>) -> String {
    if held.shown.done.is_some() {
        return held.shown.sentence(held.app);
    }
    let is_over = held.app.sitting().election_is_over(&held.shown.report.id);
    result.map_or("", |result| words::next_step(result, is_over)).to_owned()
}

/// The result over a rule, and what is said of it.
fn ending(buf: &mut Buffer, area: Rect, held: &Held, result: Option<&RoundResult>, sentence: &[String], theme: Theme) {
    let roster = &held.app.sitting().docket().roster;
    let heading = if held.shown.done.is_some() { crate::french::screen::titles::PROCLAIMED } else { words::RESULT };
    let told = result.map_or_else(String::new, |result| words::result(result, held.round.number, roster));
    let look = match result {
        Some(RoundResult::Elected { .. } | RoundResult::Allocated(_)) => theme.good().patch(theme.strong()),
        Some(RoundResult::Nobody) => theme.bad(),
        _ => theme.caution().patch(theme.strong()),
    };
    panel::rule(buf, area, &[(heading, theme.accent()), ("  ", theme.plain()), (&told, look)], theme);
    put_lines(buf, below(area, 1), sentence, theme.plain());
}
