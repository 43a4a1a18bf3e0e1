//! The public display as the secretary decides it: its panel, and what the display was told last. What it shows of the
//! sitting is [`scene`].

pub mod scene;

use crate::council::public::{Control, Showing};
use crate::french::screen::display as words;

use super::keymap::Action;
use super::step::{Said, Step};
use super::{App, Effect, Panel};

/// What may be asked of the display, in the order of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// *Suivre*: it follows the sitting.
    Follow,
    /// *Effacer*: the council and the day, and nothing else.
    Clear,
    /// *Figer*: it stays as it is.
    Freeze,
    /// *Voix en direct*: the voices before the proclamation, shown or hidden.
    Live,
}

impl Wanted {
    /// All that may be asked.
    pub const ALL: [Self; 4] = [Self::Follow, Self::Clear, Self::Freeze, Self::Live];

    /// Its word, and what it does.
    #[must_use]
    pub fn row(self, is_live: bool) -> words::Row {
        match self {
            Self::Follow => words::FOLLOW,
            Self::Clear => words::CLEAR,
            Self::Freeze => words::FREEZE,
            Self::Live if is_live => words::HIDE_LIVE,
            Self::Live => words::SHOW_LIVE,
        }
    }
}

/// The panel of the display.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DisplayPanel {
    /// The row under the cursor.
    pub at: usize,
}

impl DisplayPanel {
    /// What a key does here.
    pub(super) fn update(&mut self, action: Action) -> Step {
        match action {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(Wanted::ALL.len() - 1),
            Action::Answer => return Wanted::ALL.get(self.at).copied().map_or(Step::Stay, Step::Project),
            Action::Project(wanted) => return Step::Project(wanted),
            Action::Back => return Step::Back,
            _ => {}
        }
        Step::Stay
    }
}

/// What the display was told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Displaying {
    /// What its file says.
    known: Control,
    /// What is being written into it.
    asked: Option<Control>,
}

impl App {
    /// The same program, its display having been told that before.
    #[must_use]
    pub fn displaying(mut self, control: Control) -> Self {
        self.displaying.known = control;
        self
    }

    /// What the public display does, as its file says.
    #[must_use]
    pub fn display(&self) -> Control {
        self.displaying.known
    }

    /// Asks something of the display. What it is told stands on the disk before the screen says so.
    pub(super) fn project(&mut self, wanted: Wanted) -> Vec<Effect> {
        if let Some(refusal) = self.read_only() {
            self.said = Some(refusal);
            return vec![];
        }
        let now = self.displaying.asked.unwrap_or(self.displaying.known);
        let after = self.history.next_number() - 1;
        let control = match (wanted, now.showing) {
            (Wanted::Follow, _) => Control { showing: Showing::Follows, live: now.live },
            (Wanted::Clear, _) => Control::NEUTRAL,
            (Wanted::Freeze, Showing::Frozen { .. }) => now,
            // What was cleared shows nothing to be kept; what was frozen keeps what it shows.
            (Wanted::Freeze, Showing::Follows) => Control { showing: Showing::Frozen { after }, live: now.live },
            (Wanted::Live, Showing::Follows) => Control { live: !now.live, ..now },
            (Wanted::Freeze, Showing::Cleared) | (Wanted::Live, _) => {
                self.said = Some(Said::refused(words::FOLLOW_FIRST));
                return vec![];
            }
        };
        if matches!(self.panels.last(), Some(Panel::Display(_))) {
            self.panels.pop();
        }
        // Asked again it is written again: whatever became of its file since, the display does what she asked.
        self.displaying.asked = Some(control);
        vec![Effect::Project(control)]
    }

    /// The display was told so.
    pub(super) fn projected(&mut self, control: Control) {
        self.displaying.known = control;
        self.displaying.asked = self.displaying.asked.filter(|asked| *asked != control);
        self.say_of_the_display(Said::done(words::decided(&control)));
    }

    /// It was not: it shows what it showed before.
    pub(super) fn not_projected(&mut self, why: &str) {
        self.displaying.asked = None;
        self.say_of_the_display(Said::refused(words::not_decided(why)));
    }

    /// At once if nothing else is said, else after it.
    fn say_of_the_display(&mut self, said: Said) {
        if self.said.is_none() {
            self.said = Some(said);
        } else {
            self.notices.push_back(said.text);
        }
    }
}
