//! Lists: each numbered list counts by itself, from its own first number.

use crate::papers::render::office::styles::{DEEPEST_LEVEL, LIST_INDENT};
use crate::papers::render::office::units::twips;
use crate::papers::render::office::xml::Xml;

use super::parts::WORD;

/// Marks of the levels of a list.
const DOTS: [&str; 3] = ["•", "–", "▪"];

/// A list of the paper: its level, and its first number if it has one. Its number in the file is its place, from 1.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// How many lists it stands in.
    pub level: u8,
    /// What it counts from.
    pub first: Option<u64>,
}

/// The part that says how lists look.
pub fn write(lists: &[List]) -> String {
    let mut xml = Xml::part();
    xml.element("w:numbering", &[WORD], |xml| {
        kind(xml, "0", false);
        kind(xml, "1", true);
        for (place, list) in lists.iter().enumerate() {
            xml.element("w:num", &[("w:numId", &(place + 1).to_string())], |xml| {
                let Some(first) = list.first else {
                    xml.empty("w:abstractNumId", &[("w:val", "0")]);
                    return;
                };
                xml.empty("w:abstractNumId", &[("w:val", "1")]);
                let level = list.level.min(DEEPEST_LEVEL).to_string();
                xml.element("w:lvlOverride", &[("w:ilvl", &level)], |xml| {
                    // Word counts no further than this.
                    xml.empty("w:startOverride", &[("w:val", &first.min(32_767).to_string())]);
                });
            });
        }
    });
    xml.finish()
}

fn kind(xml: &mut Xml, id: &str, numbered: bool) {
    xml.element("w:abstractNum", &[("w:abstractNumId", id)], |xml| {
        xml.empty("w:multiLevelType", &[("w:val", "multilevel")]);
        for level in 0..=DEEPEST_LEVEL {
            xml.element("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
                xml.empty("w:start", &[("w:val", "1")]);
                xml.empty("w:numFmt", &[("w:val", if numbered { "decimal" } else { "bullet" })]);
                let dot = DOTS.get(usize::from(level) % DOTS.len()).copied().unwrap_or("•");
                let mark = if numbered { format!("%{}.", level + 1) } else { dot.to_owned() };
                xml.empty("w:lvlText", &[("w:val", &mark)]);
                xml.empty("w:lvlJc", &[("w:val", "left")]);
                xml.element("w:pPr", &[], |xml| {
                    let step = twips(LIST_INDENT);
                    let left = (step * (i64::from(level) + 1)).to_string();
                    xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &step.to_string())]);
                });
            });
        }
    });
}
