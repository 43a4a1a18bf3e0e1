//! The last hand on a screen in ASCII: every cell becomes printable ASCII, and keeps its place.
//!
//! It is done once, after painting, so that no screen has to know. What is a sign keeps a sign of its own: two states that
//! differ in Unicode differ here too. A letter loses its accent. What is two letters (« œ ») or the name of a key (« ↵ »)
//! is written whole where blanks follow that it may take; else it is one sign, for « œ » the letter that is heard in
//! « cœur » and « vœu ». A letter of another alphabet is `?`, over as many cells as it took.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_normalization::UnicodeNormalization;

use crate::french::screen::labels as words;

use super::text::width;

/// Rewrites the cells of that area.
pub fn settle(buf: &mut Buffer, area: Rect) {
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
            x = settle_cell(buf, area, x, y);
        }
    }
}

/// Rewrites what begins in that cell; gives the column after it.
fn settle_cell(buf: &mut Buffer, area: Rect, x: u16, y: u16) -> u16 {
    let symbol = buf[(x, y)].symbol();
    let columns = width(symbol).max(1);
    if is_ascii(symbol) {
        return x + 1;
    }
    let (sign, whole) = (sign(symbol), whole(symbol));
    if let Some(whole) = whole.filter(|whole| make_room(buf, area, (x, y), width(whole) - columns)) {
        let look = buf[(x, y)].clone();
        for (column, character) in (x..).zip(whole.chars()) {
            buf[(column, y)] = look.clone();
            buf[(column, y)].set_char(of(character));
        }
        return x + width(whole);
    }
    let end = (x + columns).min(area.right());
    for column in x..end {
        buf[(column, y)].set_char(sign);
    }
    end
}

/// What is more than one sign long in ASCII.
fn whole(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "œ" => "oe",
        "Œ" => "OE",
        "æ" => "ae",
        "Æ" => "AE",
        "↵" => words::ENTER,
        "⌫" => words::BACKSPACE,
        _ => return None,
    })
}

/// Moves what follows a cell by so many columns into the blanks behind it, up to the first two blanks, so that no other
/// column of the screen moves, and two still stand before the next; says whether there was room.
fn make_room(buf: &mut Buffer, area: Rect, (x, y): (u16, u16), more: u16) -> bool {
    let is_blank = |column: u16| column >= area.right() || buf[(column, y)].symbol() == " ";
    let is_line = |first: char| ('\u{2500}'..='\u{259f}').contains(&first);
    // What stands behind the line of a frame is another's.
    let mut behind = (x + 1..area.right()).take_while(|column| !buf[(*column, y)].symbol().starts_with(is_line));
    let Some(gap) = behind.find(|column| is_blank(*column) && is_blank(column + 1)) else { return false };
    let end = (gap..area.right()).find(|column| !is_blank(*column)).map_or(area.right(), |next| next - 2);
    if gap + more > end {
        return false;
    }
    for column in (x + 1..gap).rev() {
        buf[(column + more, y)] = buf[(column, y)].clone();
    }
    true
}

fn is_ascii(symbol: &str) -> bool {
    matches!(symbol.as_bytes(), [b' '..=b'~'])
}

/// The sign of ASCII for what stands in a cell, whatever it is.
#[must_use]
pub fn sign(symbol: &str) -> char {
    let Some(first) = symbol.chars().next() else { return ' ' };
    of(first)
}

fn of(character: char) -> char {
    if matches!(character, ' '..='~') {
        return character;
    }
    drawn(character).or_else(|| letter(character)).unwrap_or('?')
}

