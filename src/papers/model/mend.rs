//! From the tree as LibreOffice writes it to one where each tag stands whole, by itself, where its effect begins.
//!
//! A tag typed in one go may be cut by spans: it is put together where it begins. A condition is lifted out of the spans
//! of its paragraph; alone in a paragraph, a list item or a row of a table, it takes the place of the whole.

use super::problem::{Part, Place, Problem};
use super::tag::{Found, Kind, OBJECT, Tag, find};
use super::tree::{Element, Node};

/// Words of a paragraph that say which it is.
const FIRST_WORDS: usize = 6;

/// Mends a part, and says what is wrong with its marks.
pub struct Mender {
    part: Part,
    paragraphs: usize,
    problems: Vec<Problem>,
}

impl Mender {
    /// For that part.
    pub fn of(part: Part) -> Self {
        Self { part, paragraphs: 0, problems: Vec::new() }
    }

    /// What was wrong.
    pub fn finish(self) -> Vec<Problem> {
        self.problems
    }

    /// Mends everything inside an element.
    pub fn mend(&mut self, element: &mut Element) {
        let children = std::mem::take(&mut element.children);
        for child in children {
            match child {
                Node::Element(mut inside) if is_paragraph(&inside) => {
                    self.paragraph(&mut inside);
                    element.children.push(only_tag(&inside).map_or(Node::Element(inside), Node::Tag));
                }
                // Deleted text and remarks are no part of what is printed.
                Node::Element(inside) if is_aside(&inside) => element.children.push(Node::Element(inside)),
                Node::Element(mut inside) => {
                    self.mend(&mut inside);
                    let lone = match inside.name.as_str() {
                        "text:list-item" | "table:table-row" => lone_tag(&inside),
                        _ => None,
                    };
                    element.children.push(lone.map_or(Node::Element(inside), Node::Tag));
                }
                other => element.children.push(other),
            }
        }
    }

    fn paragraph(&mut self, paragraph: &mut Element) {
        self.paragraphs += 1;
        let mut text = String::new();
        read(&paragraph.children, &mut text);
        let place = Place { part: self.part, paragraph: self.paragraphs, begins: first_words(&text) };
        let is_only = |range: &std::ops::Range<usize>| {
            let around = [text.get(..range.start), text.get(range.end..)];
            around.iter().all(|around| around.is_some_and(|around| around.trim().is_empty()))
        };
        let mut tags = Vec::new();
        for found in find(&text) {
            match found {
                Found::Open => self.problems.push(Problem::OpenMarks(place.clone())),
                Found::Stray => self.problems.push(Problem::StrayMarks(place.clone())),
                Found::Tag(range, Kind::Print(name), typed) if name == "corps" && is_only(&range) => {
                    tags.push((range, Tag { kind: Kind::Body, typed, place: place.clone() }));
                }
                Found::Tag(range, kind, typed) => tags.push((range, Tag { kind, typed, place: place.clone() })),
            }
        }
        let mut cutter = Cutter { mender: self, tags, at: 0 };
        let children = std::mem::take(&mut paragraph.children);
        let children = cutter.cut(children);
        paragraph.children = lifted(children);
    }
}

/// Puts each tag where it begins, and takes it out of the texts.
struct Cutter<'a> {
    mender: &'a mut Mender,
    tags: Vec<(std::ops::Range<usize>, Tag)>,
    /// How much of the paragraph's text was read.
    at: usize,
}

impl Cutter<'_> {
    fn cut(&mut self, children: Vec<Node>) -> Vec<Node> {
        let mut cut = Vec::new();
        for child in children {
            match child {
                Node::Text(text) => self.cut_text(&text, &mut cut),
                Node::Element(mut element) => match stands_for(&element) {
                    None => {
                        element.children = self.cut(std::mem::take(&mut element.children));
                        cut.push(Node::Element(element));
                    }
                    Some(text) => {
                        let is_inside = |(range, _): &(std::ops::Range<usize>, Tag)| range.contains(&self.at);
                        let in_a_tag = !text.is_empty() && self.tags.iter().any(is_inside);
                        self.at += text.len();
                        if !in_a_tag {
                            // A text inside a picture or a note has paragraphs of its own.
                            if !is_aside(&element) {
                                self.mender.mend(&mut element);
                            }
                            cut.push(Node::Element(element));
                        }
                    }
                },
                tag @ Node::Tag(_) => cut.push(tag),
            }
        }
        cut
    }

    fn cut_text(&mut self, text: &str, cut: &mut Vec<Node>) {
        let (begins, ends) = (self.at, self.at + text.len());
        let mut kept = begins;
        let keep = |from: usize, to: usize, cut: &mut Vec<Node>| {
            if let Some(part) = text.get(from - begins..to.saturating_sub(begins)).filter(|part| !part.is_empty()) {
                cut.push(Node::Text(part.to_owned()));
            }
        };
        for (range, tag) in &self.tags {
            if range.end <= begins || range.start >= ends {
                continue;
            }
            if range.start >= begins {
                keep(kept, range.start, cut);
                cut.push(Node::Tag(tag.clone()));
            }
            kept = range.end.min(ends);
        }
        keep(kept, ends, cut);
        self.at = ends;
    }
}

