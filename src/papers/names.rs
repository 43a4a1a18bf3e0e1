//! How the files of a sitting's papers are named: the same papers, the same names, whatever happened since.
//!
//! | paper | its file, without its end |
//! |---|---|
//! | *procès-verbal* | `2022-03-03-proces-verbal` |
//! | the same, short | `2022-03-03-proces-verbal-abrege` |
//! | *liste des délibérations examinées* | `2022-03-03-liste` |
//! | *feuille de présence* | `2022-03-03-presence` |
//! | *convocation* | `2022-03-03-convocation` |
//! | *délibération* whose act has its number for good | that number: `2022_CT2_010` |
//! | another *délibération* | `2022-03-03-deliberation-04_2_01`, after the report |
//! | *relevé nominatif* | `2022-03-03-releve-04_2_01`, after the report |
//! | *procès-verbal de dépouillement* | `2022-03-03-depouillement-04_2_01`, after the report |
//!
//! A number keeps its letters, digits, `-`, `_` and `.`; `/` becomes `-` and anything else `_`, so that no name leads out
//! of a folder, is taken for an option or for a device, or is too long. Two names that a disk might take for one, because
//! of that or by case or accents, are told apart: the later one in the agenda gets eight digits made from its number.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::Date;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::document::Paper;
use crate::council::agenda::Report;
use crate::council::name::fold;
use crate::council::sitting::Sitting;
use crate::french::writing as words;

/// The longest number in a name, in bytes: a disk takes 255 for the whole name.
const LONGEST: usize = 120;

/// Names that are devices to some systems, whatever their end.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// Those that are with a digit behind.
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// Every paper of a sitting as it stands, in order, each with the name of its file without its end.
///
/// A *relevé nominatif* is of a report in which a vote was taken by name, a *procès-verbal de dépouillement* of one in which it
/// was by secret ballot; a *délibération* of one of which an act comes, or
/// may still.
#[must_use]
pub fn papers(sitting: &Sitting) -> Vec<(Paper, String)> {
    let date = sitting.docket().meeting.date;
    let reports: Vec<&Report> = sitting.docket().agenda.reports().collect();
    let is_over = sitting.stage().is_over();
    let mut named = Named::default();
    let of_the_sitting =
        [Paper::Minutes, Paper::ShortMinutes, Paper::Examined, Paper::AttendanceSheet, Paper::Convocation];
    for paper in of_the_sitting {
        let name = file_name(&paper, date, None);
        named.add(paper, name, "");
    }
    for report in &reports {
        let progress = sitting.progress(&report.id);
        let may_be_an_act = sitting.no_act(report).is_none();
        if may_be_an_act && (progress.is_some() || !is_over) {
            let paper = Paper::Deliberation(report.id.clone());
            let act = sitting.act(report);
            // A provisional number may be another act's tomorrow: it names no file.
            let is_for_good = report.act.is_some() || progress.is_some_and(|progress| progress.done().is_some());
            let act = act.as_deref().filter(|_| is_for_good);
            let name = file_name(&paper, date, act);
            named.add(paper, name, act.unwrap_or(report.id.as_str()));
        }
        if sitting.votes_taken(&report.id).any(|(_, done)| done.vote.way.names()) {
            let paper = Paper::NominalRecord(report.id.clone());
            let name = file_name(&paper, date, None);
            named.add(paper, name, report.id.as_str());
        }
        if sitting.votes_taken(&report.id).any(|(_, done)| done.vote.ballot.is_secret()) {
            let paper = Paper::CountingRecord(report.id.clone());
            let name = file_name(&paper, date, None);
            named.add(paper, name, report.id.as_str());
        }
    }
    named.papers
}

