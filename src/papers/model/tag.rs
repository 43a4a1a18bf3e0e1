//! Fields, conditions and loops as they are typed: `{{ … }}`, `{% … %}`, `{# … #}`.

use std::ops::Range;

use super::problem::Place;

/// What a clerk typed between marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// What it does.
    pub kind: Kind,
    /// As it was typed, marks included, on one line.
    pub typed: String,
    /// Where it stands.
    pub place: Place,
}

/// What a tag does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `{{ champ }}`.
    Print(String),
    /// `{{ corps }}`, alone in its paragraph.
    Body,
    /// `{% if … %}`.
    If(String),
    /// `{% elif … %}`.
    Elif(String),
    /// `{% else %}`.
    Else,
    /// `{% endif %}`.
    EndIf,
    /// `{% for name in list %}`.
    For(String, String),
    /// `{% endfor %}`.
    EndFor,
    /// `{# … #}`.
    Comment,
    /// `{%` and a word that begins nothing.
    Unknown(String),
    /// Nothing that reads.
    Broken,
}

impl Kind {
    /// Whether it rules what stands after it, so that it may have a paragraph of its own.
    pub fn is_statement(&self) -> bool {
        !matches!(self, Self::Print(_) | Self::Body)
    }
}

/// Marks found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A whole tag: where it stands in the text, what it does, as it was typed.
    Tag(Range<usize>, Kind, String),
    /// Marks that open and do not close.
    Open,
    /// Marks that close nothing.
    Stray,
}

/// What stands in the text for something that is no text: a picture, a note.
pub const OBJECT: char = '\u{fffc}';

/// The longest tag that is read, in characters: what is longer is no field, and would be followed as deep as it is long.
const LONGEST: usize = 1_000;

/// The beginning of a tag that is too long.
fn shortened(inside: &str) -> String {
    inside.chars().take(60).chain(['…']).collect()
}

/// Finds every tag of a paragraph.
pub fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let Some((mark, length)) = opening(rest) else {
            if rest.starts_with("}}") || rest.starts_with("%}") {
                found.push(Found::Stray);
                at += 1;
            }
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let inside = rest.get(length..).unwrap_or("");
        let end = match mark {
            '{' => "}}",
            '%' => "%}",
            _ => "#}",
        };
        let close = inside.find(end).filter(|close| {
            let inside = inside.get(..*close).unwrap_or("");
            !inside.contains(OBJECT) && !inside.contains("{{") && !inside.contains("{%")
        });
        let Some(close) = close else {
            found.push(Found::Open);
            at += length;
            continue;
        };
        let whole = at..at + length + close + end.len();
        let inside = straightened(inside.get(..close).unwrap_or(""));
        let inside = inside.trim().trim_matches('-').trim();
        let is_too_long = mark != '#' && inside.chars().count() > LONGEST;
        let kind = if is_too_long { Kind::Broken } else { kind(mark, inside) };
        let shown = if is_too_long { shortened(inside) } else { inside.to_owned() };
        let typed = match mark {
            '{' => format!("{{{{ {shown} }}}}"),
            _ => format!("{{{mark} {shown} {end}"),
        };
        at = whole.end;
        found.push(Found::Tag(whole, kind, typed));
    }
    found
}

/// The mark that opens a tag and its length. LibreOffice puts a no-break space before % in a French text.
fn opening(text: &str) -> Option<(char, usize)> {
    let after = text.strip_prefix('{')?;
    let unspaced = after.trim_start_matches(['\u{a0}', '\u{202f}']);
    match unspaced.chars().next()? {
        '%' => Some(('%', text.len() - unspaced.len() + 1)),
        mark @ ('{' | '#') if unspaced.len() == after.len() => Some((mark, 2)),
        _ => None,
    }
}

/// Spaces and quotes as they are typed: LibreOffice turns them into those of a French text.
fn straightened(text: &str) -> String {
    let text = text.replace(['\u{a0}', '\u{202f}', '\t', '\n'], " ");
    let text = text.replace("\u{ab} ", "\"").replace(" \u{bb}", "\"");
    text.replace(['‘', '’'], "'").replace(['“', '”', '«', '»'], "\"")
}

fn kind(mark: char, inside: &str) -> Kind {
    if mark == '#' {
        return Kind::Comment;
    }
    if mark == '{' {
        return if inside.is_empty() { Kind::Broken } else { Kind::Print(inside.to_owned()) };
    }
    let (word, rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let rest = rest.trim();
    match (word, rest) {
        ("if", condition) if !condition.is_empty() => Kind::If(condition.to_owned()),
        ("elif", condition) if !condition.is_empty() => Kind::Elif(condition.to_owned()),
        ("else", "") => Kind::Else,
        ("endif", "") => Kind::EndIf,
        ("endfor", "") => Kind::EndFor,
        ("for", rest) => match rest.split_once(" in ") {
            Some((name, list)) if is_name(name.trim()) => Kind::For(name.trim().to_owned(), list.trim().to_owned()),
            _ => Kind::Broken,
        },
        ("if" | "elif" | "else" | "endif" | "endfor", _) => Kind::Broken,
        _ => Kind::Unknown(word.to_owned()),
    }
}

fn is_name(text: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && text.chars().all(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        let kind = |found| match found {
            Found::Tag(_, kind, _) => kind,
            Found::Open | Found::Stray => Kind::Broken,
        };
        find(text).into_iter().map(kind).collect()
    }

    #[test]
    fn what_libreoffice_makes_of_a_tag_is_read_as_it_was_typed() {
        assert_eq!(kinds("{\u{a0}% if genre == «\u{a0}avis\u{a0}»\u{a0}%}"), [Kind::If("genre == \"avis\"".into())]);
        assert_eq!(kinds("{{ l’objet }}"), [Kind::Print("l'objet".into())]);
        assert_eq!(kinds("{%- for nom in  presents -%}"), [Kind::For("nom".into(), "presents".into())]);
    }

    #[test]
    fn a_tag_as_long_as_a_page_is_not_followed() {
        assert_eq!(kinds(&format!("{{{{ {}1 }}}}", "not ".repeat(50_000))), [Kind::Broken]);
        assert_eq!(kinds(&format!("{{% if {}1 %}}", "1+".repeat(50_000))), [Kind::Broken]);
        assert_eq!(kinds(&format!("{{# {} #}}", "mot ".repeat(50_000))), [Kind::Comment]);
    }

    #[test]
    fn marks_that_do_not_close_or_close_nothing_are_found() {
        assert_eq!(find("a {{ b } c"), [Found::Open]);
        assert_eq!(find("a { b }} c"), [Found::Stray]);
        assert_eq!(find("{{ a {% if b %}").first(), Some(&Found::Open));
        assert_eq!(find("une { accolade } seule, 50 % et #1"), []);
    }
}
