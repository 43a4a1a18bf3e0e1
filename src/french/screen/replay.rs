//! The words of a séance that is seen again.

use crate::council::hour::Hour;
use crate::french::numbers::hour;

/// On top of the screen.
pub const REPLAY: &str = "REVOIR";
/// In place of « enregistré ».
pub const SEEN_AGAIN: &str = "rien n’est noté";
/// There is nothing to see.
pub const NOTHING: &str = "Rien n’est encore enregistré pour cette séance : il n’y a rien à revoir.\n\
                           Tenez-la avec hemicycle ouvrir, puis revoyez-la.";

/// How the replay goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Everything was played.
    Over,
    /// It stands still.
    Paused,
    /// It goes on.
    Playing,
}

/// « REVOIR – action 12/87 – ×10 – 20 h 17 – silence de 12 min abrégé ».
#[must_use]
pub fn line(at: usize, all: usize, speed: u16, pace: Pace, on_the_wall: Option<Hour>, silence: Option<u64>) -> String {
    let mut parts = vec![REPLAY.to_owned(), format!("action {at}/{all}"), format!("×{speed}")];
    parts.extend(on_the_wall.map(hour));
    match (pace, silence) {
        (Pace::Over, _) => parts.push("fin".to_owned()),
        (Pace::Paused, _) => parts.push("pause".to_owned()),
        (Pace::Playing, Some(minutes)) => parts.push(format!("silence de {minutes} min abrégé")),
        (Pace::Playing, None) => {}
    }
    parts.join(" – ")
}
