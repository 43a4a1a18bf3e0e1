//! What stands one under the other in the middle of the display: measured first, then drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::display::scene::Seats;
use crate::council::tally::Tally;
use crate::tui::text::{below, cells, top, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::big_letters::{Size, Words};
use crate::tui::widgets::hemicycle::{self, looks};

use super::centred;
use super::figures::Figures;

/// Rows of the small letters with their accents.
const LETTERS: u16 = 3;
/// The rows from which a report, what is going on and their letters stand apart: a window of 24 has them.
const ROOMY: u16 = 14;

/// What is drawn from top to bottom.
pub(super) struct Stack {
    area: Rect,
    pieces: Vec<Piece>,
}

enum Piece {
    Air(u16),
    Big(Words, String, Style),
    Lines(Vec<String>, Style),
    Figures(Figures),
    /// As many rows as are left.
    Seats(Seats, u16),
}

impl Piece {
    fn height(&self) -> u16 {
        match self {
            Self::Air(rows) | Self::Seats(_, rows) => *rows,
            Self::Big(words, ..) => words.height(),
            Self::Lines(lines, _) => cells(lines.len()),
            Self::Figures(figures) => figures.height(),
        }
    }
}

impl Stack {
    /// In that area.
    pub(super) fn new(area: Rect) -> Self {
        Self { area, pieces: Vec::new() }
    }

    /// The rows that are still free.
    pub(super) fn left(&self) -> u16 {
        self.area.height.saturating_sub(self.pieces.iter().map(Piece::height).sum())
    }

    /// The rows of the whole area.
    pub(super) fn rows(&self) -> u16 {
        self.area.height
    }

    /// Empty rows.
    pub(super) fn air(&mut self, rows: u16) {
        self.pieces.push(Piece::Air(rows));
    }

    /// A text in bold.
    pub(super) fn text(&mut self, text: &str, lines: usize, style: Style) {
        self.pieces.push(Piece::Lines(wrap(text, self.area.width, lines), style));
    }

    /// A text in the largest letters that take no more than half of the height; in bold if none do.
    pub(super) fn big(&mut self, text: &str, largest: Size, lines: usize, style: Style) {
        self.big_in(self.area.height / 2, text, largest, lines, style);
    }

    /// The same in no more than so many rows.
    pub(super) fn big_in(&mut self, rows: u16, text: &str, largest: Size, lines: usize, style: Style) {
        match Words::fitting(text, self.area.width, rows.min(self.left()), lines, largest) {
            Some(words) => self.pieces.push(Piece::Big(words, text.to_owned(), style)),
            None => self.text(text, lines, style),
        }
    }

    /// The rows that [`Self::big_or_text`] may take.
    pub(super) fn row_or_letters(&self) -> u16 {
        match self.area.height / 8 {
            few @ 0..3 => few.min(1),
            rows => rows,
        }
    }

    /// A text on one line, in letters if there is room for them beside the rest.
    pub(super) fn big_or_text(&mut self, text: &str, largest: Size, style: Style) {
        let rows = self.row_or_letters();
        match Words::fitting(text, self.area.width, rows, 1, largest) {
            Some(words) => self.pieces.push(Piece::Big(words, text.to_owned(), style)),
            None => self.text(text, 2, style),
        }
    }

    /// The rows that [`Self::letters_where_free`] takes where nothing crowds it.
    pub(super) fn letters_or_row(&self) -> u16 {
        if self.area.height < ROOMY { 1 } else { self.row_or_letters().max(LETTERS) }
    }

    /// A text on one line, in letters of three rows or more wherever so many rows are free once `kept` are left for what
    /// comes below: of a screen with little to say even the small window is read from afar.
    pub(super) fn letters_where_free(&mut self, text: &str, largest: Size, kept: u16, style: Style) {
        let rows = self.left().saturating_sub(kept).min(self.letters_or_row());
        match Words::fitting(text, self.area.width, rows, 1, largest) {
            Some(words) => self.pieces.push(Piece::Big(words, text.to_owned(), style)),
            None => self.text(text, 2, style),
        }
    }

    /// Whether a text has room in letters on one line.
    pub(super) fn fits_in_letters(&self, text: &str) -> bool {
        Words::fitting(text, self.area.width, self.left().min(self.letters_or_row()), 1, Size::SMALL).is_some()
    }

    /// Pour, contre, abstentions, each a big number over its word; `with_signs` where seats below bear them.
    pub(super) fn figures(&mut self, tally: &Tally, with_signs: bool) {
        self.pieces.push(Piece::Figures(Figures::of(tally, with_signs, self.area)));
    }

    /// The seats, each by what it said, in the rows that are left; nothing where they do not fit.
    pub(super) fn seats(&mut self, seats: &Seats) {
        let rows = self.left().saturating_sub(1);
        let place = Rect { height: rows, ..self.area };
        if let Some(laid) = hemicycle::lay(seats.seating.seats().len(), place) {
            self.air(1);
            self.pieces.push(Piece::Seats(seats.clone(), laid.area.height));
        }
    }

    /// What it says, a line a piece.
    pub(super) fn lines(self) -> Vec<String> {
        let said = |piece| match piece {
            Piece::Air(_) | Piece::Seats(..) => None,
            Piece::Big(_, text, _) => Some(text),
            Piece::Lines(lines, _) => Some(lines.join(" ")),
            Piece::Figures(figures) => Some(figures.said()),
        };
        self.pieces.into_iter().filter_map(said).collect()
    }

    /// Draws it in the middle of the height.
    pub(super) fn draw(self, buf: &mut Buffer, area: Rect, theme: Theme) {
        let height: u16 = self.pieces.iter().map(Piece::height).sum();
        let mut rest = below(area, area.height.saturating_sub(height) / 2);
        for piece in &self.pieces {
            let place = top(rest, piece.height());
            match piece {
                Piece::Air(_) => {}
                Piece::Big(words, _, style) => words.draw(buf, place, *style),
                Piece::Lines(lines, style) => {
                    for (row, line) in (0..place.height).zip(lines) {
                        centred(buf, below(place, row), line, *style);
                    }
                }
                Piece::Seats(seats, _) => {
                    let looks = looks::of_vote(&seats.seating, &seats.vote, |_| false, theme);
                    hemicycle::draw(buf, place, looks, theme);
                }
                Piece::Figures(figures) => figures.draw(buf, place, theme),
            }
            rest = below(rest, piece.height());
        }
    }
}