/// The text of a paragraph, through its spans.
fn read(children: &[Node], text: &mut String) {
    for child in children {
        match child {
            Node::Text(part) => text.push_str(part),
            Node::Element(element) => match stands_for(element) {
                None => read(&element.children, text),
                Some(part) => text.push_str(&part),
            },
            Node::Tag(_) => {}
        }
    }
}

/// What an element inside a paragraph stands for in its text; `None` if its own text does.
fn stands_for(element: &Element) -> Option<String> {
    match element.name.as_str() {
        "text:span" | "text:a" | "text:meta" => None,
        "text:s" => {
            let count = element.attribute("text:c").and_then(|count| count.parse().ok()).unwrap_or(1);
            Some(" ".repeat(count.clamp(1, 1000)))
        }
        "text:tab" | "text:line-break" => Some(" ".to_owned()),
        name if name.starts_with("text:bookmark")
            || name.starts_with("text:reference-mark")
            || name.starts_with("text:change")
            || name == "text:soft-page-break"
            || name == "office:annotation-end" =>
        {
            Some(String::new())
        }
        _ => Some(OBJECT.to_string()),
    }
}

/// Statements out of the spans that hold them: a span is cut in two around each.
fn lifted(children: Vec<Node>) -> Vec<Node> {
    let mut all = Vec::new();
    for child in children {
        let Node::Element(mut element) = child else {
            all.push(child);
            continue;
        };
        if stands_for(&element).is_some() {
            all.push(Node::Element(element));
            continue;
        }
        let inside = lifted(std::mem::take(&mut element.children));
        let mut piece = element.clone();
        let mut was_cut = false;
        for node in inside {
            match node {
                Node::Tag(tag) if tag.kind.is_statement() => {
                    let whole = std::mem::replace(&mut piece, element.clone());
                    all.extend((!whole.children.is_empty()).then_some(Node::Element(whole)));
                    all.push(Node::Tag(tag));
                    was_cut = true;
                }
                other => piece.children.push(other),
            }
        }
        all.extend((!was_cut || !piece.children.is_empty()).then_some(Node::Element(piece)));
    }
    all
}

fn is_paragraph(element: &Element) -> bool {
    matches!(element.name.as_str(), "text:p" | "text:h")
}

fn is_aside(element: &Element) -> bool {
    matches!(element.name.as_str(), "text:tracked-changes" | "office:annotation" | "office:forms")
}

/// The one statement, or the body, that a paragraph holds beside nothing.
fn only_tag(paragraph: &Element) -> Option<Tag> {
    lone_tag(paragraph).or_else(|| {
        let mut tags = Vec::new();
        is_blank_but_tags(&paragraph.children, &mut tags);
        match tags.as_slice() {
            [tag] if tag.kind == Kind::Body => Some(tag.clone()),
            _ => None,
        }
    })
}

/// The one statement that an element holds beside blank text.
fn lone_tag(element: &Element) -> Option<Tag> {
    let mut tags = Vec::new();
    if !is_blank_but_tags(&element.children, &mut tags) {
        return None;
    }
    match tags.as_slice() {
        [tag] if tag.kind.is_statement() => Some(tag.clone()),
        _ => None,
    }
}

fn is_blank_but_tags(children: &[Node], tags: &mut Vec<Tag>) -> bool {
    let mut is_blank = true;
    for child in children {
        is_blank &= match child {
            Node::Text(text) => text.trim().is_empty(),
            Node::Tag(tag) => {
                tags.push(tag.clone());
                true
            }
            Node::Element(element) => match element.name.as_str() {
                "text:p" | "text:h" | "text:span" | "text:a" | "table:table-cell" | "table:covered-table-cell" => {
                    is_blank_but_tags(&element.children, tags)
                }
                name => name != "table:table" && stands_for(element).is_some_and(|text| text.trim().is_empty()),
            },
        };
    }
    is_blank
}

fn first_words(text: &str) -> String {
    let shown = crate::council::plain::plain(text.trim()).into_owned();
    let words: Vec<&str> = shown.split_whitespace().collect();
    let more = if words.len() > FIRST_WORDS { "…" } else { "" };
    let first: String = words.into_iter().take(FIRST_WORDS).collect::<Vec<_>>().join(" ");
    match first.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", first.get(..end).unwrap_or("")),
        None => format!("{first}{more}"),
    }
}
