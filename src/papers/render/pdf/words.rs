//! From the runs of a line to words: what stands between two plain spaces, and where it may be divided.

use std::rc::Rc;

use unicode_linebreak::linebreaks;

use crate::papers::document::{Inline, Line};
use crate::papers::render::Cut;

use super::hyphenation;
use super::lines::Hyphenation;
use super::shaping::{Shaped, Shaper};

/// What stands between two plain spaces.
#[derive(Debug)]
pub struct Word {
    /// Its parts, each of one cut.
    pub parts: Vec<Rc<Shaped>>,
    /// Where it may be hyphenated, in bytes. A word of several parts is not.
    pub hyphens: Vec<usize>,
    /// The cut of the space after it; none where the line ends.
    pub space: Option<Cut>,
}

/// How a word may be divided.
pub enum Division {
    /// Not at all.
    None,
    /// At its syllables.
    Hyphens,
    /// Without a hyphen, between any two letters: neither the line nor the syllables leave another way.
    Bare,
}

impl Word {
    /// How wide it is, in ems.
    pub fn width(&self) -> f32 {
        self.parts.iter().map(|part| part.width).sum()
    }

    /// How it may be divided in lines of that width, in ems.
    pub fn division(&self, measure: f32, hyphenation: Hyphenation) -> Division {
        let is_too_wide = self.width() > measure;
        if !is_too_wide {
            let is_free = hyphenation == Hyphenation::Free && !self.hyphens.is_empty();
            return if is_free { Division::Hyphens } else { Division::None };
        }
        let mut begins: Vec<f32> = self
            .widths()
            .into_iter()
            .filter(|(byte, _)| *byte == 0 || self.hyphens.contains(byte))
            .map(|(_, at)| at)
            .collect();
        begins.push(self.width());
        // Half an em is room for the hyphen.
        let fits = begins.windows(2).all(|pair| matches!(pair, [from, to] if to - from + 0.5 <= measure));
        if fits { Division::Hyphens } else { Division::Bare }
    }

    /// Whether it is a dash between spaces.
    pub fn is_a_dash(&self) -> bool {
        matches!(self.parts.as_slice(), [only] if matches!(&*only.text, "–" | "—" | "-"))
    }

    /// Whether it leads to the next word: « 20 » voix, « art. » 5. A line rather ends elsewhere.
    pub fn leads_on(&self) -> bool {
        let text = self.text();
        let text = text.trim_start_matches('(');
        text == "art." || (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Its whole text.
    pub fn text(&self) -> String {
        self.parts.iter().map(|part| &*part.text).collect()
    }

    /// How wide it is before each byte at which a glyph begins.
    pub fn widths(&self) -> Vec<(usize, f32)> {
        let (mut bytes, mut width, mut widths) = (0, 0.0, Vec::new());
        for part in &self.parts {
            widths.extend(part.widths().into_iter().map(|(byte, before)| (bytes + byte, width + before)));
            bytes += part.text.len();
            width += part.width;
        }
        widths
    }

    /// Where a word that is wider than its line is divided all the same, and whether it is a good place: after a
    /// slash, a hyphen or an inner space rather than between two letters.
    pub fn emergencies(&self) -> Vec<(usize, bool)> {
        let text = self.text();
        let good: Vec<usize> = linebreaks(&text).map(|(place, _)| place).collect();
        let begins = self.widths().into_iter().map(|(place, _)| place).filter(|place| *place > 0);
        begins.map(|place| (place, good.binary_search(&place).is_ok())).collect()
    }

    /// The parts between two bytes, shaped anew: a ligature may have been divided.
    pub fn between(&self, from: usize, to: usize, hyphen: bool, shaper: &Shaper<'_>) -> Vec<Rc<Shaped>> {
        let mut begin = 0;
        let mut parts = Vec::new();
        for part in &self.parts {
            let length = part.text.len();
            let (first, last) = (from.clamp(begin, begin + length) - begin, to.clamp(begin, begin + length) - begin);
            begin += length;
            if (first, last) == (0, length) && !hyphen {
                parts.push(Rc::clone(part));
            } else if let Some(text) = part.text.get(first..last).filter(|text| !text.is_empty()) {
                let text = if hyphen { format!("{text}-") } else { text.to_owned() };
                parts.push(shaper.shape(part.cut, &text));
            }
        }
        parts
    }

    /// How wide the parts between two bytes are, in ems.
    pub fn width_between(&self, from: usize, to: usize, hyphen: bool, shaper: &Shaper<'_>) -> f32 {
        self.between(from, to, hyphen, shaper).iter().map(|part| part.width).sum()
    }
}

/// How wide the widest word of a line is, in ems.
pub fn widest_word(line: &Line, cut: Cut, shaper: &Shaper<'_>) -> f32 {
    words(line, cut, false, shaper).iter().flatten().map(Word::width).fold(0.0, f32::max)
}

/// The words of a line set in that cut; one list for each line that the text itself ends.
pub fn words(line: &Line, cut: Cut, hyphenate: bool, shaper: &Shaper<'_>) -> Vec<Vec<Word>> {
    let mut rows = vec![Vec::new()];
    let mut word = Vec::new();
    let mut may_divide = true;
    for inline in &line.0 {
        let Inline::Run(run) = inline else {
            end_word(&mut rows, &mut word, Some(cut), may_divide && hyphenate);
            may_divide = true;
            rows.push(Vec::new());
            continue;
        };
        let cut = cut.with(run.emphasis);
        let text = shaper.drawable(cut, run.text());
        if run.kept_whole {
            may_divide = false;
            add_part(&mut word, cut, &text, shaper);
            continue;
        }
        for (place, part) in text.split(' ').enumerate() {
            if place > 0 {
                end_word(&mut rows, &mut word, Some(cut), may_divide && hyphenate);
                may_divide = true;
            }
            add_part(&mut word, cut, part, shaper);
        }
    }
    end_word(&mut rows, &mut word, None, may_divide && hyphenate);
    let count = rows.len();
    for (number, row) in rows.iter_mut().enumerate() {
        if let Some(last) = row.last_mut() {
            // A line that the text itself ends is parted from the next by a space for who reads the text alone.
            last.space = (number + 1 < count).then_some(last.space.unwrap_or(cut));
            // The end of a word never stands alone on the last line.
            last.hyphens.clear();
        }
    }
    rows
}

fn add_part(word: &mut Vec<Rc<Shaped>>, cut: Cut, text: &str, shaper: &Shaper<'_>) {
    if !text.is_empty() {
        word.push(shaper.shape(cut, text));
    }
}

fn end_word(rows: &mut [Vec<Word>], word: &mut Vec<Rc<Shaped>>, space: Option<Cut>, hyphenate: bool) {
    if word.is_empty() {
        return;
    }
    let parts = std::mem::take(word);
    let hyphens = match parts.as_slice() {
        [only] if hyphenate => hyphenation::places(&only.text),
        _ => Vec::new(),
    };
    if let Some(row) = rows.last_mut() {
        row.push(Word { parts, hyphens, space });
    }
}
