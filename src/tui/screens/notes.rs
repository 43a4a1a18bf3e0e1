//! The notes of a report, beside the vote or over it: the figures of the vote, the text, whether it is on the disk.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::notes::keeping::Keeping;
use crate::app::notes::rows::{place_of, rows, shown_row};
use crate::app::notes::{NotesPanel, panel_columns, text_columns};
use crate::council::ballot::Choice;
use crate::council::id::ReportId;
use crate::council::outcome::Outcome;
use crate::council::sitting::{Progress, Sitting};
use crate::council::tally::{Figure, Tally};
use crate::french::kinds::About;
use crate::french::screen::{notes as words, titles};
use crate::french::{figures, kinds};
use crate::tui::text::{below, cells, from_column, inset, put, put_all, put_lines, put_wrapped, top, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::{agenda_list, panel};

/// What is left of the screen below for what stands beside the notes; `None` where they take all of it.
#[must_use]
pub fn beside(area: Rect, app: &App) -> Option<Rect> {
    let columns = panel_columns(app.size());
    (columns < area.width).then(|| Rect { width: area.width - columns, ..area })
}

/// Draws the notes.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, notes: &NotesPanel, theme: Theme) {
    let area = from_column(area, area.right().saturating_sub(panel_columns(app.size())));
    let inside = panel::framed(buf, area, &words::title(&notes.report), theme.panel(), theme.accent());
    let mut rest = heading(buf, inside, app, notes, theme);
    state(buf, area, app, notes, theme);
    rest = under(buf, rest, app, notes, theme);
    if let Some(why) = app.notebook().unreadable(&notes.report) {
        put_wrapped(buf, rest, why, 6, theme.caution());
        return;
    }
    let written = app.notebook().text(&notes.report);
    if written.is_empty() {
        let invitation = if app.may_note(&notes.report) { words::EMPTY } else { words::NOTHING };
        put_wrapped(buf, below(rest, 1), invitation, 3, theme.dim());
    }
    text(buf, rest, app, notes, written, theme);
}

/// How the vote stands that is being taken in a report, or how its text ended.
struct Stands<'a> {
    about: About<'a>,
    tally: Tally,
    outcome: Outcome,
    is_done: bool,
}

impl<'a> Stands<'a> {
    /// None while the text waits for what was put before it, and where no figures are recorded.
    fn of(sitting: &'a Sitting, id: &ReportId) -> Option<Self> {
        let kind = sitting.docket().agenda.report(id)?.kind;
        if let Some(Progress::Done(done)) = sitting.progress(id) {
            return Some(Self { about: About::Text(kind), tally: done.tally?, outcome: done.outcome, is_done: true });
        }
        let floor = sitting.floor().filter(|floor| floor.report.id == *id);
        let waits = floor.is_some_and(|floor| floor.on.is_none()) && sitting.handling(id).pending().next().is_some();
        let (on, vote) = match floor.filter(|_| !waits) {
            Some(floor) => (floor.on, floor.vote),
            None if waits => return None,
            // Of the reports put to one vote, another than the first.
            None => (None, sitting.vote_on(id, None)?),
        };
        let about = About::of(kind, on);
        Some(Self { about, tally: Tally::of(vote)?, outcome: Outcome::of_vote(vote)?, is_done: false })
    }
}

