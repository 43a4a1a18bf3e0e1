//! Looks ahead for the scanner: where a text ends, also when its quotes are the wrong ones or are missing.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::council::plain::Hidden;

use super::layout::{self, is_space, is_word_character};

/// How far is looked after a quote, in bytes: enough for a remark, and never the whole file again for each quote.
const LOOK_AHEAD: usize = 512;

/// How many quotes within a text are looked beyond for its end.
const INNER: usize = 50;

/// A text in straight quotes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Quoted {
    /// Where it ends, its closing quote included.
    pub end: usize,
    /// Whether it has a closing quote of its own.
    pub closed: bool,
    /// Straight quotes within it that should have been escaped.
    pub inner: Vec<usize>,
    /// Escapes that mean nothing.
    pub bad_escapes: Vec<Range<usize>>,
}

/// The text whose opening quote stands at `start`.
///
/// A quote that was forgotten makes the next text's opening quote look like the end: what follows it then fits nothing,
/// and what comes before it ends like the name of a field.
#[must_use]
pub fn string(text: &str, start: usize) -> Quoted {
    let mut quoted = Quoted { end: text.len(), ..Quoted::default() };
    let content = start + 1;
    let Some(close) = closing_quote(text, content, &mut quoted.bad_escapes) else {
        quoted.end = end_without_quote(text, content, text.len());
        quoted.bad_escapes.retain(|escape| escape.end <= quoted.end);
        return quoted;
    };
    if may_follow_a_text(text.get(close + 1..).unwrap_or("")) {
        quoted.end = close + 1;
        quoted.closed = true;
        return quoted;
    }
    if ends_like_a_field(text.get(content..close).unwrap_or("")) {
        quoted.end = end_without_quote(text, content, close);
        quoted.bad_escapes.retain(|escape| escape.end <= quoted.end);
        return quoted;
    }
    // A quote within the text: the text goes on to a quote on the same line after which something fits.
    let line_end = text.get(close..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| close + end);
    let mut inner = vec![close];
    let mut at = close + 1;
    while let Some(next) = text.get(at..line_end).and_then(|rest| rest.find('"')).map(|place| at + place) {
        if may_follow_a_text(text.get(next + 1..).unwrap_or("")) {
            return Quoted { end: next + 1, closed: true, inner, bad_escapes: quoted.bad_escapes };
        }
        if inner.len() == INNER {
            break;
        }
        inner.push(next);
        at = next + 1;
    }
    // Nothing of that kind: a text that ends, and a comma that is missing, or a text that never ends.
    let one_line = !text.get(content..close).unwrap_or("").contains('\n');
    quoted.closed = one_line;
    quoted.end = if one_line { close + 1 } else { end_without_quote(text, content, close) };
    quoted
}

/// The next quote that is not escaped; notes escapes that mean nothing.
fn closing_quote(text: &str, content: usize, bad_escapes: &mut Vec<Range<usize>>) -> Option<usize> {
    let mut at = content;
    loop {
        let next = at + text.get(at..)?.find(['"', '\\'])?;
        if text.as_bytes().get(next) == Some(&b'"') {
            return Some(next);
        }
        let escape = text.get(next..)?;
        let length = escape_length(escape);
        let shown = next..next + 1 + escape.chars().nth(1).map_or(0, char::len_utf8);
        if length == 0 {
            bad_escapes.push(shown.clone());
        }
        at = if length == 0 { next + 1 } else { next + length };
    }
}

/// The bytes of the escape at the start of a text; 0 if ron knows none such.
fn escape_length(escape: &str) -> usize {
    let hexadecimal = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    match escape.chars().nth(1) {
        Some('"' | '\\' | '\'' | 'n' | 'r' | 't' | '0' | '\n' | '\r') => 2,
        Some('x') if escape.get(2..4).is_some_and(hexadecimal) => 4,
        Some('u') => {
            let end = escape.bytes().take(10).position(|byte| byte == b'}');
            let digits = end.and_then(|end| escape.get(3..end)).filter(|_| escape.get(2..3) == Some("{"));
            let value = digits.filter(|d| hexadecimal(d)).and_then(|d| u32::from_str_radix(d, 16).ok());
            value.and_then(char::from_u32).and(end).map_or(0, |end| end + 1)
        }
        _ => 0,
    }
}

/// Whether a text may be followed by that: a separator, a closing bracket, the end, or a field after a missing comma.
fn may_follow_a_text(after: &str) -> bool {
    let after = after.get(..after.floor_char_boundary(LOOK_AHEAD)).unwrap_or(after);
    let rest = after.get(layout::length(after)..).unwrap_or("");
    let Some(next) = rest.chars().next() else { return true };
    if matches!(next, ',' | ')' | ']' | '}' | ':' | ';' | '(' | '[' | '{') || is_odd_space(next) {
        return true;
    }
    let word = word_length(rest);
    let after_word = rest.get(word..).unwrap_or("");
    let after_word = after_word.get(layout::length(after_word)..).unwrap_or("");
    // A word glued to the quote is a part of the text: only one on its own begins the next field.
    word > 0 && rest.len() < after.len() && after_word.starts_with([':', '=', '('])
}

/// Whether a text ends like `…, prenom: ` or `…(nom: `: the beginning of the next text was taken for its end.
fn ends_like_a_field(content: &str) -> bool {
    let before = content.trim_end_matches(is_space);
    let Some(before) = before.strip_suffix(':') else { return false };
    let before = before.trim_end_matches(is_space);
    let head = before.trim_end_matches(is_word_character);
    if head.len() == before.len() {
        return false;
    }
    let gap = head.trim_end_matches([' ', '\t', '\r']);
    gap.ends_with([',', '(', '\n'])
}

