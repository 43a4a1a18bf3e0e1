//! Office Open XML (ISO/IEC 29500, transitional), as Word and LibreOffice read it. The order of elements is that of the
//! schema: Word asks to repair a file that has another.

mod body;
mod lists;
mod paragraph;
mod parts;
mod styles;
mod tables;

use crate::look::{Look, PictureKind};
use crate::papers::document::{Document, Status};
use crate::papers::render::NotRendered;
use crate::papers::render::office::package::Package;

/// Writes the paper.
///
/// # Errors
/// [`NotRendered::Refused`]: the zip file cannot hold it.
pub fn write(document: &Document, look: &Look) -> Result<Vec<u8>, NotRendered> {
    let is_draft = document.status == Status::Draft;
    let body = body::write(document, look);
    let mut package = Package::new();
    package.add("[Content_Types].xml", parts::content_types(look, is_draft).as_bytes())?;
    package.add("_rels/.rels", parts::relations().as_bytes())?;
    package.add("docProps/core.xml", parts::properties(document).as_bytes())?;
    package.add("docProps/app.xml", parts::program().as_bytes())?;
    package.add("word/document.xml", body.xml.as_bytes())?;
    package.add("word/_rels/document.xml.rels", parts::document_relations(look, is_draft).as_bytes())?;
    package.add("word/styles.xml", styles::write(look).as_bytes())?;
    package.add("word/numbering.xml", lists::write(&body.lists).as_bytes())?;
    package.add("word/settings.xml", parts::settings().as_bytes())?;
    package.add("word/footer1.xml", parts::footer(&document.reference, look).as_bytes())?;
    if is_draft {
        package.add("word/header1.xml", parts::draft_header().as_bytes())?;
    }
    if let Some(logo) = &look.logo {
        package.add(&format!("word/{}", parts::logo_path(logo.kind)), &logo.bytes)?;
    }
    package.finish()
}

/// How the name of a picture ends, and its media type.
fn picture(kind: PictureKind) -> (&'static str, &'static str) {
    match kind {
        PictureKind::Png => ("png", "image/png"),
        PictureKind::Jpeg => ("jpeg", "image/jpeg"),
    }
}
