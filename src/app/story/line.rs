//! One line of a story.

use crate::app::Key;
use crate::council::hour::Hour;
use crate::french::screen::story as words;

use super::{Typed, key_of};

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Empty,
    Title(String),
    Prose(String),
    Keys(Vec<Typed>),
    Sight(String),
    Hour(Hour),
    File(String),
    Command(String),
    KeysAreShown,
    Film(String),
    Picture(String),
    Poster,
    Paper(String),
}

/// Reads a line; `first` if it begins a paragraph: there, a word and a colon are no prose.
pub(super) fn read(row: &str, first: bool) -> Result<Line, String> {
    let row = row.trim();
    if row.is_empty() {
        return Ok(Line::Empty);
    }
    let something = |rest: &str| match rest.trim() {
        "" => Err(words::NOTHING.to_owned()),
        text => Ok(text.to_owned()),
    };
    if let Some(title) = row.strip_prefix("# ") {
        return something(title).map(Line::Title);
    }
    if let Some(keys) = row.strip_prefix('>') {
        return something(keys).and_then(|keys| typed(&keys)).map(Line::Keys);
    }
    if let Some(sight) = row.strip_prefix('<') {
        return something(sight).map(Line::Sight);
    }
    let Some((word, rest)) = row.split_once(':').map(|(word, rest)| (word.trim(), rest.trim())) else {
        return Ok(if row == words::POSTER { Line::Poster } else { Line::Prose(row.to_owned()) });
    };
    match word {
        words::FILE => something(rest).map(Line::File),
        words::COMMAND => something(rest).map(Line::Command),
        words::FILM => something(rest).map(Line::Film),
        words::PICTURE => something(rest).map(Line::Picture),
        words::HOUR => hour(rest).map(Line::Hour).ok_or_else(|| words::NOT_AN_HOUR.to_owned()),
        words::KEYS if rest == words::ON_THE_SCREEN => Ok(Line::KeysAreShown),
        words::KEYS => Err(words::WHAT_OF_THE_KEYS.to_owned()),
        // « délibération 07 »: the number of its report follows.
        words::PAPER if rest.split(' ').next().is_some_and(|name| words::PAPERS.contains(&name)) => {
            Ok(Line::Paper(rest.to_owned()))
        }
        words::PAPER => Err(words::no_such_paper(rest)),
        _ if first && !word.is_empty() && word.chars().all(char::is_lowercase) => Err(words::no_such_word(word)),
        _ => Ok(Line::Prose(row.to_owned())),
    }
}

/// « 18 h 04 ».
fn hour(text: &str) -> Option<Hour> {
    let (hours, minutes) = text.split_once('h')?;
    let minutes = minutes.trim();
    (minutes.len() == 2).then_some(())?;
    Hour::new(hours.trim().parse().ok()?, minutes.parse().ok()?)
}

/// The words of a line of keys.
fn typed(keys: &str) -> Result<Vec<Typed>, String> {
    let mut words_typed = Vec::new();
    let mut rest = keys.trim_start();
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix(words::QUOTES.0) {
            let (text, behind) = quoted.split_once(words::QUOTES.1).ok_or(words::OPEN_QUOTE)?;
            let text = text.trim();
            words_typed.push(Typed { word: text.to_owned(), keys: text.chars().map(Key::Char).collect() });
            rest = behind.trim_start();
            continue;
        }
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        words_typed.push(Typed { word: word.to_owned(), keys: keys_of(word)? });
        rest = behind.trim_start();
    }
    Ok(words_typed)
}

/// The keys of a word: one that it names, or its characters.
fn keys_of(word: &str) -> Result<Vec<Key>, String> {
    if let Some(key) = key_of(word) {
        return Ok(vec![key]);
    }
    // A letter is typed without Shift: a capital is a name of a key that was mistyped.
    if word.chars().any(char::is_uppercase) {
        return Err(words::no_such_key(word));
    }
    Ok(word.chars().map(Key::Char).collect())
}
