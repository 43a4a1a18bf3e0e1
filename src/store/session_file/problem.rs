//! What can be wrong with a session file, as typed data. The sentences are in `french::file`.
//!
//! | codes | about |
//! |---|---|
//! | E101 to E103 | the file on the disk |
//! | E107 to E129 | how RON is written |
//! | E130 to E139 | fields and values |
//! | E140 to E149 | files beside it |
//! | E160 to E162 | [sentences of the assembly](super::wording) |
//! | E163 to E172 | [its look](crate::store::charter::problem) |
//! | E198, E199 | more than is listed; more than we know |
//! | E201 to E209 | people |
//! | E210 to E219 | powers |
//! | E220 to E229 | agenda, members, characters |
//! | E237 | the hour of the sitting |
//! | E238 | characters again: a mark without a letter |
//! | E240 to E247 | [the numbers of the acts](super::acts) |
//! | E250 to E263 | [what is asked in a report](super::asked): kinds, majorities, amendments, *vote groupé* |
//! | E206 to E209, E214, E227 to E236 | [the room](super::room): seats, voices, recusals, settings, officers |

use std::path::PathBuf;

use crate::council::attendance::Presence;
use crate::council::finding::{Code, Severity};
use crate::council::plain::Hidden;

use super::acts::ActProblem;
use super::alphabets::{Difference, Letter};
use super::asked::AskedProblem;
use super::room::RoomProblem;
use super::slip::Slip;
use super::wording::PhraseProblem;
use crate::store::charter::problem::LookProblem;

pub use self::parts::{Part, Wanted, WordColumn};
pub use super::unreadable::{Encoding, Unreadable};

mod parts;

/// The newest `format` of a session file that this version reads.
pub const FORMAT: u32 = 1;

/// A session file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Which file.
    pub path: PathBuf,
    /// What is wrong, all of it, in the order of the file.
    pub problems: Vec<Problem>,
}

impl Unread {
    /// Whether the file itself cannot be read; otherwise it was, and what it says is to be mended.
    #[must_use]
    pub fn cannot_be_read(&self) -> bool {
        self.problems.iter().any(|problem| matches!(problem.kind, ProblemKind::File(_)))
    }
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What.
    pub kind: ProblemKind,
    /// Where; `None` if it is not at one place.
    pub place: Option<Place>,
}

