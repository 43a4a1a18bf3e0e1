//! What stands on the screen of a vote: in a low window, what can be done without goes first.

use crate::tui::text::cells;

use super::ALWAYS;

/// What stands on the screen. The nine figures and the sentence always stay: the bars only show again what the figures say.
pub struct Plan {
    /// Lines of the object.
    pub object: u16,
    /// Whether the question of the president is put.
    pub question: bool,
    /// Whether the bars are drawn, and the majority written at its mark.
    pub bars: Bars,
    /// Empty rows between the parts.
    pub gap: u16,
    /// Whether the bars stand apart from one another.
    pub apart: bool,
}

/// How much of the bars a window has room for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Bars {
    /// Nothing.
    Hidden,
    /// A row for each choice.
    Plain,
    /// The same, and a row that names the majority.
    WithMajority,
}

impl Plan {
    /// What so many rows have room for. Where what is voted is to be read, its lines come before the name of the majority.
    pub fn of(rows: u16, object: u16, sentence: u16, names_the_majority: bool) -> Self {
        let always = cells(ALWAYS) + 1 + sentence;
        // What is to be read comes before what the figures say already.
        let bars = rows > always + 3 + if names_the_majority { 0 } else { object };
        let spare = rows.saturating_sub(if bars { always + 3 } else { always });
        let question = spare >= 2;
        let bars = match (bars, spare) {
            (false, _) => Bars::Hidden,
            (true, ..=2) => Bars::Plain,
            (true, ..=9) if !names_the_majority => Bars::Plain,
            (true, _) => Bars::WithMajority,
        };
        let kept = if bars == Bars::Plain && !names_the_majority { 1 } else { 2 };
        let object = object.min(spare.saturating_sub(kept)).max(1);
        let left = spare.saturating_sub(object.saturating_sub(3));
        Self { object, question, bars, gap: u16::from(left >= 10), apart: left >= 15 }
    }

    /// The rows that the bars take.
    pub fn rows_of_bars(&self) -> u16 {
        let apart = if self.apart { 3 } else { 0 };
        match self.bars {
            Bars::Hidden => 0,
            Bars::Plain => 3 + apart,
            Bars::WithMajority => 4 + apart,
        }
    }
}
