//! The sign of a member's presence: ● present, ◐ represented, ◌ withdrawn for this report, ○ excused, · absent,
//! ◇ without a seat.

use ratatui::style::Style;

use crate::council::id::MemberId;
use crate::council::room::Seat;
use crate::tui::theme::Theme;

/// The sign of a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// In the room.
    Present,
    /// By the holder of a power.
    Represented,
    /// Must take no part in this report, in the room or out of it.
    Withdrawn,
    /// Excused.
    Excused,
    /// Absent.
    Absent,
    /// Holds no seat now: a substitute, or a titular whose seat is taken.
    NoSeat,
}

impl Sign {
    /// The sign of that seat.
    #[must_use]
    pub fn of(seat: Option<&Seat>) -> Self {
        match seat {
            Some(Seat::Present | Seat::Remote) => Self::Present,
            Some(Seat::Recused | Seat::Withdrawn) => Self::Withdrawn,
            Some(Seat::Represented(_)) => Self::Represented,
            Some(Seat::Excused) => Self::Excused,
            Some(Seat::Absent) => Self::Absent,
            None => Self::NoSeat,
        }
    }

    /// One cell.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Present => "●",
            Self::Represented => "◐",
            Self::Withdrawn => "◌",
            Self::Excused => "○",
            Self::Absent => "·",
            Self::NoSeat => "◇",
        }
    }

    /// Its colour.
    #[must_use]
    pub const fn style(self, theme: Theme) -> Style {
        match self {
            Self::Present => theme.good(),
            Self::Represented => theme.represented(),
            Self::Withdrawn | Self::Excused => theme.caution(),
            Self::Absent => theme.bad(),
            Self::NoSeat => theme.dim(),
        }
    }
}

/// Who speaks for that seat, if it is not its own member.
#[must_use]
pub fn holder(seat: Option<&Seat>) -> Option<&MemberId> {
    match seat {
        Some(Seat::Represented(holder)) => Some(holder),
        _ => None,
    }
}
