//! What can be wrong with the look of an assembly, as typed data. The sentences are in `french::charter`.

/// What a number of the charter measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Millimetres.
    Millimetres,
    /// Typographic points.
    Points,
}

/// Why a file is no font that a paper can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontFlaw {
    /// It is neither TrueType nor OpenType, or it is damaged.
    NotAFont,
    /// Several fonts in one file (`.ttc`).
    Collection,
    /// A font for the web (`.woff`, `.woff2`).
    Web,
    /// Its licence forbids to embed it.
    Restricted,
}

/// One thing that is wrong with the look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookProblem {
    /// E163: a number that no paper can follow.
    OutOfLimits {
        /// The field.
        field: &'static str,
        /// The least that is followed.
        least: u16,
        /// The most.
        most: u16,
        /// In what.
        unit: Unit,
    },
    /// E164: the margins leave less room than that on the sheet, in millimetres.
    NoRoom {
        /// Width needed.
        width: u16,
        /// Height needed.
        height: u16,
    },
    /// E165: not `#rrggbb`.
    BadColour(String),
    /// E166: too pale to be read on white.
    TooPale {
        /// As it is written.
        found: String,
        /// The contrast with white, in tenths.
        tenths: u16,
    },
    /// E167: neither PNG nor JPEG, or damaged.
    NotAPicture(String),
    /// E168: more pixels than a paper needs.
    PictureTooLarge {
        /// The file.
        name: String,
        /// The most on a side.
        most: u32,
    },
    /// E169: at that height the logo is wider than the text, in millimetres.
    LogoTooWide {
        /// How wide it would be.
        width: u16,
        /// How wide the text is.
        room: u16,
    },
    /// E170: no font that a paper can hold.
    BadFont {
        /// The file.
        name: String,
        /// Why.
        why: FontFlaw,
    },
    /// E171: some of the four faces, not all.
    FacesMissing(Vec<&'static str>),
    /// E172: more lines over the paper than that.
    TooManyLines(u16),
}

impl LookProblem {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::OutOfLimits { .. } => 163,
            Self::NoRoom { .. } => 164,
            Self::BadColour(_) => 165,
            Self::TooPale { .. } => 166,
            Self::NotAPicture(_) => 167,
            Self::PictureTooLarge { .. } => 168,
            Self::LogoTooWide { .. } => 169,
            Self::BadFont { .. } => 170,
            Self::FacesMissing(_) => 171,
            Self::TooManyLines(_) => 172,
        }
    }
}
