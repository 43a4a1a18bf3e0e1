//! The words of a past séance that is heard again.

use crate::french::numbers::count;

/// It stands still.
pub const PAUSED: &str = "Pause.";
/// It goes on.
pub const GOES_ON: &str = "Reprise.";
/// Its last action was heard.
pub const OVER: &str = "Fin de la séance revue. Espace : depuis le début.";

/// « Séance revue, 29 actions, vitesse 1 : rien n’est noté. Espace : pause. Flèche droite : action suivante. »
#[must_use]
pub fn begins(all: usize, speed: u16) -> String {
    let all = count(u32::try_from(all).unwrap_or(u32::MAX), "action", "actions");
    format!("Séance revue, {all}, vitesse {speed} : rien n’est noté. Espace : pause. Flèche droite : action suivante.")
}

/// « Vitesse 10. »
#[must_use]
pub fn speed(speed: u16) -> String {
    format!("Vitesse {speed}.")
}

/// « 12 sur 29. »: how many actions were played.
#[must_use]
pub fn place(at: usize, all: usize) -> String {
    format!("{at} sur {all}.")
}
