//! Whoever presides and the secretary, as the room of a paper bears them out.
//!
//! The session file names them beforehand. If one of them is not in the room, another took the place and the sitting does
//! not know who: the paper says what is to be completed, and prints no name of somebody who was not there.

use crate::council::docket::Docket;
use crate::council::id::MemberId;
use crate::council::room::{Room, Seat};
use crate::council::roster::Member;
use crate::french::grammar::{capitalised, the_chair};
use crate::french::minutes as words;
use crate::french::papers::{self, SECRETARY};
use crate::papers::document::{Block, Line, Run, Signatory, Style};

use super::{attendance, missing};

/// One of the two.
#[derive(Clone, Copy)]
pub enum Officer<'a> {
    /// The session file names nobody.
    Unnamed,
    /// The member named is in the room.
    Here(&'a Member),
    /// The member named is not in the room.
    Away(&'a Member),
}

impl<'a> Officer<'a> {
    fn of(named: Option<&MemberId>, docket: &'a Docket, room: &Room) -> Self {
        match named.and_then(|id| docket.roster.get(id)) {
            None => Self::Unnamed,
            Some(member) if room.seat(&member.id) == Some(&Seat::Present) => Self::Here(member),
            Some(member) => Self::Away(member),
        }
    }

    /// Whoever presides over that room.
    pub fn president(docket: &'a Docket, room: &Room) -> Self {
        Self::of(docket.meeting.president.as_ref(), docket, room)
    }

    /// The secretary in that room.
    pub fn secretary(docket: &'a Docket, room: &Room) -> Self {
        Self::of(docket.meeting.secretaries.first(), docket, room)
    }

    /// The member, if named and in the room.
    pub fn here(self) -> Option<&'a Member> {
        match self {
            Self::Here(member) => Some(member),
            Self::Unnamed | Self::Away(_) => None,
        }
    }

    /// The name to sign with, the mark of one to be completed, or nothing.
    fn signs(self, away: fn(&Member) -> String) -> Line {
        match self {
            Self::Unnamed => Line::default(),
            Self::Here(member) => Run::name(&member.name.spoken()).into(),
            Self::Away(member) => missing(&away(member)),
        }
    }
}

/// The line of the secretary; `None` if the session file names nobody.
pub fn secretary_line(docket: &Docket, room: &Room) -> Option<Block> {
    match Officer::secretary(docket, room) {
        Officer::Unnamed => None,
        Officer::Here(member) => Some(attendance::list(SECRETARY, attendance::names(&[member]))),
        Officer::Away(member) => Some(Block::Paragraph(Style::Text, missing(&words::who_was_secretary(&member.name)))),
    }
}

/// Whoever presides, under that title.
pub fn chair(title: &str, docket: &Docket, room: &Room) -> Signatory {
    let name = Officer::president(docket, room).signs(|member| words::who_presided(&member.name));
    Signatory { title: Line::prose(title), name }
}

/// Whoever presides and the secretary, side by side.
pub fn chair_and_secretary(docket: &Docket, room: &Room) -> Vec<Signatory> {
    let president = Officer::president(docket, room);
    let secretary = Officer::secretary(docket, room);
    let title = papers::the_secretary(secretary.here().and_then(|it| it.name.civility));
    vec![
        chair(&capitalised(the_chair(docket.body.kind, president.here())), docket, room),
        Signatory { title: Line::prose(title), name: secretary.signs(|member| words::who_was_secretary(&member.name)) },
    ]
}
