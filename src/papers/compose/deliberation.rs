//! The *délibération* of one report, in the form that councils send to the prefecture.
//!
//! Attendance, powers and chair are those of the report at its vote, the quorum that of its opening. A report that is not
//! voted yet gives a draft on the
//! present attendance, without figures.

use crate::council::agenda::Report;
use crate::council::id::ReportId;
use crate::council::law::{Subject, Value};
use crate::council::numbering::{ActNumber, NumberKind};
use crate::council::outcome::Outcome;
use crate::council::quorum::{Fraction, Quorum};
use crate::council::sitting::{Done, NoAct, Progress, Sitting};
use crate::french::acts as words;
use crate::french::matters;
use crate::french::numbers::{short_date, stamped_date};
use crate::french::papers;
use crate::french::quorum;
use crate::french::sentences::{all_present_signed, convening, object_in_full, rapporteur};
use crate::papers::document::{Block, Document, Fields, Line, Run, Status, Style};

use super::officers::Officers;
use super::{adopted, attendance, election, rectified, recusals, text, texts, vote};

/// Composes the délibération; `None` for a report that is not on the agenda.
pub fn compose(sitting: &Sitting, id: &ReportId) -> Option<Document> {
    let docket = sitting.docket();
    let report = docket.agenda.report(id)?;
    let rules = sitting.rules();
    if let Some(why) = sitting.no_act(report) {
        return Some(none(sitting, report, why));
    }
    let progress = sitting.progress(id);
    let attendance = progress.map_or_else(|| sitting.attendance(), |progress| progress.vote().attendance());
    let now = || sitting.attendance().room_without(&docket.roster, sitting.recusals(id));
    let room = progress.map_or_else(now, |progress| progress.vote().room.clone());
    let officers = Officers::of_the_report(sitting, report);
    let act = sitting.act_number(report);
    let heading = papers::deliberation(act.as_ref().map(|act| act.text.as_str()), id.as_str());
    let object = object_in_full(report, docket.agenda.chapter_of(id));

    let mut blocks = vec![
        Block::Heading(1, title(act.as_ref(), report)),
        Block::Paragraph(Style::Object, Line::prose(&papers::object(&object))),
        text(&convening(docket, &rules)),
    ];
    blocks.extend(attendance::lists(&room, &|member| attendance.presence(member), &docket.roster, rules));
    blocks.extend(officers.replacement());
    blocks.extend(officers.secretary_lines());
    blocks.extend(vote::irregularities_that_bear_on(sitting, id));
    blocks.extend(adopted::what_it_is(sitting, report));
    if let Some(member) = sitting.rapporteur(report).and_then(|id| docket.roster.get(id)) {
        blocks.push(text(&rapporteur(&member.name, report.has_text())));
    }
    blocks.extend(texts::report_to_the_council(sitting, &officers, report, 2));
    blocks.extend(texts::annexes(&report.annexes, 1));
    blocks.extend(adopted::text_as_it_became(sitting, report));
    blocks.extend(result(sitting, report, &officers));

    let status = match progress {
        Some(Progress::Done(_)) => Status::Final,
        _ => Status::Draft,
    };
    Some(Document {
        title: format!("{heading} – {}", report.object),
        body: docket.body.name.clone(),
        date: docket.meeting.date,
        reference: act.map_or(heading, |act| act.text),
        status,
        fields: Fields::new(),
        blocks,
    })
}

/// « Délibération n° 12 »: never a bare number, for a reader who hears the headings.
fn title(act: Option<&ActNumber>, report: &Report) -> Line {
    let (before, number) = match act {
        Some(act) => (papers::DELIBERATION_OF_NUMBER, act.text.as_str()),
        None => (papers::DELIBERATION_OF_REPORT, report.id.as_str()),
    };
    let line = Line::prose(before).then(Run::literal(number));
    if act.is_some_and(|act| act.kind == NumberKind::Provisional) {
        line.then(Run::prose(papers::PROVISIONAL))
    } else {
        line
    }
}

