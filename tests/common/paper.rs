//! Papers as text, for tests that read them: the program's own look and sentences, no notes.

#![allow(dead_code, reason = "each test binary that shares this module uses a part of it")]

use hemicycle::council::notes::Notes;
use hemicycle::council::phrases::Phrases;
use hemicycle::council::sitting::Sitting;
use hemicycle::look::Look;
use hemicycle::papers::document::Document;
use hemicycle::papers::{Dressing, Format, Paper, Sources, compose, render};

/// The document of a paper without notes.
pub fn composed(sitting: &Sitting, paper: &Paper, seal: Option<&str>) -> Option<Document> {
    compose(&Sources { sitting, seal, notes: &Notes::default(), phrases: &Phrases::default() }, paper)
}

/// A document in a format whose bytes are text.
pub fn written(document: &Document, format: Format) -> String {
    let dressing = Dressing { look: &Look::default(), attached: &[], model: None };
    String::from_utf8(render(document, format, &dressing).expect("a paper").bytes).expect("text")
}

/// The paper as plain text, with a seal.
pub fn text_of(sitting: &Sitting, paper: &Paper) -> String {
    sealed(sitting, paper, Format::Text)
}

/// The paper as Markdown, with a seal.
pub fn markdown_of(sitting: &Sitting, paper: &Paper) -> String {
    sealed(sitting, paper, Format::Markdown)
}

fn sealed(sitting: &Sitting, paper: &Paper, format: Format) -> String {
    written(&composed(sitting, paper, Some("1234 5678 9012 3456")).expect("a report of the agenda"), format)
}
