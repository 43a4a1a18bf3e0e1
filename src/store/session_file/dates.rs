//! Dates as a clerk writes them: « 2022-03-03 », « 3 mars 2022 », « 03/03/2022 ».

use jiff::civil::Date;

use crate::council::name::fold;

/// The months, folded: neither accents nor capitals.
const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// Reads a date in one of the three forms; `None` if it is in none of them or is no day of the calendar.
///
/// A year has four digits, so that « 03/03/22 » is asked about rather than guessed.
#[must_use]
pub fn read(text: &str) -> Option<Date> {
    let text = text.trim();
    if let [year, month, day] = text.split('-').collect::<Vec<_>>()[..] {
        return calendar(year, number(month)?, day);
    }
    if let [day, month, year] = text.split('/').collect::<Vec<_>>()[..] {
        return calendar(year, number(month)?, day);
    }
    let folded = fold(text);
    let [day, month, year] = folded.split(' ').collect::<Vec<_>>()[..] else { return None };
    let day = if day == "1er" { "1" } else { day };
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    calendar(year, i8::try_from(month).ok()?, day)
}

fn calendar(year: &str, month: i8, day: &str) -> Option<Date> {
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Date::new(year.parse().ok()?, month, number(day)?).ok()
}

/// One or two digits, and nothing else: no sign, no space.
fn number(digits: &str) -> Option<i8> {
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_three_forms_of_a_date_are_read() {
        for text in ["2022-03-03", "3 mars 2022", "03/03/2022", "3/3/2022", " 3  MARS 2022 ", "3\u{a0}mars\u{a0}2022"] {
            assert_eq!(read(text), Some(date(2022, 3, 3)), "{text}");
        }
        assert_eq!(read("1er août 2025"), Some(date(2025, 8, 1)));
        assert_eq!(read("29 février 2024"), Some(date(2024, 2, 29)));
    }

    #[test]
    fn what_is_no_day_of_the_calendar_is_no_date() {
        for text in [
            "",
            "2022-02-30",
            "29 février 2023",
            "2022-13-01",
            "03/03/22",
            "3 brumaire 2022",
            "+3/3/2022",
            "2022-3-",
            "mars 2022",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
