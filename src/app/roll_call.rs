//! The roll call (*appel*): who is there, who is not, who speaks for whom. The panel of movements shows it too.

use crate::council::attendance::Presence;
use crate::council::command::Command;
use crate::council::id::MemberId;
use crate::council::roster::Standing;
use crate::council::sitting::Sitting;
use crate::french::screen::said;

use super::context::Context;
use super::keymap::Action;
use super::picker::{Directory, Picker, undecided};
use super::step::{Said, Step};
use super::{Key, Size, View};

/// The state of the roll call screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollCall {
    /// The search, and who is picked.
    pub picker: Picker,
    giving: Option<MemberId>,
}

impl RollCall {
    /// Who gives a power, while its holder is looked for.
    #[must_use]
    pub fn giver(&self) -> Option<&MemberId> {
        self.giving.as_ref()
    }

    /// What the keys are read for.
    #[must_use]
    pub fn context(&self) -> Context {
        if self.giving.is_some() {
            Context::Holder
        } else if !self.picker.query().is_empty() {
            Context::RollCallSearch
        } else if self.picker.is_walking() {
            Context::RollCallWalk
        } else {
            Context::RollCall
        }
    }

    /// An action was accepted: the search empties itself, a walk goes on where it was.
    pub fn settle(&mut self) {
        if self.giving.take().is_some() || !self.picker.is_walking() {
            self.picker.clear();
        }
    }

    /// An action was refused: as after one that was accepted, but a power still waits for its holder.
    pub fn settle_refused(&mut self) {
        if self.giving.is_some() {
            self.picker.spend();
        } else {
            self.settle();
        }
    }

    /// What a key does here.
    pub(super) fn update(&mut self, action: Action, key: Key, view: &View) -> Step {
        let rows = isize::try_from(Grid::of(view).rows).unwrap_or(isize::MAX);
        match action {
            Action::Search => match key.text() {
                Some(letter) => self.picker.search(letter, self.names(view)),
                None => return Step::Stay,
            },
            Action::Erase if self.picker.query().is_empty() => self.leave(),
            Action::Erase => self.picker.erase(self.names(view)),
            Action::Leave => self.leave(),
            Action::Up => self.picker.walk(-1, self.names(view)),
            Action::Down => self.picker.walk(1, self.names(view)),
            Action::Left => self.picker.walk(-rows, self.names(view)),
            Action::Right => self.picker.walk(rows, self.names(view)),
            Action::PageUp | Action::First => self.picker.walk(-isize::MAX, self.names(view)),
            Action::PageDown | Action::Last => self.picker.walk(isize::MAX, self.names(view)),
            Action::OpenSitting => return Step::Ask(Command::Open { at: None }),
            Action::Back => return Step::ToAgenda,
            Action::Mark(_) | Action::Next | Action::GiveProxy | Action::PickHolder | Action::Card => {
                return self.on_picked(action, view);
            }
            _ => {}
        }
        Step::Stay
    }

    /// Who is looked for: everyone, a substitute not seated yet included; the holder of a power among those who sit.
    fn names<'a>(&self, view: &View<'a>) -> &'a Directory {
        if self.giving.is_some() { view.directory } else { view.everyone }
    }

    fn leave(&mut self) {
        self.giving = None;
        self.picker.clear();
    }

    fn on_picked(&mut self, action: Action, view: &View) -> Step {
        let Some(member) = self.picker.picked().cloned() else {
            self.picker.spend();
            return Step::Say(Said::plain(said::no_name(self.picker.query())));
        };
        if action != Action::Card && !self.picker.undecided().is_empty() {
            return Step::Say(undecided(&self.picker, view));
        }
        let attendance = view.sitting.attendance();
        let presence = attendance.presence(&member);
        match action {
            Action::Card => Step::ToCard(member),
            Action::GiveProxy => {
                self.giving = Some(member);
                self.picker.clear();
                Step::Stay
            }
            Action::PickHolder => match self.giving.clone() {
                Some(giver) => Step::Ask(Command::GiveProxy { giver, holder: member, at: None }),
                None => Step::Stay,
            },
            Action::Mark(Presence::Present) if may_take_a_seat(&member, view.sitting) => {
                Step::Ask(Command::TakeSeat { member, at: None })
            }
            // Away and represented: to be excused or absent again, the power ends first.
            Action::Mark(Presence::Excused | Presence::Absent) if attendance.holder_of(&member).is_some() => {
                Step::Ask(Command::EndProxy { giver: member })
            }
            Action::Mark(presence) => Step::Ask(Command::SetPresence { member, presence, at: None }),
            _ => {
                let next = match presence {
                    Presence::Present => Presence::Excused,
                    Presence::Excused if attendance.holder_of(&member).is_none() => Presence::Absent,
                    _ => Presence::Present,
                };
                Step::Ask(Command::SetPresence { member, presence: next, at: None })
            }
        }
    }
}

/// Whether that person holds no seat and may take one: a substitute, a new member.
#[must_use]
pub fn may_take_a_seat(member: &MemberId, sitting: &Sitting) -> bool {
    let standing = sitting.docket().roster.get(member).map(|member| &member.standing);
    let is_titular = standing.is_none_or(|standing| *standing == Standing::InOffice);
    !is_titular && sitting.attendance().seat_taken_by(member).is_none()
}

/// How the members are laid out: down the columns, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Columns.
    pub columns: usize,
    /// Rows of the longest column.
    pub rows: usize,
    /// Rows that the screen can show.
    pub height: usize,
}

impl Grid {
    /// The fewest columns that show everybody, as long as each is wide enough for a name.
    #[must_use]
    pub fn of(view: &View) -> Self {
        let Size { columns, rows } = view.size;
        // Head, frame, message and footer; the findings at the opening stand below the list.
        let height = usize::from(rows).saturating_sub(6 + findings_rows(view)).max(1);
        let members = view.sitting.docket().roster.everyone().count().max(1);
        let widest = (usize::from(columns).saturating_sub(4) / 25).max(1);
        let comfortable = (usize::from(columns).saturating_sub(4) / 38).max(1);
        let columns = members.div_ceil(height).max(comfortable.min(3)).min(widest);
        Self { columns, rows: members.div_ceil(columns), height }
    }
}

/// Rows that the findings at the opening take: a heading and one each, at most five.
#[must_use]
pub fn findings_rows(view: &View) -> usize {
    if view.sitting.stage() == crate::council::sitting::Stage::RollCall {
        match view.at_opening.len() {
            0 => 2,
            some => 2 + some.min(4),
        }
    } else {
        0
    }
}
