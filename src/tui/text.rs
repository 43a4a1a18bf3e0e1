//! Putting text into cells: cut with « … », wrapped, aligned by the width that it has on the screen.

use std::borrow::Cow;

use crate::council::plain::{plain, plain_lines};
use crate::french::typography::{NARROW_NO_BREAK, NO_BREAK, typeset};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns that a text takes on the screen, where what is hidden in it is shown by its code.
#[must_use]
pub fn width(text: &str) -> u16 {
    cells(columns_of(text))
}

fn columns_of(text: &str) -> usize {
    plain(text).width()
}

/// A number of things as a number of rows or columns.
#[must_use]
pub fn cells(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// The text in at most so many columns; what is cut is said by « … ».
#[must_use]
pub fn fit(text: &str, columns: u16) -> Cow<'_, str> {
    let columns = usize::from(columns);
    let shown = plain(text);
    if shown.width() <= columns {
        return shown;
    }
    let mut taken = 0;
    let mut kept = String::new();
    for character in shown.chars() {
        let own = character.width().unwrap_or(0);
        if taken + own + 1 > columns {
            break;
        }
        taken += own;
        kept.push(character);
    }
    kept.truncate(kept.trim_end().len());
    if columns > 0 {
        kept.push('…');
    }
    Cow::Owned(kept)
}

/// The end of the text in at most so many columns; what is cut is said by « … ». For a line that is being typed.
#[must_use]
pub fn fit_end(text: &str, columns: u16) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let room = columns.saturating_sub(1);
    let tails = text.char_indices().map(|(place, character)| &text[place + character.len_utf8()..]);
    let tail = tails.into_iter().find(|tail| width(tail) <= room).unwrap_or_default();
    Cow::Owned(format!("…{tail}"))
}

/// Puts a text on one row, cut to fit; gives the column after it.
pub fn put(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    // Nothing is drawn beside the screen, whatever a text made of the place of the next.
    let area = area.intersection(buf.area);
    if area.height == 0 || area.width == 0 {
        return area.x;
    }
    if text.chars().all(is_one_cell) {
        return put_cells(buf, area, text, style);
    }
    // What the buffer would drop without a word is shown by its code: the screen says what the file holds.
    buf.set_stringn(area.x, area.y, fit(text, area.width), usize::from(area.width), style).0
}

/// Whether a character takes one cell whatever stands beside it: nearly all that a screen shows. Others go the long
/// way, by grapheme and by width.
fn is_one_cell(character: char) -> bool {
    matches!(character, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2013}'..='\u{2027}' | '\u{2500}'..='\u{259f}')
}

/// Puts characters of one cell each, cut with « … » if there are more than the columns.
fn put_cells(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let columns = usize::from(area.width);
    let mut places = text.char_indices().map(|(place, _)| place).skip(columns - 1);
    let (kept, end) = match (places.next(), places.next()) {
        (Some(last), Some(_)) => (text[..last].trim_end(), Some('…')),
        _ => (text, None),
    };
    let mut x = area.x;
    for character in kept.chars().chain(end) {
        buf[(x, area.y)].set_char(character).set_style(style);
        x += 1;
    }
    x
}

/// Puts texts one after another on one row; gives the column after the last. What finds no room at all is said by « … »
/// in the last column.
pub fn put_all(buf: &mut Buffer, area: Rect, parts: &[(&str, Style)]) -> u16 {
    let mut rest = area;
    for (text, style) in parts {
        if rest.width == 0 && area.width > 0 && area.height > 0 && !text.trim().is_empty() {
            cut_at_the_end(buf, area);
            break;
        }
        let x = put(buf, rest, text, *style);
        rest = from_column(area, x);
    }
    rest.x
}

/// Puts « … » in the last column of a row, and a blank in place of the half of a wide letter that is left before it.
fn cut_at_the_end(buf: &mut Buffer, area: Rect) {
    let last = area.right() - 1;
    buf[(last, area.y)].set_char('…');
    if last > area.x && width(buf[(last - 1, area.y)].symbol()) > 1 {
        buf[(last - 1, area.y)].set_char(' ');
    }
}

/// Puts a text at the right end of a row; gives the column where it begins.
pub fn put_right(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let taken = width(text).min(area.width);
    let x = area.right() - taken;
    put(buf, from_column(area, x), text, style);
    x
}

/// Names and articles of law are never cut at their hyphens.
fn options(columns: u16) -> textwrap::Options<'static> {
    textwrap::Options::new(usize::from(columns.max(1))).word_splitter(textwrap::WordSplitter::NoHyphenation)
}

