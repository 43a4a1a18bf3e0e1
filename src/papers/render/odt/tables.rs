//! Tables: of figures, of columns, of those who sign.

use crate::papers::document::{Line, Signatory, Table};
use crate::papers::render::office::columns::{shares, side_by_side};
use crate::papers::render::office::styles::{self, ParagraphStyle};
use crate::papers::render::office::units::{mm, pt};
use crate::papers::render::office::xml::Xml;

use super::automatic::{Automatic, Here};
use super::paragraph::content;

/// A cell: its style and its text.
type Cell<'a> = (ParagraphStyle, &'a Line);

/// A table being written: its name, which its styles share, and what they are.
pub struct Tables<'a> {
    /// The styles of the text.
    pub automatic: &'a mut Automatic,
    /// Its number in the text, from 1.
    pub number: usize,
    /// The width of the text, in millimetres.
    pub width: f32,
    /// Stays with what comes next.
    pub keep: bool,
    /// Begins a page.
    pub new_page: bool,
}

/// How the lines of a cell are drawn.
#[derive(Clone, Copy)]
enum Lines {
    Head,
    Row,
    None,
}

impl Tables<'_> {
    /// The figures of a vote.
    pub fn vote(mut self, xml: &mut Xml, rows: &[(Line, Line)]) {
        let width = self.width * styles::VOTE_TABLE_WIDTH;
        let shares = [styles::LABEL_SHARE, 1.0 - styles::LABEL_SHARE];
        let last = rows.len().saturating_sub(1);
        self.table(xml, "center", width, &shares, |this, xml| {
            for (at, (label, value)) in rows.iter().enumerate() {
                let keep = this.keep || at < last;
                this.row(xml, None, Lines::Row, keep, &[(styles::LABEL, label), (styles::NUMBER, value)]);
            }
        });
    }

    /// A table with its head on each page. `size` is that of the text, in points.
    pub fn columns(mut self, xml: &mut Xml, of: &Table, size: f32) {
        let shares = shares(of, self.width, size);
        let last = of.rows.len().saturating_sub(1);
        self.table(xml, "margins", self.width, &shares, |this, xml| {
            xml.element("table:table-header-rows", &[], |xml| {
                let style = |figures| if figures { styles::NUMBER_HEAD } else { styles::TABLE_HEAD };
                let heads: Vec<Cell<'_>> = of.columns.iter().map(|it| (style(it.figures), &it.head)).collect();
                this.row(xml, None, Lines::Head, true, &heads);
            });
            let height = (of.least_lines > 1).then(|| pt(f32::from(of.least_lines) * size * 1.3));
            for (at, cells) in of.rows.iter().enumerate() {
                let style = |figures| if figures { styles::NUMBER } else { styles::CELL };
                let cells: Vec<Cell<'_>> =
                    of.columns.iter().zip(cells).map(|(it, cell)| (style(it.figures), cell)).collect();
                this.row(xml, height.as_deref(), Lines::Row, this.keep && at < last, &cells);
            }
        });
    }

    /// Those who sign: their titles in one row, their names in the next, so that names line up.
    #[allow(clippy::cast_precision_loss, reason = "a share of a width")]
    pub fn signatures(mut self, xml: &mut Xml, signatories: &[Signatory], size: f32) {
        let across = side_by_side(signatories, self.width, size);
        if across == 0 {
            return;
        }
        let (align, width) = if across == 1 { ("right", self.width / 2.0) } else { ("left", self.width) };
        let nobody = Line::default();
        self.table(xml, align, width, &vec![1.0 / across as f32; across], |this, xml| {
            let groups = signatories.chunks(across);
            let last = groups.len().saturating_sub(1);
            for (at, group) in groups.enumerate() {
                let of = |pick: fn(&Signatory) -> &Line, style| -> Vec<Cell<'_>> {
                    (0..across).map(|at| (style, group.get(at).map_or(&nobody, pick))).collect()
                };
                this.row(xml, None, Lines::None, true, &of(|it| &it.title, styles::QUALITY));
                let room = Some(mm(styles::ROOM_TO_SIGN));
                this.row(
                    xml,
                    room.as_deref(),
                    Lines::None,
                    this.keep || at < last,
                    &of(|it| &it.name, styles::SIGNATORY),
                );
            }
        });
    }

    fn table(
        &mut self,
        xml: &mut Xml,
        align: &str,
        width: f32,
        shares: &[f32],
        rows: impl FnOnce(&mut Self, &mut Xml),
    ) {
        let name = format!("Tableau{}", self.number);
        let width_in_mm = mm(width);
        let mut properties = vec![
            ("style:width", width_in_mm.as_str()),
            ("table:align", align),
            ("table:border-model", "collapsing"),
            ("fo:margin-top", "4pt"),
            ("fo:margin-bottom", "8pt"),
        ];
        if align == "margins" {
            properties.push(("style:rel-width", "100%"));
        } else {
            // Figures and signatures are short, and stand on one page.
            properties.push(("style:may-break-between-rows", "false"));
        }
        if self.keep {
            properties.push(("fo:keep-with-next", "always"));
        }
        if self.new_page {
            properties.push(("fo:break-before", "page"));
        }
        let style = self.automatic.style("table", &name, "style:table-properties", &properties);
        xml.element("table:table", &[("table:name", &style), ("table:style-name", &style)], |xml| {
            for (at, share) in shares.iter().enumerate() {
                let width = mm(width * share);
                let relative = format!("{:.0}*", share * 10_000.0);
                let width = match align {
                    "margins" => ("style:rel-column-width", relative.as_str()),
                    _ => ("style:column-width", width.as_str()),
                };
                let family = "style:table-column-properties";
                let column = self.automatic.style("table-column", &format!("{name}_{}", at + 1), family, &[width]);
                xml.empty("table:table-column", &[("table:style-name", &column)]);
            }
            rows(self, xml);
        });
    }

    fn row(&mut self, xml: &mut Xml, height: Option<&str>, lines: Lines, keep: bool, cells: &[Cell<'_>]) {
        let mut properties = vec![("fo:keep-together", "always")];
        let name = match height {
            Some(height) => {
                properties.push(("style:min-row-height", height));
                format!("Rang_{}", height.replace('.', "_"))
            }
            None => "Rang".to_owned(),
        };
        let row = self.automatic.style("table-row", &name, "style:table-row-properties", &properties);
        let cell = self.cell(lines);
        xml.element("table:table-row", &[("table:style-name", &row)], |xml| {
            for (style, line) in cells {
                xml.element(
                    "table:table-cell",
                    &[("table:style-name", &cell), ("office:value-type", "string")],
                    |xml| {
                        let style = self.automatic.paragraph(*style, Here { keep, ..Here::default() });
                        xml.element("text:p", &[("text:style-name", &style)], |xml| content(xml, line));
                    },
                );
            }
        });
    }

    fn cell(&mut self, lines: Lines) -> String {
        let (name, above, below, over, align) = match lines {
            Lines::Head => ("Cellule_tete", "0.5pt solid #808080", "1pt solid #808080", "0.7mm", "bottom"),
            Lines::Row => ("Cellule_rang", "0.5pt solid #808080", "0.5pt solid #808080", "0.7mm", "top"),
            Lines::None => ("Cellule_nue", "none", "none", "0mm", "bottom"),
        };
        let properties = [
            ("fo:border-top", above),
            ("fo:border-bottom", below),
            ("fo:border-left", "none"),
            ("fo:border-right", "none"),
            ("fo:padding-top", over),
            ("fo:padding-bottom", over),
            ("fo:padding-left", "1.5mm"),
            ("fo:padding-right", "1.5mm"),
            ("style:vertical-align", align),
        ];
        self.automatic.style("table-cell", name, "style:table-cell-properties", &properties)
    }
}
