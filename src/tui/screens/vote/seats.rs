//! The hemicycle of a vote: what each seat says, the one that is looked for or called shown on it.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::vote::VoteScreen;
use crate::council::ballot::Vote;
use crate::council::id::MemberId;
use crate::council::voices;
use crate::seating::Seating;
use crate::tui::theme::Theme;
use crate::tui::widgets::hemicycle::{self, looks};

use super::Shown;

/// The seats of a vote: those of now, or of a vote that is over and in whose room others sat, those of its day.
pub fn seating<'a>(app: &'a App, vote: &Vote) -> Cow<'a, Seating> {
    let now = app.seating();
    let is_of_now = vote.room.seats().count() == now.seats().len()
        && now.seats().iter().all(|seat| vote.room.seat(&seat.member).is_some());
    if is_of_now {
        return Cow::Borrowed(now);
    }
    let roster = &app.sitting().docket().roster;
    let sat = roster.everyone().map(|member| &member.id).filter(|member| vote.room.seat(member).is_some());
    Cow::Owned(Seating::of(roster, sat))
}

/// Draws the seats.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    screen: &VoteScreen,
    shown: &Shown,
    seating: &Seating,
    theme: Theme,
) {
    let is_picked = picked(app, screen, shown.vote, shown.done.is_none());
    hemicycle::draw(buf, area, looks::of_vote(seating, shown.vote, is_picked, theme), theme);
}

/// Who is picked: the one found or walked to, all of a group that is found, else the next one to be called.
pub fn picked<'a>(
    app: &'a App,
    screen: &'a VoteScreen,
    vote: &Vote,
    is_open: bool,
) -> impl Fn(&MemberId) -> bool + use<'a> {
    let roster = &app.sitting().docket().roster;
    let group = screen.picker.picked_group();
    let rests = screen.picker.query().is_empty();
    let called = if rests && is_open { voices::next_called(vote, roster) } else { None };
    let member = screen.picker.picked().or(called);
    move |of: &MemberId| {
        member == Some(of) || (group.is_some() && roster.get(of).and_then(|member| member.group.as_deref()) == group)
    }
}
