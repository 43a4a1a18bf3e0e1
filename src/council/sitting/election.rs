//! An election as the sitting knows it: its terms, who stands, how old they are, what its rounds gave.

use jiff::civil::Date;

use super::Sitting;
use crate::council::docket::BodyKind;
use crate::council::election::{Age, Contest, Form, Office, RoundResult, Secrecy};
use crate::council::id::{MemberId, ReportId};
use crate::council::kind::ReportKind;
use crate::council::law::Subject;
use crate::council::majority::Base;
use crate::council::proposal::ProposalId;
use crate::council::secret::{Round, SecretVote, Ticket};

/// Who was elected, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElectedMember {
    /// Who.
    pub member: MemberId,
    /// For which post, from 1, in the order of appointment.
    pub post: u32,
    /// In which round.
    pub round: u32,
    /// On which list, if on one.
    pub list: Option<String>,
}

impl Sitting {
    /// The terms on which a report elects; `None` where it elects nobody.
    #[must_use]
    pub fn contest(&self, report: &ReportId) -> Option<Contest> {
        let handling = self.handling(report);
        let (office, of_the_file, secrecy) = match self.docket.agenda.report(report)?.kind {
            ReportKind::Election { office, posts } => (office, posts, Secrecy::Required),
            ReportKind::Appointment { posts, secret: true } => (Office::Delegates, posts, Secrecy::Required),
            ReportKind::Appointment { posts, secret: false } => (Office::Delegates, posts, Secrecy::Waivable),
            _ => return None,
        };
        let one = matches!(office, Office::Mayor | Office::President | Office::Deputy).then_some(1);
        let posts = handling.posts.or(of_the_file).or(one);
        let form = handling.form.unwrap_or(match office {
            Office::Mayor | Office::President | Office::Deputy | Office::VicePresidents | Office::Delegates => {
                Form::ByName
            }
            Office::Deputies => Form::ByList,
            Office::PermanentCommittee | Office::CommunityCouncillors => Form::HighestAverage,
            Office::TenderCommittee | Office::CcasBoard => Form::HighestRemainder,
        });
        let of_members =
            office == Office::President && matches!(self.docket.body.kind, BodyKind::Departement | BodyKind::Region);
        let subject = if secrecy == Secrecy::Required { Subject::SecretByLaw } else { Subject::Appointment };
        Some(Contest {
            office,
            form,
            posts,
            base: if of_members { Base::Members } else { Base::Cast },
            secrecy,
            article: self.rules().article(subject),
        })
    }

    /// What ballots may say in that vote: for and against on a text; who stands in an election, in the order given.
    #[must_use]
    pub fn standing(&self, report: &ReportId, on: Option<&ProposalId>) -> Vec<Ticket> {
        let contest = self.contest(report).filter(|_| on.is_none());
        let handling = self.handling(report);
        match contest {
            None => vec![Ticket::For, Ticket::Against],
            Some(contest) if contest.form.is_by_list() => {
                handling.lists.iter().map(crate::council::election::CandidateList::ticket).collect()
            }
            Some(_) => handling.candidates.iter().cloned().map(Ticket::Member).collect(),
        }
    }

    /// The urn of a vote by secret ballot.
    #[must_use]
    pub fn secret_vote(&self, report: &ReportId, on: Option<&ProposalId>) -> Option<&SecretVote> {
        self.vote_on(report, on)?.secret()
    }

    /// How old those on a ticket are; `None` if a day of birth is missing.
    #[must_use]
    pub fn age_of(&self, report: &ReportId, ticket: &Ticket) -> Option<Age> {
        let birth = |member: &MemberId| -> Option<Date> { self.docket.roster.get(member)?.birth };
        match ticket {
            Ticket::For | Ticket::Against => None,
            Ticket::Member(member) => Age::of(&[birth(member)?]),
            Ticket::List(name) => {
                let list = self.handling(report).lists.iter().find(|list| list.name == *name)?;
                let births: Option<Vec<Date>> = list.candidates.iter().map(birth).collect();
                Age::of(&births?)
            }
        }
    }

    /// What a round of an election gives; `None` while its totals are not final, and where nobody is elected by it.
    #[must_use]
    pub fn round_result(&self, report: &ReportId, round: &Round) -> Option<RoundResult> {
        self.contest(report)?.result(round, |ticket| self.age_of(report, ticket))
    }

    /// Who was elected so far in a report, in the order of the posts.
    #[must_use]
    pub fn elected(&self, report: &ReportId) -> Vec<ElectedMember> {
        let Some(secret) = self.secret_vote(report, None) else { return vec![] };
        let lists = &self.handling(report).lists;
        let mut elected = Vec::new();
        for round in &secret.rounds {
            let seats: Vec<(Ticket, u32)> = match self.round_result(report, round) {
                Some(RoundResult::Elected { ticket, .. }) => {
                    let posts = self.contest(report).and_then(|contest| contest.posts).unwrap_or(1);
                    vec![(ticket, posts)]
                }
                Some(RoundResult::Allocated(allocation)) => {
                    allocation.lists.iter().map(|(list, _)| (list.clone(), allocation.seats_of(list))).collect()
                }
                _ => vec![],
            };
            for (ticket, seats) in seats {
                let (of_the_list, list) = match &ticket {
                    Ticket::Member(member) => (vec![member.clone()], None),
                    Ticket::List(name) => {
                        let list = lists.iter().find(|list| list.name == *name);
                        let first = list.map(|list| list.candidates.iter().take(seats as usize).cloned().collect());
                        (first.unwrap_or_default(), Some(name.clone()))
                    }
                    Ticket::For | Ticket::Against => continue,
                };
                for member in of_the_list {
                    let post = u32::try_from(elected.len()).unwrap_or(u32::MAX).saturating_add(1);
                    elected.push(ElectedMember { member, post, round: round.number, list: list.clone() });
                }
            }
        }
        elected
    }

    /// Whether the last round ended the election: every post is filled, or nobody can be elected any more.
    #[must_use]
    pub fn election_is_over(&self, report: &ReportId) -> bool {
        let Some(round) = self.secret_vote(report, None).and_then(SecretVote::last) else { return false };
        match (self.round_result(report, round), self.contest(report)) {
            (Some(RoundResult::Nobody | RoundResult::Allocated(_)), _) => true,
            (Some(RoundResult::Elected { .. }), Some(contest)) => {
                contest.form.is_by_list() || contest.posts.is_none_or(|posts| round.post >= posts)
            }
            _ => false,
        }
    }

    /// The eldest of the members who are present, where every day of birth that matters is known.
    #[must_use]
    pub fn eldest_present(&self) -> Option<&MemberId> {
        let present = self.docket.roster.everyone().filter(|member| self.attendance.is_present(&member.id));
        let births: Option<Vec<(Date, &MemberId)>> = present.map(|member| Some((member.birth?, &member.id))).collect();
        births?.into_iter().min().map(|(_, member)| member)
    }
}
