//! What a secret ballot made void: the voices that were noted in a vote before it went on by secret ballot.
//!
//! They were said aloud, and the record keeps them as it keeps everything; nothing that is looked at shows them any more. An
//! asking that is taken back makes nothing void: the vote is the one that was begun, with what was said in it.

use super::{Entry, History, place_of};
use crate::council::event::Event;
use crate::council::id::ReportId;
use crate::council::proposal::ProposalId;

/// A vote: the report, and the proposal if it was on one.
pub(super) type Voted = (ReportId, Option<ProposalId>);

/// A secret ballot that was asked for and taken.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    place: usize,
    /// The vote that it made void: reports that are put to one vote have no urn together.
    vote: Voted,
}

impl History {
    /// Whether that action noted what somebody said in a vote that went on by secret ballot since.
    #[must_use]
    pub fn is_void(&self, number: u64) -> bool {
        let Some(place) = place_of(number) else { return false };
        let Some(Entry::Action { events, .. }) = self.entries.get(place) else { return false };
        let mut later = self.asked_live().filter(|asked| asked.place > place).peekable();
        later.peek().is_some() && {
            let votes: Vec<&Voted> = later.map(|asked| &asked.vote).collect();
            events.iter().any(|event| {
                said_in(event)
                    .is_some_and(|(report, on)| votes.iter().any(|(of, at)| of == report && at.as_ref() == on))
            })
        }
    }

    /// Whether the record keeps what was said aloud in a vote that went on by secret ballot: whoever reads its lines reads it.
    #[must_use]
    pub fn keeps_what_is_void(&self) -> bool {
        self.asked_live().next().is_some() && self.entries().any(|(number, _, _)| self.is_void(number))
    }

    /// Whether what was said in that vote is void: it went on by secret ballot.
    #[must_use]
    pub fn was_voided(&self, report: &ReportId, on: Option<&ProposalId>) -> bool {
        self.asked_live().any(|Asked { vote: (of, at), .. }| of == report && at.as_ref() == on)
    }

    /// The same record to be looked at from its beginning: what is void is not in it, and everything else has its number.
    #[must_use]
    pub fn without_what_is_void(self) -> Self {
        if !self.keeps_what_is_void() {
            return self;
        }
        let mut seen = Self::new(self.start.clone());
        for (number, entry, _) in self.entries() {
            let entry = match entry {
                Entry::Action { at, .. } if self.is_void(number) => Entry::Action { at: at.clone(), events: vec![] },
                entry => entry.clone(),
            };
            seen.follow(entry);
        }
        seen
    }

    /// Remembers the votes that the entry that comes makes void.
    pub(super) fn note_what_is_void(&mut self, events: &[Event]) {
        for event in events {
            if let Event::SecretAsked(asked) = event
                && !asked.refused
            {
                self.asked.push(Asked { place: self.entries.len(), vote: (asked.report.clone(), asked.on.clone()) });
            }
        }
    }

    fn asked_live(&self) -> impl Iterator<Item = &Asked> {
        self.asked.iter().filter(|asked| self.live.get(asked.place).copied().unwrap_or(false))
    }
}

/// In which vote that fact notes what was said aloud.
fn said_in(event: &Event) -> Option<(&ReportId, Option<&ProposalId>)> {
    match event {
        Event::VoiceSet { report, on, .. } => Some((report, on.as_ref())),
        Event::VoicesCounted(counted) => Some((&counted.report, counted.on.as_ref())),
        Event::ResultStated(stated) => Some((&stated.report, stated.on.as_ref())),
        _ => None,
    }
}
