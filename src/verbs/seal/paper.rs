//! A paper that proves itself: its journal is taken out, checked, and the paper composed anew to be held against it.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::Exit;
use crate::council::docket::Docket;
use crate::council::notes::Notes;
use crate::council::phrases::Phrases;
use crate::council::sitting::Sitting;
use crate::exchange::pdf::compare::{Difference, differences, words};
use crate::exchange::pdf::{self, Enclosed, NotRead, ReadBack};
use crate::french::record as record_words;
use crate::french::seal::paper as said;
use crate::look::Look;
use crate::papers::document::{Block, Document};
use crate::papers::{Dressing, Format, Paper, Sources, compose, render};
use crate::store::fault::{Fault, Notice};
use crate::store::kept::Place;
use crate::store::memory_disk::MemoryDisk;
use crate::store::record;
use crate::store::seal::{SealReport, verify};
use crate::store::session_file::problem::Unreadable;
use crate::store::session_file::{self, SessionFile, files::text_of};

/// Checks a PDF: what it says if all is right.
pub fn check(path: &Path, bytes: &[u8]) -> Result<Vec<String>, Exit> {
    let printed = pdf::read(bytes).map_err(|why| {
        Exit::Unusable(match why {
            NotRead::Broken => said::broken(path),
            NotRead::Locked => said::locked(path),
            NotRead::TooLarge => said::too_large(path),
        })
    })?;
    let name = session_name(path, &printed.enclosed)?;
    let disk = MemoryDisk::new();
    for file in &printed.enclosed {
        disk.put(Path::new(&file.name), &file.bytes);
    }
    let report = match verify(&disk, Path::new(name)) {
        Ok(Some(report)) => report,
        Ok(None) => return Err(Exit::Unusable(said::no_journal(path))),
        Err(fault) => return Err(refused(path, &fault)),
    };
    let session = session(path, name, &printed.enclosed)?;
    let opened = record::read(&disk, &session).map_err(|fault| refused(path, &fault))?;
    let changed = opened.notices.iter().find(|notice| matches!(notice, Notice::TakenOverUnrecorded(_)));
    if let Some(changed) = changed {
        return Err(Exit::Refused(said::other_texts(path, &record_words::notice(changed))));
    }
    held_against(path, bytes, &printed, opened.history.sitting(), &report)
}

/// What is wrong with the record, said of the PDF; the end is that of a record on the disk.
fn refused(path: &Path, fault: &Fault) -> Exit {
    match Exit::of(fault) {
        Exit::Unusable(_) => Exit::Unusable(said::fault(path, fault)),
        _ => Exit::Refused(said::fault(path, fault)),
    }
}

/// The name of the session file whose journal the PDF holds.
fn session_name<'a>(path: &Path, enclosed: &'a [Enclosed]) -> Result<&'a str, Exit> {
    let names: BTreeSet<&str> = enclosed.iter().map(|file| &*file.name).collect();
    let ends = |name: &str, end: &str| Path::new(name).extension().is_some_and(|extension| extension == end);
    let mut journals = names.iter().filter(|name| ends(name, "journal"));
    let Some(journal) = journals.next() else { return Err(Exit::Unusable(said::no_journal(path))) };
    if journals.next().is_some() || names.len() < enclosed.len() {
        return Err(Exit::Refused(said::ambiguous(path)));
    }
    let is_its_session = |name: &&&str| {
        Place::of(Path::new(**name)).is_ok_and(|place| place.journal == Path::new(journal) && !ends(name, "suites"))
    };
    let mut sessions = names.iter().filter(is_its_session);
    match (sessions.next(), sessions.next()) {
        (Some(session), None) => Ok(session),
        (None, _) => Err(Exit::Refused(said::session_unread(path, journal))),
        _ => Err(Exit::Refused(said::ambiguous(path))),
    }
}

/// The session file in the PDF, with the texts that it names.
fn session(path: &Path, name: &str, enclosed: &[Enclosed]) -> Result<SessionFile, Exit> {
    let text = |name: &str| {
        let file = enclosed.iter().find(|file| file.name == name).ok_or(Unreadable::Missing)?;
        text_of(file.bytes.clone())
    };
    let unread = || Exit::Refused(said::session_unread(path, name));
    let source = text(name).map_err(|_| unread())?;
    let parsed = session_file::parse(&source, &text).map_err(|_| unread())?;
    Ok(SessionFile {
        path: name.into(),
        source,
        docket: parsed.docket,
        sums: parsed.sums,
        data_files: parsed.data_files,
        remarks: parsed.remarks,
    })
}

