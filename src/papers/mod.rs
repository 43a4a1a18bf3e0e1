//! The papers: from the sitting to a document, from the document to bytes.

pub mod columns;
pub mod compose;
pub mod document;
pub mod enclosed;
pub mod markdown_text;
pub mod model;
pub mod names;
pub mod render;
mod whole_names;

pub use compose::{Sources, compose, compose_register, fields};
pub use document::Paper;
pub use render::{Attachment, Dressing, Format, NotRendered, Remark, Rendered, render};
