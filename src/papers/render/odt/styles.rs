//! The named styles, each as a piece of XML: a model that lacks one is given it.

use crate::french::styles as words;
use crate::look::{Look, Rgb};
use crate::papers::render::office::styles::{self, Align, Border, LIST_INDENT, ParagraphStyle};
use crate::papers::render::office::units::{mm, pt};
use crate::papers::render::office::xml::Xml;

use super::automatic::named;

/// Text in bold.
pub const BOLD: &str = "Gras";
/// Text in italics.
pub const ITALIC: &str = "Italique";
/// Text in both.
pub const BOLD_ITALIC: &str = "GrasItalique";
/// A list with dots.
pub const BULLETS: &str = "Puces";
/// A numbered list.
pub const NUMBERS: &str = "Numeros";

/// A named style: what it is a style of, its name, and the XML that makes it.
pub struct Named {
    /// « paragraph », « text » or « list ».
    pub family: &'static str,
    /// Its name in the file.
    pub name: String,
    /// The element that makes it.
    pub xml: String,
}

/// Every named style of a text, in order.
pub fn all(look: &Look) -> Vec<Named> {
    let mut named_styles: Vec<Named> = styles::all().map(|style| paragraph(style, look)).collect();
    named_styles.extend([
        text(BOLD, words::BOLD, true, false),
        text(ITALIC, words::ITALIC, false, true),
        text(BOLD_ITALIC, words::BOLD_ITALIC, true, true),
        list(BULLETS, words::BULLETS, false),
        list(NUMBERS, words::NUMBERS, true),
    ]);
    named_styles
}

fn paragraph(style: ParagraphStyle, look: &Look) -> Named {
    let name = named(style);
    let level = style.level.map(|level| level.to_string());
    let mut head = vec![
        ("style:name", name.as_str()),
        ("style:display-name", style.name),
        ("style:family", "paragraph"),
        ("style:parent-style-name", "Standard"),
    ];
    if let Some(level) = &level {
        head.extend([("style:next-style-name", styles::TEXT.id), ("style:default-outline-level", level)]);
    }
    let mut xml = Xml::fragment();
    xml.element("style:style", &head, |xml| {
        paragraph_properties(xml, style, look);
        text_properties(xml, style, look);
    });
    Named { family: "paragraph", name, xml: xml.finish() }
}

fn paragraph_properties(xml: &mut Xml, style: ParagraphStyle, look: &Look) {
    let (before, after, indent) = (pt(style.before), pt(style.after), mm(style.indent));
    let free = if style.border == Border::Box { look.text_width() * styles::STAMP_MARGIN } else { 0.0 };
    let free = mm(free);
    let align = match style.align {
        Align::Left => "start",
        Align::Both => "justify",
        Align::Centre => "center",
        Align::Right => "end",
    };
    let mut properties = vec![
        ("fo:margin-top", before.as_str()),
        ("fo:margin-bottom", after.as_str()),
        ("fo:margin-left", indent.as_str()),
        ("fo:margin-right", free.as_str()),
        ("fo:text-align", align),
        ("fo:text-indent", "0mm"),
        ("fo:orphans", "2"),
        ("fo:widows", "2"),
    ];
    if style.keep_with_next {
        properties.extend([("fo:keep-with-next", "always"), ("fo:keep-together", "always")]);
    }
    match style.border {
        Border::None => {}
        Border::Below => properties.extend([
            ("fo:border-bottom", "0.5pt solid #808080"),
            ("fo:padding-bottom", "1mm"),
            ("style:join-border", "false"),
        ]),
        Border::Box => properties.extend([
            ("fo:border", "0.5pt solid #808080"),
            ("fo:padding", "1.5mm"),
            ("fo:keep-together", "always"),
        ]),
    }
    xml.empty("style:paragraph-properties", &properties);
}

fn text_properties(xml: &mut Xml, style: ParagraphStyle, look: &Look) {
    // Beside the size of the text around: in a model, that of the clerk.
    let size = format!("{:.0}%", style.scale * 100.0);
    let weight = if style.bold { "bold" } else { "normal" };
    let slant = if style.italic { "italic" } else { "normal" };
    let Rgb(red, green, blue) = look.accent;
    let colour = format!("#{red:02x}{green:02x}{blue:02x}");
    let mut properties = vec![
        ("fo:font-size", size.as_str()),
        ("fo:font-weight", weight),
        ("fo:font-style", slant),
        ("fo:hyphenate", "false"),
    ];
    if style.accent {
        properties.push(("fo:color", &colour));
    }
    xml.empty("style:text-properties", &properties);
}

fn text(name: &str, display: &str, bold: bool, italic: bool) -> Named {
    let mut properties = Vec::new();
    if bold {
        properties.push(("fo:font-weight", "bold"));
    }
    if italic {
        properties.push(("fo:font-style", "italic"));
    }
    let mut xml = Xml::fragment();
    let head = [("style:name", name), ("style:display-name", display), ("style:family", "text")];
    xml.element("style:style", &head, |xml| xml.empty("style:text-properties", &properties));
    Named { family: "text", name: name.to_owned(), xml: xml.finish() }
}

fn list(name: &str, display: &str, numbered: bool) -> Named {
    const DOTS: [&str; 3] = ["•", "–", "▪"];
    let mut xml = Xml::fragment();
    xml.element("text:list-style", &[("style:name", name), ("style:display-name", display)], |xml| {
        // The format knows ten levels.
        for level in 1_u8..=10 {
            let level_text = level.to_string();
            let level_is = ("text:level", level_text.as_str());
            let margins = |xml: &mut Xml| level_margins(xml, level);
            if numbered {
                let mark = [level_is, ("style:num-format", "1"), ("style:num-suffix", ".")];
                xml.element("text:list-level-style-number", &mark, margins);
            } else {
                let dot = DOTS.get(usize::from(level - 1) % DOTS.len()).copied().unwrap_or("•");
                xml.element("text:list-level-style-bullet", &[level_is, ("text:bullet-char", dot)], margins);
            }
        }
    });
    Named { family: "list", name: name.to_owned(), xml: xml.finish() }
}

fn level_margins(xml: &mut Xml, level: u8) {
    let (left, back) = (mm(LIST_INDENT * f32::from(level)), mm(-LIST_INDENT));
    let mode = [("text:list-level-position-and-space-mode", "label-alignment")];
    xml.element("style:list-level-properties", &mode, |xml| {
        let alignment = [
            ("text:label-followed-by", "listtab"),
            ("text:list-tab-stop-position", left.as_str()),
            ("fo:text-indent", back.as_str()),
            ("fo:margin-left", left.as_str()),
        ];
        xml.empty("style:list-level-label-alignment", &alignment);
    });
}
