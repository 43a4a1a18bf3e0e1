//! PDF, tagged, made to be kept: PDF/A-2a and PDF/UA-1, or PDF/A-3a with the data of the sitting in it.
//!
//! Blocks become strips ([`flow`]), strips pages ([`pagination`]), pages ink ([`drawing`]). Text becomes lines behind one
//! door, [`lines::set`].

mod blocks;
mod breaking;
mod closing;
mod drawing;
mod flow;
mod fonts;
mod front;
mod hemicycle;
mod hyphenation;
mod lines;
mod pagination;
mod properties;
mod shaping;
mod sheet;
mod strips;
mod tables;
mod tagging;
mod words;

use std::collections::BTreeSet;

use krilla::SerializeSettings;
use krilla::geom::Point;
use krilla::page::PageSettings;
use krilla::tagging::ArtifactType;

use crate::french::papers::{DRAFT, page_of};
use crate::papers::document::{Document, Line, Run, Status};
use crate::papers::enclosed::PortableNames;

use super::{Cut, Dressing, NotRendered, Rendered};
use drawing::Pen;
use flow::Flow;
use fonts::Fonts;
use lines::{Alignment, Hyphenation, Setting, set};
use pagination::{Page, paginate};
use properties::Bookmark;
use shaping::Shaper;
use sheet::Sheet;
use tagging::{ElementId, Elements, Role};

/// Writes the paper.
pub fn write(document: &Document, dressing: &Dressing<'_>) -> Result<Rendered, NotRendered> {
    let look = dressing.look;
    let sheet = Sheet::of(look)?;
    let shaper = Shaper::new(Fonts::of(look.faces.as_ref())?);
    let logo = look.logo.as_ref().map(front::picture).transpose()?;

    let mut flow = Flow::new(&shaper, look);
    let whole = Flow::whole(&sheet);
    let draft = (document.status == Status::Draft).then(|| flow.elements.add(Elements::root(), Role::Paragraph));
    flow.letterhead(&whole);
    flow.blocks(&document.blocks, &whole);
    let Flow { strips, mut elements, headings, .. } = flow;
    let pages = paginate(&strips, sheet.text_height);

    let settings = SerializeSettings {
        configuration: properties::configuration(!dressing.attached.is_empty())?,
        ..SerializeSettings::default()
    };
    let mut pdf = krilla::Document::new_with(settings);
    let page_size = || PageSettings::from_wh(sheet.width, sheet.height).ok_or(NotRendered::BadSheet);
    for (number, placed) in pages.iter().enumerate() {
        let mut page = pdf.start_page_with(page_size()?);
        let mut surface = page.surface();
        let mut pen = Pen::on(&mut surface, &mut elements, &shaper, logo.as_ref());
        if let Some(heard) = draft {
            let heard = (number == 0).then_some(heard);
            mark_draft(&mut pen, &sheet, look.size, heard, &shaper);
        }
        pen.strips(placed, &sheet);
        foot(&mut pen, &sheet, look.size, (&document.reference, number + 1, pages.len()), &shaper);
        surface.finish();
        page.finish();
    }

    let bookmarks = bookmarks(&pages, &headings, &sheet, document);
    pdf.set_outline(properties::outline(&bookmarks));
    pdf.set_metadata(properties::metadata(document));
    pdf.set_tag_tree(elements.into_tree());
    let (mut given, mut names) = (BTreeSet::new(), PortableNames::default());
    for file in dressing.attached {
        if !given.insert(&file.name) {
            return Err(NotRendered::BadAttachment(file.name.clone()));
        }
        properties::enclose(file, names.next(&file.name), document, &mut pdf)?;
    }
    let bytes = pdf.finish().map_err(|error| properties::refusal(&error))?;
    Ok(Rendered { bytes, remarks: shaper.remarks() })
}

/// « PROJET » in the head of a page: heard once, on the first.
fn mark_draft(pen: &mut Pen<'_, '_, '_>, sheet: &Sheet, size: f32, heard: Option<ElementId>, shaper: &Shaper<'_>) {
    let setting = furniture(Cut::Bold, size * 1.1, Alignment::Centred);
    for row in set(&Run::literal(DRAFT).into(), &setting, sheet.text_width, shaper) {
        let at = (sheet.left + row.right, sheet.top * 0.55);
        pen.furniture(&row, at, setting.size, heard, ArtifactType::Header);
    }
}

/// The reference left, the number of the page right.
fn foot(
    pen: &mut Pen<'_, '_, '_>,
    sheet: &Sheet,
    size: f32,
    (reference, page, pages): (&str, usize, usize),
    shaper: &Shaper<'_>,
) {
    let y = sheet.top + sheet.text_height + (sheet.height - sheet.top - sheet.text_height) * 0.5;
    let room = sheet.text_width / 4.0;
    let left = furniture(Cut::Regular, size * 0.8, Alignment::Left);
    let right = Setting { alignment: Alignment::Right, ..left };
    let reference: Line = Run::literal(reference).into();
    for row in set(&reference, &left, sheet.text_width - room, shaper).iter().take(1) {
        pen.furniture(row, (sheet.left, y), left.size, None, ArtifactType::Footer);
    }
    for row in set(&Run::literal(&page_of(page, pages)).into(), &right, room, shaper) {
        let at = (sheet.left + sheet.text_width - room + row.right, y);
        pen.furniture(&row, at, right.size, None, ArtifactType::Footer);
    }
}

fn furniture(cut: Cut, size: f32, alignment: Alignment) -> Setting {
    Setting { cut, size, leading: size * 1.2, alignment, hyphenation: Hyphenation::Never }
}

/// Where each heading came to stand. A paper without any has its title as its one bookmark.
fn bookmarks(pages: &[Page<'_>], headings: &[flow::Headed], sheet: &Sheet, document: &Document) -> Vec<Bookmark> {
    let mut bookmarks = Vec::new();
    for (page, placed) in pages.iter().enumerate() {
        for placed in placed {
            if let Some(heading) = placed.strip.heading.and_then(|place| headings.get(place)) {
                let at = Point::from_xy(sheet.left, sheet.top + placed.top);
                bookmarks.push(Bookmark { level: heading.level, words: heading.words.clone(), page, at });
            }
        }
    }
    if bookmarks.is_empty() {
        let at = Point::from_xy(sheet.left, sheet.top);
        bookmarks.push(Bookmark { level: 1, words: document.title.clone(), page: 0, at });
    }
    bookmarks
}
