//! From the codes of a font to characters: its `ToUnicode` map (ISO 32000-1, 9.10.3).

use std::collections::BTreeMap;

/// The most codes of one map: those of two bytes.
const CODES: usize = 65_536;

/// What stands for a code that the map does not know.
const UNKNOWN: &str = "\u{FFFD}";

/// What the codes of a font stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToUnicode {
    texts: BTreeMap<u32, String>,
    /// How many bytes a code has.
    width: usize,
}

impl ToUnicode {
    /// Reads a map; `width` is how many bytes a code has in the strings of the pages.
    #[must_use]
    pub fn read(map: &[u8], width: usize) -> Self {
        let mut read = Self { texts: BTreeMap::new(), width: width.max(1) };
        let mut tokens = Tokens(map);
        let mut held: Vec<Token> = Vec::new();
        while let Some(token) = tokens.next() {
            match token {
                Token::Word(word) if word == b"endbfchar" => read.characters(&held),
                Token::Word(word) if word == b"endbfrange" => read.ranges(&held),
                Token::Word(_) => held.clear(),
                // A list without its end would be kept for nothing.
                _ if held.len() > CODES => held.clear(),
                other => held.push(other),
            }
        }
        read
    }

    /// A map that knows no code.
    #[must_use]
    pub fn unknown(width: usize) -> Self {
        Self { texts: BTreeMap::new(), width: width.max(1) }
    }

    /// What a string of codes says.
    pub fn say(&self, codes: &[u8], to: &mut String) {
        for code in codes.chunks(self.width.max(1)) {
            to.push_str(self.texts.get(&number(code)).map_or(UNKNOWN, String::as_str));
        }
    }

    fn characters(&mut self, held: &[Token]) {
        for pair in held.chunks_exact(2) {
            if let [Token::Codes(code), Token::Codes(text)] = pair {
                self.set(number(code), utf16(text));
            }
        }
    }

    fn ranges(&mut self, held: &[Token]) {
        let mut held = held.iter();
        while let (Some(Token::Codes(first)), Some(Token::Codes(last)), Some(to)) =
            (held.next(), held.next(), held.next())
        {
            let (first, last) = (number(first), number(last));
            let codes = (first..=last).take(CODES);
            match to {
                Token::Codes(text) => {
                    for (step, code) in codes.enumerate() {
                        self.set(code, utf16(&raised(text, step)));
                    }
                }
                Token::Open => {
                    let mut codes = codes;
                    for token in held.by_ref() {
                        match (token, codes.next()) {
                            (Token::Codes(text), Some(code)) => self.set(code, utf16(text)),
                            (Token::Close, _) => break,
                            _ => {}
                        }
                    }
                }
                _ => return,
            }
        }
    }

    fn set(&mut self, code: u32, text: String) {
        if self.texts.len() < CODES {
            self.texts.insert(code, text);
        }
    }
}

/// The number that bytes make, the highest first.
fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number: u32, byte| number.wrapping_shl(8) | u32::from(*byte))
}

/// The text of a range's first code, raised for one of the next: its last unit grows.
fn raised(text: &[u8], step: usize) -> Vec<u8> {
    let mut raised = text.to_vec();
    if let [.., high, low] = &mut raised[..] {
        let unit = u16::from_be_bytes([*high, *low]).wrapping_add(u16::try_from(step).unwrap_or(0));
        [*high, *low] = unit.to_be_bytes();
    }
    raised
}

/// The text of bytes in UTF-16, the highest first.
#[must_use]
pub fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.as_chunks().0.iter().map(|unit| u16::from_be_bytes(*unit)).collect();
    String::from_utf16_lossy(&units)
}

enum Token {
    Codes(Vec<u8>),
    Word(Vec<u8>),
    Open,
    Close,
}

/// The parts of a map: codes between angles, lists between brackets, words.
struct Tokens<'a>(&'a [u8]);

impl Tokens<'_> {
    fn next(&mut self) -> Option<Token> {
        loop {
            let (first, rest) = self.0.trim_ascii_start().split_first()?;
            self.0 = rest;
            match first {
                b'%' => self.0 = rest.get(up_to(rest, |byte| matches!(byte, b'\n' | b'\r'))..).unwrap_or_default(),
                b'<' => {
                    let end = up_to(rest, |byte| byte == b'>');
                    let digits: Vec<u8> = rest.iter().take(end).filter_map(|digit| hexadecimal(*digit)).collect();
                    self.0 = rest.get(end + 1..).unwrap_or_default();
                    return Some(Token::Codes(
                        digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect(),
                    ));
                }
                b'[' => return Some(Token::Open),
                b']' => return Some(Token::Close),
                _ => {
                    let end = up_to(rest, |byte| byte.is_ascii_whitespace() || b"<[]%".contains(&byte));
                    let word = [&[*first], rest.get(..end).unwrap_or_default()].concat();
                    self.0 = rest.get(end..).unwrap_or_default();
                    return Some(Token::Word(word));
                }
            }
        }
    }
}

fn up_to(bytes: &[u8], is_end: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|byte| is_end(*byte)).unwrap_or(bytes.len())
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(map: &str, codes: &[u8]) -> String {
        let mut said = String::new();
        ToUnicode::read(map.as_bytes(), 2).say(codes, &mut said);
        said
    }

    #[test]
    fn a_map_gives_characters_ligatures_ranges_and_lists() {
        let map = "1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
                   2 beginbfchar <0001> <0041> % A\n<0002> <00660069> endbfchar\n\
                   2 beginbfrange <0003> <0005> <0061> <0006><0007>[<00E9> <D83DDE00>] endbfrange";
        assert_eq!(said(map, &[0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7]), "Afiabcé😀");
        assert_eq!(said(map, &[0, 9]), UNKNOWN);
    }

    #[test]
    fn a_broken_map_is_read_as_far_as_it_goes() {
        assert_eq!(said("1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange", &[0, 1]), "B");
        for broken in ["<", "beginbfchar <0001", "[[[[", "1 beginbfrange <0001> <0002> endbfrange", "endbfrange"] {
            assert_eq!(said(broken, &[0, 1]), UNKNOWN, "{broken}");
        }
    }
}
