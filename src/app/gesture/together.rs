//! A *vote groupé*: which reports are put to one vote, and which of them is taken out of it again.

use super::{Answer, Around, Item, Next, Question};
use crate::council::command::Command;
use crate::council::id::ReportId;
use crate::council::step::LeftGroup;
use crate::french::screen::gesture::{self as words, Ask};

/// The report that leads the group: the one that is open, else the one in front, else the next one.
fn lead<'a>(around: &Around<'a>) -> Option<&'a ReportId> {
    let next = || around.sitting.next_report().map(|report| &report.id);
    around.subject().or_else(next)
}

/// The reports that may be put to one vote with it, in the order of the agenda.
pub(super) fn others(around: &Around) -> Vec<Item> {
    let Some(lead) = lead(around) else { return vec![] };
    let is_another = |item: &Item| *item != Item::Report(lead.clone());
    let opened = |other: &ReportId| Command::OpenReport { report: lead.clone(), with: vec![other.clone()] };
    let reports = around.sitting.docket().agenda.reports().map(|report| Item::Report(report.id.clone()));
    // Those behind it are read out with it; those before it were passed over.
    let (behind, before): (Vec<Item>, Vec<Item>) = {
        let all: Vec<Item> = reports.collect();
        let place = all.iter().position(|item| !is_another(item)).unwrap_or(0);
        let (before, behind) = all.split_at(place);
        (behind.to_vec(), before.to_vec())
    };
    let unopened = |item: &Item| matches!(item, Item::Report(id) if around.sitting.progress(id).is_none());
    let all = behind.into_iter().chain(before).filter(is_another).filter(unopened);
    all.filter(|item| around.allows_of(item, opened)).collect()
}

pub(super) fn together(answers: &[Answer], around: &Around) -> Next {
    let Some(lead) = lead(around) else { return Next::choose(Ask::Report, []) };
    if let [Answer::Items(items)] = answers {
        let id = |item: &Item| match item {
            Item::Report(id) => Some(id.clone()),
            _ => None,
        };
        let with = items.iter().filter_map(id).collect();
        return Next::command(Command::OpenReport { report: lead.clone(), with });
    }
    let items = others(around);
    let announced = around.sitting.docket().agenda.report(lead).map(|lead| {
        let of_its_group = around.sitting.announced_with(lead);
        of_its_group.cloned().map(Item::Report).filter(|item| items.contains(item)).collect()
    });
    Next::Ask(Question::Ticks {
        ask: Ask::Together,
        with: Some(Item::Report(lead.clone())),
        items,
        ticked: announced.unwrap_or_default(),
        missing: words::NONE_TICKED,
    })
}

/// The reports of the group that is being voted.
pub(super) fn group(around: &Around) -> Vec<Item> {
    let together = around.sitting.floor().map(|floor| floor.vote.together.clone()).unwrap_or_default();
    together.into_iter().map(Item::Report).collect()
}

pub(super) fn leave(answers: &[Answer], around: &Around) -> Next {
    match answers {
        [Answer::Chosen(Item::Report(report))] => {
            Next::command(Command::LeaveGroup(LeftGroup { report: report.clone() }))
        }
        _ => Next::choose(Ask::Leaving, group(around)),
    }
}
