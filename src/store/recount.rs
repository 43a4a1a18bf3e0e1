//! Counts every vote of a record a second way, from its events alone.
//!
//! Nothing of `tally`, `outcome`, `ballot`, `room` or `sitting` is used here but the types in which a journal writes its
//! figures: who holds which seat, who is in the room, who speaks for whom, who must not take part, who presides and what
//! each voice says is kept in plain maps, and the figures are written down from their definitions. Two ways that agree are
//! worth more than one that is tested. An event that is not followed here does not compile.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::council::docket::Docket;
use crate::council::event::Event;
use crate::council::history::Entry;
use crate::council::id::{MemberId, ReportId};
use crate::council::law::Rules;
use crate::council::outcome::Outcome;
use crate::council::roster::Standing;
use crate::council::tally::Tally;

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
    Ok(counted)
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

/// Who holds which seat, who is away, who gave a power to whom.
#[derive(Clone)]
struct Room<'a> {
    /// For each seat those who came to hold it, the last one on top.
    seats: Vec<Vec<&'a MemberId>>,
    away: BTreeSet<&'a MemberId>,
    powers: BTreeMap<&'a MemberId, &'a MemberId>,
}

impl<'a> Room<'a> {
    fn mark(&mut self, member: &'a MemberId, presence: Presence) {
        if matches!(presence, Presence::Present | Presence::Remote) {
            self.away.remove(member);
        } else {
            self.away.insert(member);
        }
    }

    fn seat(&mut self, member: &'a MemberId, of: Option<&MemberId>) {
        match self.seats.iter_mut().find(|seat| of.is_some() && seat.last().copied() == of) {
            Some(seat) => seat.push(member),
            None => self.seats.push(vec![member]),
        }
    }

    fn unseat(&mut self, member: &MemberId) {
        for seat in &mut self.seats {
            if seat.last() == Some(&member) {
                seat.pop();
            }
        }
    }

    /// Those whose voice is heard when these must take no part.
    fn voices(&self, barred: &BTreeSet<&MemberId>) -> BTreeSet<&'a MemberId> {
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

/// One vote: its room, and what is said in it. Who says nothing is for.
#[derive(Clone)]
struct Ballot<'a> {
    room: Rc<Room<'a>>,
    barred: BTreeSet<&'a MemberId>,
    chair: Option<&'a MemberId>,
    said: BTreeMap<&'a MemberId, Choice>,
    accounts: bool,
    casting_vote: bool,
    is_open: bool,
}

impl<'a> Ballot<'a> {
    fn say(&mut self, member: &'a MemberId, choice: Choice) {
        if self.room.voices(&self.barred).contains(member) {
            self.said.insert(member, choice);
        }
    }

    /// What was said by a voice that is not heard any more is forgotten: it comes back saying nothing.
    fn forget(&mut self) {
        let heard = self.room.voices(&self.barred);
        self.said.retain(|member, _| heard.contains(member));
    }

    fn rectified(&self, presences: &'a [(MemberId, Presence)], voices: &'a [(MemberId, Choice)]) -> Self {
        let mut ballot = self.clone();
        let room = Rc::make_mut(&mut ballot.room);
        for (member, presence) in presences {
            room.mark(member, *presence);
            if room.away.contains(member) {
                room.powers.retain(|_, holder| *holder != member);
            } else {
                room.powers.remove(member);
            }
        }
        ballot.forget();
        for (member, choice) in voices {
            ballot.say(member, *choice);
        }
        ballot
    }

