//! The *relevé nominatif* of the votes of one report: one line a member who holds a seat in the room of that vote, what was
//! said in that seat, and by whom. What was put to the vote before the text stands first, each with a table of its own.

use crate::council::agenda::Report;
use crate::council::ballot::Vote;
use crate::council::id::ReportId;
use crate::council::numbering::NumberKind;
use crate::council::proposal::ProposalId;
use crate::council::room::Seat;
use crate::council::roster::Member;
use crate::council::sitting::{Done, Progress, Sitting};
use crate::french::ballots;
use crate::french::kinds;
use crate::french::lists::listed_by;
use crate::french::minutes::STILL_OPEN;
use crate::french::nominal as words;
use crate::french::numbers::date;
use crate::french::papers::{PROVISIONAL, deliberation, object, sitting_of};
use crate::french::sentences::object_in_full;
use crate::papers::document::{Block, Document, Fields, Line, Run, Status, Style};

use super::attendance::told_apart;
use super::officers::Officers;
use super::{rectified, recusals, tables, text, vote};

/// Composes the record; `None` for a report that is not on the agenda.
pub fn compose(sitting: &Sitting, id: &ReportId) -> Option<Document> {
    let docket = sitting.docket();
    let report = docket.agenda.report(id)?;
    let act = sitting.act(report);
    let heading = deliberation(act.as_deref(), id.as_str());
    let day = sitting_of(&date(docket.meeting.date));
    let officers = Officers::of_the_report(sitting, report);
    let number = act.as_deref().unwrap_or(id.as_str());
    let before = heading.strip_suffix(number).unwrap_or(&heading);
    let is_provisional = sitting.act_number(report).is_some_and(|act| act.kind == NumberKind::Provisional);
    let before = format!("{}{}", words::TITLE, crate::french::grammar::uncapitalised(before));
    let title = Line::prose(&before).then(Run::literal(number));
    let title = if is_provisional { title.then(Run::prose(PROVISIONAL)) } else { title };
    let mut blocks = vec![
        Block::Heading(1, title),
        Block::Paragraph(Style::Object, Line::prose(&object(&object_in_full(report, docket.agenda.chapter_of(id))))),
        text(&format!("{} – {day}", docket.body.name)),
        officers.presidency(),
    ];
    let done = sitting.progress(id).and_then(Progress::done);
    match done {
        Some(_) => blocks.extend(votes_of(sitting, report, &officers)),
        None => blocks.push(Block::Paragraph(Style::Decision, Line::prose(STILL_OPEN))),
    }
    Some(Document {
        title: format!("{}{heading} – {}", words::TITLE, report.object),
        body: docket.body.name.clone(),
        date: docket.meeting.date,
        reference: act.map_or_else(|| heading.clone(), std::borrow::Cow::into_owned),
        status: if done.is_some() { Status::Final } else { Status::Draft },
        fields: Fields::new(),
        blocks,
    })
}

/// Each vote with its table, and at the end who signs.
fn votes_of(sitting: &Sitting, report: &Report, officers: &Officers<'_>) -> Vec<Block> {
    let votes: Vec<(Option<&ProposalId>, &Done)> = sitting.votes_taken(&report.id).collect();
    let is_one = votes.len() < 2 && votes.iter().all(|(on, _)| on.is_none());
    let mut blocks = Vec::new();
    let mut kept = Vec::new();
    for (on, done) in votes {
        blocks.append(&mut kept);
        if !is_one {
            let head = on.map_or_else(|| ballots::VOTE_ON_THE_TEXT.to_owned(), kinds::proposal_title);
            blocks.push(Block::Heading(2, Line::prose(&head)));
        }
        blocks.extend(result_of(sitting, report, on, done));
        kept.push(vote::decision_on(sitting, report, on, done));
        kept.extend(rectified::notes(sitting, &report.id, on, done));
    }
    if kept.is_empty() {
        blocks.push(Block::Paragraph(Style::Text, Line::prose(words::NO_VOTE_TAKEN)));
    }
    kept.push(Block::Signatures(officers.sign()));
    blocks.push(Block::KeepTogether(kept));
    blocks
}

fn result_of(sitting: &Sitting, report: &Report, on: Option<&ProposalId>, done: &Done) -> Vec<Block> {
    let vote = &done.vote;
    let mut blocks = vec![vote::head(sitting, report, on, done)];
    if vote.ballot.is_secret() {
        blocks.push(text(words::SECRET));
        blocks.extend(vote::figures(sitting, &report.id, on, done, vote::Shape::Table));
        return blocks;
    }
    blocks.extend((!vote.way.names()).then(|| text(words::NAMES_NOT_TAKEN)));
    blocks.push(table(sitting, vote));
    blocks.extend(recusals::sentences(sitting, &report.id, vote));
    blocks.extend(vote::figures(sitting, &report.id, on, done, vote::Shape::Table));
    blocks.extend(vote::picture(sitting, vote));
    blocks
}

fn table(sitting: &Sitting, vote: &Vote) -> Block {
    let roster = &sitting.docket().roster;
    let has_groups = !roster.groups().is_empty();
    let mut columns = vec![tables::words(words::MEMBER, 32)];
    columns.extend(has_groups.then(|| tables::words(words::GROUP, 22)));
    columns.extend([tables::words(words::PRESENCE, 20), tables::words(words::VOTE, 18), tables::words(words::BY, 22)]);
    let row = |member: &Member| -> Option<Vec<Line>> {
        let seat = vote.room.seat(&member.id)?;
        let mut cells = vec![told_apart(member, vote.presence(&member.id), roster)];
        cells.extend(has_groups.then(|| Line::prose(member.group.as_deref().unwrap_or(words::NOTHING))));
        cells.push(Line::prose(&words::seat(seat, &member.name)));
        cells.extend(match vote.choice(&member.id) {
            Some(choice) => {
                let by = match seat {
                    Seat::Represented(holder) => Run::name(&listed_by(holder, roster)).into(),
                    _ => Line::prose(words::in_person(&member.name)),
                };
                [Line::prose(words::said(choice)), by]
            }
            None if vote.room.has_voice(&member.id) => [Line::prose(words::NOT_TAKEN), Line::prose(words::NOTHING)],
            None => [Line::prose(words::NO_VOTE), Line::prose(words::NOTHING)],
        });
        Some(cells)
    };
    tables::table(words::CAPTION, columns, roster.everyone().filter_map(row).collect())
}
