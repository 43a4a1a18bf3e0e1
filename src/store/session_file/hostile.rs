//! Characters that show something else than they are: looked for in every text, raw or written as an escape.

use crate::council::plain::{Hidden, MARKS_ON_A_LETTER, Marks};

use super::problem::ProblemKind;

/// What a text may hold besides characters that show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// One line: a name, a title.
    Line,
    /// Several lines: an exposé, a convention, the file itself.
    Lines,
}

/// What is wrong in a text, each with its bytes.
pub fn find(text: &str, extent: Extent) -> impl Iterator<Item = (std::ops::Range<usize>, ProblemKind)> + '_ {
    let mut marks = Marks::default();
    let mut before = None;
    let mut characters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, character) = characters.next()?;
            let mark = marks.take(character);
            let is_first = begins_a_word(before.replace(character));
            if matches!(character, ' '..='~') {
                continue;
            }
            let range = start..start + character.len_utf8();
            // Some marks are drawn by no font: what chooses a form of a letter, what joins letters.
            if mark.is_some() && Hidden::of(character).is_none() {
                if is_first {
                    return Some((range, ProblemKind::LoneMark(character)));
                }
                // A tower is said once, at the first mark that is too many.
                if marks.so_far() == MARKS_ON_A_LETTER + 1 {
                    return Some((range, ProblemKind::StackedMarks(character)));
                }
                continue;
            }
            let ends_a_line = character == '\r' && characters.peek().is_some_and(|(_, next)| *next == '\n');
            match (character, extent) {
                ('\n' | '\t', Extent::Lines) => {}
                ('\r', Extent::Lines) if ends_a_line => {}
                ('\n' | '\t' | '\r', Extent::Line) => return Some((range, ProblemKind::LineBreak(character))),
                _ => {
                    if let Some(hidden) = Hidden::of(character) {
                        return Some((range, ProblemKind::HiddenCharacter { character, hidden }));
                    }
                }
            }
        }
    })
}

/// The same for a file as it is written, where what stands before a mark is a sign of the format: whether it has a letter is
/// asked of each text that is read there.
pub fn find_raw(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, ProblemKind)> + '_ {
    find(text, Extent::Lines).filter(|(_, kind)| !matches!(kind, ProblemKind::LoneMark(_)))
}

/// Whether a mark behind that character would stand on no letter: a screen drops it at the beginning of a text. A space that
/// does not break bears one: that is how Unicode writes a mark alone.
fn begins_a_word(before: Option<char>) -> bool {
    before.is_none_or(|before| before.is_whitespace() && before != '\u{a0}')
}

/// Whether marks tower on a letter of a text.
#[must_use]
pub fn has_tower(text: &str) -> bool {
    find(text, Extent::Lines).any(|(_, kind)| matches!(kind, ProblemKind::StackedMarks(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str, extent: Extent) -> Vec<ProblemKind> {
        find(text, extent).map(|(_, kind)| kind).collect()
    }

    #[test]
    fn a_text_of_several_lines_may_hold_line_ends_and_tabs_and_one_line_may_not() {
        assert_eq!(kinds("a\r\n\tb\n", Extent::Lines), []);
        assert_eq!(kinds("a\tb", Extent::Line), [ProblemKind::LineBreak('\t')]);
        assert_eq!(kinds("a\rb", Extent::Lines).len(), 1, "a carriage return alone overwrites a line on a terminal");
    }

    #[test]
    fn case_52_a_mark_that_no_font_draws_is_hidden_and_no_accent() {
        for mark in ['\u{fe0f}', '\u{34f}', '\u{180b}', '\u{e0101}'] {
            let hidden = [ProblemKind::HiddenCharacter { character: mark, hidden: Hidden::ZeroWidth }];
            assert_eq!(kinds(&format!("A{mark}B"), Extent::Line), hidden, "U+{:04X}", u32::from(mark));
        }
    }

    #[test]
    fn case_52_a_mark_at_the_head_of_a_text_or_of_a_word_stands_on_no_letter() {
        let lone = [ProblemKind::LoneMark('\u{301}')];
        assert_eq!(kinds("\u{301}AMIEL", Extent::Line), lone);
        assert_eq!(kinds("AMIEL \u{301}\u{302}Michel", Extent::Line), lone, "it is said once");
        assert_eq!(kinds("a\n\u{301}b", Extent::Lines), lone);
        assert_eq!(kinds("l’accent \u{a0}\u{301}, a\u{301}", Extent::Line), []);
    }

    #[test]
    fn accents_may_stand_on_a_letter_and_towers_of_accents_may_not() {
        assert_eq!(kinds("MALLIE\u{301} e\u{302}\u{323} ᾧ שׁ\u{5bc}\u{5b8}\u{591}", Extent::Line), []);
        let stacked = [ProblemKind::StackedMarks('\u{301}')];
        assert_eq!(kinds(&format!("e{}", "\u{301}".repeat(40)), Extent::Line), stacked);
        assert_eq!(kinds("é\u{323}\u{302}\u{303}", Extent::Line), []);
        assert_eq!(kinds("é\u{323}\u{302}\u{303}\u{301}", Extent::Line), stacked, "its own accent is counted too");
    }
}
