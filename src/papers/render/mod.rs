//! From the document to bytes, one file a format.

mod markdown;
mod text;

use super::document::Document;

/// A format of papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text, 80 columns.
    Text,
    /// Markdown, as any reader of it shows it.
    Markdown,
}

/// Writes a document: same document, same bytes.
#[must_use]
pub fn render(document: &Document, format: Format) -> String {
    match format {
        Format::Text => text::write(document),
        Format::Markdown => markdown::write(document),
    }
}
