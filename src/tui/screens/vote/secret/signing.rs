//! The sign-off (*émargement*): who has a ballot to put into the urn, who is marked as not having put one. The names stand in
//! the order of the table, powers under their holders; nothing tells who came when.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::council::id::MemberId;
use crate::french::screen::urn as words;
use crate::tui::text::{below, cells, put, put_lines, put_right, put_wrapped, top, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::{names, search};

use super::super::beside;
use super::{Held, heading, who};

/// The columns of the search at most.
const SEARCH: u16 = 64;

/// The columns of a name at most: a window of 80 has room for two.
const COLUMN: u16 = 38;

/// Who signs: the voice, and the words of its line.
struct Line {
    voice: MemberId,
    text: String,
}

/// Draws the sign-off.
pub fn draw(buf: &mut Buffer, area: Rect, held: &Held, theme: Theme) {
    let lines = lines(held);
    let unsigned = held.stage.map(|_| &held.screen.urn.unsigned);
    let missing: Vec<&Line> =
        lines.iter().filter(|line| unsigned.is_some_and(|unsigned| unsigned.contains(&line.voice))).collect();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let told = unsigned.map(|_| words::signed(count(lines.len() - missing.len()), count(lines.len())));
    let rest = heading(buf, area, held, words::SIGN_OFF, &told.unwrap_or_default(), theme);
    let rows = if rest.height >= 26 { 4 } else { 2 };
    let rest = who(buf, rest, held, rows, theme);
    let rest = below(rest, u16::from(rest.height >= 12));
    // At the bottom: who has no ballot in words, then the search or what is to be done.
    let looks = beside::looks(held.screen) && unsigned.is_some();
    let kept = if looks { 5 } else { 2 + u16::from(rest.height >= 20) };
    let bottom = below(rest, rest.height.saturating_sub(kept));
    let list = top(rest, rest.height.saturating_sub(kept + u16::from(rest.height >= 12)));
    let Some(unsigned) = unsigned else {
        grid(buf, list, held, &lines, None, theme);
        put_wrapped(buf, bottom, words::BEING_SIGNED, 1, theme.dim());
        return;
    };
    grid(buf, list, held, &lines, Some(unsigned), theme);
    let mut rest = bottom;
    if !missing.is_empty() {
        let label = words::without_a_ballot(missing.len());
        let texts: Vec<String> = missing.iter().map(|line| line.text.clone()).collect();
        let inside = crate::tui::text::from_column(rest, rest.x + width(&label));
        put(buf, rest, &label, theme.caution());
        let rows = if looks { 1 } else { usize::from(rest.height) };
        let told = names::lines(&texts, inside.width, rows.min(2));
        put_lines(buf, inside, &told, theme.caution());
        rest = below(rest, cells(told.len()));
    }
    if looks {
        let place = Rect { width: rest.width.min(SEARCH), ..rest };
        search::draw(buf, place, held.app, &held.screen.picker, None, theme);
    } else if missing.is_empty() {
        put_wrapped(buf, rest, words::HOW_TO_SIGN, 2, theme.dim());
    }
}

/// Everyone who has a ballot to put, or had before leaving: each member, then those for whom he puts another.
fn lines(held: &Held) -> Vec<Line> {
    let roster = &held.app.sitting().docket().roster;
    let vote = &held.shown.vote;
    let room = &vote.room;
    let mut lines = Vec::new();
    for member in roster.everyone().map(|member| &member.id) {
        if room.speaks(member) {
            lines.push(Line { voice: member.clone(), text: roster.listed(member) });
        } else if vote.may_sign(member) && !room.has_voice(member) {
            // Who put a ballot into the urn and left keeps it.
            lines.push(Line { voice: member.clone(), text: words::gone(&roster.listed(member)) });
        }
        let mut carried: Vec<&MemberId> = room.carried_by(member).collect();
        if carried.len() > 1 {
            carried = roster.everyone().map(|other| &other.id).filter(|id| carried.contains(id)).collect();
        }
        for giver in carried {
            let text = words::on_behalf(&roster.listed(member), &roster.listed(giver));
            lines.push(Line { voice: giver.clone(), text });
        }
    }
    lines
}

/// The names in columns, one under the other; where they do not all fit, those around the one that is picked.
fn grid(
    buf: &mut Buffer,
    area: Rect,
    held: &Held,
    lines: &[Line],
    unsigned: Option<&BTreeSet<MemberId>>,
    theme: Theme,
) {
    if area.height == 0 || lines.is_empty() {
        return;
    }
    let longest = (lines.iter().map(|line| width(&line.text)).max().unwrap_or(0) + 3).min(COLUMN);
    let most = (area.width / longest.max(1)).max(1);
    let picked = held.screen.picker.picked();
    let place = lines.iter().position(|line| Some(&line.voice) == picked).unwrap_or(0);
    let whole = usize::from(most) * usize::from(area.height);
    let is_cut = lines.len() > whole;
    let height = if is_cut { area.height.saturating_sub(1).max(1) } else { area.height };
    let held_at_once = (usize::from(most) * usize::from(height)).max(1);
    let first = place / held_at_once * held_at_once;
    let shown = lines.iter().skip(first).take(held_at_once);
    // In few columns where few names are: they are gone through from top to bottom.
    let rows = if is_cut { usize::from(height) } else { lines.len().div_ceil(usize::from(most)).max(1) };
    let columns = (area.width / most).max(1);
    for (at, line) in shown.enumerate() {
        let (column, row) = (at / rows, at % rows);
        let x = area.x + cells(column).saturating_mul(columns);
        if x >= area.right() {
            break;
        }
        let cell = Rect { x, y: area.y + cells(row), width: columns.min(area.right() - x), height: 1 };
        let (sign, own, look) = match unsigned.map(|unsigned| unsigned.contains(&line.voice)) {
            Some(true) => ("○", theme.caution(), theme.caution()),
            Some(false) => ("✓", theme.good(), theme.plain()),
            // Nothing is known of who signed before the urn is closed.
            None => ("·", theme.dim(), theme.plain()),
        };
        put(buf, cell, sign, own);
        let text = Rect { x: cell.x + 2, width: cell.width.saturating_sub(3), ..cell };
        let end = put(buf, text, &line.text, look);
        if Some(&line.voice) == picked {
            let whole = Rect { width: end.saturating_sub(cell.x).max(1), ..cell };
            buf.set_style(whole, theme.picked());
        }
    }
    if is_cut {
        let left = lines.len().saturating_sub(first + held_at_once);
        if left > 0 {
            put_right(buf, below(area, area.height.saturating_sub(1)), &words::more_names(left), theme.dim());
        }
    }
}
