//! What is laid on pages: strips of the whole width, each with its marks. A strip is never divided.

use std::rc::Rc;

use crate::look::Rgb;
use crate::papers::render::hemicycle::Shape;

use super::lines::Row;
use super::tagging::ElementId;

/// A strip of a page.
#[derive(Debug, Default)]
pub struct Strip {
    /// Space over it, in points; none at the head of a page.
    pub gap: f32,
    /// Its height, in points.
    pub height: f32,
    /// What is drawn on it.
    pub marks: Vec<Mark>,
    /// How strongly it holds to the strip after it.
    pub hold: Hold,
    /// Upright rules left of it, in points from the left edge of the sheet, for a text that is set apart. They go on
    /// over the gap from one strip to the next of the same text.
    pub bars: Rc<[f32]>,
    /// The head that is drawn again where a page begins with this strip: that of its table.
    pub head: Option<Rc<Strip>>,
    /// Whether it begins a new sheet.
    pub new_sheet: bool,
    /// The heading that it begins, by its place among the headings.
    pub heading: Option<usize>,
}

/// How strongly a strip holds to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// A page may end here.
    #[default]
    Free,
    /// They are on one page if there is one that takes all that holds together.
    Together,
    /// A heading and its text, the first two lines of a paragraph: they are parted only if a page has no room for them.
    Fast,
}

/// What is drawn on a strip. Points from the left edge of the sheet, and from the top of the strip.
#[derive(Debug)]
pub enum Mark {
    /// A line of text.
    Text {
        /// Its left edge.
        x: f32,
        /// Its baseline.
        baseline: f32,
        /// What it shows.
        row: Row,
        /// Its size in points.
        size: f32,
        /// Its colour.
        colour: Rgb,
        /// The element that it is part of; none is heard.
        element: Option<ElementId>,
    },
    /// A rule or a ground.
    Ground {
        /// Its left edge.
        x: f32,
        /// Its top.
        y: f32,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
        /// Its colour.
        colour: Rgb,
    },
    /// The logo.
    Logo {
        /// Its left edge.
        x: f32,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
        /// The element that says what it shows.
        element: ElementId,
    },
    /// A shape of a drawing.
    Shape {
        /// Its colour and its outline.
        shape: Shape,
        /// The figure that it is part of; none is heard.
        element: Option<ElementId>,
    },
}

impl Mark {
    /// The same mark, lower by so much.
    pub fn moved_down(mut self, by: f32) -> Self {
        match &mut self {
            Self::Text { baseline, .. } => *baseline += by,
            Self::Ground { y, .. } => *y += by,
            Self::Logo { .. } | Self::Shape { .. } => {}
        }
        self
    }

    /// The same mark, drawn once more and not heard again.
    pub fn unheard(&self) -> Option<Self> {
        match self {
            Self::Text { x, baseline, row, size, colour, .. } => Some(Self::Text {
                x: *x,
                baseline: *baseline,
                row: row.clone(),
                size: *size,
                colour: *colour,
                element: None,
            }),
            Self::Ground { x, y, width, height, colour } => {
                Some(Self::Ground { x: *x, y: *y, width: *width, height: *height, colour: *colour })
            }
            Self::Logo { .. } | Self::Shape { .. } => None,
        }
    }
}
