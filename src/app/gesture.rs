//! The gestures without a key of their own: a list of questions asked one after the other, then one command.
//!
//! What comes next is a function of the answers given so far, so that « Échap » takes one back and asks again.

mod course;
mod figures;
mod hours;
mod item;
mod minutes;
mod officers;
mod question;
mod rectify;
mod recusal;
mod room;
mod way;

pub use item::Item;
pub use question::{Gesturing, Question};

use crate::council::command::Command;
use crate::council::id::{MemberId, ReportId};
use crate::council::notes::NoteSums;
use crate::council::sitting::{Progress, Sitting};
use crate::french::screen::gesture::{Ask, Gesture};

use super::step::Step;

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One of a list.
    Chosen(Item),
    /// A member.
    Member(MemberId),
    /// Several members.
    Members(Vec<MemberId>),
    /// No member.
    Nobody,
    /// A number.
    Number(u32),
    /// As many as nothing else is said of.
    Rest,
    /// An hour.
    Hour(crate::council::hour::Hour),
    /// A day.
    Date(jiff::civil::Date),
    /// A text; empty for none.
    Text(String),
}

/// What comes next.
#[derive(Clone, Debug)]
pub enum Next {
    /// Another question.
    Ask(Question),
    /// All is answered.
    Do(Step),
}

impl Next {
    /// All is answered: this is asked of the sitting.
    fn command(command: Command) -> Self {
        Self::Do(Step::Ask(command))
    }

    /// One of a list; the first is the one that Enter takes.
    fn choose(ask: Ask, items: impl IntoIterator<Item = Item>) -> Self {
        Self::Ask(Question::Choice { ask, items: items.into_iter().collect() })
    }
}

/// What the questions are asked about.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The sitting as it is recorded.
    pub sitting: &'a Sitting,
    /// The report in front of her, if there is one.
    pub front: Option<&'a ReportId>,
}

impl Around<'_> {
    /// The reports of that kind, the one in front first.
    fn reports(&self, such: impl Fn(Option<&Progress>) -> bool) -> Vec<Item> {
        let of_kind = |id: &&ReportId| such(self.sitting.progress(id));
        let all = self.sitting.docket().agenda.reports().map(|report| &report.id);
        let front = self.front.into_iter();
        let others = all.filter(|id| Some(*id) != self.front);
        front.chain(others).filter(of_kind).cloned().map(Item::Report).collect()
    }

    /// The reports whose result is not proclaimed.
    fn not_done(&self) -> Vec<Item> {
        self.reports(|progress| progress.and_then(Progress::done).is_none())
    }

    /// Who sits now.
    fn seated(&self) -> Vec<MemberId> {
        self.sitting.attendance().holders(&self.sitting.docket().roster).cloned().collect()
    }

    /// Who sits and takes part now.
    fn present(&self) -> Vec<MemberId> {
        let attendance = self.sitting.attendance();
        self.seated().into_iter().filter(|id| attendance.is_present(id)).collect()
    }

    /// Whether the rules allow it, be it for a reason.
    fn allows(&self, command: &Command) -> bool {
        let decided = self.sitting.decide(command, &crate::council::decide::Reasons::new());
        decided.map_or_else(|refused| refused.needs_only_a_reason(), |_| true)
    }

    /// Whether the gesture can be done now.
    fn is_possible(&self, gesture: Gesture) -> bool {
        let goes_on = !self.sitting.stage().is_over();
        match gesture {
            Gesture::Way => way::may_be_chosen(self),
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
            Gesture::Rectify => self.sitting.done().next().is_some(),
        }
    }

    /// The gestures that can be done now; rectifying first in front of a report that is done.
    fn possible(&self) -> Vec<Item> {
        let is_done = self.front.is_some_and(|id| self.sitting.progress(id).and_then(Progress::done).is_some());
        let first = Gesture::Rectify;
        let ahead = Some(first).filter(|_| is_done);
        let others = Gesture::ALL.into_iter().filter(|gesture| !is_done || *gesture != first);
        ahead.into_iter().chain(others).filter(|gesture| self.is_possible(*gesture)).map(Item::Gesture).collect()
    }

    /// What comes after these answers.
    #[must_use]
    pub fn next(&self, answers: &[Answer]) -> Next {
        let Some((Answer::Chosen(Item::Gesture(gesture)), answers)) = answers.split_first() else {
            return Next::choose(Ask::Gesture, self.possible());
        };
        match gesture {
            Gesture::Way => way::way(answers, self),
            Gesture::Recuse => recusal::recuse(answers, self),
            Gesture::EndRecusal => recusal::end(answers, self),
            Gesture::Chair => officers::chair(answers, self),
            Gesture::Secretaries => officers::secretaries(answers, self),
            Gesture::Rapporteur => officers::rapporteur(answers, self),
            Gesture::Seat => room::seat(answers, self),
            Gesture::EndProxy => room::end_proxy(answers, self),
            Gesture::InCamera => course::in_camera(answers, self),
            Gesture::MendHour => hours::mend(answers, self),
            Gesture::Rectify => rectify::rectify(answers, self),
            Gesture::Settle => minutes::settle(answers),
            Gesture::Public => Next::command(Command::GoPublic { at: None }),
            Gesture::Suspend => Next::command(Command::Suspend { at: None }),
            Gesture::Resume => Next::command(Command::Resume { at: None }),
            Gesture::Adjourn => Next::Do(Step::ToAdjourning),
            Gesture::Close => Next::Do(Step::ToClosing),
        }
    }
}
