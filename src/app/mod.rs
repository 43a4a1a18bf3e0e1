//! What is on the screen and what a key does to it. Pure: no clock, no disk, no terminal.
//!
//! [`App::update`] takes a message and gives back effects. An action is shown only once it is recorded: `update` asks
//! for [`Effect::Record`], and applies the entry at [`Msg::Recorded`].

pub mod agenda;
pub mod card;
pub mod context;
pub mod display;
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
pub mod sheet;
pub mod step;
pub mod story;
mod take_in;
pub mod typed_hour;
mod update;
pub mod vote;

pub use key::Key;
pub use message::{Effect, Moment, Msg};
pub use panels::Panel;
pub use recording::Writing;

use std::collections::{BTreeSet, VecDeque};

use crate::council::finding::Finding;
use crate::council::history::{Entry, History};
use crate::council::hour::Hour;
use crate::council::id::ReportId;
use crate::council::phrases::Phrases;
use crate::council::proposal::ProposalId;
use crate::council::sitting::{Sitting, Stage};
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
    said: Option<Said>,
    notices: VecDeque<String>,
    proclaimed: Option<Ended>,
    /// What is said once the action that is being recorded is.
    afterword: Option<String>,
    recording: Recording,
    /// A way back through the journal, while its undos are recorded one after the other.
    going_back: Option<GoingBack>,
    /// A past séance that is seen again.
    replay: Option<Replay>,
    writing: PapersAsked,
    notebook: Notebook,
    /// What waits for the notes to be saved.
    afterwards: Option<Afterwards>,
    /// Whether she was told that the notes are not saved, and may leave all the same.
    quits_anyway: bool,
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
    met: Met,
    phrases: Phrases,
    /// What guides a rehearsal.
    guide: Option<Guide>,
    displaying: Displaying,
    /// The paper beside the vote, as it was composed last.
    beside: Option<Beside>,
}

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
            said: None,
            notices: notices.iter().cloned().collect(),
            proclaimed: None,
            afterword: None,
            recording: Recording::default(),
            going_back: None,
            replay: None,
            writing: PapersAsked::No,
            notebook: Notebook::default(),
            afterwards: None,
            quits_anyway: false,
            remarked: BTreeSet::new(),
            enter_held_until_ms: 0,
            answered: false,
            held_by_a_result: false,
            erased_at_ms: None,
            papers_held_until_ms: 0,
            before: None,
            presses: Presses::default(),
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

    /// How many keys came so far: a reader who hears lines is answered each of them.
    #[must_use]
    pub fn presses(&self) -> u64 {
        self.presses.count()
    }

    /// Whether the last key means nothing where it was pressed.
    #[must_use]
    pub fn is_key_idle(&self) -> bool {
        self.presses.is_idle()
    }

    /// The same program, shown to somebody for the first time: five lines lie over the screen.
    #[must_use]
    pub fn greeted(mut self) -> Self {
        self.panels.push(Panel::FirstTime);
        self
    }

    /// The words of the assembly's charter.
    #[must_use]
    pub fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// When nothing else is said, the next notice is.
    fn say_next_notice(&mut self) {
        if self.said.is_none() {
            self.said = self.notices.pop_front().map(Said::plain);
        }
    }

    /// Shows what the sitting is at: roll call, the vote being taken, or the agenda.
    fn follow_the_sitting(&mut self) {
        let sitting = self.history.sitting();
        let floor = sitting.floor().map(|floor| (floor.report.id.clone(), floor.on.cloned()));
        let holders = || sitting.attendance().holders(&sitting.docket().roster);
        // Seats change hands once in an evening; names are copied then, not at each vote.
        if !self.directory.is_of(holders()) {
            self.directory = self.everyone.among(holders());
            self.seating = Seating::of(&sitting.docket().roster, holders());
        }
        // Judged of the whole room: once an action, not for each of those who ask while a frame is drawn.
        self.at_opening = if sitting.stage() == Stage::RollCall { sitting.irregular_at_opening() } else { Vec::new() };
        self.agenda.aim(sitting);
        self.proclaimed = last_proclaimed(&self.history);
        self.place = match (sitting.stage(), &floor) {
            (Stage::RollCall, _) => Place::RollCall,
            (_, Some(_)) => Place::Vote,
            (_, None) => Place::Agenda,
        };
        let is_shown = |vote: &VoteScreen, (report, on): &(ReportId, Option<ProposalId>)| {
            let together = sitting.vote_on(report, None).map_or(&[] as &[ReportId], |vote| &vote.together);
            let has_left = vote.only.as_ref().is_some_and(|only| !together.contains(only));
            vote.report == *report && vote.on == *on && !has_left
        };
        let stays = match (&self.vote, &floor) {
            (Some(vote), Some(floor)) => is_shown(vote, floor),
            (None, None) => true,
            _ => false,
        };
        if !stays {
            self.vote = floor.map(|(report, on)| VoteScreen::on(report, on));
        }
    }

    /// The sitting as it is recorded.
    #[must_use]
    pub fn sitting(&self) -> &Sitting {
        self.history.sitting()
    }

    /// The record.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Whether this instance may record.
    #[must_use]
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// The seats of those who sit now, from the left end of the room to the right end.
    #[must_use]
    pub fn seating(&self) -> &Seating {
        &self.seating
    }

    /// The window.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// The hour on the wall at the last message.
    #[must_use]
    pub fn hour(&self) -> Option<Hour> {
        self.hour
    }

    /// The hour that an action would have now; none on another day than the sitting's.
    #[must_use]
    pub fn hour_of_the_sitting(&self) -> Option<Hour> {
        self.hour_of_the_sitting
    }

    /// The screen below the panels.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// What lies over the screen, the top last.
    #[must_use]
    pub fn panels(&self) -> &[Panel] {
        &self.panels
    }

    /// The roll call.
    #[must_use]
    pub fn roll_call(&self) -> &RollCall {
        &self.roll_call
    }

    /// The agenda.
    #[must_use]
    pub fn agenda(&self) -> &Agenda {
        &self.agenda
    }

    /// The vote shown, if one is.
    #[must_use]
    pub fn vote(&self) -> Option<&VoteScreen> {
        self.vote.as_ref()
    }

    /// What is said now.
    #[must_use]
    pub fn said(&self) -> Option<&Said> {
        self.said.as_ref()
    }

    /// What ended last.
    #[must_use]
    pub fn proclaimed(&self) -> Option<&Ended> {
        self.proclaimed.as_ref()
    }

    /// How the writing of the pending action goes, if there is one.
    #[must_use]
    pub fn writing(&self) -> Option<&Writing> {
        self.recording.state()
    }

    /// What the screens look at.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View {
            sitting: self.history.sitting(),
            directory: &self.directory,
            everyone: &self.everyone,
            seating: &self.seating,
            at_opening: &self.at_opening,
            size: self.size,
        }
    }

    /// Whether what is on the screen is only looked at: the séance is closed or read only, or the report proclaimed.
    #[must_use]
    pub fn is_only_looked_at(&self) -> bool {
        if let Some(Panel::Notes(notes)) = self.panels.last() {
            return !self.may_note(&notes.report);
        }
        let sitting = self.history.sitting();
        if let Some(Panel::Journal(_)) = self.panels.last() {
            return !self.access.may_write() || sitting.stage().is_over();
        }
        if self.replay.is_some() {
            return false;
        }
        let done = |vote: &VoteScreen| vote.is_done(sitting);
        let acts = self.panels.last().is_some_and(Panel::is_answered);
        !self.access.may_write()
            || (!acts && self.place == Place::Vote && self.vote.as_ref().is_some_and(done))
            || (sitting.stage().is_over() && !matches!(self.panels.last(), Some(Panel::Gesture(_) | Panel::Reason(_))))
    }

    /// Whether the window is too small to vote in.
    #[must_use]
    pub fn is_too_small(&self) -> bool {
        self.met == Met::OnAScreen && (self.size.columns < LEAST.columns || self.size.rows < LEAST.rows)
    }
}

/// What one action ended: a report, several at once, or what was put before a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The reports, in the order of the agenda.
    pub reports: Vec<ReportId>,
    /// The proposal, if its vote is what ended.
    pub on: Option<ProposalId>,
}

/// What the last proclamation that holds ended.
fn last_proclaimed(history: &History) -> Option<Ended> {
    use crate::council::event::Event;
    history.entries().rev().filter(|(_, _, live)| *live).find_map(|(_, entry, _)| match entry {
        Entry::Action { events, .. } => {
            let ended = events.iter().filter_map(|event| match event {
                Event::Proclaimed { report, on, .. } => Some((report.clone(), on.clone())),
                _ => None,
            });
            let ended: Vec<_> = ended.collect();
            let texts = ended.iter().filter(|(_, on)| on.is_none()).map(|(report, _)| report.clone());
            let reports: Vec<ReportId> = texts.collect();
            match (ended.first()?, reports.is_empty()) {
                ((report, on), true) => Some(Ended { reports: vec![report.clone()], on: on.clone() }),
                (_, false) => Some(Ended { reports, on: None }),
            }
        }
        Entry::Undo(_) => None,
    })
}
