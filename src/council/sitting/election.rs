//! An election as the sitting knows it: its terms, who stands, how old they are, what its rounds gave.

use jiff::civil::Date;

use super::{Progress, Sitting};
use crate::council::election::{Age, CandidateList, Contest, Form, Office, RoundResult, Secrecy};
use crate::council::id::{MemberId, ReportId};
use crate::council::kind::ReportKind;
use crate::council::law::{Subject, Value};
use crate::council::majority::Base;
use crate::council::outcome::Outcome;
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
    /// Whether a report elected by secret ballot and was proclaimed: nothing but the judge changes that (E070).
    #[must_use]
    pub fn election_stands(&self, report: &ReportId) -> bool {
        let done = self.done_on(report, None);
        self.contest(report).is_some() && done.is_some_and(|done| done.vote.ballot.is_secret())
    }

    /// The terms on which a report elects; `None` where it elects nobody.
    #[must_use]
    pub fn contest(&self, report: &ReportId) -> Option<Contest> {
        let handling = self.handling(report);
        let (office, of_the_file, secrecy) = match self.docket.agenda.report(report)?.kind {
            ReportKind::Election { office, posts } => (office, posts, office.secrecy()),
            ReportKind::Appointment { posts, secret: true } => (Office::Delegates, posts, Secrecy::Required),
            ReportKind::Appointment { posts, secret: false } => (Office::Delegates, posts, Secrecy::Waivable),
            _ => return None,
        };
        let posts = if office.is_of_one() { Some(1) } else { handling.posts.or(of_the_file) };
        let form = handling.form.or_else(|| self.form_of_the_law(office, posts)).unwrap_or(match office {
            Office::Mayor | Office::President | Office::Deputy | Office::VicePresidents | Office::Delegates => {
                Form::ByName
            }
            Office::Deputies => Form::ByList,
            Office::PermanentCommittee | Office::CommunityCouncillors => Form::HighestAverage,
            Office::TenderCommittee | Office::CcasBoard => Form::HighestRemainder,
        });
        let rules = self.rules();
        let of_members =
            office.presides() && rules.row(Subject::HeadElection).is_some_and(|row| row.value == Value::OfMembers);
        let subject = match office {
            Office::Delegates if secrecy == Secrecy::Required => Subject::SecretByLaw,
            // Deputies one by one: as the mayor (art. L.2122-7 of the CGCT).
            Office::Deputies if form == Form::ByName => Subject::HeadElection,
            office => subject_of(office),
        };
        Some(Contest {
            office,
            form,
            posts,
            base: if of_members { Base::Members } else { Base::Cast },
            secrecy,
            article: rules.article(subject),
        })
    }

    /// How a text says that an office is elected, for so many posts; `None` where none says it, or where it depends on a
    /// number of inhabitants that is not known.
    ///
    /// Source: CGCT, art. L.2122-7 (by name, the mayor and one deputy alone), L.2122-7-2 (deputies by list).
    #[must_use]
    pub fn form_of_the_law(&self, office: Office, posts: Option<u32>) -> Option<Form> {
        if office.is_of_one() {
            return Some(Form::ByName);
        }
        let rules = self.rules();
        let rule = rules.row(subject_of(office))?;
        match rule.value {
            Value::HighestRemainder => Some(Form::HighestRemainder),
            Value::HighestAverage => Some(Form::HighestAverage),
            _ if !office.replaces() => None,
            _ if posts == Some(1) => Some(Form::ByName),
            _ => {
                let by_list = rules.holds_for(Subject::DeputyElection, self.docket.body.population)?;
                Some(if by_list { Form::ByList } else { Form::ByName })
            }
        }
    }

    /// What ballots may say in that vote: for and against on a text; who stands in an election, in the order given.
    #[must_use]
    pub fn standing(&self, report: &ReportId, on: Option<&ProposalId>) -> Vec<Ticket> {
        let contest = self.contest(report).filter(|_| on.is_none());
        let handling = self.handling(report);
        match contest {
            None => vec![Ticket::For, Ticket::Against],
            Some(contest) if contest.form.is_by_list() => handling.lists.iter().map(CandidateList::ticket).collect(),
            Some(_) => handling.candidates.iter().cloned().map(Ticket::Member).collect(),
        }
    }

    /// The urn of a vote by secret ballot.
    #[must_use]
    pub fn secret_vote(&self, report: &ReportId, on: Option<&ProposalId>) -> Option<&SecretVote> {
        self.vote_on(report, on)?.secret()
    }

    /// The days of birth of those on a ticket of a round, in the order of the list as it stood, as far as they are known.
    #[must_use]
    pub fn births(&self, round: &Round, ticket: &Ticket) -> Vec<Option<Date>> {
        on_the_ticket(round, ticket).iter().map(|member| self.docket.roster.get(member)?.birth).collect()
    }

    /// How old those on a ticket of a round are; `None` if a day of birth is missing.
    #[must_use]
    pub fn age_of(&self, round: &Round, ticket: &Ticket) -> Option<Age> {
        let births: Option<Vec<Date>> = self.births(round, ticket).into_iter().collect();
        Age::of(&births?)
    }

    /// What a round of an election gives; `None` while its totals are not final, and where nobody is elected by it.
    #[must_use]
    pub fn round_result(&self, report: &ReportId, round: &Round) -> Option<RoundResult> {
        self.contest(report)?.result(round, |ticket| self.births(round, ticket))
    }

    /// Who was elected so far in a report, in the order of the posts.
    #[must_use]
    pub fn elected(&self, report: &ReportId) -> Vec<ElectedMember> {
        let Some(secret) = self.secret_vote(report, None) else { return vec![] };
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
                let list = match &ticket {
                    Ticket::List(name) => Some(name),
                    _ => None,
                };
                for member in on_the_ticket(round, &ticket).iter().take(seats as usize).cloned() {
                    let post = u32::try_from(elected.len()).unwrap_or(u32::MAX).saturating_add(1);
                    elected.push(ElectedMember { member, post, round: round.number, list: list.cloned() });
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

    /// Whether who is elected in that report presides.
    #[must_use]
    pub fn elects_the_head(&self, report: &ReportId) -> bool {
        let kind = self.docket.agenda.report(report).map(|report| report.kind);
        matches!(kind, Some(ReportKind::Election { office, .. }) if office.presides())
    }

    /// The election of whoever presides that is on the agenda and not done yet.
    #[must_use]
    pub fn head_to_elect(&self) -> Option<&ReportId> {
        let is_done = |report: &ReportId| self.progress(report).and_then(Progress::done).is_some();
        let mut reports = self.docket.agenda.reports().map(|report| &report.id);
        reports.find(|report| self.elects_the_head(report) && !is_done(report))
    }

    /// Those elected in the sitting to such an office, in the order in which they were: what is not proclaimed elects nobody.
    fn elected_as(&self, such: impl Fn(Office) -> bool) -> Vec<&MemberId> {
        let is_such = |kind: ReportKind| matches!(kind, ReportKind::Election { office, .. } if such(office));
        let is_elected = |report: &ReportId| {
            self.progress(report).and_then(Progress::done).is_some_and(|done| done.outcome == Outcome::Elected)
        };
        let reports = self.docket.agenda.reports().filter(|report| is_such(report.kind) && is_elected(&report.id));
        let elected = reports.flat_map(|report| self.elected(&report.id));
        elected.filter_map(|elected| Some(&self.docket.roster.get(&elected.member)?.id)).collect()
    }

    /// Who was elected in the sitting to preside (*maire*, *président*), if anybody was; of two, the last.
    #[must_use]
    pub fn elected_head(&self) -> Option<&MemberId> {
        self.elected_as(Office::presides).pop()
    }

    /// Those elected in the sitting to stand in for the head (*adjoints*, *vice-présidents*), in the order of appointment.
    #[must_use]
    pub fn elected_deputies(&self) -> Vec<&MemberId> {
        self.elected_as(Office::replaces)
    }

    /// The members who are present and hold a seat, with their days of birth as far as known.
    fn births_present(&self) -> impl Iterator<Item = (&MemberId, Option<Date>)> {
        let roster = &self.docket.roster;
        let is_there = |id: &MemberId| self.attendance.is_present(id) && self.attendance.holds_seat(id, roster);
        roster.everyone().filter(move |member| is_there(&member.id)).map(|member| (&member.id, member.birth))
    }

    /// The eldest of the members who are present, where every day of birth that matters is known; of two born on one day, the
    /// first by identity.
    #[must_use]
    pub fn eldest_present(&self) -> Option<&MemberId> {
        let births: Option<Vec<(Date, &MemberId)>> =
            self.births_present().map(|(member, birth)| Some((birth?, member))).collect();
        births?.into_iter().min().map(|(_, member)| member)
    }

    /// The youngest of the members who are present, in the same way.
    #[must_use]
    pub fn youngest_present(&self) -> Option<&MemberId> {
        let births: Option<Vec<(Date, &MemberId)>> =
            self.births_present().map(|(member, birth)| Some((birth?, member))).collect();
        let births = births?;
        let last = births.iter().map(|(birth, _)| *birth).max()?;
        births.into_iter().filter(|(birth, _)| *birth == last).map(|(_, member)| member).min()
    }

    /// Whether a member who is present may be the eldest: nobody who is there is known to be older.
    #[must_use]
    pub fn may_be_the_eldest(&self, member: &MemberId) -> bool {
        let birth = self.docket.roster.get(member).and_then(|member| member.birth);
        let is_older = |other: Date| birth.is_some_and(|birth| other < birth);
        self.births_present().any(|(present, _)| present == member)
            && !self.births_present().filter_map(|(_, other)| other).any(is_older)
    }

    /// Whether a member who is present may be the youngest: nobody who is there is known to be younger.
    #[must_use]
    pub fn may_be_the_youngest(&self, member: &MemberId) -> bool {
        let birth = self.docket.roster.get(member).and_then(|member| member.birth);
        let is_younger = |other: Date| birth.is_some_and(|birth| other > birth);
        self.births_present().any(|(present, _)| present == member)
            && !self.births_present().filter_map(|(_, other)| other).any(is_younger)
    }
}

/// Who is on a ticket of a round, in the order of the list as it stood then; nobody on a list before its urn is closed.
fn on_the_ticket<'a>(round: &'a Round, ticket: &'a Ticket) -> &'a [MemberId] {
    match ticket {
        Ticket::For | Ticket::Against => &[],
        Ticket::Member(member) => std::slice::from_ref(member),
        Ticket::List(name) => round.urn.as_ref().map_or(&[], |urn| urn.on_the_list(name)),
    }
}

/// The rule by which an office is elected.
fn subject_of(office: Office) -> Subject {
    match office {
        Office::Mayor | Office::President | Office::Deputy => Subject::HeadElection,
        Office::Deputies | Office::VicePresidents => Subject::DeputyElection,
        Office::PermanentCommittee => Subject::PermanentCommittee,
        Office::CommunityCouncillors => Subject::CommunityCouncillors,
        Office::TenderCommittee => Subject::TenderCommittee,
        Office::CcasBoard => Subject::CcasBoard,
        Office::Delegates => Subject::Appointment,
    }
}
