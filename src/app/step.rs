//! What a screen wants, as data. [`App`](super::App) does it.

use crate::council::command::Command;
use crate::council::id::{MemberId, ReportId};

use super::Key;
use super::display::Wanted;
use super::gesture::Answer;

/// What follows from a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The screen moved its own cursor, if anything.
    Stay,
    /// Something to say.
    Say(Said),
    /// Something to ask of the sitting.
    Ask(Command),
    /// Show the agenda.
    ToAgenda,
    /// Go on with the roll call.
    ToRollCall,
    /// Show the vote of a report.
    ToVote(ReportId),
    /// Show the card of a member.
    ToCard(MemberId),
    /// Ask whether to close the sitting.
    ToClosing,
    /// Ask whether to adjourn the sitting.
    ToAdjourning,
    /// Begin a gesture, the first questions of which are answered already.
    Begin(Vec<Answer>),
    /// Leave what is on top and begin a gesture instead, the first questions of which are answered already.
    Instead(Vec<Answer>),
    /// Leave what is on top and press that key below it.
    Press(Key),
    /// Leave what is on top.
    Back,
    /// Ask something of the public display.
    Project(Wanted),
    /// Take the last action back.
    Undo,
    /// Go on with an irregular step for a reason.
    GoOn(Command, String),
}

/// How a thing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// For information.
    Plain,
    /// Something was done.
    Done,
    /// Something was refused.
    Refused,
    /// Something is not recorded.
    Alarm,
}

/// One line said to the secretary, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// How.
    pub tone: Tone,
    /// The sentences.
    pub text: String,
}

impl Said {
    /// For information.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { tone: Tone::Plain, text: text.into() }
    }

    /// Something was done.
    #[must_use]
    pub fn done(text: impl Into<String>) -> Self {
        Self { tone: Tone::Done, text: text.into() }
    }

    /// Something was refused.
    #[must_use]
    pub fn refused(text: impl Into<String>) -> Self {
        Self { tone: Tone::Refused, text: text.into() }
    }
}
