//! What keys do.

use crate::app::display::Wanted;
use crate::app::urn::Sense;
use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::french::screen::help::Purpose;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Adds the letter to the search.
    Search,
    /// Takes the last letter of the search or of the text away.
    Erase,
    /// Leaves the search.
    Leave,
    /// Says the choice for the one picked.
    Choose(Choice),
    /// Marks the one picked at the roll call.
    Mark(Presence),
    /// Types a digit of an hour or of a number.
    Digit,
    /// Keeps the one picked out of the report, or lets him take part again.
    Recuse,
    /// Lists the gestures that have no key of their own.
    Commands,
    /// Answers the question of a gesture.
    Answer,
    /// Suspends the sitting instead.
    Suspend,
    /// Adjourns the sitting instead.
    Adjourn,
    /// Begins a power given by the one picked.
    GiveProxy,
    /// The next choice, or the next presence, for the one picked.
    Next,
    /// Shows the card of the one picked.
    Card,
    /// The one picked is the holder.
    PickHolder,
    /// Opens the sitting.
    OpenSitting,
    /// Goes where the agenda's cursor is: opens a report, looks at one that is done, closes the sitting.
    Enter,
    /// Proclaims the result and opens the next report.
    Proclaim,
    /// One up.
    Up,
    /// One down.
    Down,
    /// One column or one figure to the left.
    Left,
    /// One column or one figure to the right.
    Right,
    /// To the beginning.
    First,
    /// To the end.
    Last,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Shows who is there; marks who arrives, leaves, gives a power.
    Attendance,
    /// Says why no name is noted here.
    NoNames,
    /// Says how figures are noted.
    NoFigures,
    /// Chooses how the vote is recorded.
    Ways,
    /// Explains the figures.
    Why,
    /// Shows the paper as it stands.
    Paper,
    /// The other paper: délibération, procès-verbal.
    OtherPaper,
    /// Writes every paper of the sitting into its folder.
    WritePapers,
    /// Opens the panel of the public display.
    Display,
    /// Asks something of the public display.
    Project(Wanted),
    /// Lists the keys.
    Help,
    /// Back to the screen below.
    Back,
    /// Opens the notes of the report.
    Notes,
    /// Begins another line of the notes.
    NewLine,
    /// Takes away what stands behind the caret.
    EraseAhead,
    /// Completes the name of who speaks.
    NameSpeaker,
    /// Saves the notes now.
    SaveNotes,
    /// Writes a character of the reason or of the notes.
    Write,
    /// Goes on: with the reason, or with the close.
    Confirm,
    /// Does what was missing, instead of going on without it.
    PutRight,
    /// Says which key closes the sitting.
    HowToClose,
    /// Marks that the one picked put a ballot into the urn, or none.
    Sign(bool),
    /// Takes back what was marked or read last.
    TakeBack,
    /// Reads out a ballot of the line with that letter.
    ReadLetter,
    /// Reads out a ballot that says that.
    ReadOut(Sense),
    /// Reads out a ballot for a member who is no candidate.
    ReadOther,
    /// Reads the ballots out again from the first.
    ReadAgain,
    /// Types the totals of the ballots.
    TypeTotals,
    /// Tries to record again.
    Retry,
    /// Goes on elsewhere, and records the action there.
    GoElsewhere,
    /// Writes the file anew that was taken away, and the action behind it.
    WriteAnew,
    /// Puts the record back at its place.
    PutBack,
    /// Gives up the action that is not recorded.
    GiveUp,
    /// Shows what was recorded.
    Journal,
    /// Asks whether to go back to where the journal's cursor stands.
    GoBack,
    /// Stops the replay, or lets it go on.
    Pause,
    /// Plays the replay faster.
    Faster,
    /// Plays it slower.
    Slower,
    /// Takes the last action back.
    Undo,
    /// Gives it again.
    Redo,
    /// Leaves the program.
    Quit,
    /// Says how to leave.
    HowToQuit,
    /// Says that everything is recorded already.
    AlreadySaved,
    /// Says where the sitting is.
    WhereWeAre,
}

impl Action {
    /// What it is for.
    #[must_use]
    pub fn purpose(self) -> Purpose {
        match self {
            Self::Search => Purpose::Find,
            Self::Up
            | Self::Down
            | Self::Left
            | Self::Right
            | Self::First
            | Self::Last
            | Self::PageUp
            | Self::PageDown => Purpose::Move,
            Self::Undo | Self::Redo | Self::Erase | Self::EraseAhead | Self::TakeBack => Purpose::TakeBack,
            Self::Card
            | Self::Why
            | Self::Paper
            | Self::OtherPaper
            | Self::Help
            | Self::Commands
            | Self::PutBack
            | Self::AlreadySaved => Purpose::Look,
            Self::Back | Self::Leave | Self::GiveUp | Self::Quit | Self::HowToQuit => Purpose::Leave,
            _ => Purpose::Act,
        }
    }

    /// How many rows it moves on, back where negative, a page being so many of them; `None` if it moves along none.
    pub(in crate::app) fn rows(self, page: isize) -> Option<isize> {
        Some(match self {
            Self::Up => -1,
            Self::Down => 1,
            Self::PageUp => -page,
            Self::PageDown => page,
            Self::First => -isize::MAX,
            Self::Last => isize::MAX,
            _ => return None,
        })
    }

    /// Whether it only reminds of how something else is done.
    #[must_use]
    pub fn reminds(self) -> bool {
        matches!(self, Self::NoNames | Self::NoFigures | Self::HowToQuit | Self::HowToClose | Self::AlreadySaved)
    }

    /// Whether it says what a voice says.
    #[must_use]
    pub fn answers(self) -> bool {
        matches!(self, Self::Choose(_) | Self::Next)
    }

    /// Whether it asks for something to be recorded.
    #[must_use]
    pub fn records(self) -> bool {
        matches!(
            self,
            Self::Choose(_)
                | Self::Mark(_)
                | Self::Digit
                | Self::Sign(_)
                | Self::TakeBack
                | Self::ReadLetter
                | Self::ReadOut(_)
                | Self::ReadOther
                | Self::ReadAgain
                | Self::TypeTotals
                | Self::Recuse
                | Self::Suspend
                | Self::PutRight
                | Self::Adjourn
                | Self::GiveProxy
                | Self::PickHolder
                | Self::Next
                | Self::Ways
                | Self::OpenSitting
                | Self::Proclaim
                | Self::Confirm
                | Self::GoBack
                | Self::Undo
                | Self::Redo
        )
    }
}
