//! Keys as a terminal sends them.
#![allow(dead_code, reason = "each test file uses its own part of it")]

use hemicycle::app::Key;

/// The bytes of a key.
pub fn bytes(key: Key) -> String {
    let escaped = |rest: &str| format!("\x1b{rest}");
    match key {
        Key::Char(character) => character.to_string(),
        Key::Enter => "\r".to_owned(),
        Key::Backspace => "\x7f".to_owned(),
        Key::Tab => "\t".to_owned(),
        Key::Escape => escaped(""),
        Key::Up => escaped("[A"),
        Key::Down => escaped("[B"),
        Key::Right => escaped("[C"),
        Key::Left => escaped("[D"),
        Key::Home => escaped("[H"),
        Key::End => escaped("[F"),
        Key::Delete => escaped("[3~"),
        Key::PageUp => escaped("[5~"),
        Key::PageDown => escaped("[6~"),
        Key::Ctrl(letter) => char::from(u8::try_from(letter).expect("a letter") & 0x1f).to_string(),
        Key::Function(number @ 1..=4) => format!("\x1bO{}", char::from(b'O' + number)),
        Key::Function(5) => escaped("[15~"),
        Key::Function(number @ 6..=10) => format!("\x1b[{}~", number + 11),
        Key::Function(number) => format!("\x1b[{}~", number + 12),
    }
}
