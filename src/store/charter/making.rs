//! Makes the look of what `charte.ron` says, and finds what no paper could follow.

use std::sync::Arc;

use crate::look::{Faces, Logo, Look, Margins, Rgb};
use crate::store::session_file::at::At;
use crate::store::session_file::files::BesideAsBytes;
use crate::store::session_file::problem::{FORMAT, ProblemKind};
use crate::store::session_file::reading::Reading;

use super::font;
use super::picture;
use super::problem::{LookProblem, Unit};
use super::shape::{CharterShape, FontsShape, LogoShape, MarginsShape, SheetShape};

/// A side of a sheet: from A6 to A3, in millimetres.
const SIDE: (u16, u16) = (105, 420);
/// A margin, in millimetres.
const MARGIN: (u16, u16) = (0, 80);
/// The least room for the text, in millimetres.
const ROOM: (u16, u16) = (70, 90);
/// The size of the text, in points.
const SIZE: (u16, u16) = (8, 20);
/// The height of a logo, in millimetres.
const LOGO: (u16, u16) = (5, 60);
/// The most pixels on a side of a logo: all of its points are held in memory, and read back by the seal.
const PIXELS: u32 = 3_000;
/// The most lines over a paper.
const LINES: u16 = 10;
/// The least contrast of a heading with the paper, in tenths (WCAG 2.1, 1.4.3: 4.5).
const CONTRAST: u16 = 45;

/// The look. It may be used only if nothing was found wrong.
pub fn look(shape: CharterShape, folder: &dyn BesideAsBytes, reading: &mut Reading<'_>) -> Look {
    let at = At::ROOT;
    format(shape.format, reading);
    let own = Look::default();
    let sheet = shape.papier.map_or(own.sheet, |shape| sheet(shape, &at.field("papier"), reading));
    let margins = shape.marges.map_or(own.margins, |shape| margins(shape, &at.field("marges"), reading));
    let room = (sheet.0 - margins.left - margins.right, sheet.1 - margins.top - margins.bottom);
    if room.0 < f32::from(ROOM.0) || room.1 < f32::from(ROOM.1) {
        let at = at.field(if shape.marges.is_some() { "marges" } else { "papier" });
        wrong(LookProblem::NoRoom { width: ROOM.0, height: ROOM.1 }, &at, reading);
    }
    let letterhead = shape.entete.map(|lines| letterhead(lines, &at.field("entete"), reading));
    let logo = shape.logo.and_then(|shape| logo(shape, room.0, folder, &at.field("logo"), reading));
    let fonts = shape.polices.unwrap_or_default();
    let at_fonts = at.field("polices");
    let size = number(fonts.taille, own.size, ("taille", SIZE, Unit::Points), &at_fonts, reading);
    let family = reading.line(fonts.famille.clone(), &at_fonts.field("famille"));
    if fonts.famille.is_some() && family.is_none() {
        reading.wrong(ProblemKind::EmptyText("famille"), &at_fonts.field("famille"));
    }
    let faces = if folder.holds_fonts() { faces(&fonts, folder, &at_fonts, reading) } else { None };
    let accent = reading.line(shape.couleur, &at.field("couleur"));
    Look {
        sheet,
        margins,
        letterhead: letterhead.unwrap_or(own.letterhead),
        logo,
        family: family.unwrap_or(own.family),
        faces,
        size,
        accent: accent.map_or(own.accent, |found| colour(&found, &at.field("couleur"), reading)),
    }
}

/// The format of a charter or of a file of sentences: the same as that of a session file.
pub fn format(format: Option<u32>, reading: &mut Reading<'_>) {
    if format.is_some_and(|format| format != FORMAT) {
        reading.wrong(ProblemKind::OutOfRange("format"), &At::ROOT.field("format"));
    }
}

fn wrong(problem: LookProblem, at: &At<'_>, reading: &mut Reading<'_>) {
    reading.wrong(ProblemKind::Look(problem), at);
}

