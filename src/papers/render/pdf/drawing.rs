//! From pages to ink: each mark in its place, under the element that it belongs to.

use std::rc::Rc;

use krilla::color::rgb::Color as Paint;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};

use crate::look::Rgb;
use crate::papers::render::Cut;
use crate::papers::render::hemicycle::{Outline, Shape};

use super::flow::PALE;
use super::lines::{Ink, Row};
use super::pagination::Placed;
use super::shaping::{Drawn, Shaped, Shaper};
use super::sheet::Sheet;
use super::strips::Mark;
use super::tagging::{ElementId, Elements};

/// Width of the rule left of a text that is set apart, in points.
const BAR: f32 = 1.5;

/// Draws one page.
pub struct Pen<'a, 's, 'f> {
    surface: &'a mut Surface<'s>,
    elements: &'a mut Elements,
    shaper: &'a Shaper<'f>,
    logo: Option<&'a Image>,
    open: Open,
}

/// What is being drawn belongs to it.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    Nothing,
    Unheard(ArtifactType),
    Heard(ElementId),
}

impl<'a, 's, 'f> Pen<'a, 's, 'f> {
    /// A pen on that surface.
    pub fn on(
        surface: &'a mut Surface<'s>,
        elements: &'a mut Elements,
        shaper: &'a Shaper<'f>,
        logo: Option<&'a Image>,
    ) -> Self {
        Self { surface, elements, shaper, logo, open: Open::Nothing }
    }

    /// Draws the strips of a page: grounds and rules under the text.
    pub fn strips(&mut self, page: &[Placed<'_>], sheet: &Sheet) {
        self.bars(page, sheet);
        for placed in page {
            for mark in &placed.strip.marks {
                if let Mark::Ground { x, y, width, height, colour } = mark {
                    self.ground((*x, sheet.top + placed.top + y), (*width, *height), *colour);
                }
            }
        }
        for placed in page {
            let top = sheet.top + placed.top;
            for mark in &placed.strip.marks {
                match mark {
                    Mark::Text { x, baseline, row, size, colour, element } => {
                        let open = element.map_or(Open::Unheard(ArtifactType::PaginationOther), Open::Heard);
                        self.row(row, (*x, top + baseline), *size, *colour, open);
                    }
                    Mark::Logo { x, width, height, element } => self.logo((*x, top), (*width, *height), *element),
                    Mark::Shape { shape, element } => self.shape(shape, top, *element),
                    Mark::Ground { .. } => {}
                }
            }
        }
        self.close();
    }

    /// Draws a line that stands at the head or the foot of the sheet: heard if it has an element.
    pub fn furniture(&mut self, row: &Row, at: (f32, f32), size: f32, heard: Option<ElementId>, kind: ArtifactType) {
        self.row(row, at, size, GREY, heard.map_or(Open::Unheard(kind), Open::Heard));
        self.close();
    }

    /// The rules left of the texts that are set apart: one for each text, over the gaps between its strips.
    fn bars(&mut self, page: &[Placed<'_>], sheet: &Sheet) {
        let mut before: Option<&Placed<'_>> = None;
        for placed in page {
            let strip = placed.strip;
            for (depth, x) in strip.bars.iter().enumerate() {
                let goes_on = before.filter(|before| {
                    let bars = &before.strip.bars;
                    bars.get(depth) == Some(x) && (Rc::ptr_eq(bars, &strip.bars) || bars.len() != strip.bars.len())
                });
                let top = goes_on.map_or(placed.top, |before| before.top + before.strip.height);
                let height = placed.top + strip.height - top;
                self.ground((*x, sheet.top + top), (BAR, height), PALE);
            }
            before = Some(placed);
        }
    }

    fn ground(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), colour: Rgb) {
        let Some(rectangle) = Rect::from_xywh(x, y, width, height) else { return };
        self.under(Open::Unheard(ArtifactType::Layout));
        self.colour(colour);
        let mut path = PathBuilder::new();
        path.push_rect(rectangle);
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }

    /// Draws a shape of a figure; one of no figure is not heard.
    fn shape(&mut self, shape: &Shape, top: f32, element: Option<ElementId>) {
        let mut path = PathBuilder::new();
        match &shape.outline {
            Outline::Circle((x, y), radius) => circle(&mut path, (*x, top + y), *radius),
            Outline::Corners(corners) => {
                for (number, (x, y)) in corners.iter().enumerate() {
                    if number == 0 {
                        path.move_to(*x, top + y);
                    } else {
                        path.line_to(*x, top + y);
                    }
                }
                path.close();
            }
        }
        let Some(path) = path.finish() else { return };
        self.under(element.map_or(Open::Unheard(ArtifactType::Layout), Open::Heard));
        self.colour(shape.colour);
        self.surface.draw_path(&path);
    }

    fn logo(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), element: ElementId) {
        let (Some(image), Some(size)) = (self.logo, Size::from_wh(width, height)) else { return };
        self.under(Open::Heard(element));
        self.surface.push_transform(&Transform::from_translate(x, y));
        self.surface.draw_image(image.clone(), size);
        self.surface.pop();
    }

