//! `saisir`: the course of a sitting, typed afterwards from paper, recorded as the screen would have.

use std::path::Path;
use std::sync::Arc;

use jiff::Zoned;

use super::{Exit, complain, say};
use crate::cli::RecordAsked;
use crate::clock::stamp;
use crate::council::docket::Docket;
use crate::council::history::History;
use crate::council::roster::Roster;
use crate::french::{course as words, file, program};
use crate::store::course::recording::{self, Recorded, Stopped};
use crate::store::course::{self, Step};
use crate::store::disk::{Disk, RealDisk};
use crate::store::fault::Notice;
use crate::store::notes;
use crate::store::record::{self, Opened};
use crate::store::session_file;

/// Records a course: all that is badly written is said before anything is recorded, then step by step up to the first
/// that may not go on.
#[must_use]
pub fn record_course(path: &Path, course_path: &Path, asked: RecordAsked) -> Exit {
    let session = match session_file::load(path) {
        Ok(session) => session,
        Err(unread) => return Exit::unreadable(&file::unread(&unread)),
    };
    let there = record::read(&RealDisk, &session);
    // Behind what is recorded, a step may name a report that was added there.
    let docket = there.as_ref().map_or(&*session.docket, |there| there.history.sitting().docket());
    let steps = match course::load(course_path, docket) {
        Ok(steps) => steps,
        Err(unread) => return Exit::Unusable(words::unread(&unread, &session.docket.roster)),
    };
    let begun = |history: &History| {
        let refused = recording::is_begun(history) && !asked.goes_on;
        refused.then(|| Exit::Unusable(words::recorded_already(path, course_path)))
    };
    // A refused verb touches nothing, so that is asked before the record is opened to be added to.
    match there.map(|there| begun(&there.history)) {
        Ok(Some(refused)) => return refused,
        Ok(None) => {}
        Err(fault) => return Exit::of(&fault),
    }
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let Opened { mut history, recorder, notices, .. } = match record::open(&disk, &session, &now()) {
        Ok(opened) => opened,
        Err(fault) => return Exit::of(&fault),
    };
    // Another may have begun it since: nobody can any more.
    if let Some(refused) = begun(&history) {
        return refused;
    }
    for notice in notices.iter().filter(|notice| !matches!(notice, Notice::Resumed { .. })) {
        complain(&program::notice(notice));
    }
    let Some(mut recorder) = recorder else { return Exit::unreadable(words::NOT_WRITABLE) };
    // The notes are read from the folder beside the session file.
    let notes = |docket: &Docket| notes::sums(&*disk, path, docket);
    let mut acknowledge = |number| {
        if asked.acknowledges {
            // Whoever stopped listening still wants the course recorded.
            say(&format!("ack {number}"));
        }
    };
    let outcome = recording::record(&mut history, &mut recorder, &steps, &notes, &now, &mut acknowledge);
    let sitting = history.sitting();
    let tell = if asked.acknowledges { complain } else { say };
    for misprint in words::misprints(course_path, &steps, &outcome.misprints, sitting) {
        tell(&misprint);
    }
    for step in outcome.idle_reasons.iter().filter_map(|place| steps.get(*place)) {
        complain(&words::idle_reason(course_path, &step.place));
    }
    if let Some(stopped) = &outcome.stopped {
        return stop(course_path, &steps, &outcome, stopped, &session.docket.roster);
    }
    if !asked.acknowledges {
        let head = recorder.head().map(|head| head.spoken());
        say(&words::summary(path, &outcome, sitting, head.as_deref()));
    }
    if outcome.misprints.is_empty() { Exit::Fine } else { Exit::Findings }
}

fn stop(path: &Path, steps: &[Step], recorded: &Recorded, stopped: &Stopped, roster: &Roster) -> Exit {
    let end = words::stopped_there(recorded, matches!(stopped, Stopped::ByARule { .. }));
    let place = |step: &usize| steps.get(*step).map(|step| &step.place);
    match stopped {
        Stopped::ByARule { step, refused } => {
            Exit::Refused(format!("{}\n{end}", words::refused(path, place(step), refused, roster)))
        }
        Stopped::ByTheDisk { fault, .. } => {
            complain(&end);
            Exit::of(fault)
        }
        Stopped::ByAMisfit { step, .. } => Exit::Unusable(format!("{}\n{end}", words::misfit(path, place(step)))),
    }
}

#[allow(clippy::disallowed_methods, reason = "the rim reads the clock")]
fn now() -> String {
    stamp(&Zoned::now())
}
