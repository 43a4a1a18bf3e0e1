//! The words of the linear mode, where lines are read aloud or under the fingers: short, the important word first.

pub mod keys;
pub mod panels;
pub mod replay;
pub mod signs;
pub mod urn;
pub mod votes;

use jiff::civil::Date;

use crate::council::quorum::Quorum;
use crate::council::room::Room;
use crate::council::sitting::Stage;
use crate::french::screen::{head, where_we_are};

/// A key means nothing where it was pressed.
pub const NO_SUCH_KEY: &str = "Touche sans effet ici. F1 : les touches.";
/// A key changed nothing.
pub const NOTHING_CHANGED: &str = "Rien de changé.";
/// An action is still being written.
pub const WRITING: &str = "Enregistrement en cours, attendez.";
/// The quorum is back.
pub const QUORUM_IS_BACK: &str = "Quorum retrouvé.";
/// How to ask for more, once, at the beginning.
pub const HOW_TO_ASK: &str = "Ctrl-O : où en est-on. F1 : les touches de l’endroit où vous êtes. Ctrl-Q : quitter.";

/// « Conseil municipal de Saint-Exemple, séance du 3 mars 2025. »
#[must_use]
pub fn sitting_of(body: &str, day: Date) -> String {
    format!("{body}, séance du {}.", super::numbers::date(day))
}

/// « 2 sur 7 ».
#[must_use]
pub fn place(place: usize, all: usize) -> String {
    format!("{} sur {all}", place + 1)
}

/// « Présents 24, pouvoirs 6, excusés 2, absents 1. »
#[must_use]
pub fn room(room: &Room) -> String {
    format!("{}.", where_we_are::room(room))
}

/// « Quorum 17, atteint : 25 comptés. »
#[must_use]
pub fn quorum(quorum: &Quorum) -> String {
    format!("{}.", where_we_are::quorum(quorum))
}

/// The quorum is lost, in the middle of the evening.
#[must_use]
pub fn quorum_lost(quorum: &Quorum, stage: Stage, is_voting: bool) -> String {
    head::quorum_lost(quorum, stage, is_voting, true)
}