/// The name of one paper's file, without its end; `act` is the number of its act if it has one for good.
#[must_use]
pub fn file_name(paper: &Paper, date: Date, act: Option<&str>) -> String {
    let word = words::file_name(match paper {
        Paper::Minutes => words::PaperName::Minutes,
        Paper::ShortMinutes => words::PaperName::ShortMinutes,
        Paper::Deliberation(_) => words::PaperName::Deliberation,
        Paper::Examined => words::PaperName::Examined,
        Paper::AttendanceSheet => words::PaperName::AttendanceSheet,
        Paper::NominalRecord(_) => words::PaperName::NominalRecord,
        Paper::CountingRecord(_) => words::PaperName::CountingRecord,
        Paper::Convocation => words::PaperName::Convocation,
    });
    match (paper, act) {
        (Paper::Deliberation(_), Some(act)) => safe(act),
        (Paper::Deliberation(report) | Paper::NominalRecord(report) | Paper::CountingRecord(report), _) => {
            format!("{date}-{word}-{}", safe(report.as_str()))
        }
        _ => format!("{date}-{word}"),
    }
}

/// The papers named so far.
#[derive(Default)]
struct Named {
    papers: Vec<(Paper, String)>,
    taken: BTreeSet<String>,
}

impl Named {
    fn add(&mut self, paper: Paper, name: String, number: &str) {
        let mut name = name;
        while !self.taken.insert(as_a_disk_sees(&name)) {
            name = format!("{name}-{}", eight_digits(number));
        }
        self.papers.push((paper, name));
    }
}

/// What some disks take for the same name: without case, in one form of its accents.
fn as_a_disk_sees(name: &str) -> String {
    let kept =
        |character: char| if character.is_alphanumeric() { fold(&character.to_string()) } else { character.into() };
    name.nfd().map(kept).collect()
}

/// The beginning of the SHA-256 of a number.
fn eight_digits(number: &str) -> String {
    Sha256::digest(number).iter().take(4).fold(String::new(), |mut hex, byte| {
        // Writing into a `String` cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A number as a part of a file's name.
fn safe(number: &str) -> String {
    let kept = |character: char| match character {
        '-' | '_' | '.' => character,
        '/' | '\\' => '-',
        other if other.is_alphanumeric() => other,
        _ => '_',
    };
    let mut name: String = number.trim().nfc().map(kept).collect();
    if name.len() > LONGEST {
        let end = name.floor_char_boundary(LONGEST);
        name.truncate(end);
    }
    // Neither hidden, nor above, nor an option of a command.
    if name.is_empty() || name.starts_with(['.', '-']) || is_device(&name) {
        name.insert(0, '_');
    }
    name
}

fn is_device(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or_default().to_lowercase();
    let digit = |rest: &str| rest.chars().count() == 1 && rest.chars().all(char::is_numeric);
    DEVICES.contains(&first.as_str())
        || NUMBERED_DEVICES.iter().any(|device| first.strip_prefix(device).is_some_and(digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_what_is_harmless_and_never_leads_out_of_its_folder() {
        for (number, name) in [
            ("2022_CT2_010", "2022_CT2_010"),
            ("04.2-01", "04.2-01"),
            ("2025/03/12", "2025-03-12"),
            ("../../x", "_..-..-x"),
            ("..", "_.."),
            ("a\\b", "a-b"),
            ("/etc/passwd", "_-etc-passwd"),
            ("CON", "_CON"),
            ("nul.2", "_nul.2"),
            ("lpt1", "_lpt1"),
            ("compte", "compte"),
            ("-rf", "_-rf"),
            (".cache", "_.cache"),
            ("n° 12", "n__12"),
            ("é\n\u{1b}[31m", "é___31m"),
            ("  ", "_"),
            ("e\u{301}", "é"),
        ] {
            assert_eq!(safe(number), name, "{number:?}");
        }
        let long = safe(&"é".repeat(300));
        assert!(long.len() <= LONGEST && long.chars().all(|c| c == 'é'), "{long}");
    }

    #[test]
    fn names_that_a_disk_might_take_for_one_are_told_apart_by_their_numbers() {
        let mut all = Named::default();
        for number in ["a/b", "a-b", "A-B", "É1", "e1", "e\u{301}1"] {
            all.add(Paper::Minutes, safe(number), number);
        }
        let names: Vec<&str> = all.papers.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names[0], "a-b");
        assert_eq!(names[3], "É1");
        let seen: BTreeSet<String> = names.iter().map(|name| as_a_disk_sees(name)).collect();
        assert_eq!(seen.len(), names.len(), "{names:?}");
        assert_ne!(names[1], names[2]);
    }
}
