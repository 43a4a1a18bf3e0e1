//! A session file to be written: what was answered about it, before it is text.

use jiff::civil::Date;
use ron::value::RawValue;
use serde::Deserialize;

use crate::council::docket::BodyKind;
use crate::council::hour::Hour;
use crate::council::kind::ReportKind;
use crate::council::law::Value;
use crate::council::name::Name;

use super::hostile::{self, Extent};
use super::problem::ProblemKind;

/// All that the file is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The body.
    pub body: BodyPlan,
    /// The meeting.
    pub meeting: MeetingPlan,
    /// The members.
    pub members: MembersPlan,
    /// The agenda, chapters included.
    pub agenda: Vec<ItemPlan>,
}

/// What the file says of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyPlan {
    /// As another session file has it, word for word: its settings, its sentences, its own remarks.
    Copied {
        /// The fields in their parentheses.
        source: String,
        /// Its name.
        name: String,
        /// Its kind.
        kind: BodyKind,
    },
    /// As it was answered.
    Typed(TypedBody),
}

impl BodyPlan {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> BodyKind {
        match self {
            Self::Copied { kind, .. } | Self::Typed(TypedBody { kind, .. }) => *kind,
        }
    }
}

/// A body that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedBody {
    /// Its full name.
    pub name: String,
    /// Its kind.
    pub kind: BodyKind,
    /// Inhabitants.
    pub population: Option<u32>,
    /// The rules that no law gives it.
    pub own: Option<OwnRules>,
}

/// What a body of its own rules has to settle: without it nothing can be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRules {
    /// How many must be there; `None` for nobody.
    pub quorum: Option<Value>,
    /// How many powers one member may hold.
    pub powers: u32,
    /// Where it is written.
    pub reason: String,
}

/// The meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingPlan {
    /// The day.
    pub date: Date,
    /// The hour for which the members are convened.
    pub hour: Option<Hour>,
    /// *Lieu*.
    pub place: Option<String>,
    /// The day of the convocation.
    pub convened_on: Option<Date>,
    /// Who convenes.
    pub convened_by: Option<String>,
    /// Who presides, as the file names that member.
    pub president: Option<String>,
    /// The secretary, in the same way.
    pub secretary: Option<String>,
    /// The first number that the acts take.
    pub first_number: Option<u32>,
}

/// Where the members stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MembersPlan {
    /// In a table beside the file, of that name.
    File(String),
    /// In the file.
    List(Vec<MemberPlan>),
}

/// A member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberPlan {
    /// Name.
    pub name: Name,
    /// *Groupe*.
    pub group: Option<String>,
    /// *Fonction*.
    pub role: Option<String>,
    /// Identity, where it is not made of the name.
    pub id: Option<String>,
    /// *Rang*.
    pub rank: Option<u32>,
    /// *Naissance*.
    pub birth: Option<Date>,
    /// By what this person sits.
    pub seat: SeatPlan,
}

impl MemberPlan {
    /// A member in office of whom only the name is known.
    #[must_use]
    pub fn named(name: Name) -> Self {
        Self { name, group: None, role: None, id: None, rank: None, birth: None, seat: SeatPlan::Own }
    }
}

/// By what a person of the file sits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeatPlan {
    /// In office.
    Own,
    /// *Suppléant* of that member, as the file names him.
    SubstituteOf(String),
    /// To be installed in the seat of that member.
    SuccessorOf(String),
    /// To be installed in a seat that nobody holds.
    VacantSeat,
}

/// A line of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemPlan {
    /// A heading.
    Chapter(String),
    /// A report.
    Report {
        /// Its number.
        number: String,
        /// What it is about.
        object: String,
        /// What the council is asked for.
        kind: ReportKind,
        /// Who presents it, as the file names that member.
        rapporteur: Option<String>,
    },
}

/// Why a text of one line cannot stand in the file, if it cannot.
#[must_use]
pub fn unfit(line: &str) -> Option<ProblemKind> {
    hostile::find(line, Extent::Line).next().map(|(_, kind)| kind)
}

/// The fields of the body as a session file writes them, in their parentheses.
#[must_use]
pub fn body_source(source: &str) -> Option<String> {
    let raw: RawBody<'_> = super::shape::options().from_str(source.trim_start_matches('\u{FEFF}')).ok()?;
    Some(raw.assemblee.get_ron().trim().to_owned())
}

/// The one field that is wanted; the others are passed over.
#[derive(Deserialize)]
struct RawBody<'a> {
    #[serde(borrow, alias = "assemblée")]
    assemblee: &'a RawValue,
}
