//! XML as a tree: elements with their attributes as they were written, and texts unescaped.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::tag::Tag;

/// The deepest nesting that is read: no text has a tenth of it, and a tree is walked by calls in calls.
const DEEPEST: usize = 120;

/// A node of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// A text.
    Text(String),
    /// A field, condition or loop found in the texts.
    Tag(Tag),
}

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name, with its prefix.
    pub name: String,
    /// Its attributes as they were written.
    pub attributes: String,
    /// What it holds.
    pub children: Vec<Node>,
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let attributes = Attributes::new(&self.attributes, 0);
        let found = attributes.flatten().find(|it| it.key.as_ref() == name)?;
        Some(found.value.into_owned())
    }

    /// The child of that name.
    pub fn child(&mut self, name: &str) -> Option<&mut Element> {
        self.children.iter_mut().find_map(|child| match child {
            Node::Element(element) if element.name == name => Some(element),
            _ => None,
        })
    }
}

/// Reads a part. Comments and processing instructions are left out; a document type is refused, for it may make a text
/// of a thousand out of one, and so is a character that XML has no room for: the paper would not open.
pub fn parse(xml: &str) -> Option<Element> {
    if xml.chars().any(is_no_character_of_xml) {
        return None;
    }
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                if open.len() == DEEPEST || root.is_some() {
                    return None;
                }
                open.push(element(&start)?);
            }
            Event::Empty(start) => {
                let element = element(&start)?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(Node::Element(element)),
                    None if root.is_none() => root = Some(element),
                    None => return None,
                }
            }
            Event::End(_) => {
                let element = open.pop()?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(Node::Element(element)),
                    None => root = Some(element),
                }
            }
            Event::Text(text) => add(&mut open, &text.xml10_content()),
            Event::CData(text) => add(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => add(&mut open, character(&reference)?.encode_utf8(&mut [0; 4])),
            Event::DocType(_) => return None,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => return root.filter(|_| open.is_empty()),
        }
    }
}

/// Whether a part that is copied as it stands is one that other programs read. It may have a document type: LibreOffice
/// gives one to the part of a macro, and nothing is made of it here.
pub fn is_sound(xml: &str) -> bool {
    if xml.chars().any(is_no_character_of_xml) {
        return false;
    }
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        let Ok(event) = reader.read_event() else { return false };
        let reads = match event {
            Event::Start(start) => {
                depth += 1;
                element(&start).is_some()
            }
            Event::Empty(start) => element(&start).is_some(),
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                true
            }
            Event::GeneralRef(reference) => character(&reference).is_some(),
            Event::Eof => return depth == 0,
            _ => true,
        };
        if !reads {
            return false;
        }
    }
}

/// The character that a reference stands for. One that XML has no room for cannot be written by its number either.
fn character(reference: &BytesRef<'_>) -> Option<char> {
    match reference.resolve_char_ref().ok()? {
        Some(character) => Some(character).filter(|&character| !is_no_character_of_xml(character)),
        None => match reference.as_ref() {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => None,
        },
    }
}

fn element(start: &BytesStart<'_>) -> Option<Element> {
    let attributes = start.attributes_raw();
    // They are written again as they stand, so they must stand right.
    let is_right = |value: &str| {
        !value.contains('<') && unescape(value).is_ok_and(|value| !value.chars().any(is_no_character_of_xml))
    };
    let reads = Attributes::new(attributes, 0).all(|it| it.is_ok_and(|it| is_right(&it.value)));
    reads.then(|| Element {
        name: start.name().as_ref().to_owned(),
        attributes: attributes.trim().to_owned(),
        children: Vec::new(),
    })
}

fn add(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut() else { return };
    match parent.children.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => parent.children.push(Node::Text(text.to_owned())),
    }
}

/// The head of an element, as XML.
pub fn head(element: &Element) -> String {
    match element.attributes.as_str() {
        "" => format!("<{}>", element.name),
        attributes => format!("<{} {attributes}>", element.name),
    }
}

/// Whether XML 1.0 has no room for it (its production `Char`): a control other than tab and ends of line, U+FFFE, U+FFFF.
fn is_no_character_of_xml(character: char) -> bool {
    matches!(character, '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_keeps_attributes_and_joins_texts() {
        let tree = parse("<?xml version='1.0'?><a b='1 &amp; 2'>x&lt;<![CDATA[<y>]]>&#233;<c/></a>").unwrap();
        assert_eq!(head(&tree), "<a b='1 &amp; 2'>");
        assert_eq!(tree.children.first(), Some(&Node::Text("x<<y>é".into())));
    }

    #[test]
    fn case_73_a_character_that_xml_has_no_room_for_is_not_read() {
        for character in ['\u{1}', '\u{1b}', '\u{FFFE}'] {
            assert_eq!(parse(&format!("<a>x{character}</a>")), None, "in a text");
            assert_eq!(parse(&format!("<a b='{character}'/>")), None, "in an attribute");
            let number = u32::from(character);
            assert_eq!(parse(&format!("<a>x&#{number};</a>")), None, "by its number in a text");
            assert_eq!(parse(&format!("<a b='&#x{number:x};'/>")), None, "by its number in an attribute");
        }
        assert!(parse("<a b='&#9;'>\tx\r\n&#10;</a>").is_some());
    }

    #[test]
    fn what_is_copied_is_sound_with_a_document_type_and_not_with_what_no_program_reads() {
        assert!(is_sound("<!DOCTYPE a PUBLIC 'b' 'c'><a b='1'>x &lt; <c/></a>"));
        for xml in ["<a>", "<a>\u{1b}</a>", "<a>&#27;</a>", "<a b='&#27;'/>", "<a b='<'/>", "<a></b>", "<a>&b;</a>"] {
            assert!(!is_sound(xml), "{xml}");
        }
    }

    #[test]
    fn what_is_hostile_or_broken_is_not_read() {
        let deep = "<a>".repeat(5000) + &"</a>".repeat(5000);
        for xml in ["<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a>&b;</a>", "<a>", "<a></b>", "<a/><b/>", "", &deep] {
            assert_eq!(parse(xml), None, "{}", &xml[..xml.len().min(60)]);
        }
    }
}
