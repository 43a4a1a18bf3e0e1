//! Words in letters that are read from the back of a room, made of `▀ ▄ █`: two points in a cell, one above the other.
//!
//! The tall letters are drawn at any whole size: a word takes the largest for which there is room, then the small letters,
//! three rows high. What has no shape here, or no room, is written in bold by whoever draws.

mod font;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_normalization::UnicodeNormalization;

use crate::tui::text::cells;

use font::{Font, SMALL, TALL};

/// The largest that a point of the tall letters becomes, in columns.
const LARGEST: u16 = 12;

/// A size of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    is_small: bool,
    /// How many columns, and half rows, a point takes.
    scale: u16,
}

impl Size {
    /// The small letters: three rows with their accents.
    pub const SMALL: Self = Self { is_small: true, scale: 1 };

    /// The tall letters, a point being so many columns.
    #[must_use]
    pub fn tall(scale: u16) -> Self {
        Self { is_small: false, scale: scale.clamp(1, LARGEST) }
    }

    fn font(self) -> &'static Font {
        if self.is_small { &SMALL } else { &TALL }
    }
}

/// A text set in big letters, in one line or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    size: Size,
    lines: Vec<Big>,
    /// Half rows above the letters that accents take, and below them that cedillas take.
    above: usize,
    below: usize,
}

/// A line of it, as points.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Big {
    rows: Vec<Vec<bool>>,
}

impl Words {
    /// The text in the largest letters that fit, on at most so many lines; `None` if none do.
    #[must_use]
    pub fn fitting(text: &str, columns: u16, rows: u16, lines: usize, largest: Size) -> Option<Self> {
        let tall = if largest.is_small { 0 } else { largest.scale };
        let sizes = (1..=tall).rev().map(Size::tall).chain([Size::SMALL]);
        sizes.into_iter().find_map(|size| {
            let words = Self::set(text, columns, size)?;
            (words.lines.len() <= lines && words.height() <= rows).then_some(words)
        })
    }

    /// The text in letters of that size, broken between words; `None` if a word does not fit or has no shape.
    #[must_use]
    pub fn set(text: &str, columns: u16, size: Size) -> Option<Self> {
        let font = size.font();
        let space = width(&glyph(' ', font)?) + 2;
        let room = usize::from(columns / size.scale);
        let mut lines: Vec<Big> = Vec::new();
        for word in text.to_uppercase().split([' ', '\u{a0}', '\u{202f}']).filter(|word| !word.is_empty()) {
            let word = of_word(word, font)?;
            let own = word.first().map_or(0, Vec::len);
            if own > room {
                return None;
            }
            match lines.last_mut().filter(|line| line.width() + space + own <= room) {
                Some(line) => line.push(&word, space),
                None => lines.push(Big { rows: word }),
            }
        }
        let touched = |rows: std::ops::Range<usize>| {
            lines.iter().any(|line| rows.clone().any(|row| line.rows.get(row).is_some_and(|row| row.contains(&true))))
        };
        let above = if touched(0..font.above) { font.above } else { 0 };
        let last = font.above + font.height;
        let below = if touched(last..last + font.below) { font.below } else { 0 };
        (!lines.is_empty()).then_some(Self { size, lines, above, below })
    }

    /// The rows of a window that one line takes.
    fn line_height(&self) -> u16 {
        let points = self.above + self.size.font().height + self.below;
        cells(points).saturating_mul(self.size.scale).div_ceil(2)
    }

    /// Rows between two lines.
    fn between(&self) -> u16 {
        self.size.scale.div_ceil(2)
    }

    /// The rows of a window that it takes.
    #[must_use]
    pub fn height(&self) -> u16 {
        let lines = cells(self.lines.len());
        lines.saturating_mul(self.line_height() + self.between()).saturating_sub(self.between())
    }

    /// The columns that its longest line takes.
    #[must_use]
    pub fn width(&self) -> u16 {
        let longest = self.lines.iter().map(Big::width).max().unwrap_or(0);
        cells(longest).saturating_mul(self.size.scale)
    }

    /// The size of its letters.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// Draws it from the top of the area, each line in the middle.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, style: Style) {
        let mut y = area.y;
        for line in &self.lines {
            let columns = cells(line.width()).saturating_mul(self.size.scale);
            let x = area.x + area.width.saturating_sub(columns) / 2;
            self.draw_line(
                buf,
                area.intersection(Rect { x, y, width: columns, height: self.line_height() }),
                line,
                style,
            );
            y += self.line_height() + self.between();
        }
    }

    fn draw_line(&self, buf: &mut Buffer, area: Rect, line: &Big, style: Style) {
        let font = self.size.font();
        let first = font.above - self.above;
        let points = self.above + font.height + self.below;
        // The letters stand on the last half row: what is left over is above.
        let halves = usize::from(self.line_height()) * 2;
        let scale = usize::from(self.size.scale);
        let over = halves - points * scale;
        let is_on = |half: usize, x: usize| {
            half.checked_sub(over).is_some_and(|half| {
                line.rows.get(first + half / scale).and_then(|row| row.get(x / scale)).copied().unwrap_or(false)
            })
        };
        for row in 0..area.height {
            for column in 0..area.width {
                let half = usize::from(row) * 2;
                let symbol = match (is_on(half, usize::from(column)), is_on(half + 1, usize::from(column))) {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (false, false) => continue,
                };
                buf[(area.x + column, area.y + row)].set_char(symbol).set_style(style);
            }
        }
    }
}

impl Big {
    fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    fn push(&mut self, word: &[Vec<bool>], space: usize) {
        for (row, more) in self.rows.iter_mut().zip(word) {
            row.extend(std::iter::repeat_n(false, space));
            row.extend_from_slice(more);
        }
    }
}