/// Where a text without a closing quote seems to end: its first line, less the separators at the end.
fn end_without_quote(text: &str, content: usize, limit: usize) -> usize {
    let inside = text.get(content..limit).unwrap_or("");
    let line = inside.split('\n').next().unwrap_or("");
    let line = match line.rfind(',') {
        Some(comma) if ends_like_a_field(line) => line.get(..comma).unwrap_or(line),
        _ => line,
    };
    content + line.trim_end_matches(|c| is_space(c) || ",)]}".contains(c)).len()
}

/// The text at the start that has quotes of another kind: its length and that of its closing quote.
#[must_use]
pub fn misquoted(rest: &str) -> (usize, usize) {
    let line = rest.split('\n').next().unwrap_or("").trim_end();
    let first = rest.chars().next().map_or(0, char::len_utf8);
    for (place, character) in line.char_indices().skip(1) {
        if matches!(character, '\'' | '“' | '”' | '„' | '«' | '»' | '›' | '‘' | '’' | '"') {
            let end = place + character.len_utf8();
            let after = line.get(end..).unwrap_or("").trim_start_matches(|c| is_space(c) || is_odd_space(c));
            if after.is_empty() || after.starts_with([',', ')', ']', '}', ':', ';']) || after.starts_with("//") {
                return (end, character.len_utf8());
            }
        }
    }
    (line.trim_end_matches([',', ')', ']', '}', ' ']).len().max(first), 0)
}

/// A quoted name of a field, `"nom" :`, at the start: its length.
#[must_use]
pub fn quoted_key(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('"')?;
    let word = word_length(inside);
    let after = inside.get(word..)?.strip_prefix('"')?;
    (word > 0 && after.get(layout::length(after)..)?.starts_with(':')).then_some(word + 2)
}

/// A name of a field followed by a value without a colon, `nom "…"`: the length of the name.
#[must_use]
pub fn key_without_colon(rest: &str) -> Option<usize> {
    let word = word_length(rest);
    let after = rest.get(word..)?;
    let gap = after.len() - after.trim_start_matches([' ', '\t']).len();
    let name = rest.get(..word)?;
    (gap > 0 && name.starts_with(char::is_lowercase) && after.get(gap..)?.starts_with(['"', '[', '“', '«']))
        .then_some(word)
}

/// The word at the start: its length; 0 if there is none.
#[must_use]
pub fn word_length(rest: &str) -> usize {
    let begins = rest.starts_with(|c: char| is_word_character(c) && !c.is_numeric() && !is_combining_mark(c));
    if begins { rest.len() - rest.trim_start_matches(is_word_character).len() } else { 0 }
}

/// What goes on after a word on the same line and should have been a text with it: « municipal de Saint-Exemple ».
#[must_use]
pub fn rest_of_phrase(rest: &str) -> usize {
    let after = rest.trim_start_matches([' ', '\t', '\r']);
    if after.is_empty() || after.starts_with(['\n', ',', ')', ']', '}', '(', '[', '{', ':', '=', ';', '/']) {
        return 0;
    }
    let word = word_length(after);
    let next = after.get(word..).unwrap_or("").trim_start_matches([' ', '\t']);
    if word > 0 && next.starts_with([':', '=', '(']) {
        return 0;
    }
    let phrase = rest.find([',', ')', ']', '}', '\n']).and_then(|end| rest.get(..end)).unwrap_or(rest);
    phrase.trim_end().len()
}

/// The bytes of layout at the start of a text, with what looks like a space or like nothing.
#[must_use]
pub fn gap(text: &str) -> usize {
    let mut gap = 0;
    loop {
        let rest = text.get(gap..).unwrap_or("");
        let after = rest.get(layout::length(rest)..).unwrap_or("");
        let after = after.trim_start_matches(is_odd_space);
        if after.len() == rest.len() {
            return gap;
        }
        gap = text.len() - after.len();
    }
}

/// Whether something stands between values that looks like a space, or like nothing, and is no layout for ron.
#[must_use]
pub fn is_odd_space(character: char) -> bool {
    !is_space(character) && (character.is_whitespace() || Hidden::of(character).is_some())
}

/// The place of a block remark that opens after `from`, with only remarks and spaces before it, and never closes.
#[must_use]
pub fn open_block(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        at += rest.len() - rest.trim_start_matches(is_space).len();
        let rest = text.get(at..)?;
        if let Some(remark) = rest.strip_prefix("//") {
            at = text.len() - remark.find('\n').map_or("", |end| &remark[end..]).len();
        } else {
            match layout::after_block(rest.strip_prefix("/*")?) {
                Some(after) => at = text.len() - after.len(),
                None => return Some(at),
            }
        }
        if at >= text.len() {
            return None;
        }
    }
}

/// How far the line of that byte is indented.
#[must_use]
pub fn indent(text: &str, at: usize) -> usize {
    let line = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    text.get(line..at).map_or(0, |before| before.len() - before.trim_start_matches([' ', '\t']).len())
}

/// How far that byte is indented, if only spaces stand before it on its line.
#[must_use]
pub fn margin(text: &str, at: usize) -> Option<usize> {
    let before = text.get(..at)?;
    let line = before.trim_end_matches([' ', '\t']);
    (line.is_empty() || line.ends_with('\n')).then_some(before.len() - line.len())
}