/// The object of the report and, once it is opened, how its vote stands: nobody has to leave the notes to know.
fn heading(buf: &mut Buffer, area: Rect, app: &App, notes: &NotesPanel, theme: Theme) -> Rect {
    let sitting = app.sitting();
    let mut rest = area;
    let stands = Stands::of(sitting, &notes.report);
    if let Some(report) = sitting.docket().agenda.report(&notes.report) {
        let title = match stands.as_ref().map(|stands| stands.about) {
            Some(About::Proposal(id)) => format!("{} · {}", kinds::proposal_title(id), report.object),
            _ => report.object.clone(),
        };
        rest = put_wrapped(buf, rest, &title, 1, theme.strong());
    }
    if let Some(Stands { about, tally, outcome, is_done }) = stands {
        let figure = |figure, value: u32| format!("{} {value}", figures::label(figure));
        let (word, _) = titles::outcome(about, outcome);
        let (sign, style) = agenda_list::sign_of(outcome, theme);
        let heading = if is_done { titles::PROCLAIMED } else { titles::TO_PROCLAIM };
        let gap = ("  ", theme.plain());
        put_all(
            buf,
            rest,
            &[
                (&figure(Figure::For, tally.for_), theme.choice(Choice::For)),
                gap,
                (&figure(Figure::Against, tally.against), theme.choice(Choice::Against)),
                gap,
                (&words::abstentions(tally.abstentions), theme.choice(Choice::Abstain)),
                gap,
                (heading, theme.dim()),
                (" ", theme.plain()),
                (sign, style),
                (" ", theme.plain()),
                (&word, style),
            ],
        );
        rest = below(rest, 1);
    }
    put(buf, rest, &"─".repeat(usize::from(rest.width)), theme.frame());
    below(rest, 1)
}

/// Under the text: why it could not be saved, whole, or that of another report; or else how it is marked up. Gives what is
/// left for the text.
fn under(buf: &mut Buffer, area: Rect, app: &App, notes: &NotesPanel, theme: Theme) -> Rect {
    let failure = app.notebook().failure().map(|(other, why)| words::not_saved_elsewhere(other, why));
    let (lines, style) = match (app.notebook().keeping(&notes.report), failure) {
        (Keeping::NotSaved(why), _) => (wrap(why, area.width, 4), theme.bad()),
        // The banner of the vote sends her here from whichever report is open by then.
        (_, Some(why)) => (wrap(&why, area.width, 4), theme.bad()),
        _ if !app.may_note(&notes.report) => (vec![], theme.dim()),
        _ if width(words::MARKDOWN) <= area.width => (vec![words::MARKDOWN.to_owned()], theme.dim()),
        _ => (vec![words::BRIEF_MARKDOWN.to_owned()], theme.dim()),
    };
    let left = area.height.saturating_sub(cells(lines.len()));
    put_lines(buf, below(area, left), &lines, style);
    top(area, left)
}

/// Whether the notes are on the disk, on the frame below.
fn state(buf: &mut Buffer, area: Rect, app: &App, notes: &NotesPanel, theme: Theme) {
    let foot = Rect { y: area.bottom().saturating_sub(1), height: 1, ..inset(area, 1) };
    let (said, style): (String, Style) = match app.notebook().keeping(&notes.report) {
        Keeping::NotSaved(_) => (words::NOT_SAVED.to_owned(), theme.alarm()),
        Keeping::Typed => (words::NOT_YET.to_owned(), theme.caution()),
        _ if !app.may_note(&notes.report) => (words::ONLY_READ.to_owned(), theme.caution()),
        Keeping::Kept => (words::SAVED.to_owned(), theme.good()),
        Keeping::Nothing => return,
    };
    let said = wrap(&said, foot.width.saturating_sub(2), 1).pop().unwrap_or_default();
    let from = foot.right().saturating_sub(width(&said) + 2);
    panel::heading_on(buf, from_column(foot, from), &[(&said, style)]);
}

fn text(buf: &mut Buffer, area: Rect, app: &App, notes: &NotesPanel, written: &str, theme: Theme) {
    let laid = rows(written, text_columns(app.size()));
    let (caret_row, caret_column) = place_of(written, &laid, notes.caret);
    let height = usize::from(area.height).max(1);
    // A banner more than was reckoned with must not hide the row that is being typed.
    let first = notes.scroll.max((caret_row + 1).saturating_sub(height));
    let mut rest = area;
    for row in laid.iter().skip(first).take(height) {
        let line = shown_row(written.get(row.start..row.end).unwrap_or_default());
        put(buf, rest, line.trim_end(), theme.plain());
        rest = below(rest, 1);
    }
    let column = cells(caret_column).min(area.width.saturating_sub(1));
    let at = Rect { x: area.x + column, y: area.y + cells(caret_row.saturating_sub(first)), width: 1, height: 1 };
    if app.may_note(&notes.report) && at.y < area.bottom() {
        buf.set_style(at, theme.picked());
    }
}
