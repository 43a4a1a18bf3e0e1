//! A head that somebody noted elsewhere, on paper or by ear, looked for among the lines of a record.

use std::path::Path;
use std::str::FromStr;

use super::super::chain::{SEAL_LENGTH, Seal};
use super::super::disk::{Disk, if_there};
use super::super::fault::Fault;
use super::super::journal::{LIMIT, Pen};
use super::super::kept::Place;

/// How many digits of a seal are read aloud.
const SPOKEN: usize = 16;

/// A head as it was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotedHead {
    /// The 16 decimal digits that are read aloud, without their spaces.
    Spoken(String),
    /// All of it.
    Whole(Seal),
}

/// Neither 16 decimal digits nor 64 hexadecimal ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a head")]
pub struct NotAHead;

impl FromStr for NotedHead {
    type Err = NotAHead;

    fn from_str(text: &str) -> Result<Self, NotAHead> {
        // Groups are parted as one likes: « 4821 0937… », « 4821-0937-… ».
        let digits: String = text
            .chars()
            .filter(|character| !character.is_whitespace() && !matches!(character, '-' | '.' | '…'))
            .map(|digit| digit.to_ascii_lowercase())
            .collect();
        match digits.len() {
            SPOKEN if digits.bytes().all(|byte| byte.is_ascii_digit()) => Ok(Self::Spoken(digits)),
            SEAL_LENGTH => digits.parse().map(Self::Whole).map_err(|_| NotAHead),
            _ => Err(NotAHead),
        }
    }
}

impl NotedHead {
    fn is(&self, seal: &Seal) -> bool {
        match self {
            Self::Spoken(digits) => {
                seal.spoken().split(' ').eq([0, 4, 8, 12].map(|at| digits.get(at..at + 4).unwrap_or("")))
            }
            Self::Whole(whole) => whole == seal,
        }
    }
}

/// Where a noted head stands in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is the seal of a line of the journal.
    InTheJournal {
        /// Which line, from 0.
        line: u64,
        /// How many lines of the journal came after it.
        after: u64,
    },
    /// It is the seal of a line of what followed the close.
    Afterwards {
        /// Which line, from 0.
        line: u64,
        /// How many came after it.
        after: u64,
    },
    /// It is none of theirs.
    Nowhere {
        /// How many lines the journal has.
        lines: u64,
    },
}

/// Looks for a noted head among the lines of the record that goes with a session file, as far as their seals are right.
///
/// # Errors
/// [`Fault::ReservedName`], [`Fault::Unreachable`].
pub fn look_for(disk: &dyn Disk, session_file: &Path, noted: &NotedHead) -> Result<Found, Fault> {
    let place = Place::of(session_file)?;
    let (found, lines) = look_in(disk, &place.journal, noted)?;
    if let Some(line) = found {
        return Ok(Found::InTheJournal { line, after: lines - 1 - line });
    }
    let (found, behind) = look_in(disk, &place.afterwards, noted)?;
    Ok(match found {
        Some(line) => Found::Afterwards { line, after: behind - 1 - line },
        None => Found::Nowhere { lines },
    })
}

/// At which line of a file a head stands, and how many lines follow each other from the first.
fn look_in(disk: &dyn Disk, path: &Path, noted: &NotedHead) -> Result<(Option<u64>, u64), Fault> {
    let bytes = if_there(disk.read(path, LIMIT))
        .map_err(|error| Fault::Unreachable { path: path.to_owned(), error: error.into() })?
        .unwrap_or_default();
    let (mut pen, mut found) = (Pen::NEW, None);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let Some(line) = line.strip_suffix(b"\n") else { break };
        if pen.follow(line).is_none() {
            break;
        }
        if noted.is(&pen.head) {
            found = Some(pen.next - 1);
        }
    }
    Ok((found, pen.next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_as_it_was_noted_in_groups_or_whole() {
        let spoken = Ok(NotedHead::Spoken("4821093755182046".to_owned()));
        for text in ["4821 0937 5518 2046", "4821093755182046", "4821-0937-5518-2046", " 4821\u{a0}0937 5518 2046 "] {
            assert_eq!(text.parse(), spoken, "{text}");
        }
        let whole = "AB".repeat(32);
        assert_eq!(whole.parse(), Ok(NotedHead::Whole("ab".repeat(32).parse().unwrap())));
        for text in ["", "4821", "4821 0937 5518 204", "4821 0937 5518 20467", "48z1 0937 5518 2046", &"g".repeat(64)] {
            assert_eq!(text.parse::<NotedHead>(), Err(NotAHead), "{text}");
        }
    }

    #[test]
    fn a_head_is_known_by_the_digits_that_are_read_aloud() {
        let seal: Seal = ("00000000000003e9".to_owned() + &"f".repeat(48)).parse().unwrap();
        let noted = |text: &str| text.parse::<NotedHead>().unwrap();
        assert!(noted("0000 0000 0000 1001").is(&seal) && !noted("0000 0000 0000 1002").is(&seal));
        assert!(noted(&seal.to_string()).is(&seal) && !noted(&Seal::FIRST.to_string()).is(&seal));
    }
}
