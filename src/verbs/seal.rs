//! `sceau`: the chain, the rules, every proclaimed vote counted again; of a PDF, its words too.

mod charter;
mod headings;
mod paper;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::copies::{copy_holds_more, with_its_copy};
use super::{Exit, complain, say};
use crate::exchange::pdf;
use crate::french::{program as words, seal as seal_words};
use crate::store::disk::{Disk, RealDisk};
use crate::store::fault::Fault;
use crate::store::seal::verify;

/// Checks the record that goes with a session file, or a PDF that holds its own.
#[must_use]
pub fn seal(path: &Path) -> Exit {
    let is_named_pdf = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf"));
    // A link to a paper is read like the paper; the record itself never is.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match RealDisk.read(&target, pdf::LIMIT) {
        Ok(bytes) if is_named_pdf || pdf::is_pdf(&bytes) => match paper::check(path, &bytes) {
            Ok(lines) => {
                say(&lines.join("\n"));
                Exit::Fine
            }
            Err(exit) => exit,
        },
        Err(error) if error.kind() == ErrorKind::NotFound && !is_record(path) => {
            Exit::Unusable(seal_words::no_such_file(path))
        }
        Err(error) if is_named_pdf => {
            Exit::Unusable(words::fault(&Fault::Unreachable { path: path.to_owned(), error: error.into() }))
        }
        _ => record(path),
    }
}

/// Whether that is the name of a session file or of its journal, which may be there when the other is not.
fn is_record(path: &Path) -> bool {
    path.extension().is_some_and(|end| ["ron", "journal"].iter().any(|own| end.eq_ignore_ascii_case(own)))
}

fn record(path: &Path) -> Exit {
    let is_journal = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("journal"));
    // The journal holds the session file: it is checked where that one is gone, too.
    let session_file = if is_journal { path.with_extension("ron") } else { path.to_owned() };
    if let Some(notice) = copy_holds_more(&RealDisk, &session_file) {
        complain(&words::notice(&notice));
    }
    match verify(&RealDisk, &session_file) {
        Ok(Some(report)) => {
            say(&seal_words::sentences(&report).join("\n"));
            Exit::Fine
        }
        Ok(None) if !is_record(path) => Exit::Unusable(seal_words::another_file(path)),
        Ok(None) => Exit::unreadable(seal_words::nothing_recorded()),
        Err(fault) => Exit::of(&with_its_copy(&RealDisk, &session_file, fault)),
    }
}