/// A number within limits; the program's own where the file gives none, or one that cannot be followed.
fn number(
    given: Option<f32>,
    own: f32,
    (field, (least, most), unit): (&'static str, (u16, u16), Unit),
    at: &At<'_>,
    reading: &mut Reading<'_>,
) -> f32 {
    let Some(given) = given else { return own };
    // What is no number at all is in no limits either.
    if (f32::from(least)..=f32::from(most)).contains(&given) {
        return given;
    }
    wrong(LookProblem::OutOfLimits { field, least, most, unit }, &at.field(field), reading);
    own
}

fn sheet(shape: SheetShape, at: &At<'_>, reading: &mut Reading<'_>) -> (f32, f32) {
    match shape {
        SheetShape::A4 => (210.0, 297.0),
        SheetShape::A5 => (148.0, 210.0),
        SheetShape::Lettre => (215.9, 279.4),
        SheetShape::Mesures { largeur, hauteur } => {
            for (field, given) in [("largeur", largeur), ("hauteur", hauteur)] {
                if given.is_none() {
                    reading.wrong(ProblemKind::MissingField(field), at);
                }
            }
            let (width, height) = Look::default().sheet;
            let mut side = |field, given, own| number(given, own, (field, SIDE, Unit::Millimetres), at, reading);
            (side("largeur", largeur, width), side("hauteur", hauteur, height))
        }
    }
}

fn margins(shape: MarginsShape, at: &At<'_>, reading: &mut Reading<'_>) -> Margins {
    let own = Look::default().margins;
    let mut margin = |field, given, own| number(given, own, (field, MARGIN, Unit::Millimetres), at, reading);
    Margins {
        top: margin("haut", shape.haut, own.top),
        right: margin("droite", shape.droite, own.right),
        bottom: margin("bas", shape.bas, own.bottom),
        left: margin("gauche", shape.gauche, own.left),
    }
}

fn letterhead(lines: Vec<String>, at: &At<'_>, reading: &mut Reading<'_>) -> Vec<String> {
    if lines.len() > usize::from(LINES) {
        wrong(LookProblem::TooManyLines(LINES), at, reading);
    }
    let line = |(place, line)| reading.line(Some(line), &at.item(place));
    lines.into_iter().enumerate().filter_map(line).collect()
}

fn logo(
    shape: LogoShape,
    room: f32,
    folder: &dyn BesideAsBytes,
    at: &At<'_>,
    reading: &mut Reading<'_>,
) -> Option<Logo> {
    let file = reading.required(shape.fichier, at, "fichier");
    // Who cannot see the logo is told what it shows: a paper of an authority has to be accessible.
    let says = reading.required(shape.texte, at, "texte");
    if shape.hauteur.is_none() {
        reading.wrong(ProblemKind::MissingField("hauteur"), at);
    }
    let (least, most) = LOGO;
    let height = shape.hauteur.and_then(|height| u16::try_from(height).ok()).unwrap_or(u16::MAX);
    let fits = (least..=most).contains(&height);
    if shape.hauteur.is_some() && !fits {
        let problem = LookProblem::OutOfLimits { field: "hauteur", least, most, unit: Unit::Millimetres };
        wrong(problem, &at.field("hauteur"), reading);
    }
    let (name, at_file) = (file?, at.field("fichier"));
    let bytes = content(&name, folder, &at_file, reading)?;
    let Some((kind, across, down)) = picture::measure(&bytes) else {
        wrong(LookProblem::NotAPicture(name), &at_file, reading);
        return None;
    };
    if across.max(down) > PIXELS {
        wrong(LookProblem::PictureTooLarge { name, most: PIXELS }, &at_file, reading);
        return None;
    }
    let width = u32::from(height).saturating_mul(across) / down.max(1);
    let (width, room) = (u16::try_from(width).unwrap_or(u16::MAX), whole(room));
    if fits && width > room {
        wrong(LookProblem::LogoTooWide { width, room }, &at.field("hauteur"), reading);
    }
    Some(Logo { bytes: bytes.into(), kind, pixels: (across, down), height, says: says? })
}

/// Millimetres without their fractions.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a sheet is within the limits of a u16")]
fn whole(millimetres: f32) -> u16 {
    millimetres.clamp(0.0, f32::from(u16::MAX)) as u16
}

fn content(name: &str, folder: &dyn BesideAsBytes, at: &At<'_>, reading: &mut Reading<'_>) -> Option<Vec<u8>> {
    match folder.bytes(name) {
        Ok(bytes) => Some(bytes),
        Err(why) => {
            reading.wrong(ProblemKind::Beside { name: name.to_owned(), why }, at);
            None
        }
    }
}

/// The four faces, or none: a bold that nobody gave cannot be made of another.
fn faces(shape: &FontsShape, folder: &dyn BesideAsBytes, at: &At<'_>, reading: &mut Reading<'_>) -> Option<Faces> {
    let given = [
        ("normal", &shape.normal),
        ("gras", &shape.gras),
        ("italique", &shape.italique),
        ("gras_italique", &shape.gras_italique),
    ];
    let missing: Vec<&'static str> = given.iter().filter(|(_, name)| name.is_none()).map(|(field, _)| *field).collect();
    if (1..given.len()).contains(&missing.len()) {
        wrong(LookProblem::FacesMissing(missing), at, reading);
    }
    let [regular, bold, italic, bold_italic] = given.map(|(field, name)| {
        let name = name.clone()?;
        let name = reading.required(Some(name), at, field)?;
        let at = at.field(field);
        let bytes = content(&name, folder, &at, reading)?;
        match font::check(&bytes) {
            Ok(()) => Some(Arc::<[u8]>::from(bytes)),
            Err(why) => {
                wrong(LookProblem::BadFont { name, why }, &at, reading);
                None
            }
        }
    });
    Some(Faces { regular: regular?, bold: bold?, italic: italic?, bold_italic: bold_italic? })
}

/// « `#1a3c6e` »: two hexadecimal digits each for red, green, blue.
fn colour(found: &str, at: &At<'_>, reading: &mut Reading<'_>) -> Rgb {
    let Some(colour) = rgb(found) else {
        wrong(LookProblem::BadColour(found.to_owned()), at, reading);
        return Look::default().accent;
    };
    let tenths = contrast_with_white(colour);
    if tenths < CONTRAST {
        wrong(LookProblem::TooPale { found: found.to_owned(), tenths }, at, reading);
    }
    colour
}

fn rgb(found: &str) -> Option<Rgb> {
    let digits = found.strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let two = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some(Rgb(two(0)?, two(2)?, two(4)?))
}

/// The contrast of a colour with white, in tenths (WCAG 2.1, relative luminance).
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a contrast is from 1 to 21")]
fn contrast_with_white(Rgb(red, green, blue): Rgb) -> u16 {
    let linear = |part: u8| {
        let part = f32::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    // Twenty-one is a little less in binary.
    (1.05 / (luminance + 0.05) * 10.0 + 0.001) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_six_hexadecimal_digits_after_a_sharp() {
        assert_eq!(rgb("#1a3c6e"), Some(Rgb(26, 60, 110)));
        assert_eq!(rgb("#FFFFFF"), Some(Rgb(255, 255, 255)));
        for text in ["1a3c6e", "#1a3c6", "#1a3c6e0", "#1a3c6g", "#+a3c6e", "bleu", "#é3c6e"] {
            assert_eq!(rgb(text), None, "{text}");
        }
    }

    #[test]
    fn the_contrast_of_black_is_twenty_one_and_of_white_one() {
        assert_eq!(contrast_with_white(Rgb(0, 0, 0)), 210);
        assert_eq!(contrast_with_white(Rgb(255, 255, 255)), 10);
        // The palest grey that may be read.
        assert!(contrast_with_white(Rgb(118, 118, 118)) >= CONTRAST);
        assert!(contrast_with_white(Rgb(120, 120, 120)) < CONTRAST);
    }
}
