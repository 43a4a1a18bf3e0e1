//! The agenda: the list on the left, the report under the cursor on the right.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::council::agenda::Report;
use crate::council::numbering::NumberKind;
use crate::council::sitting::{Progress, Stage};
use crate::council::way::Way;
use crate::french::kinds::About;
use crate::french::screen::{agenda as words, said, titles, told};
use crate::french::{grammar, kinds, phrases};
use crate::tui::text::{below, fit_end, from_column, put, put_all, put_wrapped, top, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::hemicycle::groups;
use crate::tui::widgets::{agenda_list, apart, panel};

/// From how many rows on the room is drawn under the details.
const ROOM_FOR_THE_ROOM: u16 = 26;

/// Draws the agenda.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    let left_width = (area.width * 11 / 20).max(46);
    let left = Rect { width: left_width.min(area.width), ..area };
    let right = Rect { x: left.right(), width: area.width - left.width, ..area };
    let at = app.agenda().place();
    let inside = panel::screen(buf, left, titles::AGENDA, theme);
    agenda_list::progress(buf, left, app.sitting(), theme);
    agenda_list::draw(buf, inside, app, at, theme);
    match app.sitting().docket().agenda.reports().nth(at) {
        Some(report) => details(buf, right, app, report, theme),
        None => close(buf, right, app, theme),
    }
    if !app.agenda().query().is_empty() {
        let line = Rect { y: left.bottom() - 1, x: left.x + 2, width: left.width - 4, height: 1 };
        put_all(
            buf,
            line,
            &[
                (" ", theme.plain()),
                (titles::SEARCH, theme.accent()),
                (" ", theme.plain()),
                (&fit_end(app.agenda().query(), line.width.saturating_sub(width(titles::SEARCH) + 4)), theme.strong()),
                ("▏ ", theme.accent()),
            ],
        );
    }
}

fn details(buf: &mut Buffer, area: Rect, app: &App, report: &Report, theme: Theme) {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    let inside = panel::screen(buf, area, &words::number(&report.id, report.kind), theme);
    let inside = with_the_room(buf, inside, app, theme);
    let mut rest = put_wrapped(buf, inside, &report.object, 5, theme.strong());
    rest = below(rest, 1);
    let (sign, style) = agenda_list::sign(sitting, report, theme);
    let state = match sitting.progress(&report.id) {
        None if sitting.stage().is_over() => titles::NOT_EXAMINED.to_owned(),
        None => titles::ANNOUNCED.to_owned(),
        Some(Progress::Opened(vote)) if vote.way == Way::WithoutVote => titles::UNDER_WAY.to_owned(),
        Some(Progress::Opened(_)) => titles::IN_PROGRESS.to_owned(),
        Some(Progress::Done(done)) => {
            words::done(&said::result(About::Text(report.kind), done.tally.as_ref(), done.outcome), done.at)
        }
    };
    put(buf, rest, sign, style);
    let left = put_wrapped(buf, from_column(rest, rest.x + 2), &state, 2, style);
    rest = below(rest, left.y.saturating_sub(rest.y));
    if let Some(rapporteur) = sitting.rapporteur(report) {
        let name = roster.get(rapporteur).map_or_else(|| rapporteur.to_string(), |member| member.name.spoken());
        let x = put(buf, rest, words::RAPPORTEUR, theme.dim());
        let left = from_column(rest, x);
        put(buf, left, &apart::spoken(&name, roster, left.width), theme.plain());
        rest = below(rest, 1);
    }
    if let Some(act) = sitting.act_number(report) {
        let kind = if act.kind == NumberKind::Provisional { words::PROVISIONAL } else { "" };
        put_all(buf, rest, &[(words::ACT, theme.dim()), (&act.text, theme.plain()), (kind, theme.caution())]);
        rest = below(rest, 1);
    }
    rest = particulars(buf, rest, app, report, theme);
    if let Some(submitted) = &report.submitted {
        rest = put_wrapped(buf, rest, &words::submitted(&submitted.to), 2, theme.dim());
    }
    if let Some(Progress::Done(done)) = sitting.progress(&report.id) {
        let sentence =
            phrases::decision_of(sitting, report, &done.vote, done.tally.as_ref(), done.outcome, app.phrases())
                .to_string();
        rest = put_wrapped(buf, below(rest, 1), &sentence, 9, theme.plain());
        for before in &done.rectifications {
            rest = put_wrapped(buf, rest, &words::rectified(About::Text(report.kind), before), 3, theme.caution());
        }
        rest = put_wrapped(buf, rest, words::TO_RECTIFY, 1, theme.dim());
    }
    let text = report.operative_part.as_ref().or(report.exposition.as_ref());
    let text = text.or(report.submitted.as_ref().map(|submitted| &submitted.text));
    rest = below(rest, 1);
    match text {
        Some(text) => prose(buf, rest, &text.markdown, theme),
        None => {
            put_wrapped(buf, rest, titles::NO_TEXT, 2, theme.dim());
        }
    }
}

