//! Texts of the program's own grammars, spoilt as a hand, a disk or a stranger would: token by token.

use std::ops::Range;

use crate::draws::Draws;

/// Numbers at the edge of what a field holds, or beyond.
const NUMBERS: &[&str] = &[
    "0",
    "-1",
    "1",
    "255",
    "256",
    "65536",
    "4294967295",
    "4294967296",
    "-2147483649",
    "18446744073709551615",
    "18446744073709551616",
    "1e308",
    "1e999",
    "-0",
    "0x10",
    "1_000",
    "inf",
    "NaN",
    "0.1",
    "١",
    "00",
];

/// What may stand in a text and must not leave it.
const HOSTILE: &[&str] = &[
    "\u{0}",
    "\u{1b}[31m",
    "\u{1b}]0;x\u{7}",
    "\u{9b}2J",
    "\u{7f}",
    "\r",
    "\n",
    "\t",
    "\u{8}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{200d}",
    "\u{ad}",
    "\u{feff}",
    "\u{e0041}",
    "\u{e000}",
    "\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{2028}",
    "А",
    "é",
    "e\u{301}",
    "漢",
    "👩‍👩‍👧",
    "ﷺ",
    " ",
    "\u{a0}",
    "\u{202f}",
    "«",
    "’",
    "“",
    "\\",
    "\\u{1b}",
    "\\\"",
    "{{ nom }}",
    "../../x",
    "=1+1",
    "|",
    "<b>",
    "]]>",
    "&lt;",
    "*/",
    "/*",
    "//",
    "\u{fffe}",
];

/// What a hand leaves out or puts in too much.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "'",
    "Some(",
    "None",
    "true",
    "r#\"",
    "\"#",
    "((((((((",
    "[[[[[[[[",
    "{}",
    "\"\"",
    "\"2025-02-29\"",
    "\"24:61\"",
    "\"2025-03-03\"",
    "Excuse",
    "Excuse(pouvoir_a: \"AUBRY Paul\")",
    "Fichier(\"x.md\")",
    "#![enable(implicit_some)]",
    ", , ",
    "()",
    "e",
    "0",
];

/// The tokens of a text in RON or JSON: texts with their quotes, words, numbers, spaces, remarks, each other sign alone.
pub fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(first) = text[from..].chars().next() {
        let rest = &text[from..];
        let run = |belongs: fn(char) -> bool| rest.find(|letter| !belongs(letter)).unwrap_or(rest.len());
        let length = match first {
            '"' => text_length(rest),
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            _ if first.is_whitespace() => run(char::is_whitespace),
            _ if first.is_alphanumeric() || "_-.".contains(first) => run(|c| c.is_alphanumeric() || "_-.".contains(c)),
            _ => first.len_utf8(),
        };
        found.push(from..from + length);
        from += length;
    }
    found
}

/// The length of the text in quotes that begins here.
fn text_length(rest: &str) -> usize {
    let mut escaped = false;
    for (place, letter) in rest.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return place + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}

/// The text with up to so many things changed in it.
pub fn spoilt(text: &str, most: usize, draws: &mut Draws) -> String {
    let mut text = text.to_owned();
    for _ in 0..=draws.below(most) {
        text = changed(&text, draws);
        if draws.is_over() {
            break;
        }
    }
    text
}

