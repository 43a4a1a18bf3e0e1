//! A paper that proves itself: its journal is taken out, checked, and the paper composed anew to be held against it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::Exit;
use super::charter;
use super::headings::{Heading, headings, over};
use crate::council::docket::Docket;
use crate::council::notes::Notes;
use crate::council::phrases::Phrases;
use crate::council::sitting::Sitting;
use crate::exchange::pdf::compare::{Difference, differences, words};
use crate::exchange::pdf::{self, NotRead, ReadBack};
use crate::french::record as record_words;
use crate::french::seal::{self as seal_words, paper as said};
use crate::look::Look;
use crate::papers::document::Document;
use crate::papers::enclosed::{Enclosed, LIST, NotTakenOut, Role, TakenOut, attachments, take_out};
use crate::papers::{Attachment, Dressing, Format, Paper, Sources, compose, render};
use crate::store::fault::{Fault, Notice};
use crate::store::memory_disk::MemoryDisk;
use crate::store::notes;
use crate::store::record;
use crate::store::seal::noted::{Found, NotedHead, look_for};
use crate::store::seal::{SealReport, Verdict, verify};
use crate::store::session_file::problem::Unreadable;
use crate::store::session_file::{self, SessionFile, files::text_of};

/// Checks a PDF: the verdict and what it says if all is right; how the verb ends if it is not.
pub fn check(path: &Path, bytes: &[u8], head: Option<&NotedHead>) -> Result<(Verdict, Vec<String>), Exit> {
    let printed = pdf::read(bytes).map_err(|why| {
        Exit::Unusable(match why {
            NotRead::Broken => said::broken(path),
            NotRead::Locked => said::locked(path),
            NotRead::TooLarge => said::too_large(path),
        })
    })?;
    let taken = taken_out(path, &printed)?;
    let disk = laid_out(&taken.files);
    let name = taken.files.iter().find(|file| file.role == Role::SessionFile).map_or("", |file| &*file.name);
    // The record first: of a journal it is the line that is named, not only the file.
    let report = match verify(&disk, Path::new(name)) {
        Ok(Some(report)) => report,
        Ok(None) => return Err(Exit::Unusable(said::no_journal(path))),
        Err(fault) => return Err(refused(path, &fault)),
    };
    if !taken.altered.is_empty() {
        return Err(Exit::Refused(said::altered(path, &taken.altered)));
    }
    let found = head.map(|head| look_for(&disk, Path::new(name), head)).transpose();
    let found = found.map_err(|fault| refused(path, &fault))?;
    if let Some(Found::Nowhere { lines }) = found {
        return Ok((Verdict::Truncated, seal_words::noted_head_is_gone(lines, &report)));
    }
    let session = session(path, name, &taken.files)?;
    let opened = record::read(&disk, &session).map_err(|fault| refused(path, &fault))?;
    let changed = opened.notices.iter().find(|notice| matches!(notice, Notice::TakenOverUnrecorded(_)));
    if let Some(changed) = changed {
        return Err(Exit::Refused(said::other_texts(path, &record_words::notice(changed))));
    }
    let sitting = opened.history.sitting();
    let kept = notes::load(&disk, &session.path, sitting.docket());
    if sitting.settlement().is_some_and(|settled| settled.notes != kept.sums) {
        return Err(Exit::Refused(said::settled_notes_differ(path)));
    }
    let phrases = charter::phrases(path, &sitting.docket().body.phrases, &taken.files)?;
    let look = charter::look(path, &taken.files)?;
    let attached = attachments(&taken.files);
    let evening = Evening { sitting, notes: &kept.notes, phrases: &phrases, look: &look, report: &report, attached };
    let mut lines = held_against(path, bytes, &printed, &evening)?;
    lines.extend(found.and_then(seal_words::noted_head));
    lines.extend(charter::not_sealed(&look, &taken.files));
    if !sitting.stage().is_over() && !kept.sums.is_empty() {
        lines.push(said::NOTES_NOT_SEALED.to_owned());
    }
    if sitting.stage().is_over() && sitting.settlement().is_none() && *sitting.notes_at_close() != kept.sums {
        lines.push(said::NOTES_SINCE_CLOSE.to_owned());
    }
    Ok((Verdict::of(&report), lines))
}