    fn result(&self) -> Option<(Tally, Outcome)> {
        let heard = self.room.voices(&self.barred);
        let says = |member: &MemberId| self.said.get(member).copied().unwrap_or(Choice::For);
        let saying = |choice| u32::try_from(heard.iter().filter(|member| says(member) == choice).count()).ok();
        let (for_, against) = (saying(Choice::For)?, saying(Choice::Against)?);
        let not_taking_part = saying(Choice::NotTakingPart)?;
        let cast = for_ + against;
        let tally = Tally {
            in_office: u32::try_from(self.room.seats.len()).ok()?,
            voters: u32::try_from(heard.len()).ok()? - not_taking_part,
            abstentions: saying(Choice::Abstain)?,
            blank_null: 0,
            cast,
            // The least number that is more than half; nothing is more than half of nothing.
            absolute_majority: (0..=cast).find(|votes| 2 * votes > cast),
            for_,
            against,
            not_taking_part,
        };
        let in_person = |id: &&MemberId| heard.contains(*id) && !self.room.away.contains(*id);
        let chair = self.chair.filter(in_person).filter(|_| self.casting_vote).map(says);
        let outcome = match for_.cmp(&against) {
            Ordering::Equal if self.accounts => Outcome::AdoptedNoMajorityAgainst,
            Ordering::Equal if cast == 0 => Outcome::RejectedNothingCast,
            Ordering::Equal if chair == Some(Choice::For) => Outcome::AdoptedByCastingVote,
            Ordering::Equal if chair == Some(Choice::Against) => Outcome::RejectedByCastingVote,
            Ordering::Equal => Outcome::RejectedByTie,
            Ordering::Greater if against == 0 => Outcome::AdoptedUnanimously,
            Ordering::Greater => Outcome::Adopted,
            Ordering::Less => Outcome::Rejected,
        };
        Some((tally, outcome))
    }
}

/// The evening so far. What a state shares with the one before is shared.
#[derive(Clone)]
struct Count<'a> {
    docket: &'a Docket,
    room: Rc<Room<'a>>,
    barred: BTreeMap<&'a ReportId, BTreeSet<&'a MemberId>>,
    chair: Option<&'a MemberId>,
    chairs: BTreeMap<&'a ReportId, &'a MemberId>,
    votes: BTreeMap<&'a ReportId, Rc<Ballot<'a>>>,
}

impl<'a> Count<'a> {
    fn before(docket: &'a Docket) -> Self {
        let mut room = Room { seats: Vec::new(), away: BTreeSet::new(), powers: docket.expected.proxies().collect() };
        for member in docket.roster.everyone() {
            room.mark(&member.id, docket.expected.presence(&member.id));
            if member.standing == Standing::InOffice {
                room.seats.push(vec![&member.id]);
            }
        }
        let barred = docket.agenda.reports().map(|report| {
            let members = report.recusals.iter().map(|(member, _)| member).collect();
            (&report.id, members)
        });
        let barred = barred.collect();
        let chair = docket.meeting.president.as_ref();
        let room = Rc::new(room);
        Self { docket, room, barred, chair, chairs: BTreeMap::new(), votes: BTreeMap::new() }
    }

    /// Whether the figures of that event are right, if it has any, and of which report they are.
    fn judge(&self, event: &'a Event) -> Option<(bool, Option<&'a ReportId>)> {
        match event {
            Event::Proclaimed { report, tally, outcome, .. } => {
                let open = self.votes.get(report).filter(|ballot| ballot.is_open);
                Some((open.and_then(|ballot| ballot.result()) == tally.map(|tally| (tally, *outcome)), Some(report)))
            }
            Event::Rectified { report, presences, voices, tally, outcome, .. } => {
                let done = self.votes.get(report).filter(|ballot| !ballot.is_open);
                let result = done.and_then(|ballot| ballot.rectified(presences, voices).result());
                Some((result == tally.map(|tally| (tally, *outcome)), Some(report)))
            }
            Event::InCameraVoted { vote, .. } => {
                let heard = u64::try_from(self.room.voices(&BTreeSet::new()).len()).ok()?;
                let counted = u64::from(vote.for_) + u64::from(vote.against) + u64::from(vote.abstentions);
                let least = (0..=heard + 1).find(|votes| 2 * votes > heard);
                Some((counted <= heard && least == Some(vote.needed.into()), None))
            }
            _ => None,
        }
    }

