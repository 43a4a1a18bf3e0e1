//! An hour mended: of what, and which it is.

use super::{Answer, Around, Item, Next, Question};
use crate::council::chronicle::{HourOf, What};
use crate::council::command::Command;
use crate::french::screen::gesture::Ask;

/// What happened and has an hour that can be mended, the last first.
pub(super) fn told(around: &Around) -> Vec<Item> {
    let mut found: Vec<(HourOf, _)> = Vec::new();
    for happening in around.sitting.chronicle().happenings().iter().rev() {
        let of = match &happening.what {
            What::Opened => HourOf::Opening,
            What::Moved { member, .. } | What::SeatTaken { member, .. } => HourOf::Movement(member.clone()),
            What::Proclaimed(report) => HourOf::Proclamation(report.clone()),
            What::Suspended => HourOf::Suspension,
            What::Resumed => HourOf::Resumption,
            What::Closed | What::Adjourned => HourOf::Closing,
            _ => continue,
        };
        // Only the last of its kind can be mended.
        if found.iter().all(|(other, _)| *other != of) {
            found.push((of, happening.at));
        }
    }
    found.into_iter().map(|(of, at)| Item::HourOf(of, at)).collect()
}

pub(super) fn mend(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Chosen, Hour};
    match answers {
        [Chosen(Item::HourOf(..))] => Next::Ask(Question::Hour { ask: Ask::NewHour }),
        [Chosen(Item::HourOf(of, _)), Hour(at)] => Next::command(Command::MendHour { of: of.clone(), at: *at }),
        _ => Next::choose(Ask::HourOfWhat, told(around)),
    }
}
