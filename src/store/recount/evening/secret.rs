//! Secret ballots and elections, from their events.

use std::collections::BTreeSet;

use super::{Ballot, Count, Place};
use crate::council::chair::ChairTitle;
use crate::council::election::{CandidateList, Form, Office};
use crate::council::event::Event;
use crate::council::id::{MemberId, ReportId};
use crate::council::kind::ReportKind;
use crate::council::law::Rules;
use crate::council::secret::{Count as Totals, Ticket};
use crate::council::way::Way;
use crate::store::recount::election::{Contest, Gives, is_of_members, usual_form};
use crate::store::recount::urn::{Urn, add_up};

/// What was settled of an election in the sitting.
#[derive(Clone, Default)]
pub(super) struct Settled<'a> {
    posts: Option<u32>,
    form: Option<Form>,
    lists: Option<&'a [CandidateList]>,
}

impl<'a> Count<'a> {
    /// Whether what is told of an urn cannot be: somebody signed who has no voice, ballots do not add up or name what does not
    /// stand, a round is held that nothing calls for.
    pub(super) fn is_impossible_of_an_urn(&self, event: &'a Event) -> Option<&'a ReportId> {
        let (report, is_possible) = match event {
            Event::UrnClosed(signed) => {
                let urn = self.open_urn((&signed.report, signed.on.as_ref()));
                let is_new: BTreeSet<&MemberId> = signed.voters.iter().collect();
                let may_all = |urn: &Urn<'a>| signed.voters.iter().all(|member| urn.may_hold_a_ballot_of(member));
                let is_once = is_new.len() == signed.voters.len();
                (&signed.report, urn.is_some_and(|urn| !urn.is_closed() && is_once && may_all(urn)))
            }
            Event::BallotsCounted(counted) => {
                let place = (&counted.report, counted.on.as_ref());
                let urn = self.open_urn(place).filter(|urn| urn.is_closed());
                let is_first = urn.and_then(|urn| urn.rounds.last()).is_some_and(|round| round.totals.is_none());
                (&counted.report, is_first && self.may_be_found(place, &counted.count))
            }
            Event::RoundOpened(next) => {
                let gives = self.votes.get(&(&next.report, None)).and_then(|ballot| ballot.last_round_gives());
                let is_left = |ballot: &Ballot<'a>| ballot.result().is_none();
                let is_wanted = match gives {
                    Some(Gives::Another) => true,
                    Some(Gives::Filled(_)) => self.votes.get(&(&next.report, None)).is_some_and(|it| is_left(it)),
                    Some(Gives::Open | Gives::Nobody) | None => false,
                };
                (&next.report, is_wanted)
            }
            Event::TieSettled(settled) => {
                let gives = self.votes.get(&(&settled.report, None)).and_then(|ballot| ballot.last_round_gives());
                (&settled.report, matches!(gives, Some(Gives::Open)))
            }
            // Who takes the chair because he was elected to it was elected to it.
            Event::ChairTaken { member, report: None, title: ChairTitle::Installed, .. } => {
                let mut heads = self.votes.keys().filter(|(report, on)| on.is_none() && self.elects_the_head(report));
                let (report, _) = heads.clone().next()?;
                (*report, heads.any(|(report, _)| self.elected_in(report).contains(member)))
            }
            _ => return None,
        };
        (!is_possible).then_some(report)
    }

    fn elects_the_head(&self, report: &ReportId) -> bool {
        matches!(self.kind(report), ReportKind::Election { office: Office::Mayor | Office::President, .. })
    }

    /// Who was elected in that report, in the order of the posts; nobody before it is proclaimed.
    pub(in crate::store::recount) fn elected_in(&self, report: &'a ReportId) -> Vec<MemberId> {
        let done = self.votes.get(&(report, None)).filter(|ballot| !ballot.is_open);
        let Some((urn, contest)) = done.and_then(|ballot| Some((ballot.urn.as_ref()?, ballot.contest.as_ref()?)))
        else {
            return vec![];
        };
        let filled = urn.rounds.iter().filter_map(|round| match round.gives(contest)? {
            Gives::Filled(members) => Some(members),
            Gives::Another | Gives::Open | Gives::Nobody => None,
        });
        filled.flatten().collect()
    }

    /// The reports that came on the agenda in the sitting.
    pub(in crate::store::recount) fn added(&self) -> impl Iterator<Item = &'a ReportId> {
        self.added.keys().copied()
    }

