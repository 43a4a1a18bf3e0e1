//! The figures of a vote: bars against the majority that is needed, and the nine of the minutes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::council::ballot::{Choice, Vote};
use crate::council::majority::{Base, Majority};
use crate::council::tally::{Figure, Tally};
use crate::council::way::Way;
use crate::french::figures as words;
use crate::french::screen::told;
use crate::tui::text::{below, from_column, put, put_all, put_right, put_wrapped, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::bar::{Bar, MARK};
use crate::tui::widgets::hemicycle::SeatSign;

use super::arranged::APART;
use super::plan::{Bars, Plan};

/// The columns of a bar's label and number.
const LABELS: u16 = 18;

/// A bar for each choice, against the voters; the majority is marked through all of them.
pub fn bars(buf: &mut Buffer, area: Rect, tally: &Tally, vote: &Vote, plan: &Plan, theme: Theme) -> Rect {
    let majority = vote.rule.majority;
    // While names are called, the bars grow towards those who will have answered: they never change their scale, and no
    // majority of the first few is marked.
    let awaited = if vote.way == Way::RollCall { vote.awaited().count() } else { 0 };
    let said = tally.for_ + tally.against + tally.abstentions + tally.not_taking_part;
    let room = said + u32::try_from(awaited).unwrap_or(u32::MAX - said);
    // Of the members, those who are not there count too.
    let whole = if majority.base() == Some(Base::Members) { tally.in_office.max(room) } else { room };
    let needed = match majority {
        _ if awaited > 0 => None,
        Majority::NoneAgainst => tally.absolute_majority,
        other => other.needed(tally),
    };
    // In a secret ballot nobody abstains, and no seat says anything that a sign would explain.
    let is_secret = vote.way == Way::Secret;
    let whole = if is_secret { whole.max(tally.voters) } else { whole };
    let last = if is_secret { (Figure::BlankNull, tally.blank_null) } else { (Figure::Abstentions, tally.abstentions) };
    let shown = [
        (Choice::For, words::label(Figure::For), tally.for_),
        (Choice::Against, words::label(Figure::Against), tally.against),
        (Choice::Abstain, words::label(last.0), last.1),
    ];
    let mut rest = area;
    for (choice, label, value) in shown {
        let style = if is_secret && choice == Choice::Abstain { theme.plain() } else { theme.choice(choice) };
        let sign = if is_secret { " " } else { SeatSign::Says(choice, false).symbol() };
        put_all(buf, rest, &[(sign, style), (" ", style), (label, style)]);
        let number = Rect { width: LABELS.saturating_sub(1), ..rest };
        put_right(buf, number, &value.to_string(), theme.strong());
        let bar = Rect { height: rest.height.min(1), ..from_column(rest, rest.x + LABELS) };
        let drawn = Bar { value, whole, mark: needed };
        drawn.draw(buf, bar, style, theme.dim());
        rest = below(rest, 1);
        if plan.apart {
            drawn.draw_mark(
                buf,
                Rect { height: rest.height.min(1), ..from_column(rest, rest.x + LABELS) },
                theme.dim(),
            );
            rest = below(rest, 1);
        }
    }
    if plan.bars != Bars::WithMajority {
        return rest;
    }
    let line = from_column(rest, rest.x + LABELS);
    let bar = Bar { value: 0, whole, mark: needed };
    if majority == Majority::Relative {
        put(buf, line, told::short_majority(majority), theme.dim());
    }
    if let (Some(column), Some(needed)) = (bar.mark_column(line.width), needed) {
        let label = format!("{} {needed}", told::short_majority(majority));
        let fits_right = column + 2 + width(&label) <= line.width;
        let x = if fits_right { line.x + column } else { line.x + column.saturating_sub(width(&label) + 1) };
        let parts = if fits_right { [MARK, " ", &label] } else { [&label, " ", MARK] };
        put_all(buf, from_column(line, x), &parts.map(|part| (part, theme.dim())));
    }
    below(rest, 1)
}

/// The nine figures, in the order of the minutes.
pub fn table(buf: &mut Buffer, area: Rect, tally: &Tally, theme: Theme) {
    column(buf, area, &Figure::ALL, tally, theme);
}

/// The same in two columns, one after the other.
pub fn folded(buf: &mut Buffer, area: Rect, tally: &Tally, theme: Theme) {
    let (first, second) = Figure::ALL.split_at(Figure::ALL.len().div_ceil(2));
    let columns = area.width.saturating_sub(APART) / 2;
    column(buf, Rect { width: columns, ..area }, first, tally, theme);
    column(buf, from_column(area, area.right().saturating_sub(columns)), second, tally, theme);
}

fn column(buf: &mut Buffer, area: Rect, figures: &[Figure], tally: &Tally, theme: Theme) {
    let mut rest = area;
    for figure in figures.iter().copied() {
        if rest.height == 0 {
            return;
        }
        let style = match figure {
            Figure::For => theme.choice(Choice::For),
            Figure::Against => theme.choice(Choice::Against),
            Figure::Abstentions => theme.choice(Choice::Abstain),
            Figure::NotTakingPart => theme.choice(Choice::NotTakingPart),
            _ => theme.plain(),
        };
        let x = put(buf, rest, words::label(figure), theme.plain());
        let end = put_right(buf, rest, &words::value(tally.value(figure)), style.patch(theme.strong()));
        for dot in (x + 1)..end.saturating_sub(1) {
            buf[(dot, rest.y)].set_symbol("·").set_style(theme.dim());
        }
        rest = below(rest, 1);
    }
}

/// Where no figures are recorded: how many voices there are, and the result if one was stated.
pub fn none(buf: &mut Buffer, area: Rect, vote: &Vote, theme: Theme) {
    let mut rest = area;
    for (label, value) in [(words::label(Figure::InOffice), vote.in_office), (told::VOICES_IN_THE_ROOM, vote.voices())]
    {
        let x = put(buf, rest, label, theme.plain());
        let end = put_right(buf, rest, &value.to_string(), theme.strong());
        for dot in (x + 1)..end.saturating_sub(1) {
            buf[(dot, rest.y)].set_symbol("·").set_style(theme.dim());
        }
        rest = below(rest, 1);
    }
    rest = below(rest, 1);
    let (words, style) = match (vote.way, vote.stated()) {
        (Way::Result, Some(stated)) => (told::stated(stated), theme.strong()),
        (Way::Result, None) => (told::NOTHING_STATED.to_owned(), theme.caution()),
        _ => (told::NOTHING_COUNTED.to_owned(), theme.caution()),
    };
    rest = put_wrapped(buf, rest, &words, 2, style);
    put_wrapped(buf, below(rest, 1), told::TAB_TO_NOTE, 3, theme.dim());
}
