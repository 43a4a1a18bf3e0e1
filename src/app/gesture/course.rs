//! The sitting in camera: who asks for it, and how the council voted.

use super::{Answer, Around, Item, Next, Question};
use crate::council::command::Command;
use crate::council::id::MemberId;
use crate::council::sitting::Stage;
use crate::french::screen::gesture::Ask;

pub(super) fn may_go_in_camera(around: &Around) -> bool {
    around.sitting.stage() == Stage::Open && !around.sitting.is_in_camera()
}

pub(super) fn in_camera(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Chosen, Members, Number};
    let voices = u32::try_from(around.sitting.room().voices().count()).unwrap_or(u32::MAX);
    let number = |ask, most, default| Next::Ask(Question::Number { ask, most, left: most, default: Some(default) });
    match answers {
        [Members(_)] => Next::choose(Ask::HowVoted, [true, false].map(Item::Unanimous)),
        [Members(asked_by), Chosen(Item::Unanimous(true))] => voted(asked_by, voices, 0, 0),
        [Members(_), Chosen(_)] => number(Ask::For, voices, voices),
        // Where every voice is told already, nothing is left to ask.
        [Members(asked_by), Chosen(_), Number(for_)] if *for_ >= voices => voted(asked_by, *for_, 0, 0),
        [Members(asked_by), Chosen(_), Number(for_), Number(against)] if for_.saturating_add(*against) >= voices => {
            voted(asked_by, *for_, *against, 0)
        }
        [Members(_), Chosen(_), Number(for_)] => {
            let left = voices.saturating_sub(*for_);
            number(Ask::Against, left, left)
        }
        [Members(_), Chosen(_), Number(for_), Number(against)] => {
            let left = voices.saturating_sub(for_.saturating_add(*against));
            number(Ask::Abstentions, left, left)
        }
        [Members(asked_by), Chosen(_), Number(for_), Number(against), Number(abstentions)] => {
            voted(asked_by, *for_, *against, *abstentions)
        }
        _ => {
            let present = around.present();
            // Whoever presides may ask alone, and most often does.
            let chair = around.sitting.chair().filter(|chair| present.contains(chair));
            let default = chair.into_iter().cloned().collect();
            Next::Ask(Question::Members { ask: Ask::Askers, among: present, default, nobody: false, needed: None })
        }
    }
}

fn voted(asked_by: &[MemberId], for_: u32, against: u32, abstentions: u32) -> Next {
    Next::command(Command::GoInCamera { asked_by: asked_by.to_vec(), for_, against, abstentions, at: None })
}
