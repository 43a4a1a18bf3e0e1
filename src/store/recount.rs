//! Counts every vote of a record a second way, from its events alone.
//!
//! Nothing of `tally`, `outcome`, `ballot` or `sitting` is used here: who is in the room, who speaks for whom and what
//! each voice says is kept in plain maps, and the figures are written down from their definitions. Two ways that agree
//! are worth more than one that is tested. Only the ordinary vote is known.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::council::docket::Docket;
use crate::council::event::Event;
use crate::council::history::Entry;
use crate::council::id::{MemberId, ReportId};
use crate::council::outcome::Outcome;
use crate::council::tally::Tally;

/// A proclaimed figure or outcome is not what its votes give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miscount {
    /// The place of the entry among those given, from 0.
    pub entry: usize,
    /// Which report.
    pub report: ReportId,
}

/// Counts each proclaimed vote again, those that were taken back later included. Says how many there were.
///
/// # Errors
/// The first [`Miscount`].
pub fn recount<'a>(docket: &'a Docket, entries: impl IntoIterator<Item = &'a Entry>) -> Result<u32, Miscount> {
    let entries: Vec<&Entry> = entries.into_iter().collect();
    let mut live = vec![true; entries.len()];
    let mut room = Count::before(docket);
    let mut counted = 0;
    for (place, entry) in entries.iter().enumerate() {
        match entry {
            Entry::Action { events, .. } => {
                for event in events {
                    if let Event::Proclaimed { report, tally, outcome, .. } = event {
                        if room.result(report) != Some((*tally, *outcome)) {
                            return Err(Miscount { entry: place, report: report.clone() });
                        }
                        counted += 1;
                    }
                    room.follow(event);
                }
            }
            Entry::Undo(number) => {
                strike(&entries, &mut live, *number);
                room = Count::before(docket);
                for (entry, _) in entries.iter().zip(&live).take(place).filter(|(_, live)| **live) {
                    if let Entry::Action { events, .. } = entry {
                        for event in events {
                            room.follow(event);
                        }
                    }
                }
            }
        }
    }
    Ok(counted)
}

/// An entry of that number, counted from 1, does not hold any more; what it had itself taken back holds again.
fn strike(entries: &[&Entry], live: &mut [bool], number: u64) {
    let place = |number: u64| usize::try_from(number).ok()?.checked_sub(1);
    let mut set = |number, holds| {
        if let Some(flag) = place(number).and_then(|place| live.get_mut(place)) {
            *flag = holds;
        }
    };
    set(number, false);
    if let Some(Entry::Undo(again)) = place(number).and_then(|place| entries.get(place)) {
        set(*again, true);
    }
}

/// The room and the open votes, as plain maps.
struct Count<'a> {
    docket: &'a Docket,
    away: BTreeSet<&'a MemberId>,
    powers: BTreeMap<&'a MemberId, &'a MemberId>,
    votes: BTreeMap<&'a ReportId, Ballot<'a>>,
}

/// The voices of one vote, and whether who presides was in the room.
struct Ballot<'a> {
    voices: BTreeMap<&'a MemberId, Choice>,
    chair: Option<&'a MemberId>,
}

impl<'a> Count<'a> {
    fn before(docket: &'a Docket) -> Self {
        let away = docket.roster.ids().filter(|id| docket.expected.presence(id) != Presence::Present).collect();
        Self { docket, away, powers: docket.expected.proxies().collect(), votes: BTreeMap::new() }
    }

    fn follow(&mut self, event: &'a Event) {
        match event {
            Event::PresenceSet { member, presence: Presence::Present, .. } => {
                self.away.remove(member);
            }
            Event::PresenceSet { member, .. } => {
                self.away.insert(member);
            }
            Event::ProxyGiven { giver, holder, .. } => {
                self.powers.insert(giver, holder);
            }
            Event::ProxyEnded { giver } => {
                self.powers.remove(giver);
            }
            Event::ReportOpened { report } => {
                let ballot = self.open();
                self.votes.insert(report, ballot);
            }
            Event::VoiceSet { report, member, choice } => {
                if let Some(voice) = self.votes.get_mut(report).and_then(|ballot| ballot.voices.get_mut(member)) {
                    *voice = *choice;
                }
            }
            Event::Irregularity { .. }
            | Event::SittingOpened { .. }
            | Event::Proclaimed { .. }
            | Event::SittingClosed { .. }
            | Event::FileTakenOver { .. } => {}
            _ => {}
        }
    }

    fn open(&self) -> Ballot<'a> {
        let here = |id: &MemberId| !self.away.contains(id);
        let speaks = |id: &&MemberId| here(id) || self.powers.get(id).is_some_and(|holder| here(holder));
        Ballot {
            voices: self.docket.roster.ids().filter(speaks).map(|id| (id, Choice::For)).collect(),
            chair: self.docket.meeting.president.as_ref().filter(|id| here(id)),
        }
    }

    fn result(&self, report: &ReportId) -> Option<(Tally, Outcome)> {
        let ballot = self.votes.get(report)?;
        let (mut for_, mut against, mut abstentions, mut not_taking_part) = (0, 0, 0, 0);
        for choice in ballot.voices.values() {
            *match choice {
                Choice::For => &mut for_,
                Choice::Against => &mut against,
                Choice::Abstain => &mut abstentions,
                Choice::NotTakingPart => &mut not_taking_part,
            } += 1;
        }
        let cast: u32 = for_ + against;
        let tally = Tally {
            in_office: u32::try_from(self.docket.roster.ids().count()).ok()?,
            voters: u32::try_from(ballot.voices.len()).ok()? - not_taking_part,
            abstentions,
            blank_null: 0,
            cast,
            // The least number that is more than half; nothing is more than half of nothing.
            absolute_majority: (0..=cast).find(|votes| 2 * votes > cast),
            for_,
            against,
            not_taking_part,
        };
        let chair = ballot.chair.and_then(|id| ballot.voices.get(id));
        let outcome = match for_.cmp(&against) {
            Ordering::Equal if cast == 0 => Outcome::RejectedNothingCast,
            Ordering::Equal if chair == Some(&Choice::For) => Outcome::AdoptedByCastingVote,
            Ordering::Equal if chair == Some(&Choice::Against) => Outcome::RejectedByCastingVote,
            Ordering::Equal => Outcome::RejectedByTie,
            Ordering::Greater if against == 0 => Outcome::AdoptedUnanimously,
            Ordering::Greater => Outcome::Adopted,
            Ordering::Less => Outcome::Rejected,
        };
        Some((tally, outcome))
    }
}
