//! Three hundred keys that come at once: none is lost, none is taken twice, none overtakes another.

#[path = "common/evening.rs"]
mod evening;
#[path = "common/terminal.rs"]
mod terminal;

use std::fs;
use std::path::Path;

use evening::Evening;
use hemicycle::app::Key;
use hemicycle::council::history::{Entry, History};
use hemicycle::store::disk::RealDisk;
use hemicycle::store::{record, session_file};
use terminal::Terminal;

/// Names searched and marked, votes taken back and given again, reports proclaimed: as fast hands type, faster than a disk
/// writes. Six times these are three hundred, and the last of them records.
const EVENING: &str = "aub,boi;car:evr,\x1aaub!boi!gue;kel,\x1aesc;esc!gue!car!";

fn keys() -> String {
    EVENING.chars().cycle().take(300).collect()
}

/// A key as the terminal sends it.
fn key(character: char) -> Key {
    match character {
        '\x7f' => Key::Backspace,
        '\x1a' => Key::Ctrl('z'),
        letter => Key::Char(letter),
    }
}

/// The entries of a record, without the instants at which they were written.
fn entries(history: &History) -> Vec<Entry> {
    let plain = |entry: &Entry| match entry {
        Entry::Action { events, .. } => Entry::Action { at: String::new(), events: events.clone() },
        undo @ Entry::Undo(_) => undo.clone(),
    };
    history.entries().map(|(_, entry, _)| plain(entry)).collect()
}

#[test]
fn three_hundred_keys_typed_at_once_are_recorded_as_if_they_were_typed_one_by_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let path = folder.path().join("exemple-commune.ron");
    fs::copy(sessions.join("exemple-commune.ron"), &path).expect("copied");
    let texts = folder.path().join("exemple-commune");
    fs::create_dir(&texts).expect("a folder");
    for text in fs::read_dir(sessions.join("exemple-commune")).expect("its texts") {
        let text = text.expect("a text").path();
        fs::copy(&text, texts.join(text.file_name().expect("a name"))).expect("copied");
    }

    let mut slowly = Evening::commune();
    // The clock is on another day, as it is for the program: no hour is noted.
    slowly.on_the_day = false;
    slowly.keys("<enter> <enter>");
    for character in keys().chars() {
        slowly.key(key(character));
    }
    let wanted = entries(slowly.app.history());
    assert!(wanted.len() > 60, "{} actions", wanted.len());

    let mut terminal = Terminal::start(&[&path], 120, 40);
    terminal.wait_for("Appel des");
    terminal.type_keys("\r");
    terminal.wait_for("Séance ouverte");
    terminal.type_keys("\r");
    terminal.wait_for("Qui est contre");
    terminal.type_keys(&keys());
    // Leaving waits behind the keys, as every key waits behind the one before it.
    terminal.type_keys("\x11");
    assert_eq!(terminal.wait_end().exit_code(), 0);
    let session = session_file::load(&path).expect("the session file");
    let opened = record::read(&RealDisk, &session).expect("its record");
    assert_eq!(entries(&opened.history), wanted);
}
