//! The clerk's own models: ODT files made in LibreOffice, whose fields are filled. `docs/modeles.md` says how.
//!
//! A model is read as a tree, never as a text: what a field holds cannot become a mark, and what LibreOffice does to a
//! field while it is typed (spans, no-break spaces, curled quotes) is mended before it is read.

mod builtin;
mod expression;
mod fill;
mod mend;
mod package;
mod problem;
mod program;
mod styles;
mod tag;
mod tree;

use crate::look::Look;

use super::document::{Document, Paper};

pub use builtin::{BuiltIn, built_in};
pub use problem::{Part, Place, Problem};

/// The name of the model of each paper, beside the session file or in the user's folder.
#[must_use]
pub fn file_name(paper: &Paper) -> &'static str {
    match paper {
        Paper::Deliberation(_) => "modele-deliberation.odt",
        Paper::Minutes | Paper::ShortMinutes => "modele-pv.odt",
        Paper::Examined => "modele-liste.odt",
        Paper::AttendanceSheet => "modele-presence.odt",
        Paper::Convocation => "modele-convocation.odt",
        Paper::NominalRecord(_) => "modele-releve.odt",
        Paper::CountingRecord(_) => "modele-depouillement.odt",
    }
}

/// Every name that a model may have.
pub const FILE_NAMES: [&str; 7] = [
    "modele-convocation.odt",
    "modele-deliberation.odt",
    "modele-depouillement.odt",
    "modele-liste.odt",
    "modele-presence.odt",
    "modele-pv.odt",
    "modele-releve.odt",
];

/// Reads a model and says all that is wrong with it.
///
/// # Errors
/// Every [`Problem`], in the order of the text.
pub fn check(model: &[u8]) -> Result<(), Vec<Problem>> {
    fill::Model::read(model).map(|_| ())
}

/// Fills a model. The same model, document and look give the same bytes.
///
/// # Errors
/// Every [`Problem`]: nothing is made of a model that has one.
pub fn fill(model: &[u8], document: &Document, look: &Look) -> Result<Vec<u8>, Vec<Problem>> {
    fill::Model::read(model)?.fill(document, look)
}
