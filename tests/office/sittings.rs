//! The sittings whose papers are read back: the evening of the seed, and a busy one.

use std::fs;
use std::path::Path;

use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::history::History;
use hemicycle::council::id::ReportId;
use hemicycle::council::notes::NoteSums;
use hemicycle::council::sitting::Sitting;
use hemicycle::store::course;
use hemicycle::store::session_file::files::Folder;
use hemicycle::store::session_file::{load, parse};

/// The sitting of 3 March 2022 as it happened, its dates completed.
pub fn seed() -> Sitting {
    let path = Path::new("sessions/2022-03-03-pays-d-aix.ron");
    let file = load(path).unwrap_or_else(|unread| panic!("{unread:?}"));
    let report = ReportId::new("04_2_01");
    let mut sitting = Sitting::new(file.docket);
    let open = Command::OpenReport { report: report.clone(), with: vec![] };
    let proclaim = Command::Proclaim { report, at: None, then_open: None, on: None, then_with: vec![] };
    for command in [Command::Open { at: None }, open, proclaim, Command::Close { at: None, notes: NoteSums::new() }] {
        let accepted = sitting.decide(&command, &Reasons::new()).unwrap_or_else(|refused| panic!("{refused:?}"));
        accepted.events.iter().for_each(|event| sitting.apply(event));
    }
    let completed = file.source.replace("// signe:", "signe:");
    sitting.set_docket(parse(&completed, &Folder::of(path)).unwrap_or_else(|problems| panic!("{problems:?}")).docket);
    sitting
}

/// The evening of the example: votes of every kind, people who come and go.
pub fn evening() -> Sitting {
    let file = load(Path::new("sessions/exemple-soiree.ron")).unwrap_or_else(|unread| panic!("{unread:?}"));
    let typed = fs::read_to_string("sessions/deroules/exemple-soiree.ron").expect("the course");
    let steps = course::parse(&typed, &file.docket).unwrap_or_else(|flaws| panic!("{flaws:#?}"));
    let mut history = History::new(file.docket);
    course::recording::play(&mut history, &steps, "2025-03-04T09:00:00+01:00")
        .unwrap_or_else(|(place, refused)| panic!("{:?} refused: {:?}", steps[place].command, refused.findings));
    history.sitting().clone()
}
