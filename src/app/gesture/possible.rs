//! Which gestures can be done now, and which of them fit the moment.

use super::{
    Around, Item, agenda, ballot, course, election, hours, minutes, proposals, rectify, recusal, room, together, way,
};
use crate::app::Key;
use crate::app::context::Context;
use crate::app::keymap::{self, Action, Binding, Stroke};
use crate::council::command::Command;
use crate::council::id::ReportId;
use crate::council::kind::ReportKind;
use crate::council::notes::NoteSums;
use crate::council::proposal::ProposalId;
use crate::council::sitting::Progress;
use crate::french::screen::gesture::Gesture;
use crate::french::screen::help::Purpose;

impl<'a> Around<'a> {
    /// Whether the gesture can be done now.
    fn is_possible(&self, gesture: Gesture) -> bool {
        let goes_on = !self.sitting.stage().is_over();
        match gesture {
            Gesture::Way => way::may_be_chosen(self),
            Gesture::PublicBallot => ballot::may_be_public(self),
            Gesture::SecretBallot => ballot::may_be_secret(self),
            Gesture::WaiveSecrecy => election::may_be_waived(self),
            Gesture::Tellers => election::tellers_may_be_named(self),
            Gesture::Eldest => election::is_tied(self),
            Gesture::Lists => election::lists_may_be_filed(self),
            Gesture::Posts => election::posts_may_be_fixed(self),
            Gesture::Form => !election::forms(self).is_empty(),
            Gesture::Majority => !ballot::majorities(self).is_empty(),
            Gesture::Together => !together::others(self).is_empty(),
            Gesture::LeaveGroup => !together::group(self).is_empty(),
            Gesture::Put => !proposals::waiting(self).is_empty(),
            Gesture::Drop => !proposals::may_be_dropped(self).is_empty(),
            Gesture::Amendment | Gesture::Part => proposals::may_be_amended(self),
            Gesture::Postpone => proposals::may_be_filed(self, ProposalId::Postponement),
            Gesture::PreviousQuestion => proposals::may_be_filed(self, ProposalId::PreviousQuestion),
            Gesture::Candidates => agenda::may_change(self) && !agenda::appointments(self).is_empty(),
            Gesture::Remark => agenda::may_change(self) && !agenda::minutes(self).is_empty(),
            Gesture::ChangeText => agenda::may_change(self) && !self.not_done().is_empty(),
            Gesture::Withdraw => !agenda::may_be_withdrawn(self).is_empty(),
            Gesture::AddReport => agenda::may_change(self),
            Gesture::Recuse | Gesture::Rapporteur => goes_on && !self.not_done().is_empty(),
            Gesture::EndRecusal => goes_on && !recusal::live(self).is_empty(),
            Gesture::Chair | Gesture::Secretaries => goes_on,
            Gesture::Seat => goes_on && !room::candidates(self).is_empty(),
            Gesture::EndProxy => goes_on && self.sitting.attendance().proxies().next().is_some(),
            Gesture::InCamera => course::may_go_in_camera(self),
            Gesture::Public => self.allows(&Command::GoPublic { at: None }),
            Gesture::Suspend => self.allows(&Command::Suspend { at: None }),
            Gesture::Resume => self.allows(&Command::Resume { at: None }),
            Gesture::Adjourn => self.allows(&Command::Adjourn { at: None, notes: NoteSums::new() }),
            Gesture::Close => self.allows(&Command::Close { at: None, notes: NoteSums::new() }),
            Gesture::Settle => minutes::may_be_settled(self),
            Gesture::MendHour => !hours::told(self).is_empty(),
            Gesture::Rectify => !rectify::proclaimed(self).is_empty(),
        }
    }

    /// What the report in front asks of the council, or the one that is open.
    fn kind(&self) -> Option<ReportKind> {
        self.sitting.docket().agenda.report(self.subject()?).map(|report| report.kind)
    }

    /// The gestures that fit the moment, the likeliest first.
    fn of_the_moment(&self) -> Vec<Gesture> {
        let is_done = |id: &&ReportId| self.sitting.progress(id).and_then(Progress::done).is_some();
        let floor = self.sitting.floor();
        let is_open = |id: &&ReportId| matches!(self.sitting.progress(id), Some(Progress::Opened(_)));
        if self.front.as_ref().is_some_and(is_done) {
            return vec![Gesture::Rectify];
        }
        if self.front.as_ref().is_some_and(is_open) || (self.front.is_none() && floor.is_some()) {
            let of_its_kind = self.of_its_kind();
            let before_the_text = [Gesture::Resume, Gesture::Public, Gesture::Put];
            let behind = [Gesture::Drop, Gesture::LeaveGroup, Gesture::Way];
            return before_the_text.into_iter().chain(of_its_kind).chain(behind).collect();
        }
        vec![Gesture::Resume, Gesture::Public]
    }