fn width(glyph: &[Vec<bool>]) -> usize {
    glyph.first().map_or(0, Vec::len)
}

/// The points of a word: its letters one column apart, the rows of accents and cedillas included.
fn of_word(word: &str, font: &Font) -> Option<Vec<Vec<bool>>> {
    let mut rows: Vec<Vec<bool>> = vec![Vec::new(); font.above + font.height + font.below];
    for character in word.nfc() {
        let glyph = glyph(character, font)?;
        for (row, more) in rows.iter_mut().zip(glyph) {
            if !row.is_empty() {
                row.push(false);
            }
            row.extend(more);
        }
    }
    Some(rows)
}

/// A character with its accent: the shape of its letter, and the mark above or below it.
fn glyph(character: char, font: &Font) -> Option<Vec<Vec<bool>>> {
    let character = match character {
        '’' | '‘' => '\'',
        '–' | '—' | '‑' => '-',
        other => other,
    };
    let mut parts = std::iter::once(character).nfd();
    let letter = font.shape(parts.next()?)?;
    let columns = width(&letter);
    let blank = |rows: usize| vec![vec![false; columns]; rows];
    let (mut above, mut below) = (blank(font.above), blank(font.below));
    for mark in parts {
        match mark {
            '\u{327}' => put_below(&mut below, columns),
            mark => put_above(&mut above, columns, mark)?,
        }
    }
    Some(above.into_iter().chain(letter).chain(below).collect())
}

/// Sets points of the last rows, counted from the middle column.
fn put_above(rows: &mut [Vec<bool>], columns: usize, mark: char) -> Option<()> {
    let middle = columns / 2;
    let (left, right) = (middle.saturating_sub(1), (middle + 1).min(columns.saturating_sub(1)));
    let is_tall = rows.len() > 1;
    let points: &[(usize, usize)] = match (mark, is_tall) {
        // Acute, grave, circumflex, diaeresis.
        ('\u{301}', true) => &[(0, right), (1, middle)],
        ('\u{300}', true) => &[(0, left), (1, middle)],
        ('\u{302}', true) => &[(0, middle), (1, left), (1, right)],
        ('\u{301}', false) => &[(0, right)],
        ('\u{300}', false) => &[(0, left)],
        ('\u{302}', false) => &[(0, middle)],
        ('\u{308}', _) => &[(0, left), (0, right)],
        _ => return None,
    };
    for (row, column) in points {
        if let Some(point) = rows.get_mut(*row).and_then(|row| row.get_mut(*column)) {
            *point = true;
        }
    }
    Some(())
}

fn put_below(rows: &mut [Vec<bool>], columns: usize) {
    let middle = columns / 2;
    for (row, column) in [(0, middle), (1, middle.saturating_sub(1))] {
        if let Some(point) = rows.get_mut(row).and_then(|row| row.get_mut(column)) {
            *point = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, size: Size) -> String {
        let words = Words::set(text, 120, size).expect("it fits");
        let area = Rect::new(0, 0, 120, words.height());
        let mut buf = Buffer::empty(area);
        words.draw(&mut buf, area, Style::new());
        let row = |y| (0..120).map(|x| buf[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        (0..area.height).map(row).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_character_that_is_promised_has_a_shape_of_the_height_of_its_font() {
        for font in [&TALL, &SMALL] {
            for character in ('A'..='Z').chain('0'..='9').chain("ÉÈÊËÀÂÇÎÏÔÛÙÜŒ'’-–.,:;!()/°%&+«»?".chars())
            {
                let glyph = glyph(character, font).unwrap_or_else(|| panic!("{character}"));
                assert_eq!(glyph.len(), font.above + font.height + font.below, "{character}");
                let columns = width(&glyph);
                assert!(columns > 0 && glyph.iter().all(|row| row.len() == columns), "{character}: {glyph:?}");
            }
        }
        assert_eq!(glyph('漢', &TALL), None);
    }

    #[test]
    fn no_two_characters_look_the_same() {
        for font in [&TALL, &SMALL] {
            let mut seen = std::collections::BTreeMap::new();
            for character in ('A'..='Z').chain('0'..='9').chain("ÉÈÊËÀÇ'-.,:;!()/°%&+«»?".chars()) {
                if let Some(other) = seen.insert(glyph(character, font), character) {
                    // A zero is told from an O by what stands around it, in any typeface of this size.
                    assert_eq!((other, character), ('O', '0'));
                }
            }
        }
    }

    #[test]
    fn a_word_takes_the_largest_letters_that_fit_then_the_small_ones_then_none() {
        let size = |columns, rows| Words::fitting("REJETÉ", columns, rows, 1, Size::tall(12)).map(|it| it.size());
        assert_eq!(size(80, 10), Some(Size::tall(2)));
        assert_eq!(size(120, 20), Some(Size::tall(3)));
        assert_eq!(size(120, 10), Some(Size::tall(2)));
        assert_eq!(size(40, 20), Some(Size::tall(1)));
        assert_eq!(size(30, 20), Some(Size::SMALL));
        assert_eq!(size(20, 20), None);
        assert_eq!(Words::set("Rejeté, 漢", 120, Size::tall(1)), None);
    }

    #[test]
    fn words_break_between_words_and_stand_in_the_middle() {
        let words = Words::set("donné acte", 40, Size::tall(1)).expect("it fits");
        assert_eq!(words.lines.len(), 2);
        let row = drawn("été", Size::SMALL);
        assert_eq!(
            row.lines().map(str::trim).collect::<Vec<_>>(),
            ["▄▄▄█ ▄▄▄ ▄▄▄█", "█▄▄   █  █▄▄", "█▄▄▄  █  █▄▄▄"],
            "{row}"
        );
    }
}
