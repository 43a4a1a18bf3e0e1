//! What a secret ballot leaves behind, and what it must never: nobody's name beside a choice, nor the order or the hour in
//! which members signed or ballots were read. Cases 61 to 67 of the faults that are foreseen.

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/evening.rs"]
mod evening;
#[path = "../common/paper.rs"]
mod paper;
#[path = "../common/skip.rs"]
mod skip;
#[path = "../common/terminal.rs"]
mod terminal;

mod counted;
mod heard;
mod killed;
mod opened;
mod readable;
mod record;
mod searcher;
mod unanimous;
mod voided;

/// Whether a file of that name ends so.
fn is_of_kind(name: &str, ending: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|it| it == ending)
}
