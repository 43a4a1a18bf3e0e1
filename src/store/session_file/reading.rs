//! One reading of a session file: gathers what is wrong and the texts beside it, while the docket is made.

use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::council::agenda::Text;
use crate::council::hour::Hour;

use super::at::{At, Spot};
use super::dates;
use super::files::{self, Beside};
use super::hostile::{self, Extent};
use super::hours;
use super::problem::{ProblemKind, Remark, Unreadable};
use super::shape::Given;

/// The bytes that all texts of a sitting may have together: a text named by a thousand reports counts a thousand times.
const ALL_TEXTS: usize = 64 * 1024 * 1024;

/// How many findings are kept, and how many of one text: a list that nobody reads must not fill the memory.
const FOUND: usize = 500;
const FOUND_IN_A_TEXT: usize = 20;

/// Something wrong, before its line and column are known.
#[derive(Clone, Debug)]
pub struct Found {
    /// What.
    pub kind: ProblemKind,
    /// Where.
    pub spot: Spot,
}

/// What is gathered while reading.
pub struct Reading<'a> {
    beside: &'a dyn Beside,
    texts: BTreeMap<String, Option<Rc<str>>>,
    length_of_texts: usize,
    /// What is wrong.
    pub found: Vec<Found>,
    /// How much more is wrong.
    pub unlisted: usize,
    /// What is harmless and said.
    pub remarks: Vec<Remark>,
    /// SHA-256 in hexadecimal of each file beside the session file, by name.
    pub sums: BTreeMap<String, String>,
}

impl<'a> Reading<'a> {
    /// Begins to read.
    pub fn new(beside: &'a dyn Beside) -> Self {
        Self {
            beside,
            texts: BTreeMap::new(),
            length_of_texts: 0,
            found: Vec::new(),
            unlisted: 0,
            remarks: Vec::new(),
            sums: BTreeMap::new(),
        }
    }

    /// Notes something wrong with the value there.
    pub fn wrong(&mut self, kind: ProblemKind, at: &At<'_>) {
        self.note(kind, Spot::Value(at.path()));
    }

    /// Notes something wrong.
    pub fn note(&mut self, kind: ProblemKind, spot: Spot) {
        if self.found.len() < FOUND {
            self.found.push(Found { kind, spot });
        } else {
            self.unlisted += 1;
        }
    }

    /// Notes the characters of the session file itself that show something else than they are.
    pub fn hidden_characters(&mut self, text: &str) {
        for (range, kind) in hostile::find_raw(text).take(FOUND_IN_A_TEXT) {
            self.note(kind, Spot::Bytes(range));
        }
    }

    fn hostile(&mut self, text: &str, extent: Extent, at: &At<'_>) {
        for (_, kind) in hostile::find(text, extent).take(FOUND_IN_A_TEXT) {
            self.wrong(kind, at);
        }
    }

    /// A text of one line; nothing if it is empty.
    pub fn line(&mut self, text: Option<String>, at: &At<'_>) -> Option<String> {
        let text = text?;
        self.hostile(&text, Extent::Line, at);
        let trimmed = text.trim();
        match trimmed.len() {
            0 => None,
            length if length == text.len() => Some(text),
            _ => Some(trimmed.to_owned()),
        }
    }

    /// A text of one line that must be there and not be empty.
    pub fn required(&mut self, text: Option<String>, at: &At<'_>, field: &'static str) -> Option<String> {
        if text.is_none() {
            self.wrong(ProblemKind::MissingField(field), at);
            return None;
        }
        let line = self.line(text, &at.field(field));
        if line.is_none() {
            self.wrong(ProblemKind::EmptyText(field), &at.field(field));
        }
        line
    }

    /// A date.
    pub fn date(&mut self, text: Option<String>, at: &At<'_>) -> Option<Date> {
        let text = self.line(text, at)?;
        let date = dates::read(&text);
        if date.is_none() {
            self.wrong(ProblemKind::BadDate(text), at);
        }
        date
    }

    /// An hour.
    pub fn hour(&mut self, text: Option<String>, at: &At<'_>) -> Option<Hour> {
        let text = self.line(text, at)?;
        let hour = hours::read(&text);
        if hour.is_none() {
            self.wrong(ProblemKind::BadHour(text), at);
        }
        hour
    }

    /// A text of several lines, written here or in a file.
    pub fn text(&mut self, given: Option<Given<String>>, at: &At<'_>) -> Option<Text> {
        match given? {
            Given::File(name) => self.text_file(name, at),
            Given::Here(markdown) => {
                self.hostile(&markdown, Extent::Lines, at);
                let markdown = unix_lines(markdown);
                (!markdown.trim().is_empty()).then_some(Text { file: None, markdown })
            }
        }
    }

    /// The text of a file beside the session file.
    pub fn text_file(&mut self, name: String, at: &At<'_>) -> Option<Text> {
        let content = self.content(&name, at)?;
        Some(Text { markdown: content.to_string(), file: Some(name) })
    }

    /// The content of a file beside the session file, without byte order mark and with line feeds only.
    pub fn content(&mut self, name: &str, at: &At<'_>) -> Option<Rc<str>> {
        if !self.texts.contains_key(name) {
            let content = self.fetch(name, at);
            self.texts.insert(name.to_owned(), content);
        }
        let content = self.texts.get(name).cloned().flatten()?;
        let before = self.length_of_texts;
        self.length_of_texts += content.len();
        if self.length_of_texts <= ALL_TEXTS {
            return Some(content);
        }
        if before <= ALL_TEXTS {
            self.wrong(ProblemKind::TooMuchText, at);
        }
        None
    }

    fn fetch(&mut self, name: &str, at: &At<'_>) -> Option<Rc<str>> {
        let content = if files::is_outside(name) { Err(Unreadable::Outside) } else { self.beside.text(name) };
        let content = match content {
            Ok(content) => content,
            Err(why) => {
                self.wrong(ProblemKind::Beside { name: name.to_owned(), why }, at);
                return None;
            }
        };
        self.sums.insert(name.to_owned(), sum(&content));
        let body = self.say_marks(&content, Some(name));
        let body = unix_lines(body.to_owned());
        for (range, kind) in hostile::find(&body, Extent::Lines).take(FOUND_IN_A_TEXT) {
            self.note(kind, Spot::Beside(name.to_owned(), range));
        }
        Some(Rc::from(body))
    }

    /// Takes the byte order mark off a text, and says it and Windows line ends.
    pub fn say_marks<'t>(&mut self, text: &'t str, name: Option<&str>) -> &'t str {
        let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        if body.len() < text.len() {
            self.remarks.push(Remark::ByteOrderMark(name.map(str::to_owned)));
        }
        if body.contains("\r\n") {
            self.remarks.push(Remark::WindowsLines(name.map(str::to_owned)));
        }
        body
    }

    /// The content of a file that was read, to show a line of it.
    pub fn content_read(&self, name: &str) -> Option<&str> {
        self.texts.get(name)?.as_deref()
    }
}

/// SHA-256 of a text, in hexadecimal.
#[must_use]
pub fn sum(text: &str) -> String {
    use std::fmt::Write as _;
    Sha256::digest(text).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing into a `String` cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn unix_lines(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n") } else { text }
}
