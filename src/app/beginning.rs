//! How the program begins: on which record, in whose words, and for whom.

use std::collections::BTreeSet;

use crate::council::history::History;
use crate::council::phrases::Phrases;
use crate::seating::Seating;

use super::agenda::Agenda;
use super::display::Displaying;
use super::notes::keeping::Notebook;
use super::papers::PapersAsked;
use super::picker::Directory;
use super::presses::Presses;
use super::recording::Recording;
use super::roll_call::RollCall;
use super::{Access, App, LEAST, Met, Place, User};

impl App {
    /// The program on a record; `notices` are said first, one a key: what was recovered, what was taken over.
    #[must_use]
    pub fn new(history: History, access: Access, notices: &[String]) -> Self {
        let everyone = Directory::of(&history.sitting().docket().roster);
        let mut app = Self {
            history,
            access,
            directory: Directory::default(),
            everyone,
            seating: Seating::default(),
            at_opening: Vec::new(),
            size: LEAST,
            hour: None,
            hour_of_the_sitting: None,
            place: Place::Agenda,
            panels: Vec::new(),
            roll_call: RollCall::default(),
            agenda: Agenda::default(),
            vote: None,
            put_by: None,
            said: None,
            notices: notices.iter().cloned().collect(),
            proclaimed: None,
            afterword: None,
            alarm_behind: None,
            recording: Recording::default(),
            sheltered: None,
            going_back: None,
            replay: None,
            writing: PapersAsked::No,
            notebook: Notebook::default(),
            afterwards: None,
            told_before_leaving: BTreeSet::new(),
            remarked: BTreeSet::new(),
            enter_held_until_ms: 0,
            answered: false,
            held_by_a_result: false,
            erased_at_ms: None,
            papers_held_until_ms: 0,
            before: None,
            presses: Presses::default(),
            user: User::Known,
            met: Met::OnAScreen,
            phrases: Phrases::default(),
            guide: None,
            displaying: Displaying::default(),
            beside: None,
        };
        app.follow_the_sitting();
        app.say_next_notice();
        app
    }

    /// The same program, in the words of the assembly's charter (*formules*).
    #[must_use]
    pub fn worded(mut self, phrases: Phrases) -> Self {
        self.phrases = phrases;
        self
    }

    /// The same program, read aloud line by line (*mode linéaire*): a paper and the help are gone through to their last
    /// line, and no window is too small.
    #[must_use]
    pub fn read_aloud(mut self) -> Self {
        self.met = Met::LineByLine;
        self
    }

    /// The same program, shown to somebody for the first time: five lines lie on the roll call until something is done.
    #[must_use]
    pub fn greeted(mut self) -> Self {
        self.user = User::New;
        self
    }
}
