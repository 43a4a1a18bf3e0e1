//! What a hurried hand, a paste or a window may send: keys that mean something and keys that mean nothing.

use hemicycle::app::Key;
use hemicycle::app::keymap::Stroke;

use crate::draws::Draws;

/// Keys that mean something everywhere, or nothing.
pub const KEYS: &[Key] = &[
    Key::Enter,
    Key::Escape,
    Key::Backspace,
    Key::Delete,
    Key::Tab,
    Key::Up,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Function(1),
    Key::Function(2),
    Key::Function(3),
    Key::Function(4),
    Key::Function(6),
    Key::Function(9),
    Key::Function(12),
    Key::Ctrl('z'),
    Key::Ctrl('y'),
    Key::Ctrl('p'),
    Key::Ctrl('r'),
    Key::Ctrl('e'),
    Key::Ctrl('q'),
    Key::Ctrl('a'),
    Key::Char(' '),
];

/// Letters of names and of hours, signs of a choice, and what no keyboard has.
pub const LETTERS: &[char] = &[
    'a',
    'b',
    'c',
    'd',
    'e',
    'é',
    'l',
    'm',
    'r',
    's',
    't',
    'u',
    'M',
    '-',
    '\'',
    '’',
    ',',
    ';',
    ':',
    '!',
    '=',
    '&',
    '"',
    '(',
    '1',
    '2',
    '8',
    '9',
    '0',
    '?',
    '/',
    '\u{0}',
    '\u{1b}',
    '\u{202e}',
    '\u{301}',
    '漢',
    '👩',
    '\u{200d}',
    '\u{10ffff}',
    ' ',
];

/// What is pasted.
pub const PASTES: &[&str] = &[
    "",
    "aub",
    ",",
    "\n",
    "\r\n\r\n",
    ", ; : !\n,,,,",
    "bonsoir\nmerci",
    "\u{1b}[201~\u{1b}[A",
    "\u{0}\u{202e}x",
    "18 h 30",
    "漢字👩‍👩‍👧e\u{301}\u{301}",
    "\u{9b}2J\t\t",
];

/// The sizes of a window.
pub const SIZES: &[(u16, u16)] = &[
    (80, 24),
    (120, 40),
    (80, 60),
    (200, 24),
    (79, 24),
    (80, 23),
    (60, 20),
    (1, 1),
    (2, 2),
    (0, 0),
    (3, 200),
    (300, 2),
];

/// A key of those that a row takes.
pub fn stroke(strokes: &[Stroke], draws: &mut Draws) -> Key {
    match draws.one(strokes) {
        Stroke::Is(key) => key,
        Stroke::Letter | Stroke::NoDigit => Key::Char(draws.one(&['a', 'e', 'm', 'r', 'b', 'é', '-'])),
        Stroke::Digit => Key::Char(draws.one(&['1', '2', '0', '8', '&', 'é'])),
        Stroke::Text => Key::Char(draws.one(LETTERS)),
    }
}
