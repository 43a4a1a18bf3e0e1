//! The mouse in the real binary: a click on a seat picks its member, nothing more, and the mouse is given back.

#[path = "common/terminal.rs"]
mod terminal;

use std::fs;
use std::path::Path;

use terminal::Terminal;

/// Where a sign stands on the screen for the first time below a row, its column counted in cells.
fn cell_of(screen: &str, sign: char, from_row: usize) -> (usize, usize) {
    let rows = screen.lines().enumerate().skip(from_row);
    let mut found = rows.filter_map(|(row, line)| Some((line.chars().position(|drawn| drawn == sign)?, row)));
    found.next().expect("a seat")
}

#[test]
fn a_click_on_a_seat_picks_its_member_and_the_mouse_is_given_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let path = folder.path().join("exemple-commune.ron");
    fs::copy(sessions.join("exemple-commune.ron"), &path).expect("a copy");
    fs::create_dir(folder.path().join("exemple-commune")).expect("a folder");
    for text in fs::read_dir(sessions.join("exemple-commune")).expect("a folder") {
        let text = text.expect("a text").path();
        fs::copy(&text, folder.path().join("exemple-commune").join(text.file_name().expect("a name"))).expect("a copy");
    }
    let mut terminal = Terminal::start(&[&path], 120, 40);
    terminal.wait_for("Appel des");
    terminal.type_keys("\r");
    terminal.wait_for("Ordre du jour");
    terminal.type_keys("\r");
    terminal.wait_for("présumé pour");
    assert_eq!(terminal.left_on().iter().filter(|mode| mode.contains("clicks")).count(), 2);
    // Over the bars the first full circle that is no label is a seat.
    let (column, row) = cell_of(&terminal.screen(), '◐', 3);
    terminal.type_keys(&format!("\x1b[<0;{};{}M\x1b[<0;{};{}m", column + 1, row + 1, column + 1, row + 1));
    terminal.wait_for("/33");
    assert!(terminal.screen().contains("Contre        0"), "{}", terminal.screen());
    terminal.type_keys(",");
    terminal.wait_for("Contre        1");
    terminal.type_keys("\x11");
    terminal.wait_end();
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
}
