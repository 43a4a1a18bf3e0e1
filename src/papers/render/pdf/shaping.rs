//! From text to glyphs: once for each distinct word of each cut, at the size of one em.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;
use std::rc::Rc;

use krilla::surface::Location;
use krilla::text::{Glyph, GlyphId};
use rustybuzz::{BufferClusterLevel, Direction, UnicodeBuffer, script, shape, shape_with_plan};
use unicode_normalization::UnicodeNormalization as _;

use crate::papers::render::{Cut, Remark};

use super::fonts::{Fonts, french};

/// A word as it is drawn. Widths are in ems.
#[derive(Debug)]
pub struct Shaped {
    /// Its cut.
    pub cut: Cut,
    /// Its text, that each glyph names a part of.
    pub text: Box<str>,
    /// Its glyphs, from left to right.
    pub glyphs: Box<[Drawn]>,
    /// How wide it is.
    pub width: f32,
}

/// A glyph in its place.
#[derive(Clone, Debug)]
pub struct Drawn {
    id: u32,
    begin: u32,
    end: u32,
    advance: f32,
    right: f32,
    up: f32,
}

impl Drawn {
    /// The same glyph in a text in which its word begins at that byte.
    pub fn moved_by(&self, bytes: usize) -> Self {
        let by = u32::try_from(bytes).unwrap_or(0);
        Self { begin: self.begin + by, end: self.end + by, ..*self }
    }

    /// The same glyph as wide as that.
    pub fn as_wide_as(&self, advance: f32) -> Self {
        Self { advance, ..*self }
    }
}

impl Glyph for Drawn {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.id)
    }
    fn text_range(&self) -> Range<usize> {
        self.begin as usize..self.end as usize
    }
    fn x_advance(&self, size: f32) -> f32 {
        self.advance * size
    }
    fn x_offset(&self, size: f32) -> f32 {
        self.right * size
    }
    fn y_offset(&self, size: f32) -> f32 {
        self.up * size
    }
    fn y_advance(&self, _: f32) -> f32 {
        0.0
    }
    fn location(&self) -> Option<Location> {
        None
    }
}

impl Shaped {
    /// Each byte at which a glyph begins, and how wide the text before it is: what a line breaker needs.
    pub fn widths(&self) -> Vec<(usize, f32)> {
        let mut advances: BTreeMap<usize, f32> = BTreeMap::new();
        for glyph in &self.glyphs {
            *advances.entry(glyph.begin as usize).or_default() += glyph.advance;
        }
        let mut width = 0.0;
        advances
            .into_iter()
            .map(|(byte, advance)| {
                width += advance;
                (byte, width - advance)
            })
            .collect()
    }
}

/// The words of one cut.
type Words = BTreeMap<Box<str>, Rc<Shaped>>;

/// Shapes words and remembers them.
pub struct Shaper<'a> {
    /// The faces.
    pub fonts: Fonts<'a>,
    words: RefCell<BTreeMap<Cut, Words>>,
    missing: RefCell<BTreeSet<char>>,
}

impl<'a> Shaper<'a> {
    /// A shaper that knows no word yet.
    pub fn new(fonts: Fonts<'a>) -> Self {
        Self { fonts, words: RefCell::default(), missing: RefCell::default() }
    }

    /// What no face could draw, so far.
    pub fn remarks(&self) -> Vec<Remark> {
        self.missing.borrow().iter().map(|character| Remark::NoGlyph(*character)).collect()
    }

    /// The text as this cut can draw it: accents composed, and the code of each character that has no glyph.
    pub fn drawable(&self, cut: Cut, text: &str) -> String {
        if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return text.to_owned();
        }
        let face = self.fonts.get(cut);
        let mut drawable = String::with_capacity(text.len());
        for character in text.nfc() {
            if face.has(character) {
                drawable.push(character);
            } else {
                self.missing.borrow_mut().insert(character);
                // Writing to a string cannot fail.
                let _ = write!(drawable, "‹U+{:04X}›", u32::from(character));
            }
        }
        drawable
    }

    /// The glyphs of a drawable text.
    pub fn shape(&self, cut: Cut, text: &str) -> Rc<Shaped> {
        if let Some(known) = self.words.borrow().get(&cut).and_then(|words| words.get(text)) {
            return Rc::clone(known);
        }
        let shaped = Rc::new(self.shape_anew(cut, text));
        self.words.borrow_mut().entry(cut).or_default().insert(text.into(), Rc::clone(&shaped));
        shaped
    }

    fn shape_anew(&self, cut: Cut, text: &str) -> Shaped {
        let one = self.fonts.get(cut);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
        if let Some(french) = french() {
            buffer.set_language(french);
        }
        let glyphs = if text.chars().all(is_latin) {
            buffer.set_direction(Direction::LeftToRight);
            buffer.set_script(script::LATIN);
            shape_with_plan(&one.face, &one.plan, buffer)
        } else {
            shape(&one.face, &[], buffer)
        };
        let ends = ends_of_clusters(glyphs.glyph_infos().iter().map(|info| info.cluster), text.len());
        #[allow(clippy::cast_precision_loss, reason = "units of a face are small")]
        let em = |units: i32| units as f32 / one.face.units_per_em() as f32;
        let drawn: Box<[Drawn]> = glyphs
            .glyph_infos()
            .iter()
            .zip(glyphs.glyph_positions())
            .map(|(info, position)| Drawn {
                id: info.glyph_id,
                begin: info.cluster,
                end: ends.get(&info.cluster).copied().unwrap_or(info.cluster),
                advance: em(position.x_advance),
                right: em(position.x_offset),
                up: em(position.y_offset),
            })
            .collect();
        let width = drawn.iter().map(|glyph| glyph.advance).sum();
        Shaped { cut, text: text.into(), glyphs: drawn, width }
    }
}

/// Where the text of each cluster ends.
fn ends_of_clusters(begins: impl Iterator<Item = u32>, length: usize) -> BTreeMap<u32, u32> {
    let begins: BTreeSet<u32> = begins.collect();
    let end = u32::try_from(length).unwrap_or(u32::MAX);
    let ends: Vec<u32> = begins.iter().skip(1).copied().chain([end]).collect();
    begins.into_iter().zip(ends).collect()
}

/// Whether a character is written as French is, or is of no script.
fn is_latin(character: char) -> bool {
    matches!(character, '\u{0}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{2bff}' | '\u{fb00}'..='\u{fb06}')
}
