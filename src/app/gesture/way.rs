//! How the vote on the floor is recorded: by exception, by roll call, in figures, by its result alone, without a vote.

use super::figures::figures;
use super::{Answer, Around, Item, Next};
use crate::council::ballot::{Choice, Vote};
use crate::council::command::Command;
use crate::council::kind::ReportKind;
use crate::council::sitting::Floor;
use crate::council::step::{ChosenWay, CountedVoices, StatedResult};
use crate::council::way::{Counts, Stated, Way};
use crate::french::screen::gesture::Ask;

/// The ways that the vote on the floor may be recorded in, the one that it is not recorded in yet first.
pub(super) fn ways(around: &Around) -> Vec<Item> {
    let Some(floor) = around.sitting.floor() else { return vec![] };
    let is_told_again = |way: Way| matches!(way, Way::Figures | Way::Result);
    let may_be = |way: &Way| {
        if *way == floor.vote.way {
            return is_told_again(*way);
        }
        let chosen = ChosenWay { report: floor.report.id.clone(), on: floor.on.cloned(), way: *way };
        around.allows(&Command::ChooseWay(chosen))
    };
    // Figures are what an evening asks for most; a name by name vote is told beforehand.
    let order = [Way::ByException, Way::Figures, Way::RollCall, Way::Result, Way::WithoutVote];
    let (now, others): (Vec<Way>, Vec<Way>) = order.into_iter().filter(may_be).partition(|way| *way == floor.vote.way);
    let item = |way: Way| Item::Way(way, way == floor.vote.way);
    now.into_iter().chain(others).map(item).collect()
}

pub(super) fn way(answers: &[Answer], around: &Around) -> Next {
    let Some(floor) = around.sitting.floor() else { return Next::choose(Ask::Way, []) };
    let (report, on) = (floor.report.id.clone(), floor.on.cloned());
    match answers {
        [Answer::Chosen(Item::Way(Way::Figures, _)), told @ ..] => counted(told, &floor),
        [Answer::Chosen(Item::Way(Way::Result, _))] => Next::choose(Ask::Stated, Stated::ALL.map(Item::Stated)),
        [Answer::Chosen(Item::Way(Way::Result, _)), Answer::Chosen(Item::Stated(result))] => {
            Next::command(Command::StateResult(StatedResult { report, on, result: *result }))
        }
        [Answer::Chosen(Item::Way(way, _))] => Next::command(Command::ChooseWay(ChosenWay { report, on, way: *way })),
        _ => Next::choose(Ask::Way, ways(around)),
    }
}

fn counted(told: &[Answer], floor: &Floor) -> Next {
    let (counts, rest) = match figures(told, floor.vote.voices(), known(floor.vote)) {
        Ok(told) => told,
        Err(next) => return next,
    };
    let chair = match chair_said(rest, counts, floor.vote) {
        Ok(chair) => chair,
        Err(next) => return next,
    };
    Next::command(Command::CountVoices(CountedVoices {
        report: floor.report.id.clone(),
        on: floor.on.cloned(),
        for_: counts.for_,
        against: counts.against,
        abstentions: counts.abstentions,
        not_taking_part: counts.not_taking_part,
        chair,
    }))
}

/// What whoever presides said, asked where equal votes turn on it.
#[expect(clippy::result_large_err, reason = "a question is asked once a key: its size costs nothing")]
pub(super) fn chair_said(rest: &[Answer], counts: Counts, vote: &Vote) -> Result<Option<Choice>, Next> {
    let has_a_voice = vote.chair.as_ref().is_some_and(|chair| vote.room.speaks(chair));
    // What does not add up is refused before anything is asked of it.
    let is_tied = counts.for_ == counts.against && counts.for_ > 0 && counts.sum() == vote.voices();
    if !(is_tied && has_a_voice && vote.rule.has_casting_vote()) {
        return Ok(None);
    }
    if let [Answer::Chosen(Item::ChairSaid(choice)), ..] = rest {
        return Ok(*choice);
    }
    let is_counted = |choice: &Choice| *(counts.clone()).of_mut(*choice) > 0;
    let choices = Choice::ALL.into_iter().filter(is_counted).map(Some);
    Err(Next::choose(Ask::ChairSaid, choices.chain([None]).map(Item::ChairSaid)))
}

/// What is known of the figures already: those counted before, or those of the names marked so far.
fn known(vote: &Vote) -> Option<Counts> {
    vote.counts().or_else(|| {
        let mut counts = Counts::default();
        for (_, choice) in vote.choices() {
            *counts.of_mut(choice) += 1;
        }
        // Nobody marked: everyone is only presumed for.
        Some(counts).filter(|counts| counts.for_ != counts.sum())
    })
}

/// Whether the vote on the floor may be recorded in another way.
pub(super) fn may_be_chosen(around: &Around) -> bool {
    let is_voted = |floor: Floor| floor.on.is_some() || ReportKind::may_be_voted(floor.report.kind);
    around.sitting.floor().is_some_and(is_voted) && !ways(around).is_empty()
}