/// What is not as in most reports: who brings it, what is put before its text, what is voted with it, its majority.
fn particulars(buf: &mut Buffer, area: Rect, app: &App, report: &Report, theme: Theme) -> Rect {
    let sitting = app.sitting();
    let mut rest = area;
    if let Some(by) = told::authors(report, &sitting.docket().roster) {
        rest = put_wrapped(buf, rest, &by, 2, theme.plain());
    }
    if matches!(sitting.progress(&report.id), Some(Progress::Done(_))) {
        let before = told::decided_before(&sitting.handling(&report.id).proposals);
        let rows = if before.is_empty() { 0 } else { 3 };
        return put_wrapped(buf, rest, &grammar::capitalised(&before), rows, theme.plain());
    }
    let waiting = sitting.handling(&report.id).pending().count();
    if waiting > 0 {
        rest = put_wrapped(buf, rest, &told::waiting(waiting), 2, theme.caution());
    }
    let others: Vec<String> =
        sitting.announced_with(report).filter(|id| **id != report.id).map(ToString::to_string).collect();
    if !others.is_empty() {
        rest = put_wrapped(buf, rest, &told::voted_with(&others), 3, theme.caution());
    }
    let (majority, _) = sitting.majority(&report.id);
    if majority.is_special() {
        rest = put_wrapped(buf, rest, &grammar::capitalised(kinds::majority(majority)), 3, theme.caution());
    }
    rest
}

/// The beginning of a text, without its marks.
fn prose(buf: &mut Buffer, area: Rect, markdown: &str, theme: Theme) {
    let mut rest = area;
    for line in markdown.lines().map(|line| line.trim_start_matches('#').trim().replace("**", "")) {
        if rest.height == 0 {
            return;
        }
        let wrapped = wrap(&line, rest.width, usize::from(rest.height));
        for row in &wrapped {
            put(buf, rest, row, theme.dim());
            rest = below(rest, 1);
        }
    }
}

/// The room by its groups, at the foot of the details where there is room for both; gives what is left over it.
fn with_the_room(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) -> Rect {
    if area.height < ROOM_FOR_THE_ROOM {
        return area;
    }
    let sitting = app.sitting();
    let room = sitting.attendance().room(&sitting.docket().roster);
    let half = area.height / 2;
    let place = below(area, area.height - half);
    let rows = groups::room(buf, place, app.seating(), &room, |_| false, theme);
    top(area, area.height - if rows > 0 { rows + 1 } else { 0 })
}

fn close(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    let inside = panel::screen(buf, area, titles::CLOSE, theme);
    let inside = with_the_room(buf, inside, app, theme);
    let left = app.sitting().left_to_examine();
    let words = if app.sitting().stage() == Stage::Open { titles::left_to_examine(left) } else { String::new() };
    put_wrapped(buf, inside, &words, 4, theme.plain());
}
