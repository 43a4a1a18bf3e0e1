//! The agenda as a list: chapters, reports with a sign for how far each is, and the result where there is room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::council::agenda::{AgendaItem, Report};
use crate::council::outcome::Outcome;
use crate::council::sitting::{Progress, Sitting, Stage};
use crate::french::kinds::About;
use crate::french::screen::{said, titles, told};
use crate::tui::text::{below, cells, put, put_all, put_right, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::bar::Bar;
use crate::tui::widgets::panel;

/// From how many columns on the results stand beside the titles.
const ROOM_FOR_RESULTS: u16 = 44;

/// The columns of the bar that says how far the agenda is.
const PROGRESS: u16 = 10;

/// From how many columns on what is particular to a report that is to come stands beside its title.
const ROOM_FOR_MARKS: u16 = 40;

/// The sign of a report: that of its end, ▶ being voted, · to come.
#[must_use]
pub fn sign(sitting: &Sitting, report: &Report, theme: Theme) -> (&'static str, Style) {
    match sitting.progress(&report.id) {
        Some(Progress::Opened(_)) => ("▶", theme.caution()),
        Some(Progress::Done(done)) => sign_of(done.outcome, theme),
        None => ("·", theme.dim()),
    }
}

/// The sign of an end: ✓ adopted or elected, ✗ rejected or nobody elected, ◆ noted, settled or appointed without a vote, ◇ heard, − withdrawn,
/// → put off, ⊘ set aside.
#[must_use]
pub fn sign_of(outcome: Outcome, theme: Theme) -> (&'static str, Style) {
    match outcome {
        Outcome::Acknowledged | Outcome::Settled | Outcome::AppointedWithoutVote => ("◆", theme.good()),
        Outcome::Elected => ("✓", theme.good()),
        Outcome::Heard => ("◇", theme.good()),
        Outcome::Withdrawn => ("−", theme.caution()),
        Outcome::Postponed => ("→", theme.caution()),
        Outcome::SetAside => ("⊘", theme.caution()),
        adopted if adopted.is_adopted() => ("✓", theme.good()),
        _ => ("✗", theme.bad()),
    }
}

/// Draws how far the agenda is on the upper right of its frame: « 6/12 ▕████▌   ▏ ».
pub fn progress(buf: &mut Buffer, frame: Rect, sitting: &Sitting, theme: Theme) {
    let reports = sitting.docket().agenda.reports();
    let (mut whole, mut done) = (0_u32, 0_u32);
    for report in reports {
        whole += 1;
        done += u32::from(sitting.progress(&report.id).and_then(Progress::done).is_some());
    }
    let counted = format!("{done}/{whole}");
    let bar = PROGRESS.min(frame.width.saturating_sub(width(titles::AGENDA) + width(&counted) + 11));
    if bar < 4 || whole == 0 {
        return;
    }
    let taken = width(&counted) + bar + 3;
    let edge = Rect { x: frame.right().saturating_sub(taken + 3), width: taken + 2, height: 1, ..frame };
    let empty = " ".repeat(usize::from(bar));
    panel::heading_on(
        buf,
        edge,
        &[
            (&counted, theme.dim()),
            (" ", theme.plain()),
            ("▕", theme.dim()),
            (&empty, theme.plain()),
            ("▏", theme.dim()),
        ],
    );
    let inside = Rect { x: edge.x + 1 + width(&counted) + 2, width: bar, ..edge };
    Bar { value: done, whole, mark: None }.draw(buf, inside, theme.good(), theme.dim());
}

/// Draws the list around the report of that place; the place after the last report is the close.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, at: usize, theme: Theme) {
    let sitting = app.sitting();
    let agenda = &sitting.docket().agenda;
    let numbers = agenda.reports().map(|report| width(report.id.as_str())).max().unwrap_or(0);
    let closes = sitting.stage() == Stage::Open;
    let rows = agenda.items.len();
    // The close stands below the reports, and stays in sight when they do not all fit.
    let suspended = sitting.stage() == Stage::Suspended;
    let (gap, close) = if !closes && !suspended {
        (0, 0)
    } else if rows + 2 <= usize::from(area.height) {
        (1, 1)
    } else {
        (0, 1)
    };
    let list = Rect { height: area.height.saturating_sub(gap + close), ..area };
    let is_report = |item: &AgendaItem| matches!(item, AgendaItem::Report(_));
    let mut report_rows = agenda.items.iter().enumerate().filter(|(_, item)| is_report(item)).map(|(row, _)| row);
    let at_row = report_rows.nth(at);
    let shown = usize::from(list.height);
    // Two rows of context below the cursor, as far as the list goes.
    let first = (at_row.unwrap_or(rows) + 3).saturating_sub(shown).min(rows.saturating_sub(shown));
    for (row, item) in agenda.items.iter().enumerate().skip(first).take(shown) {
        let line = Rect { height: 1, ..below(list, cells(row - first)) };
        match item {
            AgendaItem::Chapter(title) => {
                put(buf, line, title, theme.strong());
            }
            AgendaItem::Report(report) => draw_report(buf, line, sitting, report, numbers, theme),
        }
        if Some(row) == at_row {
            buf.set_style(line, theme.picked());
        }
    }
    if first + shown < rows {
        put_right(buf, below(list, list.height.saturating_sub(1)), "↓", theme.dim());
    }
    if suspended {
        let line = Rect { height: 1, ..below(area, cells(rows.min(shown)) + gap) };
        put_all(buf, line, &[("  ‖ ", theme.caution()), (titles::SUSPENDED, theme.caution())]);
    }
    if closes {
        let line = Rect { height: 1, ..below(area, cells(rows.min(shown)) + gap) };
        put_all(buf, line, &[("  ■ ", theme.dim()), (titles::CLOSE, theme.plain())]);
        if at_row.is_none() {
            buf.set_style(line, theme.picked());
        }
    }
}

fn draw_report(buf: &mut Buffer, line: Rect, sitting: &Sitting, report: &Report, numbers: u16, theme: Theme) {
    let (sign, style) = sign(sitting, report, theme);
    let mut end = line.right();
    if line.width >= ROOM_FOR_RESULTS
        && let Some(Progress::Done(done)) = sitting.progress(&report.id)
    {
        let mut result = said::short_result(About::Text(report.kind), done.tally.as_ref(), done.outcome);
        if !done.rectifications.is_empty() {
            result.push_str(titles::RECTIFIED);
        }
        end = put_right(buf, line, &result, style).saturating_sub(2);
    }
    if line.width >= ROOM_FOR_MARKS && sitting.progress(&report.id).is_none() {
        let full = line.width >= ROOM_FOR_RESULTS;
        let words = told::announced(report, &sitting.handling(&report.id).proposals, full);
        if !words.is_empty() {
            end = put_right(buf, line, &words, theme.dim()).saturating_sub(2);
        }
    }
    let x = put_all(buf, line, &[("  ", theme.plain()), (sign, style), (" ", theme.plain())]);
    let text = match sitting.progress(&report.id) {
        Some(Progress::Opened(_)) => theme.strong(),
        _ => theme.plain(),
    };
    put(buf, Rect { x, width: end.saturating_sub(x), ..line }, report.id.as_str(), theme.dim());
    let x = x + numbers + 1;
    put(buf, Rect { x, width: end.saturating_sub(x), ..line }, &report.object, text);
}
