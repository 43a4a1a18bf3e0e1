//! `OpenDocument` text (ISO/IEC 26300, 1.3), as LibreOffice reads and writes it.

mod automatic;
pub mod body;
pub mod paragraph;
pub mod parts;
pub mod styles;
mod tables;

use crate::french::papers::DRAFT;
use crate::look::{Look, PictureKind};
use crate::papers::document::{Document, Status};
use crate::papers::render::NotRendered;
use crate::papers::render::office::package::Package;

/// What a file of this format says first.
pub const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";

/// Writes the paper.
///
/// # Errors
/// [`NotRendered::Refused`]: the zip file cannot hold it.
pub fn write(document: &Document, look: &Look) -> Result<Vec<u8>, NotRendered> {
    write_with_header(document, look, (document.status == Status::Draft).then_some(DRAFT))
}

/// Writes the paper with that text over each page, if any.
///
/// # Errors
/// [`NotRendered::Refused`]: the zip file cannot hold it.
pub fn write_with_header(document: &Document, look: &Look, header: Option<&str>) -> Result<Vec<u8>, NotRendered> {
    let body = body::write(document, look, true);
    let mut package = Package::new();
    // First and stored, so that whoever reads the first bytes knows what it is.
    package.store("mimetype", MEDIA_TYPE.as_bytes())?;
    package.add("META-INF/manifest.xml", parts::manifest(look).as_bytes())?;
    package.add("content.xml", parts::content(&body).as_bytes())?;
    package.add("styles.xml", parts::styles(&document.reference, look, header).as_bytes())?;
    package.add("meta.xml", parts::properties(document).as_bytes())?;
    if let Some(logo) = &look.logo {
        package.add(parts::logo_path(logo.kind), &logo.bytes)?;
    }
    package.finish()
}

/// The media type of a picture.
fn picture(kind: PictureKind) -> &'static str {
    match kind {
        PictureKind::Png => "image/png",
        PictureKind::Jpeg => "image/jpeg",
    }
}
