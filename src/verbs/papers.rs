//! `pv`: one paper of a sitting as it is recorded, or several of one kind in one text.

use std::collections::BTreeSet;
use std::io::{IsTerminal, stdout};
use std::path::Path;

use super::gathered::{Gathered, gather};
use super::{Exit, complain, output};
use crate::cli::{Output, PaperAsked};
use crate::council::agenda::Report;
use crate::council::id::ReportId;
use crate::council::sitting::{NoAct, Sitting};
use crate::french::program;
use crate::french::writing::{self as words, NotMade};
use crate::french::{acts, counting};
use crate::papers::document::Document;
use crate::papers::model::Problem;
use crate::papers::{Attachment, Dressing, Format, NotRendered, Paper, Remark, Rendered, compose, names, render};
use crate::store::disk::RealDisk;

/// `pv`: a paper of the sitting as it is recorded; without a format the name of the file says it, else it is text.
#[must_use]
pub fn minutes(path: &Path, asked: &PaperAsked, format: Option<Format>, output: &Output) -> Exit {
    write_one(path, asked, format, output).unwrap_or_else(|exit| exit)
}

fn write_one(path: &Path, asked: &PaperAsked, format: Option<Format>, output: &Output) -> Result<Exit, Exit> {
    let gathered = gather(&RealDisk, path)?;
    if let Some(refused) = gathered.recorded.belongs(output) {
        return Ok(refused);
    }
    let format = format_of(format, output)?;
    gathered.say_notices();
    let papers = papers_asked(asked, gathered.sitting())?;
    if papers.len() > 1 && !is_text(format) {
        return Err(Exit::Unusable(words::several_in_one(papers.len(), format.extension())));
    }
    let attached = attached_to(&gathered, &papers, format)?;
    if format == Format::Pdf && papers.iter().any(proves_itself) {
        gathered.not_enclosed().into_iter().for_each(complain);
    }
    let mut content = Vec::new();
    let mut remarks = BTreeSet::new();
    for (place, paper) in papers.iter().enumerate() {
        let document = compose(&gathered.sources(), paper).ok_or_else(|| Exit::unreadable(words::NOT_COMPOSED))?;
        let name = names::file_name(paper, document.date, None);
        let rendered =
            rendered(&gathered, paper, &document, format, &attached).map_err(|why| not_made(&name, format, why))?;
        if place > 0 {
            content.push(b'\n');
        }
        content.extend(rendered.bytes);
        remarks.extend(rendered.remarks);
    }
    say_remarks(&remarks);
    Ok(output::put(&content, output))
}

/// The format asked for, or the one that the name of the file says. What is no text is never sent to a terminal.
///
/// # Errors
/// How the verb ends.
pub fn format_of(asked: Option<Format>, output: &Output) -> Result<Format, Exit> {
    let format = match (asked, output) {
        (Some(format), _) => format,
        (None, Output::Standard) => Format::Text,
        (None, Output::File { path, .. }) => match path.extension().map(|end| end.to_string_lossy().to_lowercase()) {
            None => Format::Text,
            Some(end) => {
                let end = if end == "htm" { "html".to_owned() } else { end };
                let known = Format::ALL.into_iter().find(|format| format.extension() == end);
                known.ok_or_else(|| Exit::Unusable(words::unknown_end(path)))?
            }
        },
    };
    if *output == Output::Standard && !is_text(format) && format != Format::Html && stdout().is_terminal() {
        return Err(Exit::Unusable(words::needs_a_file(format.extension())));
    }
    Ok(format)
}

/// Whether several papers of that format make one that can be read.
fn is_text(format: Format) -> bool {
    matches!(format, Format::Text | Format::Markdown)
}

