//! The small parts: what the package holds, how its parts hang together, properties, head and foot of a page.

use crate::french::papers::DRAFT;
use crate::french::styles as words;
use crate::look::{Look, PictureKind};
use crate::papers::document::{Document, Line};
use crate::papers::render::office::styles;
use crate::papers::render::office::units::twips;
use crate::papers::render::office::xml::Xml;

use super::paragraph::{Place, paragraph};
use super::picture;

/// The namespace of the text.
pub const WORD: (&str, &str) = ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
/// The namespaces of the main part.
pub const DOCUMENT_SPACES: &[(&str, &str)] = &[
    WORD,
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
];
/// What the main part calls the foot of a page.
pub const FOOTER: &str = "rId4";
/// What it calls the head.
pub const DRAFT_HEADER: &str = "rId5";
/// What it calls the logo.
pub const LOGO: &str = "rId6";

const RELATIONS: (&str, &str) = ("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Where the logo stands, beside the main part.
pub fn logo_path(kind: PictureKind) -> String {
    format!("media/logo.{}", picture(kind).0)
}

/// What each part is.
pub fn content_types(look: &Look, is_draft: bool) -> String {
    let mut xml = Xml::part();
    let space = ("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
    xml.element("Types", &[space], |xml| {
        let default = |xml: &mut Xml, extension, kind| {
            xml.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
        };
        default(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
        default(xml, "xml", "application/xml");
        if let Some(logo) = &look.logo {
            let (extension, kind) = picture(logo.kind);
            default(xml, extension, kind);
        }
        let part = |xml: &mut Xml, name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        part(xml, "/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        part(xml, "/word/document.xml", &format!("{WORD_TYPE}.document.main+xml"));
        for name in ["styles", "numbering", "settings"] {
            part(xml, &format!("/word/{name}.xml"), &format!("{WORD_TYPE}.{name}+xml"));
        }
        part(xml, "/word/footer1.xml", &format!("{WORD_TYPE}.footer+xml"));
        if is_draft {
            part(xml, "/word/header1.xml", &format!("{WORD_TYPE}.header+xml"));
        }
    });
    xml.finish()
}

/// From the package to its parts.
pub fn relations() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    related(&[
        ("rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml"),
        ("rId2", core, "docProps/core.xml"),
        ("rId3", &format!("{OFFICE}/extended-properties"), "docProps/app.xml"),
    ])
}

/// From the main part to the others.
pub fn document_relations(look: &Look, is_draft: bool) -> String {
    let kind = |name: &str| format!("{OFFICE}/{name}");
    let (styles, numbering, settings) = (kind("styles"), kind("numbering"), kind("settings"));
    let (footer, header, image) = (kind("footer"), kind("header"), kind("image"));
    let mut all = vec![
        ("rId1", styles.as_str(), "styles.xml"),
        ("rId2", numbering.as_str(), "numbering.xml"),
        ("rId3", settings.as_str(), "settings.xml"),
        (FOOTER, footer.as_str(), "footer1.xml"),
    ];
    if is_draft {
        all.push((DRAFT_HEADER, header.as_str(), "header1.xml"));
    }
    let logo = look.logo.as_ref().map(|logo| logo_path(logo.kind));
    if let Some(path) = &logo {
        all.push((LOGO, image.as_str(), path));
    }
    related(&all)
}

fn related(all: &[(&str, &str, &str)]) -> String {
    let mut xml = Xml::part();
    xml.element("Relationships", &[RELATIONS], |xml| {
        for (id, kind, target) in all {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.finish()
}

/// Title, author, dates: those of the sitting, so that the same state gives the same bytes.
pub fn properties(document: &Document) -> String {
    let mut xml = Xml::part();
    let spaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let day = format!("{}T00:00:00Z", document.date);
    let is_date = [("xsi:type", "dcterms:W3CDTF")];
    xml.element("cp:coreProperties", &spaces, |xml| {
        xml.text_element("dc:title", &[], &document.title);
        xml.text_element("dc:subject", &[], &document.reference);
        xml.text_element("dc:creator", &[], &document.body);
        xml.text_element("cp:lastModifiedBy", &[], &document.body);
        xml.text_element("dcterms:created", &is_date, &day);
        xml.text_element("dcterms:modified", &is_date, &day);
        xml.text_element("dc:language", &[], "fr-FR");
    });
    xml.finish()
}

/// By what program.
pub fn program() -> String {
    let mut xml = Xml::part();
    let space = ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
    xml.element("Properties", &[space], |xml| xml.text_element("Application", &[], "hemicycle"));
    xml.finish()
}

/// What Word asks of a file of today: no mode of compatibility.
pub fn settings() -> String {
    let mut xml = Xml::part();
    xml.element("w:settings", &[WORD], |xml| {
        xml.empty("w:defaultTabStop", &[("w:val", "708")]);
        xml.element("w:compat", &[], |xml| {
            let uri = ("w:uri", "http://schemas.microsoft.com/office/word");
            xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), uri, ("w:val", "15")]);
        });
        xml.empty("w:themeFontLang", &[("w:val", "fr-FR")]);
    });
    xml.finish()
}

/// « PROJET » over each page.
pub fn draft_header() -> String {
    let mut xml = Xml::part();
    xml.element("w:hdr", &[WORD], |xml| {
        paragraph(xml, styles::DRAFT, Place::default(), false, &Line::prose(DRAFT));
    });
    xml.finish()
}

/// What the paper is on the left, the page on the right.
pub fn footer(reference: &str, look: &Look) -> String {
    let mut xml = Xml::part();
    xml.element("w:ftr", &[WORD], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:pStyle", &[("w:val", styles::FOOT.id)]);
                xml.element("w:tabs", &[], |xml| {
                    let width = twips(look.text_width()).to_string();
                    xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &width)]);
                });
            });
            let text = |xml: &mut Xml, text: &str| {
                xml.element("w:r", &[], |xml| xml.text_element("w:t", &[("xml:space", "preserve")], text));
            };
            text(xml, reference);
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
            text(xml, words::PAGE);
            field(xml, "PAGE");
            text(xml, words::OF_PAGES);
            field(xml, "NUMPAGES");
        });
    });
    xml.finish()
}

fn field(xml: &mut Xml, name: &str) {
    xml.element("w:fldSimple", &[("w:instr", name)], |xml| {
        xml.element("w:r", &[], |xml| xml.text_element("w:t", &[], "1"));
    });
}
