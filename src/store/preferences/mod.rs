//! What the user prefers on every evening (*réglages de l’affichage*): `config.ron` in the configuration folder.
//!
//! It is read as the other files are, with every mistake at its place. A mistake keeps nobody from a sitting: it is said,
//! and the defaults stand. Nothing here is ever written.

mod schema;
mod shape;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use super::charter;
use super::session_file::files;
use super::session_file::problem::{Problem, ProblemKind, Unread};

use self::shape::{PaletteShape, PreferencesShape};

/// The name of the file.
pub const FILE: &str = "config.ron";

/// A set of colours, as it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// `Usuelle`.
    Usual,
    /// `Contraste`.
    HighContrast,
    /// `SansCouleur`.
    NoColour,
}

/// What the user prefers; `None` where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// `palette`.
    pub palette: Option<Palette>,
    /// `ascii`: the signs of ASCII alone.
    pub ascii: Option<bool>,
    /// `lineaire`: lines that are read aloud instead of a screen.
    pub linear: Option<bool>,
    /// `souris`: seats may be clicked; without it the terminal keeps the mouse, to select text.
    pub mouse: Option<bool>,
}

/// Reads the preferences of that configuration folder; those of nobody where there is no file.
///
/// # Errors
/// Everything that is wrong with the file, in its order.
pub fn load(config_dir: Option<&Path>) -> Result<Preferences, Unread> {
    let places: Vec<PathBuf> = config_dir.map(Path::to_path_buf).into_iter().collect();
    let Some(path) = charter::first(&places, FILE) else { return Ok(Preferences::default()) };
    let read = files::read(&path).map_err(|why| vec![Problem { kind: ProblemKind::File(why), place: None }]);
    read.and_then(|source| of(&source)).map_err(|problems| Unread { path, problems })
}

/// Reads the text of a `config.ron`.
///
/// # Errors
/// Everything that is wrong, in the order of the file.
pub fn of(source: &str) -> Result<Preferences, Vec<Problem>> {
    charter::parse(&schema::PREFERENCES, source, |shape: PreferencesShape, reading| {
        charter::of_format(shape.format, reading);
        Preferences {
            palette: shape.palette.map(|palette| match palette {
                PaletteShape::Usuelle => Palette::Usual,
                PaletteShape::Contraste => Palette::HighContrast,
                PaletteShape::SansCouleur => Palette::NoColour,
            }),
            ascii: shape.ascii,
            linear: shape.lineaire,
            mouse: shape.souris,
        }
    })
}
