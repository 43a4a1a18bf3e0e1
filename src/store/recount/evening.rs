//! The evening so far, from its events: who is where, who presides, which votes are taken and how.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::ballot::{Ballot, Mended, unvoted, usual_way};
use super::room::Room;
use super::urn::Urn;
use crate::council::docket::Docket;
use crate::council::event::{Event, Rectified};
use crate::council::id::{MemberId, ReportId};
use crate::council::kind::ReportKind;
use crate::council::law::Rules;
use crate::council::majority::Majority;
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::roster::Standing;
use crate::council::step::{ChosenMajority, ChosenWay, CountedVoices, StatedResult};
use crate::council::way::Way;

mod secret;

use self::secret::Settled;

/// A vote: its report, and the proposal in it; none for the text.
type Place<'a> = (&'a ReportId, Option<&'a ProposalId>);

/// The evening so far. What a state shares with the one before is shared.
#[derive(Clone)]
pub(super) struct Count<'a> {
    docket: &'a Docket,
    room: Rc<Room<'a>>,
    barred: BTreeMap<&'a ReportId, BTreeSet<&'a MemberId>>,
    chair: Option<&'a MemberId>,
    chairs: BTreeMap<&'a ReportId, &'a MemberId>,
    /// The kinds of the reports that were added in the sitting.
    added: BTreeMap<&'a ReportId, ReportKind>,
    announced: BTreeMap<&'a ReportId, Majority>,
    votes: BTreeMap<Place<'a>, Rc<Ballot<'a>>>,
    elections: BTreeMap<&'a ReportId, Settled<'a>>,
}

impl<'a> Count<'a> {
    pub fn before(docket: &'a Docket) -> Self {
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
        Self {
            docket,
            room: Rc::new(room),
            barred: barred.collect(),
            chair: docket.meeting.president.as_ref(),
            chairs: BTreeMap::new(),
            added: BTreeMap::new(),
            announced: BTreeMap::new(),
            votes: BTreeMap::new(),
            elections: BTreeMap::new(),
        }
    }

    /// Whether the figures and the outcome of that event are right, if it has any, and of which report they are.
    pub fn judge(&self, event: &'a Event) -> Option<(bool, Option<&'a ReportId>)> {
        match event {
            Event::Proclaimed { report, on, tally, outcome, .. } => {
                let without_figures = on.is_none() && tally.is_none();
                let is_right = match outcome {
                    Outcome::Withdrawn => without_figures && !self.is_over(report),
                    Outcome::Postponed => without_figures && self.is_ended_by(report, &ProposalId::Postponement),
                    Outcome::SetAside => without_figures && self.is_ended_by(report, &ProposalId::PreviousQuestion),
                    _ => {
                        let open = self.votes.get(&(report, on.as_ref())).filter(|ballot| ballot.is_open);
                        open.and_then(|ballot| ballot.result()) == Some((*tally, *outcome))
                    }
                };
                Some((is_right, Some(report)))
            }
            Event::Rectified(Rectified { report, on, tally, outcome, .. }) => {
                let done = self.votes.get(&(report, on.as_ref())).filter(|ballot| !ballot.is_open);
                let voted = done.filter(|ballot| ballot.way != Way::WithoutVote);
                let result = voted.and_then(|ballot| ballot.rectified(&mended(event)?).result());
                Some((result == Some((*tally, *outcome)), Some(report)))
            }
            // Figures that add up are judged with the result; those that do not could not have been taken down.
            Event::VoicesCounted(counted) => {
                let place = (&counted.report, counted.on.as_ref());
                let heard = self.votes.get(&place).filter(|ballot| ballot.is_open)?.heard();
                let all = [counted.for_, counted.against, counted.abstentions, counted.not_taking_part];
                let adds_up = all.into_iter().map(u64::from).sum::<u64>() == heard;
                (!adds_up).then_some((false, Some(&counted.report)))
            }
            Event::InCameraVoted { vote, .. } => {
                let heard = u64::try_from(self.room.voices(&BTreeSet::new()).len()).ok()?;
                let counted = u64::from(vote.for_) + u64::from(vote.against) + u64::from(vote.abstentions);
                let least = (0..=heard + 1).find(|votes| 2 * votes > heard);
                Some((counted <= heard && least == Some(vote.needed.into()), None))
            }
            event => self.is_impossible_of_an_urn(event).map(|report| (false, Some(report))),
        }
    }

    fn is_over(&self, report: &'a ReportId) -> bool {
        self.votes.get(&(report, None)).is_some_and(|ballot| !ballot.is_open)
    }

