//! French typography: no-break spaces, apostrophes, what is never broken.
//!
//! Applied once, when a run of a paper is built, so that every format prints the same text. Only spaces and apostrophes
//! change: with both put back, the words are those of the clerk. Hyphens stay hyphens (« L.5211-1 » is searched for as
//! it is typed); writers break lines at plain spaces only, which keeps such numbers whole.

use super::numbers::MONTHS;

/// No-break space: before `:`, inside « », after n°, M., L.
pub const NO_BREAK: char = '\u{a0}';
/// Narrow no-break space (*espace fine insécable*): before `;` `!` `?`, between the thousands of a number.
pub const NARROW_NO_BREAK: char = '\u{202f}';

/// What a face must have to print French, and the code of a character that it has not.
pub const PRINTED: &str =
    " !\"'(),-./0123456789:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+«»ÀÂÇÈÉÊËÎÏÔÙÛàâçèéêëîïôùûüœ–’°‹›";

/// Abbreviations that never end a line before the word or number they announce.
const ADDRESSES: [&str; 6] = ["M.", "MM.", "Mme", "Mmes", "Mlle", "Me"];
/// Words that stay with their number: « article 2 ».
const COUNTED: [&str; 4] = ["article", "articles", "Article", "Articles"];
const NUMBERED: [&str; 8] = ["n°", "N°", "art.", "L.", "R.", "D.", "p.", "§"];

/// Sets a text as French prints it. Web and mail addresses are left as they are; setting twice changes nothing more.
#[must_use]
pub fn typeset(text: &str) -> String {
    let mut set = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if is_space(first) {
            let after = rest.trim_start_matches(is_space);
            set.push(space_between(&set, &rest[..rest.len() - after.len()], after));
            rest = after;
        } else {
            let length = rest.find(is_space).unwrap_or(rest.len());
            let (word, after) = rest.split_at(length);
            if is_address(word) {
                set.push_str(word);
            } else {
                typeset_word(&mut set, word);
            }
            rest = after;
        }
    }
    set
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | NO_BREAK | NARROW_NO_BREAK)
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.contains("www.")
}

/// The space that stands between what is set and what follows.
fn space_between(set: &str, typed: &str, after: &str) -> char {
    let next = after.chars().next();
    match next {
        Some(':' | '»') => return NO_BREAK,
        Some(';' | '!' | '?') => return NARROW_NO_BREAK,
        _ if set.ends_with('«') || announces(set, next) => return NO_BREAK,
        Some('%' | '€') if ends_with_digit(set) => return NO_BREAK,
        Some('0'..='9') if ends_with_digit(set) && begins_with_thousands(after) => return NARROW_NO_BREAK,
        _ if is_inside_an_hour(set, after) || is_inside_a_date(set, after) => return NO_BREAK,
        _ => {}
    }
    typed.chars().find(|space| *space != ' ').unwrap_or(' ')
}

/// Whether the last word is an abbreviation of what comes next. At the end of a run, the next run follows.
fn announces(set: &str, next: Option<char>) -> bool {
    let last = set.rsplit(|c: char| is_space(c) || "(«’[/–".contains(c)).next().unwrap_or("");
    (ADDRESSES.contains(&last) && next.is_none_or(char::is_alphabetic))
        || ((NUMBERED.contains(&last) || COUNTED.contains(&last)) && next.is_some_and(|c| c.is_ascii_digit()))
        || (last.eq_ignore_ascii_case("n°") && next.is_none_or(char::is_alphanumeric))
}

fn ends_with_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether three digits follow and no more: « 1 240 000 ».
fn begins_with_thousands(after: &str) -> bool {
    after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len()) == 3
}

/// Whether this space is one of « 20 h 17 ».
fn is_inside_an_hour(set: &str, after: &str) -> bool {
    let mut next = after.chars();
    match (next.next(), next.next()) {
        (Some('h'), second) if ends_with_digit(set) => second.is_none_or(|c| !c.is_alphanumeric()),
        (Some(digit), _) if digit.is_ascii_digit() => {
            set.strip_suffix('h').is_some_and(|hours| ends_with_digit(hours.trim_end_matches(is_space)))
        }
        _ => false,
    }
}

/// Whether this space stands between a day and its month.
fn is_inside_a_date(set: &str, after: &str) -> bool {
    let day = set.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let is_a_day = day == "1er" || (matches!(day.len(), 1 | 2) && day.bytes().all(|b| b.is_ascii_digit()));
    let month = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    is_a_day && MONTHS.contains(&month)
}

