//! What an election asks for beside its urn: lists, posts, how it is held, tellers, the eldest of equals; and doing without
//! an urn where the council may.

use super::{Answer, Around, Item, Next, Question};
use crate::council::command::Command;
use crate::council::election::{CandidateList, Contest, Form, Office, RoundResult, Secrecy};
use crate::council::id::ReportId;
use crate::council::secret::{SecretVote, Ticket};
use crate::council::step::{ChosenForm, FiledLists, FixedPosts, NamedTellers, SettledTie, WaivedSecrecy};
use crate::french::screen::gesture::{self as words, Ask};

/// The report in front of her that elects, and on what terms.
fn contest<'a>(around: &Around<'a>) -> Option<(&'a ReportId, Contest)> {
    let report = around.subject()?;
    Some((report, around.sitting.contest(report)?))
}

/// Whether who stands, and for what, may still change: the urn is not closed.
pub(super) fn is_not_closed(around: &Around, report: &ReportId) -> bool {
    let round = around.sitting.secret_vote(report, None).and_then(SecretVote::last);
    round.is_none_or(|round| round.urn.is_none())
}

/// The report whose terms may still change.
fn in_hand<'a>(around: &Around<'a>) -> Option<(&'a ReportId, Contest)> {
    contest(around).filter(|(report, _)| super::agenda::may_change(around) && is_not_closed(around, report))
}

pub(super) fn lists_may_be_filed(around: &Around) -> bool {
    in_hand(around).is_some_and(|(_, contest)| contest.form.is_by_list())
}

/// One list at a time: which, its name, who is on it. One without anybody is taken away.
pub(super) fn lists(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Chosen, Members, Nobody, Text};
    let Some((report, _)) = contest(around) else { return Next::choose(Ask::WhichList, []) };
    let filed = &around.sitting.handling(report).lists;
    let (which, behind) = match answers {
        [Chosen(Item::List(which)), behind @ ..] => (which.clone(), behind),
        behind if filed.is_empty() => (None, behind),
        _ => {
            let named = filed.iter().map(|list| Some(list.name.clone()));
            return Next::choose(Ask::WhichList, [None].into_iter().chain(named).map(Item::List));
        }
    };
    let known = which.as_ref().and_then(|name| filed.iter().find(|list| list.name == *name));
    match behind {
        [Text(_)] => {
            let among = around.seated();
            let default = known.map(|list| list.candidates.clone()).unwrap_or_default();
            let (ask, nobody) = (Ask::ListMembers, known.is_some());
            Next::Ask(Question::Members { ask, among, default, nobody, needed: None })
        }
        [Text(name), Members(candidates)] => {
            let first = candidates.first().map(|first| around.sitting.docket().roster.listed(first));
            let name = if name.is_empty() { words::list_of(&first.unwrap_or_default()) } else { name.clone() };
            let list = CandidateList { name, candidates: candidates.clone() };
            let mut lists = filed.clone();
            match lists.iter_mut().find(|other| Some(&other.name) == which.as_ref()) {
                Some(place) => *place = list,
                None => lists.push(list),
            }
            file(report, lists)
        }
        [Text(_), Nobody] => {
            file(report, filed.iter().filter(|list| Some(&list.name) != which.as_ref()).cloned().collect())
        }
        _ => {
            let default = which.clone().unwrap_or_default();
            Next::Ask(Question::Text { ask: Ask::ListName, default, may_be_empty: true })
        }
    }
}

fn file(report: &ReportId, lists: Vec<CandidateList>) -> Next {
    Next::command(Command::FileLists(FiledLists { report: report.clone(), lists }))
}

pub(super) fn posts_may_be_fixed(around: &Around) -> bool {
    in_hand(around).is_some_and(|(_, contest)| !contest.office.is_of_one())
}

pub(super) fn posts(answers: &[Answer], around: &Around) -> Next {
    let Some((report, contest)) = contest(around) else { return Next::choose(Ask::Posts, []) };
    if let [Answer::Number(posts)] = answers {
        Next::command(Command::FixPosts(FixedPosts { report: report.clone(), posts: *posts }))
    } else {
        let seated = u32::try_from(around.seated().len()).unwrap_or(u32::MAX);
        let default = Some(contest.posts.unwrap_or(1));
        Next::Ask(Question::Number { ask: Ask::Posts, most: seated, left: seated, default })
    }
}

