//! The two lines on top: where we are, who is there, whether there is a quorum. No key is needed to know.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{Access, App, Panel, Place, Writing};
use crate::council::quorum::{Fraction, Quorum};
use crate::council::sitting::{Progress, Stage};
use crate::council::tally::Tally;
use crate::council::way::Way;
use crate::french::numbers::hour;
use crate::french::screen::{display, head as words, notes, rehearsal, replay, shelter, titles};

use super::screens;
use super::text::{below, cells, fit_end, from_column, inset, put, put_all, put_lines, put_right, top, width, wrap};
use super::theme::Theme;
use super::widgets::bar::Bar;

/// From how many columns on the counts are written in full.
const ROOM_FOR_WORDS: u16 = 104;

/// Lines of why nothing is recorded. Four at 80 columns hold who else has the séance open, since when, and what to do.
const MOST_OF_READ_ONLY: usize = 4;

/// The rows that the head takes.
#[must_use]
pub fn rows(app: &App, columns: u16) -> u16 {
    screens::replay::rows(app) + 2 + cells(why_read_only(app, columns).len()) + cells(banners(app, columns).len())
}

/// The banner of an instance that only reads, why in a few lines; of a rehearsal, at all times.
fn why_read_only(app: &App, columns: u16) -> Vec<String> {
    match app.access() {
        Access::Write => vec![],
        Access::Rehearsal => vec![rehearsal::BANNER.to_owned()],
        Access::ReadOnly { why } => wrap(&words::read_only(why), columns.saturating_sub(2), MOST_OF_READ_ONLY),
    }
}

/// How much a banner weighs; its words say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    Plain,
    Alarm,
}

/// What is not as usual, a line each: suspended, in camera, who presides, members out of the quorum, quorum lost.
fn banners(app: &App, columns: u16) -> Vec<(String, Weight)> {
    let sitting = app.sitting();
    let mut lines = elsewhere(app, columns.saturating_sub(2));
    // On their own screen the notes say it themselves.
    let is_noting = app.panels().iter().any(|panel| matches!(panel, Panel::Notes(_)));
    if let Some((report, _)) = app.notebook().failure().filter(|_| !is_noting) {
        let line = notes::not_saved_of(report);
        lines.extend(wrap(&line, columns.saturating_sub(2), 1).into_iter().map(|line| (line, Weight::Alarm)));
    }
    // What the room sees must never be forgotten.
    let display = display::unusual(&app.display());
    if sitting.stage().is_over() {
        lines.extend(display.map(|line| (line.to_owned(), Weight::Plain)));
        return lines;
    }
    let quorum = sitting.quorum();
    let mut unusual = words::unusual(sitting, &quorum);
    unusual.extend(display.map(str::to_owned));
    lines.extend(side_by_side(&unusual, columns.saturating_sub(2)).into_iter().map(|line| (line, Weight::Plain)));
    let is_lost = sitting.stage() != Stage::RollCall && quorum.is_met() == Some(false);
    if is_lost {
        let line =
            words::quorum_lost(&quorum, sitting.stage(), sitting.open_report().is_some(), columns >= ROOM_FOR_WORDS);
        lines.extend(wrap(&line, columns.saturating_sub(2), 1).into_iter().map(|line| (line, Weight::Alarm)));
    }
    lines
}

/// Where the record is while it is not at its place, and how it comes back: of a path the end tells more.
fn elsewhere(app: &App, columns: u16) -> Vec<(String, Weight)> {
    let Some(record) = app.sheltered() else { return Vec::new() };
    let around = |before: &str, path: &str, after: &str| {
        let room = columns.saturating_sub(width(before) + width(after));
        (format!("{before}{}{after}", fit_end(path, room)), Weight::Plain)
    };
    let (before, after) = shelter::lost(record.is_back);
    vec![around(before, &record.place, after), around(shelter::HERE, &record.here, ".")]
}

/// Words side by side, each whole on one line, as many to a line as it has room for.
fn side_by_side(words: &[String], columns: u16) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut().filter(|line| width(line) + 3 + width(word) <= columns) {
            Some(line) => {
                line.push_str(" · ");
                line.push_str(word);
            }
            None => lines.extend(wrap(word, columns, 1)),
        }
    }
    lines
}

/// Draws the head.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    let area = screens::replay::draw(buf, area, app, theme);
    let inside = inset(area, 1);
    title(buf, inside, app, theme);
    counts(buf, below(inside, 1), app, theme);
    let read_only = why_read_only(app, area.width);
    let banner = top(below(area, 2), cells(read_only.len()));
    put_lines(buf, inset(banner, 1), &read_only, theme.plain());
    buf.set_style(banner, theme.banner());
    let mut rest = below(area, 2 + banner.height);
    for (line, weight) in banners(app, area.width) {
        let style = if weight == Weight::Alarm { theme.bad().patch(theme.strong()) } else { theme.caution() };
        put(buf, inset(rest, 1), &line, style);
        rest = below(rest, 1);
    }
}

