//! The minutes settled: at which sitting, and what was remarked.

use jiff::civil::Date;

use super::{Answer, Around, Next, Question};
use crate::app::step::Said;
use crate::council::command::Command;
use crate::council::decide::Reasons;
use crate::council::notes::NoteSums;
use crate::council::sitting::Sitting;
use crate::french::numbers::read_date;
use crate::french::screen::gesture::{self as words, Ask};
use crate::french::screen::said;

pub(super) fn may_be_settled(around: &Around) -> bool {
    around.sitting.stage().is_over()
}

pub(super) fn settle(answers: &[Answer]) -> Next {
    use Answer::{Date, Text};
    match answers {
        [Date(_)] => Next::Ask(Question::Text { ask: Ask::Remarks, default: String::new(), may_be_empty: true }),
        [Date(on), Text(remarks)] => Next::command(settled(*on, Some(remarks.clone()))),
        _ => Next::Ask(Question::Date { ask: Ask::SettledOn }),
    }
}

/// The day that is typed, if the minutes may be settled on it: a slip is said before the remarks are written.
pub(super) fn day(typed: &str, sitting: &Sitting) -> Result<Date, Said> {
    let on = read_date(typed).ok_or_else(|| Said::plain(words::no_date(typed)))?;
    match sitting.decide(&settled(on, None), &Reasons::new()) {
        Err(refused) if !refused.needs_only_a_reason() => {
            let roster = &sitting.docket().roster;
            Err(refused.findings.first().map_or_else(
                || Said::plain(words::no_date(typed)),
                |finding| Said::refused(said::refusal(finding, roster)),
            ))
        }
        _ => Ok(on),
    }
}

fn settled(on: Date, remarks: Option<String>) -> Command {
    Command::SettleMinutes { on, remarks, notes: NoteSums::new() }
}
