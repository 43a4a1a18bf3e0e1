//! The gestures without a key of their own: a list of questions asked one after the other, then one command.
//!
//! What comes next is a function of the answers given so far, so that « Échap » takes one back and asks again.

mod agenda;
mod ballot;
mod board;
mod course;
mod election;
mod figures;
mod gesturing;
mod hours;
mod item;
mod listing;
mod minutes;
mod officers;
mod possible;
mod proposals;
mod question;
mod rectify;
mod recusal;
mod room;
mod together;
mod way;

pub use board::{Board, Row};
pub use gesturing::Gesturing;
pub use item::Item;
pub use question::Question;

use crate::council::command::Command;
use crate::council::finding::Finding;
use crate::council::id::{MemberId, ReportId};
use crate::council::proposal::ProposalId;
use crate::council::sitting::{Progress, Sitting};
use crate::french::screen::gesture::{self as words, Ask, Gesture};

use super::context::Context;
use super::step::{Said, Step};

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
    /// Several of a list, in its order.
    Items(Vec<Item>),
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
    /// What was answered last cannot be: it is asked again.
    Refuse(Box<Finding>),
}

impl Next {
    /// All is answered: this is asked of the sitting.
    fn command(command: Command) -> Self {
        Self::Do(Step::Ask(command))
    }

    /// One of a list; the first is the one that Enter takes.
    fn choose(ask: Ask, items: impl IntoIterator<Item = Item>) -> Self {
        Self::Ask(Question::Choice { ask, items: items.into_iter().collect(), ahead: 0 })
    }
}

/// What the questions are asked about.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The sitting as it is recorded.
    pub sitting: &'a Sitting,
    /// The report in front of her, if there is one.
    pub front: Option<&'a ReportId>,
    /// The screen from which the commands were asked for, whose keys are commands too.
    pub below: Option<Context>,
}

impl<'a> Around<'a> {
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

    /// The report that things are said of: the one in front, else the one that is open.
    fn subject(&self) -> Option<&'a ReportId> {
        let is_done = |id: &ReportId| self.sitting.progress(id).and_then(Progress::done).is_some();
        let open = || self.sitting.floor().map(|floor| &floor.report.id);
        self.front.filter(|id| !is_done(id)).or_else(open)
    }

    /// Whether the rules allow that of the report of a list, be it for a reason.
    fn allows_of(&self, item: &Item, command: impl Fn(&ReportId) -> Command) -> bool {
        matches!(item, Item::Report(report) if self.allows(&command(report)))
    }

    /// Whether the rules allow it, be it for a reason.
    fn allows(&self, command: &Command) -> bool {
        let decided = self.sitting.decide(command, &crate::council::decide::Reasons::new());
        decided.map_or_else(|refused| refused.needs_only_a_reason(), |_| true)
    }

    /// What comes after these answers.
    #[must_use]
    pub fn next(&self, answers: &[Answer]) -> Next {
        let (gesture, answers) = match answers.split_first() {
            Some((Answer::Chosen(Item::Gesture(gesture)), answers)) => (gesture, answers),
            Some((Answer::Chosen(Item::Press(key, ..)), _)) => return Next::Do(Step::Press(*key)),
            Some((Answer::Chosen(Item::Later(gesture)), _)) => {
                return Next::Do(Step::Say(Said::plain(words::later(*gesture))));
            }
            _ => {
                let (items, ahead) = self.commands();
                return Next::Ask(Question::Choice { ask: Ask::Gesture, items, ahead });
            }
        };
        match gesture {
            Gesture::Way => way::way(answers, self),
            Gesture::PublicBallot => ballot::public(answers, self),
            Gesture::SecretBallot => ballot::secret(answers, self),
            Gesture::WaiveSecrecy => election::waive(self),
            Gesture::Tellers => election::tellers(answers, self),
            Gesture::Eldest => election::eldest(answers, self),
            Gesture::Lists => election::lists(answers, self),
            Gesture::Posts => election::posts(answers, self),
            Gesture::Form => election::form(answers, self),
            Gesture::Majority => ballot::majority(answers, self),
            Gesture::Together => together::together(answers, self),
            Gesture::LeaveGroup => together::leave(answers, self),
            Gesture::Put => proposals::put(answers, self),
            Gesture::Drop => proposals::drop(answers, self),
            Gesture::Amendment => proposals::amendment(answers, self),
            Gesture::Part => proposals::part(answers, self),
            Gesture::Postpone => proposals::ending(answers, self, ProposalId::Postponement),
            Gesture::PreviousQuestion => proposals::ending(answers, self, ProposalId::PreviousQuestion),
            Gesture::Candidates => agenda::candidates(answers, self),
            Gesture::Remark => agenda::remark(answers, self),
            Gesture::ChangeText => agenda::change(answers, self),
            Gesture::Withdraw => agenda::withdraw(answers, self),
            Gesture::AddReport => agenda::add(answers, self),
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
