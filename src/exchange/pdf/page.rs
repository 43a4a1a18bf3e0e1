//! The words of a page, in the order in which they are drawn.
//!
//! Each font says by its own map what its codes stand for. What is marked as an artifact, the head and the foot of a
//! page, is kept apart; a passage that says by itself what it is (`ActualText`) is taken at its word.

use std::collections::BTreeMap;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::Budget;
use super::to_unicode::ToUnicode;

/// How deep drawings may stand within drawings.
const DEPTH: usize = 8;

/// The words of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageText {
    /// What the paper says.
    pub body: String,
    /// What the page says of itself: head, foot, the word that marks a draft.
    pub furniture: String,
}

/// Reads a page. What is broken in it is passed over: the words that are missing will be missed.
pub fn read(page: &Page<'_>, budget: &mut Budget) -> PageText {
    let mut reader = Reader { budget, text: PageText::default(), marked: Vec::new(), artifacts: 0, told: 0 };
    let mut content = Vec::new();
    if let Some(stream) = page.raw().get::<Stream<'_>>(b"Contents") {
        content = reader.budget.unfold(&stream);
    } else if let Some(streams) = page.raw().get::<Array<'_>>(b"Contents") {
        for stream in streams.iter::<Stream<'_>>() {
            content.extend(reader.budget.unfold(&stream));
            content.push(b' ');
        }
    }
    reader.draw(&content, page.resources(), 0);
    reader.text
}

struct Reader<'b> {
    budget: &'b mut Budget,
    text: PageText,
    /// The marks that are open, innermost last.
    marked: Vec<Mark>,
    artifacts: usize,
    told: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Artifact,
    /// Said already by its own text.
    Told,
    Other,
}

impl Reader<'_> {
    fn draw(&mut self, content: &[u8], resources: &Resources<'_>, depth: usize) {
        let mut fonts: BTreeMap<Vec<u8>, ToUnicode> = BTreeMap::new();
        let mut font: Vec<u8> = Vec::new();
        let mut kept: Vec<Vec<u8>> = Vec::new();
        let marks_before = self.marked.len();
        let mut instructions = UntypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            if !self.budget.step() {
                return;
            }
            let operands: Vec<&Object<'_>> = instruction.operands().collect();
            match (&instruction.operator[..], &operands[..]) {
                (b"q", _) if kept.len() < 1024 => kept.push(font.clone()),
                (b"Q", _) => font = kept.pop().unwrap_or(font),
                (b"Tf", [Object::Name(name), ..]) => {
                    font = name.to_vec();
                    if !fonts.contains_key(&font) {
                        let read = map(resources.get_font(name), self.budget);
                        fonts.insert(font.clone(), read);
                    }
                }
                (b"Tj" | b"'", [Object::String(codes)]) | (b"\"", [_, _, Object::String(codes)]) => {
                    self.show(fonts.get(&font), codes);
                }
                (b"TJ", [Object::Array(pieces)]) => {
                    for piece in pieces.iter::<Object<'_>>() {
                        if let Object::String(codes) = piece {
                            self.show(fonts.get(&font), &codes);
                        }
                    }
                }
                (b"BDC", [Object::Name(tag), properties]) => self.open(tag, properties_of(properties, resources)),
                (b"BMC" | b"BDC", [Object::Name(tag), ..]) => self.open(tag, None),
                (b"BMC" | b"BDC", _) => self.push(Mark::Other),
                (b"EMC", _) if self.marked.len() > marks_before => self.close(),
                (b"Do", [Object::Name(name)]) if depth < DEPTH => self.draw_within(name, resources, depth),
                _ => {}
            }
        }
        while self.marked.len() > marks_before {
            self.close();
        }
    }

    /// A drawing within the page: its words count where it stands.
    fn draw_within(&mut self, name: &Name<'_>, resources: &Resources<'_>, depth: usize) {
        let Some(form) = resources.get_x_object(name) else { return };
        if form.dict().get::<Name<'_>>(b"Subtype").as_deref() == Some(b"Form") {
            let own = form.dict().get::<Dict<'_>>(b"Resources").map(Resources::new);
            let content = self.budget.unfold(&form);
            self.draw(&content, own.as_ref().unwrap_or(resources), depth + 1);
        }
    }

    fn show(&mut self, font: Option<&ToUnicode>, codes: &[u8]) {
        if self.told > 0 {
            return;
        }
        let unknown = ToUnicode::unknown(1);
        font.unwrap_or(&unknown).say(codes, self.place());
    }

    fn place(&mut self) -> &mut String {
        if self.artifacts > 0 { &mut self.text.furniture } else { &mut self.text.body }
    }

    fn open(&mut self, tag: &[u8], properties: Option<Dict<'_>>) {
        if properties.as_ref().is_some_and(|properties| properties.contains_key(b"MCID")) {
            // A new part of the paper: no word goes on from one to the next.
            self.place().push(' ');
        }
        let own = properties.and_then(|properties| properties.get::<hayro_syntax::object::String<'_>>(b"ActualText"));
        if tag == b"Artifact" {
            self.push(Mark::Artifact);
        } else if let Some(own) = own {
            if self.told == 0 {
                self.place().push_str(&super::text_string(&own));
            }
            self.push(Mark::Told);
        } else {
            self.push(Mark::Other);
        }
    }

    fn push(&mut self, mark: Mark) {
        if mark == Mark::Artifact {
            // One artifact ends where the next begins: their words must not run into each other.
            self.text.furniture.push(' ');
        }
        self.artifacts += usize::from(mark == Mark::Artifact);
        self.told += usize::from(mark == Mark::Told);
        self.marked.push(mark);
    }

    fn close(&mut self) {
        if let Some(mark) = self.marked.pop() {
            self.artifacts -= usize::from(mark == Mark::Artifact);
            self.told -= usize::from(mark == Mark::Told);
        }
    }
}

fn properties_of<'a>(properties: &Object<'a>, resources: &Resources<'a>) -> Option<Dict<'a>> {
    match properties {
        Object::Dict(dict) => Some(dict.clone()),
        Object::Name(name) => resources.properties.get::<Dict<'_>>(name),
        _ => None,
    }
}

/// What the codes of a font stand for.
fn map(font: Option<Dict<'_>>, budget: &mut Budget) -> ToUnicode {
    let Some(font) = font else { return ToUnicode::unknown(1) };
    let width = if font.get::<Name<'_>>(b"Subtype").as_deref() == Some(b"Type0") { 2 } else { 1 };
    match font.get::<Stream<'_>>(b"ToUnicode") {
        Some(map) => ToUnicode::read(&budget.unfold(&map), width),
        None => ToUnicode::unknown(width),
    }
}
