//! What each seat looks like: its group's colour while nobody votes by name, the colour of what it says in a vote.

use ratatui::style::Style;

use crate::council::ballot::Vote;
use crate::council::id::MemberId;
use crate::council::room::Room;
use crate::council::way::Way;
use crate::seating::{Seat, Seating};
use crate::tui::theme::Theme;
use crate::tui::widgets::seat::Sign;

use super::{SeatLook, SeatSign};

/// The seats of a room in which nobody votes by name.
pub fn of_room<'a>(
    seating: &'a Seating,
    room: &'a Room,
    is_picked: impl Fn(&MemberId) -> bool + 'a,
    theme: Theme,
) -> impl ExactSizeIterator<Item = SeatLook> + 'a {
    seating.seats().iter().map(move |seat| {
        let sign = SeatSign::of_room(room, &seat.member);
        SeatLook { sign, style: idle(seating, seat, sign, theme), is_picked: is_picked(&seat.member) }
    })
}

/// The seats of a vote: what each says, or where its member is if the names are not recorded.
pub fn of_vote<'a>(
    seating: &'a Seating,
    vote: &'a Vote,
    is_picked: impl Fn(&MemberId) -> bool + 'a,
    theme: Theme,
) -> impl ExactSizeIterator<Item = SeatLook> + 'a {
    seating.seats().iter().map(move |seat| {
        let sign = SeatSign::of_vote(vote, &seat.member);
        let style = match vote.way {
            // Where nobody may know who voted what, no seat has a colour: it says who was there.
            Way::Secret => present(sign, theme),
            way if way.names() => voting(sign, theme),
            _ => idle(seating, seat, sign, theme),
        };
        SeatLook { sign, style, is_picked: is_picked(&seat.member) }
    })
}

/// The seats of several votes taken at once: what each says in all of them, or that it says one thing here and another there.
pub fn of_votes<'a>(
    seating: &'a Seating,
    votes: &'a [&'a Vote],
    is_picked: impl Fn(&MemberId) -> bool + 'a,
    theme: Theme,
) -> impl ExactSizeIterator<Item = SeatLook> + 'a {
    seating.seats().iter().map(move |seat| {
        let mut signs = votes.iter().map(|vote| SeatSign::of_vote(vote, &seat.member));
        let first = signs.next().unwrap_or(SeatSign::Presence(Sign::Absent));
        let sign = if signs.all(|sign| sign == first) { first } else { SeatSign::Differs };
        SeatLook { sign, style: voting(sign, theme), is_picked: is_picked(&seat.member) }
    })
}

/// The colour of a seat while nobody votes by name: its group's; dimmed where nobody speaks for it.
fn idle(seating: &Seating, seat: &Seat, sign: SeatSign, theme: Theme) -> Style {
    let group = group(seating, seat.group, theme);
    match sign {
        SeatSign::Presence(Sign::Present | Sign::Represented) => group,
        _ => group.patch(theme.dim()),
    }
}

/// The look of a seat of which its presence alone is shown.
fn present(sign: SeatSign, theme: Theme) -> Style {
    match sign {
        SeatSign::Presence(Sign::Present | Sign::Represented) => theme.plain(),
        _ => theme.dim(),
    }
}

/// The colour of a group; a member of none has none, but in a council without groups all have one.
#[must_use]
pub fn group(seating: &Seating, group: Option<usize>, theme: Theme) -> Style {
    match group {
        Some(group) => theme.group(group),
        None if seating.groups().is_empty() => theme.group(0),
        None => theme.plain(),
    }
}

/// The colour of a seat in a vote: that of what it says; nothing that has no voice stands out.
#[must_use]
pub fn voting(sign: SeatSign, theme: Theme) -> Style {
    match sign {
        SeatSign::Says(choice, _) => theme.choice(choice),
        SeatSign::Awaited(_) => theme.plain(),
        SeatSign::Differs => theme.caution(),
        SeatSign::Presence(_) => theme.dim(),
    }
}
