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
    /// *Suppr*.
    Delete,
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

    /// The digit typed, with Shift or without: `& é " ' ( - è _ ç à` are 1 to 0 on an AZERTY keyboard.
    #[must_use]
    pub fn digit(self) -> Option<u8> {
        Some(match self {
            Self::Char('0' | 'à') => 0,
            Self::Char('1' | '&') => 1,
            Self::Char('2' | 'é') => 2,
            Self::Char('3' | '"') => 3,
            Self::Char('4' | '\'') => 4,
            Self::Char('5' | '(') => 5,
            Self::Char('6' | '-') => 6,
            Self::Char('7' | 'è') => 7,
            Self::Char('8' | '_') => 8,
            Self::Char('9' | 'ç') => 9,
            _ => return None,
        })
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
