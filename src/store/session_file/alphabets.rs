//! Names that the eye takes for one another: how a name looks, by the tables of Unicode UTS 39, and in which alphabet each of
//! its letters is.
//!
//! Two names look alike if the prototypes of their letters are the same, as they are written or in capitals: « АMIEL » with
//! a Cyrillic А and « AMIEL ». Accents, hyphens, apostrophes and spaces are left out, as wherever names are compared. One
//! thing is ours: « m » and « rn », which UTS 39 takes for one, are two, or Mr. Come and Mr. Corne could not sit together.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::mixed_script::AugmentedScriptSet;
use unicode_security::{MixedScript, skeleton};

/// A letter of a name, and its alphabet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The letter.
    pub character: char,
    /// Its alphabet (*script*), as Unicode calls it: « Latin », « Cyrillic », « Common » for what all of them use.
    pub script: &'static str,
}

impl Letter {
    /// A character of a name.
    #[must_use]
    pub fn of(character: char) -> Self {
        Self {
            character,
            script: AugmentedScriptSet::for_char(character).base.iter().next().map_or("", |it| it.full_name()),
        }
    }
}

/// Where two names that look alike differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// In the name that is looked at.
    pub here: Letter,
    /// In the name before it.
    pub there: Letter,
    /// Whether both names can be written in one alphabet: then identities may tell two people apart.
    pub in_one_alphabet: bool,
}

/// How a name looks to the eye; nothing if no letter is in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    /// As it is written.
    pub as_written: String,
    /// In capitals, in which more letters of two alphabets look alike.
    pub in_capitals: String,
}

impl Look {
    /// The look of a name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        Self { as_written: look(name), in_capitals: look(&name.to_uppercase()) }
    }
}

fn look(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    text.nfd().for_each(|character| push_look(character, &mut shown));
    shown
}

/// Puts the prototype of a character behind others.
fn push_look(character: char, shown: &mut String) {
    match character {
        // Ten thousand names are looked at when a session file is read: most letters need no table.
        'I' | '1' | '|' => shown.push('l'),
        '0' => shown.push('O'),
        ascii if ascii.is_ascii_alphanumeric() => shown.push(ascii),
        ascii if ascii.is_ascii() => {}
        mark if is_combining_mark(mark) => {}
        other => {
            let before = shown.len();
            let letters = skeleton(other.encode_utf8(&mut [0; 4])).collect::<String>();
            shown.extend(letters.chars().filter(|letter| letter.is_alphanumeric() && !is_combining_mark(*letter)));
            if shown.get(before..) == Some("rn") {
                shown.truncate(before);
                shown.push('m');
            }
        }
    }
}

/// Where two names of one look differ; `None` if they do not, but for case, accents and what stands between the words.
#[must_use]
pub fn difference(here: &str, there: &str) -> Option<Difference> {
    let pair = letters(here).zip(letters(there)).find(|(here, there)| !is_one_letter(*here, *there));
    let (here_differs, there_differs) = pair?;
    let both = [here, there].concat();
    Some(Difference {
        here: Letter::of(here_differs),
        there: Letter::of(there_differs),
        in_one_alphabet: both.is_single_script(),
    })
}

/// The characters of a name that show as letters.
fn letters(name: &str) -> impl Iterator<Item = char> + '_ {
    name.nfd().filter(|character| {
        let mut shown = String::new();
        push_look(*character, &mut shown);
        !shown.is_empty()
    })
}

fn is_one_letter(here: char, there: char) -> bool {
    here == there || here.to_lowercase().eq(there.to_lowercase())
}

/// The first letter of a name that is of another alphabet than the others: what no Latin letter is if the name has Latin
/// ones, else what the first letter is not.
#[must_use]
pub fn stranger(name: &str) -> Option<Letter> {
    if name.is_ascii() || name.is_single_script() {
        return None;
    }
    let has_alphabet = |letter: &char| !AugmentedScriptSet::for_char(*letter).is_all();
    let own = name.chars().find(char::is_ascii_alphabetic).or_else(|| name.chars().find(has_alphabet))?;
    let is_apart = |letter: &char| {
        let mut both = AugmentedScriptSet::for_char(own);
        both.intersect_with(AugmentedScriptSet::for_char(*letter));
        both.is_empty()
    };
    name.chars().find(is_apart).map(Letter::of)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look_alike(one: &str, other: &str) -> bool {
        let (one, other) = (Look::of(one), Look::of(other));
        one.as_written == other.as_written || one.in_capitals == other.in_capitals
    }

    #[test]
    fn letters_of_other_alphabets_look_like_latin_ones_in_whichever_case() {
        for twin in ["АMIEL Anne", "Аmiel Anne", "AМIEL Anne", "AMIЕL Anne", "АМІЕL Anne", "AMlEL Anne", "AMIEL Аnne"]
        {
            assert!(look_alike(twin, "AMIEL Anne"), "{twin}");
        }
        assert!(look_alike("РОСА", "POCA"), "a whole name of another alphabet");
        assert!(look_alike("ΝΙΝΑ ΚΑΝΗ", "NINA KANH"));
        assert!(look_alike("ＡＭＩＥＬ", "AMIEL") && look_alike("𝐀𝐌𝐈𝐄𝐋", "AMIEL"), "forms of print");
    }

    #[test]
    fn names_that_a_reader_tells_apart_do_not_look_alike() {
        for (one, other) in [
            ("BALI Jean", "BALL Jean"),
            ("COME Jean", "CORNE Jean"),
            ("Come Jean", "Corne Jean"),
            ("Bali Jean", "Ball Jean"),
            ("MARTIN Anne", "MARTIN Jeanne"),
            ("DUVAL Luc", "DUVAI Luc"),
            ("Иванов Пётр", "Иванова Пётр"),
        ] {
            assert!(!look_alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn where_they_differ_is_told_by_letter_and_alphabet() {
        let found = difference("АMIEL Anne", "Amiel Anne").unwrap();
        assert_eq!(found.here, Letter { character: 'А', script: "Cyrillic" });
        assert_eq!(found.there, Letter { character: 'A', script: "Latin" });
        assert!(!found.in_one_alphabet);
        let found = difference("D’AMlEL", "D'AMIEL").unwrap();
        assert_eq!((found.here.character, found.there.character, found.in_one_alphabet), ('l', 'I', true));
        assert_eq!(difference("MALLIÉ", "mallie\u{301}"), None);
    }

    #[test]
    fn a_name_of_one_alphabet_has_no_stranger_whatever_its_apostrophes() {
        for name in
            ["MALLIÉ", "Παπαδόπουλος Γιώργος", "Иванов Пётр", "Te\u{2bb}ura", "L\u{2bc}Hénaff", "D’Œuvre", "李 小龍"]
        {
            assert_eq!(stranger(name), None, "{name}");
        }
        assert_eq!(stranger("АMIEL"), Some(Letter { character: 'А', script: "Cyrillic" }));
        assert_eq!(stranger("Γιώργoς").map(|letter| letter.script), Some("Greek"));
    }
}
