//! A person's name: how it is written in a list, said aloud, folded for search, and turned into an identity.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::id::MemberId;

/// How a person is addressed (*civilité*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Civility {
    /// *Monsieur*.
    #[serde(rename = "M")]
    Mr,
    /// *Madame*.
    #[serde(rename = "Mme")]
    Mrs,
}

/// A member's name. The surname is kept as the clerk wrote it, usually in capitals, particle included: « DI CARO ».
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// *Nom*.
    pub surname: String,
    /// *Prénom*; empty if the file does not give it.
    pub first: String,
    /// *Civilité*, if the file gives it.
    pub civility: Option<Civility>,
}

impl Name {
    /// Surname first, as in the lists of an act: « GACHON Loïc ».
    #[must_use]
    pub fn listed(&self) -> String {
        join(&self.surname, &self.first)
    }

    /// First name first, as in a sentence or a signature: « Loïc GACHON ».
    #[must_use]
    pub fn spoken(&self) -> String {
        join(&self.first, &self.surname)
    }

    /// The identity that a member has when the file gives none: « gachon-loic ».
    #[must_use]
    pub fn slug(&self) -> MemberId {
        MemberId::new(&fold(&self.listed()).replace(' ', "-"))
    }
}

fn join(before: &str, after: &str) -> String {
    if before.is_empty() || after.is_empty() { format!("{before}{after}") } else { format!("{before} {after}") }
}

/// Folds a text for comparison: no accents, no case, no punctuation, single spaces.
///
/// « Jean‑Louis CANAL » and « jean louis canal » fold to the same text.
#[must_use]
pub fn fold(text: &str) -> String {
    // Ten thousand names are folded when a session file is read: most letters need no table.
    if text.is_ascii() {
        return fold_characters(text.chars().map(|c| c.to_ascii_lowercase()), text.len());
    }
    fold_characters(text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase), text.len())
}

fn fold_characters(characters: impl Iterator<Item = char>, length: usize) -> String {
    let mut folded = String::with_capacity(length);
    for character in characters {
        match character {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            c if c.is_alphanumeric() && !is_apostrophe(c) => folded.push(c),
            _ if !folded.is_empty() && !folded.ends_with(' ') => folded.push(' '),
            _ => {}
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The apostrophes that Unicode counts among the letters: the ʻokina of Tahitian, the ʼ of Breton and of many an alphabet
/// put into Latin letters. A keyboard has « ' » for all of them, and a list « ’ »: they are one sign, as those two are.
fn is_apostrophe(character: char) -> bool {
    matches!(character, '\u{2B9}'..='\u{2BF}' | '\u{2C8}' | '\u{2CA}' | '\u{2CB}' | '\u{A78B}' | '\u{A78C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(surname: &str, first: &str) -> Name {
        Name { surname: surname.into(), first: first.into(), civility: None }
    }

    #[test]
    fn folding_ignores_accents_case_hyphens_and_spacing() {
        assert_eq!(fold("  Jean\u{2011}Louis   MALLIÉ "), "jean louis mallie");
        assert_eq!(fold("MALLIE\u{301}"), fold("mallié"));
        assert_eq!(fold("D’Œuvre"), "d oeuvre");
    }

    #[test]
    fn case_53_every_apostrophe_folds_to_the_same() {
        for okina in ['\'', '’', '‘', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', 'ꞌ', '´', '`', 'ˈ'] {
            assert_eq!(fold(&format!("Te{okina}URA")), "te ura", "U+{:04X}", u32::from(okina));
        }
    }

    #[test]
    fn a_name_is_listed_surname_first_and_spoken_first_name_first() {
        let gachon = name("GACHON", "Loïc");
        assert_eq!(gachon.listed(), "GACHON Loïc");
        assert_eq!(gachon.spoken(), "Loïc GACHON");
        assert_eq!(name("GACHON", "").listed(), "GACHON");
    }

    #[test]
    fn an_identity_is_the_slug_of_surname_and_first_name() {
        assert_eq!(name("SICARD-DESNUELLE", "Marie-Pierre").slug().as_str(), "sicard-desnuelle-marie-pierre");
        assert_eq!(name("DI CARO", "Sylvaine").slug().as_str(), "di-caro-sylvaine");
    }
}
