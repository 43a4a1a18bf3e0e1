//! The linear mode on the pure program: what is heard of a whole evening, of every context, of any keys.

#[path = "../common/all_kinds.rs"]
mod all_kinds;
#[path = "../common/contexts.rs"]
mod contexts;
#[path = "../common/elections.rs"]
mod elections;
#[path = "../common/evening.rs"]
mod evening;
#[path = "../common/golden.rs"]
mod golden;

mod elections_heard;
mod every_context;
mod hostile;
mod shelter;
mod transcript;

use evening::{Evening, parse};
use hemicycle::linear::Speaker;

/// An evening that is heard.
struct Heard {
    evening: Evening,
    speaker: Speaker,
}

impl Heard {
    fn of(mut evening: Evening) -> Self {
        evening.app = evening.app.read_aloud();
        Self { evening, speaker: Speaker::default() }
    }

    /// Another that heard the same.
    fn again(&self) -> Self {
        let Evening { app, disk, elapsed_ms, minute, pace_ms, on_the_day, notes, .. } = &self.evening;
        let (app, notes, effects) = (app.clone(), notes.clone(), vec![]);
        let (disk, elapsed_ms, minute) = (*disk, *elapsed_ms, *minute);
        let evening =
            Evening { app, disk, elapsed_ms, minute, pace_ms: *pace_ms, on_the_day: *on_the_day, effects, notes };
        Self { evening, speaker: self.speaker.clone() }
    }

    /// What is said since.
    fn lines(&mut self) -> Vec<String> {
        self.speaker.say(&self.evening.app)
    }

    /// Types keys one by one; what is said behind each.
    fn keys(&mut self, keys: &str) -> Vec<String> {
        let mut lines = Vec::new();
        for key in parse(keys) {
            self.evening.key(key);
            let said = self.lines();
            assert!(!said.is_empty(), "nothing is said behind {key:?} in {:?}", self.evening.app.context());
            lines.extend(said);
        }
        lines
    }
}

/// What every line must be: short, words alone.
fn is_a_line(line: &str) -> bool {
    let is_word = |character: char| {
        let is_drawn =
            matches!(character, '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{2BFF}' | '\u{E000}'..='\u{F8FF}' | '·');
        !character.is_control() && !is_drawn
    };
    line.chars().any(char::is_alphanumeric) && line.chars().count() <= 300 && line.chars().all(is_word)
}
