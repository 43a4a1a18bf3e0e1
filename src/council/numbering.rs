//! The numbers of the acts: the pattern of the assembly (*numérotation*), and which numbers were given so far.
//!
//! A number is provisional until the result of its report is proclaimed; the same action then fixes it for good. A number
//! typed in the session file stands before it. No two reports bear the same number, and one that was withdrawn is never
//! given again.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::event::Event;
use super::id::ReportId;
use super::name::fold;

/// How acts are numbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbering {
    /// The pattern: `{annee}_CT2_{rang:03}`.
    pub pattern: Pattern,
    /// Whether a rejected report takes a number too.
    pub rejected: bool,
}

/// The number that the act of a report takes or loses, as the journal keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NumberedAct {
    /// Which report.
    #[serde(rename = "rapport")]
    pub report: ReportId,
    /// The number.
    #[serde(rename = "acte")]
    pub act: String,
}

/// The number of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActNumber {
    /// The number.
    pub text: String,
    /// Where it comes from.
    pub kind: NumberKind,
}

/// Where the number of an act comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// *Saisi*: typed in the session file.
    Typed,
    /// *Fixé* when the result was proclaimed.
    Fixed,
    /// *Provisoire*: it may still be another.
    Provisional,
}

/// A pattern that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    text: String,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    /// The year: all of it, or its last two digits.
    Year(bool),
    /// With so many digits at least.
    Month(usize),
    Day(usize),
    Rank(usize),
    Report,
}

/// What is wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatternFlaw {
    /// A field that there is not, with its braces.
    UnknownField(String),
    /// A field with digits that it does not take, with its braces.
    BadWidth(String),
    /// A brace that is not closed, and what follows it.
    NotClosed(String),
    /// A brace that closes nothing.
    NotOpened,
    /// Neither the rank nor the report stands in it: every act would have the same number.
    Repeats,
    /// A number is no path: the sign that would make it one.
    PathLike(String),
}

impl Pattern {
    /// The fields that a pattern may hold.
    pub const FIELDS: [&'static str; 5] = ["annee", "mois", "jour", "rang", "rapport"];

    /// Reads a pattern.
    ///
    /// # Errors
    /// All that is wrong with it, each with its bytes.
    pub fn read(text: &str) -> Result<Self, Vec<(PatternFlaw, Range<usize>)>> {
        let (mut parts, mut flaws) = (Vec::new(), Vec::new());
        let mut rest = text;
        while let Some(place) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(place);
            let start = text.len() - from.len();
            parts.push(Part::Text(before.to_owned()));
            if let Some(after) = from.strip_prefix('}') {
                flaws.push((PatternFlaw::NotOpened, start..start + 1));
                rest = after;
                continue;
            }
            let inside = from.get(1..).unwrap_or_default();
            let end = inside.find(['{', '}']);
            if let Some(end) = end.filter(|end| inside.get(*end..).is_some_and(|it| it.starts_with('}'))) {
                let (field, after) = inside.split_at(end);
                match part(field) {
                    Ok(part) => parts.push(part),
                    Err(flaw) => flaws.push((flaw(format!("{{{field}}}")), start..start + end + 2)),
                }
                rest = after.get(1..).unwrap_or_default();
            } else {
                // What comes before the next brace is the field whose end was forgotten.
                let end = end.unwrap_or(inside.len());
                let (field, after) = inside.split_at(end);
                flaws.push((PatternFlaw::NotClosed(format!("{{{field}")), start..start + end + 1));
                rest = after;
            }
        }
        parts.push(Part::Text(rest.to_owned()));
        parts.retain(|part| !matches!(part, Part::Text(text) if text.is_empty()));
        flaws.extend(path_like(text));
        let tells = |part: &Part| matches!(part, Part::Rank(_) | Part::Report);
        if !parts.iter().any(tells) && flaws.is_empty() {
            flaws.push((PatternFlaw::Repeats, 0..text.len()));
        }
        if flaws.is_empty() { Ok(Self { text: text.to_owned(), parts }) } else { Err(flaws) }
    }

    /// The pattern as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the numbers follow each other.
    #[must_use]
    pub fn has_rank(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Rank(_)))
    }

    /// The number of that rank, for that report of the sitting of that day.
    #[must_use]
    pub fn number(&self, date: Date, rank: u32, report: &ReportId) -> String {
        let written = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Year(false) => format!("{:04}", date.year()),
            Part::Year(true) => format!("{:02}", date.year() % 100),
            Part::Month(width) => format!("{:0width$}", date.month()),
            Part::Day(width) => format!("{:0width$}", date.day()),
            Part::Rank(width) => format!("{rank:0width$}"),
            Part::Report => report.as_str().chars().map(plain).collect(),
        };
        self.parts.iter().map(written).collect()
    }
}