/// Composes the paper anew from what the PDF holds, and compares the words of both.
fn held_against(
    path: &Path,
    bytes: &[u8],
    printed: &ReadBack,
    sitting: &Sitting,
    report: &SealReport,
) -> Result<Vec<String>, Exit> {
    let head = report.journal.head.spoken();
    let (notes, phrases, look) = (Notes::default(), Phrases::default(), Look::default());
    let sources = Sources { sitting, seal: Some(&head), notes: &notes, phrases: &phrases };
    let not_composed = || Exit::Unusable(said::not_composed(path));
    let document = same_paper(&sources, printed.title.as_deref()).ok_or_else(not_composed)?;
    let dressing = Dressing { look: &look, attached: &[], model: None };
    let anew = render(&document, Format::Pdf, &dressing).map_err(|_| not_composed())?;
    let expected = pdf::read(&anew.bytes).map_err(|_| not_composed())?;
    let found = differences(&printed.pages, &expected.pages);
    let headings = headings(&document, &words(&expected.pages));
    let shown: Vec<Shown> = found.iter().map(|one| Shown::of(one, &headings)).collect();
    let mut lines = said::proven(report);
    if found.is_empty() {
        if anew.bytes != bytes {
            lines.push(said::drawn_elsewhere().to_owned());
        }
        return Ok(lines);
    }
    let names = names(sitting.docket());
    let maker = printed.maker.as_deref().filter(|maker| expected.maker.as_deref() != Some(maker));
    if let Some(maker) = maker
        && found
            .iter()
            .all(|one| one.place.is_none() || weighty(&one.printed, &names) == weighty(&one.expected, &names))
    {
        let passages: Vec<said::Passage<'_>> = shown.iter().map(Shown::passage).collect();
        lines.push(said::other_wording(maker, &passages));
        return Ok(lines);
    }
    let passages: Vec<said::Passage<'_>> = shown.iter().map(Shown::passage).collect();
    let mut why = said::differs(path, &passages);
    if found.iter().any(|one| touches(one, &head)) {
        why = format!("{}\n{why}", said::other_head(&head));
    }
    Err(Exit::Refused(why))
}

/// The paper that has that title; the minutes if none has.
fn same_paper(sources: &Sources<'_>, title: Option<&str>) -> Option<Document> {
    let reports = sources.sitting.docket().agenda.reports();
    let of_a_report =
        reports.flat_map(|report| [Paper::Deliberation(report.id.clone()), Paper::NominalRecord(report.id.clone())]);
    let papers = [Paper::Minutes, Paper::ShortMinutes, Paper::Examined, Paper::AttendanceSheet, Paper::Convocation];
    let has_title = |document: &Document| title.is_some_and(|title| document.title == title);
    let mut composed = papers.into_iter().chain(of_a_report).filter_map(|paper| compose(sources, &paper));
    composed.find(has_title).or_else(|| compose(sources, &Paper::Minutes))
}

/// Each heading of a paper, and where it begins among the words.
fn headings(document: &Document, words: &[(usize, &str)]) -> Vec<(usize, String)> {
    let mut from = 0;
    let mut found = Vec::new();
    let mut blocks: Vec<&Block> = document.blocks.iter().rev().collect();
    while let Some(block) = blocks.pop() {
        match block {
            Block::Heading(_, line) => {
                let text = line.text();
                let heading: Vec<&str> = text.split_whitespace().collect();
                let begins = words.get(from..).and_then(|words| {
                    words
                        .windows(heading.len().max(1))
                        .position(|window| window.iter().map(|(_, word)| *word).eq(heading.iter().copied()))
                });
                if let Some(begins) = begins {
                    from += begins;
                    found.push((from, heading.join(" ")));
                }
            }
            Block::Enclosed(inside) | Block::KeepTogether(inside) => blocks.extend(inside.iter().rev()),
            _ => {}
        }
    }
    found
}

/// The words of the names of the members.
fn names(docket: &Docket) -> BTreeSet<String> {
    let names = docket.roster.everyone().flat_map(|member| [&member.name.surname, &member.name.first]);
    names.flat_map(|name| parts(name).map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty())
}

/// The figures, the names and the words that decide, in order.
fn weighty<'a>(words: &'a [String], names: &BTreeSet<String>) -> Vec<&'a str> {
    let weighs = |word: &&str| {
        word.contains(|c: char| c.is_ascii_digit())
            || said::weighs(word)
            || parts(word).any(|part| names.contains(part))
    };
    words.iter().map(String::as_str).filter(weighs).collect()
}

/// Whether a difference is about the head of the journal.
fn touches(one: &Difference, head: &str) -> bool {
    let expected: Vec<&str> =
        one.before.iter().chain(&one.expected).chain(&one.after).map(|word| word.trim_matches('.')).collect();
    let groups: Vec<&str> = head.split_whitespace().collect();
    one.expected.iter().any(|word| groups.contains(&word.trim_matches('.')))
        && expected.windows(2).any(|pair| groups.windows(2).any(|known| known == pair))
}

/// A difference as it is said.
struct Shown {
    page: usize,
    under: Option<String>,
    at_the_edge: bool,
    printed: String,
    expected: String,
}

impl Shown {
    fn of(one: &Difference, headings: &[(usize, String)]) -> Self {
        let under = one.place.and_then(|place| headings.iter().rev().find(|(begins, _)| *begins <= place));
        let around = |words: &[String]| {
            let all: Vec<&str> =
                one.before.iter().chain(words.iter().take(LONGEST)).chain(&one.after).map(String::as_str).collect();
            all.join(" ")
        };
        Self {
            page: one.page,
            under: under.map(|(_, heading)| heading.clone()),
            at_the_edge: one.place.is_none(),
            printed: around(&one.printed),
            expected: around(&one.expected),
        }
    }

    fn passage(&self) -> said::Passage<'_> {
        said::Passage {
            page: self.page,
            under: self.under.as_deref(),
            at_the_edge: self.at_the_edge,
            printed: &self.printed,
            expected: &self.expected,
        }
    }
}

/// How many words of one difference are shown.
const LONGEST: usize = 30;
