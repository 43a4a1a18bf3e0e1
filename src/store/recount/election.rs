//! An election, from its rounds: what each of them gives, by the definitions of the law.
//!
//! Seats in proportion are given here by laying every claim of every list side by side, and not one seat after the other.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::council::docket::Docket;
use crate::council::election::{CandidateList, Form, Office};
use crate::council::id::MemberId;
use crate::council::law::{Rules, Subject, Value};
use crate::council::secret::{Count as Totals, Ticket};

use super::urn::votes_for;

/// The terms of an election as they stand now.
#[derive(Clone)]
pub(super) struct Contest<'a> {
    pub form: Form,
    pub posts: Option<u32>,
    /// Whether the majority is of the members in office.
    pub of_members: bool,
    pub lists: &'a [CandidateList],
    pub docket: &'a Docket,
}

/// One round.
#[derive(Clone)]
pub(super) struct Round<'a> {
    pub post: u32,
    pub number: u32,
    pub signed: Option<BTreeSet<&'a MemberId>>,
    pub without_a_ballot: u32,
    pub in_office: u32,
    /// The lists as they stood when the urn was closed.
    pub stood: &'a [CandidateList],
    pub totals: Option<&'a Totals>,
    /// Who was said to be the eldest, in the order in which it was said.
    pub said: Vec<&'a Ticket>,
}

/// What a round gives, once it is counted.
pub(super) enum Gives {
    /// The post, or all of them, have somebody.
    Filled(Vec<MemberId>),
    /// Another round.
    Another,
    /// Equal votes, and nobody knows or said who is the eldest.
    Open,
    /// Nothing was cast when it counted.
    Nobody,
}

/// What an office wants of its election, from the table of the law and from the numbers that it depends on.
pub(super) fn usual_form(office: Office, posts: Option<u32>, docket: &Docket, rules: &Rules) -> Form {
    let lists_of_deputies = || {
        let value = rules.row(Subject::DeputyElection)?.value;
        let of_people = match value {
            Value::FromPopulation(0) => Some(true),
            Value::FromPopulation(least) => docket.body.population.map(|people| people >= least),
            value => Some(value == Value::Holds),
        };
        if posts == Some(1) { Some(false) } else { of_people }
    };
    match office {
        Office::Mayor | Office::President | Office::Deputy | Office::Delegates => Form::ByName,
        Office::Deputies if lists_of_deputies() == Some(false) => Form::ByName,
        Office::VicePresidents if lists_of_deputies() != Some(true) => Form::ByName,
        Office::Deputies | Office::VicePresidents => Form::ByList,
        Office::PermanentCommittee | Office::CommunityCouncillors => Form::HighestAverage,
        Office::TenderCommittee | Office::CcasBoard => Form::HighestRemainder,
    }
}

/// Whether whoever presides is elected by most of the members, and not of the votes cast.
pub(super) fn is_of_members(office: Office, rules: &Rules) -> bool {
    let is_head = matches!(office, Office::Mayor | Office::President);
    is_head && rules.row(Subject::HeadElection).is_some_and(|row| row.value == Value::OfMembers)
}

impl<'a> Round<'a> {
    pub fn first() -> Self {
        Self {
            post: 1,
            number: 1,
            signed: None,
            without_a_ballot: 0,
            in_office: 0,
            stood: &[],
            totals: None,
            said: Vec::new(),
        }
    }

    /// What it gives; `None` before it is counted.
    pub fn gives(&self, contest: &Contest<'a>) -> Option<Gives> {
        let totals = self.totals?;
        // Lists of the next round may bear the same names.
        let contest = Contest { lists: self.stood, ..contest.clone() };
        match contest.form {
            Form::ByName | Form::ByList => Some(self.by_majority(totals, &contest)),
            Form::HighestRemainder | Form::HighestAverage => self.in_proportion(totals, &contest),
        }
    }

    /// Whether somebody has a post by it.
    pub fn fills(&self, contest: &Contest<'a>) -> bool {
        matches!(self.gives(contest), Some(Gives::Filled(_)))
    }

    fn by_majority(&self, totals: &Totals, contest: &Contest<'a>) -> Gives {
        let cast: u64 = totals.votes.iter().map(|(_, votes)| u64::from(*votes)).sum();
        let of = if contest.of_members { u64::from(self.in_office) } else { cast };
        let most = totals.votes.iter().map(|(_, votes)| *votes).max().unwrap_or(0);
        let first: Vec<&Ticket> = totals.votes.iter().filter(|(_, votes)| *votes == most).map(|(it, _)| it).collect();
        match (self.number, first.as_slice()) {
            (1 | 2, [ticket]) if 2 * u64::from(most) > of => contest.fills(ticket),
            (1 | 2, _) => Gives::Another,
            _ if most == 0 => Gives::Nobody,
            (_, [ticket]) => contest.fills(ticket),
            (_, tied) => {
                let ages: Vec<(&Ticket, Option<Mean>)> = tied.iter().map(|it| (*it, contest.mean(it))).collect();
                eldest(&ages, self.said.first().copied()).map_or(Gives::Open, |ticket| contest.fills(ticket))
            }
        }
    }

