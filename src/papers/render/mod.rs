//! From the document to bytes, one file a format.

mod docx;
mod hemicycle;
mod html;
mod markdown;
pub(super) mod odt;
pub(super) mod office;
mod pdf;
mod text;

use crate::caught::unless_it_breaks;
use crate::council::plain::plain_lines;
use crate::look::Look;

use super::document::Document;
use super::model::{self, Problem};

/// A format of papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Plain text, 80 columns.
    Text,
    /// Markdown, as any reader of it shows it.
    Markdown,
    /// HTML: one file, which prints well.
    Html,
    /// Office Open XML, for a word processor.
    Docx,
    /// `OpenDocument`, for a word processor.
    Odt,
    /// PDF, tagged, made to be kept.
    Pdf,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [Self::Text, Self::Markdown, Self::Html, Self::Docx, Self::Odt, Self::Pdf];

    /// How the name of such a file ends, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Pdf => "pdf",
        }
    }
}

/// What is added to a document to make a file of it.
#[derive(Clone, Copy, Debug)]
pub struct Dressing<'a> {
    /// How it looks.
    pub look: &'a Look,
    /// What is enclosed in it: the session file, the journal. PDF alone can hold them.
    pub attached: &'a [Attachment],
    /// The assembly's own model of it, an ODT file. ODT alone is filled from one.
    pub model: Option<&'a [u8]>,
}

/// A file enclosed in a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// What it is, in French.
    pub says: String,
    /// Its media type: `text/plain`.
    pub media_type: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A paper as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// What could not be shown as it is.
    pub remarks: Vec<Remark>,
}

/// Something that a paper could not show as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// No face has this character: its code is printed instead.
    NoGlyph(char),
}

/// One of the four faces of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// Upright.
    Regular,
    /// *Gras*.
    Bold,
    /// *Italique*.
    Italic,
    /// Both.
    BoldItalic,
}

/// Why no file was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRendered {
    /// This program does not write that format yet.
    #[error("the format is not written yet")]
    NotYet,
    /// The clerk's own model has problems, all of them listed; nothing was written.
    #[error("the model has problems")]
    Model(Vec<Problem>),
    /// The format's own library refuses the document; its words.
    #[error("{0}")]
    Refused(String),
    /// A face of the look is no font, or has no letters for French.
    #[error("the face {0:?} is no font that can print French")]
    BadFace(Cut),
    /// The logo is not a picture of the format that it is said to be.
    #[error("the logo is not a picture")]
    BadLogo,
    /// The sheet of the look, less its margins, has no room for a text.
    #[error("the sheet has no room for a text")]
    BadSheet,
    /// A file cannot be enclosed: another has its name, or its media type is none.
    #[error("{0} cannot be enclosed")]
    BadAttachment(String),
}

/// Writes a document: same document, same dressing, same bytes.
///
/// # Errors
/// [`NotRendered`]: the look or the model cannot be followed.
pub fn render(document: &Document, format: Format, dressing: &Dressing<'_>) -> Result<Rendered, NotRendered> {
    let bytes = match format {
        Format::Text => shown(&text::write(document)),
        Format::Markdown => shown(&markdown::write(document)),
        Format::Docx => docx::write(document, dressing.look)?,
        Format::Odt => match dressing.model {
            Some(model) => model::fill(model, document, dressing.look).map_err(NotRendered::Model)?,
            None => odt::write(document, dressing.look)?,
        },
        Format::Html => shown(&html::write(document, dressing.look)),
        // A font may be broken where nobody looked: what the library makes of it ends here.
        Format::Pdf if dressing.look.faces.is_some() => {
            return unless_it_breaks(|| pdf::write(document, dressing))
                .unwrap_or(Err(NotRendered::BadFace(Cut::Regular)));
        }
        Format::Pdf => return pdf::write(document, dressing),
    };
    Ok(Rendered { bytes, remarks: Vec::new() })
}

/// The last hand on a paper that is read as plain text: a terminal or an editor may show it.
fn shown(written: &str) -> Vec<u8> {
    plain_lines(written).into_owned().into_bytes()
}