/// The papers asked for.
fn papers_asked(asked: &PaperAsked, sitting: &Sitting) -> Result<Vec<Paper>, Exit> {
    let known = |number: &String| {
        let report = ReportId::new(number);
        let is_known = sitting.docket().agenda.report(&report).is_some();
        if is_known { Ok(report) } else { Err(Exit::Unusable(program::unknown_report(number, sitting))) }
    };
    let is_done = |report: &ReportId| sitting.progress(report).is_some_and(|progress| progress.done().is_some());
    let is_voted = |report: &ReportId| sitting.votes_taken(report).next().is_some();
    let is_voted_aloud = |report: &ReportId| sitting.votes_taken(report).any(|(_, done)| !done.vote.ballot.is_secret());
    let is_secret = |report: &ReportId| {
        let is_open = sitting.progress(report).is_some_and(|progress| progress.vote().ballot.is_secret());
        is_open || sitting.votes_taken(report).any(|(_, done)| done.vote.ballot.is_secret())
    };
    let no_act = |report: &ReportId| sitting.no_act(sitting.docket().agenda.report(report)?);
    let all = || sitting.docket().agenda.reports().map(|report| report.id.clone());
    let (papers, none): (Vec<Paper>, _) = match asked {
        PaperAsked::Minutes => (vec![Paper::Minutes], program::NO_REPORT),
        PaperAsked::ShortMinutes => (vec![Paper::ShortMinutes], program::NO_REPORT),
        PaperAsked::Examined => (vec![Paper::Examined], program::NO_REPORT),
        PaperAsked::AttendanceSheet => (vec![Paper::AttendanceSheet], program::NO_REPORT),
        PaperAsked::Convocation => (vec![Paper::Convocation], program::NO_REPORT),
        PaperAsked::Deliberation(Some(number)) => {
            let id = known(number)?;
            if let Some((report, why)) = sitting.docket().agenda.report(&id).zip(no_act(&id)) {
                return Err(Exit::Unusable(acts::no_act(report, why)));
            }
            (vec![Paper::Deliberation(id)], program::NO_REPORT)
        }
        PaperAsked::Deliberation(None) => {
            let acts = all().filter(|report| no_act(report).is_none()).map(Paper::Deliberation).collect();
            let without = without_act(sitting);
            if !without.is_empty() {
                complain(&acts::without_act(&without));
            }
            (acts, acts::NO_ACT)
        }
        PaperAsked::NominalRecord(Some(number)) => {
            let report = known(number)?;
            if !is_done(&report) {
                return Err(Exit::Unusable(words::not_voted(number)));
            }
            if !is_voted(&report) {
                return Err(Exit::Unusable(words::no_vote_taken(number)));
            }
            if sitting.votes_taken(&report).all(|(_, done)| done.vote.ballot.is_secret()) {
                return Err(Exit::Unusable(counting::voted_in_secret(number)));
            }
            (vec![Paper::NominalRecord(report)], words::NO_VOTE)
        }
        PaperAsked::CountingRecord(Some(number)) => {
            let report = known(number)?;
            if !is_secret(&report) {
                return Err(Exit::Unusable(counting::no_secret_ballot(number)));
            }
            (vec![Paper::CountingRecord(report)], counting::NONE_IN_THE_SITTING)
        }
        PaperAsked::CountingRecord(None) => {
            (all().filter(is_secret).map(Paper::CountingRecord).collect(), counting::NONE_IN_THE_SITTING)
        }
        PaperAsked::NominalRecord(None) => {
            (all().filter(is_voted_aloud).map(Paper::NominalRecord).collect(), words::NO_VOTE)
        }
    };
    if papers.is_empty() { Err(Exit::unreadable(none)) } else { Ok(papers) }
}

/// The reports of which no act comes, each with why, in the order of the agenda.
pub fn without_act(sitting: &Sitting) -> Vec<(&Report, NoAct)> {
    let reports = sitting.docket().agenda.reports();
    reports.filter_map(|report| Some((report, sitting.no_act(report)?))).collect()
}

/// What those papers enclose in that format: the *procès-verbal* in PDF alone proves itself.
///
/// # Errors
/// How the verb ends: a file to enclose has changed.
pub fn attached_to(gathered: &Gathered, papers: &[Paper], format: Format) -> Result<Vec<Attachment>, Exit> {
    let proves = format == Format::Pdf && papers.iter().any(proves_itself);
    if proves { gathered.attachments(&RealDisk) } else { Ok(Vec::new()) }
}

/// Whether the files of the sitting are enclosed in that paper.
pub fn proves_itself(paper: &Paper) -> bool {
    matches!(paper, Paper::Minutes | Paper::ShortMinutes)
}

/// A composed paper as a file.
///
/// # Errors
/// As [`render`].
pub fn rendered(
    gathered: &Gathered,
    paper: &Paper,
    document: &Document,
    format: Format,
    attached: &[Attachment],
) -> Result<Rendered, NotRendered> {
    let attached = if format == Format::Pdf && proves_itself(paper) { attached } else { &[] };
    let model = if format == Format::Odt { gathered.model(paper) } else { None };
    render(document, format, &Dressing { look: &gathered.charter.look, attached, model })
}

/// Why no file was made.
pub fn reason(why: NotRendered) -> NotMade {
    match why {
        NotRendered::NotYet => NotMade::NotYet,
        NotRendered::BadFace(_) => NotMade::Face,
        NotRendered::BadLogo => NotMade::Logo,
        NotRendered::BadSheet => NotMade::Sheet,
        NotRendered::BadAttachment(name) => NotMade::Enclosed(name),
        NotRendered::Model(problems) => NotMade::Model(problems.iter().map(Problem::sentence).collect()),
        NotRendered::Refused(words) => NotMade::Library(words),
    }
}

/// How the verb ends when no file was made.
pub fn not_made(name: &str, format: Format, why: NotRendered) -> Exit {
    let file = format!("{name}.{}", format.extension());
    Exit::Unusable(words::not_made(&[&file], &reason(why)))
}

/// The characters of the remarks.
pub fn without_glyph(remarks: &BTreeSet<Remark>) -> BTreeSet<char> {
    remarks.iter().map(|Remark::NoGlyph(character)| *character).collect()
}

/// Says on standard error what could not be shown as it is.
pub fn say_remarks(remarks: &BTreeSet<Remark>) {
    let characters = without_glyph(remarks);
    if !characters.is_empty() {
        complain(&words::no_glyph(&characters));
    }
}
