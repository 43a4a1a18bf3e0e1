//! A text that is being written: the sign just typed, the word just ended, the line that the caret came to.

use crate::app::gesture::Question;
use crate::app::{App, Panel};
use crate::french::linear::{keys, panels as words};

/// A text and its caret, in bytes from the beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    text: String,
    caret: usize,
}

impl Typed {
    /// The text being written, if one is.
    pub fn of(app: &App) -> Option<Self> {
        let behind = |text: &str| Self { text: text.to_owned(), caret: text.len() };
        match app.panels().last()? {
            Panel::Notes(notes) => {
                Some(Self { text: app.notebook().text(&notes.report).to_owned(), caret: notes.caret })
            }
            Panel::Reason(reason) => Some(behind(&reason.text)),
            Panel::Gesture(asked) => match asked.question {
                Question::Text { .. } | Question::Date { .. } | Question::Number { .. } => Some(behind(&asked.typed)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The line that the caret is in.
    pub fn line(&self) -> &str {
        let before = self.text.get(..self.caret).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |place| place + 1);
        let rest = self.text.get(start..).unwrap_or_default();
        rest.split('\n').next().unwrap_or_default()
    }

    /// The word before that place.
    fn word_before(&self, place: usize) -> &str {
        let head = self.text.get(..place).unwrap_or_default();
        head.rsplit(|character: char| character.is_whitespace()).next().unwrap_or_default()
    }

    fn row(&self) -> usize {
        self.text.get(..self.caret).unwrap_or_default().matches('\n').count()
    }
}

/// What was written, erased, or come to.
pub(super) fn since(before: Option<&Typed>, now: Option<&Typed>) -> Vec<String> {
    let (Some(before), Some(now)) = (before, now) else { return vec![] };
    if before == now {
        return vec![];
    }
    if before.text == now.text {
        return vec![moved(before, now)];
    }
    let common = common_start(&before.text, &now.text);
    let behind = common_end(before.text.get(common..).unwrap_or_default(), now.text.get(common..).unwrap_or_default());
    let erased = before.text.get(common..before.text.len() - behind).unwrap_or_default();
    let written = now.text.get(common..now.text.len() - behind).unwrap_or_default();
    vec![match (erased, written) {
        (erased, "") => words::erased(erased),
        ("", written) => typed(written, now, common),
        (_, _) => words::spelled(now.line()),
    }]
}

/// A letter; behind the last one of a word, the word; behind the last one of a line, the line.
fn typed(written: &str, now: &Typed, at: usize) -> String {
    let mut characters = written.chars();
    let (Some(only), None) = (characters.next(), characters.next()) else { return words::spelled(written) };
    if only == '\n' {
        let head = now.text.get(..at).unwrap_or_default();
        let line = head.rsplit('\n').next().unwrap_or_default();
        return or(line, words::EMPTY_LINE);
    }
    if only.is_alphanumeric() {
        return words::spelled(written);
    }
    let word = now.word_before(at);
    match keys::sign(only) {
        Some(_) if only == ' ' && !word.is_empty() => word.to_owned(),
        Some(name) if word.is_empty() => name.to_owned(),
        Some(name) => format!("{word}, {name}"),
        None => words::spelled(written),
    }
}

/// The character that the caret came to, or the whole line if it came to another.
fn moved(before: &Typed, now: &Typed) -> String {
    if before.row() != now.row() {
        return or(now.line(), words::EMPTY_LINE);
    }
    let rest = now.text.get(now.caret..).unwrap_or_default();
    match rest.chars().next() {
        Some(character) => words::spelled(character.encode_utf8(&mut [0; 4])),
        None => words::AT_THE_END.to_owned(),
    }
}

fn or(line: &str, otherwise: &str) -> String {
    if line.trim().is_empty() { otherwise.to_owned() } else { line.to_owned() }
}

fn common_start(one: &str, other: &str) -> usize {
    let same = one.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b);
    same.last().map_or(0, |((place, character), _)| place + character.len_utf8())
}

fn common_end(one: &str, other: &str) -> usize {
    let same = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b);
    same.map(|(character, _)| character.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_end(text: &str) -> Typed {
        Typed { text: text.into(), caret: text.len() }
    }

    fn heard(before: &str, now: &str) -> Vec<String> {
        since(Some(&at_end(before)), Some(&at_end(now)))
    }

    #[test]
    fn letters_are_said_one_by_one_then_the_word_then_the_line() {
        assert_eq!(heard("l", "le"), ["e"]);
        assert_eq!(heard("le", "le "), ["le"]);
        assert_eq!(heard("le ", "le  "), ["Espace"]);
        assert_eq!(heard("le maire", "le maire,"), ["maire, virgule"]);
        assert_eq!(heard("le maire", "le maire\n"), ["le maire"]);
        assert_eq!(heard("le\n", "le\n\n"), ["ligne vide"]);
    }

    #[test]
    fn what_is_erased_is_said_and_what_is_pasted_whole() {
        assert_eq!(heard("lé", "l"), ["effacé : é"]);
        assert_eq!(heard("l ", "l"), ["effacé : Espace"]);
        assert_eq!(heard("aub", "M. Paul AUBRY : "), ["M. Paul AUBRY : "]);
        assert_eq!(heard("un ", "un deux trois"), ["deux trois"]);
    }

    #[test]
    fn a_caret_that_moves_says_where_it_came_to() {
        let text = |caret| Typed { text: "un\ndeux".into(), caret };
        assert_eq!(since(Some(&text(3)), Some(&text(4))), ["e"]);
        assert_eq!(since(Some(&text(4)), Some(&text(1))), ["un"]);
        assert_eq!(since(Some(&text(4)), Some(&text(7))), ["fin du texte"]);
    }
}
