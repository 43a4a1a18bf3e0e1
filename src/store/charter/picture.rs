//! The kind and the size of a picture, read from its bytes: PNG (ISO 15948) and JPEG (ITU T.81).
//!
//! A picture is followed to its end, so that one that was cut short is told before a paper is made of it.

use crate::look::PictureKind;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Kind, width and height in pixels; `None` for what is no whole picture.
#[must_use]
pub fn measure(bytes: &[u8]) -> Option<(PictureKind, u32, u32)> {
    let (kind, (width, height)) = match bytes.strip_prefix(PNG) {
        Some(chunks) => (PictureKind::Png, png(chunks)?),
        None => (PictureKind::Jpeg, jpeg(bytes.strip_prefix(b"\xff\xd8\xff")?)?),
    };
    (width > 0 && height > 0).then_some((kind, width, height))
}

/// The chunks of a PNG: the first is the head, the last the end.
fn png(chunks: &[u8]) -> Option<(u32, u32)> {
    let mut rest = chunks;
    let mut size = None;
    loop {
        let length = usize::try_from(u32_of(rest, 0)?).ok()?;
        let name = rest.get(4..8)?;
        let data = rest.get(8..8_usize.checked_add(length)?)?;
        // Four bytes of checksum follow.
        rest = rest.get(12_usize.checked_add(length)?..)?;
        match (name, size) {
            (b"IHDR", None) => size = Some((u32_of(data, 0)?, u32_of(data, 4)?)),
            (_, None) => return None,
            (b"IEND", _) => return size,
            _ => {}
        }
    }
}

/// The segments of a JPEG from the code of the first one; its size stands in the first frame header. The end mark may be
/// followed by a little more.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes;
    let mut size = None;
    loop {
        let code = *rest.first()?;
        let length = usize::from(u16_of(rest, 1)?);
        let data = rest.get(3..1_usize.checked_add(length)?)?;
        match code {
            // All frame headers, save three codes among them that are something else.
            0xc0..=0xcf if !matches!(code, 0xc4 | 0xc8 | 0xcc) => {
                size = Some((u32::from(u16_of(data, 3)?), u32::from(u16_of(data, 1)?)));
            }
            0xda => break,
            _ => {}
        }
        rest = rest.get(1 + length..)?.strip_prefix(b"\xff")?;
        // A mark may be filled up with more of the same byte.
        while let Some(filled) = rest.strip_prefix(b"\xff") {
            rest = filled;
        }
    }
    rest.windows(2).any(|pair| pair == b"\xff\xd9").then_some(size)?
}

fn u32_of(bytes: &[u8], at: usize) -> Option<u32> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    Some(u32::from_be_bytes(four))
}

fn u16_of(bytes: &[u8], at: usize) -> Option<u16> {
    let two: [u8; 2] = bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
    Some(u16::from_be_bytes(two))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &str, data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        [&length[..], name.as_bytes(), data, &[0; 4]].concat()
    }

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        [PNG, &chunk("IHDR", &head), &chunk("IDAT", b"..."), &chunk("IEND", b"")].concat()
    }

    fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
        let segment = |code: u8, data: &[u8]| {
            let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
            [&[0xff, code][..], &length, data].concat()
        };
        let frame = [&[8][..], &height.to_be_bytes(), &width.to_be_bytes(), &[3]].concat();
        let scan = [segment(0xda, &[1, 2]), b"pixels\xff\xd9".to_vec()].concat();
        [b"\xff\xd8".to_vec(), segment(0xe0, b"JFIF\0"), segment(0xc4, &[1; 7]), segment(0xc2, &frame), scan].concat()
    }

    #[test]
    fn a_picture_tells_its_kind_and_its_size() {
        assert_eq!(measure(&png_of(640, 320)), Some((PictureKind::Png, 640, 320)));
        assert_eq!(measure(&jpeg_of(1200, 800)), Some((PictureKind::Jpeg, 1200, 800)));
    }

    #[test]
    fn what_is_cut_short_anywhere_is_no_picture() {
        for whole in [png_of(640, 320), jpeg_of(1200, 800)] {
            for length in 0..whole.len() {
                assert_eq!(measure(&whole[..length]), None, "{length} bytes of {}", whole.len());
            }
        }
    }

    #[test]
    fn neither_nothing_nor_another_format_nor_an_empty_picture_is_one() {
        for bytes in [&b""[..], b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8\xff\xff\xff\xff"] {
            assert_eq!(measure(bytes), None);
        }
        assert_eq!(measure(&png_of(0, 10)), None);
        let endless = [PNG, &[0xff; 40]].concat();
        assert_eq!(measure(&endless), None);
    }
}
