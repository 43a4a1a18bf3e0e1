//! Counts every vote of a record a second way, from its events alone.
//!
//! Nothing of `tally`, `outcome`, `ballot`, `majority`, `room` or `sitting` is used here but the types in which a journal
//! writes its figures: who holds which seat, who is in the room, who speaks for whom, who must not take part, who presides,
//! how each vote is recorded and what is said in it are kept in plain maps, and the figures are written down from their
//! definitions. Two ways that agree are worth more than one that is tested. An event that is not followed here does not
//! compile.

use std::collections::{BTreeMap, VecDeque};

use crate::council::docket::Docket;
use crate::council::history::Entry;
use crate::council::id::{MemberId, ReportId};

mod ballot;
mod election;
mod evening;
mod room;
mod urn;

use self::evening::Count;

/// A figure or an outcome of a vote is not what its voices give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miscount {
    /// The place of the entry among those given, from 0.
    pub entry: usize,
    /// Which report; `None` for a vote on sitting in camera.
    pub report: Option<ReportId>,
}

/// Counts each vote again: those proclaimed, rectified, taken back later, and those on sitting in camera. Says how many
/// there were.
///
/// # Errors
/// The first [`Miscount`].
pub fn recount<'a>(docket: &'a Docket, entries: impl IntoIterator<Item = &'a Entry>) -> Result<u32, Miscount> {
    counted(docket, entries).map(|(votes, _)| votes)
}

/// Who was elected, by report, in the order of the posts; a report that elected nobody is not there.
pub type Elected = BTreeMap<ReportId, Vec<MemberId>>;

/// Both at once: how many votes there were, and who was [`elected`].
///
/// # Errors
/// The first [`Miscount`].
pub fn recount_with_the_elected<'a>(
    docket: &'a Docket,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> Result<(u32, Elected), Miscount> {
    let (votes, evening) = counted(docket, entries)?;
    Ok((votes, who_was_elected(docket, &evening)))
}

/// Who was elected in each report of the record that elected somebody, in the order of the posts: worked out from the events
/// alone, as the figures are.
///
/// # Errors
/// The first [`Miscount`].
pub fn elected<'a>(docket: &'a Docket, entries: impl IntoIterator<Item = &'a Entry>) -> Result<Elected, Miscount> {
    recount_with_the_elected(docket, entries).map(|(_, elected)| elected)
}

fn who_was_elected<'a>(docket: &'a Docket, evening: &Count<'a>) -> Elected {
    let of_the_file = docket.agenda.reports().map(|report| &report.id);
    let all = of_the_file.chain(evening.added());
    let elected = all.map(|report| (report.clone(), evening.elected_in(report)));
    elected.filter(|(_, elected)| !elected.is_empty()).collect()
}

fn counted<'a>(docket: &'a Docket, entries: impl IntoIterator<Item = &'a Entry>) -> Result<(u32, Count<'a>), Miscount> {
    let entries: Vec<&Entry> = entries.into_iter().collect();
    let mut live = vec![true; entries.len()];
    let mut count = Count::before(docket);
    let mut before: VecDeque<(usize, Count)> = VecDeque::new();
    let mut counted = 0;
    for (place, entry) in entries.iter().enumerate() {
        match entry {
            Entry::Action { events, .. } => {
                if before.len() == KEPT {
                    before.pop_front();
                }
                before.push_back((place, count.clone()));
                for event in events {
                    if let Some((is_right, report)) = count.judge(event) {
                        if !is_right {
                            return Err(Miscount { entry: place, report: report.cloned() });
                        }
                        counted += 1;
                    }
                    count.follow(event);
                }
            }
            Entry::Undo(number) => {
                let changed = strike(&entries, &mut live, *number);
                before.retain(|(at, _)| *at <= changed);
                let (from, again) = before.back().cloned().unwrap_or_else(|| (0, Count::before(docket)));
                count = again;
                for (entry, _) in entries.iter().zip(&live).take(place).skip(from).filter(|(_, live)| **live) {
                    if let Entry::Action { events, .. } = entry {
                        for event in events {
                            count.follow(event);
                        }
                    }
                }
            }
        }
    }
    Ok((counted, count))
}

/// How many earlier states are kept: what is taken back is nearly always recent, and is then not counted from the start.
const KEPT: usize = 64;

/// An entry of that number, counted from 1, does not hold any more; what it had itself taken back holds again. Gives the
/// first place at which something changed.
fn strike(entries: &[&Entry], live: &mut [bool], number: u64) -> usize {
    let place = |number: u64| usize::try_from(number).ok()?.checked_sub(1);
    let mut set = |number, holds| {
        let Some(place) = place(number).filter(|place| *place < live.len()) else { return 0 };
        live[place] = holds;
        place
    };
    let changed = set(number, false);
    match place(number).and_then(|place| entries.get(place)) {
        Some(Entry::Undo(again)) => set(*again, true).min(changed),
        _ => changed,
    }
}
