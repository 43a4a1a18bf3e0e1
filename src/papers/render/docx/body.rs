//! The text itself: blocks as paragraphs, lists and tables, one after the other.

use crate::french::papers::NOBODY;
use crate::look::{Logo, Look};
use crate::papers::document::{Block, Document, Line, Status, Style};
use crate::papers::render::office::pieces::{announces, stacked};
use crate::papers::render::office::styles::{self, ParagraphStyle};
use crate::papers::render::office::units::{emus, twips};
use crate::papers::render::office::xml::Xml;

use super::lists::List;
use super::paragraph::{Place, paragraph};
use super::parts::{DOCUMENT_SPACES, DRAFT_HEADER, FOOTER, LOGO};
use super::tables;

/// The part, and the lists that it has.
pub struct Body {
    /// The XML of the part.
    pub xml: String,
    /// Each list of it, in order.
    pub lists: Vec<List>,
}

/// The body being written.
struct Writer<'a> {
    look: &'a Look,
    lists: Vec<List>,
    /// What was written last is the rule under a text that is set apart.
    after_rule: bool,
    /// The next paragraph begins a page.
    new_page: bool,
}

/// Writes the part.
pub fn write(document: &Document, look: &Look) -> Body {
    let mut writer = Writer { look, lists: Vec::new(), after_rule: false, new_page: false };
    let mut xml = Xml::part();
    xml.element("w:document", DOCUMENT_SPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            writer.letterhead(xml);
            writer.blocks(xml, &document.blocks, Place::default());
            sheet(xml, look, document.status == Status::Draft);
        });
    });
    Body { xml: xml.finish(), lists: writer.lists }
}

impl Writer<'_> {
    fn paragraph(&mut self, xml: &mut Xml, style: ParagraphStyle, place: Place, line: &Line) {
        paragraph(xml, style, place, std::mem::take(&mut self.new_page), line);
        self.after_rule = false;
    }

    fn letterhead(&mut self, xml: &mut Xml) {
        if let Some(logo) = &self.look.logo {
            xml.element("w:p", &[], |xml| {
                xml.element("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", styles::LETTERHEAD.id)]));
                xml.element("w:r", &[], |xml| picture(xml, logo));
            });
        }
        for line in &self.look.letterhead {
            self.paragraph(xml, styles::LETTERHEAD, Place::default(), &Line::prose(line));
        }
    }

    fn blocks(&mut self, xml: &mut Xml, blocks: &[Block], place: Place) {
        for (at, block) in blocks.iter().enumerate() {
            let keep = place.keep || announces(block, blocks.get(at + 1));
            self.block(xml, block, Place { keep, ..place });
        }
    }

    fn block(&mut self, xml: &mut Xml, block: &Block, place: Place) {
        match block {
            Block::Heading(_, line) if line.is_blank() => {}
            Block::Heading(level, line) => self.paragraph(xml, styles::of_heading(*level), place, line),
            Block::Paragraph(style, line) => self.paragraph(xml, place.style(*style), place, line),
            Block::Names(names) => self.paragraph(xml, styles::NAMES, place, &names.line(NOBODY)),
            Block::List(first, items) => self.list(xml, *first, items, place),
            Block::Table(table) => {
                self.table(xml, place, |xml, width, size| tables::columns(xml, table, width, size, place));
            }
            Block::VoteTable(rows) => self.table(xml, place, |xml, width, _| tables::vote(xml, rows, width, place)),
            // A word processor gets the words of the picture.
            Block::Hemicycle(picture) => {
                if let Some(caption) = &picture.caption {
                    self.paragraph(xml, place.style(Style::Text), place, caption);
                }
            }
            Block::Signatures(signatories) if signatories.is_empty() => {}
            Block::Signatures(signatories) => {
                self.table(xml, place, |xml, width, size| tables::signatures(xml, signatories, width, size, place));
            }
            Block::Stamp(lines) if lines.is_empty() => {}
            Block::Stamp(lines) => self.paragraph(xml, styles::STAMP, place, &stacked(lines)),
            Block::Enclosed(inside) => self.enclosed(xml, inside, place),
            Block::KeepTogether(inside) => {
                // The last stays with what came before it, not with what comes next.
                if let Some((last, others)) = inside.split_last() {
                    self.blocks(xml, others, Place { keep: true, ..place });
                    self.block(xml, last, place);
                }
            }
            Block::NewSheet => self.new_page = true,
        }
    }

    /// Between two rules; one is enough between two texts that are set apart.
    fn enclosed(&mut self, xml: &mut Xml, inside: &[Block], place: Place) {
        let rule = |keep| Place { keep, ..Place::default() };
        if !self.after_rule {
            self.paragraph(xml, styles::ENCLOSED_RULE, rule(true), &Line::default());
        }
        let within = Place { enclosed: true, ..place };
        if let Some((last, others)) = inside.split_last() {
            self.blocks(xml, others, within);
            self.block(xml, last, Place { keep: true, ..within });
        }
        self.paragraph(xml, styles::ENCLOSED_RULE, rule(place.keep), &Line::default());
        self.after_rule = true;
    }

    /// The first paragraph of an item has its mark; what else it holds stands under that paragraph.
    fn list(&mut self, xml: &mut Xml, first: Option<u64>, items: &[Vec<Block>], place: Place) {
        let level = place.item.map_or(0, |(level, _)| level.saturating_add(1));
        self.lists.push(List { level, first });
        let list = self.lists.len();
        for item in items {
            let marked = Place { item: Some((level, Some(list))), ..place };
            let under = Place { item: Some((level, None)), ..place };
            let rest = if let Some((Block::Paragraph(style, line), rest)) = item.split_first() {
                self.paragraph(xml, marked.style(*style), marked, line);
                rest
            } else {
                self.paragraph(xml, styles::ITEM, marked, &Line::default());
                item
            };
            self.blocks(xml, rest, under);
        }
    }

    /// A table, and the paragraph that must follow it.
    fn table(&mut self, xml: &mut Xml, place: Place, write: impl FnOnce(&mut Xml, f32, f32)) {
        let part = |this: &mut Self, xml: &mut Xml| {
            this.paragraph(xml, styles::AFTER_TABLE, Place { keep: place.keep, ..Place::default() }, &Line::default());
        };
        if self.new_page {
            part(self, xml);
        }
        write(xml, self.look.text_width(), self.look.size);
        part(self, xml);
    }
}

