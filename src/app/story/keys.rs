//! The names of the keys in a story: those of the screen, in one word each.

use crate::app::Key;
use crate::french::screen::{labels, story as words};

/// The keys that have a name of their own.
const NAMED: [(Key, &str); 14] = [
    (Key::Enter, words::ENTER),
    (Key::Backspace, words::BACKSPACE),
    (Key::Delete, labels::DELETE),
    (Key::Escape, labels::ESCAPE),
    (Key::Tab, words::TAB),
    (Key::Char(' '), labels::SPACE),
    (Key::Up, words::ARROWS[0]),
    (Key::Down, words::ARROWS[1]),
    (Key::Left, words::ARROWS[2]),
    (Key::Right, words::ARROWS[3]),
    (Key::Home, labels::HOME),
    (Key::End, labels::END),
    (Key::PageUp, words::PAGES[0]),
    (Key::PageDown, words::PAGES[1]),
];

/// The key of that name: « Entrée », « F3 », « Ctrl-Z »; none if the word names none.
#[must_use]
pub fn key_of(word: &str) -> Option<Key> {
    if let Some((key, _)) = NAMED.iter().find(|(_, name)| *name == word) {
        return Some(*key);
    }
    if let Some(letter) = word.strip_prefix(words::CTRL) {
        let mut letters = letter.chars();
        return match (letters.next(), letters.next()) {
            (Some(letter @ 'A'..='Z'), None) => Some(Key::Ctrl(letter.to_ascii_lowercase())),
            _ => None,
        };
    }
    let number: u8 = word.strip_prefix('F')?.parse().ok()?;
    (1..=12).contains(&number).then_some(Key::Function(number))
}

/// The name of a key; a character names itself.
#[must_use]
pub fn name_of(key: Key) -> String {
    if let Some((_, name)) = NAMED.iter().find(|(named, _)| *named == key) {
        return (*name).to_owned();
    }
    match key {
        Key::Ctrl(letter) => format!("{}{}", words::CTRL, letter.to_ascii_uppercase()),
        Key::Function(number) => format!("F{number}"),
        Key::Char(character) => character.to_string(),
        // Every other key is in the list above.
        _ => String::new(),
    }
}
