//! The search as it is heard: who is picked, what he says, and which of how many.

use crate::app::App;
use crate::app::picker::{Hit, Picker};
use crate::council::ballot::Vote;
use crate::council::id::MemberId;
use crate::council::room::Seat;
use crate::council::voices;
use crate::french::linear::{place, votes as words};
use crate::french::screen::{card, roll_call, told};
use crate::french::{figures, screen::titles};

use super::focus::Focus;

/// The one picked: « AUBRY Paul, pour, 1 pouvoir ; 1 sur 3 »; nothing while nobody is looked for.
pub(super) fn focus(app: &App, picker: &Picker, vote: Option<&Vote>) -> Option<Focus> {
    let Some(at) = picker.place() else {
        return (!picker.query().is_empty()).then(|| Focus::on(words::nobody(picker.query())));
    };
    let place = place(at, picker.hits().len());
    Some(match picker.hits().get(at)? {
        Hit::Member(member) => Focus::new(member.as_str(), of_member(app, member, vote, &place)),
        Hit::Group(group) => Focus::new(group.as_str(), of_group(app, group, vote, &place)),
    })
}

fn of_member(app: &App, member: &MemberId, vote: Option<&Vote>, place: &str) -> String {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    let room = sitting.room_of(vote);
    let seat = room.seat(member);
    let mut beside: Vec<String> = Vec::new();
    match vote {
        Some(vote) => {
            beside.push(words::said(vote.choice(member), room.has_voice(member)).to_owned());
            if let Some(Seat::Represented(holder)) = seat {
                beside.push(words::carried_by(&roster.listed(holder)));
            } else if !room.has_voice(member) {
                beside.extend(seat.map(|seat| card::seat(member, seat, roster)));
            }
        }
        None => beside.extend(seat.map(|seat| card::seat(member, seat, roster))),
    }
    beside.extend(words::carries(room.carried_by(member).count()));
    beside.extend(roster.get(member).and_then(|member| roll_call::beside(member, sitting)));
    words::hit(&roster.listed(member), &beside, place)
}

fn of_group(app: &App, name: &str, vote: Option<&Vote>, place: &str) -> String {
    let roster = &app.sitting().docket().roster;
    let voices = vote.map_or_else(Vec::new, |vote| voices::of_group(name, vote, roster));
    let said = match vote.and_then(|vote| voices::said_by_all(&voices, vote)) {
        Some(choice) => figures::choice(choice),
        None if voices.is_empty() => titles::NO_VOICE,
        None => told::DIVIDED,
    };
    words::hit(&told::group(name, voices.len()), &[said.to_owned()], place)
}
