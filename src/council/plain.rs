//! What a text shows and what it hides: the one sanitising function, and the table of hidden characters behind it.
//!
//! A terminal obeys control characters; most programs draw nothing for zero-width ones and reorder a line at a
//! bidirectional one. So such a character in a name makes a reader see another text than the file holds. The session
//! file refuses them; [`plain`] makes visible those that come from elsewhere: a path, a broken file shown in a message.

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

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
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0080}'..='\u{E0FFF}' => Self::ZeroWidth,
            '\u{2028}' | '\u{2029}' => Self::Separator,
            '\u{E0000}'..='\u{E007F}' => Self::Tag,
            '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}' => Self::PrivateUse,
            '\u{FDD0}'..='\u{FDEF}' => Self::NotACharacter,
            other if u32::from(other) & 0xFFFE == 0xFFFE => Self::NotACharacter,
            _ => return None,
        })
    }
}

/// Marks that may stand on one letter, those of an accented letter counted too: four, the bound of UTS 39. Vietnamese has
/// two, ancient Greek three, pointed Hebrew with its cantillation four.
pub const MARKS_ON_A_LETTER: usize = 4;

/// Counts the marks on each letter of a text, character by character.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks(usize);

impl Marks {
    /// Takes the next character in; says if it is a mark, and whether its letter may bear it.
    pub fn take(&mut self, character: char) -> Option<Mark> {
        if character < '\u{C0}' {
            self.0 = 0;
            return None;
        }
        if character >= '\u{300}' && is_combining_mark(character) {
            self.0 += 1;
            return Some(if self.0 > MARKS_ON_A_LETTER { Mark::TooMany } else { Mark::Borne });
        }
        self.0 = 0;
        decompose_canonical(character, |part| self.0 += usize::from(is_combining_mark(part)));
        None
    }

    /// How many stand on the letter so far, its own included.
    #[must_use]
    pub fn so_far(self) -> usize {
        self.0
    }
}

/// A mark on a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Some language puts as many there.
    Borne,
    /// None does.
    TooMany,
}

/// Makes every hidden character of a text visible as `‹U+202E›`, and the marks that tower on a letter. Line feeds and tabs
/// too: it takes one line or one field.
///
/// Nothing from outside reaches a terminal, a title or a message without it.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    shown(text, |_| false)
}

/// The same for a text of several lines, whose line feeds and tabs stay. What is plain already stays as it is.
#[must_use]
pub fn plain_lines(text: &str) -> Cow<'_, str> {
    shown(text, |character| matches!(character, '\n' | '\t'))
}

fn shown(text: &str, stays: impl Fn(char) -> bool) -> Cow<'_, str> {
    let is_shown = |marks: &mut Marks, character: char| {
        let towers = marks.take(character) == Some(Mark::TooMany);
        !towers && (stays(character) || Hidden::of(character).is_none())
    };
    let mut marks = Marks::default();
    if text.chars().all(|character| is_shown(&mut marks, character)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut marks = Marks::default();
    for character in text.chars() {
        if is_shown(&mut marks, character) {
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
    fn marks_that_tower_on_a_letter_are_shown_by_their_code_and_those_of_a_language_stay() {
        let spoken = "ế ᾧ שׁ\u{5bc}\u{5b8}\u{591} e\u{302}\u{323}";
        assert_eq!(plain(spoken), spoken);
        assert_eq!(
            plain("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}a"),
            "e\u{301}\u{302}\u{303}\u{304}‹U+0305›‹U+0306›a"
        );
    }

    #[test]
    fn case_51_lines_and_tabs_stay_in_a_text_of_several_lines_and_what_is_plain_is_not_touched_again() {
        let once = plain_lines("a\n\tb\r\u{1b}[2J\u{9b}\u{202e}").into_owned();
        assert_eq!(once, "a\n\tb‹U+000D›‹U+001B›[2J‹U+009B›‹U+202E›");
        assert!(matches!(plain_lines(&once), Cow::Borrowed(_)));
    }

    /// What Unicode calls default ignorable (`DerivedCoreProperties.txt`): what no font draws.
    const IGNORED: [(u32, u32); 17] = [
        (0xAD, 0xAD),
        (0x34F, 0x34F),
        (0x61C, 0x61C),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFF8),
        (0x1_BCA0, 0x1_BCA3),
        (0x1_D173, 0x1_D17A),
        (0xE_0000, 0xE_0FFF),
    ];

    #[test]
    fn case_52_whatever_a_font_does_not_draw_is_hidden() {
        for (first, last) in IGNORED {
            for character in (first..=last).filter_map(char::from_u32) {
                assert!(Hidden::of(character).is_some(), "U+{:04X}", u32::from(character));
            }
        }
    }

    #[test]
    fn case_51_nothing_that_a_terminal_obeys_is_left() {
        let everything: String = ('\u{0}'..=char::MAX).collect();
        assert!(plain(&everything).chars().all(|character| !character.is_control()));
        assert!(plain(&everything).chars().all(|character| Hidden::of(character).is_none()));
    }
}
