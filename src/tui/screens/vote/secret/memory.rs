//! What is in memory of an urn, and nowhere else: how far the tellers are, what was read.

use crate::app::urn::{Read, Stage, Urn};
use crate::app::vote::VoteScreen;
use crate::council::secret::Ticket;
use crate::french::screen::urn as words;

use super::Held;
use super::counting::Reading;
use super::tiles::Tile;

/// The urn that is in memory, if there is one.
pub fn urn(screen: &VoteScreen) -> Option<&Urn> {
    Some(&screen.urn).filter(|urn| urn.is_held())
}

/// Whether its ballots are counted or read.
pub fn is_read(screen: &VoteScreen) -> bool {
    urn(screen).is_some_and(|urn| matches!(urn.stage, Stage::Emptied | Stage::Reading | Stage::ReadingAgain))
}

impl Held<'_> {
    /// What is read, as it is shown.
    pub fn reading(&self) -> Option<Reading> {
        let urn = self.urn?;
        let others = urn.others.iter().cloned().map(Ticket::Member).filter(|it| !self.standing.contains(it));
        let all: Vec<Ticket> = self.standing.iter().cloned().chain(others).collect();
        let tile = |(place, ticket): (usize, &Ticket)| Tile {
            letter: words::letter(place),
            name: self.name(ticket),
            now: urn.read.get(ticket).copied().unwrap_or(0),
            before: urn.before.as_ref().map(|before| before.of(ticket)),
        };
        let last = urn.last.as_ref().map(|read| match read {
            Read::Blank => words::ONE_BLANK.to_owned(),
            Read::Null => words::ONE_NULL.to_owned(),
            Read::Ticket(ticket) => {
                let place = all.iter().position(|it| it == ticket).unwrap_or(0);
                format!("{}  {}", words::letter(place), self.name(ticket))
            }
        });
        Some(Reading {
            tiles: all.iter().enumerate().map(tile).collect(),
            blank: urn.blank,
            null: urn.null,
            in_urn: urn.in_urn,
            typed: urn.typed.clone(),
            last,
            before: urn.before.as_ref().map(|before| (before.blank, before.null)),
        })
    }
}
