//! What a délibération tells between the report and its vote: what became of the text on the table, who stands, with what
//! it was put to the vote.
//!
//! The amendments that were adopted are printed whole, for the act is the report as they amend it.

use crate::council::agenda::Report;
use crate::council::ballot::Ballot;
use crate::council::chronicle::What;
use crate::council::name::Name;
use crate::council::phrases::Phrases;
use crate::council::proposal::Proposed;
use crate::council::sitting::{Done, Sitting};
use crate::council::way::Way;
use crate::french::acts as words;
use crate::french::ballots::put_together;
use crate::french::matters;
use crate::french::phrases::decision_done;
use crate::french::proposals;
use crate::papers::document::{Block, Line, Style};
use crate::papers::markdown_text;

use super::minutes::matter;
use super::{election, text, vote};

/// The text as it became: amendments adopted, what else was voted before it, what was changed on the table.
pub fn text_as_it_became(sitting: &Sitting, report: &Report) -> Vec<Block> {
    let handling = sitting.handling(&report.id);
    let adopted: Vec<&Proposed> = handling.adopted_amendments().collect();
    let mut blocks = Vec::new();
    if !adopted.is_empty() {
        let head = if adopted.len() > 1 { words::AMENDMENTS_ADOPTED } else { words::AMENDMENT_ADOPTED };
        blocks.push(Block::Heading(2, Line::prose(head)));
    }
    for proposed in &adopted {
        blocks.push(Block::Heading(3, Line::prose(&proposals::title(&proposed.proposal))));
        blocks.extend(brought(sitting, report, proposed));
        blocks.extend(proposed.proposal.text.iter().flat_map(|text| markdown_text::blocks(text, 3)));
        blocks.extend(proposed.state.done().map(|done| decided(sitting, report, proposed, done)));
    }
    blocks.extend(voted_otherwise(sitting, report, &adopted));
    if !handling.changes.is_empty() {
        blocks.push(Block::Heading(2, Line::prose(proposals::TEXT_CHANGED)));
        blocks.extend(handling.changes.iter().flat_map(|change| markdown_text::blocks(&change.text, 2)));
    }
    blocks
}

/// « Présenté par Madame Rosa CHASTANG, au nom du groupe Ensemble. »
fn brought(sitting: &Sitting, report: &Report, proposed: &Proposed) -> Option<Block> {
    let roster = &sitting.docket().roster;
    let proposal = &proposed.proposal;
    let authors: Vec<&Name> = proposal.authors.iter().filter_map(|id| roster.get(id)).map(|it| &it.name).collect();
    let in_the_sitting = !report.amendments.iter().any(|filed| filed.id == proposal.id);
    proposals::presented(proposal, &authors, in_the_sitting, None).map(|said| text(&said))
}

/// The decision on a proposal, as a sentence of the text: that on the report alone stands out.
fn decided(sitting: &Sitting, report: &Report, proposed: &Proposed, done: &Done) -> Block {
    let words = decision_done(sitting, report, Some(&proposed.proposal.id), done, &Phrases::default());
    Block::Paragraph(Style::Text, vote::said(Line::default(), words))
}

/// The amendments that were not adopted, the parts, what would have ended the report: each by its decision.
fn voted_otherwise(sitting: &Sitting, report: &Report, adopted: &[&Proposed]) -> Vec<Block> {
    let proposals = sitting.handling(&report.id).proposals.iter();
    let others = proposals.filter(|proposed| !adopted.iter().any(|it| it.proposal.id == proposed.proposal.id));
    let said = others.filter_map(|proposed| Some(vec![decided(sitting, report, proposed, proposed.state.done()?)]));
    let items: Vec<Vec<Block>> = said.collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(2, Line::prose(words::VOTED_BEFORE)), Block::List(None, items)]
}

/// Who brings it, if somebody else than whoever presides, and whether it was on the agenda; the decisions that it reports.
pub fn what_it_is(sitting: &Sitting, report: &Report) -> Vec<Block> {
    let docket = sitting.docket();
    let mut blocks = Vec::new();
    if report.in_the_sitting {
        let added = sitting.chronicle().last(|what| matches!(what, What::ReportAdded(id) if *id == report.id));
        blocks.push(text(&matters::added_in_the_sitting(added.and_then(|happening| happening.at))));
    }
    let authors: Vec<&Name> = report.authors.iter().filter_map(|id| docket.roster.get(id)).map(|it| &it.name).collect();
    if !authors.is_empty() {
        let brought = matters::brought_by(report.kind, &authors, None, docket.body.kind);
        blocks.extend(brought.map(|said| text(&said)));
    }
    blocks.extend(matter::decisions(sitting, report));
    blocks
}

/// Who stands for the posts, and how many there are.
pub fn candidates(sitting: &Sitting, report: &Report) -> Vec<Block> {
    let mut blocks = election::visas(sitting, &report.id);
    blocks.extend(election::posts(sitting, &report.id));
    blocks.extend(matter::candidates(sitting, report));
    blocks
}

/// With which reports it was put to one vote, and who asked for what ballot.
pub fn how_it_was_put(sitting: &Sitting, report: &Report, done: &Done) -> Vec<Block> {
    let together = Some(&done.vote.together).filter(|together| together.len() > 1);
    let mut blocks: Vec<Block> = together.map(|reports| text(&put_together(reports))).into_iter().collect();
    blocks.extend(election::waived(sitting, &report.id));
    blocks.extend(vote::requests(sitting, &report.id, None));
    if !matches!(done.vote.ballot, Ballot::Ordinary) || done.vote.way == Way::RollCall {
        blocks.push(vote::head(sitting, report, None, done));
    }
    blocks
}
