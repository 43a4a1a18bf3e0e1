//! The last hand on a screen in ASCII: every cell becomes printable ASCII, and keeps its place.
//!
//! It is done once, after painting, so that no screen has to know. What is a sign keeps a sign of its own: two states that
//! differ in Unicode differ here too. A letter loses its accent; one that is two letters (« œ ») is the one that is heard
//! (« cœur », « vœu »: e). A letter of another alphabet is `?`, over as many cells as it took.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_normalization::UnicodeNormalization;

use super::text::width;

/// Rewrites the cells of that area.
pub fn settle(buf: &mut Buffer, area: Rect) {
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
            let symbol = buf[(x, y)].symbol();
            let columns = width(symbol).max(1);
            if !is_ascii(symbol) {
                let sign = sign(symbol);
                for column in x..(x + columns).min(area.right()) {
                    buf[(column, y)].set_char(sign);
                }
            }
            x += columns;
        }
    }
}

fn is_ascii(symbol: &str) -> bool {
    matches!(symbol.as_bytes(), [b' '..=b'~'])
}

/// The sign of ASCII for what stands in a cell, whatever it is.
#[must_use]
pub fn sign(symbol: &str) -> char {
    let Some(first) = symbol.chars().next() else { return ' ' };
    if matches!(first, ' '..='~') {
        return first;
    }
    drawn(first).or_else(|| letter(first)).unwrap_or('?')
}

/// Lines, bars and signs.
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
        '█' | '▉' | '▊' | '▋' | '▌' | '▐' | '▀' | '▄' | '▆' | '▇' | '▓' => '#',
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
        '▶' | '►' => '>',
        '■' | '◼' => '#',
        '□' | '◻' => '_',
        '‖' => '=',
        '⊘' | '∅' | '⌀' => '0',
        '▲' | '△' | '⚠' => '!',
        '▼' | '▽' => 'v',
        '▸' | '▹' | '❯' => '>',
        '◂' | '◀' | '◄' | '❮' => '<',
        '★' | '☆' | '✱' | '✶' => '*',
        '•' => '*',
        '≡' | '☰' => '=',
        // Keys and arrows.
        '↵' | '⏎' => '/',
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
        '≠' => '#',
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