/// The files of the sitting that the PDF holds.
fn taken_out(path: &Path, printed: &ReadBack) -> Result<TakenOut, Exit> {
    let files: BTreeMap<String, Vec<u8>> =
        printed.enclosed.iter().map(|file| (file.name.clone(), file.bytes.clone())).collect();
    if files.len() < printed.enclosed.len() {
        return Err(Exit::Refused(said::ambiguous(path)));
    }
    take_out(&files).map_err(|why| match why {
        NotTakenOut::NoList => Exit::Unusable(said::no_journal(path)),
        NotTakenOut::Newer => Exit::Unusable(said::newer(path)),
        NotTakenOut::Unlisted(_) => Exit::Refused(said::altered(path, &[LIST.to_owned()])),
        NotTakenOut::Lacks(name) => Exit::Refused(said::lacks(path, &name)),
    })
}

/// The files as they lay beside the session file.
fn laid_out(files: &[Enclosed]) -> MemoryDisk {
    let disk = MemoryDisk::new();
    for file in files {
        let path = Path::new(&file.name);
        for folder in path.ancestors().skip(1).filter(|folder| *folder != Path::new("")) {
            disk.put_folder(folder);
        }
        disk.put(path, &file.bytes);
    }
    disk
}

/// What is wrong with the record, said of the PDF; the end is that of a record on the disk.
fn refused(path: &Path, fault: &Fault) -> Exit {
    match Exit::of(fault) {
        Exit::Unusable(_) => Exit::Unusable(said::fault(path, fault)),
        _ => Exit::Refused(said::fault(path, fault)),
    }
}

/// The session file in the PDF, with the texts that it names.
fn session(path: &Path, name: &str, enclosed: &[Enclosed]) -> Result<SessionFile, Exit> {
    let text = |name: &str| {
        let file = enclosed.iter().find(|file| file.name == name).ok_or(Unreadable::Missing)?;
        text_of(file.bytes.clone())
    };
    let unread = || Exit::Refused(said::lacks(path, name));
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

/// What the record gives, of which the paper is made.
struct Evening<'a> {
    sitting: &'a Sitting,
    notes: &'a Notes,
    phrases: &'a Phrases,
    look: &'a Look,
    report: &'a SealReport,
    /// What the paper encloses if this program writes it.
    attached: Vec<Attachment>,
}

/// Composes the paper anew from what the PDF holds, and compares the words of both.
fn held_against(path: &Path, bytes: &[u8], printed: &ReadBack, evening: &Evening<'_>) -> Result<Vec<String>, Exit> {
    let Evening { sitting, notes, phrases, look, report, attached } = evening;
    let head = report.journal.head.spoken();
    let sources = Sources { sitting, seal: Some(&head), notes, phrases };
    let not_composed = || Exit::Unusable(said::not_composed(path));
    let document = same_paper(&sources, printed.title.as_deref()).ok_or_else(not_composed)?;
    let dressing = Dressing { look, attached, model: None };
    let anew = render(&document, Format::Pdf, &dressing).map_err(|_| not_composed())?;
    let expected = pdf::read(&anew.bytes).map_err(|_| not_composed())?;
    let headings = headings(&document, &words(&expected.pages));
    let found = differences(&printed.pages, &expected.pages);
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
    let of_a_report = reports.flat_map(|report| {
        let id = || report.id.clone();
        [Paper::Deliberation(id()), Paper::NominalRecord(id()), Paper::CountingRecord(id())]
    });
    let papers = [Paper::Minutes, Paper::ShortMinutes, Paper::Examined, Paper::AttendanceSheet, Paper::Convocation];
    let has_title = |document: &Document| title.is_some_and(|title| document.title == title);
    let mut composed = papers.into_iter().chain(of_a_report).filter_map(|paper| compose(sources, &paper));
    composed.find(has_title).or_else(|| compose(sources, &Paper::Minutes))
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
    fn of(one: &Difference, headings: &[Heading]) -> Self {
        let under = one.place.map(|place| over(place, headings)).filter(|under| !under.is_empty());
        let around = |words: &[String]| {
            let all: Vec<&str> = one
                .before
                .iter()
                .map(String::as_str)
                .chain(shortened(words))
                .chain(one.after.iter().map(String::as_str))
                .collect();
            all.join(" ")
        };
        Self {
            page: one.page,
            under,
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

/// How many words of one difference are shown at most.
const LONGEST: usize = 30;

/// The words, or the first and the last of them with a mark between.
fn shortened(words: &[String]) -> Vec<&str> {
    let half = LONGEST / 2;
    if words.len() <= LONGEST {
        return words.iter().map(String::as_str).collect();
    }
    let (first, last) = (words.iter().take(half), words.iter().skip(words.len() - half));
    first.map(String::as_str).chain(["…"]).chain(last.map(String::as_str)).collect()
}