fn typeset_word(set: &mut String, word: &str) {
    let mut characters = word.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        match character {
            '\'' => set.push('’'),
            // Inside « 18:04 » or « CHL-002:b » a colon is part of the word.
            ':' | ';' | '!' | '?' if next.is_none_or(|c| c == '»') && ends_with_a_word(set) => {
                set.push(if character == ':' { NO_BREAK } else { NARROW_NO_BREAK });
                set.push(character);
            }
            '»' if set.chars().next_back().is_some_and(|c| !is_space(c)) => {
                set.push(NO_BREAK);
                set.push(character);
            }
            '«' | '°'
                if next.is_some_and(char::is_alphanumeric) && (character == '«' || ends_with_number_sign(set)) =>
            {
                set.push(character);
                set.push(NO_BREAK);
            }
            other => set.push(other),
        }
    }
}

fn ends_with_a_word(set: &str) -> bool {
    set.ends_with(|c: char| c.is_alphanumeric() || ")]»’\"%°*".contains(c))
}

/// Whether an `n` that is a word of its own ends the text: the next `°` makes it « n° ».
fn ends_with_number_sign(set: &str) -> bool {
    set.strip_suffix(['n', 'N']).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// No-break spaces made visible: `~` for U+00A0, `^` for U+202F.
    fn shown(text: &str) -> String {
        typeset(text).replace(NO_BREAK, "~").replace(NARROW_NO_BREAK, "^")
    }

    #[test]
    fn punctuation_takes_its_no_break_space_whether_a_space_was_typed_or_not() {
        assert_eq!(shown("Objet : avis ; oui ! non ?"), "Objet~: avis^; oui^! non^?");
        assert_eq!(shown("Objet: prioritaires; oui! non?"), "Objet~: prioritaires^; oui^! non^?");
        assert_eq!(shown("Quoi ?! Vraiment !!"), "Quoi^?! Vraiment^!!");
    }

    #[test]
    fn quotation_marks_hold_what_they_enclose() {
        assert_eq!(shown("« la Convention » et «l'Etat»"), "«~la Convention~» et «~l’Etat~»");
    }

    #[test]
    fn an_abbreviation_never_ends_a_line() {
        assert_eq!(
            shown("n° 12, n°2014-58, art. 5 et L. 2121-20, article 2, l’article 12"),
            "n°~12, n°~2014-58, art.~5 et L.~2121-20, article~2, l’article~12"
        );
        assert_eq!(shown("M. Durand et Mme la Maire, MM. Petit"), "M.~Durand et Mme~la Maire, MM.~Petit");
        assert_eq!(shown("à 20 h 17, vers 18 h, 3 habitants"), "à 20~h~17, vers 18~h, 3 habitants");
        assert_eq!(shown("1 240 000 euros, 50 %, 12 € en 2025"), "1^240^000 euros, 50~%, 12~€ en 2025");
        assert_eq!(
            shown("du 29 janvier 2021 au 1er avril, 3 marsouins"),
            "du 29~janvier 2021 au 1er~avril, 3 marsouins"
        );
    }

    #[test]
    fn numbers_of_acts_hours_and_addresses_are_left_as_they_are() {
        for text in [
            "CHL-002-10/03/2022-BM",
            "18:04",
            "2022_CT2_010",
            "013-200054807-20220303-2022_CT2_010-DE",
            "http://exemple.fr/?a=1;b='c'",
            "mairie@exemple.fr",
            "L.5211-1",
        ] {
            assert_eq!(typeset(text), text);
        }
    }

    /// The words alone: typography taken out.
    fn words(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '’' { '\'' } else { c }).collect()
    }

    proptest! {
        #[test]
        fn typography_changes_spaces_and_apostrophes_only(text in "[a-zA-Zé0-9 '’:;!?«»°./@()-]{0,40}") {
            prop_assert_eq!(words(&typeset(&text)), words(&text));
        }

        #[test]
        fn typography_set_twice_is_typography_set_once(text in "[a-zMnLh0-9 '’:;!?«»°./()-]{0,30}") {
            let once = typeset(&text);
            prop_assert_eq!(typeset(&once), once);
        }

        #[test]
        fn no_line_can_begin_with_a_punctuation_mark(text in "[a-z0-9 :;!?«»°.]{0,30}") {
            let set = typeset(&text);
            for lost in [" :", " ;", " !", " ?", " »", "« "] {
                prop_assert!(!set.contains(lost), "{}", set);
            }
        }
    }
}
