//! The one table of keys. The screens, the footer, the help and the tests read it; no key is tested for elsewhere.
//!
//! The grammar: a letter searches and is never a command; `, ; : !` (no Shift on an AZERTY keyboard) say the choice.

use crate::french::screen::labels::Label;

use super::context::Context;
use super::key::Key;

mod action;
mod groups;
mod strokes;
mod table;

pub use action::Action;
pub use table::TABLE;

/// What a row matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// That key.
    Is(Key),
    /// Any letter of a name.
    Letter,
    /// Any letter of a name that types no digit on an AZERTY keyboard.
    NoDigit,
    /// Any digit, with Shift or without.
    Digit,
    /// Any character of a text.
    Text,
}

impl Stroke {
    /// Whether the key is one of this stroke.
    #[must_use]
    pub fn matches(self, key: Key) -> bool {
        match self {
            Self::Is(own) => own == key,
            Self::Letter => key.letter().is_some(),
            Self::NoDigit => key.letter().is_some() && key.digit().is_none(),
            Self::Digit => key.digit().is_some(),
            Self::Text => key.text().is_some(),
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The keys; the first is the one that the footer shows.
    pub strokes: &'static [Stroke],
    /// Where it holds.
    pub contexts: &'static [&'static [Context]],
    /// What it does.
    pub action: Action,
    /// Its words.
    pub label: Label,
    /// Its place in the footer, from 0; rows of a higher rank are left out of a narrower footer. `None`: help only.
    pub rank: Option<u8>,
}

/// The highest rank that a footer of so many columns shows: 7 from 180 on, 6 from 160, 5 from 140, 4 from 120, 3 from 105, 2 from 90, 1 from 80.
#[must_use]
pub fn footer_rank(columns: u16) -> u8 {
    match columns {
        180.. => 7,
        160.. => 6,
        140.. => 5,
        120.. => 4,
        105.. => 3,
        90.. => 2,
        80.. => 1,
        _ => 0,
    }
}

const fn row(
    strokes: &'static [Stroke],
    contexts: &'static [&'static [Context]],
    action: Action,
    label: Label,
    rank: Option<u8>,
) -> Binding {
    Binding { strokes, contexts, action, label, rank }
}

/// The rows that hold in a context, in the order of the table.
pub fn rows(context: Context) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |binding| binding.contexts.iter().any(|group| group.contains(&context)))
}

/// What a key does in a context.
#[must_use]
pub fn action(context: Context, key: Key) -> Option<Action> {
    rows(context).find(|binding| binding.strokes.iter().any(|stroke| stroke.matches(key))).map(|binding| binding.action)
}
