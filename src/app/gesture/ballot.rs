//! A public ballot: who asks for it, and what is done if they are too few. The majority that a report takes.

use super::{Answer, Around, Item, Next, Question};
use crate::council::command::Command;
use crate::council::id::MemberId;
use crate::council::majority::Majority;
use crate::council::sitting::Floor;
use crate::council::step::{AskedBallot, ChosenMajority};
use crate::french::screen::gesture::Ask;

/// Those who may ask: present, and heard in this vote. Who gave a power asks for nothing.
fn who_may_ask(around: &Around, floor: &Floor) -> Vec<MemberId> {
    around.seated().into_iter().filter(|member| floor.vote.room.speaks(member)).collect()
}

/// Whether a public ballot may be asked for in the vote on the floor.
pub(super) fn may_be_public(around: &Around) -> bool {
    let Some(floor) = around.sitting.floor() else { return false };
    let one = who_may_ask(around, &floor).into_iter().take(1).collect();
    floor.vote.way.is_a_vote() && !floor.vote.ballot.is_public() && around.allows(&asked(&floor, one, true))
}

pub(super) fn public(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Chosen, Members, Nobody};
    let Some(floor) = around.sitting.floor() else { return Next::choose(Ask::TooFew, []) };
    let needed = around.sitting.rules().public_ballot_askers(floor.vote.room.present());
    match answers {
        [Members(askers)] if needed.is_some_and(|needed| askers.len() < needed as usize) => {
            Next::choose(Ask::TooFew, [true, false].map(Item::TooFew))
        }
        [Nobody] => Next::command(asked(&floor, vec![], false)),
        [Members(askers)] => Next::command(asked(&floor, askers.clone(), false)),
        [Members(askers), Chosen(Item::TooFew(recorded_only))] => {
            Next::command(asked(&floor, askers.clone(), *recorded_only))
        }
        _ => Next::Ask(Question::Members {
            ask: Ask::BallotAskers,
            among: who_may_ask(around, &floor),
            default: vec![],
            // Where the law itself wants one, nobody has to ask.
            nobody: around.allows(&asked(&floor, vec![], false)),
            needed,
        }),
    }
}

fn asked(floor: &Floor, asked_by: Vec<MemberId>, refused: bool) -> Command {
    let (report, on) = (floor.report.id.clone(), floor.on.cloned());
    Command::AskBallot(AskedBallot { report, on, asked_by, refused, at: None })
}

/// Whether a secret ballot may be asked for in the vote on the floor.
pub(super) fn may_be_secret(around: &Around) -> bool {
    let Some(floor) = around.sitting.floor() else { return false };
    let one = who_may_ask(around, &floor).into_iter().take(1).collect();
    !floor.vote.ballot.is_secret() && around.allows(&asked_secretly(&floor, one, false))
}

pub(super) fn secret(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Chosen, Members, Nobody};
    let Some(floor) = around.sitting.floor() else { return Next::choose(Ask::TooFew, []) };
    // An appointment is secret of right: then nobody has to ask, and one is enough.
    let of_right = around.allows(&asked_secretly(&floor, vec![], false));
    let needed = around.sitting.rules().secret_ballot_askers(floor.vote.room.present()).filter(|_| !of_right);
    match answers {
        [Members(askers)] if needed.is_some_and(|needed| askers.len() < needed as usize) => {
            Next::choose(Ask::TooFew, [true, false].map(Item::TooFewForASecret))
        }
        [Nobody] => Next::command(asked_secretly(&floor, vec![], false)),
        [Members(askers)] => Next::command(asked_secretly(&floor, askers.clone(), false)),
        [Members(askers), Chosen(Item::TooFewForASecret(recorded_only))] => {
            Next::command(asked_secretly(&floor, askers.clone(), *recorded_only))
        }
        _ => {
            let among = who_may_ask(around, &floor);
            Next::Ask(Question::Members { ask: Ask::SecretAskers, among, default: vec![], nobody: of_right, needed })
        }
    }
}

fn asked_secretly(floor: &Floor, asked_by: Vec<MemberId>, refused: bool) -> Command {
    let (report, on) = (floor.report.id.clone(), floor.on.cloned());
    Command::AskSecret(AskedBallot { report, on, asked_by, refused, at: None })
}

/// The majorities that may be announced for the report that is open or in front.
pub(super) fn majorities(around: &Around) -> Vec<Item> {
    let Some(report) = around.subject() else { return vec![] };
    let may_be = |majority: &Majority| {
        let reason = Ask::MajorityText.words().to_owned();
        let (report, majority) = (report.clone(), *majority);
        around.allows(&Command::ChooseMajority(ChosenMajority { report, majority, reason }))
    };
    let now = around.sitting.majority(report).0;
    let others = Majority::ALL.into_iter().filter(|majority| *majority != now);
    others.filter(may_be).map(Item::Majority).collect()
}

pub(super) fn majority(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Chosen, Text};
    match (answers, around.subject()) {
        ([Chosen(Item::Majority(_))], _) => {
            Next::Ask(Question::Text { ask: Ask::MajorityText, default: String::new(), may_be_empty: false })
        }
        ([Chosen(Item::Majority(majority)), Text(reason)], Some(report)) => {
            Next::command(Command::ChooseMajority(ChosenMajority {
                report: report.clone(),
                majority: *majority,
                reason: reason.clone(),
            }))
        }
        _ => Next::choose(Ask::Majority, majorities(around)),
    }
}
