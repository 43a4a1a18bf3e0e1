//! One of a list to choose from.

use crate::app::Key;
use crate::app::keymap::Action;
use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::council::chronicle::HourOf;
use crate::council::election::Form;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::kind::ReportKind;
use crate::council::majority::Majority;
use crate::council::proposal::{Dropped, ProposalId};
use crate::council::recusal::Ground;
use crate::council::secret::Ticket;
use crate::council::sitting::Sitting;
use crate::council::way::{Stated, Way};
use crate::french::kinds;
use crate::french::screen::gesture::{self as words, Gesture};
use crate::french::screen::labels::Label;

/// One of a list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A gesture.
    Gesture(Gesture),
    /// A key of the screen below: what it does there, and its words.
    Press(Key, Action, Label),
    /// A gesture that cannot be done now.
    Later(Gesture),
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
    /// A majority.
    Majority(Majority),
    /// Whether a request that too few make is only recorded.
    TooFew(bool),
    /// The same of a request for a secret ballot.
    TooFewForASecret(bool),
    /// A list of candidates; none for one more.
    List(Option<String>),
    /// How an office is elected, and whether it is the way of now.
    Form(Form, bool),
    /// Whom equal votes may go to.
    Ticket(Ticket),
    /// A proposal to put to the vote.
    Proposal(ProposalId, Option<String>),
    /// A proposal that is not voted.
    Dropped(ProposalId, Dropped),
    /// In whose name a proposal is filed; none for one that has to be written.
    Behalf(Option<String>),
    /// Whether a proposal is put to the vote now.
    When(bool),
    /// A kind of report.
    Kind(ReportKind),
    /// A vote of a report: on a proposal, or on its text.
    On(Option<ProposalId>),
    /// What whoever presides said, if that is known.
    ChairSaid(Option<Choice>),
    /// What a voice said.
    Voice(Choice),
    /// Where a member was.
    Presence(MemberId, Presence),
}

impl Item {
    /// Other words by which it is found.
    #[must_use]
    pub fn also(&self) -> &'static str {
        match self {
            Self::Gesture(gesture) | Self::Later(gesture) => gesture.also(),
            Self::Press(_, _, label) => label.long(),
            _ => "",
        }
    }

    /// What is said of it under the list: what the key does, or when the gesture can be done.
    #[must_use]
    pub fn explained(&self) -> String {
        match self {
            Self::Press(_, _, label) => label.long().to_owned(),
            Self::Later(gesture) => words::later(*gesture),
            _ => String::new(),
        }
    }

    /// Its words.
    #[must_use]
    pub fn label(&self, sitting: &Sitting) -> String {
        let roster = &sitting.docket().roster;
        match self {
            Self::Gesture(gesture) | Self::Later(gesture) => gesture.name().to_owned(),
            Self::Press(_, _, label) => words::pressed(*label),
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
            Self::Majority(majority) => kinds::majority(*majority).to_owned(),
            Self::TooFew(recorded_only) => words::too_few(*recorded_only).to_owned(),
            Self::TooFewForASecret(recorded_only) => words::too_few_for_a_secret(*recorded_only).to_owned(),
            Self::List(name) => words::list(name.as_deref()),
            Self::Form(form, is_now) => words::form(*form, *is_now),
            Self::Ticket(ticket) => crate::french::screen::urn::ticket(ticket, roster),
            Self::Proposal(id, target) => words::proposal(id, target.as_deref()),
            Self::Dropped(id, how) => words::dropped(id, *how),
            Self::Behalf(name) => words::behalf(name.as_deref()),
            Self::When(now) => words::when(*now).to_owned(),
            Self::Kind(kind) => kinds::kind(*kind).to_owned(),
            Self::On(on) => words::vote_on(on.as_ref()),
            Self::ChairSaid(choice) => words::chair_said(*choice),
            Self::Voice(choice) => words::voice(*choice),
            Self::Presence(member, presence) => words::presence(member, *presence, roster),
        }
    }
}