/// A place in a text, and the line as it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file beside the session file, by its name; `None` for the session file itself.
    pub file: Option<String>,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// How many characters are meant, within the line; at least 1.
    pub length: usize,
    /// The line, or the part of a long one around the place. Not sanitised.
    pub excerpt: String,
    /// Where the place begins in the excerpt, in characters.
    pub lead: usize,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// E101: the file cannot be read.
    File(Unreadable),
    /// E102: there is nothing in it but spaces and remarks.
    Empty,
    /// E103: it is of a newer format.
    NewerFormat(u32),
    /// E108: a value without the name of its field.
    Nameless {
        /// The names that there are.
        known: Vec<&'static str>,
    },
    /// E107, E109 to E129: a typing slip.
    Slip(Slip),
    /// E130: no field of that name here.
    UnknownField {
        /// As it is written.
        found: String,
        /// The nearest name.
        nearest: Option<&'static str>,
        /// The names that there are.
        known: Vec<&'static str>,
    },
    /// E132: the same field twice.
    DuplicateField(&'static str),
    /// E133: a required field is not there.
    MissingField(&'static str),
    /// E134: no word of that name here.
    UnknownVariant {
        /// As it is written.
        found: String,
        /// The nearest word.
        nearest: Option<&'static str>,
        /// The words that there are.
        known: Vec<&'static str>,
    },
    /// E135: a value of another kind.
    WrongType {
        /// The field.
        field: &'static str,
        /// What belongs there.
        wanted: Wanted,
        /// What was perhaps meant, as it should be written.
        instead: Option<String>,
    },
    /// E136: not a date.
    BadDate(String),
    /// E137: a number that is too large, negative or no whole number.
    OutOfRange(&'static str),
    /// E138: not nine digits.
    BadSiren(String),
    /// E139: a required text is empty.
    EmptyText(&'static str),
    /// E140: a file beside the session file cannot be read.
    Beside {
        /// Its name.
        name: String,
        /// Why.
        why: Unreadable,
    },
    /// E141: all texts together are too long.
    TooMuchText,
    /// E142: the first line of the members' file has no such column.
    MissingColumn(&'static str),
    /// E143: a column that the members' file has not.
    UnknownColumn(String),
    /// E144: a line of the members' file that cannot be read.
    BadRow,
    /// E145: a word of the members' file that is not known.
    BadCell {
        /// The column.
        column: WordColumn,
        /// As it is written.
        found: String,
    },
    /// E201: nobody of that name.
    UnknownPerson {
        /// What for.
        part: Part,
        /// As it is written.
        found: String,
        /// The nearest member.
        nearest: Option<String>,
    },
    /// E202: several members of that name.
    AmbiguousPerson {
        /// What for.
        part: Part,
        /// As it is written.
        found: String,
        /// Who could be meant.
        candidates: Vec<String>,
    },
    /// E203: the same member twice.
    MemberTwice {
        /// As it is written here.
        name: String,
        /// As it is written the first time.
        first: String,
    },
    /// E204: two members with one identity.
    IdTwice {
        /// The identity.
        id: String,
        /// Who has it already.
        first: String,
    },
    /// E205: two names that look the same and are not (UTS 39).
    Lookalike {
        /// As it is written here.
        name: String,
        /// The other member.
        first: String,
        /// Where they differ.
        differ: Difference,
    },
    /// E210: a power to oneself.
    PowerToSelf(String),
    /// E211: the holder of a power is not in the room.
    HolderAway {
        /// Who gives.
        giver: String,
        /// Who would hold.
        holder: String,
    },
    /// E212: the holder of a power has given one.
    PowerChain {
        /// Who gives.
        giver: String,
        /// Who would hold.
        holder: String,
        /// To whom the holder gave.
        next: String,
    },
    /// E213: whoever gives a power is excused, not present or absent.
    GiverNotExcused {
        /// Who.
        giver: String,
        /// As the file says.
        state: Presence,
    },
    /// E220: two reports with one number.
    ReportTwice(String),
    /// E221: nobody is a member.
    NoMembers,
    /// E222: nothing is on the agenda.
    NoReports,
    /// E223: a character that does not show what it is.
    HiddenCharacter {
        /// Which.
        character: char,
        /// Why it is refused.
        hidden: Hidden,
    },
    /// E224: more marks on one letter than any language puts there; the first that is too many.
    StackedMarks(char),
    /// E225: a line break or a tab in a text of one line.
    LineBreak(char),
    /// E238: a mark that stands on no letter: at the beginning of a text or of a word.
    LoneMark(char),
    /// E226: the convocation is dated after the sitting.
    ConvenedAfter,
    /// E237: not an hour.
    BadHour(String),
    /// E206 to E209, E214 to E217, E227 to E236: the room.
    Room(RoomProblem),
    /// E160 to E162: a sentence of the assembly.
    Phrase(PhraseProblem),
    /// E163 to E172: the look of an assembly. In a charter only.
    Look(LookProblem),
    /// E240 to E247: the numbers of the acts.
    Acts(ActProblem),
    /// E250 to E272: what is asked in a report.
    Asked(AskedProblem),
    /// E198: more mistakes than are listed.
    More(usize),
    /// E199: the reader refuses, and we know no better than its own words.
    Reader(String),
}

impl ProblemKind {
    /// The code, stable for ever.
    #[must_use]
    pub fn code(&self) -> Code {
        Code::impossible(match self {
            Self::File(_) => 101,
            Self::Empty => 102,
            Self::NewerFormat(_) => 103,
            Self::Nameless { .. } => 108,
            Self::Slip(slip) => slip.number(),
            Self::UnknownField { .. } => 130,
            Self::DuplicateField(_) => 132,
            Self::MissingField(_) => 133,
            Self::UnknownVariant { .. } => 134,
            Self::WrongType { .. } => 135,
            Self::BadDate(_) => 136,
            Self::OutOfRange(_) => 137,
            Self::BadSiren(_) => 138,
            Self::EmptyText(_) => 139,
            Self::Beside { .. } => 140,
            Self::TooMuchText => 141,
            Self::MissingColumn(_) => 142,
            Self::UnknownColumn(_) => 143,
            Self::BadRow => 144,
            Self::BadCell { .. } => 145,
            Self::More(_) => 198,
            Self::Reader(_) => 199,
            Self::UnknownPerson { .. } => 201,
            Self::AmbiguousPerson { .. } => 202,
            Self::MemberTwice { .. } => 203,
            Self::IdTwice { .. } => 204,
            Self::Lookalike { .. } => 205,
            Self::PowerToSelf(_) => 210,
            Self::HolderAway { .. } => 211,
            Self::PowerChain { .. } => 212,
            Self::GiverNotExcused { .. } => 213,
            Self::ReportTwice(_) => 220,
            Self::NoMembers => 221,
            Self::NoReports => 222,
            Self::HiddenCharacter { .. } => 223,
            Self::StackedMarks(_) => 224,
            Self::LineBreak(_) => 225,
            Self::ConvenedAfter => 226,
            Self::BadHour(_) => 237,
            Self::LoneMark(_) => 238,
            Self::Room(problem) => problem.number(),
            Self::Phrase(problem) => problem.number(),
            Self::Look(problem) => problem.number(),
            Self::Acts(problem) => problem.number(),
            Self::Asked(problem) => problem.number(),
        })
    }
}

impl Problem {
    /// The code, stable for ever.
    #[must_use]
    pub fn code(&self) -> Code {
        self.kind.code()
    }

    /// Impossible, always: an irregular sitting is judged by the council core.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code().severity()
    }
}

/// Something harmless that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A text begins with a byte order mark. The session file if there is no name.
    ByteOrderMark(Option<String>),
    /// The lines of a text end as on Windows. The session file if there is no name.
    WindowsLines(Option<String>),
    /// A name mixes alphabets.
    MixedAlphabets {
        /// The name.
        name: String,
        /// The first letter of the other alphabet.
        letter: Letter,
    },
}

impl Remark {
    /// The code, stable for ever.
    #[must_use]
    pub fn code(&self) -> Code {
        Code::remark(match self {
            Self::ByteOrderMark(_) => 101,
            Self::WindowsLines(_) => 102,
            Self::MixedAlphabets { .. } => 201,
        })
    }
}
