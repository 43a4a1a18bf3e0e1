//! The four faces of a paper: the program's own, or those of the assembly.

use std::sync::Arc;

use krilla::Data;
use krilla::text::Font;
use rustybuzz::{Direction, Face, Language, ShapePlan, script};

use crate::look::Faces;
use crate::papers::document::Emphasis;
use crate::papers::render::{Cut, NotRendered};

// A `static`: a `const` would be embedded once for each use.
static REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/LibertinusSerif-Regular.otf");
static BOLD: &[u8] = include_bytes!("../../../../assets/fonts/LibertinusSerif-Bold.otf");
static ITALIC: &[u8] = include_bytes!("../../../../assets/fonts/LibertinusSerif-Italic.otf");
static BOLD_ITALIC: &[u8] = include_bytes!("../../../../assets/fonts/LibertinusSerif-BoldItalic.otf");

/// What a face must have to print French, and the code of a character that it has not.
const NEEDED: &str =
    " !\"'(),-./0123456789:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+«»ÀÂÇÈÉÊËÎÏÔÙÛàâçèéêëîïôùûüœ–’°‹›";

/// The faces, each ready to be measured and drawn.
pub struct Fonts<'a> {
    regular: OneFace<'a>,
    bold: OneFace<'a>,
    italic: OneFace<'a>,
    bold_italic: OneFace<'a>,
}

/// One face.
pub struct OneFace<'a> {
    /// What the file embeds.
    pub font: Font,
    /// What measures it.
    pub face: Face<'a>,
    /// How French is shaped with it.
    pub plan: ShapePlan,
}

impl<'a> Fonts<'a> {
    /// Reads the faces.
    ///
    /// # Errors
    /// [`NotRendered::BadFace`] for the first that is no font, or has no letters for French.
    pub fn of(faces: Option<&'a Faces>) -> Result<Self, NotRendered> {
        let Some(faces) = faces else {
            return Ok(Self {
                regular: OneFace::own(REGULAR, Cut::Regular)?,
                bold: OneFace::own(BOLD, Cut::Bold)?,
                italic: OneFace::own(ITALIC, Cut::Italic)?,
                bold_italic: OneFace::own(BOLD_ITALIC, Cut::BoldItalic)?,
            });
        };
        Ok(Self {
            regular: OneFace::given(&faces.regular, Cut::Regular)?,
            bold: OneFace::given(&faces.bold, Cut::Bold)?,
            italic: OneFace::given(&faces.italic, Cut::Italic)?,
            bold_italic: OneFace::given(&faces.bold_italic, Cut::BoldItalic)?,
        })
    }

    /// The face of a cut.
    pub fn get(&self, cut: Cut) -> &OneFace<'a> {
        match cut {
            Cut::Regular => &self.regular,
            Cut::Bold => &self.bold,
            Cut::Italic => &self.italic,
            Cut::BoldItalic => &self.bold_italic,
        }
    }
}

impl<'a> OneFace<'a> {
    fn own(bytes: &'static [u8], cut: Cut) -> Result<Self, NotRendered> {
        Self::read(bytes, bytes.into(), cut)
    }

    fn given(bytes: &'a Arc<[u8]>, cut: Cut) -> Result<Self, NotRendered> {
        let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(Arc::clone(bytes));
        let read = Self::read(bytes, Data::from(shared), cut)?;
        if NEEDED.chars().all(|needed| read.draws(needed)) { Ok(read) } else { Err(NotRendered::BadFace(cut)) }
    }

    /// Whether something is drawn for a character: a file that is cut short names glyphs that it does not hold.
    fn draws(&self, character: char) -> bool {
        let glyph = self.face.glyph_index(character);
        glyph.is_some_and(|glyph| character == ' ' || self.face.glyph_bounding_box(glyph).is_some())
    }

    fn read(bytes: &'a [u8], data: Data, cut: Cut) -> Result<Self, NotRendered> {
        let bad = || NotRendered::BadFace(cut);
        let face = Face::from_slice(bytes, 0).ok_or_else(bad)?;
        let font = Font::new(data, 0).ok_or_else(bad)?;
        if face.units_per_em() <= 0 {
            return Err(bad());
        }
        let plan = ShapePlan::new(&face, Direction::LeftToRight, Some(script::LATIN), french().as_ref(), &[]);
        Ok(Self { font, face, plan })
    }

    /// Whether a character can be drawn with it. A no-break space is drawn with the glyph of the plain one.
    pub fn has(&self, character: char) -> bool {
        matches!(character, '\u{a0}' | '\u{202f}') || self.face.glyph_index(character).is_some_and(|glyph| glyph.0 != 0)
    }
}

/// French, for what a face does differently in one language.
pub fn french() -> Option<Language> {
    "fr".parse().ok()
}

impl Cut {
    /// The cut of a run in a paragraph of that cut.
    pub fn with(self, emphasis: Emphasis) -> Self {
        let bold = emphasis.bold || matches!(self, Self::Bold | Self::BoldItalic);
        // Italics inside italics stand upright.
        let italic = emphasis.italic != matches!(self, Self::Italic | Self::BoldItalic);
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }
}
