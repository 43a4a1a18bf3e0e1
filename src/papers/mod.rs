//! The papers: from the sitting to a document, from the document to bytes.

pub mod compose;
pub mod document;
pub mod markdown_text;
pub mod render;

pub use compose::compose;
pub use document::Paper;
pub use render::{Format, render};
