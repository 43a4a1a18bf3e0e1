//! What is on the screen and what a key does to it. Pure: no clock, no disk, no terminal.
//!
//! [`App::update`] takes a message and gives back effects. An action is shown only once it is recorded: `update` asks
//! for [`Effect::Record`], and applies the entry at [`Msg::Recorded`].

pub mod agenda;
mod beginning;
pub mod card;
pub mod context;
pub mod display;
mod following;
pub mod gesture;
mod going_back;
pub mod help;
pub mod home;
pub mod journal;
mod key;
pub mod keymap;
mod message;
pub mod movement;
pub mod notes;
pub mod panels;
mod papers;
mod perform;
pub mod picker;
mod presses;
pub mod preview;
mod recording;
pub mod rehearsal;
pub mod replay;
pub mod roll_call;
mod seen;
pub mod sheet;
pub mod shelter;
pub mod step;
pub mod story;
mod take_in;
pub mod typed_hour;
mod update;
pub mod urn;
pub mod vote;

pub use following::Ended;
pub use key::Key;
pub use message::{Effect, Moment, Msg};
pub use panels::Panel;
pub use recording::Writing;

use std::collections::{BTreeSet, VecDeque};

use crate::council::finding::Finding;
use crate::council::history::History;
use crate::council::hour::Hour;
use crate::council::phrases::Phrases;
use crate::council::sitting::Sitting;
use crate::seating::Seating;

use agenda::Agenda;
use display::Displaying;
use going_back::GoingBack;
use keymap::Action;
use notes::Afterwards;
use notes::keeping::Notebook;
use papers::PapersAsked;
use picker::Directory;
use presses::Presses;
use preview::Beside;
use recording::Recording;
use rehearsal::Guide;
use replay::Replay;
use roll_call::RollCall;
use shelter::Sheltered;
use step::Said;
use vote::VoteScreen;

/// Narrower than this, names and figures no longer fit: vote keys are locked.
pub const LEAST: Size = Size { columns: 80, rows: 24 };

/// Whether this instance may record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// It may.
    Write,
    /// It may, and nothing of it is kept: a rehearsal (*répétition*).
    Rehearsal,
    /// It may not; a French sentence says why.
    ReadOnly {
        /// Why: another instance has the séance, and which; or the disk is read only.
        why: String,
    },
}

impl Access {
    /// Whether actions are taken, be it for a rehearsal.
    #[must_use]
    pub fn may_write(&self) -> bool {
        matches!(self, Self::Write | Self::Rehearsal)
    }
}

/// The size of the window, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
}

/// How she meets the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Met {
    /// On a screen, all at once.
    OnAScreen,
    /// Line by line, aloud or under the fingers: then no window is too small.
    LineByLine,
}

/// What leaving now would lose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Lost {
    /// Notes that are not saved.
    Notes,
    /// What is in memory of an urn.
    Urn,
}

/// Who sits at the laptop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum User {
    /// Somebody who has opened the program before.
    Known,
    /// Somebody who has not, and has done nothing yet.
    New,
}

/// The screen below the panels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The roll call.
    RollCall,
    /// The agenda.
    Agenda,
    /// A vote.
    Vote,
}

/// What a screen may look at.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The sitting as it is recorded.
    pub sitting: &'a Sitting,
    /// The names of those who sit now, folded.
    pub directory: &'a Directory,
    /// The names of everyone in the file, those who may take a seat included.
    pub everyone: &'a Directory,
    /// The seats of those who sit now, from the left end of the room to the right end.
    pub seating: &'a Seating,
    /// What is irregular if the sitting opens now; nothing once it is open.
    pub at_opening: &'a [Finding],
    /// The window.
    pub size: Size,
}

/// The program, without its terminal, its disk and its clock.
#[derive(Clone, Debug)]
pub struct App {
    history: History,
    access: Access,
    directory: Directory,
    everyone: Directory,
    seating: Seating,
    at_opening: Vec<Finding>,
    size: Size,
    hour: Option<Hour>,
    hour_of_the_sitting: Option<Hour>,
    place: Place,
    panels: Vec<Panel>,
    roll_call: RollCall,
    agenda: Agenda,
    vote: Option<VoteScreen>,
    /// The vote on the floor, while that of another report is looked at.
    put_by: Option<Box<VoteScreen>>,
    said: Option<Said>,
    notices: VecDeque<String>,
    proclaimed: Option<Ended>,
    /// What is said once the action that is being recorded is.
    afterword: Option<String>,
    /// What is said first behind it: the record goes on elsewhere.
    alarm_behind: Option<String>,
    recording: Recording,
    /// Where the record is, if it is not at its place.
    sheltered: Option<Sheltered>,
    /// A way back through the journal, while its undos are recorded one after the other.
    going_back: Option<GoingBack>,
    /// A past séance that is seen again.
    replay: Option<Replay>,
    writing: PapersAsked,
    notebook: Notebook,
    /// What waits for the notes to be saved.
    afterwards: Option<Afterwards>,
    /// What she was told that leaving loses: asked again, she may leave all the same.
    told_before_leaving: BTreeSet<Lost>,
    /// What was said of the notes already.
    remarked: BTreeSet<String>,
    enter_held_until_ms: u64,
    /// Whether the action being recorded answers the last question of a panel.
    answered: bool,
    held_by_a_result: bool,
    erased_at_ms: Option<u64>,
    /// Until when the key that showed a paper writes none.
    papers_held_until_ms: u64,
    /// What the key before this one did.
    before: Option<Action>,
    presses: Presses,
    user: User,
    met: Met,
    phrases: Phrases,
    /// What guides a rehearsal.
    guide: Option<Guide>,
    displaying: Displaying,
    /// The paper beside the vote, as it was composed last.
    beside: Option<Beside>,
}
