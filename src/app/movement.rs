//! Who arrives, leaves, steps out, comes back, gives a power, once the sitting is open. The panel closes after one action.
//!
//! Figures are a number in the list, « 22 », until there are four of them: then they are an hour, « 1842 ».

use crate::council::command::Command;
use crate::french::screen::said;

use super::context::Context;
use super::keymap::Action;
use super::picker::{figures, types_only_a_figure};
use super::roll_call::RollCall;
use super::step::{Said, Step};
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
    /// The hour as far as it is typed: figures that may yet become one are shown as one.
    #[must_use]
    pub fn hour_typed(&self) -> TypedHour {
        let typed = figures(self.list.picker.typed()).filter(|figures| !figures.is_empty());
        typed.and_then(|figures| TypedHour::beginning(&figures)).unwrap_or_else(|| self.hour.clone())
    }

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
        // A holder has no hour of his own to type.
        let is_giving = self.list.giver().is_some();
        self.list.picker.read_figures_first(!is_giving);
        match action {
            Action::Digit | Action::Search if !is_giving => return self.typed(key, view),
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

    /// A letter or a figure: of a name, of a number in the list, of an hour.
    fn typed(&mut self, key: Key, view: &View) -> Step {
        let Some(letter) = key.text() else { return Step::Stay };
        let before = self.list.picker.typed().to_owned();
        let after: String = before.chars().chain([letter]).collect();
        let Some(number) = figures(&after) else {
            // Figures, and then a name: an hour that is not whole, which is said when it is used. « É » begins a name.
            let is_begun = before.chars().any(types_only_a_figure) && figures(&before).is_some();
            if let Some(hour) = figures(&before).filter(|_| is_begun).and_then(|it| TypedHour::beginning(&it)) {
                self.hour = hour;
                self.list.picker.clear();
            }
            return self.list.update(Action::Search, key, view);
        };
        let hour = TypedHour::beginning(&number);
        if let Some(hour) = hour.as_ref().filter(|hour| hour.hour().is_some()) {
            self.hour = hour.clone();
            self.list.picker.clear();
            return Step::Stay;
        }
        if hour.is_none() && !view.everyone.has_number(&number) {
            return Step::Say(Said::refused(said::NOT_AN_HOUR));
        }
        self.list.update(Action::Search, key, view)
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
