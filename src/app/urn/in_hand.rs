//! What the program minds while an urn is in its memory: it is not left, saved or changed like what is on the disk.

use super::{Stage, Urn};
use crate::app::keymap::Action;
use crate::app::message::{Effect, Moment};
use crate::app::step::Said;
use crate::app::{App, Lost};
use crate::council::event::Event;
use crate::council::history::Entry;
use crate::french::screen::at_the_urn as words;

impl App {
    /// The urn of which something is in memory alone, be it shown or not.
    pub(in crate::app) fn urn_in_hand(&self) -> Option<&Urn> {
        let shown = self.vote.as_ref().map(|vote| &vote.urn);
        shown.into_iter().chain(self.put_by.as_ref().map(|vote| &vote.urn)).find(|urn| urn.is_begun())
    }

    /// Leaves, unless what is in memory of an urn would be lost: that is said first, and asked again.
    pub(in crate::app) fn quit_or_stay(&mut self) -> Vec<Effect> {
        let told = self.urn_in_hand().map(|urn| match urn.stage {
            Stage::Signing => words::QUIT_ANYWAY_OPEN,
            _ => words::QUIT_ANYWAY,
        });
        match told {
            Some(told) if self.told_before_leaving.insert(Lost::Urn) => {
                self.said = Some(Said::refused(told));
                vec![]
            }
            _ => self.quit(),
        }
    }

    /// Whether Backspace has something to take back that is not recorded.
    pub(in crate::app) fn takes_back_what_is_in_memory(&self) -> bool {
        let Some(vote) = &self.vote else { return false };
        match vote.stage(self.sitting()) {
            Some(Stage::Signing) => !vote.urn.marked.is_empty(),
            Some(Stage::Emptied) => !vote.urn.typed.is_empty(),
            Some(Stage::Reading | Stage::ReadingAgain) => true,
            Some(Stage::Final) | None => false,
        }
    }

    /// What is not to be recorded here is not counted here either: another instance has the urn.
    pub(in crate::app) fn refused_at_the_urn(&self, action: Action) -> Option<Said> {
        let is_at_the_urn = self.vote.as_ref().is_some_and(|vote| vote.stage(self.sitting()).is_some());
        self.read_only().filter(|_| is_at_the_urn && action.records())
    }

    /// The urn of a round is open from the action on that opened it.
    pub(in crate::app) fn note_when_the_urn_opened(&mut self, entry: &Entry, now: &Moment) {
        let opens = |event: &Event| {
            matches!(
                event,
                Event::ReportOpened { .. } | Event::ProposalOpened(_) | Event::SecretAsked(_) | Event::RoundOpened(_)
            )
        };
        let Entry::Action { events, .. } = entry else { return };
        if let Some(vote) = self.vote.as_mut().filter(|_| events.iter().any(opens))
            && vote.urn.is_held()
        {
            vote.urn.opened_at = now.hour_of_the_sitting();
        }
    }
}

/// Whether an action goes on at the urn, so that Enter pressed once too often would take the next step unseen.
pub(in crate::app) fn goes_on_at_the_urn(entry: &Entry) -> bool {
    let goes_on = |event: &Event| {
        matches!(event, Event::UrnClosed(_) | Event::BallotsCounted(_) | Event::RoundOpened(_) | Event::SecretAsked(_))
    };
    matches!(entry, Entry::Action { events, .. } if events.iter().any(goes_on))
}
