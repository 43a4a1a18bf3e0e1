//! The look of an assembly: letterhead, logo, faces, sheet.

use std::sync::Arc;

use hemicycle::look::{Faces, Logo, Look, Margins, PictureKind, Rgb};
use hemicycle::papers::NotRendered;
use hemicycle::papers::render::Cut;

use crate::everything::{PROSE, document, everything, text};
use crate::{rendered, tools};

/// A picture of 2 × 1 pixels, made by hand: signature, header, one row of two colours, end.
const PICTURE: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x02, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x7b, 0x40, 0xe8, 0xdd, 0x00, 0x00, 0x00, 0x12, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x01, 0x01, 0x07, 0x00, 0xf8, 0xff, 0x00, 0x14, 0x3c, 0x78, 0xc0, 0x30, 0x30, 0x06, 0x5b,
    0x01, 0xe9, 0xa2, 0x27, 0x01, 0xeb, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

fn logo(bytes: &[u8]) -> Logo {
    Logo {
        bytes: Arc::from(bytes),
        kind: PictureKind::Png,
        pixels: (2, 1),
        height: 18,
        says: "Blason de la commune d’Essai".into(),
    }
}

/// A look with everything in it.
pub fn own() -> Look {
    Look {
        letterhead: vec!["Commune d'Essai".into(), "1 place de la Mairie – 99000 Essai".into()],
        accent: Rgb(20, 60, 120),
        logo: Some(logo(PICTURE)),
        ..Look::default()
    }
}

#[test]
fn the_letterhead_and_the_logo_are_read_on_the_first_page() {
    let paper = rendered(&document(vec![text(PROSE)]), &own(), &[]).expect("a paper");
    let Some(read) = tools::text_of(&paper.bytes) else { return };
    assert!(read.starts_with("Commune d’Essai\n1 place de la Mairie – 99000 Essai\n"), "{read}");
    let Some(structure) = tools::structure_of(&paper.bytes) else { return };
    assert!(structure.contains("Figure"), "{structure}");
    let Some(objects) = tools::objects_of(&paper.bytes) else { return };
    assert!(objects.contains("/Alt"));
}

#[test]
fn a_logo_that_is_no_picture_is_refused() {
    for bytes in [&b""[..], b"GIF89a", PICTURE.get(..20).expect("a header")] {
        let look = Look { logo: Some(logo(bytes)), ..Look::default() };
        assert_eq!(rendered(&everything(), &look, &[]), Err(NotRendered::BadLogo));
    }
    let mut cut = PICTURE.to_vec();
    cut.truncate(50);
    let look = Look { logo: Some(logo(&cut)), ..Look::default() };
    assert!(rendered(&everything(), &look, &[]).is_err());
    // Its head is right, its points are not: the library finds out when it writes them.
    let mut spoilt = PICTURE.to_vec();
    let points = spoilt.windows(4).position(|name| name == b"IDAT").expect("points") + 4;
    spoilt.get_mut(points..points + 2).expect("points").copy_from_slice(b"xx");
    let look = Look { logo: Some(logo(&spoilt)), ..Look::default() };
    assert_eq!(rendered(&everything(), &look, &[]), Err(NotRendered::BadLogo));
}

#[test]
fn own_faces_are_embedded_and_a_file_that_is_no_font_is_refused() {
    let face = |name: &str| -> Arc<[u8]> {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts").join(name);
        std::fs::read(path).expect("a face").into()
    };
    let italic = face("LibertinusSerif-Italic.otf");
    let faces = |bold: Arc<[u8]>| Faces {
        regular: Arc::clone(&italic),
        bold,
        italic: Arc::clone(&italic),
        bold_italic: Arc::clone(&italic),
    };
    let look = Look { faces: Some(faces(Arc::clone(&italic))), ..Look::default() };
    let paper = rendered(&everything(), &look, &[]).expect("a paper");
    let Some(objects) = tools::objects_of(&paper.bytes) else { return };
    assert!(objects.contains("LibertinusSerif-Italic") && !objects.contains("LibertinusSerif-Regular"));
    for bad in [&b""[..], b"no font", italic.get(..9_000).expect("a head")] {
        let look = Look { faces: Some(faces(bad.into())), ..Look::default() };
        assert_eq!(rendered(&everything(), &look, &[]), Err(NotRendered::BadFace(Cut::Bold)));
    }
}

#[test]
fn a_sheet_without_room_is_refused_and_a_small_one_is_filled() {
    let margins = |all: f32| Margins { top: all, right: all, bottom: all, left: all };
    let sheets = [
        ((210.0, 297.0), 150.0, 11.0),
        ((f32::NAN, 297.0), 20.0, 11.0),
        ((1e9, 1e9), 20.0, 11.0),
        ((210.0, 297.0), f32::NAN, 11.0),
        ((210.0, 297.0), 20.0, 0.0),
        ((210.0, 297.0), -1e9, f32::INFINITY),
    ];
    for (sheet, all, size) in sheets {
        let look = Look { sheet, margins: margins(all), size, ..Look::default() };
        assert_eq!(rendered(&everything(), &look, &[]), Err(NotRendered::BadSheet), "{sheet:?} {all} {size}");
    }
    let small = Look { sheet: (74.0, 105.0), margins: margins(8.0), size: 9.0, ..own() };
    let paper = rendered(&everything(), &small, &[]).expect("a paper");
    let Some(properties) = tools::properties_of(&paper.bytes) else { return };
    assert!(properties.contains("Page size:       209.764 x 297.638 pts"), "{properties}");
}
