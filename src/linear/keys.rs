//! The keys of a context as they are heard, from the one key table.

use crate::app::Key;
use crate::app::keymap::{Binding, Stroke};
use crate::app::rehearsal::Guide;
use crate::app::story::Typed;
use crate::french::linear::keys as words;
use crate::french::screen::{labels, rehearsal};

/// A row of the table: « virgule : noter contre ».
pub(super) fn line(row: &Binding) -> String {
    let keys: Vec<String> = row.strokes.iter().map(|stroke| name(*stroke)).collect();
    words::does(&keys, row.label.long())
}

/// What a rehearsal asks for, the keys by their names: « À vous : Monsieur Aubry vote contre. Tapez aub, virgule ».
pub(super) fn turn(guide: &Guide) -> String {
    let Some((prose, typed)) = guide.turn() else { return guide.words() };
    let words = |typed: &Typed| match typed.keys.as_slice() {
        keys if keys.iter().all(|key| key.letter().is_some()) => typed.word.clone(),
        keys => keys.iter().map(|key| name(Stroke::Is(*key))).collect::<Vec<_>>().join(" "),
    };
    rehearsal::your_turn(prose, &typed.iter().map(words).collect::<Vec<_>>().join(", "))
}

/// The name of a key: « Entrée », « virgule », « Ctrl-Z ».
fn name(stroke: Stroke) -> String {
    let key = match stroke {
        Stroke::Letter | Stroke::NoDigit => return labels::LETTERS.to_owned(),
        Stroke::Digit => return labels::DIGITS.to_owned(),
        Stroke::Text => return labels::TEXT.to_owned(),
        Stroke::Is(key) => key,
    };
    match key {
        Key::Char(character) => words::sign(character).map_or_else(|| character.to_string(), str::to_owned),
        Key::Function(number) => format!("F{number}"),
        Key::Ctrl(letter) => format!("Ctrl-{}", letter.to_ascii_uppercase()),
        Key::Enter => words::ENTER.to_owned(),
        Key::Backspace => words::BACKSPACE.to_owned(),
        Key::Delete => labels::DELETE.to_owned(),
        Key::Escape => labels::ESCAPE.to_owned(),
        Key::Tab => words::TAB.to_owned(),
        Key::Up => words::UP.to_owned(),
        Key::Down => words::DOWN.to_owned(),
        Key::Left => words::LEFT.to_owned(),
        Key::Right => words::RIGHT.to_owned(),
        Key::Home => labels::HOME.to_owned(),
        Key::End => labels::END.to_owned(),
        Key::PageUp => labels::PAGE_UP.to_owned(),
        Key::PageDown => labels::PAGE_DOWN.to_owned(),
    }
}
