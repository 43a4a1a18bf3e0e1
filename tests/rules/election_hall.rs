//! A made-up council that elects: its report 1 is an election, its report 2 a délibération.

use hemicycle::council::decide::Refused;
use hemicycle::council::docket::{BodyKind, Docket};
use hemicycle::council::election::{CandidateList, Form, Office, RoundResult};
use hemicycle::council::event::Event;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::name::Civility;
use hemicycle::council::roster::{Member, Roster};
use hemicycle::council::secret::{Count, SecretVote, Ticket};
use hemicycle::council::step::{
    AskedBallot, ChosenForm, CloseUrn, CountedBallots, FiledLists, FixedPosts, NamedCandidates, NextRound, SettledTie,
    WaivedSecrecy,
};
use jiff::civil::date;

use super::common::{Room, docket, member, report, with_report};
use hemicycle::council::command::Command;

/// A council of so many members of that kind, of which report 1 elects.
pub fn electing(kind: BodyKind, size: u32, office: Office, posts: Option<u32>) -> Docket {
    let mut docket = with_report(docket(size, 2), 1, |report| report.kind = ReportKind::Election { office, posts });
    docket.body.kind = kind;
    docket
}

/// A commune of so many members, of which report 1 elects.
pub fn commune(size: u32, office: Office, posts: Option<u32>) -> Docket {
    electing(BodyKind::Commune, size, office, posts)
}

/// The docket with one member changed.
pub fn with_member(mut docket: Docket, number: u32, change: impl Fn(&mut Member)) -> Docket {
    let mut members: Vec<Member> = docket.roster.everyone().cloned().collect();
    members.iter_mut().filter(|held| held.id == member(number)).for_each(change);
    docket.roster = Roster::new(members);
    docket
}

/// The docket with the years in which members were born.
pub fn born(docket: Docket, years: &[(u32, i16)]) -> Docket {
    years.iter().fold(docket, |docket, (number, year)| {
        with_member(docket, *number, |member| member.birth = Some(date(*year, 1, 1)))
    })
}

/// The docket with members addressed so, from the first on.
pub fn addressed(docket: Docket, civilities: &[Civility]) -> Docket {
    (1..).zip(civilities).fold(docket, |docket, (number, civility)| {
        with_member(docket, number, |member| member.name.civility = Some(*civility))
    })
}

pub fn to(number: u32) -> Ticket {
    Ticket::Member(member(number))
}

pub fn for_list(name: &str) -> Ticket {
    Ticket::List(name.to_owned())
}

pub fn list(name: &str, candidates: &[u32]) -> CandidateList {
    CandidateList { name: name.to_owned(), candidates: candidates.iter().map(|number| member(*number)).collect() }
}

pub fn candidates(numbers: &[u32]) -> Command {
    let candidates = numbers.iter().map(|number| member(*number)).collect();
    Command::NameCandidates(NamedCandidates { report: report(1), candidates })
}

pub fn lists(lists: &[CandidateList]) -> Command {
    Command::FileLists(FiledLists { report: report(1), lists: lists.to_vec() })
}

pub fn posts(posts: u32) -> Command {
    Command::FixPosts(FixedPosts { report: report(1), posts })
}

pub fn form(form: Form) -> Command {
    Command::ChooseForm(ChosenForm { report: report(1), form })
}

pub fn next_round() -> Command {
    Command::NextRound(NextRound { report: report(1) })
}

pub fn eldest_is(ticket: Ticket) -> Command {
    Command::SettleTie(SettledTie { report: report(1), ticket })
}

pub fn waive() -> Command {
    Command::WaiveSecrecy(WaivedSecrecy { report: report(1), at: None })
}

pub fn ask_secret() -> Command {
    let (report, on) = (report(1), None);
    Command::AskSecret(AskedBallot { report, on, asked_by: vec![], refused: false, at: None })
}

pub fn open_report(number: u32) -> Command {
    Command::OpenReport { report: report(number), with: vec![] }
}

/// Everybody in the room signs.
pub fn close() -> Command {
    Command::CloseUrn(CloseUrn {
        report: report(1),
        on: None,
        voters: None,
        all_but: vec![],
        opened_at: None,
        at: None,
    })
}

pub fn count(votes: &[(Ticket, u32)], blank: u32, null: u32) -> Command {
    let in_urn = votes.iter().map(|(_, number)| number).sum::<u32>() + blank + null;
    Command::CountBallots(CountedBallots {
        report: report(1),
        on: None,
        count: Count { in_urn, blank, null, votes: votes.to_vec() },
    })
}

pub fn proclaim() -> Command {
    Command::proclaim(&report(1), None, None)
}

pub fn chair(number: u32) -> Command {
    Command::TakeChair { member: member(number), report: None, elected: false, at: None }
}

impl Room {
    /// The sitting is open, and so is the election.
    pub fn elects(docket: Docket) -> Self {
        let mut room = Self::of(docket);
        room.ask_because(&Command::Open { at: None }, "motif").expect("the sitting is opened");
        room.ask_because(&open_report(1), "motif").expect("the election is opened");
        room
    }

    /// A round is held: the urn is closed with whatever is irregular in it, and counted.
    pub fn holds(&mut self, votes: &[(Ticket, u32)], blank: u32, null: u32) -> Option<RoundResult> {
        self.ask_because(&close(), "motif").expect("the urn is closed");
        self.must(&count(votes, blank, null));
        self.result()
    }

    /// What the last round gives.
    pub fn result(&self) -> Option<RoundResult> {
        let secret = self.sitting().secret_vote(&report(1), None)?;
        self.sitting().round_result(&report(1), secret.last()?)
    }

    /// Who is elected so far, by number.
    pub fn elected(&self) -> Vec<u32> {
        let number = |id: &hemicycle::council::id::MemberId| {
            id.as_str().trim_start_matches('m').parse::<u32>().expect("the identity of a made-up member")
        };
        self.sitting().elected(&report(1)).iter().map(|elected| number(&elected.member)).collect()
    }

    pub fn round(&self) -> (u32, u32) {
        let last = self.sitting().secret_vote(&report(1), None).and_then(SecretVote::last).expect("a round");
        (last.post, last.number)
    }

    /// Proclaims, and opens the next report in the same action.
    pub fn proclaims_and_opens(&mut self, reason: &str) -> Result<Vec<Event>, Refused> {
        self.ask_because(&Command::proclaim(&report(1), None, Some(report(2))), reason)
    }
}
