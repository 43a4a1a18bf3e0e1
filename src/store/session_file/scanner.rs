//! A tolerant scan of RON into a tree of spans.
//!
//! It runs only when something is wrong, after the crate `ron` was asked. It decides no value. It goes on after each
//! slip, and keeps with it the edit that would mend it, so that `ron` can be asked about a mended copy and the meaning
//! be checked as well. Linear in the length of the text; nesting is bounded.

mod brackets;

use std::ops::Range;

use super::layout::{self, is_space, is_word_character};
use super::quotes;
use super::slip::Slip;
use super::spans::{Body, Edit, Item, Node, Scan};

/// Brackets within brackets that are followed; `ron` stops earlier.
const DEPTH: usize = 128;

/// Slips after which the scan stops: looking around a slip costs the length of its line.
const SLIPS: usize = 200;

/// Scans a text.
#[must_use]
pub fn scan(text: &str) -> Scan {
    let mut scanner = Scanner {
        text,
        at: 0,
        scan: Scan::default(),
        open: Vec::new(),
        stopped: false,
        closed_at: None,
        braces_said: false,
    };
    scanner.file();
    scanner.scan
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    scan: Scan,
    /// The brackets that are open, with their places.
    open: Vec<(char, usize)>,
    /// Nothing more is scanned: too many slips, or too deep.
    stopped: bool,
    /// Where a bracket that was missing is put, with its comma.
    closed_at: Option<usize>,
    /// Braces are said once: a file of JSON is full of them.
    braces_said: bool,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        if self.stopped { None } else { self.rest().chars().next() }
    }

    fn slip(&mut self, slip: Slip, range: Range<usize>) {
        self.scan.slips.push((slip, range));
        if self.scan.slips.len() >= SLIPS {
            self.stopped = true;
            self.at = self.text.len();
        }
    }

    fn edit(&mut self, range: Range<usize>, by: &str) {
        self.scan.edits.push(Edit { range, by: by.to_owned() });
    }

    fn file(&mut self) {
        self.layout();
        // `#![enable(…)]` is an option of the reader, not a value.
        while self.rest().starts_with("#!") {
            let end = self.rest().find(']').map_or(self.text.len(), |end| self.at + end + 1);
            self.at = end;
            self.layout();
        }
        if self.peek().is_none() {
            return;
        }
        let start = self.at;
        self.scan.root = Some(if self.key_ahead().is_some() {
            self.slip(Slip::NoOuterParentheses, start..start);
            self.edit(start..start, "(");
            let end = self.text.len();
            self.edit(end..end, "\n)");
            let items = self.items('(', None);
            Node { span: start..self.at, word: None, body: Body::Group { open: '(', items } }
        } else {
            self.value()
        });
        self.layout();
        if self.peek().is_some() {
            let line = self.rest().lines().next().unwrap_or("").trim_end().len();
            self.slip(Slip::AfterTheEnd, self.at..self.at + line);
            self.edit(self.at..self.text.len(), "");
        }
    }

    /// Goes over spaces, remarks, and what looks like a space and is none.
    fn layout(&mut self) {
        loop {
            let remark = self.at + self.rest().len() - self.rest().trim_start_matches(is_space).len();
            self.at += layout::length(self.rest());
            if self.at == self.text.len()
                && let Some(open) = quotes::open_block(self.text, remark)
            {
                self.slip(Slip::UnterminatedRemark, open..open + 2);
                self.edit(self.at..self.at, "*/");
            }
            let Some(odd) = self.peek().filter(|c| quotes::is_odd_space(*c)) else { return };
            let run = self.rest().len() - self.rest().trim_start_matches(quotes::is_odd_space).len();
            if odd.is_whitespace() {
                self.slip(Slip::NoBreakSpace(odd), self.at..self.at + run);
            }
            self.edit(self.at..self.at + run, " ");
            self.at += run;
        }
    }

    /// The word ahead if a colon or an equals sign follows it: a field.
    fn key_ahead(&self) -> Option<Range<usize>> {
        let word = quotes::word_length(self.rest());
        if word == 0 || self.stopped {
            return None;
        }
        let after = self.rest().get(word..)?;
        after.get(quotes::gap(after)..)?.starts_with([':', '=']).then_some(self.at..self.at + word)
    }

    fn value(&mut self) -> Node {
        let start = self.at;
        let Some(first) = self.peek() else { return Node { span: start..start, ..Node::default() } };
        let rest = self.rest();
        let body = match first {
            '(' | '[' | '{' => return self.group(start, None),
            '"' => self.quoted(),
            '\'' | '“' | '”' | '„' | '«' | '»' | '‹' | '‘' | '’' => self.misquoted(first),
            'r' if rest.starts_with("r\"") || rest.starts_with("r#") => self.raw_string(),
            '0'..='9' | '+' | '-' | '.' => {
                self.at += rest.len() - rest.trim_start_matches(|c| is_word_character(c) || "+-./".contains(c)).len();
                Body::Number
            }
            letter if is_word_character(letter) => {
                self.at += quotes::word_length(rest).max(letter.len_utf8());
                let word = start..self.at;
                let after = self.at + layout::length(self.rest());
                // On the next line, only what is written like `Rapport` goes with a bracket.
                let is_near = letter.is_uppercase() || !self.text[self.at..after].contains('\n');
                if is_near && self.text[after..].starts_with(['(', '[', '{']) {
                    self.at = after;
                    return self.group(start, Some(word));
                }
                self.at += quotes::rest_of_phrase(self.rest());
                Body::Word
            }
            other => {
                // What is glued to it belongs to it: a currency sign and its sum.
                let length = other.len_utf8().max(quotes::rest_of_phrase(rest));
                self.slip(Slip::Unexpected(other), start..start + other.len_utf8());
                self.at = start + length;
                self.edit(start..self.at, "");
                Body::Nothing
            }
        };
        Node { span: start..self.at, word: None, body }
    }

    fn quoted(&mut self) -> Body {
        let found = quotes::string(self.text, self.at);
        for escape in found.bad_escapes {
            self.slip(Slip::Escape, escape.clone());
            self.edit(escape.start..escape.start, "\\");
        }
        for inner in &found.inner {
            self.edit(*inner..*inner, "\\");
        }
        if let Some(first) = found.inner.first() {
            self.slip(Slip::InnerQuote, *first..first + 1);
        }
        if !found.closed {
            self.slip(Slip::UnterminatedString, self.at..found.end);
            self.edit(found.end..found.end, "\"");
        }
        self.at = found.end;
        Body::Text
    }

    fn misquoted(&mut self, open: char) -> Body {
        let start = self.at;
        let slip = if open == '\'' { Slip::SingleQuote } else { Slip::TypographicQuote(open) };
        let (end, close) = quotes::misquoted(self.rest());
        self.at = start + end;
        self.slip(slip, start..self.at);
        self.edit(start..start + open.len_utf8(), "\"");
        self.edit(self.at - close..self.at, "\"");
        let inside = start + open.len_utf8()..self.at - close;
        for (inner, _) in self.text.get(inside.clone()).unwrap_or("").match_indices('"') {
            self.edit(inside.start + inner..inside.start + inner, "\\");
        }
        Body::Text
    }

    fn raw_string(&mut self) -> Body {
        let start = self.at;
        let hashes = self.rest()[1..].bytes().take_while(|byte| *byte == b'#').count();
        let ending = format!("\"{}", "#".repeat(hashes));
        let content = (start + 2 + hashes).min(self.text.len());
        if let Some(end) = self.text.get(content..).and_then(|rest| rest.find(&ending)) {
            self.at = content + end + ending.len();
        } else {
            self.at = self.text.len();
            self.slip(Slip::UnterminatedString, start..content);
            self.edit(self.at..self.at, &ending);
        }
        Body::Text
    }

    fn item(&mut self, open: char) -> Item {
        let start = self.at;
        let mut key = self.key_ahead();
        if let Some(word) = &key {
            self.at = word.end;
        } else if let Some(quoted) = quotes::quoted_key(self.rest()) {
            let inside = start + 1..start + quoted - 1;
            if open != '{' {
                self.slip(Slip::JsonKey, start..start + quoted);
            }
            self.edit(start..start + 1, "");
            self.edit(inside.end..inside.end + 1, "");
            self.at = start + quoted;
            key = Some(inside);
        } else if open == '('
            && let Some(word) = quotes::key_without_colon(self.rest())
        {
            self.slip(Slip::MissingColon, start..start + word);
            self.edit(start + word..start + word, ":");
            self.at = start + word;
            let key = Some(start..start + word);
            self.layout();
            let value = self.value();
            return Item { key, whole: start..self.at, value };
        }
        if key.is_some() {
            self.layout();
            if self.peek() == Some('=') {
                self.slip(Slip::Equals, self.at..self.at + 1);
                self.edit(self.at..self.at + 1, ":");
            }
            self.at += 1;
            self.layout();
        }
        let value = match self.peek() {
            Some(',' | ')' | ']' | '}' | ';') if key.is_some() => {
                self.slip(Slip::MissingValue, start..key.as_ref().map_or(self.at, |key| key.end));
                Node { span: self.at..self.at, ..Node::default() }
            }
            _ => self.value(),
        };
        Item { key, whole: start..self.at, value }
    }
}
