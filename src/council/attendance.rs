//! Who is in the room, and who speaks for whom.
//!
//! A voice (*voix*) belongs to a member. It is spoken by the member if present, or carried by the holder of a live
//! power (*pouvoir*). Everything is a set of identities, so that no voice can be counted twice.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::event::Event;
use super::id::MemberId;
use super::roster::Roster;

/// Where a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Presence {
    /// *Présent*: in the room.
    Present,
    /// *Excusé*: away, and said so; may have given a power.
    #[serde(rename = "Excuse")]
    Excused,
    /// *Absent*: away without a word.
    Absent,
}

/// Presence of each member and the powers given. Who is not named is present.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Attendance {
    away: BTreeMap<MemberId, Presence>,
    proxies: BTreeMap<MemberId, MemberId>,
}

impl Attendance {
    /// Where that member is.
    #[must_use]
    pub fn presence(&self, member: &MemberId) -> Presence {
        self.away.get(member).copied().unwrap_or(Presence::Present)
    }

    /// Whether that member is in the room.
    #[must_use]
    pub fn is_present(&self, member: &MemberId) -> bool {
        !self.away.contains_key(member)
    }

    /// The holder (*mandataire*) to whom that giver (*mandant*) gave a power.
    #[must_use]
    pub fn holder_of(&self, giver: &MemberId) -> Option<&MemberId> {
        self.proxies.get(giver)
    }

    /// The givers whose powers that holder has.
    pub fn givers_to<'a>(&'a self, holder: &'a MemberId) -> impl Iterator<Item = &'a MemberId> {
        self.proxies.iter().filter(move |(_, h)| *h == holder).map(|(giver, _)| giver)
    }

    /// All powers as (giver, holder).
    pub fn proxies(&self) -> impl Iterator<Item = (&MemberId, &MemberId)> {
        self.proxies.iter()
    }

    /// Records what the roll call says; other facts leave it as it is.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::PresenceSet { member, presence } => self.set_presence(member, *presence),
            Event::ProxyGiven { giver, holder } => self.give(giver, holder),
            Event::ProxyEnded { giver } => self.end_proxy(giver),
            _ => {}
        }
    }

    /// Puts a member somewhere. Powers are not touched: `decide` says which ones lapse.
    pub fn set_presence(&mut self, member: &MemberId, presence: Presence) {
        if presence == Presence::Present {
            self.away.remove(member);
        } else {
            self.away.insert(member.clone(), presence);
        }
    }

    /// Gives a power, in place of an earlier one of the same giver.
    pub fn give(&mut self, giver: &MemberId, holder: &MemberId) {
        self.proxies.insert(giver.clone(), holder.clone());
    }

    /// Ends the power of that giver.
    pub fn end_proxy(&mut self, giver: &MemberId) {
        self.proxies.remove(giver);
    }

    /// The room as it stands now: each member in exactly one of present, represented, excused, absent.
    #[must_use]
    pub fn room(&self, roster: &Roster) -> Room {
        let seats = roster.ids().map(|id| (id.clone(), self.seat(id))).collect();
        Room { seats }
    }

    fn seat(&self, member: &MemberId) -> Seat {
        match self.presence(member) {
            Presence::Present => Seat::Present,
            away => match self.holder_of(member).filter(|holder| self.is_present(holder)) {
                Some(holder) => Seat::Represented(holder.clone()),
                None if away == Presence::Excused => Seat::Excused,
                None => Seat::Absent,
            },
        }
    }
}

/// The one state in which a member is for a vote.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Seat {
    /// In the room, with a voice.
    Present,
    /// Away, the voice carried by the holder of a live power.
    Represented(MemberId),
    /// Away, excused, without a live power: no voice.
    Excused,
    /// Away without excuse or live power: no voice.
    Absent,
}

impl Seat {
    /// Whether the member's voice is in the room.
    #[must_use]
    pub fn has_voice(&self) -> bool {
        matches!(self, Self::Present | Self::Represented(_))
    }
}

/// The room of one report (P, R and A0 of the formulas): taken when the report is opened, kept with its vote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Room {
    seats: BTreeMap<MemberId, Seat>,
}

impl Room {
    /// The seat of that member; `None` for a stranger.
    #[must_use]
    pub fn seat(&self, member: &MemberId) -> Option<&Seat> {
        self.seats.get(member)
    }

    /// Whether the member's voice is in the room, spoken or carried.
    #[must_use]
    pub fn has_voice(&self, member: &MemberId) -> bool {
        self.seat(member).is_some_and(Seat::has_voice)
    }

    /// The members whose voice is in the room, by identity.
    pub fn voices(&self) -> impl Iterator<Item = &MemberId> {
        self.seats.iter().filter(|(_, seat)| seat.has_voice()).map(|(id, _)| id)
    }

    /// The voices that the member speaks for others.
    pub fn carried_by<'a>(&'a self, holder: &'a MemberId) -> impl Iterator<Item = &'a MemberId> {
        self.seats.iter().filter(move |(_, seat)| matches!(seat, Seat::Represented(h) if h == holder)).map(|(id, _)| id)
    }

    /// How many are in the room in person (P): what the quorum counts.
    #[must_use]
    pub fn present(&self) -> u32 {
        self.count(|seat| *seat == Seat::Present)
    }

    /// How many are represented by a live power (R).
    #[must_use]
    pub fn represented(&self) -> u32 {
        self.count(|seat| matches!(seat, Seat::Represented(_)))
    }

    /// How many are excused and not represented.
    #[must_use]
    pub fn excused(&self) -> u32 {
        self.count(|seat| *seat == Seat::Excused)
    }

    /// How many are absent without excuse.
    #[must_use]
    pub fn absent(&self) -> u32 {
        self.count(|seat| *seat == Seat::Absent)
    }

    fn count(&self, wanted: impl Fn(&Seat) -> bool) -> u32 {
        u32::try_from(self.seats.values().filter(|seat| wanted(seat)).count()).unwrap_or(u32::MAX)
    }
}
