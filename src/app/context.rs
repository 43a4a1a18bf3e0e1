//! What the keys are read for.

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
    /// The attendance once the sitting is open: read only.
    Attendance,
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
    /// A member's card.
    Card,
    /// A member's card at the roll call, where there is no vote yet.
    CardBeforeVote,
    /// Why a figure is what it is.
    Why,
    /// A paper as it stands.
    Paper,
    /// The keys of the screen below.
    Help,
    /// An irregular step asks for its reason.
    Reason,
    /// « Lever la séance ? ».
    Closing,
    /// An action could not be recorded.
    NotRecorded,
    /// The window is too small to vote in.
    TooSmall,
}

impl Context {
    /// Every context.
    pub const ALL: [Self; 20] = [
        Self::RollCall,
        Self::RollCallSearch,
        Self::RollCallWalk,
        Self::Holder,
        Self::Attendance,
        Self::EarlyAgenda,
        Self::Agenda,
        Self::AgendaSearch,
        Self::Vote,
        Self::VoteSearch,
        Self::VoteWalk,
        Self::Card,
        Self::CardBeforeVote,
        Self::Why,
        Self::Paper,
        Self::Help,
        Self::Reason,
        Self::Closing,
        Self::NotRecorded,
        Self::TooSmall,
    ];
}
