//! The part of the styles: those of the table that both formats share, and those of the tables.

use crate::french::styles as words;
use crate::look::{Look, Rgb};
use crate::papers::render::office::styles::{self, Align, Border, ParagraphStyle};
use crate::papers::render::office::units::{half_points, twips, twips_of_points};
use crate::papers::render::office::xml::Xml;

use super::parts::WORD;

/// Writes the part.
pub fn write(look: &Look) -> String {
    let mut xml = Xml::part();
    xml.element("w:styles", &[WORD], |xml| {
        defaults(xml, look);
        xml.element("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")], |xml| {
            xml.empty("w:name", &[("w:val", "Normal")]);
            xml.empty("w:qFormat", &[]);
        });
        for style in styles::all() {
            paragraph(xml, style, look);
        }
        xml.element("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableauNormal")], |xml| {
            xml.empty("w:name", &[("w:val", "Normal Table")]);
            xml.element("w:tblPr", &[], |xml| margins(xml, "108", "0"));
        });
        table(xml, "Tableau", words::TABLE, Rules::Heads);
        table(xml, "TableauVote", words::VOTE_TABLE, Rules::Rows);
        table(xml, "Signatures", words::SIGNATURES, Rules::None);
    });
    xml.finish()
}

fn defaults(xml: &mut Xml, look: &Look) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                let family = look.family.as_str();
                xml.empty(
                    "w:rFonts",
                    &[("w:ascii", family), ("w:hAnsi", family), ("w:eastAsia", family), ("w:cs", family)],
                );
                let size = half_points(look.size).to_string();
                xml.empty("w:sz", &[("w:val", &size)]);
                xml.empty("w:szCs", &[("w:val", &size)]);
                xml.empty("w:lang", &[("w:val", "fr-FR"), ("w:eastAsia", "fr-FR"), ("w:bidi", "fr-FR")]);
            });
        });
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.empty("w:widowControl", &[]));
        });
    });
}

fn paragraph(xml: &mut Xml, style: ParagraphStyle, look: &Look) {
    xml.element("w:style", &[("w:type", "paragraph"), ("w:styleId", style.id)], |xml| {
        // Word knows its own headings by these names, in small letters.
        let name = if style.level.is_some() { style.name.to_lowercase() } else { style.name.to_owned() };
        xml.empty("w:name", &[("w:val", &name)]);
        xml.empty("w:basedOn", &[("w:val", "Normal")]);
        if style.level.is_some() {
            xml.empty("w:next", &[("w:val", styles::TEXT.id)]);
        }
        xml.empty("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| {
            if style.keep_with_next {
                xml.empty("w:keepNext", &[]);
            }
            if style.keep_with_next || style.border == Border::Box {
                xml.empty("w:keepLines", &[]);
            }
            border(xml, style.border);
            xml.empty("w:suppressAutoHyphens", &[]);
            let (before, after) = (twips_of_points(style.before).to_string(), twips_of_points(style.after).to_string());
            xml.empty("w:spacing", &[("w:before", &before), ("w:after", &after)]);
            let right = if style.border == Border::Box { look.text_width() * styles::STAMP_MARGIN } else { 0.0 };
            if style.indent > 0.0 {
                let (left, right) = (twips(style.indent).to_string(), twips(right).to_string());
                xml.empty("w:ind", &[("w:left", &left), ("w:right", &right)]);
            }
            xml.empty("w:jc", &[("w:val", align(style.align))]);
            if let Some(level) = style.level {
                xml.empty("w:outlineLvl", &[("w:val", &level.saturating_sub(1).to_string())]);
            }
        });
        xml.element("w:rPr", &[], |xml| {
            if style.bold {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            }
            if style.italic {
                xml.empty("w:i", &[]);
                xml.empty("w:iCs", &[]);
            }
            if style.accent {
                let Rgb(red, green, blue) = look.accent;
                xml.empty("w:color", &[("w:val", &format!("{red:02X}{green:02X}{blue:02X}"))]);
            }
            let size = half_points(look.size * style.scale).to_string();
            xml.empty("w:sz", &[("w:val", &size)]);
            xml.empty("w:szCs", &[("w:val", &size)]);
        });
    });
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Both => "both",
        Align::Centre => "center",
        Align::Right => "right",
    }
}

fn border(xml: &mut Xml, border: Border) {
    let sides: &[&str] = match border {
        Border::None => return,
        Border::Below => &["w:bottom"],
        Border::Box => &["w:top", "w:left", "w:bottom", "w:right"],
    };
    xml.element("w:pBdr", &[], |xml| {
        for side in sides {
            line(xml, side, "4", "4");
        }
    });
}

/// A line, in eighths of a point, so many points away from the text.
fn line(xml: &mut Xml, side: &str, thick: &str, away: &str) {
    let attributes = [("w:val", "single"), ("w:sz", thick), ("w:space", away), ("w:color", "808080")];
    xml.empty(side, &attributes);
}

/// The lines of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rules {
    None,
    Rows,
    Heads,
}

fn table(xml: &mut Xml, id: &str, name: &str, rules: Rules) {
    xml.element("w:style", &[("w:type", "table"), ("w:customStyle", "1"), ("w:styleId", id)], |xml| {
        xml.empty("w:name", &[("w:val", name)]);
        xml.empty("w:basedOn", &[("w:val", "TableauNormal")]);
        xml.element("w:tblPr", &[], |xml| {
            if rules != Rules::None {
                xml.element("w:tblBorders", &[], |xml| {
                    for side in ["w:top", "w:bottom", "w:insideH"] {
                        line(xml, side, "4", "0");
                    }
                });
            }
            margins(xml, "85", if rules == Rules::None { "0" } else { "40" });
        });
        if rules == Rules::Heads {
            xml.element("w:tblStylePr", &[("w:type", "firstRow")], |xml| {
                xml.element("w:tcPr", &[], |xml| {
                    xml.element("w:tcBorders", &[], |xml| line(xml, "w:bottom", "8", "0"));
                });
            });
        }
    });
}

fn margins(xml: &mut Xml, aside: &str, over: &str) {
    xml.element("w:tblCellMar", &[], |xml| {
        for (side, width) in [("w:top", over), ("w:left", aside), ("w:bottom", over), ("w:right", aside)] {
            xml.empty(side, &[("w:w", width), ("w:type", "dxa")]);
        }
    });
}
