//! What is in memory of an urn, and nowhere else: how far the tellers are, what was read.

use crate::app::App;
use crate::app::urn::{Line, Read, Stage};
use crate::app::vote::VoteScreen;
use crate::council::secret::Ticket;
use crate::french::screen::urn as words;

use super::Held;
use super::counting::Reading;
use super::tiles::Tile;

/// Whether ballots are counted or read: then the room reads the screen.
pub fn is_read(app: &App, screen: &VoteScreen) -> bool {
    matches!(screen.stage(app.sitting()), Some(Stage::Emptied | Stage::Reading | Stage::ReadingAgain))
}

impl Held<'_> {
    /// What is read, as it is shown.
    pub fn reading(&self) -> Reading {
        let urn = &self.screen.urn;
        let lines = self.screen.lines(self.app.sitting());
        let is_text = self.contest.is_none();
        let letter = |line: &Line| match &line.of {
            // What is said of a text has keys of its own.
            Read::Ticket(Ticket::For) if is_text => "!".to_owned(),
            Read::Ticket(Ticket::Against) if is_text => ",".to_owned(),
            _ => line.letter.map(|letter| letter.to_string()).unwrap_or_default(),
        };
        let last = urn.last().and_then(|last| {
            let line = lines.iter().find(|line| line.of == *last)?;
            Some(match last {
                Read::Blank => words::ONE_BLANK.to_owned(),
                Read::Null => words::ONE_NULL.to_owned(),
                Read::Ticket(ticket) => format!("{}  {}", letter(line), self.name(ticket)).trim().to_owned(),
            })
        });
        let tiles = lines.iter().enumerate().filter_map(|(place, line)| match &line.of {
            Read::Ticket(ticket) => Some(Tile {
                letter: letter(line),
                name: self.name(ticket),
                now: line.ballots,
                before: line.before,
                typed: (urn.at == Some(place)).then(|| urn.typed.clone()),
            }),
            Read::Blank | Read::Null => None,
        });
        let of = |read: &Read| lines.iter().find(|line| line.of == *read);
        let (blank, null) = (of(&Read::Blank), of(&Read::Null));
        let is_at = |read: &Read| urn.at.is_some_and(|at| lines.get(at).is_some_and(|line| line.of == *read));
        let typed_at = |read: &Read| is_at(read).then(|| urn.typed.clone());
        Reading {
            tiles: tiles.collect(),
            blank: blank.map_or(0, |line| line.ballots),
            null: null.map_or(0, |line| line.ballots),
            in_urn: urn.in_urn,
            typed: urn.typed.clone(),
            types: urn.at.is_some(),
            typed_blank: typed_at(&Read::Blank),
            typed_null: typed_at(&Read::Null),
            last,
            before: blank.and_then(|line| line.before).zip(null.and_then(|line| line.before)),
        }
    }
}
