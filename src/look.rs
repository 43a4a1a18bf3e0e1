//! How the papers of an assembly look (*charte*): plain data, read by `store`, followed by the writers of `papers`.

use std::sync::Arc;

/// The look of the papers. The default is the program's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Width and height of a sheet, in millimetres.
    pub sheet: (f32, f32),
    /// Margins of the sheet, in millimetres.
    pub margins: Margins,
    /// Lines over the first page: the name of the community, its address. Empty for none.
    pub letterhead: Vec<String>,
    /// A picture over the first page.
    pub logo: Option<Logo>,
    /// The family of the text: what DOCX, ODT and HTML name. PDF embeds [`Look::faces`] if given, else its own.
    pub family: String,
    /// The four faces that PDF embeds in place of its own.
    pub faces: Option<Faces>,
    /// Size of the running text, in points.
    pub size: f32,
    /// Colour of headings and rules.
    pub accent: Rgb,
}

/// Margins in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// Over the text.
    pub top: f32,
    /// Right of it.
    pub right: f32,
    /// Under it.
    pub bottom: f32,
    /// Left of it.
    pub left: f32,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// The bytes of the file.
    pub bytes: Arc<[u8]>,
    /// Their format.
    pub kind: PictureKind,
    /// Width and height in pixels.
    pub pixels: (u32, u32),
    /// Height on paper, in millimetres.
    pub height: u16,
    /// What it shows, for who cannot see it.
    pub says: String,
}

impl Look {
    /// How wide the text is, in millimetres.
    #[must_use]
    pub fn text_width(&self) -> f32 {
        self.sheet.0 - self.margins.left - self.margins.right
    }
}

impl Logo {
    /// Width and height on paper, in millimetres.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "the size of a picture")]
    pub fn on_paper(&self) -> (f32, f32) {
        let height = f32::from(self.height);
        (height * self.pixels.0 as f32 / self.pixels.1.max(1) as f32, height)
    }
}

/// The format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

/// The bytes of four fonts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faces {
    /// Upright.
    pub regular: Arc<[u8]>,
    /// *Gras*.
    pub bold: Arc<[u8]>,
    /// *Italique*.
    pub italic: Arc<[u8]>,
    /// Both.
    pub bold_italic: Arc<[u8]>,
}

/// A colour, from 0 to 255 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Default for Look {
    /// A4 upright, black, the fonts that a clerk has.
    fn default() -> Self {
        Self {
            sheet: (210.0, 297.0),
            margins: Margins { top: 25.0, right: 22.0, bottom: 25.0, left: 25.0 },
            letterhead: Vec::new(),
            logo: None,
            family: "Liberation Serif".to_owned(),
            faces: None,
            size: 11.0,
            accent: Rgb(0, 0, 0),
        }
    }
}
