//! The result of a secret ballot before the room: who is elected in huge letters, then the totals that were read aloud.

use ratatui::style::Style;

use crate::app::display::scene::{Ballots, Verdict};
use crate::french::screen::display as words;
use crate::french::screen::urn;
use crate::tui::theme::Theme;
use crate::tui::widgets::big_letters::Size;

use super::listed;
use super::stack::Stack;

/// One name is huge, several stand one under the other; of a text it is the outcome that is huge.
pub(super) fn result(stack: &mut Stack, verdict: &Verdict, ballots: &Ballots, style: Style, theme: Theme) {
    let totals = totals(ballots);
    match ballots.elected.as_slice() {
        [] => {
            stack.big_in(stack.rows() / 2, &verdict.word, Size::tall(8), 2, style);
            stack.air(u16::from(stack.rows() > 24));
            stack.big_or_text(&verdict.how, Size::SMALL, style);
        }
        [one] => {
            stack.big_in(stack.rows() * 4 / 10, one, Size::tall(5), 2, style);
            stack.air(1);
            stack.big_or_text(&verdict.word, Size::SMALL, style);
            stack.text(&verdict.how, 1, theme.plain());
        }
        several => {
            stack.big_or_text(&verdict.word, Size::tall(1), style);
            stack.text(&verdict.how, 1, theme.plain());
            stack.air(1);
            let below = if totals.is_empty() { 0 } else { 3 };
            let names = several.iter().map(|name| (name.clone(), theme.strong()));
            listed(stack, below, &names.collect::<Vec<_>>());
        }
    }
    stack.air(1);
    if !ballots.seats.is_empty() {
        let seats: Vec<String> = ballots.seats.iter().map(|(list, seats)| words::seats(list, *seats)).collect();
        stack.text(&seats.join(" · "), 2, theme.strong());
    }
    if !totals.is_empty() {
        stack.text(&totals.join(" · "), 3, theme.plain());
    }
}

/// « Léa MARTINET 20 », then blank and null ballots.
fn totals(ballots: &Ballots) -> Vec<String> {
    let others = [(urn::BLANK, ballots.blank), (urn::NULL, ballots.null)];
    let others = others.into_iter().map(|(what, number)| words::ballots(what, number));
    let named = ballots.votes.iter().map(|(what, number)| words::ballots(what, *number));
    if ballots.votes.is_empty() { vec![] } else { named.chain(others).collect() }
}
