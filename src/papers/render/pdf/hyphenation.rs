//! Where a French word may be hyphenated: byte offsets beside the text, so that nothing is left in it.

use hypher::{Lang, hyphenate_bounded};

/// Letters that a word has at least.
const LEAST_LETTERS: usize = 6;
/// Letters before the hyphen, and after it.
const LEFT: usize = 2;
const RIGHT: usize = 3;
/// The longest word that the patterns are asked about: beyond this none is French, and `hypher` would panic.
const MOST_BYTES: usize = 40;

/// The places of a word of running text, with what stands around it: « (l’administration), ». None in a name, a
/// number, an address, a compound: all letters after the elision must be small ones.
pub fn places(word: &str) -> Vec<usize> {
    let outside = |c: char| !c.is_alphanumeric();
    let core = word.trim_matches(outside);
    let begin = word.len() - word.trim_start_matches(outside).len();
    // « l’ », « qu’ », « jusqu’ »
    let (elided, letters) = core.rsplit_once('’').unwrap_or(("", core));
    let begin = begin + core.len() - letters.len();
    let is_prose = elided.chars().all(char::is_alphabetic)
        && letters.chars().all(|c| c.is_lowercase() && c.is_alphabetic())
        && letters.chars().count() >= LEAST_LETTERS
        && letters.len() <= MOST_BYTES;
    if !is_prose {
        return Vec::new();
    }
    let mut place = begin;
    let mut places: Vec<usize> = hyphenate_bounded(letters, Lang::French, LEFT, RIGHT)
        .map(|syllable| {
            place += syllable.len();
            place
        })
        .collect();
    places.pop();
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(word: &str) -> String {
        let mut shown = word.to_owned();
        for place in places(word).into_iter().rev() {
            shown.insert(place, '-');
        }
        shown
    }

    #[test]
    fn running_text_is_hyphenated_as_french_is() {
        assert_eq!(shown("convocation"), "convo-ca-tion");
        assert_eq!(shown("l’administration"), "l’ad-mi-nis-tra-tion");
        assert_eq!(shown("«\u{a0}délibération\u{a0}»,"), "«\u{a0}dé-li-bé-ra-tion\u{a0}»,");
    }

    #[test]
    fn names_numbers_addresses_compounds_and_short_words_are_not_hyphenated() {
        let words = [
            "Durand",
            "MARTINEZ",
            "Marseille",
            "table",
            "vice-présidente",
            "2022_CT2_010",
            "http://exemple.fr",
            "a.b.c",
        ];
        for word in words {
            assert_eq!(places(word), [0usize; 0], "{}", shown(word));
        }
    }

    proptest! {
        #[test]
        fn two_letters_stay_before_a_hyphen_and_three_after_it(word in "[(«]?(l’|qu’)?[a-zéèàç]{1,30}[.,;)]{0,2}") {
            for place in places(&word) {
                let (before, after) = word.split_at(place);
                let letters = |text: &str| text.rsplit('’').next().unwrap_or("").chars().filter(|c| c.is_alphabetic()).count();
                prop_assert!(letters(before) >= 2 && after.chars().filter(|c| c.is_alphabetic()).count() >= 3);
            }
        }
    }
}
