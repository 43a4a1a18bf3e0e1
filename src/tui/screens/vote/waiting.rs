//! A text that waits: what is put before it, how far each is, and what the next one says.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::council::proposal::ProposalState;
use crate::french::kinds;
use crate::french::screen::told;
use crate::tui::text::{below, cells, from_column, inset, put, put_right, put_wrapped, top};
use crate::tui::theme::Theme;
use crate::tui::widgets::panel;

use super::{Shown, sign_of_a_proposal, split};

/// Draws the proposals, the next one with its text, and what Enter does.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, shown: &Shown, theme: Theme) {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    let proposals = &sitting.handling(&shown.report.id).proposals;
    let pending = proposals.iter().filter(|it| it.state.is_pending()).count();
    let next = proposals.iter().position(|it| it.state == ProposalState::Waiting);
    let (top_rows, bottom) = split(area, area.height.saturating_sub(3));
    let mut rest = put_wrapped(buf, top_rows, &shown.report.object, 3, theme.strong());
    rest = below(rest, 1);
    put(buf, rest, told::BEFORE_THE_TEXT, theme.accent());
    rest = below(rest, 1);
    // The rows of the text of the next one are kept free of the others.
    let others = cells(proposals.len());
    let text_rows = rest.height.saturating_sub(others).min(8);
    let kept = usize::from(rest.height.saturating_sub(text_rows));
    let first = next.unwrap_or(0).saturating_sub(kept.saturating_sub(1) / 2).min(proposals.len().saturating_sub(kept));
    for (place, proposed) in proposals.iter().enumerate().skip(first).take(kept.max(1)) {
        let is_next = Some(place) == next;
        let line = top(rest, 1);
        let (sign, style) = sign_of_a_proposal(proposed, is_next, theme);
        let end = put_right(buf, line, &told::state(proposed), if is_next { theme.caution() } else { theme.dim() });
        let x = put(buf, line, sign, style);
        let words = if is_next { told::what(&proposed.proposal) } else { told::proposal(&proposed.proposal, roster) };
        let name = Rect { width: end.saturating_sub(x + 2), ..from_column(line, x + 1) };
        put(buf, name, &words, if is_next { theme.strong() } else { theme.plain() });
        rest = below(rest, 1);
        if is_next {
            let text = proposed.proposal.text.iter().flat_map(|text| text.lines()).map(told::plain);
            let text = text.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
            let by = told::brought_by(&proposed.proposal, roster);
            if !by.is_empty() {
                let left = put_wrapped(buf, inset(rest, 2), &by, 2, theme.plain());
                rest = below(rest, left.y.saturating_sub(rest.y));
            }
            let inside = top(inset(rest, 2), text_rows.saturating_sub(2));
            if !text.is_empty() {
                let left = put_wrapped(buf, inside, &text, usize::from(inside.height), theme.dim());
                rest = below(rest, left.y.saturating_sub(rest.y));
            }
        }
    }
    let Some(proposed) = next.and_then(|next| proposals.get(next)) else { return };
    let title = kinds::proposal_title(&proposed.proposal.id);
    let strong = theme.caution().patch(theme.strong());
    let gap = ("  ", theme.plain());
    panel::rule(buf, bottom, &[(told::TO_PUT, theme.accent()), gap, (&title, strong)], theme);
    put_wrapped(buf, below(bottom, 1), &told::puts(&proposed.proposal.id, pending), 2, theme.plain());
}
