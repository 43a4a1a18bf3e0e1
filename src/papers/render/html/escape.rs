//! What comes from data, made harmless where it stands: in a text, in an attribute, in the style sheet.

use std::fmt::Write as _;

/// A text between tags. Quotes too are escaped, so that the same words may stand anywhere.
pub fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A value between the double quotes of an attribute.
pub fn attribute(value: &str) -> String {
    text(value)
}

/// A string of the style sheet, with its quotes. Whatever is not a letter, a digit or a space is written by its code:
/// neither the string nor the `style` element can be left.
pub fn css_string(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len() + 2);
    escaped.push('"');
    for character in value.chars() {
        if character.is_alphanumeric() || character == ' ' {
            escaped.push(character);
        } else {
            // Writing into a `String` cannot fail. The space ends the code.
            let _ = write!(escaped, "\\{:x} ", u32::from(character));
        }
    }
    escaped.push('"');
    escaped
}

/// Bytes as a `data:` address holds them (RFC 4648, with padding).
pub fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let mut group = 0_usize;
        for place in 0..3 {
            group = group << 8 | usize::from(chunk.get(place).copied().unwrap_or(0));
        }
        for place in 0..4 {
            let digit = DIGITS.get(group >> (18 - 6 * place) & 63).copied().unwrap_or(b'=');
            encoded.push(if place <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_html_knows_is_written_by_its_name() {
        assert_eq!(text("<b>\"A\" & 'B'</b>"), "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;");
    }

    #[test]
    fn a_string_of_the_style_sheet_cannot_be_left() {
        assert_eq!(css_string("n° 2022_CT2"), "\"n\\b0  2022\\5f CT2\"");
        let hostile = css_string("\"}</style><script>\\");
        assert!(!hostile[1..hostile.len() - 1].contains(['"', '<', '>', '}', '/']), "{hostile}");
    }

    #[test]
    fn bytes_are_encoded_as_the_rfc_says() {
        for (bytes, encoded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), encoded);
        }
        assert_eq!(base64(&[0xfb, 0xff]), "+/8=");
    }
}
