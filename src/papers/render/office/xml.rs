//! XML written element by element: always well formed, always escaped, never a character that XML forbids.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::council::plain::plain;

/// Attributes of an element, in order.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A part being written.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A whole part, with its declaration.
    pub fn part() -> Self {
        let mut xml = Self::fragment();
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// A piece to stand inside another.
    pub fn fragment() -> Self {
        Self(Writer::new(Vec::new()))
    }

    /// An element around what `inside` writes.
    pub fn element(&mut self, name: &str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.event(Event::Start(start(name, attributes)));
        inside(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element around a text.
    pub fn text_element(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.element(name, attributes, |xml| xml.text(text));
    }

    /// A text, escaped. What is hidden in it is shown by its code, so no control character gets into a part.
    pub fn text(&mut self, text: &str) {
        self.event(Event::Text(BytesText::new(&plain(text))));
    }

    /// A text that a reader of XML gave: written again as it was.
    pub fn as_it_stands(&mut self, text: &str) {
        self.event(Event::Text(BytesText::new(text)));
    }

    /// What another writer has written: well formed XML.
    pub fn written(&mut self, xml: &str) {
        self.event(Event::Text(BytesText::from_escaped(xml)));
    }

    /// The XML.
    pub fn finish(self) -> String {
        String::from_utf8_lossy(&self.0.into_inner()).into_owned()
    }

    fn event(&mut self, event: Event<'_>) {
        // Writing into memory cannot fail.
        let _ = self.0.write_event(event);
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, plain(value).as_ref()));
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_text_is_text_wherever_it_stands() {
        let mut xml = Xml::fragment();
        xml.element("a", &[("b", "\"<&'\u{1}\n")], |xml| xml.text("]]><c d='e'>&amp;\u{0}\r"));
        assert_eq!(
            xml.finish(),
            "<a b=\"&quot;&lt;&amp;&apos;‹U+0001›‹U+000A›\">]]&gt;&lt;c d=&apos;e&apos;&gt;&amp;amp;‹U+0000›‹U+000D›</a>"
        );
    }
}
