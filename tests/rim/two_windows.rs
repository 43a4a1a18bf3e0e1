//! A second window on a séance only looks: its list of commands, its journal and its panel of the display too.

use crate::{evening_called, files, start};

#[test]
fn a_second_window_shows_its_commands_its_journal_and_the_display_and_changes_nothing() {
    let (folder, path) = evening_called("soir.ron");
    let mut first = start(folder.path(), &[&path], 120, 40);
    first.wait_for("Appel des");
    first.type_keys("\r");
    first.wait_for("ouverte");
    first.type_keys("\r");
    first.wait_for("À proclamer");
    first.type_keys("aub,");
    first.wait_for("AUBRY Paul : contre");
    let before = files(folder.path());
    let mut second = start(folder.path(), &[&path], 120, 40);
    second.wait_for("LECTURE SEULE");
    second.wait_for("À proclamer");
    second.type_keys("\x1b[20~");
    second.wait_for("Toutes les commandes");
    second.type_keys("\x1b");
    second.wait_until("the vote", |screen| !screen.contains("Toutes les commandes"));
    second.type_keys("\x12");
    second.wait_for("séance ouverte");
    // Enter on a point of the journal asks nothing: it says why.
    second.type_keys("\x1b[A");
    second.wait_for("Revenir à ce point");
    second.type_keys("\r");
    second.read_for(std::time::Duration::from_millis(100));
    // Had it asked, Escape would answer the question and leave the journal where it is.
    second.type_keys("\x1b");
    second.wait_until("the vote", |screen| !screen.contains("╭ Journal"));
    second.type_keys("\x05");
    second.wait_for("Effacer");
    second.type_keys(",");
    second.wait_until("the refusal", |screen| screen.contains("ecture seule") || screen.contains("autre fenêtre"));
    assert!(!second.screen().contains("ÉCRAN PUBLIC EFFACÉ"), "{}", second.screen());
    second.type_keys("\x11");
    second.wait_end();
    assert_eq!(files(folder.path()), before, "nothing was touched");
    first.type_keys("\r");
    first.wait_for("proclamé");
    first.type_keys("\x11");
    assert!(first.wait_end().success());
}