    fn follow(&mut self, event: &'a Event) {
        match event {
            Event::PresenceSet { member, presence, .. } => self.room_mut().mark(member, *presence),
            Event::ProxyGiven { giver, holder, .. } => {
                self.room_mut().powers.insert(giver, holder);
            }
            Event::ProxyEnded { giver } => {
                self.room_mut().powers.remove(giver);
            }
            Event::SeatTaken { member, of, .. } => self.room_mut().seat(member, of.as_ref()),
            Event::SeatLeft { member } => self.room_mut().unseat(member),
            Event::Recused { report, member, .. } => {
                self.barred.entry(report).or_default().insert(member);
            }
            Event::RecusalEnded { report, member } => {
                self.barred.entry(report).or_default().remove(member);
            }
            Event::ChairTaken { member, report: Some(report), .. } => {
                self.chairs.insert(report, member);
            }
            Event::ChairTaken { member, report: None, .. } => self.chair = Some(member),
            Event::ReportOpened { report, .. } => {
                let ballot = self.ballot(report);
                self.votes.insert(report, Rc::new(ballot));
            }
            Event::VoiceSet { report, member, choice, .. } => {
                if let Some(ballot) = self.votes.get_mut(report) {
                    Rc::make_mut(ballot).say(member, *choice);
                }
            }
            Event::Proclaimed { report, .. } => {
                if let Some(ballot) = self.votes.get_mut(report) {
                    Rc::make_mut(ballot).is_open = false;
                }
            }
            Event::Rectified { report, presences, voices, .. } => {
                if let Some(ballot) = self.votes.get_mut(report) {
                    *ballot = Rc::new(ballot.rectified(presences, voices));
                }
            }
            // Nothing of these changes who has a voice, or what it says.
            Event::Irregularity { .. }
            | Event::GroupLeft(_)
            | Event::ProposalFiled(_)
            | Event::ProposalOpened(_)
            | Event::ProposalDropped(_)
            | Event::WayChosen(_)
            | Event::VoicesCounted(_)
            | Event::ResultStated(_)
            | Event::BallotAsked(_)
            | Event::MajorityChosen(_)
            | Event::TextChanged(_)
            | Event::ReportAdded(_)
            | Event::RemarkMade(_)
            | Event::CandidatesNamed(_)
            | Event::HourMended { .. }
            | Event::SecretariesNamed { .. }
            | Event::RapporteurReplaced { .. }
            | Event::InCameraVoted { .. }
            | Event::PublicAgain { .. }
            | Event::SittingOpened { .. }
            | Event::Suspended { .. }
            | Event::Resumed { .. }
            | Event::SittingAdjourned { .. }
            | Event::SittingClosed { .. }
            | Event::MinutesSettled { .. }
            | Event::ActNumbered { .. }
            | Event::ActWithdrawn { .. }
            | Event::FileTakenOver { .. } => {}
        }
        self.follow_in_the_open_vote();
    }

    /// The room of a vote follows who comes and goes, and its chair who presides, until the result is proclaimed.
    fn follow_in_the_open_vote(&mut self) {
        for (report, ballot) in self.votes.iter_mut().filter(|(_, ballot)| ballot.is_open) {
            let ballot = Rc::make_mut(ballot);
            ballot.room = self.room.clone();
            ballot.barred = self.barred.get(*report).cloned().unwrap_or_default();
            ballot.chair = self.chairs.get(*report).copied().or(self.chair);
            ballot.forget();
        }
    }

    fn room_mut(&mut self) -> &mut Room<'a> {
        Rc::make_mut(&mut self.room)
    }

    fn ballot(&self, report: &ReportId) -> Ballot<'a> {
        let rules = Rules::of(&self.docket.body, self.docket.meeting.date);
        Ballot {
            room: self.room.clone(),
            barred: self.barred.get(report).cloned().unwrap_or_default(),
            chair: self.chairs.get(report).copied().or(self.chair),
            said: BTreeMap::new(),
            accounts: self.docket.agenda.report(report).is_some_and(|report| report.is_accounts()),
            casting_vote: rules.has_casting_vote(),
            is_open: true,
        }
    }
}
