//! The votes of a report in the minutes: what was put before its text, in the order in which it was voted, then the text; or
//! how the report ended without a vote.

use crate::council::agenda::Report;
use crate::council::chronicle::What;
use crate::council::handling::TextChange;
use crate::council::law::Rules;
use crate::council::name::Name;
use crate::council::outcome::Outcome;
use crate::council::proposal::{ProposalId, ProposalState, Proposed};
use crate::council::sitting::{Done, Sitting};
use crate::french::ballots::VOTE_ON_THE_TEXT;
use crate::french::matters;
use crate::french::minutes as words;
use crate::french::proposals as said;
use crate::papers::compose::course::Course;
use crate::papers::compose::{election, rectified, recusals, text, vote};
use crate::papers::document::{Block, Line, Style};
use crate::papers::markdown_text;

use super::Extent;

/// The level of a heading inside a report.
const INSIDE: u8 = 4;

/// Every proposal and every change of the text, each under a heading of its own, in the order in which they were settled;
/// what was never settled stands last.
pub fn proposals(sitting: &Sitting, extent: Extent, report: &Report, course: &Course) -> Vec<Block> {
    let handling = sitting.handling(&report.id);
    let mut settled: Vec<(usize, Vec<Block>)> = Vec::new();
    for proposed in &handling.proposals {
        let place = when_settled(sitting, report, &proposed.proposal.id);
        settled.push((place, proposal(sitting, extent, report, proposed, course)));
    }
    let changed = |what: &What| matches!(what, What::TextChanged(id) if *id == report.id);
    for (change, place) in handling.changes.iter().zip(places(sitting, changed)) {
        settled.push((place, text_change(change)));
    }
    // What was settled at one moment, or never, stays in the order of filing.
    settled.sort_by_key(|(place, _)| *place);
    settled.into_iter().flat_map(|(_, blocks)| blocks).collect()
}

/// Where in the evening a proposal was voted or left.
fn when_settled(sitting: &Sitting, report: &Report, proposal: &ProposalId) -> usize {
    let settles = |what: &What| match what {
        What::ProposalProclaimed(of, id) | What::ProposalDropped(of, id, _) => *of == report.id && id == proposal,
        _ => false,
    };
    places(sitting, settles).next().unwrap_or(usize::MAX)
}

fn places(sitting: &Sitting, such: impl Fn(&What) -> bool) -> impl Iterator<Item = usize> {
    let happenings = sitting.chronicle().happenings().iter().enumerate();
    happenings.filter(move |(_, happening)| such(&happening.what)).map(|(place, _)| place)
}

fn text_change(change: &TextChange) -> Vec<Block> {
    let mut blocks =
        vec![Block::Heading(INSIDE, Line::prose(said::TEXT_CHANGED)), text(&said::text_changed(change.at))];
    blocks.push(Block::Enclosed(markdown_text::blocks(&change.text, INSIDE)));
    blocks
}

fn proposal(sitting: &Sitting, extent: Extent, report: &Report, proposed: &Proposed, course: &Course) -> Vec<Block> {
    let Proposed { proposal, state } = proposed;
    let mut blocks = vec![Block::Heading(INSIDE, Line::prose(&said::title(proposal)))];
    let roster = &sitting.docket().roster;
    let authors: Vec<&Name> =
        proposal.authors.iter().filter_map(|id| roster.get(id)).map(|member| &member.name).collect();
    let filed = |what: &What| matches!(what, What::ProposalFiled(of, id) if *of == report.id && *id == proposal.id);
    let filed = sitting.chronicle().last(filed);
    let presented = said::presented(proposal, &authors, filed.is_some(), filed.and_then(|happening| happening.at));
    blocks.extend(presented.map(|presented| text(&presented)));
    if let Some(words) = proposal.text.as_deref().filter(|words| !words.trim().is_empty()) {
        let words = markdown_text::blocks(words, INSIDE);
        // What would change the text is set apart; why a report should wait is a reason like another.
        if proposal.id.ends_the_report() {
            blocks.extend(words);
        } else {
            blocks.push(Block::Enclosed(words));
        }
    }
    blocks.extend(course.during_the_proposal(&report.id, &proposal.id));
    match state {
        ProposalState::Waiting => blocks.push(text(said::NOT_PUT)),
        ProposalState::Opened(_) => {
            blocks.push(Block::Paragraph(Style::Decision, Line::prose(words::STILL_OPEN)));
        }
        ProposalState::Done(done) => blocks.extend(vote_on(sitting, extent, report, Some(&proposal.id), done)),
        ProposalState::Dropped(how, at) => {
            blocks.push(text(&said::dropped(&proposal.id, *how, authors.len(), *at)));
        }
    }
    blocks
}

