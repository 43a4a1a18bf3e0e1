//! A paragraph and its runs.

use crate::papers::document::{Line, Style};
use crate::papers::render::office::pieces::{Piece, pieces, stands_left};
use crate::papers::render::office::styles::{self, Align, ParagraphStyle};
use crate::papers::render::office::units::twips;
use crate::papers::render::office::xml::Xml;

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    /// In a text that is set apart.
    pub enclosed: bool,
    /// Stays with the next paragraph.
    pub keep: bool,
    /// In a list: at which level, and the list whose mark it has, if it has one.
    pub item: Option<(u8, Option<usize>)>,
    /// In a cell of a table, whose edges are its own.
    pub in_cell: bool,
}

impl Place {
    /// Indent of the text around the paragraph, in millimetres.
    pub fn indent(self) -> f32 {
        if self.enclosed && !self.in_cell { styles::ENCLOSED_INDENT } else { 0.0 }
    }

    /// The style of a paragraph here.
    pub fn style(self, style: Style) -> ParagraphStyle {
        match (style, self.item) {
            (Style::Text, Some(_)) => styles::ITEM,
            (style, _) => styles::of_paragraph(style, self.enclosed),
        }
    }
}

/// A paragraph of that style.
pub fn paragraph(xml: &mut Xml, style: ParagraphStyle, place: Place, new_page: bool, line: &Line) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style.id)]);
            if place.keep {
                xml.empty("w:keepNext", &[]);
                xml.empty("w:keepLines", &[]);
            }
            if new_page {
                xml.empty("w:pageBreakBefore", &[]);
            }
            if let Some((level, Some(list))) = place.item {
                xml.element("w:numPr", &[], |xml| {
                    xml.empty("w:ilvl", &[("w:val", &level.min(styles::DEEPEST_LEVEL).to_string())]);
                    xml.empty("w:numId", &[("w:val", &list.to_string())]);
                });
            }
            indent(xml, style, place);
            if style.align == Align::Both && stands_left(line) {
                xml.empty("w:jc", &[("w:val", "left")]);
            }
        });
        runs(xml, line);
    });
}

/// The indent, where it is not that of the style or of the list alone.
fn indent(xml: &mut Xml, style: ParagraphStyle, place: Place) {
    let step = twips(styles::LIST_INDENT);
    let left = twips(place.indent() + style.indent);
    match place.item {
        Some((level, mark)) => {
            let left = (left + step * (i64::from(level.min(styles::DEEPEST_LEVEL)) + 1)).to_string();
            let hanging = if mark.is_some() { step.to_string() } else { "0".to_owned() };
            xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
        }
        None if place.indent() > 0.0 => xml.empty("w:ind", &[("w:left", &left.to_string())]),
        None => {}
    }
}

/// The runs of a line.
pub fn runs(xml: &mut Xml, line: &Line) {
    for piece in pieces(line) {
        xml.element("w:r", &[], |xml| match piece {
            Piece::Break => xml.empty("w:br", &[]),
            Piece::Text(text, emphasis) => {
                if emphasis.bold || emphasis.italic {
                    xml.element("w:rPr", &[], |xml| {
                        if emphasis.bold {
                            xml.empty("w:b", &[]);
                            xml.empty("w:bCs", &[]);
                        }
                        if emphasis.italic {
                            xml.empty("w:i", &[]);
                            xml.empty("w:iCs", &[]);
                        }
                    });
                }
                xml.text_element("w:t", &[("xml:space", "preserve")], &text);
            }
        });
    }
}
