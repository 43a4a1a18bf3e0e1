//! The styles of the body, put into a model that lacks them. Those that it has are the clerk's, and stay.

use std::collections::BTreeSet;

use crate::look::Look;
use crate::papers::render::odt::parts::SPACES;
use crate::papers::render::odt::styles::all;

use super::tree::{Element, Node};

/// The named styles that a model has: family and name.
pub struct Known(BTreeSet<(String, String)>);

impl Known {
    /// The XML of the styles of the body that are not there.
    pub fn missing(&self, look: &Look) -> String {
        let is_there = |family: &str, name: &str| self.0.contains(&(family.to_owned(), name.to_owned()));
        all(look).into_iter().filter(|style| !is_there(style.family, &style.name)).map(|style| style.xml).collect()
    }
}

/// Makes room for styles in both parts, and says which ones are there.
pub fn prepare(content: &mut Element, styles: &mut Element) -> Known {
    for root in [&mut *content, &mut *styles] {
        declare_spaces(root);
    }
    make_room(content, "office:automatic-styles", &["office:body"]);
    make_room(styles, "office:styles", &["office:automatic-styles", "office:master-styles"]);
    let mut known = BTreeSet::new();
    for child in styles.child("office:styles").map(|it| it.children.as_slice()).unwrap_or_default() {
        if let Node::Element(style) = child
            && let Some(name) = style.attribute("style:name")
        {
            let family = match style.name.as_str() {
                "text:list-style" => Some("list".to_owned()),
                "style:style" => style.attribute("style:family"),
                _ => None,
            };
            known.extend(family.map(|family| (family, name)));
        }
    }
    Known(known)
}

/// The body is written with the prefixes that every writer of the format uses; a model need not have them all.
fn declare_spaces(root: &mut Element) {
    for (prefix, space) in SPACES {
        if root.attribute(prefix).is_none() {
            root.attributes.extend([" ", prefix, "=\"", space, "\""]);
        }
    }
}

fn make_room(root: &mut Element, name: &str, before: &[&str]) {
    if root.child(name).is_some() {
        return;
    }
    let is_before = |child: &Node| matches!(child, Node::Element(element) if before.contains(&element.name.as_str()));
    let at = root.children.iter().position(is_before).unwrap_or(root.children.len());
    let empty = Element { name: name.to_owned(), attributes: String::new(), children: Vec::new() };
    root.children.insert(at, Node::Element(empty));
}
