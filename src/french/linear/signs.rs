//! From a text of the screen to one that is heard: signs become words, ornaments go, nothing hidden is left.

use crate::council::plain::plain;

use super::keys;

/// The most characters of a line: beyond, it goes on in another.
pub const LONGEST: usize = 240;

/// What the screens write for the eye, and what is said for it. The longer come first.
const SAID: &[(&str, &str)] = &[
    ("! pour  , contre  ; abst.", "point d’exclamation pour, virgule contre, point-virgule abstention"),
    (" : , contre   ; abstention", " : virgule contre, point-virgule abstention"),
    (", ; : ou !", "virgule, point-virgule, deux-points ou point d’exclamation"),
    ("↑ ↓", "les flèches"),
    ("(§ ", "(paragraphe "),
    ("↵", "Entrée"),
    ("⌫", "Retour arrière"),
    (" — ", ", "),
    (" · ", ", "),
    ("→ un à part", "Flèche droite : un à part"),
    (" → ", " puis "),
    (" ↔ ", " remplacé par "),
    ("↔", "remplacé par"),
    ("Tab :", "Tabulation :"),
];

/// A text in lines that are heard.
#[must_use]
pub fn sayable(text: &str) -> Vec<String> {
    let mut said = plain(text).into_owned();
    if !said.chars().any(char::is_alphanumeric) {
        said = named(&said);
    }
    // Enter in a sentence of the close: the sign alone would not be heard.
    if let Some(rest) = said.strip_prefix("! ") {
        said = format!("Point d’exclamation : {rest}");
    }
    for (sign, word) in SAID {
        if said.contains(sign) {
            said = said.replace(sign, word);
        }
    }
    // A space that does not break is no sign of Braille.
    let heard = |character: char| if is_heard(character) && !character.is_whitespace() { character } else { ' ' };
    let kept: String = said.chars().map(heard).collect();
    let whole = kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    // A sign that went leaves no hole before the comma behind it.
    cut(&whole.replace(" ,", ","))
}

/// Signs alone, each by its name: what is written has signs of its own, and a reader passes over them.
fn named(signs: &str) -> String {
    let name = |sign: char| keys::sign(sign).unwrap_or(keys::SOME_SIGN);
    signs.trim().chars().map(name).collect::<Vec<_>>().join(", ")
}

/// Whether a character is one of a text, and no drawing.
#[must_use]
pub fn is_heard(character: char) -> bool {
    // Marks that stand on a letter belong to it.
    let is_drawn = matches!(character, '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{2BFF}' | '\u{E000}'..='\u{F8FF}' | '·' | '‖' | '\u{FFFD}');
    !character.is_control() && !is_drawn
}

/// A long line goes on in the next one, between two words.
fn cut(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in text.split(' ').flat_map(pieces) {
        let own = word.chars().count();
        if length > 0 && length + 1 + own > LONGEST {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.push_str(&word);
        length += own;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word that alone is longer than a line, in pieces.
fn pieces(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    letters.chunks(LONGEST).map(|piece| piece.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_become_words_and_ornaments_go() {
        assert_eq!(sayable("✗ QUORUM PERDU : il manque 3 présents"), ["QUORUM PERDU : il manque 3 présents"]);
        assert_eq!(sayable("↵ proclame les 4 · atteinte"), ["Entrée proclame les 4, atteinte"]);
        assert_eq!(
            sayable("Tapez le début d’un nom, puis , ; : ou !"),
            ["Tapez le début d’un nom, puis virgule, point-virgule, deux-points ou point d’exclamation"]
        );
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_said_and_no_line_is_too_long() {
        assert_eq!(sayable("a\u{1b}[31mb"), ["a‹U+001B›[31mb"]);
        let lines = sayable(&"mot ".repeat(200));
        assert!(lines.len() > 1 && lines.iter().all(|line| line.chars().count() <= LONGEST), "{lines:?}");
        assert_eq!(sayable(&"x".repeat(500)).len(), 3);
        assert!(sayable("  ").is_empty());
        assert_eq!(sayable("10 sur 6 ✓, puis\u{202f}: 11"), ["10 sur 6, puis : 11"]);
        assert_eq!(sayable("&."), ["et commercial, point"]);
    }
}
