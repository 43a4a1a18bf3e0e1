//! Numbers, dates, hours as French writes them. Spaces are plain here: typography is put in when a run is built.

use jiff::civil::Date;

use crate::council::hour::Hour;
use crate::store::session_file::dates;

/// The months, January first.
pub const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// « 3 mars 2022 », « 1er avril 2022 ».
#[must_use]
pub fn date(date: Date) -> String {
    let day = match date.day() {
        1 => "1er".to_owned(),
        day => day.to_string(),
    };
    format!("{day} {} {}", month(date), date.year())
}

/// Reads a day as the session file writes it: « 3 mars 2022 », « 03/03/2022 », « 2022-03-03 »; `None` if it is none.
#[must_use]
pub fn read_date(text: &str) -> Option<Date> {
    dates::read(text)
}

/// « 11/03/2022 ».
#[must_use]
pub fn short_date(date: Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// « 09 MARS 2022 », as a stamp of signature prints it.
#[must_use]
pub fn stamped_date(date: Date) -> String {
    format!("{:02} {} {}", date.day(), month(date).to_uppercase(), date.year())
}

/// « mars ».
#[must_use]
pub fn month(date: Date) -> &'static str {
    let place = usize::try_from(date.month()).unwrap_or(1) - 1;
    MONTHS[place]
}

/// « 20 h 17 », « 9 h 05 », « 18 h ».
#[must_use]
pub fn hour(hour: Hour) -> String {
    match hour.minute() {
        0 => format!("{} h", hour.hour()),
        minute => format!("{} h {minute:02}", hour.hour()),
    }
}

/// A number and its noun, plural from two on: « 1 voix », « 2 pouvoirs », « 0 abstention ». Lengths are taken as they are:
/// no council counts beyond a `u32`.
#[must_use]
pub fn count(number: impl TryInto<u32>, singular: &str, plural: &str) -> String {
    let number = number.try_into().unwrap_or(u32::MAX);
    format!("{number} {}", if number < 2 { singular } else { plural })
}

/// « A », « A et B », « A, B et C ».
#[must_use]
pub fn enumerate(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} et {last}", before.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn a_date_is_written_in_words_in_figures_and_as_on_a_stamp() {
        assert_eq!(date(day(2022, 3, 3)), "3 mars 2022");
        assert_eq!(date(day(2022, 8, 1)), "1er août 2022");
        assert_eq!(short_date(day(2022, 3, 9)), "09/03/2022");
        assert_eq!(stamped_date(day(2022, 8, 9)), "09 AOÛT 2022");
    }

    #[test]
    fn an_hour_is_written_with_its_minutes_only_if_it_has_some() {
        let written = |hours, minutes| hour(Hour::new(hours, minutes).unwrap());
        assert_eq!(written(18, 0), "18 h");
        assert_eq!(written(9, 5), "9 h 05");
    }

    #[test]
    fn a_list_of_words_ends_with_et_and_a_noun_is_plural_from_two_on() {
        let words = ["A", "B", "C"].map(str::to_owned);
        assert_eq!(enumerate(&words), "A, B et C");
        assert_eq!(enumerate(&words[..1]), "A");
        assert_eq!(count(0, "abstention", "abstentions"), "0 abstention");
        assert_eq!(count(2, "abstention", "abstentions"), "2 abstentions");
    }
}
