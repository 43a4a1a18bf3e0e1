//! The papers: from the sitting to a document, from the document to bytes.

pub mod document;
pub mod markdown_text;
pub mod render;
