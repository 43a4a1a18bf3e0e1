//! Figures asked one after the other, in the order in which whoever presides reads them out.
//!
//! « Pour » may be left for the rest: where only the voices against are announced, nobody has to subtract.

use super::{Answer, Next, Question};
use crate::council::way::Counts;
use crate::french::screen::gesture::Ask;

/// The figures, and the answers behind them; or the question that comes next.
#[expect(clippy::result_large_err, reason = "a question is asked once a key: its size costs nothing")]
pub(super) fn figures(answers: &[Answer], voices: u32, before: Option<Counts>) -> Result<(Counts, &[Answer]), Next> {
    // What was counted before is proposed again as long as it is what she says.
    let mut before = before.filter(|before| before.sum() == voices);
    let (told_for, mut rest) = match answers.split_first() {
        Some((Answer::Number(number), rest)) => (Some(*number), rest),
        Some((Answer::Rest, rest)) => (None, rest),
        _ => return Err(ask(Ask::For, voices, voices, before.map(|before| before.for_))),
    };
    before = before.filter(|before| told_for == Some(before.for_));
    let mut counts = Counts { for_: told_for.unwrap_or(0), ..Counts::default() };
    for question in [Ask::Against, Ask::Abstentions, Ask::NotTakingPart] {
        // Where every voice is told already, nothing is left to ask.
        if counts.sum() >= voices {
            break;
        }
        let left = voices.saturating_sub(counts.sum());
        let (told, was) = match question {
            Ask::Against => (&mut counts.against, before.map(|before| before.against)),
            Ask::Abstentions => (&mut counts.abstentions, before.map(|before| before.abstentions)),
            _ => (&mut counts.not_taking_part, None),
        };
        let Some((Answer::Number(number), behind)) = rest.split_first() else {
            let default = if told_for.is_some() { was.unwrap_or(left) } else { 0 };
            return Err(ask(question, voices, left, Some(default)));
        };
        *told = *number;
        before = before.filter(|_| was == Some(*number));
        rest = behind;
    }
    if told_for.is_none() {
        counts.for_ = voices.saturating_sub(counts.sum());
    }
    Ok((counts, rest))
}

/// Any number of voices of the room may be typed: what does not add up is refused whole, with what is missing.
fn ask(ask: Ask, voices: u32, left: u32, default: Option<u32>) -> Next {
    Next::Ask(Question::Number { ask, most: voices, left, default })
}
