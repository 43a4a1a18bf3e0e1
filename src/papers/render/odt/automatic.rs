//! Automatic styles: what one place of the text needs beside its named style. Their names begin like no name of
//! LibreOffice, so that they can be put into a file that has its own.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::papers::render::office::styles::{ENCLOSED_INDENT, ParagraphStyle};
use crate::papers::render::office::units::mm;
use crate::papers::render::office::xml::{Attributes, Xml};

/// The head of every name made here.
const OURS: &str = "Hemicycle_";

/// What a paragraph needs where it stands, beside its style.
#[derive(Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is one property of a paragraph")]
pub struct Here {
    /// It stays with the next paragraph.
    pub keep: bool,
    /// It begins a page.
    pub new_page: bool,
    /// It is aligned on the left, whatever its style says.
    pub left: bool,
    /// It begins where the text around its section does.
    pub out: bool,
}

/// The automatic styles of a text, by name.
#[derive(Default)]
pub struct Automatic(BTreeMap<String, String>);

impl Automatic {
    /// A style of that family: its name. The same properties are one style.
    pub fn style(&mut self, family: &str, name: &str, properties: &str, attributes: Attributes<'_>) -> String {
        let name = format!("{OURS}{name}");
        self.0.entry(name.clone()).or_insert_with(|| {
            let mut xml = Xml::fragment();
            xml.element("style:style", &[("style:name", &name), ("style:family", family)], |xml| {
                xml.empty(properties, attributes);
            });
            xml.finish()
        });
        name
    }

    /// The style of a paragraph, with what it needs where it stands.
    pub fn paragraph(&mut self, style: ParagraphStyle, here: Here) -> String {
        let parent = named(style);
        let mut name = format!("{OURS}{}", style.id);
        let mut properties = Vec::new();
        if here.keep {
            name.push_str("_suivi");
            properties.extend([("fo:keep-with-next", "always"), ("fo:keep-together", "always")]);
        }
        if here.new_page {
            name.push_str("_saut");
            properties.push(("fo:break-before", "page"));
        }
        if here.left {
            name.push_str("_gauche");
            properties.push(("fo:text-align", "start"));
        }
        let out = mm(-ENCLOSED_INDENT);
        if here.out {
            name.push_str("_dehors");
            properties.push(("fo:margin-left", &out));
        }
        if properties.is_empty() {
            return parent;
        }
        self.0.entry(name.clone()).or_insert_with(|| {
            let mut xml = Xml::fragment();
            let head = [
                ("style:name", name.as_str()),
                ("style:family", "paragraph"),
                ("style:parent-style-name", parent.as_str()),
            ];
            xml.element("style:style", &head, |xml| xml.empty("style:paragraph-properties", &properties));
            xml.finish()
        });
        name
    }

    /// The XML of all, in the order of their names.
    pub fn finish(self) -> String {
        self.0.into_values().collect()
    }
}

/// The name of a style in the file.
pub fn named(style: ParagraphStyle) -> String {
    encoded(style.name)
}

/// The name that a clerk sees, as LibreOffice writes it into a file: a style that she changed in a model is known by it.
pub fn encoded(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len());
    for (place, character) in name.char_indices() {
        let is_kept = character.is_ascii_alphabetic()
            || (matches!(character, 'À'..='ÿ') && character.is_alphabetic())
            || (place > 0 && (character.is_ascii_digit() || matches!(character, '-' | '.')));
        if is_kept {
            encoded.push(character);
        } else {
            // Writing into a `String` cannot fail.
            let _ = write!(encoded, "_{:x}_", u32::from(character));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_as_libreoffice_writes_it() {
        assert_eq!(encoded("Heading 1"), "Heading_20_1");
        assert_eq!(encoded("Filet d\u{2019}encart"), "Filet_20_d_2019_encart");
        assert_eq!(encoded("D\u{e9}cision"), "D\u{e9}cision");
    }
}
