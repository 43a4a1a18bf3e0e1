//! Keys: from crossterm's to ours, and how a key is named on the screen.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::borrow::Cow;

use crate::app::Key;
use crate::app::keymap::Stroke;
use crate::french::screen::labels as words;

/// The key pressed, if it is one that the program knows. Releases are none.
#[must_use]
pub fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let held = event.modifiers;
    Some(match event.code {
        // Some terminals send Backspace as Ctrl-H.
        KeyCode::Char('h') if held == KeyModifiers::CONTROL => Key::Backspace,
        // AltGr comes as Ctrl+Alt on some keyboards: what it makes is a character like another.
        KeyCode::Char(character) if held.contains(KeyModifiers::CONTROL) && !held.contains(KeyModifiers::ALT) => {
            Key::Ctrl(character.to_ascii_lowercase())
        }
        KeyCode::Char(character) => Key::Char(character),
        KeyCode::Enter => Key::Enter,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Esc => Key::Escape,
        KeyCode::Tab => Key::Tab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(number) => Key::Function(number),
        _ => return None,
    })
}

/// The name of what a row matches: « , », « ↵ », « Ctrl-Z », « lettres ».
#[must_use]
pub fn name(stroke: Stroke) -> Cow<'static, str> {
    match stroke {
        Stroke::Letter | Stroke::NoDigit => words::LETTERS.into(),
        Stroke::Digit => words::DIGITS.into(),
        Stroke::Text => words::TEXT.into(),
        Stroke::Is(key) => match key {
            Key::Char(' ') => words::SPACE.into(),
            Key::Char(character) => character.to_string().into(),
            Key::Enter => "↵".into(),
            Key::Backspace => "⌫".into(),
            Key::Delete => words::DELETE.into(),
            Key::Escape => words::ESCAPE.into(),
            Key::Tab => "Tab".into(),
            Key::Up => "↑".into(),
            Key::Down => "↓".into(),
            Key::Left => "←".into(),
            Key::Right => "→".into(),
            Key::Home => words::HOME.into(),
            Key::End => words::END.into(),
            Key::PageUp => words::PAGE_UP.into(),
            Key::PageDown => words::PAGE_DOWN.into(),
            Key::Function(number) => format!("F{number}").into(),
            Key::Ctrl(letter) => format!("Ctrl-{}", letter.to_ascii_uppercase()).into(),
        },
    }
}

/// The same where only ASCII can be drawn: a key that has a sign is spelled.
#[must_use]
pub fn spelled(stroke: Stroke) -> Cow<'static, str> {
    let [up, down, left, right] = words::ARROWS;
    match stroke {
        Stroke::Is(Key::Enter) => words::ENTER.into(),
        Stroke::Is(Key::Backspace) => words::BACKSPACE.into(),
        Stroke::Is(Key::Up) => up.into(),
        Stroke::Is(Key::Down) => down.into(),
        Stroke::Is(Key::Left) => left.into(),
        Stroke::Is(Key::Right) => right.into(),
        other => name(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_made_with_altgr_is_a_character_and_a_release_is_nothing() {
        let altgr = KeyEvent::new(KeyCode::Char('@'), KeyModifiers::CONTROL | KeyModifiers::ALT);
        assert_eq!(key(altgr), Some(Key::Char('@')));
        let capital = KeyEvent::new(KeyCode::Char('Z'), KeyModifiers::CONTROL);
        assert_eq!(key(capital), Some(Key::Ctrl('z')));
        let mut release = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
        release.kind = KeyEventKind::Release;
        assert_eq!(key(release), None);
    }
}
