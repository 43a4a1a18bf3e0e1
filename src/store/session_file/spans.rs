//! Where things stand in a session file: the tree of spans that the scanner makes.

use std::ops::Range;

use super::slip::Slip;

/// A value and where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// The whole value, its word included.
    pub span: Range<usize>,
    /// The word before a bracket: `Rapport` in `Rapport(…)`.
    pub word: Option<Range<usize>>,
    /// What it is made of.
    pub body: Body,
}

/// What a value is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Body {
    /// Nothing: a key without a value.
    #[default]
    Nothing,
    /// A text between quotes of any kind.
    Text,
    /// A word, or several that should have been a text.
    Word,
    /// A number, or what begins like one.
    Number,
    /// What stands between two brackets.
    Group {
        /// The opening bracket.
        open: char,
        /// Values and fields.
        items: Vec<Item>,
    },
}

/// A field, or a value without a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The name, without the quotes it may have.
    pub key: Option<Range<usize>>,
    /// The value.
    pub value: Node,
    /// From the name to the comma after it, if there is one.
    pub whole: Range<usize>,
}

/// A part of the text to be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which bytes.
    pub range: Range<usize>,
    /// By what.
    pub by: String,
}

/// The tree of a text and the slips met on the way.
#[derive(Debug, Default)]
pub struct Scan {
    /// The outermost value; nothing in an empty file.
    pub root: Option<Node>,
    /// What is not written as RON wants it, and where.
    pub slips: Vec<(Slip, Range<usize>)>,
    /// What would mend the slips.
    pub edits: Vec<Edit>,
    /// The text ends within so many brackets.
    pub open_at_end: usize,
}

impl Node {
    /// The fields and values between the brackets; none if it has no brackets.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        match &self.body {
            Body::Group { items, .. } => items,
            _ => &[],
        }
    }
}

/// The text with all edits done; of two that overlap, the first.
#[must_use]
pub fn mend(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.range.start, std::cmp::Reverse(edit.range.end)));
    let mut mended = String::with_capacity(text.len());
    let mut done = 0;
    let mut taken_out = None;
    for edit in edits.iter().filter(|edit| edit.range.end <= text.len()) {
        // The comma that was missing after a value is not missed once the value is gone.
        let is_needless = edit.by == "," && edit.range.is_empty() && taken_out == Some(edit.range.start);
        if edit.range.start >= done && !is_needless {
            taken_out = edit.by.is_empty().then_some(edit.range.end);
            mended.push_str(text.get(done..edit.range.start).unwrap_or(""));
            mended.push_str(&edit.by);
            done = edit.range.end;
        }
    }
    mended.push_str(text.get(done..).unwrap_or(""));
    mended
}
