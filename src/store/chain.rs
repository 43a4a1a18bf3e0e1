//! The seal (*sceau*) that ties each line of a journal to all the lines before it.
//!
//! `SEAL = sha256(previous seal + " " + JSON)` in hexadecimal; before the first line stands the seal of 64 zeros.
//! Source: `docs/journal.md`. A chain proves nothing unless its last seal, the head (*tête*), is known
//! elsewhere: it is shown, printed, and can be read aloud.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// How many characters a seal has in a file.
pub const SEAL_LENGTH: usize = 64;

/// A seal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Seal([u8; 32]);

impl Seal {
    /// The seal before the first line: 64 zeros.
    pub const FIRST: Self = Self([0; 32]);

    /// The seal of a line that follows this one.
    #[must_use]
    pub fn then(&self, json: &[u8]) -> Self {
        let mut hash = Sha256::new();
        hash.update(self.hex());
        hash.update(b" ");
        hash.update(json);
        Self(hash.finalize().into())
    }

    /// The seal as a file holds it: 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn hex(&self) -> [u8; SEAL_LENGTH] {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut hex = [0; SEAL_LENGTH];
        for (pair, byte) in hex.chunks_exact_mut(2).zip(self.0) {
            pair[0] = DIGITS[usize::from(byte >> 4)];
            pair[1] = DIGITS[usize::from(byte & 15)];
        }
        hex
    }

    /// The seal as two people compare it aloud: « 4821 0937 5518 2046 ».
    ///
    /// It is the first eight bytes as a big-endian number, modulo 10^16, in four groups of four decimal digits. That is
    /// enough to notice a change that nobody prepared for; whoever doubts more compares the 64 digits.
    #[must_use]
    pub fn spoken(&self) -> String {
        let number = self.0.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        let digits = number % 10_u64.pow(16);
        let group = |power| digits / 10_u64.pow(power) % 10_000;
        format!("{:04} {:04} {:04} {:04}", group(12), group(8), group(4), group(0))
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.hex().iter().try_for_each(|digit| write!(f, "{}", char::from(*digit)))
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seal({self})")
    }
}

/// The text is not 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a seal")]
pub struct NotASeal;

impl FromStr for Seal {
    type Err = NotASeal;

    fn from_str(text: &str) -> Result<Self, NotASeal> {
        Self::try_from(text.as_bytes())
    }
}

impl From<Seal> for String {
    fn from(seal: Seal) -> Self {
        seal.to_string()
    }
}

impl TryFrom<String> for Seal {
    type Error = NotASeal;

    fn try_from(text: String) -> Result<Self, NotASeal> {
        text.parse()
    }
}

impl TryFrom<&[u8]> for Seal {
    type Error = NotASeal;

    fn try_from(hex: &[u8]) -> Result<Self, NotASeal> {
        let digit = |digit: u8| match digit {
            b'0'..=b'9' => Ok(digit - b'0'),
            b'a'..=b'f' => Ok(digit - b'a' + 10),
            _ => Err(NotASeal),
        };
        if hex.len() != SEAL_LENGTH {
            return Err(NotASeal);
        }
        let mut seal = [0; 32];
        for (byte, pair) in seal.iter_mut().zip(hex.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Ok(Self(seal))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_is_the_hash_of_the_one_before_a_space_and_the_line() {
        // printf '%064d {"n":0}' 0 | sha256sum
        let seal = Seal::FIRST.then(br#"{"n":0}"#);
        assert_eq!(seal.to_string(), "42834a51568f14291aea1b9e726a4006dacf4cc4f0180d3e777e7175b18ab1f4");
        assert_eq!(seal.to_string().parse(), Ok(seal));
        assert_eq!(Seal::FIRST.to_string(), "0".repeat(64));
    }

    #[test]
    fn a_seal_is_read_aloud_as_four_groups_of_four_digits() {
        assert_eq!(Seal::FIRST.spoken(), "0000 0000 0000 0000");
        let text = "00000000000003e9".to_owned() + &"f".repeat(48);
        assert_eq!(text.parse::<Seal>().unwrap().spoken(), "0000 0000 0000 1001");
        // 2^64 - 1 = 18 446 744 073 709 551 615
        assert_eq!("f".repeat(64).parse::<Seal>().unwrap().spoken(), "6744 0737 0955 1615");
    }

    #[test]
    fn nothing_but_64_lower_case_digits_is_a_seal() {
        for text in [String::new(), "0".repeat(63), "0".repeat(65), "g".repeat(64), "A".repeat(64)] {
            assert_eq!(text.parse::<Seal>(), Err(NotASeal));
        }
    }
}
