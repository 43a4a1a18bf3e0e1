//! From the blocks of a document to strips, one under the other.

use std::rc::Rc;

use crate::look::{Look, Rgb};
use crate::papers::document::Line;
use crate::papers::render::Cut;

use super::lines::{Alignment, Hyphenation, Row, Setting, set};
use super::shaping::Shaper;
use super::sheet::Sheet;
use super::strips::{Hold, Mark, Strip};
use super::tagging::{ElementId, Elements};

/// Colour of the text.
pub const BLACK: Rgb = Rgb(0, 0, 0);
/// Colour of thin rules.
pub const PALE: Rgb = Rgb(150, 150, 150);
/// Height of a thin rule, in points.
pub const HAIRLINE: f32 = 0.5;

/// A heading, for the bookmarks.
#[derive(Debug)]
pub struct Headed {
    /// Its level, as it is heard: none is skipped.
    pub level: u16,
    /// Its words.
    pub words: String,
}

/// Strips being laid out, and the elements that they belong to.
pub struct Flow<'a> {
    /// What shapes words.
    pub shaper: &'a Shaper<'a>,
    /// How the paper looks.
    pub look: &'a Look,
    /// The strips so far.
    pub strips: Vec<Strip>,
    /// The elements so far.
    pub elements: Elements,
    /// The headings so far.
    pub headings: Vec<Headed>,
    /// Space that the last block wants under it.
    after: f32,
    /// Whether the next strip begins a new sheet.
    new_sheet: bool,
}

/// Where a block stands: its edges, what it is set apart by, what it is part of.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its left edge, from that of the sheet.
    pub x: f32,
    /// Its width.
    pub width: f32,
    /// Rules left of it.
    pub bars: Rc<[f32]>,
    /// The element that it is part of.
    pub parent: ElementId,
}

impl Place {
    /// The same place, moved in by so much.
    pub fn indented(&self, by: f32) -> Self {
        // A text that is moved in again and again keeps some room.
        let by = by.min((self.width - 60.0).max(0.0));
        Self { x: self.x + by, width: self.width - by, bars: Rc::clone(&self.bars), parent: self.parent }
    }

    /// The same place, part of another element.
    pub fn inside(&self, parent: ElementId) -> Self {
        Self { parent, ..self.clone() }
    }
}

/// A paragraph as it is to be set.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph {
    /// How its lines are set.
    pub setting: Setting,
    /// Its colour.
    pub colour: Rgb,
    /// Space over it and under it.
    pub around: (f32, f32),
    /// How strongly its last line holds to what follows.
    pub hold: Hold,
}

impl<'a> Flow<'a> {
    /// Nothing yet.
    pub fn new(shaper: &'a Shaper<'a>, look: &'a Look) -> Self {
        Self {
            shaper,
            look,
            strips: Vec::new(),
            elements: Elements::new(),
            headings: Vec::new(),
            after: 0.0,
            new_sheet: false,
        }
    }

    /// The whole width of the text.
    pub fn whole(sheet: &Sheet) -> Place {
        Place { x: sheet.left, width: sheet.text_width, bars: Rc::from([]), parent: Elements::root() }
    }

    /// A size, as a multiple of that of the running text.
    pub fn size(&self, times: f32) -> f32 {
        self.look.size * times
    }

    /// Running text of that cut, that size, that alignment.
    pub fn setting(&self, cut: Cut, times: f32, alignment: Alignment) -> Setting {
        let size = self.size(times);
        let hyphenation = if alignment == Alignment::Justified { Hyphenation::Free } else { Hyphenation::Never };
        Setting { cut, size, leading: size * 1.28, alignment, hyphenation }
    }

    /// What follows begins on a new sheet.
    pub fn turn_the_sheet(&mut self) {
        self.new_sheet = true;
        self.after = 0.0;
    }

    /// Adds a strip with at least that space over it.
    pub fn push(&mut self, before: f32, mut strip: Strip) {
        strip.gap = strip.gap.max(before).max(self.after);
        strip.new_sheet = std::mem::take(&mut self.new_sheet);
        self.after = 0.0;
        self.strips.push(strip);
    }

    /// The last block wants that space under it.
    pub fn leave(&mut self, after: f32) {
        self.after = self.after.max(after);
    }

    /// The last block wants no more than that space under it.
    pub fn leave_only(&mut self, after: f32) {
        self.after = after;
    }

    /// What was laid last holds fast to what follows.
    pub fn hold_last(&mut self) {
        if let Some(last) = self.strips.last_mut() {
            last.hold = Hold::Fast;
        }
    }

    /// Adds a paragraph: its first two lines and its last two are not parted.
    pub fn paragraph(&mut self, line: &Line, paragraph: &Paragraph, place: &Place, element: ElementId) {
        let rows = set(line, &paragraph.setting, place.width, self.shaper);
        let count = rows.len();
        for (number, row) in rows.into_iter().enumerate() {
            let is_last = number + 1 == count;
            let hold = match number {
                _ if is_last => paragraph.hold,
                // The first line, and the one before the last; three lines stay together.
                _ if number == 0 || number + 2 == count => Hold::Fast,
                // No word goes on over the page.
                _ if row.is_hyphenated() => Hold::Fast,
                _ => Hold::Free,
            };
            let text = text_mark(row, &paragraph.setting, place.x, 0.0, paragraph.colour, Some(element));
            let strip = Strip {
                height: paragraph.setting.leading,
                marks: vec![text],
                hold,
                bars: Rc::clone(&place.bars),
                ..Strip::default()
            };
            let before = if number == 0 { paragraph.around.0 } else { 0.0 };
            self.push(before, strip);
        }
        self.leave(paragraph.around.1);
    }

    /// Everything since that strip is kept together.
    pub fn keep_together_since(&mut self, first: usize) {
        if let Some([inside @ .., _]) = self.strips.get_mut(first..) {
            for strip in inside {
                strip.hold = strip.hold.max(Hold::Together);
            }
        }
    }
}

/// A line of text as a mark, its line box beginning at that height.
pub fn text_mark(row: Row, setting: &Setting, x: f32, y: f32, colour: Rgb, element: Option<ElementId>) -> Mark {
    // A face stands about three quarters over the baseline and one under it.
    let baseline = y + (setting.leading - setting.size) / 2.0 + 0.76 * setting.size;
    let x = x + row.right;
    Mark::Text { x, baseline, row, size: setting.size, colour, element }
}
