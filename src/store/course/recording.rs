//! Records a course as the screen would have: each step through the same `decide`, on the disk before the next one.

use std::sync::Arc;

use super::Step;
use crate::council::decide::{Accepted, Reasons, Refused};
use crate::council::docket::Docket;
use crate::council::event::Event;
use crate::council::finding::Finding;
use crate::council::history::{Entry, History, Misfit, alike};
use crate::council::notes::NoteSums;
use crate::council::printed::{Misprint, Proof};
use crate::council::sitting::Sitting;
use crate::store::fault::Fault;
use crate::store::record::Recorder;

/// What came of a course.
#[derive(Debug, Default)]
pub struct Recorded {
    /// How many steps at its beginning had been recorded before.
    pub before: usize,
    /// How many steps were recorded now.
    pub actions: usize,
    /// Steps, by their place from 0, whose reason was not needed: nothing was irregular, and it is not recorded.
    pub idle_reasons: Vec<usize>,
    /// What is wrong in the act, each with the step that carries the figure.
    pub misprints: Vec<(usize, Misprint)>,
    /// Why it did not go to its end.
    pub stopped: Option<Stopped>,
}

/// Why a course stopped: nothing from that step on is recorded.
#[derive(Debug)]
pub enum Stopped {
    /// The step breaks a rule, or is irregular and gives no reason.
    ByARule {
        /// Which step, from 0.
        step: usize,
        /// What is wrong.
        refused: Refused,
    },
    /// The disk refuses.
    ByTheDisk {
        /// Which step, from 0.
        step: usize,
        /// Why.
        fault: Fault,
    },
    /// The journal would not be read back as the step says: a mistake of the program, found before anything was written.
    ByAMisfit {
        /// Which step, from 0.
        step: usize,
        /// How it does not fit.
        why: Misfit,
    },
}

/// Records the steps that are not recorded yet, in order.
///
/// A record that holds exactly the beginning of the course goes on with the step after it; any other record goes on with
/// the first one. The end of the sitting and the settled minutes are recorded with the sums of the `notes` of the reports that are on the agenda then. `now` gives the time to write beside each action (RFC 3339); `acknowledge` is told the number of each
/// entry once it is on the disk. When the disk refuses, the history is one entry ahead of it, and of no more use.
pub fn record(
    history: &mut History,
    recorder: &mut Recorder,
    steps: &[Step],
    notes: &dyn Fn(&Docket) -> NoteSums,
    now: &dyn Fn() -> String,
    acknowledge: &mut dyn FnMut(u64),
) -> Recorded {
    let mut proof = Proof::default();
    let before = already_recorded(history, steps, &mut proof);
    let mut outcome = Recorded { before, ..Recorded::default() };
    for (place, step) in steps.iter().enumerate().skip(before) {
        let number = history.next_number();
        match take(history, recorder, step, notes, now()) {
            Ok(needed_its_reason) => {
                outcome.actions += 1;
                acknowledge(number);
                if step.reason.is_some() && !needed_its_reason {
                    outcome.idle_reasons.push(place);
                }
                if let Some((printed, _)) = &step.printed {
                    proof.note(place, printed, &step.command, history.sitting());
                }
            }
            Err(Failure::Rule(refused)) => {
                outcome.stopped = Some(Stopped::ByARule { step: place, refused });
                break;
            }
            Err(Failure::Disk(fault)) => {
                outcome.stopped = Some(Stopped::ByTheDisk { step: place, fault });
                break;
            }
            Err(Failure::Misfit(why)) => {
                outcome.stopped = Some(Stopped::ByAMisfit { step: place, why });
                break;
            }
        }
    }
    outcome.misprints = proof.misprints(history.sitting());
    outcome
}

/// Plays a course on a history without any disk.
///
/// # Errors
/// The place of the step that may not go on, from 0, and why.
pub fn play(history: &mut History, steps: &[Step], now: &str) -> Result<(), (usize, Refused)> {
    for (place, step) in steps.iter().enumerate() {
        let accepted = decide(history.sitting(), step).map_err(|refused| (place, refused))?;
        let entry = Entry::Action { at: now.to_owned(), events: accepted.events };
        history.push(entry).map_err(|_| (place, Refused { findings: vec![] }))?;
    }
    Ok(())
}

/// Whether a record holds an action of the sitting; a file taken over is none.
#[must_use]
pub fn is_begun(history: &History) -> bool {
    actions(history).next().is_some()
}

enum Failure {
    Rule(Refused),
    Disk(Fault),
    Misfit(Misfit),
}

/// Records one step, and says whether its reason was needed.
fn take(
    history: &mut History,
    recorder: &mut Recorder,
    step: &Step,
    notes: &dyn Fn(&Docket) -> NoteSums,
    now: String,
) -> Result<bool, Failure> {
    let mut step = step.clone();
    if let Some(sums) = step.command.notes_mut() {
        // A report that was added in the sitting has its notes too.
        *sums = notes(history.sitting().docket());
    }
    let accepted = decide(history.sitting(), &step).map_err(Failure::Rule)?;
    let needed_its_reason = !accepted.warnings.is_empty();
    let entry = Entry::Action { at: now, events: accepted.events };
    // The history takes it first: an entry that could not be read back must not reach the journal.
    history.push(entry.clone()).map_err(Failure::Misfit)?;
    recorder.append(&entry).map_err(Failure::Disk)?;
    Ok(needed_its_reason)
}

/// Decides a step, its one reason covering all that is irregular in it.
fn decide(sitting: &Sitting, step: &Step) -> Result<Accepted, Refused> {
    let refused = match sitting.decide(&step.command, &Reasons::new()) {
        Ok(accepted) => return Ok(accepted),
        Err(refused) => refused,
    };
    match &step.reason {
        Some(reason) => {
            let reasons = refused.findings.iter().map(Finding::code).map(|code| (code, reason.clone())).collect();
            sitting.decide(&step.command, &reasons)
        }
        None => Err(refused),
    }
}

/// The events of the actions that hold, in order, what was taken over from the session file aside.
fn actions(history: &History) -> impl Iterator<Item = &[Event]> {
    history.entries().filter_map(|(_, entry, holds)| match entry {
        Entry::Action { events, .. } if holds => {
            let is_of_the_file = events.iter().any(|event| matches!(event, Event::FileTakenOver { .. }));
            (!is_of_the_file).then_some(events.as_slice())
        }
        _ => None,
    })
}

/// Whether a step says what was recorded. The numbers of acts are those of the session file as it was, and the notes may
/// have been written since.
fn is_the_same(said: &[Event], recorded: &[Event]) -> bool {
    let without_notes = |events: &[Event]| -> Vec<Event> { events.iter().map(Event::without_notes).collect() };
    alike(&without_notes(said), &without_notes(recorded))
}

/// How many steps of the course are what the record holds, if it holds nothing else.
fn already_recorded(history: &History, steps: &[Step], proof: &mut Proof) -> usize {
    let held: Vec<&[Event]> = actions(history).collect();
    if held.is_empty() || held.len() > steps.len() {
        return 0;
    }
    let mut seen = Proof::default();
    let mut sitting = Sitting::new(Arc::clone(history.docket()));
    for (place, (step, events)) in steps.iter().zip(&held).enumerate() {
        match decide(&sitting, step) {
            Ok(accepted) if is_the_same(&accepted.events, events) => {
                for event in *events {
                    sitting.apply(event);
                }
            }
            _ => return 0,
        }
        if let Some((printed, _)) = &step.printed {
            seen.note(place, printed, &step.command, &sitting);
        }
    }
    *proof = seen;
    held.len()
}
