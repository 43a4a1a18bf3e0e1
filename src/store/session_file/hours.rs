//! Hours as a clerk writes them: « 18 h 04 », « 18:04 », « 18 h ».

use crate::council::hour::Hour;

/// An hour as it is written in acts: « 18:04 », « 18 h 04 », « 18h04 », « 18h ».
#[must_use]
pub fn read(text: &str) -> Option<Hour> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (hours, minutes) = text.split_once([':', 'h', 'H'])?;
    let is_whole = text.contains(['h', 'H']) && minutes.is_empty();
    let number = |digits: &str, shortest: usize| -> Option<u8> {
        let fits = (shortest..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if fits { digits.parse().ok() } else { None }
    };
    Hour::new(number(hours, 1)?, if is_whole { 0 } else { number(minutes, 2)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_is_read_as_acts_write_it_and_nothing_else_is_an_hour() {
        for text in ["18:04", "18 h 04", "18h04", "18\u{a0}h\u{a0}04", "18H04"] {
            assert_eq!(read(text), Hour::new(18, 4), "{text}");
        }
        assert_eq!(read("18 h"), Hour::new(18, 0));
        assert_eq!(read("9h05"), Hour::new(9, 5));
        for text in ["", "18", "18:4", "24 h", "18:60", "h", "18:", "vers 18 h", "1 804", "+8:04"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
