//! `pv --tout`, and one key of the preview: every paper of a sitting in one folder, under stable names.
//!
//! Two formats unless others are asked for: PDF, which is signed, published and kept; and one that she corrects in her
//! word processor: ODT where the assembly has a model of its own for that paper, which only ODT follows, else DOCX, which
//! every word processor opens.

use std::collections::BTreeSet;
use std::io::{IsTerminal, stderr};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::gathered::{Gathered, gather};
use super::papers::{proves_itself, reason, rendered, without_act, without_glyph};
use super::progress::Progress;
use super::{Exit, complain};
use crate::cli::AllAsked;
use crate::french::acts;
use crate::french::program;
use crate::french::writing::{self as words, Written};
use crate::papers::{Attachment, Format, NotRendered, Paper, Remark, compose, names};
use crate::store::disk::{Disk, RealDisk};
use crate::store::guard;
use crate::store::papers_folder::{PapersFolder, Put};
use crate::store::replace::NotWritten;

/// The folder of the papers of a session file, beside it: `NAME.papiers`.
#[must_use]
pub fn folder_beside(session_file: &Path) -> PathBuf {
    session_file.with_extension("papiers")
}

/// `pv --tout`: every paper of the sitting, in a folder.
#[must_use]
#[allow(clippy::disallowed_methods, reason = "the rim reads the clock")]
pub fn all_papers(path: &Path, asked: &AllAsked) -> Exit {
    let gathered = match gather(&RealDisk, path) {
        Ok(gathered) => gathered,
        Err(exit) => return exit,
    };
    gathered.say_notices();
    let began = Instant::now();
    let mut err = stderr();
    let is_terminal = err.is_terminal();
    let mut progress = Progress::new(&mut err, is_terminal);
    let done = write_all(&RealDisk, &gathered, asked, &mut |done, all| {
        progress.tell(done, all, began.elapsed());
        ControlFlow::Continue(())
    });
    progress.end();
    let done = match done {
        Ok(done) => done,
        Err(exit) => return exit,
    };
    complain(&words::written_in(&done));
    for remark in words::remarks(&done) {
        complain(&remark);
    }
    let why = words::not_all_written(&done);
    if done.is_whole() {
        Exit::Fine
    } else if done.stopped.is_some() {
        Exit::Unusable(why)
    } else {
        Exit::Refused(why)
    }
}

/// Every paper of the sitting as it stands on the disk, in its own folder: for the key of the preview. `goes_on` is asked
/// before each paper.
///
/// # Errors
/// One sentence on why not all of them are written.
pub fn beside(path: &Path, goes_on: &dyn Fn() -> bool) -> Result<String, String> {
    let said = |exit| match exit {
        // The lines that show the place in the file are drawn for a terminal: in one sentence they would be noise.
        Exit::Unusable(why) | Exit::Refused(why) => {
            let told: Vec<&str> = why.lines().filter(|line| !line.contains('│')).map(str::trim).collect();
            told.join(" ")
        }
        _ => words::NOT_COMPOSED.to_owned(),
    };
    let gathered = gather(&RealDisk, path).map_err(said)?;
    let mut tell = |_, _| if goes_on() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
    let done = write_all(&RealDisk, &gathered, &AllAsked::default(), &mut tell).map_err(said)?;
    if done.is_whole() { Ok(words::written_in(&done)) } else { Err(words::written_in_part(&done)) }
}

/// Writes the papers of a sitting, one after the other; after each `tell` is told how many are done.
///
/// # Errors
/// How the verb ends: the folder cannot be used, or a text has changed. Nothing is written then.
pub fn write_all(
    disk: &dyn Disk,
    gathered: &Gathered,
    asked: &AllAsked,
    tell: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Written, Exit> {
    let session = &gathered.recorded.session;
    let papers = names::papers(gathered.sitting());
    let files: Vec<(&Paper, &str, Format)> = papers
        .iter()
        .flat_map(|(paper, name)| formats(asked, gathered, paper).into_iter().map(move |it| (paper, name.as_str(), it)))
        .collect();
    let proves = files.iter().any(|(paper, _, format)| *format == Format::Pdf && proves_itself(paper));
    let attached = if proves { gathered.attachments(disk)? } else { Vec::new() };
    let folder = asked.folder.clone().unwrap_or_else(|| folder_beside(&session.path));
    let stem = session.path.file_stem().unwrap_or_default().to_string_lossy();
    let refused = |why: &NotWritten| Exit::Unusable(program::not_written(why));
    let mut folder = PapersFolder::open(disk, &folder, &stem, asked.force).map_err(|why| refused(&why))?;
    let mut done = Written { folder: folder.folder().to_owned(), all: files.len(), ..Written::default() };
    done.not_enclosed = gathered.not_enclosed().filter(|_| proves);
    let without_act = without_act(gathered.sitting());
    done.without_act = (!without_act.is_empty()).then(|| acts::without_act(&without_act));
    let mut names = BTreeSet::new();
    let mut remarks = BTreeSet::new();
    for (place, (paper, name, format)) in files.iter().enumerate() {
        if tell(place, files.len()).is_break() {
            done.given_up = true;
            break;
        }
        let file = format!("{name}.{}", format.extension());
        match made(gathered, paper, *format, &attached, &mut remarks) {
            None => done.all -= 1,
            Some(Err(why)) => done.not_made.entry(reason(why)).or_default().push(file.clone()),
            Some(Ok(bytes)) => match put(&mut folder, gathered, &file, &bytes, asked.force) {
                Ok(Put::Written) => done.written += 1,
                Ok(Put::Same) => done.same += 1,
                Err(why @ (NotWritten::Refused { .. } | NotWritten::Unnamed { .. })) => {
                    done.stopped = Some(why);
                    break;
                }
                Err(why) => done.refused.push(why),
            },
        }
        names.insert(file);
    }
    done.no_glyph = without_glyph(&remarks);
    if done.stopped.is_none() && !done.given_up {
        let formats: BTreeSet<&str> = files.iter().map(|(_, _, format)| format.extension()).collect();
        done.outdated = folder.own_besides(&names, &formats);
    }
    if let Err(why) = folder.finish() {
        done.stopped.get_or_insert(why);
    }
    Ok(done)
}

/// The bytes of a paper in a format; `None` if there is no such paper of this sitting.
fn made(
    gathered: &Gathered,
    paper: &Paper,
    format: Format,
    attached: &[Attachment],
    remarks: &mut BTreeSet<Remark>,
) -> Option<Result<Vec<u8>, NotRendered>> {
    let document = compose(&gathered.sources(), paper)?;
    Some(rendered(gathered, paper, &document, format, attached).map(|rendered| {
        remarks.extend(rendered.remarks);
        rendered.bytes
    }))
}

/// Never over what belongs to the sitting, whatever is said.
fn put(
    folder: &mut PapersFolder<'_>,
    gathered: &Gathered,
    file: &str,
    bytes: &[u8],
    force: bool,
) -> Result<Put, NotWritten> {
    let path = folder.place(file);
    match guard::belonging(&gathered.recorded.session, &path) {
        Some(to) => Err(NotWritten::Belongs { path, to }),
        None => folder.put(file, bytes, force),
    }
}

fn formats(asked: &AllAsked, gathered: &Gathered, paper: &Paper) -> Vec<Format> {
    if !asked.formats.is_empty() {
        let mut formats = asked.formats.clone();
        formats.sort();
        formats.dedup();
        return formats;
    }
    let editable = if gathered.model(paper).is_some() { Format::Odt } else { Format::Docx };
    vec![Format::Pdf, editable]
}
