//! The rows of the table, in the order of the footer and of the help.

use crate::app::context::Context;
use crate::app::display::Wanted;
use crate::app::key::Key;
use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::french::screen::labels::Label;

use super::{Action, Binding, Stroke, row};

use Context::{
    Adjourning, Agenda, AgendaSearch, AskChoice, AskDigits, AskMember, AskText, AskTicks, Card, CardBeforeVote,
    Closing, Counted, Display, EarlyAgenda, Heard, Help, Holder, HomeFindings, HomeHelp, HomeSearch, Journal,
    JournalAsk, Movement, MovementSearch, MovementWalk, NotRecorded, Notes, Paper, Projection, Reason, ReasonOfChair,
    ReasonOfOpening, ReasonOfQuorum, Replay, RollCall, RollCallSearch, RollCallWalk, TakenAway, TakenAwayForGood, Told,
    TooSmall, Unrecorded, Vote, VoteSearch, VoteWalk, Waits, Why,
};
use Stroke::{Digit, Is, Letter, NoDigit, Text};

const LETTERS: &[Stroke] = &[Letter];
const DIGITS: &[Stroke] = &[Digit];
const COMMA: &[Stroke] = &[Is(Key::Char(',')), Is(Key::Function(5))];
const SEMICOLON: &[Stroke] = &[Is(Key::Char(';')), Is(Key::Function(6))];
const COLON: &[Stroke] = &[Is(Key::Char(':')), Is(Key::Function(7))];
const EXCLAMATION: &[Stroke] = &[Is(Key::Char('!')), Is(Key::Function(8))];
const EQUALS: &[Stroke] = &[Is(Key::Char('='))];
const FASTER: &[Stroke] = &[Is(Key::Char('+')), Is(Key::Char('=')), Is(Key::Up)];
const SLOWER: &[Stroke] = &[Is(Key::Char('-')), Is(Key::Down)];
const SPACE: &[Stroke] = &[Is(Key::Char(' '))];
const ENTER: &[Stroke] = &[Is(Key::Enter)];
const ESCAPE: &[Stroke] = &[Is(Key::Escape)];
const DELETE: &[Stroke] = &[Is(Key::Delete)];
const LEAVE_NOTES: &[Stroke] = &[Is(Key::Escape), Is(Key::Function(2))];
const BACKSPACE: &[Stroke] = &[Is(Key::Backspace)];
const UNDO: &[Stroke] = &[Is(Key::Backspace), Is(Key::Ctrl('z'))];
const CTRL_Z: &[Stroke] = &[Is(Key::Ctrl('z'))];
const CTRL_Y: &[Stroke] = &[Is(Key::Ctrl('y'))];
const UP: &[Stroke] = &[Is(Key::Up)];
const DOWN: &[Stroke] = &[Is(Key::Down)];
const LEFT: &[Stroke] = &[Is(Key::Left)];
const RIGHT: &[Stroke] = &[Is(Key::Right)];
const HOME: &[Stroke] = &[Is(Key::Home)];
const END: &[Stroke] = &[Is(Key::End)];
const PAGE_UP: &[Stroke] = &[Is(Key::PageUp)];
const PAGE_DOWN: &[Stroke] = &[Is(Key::PageDown)];
const TAB: &[Stroke] = &[Is(Key::Tab)];
const F1: &[Stroke] = &[Is(Key::Function(1))];
const F1_OR_MARK: &[Stroke] = &[Is(Key::Function(1)), Is(Key::Char('?'))];
const F2: &[Stroke] = &[Is(Key::Function(2))];
const F3: &[Stroke] = &[Is(Key::Function(3))];
const F4: &[Stroke] = &[Is(Key::Function(4))];
const F6: &[Stroke] = &[Is(Key::Function(6))];
const F7: &[Stroke] = &[Is(Key::Function(7))];
const F9: &[Stroke] = &[Is(Key::Function(9))];
const CTRL_E: &[Stroke] = &[Is(Key::Ctrl('e'))];
const CTRL_P: &[Stroke] = &[Is(Key::Ctrl('p'))];
const CTRL_Q: &[Stroke] = &[Is(Key::Ctrl('q'))];
const CTRL_C: &[Stroke] = &[Is(Key::Ctrl('c'))];
const CTRL_R: &[Stroke] = &[Is(Key::Ctrl('r'))];
const CTRL_T: &[Stroke] = &[Is(Key::Ctrl('t'))];
const CTRL_O: &[Stroke] = &[Is(Key::Ctrl('o'))];
const ESCAPE_OR_Q: &[Stroke] = &[Is(Key::Escape), Is(Key::Char('q'))];
const CTRL_Q_OR_C: &[Stroke] = &[Is(Key::Ctrl('q')), Is(Key::Ctrl('c'))];
const CTRL_S: &[Stroke] = &[Is(Key::Ctrl('s'))];

