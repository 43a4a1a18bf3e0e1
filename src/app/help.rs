//! The help of the screen one is on: what it is for, and its keys by what they are for. All of it comes from the table.

use crate::french::screen::help::{self as words, About, Purpose};

use super::Size;
use super::context::Context;
use super::keymap::{self, Action, Binding};
use super::preview::page_of;
use super::step::Step;

/// A row of the help.
#[derive(Clone, Copy, Debug)]
pub enum HelpRow {
    /// What the screen is for.
    About(&'static str),
    /// Nothing.
    Blank,
    /// What the keys below are for.
    Heading(Purpose),
    /// A row of the table.
    Key(&'static Binding),
}

/// The help of a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpPanel {
    /// Whose keys.
    pub of: Context,
    /// How many rows are scrolled away.
    pub scroll: usize,
}

impl HelpPanel {
    /// How many rows a window of that size shows.
    #[must_use]
    pub fn rows_shown(size: Size) -> usize {
        usize::from(size.rows).saturating_sub(8)
    }

    /// The name of the screen.
    #[must_use]
    pub fn screen(&self) -> &'static str {
        about(self.of).0
    }

    /// All rows.
    #[must_use]
    pub fn rows(&self) -> Vec<HelpRow> {
        let mut rows: Vec<HelpRow> = about(self.of).1.into_iter().map(HelpRow::About).collect();
        for purpose in Purpose::ALL {
            let keys: Vec<HelpRow> =
                keymap::rows(self.of).filter(|binding| binding.action.purpose() == purpose).map(HelpRow::Key).collect();
            if !keys.is_empty() {
                rows.extend([HelpRow::Blank, HelpRow::Heading(purpose)]);
                rows.extend(keys);
            }
        }
        rows
    }

    /// The keys alone, each with what it is for where that differs from the key before: read aloud, a key is a row.
    #[must_use]
    pub fn keys(&self) -> Vec<(Option<Purpose>, &'static Binding)> {
        let mut heading = None;
        let key = |row: HelpRow| match row {
            HelpRow::Heading(purpose) => {
                heading = Some(purpose);
                None
            }
            HelpRow::Key(binding) => Some((heading.take(), binding)),
            HelpRow::About(_) | HelpRow::Blank => None,
        };
        self.rows().into_iter().filter_map(key).collect()
    }

    /// What the screen is for, in one text.
    #[must_use]
    pub fn about(&self) -> String {
        about(self.of).1.join(" ")
    }

    /// What a key does here.
    pub(super) fn update(&mut self, action: Action, shown: usize) -> Step {
        if action == Action::Back {
            return Step::Back;
        }
        // Read aloud, one row is shown at a time, and only keys are rows.
        let rows = if shown > 1 { self.rows().len() } else { self.keys().len() };
        let furthest = rows.saturating_sub(shown);
        let by = action.rows(page_of(shown)).unwrap_or(0);
        self.scroll = self.scroll.saturating_add_signed(by).min(furthest);
        Step::Stay
    }
}

/// What a screen is for.
#[must_use]
pub fn about(of: Context) -> About {
    match of {
        Context::RollCall | Context::RollCallSearch | Context::RollCallWalk => words::ROLL_CALL,
        Context::Holder => words::HOLDER,
        Context::Movement | Context::MovementSearch | Context::MovementWalk => words::MOVEMENT,
        Context::EarlyAgenda | Context::Agenda | Context::AgendaSearch => words::AGENDA,
        Context::Vote | Context::VoteSearch | Context::VoteWalk => words::VOTE,
        Context::Told | Context::Heard => words::TOLD,
        Context::Waits => words::WAITS,
        Context::Counted => words::COUNTED,
        Context::SignOff | Context::SignOffSearch | Context::SignOffWalk => words::SIGN_OFF,
        Context::InUrn => words::IN_URN,
        Context::Reading | Context::ReadingText | Context::ReadingOther => words::READING,
        Context::ReadingTotals => words::TOTALS,
        Context::RoundDone => words::ROUND_DONE,
        Context::Card | Context::CardBeforeVote => words::CARD,
        Context::Why => words::WHY,
        Context::Paper => words::PAPER,
        Context::Notes => words::NOTES,
        Context::Reason | Context::ReasonOfQuorum | Context::ReasonOfOpening | Context::ReasonOfChair => words::REASON,
        Context::AskChoice | Context::AskTicks | Context::AskMember | Context::AskDigits | Context::AskText => {
            words::QUESTION
        }
        Context::Closing | Context::Adjourning => words::ENDING,
        Context::Journal | Context::JournalAsk => words::JOURNAL,
        Context::Display => words::DISPLAY,
        Context::Replay => words::REPLAY,
        Context::Home | Context::HomeSearch | Context::HomeHelp => words::HOME,
        Context::HomeFindings => words::HOME_FINDINGS,
        Context::Projection => words::PROJECTION,
        _ => words::ANYWHERE,
    }
}