fn title(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    let sitting = app.sitting();
    let docket = sitting.docket();
    let full = area.width + 2 >= ROOM_FOR_WORDS;
    let mut end = area;
    if let Some(now) = app.hour() {
        let x = put_right(buf, area, &hour(now), theme.strong());
        end.width = x.saturating_sub(area.x + 3);
    }
    let (sign, style, stage) = match sitting.stage() {
        Stage::RollCall => ("○", theme.caution(), words::BEFORE_OPENING.to_owned()),
        Stage::Open => ("●", theme.good(), words::open_since(sitting.opened_at(), full)),
        Stage::Suspended => ("‖", theme.caution(), words::SUSPENDED.to_owned()),
        Stage::Closed => {
            ("■", theme.dim(), words::closed_at(sitting.closed_at(), sitting.settlement().is_some(), full))
        }
        Stage::Adjourned => ("■", theme.dim(), words::adjourned_at(sitting.closed_at())),
    };
    let x = put_right(buf, end, &format!("{sign} {stage}"), style);
    let rest = Rect { width: x.saturating_sub(area.x + 2), ..area };
    let day = words::day(docket.meeting.date, full);
    let name = Rect { width: rest.width.saturating_sub(width(&day)), ..rest };
    let x = put(buf, name, &docket.body.name, theme.strong());
    put(buf, Rect { x, width: rest.right().saturating_sub(x), ..rest }, &day, theme.plain());
}

fn counts(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    let sitting = app.sitting();
    let shown = app.vote().filter(|_| app.place() == Place::Vote);
    let progress = shown.and_then(|shown| sitting.progress(shown.shown()));
    let vote = shown.and_then(|shown| shown.vote(sitting));
    let room = sitting.room_of(vote);
    // A vote that is over keeps the quorum under which it was opened; else it is that of the room as it stands.
    let quorum = progress.and_then(Progress::done).map_or_else(|| sitting.quorum(), |done| done.vote.quorum);
    let full = area.width + 2 >= ROOM_FOR_WORDS;
    let mut x = put(buf, area, &words::counts(&room, full), theme.plain());
    let gap = if full { 3 } else { 2 };
    // In a narrow window the gauge is what gives way, and « enregistré » stands whole.
    let taken = (x - area.x) + gap + 16 + width(titles::RECORDED) + 1;
    let columns = if full { 12 } else { area.width.saturating_sub(taken).clamp(1, 5) };
    x = gauge(buf, from_column(area, x + gap), &quorum, columns, theme);
    if full {
        let voters = match vote {
            // Who is still to be called votes too.
            Some(vote) if vote.way == Way::RollCall => words::voters(vote.voices()),
            Some(vote) => words::voters(Tally::of(vote).map_or_else(|| vote.voices(), |tally| tally.voters)),
            None => words::voices(room.present() + room.represented()),
        };
        x = put(buf, from_column(area, x + 3), &voters, theme.plain());
    }
    let (text, style): (&str, Style) = match (app.access(), app.writing()) {
        _ if app.replay().is_some() => (replay::SEEN_AGAIN, theme.dim()),
        (Access::ReadOnly { .. }, _) => (titles::READ_ONLY, theme.caution()),
        (Access::Rehearsal, _) => (rehearsal::NOTHING_KEPT, theme.caution()),
        (_, Some(Writing::Failed(_))) => (titles::NOT_RECORDED, theme.alarm()),
        (_, Some(Writing::Slow)) => (titles::WRITING, theme.caution()),
        (_, Some(Writing::Begun) | None) => (titles::RECORDED, theme.dim()),
    };
    put_right(buf, from_column(area, x + 1), text, style);
}

/// « Quorum 17 ▕█████▏24 ✓ ».
fn gauge(buf: &mut Buffer, area: Rect, quorum: &Quorum, columns: u16, theme: Theme) -> u16 {
    let Some(needed) = quorum.needed else {
        return put(buf, area, words::QUORUM_DISPUTED, theme.caution());
    };
    if quorum.fraction == Fraction::NoneNeeded {
        return put(buf, area, words::QUORUM_NOT_NEEDED, theme.good());
    }
    let (sign, style) = if quorum.is_met() == Some(true) { ("✓", theme.good()) } else { ("✗", theme.bad()) };
    let x = put_all(
        buf,
        area,
        &[(titles::QUORUM, theme.plain()), (&format!(" {needed} "), theme.strong()), ("▕", theme.dim())],
    );
    let bar = Rect { width: columns.min(area.right().saturating_sub(x)), ..from_column(area, x) };
    Bar { value: quorum.counted, whole: quorum.in_office, mark: Some(needed) }.draw(buf, bar, style, theme.dim());
    let rest = from_column(area, bar.right());
    put_all(buf, rest, &[("▏", theme.dim()), (&quorum.counted.to_string(), style), (" ", style), (sign, style)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_window_says_to_its_end_what_to_do_in_the_narrowest_terminal() {
        let held = "La séance est ouverte ailleurs (processus 4194304, poste mairie-accueil-01.intranet, depuis le \
                    22 novembre 2026 à 23 h 27).";
        for next in [
            "Cette fenêtre montre la séance telle qu’elle était à son ouverture. Fermez l’autre programme, puis \
             rouvrez ici.",
            "Fermez l’autre programme, puis rouvrez ici. S’il n’est plus ouvert nulle part, supprimez le fichier \
             .lock à côté du fichier de séance.",
        ] {
            let lines = wrap(&words::read_only(&format!("{held} {next}")), 78, MOST_OF_READ_ONLY);
            assert!(!lines.last().unwrap().ends_with('…'), "{lines:?}");
        }
    }
}
