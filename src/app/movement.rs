//! Who arrives, leaves, steps out, comes back, gives a power, once the sitting is open. The panel closes after one action.

use crate::council::command::Command;

use super::context::Context;
use super::keymap::Action;
use super::roll_call::RollCall;
use super::step::Step;
use super::typed_hour::TypedHour;
use super::{Key, View};

/// The state of the panel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Movement {
    /// Everybody, the search, and who gives a power.
    pub list: RollCall,
    /// Another hour than the clock's, for this action alone.
    pub hour: TypedHour,
}

impl Movement {
    /// What the keys are read for.
    #[must_use]
    pub fn context(&self) -> Context {
        match self.list.context() {
            Context::RollCallSearch => Context::MovementSearch,
            Context::RollCallWalk => Context::MovementWalk,
            Context::Holder => Context::Holder,
            _ => Context::Movement,
        }
    }

    /// What a key does here.
    pub(super) fn update(&mut self, action: Action, key: Key, view: &View) -> Step {
        match action {
            Action::Digit => {
                let pushed = key.digit().map_or(Ok(()), |digit| self.hour.push(digit));
                return pushed.map_or_else(Step::Say, |()| Step::Stay);
            }
            Action::Erase if self.context() == Context::Movement => {
                self.hour.pop();
                return Step::Stay;
            }
            _ => {}
        }
        match self.list.update(action, key, view) {
            Step::Ask(command) => self.at_its_hour(command),
            Step::ToAgenda => Step::Back,
            step => step,
        }
    }

    fn at_its_hour(&self, mut command: Command) -> Step {
        match self.hour.finished() {
            Err(said) => Step::Say(said),
            Ok(hour) => {
                if let Some(at) = command.hour_mut() {
                    *at = hour;
                }
                Step::Ask(command)
            }
        }
    }
}
