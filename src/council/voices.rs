//! Which voices a mark reaches: a member’s own and those that he carries, or those of a whole political group; who is called next.

use std::collections::BTreeSet;

use super::ballot::{Choice, Vote};
use super::id::MemberId;
use super::roster::Roster;
use super::way::Way;

/// A member's own voice and those that he carries; for one who is represented, the carried voice alone.
///
/// In a roll call a carried voice that was called already keeps what was said for it, unless it said as its holder did.
pub fn of_member<'a>(member: &'a MemberId, vote: &'a Vote) -> impl Iterator<Item = &'a MemberId> {
    let said = vote.choice(member);
    let follows = move |giver: &&MemberId| {
        vote.way != Way::RollCall || vote.choice(giver).is_none() || vote.choice(giver) == said
    };
    std::iter::once(member).chain(vote.room.carried_by(member).filter(follows))
}

/// The voices of a political group: its members who have one, and what those present carry, in the order of the table.
#[must_use]
pub fn of_group(name: &str, vote: &Vote, roster: &Roster) -> Vec<MemberId> {
    let members = roster.everyone().filter(|member| member.group.as_deref() == Some(name)).map(|member| &member.id);
    let mut seen = BTreeSet::new();
    let voices = members.filter(|id| vote.room.has_voice(id)).flat_map(|id| of_member(id, vote));
    voices.filter(|id| seen.insert((*id).clone())).cloned().collect()
}

/// What all of a group says, if it is one thing.
#[must_use]
pub fn said_by_all(voices: &[MemberId], vote: &Vote) -> Option<Choice> {
    let mut said = voices.iter().map(|voice| vote.choice(voice));
    let first = said.next()??;
    said.all(|choice| choice == Some(first)).then_some(first)
}

/// The next one to be called, in the order of the table.
#[must_use]
pub fn next_called<'a>(vote: &Vote, roster: &'a Roster) -> Option<&'a MemberId> {
    awaited(vote, roster).next()
}

/// Those who were not called yet, in the order of the table.
pub fn awaited<'a>(vote: &Vote, roster: &'a Roster) -> impl Iterator<Item = &'a MemberId> {
    let is_awaited = |id: &&MemberId| vote.room.has_voice(id) && vote.choice(id).is_none();
    let in_order = if vote.way == Way::RollCall { Some(roster.everyone()) } else { None };
    in_order.into_iter().flatten().map(|member| &member.id).filter(is_awaited)
}
