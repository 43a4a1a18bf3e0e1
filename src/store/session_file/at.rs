//! Where in the session file a value stands: the way to it from the outermost parenthesis.

use std::ops::Range;

/// One step of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into the field of that name, unaccented.
    Field(&'static str),
    /// Into the list, to the item of that place from 0.
    Item(usize),
}

/// The way to a value, kept on the stack: it costs nothing while nothing is wrong.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    before: Option<(&'a At<'a>, Step)>,
}

impl At<'_> {
    /// The whole file.
    pub const ROOT: At<'static> = At { before: None };

    /// The field of that name in here.
    #[must_use]
    pub fn field(&self, name: &'static str) -> At<'_> {
        At { before: Some((self, Step::Field(name))) }
    }

    /// The item of that place in here, from 0.
    #[must_use]
    pub fn item(&self, place: usize) -> At<'_> {
        At { before: Some((self, Step::Item(place))) }
    }

    /// The way, to be kept.
    #[must_use]
    pub fn path(&self) -> Vec<Step> {
        let mut path = Vec::new();
        let mut here = self;
        while let Some((parent, step)) = here.before {
            path.push(step);
            here = parent;
        }
        path.reverse();
        path
    }
}

/// Where something was found wrong, before its line and column are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// At the value of the session file to which that way leads.
    Value(Vec<Step>),
    /// At those bytes of the text to which that way leads; at all of it if it is not written in the file as it reads.
    Within(Vec<Step>, String, Range<usize>),
    /// At those bytes of the session file.
    Bytes(Range<usize>),
    /// At those bytes of a file beside it.
    Beside(String, Range<usize>),
}
