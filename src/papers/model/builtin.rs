//! The program's own models, to be changed in LibreOffice: what the program prints without a model, with its fields in
//! their places.

use jiff::civil::date;

use crate::french::models as words;
use crate::look::Look;
use crate::papers::document::{Block, Document, Fields, Line, Run, Status, Style};
use crate::papers::render::NotRendered;
use crate::papers::render::odt;

use super::FILE_NAMES;

/// A model of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// The name of its file.
    pub name: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Every model of the program, in the look of the assembly.
///
/// # Errors
/// [`NotRendered`]: the look cannot be followed.
pub fn built_in(look: &Look) -> Result<Vec<BuiltIn>, NotRendered> {
    FILE_NAMES
        .into_iter()
        .map(|name| {
            // Its head is set by the fields; the assembly's own lines and logo stand over them.
            let fields = words::BUILT_IN_HEAD.map(|line| Block::Paragraph(Style::Text, Line::from(Run::literal(line))));
            let body = Block::Paragraph(Style::Text, Line::from(Run::literal(words::BUILT_IN_BODY)));
            let document = Document {
                title: words::BUILT_IN_TITLE.to_owned(),
                body: String::new(),
                date: date(2022, 7, 1),
                reference: words::BUILT_IN_REFERENCE.to_owned(),
                status: Status::Final,
                fields: Fields::new(),
                blocks: fields.into_iter().chain([body]).collect(),
            };
            Ok(BuiltIn { name, bytes: odt::write_with_header(&document, look, Some(words::BUILT_IN_DRAFT))? })
        })
        .collect()
}
