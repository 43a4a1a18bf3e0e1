//! A gesture asked step by step: what is answered already, the question, and what may be answered.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::gesture::{Answer, Gesturing, Question};
use crate::council::id::MemberId;
use crate::french::numbers;
use crate::french::screen::{gesture as words, titles};
use crate::tui::text::{below, cells, fit_end, from_column, put, put_all, put_right, put_wrapped, top};
use crate::tui::theme::Theme;
use crate::tui::widgets::{names, panel, search};

/// Columns of the panel.
const COLUMNS: u16 = 72;
/// The most rows of a list.
const LONGEST: u16 = 15;

/// Draws the panel.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, shown: &Gesturing, theme: Theme) {
    let told: Vec<String> = answered(shown, app);
    let title = shown.gesture().map_or(titles::COMMANDS, words::Gesture::name);
    // Answers behind the last three are known by heart.
    let told = &told[told.len().saturating_sub(3)..];
    let answer_rows = match &shown.question {
        Question::Choice { items, .. } => cells(items.len()).clamp(1, LONGEST),
        Question::Member { .. } => 8,
        Question::Members { .. } => 9,
        Question::Number { .. } | Question::Hour { .. } | Question::Date { .. } | Question::Text { .. } => 3,
    };
    let rows = cells(told.len()) + answer_rows + 4;
    let inside = panel::over(buf, area, COLUMNS, rows, title, theme);
    let mut rest = inside;
    for answer in told {
        put_all(buf, rest, &[("✓ ", theme.good()), (answer, theme.dim())]);
        rest = below(rest, 1);
    }
    put(buf, rest, shown.question.ask().words(), theme.accent());
    rest = below(rest, if answer_rows + 1 < rest.height { 2 } else { 1 });
    match &shown.question {
        Question::Choice { .. } => choice(buf, rest, app, shown, theme),
        Question::Member { default, nobody, .. } => {
            let default = match default {
                Some(member) => Some(listed(member, app)),
                None if *nobody && shown.gesture() == Some(words::Gesture::Rectify) => Some(words::THAT_IS_ALL.into()),
                None => nobody.then(|| words::NOBODY.to_owned()),
            };
            member(buf, rest, app, shown, default, words::SEARCH_HINT, theme);
        }
        Question::Members { default, .. } => several(buf, rest, app, shown, default, theme),
        Question::Number { most, left, default, .. } => {
            typed(buf, rest, &shown.typed, theme);
            put(
                buf,
                below(rest, 1),
                &words::by_default(&default.map_or_else(|| words::THE_REST.to_owned(), |number| number.to_string())),
                theme.plain(),
            );
            put(buf, below(rest, 2), &words::left(*most, *left), theme.dim());
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
            let room = rest.width.saturating_sub(2);
            typed(buf, rest, &fit_end(&shown.typed, room), theme);
            if *may_be_empty && shown.typed.is_empty() {
                put(buf, below(rest, 2), &words::by_default(words::NOTHING), theme.dim());
            }
        }
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
    let line = |answer: &Answer| match answer {
        Answer::Number(_) | Answer::Rest => {
            numbers += 1;
            let number = if let Answer::Number(number) = answer { Some(*number) } else { None };
            Some(words::told(numbers - 1, number))
        }
        // « C’est tout » is no answer to keep in sight.
        Answer::Nobody if is_rectified => None,
        answer => Some(told(answer, app)),
    };
    shown.answers.iter().skip(1).filter_map(line).collect()
}

/// An answer in words.
fn told(answer: &Answer, app: &App) -> String {
    match answer {
        Answer::Chosen(item) => item.label(app.sitting()),
        Answer::Member(member) => listed(member, app),
        Answer::Members(members) => list(members, app),
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

fn choice(buf: &mut Buffer, area: Rect, app: &App, shown: &Gesturing, theme: Theme) {
    let items = shown.visible(app.sitting());
    let rows = usize::from(area.height);
    let first = (shown.at + 1).saturating_sub(rows).min(items.len().saturating_sub(rows));
    for (place, item) in items.iter().enumerate().skip(first).take(rows) {
        let line = top(below(area, cells(place - first)), 1);
        put_all(buf, line, &[("  ", theme.plain()), (&item.label(app.sitting()), theme.plain())]);
        if place == shown.at {
            buf.set_style(line, theme.picked());
        }
    }
    if first + rows < items.len() {
        put_right(buf, below(area, area.height.saturating_sub(1)), "↓", theme.dim());
    }
    if items.is_empty() {
        put(buf, area, words::NO_ANSWER, theme.dim());
    }
    if !shown.typed.is_empty() {
        let line = Rect { y: area.y.saturating_sub(1), height: 1, ..area };
        put_right(buf, line, &format!("{} {}▏", titles::SEARCH, shown.typed), theme.accent());
    }
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

fn several(buf: &mut Buffer, area: Rect, app: &App, shown: &Gesturing, default: &[MemberId], theme: Theme) {
    let chosen: Vec<String> = shown.chosen.iter().map(|member| listed(member, app)).collect();
    let mut rest = area;
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
        (true, true) => None,
    };
    member(buf, rest, app, shown, default, words::SEVERAL_HINT, theme);
}
