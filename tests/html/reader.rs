//! A small strict reader of HTML that knows nothing of the program: a tree of elements, entities read back.
//!
//! It takes what a careful writer writes: every element closed in its order, every attribute in double quotes.

use std::collections::BTreeMap;

const VOID: [&str; 5] = ["meta", "hr", "br", "col", "img"];

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    pub tag: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Child>,
}

#[derive(Debug)]
pub enum Child {
    Element(Element),
    Text(String),
}

/// Reads a page; the element that is given holds the whole of it.
pub fn read(page: &str) -> Element {
    let mut rest = page.strip_prefix("<!DOCTYPE html>\n").expect("the type of the document");
    let mut open = vec![Element::default()];
    while !rest.is_empty() {
        let Some(tag) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            let text = unescaped(&rest[..end]);
            open.last_mut().unwrap().children.push(Child::Text(text));
            rest = &rest[end..];
            continue;
        };
        let end = tag.find('>').expect("the end of a tag");
        rest = &tag[end + 1..];
        if let Some(closed) = tag[..end].strip_prefix('/') {
            let element = open.pop().unwrap();
            assert_eq!(element.tag, closed, "closed in another order");
            open.last_mut().expect("nothing is open").children.push(Child::Element(element));
            continue;
        }
        let element = opening(&tag[..end]);
        if VOID.contains(&element.tag.as_str()) {
            open.last_mut().unwrap().children.push(Child::Element(element));
        } else if element.tag == "style" {
            let end = rest.find("</").expect("the end of the style sheet");
            let sheet = Child::Text(rest[..end].to_owned());
            rest = rest[end..].strip_prefix("</style>").expect("the style sheet is left by its own end only");
            open.last_mut().unwrap().children.push(Child::Element(Element { children: vec![sheet], ..element }));
        } else {
            open.push(element);
        }
    }
    assert_eq!(open.len(), 1, "something is not closed");
    open.pop().unwrap()
}

fn opening(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()), "{tag}");
    let mut attributes = BTreeMap::new();
    while !rest.is_empty() {
        let (key, after) = rest.split_once("=\"").unwrap_or_else(|| panic!("an attribute in {tag}"));
        let (value, after) = after.split_once('"').unwrap_or_else(|| panic!("a value in {tag}"));
        assert_eq!(attributes.insert(key.to_owned(), unescaped(value)), None, "twice in {tag}");
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    Element { tag: name.to_owned(), attributes, children: Vec::new() }
}

fn unescaped(text: &str) -> String {
    let mut read = String::new();
    let mut rest = text;
    while let Some(place) = rest.find('&') {
        read.push_str(&rest[..place]);
        let (name, after) = rest[place + 1..].split_once(';').expect("the end of an entity");
        read.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            other => panic!("&{other};"),
        });
        rest = after;
    }
    assert!(!rest.contains('>'), "a bare sign in {rest}");
    read + rest
}

impl Element {
    /// Every element in it, itself first, in the order of the page.
    pub fn all(&self) -> Vec<&Element> {
        let mut all = vec![self];
        for child in &self.children {
            if let Child::Element(element) = child {
                all.extend(element.all());
            }
        }
        all
    }

    /// The elements of that tag; of that class too if one is given.
    pub fn find(&self, tag: &str, class: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|e| e.tag == tag && (class.is_empty() || e.class() == class)).collect()
    }

    pub fn class(&self) -> &str {
        self.attributes.get("class").map_or("", String::as_str)
    }

    /// The words in it, without those that are not read aloud.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for child in &self.children {
            match child {
                Child::Text(words) => text.push_str(words),
                Child::Element(e) if e.tag == "br" => text.push('\n'),
                Child::Element(e) if e.attributes.contains_key("aria-hidden") || e.tag == "style" => {}
                Child::Element(e) => text.push_str(&e.text()),
            }
        }
        text
    }
}
