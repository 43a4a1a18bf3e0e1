//! An hour of the sitting, to the minute. The council reads no clock: hours are told to it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An hour of the day, to the minute; written `20:17` in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hour {
    hour: u8,
    minute: u8,
}

impl Hour {
    /// 0 h 00.
    pub const MIDNIGHT: Self = Self { hour: 0, minute: 0 };

    /// An hour from 0 h 00 to 23 h 59; `None` beyond.
    #[must_use]
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    /// Hours, 0 to 23.
    #[must_use]
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// Minutes, 0 to 59.
    #[must_use]
    pub fn minute(self) -> u8 {
        self.minute
    }
}

impl fmt::Display for Hour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// The text is not an hour written `20:17`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an hour written 20:17")]
pub struct NotAnHour;

impl FromStr for Hour {
    type Err = NotAnHour;

    fn from_str(text: &str) -> Result<Self, NotAnHour> {
        let (hour, minute) = text.split_once(':').ok_or(NotAnHour)?;
        let number = |digits: &str| match digits.len() {
            2 if digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse().map_err(|_| NotAnHour),
            _ => Err(NotAnHour),
        };
        Self::new(number(hour)?, number(minute)?).ok_or(NotAnHour)
    }
}

impl TryFrom<String> for Hour {
    type Error = NotAnHour;

    fn try_from(text: String) -> Result<Self, NotAnHour> {
        text.parse()
    }
}

impl From<Hour> for String {
    fn from(hour: Hour) -> Self {
        hour.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_reads_back_as_it_is_written_and_nothing_else_is_an_hour() {
        for text in ["00:00", "18:04", "23:59"] {
            assert_eq!(text.parse::<Hour>().unwrap().to_string(), text);
        }
        for text in ["24:00", "18:60", "8:04", "1804", "+1:04", "18:04:10", ""] {
            assert_eq!(text.parse::<Hour>(), Err(NotAnHour), "{text}");
        }
    }
}
