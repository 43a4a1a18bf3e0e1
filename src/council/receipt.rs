//! The receipt of the prefecture (*accusé de réception*): « 013-200054807-20220303-2022_CT2_010-DE ».
//!
//! Its parts are the département on three characters, the SIREN number, the day of the act (that of the sitting, not that
//! of the transmission), the number of the act, and its nature. Source: protocol @CTES. It is never printed in place of the
//! one that came: what is missing is missing.

use super::agenda::Report;
use super::code::Code;
use super::sitting::Sitting;

/// The nature of an act that this program makes: a *délibération*.
pub const NATURE: &str = "DE";

/// The natures of the protocol: délibérations, arrêtés réglementaires and individuels, contrats, documents budgétaires,
/// autres.
const NATURES: [&str; 6] = [NATURE, "AR", "AI", "CC", "BF", "AU"];

/// The longest number of an act in a receipt.
const LONGEST: usize = 15;

/// A part of a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// *Département*.
    Department,
    /// SIREN number.
    Siren,
    /// Day of the act.
    Date,
    /// Number of the act.
    Number,
    /// Nature of the act.
    Nature,
}

/// A receipt in its parts, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt<'a> {
    department: &'a str,
    siren: &'a str,
    date: &'a str,
    number: &'a str,
    nature: &'a str,
}

/// What is wrong with a receipt that the file gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Discord {
    /// It is no receipt.
    Form,
    /// One of its parts is not that of the act.
    Part {
        /// Which.
        part: Part,
        /// As the receipt has it.
        found: String,
        /// As the act has it.
        expected: String,
    },
}

impl Discord {
    /// The code, stable for ever.
    #[must_use]
    pub fn code(&self) -> Code {
        Code::irregular(match self {
            Self::Form => 131,
            Self::Part { part: Part::Department, .. } => 132,
            Self::Part { part: Part::Siren, .. } => 133,
            Self::Part { part: Part::Date, .. } => 134,
            Self::Part { part: Part::Number, .. } => 135,
            Self::Part { part: Part::Nature, .. } => 136,
        })
    }
}

impl<'a> Receipt<'a> {
    /// Reads a receipt; `None` if it has another form. The number of the act may itself hold dashes.
    #[must_use]
    pub fn read(text: &'a str) -> Option<Self> {
        let (department, rest) = text.split_once('-')?;
        let (siren, rest) = rest.split_once('-')?;
        let (date, rest) = rest.split_once('-')?;
        let (number, nature) = rest.rsplit_once('-')?;
        let digits = |text: &str, many: usize| text.len() == many && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_department = department.len() == 3 && department.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let is_nature = NATURES.contains(&nature.to_uppercase().as_str());
        let is_read = is_department && digits(siren, 9) && digits(date, 8) && !number.is_empty() && is_nature;
        is_read.then_some(Self { department, siren, date, number, nature })
    }
}

/// The receipt that the act of a report should get; `None` while a part of it is not known, or not one of a receipt.
#[must_use]
pub fn expected(sitting: &Sitting, report: &Report) -> Option<String> {
    let number = within(&sitting.act(report)?)?;
    let body = &sitting.docket().body;
    let department = department(body.department.as_deref()?)?;
    Some(format!("{department}-{}-{}-{number}-{NATURE}", body.siren.as_deref()?, day(sitting)))
}

/// What is wrong with the receipt that the file gives for a report: each part that is not that of the act. A part that the
/// act has not is not judged.
#[must_use]
pub fn discords(sitting: &Sitting, report: &Report) -> Vec<Discord> {
    let Some(text) = report.receipt_id.as_deref() else { return vec![] };
    let Some(receipt) = Receipt::read(text.trim()) else { return vec![Discord::Form] };
    let body = &sitting.docket().body;
    let act = sitting.act(report);
    // Readers differ in what they make of the dashes and capitals of a number: its letters and digits count.
    let bare = |number: &str| -> String {
        number.chars().filter(|it| it.is_alphanumeric()).collect::<String>().to_uppercase()
    };
    let number = act.as_deref().filter(|act| bare(act) != bare(receipt.number)).map(str::to_owned);
    let differing = |found: &str, expected: Option<String>| expected.filter(|it| !it.eq_ignore_ascii_case(found));
    let parts = [
        (
            Part::Department,
            receipt.department,
            differing(receipt.department, body.department.as_deref().and_then(department)),
        ),
        (Part::Siren, receipt.siren, differing(receipt.siren, body.siren.clone())),
        (Part::Date, receipt.date, differing(receipt.date, Some(day(sitting)))),
        (Part::Number, receipt.number, number),
        (Part::Nature, receipt.nature, differing(receipt.nature, Some(NATURE.to_owned()))),
    ];
    let discord = |(part, found, expected): (Part, &str, Option<String>)| {
        Some(Discord::Part { part, found: found.to_owned(), expected: expected? })
    };
    parts.into_iter().filter_map(discord).collect()
}

/// « 013 » for « 013 » and for « 13 ».
fn department(written: &str) -> Option<String> {
    let written = written.trim().to_uppercase();
    let is_one = (1..=3).contains(&written.len()) && written.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_one.then(|| format!("{written:0>3}"))
}

fn day(sitting: &Sitting) -> String {
    let date = sitting.docket().meeting.date;
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// The number of an act as a receipt holds it: capitals, digits and `_`.
fn within(act: &str) -> Option<String> {
    let number = act.trim().to_uppercase().replace('-', "_");
    let is_one = number.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    (is_one && (1..=LONGEST).contains(&number.len())).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_read_in_its_five_parts_and_anything_else_is_none() {
        let receipt = Receipt::read("013-200054807-20220303-2022_CT2_010-DE").unwrap();
        assert_eq!((receipt.department, receipt.siren, receipt.date), ("013", "200054807", "20220303"));
        assert_eq!((receipt.number, receipt.nature), ("2022_CT2_010", "DE"));
        assert_eq!(Receipt::read("02A-200054807-20220303-2022-010bis-BF").map(|it| it.number), Some("2022-010bis"));
        for text in [
            "",
            "013-1-DE",
            "13-200054807-20220303-1-DE",
            "013-200054807-2022-03-03-1-ZZ",
            "013-20005480-20220303-1-DE",
        ] {
            assert_eq!(Receipt::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_department_has_three_characters_and_a_number_the_signs_of_a_receipt() {
        assert_eq!(department("13").as_deref(), Some("013"));
        assert_eq!(department("2a").as_deref(), Some("02A"));
        assert_eq!(department("Bouches"), None);
        assert_eq!(within("2022-ct2-010").as_deref(), Some("2022_CT2_010"));
        assert_eq!(within("2022/010"), None);
        assert_eq!(within("2022_CT2_010_ANNEXE"), None, "16 characters and more are refused there");
    }
}
