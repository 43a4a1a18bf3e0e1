//! Who holds a seat, who is in the room, whose voice is heard.

use std::collections::{BTreeMap, BTreeSet};

use crate::council::attendance::Presence;
use crate::council::id::MemberId;

/// Who holds which seat, who is away, who gave a power to whom.
#[derive(Clone)]
pub(super) struct Room<'a> {
    /// For each seat those who came to hold it, the last one on top.
    pub seats: Vec<Vec<&'a MemberId>>,
    pub away: BTreeSet<&'a MemberId>,
    pub powers: BTreeMap<&'a MemberId, &'a MemberId>,
}

impl<'a> Room<'a> {
    pub fn mark(&mut self, member: &'a MemberId, presence: Presence) {
        if matches!(presence, Presence::Present | Presence::Remote) {
            self.away.remove(member);
        } else {
            self.away.insert(member);
        }
    }

    pub fn seat(&mut self, member: &'a MemberId, of: Option<&MemberId>) {
        match self.seats.iter_mut().find(|seat| of.is_some() && seat.last().copied() == of) {
            Some(seat) => seat.push(member),
            None => self.seats.push(vec![member]),
        }
    }

    pub fn unseat(&mut self, member: &MemberId) {
        for seat in &mut self.seats {
            if seat.last() == Some(&member) {
                seat.pop();
            }
        }
    }

    pub fn holds_a_seat(&self, member: &MemberId) -> bool {
        self.seats.iter().any(|seat| seat.last().copied() == Some(member))
    }

    /// Those whose voice is heard when these must take no part.
    pub fn voices(&self, barred: &BTreeSet<&MemberId>) -> BTreeSet<&'a MemberId> {
        let takes_part = |id: &MemberId| !self.away.contains(id) && !barred.contains(id);
        let is_carried = |id: &MemberId| {
            self.away.contains(id)
                && !barred.contains(id)
                && self.powers.get(id).is_some_and(|holder| takes_part(holder))
        };
        self.seats
            .iter()
            .filter_map(|seat| seat.last().copied())
            .filter(|id| takes_part(id) || is_carried(id))
            .collect()
    }
}