/// Lines of at most so many columns, at most so many lines; what is cut is said by « … ».
#[must_use]
pub fn wrap(text: &str, columns: u16, lines: usize) -> Vec<String> {
    // Set as the papers are, so that « : » or « 20 h 17 » is not broken; shown with plain spaces.
    let held = typeset(&plain_lines(text));
    let mut wrapped: Vec<String> = textwrap::wrap(&held, options(columns))
        .iter()
        .map(|line| line.replace([NO_BREAK, NARROW_NO_BREAK], " "))
        .collect();
    if wrapped.len() > lines {
        wrapped.truncate(lines);
        if let Some(last) = wrapped.last_mut() {
            last.push_str(" …");
            *last = match fit(last, columns) {
                Cow::Borrowed(_) => last.clone(),
                Cow::Owned(cut) => cut,
            };
        }
    }
    wrapped
}

/// Puts lines one under the other as far as there are rows; gives what is left below.
pub fn put_lines(buf: &mut Buffer, area: Rect, lines: &[String], style: Style) -> Rect {
    let mut rest = area;
    for line in lines.iter().take(usize::from(area.height)) {
        put(buf, rest, line, style);
        rest = below(rest, 1);
    }
    rest
}

/// Puts a wrapped text; gives what is left below.
pub fn put_wrapped(buf: &mut Buffer, area: Rect, text: &str, lines: usize, style: Style) -> Rect {
    put_lines(buf, area, &wrap(text, area.width, lines.min(usize::from(area.height))), style)
}

/// The area from a row on: what is below so many rows.
#[must_use]
pub fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// The first rows of an area.
#[must_use]
pub fn top(area: Rect, rows: u16) -> Rect {
    Rect { height: rows.min(area.height), ..area }
}

/// The area from a column on.
#[must_use]
pub fn from_column(area: Rect, x: u16) -> Rect {
    let x = x.clamp(area.x, area.right());
    Rect { x, width: area.right() - x, ..area }
}

/// The area less so many columns on each side.
#[must_use]
pub fn inset(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width / 2);
    Rect { x: area.x + columns, width: area.width - 2 * columns, ..area }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_ends_with_an_ellipsis_and_keeps_to_its_columns() {
        assert_eq!(fit("Tarifs de la restauration", 12), "Tarifs de l…");
        assert_eq!(fit("Tarifs", 6), "Tarifs");
        assert_eq!(fit("漢字漢字", 5), "漢字…");
        assert_eq!(fit("e\u{301}le\u{301}ve", 3), "e\u{301}l…");
        assert_eq!(fit("abc", 0), "");
    }

    #[test]
    fn of_a_long_line_that_is_being_typed_the_end_is_seen() {
        assert_eq!(fit_end("sicard desnuelle", 9), "…esnuelle");
        assert_eq!(fit_end("sicard", 6), "sicard");
        assert_eq!(fit_end("漢字漢字", 4), "…字");
    }

    #[test]
    fn of_several_texts_the_one_that_finds_no_room_is_said_by_an_ellipsis() {
        let put = |columns: u16, parts: &[&str]| {
            let area = Rect::new(0, 0, columns, 1);
            let mut buf = Buffer::empty(area);
            let parts: Vec<_> = parts.iter().map(|part| (*part, Style::new())).collect();
            put_all(&mut buf, area, &parts);
            (0..columns).map(|x| buf[(x, 0)].symbol().to_owned()).collect::<String>()
        };
        assert_eq!(put(9, &["Pour", " ", "Contre"]), "Pour Con…");
        assert_eq!(put(5, &["Pour", " ", "Contre"]), "Pour…");
        assert_eq!(put(4, &["Pour", "Contre"]), "Pou…");
        assert_eq!(put(4, &["漢字", "Contre"]), "漢  …");
        assert_eq!(put(4, &["Pour", " "]), "Pour");
    }

    #[test]
    fn a_text_of_too_many_lines_says_that_it_goes_on() {
        assert_eq!(wrap("un deux trois quatre", 8, 2), ["un deux", "trois …"]);
        assert_eq!(wrap("un deux", 8, 2), ["un deux"]);
    }

    #[test]
    fn a_sign_stays_with_its_word_and_an_article_of_law_is_not_cut_at_its_hyphen() {
        assert_eq!(wrap("il est dit : oui", 10, 3), ["il est", "dit : oui"]);
        assert_eq!(wrap("article L.2121-29 du code", 14, 3), ["article", "L.2121-29 du", "code"]);
    }
}
