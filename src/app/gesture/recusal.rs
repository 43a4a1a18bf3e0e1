//! The *déport*: who, for which report, on what ground, whether he leaves the room, and a word to explain.

use super::{Answer, Around, Item, Next, Question};
use crate::council::command::Command;
use crate::council::recusal::Ground;
use crate::french::screen::gesture::Ask;

pub(super) fn recuse(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Chosen, Member, Text};
    match answers {
        [Member(_)] => Next::choose(Ask::Report, around.not_done()),
        [Member(_), Chosen(Item::Report(report))] => {
            // Whoever answers for the accounts is the first thought of there, and of nowhere else.
            let accounts =
                around.sitting.docket().agenda.report(report).is_some_and(crate::council::agenda::Report::is_accounts);
            let mut grounds = Ground::ALL.to_vec();
            if accounts {
                grounds.rotate_right(1);
            }
            Next::choose(Ask::Ground, grounds.into_iter().map(Item::Ground))
        }
        [Member(member), Chosen(Item::Report(report)), Chosen(Item::Ground(ground)), rest @ ..] => {
            // Whoever answers for the accounts leaves the room: there is nothing to choose.
            let (left_room, rest) = match rest {
                _ if *ground == Ground::Accounts => (true, rest),
                [Chosen(Item::Room(left_room)), rest @ ..] => (*left_room, rest),
                _ => return Next::choose(Ask::Room, [true, false].map(Item::Room)),
            };
            let [Text(note)] = rest else {
                return Next::Ask(Question::Text { ask: Ask::Note, default: String::new(), may_be_empty: true });
            };
            Next::command(Command::Recuse {
                report: report.clone(),
                member: member.clone(),
                ground: *ground,
                left_room,
                note: Some(note.clone()).filter(|note| !note.is_empty()),
                at: None,
            })
        }
        _ => Next::Ask(Question::member(Ask::WhoIsRecused, around.seated())),
    }
}

/// The recusals of reports whose result is not proclaimed, those of the report in front first.
pub(super) fn live(around: &Around) -> Vec<Item> {
    let of = |item: Item| -> Vec<Item> {
        let Item::Report(report) = item else { return vec![] };
        let members = around.sitting.recusals(&report);
        members.keys().map(|member| Item::Recusal(member.clone(), report.clone())).collect()
    };
    around.not_done().into_iter().flat_map(of).collect()
}

pub(super) fn end(answers: &[Answer], around: &Around) -> Next {
    match answers {
        [Answer::Chosen(Item::Recusal(member, report))] => {
            Next::command(Command::EndRecusal { report: report.clone(), member: member.clone() })
        }
        _ => Next::choose(Ask::Recusal, live(around)),
    }
}