/// In the place of a délibération, where none comes of the report: why, and what tells of it.
fn none(sitting: &Sitting, report: &Report, why: NoAct) -> Document {
    let docket = sitting.docket();
    let heading = papers::deliberation(None, report.id.as_str());
    Document {
        title: format!("{heading} – {}", report.object),
        body: docket.body.name.clone(),
        date: docket.meeting.date,
        reference: heading,
        status: Status::Draft,
        fields: Fields::new(),
        blocks: vec![
            Block::Heading(1, title(None, report)),
            Block::Paragraph(Style::Object, Line::prose(&papers::object(&report.object))),
            Block::Paragraph(Style::Decision, Line::prose(&words::has_no_act(report, why))),
            text(words::instead_of_an_act(why)),
        ],
    }
}

/// The vote, its names, the decision and who signs it; without a proclamation, only that it is missing.
fn result(sitting: &Sitting, report: &Report, officers: &Officers<'_>) -> Vec<Block> {
    let Some(done) = sitting.progress(&report.id).and_then(Progress::done) else {
        return vec![Block::Paragraph(Style::Decision, Line::prose(papers::NOT_PROCLAIMED))];
    };
    let vote = &done.vote;
    let is_voted = done.outcome.is_voted();
    let head = if is_voted { words::vote_on(report.kind) } else { words::DECISION };
    let mut blocks = vec![Block::Heading(2, Line::prose(head))];
    blocks.extend(quorum_of(sitting, report, &vote.quorum));
    blocks.extend(recusals::sentences(sitting, &report.id, vote));
    blocks.extend(adopted::candidates(sitting, report));
    blocks.extend(adopted::how_it_was_put(sitting, report, done));
    blocks.extend(vote::figures(sitting, &report.id, None, done, vote::Shape::Table));
    blocks.extend(vote::nominal_lists(sitting, vote));
    blocks.extend(vote::irregularities(sitting, &report.id));
    blocks.extend(read_out(sitting, report, done, officers));
    blocks.extend(election::table_of_the_elected(sitting, &report.id));
    let mut kept = vec![vote::decision(sitting, report, done)];
    kept.extend(rectified::notes(sitting, &report.id, None, done));
    kept.push(signatures(sitting, officers));
    kept.extend(report.signed.map(|day| text(&papers::signed_on(&stamped_date(day)))));
    blocks.push(Block::KeepTogether(kept));
    blocks.extend(receipt(report));
    blocks
}

/// What takes effect at once is read out by whoever presides (CGCT, art. L.2121-21).
fn read_out(sitting: &Sitting, report: &Report, done: &Done, officers: &Officers<'_>) -> Option<Block> {
    let how_many = sitting.handling(&report.id).candidates.len();
    let kind = sitting.docket().body.kind;
    let is_read_out = done.outcome == Outcome::AppointedWithoutVote && how_many > 0;
    is_read_out.then(|| text(&matters::read_out(kind, officers.president(), how_many, &sitting.rules())))
}

/// The quorum at the opening of the report. The form until 30 June 2022 has no place for it, unless it was not the
/// ordinary one or was missing.
fn quorum_of(sitting: &Sitting, report: &Report, of: &Quorum) -> Vec<Block> {
    let is_ordinary = of.is_met() == Some(true)
        && of.left_out == 0
        && !matches!(of.fraction, Fraction::Number(_) | Fraction::NoneNeeded);
    if is_ordinary && all_present_sign(sitting) {
        return Vec::new();
    }
    let added = report.added && sitting.docket().meeting.second_of.is_some();
    let added = added.then(|| text(quorum::ADDED));
    added.into_iter().chain([text(&quorum::of_the_report(of, &sitting.rules()))]).collect()
}

/// Who signs: every member present until 30 June 2022, whoever presides and the secretaries since.
fn signatures(sitting: &Sitting, officers: &Officers<'_>) -> Block {
    Block::Signatures(if all_present_sign(sitting) {
        vec![officers.chair_signs(&all_present_signed(sitting.docket().body.kind, officers.the_chair()))]
    } else {
        officers.sign()
    })
}

fn all_present_sign(sitting: &Sitting) -> bool {
    sitting.rules().row(Subject::Signatures).map(|rule| rule.value) == Some(Value::AllPresent)
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
