//! What can be wrong with a model, and where.

use crate::french::models as words;

/// Where in a model something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// In which part.
    pub part: Part,
    /// The paragraph of that part, from 1.
    pub paragraph: usize,
    /// Its first words.
    pub begins: String,
}

/// A part of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The text.
    Text,
    /// The heads and feet of pages.
    Page,
}

/// Something that is wrong with a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No file of this format.
    NotOdt,
    /// A part is not in the file.
    Missing(&'static str),
    /// More bytes or parts than any model has.
    TooBig,
    /// A part wants to stand outside of the file, or is locked.
    Unsafe(String),
    /// A part is not what the format says.
    Unreadable(String),
    /// No field has this name.
    UnknownField {
        /// The name.
        name: String,
        /// The one that was perhaps meant.
        meant: Option<String>,
        /// Where it stands.
        place: Place,
    },
    /// No filter has this name.
    UnknownFilter {
        /// The field as it was typed.
        tag: String,
        /// Where it stands.
        place: Place,
    },
    /// What stands between the marks does not read.
    Syntax {
        /// The field as it was typed.
        tag: String,
        /// Where it stands.
        place: Place,
    },
    /// A word that is no condition and no loop.
    UnknownWord {
        /// The word.
        word: String,
        /// Where it stands.
        place: Place,
    },
    /// Marks that open and never close in their paragraph.
    OpenMarks(Place),
    /// Marks that close what nothing opened.
    StrayMarks(Place),
    /// A condition or loop that is not ended where it began.
    NotEnded {
        /// As it was typed.
        tag: String,
        /// Where it stands.
        place: Place,
    },
    /// The end, or the other branch, of nothing.
    NothingToEnd {
        /// As it was typed.
        tag: String,
        /// Where it stands.
        place: Place,
    },
    /// A loop over what is no list.
    NotAList {
        /// As it was typed.
        tag: String,
        /// Where it stands.
        place: Place,
    },
    /// Loops within loops within loops.
    TooDeep(Place),
    /// The body beside other words, or in a condition's expression.
    BodyNotAlone(Place),
    /// The body in the head or foot of a page, or in a list.
    BodyMisplaced(Place),
    /// The body a second time.
    BodyTwice(Place),
}

impl Problem {
    /// What is wrong, where, and what to do, in one sentence or two.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::NotOdt => words::NOT_ODT.to_owned(),
            Self::Missing(part) => words::missing(part),
            Self::TooBig => words::TOO_BIG.to_owned(),
            Self::Unsafe(name) => words::unsafe_part(name),
            Self::Unreadable(part) => words::unreadable(part),
            Self::UnknownField { name, meant, place } => at(place, &words::unknown_field(name, meant.as_deref())),
            Self::UnknownFilter { tag, place } => at(place, &words::unknown_filter(tag)),
            Self::Syntax { tag, place } => at(place, &words::syntax(tag)),
            Self::UnknownWord { word, place } => at(place, &words::unknown_word(word)),
            Self::OpenMarks(place) => at(place, words::OPEN_MARKS),
            Self::StrayMarks(place) => at(place, words::STRAY_MARKS),
            Self::NotEnded { tag, place } => at(place, &words::not_ended(tag)),
            Self::NothingToEnd { tag, place } => at(place, &words::nothing_to_end(tag)),
            Self::NotAList { tag, place } => at(place, &words::not_a_list(tag)),
            Self::TooDeep(place) => at(place, words::TOO_DEEP),
            Self::BodyNotAlone(place) => at(place, words::BODY_NOT_ALONE),
            Self::BodyMisplaced(place) => at(place, words::BODY_MISPLACED),
            Self::BodyTwice(place) => at(place, words::BODY_TWICE),
        }
    }

    /// Where it stands among the others of its part.
    #[must_use]
    pub fn order(&self) -> usize {
        self.place().map_or(0, |place| place.paragraph)
    }

    fn place(&self) -> Option<&Place> {
        match self {
            Self::NotOdt | Self::Missing(_) | Self::TooBig | Self::Unsafe(_) | Self::Unreadable(_) => None,
            Self::UnknownField { place, .. }
            | Self::UnknownFilter { place, .. }
            | Self::Syntax { place, .. }
            | Self::UnknownWord { place, .. }
            | Self::NotEnded { place, .. }
            | Self::NothingToEnd { place, .. }
            | Self::NotAList { place, .. }
            | Self::OpenMarks(place)
            | Self::StrayMarks(place)
            | Self::TooDeep(place)
            | Self::BodyNotAlone(place)
            | Self::BodyMisplaced(place)
            | Self::BodyTwice(place) => Some(place),
        }
    }

    /// Whether the file itself cannot be read.
    #[must_use]
    pub fn cannot_be_read(&self) -> bool {
        matches!(self, Self::NotOdt | Self::Missing(_) | Self::TooBig | Self::Unsafe(_) | Self::Unreadable(_))
    }
}

fn at(place: &Place, what: &str) -> String {
    words::at(place.part == Part::Page, place.paragraph, &place.begins, what)
}
