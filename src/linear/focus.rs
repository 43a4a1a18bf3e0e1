//! What is under the cursor, in one line.

/// What is under the cursor: who or what it is, and the line that says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Focus {
    /// Who or what: two lines about the same one are not both said behind an action on it.
    pub subject: String,
    /// The line.
    pub line: String,
}

impl Focus {
    pub fn new(subject: impl Into<String>, line: impl Into<String>) -> Self {
        Self { subject: subject.into(), line: line.into() }
    }

    /// A line that is its own subject.
    pub fn on(line: impl Into<String>) -> Self {
        let line = line.into();
        Self { subject: line.clone(), line }
    }
}
