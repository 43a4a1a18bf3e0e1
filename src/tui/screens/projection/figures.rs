//! The figures of a vote: each a big number over its word, side by side.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::council::ballot::Choice;
use crate::council::tally::Tally;
use crate::french::screen::display as words;
use crate::tui::text::{below, cells, from_column, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::big_letters::{Size, Words};
use crate::tui::widgets::hemicycle::SeatSign;

use super::centred;

/// The most columns between two figures.
const MOST_AIR: u16 = 24;

/// Those that are shown, in the order of the papers' sentences.
pub(super) struct Figures {
    shown: Vec<(Choice, u32)>,
    size: Size,
    with_signs: bool,
}

impl Figures {
    /// Those of a tally, for a display of that size. Nobody taking no part is not said.
    pub(super) fn of(tally: &Tally, with_signs: bool, area: Rect) -> Self {
        let value = |choice: &Choice| match choice {
            Choice::For => tally.for_,
            Choice::Against => tally.against,
            Choice::Abstain => tally.abstentions,
            Choice::NotTakingPart => tally.not_taking_part,
        };
        let figures = Choice::ALL.iter().map(|choice| (*choice, value(choice)));
        let is_shown = |(choice, value): &(Choice, u32)| *choice != Choice::NotTakingPart || *value > 0;
        let size = match area.height {
            48.. => Size::tall(2),
            30.. => Size::tall(1),
            _ => Size::SMALL,
        };
        Self { shown: figures.filter(is_shown).collect(), size, with_signs }
    }

    /// The rows that they take.
    pub(super) fn height(&self) -> u16 {
        Words::set("0", u16::MAX, self.size).map_or(0, |words| words.height()) + 1
    }

    /// « Pour 24 · Contre 4 · Abstentions 2 ».
    pub(super) fn said(&self) -> String {
        let parts = self.shown.iter().map(|(choice, value)| format!("{} {value}", words::choice(*choice)));
        parts.collect::<Vec<_>>().join(" · ")
    }

    /// The word under a figure, with the sign of its seats where they are drawn.
    fn label(&self, choice: Choice) -> String {
        let word = words::choice(choice);
        if self.with_signs { format!("{} {word}", SeatSign::Says(choice, false).symbol()) } else { word.to_owned() }
    }

    /// Draws them side by side, in the middle, with the same air between them.
    pub(super) fn draw(&self, buf: &mut Buffer, area: Rect, theme: Theme) {
        let figures = self.shown.iter().map(|(choice, value)| {
            let number = Words::set(&value.to_string(), area.width, self.size);
            let label = self.label(*choice);
            let columns = number.as_ref().map_or(0, Words::width).max(width(&label));
            (theme.choice(*choice).patch(theme.strong()), number, label, columns)
        });
        let figures: Vec<_> = figures.collect();
        let taken: u16 = figures.iter().map(|(.., columns)| columns).sum();
        let between = cells(figures.len().saturating_sub(1));
        let air = (area.width.saturating_sub(taken) / (between + 1)).min(MOST_AIR);
        let mut x = area.x + area.width.saturating_sub(taken + air * between) / 2;
        for (style, number, label, columns) in figures {
            let own = from_column(area, x);
            let own = Rect { width: columns.min(own.width), ..own };
            if let Some(number) = number {
                number.draw(buf, own, style);
            }
            centred(buf, below(own, self.height() - 1), &label, style);
            x = x.saturating_add(columns + air);
        }
    }
}
