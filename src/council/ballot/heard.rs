//! What was heard in a vote: voices, or an urn. A secret ballot has no place where a voice could be kept.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ballot, Choice, Vote};
use crate::council::attendance::{Attendance, Presence};
use crate::council::election::CandidateList;
use crate::council::hour::Hour;
use crate::council::id::MemberId;
use crate::council::room::Seat;
use crate::council::roster::Roster;
use crate::council::secret::{ClosedUrn, Round, SecretVote, Ticket};
use crate::council::way::{Counts, Stated, Way};

/// What was heard in a vote.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Heard {
    Aloud(Aloud),
    Urn(SecretVote, Passed),
}

/// What was said aloud, in each way in which it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Aloud {
    /// What was said by name. By exception, who is not here is for; by roll call, he was not called yet.
    pub said: BTreeMap<MemberId, Choice>,
    pub counts: Option<Counts>,
    pub chair: Option<Choice>,
    pub stated: Option<Stated>,
}

/// Whose voice was in the room since the urn was opened, and how each was there last. Who put a ballot into it and left keeps
/// that ballot; who did is not written anywhere before the urn is closed.
pub(super) type Passed = BTreeMap<MemberId, Seat>;

impl Heard {
    pub fn in_that_way(way: Way) -> Self {
        if way == Way::Secret { Self::Urn(SecretVote::default(), Passed::new()) } else { Self::Aloud(Aloud::default()) }
    }
}

impl Vote {
    /// The vote goes on by secret ballot: what was said aloud is void, and the urn is empty.
    pub fn draw_the_curtain(&mut self, asked_by: Vec<MemberId>) {
        self.way = Way::Secret;
        self.ballot = Ballot::Secret { asked_by };
        self.heard = Heard::in_that_way(Way::Secret);
        self.hear_the_room();
    }

    /// The vote goes on aloud, and nothing was said yet: the urn is put away with what was in it.
    pub fn speak_aloud(&mut self, way: Way, ballot: Ballot) {
        self.heard = Heard::in_that_way(way);
        self.way = way;
        self.ballot = ballot;
    }

    /// The urn, in a secret ballot.
    #[must_use]
    pub fn secret(&self) -> Option<&SecretVote> {
        match &self.heard {
            Heard::Urn(secret, _) => Some(secret),
            Heard::Aloud(_) => None,
        }
    }

    /// The same, to be changed.
    pub fn secret_mut(&mut self) -> Option<&mut SecretVote> {
        match &mut self.heard {
            Heard::Urn(secret, _) => Some(secret),
            Heard::Aloud(_) => None,
        }
    }

    /// Whether the urn of the last round is closed: nobody signs any more, and the room is that of the closing.
    #[must_use]
    pub fn urn_is_closed(&self) -> bool {
        self.secret().and_then(SecretVote::last).is_some_and(|round| round.urn.is_some())
    }

    /// Whether a ballot may be in the urn for that member: the voice is in the room, or was since the urn was opened, its seat
    /// is held by nobody else now, and nothing bars it from this report. Never in a vote that is taken aloud.
    #[must_use]
    pub fn may_sign(&self, member: &MemberId) -> bool {
        match &self.heard {
            Heard::Aloud(_) => false,
            Heard::Urn(..) if self.urn_is_closed() => self.room.has_voice(member),
            Heard::Urn(_, passed) => passed.contains_key(member),
        }
    }

    /// Those for whom a ballot may be in the urn, by identity: see [`Vote::may_sign`].
    pub fn may_have_signed(&self) -> impl Iterator<Item = &MemberId> {
        self.room.seats().map(|(member, _)| member).filter(|member| self.may_sign(member))
    }

