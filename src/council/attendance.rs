//! Who is in the room, who sits in whose seat, and who speaks for whom.
//!
//! A voice (*voix*) belongs to whoever holds a seat. It is spoken by the holder of the seat if in the room, or carried by
//! the holder of a live power (*pouvoir*). Everything is a set of identities, so that no voice can be counted twice.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::MemberId;
use super::recusal::Recusal;
use super::room::{Room, Seat};
use super::roster::{Member, Roster, Standing};

/// Where a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Presence {
    /// *Présent*: in the room.
    Present,
    /// *À distance*: takes part from afar, and counts as in the room where the law has it so.
    #[serde(rename = "ADistance")]
    Remote,
    /// *Excusé*: away, and said so; may have given a power.
    #[serde(rename = "Excuse")]
    Excused,
    /// *Absent*: away without a word.
    Absent,
    /// *Sorti*: was there, stepped out, will be back.
    #[serde(rename = "Sorti")]
    Out,
    /// *Parti*: was there, and left for good.
    #[serde(rename = "Parti")]
    Left,
}

impl Presence {
    /// Every presence, in the order of the documentation.
    pub const ALL: [Self; 6] = [Self::Present, Self::Remote, Self::Excused, Self::Absent, Self::Out, Self::Left];

    /// Whether a member so marked takes part.
    #[must_use]
    pub fn is_in(self) -> bool {
        matches!(self, Self::Present | Self::Remote)
    }

    /// Whether it says something of the sitting itself: who stepped out or left had come.
    #[must_use]
    pub fn is_of_the_sitting(self) -> bool {
        matches!(self, Self::Out | Self::Left)
    }
}

/// Presence of each member, the powers given, and the seats that others took. Who is not named is present.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Attendance {
    marks: BTreeMap<MemberId, Presence>,
    proxies: BTreeMap<MemberId, MemberId>,
    /// Who took a seat, and whose it was; nobody's for a seat that was vacant.
    seated: BTreeMap<MemberId, Option<MemberId>>,
}

impl Attendance {
    /// Where that member is.
    #[must_use]
    pub fn presence(&self, member: &MemberId) -> Presence {
        self.marks.get(member).copied().unwrap_or(Presence::Present)
    }

    /// Whether that member takes part, in the room or from afar.
    #[must_use]
    pub fn is_present(&self, member: &MemberId) -> bool {
        self.presence(member).is_in()
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

    /// Who sits now in the seat of that member.
    #[must_use]
    pub fn sits_for(&self, titular: &MemberId) -> Option<&MemberId> {
        self.seated.iter().find(|(_, of)| of.as_ref() == Some(titular)).map(|(member, _)| member)
    }

    /// Whose seat that person has taken; `Some(None)` for a seat that was vacant.
    #[must_use]
    pub fn seat_taken_by(&self, member: &MemberId) -> Option<Option<&MemberId>> {
        self.seated.get(member).map(Option::as_ref)
    }

    /// Whether that person holds a seat now.
    #[must_use]
    pub fn holds_seat(&self, member: &MemberId, roster: &Roster) -> bool {
        roster.get(member).is_some_and(|member| self.is_holder(member))
    }

    fn is_holder(&self, member: &Member) -> bool {
        let had_one = member.standing == Standing::InOffice || self.seated.contains_key(&member.id);
        had_one && (self.seated.is_empty() || self.sits_for(&member.id).is_none())
    }

    /// Who holds a seat now, in the order of the file.
    pub fn holders<'a>(&'a self, roster: &'a Roster) -> impl Iterator<Item = &'a MemberId> {
        roster.everyone().filter(|member| self.is_holder(member)).map(|member| &member.id)
    }

    /// How many members are in office (*membres en exercice*, E): a vacant seat that is taken adds one.
    #[must_use]
    pub fn in_office(&self, roster: &Roster) -> u32 {
        let added = self.seated.values().filter(|of| of.is_none()).count();
        roster.in_office() + u32::try_from(added).unwrap_or(0)
    }

    /// Puts a member somewhere. Powers are not touched: `decide` says which ones lapse.
    pub fn set_presence(&mut self, member: &MemberId, presence: Presence) {
        if presence == Presence::Present {
            self.marks.remove(member);
        } else {
            self.marks.insert(member.clone(), presence);
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

    /// Seats a person in place of another, or in a vacant seat.
    pub fn take_seat(&mut self, member: &MemberId, of: Option<&MemberId>) {
        self.seated.insert(member.clone(), of.cloned());
    }

    /// Gives the seat back to its titular.
    pub fn leave_seat(&mut self, member: &MemberId) {
        self.seated.remove(member);
    }

    /// The room as it stands now, nobody recused: each holder of a seat in exactly one place.
    #[must_use]
    pub fn room(&self, roster: &Roster) -> Room {
        self.room_without(roster, &BTreeMap::new())
    }

    /// The room of a report in which these members must not take part.
    #[must_use]
    pub fn room_without(&self, roster: &Roster, recused: &BTreeMap<MemberId, Recusal>) -> Room {
        // In the order of the room's own map, which then need not be sorted: a room is made at every movement.
        let holders = roster.by_identity().filter(|member| self.is_holder(member)).map(|member| &member.id);
        Room::of(holders.map(|id| (id.clone(), self.seat(id, recused))))
    }

    fn seat(&self, member: &MemberId, recused: &BTreeMap<MemberId, Recusal>) -> Seat {
        let presence = self.presence(member);
        let recusal = recused.get(member);
        if presence.is_in() {
            return match recusal {
                Some(recusal) if recusal.left_room => Seat::Withdrawn,
                Some(_) => Seat::Recused,
                None if presence == Presence::Remote => Seat::Remote,
                None => Seat::Present,
            };
        }
        let carries = |holder: &&MemberId| self.is_present(holder) && !recused.contains_key(*holder);
        match self.holder_of(member).filter(carries) {
            Some(holder) if recusal.is_none() => Seat::Represented(holder.clone()),
            _ if presence == Presence::Excused => Seat::Excused,
            _ => Seat::Absent,
        }
    }
}
