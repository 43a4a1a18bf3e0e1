//! A key as the screens know it, whatever terminal it came from.

/// One key pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character, accents and Shift already applied.
    Char(char),
    /// *Entrée*.
    Enter,
    /// *Retour arrière*.
    Backspace,
    /// *Échap*.
    Escape,
    /// Tab.
    Tab,
    /// Up arrow.
    Up,
    /// Down arrow.
    Down,
    /// Left arrow.
    Left,
    /// Right arrow.
    Right,
    /// *Début*.
    Home,
    /// *Fin*.
    End,
    /// *Page haut*.
    PageUp,
    /// *Page bas*.
    PageDown,
    /// A function key, by its number.
    Function(u8),
    /// Ctrl and a letter, in lower case.
    Ctrl(char),
}

impl Key {
    /// The letter typed, if the key is part of a name: letters, hyphen, apostrophe.
    #[must_use]
    pub fn letter(self) -> Option<char> {
        match self {
            Self::Char(character) if character.is_alphabetic() || matches!(character, '-' | '\'' | '’') => {
                Some(character)
            }
            _ => None,
        }
    }

    /// The character typed, for a line of free text.
    #[must_use]
    pub fn text(self) -> Option<char> {
        match self {
            Self::Char(character) if !character.is_control() => Some(character),
            _ => None,
        }
    }
}
