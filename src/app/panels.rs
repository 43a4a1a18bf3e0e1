//! The small panels over a screen: why a figure, the keys, the reason of an irregular step, the close.

use crate::council::command::Command;
use crate::council::finding::{Finding, SecretFinding};
use crate::council::id::ReportId;
use crate::council::plain::Hidden;
use crate::council::proposal::ProposalId;
use crate::council::tally::Figure;
use crate::french::screen::gesture::Gesture;
use crate::french::screen::said;

use super::Key;
use super::card::Card;
use super::context::Context;
use super::display::DisplayPanel;
use super::gesture::{Answer, Gesturing, Item};
use super::help::HelpPanel;
use super::journal::Journal;
use super::keymap::Action;
use super::movement::Movement;
use super::notes::NotesPanel;
use super::preview::Preview;
use super::step::{Said, Step};

/// What lies over the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Panel {
    /// A member's card.
    Card(Card),
    /// Who arrives, leaves, gives a power.
    Movement(Movement),
    /// A gesture without a key of its own, asked step by step.
    Gesture(Box<Gesturing>),
    /// Why a figure.
    Why(WhyPanel),
    /// A paper as it stands.
    Paper(Preview),
    /// What the public display shows.
    Display(DisplayPanel),
    /// The notes of a report.
    Notes(NotesPanel),
    /// What was recorded, and going back through it.
    Journal(Box<Journal>),
    /// The help of a screen.
    Help(HelpPanel),
    /// The reason of an irregular step.
    Reason(ReasonPanel),
    /// « Lever la séance ? ».
    Closing,
    /// « Ajourner la séance ? ».
    Adjourning,
}

impl Panel {
    /// Whether an action that is accepted is what the panel was there for.
    pub(super) fn is_answered(&self) -> bool {
        matches!(self, Self::Movement(_) | Self::Gesture(_) | Self::Reason(_) | Self::Closing | Self::Adjourning)
    }
}

/// Why a figure is what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyPanel {
    /// The vote whose figures are explained; none before one is open: the quorum alone is.
    pub report: Option<ReportId>,
    /// The proposal that is voted there; none for the text.
    pub on: Option<ProposalId>,
    /// The place of the figure, in the order of the papers.
    pub at: usize,
    /// Whether the majority that the report takes stands behind the nine figures.
    pub with_majority: bool,
    /// How many figures there are: nine, or the six of a round of an election.
    pub figures: usize,
}

impl WhyPanel {
    /// What a key does here.
    pub(super) fn update(&mut self, action: Action) -> Step {
        match action {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => {
                self.at = (self.at + 1).min((self.figures + usize::from(self.with_majority)).saturating_sub(1));
            }
            Action::Back => return Step::Back,
            _ => {}
        }
        Step::Stay
    }

    /// The figure explained; none for the majority that the report takes.
    #[must_use]
    pub fn figure(&self) -> Option<Figure> {
        Figure::ALL.get(self.at).copied()
    }
}

/// An irregular step: what is irregular, and the reason for which it is gone through with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonPanel {
    /// What was asked.
    pub command: Command,
    /// What is irregular in it.
    pub findings: Vec<Finding>,
    /// The reason, as far as it is typed.
    pub text: String,
    /// Until when it takes no key, on the clock of [`Moment::elapsed_ms`](super::Moment::elapsed_ms).
    pub held_until_ms: u64,
}

/// The most characters of a reason: it is printed in the minutes.
const LONGEST_REASON: usize = 500;

impl ReasonPanel {
    /// What the keys are read for: without a quorum the president may also suspend or adjourn.
    #[must_use]
    pub fn context(&self) -> Context {
        let is_of_quorum = |finding: &Finding| matches!(finding, Finding::QuorumMissing { .. });
        let is_missing = self.findings.iter().any(is_of_quorum);
        if is_missing && matches!(self.command, Command::Open { .. }) {
            // What is not open is not suspended.
            Context::ReasonOfOpening
        } else if is_missing {
            Context::ReasonOfQuorum
        } else if self.what_is_missing().is_some() {
            Context::ReasonOfChair
        } else {
            Context::Reason
        }
    }

    /// The gesture that would do what is missing, if there is one: who presides, who writes, whose withdrawal.
    fn what_is_missing(&self) -> Option<Vec<Answer>> {
        let begin = |gesture| vec![Answer::Chosen(Item::Gesture(gesture))];
        let missing = |finding: &Finding| match finding {
            Finding::PresidentAway { .. } | Finding::OfASecret(SecretFinding::NotTheEldest { .. }) => {
                Some(begin(Gesture::Chair))
            }
            Finding::SecretaryAway { .. } | Finding::OfASecret(SecretFinding::NotTheYoungest { .. }) => {
                Some(begin(Gesture::Secretaries))
            }
            Finding::PresidentAtTheAccounts { president, report, .. } => {
                let mut answers = begin(Gesture::Recuse);
                answers.extend([Answer::Member(president.clone()), Answer::Chosen(Item::Report(report.clone()))]);
                Some(answers)
            }
            _ => None,
        };
        // A president who has withdrawn already is away: who presides comes before that.
        self.findings.iter().rev().find_map(missing)
    }

    /// Writes behind the text: all of it, or nothing, and then what to say.
    pub(super) fn write(&mut self, more: &str) -> Result<(), Said> {
        write_behind(&mut self.text, more)
    }

    /// What a key does here. Letters and signs are text.
    pub(super) fn update(&mut self, action: Action, key: Key) -> Step {
        match action {
            Action::Write => {
                let mut bytes = [0; 4];
                let written = key.text().map_or(Ok(()), |character| self.write(character.encode_utf8(&mut bytes)));
                return written.map_or_else(Step::Say, |()| Step::Stay);
            }
            Action::Erase => {
                self.text.pop();
            }
            Action::Confirm if self.text.trim().is_empty() => {
                return Step::Say(Said::plain(said::REASON_MISSING));
            }
            Action::Confirm => return Step::GoOn(self.command.clone(), self.text.trim().to_owned()),
            Action::Suspend => return Step::Ask(Command::Suspend { at: None }),
            Action::Adjourn => return Step::ToAdjourning,
            Action::PutRight => return self.what_is_missing().map_or(Step::Stay, Step::Instead),
            Action::Back => return Step::Back,
            _ => {}
        }
        Step::Stay
    }
}

/// Writes behind a text that is printed in the minutes: all of it, or nothing, and then what to say.
pub(super) fn write_behind(text: &mut String, more: &str) -> Result<(), Said> {
    if let Some(hidden) = more.chars().find(|character| Hidden::of(*character).is_some()) {
        return Err(Said::refused(said::hidden_in_reason(hidden)));
    }
    if text.chars().count() + more.chars().count() > LONGEST_REASON {
        return Err(Said::refused(said::reason_too_long(LONGEST_REASON)));
    }
    text.push_str(more);
    Ok(())
}
