//! Results that were rectified: a note under the report, and what they were before in an annex of the minutes.

use crate::council::ballot::Vote;
use crate::council::chronicle::What;
use crate::council::id::{MemberId, ReportId};
use crate::council::kind::ReportKind;
use crate::council::proposal::ProposalId;
use crate::council::roster::Roster;
use crate::council::sitting::{Done, Rectification, Sitting};
use crate::french::ballots::{VOTE_ON_THE_TEXT, result_said};
use crate::french::kinds::About;
use crate::french::kinds::proposal_title;
use crate::french::lists::listed;
use crate::french::minutes::RECTIFIED;
use crate::french::rectifications::{self as words, Counted, When};
use crate::papers::document::{Block, Line, Run, Style};

use super::text;
use super::vote::figures_in_a_line;

/// One note a rectification, under the result as it is now: that of the text, or of a proposal in the report.
pub fn notes(sitting: &Sitting, report: &ReportId, on: Option<&ProposalId>, done: &Done) -> Vec<Block> {
    let rectified = done.rectifications.iter().zip(instants(sitting, report, on));
    let notes = rectified.map(|(rectification, when)| {
        let result = result_then(sitting, report, on, rectification);
        text(&words::note(rectification, when, &result))
    });
    notes.collect()
}

/// The result that was rectified, in the words of what was voted.
fn result_then(sitting: &Sitting, report: &ReportId, on: Option<&ProposalId>, it: &Rectification) -> String {
    let docket = sitting.docket();
    let kind = docket.agenda.report(report).map_or(ReportKind::Deliberation, |report| report.kind);
    result_said(About::of(kind, on), it.outcome, it.tally.as_ref(), docket.body.conventions)
}

/// The annex: for each rectification the old figures and who was counted otherwise. Nothing if nothing was rectified.
pub fn annex(sitting: &Sitting, named: impl Fn(&ReportId) -> Line) -> Vec<Block> {
    let mut blocks = Vec::new();
    for report in sitting.docket().agenda.reports() {
        let votes = sitting.votes_done(&report.id).filter(|(_, done)| !done.rectifications.is_empty());
        for (place, (on, done)) in votes.enumerate() {
            if place == 0 {
                blocks.push(Block::Heading(3, named(&report.id)));
            }
            blocks.extend(on.map(|on| Block::Heading(4, Line::prose(&proposal_title(on)))));
            if on.is_none() && place > 0 {
                blocks.push(Block::Heading(4, Line::prose(VOTE_ON_THE_TEXT)));
            }
            blocks.extend(one_vote(sitting, &report.id, on, done));
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading(2, Line::prose(RECTIFIED)));
    }
    blocks
}

fn one_vote(sitting: &Sitting, report: &ReportId, on: Option<&ProposalId>, done: &Done) -> Vec<Block> {
    let zero = sitting.docket().body.conventions.zero;
    let mut blocks = Vec::new();
    for (place, (rectification, when)) in done.rectifications.iter().zip(instants(sitting, report, on)).enumerate() {
        let after = done.rectifications.get(place + 1).map_or(&done.vote, |next| &next.vote);
        blocks.push(text(&format!("{}.", words::head(rectification, when))));
        blocks.push(text(&words::result_before(&result_then(sitting, report, on, rectification))));
        let figures = rectification.tally.as_ref().map(|tally| figures_in_a_line(tally, zero));
        blocks.extend(figures.map(|line| Block::Paragraph(Style::Text, line)));
        let otherwise = counted_otherwise(&rectification.vote, after, &sitting.docket().roster);
        if !otherwise.is_empty() {
            blocks.push(text(words::COUNTED_OTHERWISE));
            blocks.push(Block::List(None, otherwise));
        }
    }
    blocks
}

fn counted_otherwise(before: &Vote, after: &Vote, roster: &Roster) -> Vec<Vec<Block>> {
    let mut members = Vec::new();
    for member in roster.everyone() {
        let (now, then) = (counted(after, &member.id), counted(before, &member.id));
        if now != then {
            let how = words::counted(&member.name, now, then, roster);
            let line = Line::from(Run::name(&listed(member, roster))).then(Run::prose(&format!(" : {how}")));
            members.push(vec![Block::Paragraph(Style::Text, line)]);
        }
    }
    members
}

fn counted<'a>(vote: &'a Vote, member: &MemberId) -> Counted<'a> {
    Counted { seat: vote.room.seat(member), presence: vote.presence(member), choice: vote.choice(member) }
}

/// When each rectification of a vote was made, in order.
fn instants<'a>(
    sitting: &'a Sitting,
    report: &'a ReportId,
    on: Option<&'a ProposalId>,
) -> impl Iterator<Item = When> + 'a {
    let mut is_over = false;
    sitting.chronicle().happenings().iter().filter_map(move |happening| match &happening.what {
        What::Closed | What::Adjourned => {
            is_over = true;
            None
        }
        What::Rectified(of, what) if of == report && what.as_ref() == on && is_over => Some(When::AfterTheSitting),
        What::Rectified(of, what) if of == report && what.as_ref() == on => Some(When::InTheSitting(happening.at)),
        _ => None,
    })
}
