//! A gesture asked step by step: what is answered already, the question, and what may be answered.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::gesture::{Answer, Gesturing, Question};
use crate::council::id::MemberId;
use crate::french::numbers;
use crate::french::screen::gesture::{self as words, Ask};
use crate::french::screen::titles;
use crate::tui::text::{below, cells, fit_end, from_column, put, put_all, put_wrapped, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::{names, panel, search};

mod lists;

/// Columns of the panel.
const COLUMNS: u16 = 72;
/// Columns of the list of all commands.
const COMMANDS: u16 = 80;
/// The most rows of a list.
const LONGEST: u16 = 15;

/// Draws the panel.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, shown: &Gesturing, theme: Theme) {
    let told: Vec<String> = answered(shown, app);
    let title = shown.gesture().map_or(titles::COMMANDS, words::Gesture::name);
    let title = if shown.is_about_several(app.sitting()) {
        words::about_several(title)
    } else {
        words::titled(title, shown.about(app.sitting()).as_ref())
    };
    // Answers behind the last three are known by heart.
    let told = &told[told.len().saturating_sub(3)..];
    let room = area.height.saturating_sub(cells(told.len()) + 4);
    let answer_rows = match &shown.question {
        Question::Choice { ask: Ask::Gesture, .. } => lists::rows_of(&shown.board(app.sitting()), room),
        Question::Choice { items, .. } => cells(items.len()).clamp(1, LONGEST),
        Question::Ticks { items, .. } => cells(items.len() + 3).clamp(1, LONGEST + 3),
        Question::Member { .. } => 8,
        Question::Members { .. } => 9,
        Question::Text { .. } => 5,
        Question::Number { .. } | Question::Hour { .. } | Question::Date { .. } => 3,
    };
    let rows = cells(told.len()) + answer_rows + 4;
    let columns = if matches!(shown.question, Question::Choice { ask: Ask::Gesture, .. }) { COMMANDS } else { COLUMNS };
    let inside = panel::over(buf, area, columns, rows, &title, theme);
    let mut rest = inside;
    for answer in told {
        put_all(buf, rest, &[("✓ ", theme.good()), (answer, theme.dim())]);
        rest = below(rest, 1);
    }
    put(buf, rest, shown.question.ask().words(), theme.accent());
    rest = below(rest, if answer_rows + 1 < rest.height { 2 } else { 1 });
    match &shown.question {
        Question::Choice { ask: Ask::Gesture, .. } => lists::board(buf, rest, app, shown, theme),
        Question::Choice { .. } => lists::choice(buf, rest, app, shown, theme),
        Question::Ticks { with, .. } => lists::ticks(buf, rest, app, shown, with.as_ref(), theme),
        Question::Member { default, nobody, .. } => {
            let default = match default {
                Some(member) => Some(listed(member, app)),
                None if *nobody && shown.gesture() == Some(words::Gesture::Rectify) => Some(words::THAT_IS_ALL.into()),
                None => nobody.then(|| words::NOBODY.to_owned()),
            };
            member(buf, rest, app, shown, default, words::SEARCH_HINT, theme);
        }
        Question::Members { default, nobody, needed, .. } => {
            several(buf, rest, app, shown, (default, *nobody, *needed), theme);
        }
        Question::Number { most, left, default, .. } => {
            typed(buf, rest, &shown.typed, theme);
            put(
                buf,
                below(rest, 1),
                &words::by_default(&default.map_or_else(|| words::THE_REST.to_owned(), |number| number.to_string())),
                theme.plain(),
            );
            put(buf, below(rest, 2), &words::number_hint(shown.question.ask(), *most, *left), theme.dim());
        }
        Question::Hour { .. } => {
            typed(buf, rest, &super::roll_call::typed_hour(&shown.hour), theme);
            put(buf, below(rest, 2), words::HOUR_HINT, theme.dim());
        }
        Question::Date { .. } => {
            typed(buf, rest, &fit_end(&shown.typed, rest.width.saturating_sub(2)), theme);
            put(buf, below(rest, 2), words::DATE_HINT, theme.dim());
        }
        Question::Text { may_be_empty, .. } => {
            text(buf, rest, &shown.typed, theme);
            if *may_be_empty && shown.typed.is_empty() {
                put(buf, below(rest, 2), &words::by_default(words::NOTHING), theme.dim());
            }
        }
    }
}

