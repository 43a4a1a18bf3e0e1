//! The papers: from the sitting to a document, from the document to bytes.

mod compose;
pub mod document;
pub mod markdown_text;
pub mod render;

use crate::council::id::ReportId;

pub use compose::compose;
pub use render::{Format, render};

/// Which paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paper {
    /// *Procès-verbal* of the whole sitting.
    Minutes,
    /// *Délibération* of one report.
    Deliberation(ReportId),
}