/// The ways in which the posts may be filled, the one of now left out.
pub(super) fn forms(around: &Around) -> Vec<Item> {
    let Some((report, contest)) = in_hand(around) else { return vec![] };
    let others = Form::ALL.into_iter().filter(|form| *form != contest.form);
    let chosen = |form: &Form| Command::ChooseForm(ChosenForm { report: report.clone(), form: *form });
    others.filter(|form| around.allows(&chosen(form))).map(|form| Item::Form(form, false)).collect()
}

pub(super) fn form(answers: &[Answer], around: &Around) -> Next {
    match (answers, around.subject()) {
        ([Answer::Chosen(Item::Form(form, _))], Some(report)) => {
            Next::command(Command::ChooseForm(ChosenForm { report: report.clone(), form: *form }))
        }
        _ => Next::choose(Ask::Form, forms(around)),
    }
}

/// Whether a ballot is secret on the floor, so that somebody counts it.
pub(super) fn tellers_may_be_named(around: &Around) -> bool {
    around.sitting.floor().is_some_and(|floor| floor.vote.secret().is_some())
}

pub(super) fn tellers(answers: &[Answer], around: &Around) -> Next {
    let Some(floor) = around.sitting.floor() else { return Next::choose(Ask::Tellers, []) };
    let (report, on) = (floor.report.id.clone(), floor.on.cloned());
    let office = around.sitting.contest(&report).filter(|_| on.is_none()).map(|contest| contest.office);
    if let [Answer::Members(tellers)] = answers {
        Next::command(Command::NameTellers(NamedTellers { report, on, tellers: tellers.clone() }))
    } else {
        let named = floor.vote.secret().map(|secret| secret.tellers.clone()).unwrap_or_default();
        let default = if named.is_empty() { of_the_last_urn(around, &report) } else { named };
        Next::Ask(Question::Members {
            ask: if office.is_some_and(Office::has_assessors) { Ask::Assessors } else { Ask::Tellers },
            among: around.present(),
            default,
            nobody: false,
            needed: None,
        })
    }
}

/// Those who counted the last election of the evening, as far as they are there: an evening keeps its tellers.
fn of_the_last_urn(around: &Around, now: &ReportId) -> Vec<crate::council::id::MemberId> {
    let reports = around.sitting.docket().agenda.reports().map(|report| &report.id).filter(|id| *id != now);
    let before = reports.filter_map(|id| around.sitting.secret_vote(id, None)).map(|secret| &secret.tellers);
    let present = around.present();
    let last = before.filter(|tellers| !tellers.is_empty()).last();
    last.into_iter().flatten().filter(|teller| present.contains(teller)).cloned().collect()
}

/// Those between whom the votes are equal, and whose ages are not known.
fn tied(around: &Around) -> Vec<Ticket> {
    let Some(report) = around.subject() else { return vec![] };
    let round = around.sitting.secret_vote(report, None).and_then(SecretVote::last);
    match round.and_then(|round| around.sitting.round_result(report, round)) {
        Some(RoundResult::Tied(tied)) => tied,
        _ => vec![],
    }
}

pub(super) fn is_tied(around: &Around) -> bool {
    !tied(around).is_empty()
}

pub(super) fn eldest(answers: &[Answer], around: &Around) -> Next {
    let tied = tied(around);
    if let ([Answer::Chosen(Item::Ticket(ticket))], Some(report)) = (answers, around.subject()) {
        Next::command(Command::SettleTie(SettledTie { report: report.clone(), ticket: ticket.clone() }))
    } else {
        let of_lists = matches!(tied.first(), Some(Ticket::List(_)));
        Next::choose(if of_lists { Ask::EldestList } else { Ask::Eldest }, tied.into_iter().map(Item::Ticket))
    }
}

/// Whether the council may unanimously do without an urn there.
pub(super) fn may_be_waived(around: &Around) -> bool {
    let waived = |report: &ReportId| Command::WaiveSecrecy(WaivedSecrecy { report: report.clone(), at: None });
    let may_be = contest(around).filter(|(_, contest)| contest.secrecy == Secrecy::Waivable);
    may_be.is_some_and(|(report, _)| around.allows(&waived(report)))
}

pub(super) fn waive(around: &Around) -> Next {
    match around.subject() {
        Some(report) => Next::command(Command::WaiveSecrecy(WaivedSecrecy { report: report.clone(), at: None })),
        None => Next::choose(Ask::Report, []),
    }
}
