//! The text itself: blocks as paragraphs, lists, tables and sections, one after the other.

use crate::french::papers::NOBODY;
use crate::french::styles as words;
use crate::look::{Logo, Look};
use crate::papers::document::{Block, Document, Line, Style, joined};
use crate::papers::render::office::pieces::{announces, stacked, stands_left};
use crate::papers::render::office::styles::{self, Align, ParagraphStyle};
use crate::papers::render::office::units::mm;
use crate::papers::render::office::xml::Xml;

use super::automatic::{Automatic, Here, encoded, named};
use super::paragraph::content;
use super::parts::logo_path;
use super::tables::Tables;

/// The text of a paper and the automatic styles that it needs.
pub struct Body {
    /// The XML of the text.
    pub text: String,
    /// The XML of its styles.
    pub automatic: String,
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Default)]
struct Place {
    enclosed: bool,
    in_item: bool,
    keep: bool,
}

struct Writer<'a> {
    look: &'a Look,
    automatic: Automatic,
    tables: usize,
    sections: usize,
    after_rule: bool,
    new_page: bool,
}

/// Writes the text, under the head of the assembly or without it.
pub fn write(document: &Document, look: &Look, with_letterhead: bool) -> Body {
    let mut writer =
        Writer { look, automatic: Automatic::default(), tables: 0, sections: 0, after_rule: false, new_page: false };
    let mut xml = Xml::fragment();
    if with_letterhead {
        writer.letterhead(&mut xml);
    }
    writer.blocks(&mut xml, &document.blocks, Place::default());
    Body { text: xml.finish(), automatic: writer.automatic.finish() }
}

