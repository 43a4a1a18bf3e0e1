//! What is remembered from one evening to the next, and what a séance opened from the list records.

use std::fs;
use std::path::Path;

use hemicycle::council::history::Entry;
use hemicycle::store::disk::RealDisk;
use hemicycle::store::{recent, record, session_file};

use crate::terminal::Terminal;
use crate::{evening_called, files, start};

/// Opens the séance, votes, and leaves.
fn vote(terminal: &mut Terminal) {
    terminal.wait_for("Appel des");
    terminal.type_keys("\r");
    terminal.wait_for("ouverte");
    terminal.type_keys("\r");
    terminal.wait_for("À proclamer");
    terminal.type_keys("aub,");
    terminal.wait_for("AUBRY Paul : contre");
    terminal.type_keys("\r");
    terminal.wait_for("proclamé");
    terminal.type_keys("\x11");
    assert!(terminal.wait_end().success());
}

/// What was recorded, without the hours of the clock.
fn events(path: &Path) -> Vec<String> {
    let session = session_file::load(path).expect("a session file");
    let history = record::read(&RealDisk, &session).expect("a record").history;
    let told = |entry: &Entry| match entry {
        Entry::Action { events, .. } => format!("{events:?}"),
        Entry::Undo(number) => format!("undo {number}"),
    };
    // A vote proclaimed over the turn of a minute has another hour.
    let without_hours = |text: String| text.chars().filter(|character| !character.is_ascii_digit()).collect();
    history.entries().map(|(_, entry, _)| without_hours(told(entry))).collect()
}

#[test]
fn a_seance_opened_from_the_list_is_recorded_as_one_that_is_opened_by_its_name() {
    let (by_name, path) = evening_called("soir.ron");
    vote(&mut start(by_name.path(), &[&path], 120, 40));
    let (by_list, listed) = evening_called("soir.ron");
    let mut terminal = start(by_list.path(), &[], 120, 40);
    terminal.wait_for("prête : appel à faire");
    terminal.type_keys("\r");
    vote(&mut terminal);
    assert_eq!(events(&listed), events(&path));
    assert!(events(&listed).len() >= 3, "{:?}", events(&listed));
    let names = |folder: &Path| {
        files(folder).into_keys().map(|path| path.strip_prefix(folder).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(by_list.path()), names(by_name.path()));
}

#[test]
fn a_seance_that_is_held_is_remembered_and_one_that_is_rehearsed_seen_again_or_projected_is_not() {
    for (verb, shows, leaves) in
        [("repeter", "RÉPÉTITION", "\x11"), ("projeter", "Quorum", "q"), ("ouvrir", "Appel des", "\x11")]
    {
        let (folder, path) = evening_called("soir.ron");
        let mut terminal = start(folder.path(), &[Path::new(verb), &path], 120, 40);
        terminal.wait_for(shows);
        terminal.type_keys(leaves);
        terminal.wait_end();
        let kept = recent::read(&RealDisk, &folder.path().join("state/hemicycle"));
        assert_eq!(kept.len(), usize::from(verb == "ouvrir"), "{verb}: {kept:?}");
    }
}

#[test]
fn a_rehearsal_shows_nothing_on_a_display_and_writes_nothing_that_a_display_reads() {
    let (folder, path) = evening_called("soir.ron");
    let before = files(folder.path());
    let mut terminal = start(folder.path(), &[Path::new("repeter"), &path], 120, 40);
    terminal.wait_for("RÉPÉTITION");
    terminal.type_keys("\r");
    terminal.wait_for("ouverte");
    terminal.type_keys("\r");
    terminal.wait_for("À proclamer");
    terminal.type_keys("\x05");
    terminal.wait_for("Le public suit la séance");
    terminal.type_keys(",");
    terminal.wait_for("ÉCRAN PUBLIC EFFACÉ");
    terminal.type_keys("\x11");
    terminal.wait_end();
    assert_eq!(files(folder.path()), before);
    assert!(!fs::exists(path.with_extension("lock")).unwrap());
}
