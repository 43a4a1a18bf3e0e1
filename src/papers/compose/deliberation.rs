//! The *délibération* of one report, in the form that councils send to the prefecture.
//!
//! Attendance and powers are those of the report at its vote. A report that is not voted yet gives a draft on the
//! present attendance, without figures.

use crate::council::agenda::Report;
use crate::council::id::ReportId;
use crate::council::law::{Subject, Value};
use crate::council::room::Room;
use crate::council::sitting::{Done, Progress, Sitting};
use crate::french::numbers::{short_date, stamped_date};
use crate::french::papers;
use crate::french::sentences::{all_present_signed, convening, decision, object_in_full, rapporteur};
use crate::papers::document::{Block, Document, Line, Run, Status, Style};

use super::officers::{self, Officer};
use super::{attendance, texts, vote};

/// Composes the délibération; `None` for a report that is not on the agenda.
pub fn compose(sitting: &Sitting, id: &ReportId) -> Option<Document> {
    let docket = sitting.docket();
    let report = docket.agenda.report(id)?;
    let rules = sitting.rules();
    let progress = sitting.progress(id);
    let room =
        progress.map_or_else(|| sitting.attendance().room(&docket.roster), |progress| progress.vote().room.clone());
    let heading = papers::deliberation(report.act.as_deref(), id.as_str());
    let object = object_in_full(report, docket.agenda.chapter_of(id));

    let mut blocks = vec![
        Block::Heading(1, title(report)),
        Block::Paragraph(Style::Object, Line::prose(&papers::object(&object))),
        text(&convening(docket, &rules)),
    ];
    blocks.extend(attendance::lists(&room, &docket.roster, rules));
    blocks.extend(officers::secretary_line(docket, &room));
    blocks.extend(vote::irregularities(sitting, None));
    if let Some(member) = report.rapporteur.as_ref().and_then(|id| docket.roster.get(id)) {
        blocks.push(text(&rapporteur(&member.name, texts::has_text(report))));
    }
    blocks.extend(texts::report_to_the_council(docket, &room, report, 2));
    blocks.extend(texts::annexes(&report.annexes, 1));
    blocks.extend(result(sitting, report));

    let status = match progress {
        Some(Progress::Done(_)) => Status::Final,
        _ => Status::Draft,
    };
    Some(Document { title: format!("{heading} – {}", report.object), status, blocks })
}

fn text(sentence: &str) -> Block {
    Block::Paragraph(Style::Text, Line::prose(sentence))
}

/// « Délibération n° 12 »: never a bare number, for a reader who hears the headings.
fn title(report: &Report) -> Line {
    let (before, number) = match &report.act {
        Some(act) => (papers::DELIBERATION_OF_NUMBER, act.as_str()),
        None => (papers::DELIBERATION_OF_REPORT, report.id.as_str()),
    };
    Line::prose(before).then(Run::literal(number))
}

/// The vote, its names, the decision and who signs it; without a proclamation, only that it is missing.
fn result(sitting: &Sitting, report: &Report) -> Vec<Block> {
    let docket = sitting.docket();
    let Some(Done { vote, tally, outcome, .. }) = sitting.progress(&report.id).and_then(Progress::done) else {
        return vec![Block::Paragraph(Style::Decision, Line::prose(papers::NOT_PROCLAIMED))];
    };
    let mut blocks = vec![Block::Heading(2, Line::prose(papers::VOTE_ON_THE_REPORT)), vote::table(tally)];
    blocks.extend(vote::nominal_lists(vote, &docket.roster));
    blocks.extend(vote::irregularities(sitting, Some(&report.id)));
    let sentence = decision(report, docket.body.kind, tally, *outcome);
    let mut kept = vec![Block::Paragraph(Style::Decision, Line::prose(&sentence)), signatures(sitting, &vote.room)];
    kept.extend(report.signed.map(|day| text(&papers::signed_on(&stamped_date(day)))));
    blocks.push(Block::KeepTogether(kept));
    blocks.extend(receipt(report));
    blocks
}

/// Who signs: every member present until 30 June 2022, whoever presides and the secretary since.
fn signatures(sitting: &Sitting, room: &Room) -> Block {
    let docket = sitting.docket();
    let all_present = sitting.rules().row(Subject::Signatures).map(|rule| rule.value) == Some(Value::AllPresent);
    Block::Signatures(if all_present {
        let president = Officer::president(docket, room).here();
        vec![officers::chair(&all_present_signed(docket.body.kind, president), docket, room)]
    } else {
        officers::chair_and_secretary(docket, room)
    })
}

/// What the prefecture answered, of what is known; nothing before it has.
fn receipt(report: &Report) -> Option<Block> {
    let mut lines = Vec::new();
    if let Some(number) = &report.receipt_id {
        lines.extend([Line::prose(papers::RECEIPT), Line::from(Run::literal(number))]);
    }
    lines.extend(report.transmitted.map(|day| Line::prose(&papers::transmitted_on(&short_date(day)))));
    lines.extend(report.received.map(|day| Line::prose(&papers::received_on(&short_date(day)))));
    (!lines.is_empty()).then_some(Block::Stamp(lines))
}
