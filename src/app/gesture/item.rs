//! One of a list to choose from.

use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::council::chronicle::HourOf;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::recusal::Ground;
use crate::council::sitting::Sitting;
use crate::council::way::{Stated, Way};
use crate::french::kinds;
use crate::french::screen::gesture::{self as words, Gesture};

/// One of a list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A gesture.
    Gesture(Gesture),
    /// A report.
    Report(ReportId),
    /// A ground for staying out.
    Ground(Ground),
    /// Whether the member leaves the room.
    Room(bool),
    /// A member who stays out of a report.
    Recusal(MemberId, ReportId),
    /// A power, by its giver.
    Proxy(MemberId),
    /// One who may take a seat.
    Seat(MemberId),
    /// What another presides over, and whether elected for it.
    Over(Option<ReportId>, bool),
    /// Whether the vote on sitting in camera was unanimous.
    Unanimous(bool),
    /// Something that has an hour, and which.
    HourOf(HourOf, Option<Hour>),
    /// A way to record a vote, and whether it is the one of now.
    Way(Way, bool),
    /// A result without its figures.
    Stated(Stated),
    /// What whoever presides said, if that is known.
    ChairSaid(Option<Choice>),
    /// What a voice said.
    Voice(Choice),
    /// Where a member was.
    Presence(MemberId, Presence),
}

impl Item {
    /// Its words.
    #[must_use]
    pub fn label(&self, sitting: &Sitting) -> String {
        let roster = &sitting.docket().roster;
        match self {
            Self::Gesture(gesture) => gesture.name().to_owned(),
            Self::Report(id) => {
                words::report(id, sitting.docket().agenda.report(id).map_or("", |report| report.object.as_str()))
            }
            Self::Ground(ground) => words::ground(*ground).to_owned(),
            Self::Room(leaves) => words::room(*leaves).to_owned(),
            Self::Recusal(member, report) => words::recusal(&roster.listed(member), report),
            Self::Proxy(giver) => {
                let holder = sitting.attendance().holder_of(giver).map(|holder| roster.listed(holder));
                words::proxy(&roster.listed(giver), &holder.unwrap_or_default())
            }
            Self::Seat(member) => words::seat(member, roster),
            Self::Over(report, elected) => words::over(report.as_ref(), *elected),
            Self::Unanimous(unanimous) => words::voted(*unanimous).to_owned(),
            Self::HourOf(of, at) => words::hour_of(of, *at, roster),
            Self::Way(way, is_now) => words::way(*way, *is_now),
            Self::Stated(stated) => kinds::stated(*stated).to_owned(),
            Self::ChairSaid(choice) => words::chair_said(*choice),
            Self::Voice(choice) => words::voice(*choice),
            Self::Presence(member, presence) => words::presence(member, *presence, roster),
        }
    }
}