/// The signs that say a choice.
const CHOICES: &[Stroke] = &[Is(Key::Char(',')), Is(Key::Char(';')), Is(Key::Char(':')), Is(Key::Char('!'))];

/// Several groups of contexts.
type Groups = &'static [&'static [Context]];

const ROLL_CALL: &[Context] = &[RollCall, RollCallSearch, RollCallWalk];
const MOVEMENT: &[Context] = &[Movement, MovementSearch, MovementWalk];
const AGENDA: &[Context] = &[EarlyAgenda, Agenda, AgendaSearch];
const VOTE: &[Context] = &[Vote, VoteSearch, VoteWalk];
/// Votes in which no name is noted.
const NAMELESS: &[Context] = &[Told, Heard, Waits, Counted];
const PICKED_IN_A_VOTE: &[Context] = &[VoteSearch, VoteWalk];
const REASONS: &[Context] = &[Reason, ReasonOfQuorum, ReasonOfOpening, ReasonOfChair];
/// What is not recorded: nowhere to go, elsewhere, elsewhere or anew, anew.
const UNRECORDED: &[Context] = &[NotRecorded, Unrecorded, TakenAway, TakenAwayForGood];
const ENDINGS: &[Context] = &[Closing, Adjourning];
const ASKED: &[Context] = &[AskChoice, AskTicks, AskMember, AskDigits, AskText];
const TYPED_ANSWERS: &[Context] = &[AskDigits, AskText];
const TYPED: &[Context] = &[RollCallSearch, MovementSearch, Holder, AgendaSearch, VoteSearch];
const AT_REST: &[Context] = &[RollCall, RollCallWalk, EarlyAgenda, Agenda, Vote, VoteWalk];
const COLUMNS: &[Context] = &[RollCall, RollCallWalk, Movement, MovementWalk];
/// Over a screen, and with help of their own.
const OVER: &[Context] = &[Holder, Card, CardBeforeVote, Why, Paper, Journal, Display, AskChoice, AskTicks, AskMember];
/// The list of the séances, letters typed or not.
const HOME_LIST: &[Context] = &[Context::Home, HomeSearch];
/// Where the public display is within reach: wherever nothing is being asked.
const WATCHED: Groups = &[ROLL_CALL, MOVEMENT, AGENDA, VOTE, NAMELESS, &[Card, CardBeforeVote, Why, Paper, Journal]];

const HOMES: Groups = &[ROLL_CALL, AGENDA, VOTE, NAMELESS];
const LISTS: Groups =
    &[ROLL_CALL, MOVEMENT, AGENDA, VOTE, &[Holder, Card, Why, Journal, Display, AskChoice, AskTicks, AskMember]];
const TEXTS: Groups = &[&[Paper, Notes, Help]];
const LONG: Groups = &[AGENDA, &[Paper, Journal, Help, Movement, MovementWalk]];
const PAGES: Groups = &[AGENDA, &[Paper, Journal, Notes, Help, Movement, MovementWalk]];
const MEMBERS: Groups = &[ROLL_CALL, VOTE, &[MovementSearch, Holder, AskMember]];
const HELPED: Groups = &[ROLL_CALL, MOVEMENT, AGENDA, VOTE, NAMELESS, OVER];
const HELPED_BESIDE_THE_VOTE: Groups = &[ROLL_CALL, MOVEMENT, AGENDA, PICKED_IN_A_VOTE, OVER];

