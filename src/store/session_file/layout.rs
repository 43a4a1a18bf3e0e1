//! What stands between the values of RON: spaces, line ends and remarks, with the same limits as the crate `ron`.

use unicode_normalization::char::is_combining_mark;

/// The bytes of spaces, line ends and remarks at the start of a text. A remark that is not closed counts to the end.
#[must_use]
pub fn length(text: &str) -> usize {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(is_space);
        if let Some(remark) = rest.strip_prefix("//") {
            rest = remark.find('\n').map_or("", |end| &remark[end..]);
        } else if let Some(remark) = rest.strip_prefix("/*") {
            rest = after_block(remark).unwrap_or("");
        } else {
            return text.len() - rest.len();
        }
    }
}

/// What follows the block remark whose opening was just read; `None` if it never ends. Blocks nest.
#[must_use]
pub fn after_block(remark: &str) -> Option<&str> {
    let bytes = remark.as_bytes();
    let (mut level, mut at) = (1_usize, 0);
    while let Some(pair) = bytes.get(at..at + 2) {
        match pair {
            b"/*" => level += 1,
            b"*/" => level -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if level == 0 {
            return remark.get(at..);
        }
    }
    None
}

/// Whether ron takes the character for a space.
#[must_use]
pub fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t'..='\r' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}')
}

/// Whether a word may go on with that character.
#[must_use]
pub fn is_word_character(character: char) -> bool {
    character == '_' || character.is_alphanumeric() || is_combining_mark(character)
}

/// The word at the start of a text, after its layout: `Fichier` in `Fichier("x.md")`; `None` before a quote.
#[must_use]
pub fn first_word(text: &str) -> Option<&str> {
    let rest = text.get(length(text)..)?;
    let word = rest.split(|c| !is_word_character(c)).next()?;
    let is_string = rest[word.len()..].starts_with(['"', '#']);
    (!word.is_empty() && !is_string && !word.starts_with(char::is_numeric)).then_some(word)
}

/// The word of a text that holds nothing else: `Excuse`.
#[must_use]
pub fn only_word(text: &str) -> Option<&str> {
    let word = first_word(text)?;
    let rest = &text[length(text) + word.len()..];
    (length(rest) == rest.len()).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_layout_and_blocks_nest() {
        assert_eq!(length(" // un\n /* deux /* trois */ */x"), 30);
        assert_eq!(length("/* jamais fermé"), "/* jamais fermé".len());
        assert_eq!(length("x"), 0);
    }

    #[test]
    fn a_word_is_told_from_a_string_that_begins_with_a_letter() {
        assert_eq!(first_word(" Fichier (\"x\")"), Some("Fichier"));
        assert_eq!(first_word("r\"x\""), None);
        assert_eq!(first_word("r#\"x\"#"), None);
        assert_eq!(first_word("\"Fichier\""), None);
        assert_eq!(only_word("/* a */ Excuse // b"), Some("Excuse"));
        assert_eq!(only_word("Excuse()"), None);
    }
}
