//! Tables: of figures, of columns, of those who sign.

use crate::papers::document::{Line, Signatory, Table};
use crate::papers::render::office::columns::{shares, side_by_side};
use crate::papers::render::office::styles::{self, ParagraphStyle};
use crate::papers::render::office::units::{twips, twips_of_points};
use crate::papers::render::office::xml::Xml;

use super::paragraph::{Place, paragraph};

/// What a table is, beside its rows.
struct Frame<'a> {
    style: &'static str,
    width: i64,
    align: &'static str,
    columns: Vec<i64>,
    /// Which marks its style follows: the first row, the first column.
    look: &'static str,
    caption: &'a str,
    place: Place,
}

/// A cell: its style and its text.
type Cell<'a> = (ParagraphStyle, &'a Line);

/// How a row stands.
#[derive(Clone, Copy, Default)]
struct Row {
    is_head: bool,
    /// In twentieths of a point, at least.
    height: Option<i64>,
    keep: bool,
}

/// The figures of a vote. `width` is that of the text, in millimetres.
pub fn vote(xml: &mut Xml, rows: &[(Line, Line)], width: f32, place: Place) {
    let width = twips((width - place.indent()) * styles::VOTE_TABLE_WIDTH);
    let labels = share(width, styles::LABEL_SHARE);
    let frame = Frame {
        style: "TableauVote",
        width,
        align: "center",
        columns: vec![labels, width - labels],
        look: "0080",
        caption: "",
        place,
    };
    table(xml, &frame, |xml| {
        for (number, (label, value)) in rows.iter().enumerate() {
            let how = Row { keep: place.keep || number + 1 < rows.len(), ..Row::default() };
            row(xml, &frame, how, &[(styles::LABEL, label), (styles::NUMBER, value)]);
        }
    });
}

/// A table with its head on each page. `size` is that of the text, in points.
pub fn columns(xml: &mut Xml, of: &Table, width: f32, size: f32, place: Place) {
    let inside_shares = shares(of, width - place.indent(), size);
    let width = twips(width - place.indent());
    let caption = of.caption.text();
    let frame = Frame {
        style: "Tableau",
        width,
        align: "left",
        columns: inside_shares.into_iter().map(|part| share(width, part)).collect(),
        look: "0020",
        caption: &caption,
        place,
    };
    table(xml, &frame, |xml| {
        let heads: Vec<Cell<'_>> = of.columns.iter().map(|column| (head(column.figures), &column.head)).collect();
        row(xml, &frame, Row { is_head: true, keep: true, ..Row::default() }, &heads);
        let height = f32::from(of.least_lines) * size * 1.3;
        let height = (of.least_lines > 1).then(|| twips_of_points(height));
        for (number, cells) in of.rows.iter().enumerate() {
            let how = Row { height, keep: place.keep && number + 1 < of.rows.len(), ..Row::default() };
            let cells: Vec<Cell<'_>> =
                of.columns.iter().zip(cells).map(|(it, cell)| (inside(it.figures), cell)).collect();
            row(xml, &frame, how, &cells);
        }
    });
}

/// Those who sign: their titles in one row, their names in the next, so that names line up.
pub fn signatures(xml: &mut Xml, signatories: &[Signatory], width: f32, size: f32, place: Place) {
    let across = side_by_side(signatories, width, size);
    if across == 0 {
        return;
    }
    let alone = across == 1;
    let width = twips(width - place.indent());
    let width = if alone { width / 2 } else { width };
    let one = width / i64::try_from(across).unwrap_or(1);
    let frame = Frame {
        style: "Signatures",
        width,
        align: if alone { "right" } else { "left" },
        columns: vec![one; across],
        look: "0000",
        caption: "",
        place,
    };
    let nobody = Line::default();
    table(xml, &frame, |xml| {
        let rows = signatories.chunks(across);
        let last = rows.len().saturating_sub(1);
        for (number, group) in rows.enumerate() {
            let of = |pick: fn(&Signatory) -> &Line, style| -> Vec<Cell<'_>> {
                (0..across).map(|at| (style, group.get(at).map_or(&nobody, pick))).collect()
            };
            row(xml, &frame, Row { keep: true, ..Row::default() }, &of(|it| &it.title, styles::QUALITY));
            let names =
                Row { height: Some(twips(styles::ROOM_TO_SIGN)), keep: place.keep || number < last, ..Row::default() };
            row(xml, &frame, names, &of(|it| &it.name, styles::SIGNATORY));
        }
    });
}

/// The style of the head of a column.
fn head(figures: bool) -> ParagraphStyle {
    if figures { styles::NUMBER_HEAD } else { styles::TABLE_HEAD }
}

/// The style of a cell.
fn inside(figures: bool) -> ParagraphStyle {
    if figures { styles::NUMBER } else { styles::CELL }
}

fn table(xml: &mut Xml, frame: &Frame<'_>, rows: impl FnOnce(&mut Xml)) {
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblStyle", &[("w:val", frame.style)]);
            xml.empty("w:tblW", &[("w:w", &frame.width.to_string()), ("w:type", "dxa")]);
            xml.empty("w:jc", &[("w:val", frame.align)]);
            if frame.place.indent() > 0.0 {
                let indent = twips(frame.place.indent()).to_string();
                xml.empty("w:tblInd", &[("w:w", &indent), ("w:type", "dxa")]);
            }
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            xml.empty("w:tblLook", &[("w:val", frame.look)]);
            if !frame.caption.is_empty() {
                xml.empty("w:tblCaption", &[("w:val", frame.caption)]);
            }
        });
        xml.element("w:tblGrid", &[], |xml| {
            for width in &frame.columns {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        rows(xml);
    });
}

fn row(xml: &mut Xml, frame: &Frame<'_>, how: Row, cells: &[Cell<'_>]) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if let Some(height) = how.height {
                xml.empty("w:trHeight", &[("w:val", &height.to_string()), ("w:hRule", "atLeast")]);
            }
            if how.is_head {
                xml.empty("w:tblHeader", &[]);
            }
        });
        for (width, (style, line)) in frame.columns.iter().zip(cells) {
            xml.element("w:tc", &[], |xml| {
                xml.element("w:tcPr", &[], |xml| {
                    xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
                    if *style == styles::SIGNATORY {
                        xml.empty("w:vAlign", &[("w:val", "bottom")]);
                    }
                });
                paragraph(xml, *style, Place { keep: how.keep, in_cell: true, ..Place::default() }, false, line);
            });
        }
    });
}

#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a width on paper")]
fn share(width: i64, share: f32) -> i64 {
    (width as f32 * share) as i64
}
