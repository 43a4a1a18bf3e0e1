//! The contexts in which rows hold, in groups.

use crate::app::context::Context::{
    self, Adjourning, Agenda, AgendaSearch, AskChoice, AskDigits, AskMember, AskText, AskTicks, Card, CardBeforeVote,
    Closing, Counted, Display, EarlyAgenda, Heard, Help, Holder, HomeSearch, InUrn, Journal, Movement, MovementSearch,
    MovementWalk, NotRecorded, Notes, Paper, Reading, ReadingOther, ReadingText, ReadingTotals, Reason, ReasonOfChair,
    ReasonOfOpening, ReasonOfQuorum, RollCall, RollCallSearch, RollCallWalk, RoundDone, SignOff, SignOffSearch,
    SignOffWalk, TakenAway, TakenAwayForGood, Told, Unrecorded, Vote, VoteSearch, VoteWalk, Waits, Why,
};

/// Several groups of contexts.
pub(super) type Groups = &'static [&'static [Context]];

pub(super) const ROLL_CALL: &[Context] = &[RollCall, RollCallSearch, RollCallWalk];
pub(super) const MOVEMENT: &[Context] = &[Movement, MovementSearch, MovementWalk];
pub(super) const AGENDA: &[Context] = &[EarlyAgenda, Agenda, AgendaSearch];
pub(super) const VOTE: &[Context] = &[Vote, VoteSearch, VoteWalk];
/// Votes in which no name is noted.
pub(super) const NAMELESS: &[Context] = &[Told, Heard, Waits, Counted];
/// The urn is open, and who put no ballot into it is marked.
pub(super) const SIGN_OFF: &[Context] = &[SignOff, SignOffSearch, SignOffWalk];
/// The ballots are read out one by one.
pub(super) const READING: &[Context] = &[Reading, ReadingText];
/// At the urn, nothing being looked for and no total being typed.
pub(super) const AT_THE_URN: &[Context] = &[SignOff, InUrn, Reading, ReadingText, RoundDone];
/// At the urn, no ballot being read: footers have room there.
pub(super) const BESIDE_THE_BALLOTS: &[Context] = &[SignOff, InUrn, RoundDone];
/// At the urn, somebody being looked for.
pub(super) const PICKED_AT_THE_URN: &[Context] = &[SignOffSearch, SignOffWalk];
/// A total is typed there, or a member who is no candidate is looked for.
pub(super) const OVER_THE_URN: &[Context] = &[ReadingTotals, ReadingOther];
pub(super) const PICKED_IN_A_VOTE: &[Context] = &[VoteSearch, VoteWalk];
pub(super) const REASONS: &[Context] = &[Reason, ReasonOfQuorum, ReasonOfOpening, ReasonOfChair];
/// What is not recorded: nowhere to go, elsewhere, elsewhere or anew, anew.
pub(super) const UNRECORDED: &[Context] = &[NotRecorded, Unrecorded, TakenAway, TakenAwayForGood];
pub(super) const ENDINGS: &[Context] = &[Closing, Adjourning];
pub(super) const ASKED: &[Context] = &[AskChoice, AskTicks, AskMember, AskDigits, AskText];
pub(super) const TYPED_ANSWERS: &[Context] = &[AskDigits, AskText];
pub(super) const TYPED: &[Context] = &[RollCallSearch, MovementSearch, Holder, AgendaSearch, VoteSearch, SignOffSearch];
pub(super) const AT_REST: &[Context] = &[RollCall, RollCallWalk, EarlyAgenda, Agenda, Vote, VoteWalk, RoundDone];
pub(super) const COLUMNS: &[Context] = &[RollCall, RollCallWalk, Movement, MovementWalk];
/// Over a screen, and with help of their own.
pub(super) const OVER: &[Context] =
    &[Holder, Card, CardBeforeVote, Why, Paper, Journal, Display, AskChoice, AskTicks, AskMember];
/// The list of the séances, letters typed or not.
pub(super) const HOME_LIST: &[Context] = &[Context::Home, HomeSearch];
/// Where the public display is within reach: wherever nothing is being asked.
pub(super) const WATCHED: Groups = &[
    ROLL_CALL,
    MOVEMENT,
    AGENDA,
    VOTE,
    NAMELESS,
    AT_THE_URN,
    PICKED_AT_THE_URN,
    OVER_THE_URN,
    &[Card, CardBeforeVote, Why, Paper, Journal],
];

pub(super) const HOMES: Groups = &[ROLL_CALL, AGENDA, VOTE, NAMELESS, AT_THE_URN, PICKED_AT_THE_URN];
pub(super) const LISTS: Groups = &[
    ROLL_CALL,
    MOVEMENT,
    AGENDA,
    VOTE,
    SIGN_OFF,
    OVER_THE_URN,
    &[Holder, Card, Why, Journal, Display, AskChoice, AskTicks, AskMember],
];
pub(super) const TEXTS: Groups = &[&[Paper, Notes, Help]];
pub(super) const LONG: Groups = &[AGENDA, &[Paper, Journal, Help, Movement, MovementWalk]];
pub(super) const PAGES: Groups = &[AGENDA, &[Paper, Journal, Notes, Help, Movement, MovementWalk]];
pub(super) const MEMBERS: Groups = &[ROLL_CALL, VOTE, SIGN_OFF, &[MovementSearch, Holder, AskMember, ReadingOther]];
pub(super) const HELPED: Groups =
    &[ROLL_CALL, MOVEMENT, AGENDA, VOTE, NAMELESS, AT_THE_URN, PICKED_AT_THE_URN, OVER_THE_URN, OVER];
pub(super) const HELPED_BESIDE_THE_VOTE: Groups =
    &[ROLL_CALL, MOVEMENT, AGENDA, PICKED_IN_A_VOTE, PICKED_AT_THE_URN, OVER_THE_URN, OVER];
