//! A past séance that is heard again: where in it, how fast, whether it goes on.

use crate::app::App;
use crate::app::replay::Replay;
use crate::french::linear::replay as words;

/// How the replay goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Replayed {
    at: usize,
    all: usize,
    speed: u16,
    is_paused: bool,
    is_over: bool,
}

impl Replayed {
    /// How it goes now, if a past séance is heard.
    pub fn of(app: &App) -> Option<Self> {
        app.replay().map(|replay: &Replay| Self {
            at: replay.at(),
            all: replay.all(),
            speed: replay.speed(),
            is_paused: replay.is_paused(),
            is_over: replay.is_over(),
        })
    }

    /// What is said when it begins.
    pub fn begins(self) -> String {
        words::begins(self.all, self.speed)
    }

    /// What a key changed of it: its pace, or where it is. While it goes on, its actions tell that by themselves.
    pub fn since(self, before: Self, is_asked: bool) -> Vec<String> {
        let mut lines = Vec::new();
        if self.is_paused != before.is_paused {
            lines.push(if self.is_paused { words::PAUSED } else { words::GOES_ON }.to_owned());
        }
        if self.speed != before.speed {
            lines.push(words::speed(self.speed));
        }
        if is_asked && self.at != before.at {
            lines.push(words::place(self.at, self.all));
        }
        lines
    }

    /// The last action was just heard.
    pub fn ends(self, before: Self) -> Option<String> {
        (self.is_over && !before.is_over).then(|| words::OVER.to_owned())
    }

    /// Whether more than the next action was gone through at once: what lies between was not asked for.
    pub fn has_jumped(self, before: Self) -> bool {
        self.at > before.at + 1
    }
}
