//! Whether a file is a font that a paper can hold: TrueType or OpenType, whole, and free to be embedded.

use rustybuzz::Face;
use rustybuzz::ttf_parser::Permissions;

use super::problem::FontFlaw;
use crate::caught::unless_it_breaks;

/// Looks at a font file.
///
/// # Errors
/// [`FontFlaw`].
pub fn check(bytes: &[u8]) -> Result<(), FontFlaw> {
    match bytes.get(..4) {
        Some(b"ttcf") => return Err(FontFlaw::Collection),
        Some(b"wOFF" | b"wOF2") => return Err(FontFlaw::Web),
        _ => {}
    }
    // A font whose tables lie may break the library that reads it: what it makes of it ends here.
    let permissions = unless_it_breaks(|| {
        let face = Face::from_slice(bytes, 0).filter(|face| face.number_of_glyphs() > 1)?;
        Some(face.permissions())
    });
    match permissions.flatten().ok_or(FontFlaw::NotAFont)? {
        Some(Permissions::Restricted) => Err(FontFlaw::Restricted),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/LibertinusSerif-Regular.otf");

    #[test]
    fn a_font_of_the_program_is_one_and_a_part_of_it_is_not() {
        assert_eq!(check(REGULAR), Ok(()));
        assert_eq!(check(&REGULAR[..200]), Err(FontFlaw::NotAFont));
    }

    #[test]
    fn another_format_is_told_by_its_name() {
        assert_eq!(check(b"ttcf...."), Err(FontFlaw::Collection));
        assert_eq!(check(b"wOF2...."), Err(FontFlaw::Web));
        assert_eq!(check(b"wOFF...."), Err(FontFlaw::Web));
        assert_eq!(check(b""), Err(FontFlaw::NotAFont));
    }

    #[test]
    fn a_font_whose_licence_forbids_it_is_not_embedded() {
        let os2 = REGULAR.windows(4).position(|name| name == b"OS/2").unwrap();
        let table = u32::from_be_bytes(REGULAR[os2 + 8..os2 + 12].try_into().unwrap());
        let mut restricted = REGULAR.to_vec();
        // `fsType`, the fifth field of two bytes (OpenType, OS/2).
        restricted[usize::try_from(table).unwrap() + 9] = 2;
        assert_eq!(check(&restricted), Err(FontFlaw::Restricted));
    }
}
