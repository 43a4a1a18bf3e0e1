//! A sentence of the assembly taken apart: words and fields, and what is wrong with it.

use std::ops::Range;

use super::{Phrase, PhraseField};

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words as they stand.
    Words(&'t str),
    /// A field.
    Field(PhraseField),
}

/// What is wrong with a sentence, and at which of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What.
    pub bad: BadPhrase,
    /// Where.
    pub range: Range<usize>,
}

/// What can be wrong with a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadPhrase {
    /// A field that is none, or that has no sense in this sentence.
    UnknownField(String),
    /// `{` without `}`.
    Unclosed,
    /// `}` without `{`.
    Unopened,
}

/// Takes a sentence apart.
///
/// # Errors
/// [`Flaw`], one for each mistake, in the order of the sentence.
pub fn pieces(phrase: Phrase, text: &str) -> Result<Vec<Piece<'_>>, Vec<Flaw>> {
    let allowed = phrase.fields();
    let (mut pieces, mut wrong) = (Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(place) = rest.find(['{', '}']) {
        let (words, after) = rest.split_at(place);
        let start = text.len() - after.len();
        let mut note = |bad, length| wrong.push(Flaw { bad, range: start..start + length });
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        let Some(inside) = after.strip_prefix('{') else {
            note(BadPhrase::Unopened, 1);
            rest = after.get(1..).unwrap_or("");
            continue;
        };
        match inside.find(['{', '}']) {
            Some(end) if inside.get(end..).is_some_and(|end| end.starts_with('}')) => {
                let (word, after) = inside.split_at(end);
                match PhraseField::of_word(word.trim()).filter(|field| allowed.contains(field)) {
                    Some(field) => pieces.push(Piece::Field(field)),
                    None => note(BadPhrase::UnknownField(word.trim().to_owned()), end + 2),
                }
                rest = after.get(1..).unwrap_or("");
            }
            _ => {
                note(BadPhrase::Unclosed, 1);
                rest = inside;
            }
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    if wrong.is_empty() { Ok(pieces) } else { Err(wrong) }
}