    /// What a report of its kind asks for before its result: who stands, for what, who counts.
    fn of_its_kind(&self) -> Vec<Gesture> {
        match self.kind() {
            Some(ReportKind::PreviousMinutes { .. }) => vec![Gesture::Remark],
            Some(ReportKind::Election { .. } | ReportKind::Appointment { .. }) => {
                let by_list = self.subject().and_then(|report| self.sitting.contest(report));
                let stand = match by_list {
                    Some(contest) if contest.form.is_by_list() => Gesture::Lists,
                    _ => Gesture::Candidates,
                };
                let election = [Gesture::Eldest, stand, Gesture::Tellers, Gesture::Posts, Gesture::WaiveSecrecy];
                election.into_iter().chain([Gesture::Form, Gesture::Chair]).collect()
            }
            _ if self.sitting.floor().is_some_and(|floor| floor.vote.ballot.is_secret()) => vec![Gesture::Tellers],
            _ => vec![],
        }
    }

    /// Every command: the gestures that can be done now, those that fit the moment first, and how many these are; then the
    /// keys of the screen below; then the gestures that cannot be done now.
    pub(super) fn commands(&self) -> (Vec<Item>, usize) {
        let mut ahead = self.of_the_moment();
        ahead.retain(|gesture| self.is_possible(*gesture));
        let others = Gesture::ALL.into_iter().filter(|gesture| !ahead.contains(gesture));
        let (others, later): (Vec<Gesture>, Vec<Gesture>) = others.partition(|gesture| self.is_possible(*gesture));
        let number = ahead.len();
        let possible: Vec<Gesture> = ahead.into_iter().chain(others).collect();
        let keys = self.below.map(|below| keys_of(below, &possible)).unwrap_or_default();
        let gestures = possible.into_iter().map(Item::Gesture);
        (gestures.chain(keys).chain(later.into_iter().map(Item::Later)).collect(), number)
    }

    /// The report that a gesture is about without asking which.
    pub(super) fn about(&self, gesture: Gesture) -> Option<&'a ReportId> {
        match gesture {
            Gesture::Way | Gesture::PublicBallot | Gesture::SecretBallot | Gesture::Tellers | Gesture::Eldest => {
                self.sitting.floor().map(|floor| &floor.report.id)
            }
            Gesture::Majority
            | Gesture::Put
            | Gesture::Drop
            | Gesture::Amendment
            | Gesture::Part
            | Gesture::Postpone
            | Gesture::PreviousQuestion => self.subject(),
            _ => None,
        }
    }
}

/// The key of the screen below that does the same as an item of the list.
pub(super) fn key_of(item: &Item, below: Context) -> Option<Key> {
    match item {
        Item::Press(key, ..) => Some(*key),
        Item::Gesture(gesture) => {
            keymap::rows(below).filter(|row| begun_by(row.action) == Some(*gesture)).find_map(first_key)
        }
        _ => None,
    }
}

/// The keys of a screen, by what they are for; what a gesture of the list does already is not listed twice.
fn keys_of(below: Context, gestures: &[Gesture]) -> Vec<Item> {
    let is_listed = |row: &&Binding| begun_by(row.action).is_some_and(|gesture| gestures.contains(&gesture));
    let is_a_command = |row: &&Binding| !row.action.reminds() && row.action != Action::Commands && !is_listed(row);
    let of = |purpose: Purpose| {
        let rows = keymap::rows(below).filter(is_a_command).filter(move |row| row.action.purpose() == purpose);
        rows.filter_map(|row| Some(Item::Press(first_key(row)?, row.action, row.label)))
    };
    Purpose::ALL.into_iter().flat_map(of).collect()
}

/// The gesture that a key begins.
fn begun_by(action: Action) -> Option<Gesture> {
    match action {
        Action::Ways => Some(Gesture::Way),
        Action::Recuse => Some(Gesture::Recuse),
        _ => None,
    }
}

/// The key of a row that the footer shows; none where any letter or figure does it.
fn first_key(row: &Binding) -> Option<Key> {
    match row.strokes.first() {
        Some(Stroke::Is(key)) => Some(*key),
        _ => None,
    }
}
