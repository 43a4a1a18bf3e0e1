//! `sceau`: the chain, the rules, every proclaimed vote counted again; of a PDF, its words too.

mod charter;
mod headings;
mod paper;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::copies::{copy_holds_more, copy_in_its_place, with_its_copy};
use super::{Exit, complain, say};
use crate::exchange::pdf;
use crate::french::record::only_the_copy;
use crate::french::{program as words, seal as seal_words};
use crate::store::disk::{Disk, RealDisk};
use crate::store::fault::Fault;
use crate::store::seal::noted::{Found, NotedHead, look_for};
use crate::store::seal::{SealReport, Verdict, belongs, docket_of, verify};
use crate::store::session_file;

/// Checks the record that goes with a session file, or a PDF that holds its own; and looks there for a head that was noted.
#[must_use]
pub fn seal(path: &Path, head: Option<&NotedHead>) -> Exit {
    let is_named_pdf = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf"));
    // A link to a paper is read like the paper; the record itself never is.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match RealDisk.read(&target, pdf::LIMIT) {
        Ok(bytes) if is_named_pdf || pdf::is_pdf(&bytes) => match paper::check(path, &bytes, head) {
            Ok((verdict, lines)) => ended(verdict, &lines),
            Err(exit) => exit,
        },
        Err(error) if error.kind() == ErrorKind::NotFound && !is_record(path) => {
            Exit::Unusable(seal_words::no_such_file(path))
        }
        Err(error) if is_named_pdf => {
            Exit::Unusable(words::fault(&Fault::Unreachable { path: path.to_owned(), error: error.into() }))
        }
        _ => record(path, head),
    }
}

/// Whether that is the name of a session file or of its journal, which may be there when the other is not.
fn is_record(path: &Path) -> bool {
    path.extension().is_some_and(|end| ["ron", "journal"].iter().any(|own| end.eq_ignore_ascii_case(own)))
}

fn record(path: &Path, head: Option<&NotedHead>) -> Exit {
    let is_journal = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("journal"));
    // The journal holds the session file: it is checked where that one is gone, too.
    let session_file = if is_journal { path.with_extension("ron") } else { path.to_owned() };
    let is_there = session_file.exists() || session_file.with_extension("journal").exists();
    if !is_there && let Some(copy) = copy_in_its_place(&RealDisk, &session_file) {
        return Exit::Unusable(format!("{}\n{}", seal_words::no_such_file(path), only_the_copy(&copy)));
    }
    if let Some(notice) = copy_holds_more(&RealDisk, &session_file) {
        complain(&words::notice(&notice));
    }
    let found = match head.map(|head| look_for(&RealDisk, &session_file, head)).transpose() {
        Ok(found) => found,
        Err(fault) => return refused(&session_file, &fault, None),
    };
    match verify(&RealDisk, &session_file) {
        Ok(Some(report)) => judged(&report, &session_file, found),
        Ok(None) if !is_record(path) => Exit::Unusable(seal_words::another_file(path)),
        Ok(None) if !is_there => Exit::Unusable(seal_words::no_such_file(path)),
        Ok(None) => Exit::unreadable(seal_words::nothing_recorded()),
        Err(fault) => refused(&session_file, &with_its_copy(&RealDisk, &session_file, fault), found),
    }
}

/// A record in which nothing is wrong by itself: whether it is that of the file beside it, and has the head that was noted.
fn judged(report: &SealReport, session_file: &Path, found: Option<Found>) -> Exit {
    let mut remarks = Vec::new();
    match session_file::load(session_file) {
        Ok(session) => match belongs(&RealDisk, &session) {
            Ok(()) => {}
            Err(fault) => return refused(session_file, &fault, found),
        },
        Err(_) if !session_file.exists() => remarks.push(seal_words::session_file_missing(session_file)),
        Err(_) => remarks.push(seal_words::session_file_unread(session_file)),
    }
    let (verdict, mut lines) = with_the_head(report, found);
    lines.extend(remarks);
    ended(verdict, &lines)
}

/// What is said of a record in which nothing is wrong, and of the head that was noted.
fn with_the_head(report: &SealReport, found: Option<Found>) -> (Verdict, Vec<String>) {
    match found {
        Some(Found::Nowhere { lines }) => (Verdict::Truncated, seal_words::noted_head_is_gone(lines, report)),
        found => (Verdict::of(report), seal_words::sentences(report, found)),
    }
}

/// Says it, where what is well is said or where what is wrong is, and ends with the code of the verdict.
fn ended(verdict: Verdict, lines: &[String]) -> Exit {
    let text = lines.join("\n");
    match verdict {
        Verdict::Closed | Verdict::NotClosed | Verdict::Torn => say(&text),
        _ => complain(&text),
    }
    Exit::Sealed(verdict)
}

/// What is wrong with the record, and how far the noted head reaches.
fn refused(session_file: &Path, fault: &Fault, found: Option<Found>) -> Exit {
    let mut lines = seal_words::refused(fault);
    if let Fault::Changed { .. } = fault.itself()
        && let Ok(Some(docket)) = docket_of(&RealDisk, session_file)
    {
        lines.insert(1, seal_words::sitting_of(&docket));
    }
    lines.extend(found.and_then(seal_words::noted_head_before_a_fault));
    ended(Verdict::of_fault(fault), &lines)
}
