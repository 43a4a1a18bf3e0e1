//! A report that ends without a vote: what is told of it, and what Enter records.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::vote::VoteScreen;
use crate::council::outcome::Outcome;
use crate::council::way::Way;
use crate::french::grammar;
use crate::french::kinds::About;
use crate::french::screen::{agenda as words, said, titles, told};
use crate::tui::text::{below, cells, inset, put, put_lines, put_right, put_wrapped, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::{agenda_list, panel};

use super::{Shown, split};

/// Draws what is told, and the one key that ends it.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &VoteScreen, shown: &Shown, theme: Theme) {
    let sitting = app.sitting();
    let outcome = shown.outcome.or_else(|| shown.report.kind.without_vote());
    let sentence = match outcome {
        Some(_) if shown.outcome.is_some() => wrap(&shown.sentence(app), area.width, 4),
        Some(outcome) => wrap(&told::enter_ends(outcome, shown.report, sitting), area.width, 2),
        None => vec![],
    };
    let (top_rows, bottom) = split(area, area.height.saturating_sub(cells(sentence.len()) + 1));
    let mut rest = put_wrapped(buf, top_rows, &shown.report.object, 3, theme.strong());
    if let Some(done) = shown.done {
        put(
            buf,
            rest,
            &words::done(
                &said::short_result(About::Text(shown.report.kind), done.tally.as_ref(), done.outcome),
                done.at,
            ),
            theme.accent(),
        );
        rest = below(rest, 1);
    }
    let before = told::decided_before(&sitting.handling(&shown.report.id).proposals);
    if !before.is_empty() {
        rest = put_wrapped(buf, rest, &grammar::capitalised(&before), 3, theme.plain());
    }
    rest = below(rest, 1);
    list(buf, rest, &told::rows(&shown.report.id, sitting), screen.scroll, theme);

    let Some(outcome) = outcome else { return };
    let candidates = &sitting.handling(&shown.report.id).candidates;
    let is_of_candidates = outcome == Outcome::AppointedWithoutVote;
    if is_of_candidates && candidates.is_empty() {
        panel::rule(
            buf,
            bottom,
            &[(told::TO_END, theme.dim()), ("  ", theme.plain()), (told::NO_CANDIDATE, theme.caution())],
            theme,
        );
        put(buf, below(bottom, 1), told::NAME_THEM, theme.plain());
        return;
    }
    let (word, how) = titles::outcome(About::Text(shown.report.kind), outcome);
    let appointed = told::appointed(candidates, &sitting.docket().roster).to_uppercase();
    let word = if is_of_candidates { &appointed } else { &word };
    let (sign, style) = agenda_list::sign_of(outcome, theme);
    let strong = style.patch(theme.strong());
    let gap = (" ", theme.plain());
    let heading = if shown.done.is_some() { titles::PROCLAIMED } else { told::TO_END };
    let how = if shown.vote.way == Way::WithoutVote || shown.done.is_some() { how } else { "" };
    let heads =
        [(heading, theme.accent()), ("  ", theme.plain()), (sign, strong), gap, (word, strong), gap, (how, style)];
    panel::rule(buf, bottom, &heads, theme);
    put_lines(buf, below(bottom, 1), &sentence, theme.plain());
}

/// The rows of what is told, from a row on; that there are more is said at the right.
fn list(buf: &mut Buffer, area: Rect, rows: &[told::Row], scroll: usize, theme: Theme) {
    let mut rest = area;
    if rows.is_empty() {
        put(buf, rest, titles::NO_TEXT, theme.dim());
        return;
    }
    for (place, row) in rows.iter().enumerate().skip(scroll) {
        let inside = if row.is_title { rest } else { inset(rest, 1) };
        let lines = wrap(&row.text, inside.width.saturating_sub(2), 3);
        let is_last = place + 1 == rows.len();
        if cells(lines.len()) + u16::from(!is_last) > rest.height {
            let left = titles::more(rows.len() - place);
            put_right(buf, Rect { height: 1, ..rest }, &format!("↓ {left}"), theme.accent());
            return;
        }
        let style = if row.is_title { theme.accent() } else { theme.plain() };
        put_lines(buf, inside, &lines, style);
        rest = below(rest, cells(lines.len()));
    }
}
