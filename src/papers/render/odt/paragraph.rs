//! A paragraph and its spans.

use crate::papers::document::{Emphasis, Line};
use crate::papers::render::office::pieces::{Piece, pieces};
use crate::papers::render::office::xml::Xml;

use crate::french::styles;

use super::automatic::encoded;

/// The content of a line: spans, line ends, and each space that would be lost beside another written as an element.
pub fn content(xml: &mut Xml, line: &Line) {
    // A space at the head of a paragraph is lost too.
    let mut after_space = true;
    for piece in pieces(line) {
        match piece {
            Piece::Break => {
                xml.empty("text:line-break", &[]);
                after_space = true;
            }
            Piece::Text(text, emphasis) => match span(emphasis) {
                Some(style) => xml.element("text:span", &[("text:style-name", &encoded(style))], |xml| {
                    after_space = spaced(xml, &text, after_space);
                }),
                None => after_space = spaced(xml, &text, after_space),
            },
        }
    }
}

/// Writes a text that follows a space or not; says whether it ends with one.
pub fn spaced(xml: &mut Xml, text: &str, mut after_space: bool) -> bool {
    let mut plain = String::new();
    let mut lost = 0_usize;
    for character in text.chars() {
        if character == ' ' && after_space {
            lost += 1;
            continue;
        }
        flush(xml, &mut plain, &mut lost);
        plain.push(character);
        after_space = character == ' ';
    }
    flush(xml, &mut plain, &mut lost);
    if !plain.is_empty() {
        xml.text(&plain);
    }
    after_space
}

/// Writes the spaces that would be lost, behind the text before them.
fn flush(xml: &mut Xml, plain: &mut String, lost: &mut usize) {
    if *lost == 0 {
        return;
    }
    if !plain.is_empty() {
        xml.text(plain);
        plain.clear();
    }
    xml.empty("text:s", &[("text:c", &lost.to_string())]);
    *lost = 0;
}

/// The character style of an emphasis.
fn span(emphasis: Emphasis) -> Option<&'static str> {
    match (emphasis.bold, emphasis.italic) {
        (false, false) => None,
        (true, false) => Some(styles::BOLD),
        (false, true) => Some(styles::ITALIC),
        (true, true) => Some(styles::BOLD_ITALIC),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::document::Run;

    #[test]
    fn no_space_is_lost() {
        let mut xml = Xml::fragment();
        assert!(spaced(&mut xml, "  a  b ", true));
        content(&mut xml, &Line::prose("c ").then(Run::prose(" d").bold()));
        assert_eq!(
            xml.finish(),
            "<text:s text:c=\"2\"/>a <text:s text:c=\"1\"/>b c <text:span text:style-name=\"Gras\"><text:s text:c=\"1\"/>d</text:span>"
        );
    }
}
