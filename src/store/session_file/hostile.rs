//! Characters that show something else than they are: looked for in every text, raw or written as an escape.

use unicode_normalization::char::is_combining_mark;

use crate::council::plain::Hidden;

use super::problem::ProblemKind;

/// Accents that may stand on one letter: two are enough for every living alphabet, Vietnamese included.
const MARKS_ON_A_LETTER: usize = 3;

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
    let mut marks = 0;
    let mut characters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, character) = characters.next()?;
            if matches!(character, ' '..='~') {
                marks = 0;
                continue;
            }
            let range = start..start + character.len_utf8();
            if character >= '\u{300}' && is_combining_mark(character) {
                marks += 1;
                if marks == MARKS_ON_A_LETTER + 1 {
                    return Some((range, ProblemKind::StackedMarks));
                }
                continue;
            }
            marks = 0;
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

/// The Latin letter that a Greek or Cyrillic one looks like; the letter itself if it looks like none.
fn look(letter: char) -> char {
    match letter {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'У' | 'Υ' => 'Y',
        'Ζ' => 'Z',
        'а' | 'α' => 'a',
        'с' => 'c',
        'е' => 'e',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'х' | 'χ' => 'x',
        'у' => 'y',
        'ν' => 'v',
        other => other,
    }
}

/// The first Greek or Cyrillic letter of a name, if the name has one.
#[must_use]
pub fn foreign_letter(name: &str) -> Option<char> {
    name.chars().find(|letter| matches!(letter, '\u{370}'..='\u{52F}'))
}

/// Whether a name has Latin letters too.
#[must_use]
pub fn has_latin(name: &str) -> bool {
    name.chars().any(|letter| letter.is_alphabetic() && letter < '\u{250}')
}

/// The name as the eye reads it.
#[must_use]
pub fn as_it_looks(name: &str) -> String {
    name.chars().map(look).collect()
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
    fn accents_may_stand_on_a_letter_and_towers_of_accents_may_not() {
        assert_eq!(kinds("MALLIE\u{301} e\u{302}\u{323}", Extent::Line), []);
        assert_eq!(kinds(&format!("e{}", "\u{301}".repeat(40)), Extent::Line), [ProblemKind::StackedMarks]);
    }

    #[test]
    fn a_cyrillic_letter_looks_like_a_latin_one() {
        assert_eq!(as_it_looks("АМIEL"), "AMIEL");
        assert_eq!(foreign_letter("АМIEL"), Some('А'));
        assert_eq!(foreign_letter("MALLIÉ"), None);
    }
}