    /// Each list lays down its claims, the first for its first seat: those of the quotient, then what it claims the others by.
    fn in_proportion(&self, totals: &Totals, contest: &Contest<'a>) -> Option<Gives> {
        let posts = usize::try_from(contest.posts?).ok()?;
        let seats = u64::from(contest.posts?);
        let cast: u64 = totals.votes.iter().map(|(_, votes)| u64::from(*votes)).sum();
        if cast == 0 {
            return Some(Gives::Nobody);
        }
        let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
        let mut said = self.said.iter().copied();
        let votes = |list: &CandidateList| u64::from(votes_for(totals, &Ticket::List(list.name.clone())));
        if contest.form == Form::HighestRemainder {
            for list in contest.lists {
                let whole = usize::try_from(votes(list) * seats / cast).unwrap_or(usize::MAX);
                taken.insert(&list.name, whole.min(list.candidates.len()));
            }
        }
        let whole = taken.clone();
        while taken.values().sum::<usize>() < posts {
            let has = |list: &CandidateList| taken.get(list.name.as_str()).copied().unwrap_or(0);
            let of_the_quotient = |list: &CandidateList| whole.get(list.name.as_str()).copied().unwrap_or(0);
            // The fewer remainders it used, the higher its remainder or its average, the more votes: the better its claim.
            let claim = |list: &CandidateList| match contest.form {
                Form::HighestRemainder => (Reverse(has(list) - of_the_quotient(list)), votes(list) * seats % cast, 1),
                _ => (Reverse(0), votes(list), u64::try_from(has(list)).unwrap_or(u64::MAX) + 1),
            };
            let is_better = |one: &CandidateList, other: &CandidateList| {
                let ((used, up, down), (other_used, other_up, other_down)) = (claim(one), claim(other));
                (used, up * other_down, votes(one)) > (other_used, other_up * down, votes(other))
            };
            let able: Vec<&CandidateList> =
                contest.lists.iter().filter(|list| votes(list) > 0 && has(list) < list.candidates.len()).collect();
            let best: Vec<&CandidateList> =
                able.iter().copied().filter(|list| !able.iter().any(|other| is_better(other, list))).collect();
            let left = posts - taken.values().sum::<usize>();
            let takers: Vec<&CandidateList> = match best.as_slice() {
                [] => break,
                // Each of them has one, whoever comes first.
                some if some.len() <= left => best,
                tied => {
                    let next = |list: &CandidateList| Mean::of([contest.birth(list.candidates.get(has(list))?)]);
                    let tickets: Vec<Ticket> = tied.iter().map(|list| list.ticket()).collect();
                    let ages: Vec<(&Ticket, Option<Mean>)> =
                        tickets.iter().zip(tied).map(|(ticket, list)| (ticket, next(list))).collect();
                    let known = eldest(&ages, None);
                    let Some(ticket) = known.or_else(|| eldest(&ages, said.next())) else { return Some(Gives::Open) };
                    best.iter().copied().filter(|list| list.ticket() == *ticket).collect()
                }
            };
            for list in takers {
                *taken.entry(&list.name).or_default() += 1;
            }
        }
        let first =
            |list: &'a CandidateList| list.candidates.iter().take(taken.get(list.name.as_str()).copied().unwrap_or(0));
        Some(Gives::Filled(contest.lists.iter().flat_map(first).cloned().collect()))
    }
}

impl Contest<'_> {
    /// Whoever is on that ticket has it: the list, as far as there are posts.
    fn fills(&self, ticket: &Ticket) -> Gives {
        Gives::Filled(match ticket {
            Ticket::Member(member) => vec![member.clone()],
            Ticket::List(name) => {
                let posts = self.posts.map_or(usize::MAX, |posts| usize::try_from(posts).unwrap_or(usize::MAX));
                let list = self.lists.iter().find(|list| list.name == *name);
                list.map_or_else(Vec::new, |list| list.candidates.iter().take(posts).cloned().collect())
            }
            Ticket::For | Ticket::Against => vec![],
        })
    }

    fn birth(&self, member: &MemberId) -> Option<Date> {
        self.docket.roster.get(member)?.birth
    }

    fn mean(&self, ticket: &Ticket) -> Option<Mean> {
        match ticket {
            Ticket::Member(member) => Mean::of([self.birth(member)]),
            Ticket::List(name) => {
                let list = self.lists.iter().find(|list| list.name == *name)?;
                Mean::of(list.candidates.iter().map(|member| self.birth(member)))
            }
            Ticket::For | Ticket::Against => None,
        }
    }
}

/// The mean day of birth of some people: a sum of days, over how many they are. The earlier, the older they are on average.
#[derive(Clone, Copy)]
struct Mean {
    days: i128,
    people: i128,
}

impl Mean {
    fn of(births: impl IntoIterator<Item = Option<Date>>) -> Option<Self> {
        let mut mean = Self { days: 0, people: 0 };
        for birth in births {
            mean.days += i128::from((birth? - Date::ZERO).get_days());
            mean.people += 1;
        }
        (mean.people > 0).then_some(mean)
    }

    fn is_before(self, other: Self) -> bool {
        self.days * other.people < other.days * self.people
    }
}

/// Of those, the one than whom nobody can be older; of several such, the one who was said to be the eldest.
fn eldest<'t>(ages: &[(&'t Ticket, Option<Mean>)], said: Option<&Ticket>) -> Option<&'t Ticket> {
    let has_an_elder = |age: Option<Mean>| {
        age.is_some_and(|age| ages.iter().any(|(_, other)| other.is_some_and(|other| other.is_before(age))))
    };
    let left: Vec<&Ticket> = ages.iter().filter(|(_, age)| !has_an_elder(*age)).map(|(ticket, _)| *ticket).collect();
    match left.as_slice() {
        [one] => Some(one),
        several => several.iter().copied().find(|ticket| said == Some(*ticket)),
    }
}
