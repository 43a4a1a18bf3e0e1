//! What is put to the vote before the text of a report: amendments, parts of a division, a postponement, the previous
//! question. Filed and put to the vote in one gesture; put later; left.

use super::{Answer, Around, Item, Next, Question};
use crate::council::command::Command;
use crate::council::finding::ReportFinding;
use crate::council::id::{MemberId, ReportId};
use crate::council::proposal::{Dropped, ProposalId, ProposalState};
use crate::council::step::{DroppedProposal, FiledProposal, OpenedProposal};
use crate::french::screen::gesture::{self as words, Ask};

/// A proposal of which nothing is said yet.
fn bare(report: &ReportId, id: ProposalId) -> FiledProposal {
    FiledProposal {
        report: report.clone(),
        id,
        authors: vec![],
        on_behalf: None,
        target: None,
        text: None,
        put: false,
        at: None,
    }
}

/// Whether such a proposal may be filed in the report that is open or in front.
pub(super) fn may_be_filed(around: &Around, id: ProposalId) -> bool {
    around.subject().is_some_and(|report| around.allows(&Command::FileProposal(bare(report, id))))
}

/// Whether an amendment, or a part of a division, may be: one that no other bears the name of.
pub(super) fn may_be_amended(around: &Around) -> bool {
    around.subject().is_some_and(|report| may_be_filed(around, ProposalId::Amendment(next_number(around, report))))
}

/// Whether it may be put to the vote at once: its report is open, and nothing else is put in it.
fn may_be_put(around: &Around, filed: &FiledProposal) -> bool {
    around.allows(&Command::FileProposal(FiledProposal { put: true, ..filed.clone() }))
}

/// The number behind the highest one.
fn next_number(around: &Around, report: &ReportId) -> String {
    let number = |id: &ProposalId| match id {
        ProposalId::Amendment(number) => number.parse::<u32>().ok(),
        _ => None,
    };
    let known = around.sitting.handling(report).proposals.iter().filter_map(|it| number(&it.proposal.id));
    known.max().unwrap_or(0).saturating_add(1).to_string()
}

/// The part behind those that were put to the vote already.
fn next_part(around: &Around, report: &ReportId) -> String {
    let is_part = |id: &ProposalId| matches!(id, ProposalId::Part(_));
    let parts = around.sitting.handling(report).proposals.iter().filter(|it| is_part(&it.proposal.id));
    words::part(parts.count() + 1)
}

fn text(ask: Ask, default: String, may_be_empty: bool) -> Next {
    Next::Ask(Question::Text { ask, default, may_be_empty })
}

fn known(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

/// A proposal of that name is there already: said before the rest is typed.
fn is_taken(around: &Around, report: &ReportId, id: &ProposalId) -> Option<Next> {
    let twice = || ReportFinding::ProposalTwice(report.clone(), id.clone()).into();
    around.sitting.handling(report).proposal(id).map(|_| Next::Refuse(Box::new(twice())))
}

/// Files it, and asks whether it is put to the vote now where it may be.
fn filed(filed: FiledProposal, behind: &[Answer], around: &Around) -> Next {
    let put = match behind {
        [Answer::Chosen(Item::When(now)), ..] => *now,
        _ if may_be_put(around, &filed) => return Next::choose(Ask::When, [true, false].map(Item::When)),
        _ => false,
    };
    Next::command(Command::FileProposal(FiledProposal { put, ..filed }))
}

/// Who brings it: members, or those in whose name it is brought, and the answers behind; or the question that is next.
#[expect(clippy::type_complexity, reason = "authors, name, answers behind: read at one place each")]
#[expect(clippy::result_large_err, reason = "a question is asked once a key: its size costs nothing")]
fn brought_by<'a>(
    answers: &'a [Answer],
    around: &Around,
    ask: Ask,
) -> Result<(Vec<MemberId>, Option<String>, &'a [Answer]), Next> {
    let by_name = |behind: &'a [Answer]| match behind {
        [Answer::Text(name), behind @ ..] => Ok((vec![], known(name), behind)),
        _ => Err(text(Ask::OtherBehalf, String::new(), true)),
    };
    match answers {
        [Answer::Members(members), behind @ ..] => Ok((members.clone(), None, behind)),
        [Answer::Nobody, Answer::Chosen(Item::Behalf(Some(name))), behind @ ..] => {
            Ok((vec![], Some(name.clone()), behind))
        }
        [Answer::Nobody, Answer::Chosen(Item::Behalf(None)), behind @ ..] => by_name(behind),
        [Answer::Nobody, behind @ ..] => {
            let groups = around.sitting.docket().roster.groups();
            if groups.is_empty() {
                return by_name(behind);
            }
            let named = groups.into_iter().map(|group| Some(words::of_the_group(group)));
            Err(Next::choose(Ask::Behalf, named.chain([None]).map(Item::Behalf)))
        }
        _ => Err(members(ask, around)),
    }
}

fn members(ask: Ask, around: &Around) -> Next {
    Next::Ask(Question::Members { ask, among: around.seated(), default: vec![], nobody: true, needed: None })
}