/// The vote on the text, or how the report ended without one.
pub fn end(sitting: &Sitting, extent: Extent, report: &Report, done: &Done, has_other_votes: bool) -> Vec<Block> {
    if done.outcome.is_voted() {
        let head = has_other_votes.then(|| Block::Heading(INSIDE, Line::prose(VOTE_ON_THE_TEXT)));
        let mut blocks: Vec<Block> = head.into_iter().collect();
        let rejected: Vec<&str> = sitting.handling(&report.id).rejected_parts().collect();
        blocks.extend(said::without_the_parts(&rejected).map(|said| text(&said)));
        blocks.extend(recusals::sentences(sitting, &report.id, &done.vote));
        blocks.extend(vote_on(sitting, extent, report, None, done));
        return blocks;
    }
    without_a_vote(sitting, report, done)
}

fn without_a_vote(sitting: &Sitting, report: &Report, done: &Done) -> Vec<Block> {
    let mut blocks = recusals::sentences(sitting, &report.id, &done.vote);
    blocks.extend(election::waived(sitting, &report.id));
    blocks.extend(vote::requests(sitting, &report.id, None));
    blocks.extend(vote::irregularities(sitting, &report.id));
    let docket = sitting.docket();
    let rules: Rules = sitting.rules();
    let candidates = sitting.handling(&report.id).candidates.len();
    if done.outcome == Outcome::AppointedWithoutVote && candidates > 0 {
        let president = done.vote.chair.as_ref().and_then(|id| docket.roster.get(id));
        blocks.push(text(&matters::read_out(docket.body.kind, president, candidates, &rules)));
    }
    // The vote on the postponement, or on the previous question, has said it.
    if !matches!(done.outcome, Outcome::Postponed | Outcome::SetAside) {
        blocks.push(vote::decision(sitting, report, done));
        blocks.extend(done.at.map(|hour| text(&matters::ended_at(done.outcome, hour))));
    }
    blocks.extend(rectified::notes(sitting, &report.id, None, done));
    blocks
}

/// Who asked for a particular ballot, what was irregular, result, figures, who voted how, decision, hour, what was rectified.
fn vote_on(sitting: &Sitting, extent: Extent, report: &Report, on: Option<&ProposalId>, done: &Done) -> Vec<Block> {
    let mut blocks = Vec::new();
    if on.is_none() {
        blocks.extend(election::posts(sitting, &report.id).filter(|_| done.vote.ballot.is_secret()));
        blocks.extend(election::waived(sitting, &report.id));
    }
    blocks.extend(vote::requests(sitting, &report.id, on));
    blocks.extend(vote::irregularities_on(sitting, &report.id, on));
    blocks.push(vote::head(sitting, report, on, done));
    blocks.extend(vote::figures(sitting, &report.id, on, done, vote::Shape::Line));
    blocks.extend(match extent {
        Extent::Full => vote::names_by_choice(sitting, &done.vote),
        Extent::Short => vote::votes_and_names(sitting, report, done),
    });
    blocks.push(vote::decision_on(sitting, report, on, done));
    blocks.extend(done.at.map(|hour| text(&words::proclaimed_at(hour))));
    blocks.extend(rectified::notes(sitting, &report.id, on, done));
    blocks
}
