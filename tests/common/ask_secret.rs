//! Commands of a secret ballot and of an election in few words.

use hemicycle::council::command::Command;
use hemicycle::council::election::{CandidateList, Form};
use hemicycle::council::proposal::ProposalId;
use hemicycle::council::secret::{Count, Ticket};
use hemicycle::council::step::{
    AskedBallot, ChosenForm, CloseUrn, CountedBallots, FiledLists, FixedPosts, NamedTellers, NextRound, SettledTie,
    WaivedSecrecy,
};

use super::ask::members;
use super::{member, report};

/// The text of a report is to be voted by secret ballot, at the request of those members.
pub fn ask_secret(number: u32, who: &[u32]) -> Command {
    ask_secret_on(number, None, who, false)
}

/// Those members ask for it, and are refused.
pub fn refuse_secret(number: u32, who: &[u32]) -> Command {
    ask_secret_on(number, None, who, true)
}

pub fn ask_secret_on(number: u32, on: Option<&ProposalId>, who: &[u32], refused: bool) -> Command {
    let (report, on) = (report(number), on.cloned());
    Command::AskSecret(AskedBallot { report, on, asked_by: members(who), refused, at: None })
}

pub fn tellers(number: u32, who: &[u32]) -> Command {
    Command::NameTellers(NamedTellers { report: report(number), on: None, tellers: members(who) })
}

/// The urn is closed: everybody in the room put a ballot into it, but those.
pub fn close_urn_but(number: u32, all_but: &[u32]) -> Command {
    close_urn_on(number, None, None, all_but)
}

/// The urn is closed: those put a ballot into it, and nobody else.
pub fn close_urn(number: u32, voters: &[u32]) -> Command {
    close_urn_on(number, None, Some(voters), &[])
}

pub fn close_urn_on(number: u32, on: Option<&ProposalId>, voters: Option<&[u32]>, all_but: &[u32]) -> Command {
    Command::CloseUrn(CloseUrn {
        report: report(number),
        on: on.cloned(),
        voters: voters.map(members),
        all_but: members(all_but),
        opened_at: None,
        at: None,
    })
}

/// What the ballots on a text said: for, against, blank, null; as many as were in the urn.
pub fn count(number: u32, [for_, against, blank, null]: [u32; 4]) -> Command {
    count_on(number, None, of_a_text([for_, against, blank, null]))
}

pub fn count_on(number: u32, on: Option<&ProposalId>, count: Count) -> Command {
    Command::CountBallots(CountedBallots { report: report(number), on: on.cloned(), count })
}

pub fn of_a_text([for_, against, blank, null]: [u32; 4]) -> Count {
    totals(blank, null, &[(Ticket::For, for_), (Ticket::Against, against)])
}

/// Totals that add up.
pub fn totals(blank: u32, null: u32, votes: &[(Ticket, u32)]) -> Count {
    let cast: u32 = votes.iter().map(|(_, number)| number).sum();
    Count { in_urn: cast + blank + null, blank, null, votes: votes.to_vec() }
}

/// A ballot with the name of that member.
pub fn named(who: u32) -> Ticket {
    Ticket::Member(member(who))
}

/// What the ballots of an election said: how many for each member.
pub fn elect(number: u32, votes: &[(u32, u32)]) -> Command {
    let votes: Vec<(Ticket, u32)> = votes.iter().map(|(who, number)| (named(*who), *number)).collect();
    count_on(number, None, totals(0, 0, &votes))
}

pub fn waive_secrecy(number: u32) -> Command {
    Command::WaiveSecrecy(WaivedSecrecy { report: report(number), at: None })
}

pub fn lists(number: u32, lists: &[(&str, &[u32])]) -> Command {
    let list = |(name, who): &(&str, &[u32])| CandidateList { name: (*name).to_owned(), candidates: members(who) };
    Command::FileLists(FiledLists { report: report(number), lists: lists.iter().map(list).collect() })
}

pub fn posts(number: u32, posts: u32) -> Command {
    Command::FixPosts(FixedPosts { report: report(number), posts })
}

pub fn choose_form(number: u32, form: Form) -> Command {
    Command::ChooseForm(ChosenForm { report: report(number), form })
}

pub fn next_round(number: u32) -> Command {
    Command::NextRound(NextRound { report: report(number) })
}

pub fn settle_tie(number: u32, ticket: Ticket) -> Command {
    Command::SettleTie(SettledTie { report: report(number), ticket })
}

/// What was in the urn of a vote that was proclaimed, as it should have been taken down.
pub fn rectify_urn(number: u32, urn: Count) -> Command {
    Command::Rectify {
        report: report(number),
        on: None,
        reason: "recomptage".to_owned(),
        presences: vec![],
        voices: vec![],
        counts: None,
        chair: None,
        stated: None,
        urn: Some(urn),
        at: None,
    }
}
