//! The message line and the keys that work now.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::context::Context;
use crate::app::keymap::{self, Action, Binding, Stroke};
use crate::app::step::Tone;
use crate::french::screen::labels::Label;
use crate::french::screen::said;

use super::keys::{name, spelled};
use super::text::{below, cells, from_column, inset, put, put_all, put_lines, width, wrap};
use super::theme::Theme;

/// The lines of what is said now: at least one. What to do next comes last, and must not be cut in a narrow window.
fn message(app: &App, columns: u16) -> Vec<String> {
    match app.said() {
        Some(said) => wrap(&said.text, columns.saturating_sub(4), 3),
        None => vec![banner(app).unwrap_or_default()],
    }
}

/// The last proclamation, as long as nothing else is said.
fn banner(app: &App) -> Option<String> {
    let ended = app.proclaimed()?;
    said::proclaimed(&ended.reports, ended.on.as_ref(), app.sitting())
}

/// The rows that the message and the footer take.
#[must_use]
pub fn rows(app: &App, columns: u16) -> u16 {
    cells(guide(app, columns).len() + message(app, columns).len()).max(1) + 1
}

/// In a rehearsal that a story guides: what happens in the room, and what to type.
fn guide(app: &App, columns: u16) -> Vec<String> {
    app.guide().map_or_else(Vec::new, |guide| wrap(&guide.words(), columns.saturating_sub(4), 2))
}

/// Draws the message and the footer.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    let guide = guide(app, area.width);
    let lines = message(app, area.width);
    put_lines(buf, inset(area, 2), &guide, theme.accent().patch(theme.strong()));
    let area = below(area, cells(guide.len()));
    let text = inset(area, 1);
    let sign = match app.said().map(|said| said.tone) {
        Some(Tone::Refused) => "✗ ",
        Some(Tone::Alarm) => "▲ ",
        Some(Tone::Done) => "✓ ",
        Some(Tone::Plain) => "· ",
        None if lines.iter().all(String::is_empty) => "",
        None => "▸ ",
    };
    let style = app.said().map_or(theme.accent(), |said| theme.tone(said.tone));
    let x = put(buf, text, sign, style);
    let rest = put_lines(buf, from_column(text, x), &lines, style);
    footer(buf, inset(below(area, area.height.saturating_sub(rest.height.min(1))), 1), app, theme);
}

fn footer(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    keys(buf, area, app.context(), app.is_only_looked_at(), theme);
}

/// Draws the keys that work in a context.
pub fn keys(buf: &mut Buffer, area: Rect, context: Context, only_looked_at: bool, theme: Theme) {
    let name = if theme.is_ascii() { spelled } else { name };
    let rows = shown_with(name, context, area.width + 2, only_looked_at);
    // A vote and the search in it say a key in the same words and at the same place: a vote key then writes less anew.
    let fullest = match context {
        Context::VoteSearch | Context::VoteWalk => shown_with(name, Context::Vote, area.width + 2, only_looked_at),
        _ => Vec::new(),
    };
    let fits = |gap: u16, words: fn(Label) -> &'static str| {
        footer_width(name, &rows, gap, words).max(footer_width(name, &fullest, gap, words)) <= area.width
    };
    let longest = [Label::short as fn(Label) -> &'static str, Label::brief];
    let words = longest.into_iter().find(|words| fits(2, *words)).unwrap_or(Label::briefest);
    let gap = if fits(3, words) { "   " } else { "  " };
    let mut rest = area;
    for (place, row) in rows.iter().enumerate() {
        let Some(stroke) = row.strokes.first() else { continue };
        let before = if place == 0 { "" } else { gap };
        let key = name(*stroke);
        let parts =
            [(before, theme.plain()), (&*key, theme.key()), (" ", theme.plain()), (words(row.label), theme.plain())];
        let x = put_all(buf, rest, &parts);
        rest = from_column(area, x);
    }
}

/// The rows of the key table that a footer of so many columns shows: those of the highest rank go first.
///
/// Where a screen is only looked at, no key that records is shown, and there is room for those that look.
#[must_use]
pub fn shown(context: Context, columns: u16, only_looked_at: bool) -> Vec<&'static Binding> {
    shown_with(name, context, columns, only_looked_at)
}

/// How a key is named.
type Naming = fn(Stroke) -> Cow<'static, str>;

fn shown_with(name: Naming, context: Context, columns: u16, only_looked_at: bool) -> Vec<&'static Binding> {
    let widest = if only_looked_at { u8::MAX } else { keymap::footer_rank(columns) };
    let rank = |row: &Binding| match row.action {
        Action::Back if only_looked_at => Some(0),
        // What is looked at is explained and printed first; what was said of it is noted in its own window.
        Action::Notes if only_looked_at => Some(6),
        Action::Paper if only_looked_at => Some(5),
        // What is noted is no record, but where nothing may be noted its keys say so only when they are pressed.
        Action::NameSpeaker if only_looked_at => None,
        action if only_looked_at && action.records() => None,
        _ => row.rank,
    };
    let mut rows: Vec<&Binding> =
        keymap::rows(context).filter(|row| rank(row).is_some_and(|own| row.rank.is_some() && own <= widest)).collect();
    while footer_width(name, &rows, 2, Label::briefest) + 2 > columns {
        let highest = rows.iter().map(|row| rank(row)).max();
        let Some(place) = rows.iter().rposition(|row| Some(rank(row)) == highest) else { break };
        rows.remove(place);
    }
    rows
}

fn footer_width(name: Naming, rows: &[&Binding], gap: u16, words: fn(Label) -> &'static str) -> u16 {
    let own =
        |row: &&Binding| row.strokes.first().map_or(0, |stroke| width(&name(*stroke))) + 1 + width(words(row.label));
    rows.iter().map(own).sum::<u16>() + gap * cells(rows.len().saturating_sub(1))
}
