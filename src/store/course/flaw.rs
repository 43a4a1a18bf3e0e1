//! What can be wrong with the way a course is written, as typed data. The sentences are in `french::course`.
//!
//! | code | about |
//! |---|---|
//! | E150 | the course is no list of steps |
//! | E151 | what stands in the list is no step |
//! | E152 | a step that is not closed |
//! | E153 | not an hour |
//! | E154 | no report of that number |
//! | E155, E156 | nobody of that name; several of that name |
//! | E157 | no list of candidates of that name |
//!
//! The rest is that of a session file (E101 to E145, E223 to E225).

use std::path::PathBuf;

use crate::council::finding::Code;
use crate::council::id::MemberId;
use crate::store::session_file::problem::{Place, ProblemKind};

/// A course that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Which file.
    pub path: PathBuf,
    /// What is wrong, all of it, in the order of the file.
    pub flaws: Vec<Flaw>,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What.
    pub mistake: Mistake,
    /// Where; `None` if it is not at one place.
    pub place: Option<Place>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// As in a session file.
    Written(ProblemKind),
    /// E150: the whole is no list in square brackets.
    NotAList,
    /// E151: a text, a number or bare parentheses in place of a step.
    NotAStep {
        /// The steps that there are.
        known: Vec<&'static str>,
    },
    /// E152: the next step begins within this one.
    StepNotClosed,
    /// E153: not an hour.
    BadHour(String),
    /// E154: no report of that number on the agenda.
    UnknownReport {
        /// As it is written.
        found: String,
        /// The one that was perhaps meant.
        nearest: Option<String>,
        /// The numbers that there are.
        known: Vec<String>,
    },
    /// E155: nobody of that name.
    UnknownPerson {
        /// As it is written.
        found: String,
        /// The nearest member.
        nearest: Option<String>,
    },
    /// E156: several members of that name.
    AmbiguousPerson {
        /// As it is written.
        found: String,
        /// Who could be meant.
        candidates: Vec<MemberId>,
    },
    /// E157: no list of that name stands.
    UnknownList {
        /// As it is written.
        found: String,
        /// The one that was perhaps meant.
        nearest: Option<String>,
        /// The names that there are.
        known: Vec<String>,
    },
}

impl Mistake {
    /// The code, stable for ever.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::Written(kind) => kind.code(),
            Self::NotAList => Code::impossible(150),
            Self::NotAStep { .. } => Code::impossible(151),
            Self::StepNotClosed => Code::impossible(152),
            Self::BadHour(_) => Code::impossible(153),
            Self::UnknownReport { .. } => Code::impossible(154),
            Self::UnknownPerson { .. } => Code::impossible(155),
            Self::AmbiguousPerson { .. } => Code::impossible(156),
            Self::UnknownList { .. } => Code::impossible(157),
        }
    }
}

impl Flaw {
    /// The code, stable for ever.
    #[must_use]
    pub fn code(&self) -> Code {
        self.mistake.code()
    }
}