pub(super) fn amendment(answers: &[Answer], around: &Around) -> Next {
    let Some(report) = around.subject() else { return Next::choose(Ask::Report, []) };
    let Some((Answer::Text(number), behind)) = answers.split_first() else {
        return text(Ask::AmendmentNumber, next_number(around, report), false);
    };
    let id = ProposalId::Amendment(number.clone());
    if let Some(taken) = is_taken(around, report, &id) {
        return taken;
    }
    let (authors, on_behalf, behind) = match brought_by(behind, around, Ask::Filers) {
        Ok(brought) => brought,
        Err(next) => return next,
    };
    match behind {
        [Answer::Text(target), Answer::Text(text), behind @ ..] => {
            let (target, text) = (known(target), known(text));
            filed(FiledProposal { authors, on_behalf, target, text, ..bare(report, id) }, behind, around)
        }
        [Answer::Text(_)] => text(Ask::AmendmentText, String::new(), true),
        _ => text(Ask::Target, String::new(), true),
    }
}

pub(super) fn part(answers: &[Answer], around: &Around) -> Next {
    let Some(report) = around.subject() else { return Next::choose(Ask::Report, []) };
    let Some((Answer::Text(part), behind)) = answers.split_first() else {
        return text(Ask::Part, next_part(around, report), false);
    };
    let id = ProposalId::Part(part.clone());
    is_taken(around, report, &id).unwrap_or_else(|| filed(bare(report, id), behind, around))
}

/// A postponement or the previous question: who asks for it, and why. It is put to the vote at once where it may be.
pub(super) fn ending(answers: &[Answer], around: &Around, id: ProposalId) -> Next {
    let Some(report) = around.subject() else { return Next::choose(Ask::Report, []) };
    let (askers, why) = if id == ProposalId::Postponement {
        (Ask::PostponementAskers, Ask::PostponementText)
    } else {
        (Ask::QuestionAskers, Ask::QuestionText)
    };
    let authors = match answers.first() {
        Some(Answer::Members(members)) => members.clone(),
        Some(Answer::Nobody) => vec![],
        _ => return members(askers, around),
    };
    let Some(Answer::Text(reason)) = answers.get(1) else { return text(why, String::new(), true) };
    let mut asked = FiledProposal { authors, text: known(reason), ..bare(report, id) };
    asked.put = may_be_put(around, &asked);
    Next::command(Command::FileProposal(asked))
}

/// What waits and may be put to the vote now, in the order of filing.
pub(super) fn waiting(around: &Around) -> Vec<Item> {
    let Some(report) = around.subject() else { return vec![] };
    let waiting =
        around.sitting.handling(report).pending().filter(|proposed| matches!(proposed.state, ProposalState::Waiting));
    let opened = |id: &ProposalId| Command::OpenProposal(OpenedProposal { report: report.clone(), id: id.clone() });
    waiting
        .filter(|proposed| around.allows(&opened(&proposed.proposal.id)))
        .map(|proposed| Item::Proposal(proposed.proposal.id.clone(), proposed.proposal.target.clone()))
        .collect()
}

pub(super) fn put(answers: &[Answer], around: &Around) -> Next {
    let Some(report) = around.subject() else { return Next::choose(Ask::Proposal, []) };
    let open = |id: &ProposalId| {
        Next::command(Command::OpenProposal(OpenedProposal { report: report.clone(), id: id.clone() }))
    };
    let waiting = waiting(around);
    match (answers, waiting.as_slice()) {
        ([Answer::Chosen(Item::Proposal(id, _))], _) | ([], [Item::Proposal(id, _)]) => open(id),
        _ => Next::choose(Ask::Proposal, waiting),
    }
}

/// What the text still waits for, with each way to leave it; what is put to the vote now first.
pub(super) fn may_be_dropped(around: &Around) -> Vec<Item> {
    let Some(report) = around.subject() else { return vec![] };
    let mut pending: Vec<_> = around.sitting.handling(report).pending().collect();
    pending.sort_by_key(|proposed| matches!(proposed.state, ProposalState::Waiting));
    let left = |id: &ProposalId| [Dropped::Withdrawn, Dropped::Moot].map(|how| Item::Dropped(id.clone(), how));
    let may_be = |item: &Item| match item {
        Item::Dropped(id, how) => around.allows(&leave(report, id, *how)),
        _ => false,
    };
    pending.into_iter().flat_map(|proposed| left(&proposed.proposal.id)).filter(may_be).collect()
}

fn leave(report: &ReportId, id: &ProposalId, how: Dropped) -> Command {
    Command::DropProposal(DroppedProposal { report: report.clone(), id: id.clone(), how, at: None })
}

pub(super) fn drop(answers: &[Answer], around: &Around) -> Next {
    match (answers, around.subject()) {
        ([Answer::Chosen(Item::Dropped(id, how))], Some(report)) => Next::command(leave(report, id, *how)),
        _ => Next::choose(Ask::Dropped, may_be_dropped(around)),
    }
}
