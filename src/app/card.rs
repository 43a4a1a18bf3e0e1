//! A member's card: presence, own voice, and each voice carried, marked apart.

use crate::council::command::{Command, Voices};
use crate::council::id::{MemberId, ReportId};
use crate::council::proposal::ProposalId;

use super::View;
use super::context::Context;
use super::keymap::Action;
use super::step::Step;
use super::vote::{VoteScreen, next_choice};

/// The card of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Whose.
    pub member: MemberId,
    /// The vote in which the voices are marked; none at the roll call.
    pub report: Option<ReportId>,
    /// The proposal that is voted there; none for the text.
    pub on: Option<ProposalId>,
    /// Whether what is said goes for every report put to one vote.
    pub everywhere: bool,
    /// The member's own voice, if there is one, then those carried.
    pub voices: Vec<MemberId>,
    /// The voice picked.
    pub at: usize,
}

impl Card {
    /// The card of a member, in the vote that is shown if one is.
    #[must_use]
    pub fn of(member: MemberId, shown: Option<&VoteScreen>, view: &View) -> Self {
        let vote = shown.and_then(|shown| shown.vote(view.sitting));
        let voices = vote.map_or_else(Vec::new, |vote| {
            let own = std::iter::once(&member).filter(|member| vote.room.has_voice(member));
            own.chain(vote.room.carried_by(&member)).cloned().collect()
        });
        let everywhere = shown.is_some_and(|shown| shown.marks_all(view.sitting));
        let report = shown.map(|shown| shown.shown().clone());
        Self { member, report, on: shown.and_then(|shown| shown.on.clone()), everywhere, voices, at: 0 }
    }

    /// What the keys are read for.
    #[must_use]
    pub fn context(&self) -> Context {
        if self.report.is_some() { Context::Card } else { Context::CardBeforeVote }
    }

    /// What a key does here: the line picked alone is marked, so that carried voices can be told apart.
    pub(super) fn update(&mut self, action: Action, view: &View) -> Step {
        let picked = self.voices.get(self.at).unwrap_or(&self.member);
        let choice = match (action, &self.report) {
            (Action::Choose(choice), Some(_)) => choice,
            (Action::Next, Some(report)) => next_choice(view.sitting.vote_on(report, self.on.as_ref()), picked),
            (Action::Up, _) => {
                self.at = self.at.saturating_sub(1);
                return Step::Stay;
            }
            (Action::Down, _) => {
                self.at = (self.at + 1).min(self.voices.len().saturating_sub(1));
                return Step::Stay;
            }
            (Action::Back, _) => return Step::Back,
            _ => return Step::Stay,
        };
        match &self.report {
            Some(report) => Step::Ask(Command::SetVoices(Voices {
                report: report.clone(),
                on: self.on.clone(),
                everywhere: self.everywhere,
                voices: vec![(picked.clone(), choice)],
            })),
            None => Step::Stay,
        }
    }
}
