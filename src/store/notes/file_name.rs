//! The name of the file of a report's notes: its number, made safe for any folder on any machine.
//!
//! Two numbers never have one name, not even where upper and lower case are the same: `^` stands before letters that
//! are upper case and again behind them, `%` and two hexadecimal digits stand for a byte that a name cannot hold.

use std::fmt::Write as _;

use super::sum;
use crate::council::id::ReportId;

/// The end of the name.
pub const END: &str = ".md";

/// Names that are devices on some machines, whatever their end.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The longest name before its end, in bytes: file systems hold 255.
const LONGEST: usize = 200;
/// How much of a number that is too long stands in its name.
const BEGINNING: usize = 100;

/// The name of the file of that report's notes.
#[must_use]
pub fn of(report: &ReportId) -> String {
    let mut name = String::new();
    let mut upper = false;
    let device = is_device(report.as_str());
    for (place, byte) in report.as_str().bytes().enumerate() {
        let letter = char::from(byte);
        let first = place == 0;
        let held =
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || (!first && matches!(byte, b' ' | b'.'));
        if !held || (first && device) {
            // Writing into a `String` cannot fail.
            let _ = write!(name, "%{byte:02X}");
            continue;
        }
        if letter.is_ascii_alphabetic() && letter.is_ascii_uppercase() != upper {
            upper = !upper;
            name.push('^');
        }
        name.push(letter);
    }
    if name.is_empty() {
        name.push('%');
    }
    if name.len() > LONGEST {
        name.truncate(BEGINNING);
        name.push('~');
        name.push_str(&sum(report.as_str().as_bytes()));
    }
    name + END
}

/// The number behind a name, in whatever case a file system gives it back; `None` if it is the name of none, or if the
/// number was too long for it.
#[must_use]
pub fn number(name: &str) -> Option<String> {
    let name = name.get(..name.len().checked_sub(END.len())?).filter(|_| name.to_ascii_lowercase().ends_with(END))?;
    if name == "%" {
        return Some(String::new());
    }
    let (mut bytes, mut upper, mut rest) = (Vec::new(), false, name.bytes());
    while let Some(byte) = rest.next() {
        match byte {
            b'^' => upper = !upper,
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
            }
            b'~' => return None,
            _ if upper => bytes.push(byte.to_ascii_uppercase()),
            _ => bytes.push(byte.to_ascii_lowercase()),
        }
    }
    String::from_utf8(bytes).ok()
}

/// « con », « LPT1 », « aux.b ».
fn is_device(number: &str) -> bool {
    let stem = number.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    DEVICES.contains(&stem.trim_end_matches(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name(number: &str) -> String {
        of(&ReportId::new(number))
    }

    #[test]
    fn an_ordinary_number_is_its_own_name() {
        for number in ["01", "04_2_01", "2025-03-01", "7 bis", "1.2", "12a"] {
            assert_eq!(name(number), format!("{number}.md"));
        }
        assert_eq!(name("DEL-04"), "^DEL-04.md");
        assert_eq!(name("DELa"), "^DEL^a.md");
    }

    #[test]
    fn no_number_leaves_the_folder_or_hides_or_names_a_device() {
        assert_eq!(name("../../etc/passwd"), "%2E.%2F..%2Fetc%2Fpasswd.md");
        assert_eq!(name(".."), "%2E..md");
        assert_eq!(name(".hemicycle-1"), "%2Ehemicycle-1.md");
        assert_eq!(name("a\0\n\u{1b}"), "a%00%0A%1B.md");
        assert_eq!(name("con"), "%63on.md");
        assert_eq!(name("LPT1"), "%4C^PT1.md");
        assert_eq!(name(""), "%.md");
        assert_eq!(name("n°5"), "n%C2%B05.md");
        assert!(name(&"é".repeat(500)).len() < 255);
    }

    #[test]
    fn two_long_numbers_that_begin_alike_have_two_names() {
        let long = "a".repeat(300);
        assert_ne!(name(&format!("{long}1")), name(&format!("{long}2")));
    }

    proptest! {
        #[test]
        fn a_name_leads_back_to_its_number_in_whatever_case_and_stays_in_its_folder(number in "\\PC{0,40}|[a-zA-Z./^%~ ]{0,30}") {
            let name = name(&number);
            prop_assert!(!name.contains(['/', '\\', '\0']) && !name.starts_with('.') && name.len() <= 255);
            if !name.contains('~') {
                prop_assert_eq!(super::number(&name), Some(number.clone()));
                prop_assert_eq!(super::number(&name.to_ascii_uppercase()), Some(number.clone()));
                prop_assert_eq!(super::number(&name.to_ascii_lowercase()), Some(number));
            }
        }
    }
}
