//! What the keys are read for.

use super::{App, Panel, Place, Writing};

/// What the keys are read for: the screen on top, and whether a name is being looked for in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// Roll call, nobody picked.
    RollCall,
    /// Roll call, letters typed.
    RollCallSearch,
    /// Roll call, walking the list with the arrows.
    RollCallWalk,
    /// Roll call, looking for the holder of a power.
    Holder,
    /// Arrivals, departures, powers once the sitting is open: nobody picked.
    Movement,
    /// The same, letters typed.
    MovementSearch,
    /// The same, walking the list with the arrows.
    MovementWalk,
    /// Agenda, while the roll call lasts: only looked at.
    EarlyAgenda,
    /// Agenda.
    Agenda,
    /// Agenda, letters typed.
    AgendaSearch,
    /// Vote, nobody picked.
    Vote,
    /// Vote, letters typed.
    VoteSearch,
    /// Vote, walking the members with the arrows.
    VoteWalk,
    /// A report on which nothing is voted, and something may be.
    Told,
    /// A report on which nothing may be voted: an information, a question.
    Heard,
    /// A text that waits for what is put before it.
    Waits,
    /// A vote of which the names are not recorded.
    Counted,
    /// Secret ballot, the urn open, nobody picked.
    SignOff,
    /// The same, letters typed.
    SignOffSearch,
    /// The same, walking the members with the arrows.
    SignOffWalk,
    /// The urn is closed: how many ballots were found in it?
    InUrn,
    /// The ballots of an election are read out.
    Reading,
    /// The ballots on a text are read out.
    ReadingText,
    /// The totals of the ballots are typed, line by line.
    ReadingTotals,
    /// A member who is no candidate is looked for, and got a ballot.
    ReadingOther,
    /// The totals are recorded: what the round gave.
    RoundDone,
    /// A member's card.
    Card,
    /// A member's card at the roll call, where there is no vote yet.
    CardBeforeVote,
    /// Why a figure is what it is.
    Why,
    /// A paper as it stands.
    Paper,
    /// What the public display shows.
    Display,
    /// The notes of a report.
    Notes,
    /// What was recorded.
    Journal,
    /// « Défaire les 3 dernières actions ? ».
    JournalAsk,
    /// A past séance that is seen again.
    Replay,
    /// The help of the screen below.
    Help,
    /// An irregular step asks for its reason.
    Reason,
    /// An irregular step asks for its reason: the quorum is missing, the sitting may be suspended or adjourned instead.
    ReasonOfQuorum,
    /// The opening asks for its reason: the quorum is missing, the sitting may be adjourned instead.
    ReasonOfOpening,
    /// An irregular step asks for its reason: who presides is to be noted, and may be.
    ReasonOfChair,
    /// A gesture asks to choose in a list.
    AskChoice,
    /// A gesture asks to tick several of a list.
    AskTicks,
    /// A gesture asks for a member, or several.
    AskMember,
    /// A gesture asks for a number or an hour.
    AskDigits,
    /// A gesture asks for a text.
    AskText,
    /// « Lever la séance ? ».
    Closing,
    /// « Ajourner la séance ? ».
    Adjourning,
    /// An action could not be recorded, and there is nowhere to go on.
    NotRecorded,
    /// An action could not be recorded: the séance may go on elsewhere.
    Unrecorded,
    /// The file was taken away: it may be written anew, or the séance go on elsewhere.
    TakenAway,
    /// The file was taken away: it may be written anew, and there is nowhere to go on.
    TakenAwayForGood,
    /// The window is too small to vote in.
    TooSmall,
    /// The list of the séances, before any is open: not one of [`Context::ALL`], as the three below.
    Home,
    /// The list of the séances, letters typed.
    HomeSearch,
    /// What is to be mended in a session file of the list.
    HomeFindings,
    /// The keys of the list.
    HomeHelp,
    /// The public display, in a terminal of its own: not one of the secretary's screens.
    Projection,
}

impl Context {
    /// Every context of the secretary's screens.
    pub const ALL: &[Self] = &[
        Self::RollCall,
        Self::RollCallSearch,
        Self::RollCallWalk,
        Self::Holder,
        Self::Movement,
        Self::MovementSearch,
        Self::MovementWalk,
        Self::EarlyAgenda,
        Self::Agenda,
        Self::AgendaSearch,
        Self::Vote,
        Self::VoteSearch,
        Self::VoteWalk,
        Self::Told,
        Self::Heard,
        Self::Waits,
        Self::Counted,
        Self::SignOff,
        Self::SignOffSearch,
        Self::SignOffWalk,
        Self::InUrn,
        Self::Reading,
        Self::ReadingText,
        Self::ReadingTotals,
        Self::ReadingOther,
        Self::RoundDone,
        Self::Card,
        Self::CardBeforeVote,
        Self::Why,
        Self::Paper,
        Self::Display,
        Self::Notes,
        Self::Journal,
        Self::JournalAsk,
        Self::Replay,
        Self::Help,
        Self::Reason,
        Self::ReasonOfQuorum,
        Self::ReasonOfOpening,
        Self::ReasonOfChair,
        Self::AskChoice,
        Self::AskTicks,
        Self::AskMember,
        Self::AskDigits,
        Self::AskText,
        Self::Closing,
        Self::Adjourning,
        Self::NotRecorded,
        Self::Unrecorded,
        Self::TakenAway,
        Self::TakenAwayForGood,
        Self::TooSmall,
    ];
}

impl Context {
    /// The contexts of the list of the séances.
    pub const OF_HOME: &[Self] = &[Self::Home, Self::HomeSearch, Self::HomeFindings, Self::HomeHelp];
}

impl App {
    /// What the keys are read for now.
    #[must_use]
    pub fn context(&self) -> Context {
        if self.is_too_small() {
            return Context::TooSmall;
        }
        if let Some(Writing::Failed(failed)) = self.recording.state() {
            return match (failed.elsewhere, failed.anew) {
                (false, false) => Context::NotRecorded,
                (true, false) => Context::Unrecorded,
                (true, true) => Context::TakenAway,
                (false, true) => Context::TakenAwayForGood,
            };
        }
        match self.panels.last() {
            Some(Panel::Card(card)) => card.context(),
            Some(Panel::Movement(movement)) => movement.context(),
            Some(Panel::Gesture(gesture)) => gesture.context(),
            Some(Panel::Why(_)) => Context::Why,
            Some(Panel::Paper(_)) => Context::Paper,
            Some(Panel::Display(_)) => Context::Display,
            Some(Panel::Notes(_)) => Context::Notes,
            Some(Panel::Journal(journal)) => journal.context(),
            Some(Panel::Help(_)) => Context::Help,
            Some(Panel::Reason(reason)) => reason.context(),
            Some(Panel::Closing) => Context::Closing,
            Some(Panel::Adjourning) => Context::Adjourning,
            None if self.replay().is_some() => Context::Replay,
            None => match (self.place, &self.vote) {
                (Place::RollCall, _) => self.roll_call.context(),
                (Place::Vote, Some(vote)) => vote.context(self.sitting()),
                (Place::Agenda, _) | (Place::Vote, None) => self.agenda.context(self.sitting().stage()),
            },
        }
    }
}