/// The sheet, its margins, what stands over and under each page.
fn sheet(xml: &mut Xml, look: &Look, is_draft: bool) {
    xml.element("w:sectPr", &[], |xml| {
        if is_draft {
            xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", DRAFT_HEADER)]);
        }
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", FOOTER)]);
        let (width, height) = look.sheet;
        let (width_in, height_in) = (twips(width).to_string(), twips(height).to_string());
        let orient = if width > height { "landscape" } else { "portrait" };
        xml.empty("w:pgSz", &[("w:w", &width_in), ("w:h", &height_in), ("w:orient", orient)]);
        let margins = look.margins;
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", &twips(margins.top).to_string()),
                ("w:right", &twips(margins.right).to_string()),
                ("w:bottom", &twips(margins.bottom).to_string()),
                ("w:left", &twips(margins.left).to_string()),
                ("w:header", &twips(margins.top / 2.0).to_string()),
                ("w:footer", &twips(margins.bottom / 2.0).to_string()),
                ("w:gutter", "0"),
            ],
        );
    });
}

/// A picture in the line, with what it shows.
fn picture(xml: &mut Xml, logo: &Logo) {
    let (width, height) = logo.on_paper();
    let (width, height) = (emus(width).to_string(), emus(height).to_string());
    let size = [("cx", width.as_str()), ("cy", height.as_str())];
    xml.element("w:drawing", &[], |xml| {
        xml.element("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")], |xml| {
            xml.empty("wp:extent", &size);
            xml.empty("wp:docPr", &[("id", "1"), ("name", "logo"), ("descr", &logo.says)]);
            xml.element("a:graphic", &[], |xml| {
                xml.element(
                    "a:graphicData",
                    &[("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")],
                    |xml| {
                        xml.element("pic:pic", &[], |xml| {
                            xml.element("pic:nvPicPr", &[], |xml| {
                                xml.empty("pic:cNvPr", &[("id", "1"), ("name", "logo"), ("descr", &logo.says)]);
                                xml.empty("pic:cNvPicPr", &[]);
                            });
                            xml.element("pic:blipFill", &[], |xml| {
                                xml.empty("a:blip", &[("r:embed", LOGO)]);
                                xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
                            });
                            xml.element("pic:spPr", &[], |xml| {
                                xml.element("a:xfrm", &[], |xml| {
                                    xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                                    xml.empty("a:ext", &size);
                                });
                                xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
                            });
                        });
                    },
                );
            });
        });
    });
}
