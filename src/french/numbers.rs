//! Numbers, dates, hours as French writes them. Spaces are plain here: typography is put in when a run is built.

use jiff::civil::Date;

use crate::council::hour::Hour;

const MONTHS: [&str; 12] = [
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

/// « 11/03/2022 ».
#[must_use]
pub fn short_date(date: Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
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

/// A number and its noun, plural from two on: « 1 voix », « 2 pouvoirs », « 0 abstention ».
#[must_use]
pub fn count(number: u32, singular: &str, plural: &str) -> String {
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