/// The end of a text, over as many lines as there are: what is being written is always seen.
fn text(buf: &mut Buffer, area: Rect, written: &str, theme: Theme) {
    let columns = area.width.saturating_sub(3);
    let lines = wrap(written, columns, usize::MAX);
    let first = lines.len().saturating_sub(usize::from(area.height));
    let behind = lines.get(first..).unwrap_or_default();
    let last = behind.len().saturating_sub(1);
    if behind.is_empty() {
        typed(buf, area, "", theme);
    }
    // A space at the end is seen too: the next word is not typed into the last one.
    let spaces: String = written.chars().rev().take_while(|letter| *letter == ' ').collect();
    for (place, line) in behind.iter().enumerate() {
        let mark = if place == 0 { "▸ " } else { "  " };
        let end = if place == last { format!("{spaces}▏") } else { String::new() };
        let row = below(area, cells(place));
        put_all(buf, row, &[(mark, theme.accent()), (line, theme.strong()), (&end, theme.accent())]);
    }
}

fn listed(member: &MemberId, app: &App) -> String {
    app.sitting().docket().roster.listed(member)
}

fn list(members: &[MemberId], app: &App) -> String {
    members.iter().map(|member| listed(member, app)).collect::<Vec<_>>().join(", ")
}

/// What is answered so far, a line each.
fn answered(shown: &Gesturing, app: &App) -> Vec<String> {
    let is_rectified = shown.gesture() == Some(words::Gesture::Rectify);
    let mut numbers = 0;
    let is_numbered = matches!(shown.gesture(), Some(words::Gesture::Amendment | words::Gesture::AddReport));
    let line = |(place, answer): (usize, &Answer)| match answer {
        Answer::Text(number) if is_numbered && place == 0 => Some(words::number(number)),
        Answer::Number(_) | Answer::Rest => {
            numbers += 1;
            let number = if let Answer::Number(number) = answer { Some(*number) } else { None };
            Some(words::told(numbers - 1, number))
        }
        // « C’est tout » is no answer to keep in sight.
        Answer::Nobody if is_rectified => None,
        answer => Some(told(answer, app)),
    };
    shown.answers.iter().skip(1).enumerate().filter_map(line).collect()
}

/// An answer in words.
fn told(answer: &Answer, app: &App) -> String {
    match answer {
        Answer::Chosen(item) => item.label(app.sitting()),
        Answer::Member(member) => listed(member, app),
        Answer::Members(members) => list(members, app),
        Answer::Items(items) => items.iter().map(|item| item.label(app.sitting())).collect::<Vec<_>>().join(", "),
        Answer::Nobody => words::NOBODY.to_owned(),
        Answer::Number(number) => number.to_string(),
        Answer::Rest => words::THE_REST.to_owned(),
        Answer::Hour(hour) => numbers::hour(*hour),
        Answer::Date(day) => numbers::date(*day),
        Answer::Text(text) if text.is_empty() => words::NOTHING.to_owned(),
        Answer::Text(text) => text.clone(),
    }
}

fn typed(buf: &mut Buffer, area: Rect, text: &str, theme: Theme) {
    put_all(buf, area, &[("▸ ", theme.accent()), (text, theme.strong()), ("▏", theme.accent())]);
}

fn member(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    shown: &Gesturing,
    default: Option<String>,
    hint: &str,
    theme: Theme,
) {
    if shown.picker.place().is_some() || !shown.picker.query().is_empty() {
        search::draw(buf, area, app, &shown.picker, None, theme);
        return;
    }
    let mut rest = area;
    if let Some(default) = default {
        put(buf, rest, &words::by_default(&default), theme.plain());
        rest = below(rest, 2);
    }
    put_wrapped(buf, rest, hint, 2, theme.dim());
}

fn several(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    shown: &Gesturing,
    (default, nobody, needed): (&[MemberId], bool, Option<u32>),
    theme: Theme,
) {
    let chosen: Vec<String> = shown.chosen.iter().map(|member| listed(member, app)).collect();
    let mut rest = area;
    if let Some(needed) = needed {
        let askers = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
        let style = if askers < needed { theme.caution() } else { theme.good() };
        put(buf, rest, &words::asked(shown.question.ask(), askers, needed), style);
        rest = below(rest, 1);
    }
    if !chosen.is_empty() {
        let x = put_all(buf, rest, &[(words::CHOSEN, theme.accent()), (" ", theme.plain())]);
        let line = from_column(rest, x);
        let lines = names::lines(&chosen, line.width, 1);
        put(buf, line, &lines.join(" "), theme.strong());
    }
    rest = below(rest, 1);
    let default = match (chosen.is_empty(), default.is_empty()) {
        (false, _) => Some(words::THESE.to_owned()),
        (true, false) => Some(list(default, app)),
        (true, true) => nobody.then(|| words::NOBODY.to_owned()),
    };
    member(buf, rest, app, shown, default, words::SEVERAL_HINT, theme);
}