impl Writer<'_> {
    fn style(&mut self, style: ParagraphStyle, place: Place, line: &Line) -> String {
        self.after_rule = false;
        let here = Here {
            keep: place.keep,
            new_page: std::mem::take(&mut self.new_page),
            left: style.align == Align::Both && stands_left(line),
            out: false,
        };
        self.automatic.paragraph(style, here)
    }

    fn paragraph(&mut self, xml: &mut Xml, style: ParagraphStyle, place: Place, line: &Line) {
        let style = self.style(style, place, line);
        xml.element("text:p", &[("text:style-name", &style)], |xml| content(xml, line));
    }

    fn heading(&mut self, xml: &mut Xml, level: u8, place: Place, line: &Line) {
        let style = styles::of_heading(level);
        let outline = style.level.unwrap_or(1).to_string();
        let style = self.style(style, place, line);
        let attributes = [("text:style-name", style.as_str()), ("text:outline-level", outline.as_str())];
        xml.element("text:h", &attributes, |xml| content(xml, line));
    }

    fn letterhead(&mut self, xml: &mut Xml) {
        if let Some(logo) = &self.look.logo {
            let style = named(styles::LETTERHEAD);
            xml.element("text:p", &[("text:style-name", &style)], |xml| picture(xml, logo));
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
            Block::Heading(level, line) => self.heading(xml, *level, place, line),
            Block::Paragraph(Style::Text, line) if place.in_item => self.paragraph(xml, styles::ITEM, place, line),
            Block::Paragraph(style, line) => {
                self.paragraph(xml, styles::of_paragraph(*style, place.enclosed), place, line);
            }
            Block::Names(names) => self.paragraph(xml, styles::NAMES, place, &names.line(NOBODY)),
            Block::List(first, items) => self.list(xml, *first, items, place),
            Block::Table(_) | Block::VoteTable(_) | Block::Signatures(_) if place.in_item => {
                self.rows_in_an_item(xml, block, place);
            }
            Block::Table(table) => {
                let size = self.look.size;
                self.table(place).columns(xml, table, size);
            }
            Block::VoteTable(rows) => self.table(place).vote(xml, rows),
            // A word processor gets the words of the picture.
            Block::Hemicycle(picture) => {
                if let Some(caption) = &picture.caption {
                    self.block(xml, &Block::Paragraph(Style::Text, caption.clone()), place);
                }
            }
            Block::Signatures(signatories) if signatories.is_empty() => {}
            Block::Signatures(signatories) => {
                let size = self.look.size;
                self.table(place).signatures(xml, signatories, size);
            }
            Block::Stamp(lines) if lines.is_empty() => {}
            Block::Stamp(lines) => self.paragraph(xml, styles::STAMP, place, &stacked(lines)),
            Block::Enclosed(inside) if place.in_item => self.blocks(xml, inside, place),
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

    /// A section of its own between two rules; one rule is enough between two.
    fn enclosed(&mut self, xml: &mut Xml, inside: &[Block], place: Place) {
        let begins = !self.after_rule;
        self.sections += 1;
        let indent = mm(styles::ENCLOSED_INDENT);
        let properties = [("fo:margin-left", indent.as_str()), ("fo:margin-right", "0mm")];
        let style = self.automatic.style("section", "Encart", "style:section-properties", &properties);
        let name = format!("{} {}", words::ENCLOSED, self.sections);
        // The rules stand inside: nothing outside of a section stays on the page of what is inside.
        xml.element("text:section", &[("text:style-name", &style), ("text:name", &name)], |xml| {
            let within = Place { enclosed: true, ..place };
            if begins {
                self.rule(xml, true);
            }
            if let Some((last, others)) = inside.split_last() {
                self.blocks(xml, others, within);
                self.block(xml, last, Place { keep: true, ..within });
            }
            self.rule(xml, place.keep);
        });
        self.after_rule = true;
    }

    /// A rule as wide as the text around the section.
    fn rule(&mut self, xml: &mut Xml, keep: bool) {
        let new_page = std::mem::take(&mut self.new_page);
        let style = self.automatic.paragraph(styles::ENCLOSED_RULE, Here { keep, new_page, out: true, left: false });
        xml.empty("text:p", &[("text:style-name", &style)]);
    }

    fn list(&mut self, xml: &mut Xml, first: Option<u64>, items: &[Vec<Block>], place: Place) {
        let style = encoded(if first.is_some() { words::NUMBERS } else { words::BULLETS });
        xml.element("text:list", &[("text:style-name", &style)], |xml| {
            for (at, item) in items.iter().enumerate() {
                let start = first.filter(|_| at == 0).map(|first| first.to_string());
                let start: Vec<(&str, &str)> = start.iter().map(|first| ("text:start-value", first.as_str())).collect();
                xml.element("text:list-item", &start, |xml| {
                    if !matches!(item.first(), Some(Block::Paragraph(..) | Block::Heading(..))) {
                        self.paragraph(xml, styles::ITEM, place, &Line::default());
                    }
                    self.blocks(xml, item, Place { in_item: true, ..place });
                });
            }
        });
    }

    /// A list holds no table: its rows are paragraphs.
    fn rows_in_an_item(&mut self, xml: &mut Xml, block: &Block, place: Place) {
        let rows: Vec<Line> = match block {
            Block::Table(table) => table.rows.iter().map(|row| joined(row)).collect(),
            Block::VoteTable(rows) => {
                rows.iter().map(|(label, value)| joined(&[label.clone(), value.clone()])).collect()
            }
            Block::Signatures(all) => all.iter().map(|it| joined(&[it.title.clone(), it.name.clone()])).collect(),
            _ => Vec::new(),
        };
        for row in &rows {
            self.paragraph(xml, styles::ITEM, place, row);
        }
    }

    fn table(&mut self, place: Place) -> Tables<'_> {
        self.tables += 1;
        self.after_rule = false;
        let indent = if place.enclosed { styles::ENCLOSED_INDENT } else { 0.0 };
        Tables {
            automatic: &mut self.automatic,
            number: self.tables,
            width: self.look.text_width() - indent,
            keep: place.keep,
            new_page: std::mem::take(&mut self.new_page),
        }
    }
}

/// A picture in the line, with what it shows.
fn picture(xml: &mut Xml, logo: &Logo) {
    let (width, height) = logo.on_paper();
    let (width, height) = (mm(width), mm(height));
    let frame = [
        ("draw:name", "logo"),
        ("text:anchor-type", "as-char"),
        ("svg:width", width.as_str()),
        ("svg:height", height.as_str()),
    ];
    xml.element("draw:frame", &frame, |xml| {
        let link = [
            ("xlink:href", logo_path(logo.kind)),
            ("xlink:type", "simple"),
            ("xlink:show", "embed"),
            ("xlink:actuate", "onLoad"),
        ];
        xml.empty("draw:image", &link);
        xml.text_element("svg:desc", &[], &logo.says);
    });
}