/// A field between its braces.
fn part(field: &str) -> Result<Part, fn(String) -> PatternFlaw> {
    let (name, width) = match field.split_once(':') {
        None => (field, None),
        Some((name, width)) => (name, Some(width)),
    };
    // « :03 »: three digits at least, zeros before.
    let digits = width.map(|width| match width.as_bytes() {
        [b'0', digit @ b'1'..=b'9'] => Some(usize::from(digit - b'0')),
        _ => None,
    });
    let of_width = |part: fn(usize) -> Part| digits.unwrap_or(Some(1)).map(part);
    let part = match fold(name).as_str() {
        "annee" => match digits {
            None | Some(Some(4)) => Some(Part::Year(false)),
            Some(Some(2)) => Some(Part::Year(true)),
            Some(_) => None,
        },
        "mois" => of_width(Part::Month),
        "jour" => of_width(Part::Day),
        "rang" => of_width(Part::Rank),
        "rapport" => width.is_none().then_some(Part::Report),
        _ => return Err(PatternFlaw::UnknownField),
    };
    part.ok_or(PatternFlaw::BadWidth)
}

/// The signs that would make a path of a number, each once.
fn path_like(text: &str) -> impl Iterator<Item = (PatternFlaw, Range<usize>)> + '_ {
    let hidden = (text.starts_with('.') && !text.starts_with("..")).then_some((".", 0));
    let inside = ["/", "\\", ".."].into_iter().filter_map(|sign| Some((sign, text.find(sign)?)));
    let found = hidden.into_iter().chain(inside);
    found.map(|(sign, place)| (PatternFlaw::PathLike(sign.to_owned()), place..place + sign.len()))
}

/// A report's number in that of its act: what is no letter, digit or dash would make it a path or a sentence.
fn plain(character: char) -> char {
    if character.is_alphanumeric() || character == '-' { character } else { '_' }
}

/// Numbers that differ by capitals alone are one number: a file of either name would be the other's.
#[must_use]
pub fn key(number: &str) -> String {
    number.trim().to_uppercase()
}

/// The numbers that were given so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The numbers that hold.
    fixed: BTreeMap<ReportId, String>,
    /// Every number that was ever borne by the act of a report whose result was proclaimed, by its key.
    borne: BTreeMap<String, ReportId>,
}

impl Register {
    /// The number that was fixed for a report, and not withdrawn.
    #[must_use]
    pub fn fixed(&self, report: &ReportId) -> Option<&str> {
        self.fixed.get(report).map(String::as_str)
    }

    /// Who bears a number, or bore it.
    #[must_use]
    pub fn bearer(&self, number: &str) -> Option<&ReportId> {
        self.borne.get(&key(number))
    }

    /// Notes that a number is borne by that report, if it is nobody's yet.
    pub fn bear(&mut self, number: &str, report: &ReportId) {
        self.borne.entry(key(number)).or_insert_with(|| report.clone());
    }

    /// Records a fact about a number, and says whether it fitted. Other facts fit.
    pub fn follow(&mut self, event: &Event) -> bool {
        match event {
            Event::ActNumbered(NumberedAct { report, act }) => {
                let fits = !self.fixed.contains_key(report) && self.bearer(act).is_none();
                if fits {
                    self.fixed.insert(report.clone(), act.clone());
                    self.bear(act, report);
                }
                fits
            }
            Event::ActWithdrawn(NumberedAct { report, act }) => {
                let fits = self.fixed(report) == Some(act);
                if fits {
                    self.fixed.remove(report);
                }
                fits
            }
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn number(pattern: &str, rank: u32, report: &str) -> String {
        Pattern::read(pattern).expect(pattern).number(date(2022, 3, 3), rank, &ReportId::new(report))
    }

    #[test]
    fn a_pattern_makes_a_number_of_the_day_the_rank_and_the_report() {
        assert_eq!(number("{annee}_CT2_{rang:03}", 10, "1"), "2022_CT2_010");
        assert_eq!(number("{ann\u{e9}e:02}{mois:02}{jour:02}-{rang}", 7, "1"), "220303-7");
        assert_eq!(number("{annee:04}-{mois}-{jour}-{rang:02}", 100, "1"), "2022-3-3-100");
        assert_eq!(number("DEL {rapport}", 1, "04_2/01 bis"), "DEL 04_2_01_bis");
    }

    #[test]
    fn everything_wrong_with_a_pattern_is_said_at_once() {
        let flaws = |text| -> Vec<PatternFlaw> {
            Pattern::read(text).expect_err(text).into_iter().map(|(flaw, _)| flaw).collect()
        };
        assert_eq!(
            flaws("{an}_{rang:3}_{rang:010}_{rapport:02}_}_{annee:03}/{rang"),
            [
                PatternFlaw::UnknownField("{an}".to_owned()),
                PatternFlaw::BadWidth("{rang:3}".to_owned()),
                PatternFlaw::BadWidth("{rang:010}".to_owned()),
                PatternFlaw::BadWidth("{rapport:02}".to_owned()),
                PatternFlaw::NotOpened,
                PatternFlaw::BadWidth("{annee:03}".to_owned()),
                PatternFlaw::NotClosed("{rang".to_owned()),
                PatternFlaw::PathLike("/".to_owned()),
            ]
        );
        assert_eq!(flaws("{annee_{rang}"), [PatternFlaw::NotClosed("{annee_".to_owned())]);
        assert_eq!(flaws("DEL-{annee}"), [PatternFlaw::Repeats]);
        assert_eq!(flaws("../{rang}"), ["/", ".."].map(|sign| PatternFlaw::PathLike(sign.to_owned())));
    }
}