/// Lines, bars and signs.
#[allow(clippy::match_same_arms, reason = "the signs of one family stand together")]
fn drawn(character: char) -> Option<char> {
    Some(match character {
        // Lines and frames.
        '─' | '━' | '═' | '╌' | '┄' | '┈' => '-',
        '│' | '┃' | '║' | '▏' | '▕' => '|',
        '┆' | '┇' | '┊' | '┋' | '╎' | '¦' => ':',
        '╭' | '╮' | '╰' | '╯' | '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' | '╞' | '╡' => {
            '+'
        }
        '┏' | '┓' | '┗' | '┛' | '┣' | '┫' | '┳' | '┻' | '╋' | '╔' | '╗' | '╚' | '╝' => '+',
        // Bars: what fills half a cell or more is full.
        '█' | '▉' | '▊' | '▋' | '▌' | '▐' | '▆' | '▇' | '▓' => '#',
        // The halves of which huge letters are made: where the ink is must be seen, or no letter can be read.
        '▀' => '"',
        '▄' => '_',
        '▍' | '▎' | '▁' | '▂' | '▃' | '▖'..='▟' => '=',
        '▒' => '%',
        '░' => ':',
        // Who is there: present, represented, withdrawn, excused, absent, without a seat.
        '●' | '⬤' => '@',
        '◐' | '◑' | '◒' | '◓' => '%',
        '◌' => '~',
        '○' | '◯' => 'o',
        '·' | '∙' | '⋅' => '.',
        '◇' => '&',
        // How it went: adopted, rejected, acknowledged, in question, over, suspended, postponed, set aside.
        '✓' | '✔' => '+',
        '✗' | '✘' | '✕' | '✖' => 'x',
        '◆' => '*',
        '▶' | '►' => '}',
        '■' | '◼' => '#',
        '□' | '◻' => '_',
        '◦' => ',',
        '◎' => '8',
        '‖' => '=',
        '⊘' | '∅' | '⌀' => '0',
        '▲' | '△' | '⚠' => '!',
        '▼' => 'V',
        '▽' => 'v',
        '▸' | '▹' | '▷' | '❯' => '>',
        '◂' | '◀' | '◄' | '❮' => '<',
        '★' | '☆' | '✱' | '✶' => '*',
        '•' => '*',
        '≡' | '☰' => '=',
        // Keys and arrows.
        '↵' | '⏎' => '\\',
        '⌫' | '←' => '<',
        '→' => '>',
        '↑' => '^',
        '↓' => 'v',
        '↔' => '=',
        // What is written.
        '’' | '‘' | '‚' | '′' | 'ʼ' => '\'',
        '«' | '»' | '“' | '”' | '„' | '″' => '"',
        '‹' => '<',
        '›' => '>',
        '–' | '—' | '−' | '‐' | '‑' | '‒' | '\u{ad}' => '-',
        '…' => '~',
        '×' => 'x',
        '÷' => '/',
        '±' => '+',
        '≥' => '>',
        '≤' => '<',
        '≠' => '/',
        '°' | 'º' => 'o',
        'ª' => 'a',
        '§' => 'S',
        '€' => 'E',
        '£' => 'L',
        '©' => 'c',
        '®' => 'r',
        '¿' => '?',
        '¡' => '!',
        'œ' | 'æ' => 'e',
        'Œ' | 'Æ' => 'E',
        'ß' => 's',
        'ø' => 'o',
        'Ø' => 'O',
        'ł' => 'l',
        'Ł' => 'L',
        'đ' | 'ð' => 'd',
        'Đ' | 'Ð' => 'D',
        'þ' => 't',
        'Þ' => 'T',
        'ı' => 'i',
        'ŋ' => 'n',
        'Ŋ' => 'N',
        other if other.is_whitespace() => ' ',
        _ => return None,
    })
}

/// A letter or a figure without what stands over, under or around it.
fn letter(character: char) -> Option<char> {
    character.nfkd().next().filter(|base| matches!(base, ' '..='~'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(line: &str) -> String {
        let area = Rect::new(0, 0, 24, 1);
        let mut buf = Buffer::empty(area);
        buf.set_string(0, 0, line, ratatui::style::Style::new());
        settle(&mut buf, area);
        (0..24).map(|x| buf[(x, 0)].symbol().to_owned()).collect()
    }

    #[test]
    fn a_letter_loses_its_accent_and_keeps_its_place() {
        assert_eq!(settled("│ É e\u{301} ç ñ « à » l’été…│"), "| E e c n \" a \" l'ete~| ");
        assert_eq!(settled("漢字 Ω 😀│\u{a0}20\u{a0}h"), "???? ? ??| 20 h         ");
    }

    #[test]
    fn two_letters_are_written_whole_where_nothing_is_pushed_away() {
        assert_eq!(settled("vœu, cœur  Pour"), "veu, ceur  Pour         ");
        assert_eq!(settled("vœu, cœur    Pour"), "voeu, coeur  Pour       ");
        assert_eq!(settled("│ le vœu d’ŒUVRE       │"), "| le voeu d'OEUVRE     |");
    }

    #[test]
    fn a_key_is_spelled_where_there_is_room() {
        assert_eq!(settled("↵ proclame"), "Entree proclame         ");
        assert_eq!(settled("↵ proclame   ⌫ défaire"), "\\ proclame   < defaire  ");
    }

    #[test]
    fn the_upper_half_the_lower_half_and_the_whole_of_a_huge_letter_are_three_signs() {
        assert_eq!(settled("█▄▄█ ▀▄▄  ▄▄▄▀"), "#__# \"__  ___\"          ");
    }

    #[test]
    fn whatever_stands_in_a_cell_becomes_one_printable_sign() {
        for character in '\u{1}'..='\u{ffff}' {
            let sign = sign(&character.to_string());
            assert!(matches!(sign, ' '..='~'), "{character:?} became {sign:?}");
        }
    }
}