    /// The urn is closed: who signed is a set, and the room is kept as it was for each of them when the ballot was put in.
    pub fn close_the_urn(
        &mut self,
        roster: &Roster,
        signed: BTreeSet<MemberId>,
        (standing, lists): (Vec<Ticket>, Vec<CandidateList>),
        hours: (Option<Hour>, Option<Hour>),
    ) {
        let Heard::Urn(_, passed) = &self.heard else { return };
        let passed = passed.clone();
        for member in signed.iter().filter(|member| !self.room.has_voice(member)) {
            match passed.get(member) {
                Some(Seat::Represented(holder)) => {
                    if !self.room.speaks(holder) {
                        bring_back(&mut self.attendance, holder, passed.get(holder));
                    }
                    self.attendance.give(member, holder);
                }
                seat => bring_back(&mut self.attendance, member, seat),
            }
        }
        self.room = self.attendance.room_without(roster, &self.recusals);
        let carried = |(giver, seat): (&MemberId, &Seat)| match seat {
            Seat::Represented(holder) => Some((giver.clone(), holder.clone())),
            _ => None,
        };
        let carried = self.room.seats().filter_map(carried).collect();
        let unsigned = self.room.voices().filter(|member| !signed.contains(*member)).cloned().collect();
        let (in_office, (opened_at, closed_at)) = (self.in_office, hours);
        if let Some(round) = self.secret_mut().and_then(SecretVote::last_mut) {
            round.urn = Some(ClosedUrn { signed, unsigned, carried, in_office, standing, lists, opened_at, closed_at });
        }
    }

    /// Another round is held, with an urn that is empty, in the room as it is now.
    pub fn open_a_round(&mut self, next: Round, attendance: &Attendance, roster: &Roster) {
        if let Heard::Urn(secret, passed) = &mut self.heard {
            secret.rounds.push(next);
            passed.clear();
            self.seat(attendance, roster);
        }
    }

    /// What was heard follows the room: what a voice said that is gone is gone with it; who may have put a ballot into the urn
    /// stays known, unless he must take no part, or another has the seat now.
    pub(super) fn hear_the_room(&mut self) {
        let (room, recusals) = (&self.room, &self.recusals);
        match &mut self.heard {
            Heard::Aloud(aloud) => aloud.said.retain(|member, _| room.has_voice(member)),
            Heard::Urn(_, passed) => {
                let is_free = |id: &MemberId| !recusals.contains_key(id) && room.seat(id).is_some();
                passed.retain(|member, seat| {
                    is_free(member) && !matches!(seat, Seat::Represented(holder) if !is_free(holder))
                });
                let voices = room.seats().filter(|(_, seat)| seat.has_voice());
                passed.extend(voices.map(|(member, seat)| (member.clone(), seat.clone())));
            }
        }
    }

    /// The voices counted without their names, if they were; they hold while `way` is [`Way::Figures`].
    #[must_use]
    pub fn counts(&self) -> Option<Counts> {
        self.aloud()?.counts
    }

    /// What whoever presides said, where the names are not recorded.
    #[must_use]
    pub fn chair_said(&self) -> Option<Choice> {
        self.aloud()?.chair
    }

    /// The result stated without figures, if it was; it holds while `way` is [`Way::Result`].
    #[must_use]
    pub fn stated(&self) -> Option<Stated> {
        self.aloud()?.stated
    }

    /// Records the voices counted without their names.
    pub fn count_aloud(&mut self, counts: Counts, chair: Option<Choice>) {
        if let Heard::Aloud(aloud) = &mut self.heard {
            self.way = Way::Figures;
            aloud.counts = Some(counts);
            aloud.chair = chair;
        }
    }

    /// Records the result stated without figures.
    pub fn state(&mut self, stated: Stated) {
        if let Heard::Aloud(aloud) = &mut self.heard {
            self.way = Way::Result;
            aloud.stated = Some(stated);
        }
    }

    /// Records how the vote is taken aloud from then on.
    pub fn record_by(&mut self, way: Way) {
        if self.aloud().is_some() && way != Way::Secret {
            self.way = way;
        }
    }

    /// Whether anything was said in it that a ballot of another mode would void.
    #[must_use]
    pub fn was_begun(&self) -> bool {
        self.aloud().is_some_and(|aloud| *aloud != Aloud::default())
    }

    pub(super) fn aloud(&self) -> Option<&Aloud> {
        match &self.heard {
            Heard::Aloud(aloud) => Some(aloud),
            Heard::Urn(..) => None,
        }
    }

    pub(super) fn aloud_mut(&mut self) -> Option<&mut Aloud> {
        match &mut self.heard {
            Heard::Aloud(aloud) => Some(aloud),
            Heard::Urn(..) => None,
        }
    }

    pub(super) fn said(&self, member: &MemberId) -> Option<Choice> {
        self.aloud()?.said.get(member).copied()
    }
}

/// Puts a member back where the voice was heard.
fn bring_back(attendance: &mut Attendance, member: &MemberId, seat: Option<&Seat>) {
    attendance.end_proxy(member);
    let presence = if seat == Some(&Seat::Remote) { Presence::Remote } else { Presence::Present };
    attendance.set_presence(member, presence);
}
