//! The room of one vote: where each holder of a seat is, in exactly one of five ways.
//!
//! Present (in person, from afar, or without a voice), represented, withdrawn for this report, excused, absent: the five
//! add up to the members in office.

use std::collections::BTreeMap;

use super::id::MemberId;

/// The one place in which a member is for a vote.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Seat {
    /// In the room, with a voice.
    Present,
    /// From afar, with a voice.
    Remote,
    /// In the room without a voice: interested in this report, and stayed.
    Recused,
    /// Away, the voice carried by the holder of a live power.
    Represented(MemberId),
    /// Out of the room for this report alone: interested, or answering for the accounts.
    Withdrawn,
    /// Away, excused, without a live power: no voice.
    Excused,
    /// Away without excuse or live power, or gone: no voice.
    Absent,
}

impl Seat {
    /// Whether the member's voice is in the room.
    #[must_use]
    pub fn has_voice(&self) -> bool {
        self.speaks() || matches!(self, Self::Represented(_))
    }

    /// Whether the member takes part in person, in the room or from afar.
    #[must_use]
    pub fn speaks(&self) -> bool {
        matches!(self, Self::Present | Self::Remote)
    }

    /// Whether the member counts as present.
    #[must_use]
    pub fn is_present(&self) -> bool {
        self.speaks() || *self == Self::Recused
    }
}

/// The room of one report (P, R and A0 of the formulas), kept with its vote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Room {
    seats: BTreeMap<MemberId, Seat>,
}

impl Room {
    /// The room in which everyone is where he is said to be.
    #[must_use]
    pub fn of(seats: impl IntoIterator<Item = (MemberId, Seat)>) -> Self {
        Self { seats: seats.into_iter().collect() }
    }

    /// The seat of that member; `None` for one who holds none.
    #[must_use]
    pub fn seat(&self, member: &MemberId) -> Option<&Seat> {
        self.seats.get(member)
    }

    /// Everyone and where, by identity.
    pub fn seats(&self) -> impl Iterator<Item = (&MemberId, &Seat)> {
        self.seats.iter()
    }

    /// Whether the member's voice is in the room, spoken or carried.
    #[must_use]
    pub fn has_voice(&self, member: &MemberId) -> bool {
        self.seat(member).is_some_and(Seat::has_voice)
    }

    /// Whether the member takes part in person, in the room or from afar.
    #[must_use]
    pub fn speaks(&self, member: &MemberId) -> bool {
        self.seat(member).is_some_and(Seat::speaks)
    }

    /// The members whose voice is in the room, by identity.
    pub fn voices(&self) -> impl Iterator<Item = &MemberId> {
        self.seats.iter().filter(|(_, seat)| seat.has_voice()).map(|(id, _)| id)
    }

    /// The voices that the member speaks for others.
    pub fn carried_by<'a>(&'a self, holder: &'a MemberId) -> impl Iterator<Item = &'a MemberId> {
        self.seats.iter().filter(move |(_, seat)| matches!(seat, Seat::Represented(h) if h == holder)).map(|(id, _)| id)
    }

    /// How many voices each holder speaks for others: for who lists a whole room.
    #[must_use]
    pub fn carried(&self) -> BTreeMap<&MemberId, usize> {
        let mut carried = BTreeMap::new();
        for seat in self.seats.values() {
            if let Seat::Represented(holder) = seat {
                *carried.entry(holder).or_default() += 1;
            }
        }
        carried
    }

    /// How many are present (P): in the room or from afar, with or without a voice.
    #[must_use]
    pub fn present(&self) -> u32 {
        self.count(Seat::is_present)
    }

    /// How many of those present have no voice in this report.
    #[must_use]
    pub fn recused(&self) -> u32 {
        self.count(|seat| *seat == Seat::Recused)
    }

    /// How many take part from afar.
    #[must_use]
    pub fn remote(&self) -> u32 {
        self.count(|seat| *seat == Seat::Remote)
    }

    /// How many are represented by a live power (R).
    #[must_use]
    pub fn represented(&self) -> u32 {
        self.count(|seat| matches!(seat, Seat::Represented(_)))
    }

    /// How many went out for this report alone.
    #[must_use]
    pub fn withdrawn(&self) -> u32 {
        self.count(|seat| *seat == Seat::Withdrawn)
    }

    /// How many are excused and not represented.
    #[must_use]
    pub fn excused(&self) -> u32 {
        self.count(|seat| *seat == Seat::Excused)
    }

    /// How many are absent without excuse, or gone.
    #[must_use]
    pub fn absent(&self) -> u32 {
        self.count(|seat| *seat == Seat::Absent)
    }

    fn count(&self, wanted: impl Fn(&Seat) -> bool) -> u32 {
        u32::try_from(self.seats.values().filter(|seat| wanted(seat)).count()).unwrap_or(u32::MAX)
    }
}