    /// Draws a line, in as few pieces as its cuts allow.
    fn row(&mut self, row: &Row, (x, y): (f32, f32), size: f32, colour: Rgb, open: Open) {
        self.colour(colour);
        let mut piece = Piece::at(x);
        for ink in &row.inks {
            match ink {
                Ink::Word(shaped) => {
                    self.under_piece(&mut piece, shaped.cut, y, size, open);
                    piece.add(shaped, size);
                }
                Ink::Space(cut, width) => {
                    let space = self.shaper.shape(*cut, " ");
                    self.under_piece(&mut piece, *cut, y, size, open);
                    piece.add_space(&space, *width, size);
                }
                Ink::Divided(shaped, word) => {
                    self.flush(&mut piece, y, size, open);
                    // The whole word is heard, not its two parts; what is drawn is a plain hyphen, at which every
                    // reader of text joins them.
                    let part = match open {
                        Open::Heard(element) => Open::Heard(self.elements.part_of(element, word.as_deref())),
                        unheard => unheard,
                    };
                    piece.add(shaped, size);
                    self.flush(&mut piece, y, size, part);
                }
            }
        }
        self.flush(&mut piece, y, size, open);
    }

    /// Ends the piece so far if it is of another cut.
    fn under_piece(&mut self, piece: &mut Piece, cut: Cut, y: f32, size: f32, open: Open) {
        if piece.cut != cut {
            self.flush(piece, y, size, open);
            piece.cut = cut;
        }
    }

    fn flush(&mut self, piece: &mut Piece, y: f32, size: f32, open: Open) {
        if !piece.glyphs.is_empty() {
            self.under(open);
            self.show(piece, y, size);
        }
    }

    fn show(&mut self, piece: &mut Piece, y: f32, size: f32) {
        let font = self.shaper.fonts.get(piece.cut).font.clone();
        self.surface.draw_glyphs(Point::from_xy(piece.x, y), &piece.glyphs, font, &piece.text, size, false);
        *piece = Piece { cut: piece.cut, ..Piece::at(piece.end) };
    }

    fn colour(&mut self, Rgb(red, green, blue): Rgb) {
        let paint = Paint::new(red, green, blue).into();
        self.surface.set_fill(Some(Fill { paint, opacity: NormalizedF32::ONE, rule: FillRule::NonZero }));
    }

    /// What follows belongs to that.
    fn under(&mut self, open: Open) {
        if self.open == open {
            return;
        }
        self.close();
        match open {
            Open::Nothing => {}
            Open::Unheard(kind) => {
                self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
            }
            Open::Heard(element) => {
                let drawn = self.surface.start_tagged(ContentTag::Other);
                self.elements.drawn(element, drawn);
            }
        }
        self.open = open;
    }

    fn close(&mut self) {
        if self.open != Open::Nothing {
            self.surface.end_tagged();
            self.open = Open::Nothing;
        }
    }
}

/// A circle of four curves.
fn circle(path: &mut PathBuilder, (x, y): (f32, f32), radius: f32) {
    /// How far the handles of a quarter stand from its ends, in radii.
    const HANDLE: f32 = 0.552_284_8;
    let far = radius * HANDLE;
    path.move_to(x + radius, y);
    path.cubic_to(x + radius, y + far, x + far, y + radius, x, y + radius);
    path.cubic_to(x - far, y + radius, x - radius, y + far, x - radius, y);
    path.cubic_to(x - radius, y - far, x - far, y - radius, x, y - radius);
    path.cubic_to(x + far, y - radius, x + radius, y - far, x + radius, y);
    path.close();
}

/// Colour of what stands at the head and the foot of a sheet.
const GREY: Rgb = Rgb(85, 85, 85);

/// Glyphs of one cut that are drawn together.
struct Piece {
    cut: Cut,
    x: f32,
    end: f32,
    text: String,
    glyphs: Vec<Drawn>,
}

impl Piece {
    fn at(x: f32) -> Self {
        Self { cut: Cut::Regular, x, end: x, text: String::new(), glyphs: Vec::new() }
    }

    fn add(&mut self, shaped: &Shaped, size: f32) {
        self.cut = shaped.cut;
        let bytes = self.text.len();
        self.glyphs.extend(shaped.glyphs.iter().map(|glyph| glyph.moved_by(bytes)));
        self.text.push_str(&shaped.text);
        self.end += shaped.width * size;
    }

    fn add_space(&mut self, space: &Shaped, width: f32, size: f32) {
        let bytes = self.text.len();
        self.glyphs.extend(space.glyphs.iter().map(|glyph| glyph.as_wide_as(width).moved_by(bytes)));
        self.text.push_str(&space.text);
        self.end += width * size;
    }
}