fn changed(text: &str, draws: &mut Draws) -> String {
    let tokens = tokens(text);
    if tokens.is_empty() {
        return draws.one(PIECES).to_owned();
    }
    let way = draws.below(16);
    let one = drawn(&tokens, text, draws);
    let mut new = text.to_owned();
    match way {
        0 => new.replace_range(one, ""),
        1 => new.insert_str(one.end, &text[one.clone()]),
        2 => {
            let other = drawn(&tokens, text, draws);
            let (first, second) = if one.start <= other.start { (one, other) } else { (other, one) };
            if first.end <= second.start {
                let (left, right) = (text[first.clone()].to_owned(), text[second.clone()].to_owned());
                new.replace_range(second, &left);
                new.replace_range(first, &right);
            }
        }
        3 => new.insert_str(one.start, draws.one(PIECES)),
        4 => new.replace_range(one, draws.one(PIECES)),
        5 => new.replace_range(one, draws.one(NUMBERS)),
        6 => new.insert_str(inside(text, one, draws), draws.one(HOSTILE)),
        7 => new.truncate(inside(text, one, draws)),
        8 => new.replace_range(..inside(text, one, draws), ""),
        // A letter less, as a finger slips.
        9 => {
            new.remove(one.start);
        }
        10..=12 => alike(&mut new, draws),
        // A whole part twice, or not at all.
        13 => {
            let part = part(&tokens, &one, draws);
            new.insert_str(part.end, &text[part.clone()]);
        }
        14 => new.replace_range(part(&tokens, &one, draws), ""),
        _ => nested(&mut new, one, draws),
    }
    new
}

/// A token, rather one that says something.
fn drawn(tokens: &[Range<usize>], text: &str, draws: &mut Draws) -> Range<usize> {
    let place = draws.below(tokens.len());
    let says = |token: &&Range<usize>| text[(*token).clone()].chars().any(|c| !c.is_whitespace());
    tokens[place..].iter().find(says).unwrap_or(&tokens[place]).clone()
}

/// Another token of the same kind in the place of one: a well-formed text that says something else.
pub fn alike(text: &mut String, draws: &mut Draws) {
    let tokens = tokens(text);
    if tokens.is_empty() {
        return;
    }
    let kind = |token: &Range<usize>| {
        let first = text[token.clone()].chars().next();
        first.map(|first| (first == '"', first.is_numeric(), first.is_alphabetic(), first.is_whitespace()))
    };
    let one = drawn(&tokens, text, draws);
    let wanted = kind(&one);
    let others: Vec<&Range<usize>> = tokens.iter().filter(|token| kind(token) == wanted).collect();
    let other = text[draws.one(&others).clone()].to_owned();
    text.replace_range(one, &other);
}

/// The text with lines of it left out, told twice or told in another order, and words in the place of others: mostly
/// well written, and seldom right.
pub fn reordered(text: &str, draws: &mut Draws) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..=draws.below(3) {
        if lines.is_empty() {
            break;
        }
        let place = draws.below(lines.len());
        match draws.below(6) {
            0 => drop(lines.remove(place)),
            1 => lines.insert(place, lines[place].clone()),
            2 => {
                let other = draws.below(lines.len());
                lines.swap(place, other);
            }
            _ => {
                let mut tail = lines.split_off(place).join("\n");
                alike(&mut tail, draws);
                lines.extend(tail.lines().map(str::to_owned));
            }
        }
    }
    lines.join("\n")
}

/// From one token to one of the next forty.
fn part(tokens: &[Range<usize>], one: &Range<usize>, draws: &mut Draws) -> Range<usize> {
    let first = tokens.iter().position(|token| token == one).unwrap_or(0);
    let last = (first + draws.below(40)).min(tokens.len() - 1);
    one.start..tokens[last].end
}

fn nested(new: &mut String, one: Range<usize>, draws: &mut Draws) {
    let (open, close) = draws.one(&[("(", ")"), ("[", "]"), ("Some(", ")"), ("{", "}"), ("/*", "*/"), ("\"", "\"")]);
    let depth = draws.one(&[1, 2, 130, 3_000]);
    let inner = format!("{}{}{}", open.repeat(depth), &new[one.clone()], close.repeat(depth));
    new.replace_range(one, &inner);
}

/// A place inside the token where a character begins.
fn inside(text: &str, token: Range<usize>, draws: &mut Draws) -> usize {
    let places: Vec<usize> = text[token.clone()].char_indices().map(|(place, _)| token.start + place).collect();
    if places.is_empty() { token.start } else { draws.one(&places) }
}