    /// Whether those ballots may have been found in an urn: they add up, and what they say stands, or names a member.
    fn may_be_found(&self, place: Place<'a>, totals: &Totals) -> bool {
        let Some(ballot) = self.votes.get(&place) else { return false };
        let stands = |ticket: &Ticket| match (&ballot.contest, ticket) {
            (None, Ticket::For | Ticket::Against) => true,
            (Some(contest), Ticket::Member(member)) => contest.form == Form::ByName && self.room.holds_a_seat(member),
            (Some(contest), Ticket::List(name)) => {
                contest.form != Form::ByName && contest.lists.iter().any(|list| list.name == *name)
            }
            _ => false,
        };
        add_up(totals) && totals.votes.iter().all(|(ticket, votes)| *votes > 0 && stands(ticket))
    }

    fn open_urn(&self, place: Place<'a>) -> Option<&Urn<'a>> {
        self.votes.get(&place).filter(|ballot| ballot.is_open)?.urn.as_ref()
    }

    pub(super) fn follow_a_secret(&mut self, event: &'a Event) {
        match event {
            Event::SecretAsked(asked) if !asked.refused => {
                self.in_the_vote((&asked.report, asked.on.as_ref()), |ballot| ballot.begin_again(Way::Secret));
            }
            // Where the public ballot prevails, what was secret is not any more.
            Event::BallotAsked(asked) if !asked.refused => {
                self.in_the_vote((&asked.report, asked.on.as_ref()), |ballot| {
                    if ballot.way == Way::Secret {
                        ballot.begin_again(Way::ByException);
                    }
                });
            }
            Event::SecrecyWaived(waived) => self.in_the_vote((&waived.report, None), |ballot| {
                if matches!(ballot.way, Way::Secret | Way::WithoutVote) {
                    ballot.begin_again(Way::ByException);
                }
            }),
            Event::ListsFiled(filed) => {
                self.elections.entry(&filed.report).or_default().lists = Some(&filed.lists);
                self.follow_the_terms(&filed.report);
            }
            Event::PostsFixed(fixed) => {
                self.elections.entry(&fixed.report).or_default().posts = Some(fixed.posts);
                self.follow_the_terms(&fixed.report);
            }
            Event::FormChosen(chosen) => {
                self.elections.entry(&chosen.report).or_default().form = Some(chosen.form);
                self.follow_the_terms(&chosen.report);
            }
            Event::UrnClosed(signed) => {
                self.in_the_vote((&signed.report, signed.on.as_ref()), |ballot| {
                    let stood = ballot.contest.as_ref().map_or(&[][..], |contest| contest.lists);
                    if let Some(urn) = &mut ballot.urn {
                        urn.close(signed.voters.iter().collect(), stood, &ballot.room, &ballot.barred);
                    }
                });
            }
            Event::BallotsCounted(counted) => {
                self.in_the_vote((&counted.report, counted.on.as_ref()), |ballot| {
                    if let Some(round) = ballot.urn.as_mut().and_then(|urn| urn.rounds.last_mut()) {
                        round.totals = Some(&counted.count);
                    }
                });
            }
            Event::TieSettled(settled) => self.in_the_vote((&settled.report, None), |ballot| {
                if let Some(round) = ballot.urn.as_mut().and_then(|urn| urn.rounds.last_mut()) {
                    round.said.push(&settled.ticket);
                }
            }),
            Event::RoundOpened(next) => self.in_the_vote((&next.report, None), |ballot| {
                if let (Some(urn), Some(contest)) = (&mut ballot.urn, &ballot.contest) {
                    urn.go_on(contest);
                }
            }),
            _ => {}
        }
    }

    fn follow_the_terms(&mut self, report: &'a ReportId) {
        let contest = self.contest(report);
        self.in_the_vote((report, None), |ballot| ballot.contest = contest);
    }

    /// What that report elects, and how; `None` where it elects nobody.
    pub(super) fn contest(&self, report: &'a ReportId) -> Option<Contest<'a>> {
        let (office, of_the_file) = match self.kind(report) {
            ReportKind::Election { office, posts } => (office, posts),
            ReportKind::Appointment { posts, .. } => (Office::Delegates, posts),
            _ => return None,
        };
        let (docket, settled) = (self.docket, self.elections.get(report).cloned().unwrap_or_default());
        let beforehand = docket.agenda.report(report);
        let is_one = matches!(office, Office::Mayor | Office::President | Office::Deputy);
        let posts = if is_one { Some(1) } else { settled.posts.or(of_the_file) };
        let rules = Rules::of(&docket.body, docket.meeting.date);
        let chosen = settled.form.or_else(|| beforehand?.form);
        Some(Contest {
            form: chosen.unwrap_or_else(|| usual_form(office, posts, docket, &rules)),
            posts,
            of_members: is_of_members(office, &rules),
            lists: settled.lists.unwrap_or_else(|| beforehand.map_or(&[], |report| &report.lists)),
            docket,
        })
    }
}
