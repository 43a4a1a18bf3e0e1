//! What the room may see of a secret ballot: that it is held, and once it is proclaimed its result — who is elected and the
//! totals that were read aloud. Never who signed, who did not, nor a round that is not proclaimed.

use crate::council::agenda::Report;
use crate::council::ballot::Vote;
use crate::council::election::{Contest, RoundResult};
use crate::council::id::MemberId;
use crate::council::secret::{Count, Round, SecretVote, Ticket};
use crate::council::sitting::Sitting;
use crate::french::screen::{display as words, urn};

use super::called;

/// The totals of the urn that decided, and who is elected by them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ballots {
    /// Who is elected, as they are called, in the order of the posts; nobody by a text.
    pub elected: Vec<String>,
    /// How many ballots each got, the most first; for and against of a text.
    pub votes: Vec<(String, u32)>,
    /// Blank ballots.
    pub blank: u32,
    /// Null ones.
    pub null: u32,
    /// The seats of each list, where they went in proportion.
    pub seats: Vec<(String, u32)>,
}

/// What an election says of itself: « ÉLUE », « à la majorité absolue, au premier tour ».
pub struct Told {
    pub ballots: Ballots,
    pub word: Option<String>,
    pub how: Option<String>,
}

/// The round that is held, where there may be several; nothing of what is in the urn.
pub fn round(sitting: &Sitting, report: &Report, vote: &Vote) -> Option<u32> {
    let contest = sitting.contest(&report.id).filter(|contest| contest.form.rounds() > 1)?;
    vote.secret().and_then(SecretVote::last).map(|round| round.number).filter(|_| contest.form.rounds() > 1)
}

/// What may be shown of the urn of a vote that is proclaimed; `None` where there is none.
pub fn told(sitting: &Sitting, report: &Report, vote: &Vote, is_of_the_text: bool) -> Option<Told> {
    let round = vote.secret()?.last()?;
    let count = round.count.as_ref()?;
    let contest = sitting.contest(&report.id).filter(|_| is_of_the_text);
    let mut ballots = Ballots { blank: count.blank, null: count.null, ..Ballots::default() };
    let Some(contest) = contest else {
        ballots.votes = totals(sitting, count, &[Ticket::For, Ticket::Against]);
        return Some(Told { ballots, word: None, how: None });
    };
    let elected: Vec<MemberId> = sitting.elected(&report.id).into_iter().map(|it| it.member).collect();
    let roster = &sitting.docket().roster;
    ballots.elected = elected.iter().map(|member| called(roster, member)).collect();
    let several = !contest.form.is_by_list() && contest.posts.is_some_and(|posts| posts > 1);
    if !several {
        ballots.votes = of_the_round(sitting, round, count);
    }
    let result = sitting.round_result(&report.id, round);
    if let Some(RoundResult::Allocated(allocation)) = &result {
        let seats = allocation.lists.iter().map(|(list, _)| (name(sitting, list), allocation.seats_of(list)));
        ballots.seats = seats.collect();
    }
    let word = (!elected.is_empty()).then(|| words::elected(&elected, roster));
    let how = result.filter(|_| !several).and_then(|result| how(&result, round, &contest));
    Some(Told { ballots, word, how })
}

fn how(result: &RoundResult, round: &Round, contest: &Contest) -> Option<String> {
    let of_the_round = (contest.form.rounds() > 1).then_some(round.number);
    match result {
        RoundResult::Elected { ticket, by } => {
            let is_list = matches!(ticket, Ticket::List(_));
            Some(words::elected_how(urn::by(*by, is_list), of_the_round))
        }
        RoundResult::Allocated(allocation) => Some(urn::seats::method_in_words(allocation.method).to_owned()),
        _ => None,
    }
}

/// Of the round that decided: the most votes first, then in the order in which they stood.
fn of_the_round(sitting: &Sitting, round: &Round, count: &Count) -> Vec<(String, u32)> {
    let standing = round.urn.as_ref().map_or(&[] as &[Ticket], |urn| &urn.standing);
    let others = count.votes.iter().map(|(ticket, _)| ticket).filter(|ticket| !standing.contains(ticket));
    let all: Vec<Ticket> = standing.iter().chain(others).cloned().collect();
    let mut totals = totals(sitting, count, &all);
    totals.sort_by_key(|(_, votes)| std::cmp::Reverse(*votes));
    totals
}

fn totals(sitting: &Sitting, count: &Count, tickets: &[Ticket]) -> Vec<(String, u32)> {
    tickets.iter().map(|ticket| (name(sitting, ticket), count.of(ticket))).collect()
}

fn name(sitting: &Sitting, ticket: &Ticket) -> String {
    match ticket {
        Ticket::Member(member) => called(&sitting.docket().roster, member),
        other => urn::ticket(other, &sitting.docket().roster),
    }
}