    /// Whether the vote on that proposal ended the report by adopting it.
    fn is_ended_by(&self, report: &'a ReportId, id: &'a ProposalId) -> bool {
        let voted = self.votes.get(&(report, Some(id))).filter(|ballot| !ballot.is_open);
        let outcome = voted.and_then(|ballot| ballot.result()).map(|(_, outcome)| outcome);
        let adopts =
            matches!(outcome, Some(Outcome::AdoptedUnanimously | Outcome::Adopted | Outcome::AdoptedByCastingVote));
        adopts && !self.is_over(report)
    }

    pub fn follow(&mut self, event: &'a Event) {
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
            Event::ReportAdded(added) => {
                self.added.insert(&added.report, added.kind);
            }
            Event::ReportOpened { .. }
            | Event::GroupLeft(_)
            | Event::ProposalFiled(_)
            | Event::ProposalOpened(_)
            | Event::ProposalDropped(_)
            | Event::WayChosen(_)
            | Event::VoicesCounted(_)
            | Event::ResultStated(_)
            | Event::MajorityChosen(_)
            | Event::VoiceSet { .. }
            | Event::Proclaimed { .. }
            | Event::Rectified(_) => self.follow_the_votes(event),
            Event::BallotAsked(_)
            | Event::SecretAsked(_)
            | Event::ListsFiled(_)
            | Event::PostsFixed(_)
            | Event::FormChosen(_)
            | Event::SecrecyWaived(_)
            | Event::UrnClosed(_)
            | Event::BallotsCounted(_)
            | Event::TieSettled(_)
            | Event::RoundOpened(_) => self.follow_a_secret(event),
            // Nothing of these changes who has a voice, what it says, or what it takes to adopt or to be elected.
            Event::Irregularity { .. }
            | Event::TextChanged(_)
            | Event::RemarkMade(_)
            | Event::CandidatesNamed(_)
            | Event::TellersNamed(_)
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
            | Event::ActNumbered(_)
            | Event::ActWithdrawn(_)
            | Event::FileTakenOver { .. } => {}
        }
        self.follow_in_the_open_votes();
    }

    fn follow_the_votes(&mut self, event: &'a Event) {
        match event {
            Event::ReportOpened { report, .. } => self.take_a_vote((report, None)),
            Event::ProposalOpened(opened) => self.take_a_vote((&opened.report, Some(&opened.id))),
            Event::ProposalFiled(filed) if filed.put => self.take_a_vote((&filed.report, Some(&filed.id))),
            Event::GroupLeft(left) => {
                self.votes.remove(&(&left.report, None));
            }
            Event::ProposalDropped(dropped) => {
                self.votes.remove(&(&dropped.report, Some(&dropped.id)));
            }
            Event::VoiceSet { report, on, member, choice } => {
                self.in_the_vote((report, on.as_ref()), |ballot| ballot.say(member, *choice));
            }
            Event::WayChosen(ChosenWay { report, on, way }) => {
                self.in_the_vote((report, on.as_ref()), |ballot| ballot.take_another_way(*way));
            }
            Event::VoicesCounted(counted) => {
                let CountedVoices { report, on, chair, .. } = counted;
                self.in_the_vote((report, on.as_ref()), |ballot| {
                    ballot.way = Way::Figures;
                    ballot.counts = Some(counted.counts());
                    ballot.chair_said = *chair;
                });
            }
            Event::ResultStated(StatedResult { report, on, result }) => {
                self.in_the_vote((report, on.as_ref()), |ballot| {
                    ballot.way = Way::Result;
                    ballot.stated = Some(*result);
                });
            }
            Event::MajorityChosen(ChosenMajority { report, majority, .. }) => {
                self.announced.insert(report, *majority);
                self.in_the_vote((report, None), |ballot| ballot.majority = *majority);
            }
            Event::Proclaimed { report, on: Some(id), .. } => {
                self.in_the_vote((report, Some(id)), |ballot| ballot.is_open = false);
            }
            Event::Proclaimed { report, on: None, outcome, .. } => {
                if matches!(outcome, Outcome::Withdrawn | Outcome::Postponed | Outcome::SetAside) {
                    // It is left with what was put before its text, and nothing of it was voted.
                    self.votes.retain(|(of, on), ballot| *of != report || on.is_none() || !ballot.is_open);
                    self.votes.entry((report, None)).or_insert_with(|| Rc::new(ballot_of_nobody()));
                    self.in_the_vote((report, None), |ballot| ballot.way = Way::WithoutVote);
                }
                self.in_the_vote((report, None), |ballot| ballot.is_open = false);
            }
            Event::Rectified(Rectified { report, on, .. }) => {
                if let Some(mended) = mended(event) {
                    self.in_the_vote((report, on.as_ref()), |ballot| *ballot = ballot.rectified(&mended));
                }
            }
            _ => {}
        }
    }

    fn in_the_vote(&mut self, place: Place<'a>, change: impl FnOnce(&mut Ballot<'a>)) {
        if let Some(ballot) = self.votes.get_mut(&place) {
            change(Rc::make_mut(ballot));
        }
    }

    /// The room of a vote follows who comes and goes, and its chair who presides, until the result is proclaimed.
    fn follow_in_the_open_votes(&mut self) {
        for ((report, _), ballot) in self.votes.iter_mut().filter(|(_, ballot)| ballot.is_open) {
            let ballot = Rc::make_mut(ballot);
            ballot.follow_the_chair(self.chairs.get(*report).copied().or(self.chair));
            // The room of an urn that is closed stays as it was.
            if !ballot.is_closed() {
                ballot.room = self.room.clone();
                ballot.barred = self.barred.get(*report).cloned().unwrap_or_default();
                ballot.forget();
            }
        }
    }

    fn room_mut(&mut self) -> &mut Room<'a> {
        Rc::make_mut(&mut self.room)
    }

    fn take_a_vote(&mut self, place: Place<'a>) {
        let (report, on) = place;
        let rules = Rules::of(&self.docket.body, self.docket.meeting.date);
        let kind = self.kind(report);
        // What is put before a text takes the ordinary majority, and is voted.
        let (way, majority, unvoted) = match on {
            Some(_) => (Way::ByException, Majority::OfCast, None),
            None => (usual_way(kind), self.majority(report, kind), unvoted(kind)),
        };
        let ballot = Ballot {
            room: self.room.clone(),
            barred: self.barred.get(report).cloned().unwrap_or_default(),
            chair: self.chairs.get(report).copied().or(self.chair),
            said: BTreeMap::new(),
            way,
            counts: None,
            chair_said: None,
            stated: None,
            majority,
            unvoted,
            casting_vote: rules.has_casting_vote(),
            all_are_voters: self.docket.body.settings.nppv_in_voters,
            is_open: true,
            urn: (way == Way::Secret).then(Urn::opened),
            contest: if on.is_none() { self.contest(report) } else { None },
        };
        self.votes.insert(place, Rc::new(ballot));
    }

    fn kind(&self, report: &ReportId) -> ReportKind {
        let of_the_file = || self.docket.agenda.report(report).map(|report| report.kind);
        self.added.get(report).copied().or_else(of_the_file).unwrap_or(ReportKind::Deliberation)
    }

    /// That of the accounts for the accounts; for others the one that was announced, that of the file, that which the body
    /// settled for the kind, that of the votes cast.
    fn majority(&self, report: &ReportId, kind: ReportKind) -> Majority {
        if matches!(kind, ReportKind::AdministrativeAccounts | ReportKind::UnifiedAccounts) {
            return Majority::NoneAgainst;
        }
        let of_the_file = || Some(self.docket.agenda.report(report)?.majority.as_ref()?.value);
        let settled = self.docket.body.settings.majorities.iter().rev();
        let of_its_kind = || settled.clone().find(|(of, _)| of.is_like(kind)).map(|(_, setting)| setting.value);
        self.announced.get(report).copied().or_else(of_the_file).or_else(of_its_kind).unwrap_or(Majority::OfCast)
    }
}

/// The vote that was never taken on a report that left the agenda before it was opened.
fn ballot_of_nobody<'a>() -> Ballot<'a> {
    Ballot {
        room: Rc::new(Room { seats: Vec::new(), away: BTreeSet::new(), powers: BTreeMap::new() }),
        barred: BTreeSet::new(),
        chair: None,
        said: BTreeMap::new(),
        way: Way::WithoutVote,
        counts: None,
        chair_said: None,
        stated: None,
        majority: Majority::OfCast,
        unvoted: None,
        casting_vote: false,
        all_are_voters: false,
        is_open: true,
        urn: None,
        contest: None,
    }
}

/// What a rectification gives.
fn mended(event: &Event) -> Option<Mended<'_>> {
    match event {
        Event::Rectified(Rectified { presences, voices, counts, chair, stated, urn, .. }) => {
            let urn = urn.as_ref();
            Some(Mended { presences, voices, counts: *counts, chair: *chair, stated: *stated, urn })
        }
        _ => None,
    }
}
