//! The signs of the seats. Every sign is one cell wide, in the common fonts of terminals, and told apart without a colour.
//!
//! | | in person | carried by another |
//! |---|---|---|
//! | nobody votes: there | ● | ◐ |
//! | for | ● | ◐ |
//! | against | ▼ | ▽ |
//! | abstains | ■ | □ |
//! | takes no part | ◆ | ◇ |
//! | not called yet | ◦ | ◎ |
//! | says otherwise from one report to the next | ≠ | ≠ |
//!
//! Without a voice: ◌ withdrawn for this report, ○ excused, · absent. A full sign speaks in person; one that is half full or
//! hollow is carried.

use crate::council::ballot::{Choice, Vote};
use crate::council::id::MemberId;
use crate::council::room::Room;
use crate::council::way::Way;
use crate::tui::widgets::seat::Sign;

/// What a seat says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SeatSign {
    /// Where the member is, nobody voting by name.
    Presence(Sign),
    /// What his voice says; carried by another, or not.
    Says(Choice, bool),
    /// His voice was not called yet; carried by another, or not.
    Awaited(bool),
    /// His voice says one thing in a report and another in the next.
    Differs,
}

impl SeatSign {
    /// Where a member is.
    #[must_use]
    pub fn of_room(room: &Room, member: &MemberId) -> Self {
        Self::Presence(match Sign::of(room.seat(member)) {
            // Out of the room of that day: his seat was empty, or another's.
            Sign::NoSeat => Sign::Absent,
            sign => sign,
        })
    }

    /// What a member says in a vote; where he is, if names are not recorded or he has no voice.
    #[must_use]
    pub fn of_vote(vote: &Vote, member: &MemberId) -> Self {
        let presence = Self::of_room(&vote.room, member);
        let is_carried = presence == Self::Presence(Sign::Represented);
        match vote.choice(member) {
            Some(choice) => Self::Says(choice, is_carried),
            None if vote.way == Way::RollCall && vote.room.has_voice(member) => Self::Awaited(is_carried),
            None => presence,
        }
    }

    /// One cell.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Presence(sign) => sign.symbol(),
            Self::Says(Choice::For, false) => "●",
            Self::Says(Choice::For, true) => "◐",
            Self::Says(Choice::Against, false) => "▼",
            Self::Says(Choice::Against, true) => "▽",
            Self::Says(Choice::Abstain, false) => "■",
            Self::Says(Choice::Abstain, true) => "□",
            Self::Says(Choice::NotTakingPart, false) => "◆",
            Self::Says(Choice::NotTakingPart, true) => "◇",
            Self::Awaited(false) => "◦",
            Self::Awaited(true) => "◎",
            Self::Differs => "≠",
        }
    }
}
