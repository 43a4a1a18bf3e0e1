//! A vote on paper: the table of nine figures, the lists of names, what was irregular.

use crate::council::agenda::Report;
use crate::council::ballot::{Choice, Vote};
use crate::council::chronicle::{Happening, What};
use crate::council::finding::{Code, Finding};
use crate::council::id::{MemberId, ReportId};
use crate::council::phrases::Phrases;
use crate::council::room::Seat;
use crate::council::roster::{Member, Roster};
use crate::council::sitting::{Done, Irregularity, Sitting};
use crate::council::tally::{Figure, Tally};
use crate::french::figures;
use crate::french::grammar::capitalised;
use crate::french::lists::{self, Voters};
use crate::french::papers::irregularity;
use crate::french::phrases::{self, Facts, Part, Sentence};
use crate::french::sentences::VOTES;
use crate::papers::document::{Block, Line, Run, Style};

use super::attendance::{agreement, list, names};

/// The decision, in the words of the assembly.
pub fn decision(sitting: &Sitting, report: &Report, done: &Done) -> Block {
    let words = &Phrases::default();
    let sentence = phrases::decision_of(sitting, report, &done.vote, done.tally.as_ref(), done.outcome, words);
    Block::Paragraph(Style::Decision, said(Line::default(), sentence))
}

/// A sentence behind a line: names and numbers are kept whole.
fn said(line: Line, sentence: Sentence) -> Line {
    sentence.0.into_iter().fold(line, |line, part| {
        line.then(match part {
            Part::Words(words) => Run::prose(&words),
            Part::Name(name) => Run::name(&name),
            Part::Number(number) => Run::literal(&number),
        })
    })
}

/// The nine figures, one a row.
pub fn table(tally: &Tally) -> Block {
    let row = |figure: Figure| {
        let value = figures::value(tally.value(figure));
        (Line::prose(figures::label(figure)), Line::from(Run::literal(&value)))
    };
    Block::VoteTable(Figure::ALL.into_iter().map(row).collect())
}

/// The nine figures in one paragraph, each figure kept whole.
pub fn figures_in_a_line(tally: &Tally) -> Line {
    let mut line = Line::default();
    for (place, figure) in Figure::ALL.into_iter().enumerate() {
        if place > 0 {
            line = line.then(Run::prose(" – "));
        }
        let value = figures::value(tally.value(figure));
        line = line.then(Run::name(&format!("{} : {value}", figures::label(figure))));
    }
    line
}

/// « Votes : 6 voix pour, 3 voix contre (DI MEO Paolo et ICARD Léa) et 1 abstention (FAURE-LABAT Hugo). »
pub fn votes_and_names(sitting: &Sitting, report: &Report, done: &Done) -> Line {
    let Some(tally) = &done.tally else { return Line::default() };
    let votes = phrases::votes_and_names(&Facts::of(sitting, report, &done.vote, tally, done.outcome));
    said(Line::prose(VOTES), votes).then(Run::prose("."))
}

/// The members who say so, in the order of the table: those in the room, or those for whom another spoke.
fn saying<'a>(vote: &Vote, choice: Choice, voters: Voters, roster: &'a Roster) -> Vec<&'a Member> {
    let is_among = |member: &&Member| {
        vote.choice(&member.id) == Some(choice)
            && matches!(
                (vote.room.seat(&member.id), voters),
                (Some(Seat::Present | Seat::Remote), Voters::Present)
                    | (Some(Seat::Represented(_)), Voters::Represented)
            )
    };
    roster.everyone().filter(is_among).collect()
}

/// The nominal lists of a délibération: present and excused, against and abstaining, « Néant » if empty; then those who
/// took no part, if any.
pub fn nominal_lists(vote: &Vote, roster: &Roster) -> Vec<Block> {
    let mut blocks = Vec::new();
    for choice in [Choice::Against, Choice::Abstain, Choice::NotTakingPart] {
        for voters in [Voters::Present, Voters::Represented] {
            let members = saying(vote, choice, voters, roster);
            if choice != Choice::NotTakingPart || !members.is_empty() {
                blocks.push(list(&lists::voted(voters, choice, agreement(&members)), names(&members)));
            }
        }
    }
    blocks
}

/// The lists of the minutes: one a choice that somebody made, carried votes with their holder.
pub fn names_by_choice(vote: &Vote, roster: &Roster) -> Vec<Block> {
    let mut blocks = Vec::new();
    for choice in [Choice::Against, Choice::Abstain, Choice::NotTakingPart] {
        let members: Vec<&Member> =
            roster.everyone().filter(|member| vote.choice(&member.id) == Some(choice)).collect();
        if !members.is_empty() {
            let head = capitalised(&lists::vote(choice, agreement(&members)));
            let lines = members.iter().map(|member| name_and_holder(member, vote, roster)).collect();
            blocks.push(list(&head, lines));
        }
    }
    blocks
}

fn name_and_holder(member: &Member, vote: &Vote, roster: &Roster) -> Line {
    let name = Line::from(Run::name(&member.name.listed()));
    match vote.room.seat(&member.id) {
        Some(Seat::Represented(holder)) => {
            let (before, after) = lists::BY_POWER_GIVEN_TO;
            name.then(Run::prose(before)).then(Run::name(&roster.listed(holder))).then(Run::prose(after))
        }
        _ => name,
    }
}

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

/// The irregular steps of a report, each with its rule and its reason.
pub fn irregularities<'a>(sitting: &'a Sitting, report: &'a ReportId) -> impl Iterator<Item = Block> + 'a {
    irregular(sitting, move |it| it.report.as_ref() == Some(report))
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
    sitting.irregularities().iter().filter(move |it| wanted(it)).map(move |it| {
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
