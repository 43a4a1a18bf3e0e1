//! How each block of a document looks.

use crate::french::papers::NOBODY;
use crate::look::Rgb;
use crate::papers::document::{Block, Inline, Line, Names, Run, Style};
use crate::papers::render::Cut;

use super::flow::{BLACK, Flow, HAIRLINE, Headed, Paragraph, Place};
use super::lines::Alignment;
use super::strips::{Hold, Mark, Strip};
use super::tagging::Role;

impl Flow<'_> {
    /// Lays blocks, one under the other.
    pub fn blocks(&mut self, blocks: &[Block], place: &Place) {
        let mut rest = blocks.iter().peekable();
        while let Some(block) = rest.next() {
            self.block(block, place);
            let next = rest.peek();
            let is_of_the_decision =
                matches!((block, next), (Block::Paragraph(Style::Decision, _), Some(Block::Paragraph(Style::Text, _))));
            // What is said of a decision stays with it, and what a text announces with the text.
            if next.is_some() && (is_of_the_decision || block.announces()) {
                self.hold_last();
            }
        }
    }

    fn block(&mut self, block: &Block, place: &Place) {
        match block {
            Block::Heading(level, line) => self.heading(*level, line, place),
            Block::Paragraph(style, line) => self.styled(*style, line, place),
            Block::Names(names) => self.names(names, place),
            Block::List(first, items) => self.list(*first, items, place),
            Block::Table(table) => self.table(table, place),
            Block::NewSheet => self.turn_the_sheet(),
            Block::VoteTable(rows) => self.vote_table(rows, place),
            Block::Hemicycle(picture) => self.hemicycle(picture, place),
            Block::Signatures(signatories) => self.signatures(signatories, place),
            Block::Stamp(lines) => self.stamp(lines, place),
            Block::Enclosed(blocks) => self.enclosed(blocks, place),
            Block::KeepTogether(blocks) => {
                let first = self.strips.len();
                self.blocks(blocks, place);
                self.keep_together_since(first);
            }
        }
    }

    fn heading(&mut self, level: u8, line: &Line, place: &Place) {
        if line.is_blank() {
            return;
        }
        // A level that is skipped would not be heard: the headings of a reader go down one by one.
        let deepest = self.headings.last().map_or(1, |last| last.level + 1);
        let heard = u16::from(level.clamp(1, 6)).min(deepest);
        let words = line.text();
        let element = self.elements.add(place.parent, Role::Heading(heard, words.clone()));
        let (times, cut, over, under) = match level {
            0 | 1 => (1.55, Cut::Bold, 1.0, 1.0),
            2 => (1.2, Cut::Bold, 1.6, 0.5),
            3 => (1.06, Cut::Bold, 1.2, 0.35),
            4 => (1.0, Cut::BoldItalic, 0.9, 0.3),
            _ => (1.0, Cut::Italic, 0.8, 0.3),
        };
        let is_first = level <= 1;
        let alignment = if is_first { Alignment::Centred } else { Alignment::Left };
        let paragraph = Paragraph {
            setting: self.setting(cut, times, alignment),
            colour: self.look.accent,
            around: (self.size(over), self.size(under)),
            hold: Hold::Fast,
        };
        let first = self.strips.len();
        self.paragraph(line, &paragraph, place, element);
        if let Some(strips) = self.strips.get_mut(first..) {
            for strip in strips.iter_mut() {
                strip.hold = Hold::Fast;
            }
            if let Some(strip) = strips.first_mut() {
                strip.heading = Some(self.headings.len());
            }
        }
        if level == 2 {
            self.rule_under(place, 0.15, self.look.accent);
            self.leave(self.size(under));
        }
        self.headings.push(Headed { level: heard, words });
    }

    /// A thin rule under what was laid last, part of it.
    fn rule_under(&mut self, place: &Place, times: f32, colour: Rgb) {
        let gap = self.size(times);
        if let Some(last) = self.strips.last_mut() {
            last.marks.push(Mark::Ground {
                x: place.x,
                y: last.height + gap,
                width: place.width,
                height: HAIRLINE,
                colour,
            });
            last.height += gap + HAIRLINE;
        }
    }

    /// A paragraph of running text, an object or a decision.
    pub fn styled(&mut self, style: Style, line: &Line, place: &Place) {
        let (cut, over, under) = match style {
            Style::Text => (Cut::Regular, 0.0, 0.55),
            Style::Object => (Cut::Bold, 0.3, 0.9),
            Style::Decision => (Cut::Bold, 0.7, 0.9),
        };
        // Names and figures that are never broken leave few spaces to stretch.
        let alignment = if line.is_mostly_kept_whole() { Alignment::Left } else { Alignment::Justified };
        let paragraph = Paragraph {
            setting: self.setting(cut, 1.0, alignment),
            colour: BLACK,
            around: (self.size(over), self.size(under)),
            hold: Hold::Free,
        };
        let element = self.elements.add(place.parent, Role::Paragraph);
        self.paragraph(line, &paragraph, place, element);
    }

    /// The head stands out; the names are left-aligned and never broken.
    fn names(&mut self, names: &Names, place: &Place) {
        let heads = names.head.0.len();
        let mut line = names.line(NOBODY);
        for inline in line.0.iter_mut().take(heads) {
            if let Inline::Run(run) = inline {
                *run = Run::bold(run.clone());
            }
        }
        let paragraph = Paragraph {
            setting: self.setting(Cut::Regular, 1.0, Alignment::Left),
            colour: BLACK,
            around: (0.0, self.size(0.55)),
            hold: Hold::Free,
        };
        let element = self.elements.add(place.parent, Role::Paragraph);
        self.paragraph(&line, &paragraph, place, element);
    }

    fn list(&mut self, first: Option<u64>, items: &[Vec<Block>], place: &Place) {
        let list = self.elements.add(place.parent, Role::List { numbered: first.is_some() });
        let setting = self.setting(Cut::Regular, 1.0, Alignment::Left);
        let mark =
            |number: u64| first.map_or_else(|| "–".to_owned(), |first| format!("{}.", first.saturating_add(number)));
        let is_tight = items.iter().all(|item| matches!(item.as_slice(), [] | [Block::Paragraph(..)]));
        let highest = u64::try_from(items.len()).unwrap_or(u64::MAX).saturating_sub(1);
        let widest = self.shaper.shape(Cut::Regular, &mark(highest)).width.max(0.5) * setting.size;
        let indent = widest + self.size(0.5);
        for (number, item) in (0..).zip(items) {
            let element = self.elements.add(list, Role::Item);
            let label = self.elements.add(element, Role::Label);
            let body = self.elements.add(element, Role::ItemBody);
            let begin = self.strips.len();
            self.blocks(item, &place.indented(indent).inside(body));
            let row = super::lines::set(&Run::literal(&mark(number)).into(), &setting, indent, self.shaper);
            let labels =
                row.into_iter().map(|row| super::flow::text_mark(row, &setting, place.x, 0.0, BLACK, Some(label)));
            if self.strips.len() == begin {
                self.push(0.0, Strip { height: setting.leading, bars: place.bars.clone(), ..Strip::default() });
            }
            if let Some(strip) = self.strips.get_mut(begin) {
                // The mark is heard before what it marks.
                strip.marks.splice(0..0, labels);
            }
            if is_tight {
                self.leave_only(self.size(0.2));
            }
        }
        self.leave(self.size(0.55));
    }

    /// A rule left of the text sets it apart, on as many pages as it takes.
    fn enclosed(&mut self, blocks: &[Block], place: &Place) {
        let section = self.elements.add(place.parent, Role::Section);
        let mut inside = place.indented(self.size(1.1)).inside(section);
        inside.bars = place.bars.iter().copied().chain([place.x]).collect();
        self.leave(self.size(0.9));
        self.blocks(blocks, &inside);
        self.leave(self.size(0.9));
    }
}
