//! What a text shows and what it hides: the one sanitising function, and the table of hidden characters behind it.
//!
//! A terminal obeys control characters; most programs draw nothing for zero-width ones and reorder a line at a
//! bidirectional one. So such a character in a name makes a reader see another text than the file holds. The session
//! file refuses them; [`plain`] makes visible those that come from elsewhere: a path, a broken file shown in a message.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Why a character is not shown as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hidden {
    /// A command to the terminal: C0, DEL or C1.
    Control,
    /// Turns the direction of writing.
    Bidirectional,
    /// Takes no place: zero-width space or joiner, soft hyphen, byte order mark, variation selector, filler.
    ZeroWidth,
    /// Ends a line or a paragraph without being a line feed: U+2028, U+2029.
    Separator,
    /// A tag character, U+E0000 to U+E007F.
    Tag,
    /// Means something on one machine only.
    PrivateUse,
    /// Is no character at all: U+FFFE and the like.
    NotACharacter,
}

impl Hidden {
    /// Says whether and why a character is hidden. Line feed and tab are controls here: who allows them says so.
    #[must_use]
    pub fn of(character: char) -> Option<Self> {
        // Nearly every character of a French text ends here.
        if matches!(character, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{34E}') {
            return None;
        }
        Some(match character {
            '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Self::Control,
            '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                Self::Bidirectional
            }
            '\u{AD}'
            | '\u{34F}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200D}'
            | '\u{2060}'..='\u{2065}'
            | '\u{206A}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0100}'..='\u{E01EF}' => Self::ZeroWidth,
            '\u{2028}' | '\u{2029}' => Self::Separator,
            '\u{E0000}'..='\u{E007F}' => Self::Tag,
            '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}' => Self::PrivateUse,
            '\u{FDD0}'..='\u{FDEF}' => Self::NotACharacter,
            other if u32::from(other) & 0xFFFE == 0xFFFE => Self::NotACharacter,
            _ => return None,
        })
    }
}

/// Makes every hidden character of a text visible as `‹U+202E›`. Line feeds and tabs too: it takes one line or one field.
///
/// Nothing from outside reaches a terminal, a title or a message without it.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().all(|character| Hidden::of(character).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if Hidden::of(character).is_none() {
            shown.push(character);
        } else {
            // Writing into a `String` cannot fail.
            let _ = write!(shown, "‹U+{:04X}›", u32::from(character));
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_french_text_is_shown_as_it_stands() {
        let text = "« L’été », n° 5 – Œuvre\u{A0}: 20\u{202F}% de l’assiette, Šárka e\u{301}";
        assert!(matches!(plain(text), Cow::Borrowed(same) if same == text));
    }

    #[test]
    fn every_hidden_character_is_shown_by_its_code() {
        assert_eq!(plain("a\u{1b}[31mb"), "a‹U+001B›[31mb");
        assert_eq!(plain("\u{202E}nom\u{200B}"), "‹U+202E›nom‹U+200B›");
        assert_eq!(plain("a\nb\tc\u{9b}d"), "a‹U+000A›b‹U+0009›c‹U+009B›d");
        assert_eq!(plain("\u{E0041}\u{E000}\u{FFFE}\u{2028}"), "‹U+E0041›‹U+E000›‹U+FFFE›‹U+2028›");
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        let everything: String = ('\u{0}'..=char::MAX).collect();
        assert!(plain(&everything).chars().all(|character| !character.is_control()));
        assert!(plain(&everything).chars().all(|character| Hidden::of(character).is_none()));
    }
}
