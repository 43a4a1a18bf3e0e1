//! The parts of the package: the list of parts, the text, the styles and the page, the properties.

use crate::french::styles as words;
use crate::look::{Look, PictureKind};
use crate::papers::document::Document;
use crate::papers::render::office::styles::{self as named_styles};
use crate::papers::render::office::units::{mm, pt};
use crate::papers::render::office::xml::Xml;

use super::body::Body;
use super::{MEDIA_TYPE, picture, styles};

/// The namespaces, by the prefixes that every writer of the format uses.
pub const SPACES: [(&str, &str); 10] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
];

const VERSION: (&str, &str) = ("office:version", "1.3");

/// Where the logo stands.
pub fn logo_path(kind: PictureKind) -> &'static str {
    match kind {
        PictureKind::Png => "Pictures/logo.png",
        PictureKind::Jpeg => "Pictures/logo.jpeg",
    }
}

fn root(name: &str, inside: impl FnOnce(&mut Xml)) -> String {
    let mut attributes = SPACES.to_vec();
    attributes.push(VERSION);
    let mut xml = Xml::part();
    xml.element(name, &attributes, inside);
    xml.finish()
}

/// What the package holds.
pub fn manifest(look: &Look) -> String {
    let mut xml = Xml::part();
    let space = ("xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
    xml.element("manifest:manifest", &[space, ("manifest:version", "1.3")], |xml| {
        let part = |xml: &mut Xml, path: &str, kind: &str| {
            xml.empty("manifest:file-entry", &[("manifest:full-path", path), ("manifest:media-type", kind)]);
        };
        let whole = [("manifest:full-path", "/"), ("manifest:version", "1.3"), ("manifest:media-type", MEDIA_TYPE)];
        xml.empty("manifest:file-entry", &whole);
        for name in ["content.xml", "styles.xml", "meta.xml"] {
            part(xml, name, "text/xml");
        }
        if let Some(logo) = &look.logo {
            part(xml, logo_path(logo.kind), picture(logo.kind));
        }
    });
    xml.finish()
}

/// The text.
pub fn content(body: &Body) -> String {
    root("office:document-content", |xml| {
        xml.element("office:automatic-styles", &[], |xml| xml.written(&body.automatic));
        xml.element("office:body", &[], |xml| {
            xml.element("office:text", &[], |xml| xml.written(&body.text));
        });
    })
}

/// Title, author, dates: those of the sitting, so that the same state gives the same bytes.
pub fn properties(document: &Document) -> String {
    let day = format!("{}T00:00:00", document.date);
    root("office:document-meta", |xml| {
        xml.element("office:meta", &[], |xml| {
            xml.text_element("meta:generator", &[], "hemicycle");
            xml.text_element("dc:title", &[], &document.title);
            xml.text_element("dc:subject", &[], &document.reference);
            xml.text_element("meta:initial-creator", &[], &document.body);
            xml.text_element("dc:creator", &[], &document.body);
            xml.text_element("meta:creation-date", &[], &day);
            xml.text_element("dc:date", &[], &day);
            xml.text_element("dc:language", &[], "fr-FR");
        });
    })
}

/// The named styles, and the page with its head and foot.
pub fn styles(reference: &str, look: &Look, header: Option<&str>) -> String {
    root("office:document-styles", |xml| {
        xml.element("office:font-face-decls", &[], |xml| {
            let family = format!("'{}'", look.family.replace('\'', ""));
            xml.empty("style:font-face", &[("style:name", &look.family), ("svg:font-family", &family)]);
        });
        xml.element("office:styles", &[], |xml| {
            defaults(xml, look);
            for style in styles::all(look) {
                xml.written(&style.xml);
            }
        });
        xml.element("office:automatic-styles", &[], |xml| page(xml, look, header.is_some()));
        xml.element("office:master-styles", &[], |xml| {
            let master = [("style:name", "Standard"), ("style:page-layout-name", "Hemicycle_page")];
            xml.element("style:master-page", &master, |xml| {
                if let Some(header) = header {
                    xml.element("style:header", &[], |xml| {
                        xml.text_element("text:p", &[("text:style-name", named_styles::DRAFT.id)], header);
                    });
                }
                xml.element("style:footer", &[], |xml| foot(xml, reference));
            });
        });
    })
}

fn defaults(xml: &mut Xml, look: &Look) {
    xml.element("style:default-style", &[("style:family", "paragraph")], |xml| {
        xml.empty("style:paragraph-properties", &[("style:tab-stop-distance", "12.5mm")]);
        let size = pt(look.size);
        let properties = [
            ("style:font-name", look.family.as_str()),
            ("fo:font-size", size.as_str()),
            ("fo:language", "fr"),
            ("fo:country", "FR"),
            ("fo:hyphenate", "false"),
        ];
        xml.empty("style:text-properties", &properties);
    });
    xml.empty("style:style", &[("style:name", "Standard"), ("style:family", "paragraph")]);
}

fn page(xml: &mut Xml, look: &Look, is_draft: bool) {
    // The width of the text, for the number of the page on its right.
    let right = mm(look.text_width());
    let style = [
        ("style:name", "Hemicycle_pied"),
        ("style:family", "paragraph"),
        ("style:parent-style-name", named_styles::FOOT.id),
    ];
    xml.element("style:style", &style, |xml| {
        xml.element("style:paragraph-properties", &[], |xml| {
            xml.element("style:tab-stops", &[], |xml| {
                xml.empty("style:tab-stop", &[("style:position", &right), ("style:type", "right")]);
            });
        });
    });
    let margins = look.margins;
    let (width, height) = (mm(look.sheet.0), mm(look.sheet.1));
    // Head and foot stand in the margins: a draft breaks its lines and pages where the final paper does.
    let (top, bottom) = (mm(margins.top / 2.0), mm(margins.bottom / 2.0));
    let (left, right) = (mm(margins.left), mm(margins.right));
    let orientation = if look.sheet.0 > look.sheet.1 { "landscape" } else { "portrait" };
    let whole_top = mm(margins.top);
    let properties = [
        ("fo:page-width", width.as_str()),
        ("fo:page-height", height.as_str()),
        ("style:print-orientation", orientation),
        ("fo:margin-top", if is_draft { top.as_str() } else { whole_top.as_str() }),
        ("fo:margin-bottom", bottom.as_str()),
        ("fo:margin-left", left.as_str()),
        ("fo:margin-right", right.as_str()),
    ];
    xml.element("style:page-layout", &[("style:name", "Hemicycle_page")], |xml| {
        xml.empty("style:page-layout-properties", &properties);
        xml.element("style:header-style", &[], |xml| {
            if is_draft {
                xml.empty(
                    "style:header-footer-properties",
                    &[("svg:height", &top), ("fo:margin-bottom", "0mm"), ("style:dynamic-spacing", "false")],
                );
            }
        });
        xml.element("style:footer-style", &[], |xml| {
            let under = mm((margins.bottom / 2.0 - 6.0).max(0.0));
            xml.empty(
                "style:header-footer-properties",
                &[("svg:height", &bottom), ("fo:margin-top", &under), ("style:dynamic-spacing", "false")],
            );
        });
    });
}

fn foot(xml: &mut Xml, reference: &str) {
    xml.element("text:p", &[("text:style-name", "Hemicycle_pied")], |xml| {
        xml.text(reference);
        xml.empty("text:tab", &[]);
        xml.text(words::PAGE);
        xml.text_element("text:page-number", &[("text:select-page", "current")], "1");
        xml.text(words::OF_PAGES);
        xml.text_element("text:page-count", &[], "1");
    });
}
