//! What was irregular, printed where it happened with its rule and its reason.

use crate::council::chronicle::{Happening, What};
use crate::council::finding::{Code, Finding};
use crate::council::id::{MemberId, ReportId};
use crate::council::proposal::ProposalId;
use crate::council::room::Seat;
use crate::council::roster::Member;
use crate::council::sitting::{Irregularity, Sitting};
use crate::french::papers::irregularity;
use crate::papers::compose::election::OF_A_ROUND;
use crate::papers::document::{Block, Line, Style};

/// What was irregular in the course of the sitting and has no bearing on a vote: hours, and who asked for a huis clos.
const OF_THE_COURSE: [Code; 3] = [Code::irregular(8), Code::irregular(9), Code::irregular(17)];

/// The irregular steps outside the reports that bear on the vote of this one: a délibération prints them too, if they were
/// done before its result was proclaimed.
pub fn irregularities_that_bear_on<'a>(sitting: &'a Sitting, report: &ReportId) -> impl Iterator<Item = Block> + 'a {
    let is_a_step = |it: &&Happening| matches!(it.what, What::ReportOpened(_) | What::Proclaimed(_));
    let mut steps = sitting.chronicle().happenings().iter().filter(is_a_step);
    let until = steps.position(|it| it.what == What::Proclaimed(report.clone()));
    irregular(sitting, move |it| {
        let is_before = it.reached.is_none_or(|reached| until.is_none_or(|until| reached <= until));
        it.report.is_none() && is_before && !OF_THE_COURSE.contains(&it.code)
    })
}

/// The irregular steps of a report, each with its rule and its reason: those of the vote on its text, and what concerns it
/// as a whole.
pub fn irregularities<'a>(sitting: &'a Sitting, report: &'a ReportId) -> impl Iterator<Item = Block> + 'a {
    irregularities_on(sitting, report, None)
}

/// Those of the vote on a proposal in a report.
pub fn irregularities_on<'a>(
    sitting: &'a Sitting,
    report: &'a ReportId,
    on: Option<&'a ProposalId>,
) -> impl Iterator<Item = Block> + 'a {
    irregular(sitting, move |it| it.report.as_ref() == Some(report) && it.on.as_ref() == on)
}

/// Those of the roll call and the opening.
pub fn irregularities_of_the_opening(sitting: &Sitting) -> impl Iterator<Item = Block> + '_ {
    irregular(sitting, |it| it.report.is_none() && it.reached.is_none())
}

/// Those about no report in particular, after so many openings of a report and proclamations.
pub fn irregularities_after(sitting: &Sitting, steps: usize) -> impl Iterator<Item = Block> + '_ {
    irregular(sitting, move |it| it.report.is_none() && it.reached == Some(steps))
}

fn irregular<'a>(
    sitting: &'a Sitting,
    wanted: impl Fn(&Irregularity) -> bool + 'a,
) -> impl Iterator<Item = Block> + 'a {
    // What was found in an urn is told with its round.
    let is_told = |it: &&Irregularity| !OF_A_ROUND.contains(&it.code);
    sitting.irregularities().iter().filter(is_told).filter(move |it| wanted(it)).map(move |it| {
        let about = whom_it_is_about(sitting, it).map(|member| &member.name);
        let docket = sitting.docket();
        let report = it.report.as_ref().and_then(|id| docket.agenda.report(id));
        Block::Paragraph(Style::Text, Line::prose(&irregularity(it.code, about, report, &it.reason, docket)))
    })
}

fn whom_it_is_about<'a>(sitting: &'a Sitting, it: &Irregularity) -> Option<&'a Member> {
    if it.code == Finding::INTERESTED_TAKES_PART {
        takes_part_after_all(sitting, it)
    } else {
        officer_away(sitting, it)
    }
}

/// Who was declared interested in that report and is so no more, if it is one member.
fn takes_part_after_all<'a>(sitting: &'a Sitting, it: &Irregularity) -> Option<&'a Member> {
    let report = sitting.docket().agenda.report(it.report.as_ref()?)?;
    let declared = report.recusals.iter().map(|(member, _)| member);
    let in_the_sitting = sitting.chronicle().happenings().iter().filter_map(|happening| match &happening.what {
        What::Recused { report: of, member, .. } if *of == report.id => Some(member),
        _ => None,
    });
    let still = sitting.recusals(&report.id);
    let mut no_more: Vec<&MemberId> =
        declared.chain(in_the_sitting).filter(|member| !still.contains_key(*member)).collect();
    no_more.sort();
    no_more.dedup();
    match no_more.as_slice() {
        [one] => sitting.docket().roster.get(one),
        _ => None,
    }
}

/// The officer whom an irregular step is about: who should preside, or write, and was not there.
fn officer_away<'a>(sitting: &'a Sitting, it: &Irregularity) -> Option<&'a Member> {
    let meeting = &sitting.docket().meeting;
    let opening = sitting.opening();
    if it.reached.is_some() && it.report.is_none() {
        return None;
    }
    let id = if it.code == Finding::PRESIDENT_AWAY {
        let at_the_opening = opening.map_or(meeting.president.as_ref(), |opening| opening.chair.as_ref());
        it.report.as_ref().map_or(at_the_opening, |report| sitting.chair_of(report))
    } else {
        let secretaries = opening.map_or(&meeting.secretaries, |opening| &opening.secretaries);
        let is_away =
            |id: &&MemberId| opening.is_some_and(|opening| !opening.room.seat(id).is_some_and(Seat::is_present));
        secretaries.iter().find(is_away).or(secretaries.first())
    };
    id.and_then(|id| sitting.docket().roster.get(id))
}
