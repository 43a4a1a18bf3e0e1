//! The names of the keys themselves.

/// Any letter.
pub const LETTERS: &str = "lettres";
/// Any digit.
pub const DIGITS: &str = "chiffres";
/// Any character.
pub const TEXT: &str = "texte";
/// The space bar.
pub const SPACE: &str = "Espace";
/// Enter, where its sign cannot be drawn.
pub const ENTER: &str = "Entrée";
/// Backspace, where its sign cannot be drawn.
pub const BACKSPACE: &str = "Retour";
/// The arrows, where they cannot be drawn.
pub const ARROWS: [&str; 4] = ["Haut", "Bas", "Gauche", "Droite"];
/// Escape.
pub const ESCAPE: &str = "Échap";
/// Delete.
pub const DELETE: &str = "Suppr";
/// Home.
pub const HOME: &str = "Début";
/// End.
pub const END: &str = "Fin";
/// Page up.
pub const PAGE_UP: &str = "Page haut";
/// Page down.
pub const PAGE_DOWN: &str = "Page bas";
