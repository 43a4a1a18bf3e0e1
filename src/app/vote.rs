//! The vote of a report, by exception: everyone is presumed for, and she marks the others.

use crate::council::ballot::Choice;
use crate::council::command::Command;
use crate::council::id::{MemberId, ReportId};
use crate::council::sitting::Progress;
use crate::french::screen::gesture::Gesture;
use crate::french::screen::said;

use super::context::Context;
use super::gesture::{Answer, Item};
use super::keymap::Action;
use super::picker::Picker;
use super::step::{Said, Step};
use super::{Key, View};

/// The state of the vote screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoteScreen {
    /// The report shown: being voted, or done.
    pub report: ReportId,
    /// The search, and who is picked.
    pub picker: Picker,
}

impl VoteScreen {
    /// Shows a report.
    #[must_use]
    pub fn of(report: ReportId) -> Self {
        Self { report, picker: Picker::default() }
    }

    /// What the keys are read for.
    #[must_use]
    pub fn context(&self) -> Context {
        if !self.picker.query().is_empty() {
            Context::VoteSearch
        } else if self.picker.is_walking() {
            Context::VoteWalk
        } else {
            Context::Vote
        }
    }

    /// An action was accepted or refused: the search empties itself, a walk goes on where it was.
    pub fn settle(&mut self) {
        if !self.picker.is_walking() {
            self.picker.clear();
        }
    }

    /// What a key does here.
    pub(super) fn update(&mut self, action: Action, key: Key, view: &View) -> Step {
        match action {
            Action::Search => match key.text() {
                Some(letter) => self.picker.search(letter, view.directory),
                None => return Step::Stay,
            },
            Action::Erase => self.picker.erase(view.directory),
            Action::Leave => self.picker.clear(),
            Action::Up => self.picker.walk(-1, view.directory),
            Action::Down => self.picker.walk(1, view.directory),
            Action::Choose(_) | Action::Next | Action::Card | Action::Recuse => {
                let Some(member) = self.picker.picked() else {
                    self.picker.spend();
                    return Step::Say(Said::plain(said::no_name(self.picker.query())));
                };
                return match action {
                    Action::Card => Step::ToCard(member.clone()),
                    Action::Recuse => self.recuse(member, view),
                    Action::Choose(choice) => self.mark(member, choice, view),
                    _ => self.mark(member, next_choice(view, &self.report, member), view),
                };
            }
            Action::Proclaim => {
                let then_open = view.sitting.report_after(&self.report).map(|next| next.id.clone());
                return Step::Ask(Command::proclaim(&self.report, None, then_open));
            }
            Action::Back => return Step::ToAgenda,
            _ => {}
        }
        Step::Stay
    }

    /// Keeps a member out of this report, or lets him take part again.
    fn recuse(&self, member: &MemberId, view: &View) -> Step {
        let (member, report) = (member.clone(), self.report.clone());
        let is_recused = view.sitting.recusals(&report).contains_key(&member);
        let is_done = view.sitting.progress(&report).and_then(Progress::done).is_some();
        let (gesture, answers) = if is_done {
            // Nothing is begun in a vote that is over: what was wrong in it is rectified.
            (Gesture::Rectify, vec![Answer::Chosen(Item::Report(report)), Answer::Member(member)])
        } else if is_recused {
            (Gesture::EndRecusal, vec![Answer::Chosen(Item::Recusal(member, report))])
        } else {
            (Gesture::Recuse, vec![Answer::Member(member), Answer::Chosen(Item::Report(report))])
        };
        let gesture = std::iter::once(Answer::Chosen(Item::Gesture(gesture)));
        Step::Begin(gesture.chain(answers).collect())
    }

    /// A member's own voice and those that he carries; for one who is represented, the carried voice alone.
    fn mark(&self, member: &MemberId, choice: Choice, view: &View) -> Step {
        let carried = view.sitting.progress(&self.report).map(Progress::vote).map(|vote| vote.room.carried_by(member));
        let voices = std::iter::once(member).chain(carried.into_iter().flatten());
        Step::Ask(Command::voices(&self.report, voices.map(|voice| (voice.clone(), choice)).collect()))
    }
}

/// The choice after the one that the voice has: for, against, abstention, taking no part, for.
pub(super) fn next_choice(view: &View, report: &ReportId, member: &MemberId) -> Choice {
    let now = view.sitting.progress(report).and_then(|progress| progress.vote().choice(member)).unwrap_or(Choice::For);
    let mut choices = Choice::ALL.iter().copied().cycle().skip_while(|choice| *choice != now).skip(1);
    choices.next().unwrap_or(Choice::Against)
}