/// The whole table, in the order of the footer and of the help.
pub const TABLE: &[Binding] = &[
    // Impossible to miss: what has to be answered first.
    row(ENTER, &[UNRECORDED], Action::Retry, Label::Retry, Some(0)),
    row(F6, &[&[Unrecorded, TakenAway]], Action::GoElsewhere, Label::GoElsewhere, Some(0)),
    row(F7, &[&[TakenAway, TakenAwayForGood]], Action::WriteAnew, Label::WriteAnew, Some(0)),
    row(ESCAPE, &[UNRECORDED], Action::GiveUp, Label::GiveUp, Some(0)),
    row(ENTER, &[REASONS], Action::Confirm, Label::GoOnWithReason, Some(0)),
    row(F6, &[&[ReasonOfQuorum]], Action::Suspend, Label::SuspendInstead, Some(0)),
    row(F6, &[&[ReasonOfChair]], Action::PutRight, Label::PutRight, Some(0)),
    row(F7, &[&[ReasonOfQuorum, ReasonOfOpening]], Action::Adjourn, Label::AdjournInstead, Some(0)),
    // Enter has just proclaimed the last report: pressed once too often, it must not close what cannot be reopened.
    row(EXCLAMATION, &[&[Closing]], Action::Confirm, Label::CloseSitting, Some(0)),
    row(EXCLAMATION, &[&[Adjourning]], Action::Confirm, Label::AdjournSitting, Some(0)),
    row(ENTER, &[ENDINGS], Action::HowToClose, Label::HowToClose, None),
    row(LETTERS, MEMBERS, Action::Search, Label::Search, None),
    row(DIGITS, MEMBERS, Action::Search, Label::SearchByNumber, None),
    row(LETTERS, &[AGENDA], Action::Search, Label::SearchReport, None),
    row(DIGITS, &[AGENDA], Action::Search, Label::SearchNumber, None),
    // A space belongs to a name that is being typed (« LE GOFFIC »): there it never says a choice.
    row(SPACE, &[TYPED], Action::Search, Label::SearchOn, None),
    row(&[Text], &[REASONS], Action::Write, Label::WriteReason, None),
    row(&[Text], &[&[AskText]], Action::Write, Label::WriteText, None),
    // The notes take every letter and every sign: nothing there votes.
    row(LEAVE_NOTES, &[&[Notes]], Action::Back, Label::BackToVote, Some(0)),
    row(&[Text], &[&[Notes]], Action::Write, Label::WriteNote, None),
    row(TAB, &[&[Notes]], Action::NameSpeaker, Label::NameSpeaker, Some(0)),
    row(ENTER, &[&[Notes]], Action::NewLine, Label::NewLine, None),
    row(BACKSPACE, &[&[Notes]], Action::Erase, Label::EraseBefore, None),
    row(DELETE, &[&[Notes]], Action::EraseAhead, Label::EraseAhead, None),
    row(CTRL_S, &[&[Notes]], Action::SaveNotes, Label::SaveNotes, None),
    // On the panel of movements the upper row types a number in the list, or an hour once there are four figures.
    row(DIGITS, &[&[Movement, MovementWalk]], Action::Digit, Label::Hour, None),
    row(&[NoDigit], &[&[Movement, MovementWalk]], Action::Search, Label::Search, None),
    row(DIGITS, &[&[AskDigits]], Action::Digit, Label::Digits, None),
    row(LETTERS, &[&[AskChoice, AskTicks]], Action::Search, Label::SearchChoice, None),
    row(DIGITS, &[&[AskChoice, AskTicks]], Action::Search, Label::SearchNumber, None),
    row(SPACE, &[&[AskChoice, AskMember]], Action::Search, Label::SearchOn, None),
    row(SPACE, &[&[AskTicks]], Action::Next, Label::Tick, Some(0)),
    row(ENTER, &[ASKED], Action::Answer, Label::Answer, Some(0)),
    // The roll call.
    row(COMMA, &[ROLL_CALL], Action::Mark(Presence::Absent), Label::Absent, Some(1)),
    row(SEMICOLON, &[ROLL_CALL], Action::Mark(Presence::Excused), Label::Excused, Some(1)),
    row(COLON, &[ROLL_CALL], Action::GiveProxy, Label::GiveProxy, Some(1)),
    row(EXCLAMATION, &[&[RollCall]], Action::Mark(Presence::Present), Label::Present, Some(2)),
    row(EXCLAMATION, &[&[RollCallSearch, RollCallWalk]], Action::Mark(Presence::Present), Label::Present, Some(1)),
    row(SPACE, &[&[RollCall, RollCallWalk]], Action::Next, Label::NextPresence, None),
    row(ENTER, &[&[RollCall]], Action::OpenSitting, Label::OpenSitting, Some(0)),
    row(ENTER, &[&[RollCallSearch, RollCallWalk]], Action::Card, Label::Card, Some(0)),
    row(ENTER, &[&[Holder]], Action::PickHolder, Label::PickHolder, Some(0)),
    // Who comes and goes once the sitting is open.
    row(EXCLAMATION, &[MOVEMENT], Action::Mark(Presence::Present), Label::Arrives, Some(1)),
    row(COMMA, &[MOVEMENT], Action::Mark(Presence::Left), Label::Leaves, Some(1)),
    row(SEMICOLON, &[MOVEMENT], Action::Mark(Presence::Out), Label::StepsOut, Some(1)),
    row(COLON, &[MOVEMENT], Action::GiveProxy, Label::GiveProxy, Some(1)),
    row(EQUALS, &[MOVEMENT], Action::Mark(Presence::Remote), Label::Remote, Some(1)),
    row(ENTER, &[&[MovementSearch, MovementWalk]], Action::Card, Label::Card, Some(3)),
    // The vote.
    row(COMMA, &[VOTE], Action::Choose(Choice::Against), Label::Against, Some(1)),
    row(SEMICOLON, &[VOTE], Action::Choose(Choice::Abstain), Label::Abstain, Some(1)),
    row(COLON, &[VOTE], Action::Choose(Choice::NotTakingPart), Label::NotTakingPart, Some(1)),
    row(EXCLAMATION, &[VOTE], Action::Choose(Choice::For), Label::For, Some(4)),
    row(EQUALS, &[&[VoteSearch]], Action::Recuse, Label::Recuse, Some(1)),
    row(EQUALS, &[&[VoteWalk]], Action::Recuse, Label::Recuse, Some(2)),
    row(EQUALS, &[&[Vote]], Action::Recuse, Label::Recuse, Some(4)),
    row(SPACE, &[&[Vote, VoteWalk, Card]], Action::Next, Label::NextChoice, None),
    row(ENTER, &[&[Vote, Counted]], Action::Proclaim, Label::Proclaim, Some(0)),
    row(ENTER, &[&[Told, Heard]], Action::Proclaim, Label::EndReport, Some(0)),
    row(ENTER, &[&[Waits]], Action::Proclaim, Label::PutToTheVote, Some(0)),
    // A name typed where none is noted would be lost without a word.
    row(LETTERS, &[NAMELESS], Action::NoNames, Label::NoNames, None),
    row(CHOICES, &[NAMELESS], Action::NoNames, Label::NoNames, None),
    row(UP, &[&[Told, Heard]], Action::Up, Label::Up, None),
    row(DOWN, &[&[Told, Heard]], Action::Down, Label::DownALine, None),
    row(ENTER, &[PICKED_IN_A_VOTE], Action::Card, Label::Card, Some(0)),
    // The card: each voice apart.
    row(COMMA, &[&[Card]], Action::Choose(Choice::Against), Label::AgainstAlone, Some(1)),
    row(SEMICOLON, &[&[Card]], Action::Choose(Choice::Abstain), Label::AbstainAlone, Some(1)),
    row(COLON, &[&[Card]], Action::Choose(Choice::NotTakingPart), Label::NotTakingPartAlone, Some(1)),
    row(EXCLAMATION, &[&[Card]], Action::Choose(Choice::For), Label::ForAlone, Some(2)),
    // The journal.
    row(ENTER, &[&[Journal]], Action::GoBack, Label::GoBack, Some(0)),
    row(ENTER, &[&[JournalAsk]], Action::Confirm, Label::TakeBack, Some(0)),
    row(ESCAPE, &[&[JournalAsk]], Action::Back, Label::GiveUpStep, Some(0)),
    row(LETTERS, &[&[Journal]], Action::Search, Label::SearchReport, None),
    row(DIGITS, &[&[Journal]], Action::Search, Label::SearchNumber, None),
    row(BACKSPACE, &[&[Journal]], Action::Erase, Label::Erase, None),
    row(LEFT, &[&[Journal]], Action::Left, Label::ReportBefore, Some(1)),
    row(RIGHT, &[&[Journal]], Action::Right, Label::ReportAfter, Some(1)),
    row(CTRL_R, &[&[Journal]], Action::Back, Label::Back, None),
    // The public display.
    row(ENTER, &[&[Display]], Action::Answer, Label::DisplayAnswer, Some(0)),
    row(EXCLAMATION, &[&[Display]], Action::Project(Wanted::Follow), Label::DisplayFollows, Some(1)),
    row(COMMA, &[&[Display]], Action::Project(Wanted::Clear), Label::DisplayCleared, Some(1)),
    row(SEMICOLON, &[&[Display]], Action::Project(Wanted::Freeze), Label::DisplayFrozen, Some(1)),
    row(COLON, &[&[Display]], Action::Project(Wanted::Live), Label::DisplayLive, Some(1)),
    row(CTRL_E, WATCHED, Action::Display, Label::Display, None),
    row(CTRL_E, &[&[Display]], Action::Back, Label::Back, None),
    // A past séance that is seen again: nothing there is recorded.
    row(SPACE, &[&[Replay]], Action::Pause, Label::Pause, Some(0)),
    row(RIGHT, &[&[Replay]], Action::Right, Label::StepAfter, Some(0)),
    row(LEFT, &[&[Replay]], Action::Left, Label::StepBefore, Some(0)),
    row(FASTER, &[&[Replay]], Action::Faster, Label::Faster, Some(1)),
    row(SLOWER, &[&[Replay]], Action::Slower, Label::Slower, Some(1)),
    row(HOME, &[&[Replay]], Action::First, Label::ReplayBegins, Some(4)),
    row(END, &[&[Replay]], Action::Last, Label::ReplayEnds, Some(4)),
    row(ESCAPE, &[&[Replay]], Action::Quit, Label::LeaveReplay, Some(0)),
    row(CTRL_Q, &[&[Replay]], Action::Quit, Label::LeaveReplay, None),
    row(F1_OR_MARK, &[&[Replay]], Action::Help, Label::Help, Some(2)),
    // The agenda.
    row(ENTER, &[&[EarlyAgenda]], Action::Back, Label::ToRollCall, Some(0)),
    row(ENTER, &[&[Agenda, AgendaSearch]], Action::Enter, Label::Enter, Some(0)),
    // Moving.
    row(UP, LISTS, Action::Up, Label::Up, None),
    row(DOWN, LISTS, Action::Down, Label::Down, None),
    row(UP, TEXTS, Action::Up, Label::Up, None),
    row(DOWN, TEXTS, Action::Down, Label::DownALine, None),
    row(LEFT, &[&[Notes]], Action::Left, Label::CaretLeft, None),
    row(RIGHT, &[&[Notes]], Action::Right, Label::CaretRight, None),
    row(LEFT, &[&[Vote, Counted]], Action::Left, Label::OtherVote, None),
    row(RIGHT, &[&[Vote, Counted]], Action::Right, Label::OneOfTheVotes, None),
    row(LEFT, &[&[VoteWalk]], Action::Left, Label::SeatLeft, None),
    row(RIGHT, &[&[VoteWalk]], Action::Right, Label::SeatRight, None),
    row(LEFT, &[&[AskChoice]], Action::Left, Label::OtherColumn, None),
    row(RIGHT, &[&[AskChoice]], Action::Right, Label::OtherColumn, None),
    row(LEFT, &[COLUMNS], Action::Left, Label::Left, None),
    row(RIGHT, &[COLUMNS], Action::Right, Label::Right, None),
    row(PAGE_UP, PAGES, Action::PageUp, Label::PageUp, None),
    row(PAGE_DOWN, PAGES, Action::PageDown, Label::PageDown, None),
    row(HOME, LONG, Action::First, Label::First, None),
    row(END, LONG, Action::Last, Label::Last, None),
    row(HOME, &[&[Notes]], Action::First, Label::RowBegins, None),
    row(END, &[&[Notes]], Action::Last, Label::RowEnds, None),
    // Taking back.
    row(UNDO, &[AT_REST, NAMELESS], Action::Undo, Label::Undo, Some(1)),
    row(BACKSPACE, &[TYPED], Action::Erase, Label::Erase, Some(3)),
    row(BACKSPACE, &[REASONS], Action::Erase, Label::Erase, Some(2)),
    row(BACKSPACE, &[ASKED], Action::Erase, Label::EraseTyped, Some(2)),
    row(BACKSPACE, &[&[Movement]], Action::Erase, Label::EraseHour, None),
    row(CTRL_Z, &[TYPED], Action::Undo, Label::Undo, None),
    row(CTRL_Z, &[&[Card]], Action::Undo, Label::Undo, Some(3)),
    row(CTRL_Y, HOMES, Action::Redo, Label::Redo, None),
    // Leaving what is on top.
    row(
        ESCAPE,
        &[&[RollCallSearch, RollCallWalk, MovementSearch, MovementWalk, AgendaSearch, VoteSearch, VoteWalk]],
        Action::Leave,
        Label::Leave,
        Some(6),
    ),
    row(ESCAPE, &[&[Holder]], Action::Leave, Label::NoProxy, Some(0)),
    row(ESCAPE, &[&[RollCall, Vote], NAMELESS], Action::Back, Label::ToAgenda, Some(7)),
    row(ESCAPE, &[&[EarlyAgenda]], Action::Back, Label::ToRollCall, Some(5)),
    row(ESCAPE, &[ASKED], Action::Back, Label::QuestionBack, Some(0)),
    row(
        ESCAPE,
        &[&[Movement, Card, CardBeforeVote, Why, Paper, Journal, Display, Help]],
        Action::Back,
        Label::Back,
        Some(0),
    ),
    row(ENTER, &[&[Movement, Card, CardBeforeVote, Why, Paper, Help]], Action::Back, Label::Back, None),
    row(ESCAPE, &[REASONS, ENDINGS], Action::Back, Label::GiveUpStep, Some(0)),
    // Looking.
    row(TAB, &[AGENDA], Action::Paper, Label::Paper, Some(3)),
    row(TAB, &[ROLL_CALL], Action::Paper, Label::Paper, Some(4)),
    row(TAB, &[&[Told, Counted]], Action::Ways, Label::Ways, Some(1)),
    // Nothing is voted there, nor is there anything to choose: said, and no word in the footer promises it.
    row(TAB, &[&[Heard]], Action::Ways, Label::NoWays, None),
    row(TAB, &[VOTE], Action::Ways, Label::Ways, Some(5)),
    row(CTRL_P, &[VOTE, NAMELESS], Action::Paper, Label::Paper, Some(7)),
    row(TAB, &[&[Paper]], Action::OtherPaper, Label::OtherPaper, Some(0)),
    row(SPACE, &[&[Paper]], Action::Next, Label::NextMissing, Some(2)),
    row(CTRL_P, &[&[Paper]], Action::WritePapers, Label::WritePapers, Some(0)),
    row(F2, &[&[Vote], NAMELESS], Action::Notes, Label::Notes, Some(1)),
    row(F2, &[PICKED_IN_A_VOTE], Action::Notes, Label::Notes, Some(3)),
    row(F2, &[AGENDA], Action::Notes, Label::Notes, Some(1)),
    row(F3, &[&[EarlyAgenda]], Action::Back, Label::ToRollCall, None),
    // Who comes and goes, and what has no key of its own: an evening asks for them more often than for help.
    row(F3, &[&[Agenda, AgendaSearch, Vote], NAMELESS], Action::Attendance, Label::Attendance, Some(1)),
    row(F3, &[PICKED_IN_A_VOTE], Action::Attendance, Label::Attendance, None),
    row(F3, &[&[Movement]], Action::Back, Label::Back, None),
    // A name mistyped, and F3 once more for the next: closing the panel would make « part » a vote against.
    row(F3, &[&[MovementSearch, MovementWalk]], Action::Leave, Label::Leave, None),
    row(F4, &[ROLL_CALL, AGENDA], Action::Why, Label::Why, Some(4)),
    row(F4, &[VOTE, &[Counted]], Action::Why, Label::Why, Some(5)),
    row(
        F9,
        &[&[RollCall, EarlyAgenda, Agenda, AgendaSearch, Vote], NAMELESS],
        Action::Commands,
        Label::Commands,
        Some(1),
    ),
    row(F9, &[&[RollCallSearch, RollCallWalk], PICKED_IN_A_VOTE], Action::Commands, Label::Commands, Some(3)),
    row(F1_OR_MARK, &[&[Vote], NAMELESS], Action::Help, Label::Help, Some(2)),
    row(F1_OR_MARK, HELPED_BESIDE_THE_VOTE, Action::Help, Label::Help, Some(1)),
    row(F1_OR_MARK, &[&[Help]], Action::Back, Label::Back, None),
    row(CTRL_R, HOMES, Action::Journal, Label::Journal, Some(7)),
    // Leaving the program.
    row(CTRL_Q, HELPED, Action::Quit, Label::Quit, Some(6)),
    row(
        CTRL_Q,
        &[REASONS, ENDINGS, TYPED_ANSWERS, &[JournalAsk, Notes, Help, TooSmall]],
        Action::Quit,
        Label::Quit,
        Some(1),
    ),
    row(CTRL_Q, &[UNRECORDED], Action::HowToQuit, Label::HowToQuit, None),
    row(CTRL_C, &[Context::ALL], Action::HowToQuit, Label::HowToQuit, None),
    // Seen at a glance on the screen; heard by this key, wherever she is.
    row(CTRL_O, &[Context::ALL], Action::WhereWeAre, Label::WhereWeAre, None),
    // Where a stick that was pulled out is in again.
    row(CTRL_T, WATCHED, Action::PutBack, Label::PutBack, None),
    // Figures typed where none are asked for, and Enter behind them, would proclaim something else.
    row(DIGITS, &[NAMELESS], Action::NoFigures, Label::NoFigures, None),
    row(CTRL_S, HELPED, Action::AlreadySaved, Label::AlreadySaved, None),
    row(F1, &[&[Notes]], Action::Help, Label::Help, Some(1)),
    row(F1, &[REASONS, ENDINGS, TYPED_ANSWERS, &[JournalAsk]], Action::Help, Label::Help, Some(3)),
    // The public display: nobody types a name there, and who stands before it knows no key of ours.
    row(ESCAPE_OR_Q, &[&[Projection]], Action::Quit, Label::LeaveProjection, Some(0)),
    row(CTRL_Q_OR_C, &[&[Projection]], Action::Quit, Label::LeaveProjection, None),
    // The list of the séances: letters and digits look for one.
    row(ENTER, &[HOME_LIST], Action::Enter, Label::OpenSession, Some(0)),
    row(LETTERS, &[HOME_LIST], Action::Search, Label::SearchSession, None),
    row(DIGITS, &[HOME_LIST], Action::Search, Label::SearchSession, None),
    row(SPACE, &[&[HomeSearch]], Action::Search, Label::SearchOn, None),
    row(BACKSPACE, &[&[HomeSearch]], Action::Erase, Label::Erase, Some(1)),
    row(ESCAPE, &[&[HomeSearch]], Action::Leave, Label::LeaveSearch, Some(0)),
    row(UP, &[HOME_LIST, &[HomeFindings]], Action::Up, Label::Up, Some(1)),
    row(DOWN, &[HOME_LIST, &[HomeFindings]], Action::Down, Label::DownALine, Some(1)),
    row(PAGE_UP, &[HOME_LIST, &[HomeFindings]], Action::PageUp, Label::PageUp, None),
    row(PAGE_DOWN, &[HOME_LIST, &[HomeFindings]], Action::PageDown, Label::PageDown, None),
    row(HOME, &[HOME_LIST, &[HomeFindings]], Action::First, Label::First, None),
    row(END, &[HOME_LIST, &[HomeFindings]], Action::Last, Label::Last, None),
    row(ESCAPE, &[&[HomeFindings, HomeHelp]], Action::Back, Label::Back, Some(0)),
    row(ENTER, &[&[HomeFindings, HomeHelp]], Action::Back, Label::Back, None),
    row(F1_OR_MARK, &[HOME_LIST], Action::Help, Label::Help, Some(1)),
    row(F1_OR_MARK, &[&[HomeHelp]], Action::Back, Label::Back, None),
    row(ESCAPE, &[&[Context::Home]], Action::Quit, Label::QuitList, Some(1)),
    row(CTRL_Q_OR_C, &[Context::OF_HOME], Action::Quit, Label::QuitList, None),
];
