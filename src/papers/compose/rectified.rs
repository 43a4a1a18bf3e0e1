//! Results that were rectified: a note under the report, and what they were before in an annex of the minutes.

use crate::council::ballot::Vote;
use crate::council::chronicle::What;
use crate::council::id::{MemberId, ReportId};
use crate::council::roster::Roster;
use crate::council::sitting::{Done, Sitting};
use crate::french::minutes::RECTIFIED;
use crate::french::rectifications::{self as words, Counted, When};
use crate::papers::document::{Block, Line, Run, Style};

use super::text;
use super::vote::figures_in_a_line;

/// One note a rectification, under the result as it is now.
pub fn notes(sitting: &Sitting, report: &ReportId, done: &Done) -> Vec<Block> {
    let notes = done.rectifications.iter().zip(instants(sitting, report));
    notes.map(|(rectification, when)| text(&words::note(rectification, when))).collect()
}

/// The annex: for each rectification the old figures and who was counted otherwise. Nothing if nothing was rectified.
pub fn annex(sitting: &Sitting, named: impl Fn(&ReportId) -> Line) -> Vec<Block> {
    let zero = sitting.docket().body.conventions.zero;
    let mut blocks = Vec::new();
    for report in sitting.docket().agenda.reports() {
        let Some(done) = sitting.progress(&report.id).and_then(|progress| progress.done()) else { continue };
        if done.rectifications.is_empty() {
            continue;
        }
        blocks.push(Block::Heading(3, named(&report.id)));
        for (place, (rectification, when)) in done.rectifications.iter().zip(instants(sitting, &report.id)).enumerate()
        {
            let after = done.rectifications.get(place + 1).map_or(&done.vote, |next| &next.vote);
            blocks.push(text(&format!("{}.", words::head(rectification, when))));
            blocks.push(text(&words::result_before(rectification.outcome)));
            let figures = rectification.tally.as_ref().map(|tally| figures_in_a_line(tally, zero));
            blocks.extend(figures.map(|line| Block::Paragraph(Style::Text, line)));
            let otherwise = counted_otherwise(&rectification.vote, after, &sitting.docket().roster);
            if !otherwise.is_empty() {
                blocks.push(text(words::COUNTED_OTHERWISE));
                blocks.push(Block::List(None, otherwise));
            }
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading(2, Line::prose(RECTIFIED)));
    }
    blocks
}

fn counted_otherwise(before: &Vote, after: &Vote, roster: &Roster) -> Vec<Vec<Block>> {
    let mut members = Vec::new();
    for member in roster.everyone() {
        let (now, then) = (counted(after, &member.id), counted(before, &member.id));
        if now != then {
            let how = words::counted(&member.name, now, then, roster);
            let line = Line::from(Run::name(&member.name.listed())).then(Run::prose(&format!(" : {how}")));
            members.push(vec![Block::Paragraph(Style::Text, line)]);
        }
    }
    members
}

fn counted<'a>(vote: &'a Vote, member: &MemberId) -> Counted<'a> {
    Counted { seat: vote.room.seat(member), presence: vote.presence(member), choice: vote.choice(member) }
}

/// When each rectification of a report was made, in order.
fn instants<'a>(sitting: &'a Sitting, report: &'a ReportId) -> impl Iterator<Item = When> + 'a {
    let mut is_over = false;
    sitting.chronicle().happenings().iter().filter_map(move |happening| match &happening.what {
        What::Closed | What::Adjourned => {
            is_over = true;
            None
        }
        What::Rectified(of, None) if of == report && is_over => Some(When::AfterTheSitting),
        What::Rectified(of, None) if of == report => Some(When::InTheSitting(happening.at)),
        _ => None,
    })
}
