//! Seats taken by substitutes and new members, powers taken back.

use super::{Answer, Around, Item, Next};
use crate::app::roll_call::may_take_a_seat;
use crate::council::command::Command;
use crate::french::screen::gesture::Ask;

/// Those who hold no seat and may take one.
pub(super) fn candidates(around: &Around) -> Vec<Item> {
    let everyone = around.sitting.docket().roster.everyone().map(|member| &member.id);
    everyone.filter(|id| may_take_a_seat(id, around.sitting)).cloned().map(Item::Seat).collect()
}

pub(super) fn seat(answers: &[Answer], around: &Around) -> Next {
    match answers {
        [Answer::Chosen(Item::Seat(member))] => Next::command(Command::TakeSeat { member: member.clone(), at: None }),
        _ => Next::choose(Ask::Seat, candidates(around)),
    }
}

pub(super) fn end_proxy(answers: &[Answer], around: &Around) -> Next {
    match answers {
        [Answer::Chosen(Item::Proxy(giver))] => Next::command(Command::EndProxy { giver: giver.clone() }),
        _ => {
            Next::choose(Ask::Proxy, around.sitting.attendance().proxies().map(|(giver, _)| Item::Proxy(giver.clone())))
        }
    }
}
