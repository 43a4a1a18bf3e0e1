//! Before, keys, after: the whole program without a terminal. The list of these tests is what the keys do.

#[path = "../common/all_kinds.rs"]
mod all_kinds;
#[path = "../common/council_of_58.rs"]
mod council_of_58;
#[path = "../common/evening.rs"]
mod evening;

mod any_keys;
mod around;
mod astray;
mod budgets;
mod closing;
mod consequences;
mod counting;
mod gestures;
mod kinds;
mod looking;
mod looking_back;
mod movement;
mod notes;
mod notes_on_disk;
mod on_the_agenda;
mod opening;
mod palette;
mod papers;
mod preview;
mod proposals;
mod recording;
mod searching;
mod shelter;
mod urn;
mod votes;
mod voting;
mod ways;

use evening::{Evening, member};
use hemicycle::council::ballot::Choice;
use hemicycle::council::id::ReportId;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::sitting::Progress;

/// What a member's voice says in a report.
fn choice(evening: &Evening, report: &str, id: &str) -> Option<Choice> {
    evening.app.sitting().progress(&ReportId::new(report)).unwrap().vote().choice(&member(id))
}

/// The outcome of a report, once proclaimed.
fn outcome(evening: &Evening, report: &str) -> Option<Outcome> {
    match evening.app.sitting().progress(&ReportId::new(report)) {
        Some(Progress::Done(done)) => Some(done.outcome),
        _ => None,
    }
}
