//! From spots to lines and columns, and the line itself as it is shown in a message.

use std::ops::Range;

use super::at::Step;
use super::problem::Place;
use super::spans::{Body, Item, Node};

/// How much of a long line is shown, in characters: in all, and before the place.
const SHOWN: usize = 120;
const BEFORE: usize = 50;

/// A text whose places can be told.
pub struct Page<'t> {
    text: &'t str,
    file: Option<&'t str>,
    line_starts: Vec<usize>,
}

impl<'t> Page<'t> {
    /// The text of the session file, or of the file of that name beside it.
    #[must_use]
    pub fn new(text: &'t str, file: Option<&'t str>) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(place, _)| place + 1);
        Self { text, file, line_starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The place of those bytes, cut at the end of their first line.
    #[must_use]
    pub fn place(&self, range: &Range<usize>) -> Place {
        let start = self.text.floor_char_boundary(range.start.min(self.text.len()));
        let line = self.line_starts.partition_point(|line_start| *line_start <= start);
        let line_start = line.checked_sub(1).and_then(|place| self.line_starts.get(place)).copied().unwrap_or(0);
        let line_end = self.line_starts.get(line).map_or(self.text.len(), |next| next - 1);
        let whole = self.text.get(line_start..line_end).unwrap_or("");
        let whole = whole.strip_suffix('\r').unwrap_or(whole);
        let before = whole.get(..start - line_start).unwrap_or(whole);
        let lead = before.chars().count();
        let meant = self.text.get(start..range.end.min(line_end).max(start)).unwrap_or("");
        let length = meant.trim_end().chars().count().max(1);
        let is_long = whole.char_indices().nth(SHOWN).is_some();
        let skipped = if is_long { lead.saturating_sub(BEFORE) } else { 0 };
        let mut excerpt: String = whole.chars().skip(skipped).take(SHOWN).collect();
        if whole.chars().nth(skipped + SHOWN).is_some() {
            excerpt.push('…');
        }
        let mut lead_shown = lead - skipped;
        if skipped > 0 {
            excerpt.insert(0, '…');
            lead_shown += 1;
        }
        Place { file: self.file.map(str::to_owned), line, column: lead + 1, length, excerpt, lead: lead_shown }
    }
}

/// The value to which a way leads.
#[derive(Debug)]
pub struct Reached<'n> {
    /// The value, or the last one on the way if it goes no further.
    pub node: &'n Node,
    /// Whether the way was gone to its end.
    pub whole: bool,
}

/// Goes the way from the outermost value.
#[must_use]
pub fn reach<'n>(text: &str, root: &'n Node, path: &[Step]) -> Reached<'n> {
    let mut node = root;
    for step in path {
        let next = match step {
            Step::Item(place) => node.items().get(*place).map(|item| &item.value),
            Step::Field(name) => field(text, node, name).map(|item| &item.value),
        };
        match next {
            Some(next) => node = next,
            None => return Reached { node, whole: false },
        }
    }
    Reached { node, whole: true }
}

/// The field of that name, accented or not, in a value.
#[must_use]
pub fn field<'n>(text: &str, node: &'n Node, name: &str) -> Option<&'n Item> {
    // `Some(…)` is no step of the way.
    let node = match node.items() {
        [Item { key: None, value, .. }] if matches!(value.body, Body::Group { .. }) => value,
        _ => node,
    };
    node.items().iter().find(|item| {
        let key = item.key.clone().and_then(|key| text.get(key)).unwrap_or("");
        key == name || (!key.is_ascii() && crate::council::name::fold(key) == crate::council::name::fold(name))
    })
}

/// The part of a value that a message points at: the word and bracket of a group, the whole of anything else.
#[must_use]
pub fn head(node: &Node) -> Range<usize> {
    match (&node.body, &node.word) {
        (Body::Group { .. }, Some(word)) => node.span.start..word.end,
        (Body::Group { .. }, None) => node.span.start..node.span.start + 1,
        _ => node.span.clone(),
    }
}
