//! The hemicycle as a plan: who sits beside whom, and where on the arcs. One plan for the screen, the public display and the
//! papers; each draws it with its own means.

mod arcs;
pub mod cells;

pub use arcs::{Spot, arcs};

use crate::council::id::MemberId;
use crate::council::roster::Roster;

/// The seats from the left end of the hemicycle to the right end, group by group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seating {
    groups: Vec<String>,
    seats: Vec<Seat>,
}

/// One seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Who holds it.
    pub member: MemberId,
    /// The place of its group among [`Seating::groups`]; none for a member of no group, or in a council without groups.
    pub group: Option<usize>,
}

impl Seating {
    /// Seats those who hold a seat: the groups in the order in which the table first names them, their members in the order
    /// of the table, those of no group last. Without groups the seats follow the order of the table.
    #[must_use]
    pub fn of<'a>(roster: &Roster, holders: impl IntoIterator<Item = &'a MemberId>) -> Self {
        let groups: Vec<String> = roster.groups().into_iter().map(str::to_owned).collect();
        let group_of = |member: &MemberId| {
            let name = roster.get(member).and_then(|member| member.group.as_deref())?;
            groups.iter().position(|group| group == name)
        };
        let seats = holders.into_iter().map(|member| Seat { member: member.clone(), group: group_of(member) });
        let mut seats: Vec<Seat> = seats.collect();
        // Stable: the order of the table stays within a group.
        seats.sort_by_key(|seat| seat.group.unwrap_or(usize::MAX));
        Self { groups, seats }
    }

    /// The groups, in the order of their seats.
    #[must_use]
    pub fn groups(&self) -> &[String] {
        &self.groups
    }

    /// The seats, from the left end to the right end.
    #[must_use]
    pub fn seats(&self) -> &[Seat] {
        &self.seats
    }

    /// The seat of that member, by its place from the left end.
    #[must_use]
    pub fn place(&self, member: &MemberId) -> Option<usize> {
        self.seats.iter().position(|seat| seat.member == *member)
    }
}
